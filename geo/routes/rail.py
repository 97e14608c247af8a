"""Travel by rail: over the corridors of data/rail, else over the world's rail graph, else schematically."""

from itertools import pairwise

from geo.errors import InputError
from geo.measure import densify, distance_km
from geo.model import LonLat, Route
from geo.routes import corridors
from geo.routes.corridors import DETOUR, Corridors, Foot
from geo.routes.mode import COAST_KM, Order, Stop
from geo.routes.worldwide import over_network

__all__ = ["build"]

ON_THE_LINE_KM = 10.0  # towns are points, stations lie some km from them
ACCESS_KM = 120.0
ACCESS_DETOUR = 1.3
TRANSIT_PRICE = 5.0  # goods seldom cross a third country to save some km
# Open to through trains, but single-track and built for freight to the Pacific: they keep to the old line.
SECOND_CHOICE = {"baikal-amur": 1.2}
SOURCES = ("Railway corridors: dateline", "Place coordinates: GeoNames (CC BY 4.0)")


def build(a: Stop, b: Stop, order: Order) -> Route:
    """Return a way by rail."""
    return (
        over_corridors(a, b, order) or over_network(a, b, order, "world_railways") or schematic(a, b, order)
    )


def over_corridors(a: Stop, b: Stop, order: Order) -> Route | None:
    """Return a way over the corridors, or `None` where they do not reach both places."""
    rails = corridors.load()
    shut, dear = _countries(rails, a, b, order)
    start, end = rails.foot(a.at, shut), rails.foot(b.at, shut)
    if start is None or end is None or max(start.access_km, end.access_km) > ACCESS_KM:
        return None
    if start.track == end.track and distance_km(a.at, b.at) < start.access_km + end.access_km:
        return None
    return _drawn(rails, a, b, (start, end), _way(rails, start, end, shut, dear))


def _way(
    rails: Corridors, start: Foot, end: Foot, shut: frozenset[int], dear: frozenset[int]
) -> tuple[int, ...] | None:
    if start.track == end.track:
        return ()
    prices = {index: SECOND_CHOICE.get(track.corridor, 1.0) for index, track in enumerate(rails.tracks)}
    return rails.way(start, end, shut, prices | dict.fromkeys(dear, TRANSIT_PRICE))


def _countries(rails: Corridors, a: Stop, b: Stop, order: Order) -> tuple[frozenset[int], frozenset[int]]:
    """Return the tracks that must not be used, and those that cross a country where neither end lies."""
    homes = {each.country or order.borders.country_at(each.at, within_km=COAST_KM) for each in (a, b)}
    banned = {_code(each, order) for each in order.avoid}
    only = _code(order.within, order) if order.within else None
    shut, dear = set[int](), set[int]()
    for index, track in enumerate(rails.tracks):
        crossed = {rails.stations[each].country for each in (track.a, track.b)}
        if crossed & banned or (only and crossed != {only}):
            shut.add(index)
        if not crossed <= homes:
            dear.add(index)
    return frozenset(shut), frozenset(dear)


def _code(country: str, order: Order) -> str:
    code = order.borders.code(country)
    if code is None:
        raise InputError(f"no such country to route by: {country!r}; use an English name or an ISO code")
    return code


def _drawn(
    rails: Corridors, a: Stop, b: Stop, feet: tuple[Foot, Foot], way: tuple[int, ...] | None
) -> Route | None:
    if way is None:
        return None
    start, end = feet
    points = [start.at, *(rails.stations[each].at for each in way), end.at]
    return Route(
        mode="rail",
        line=_line(a.at, points, b.at),
        length_km=sum(_access(each) for each in feet) + _rail_km(rails, start, end, way),
        method=f"rail corridors (kilometre posts, else straight legs x {DETOUR})",
        caveat=" ".join(
            filter(
                None,
                (
                    "Drawn from town to town; the train's real path is not known.",
                    *(_told(each, foot) for each, foot in zip((a, b), feet, strict=True)),
                ),
            )
        ),
        sources=SOURCES,
    )


def _line(a: LonLat, points: list[LonLat], b: LonLat) -> tuple[LonLat, ...]:
    return (a, *(after for before, after in pairwise([a, *points, b]) if before != after))


def _rail_km(rails: Corridors, start: Foot, end: Foot, way: tuple[int, ...]) -> float:
    first, last = rails.tracks[start.track], rails.tracks[end.track]
    if not way:
        return abs(start.share - end.share) * first.km
    head = first.km * (start.share if way[0] == first.a else 1.0 - start.share)
    tail = last.km * (end.share if way[-1] == last.a else 1.0 - end.share)
    return head + tail + sum(rails.between(one, other).km for one, other in pairwise(way))


def _access(foot: Foot) -> float:
    return foot.access_km * (1.0 if foot.access_km <= ON_THE_LINE_KM else ACCESS_DETOUR)


def _told(place: Stop, foot: Foot) -> str:
    if foot.access_km <= ON_THE_LINE_KM:
        return ""
    return f"{place.name} is joined to the line by {_access(foot):,.0f} km drawn straight."


def schematic(a: Stop, b: Stop, order: Order) -> Route:
    """Draw the geodesic where no line is known."""
    del order
    return Route(
        mode="rail",
        line=densify((a.at, b.at), 25.0),
        length_km=distance_km(a.at, b.at) * DETOUR,
        method=f"geodesic x {DETOUR}",
        caveat="Drawn straight: no railway between these places is on file; install dateline[rail] for the world's.",
    )
