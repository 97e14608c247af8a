"""Travel by ship: over the network of sea lanes, and round the coasts near ports and on short legs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from geo.errors import InputError
from geo.measure import densify, distance_km
from geo.model import LonLat, Route
from geo.routes import approach, coast, harbour, known, lanes
from geo.routes.coast import COASTAL, Way
from geo.routes.harbour import HARBOUR_KM, RIVER_KM, Port
from geo.routes.mode import Frontiers, Order, Stop
from geo.routes.passages import PASSAGES, SHUT, Passage, named
from geo.routes.shore import Shore

__all__ = ["build"]

SHORT_KM = 500.0
ROUNDABOUT = 2.5  # a way along the coast that much longer than the geodesic is compared with the lanes
DRAWN_KM = 100.0  # a drawn line has a point at least every so many km
NEAR_KM = 5.0  # a line that comes so close to the middle of a passage goes through it
LAND = "Land: Natural Earth 1:10m (public domain)"
LANES = "Sea lanes: searoute (Apache-2.0), after Eurostat's SeaRoute and Oak Ridge National Laboratory"
TITLES = {each.tag: each.title for each in PASSAGES}


def build(a: Stop, b: Stop, order: Order) -> Route:
    """Return a way by ship, the shorter of what the coast and the lanes offer.

    Raises
    ------
    InputError
        Where a port is not on the sea, the two seas do not meet, or every way leads through a passage to avoid.
    """
    shore = _shore(order.borders)
    avoid, through = ([named(each) for each in names] for names in (order.avoid, order.through))
    _check_ports(shore, a, b)
    straight = distance_km(a.at, b.at)
    near = far = None
    if straight < SHORT_KM and not through:
        near = _along_coast(shore, a.at, b.at, avoid, coast.NEARBY)
    if near is None or near.km > ROUNDABOUT * straight:
        shut = tuple(sorted({*SHUT} - {each.tag for each in through} | {each.tag for each in avoid}))
        lanes_shore = _shore(order.borders, passable=False)
        far = _over_lanes(lanes_shore, a.at, b.at, shut, tuple(each.tag for each in through))
    if near is None and far is None and not through:  # the Caspian Sea has no lanes
        near = _along_coast(shore, a.at, b.at, avoid, coast.MARGINS)
    if far and (near is None or far[0].km < near.km):
        return _route(a, b, *far)
    if near:
        return _route(a, b, near, ())
    raise InputError(
        f"no sea route from {a.name} to {b.name}{_asked(avoid, through)}; give ports on seas that meet"
    )


def _asked(avoid: Sequence[Passage], through: Sequence[Passage]) -> str:
    asked = ((" that avoids ", avoid), (" through ", through))
    return "".join(word + ", ".join(each.title for each in each_of) for word, each_of in asked if each_of)


@lru_cache(maxsize=4)
def _shore(borders: Frontiers, *, passable: bool = True) -> Shore:
    return Shore.of(borders.land(), passable=passable)


def _check_ports(shore: Shore, *ports: Stop) -> None:
    for port in ports:
        if not _has_sea(shore, port.at):
            raise InputError(
                f"no sea route at {port.name}: no sea within {RIVER_KM:.0f} km; give a port on the coast"
            )


@lru_cache(maxsize=512)
def _has_sea(shore: Shore, port: LonLat) -> bool:
    return known.load().holds(port) or harbour.has_sea(shore, port)


def _along_coast(
    shore: Shore, a: LonLat, b: LonLat, avoid: Sequence[Passage], margins: tuple[float, ...]
) -> Way | None:
    """Return the shortest way over water, the same there and back."""
    found = _coastwise(shore, min(a, b), max(a, b), margins)
    if found is None or any(coast.off_km(found.line, each.at) < NEAR_KM for each in avoid):
        return None
    if a <= b:
        return found
    return _turned(found)


def _turned(way: Way) -> Way:
    return replace(way, line=way.line[::-1], harbours_km=way.harbours_km[::-1])


@lru_cache(maxsize=512)
def _coastwise(shore: Shore, a: LonLat, b: LonLat, margins: tuple[float, ...]) -> Way | None:
    return coast.way(shore, Port(a), Port(b), margins)


@lru_cache(maxsize=512)
def _over_lanes(
    shore: Shore, a: LonLat, b: LonLat, shut: tuple[str, ...], through: tuple[str, ...]
) -> tuple[Way, tuple[str, ...]] | None:
    """Return the shortest way over the lanes and the passages it takes; without any to take, the same there and back."""
    if a > b and not through:
        back = _over_lanes(shore, b, a, shut, through)
        return back and (_turned(back[0]), back[1][::-1])
    net = lanes.load()
    start, end = _joins(shore, a), _joins(shore, b)
    found = net.way_through(start.km, end.km, {*shut}, through)
    if found is None:
        return None
    total, nodes = found
    first, last = start.way(nodes[0]), end.way(nodes[-1])
    line = (*first.line, *net.line(nodes)[1:-1], *last.line[::-1][len(nodes) == 1 :])
    tags = dict.fromkeys(net.tagged.get(edge, "") for edge in pairwise(nodes))
    way = Way(line, total, (first.harbours_km[0], last.harbours_km[0]), "sea lanes")
    return way, tuple(TITLES[tag] for tag in tags if tag)


@dataclass(frozen=True, slots=True)
class Joins:
    """The ways from a port to the lanes: km by the node they lead to, and each way when it is asked for."""

    km: Mapping[int, float]
    way: Callable[[int], Way]


@lru_cache(maxsize=512)
def _joins(shore: Shore, port: LonLat) -> Joins:
    """Return the ways on file, else those that a survey finds now."""
    net, ports = lanes.load(), known.load()
    on_file = ports.km_to(port)
    if on_file:
        return Joins(on_file, lambda node: ports.way(port, node, net))
    ways = approach.joins(shore, port, net)
    return Joins({node: way.km for node, way in ways.items()}, ways.__getitem__)


def _route(a: Stop, b: Stop, way: Way, taken: tuple[str, ...]) -> Route:
    by = f" by way of {', '.join(taken)}" if taken else ""
    upriver = [
        f"The last {km:,.0f} km at {port.name} follow a river or inlet that the map does not show; drawn straight."
        for port, km in zip((a, b), way.harbours_km, strict=True)
        if km > HARBOUR_KM
    ]
    return Route(
        mode="sea",
        line=densify(way.line, DRAWN_KM),
        length_km=way.km,
        method=f"{way.method}{by}",
        caveat=" ".join(("Shortest way by sea; the ship's real track is not known.", *upriver)),
        sources=(LAND,) if way.method == COASTAL else (LAND, LANES),
    )
