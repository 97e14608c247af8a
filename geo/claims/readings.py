"""Take the two ends of a claim in every way an editor might have meant, and measure each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import shapely

from geo import routes
from geo.claims.judgement import Candidate, Stated
from geo.claims.setting import Setting
from geo.errors import DatelineError
from geo.measure import Region, distance_km
from geo.model import Claim, End, LonLat, Mode, Place, Reading
from geo.settings import BorderView
from geo.units import unit

__all__ = ["candidates", "other_units", "routed"]

_METHOD = "geodesic on WGS84"
_TOWN, _CITY = 50_000, 100_000
_TOWNS = 3
_RIVALS = 3
_AREAS = frozenset({"country", "division", "region", "continent", "county", "state", "province"})
_MOST_SLACK, _TOWN_SLACK = 40.0, 2.5
_TOWNS_ALIKE = frozenset({"capital", "city", "town", "village", "suburb"})


def _slack(place: Place) -> float:
    """Return what the size of a place adds to the doubt of a distance."""
    # People measure from the middle of a town: half its radius, and no more than 2.5 km.
    return (
        min(place.radius_km / 2, _TOWN_SLACK)
        if place.kind in _TOWNS_ALIKE
        else min(place.radius_km, _MOST_SLACK)
    )


def candidates(subject: End, target: End, claim: Claim, setting: Setting) -> list[Candidate]:
    """Measure every reading of two ends, the plain one first."""
    if subject.place and target.line:
        return list(_to_line(subject.place, target.line, setting))
    if subject.line and target.place:
        return list(_to_line(target.place, subject.line, setting))
    if subject.place and target.place:
        return list(_between(subject.place, target.place, claim, setting))
    return []


def _line_reading(
    name: str, here: LonLat, there: LonLat, method: str = _METHOD, km: float | None = None
) -> Reading:
    """Measure between two points."""
    return Reading(
        name, distance_km(here, there) if km is None else km, fits=False, line=(here, there), method=method
    )


def _between(subject: Place, target: Place, claim: Claim, setting: Setting) -> Iterator[Candidate]:
    """Measure from place to place: centres, edges of wide places, homonyms, and the way the words name."""
    slack = _slack(subject) + _slack(target)
    yield Candidate(
        _line_reading(f"{subject.name} to {target.name}, straight line", subject.at, target.at), slack
    )
    for place, other, toward in ((target, subject, True), (subject, target, False)):
        if place.kind in _AREAS and (edge := _edge(place, other, setting)):
            line = (other.at, edge[1]) if toward else (edge[1], other.at)
            yield Candidate(
                Reading(
                    f"{other.name} to the nearest edge of {place.name}",
                    edge[0],
                    fits=False,
                    line=line,
                    method=_METHOD,
                ),
                _slack(other),
            )
    yield from _homonyms(subject, target, setting)
    yield from routed(target, subject, claim.mode, setting)


def _edge(area: Place, point: Place, setting: Setting) -> tuple[float, LonLat] | None:
    """Nearest point of a country to a place."""
    if area.kind != "country":
        return None
    try:
        foot = Region(setting.world.borders.polygon(area.country or area.name)).foot(point.at)
    except (DatelineError, KeyError):
        return None
    return foot.km, foot.at


def _homonyms(subject: Place, target: Place, setting: Setting) -> Iterator[Candidate]:
    """Measure to the other places of the same name that the reader of names thought of."""
    for place, other, swap in ((subject, target, False), (target, subject, True)):
        rivals = next((m.rivals for m in setting.of_place.get(place.id, ())), ())
        for rival in rivals[:_RIVALS]:
            if distance_km(rival.at, place.at) < 30:
                continue
            where = ", ".join(part for part in (rival.admin1, rival.country) if part)
            here, there = (other.at, rival.at) if swap else (rival.at, other.at)
            yield Candidate(
                _line_reading(f"if {rival.name} is the one in {where or rival.kind}", here, there),
                _slack(rival) + _slack(other),
            )


def routed(a: Place, b: Place, mode: Mode, setting: Setting) -> Iterator[Candidate]:
    """Measure along the way the words name: by rail, by sea."""
    if mode not in {"sea", "rail"}:
        return
    try:
        route = routes.build(a, b, mode, world=setting.world)
    except DatelineError:
        return
    yield Candidate(
        Reading(f"by {mode}", route.length_km, fits=False, line=tuple(route.line), method=route.method),
        0.1 * route.length_km,
    )


# --- lines ------------------------------------------------------------------------------------------------------------


def _to_line(place: Place, ref: str, setting: Setting) -> Iterator[Candidate]:
    """Measure from a place to a border, coast or own line, in both views, and to what is disputed."""
    kind, _, name = ref.partition(":")
    slack = _slack(place)
    chosen: BorderView = setting.world.settings.borders
    other: BorderView = "de-facto" if chosen == "recognised" else "recognised"
    first = _foot(place, ref, chosen, setting)
    if first is None:
        return
    label = {
        "border": "border of",
        "coast": "coast of",
        "land-border": "land border of",
        "parallel": "parallel",
        "layer": "own line",
    }.get(kind, kind)
    prefix = f"{chosen} " if kind in {"border", "land-border"} else ""
    yield Candidate(
        _line_reading(f"{place.name} to the {prefix}{label} {name}", place.at, first[1], km=first[0]), slack
    )
    if kind in {"border", "land-border"}:
        again = _foot(place, ref, other, setting)
        if again:
            yield Candidate(_line_reading(f"{other} {label} {name}", place.at, again[1], km=again[0]), slack)
        yield from _disputed(place, name, setting)
    for layer, _path in setting.world.settings.layers:
        own = _foot(place, f"layer:{layer}", chosen, setting)
        if own and f"layer:{layer}" != ref:
            yield Candidate(_line_reading(f"own line '{layer}'", place.at, own[1], km=own[0]), slack)


def _foot(place: Place, ref: str, view: BorderView, setting: Setting) -> tuple[float, LonLat] | None:
    """Nearest point of a line to a place; `None` when the world has no such line."""
    try:
        foot = setting.world.borders.boundary(ref, view=view).foot(place.at)
    except (DatelineError, KeyError):
        return None
    return foot.km, foot.at


def _disputed(place: Place, name: str, setting: Setting) -> Iterator[Candidate]:
    """Measure to the nearest point of each part that the two views give to different states, and to its nearest towns."""
    borders = setting.world.borders
    code = borders.code(name)
    for part in borders.disputed if code else ():
        if code not in {part.recognised, part.de_facto}:
            continue
        shape = borders.polygon(part.name)
        foot = Region(shape).foot(place.at)
        yield Candidate(
            _line_reading(f"nearest shore or edge of {part.name}", place.at, foot.at, km=foot.km),
            _slack(place),
        )
        towns = _towns_in(shape, setting)
        for town in sorted(towns, key=lambda each: (distance_km(place.at, each.at), each.id))[:_TOWNS]:
            yield Candidate(
                _line_reading(f"{town.name} ({_sort(town)} in {part.name})", place.at, town.at),
                _slack(place) + _slack(town),
            )


def _sort(town: Place) -> str:
    """Call a town of a hundred thousand a city."""
    return "city" if town.population >= _CITY else town.kind


def _towns_in(part: Any, setting: Setting) -> list[Place]:  # noqa: ANN401  (shapely has no types)
    """Towns of a polygon, the largest first."""
    towns = setting.world.gazetteer.towns(*part.bounds, population=_TOWN)
    return [town for town in towns if shapely.contains_xy(part, *town.at.lonlat)]


def other_units(claim: Claim, stated: Stated, first: Candidate) -> Iterator[Candidate]:
    """Read the figure in the units it may have been taken for: a fit explains the mistake, it does not mend it."""
    if claim.quantity is None or claim.quantity.unit not in {"km", "mi", "nmi"} or not claim.quantity.high:
        return
    names = {"km": "kilometres", "mi": "miles", "nmi": "nautical miles"}
    own = unit(claim.quantity.unit).km
    for symbol, words in names.items():
        ratio = unit(symbol).km / own
        if symbol == claim.quantity.unit:
            continue
        # The measurement brought to the printed unit, as if the figure had been in the other one.
        as_if = first.reading.km / ratio
        if stated.low - stated.half <= as_if <= stated.high + stated.half:
            yield Candidate(
                replace(first.reading, name=f"if {words} were meant ({as_if / own:.0f})", km=as_if),
                first.slack,
                rescues=False,
            )
