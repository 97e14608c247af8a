"""Measure between any two things a user can name: places, positions, borders, coasts, own lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geopy.distance import geodesic

from geo import routes
from geo.errors import InputError
from geo.model import LonLat, Mode, Place, Reading
from geo.settings import BorderView

if TYPE_CHECKING:
    from geo.world import World

__all__ = ["Measurement", "measure", "place"]

_POSITION = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*")
_LINE = re.compile(r"(?:border|land-border|coast|layer|parallel):.{1,100}")
_GIVEN = "given"  # the source of a position that the user wrote
_VIEWS: tuple[BorderView, ...] = ("recognised", "de-facto")


@dataclass(frozen=True, slots=True)
class Measurement:
    """A distance in all its readings, the chosen one first, with what was measured between."""

    start: str
    goal: str
    readings: tuple[Reading, ...]
    notes: tuple[str, ...] = ()
    digits: int = (
        1  # decimals that the figures deserve: a tenth of a kilometre, a metre between two positions
    )


def place(name: str, world: "World", *, country: str | None = None) -> Place:
    """Return the place a user means by a name or by "lat,lon".

    Raises
    ------
    InputError
        When no gazetteer knows the name, or the position is not on the globe.
    """
    position = _POSITION.fullmatch(name)
    if position:
        at = LonLat(float(position[2]), float(position[1]))
        return Place(f"at:{name}", name.strip(), at, "site", radius_km=0.0, source=_GIVEN)
    candidates = world.gazetteer.candidates(name, country=country)
    if not candidates:
        raise InputError(
            f"no place {name!r} in the gazetteers; give 'lat,lon', another spelling, or a row in --gazetteer"
        )
    return candidates[0]


def measure(a: str, b: str, world: "World", *, via: Mode | None = None) -> Measurement:
    """Measure from one thing to another.

    Two places give the geodesic, the same names read as their next candidates, and the route when `via` names a mode.
    A place and a line give the nearest point of the line in both border views.

    Raises
    ------
    InputError
        When an end cannot be understood, both ends are lines, or no route exists.
    """
    if _LINE.fullmatch(a) and _LINE.fullmatch(b):
        raise InputError(
            f"cannot measure from line {a!r} to line {b!r}; one end must be a place or 'lat,lon'"
        )
    if _LINE.fullmatch(a):
        return measure(b, a, world, via=via)
    start = place(a, world)
    if _LINE.fullmatch(b):
        if via is not None:
            raise InputError(f"no route by {via} to a line ({b!r}); --via needs two places")
        return Measurement(_named(start), b, _to_line(start, b, world), _doubt(start))
    goal = place(b, world)
    readings = [
        Reading(
            "straight line (geodesic)",
            _straight(start, goal),
            fits=True,
            line=(start.at, goal.at),
        )
    ]
    notes: list[str] = []
    if via is not None:
        route = routes.build(start, goal, via, world=world)
        readings.insert(
            0, Reading(f"by {via}", route.length_km, fits=True, line=route.line, method=route.method)
        )
        notes.append(route.caveat)
    readings += _homonyms(start, b, goal, world)
    notes += _doubt(start, goal)
    exact = start.source == goal.source == _GIVEN and via is None
    return Measurement(
        _named(start), _named(goal), tuple(readings), tuple(note for note in notes if note), 3 if exact else 1
    )


def _doubt(*ends: Place) -> tuple[str, ...]:
    """Say how well the positions of places are known."""
    return tuple(f"{each.name} is known to within {each.radius_km:g} km" for each in ends if each.radius_km)


def _named(of: Place) -> str:
    """Name a place so that a reader can tell it from its namesakes."""
    where = ", ".join(part for part in (of.name, of.admin1, of.country) if part)
    return f"{where} ({of.at.lat:.4f}, {of.at.lon:.4f}; {of.source})"


def _straight(start: Place, goal: Place) -> float:
    """Measure between two places on the WGS84 ellipsoid with geopy (Karney's method), in km."""
    return float(geodesic(start.at.latlon, goal.at.latlon).km)


def _to_line(start: Place, line: str, world: "World") -> tuple[Reading, ...]:
    """Measure to the nearest point of a line, in each border view, the chosen view first."""
    chosen = world.settings.borders
    views = sorted(_VIEWS, key=lambda each: each != chosen)
    feet = {view: world.borders.boundary(line, view=view).foot(start.at) for view in views}
    if len({foot.at for foot in feet.values()}) == 1:
        feet = {chosen: feet[chosen]}
    notes = {"recognised": "internationally recognised borders", "de-facto": "de facto borders"}
    return (
        *(
            Reading(
                f"{line}, {notes[view]}" if len(feet) > 1 else line,
                foot.km,
                fits=True,
                line=(start.at, foot.at),
            )
            for view, foot in feet.items()
        ),
        *_to_disputed(start, line, world),
    )


def _to_disputed(start: Place, line: str, world: "World") -> Iterator[Reading]:
    """Measure to the parts that one view gives to the country of a border and the other does not."""
    kind, _, name = line.partition(":")
    code = world.borders.code(name) if kind.endswith("border") else None
    for part in world.borders.disputed if code else ():
        if code in {part.recognised, part.de_facto}:
            foot = world.borders.boundary(f"border:{part.name}").foot(start.at)
            yield Reading(f"border:{part.name}, disputed", foot.km, fits=False, line=(start.at, foot.at))


def _homonyms(start: Place, name: str, goal: Place, world: "World") -> list[Reading]:
    """Measure to the next places of the same name, three at most."""
    others = (
        [each for each in world.gazetteer.candidates(name)[1:4] if each.at != goal.at]
        if goal.source != _GIVEN
        else []
    )
    return [
        Reading(f"to {_named(each)}", _straight(start, each), fits=False, line=(start.at, each.at))
        for each in others
    ]
