"""Collect the marks of a map: what is drawn where, under which date, for which card."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from geo import measure
from geo.model import LonLat, Place, Reading, VerdictWord
from geo.page.days import Day

__all__ = ["Mark", "MarkKind", "Shape", "Sheet", "bearing_arc", "shape"]

MarkKind = Literal["point", "around", "leg", "measure", "arc", "band", "range"]
Shape = Literal["exact", "approximate", "region"]

EXACT_KM = 6.0  # a town is a dot; what may lie further off is drawn hollow, inside its circle
REGION_KM = 60.0
DRAWN_KM = 300.0  # a circle wider than this says nothing about a place
_REGIONS = frozenset(
    """admin1 area archipelago basin coast continent country desert district division governorate gulf island-group island islands mountains
    ocean oblast peninsula province range region river sea state strait territory""".split()
)
_HALF_ARC = 28.0  # degrees either side of the bearing


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn; `place` is an index into the sheet's places, `km` what the line stands for."""

    id: str
    kind: MarkKind
    day: Day
    line: tuple[LonLat, ...] = ()
    place: int | None = None
    label: str = ""
    order: str = ""
    mode: str = ""
    status: str = ""


def shape(place: Place) -> Shape:
    """Tell how exactly a place is known: a dot, a hollow dot in its circle, or no dot at all."""
    if place.radius_km > REGION_KM or _spread(place):
        return "region"
    return "exact" if place.radius_km <= EXACT_KM else "approximate"


def doubtful(place: Place) -> bool:
    """Whether a circle shows where a place may lie; about a region or a river it would show nothing true."""
    return shape(place) != "exact" and not _spread(place) and place.radius_km <= DRAWN_KM


def _spread(place: Place) -> bool:
    """Whether a place is an area or a line by its kind."""
    return bool(_REGIONS & set(place.kind.lower().replace("_", "-").replace("/", " ").split()))


def bearing_arc(centre: LonLat, bearing: float, km: float) -> tuple[LonLat, ...]:
    """Return the part of a circle about a bearing."""
    steps = 24
    turns = (bearing + _HALF_ARC * (2 * step / steps - 1) for step in range(steps + 1))
    return tuple(measure.destination(centre, turn, km) for turn in turns)


@dataclass(slots=True)
class Sheet:
    """The one mutable thing while a page is made: it numbers places and marks in the order they come."""

    places: list[Place] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    cards: dict[str, list[str]] = field(default_factory=dict)
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def place(self, place: Place) -> int:
        """Return the number of a place."""
        if place.id not in self._numbers:
            self._numbers[place.id] = len(self.places)
            self.places.append(place)
        return self._numbers[place.id]

    def point(self, place: Place, day: Day) -> tuple[str, ...]:
        """Mark a place under a date, with the circle of doubt about it; the same place there is one mark."""
        number = self.place(place)
        made = [self._once("point", day, number)]
        if doubtful(place):
            made.append(self._once("around", day, number, f"within {place.radius_km:.0f}\u2009km"))
        return tuple(made)

    def line(self, mark_kind: MarkKind, day: Day, line: Sequence[LonLat], **words: str) -> str:
        """Draw a line or an area."""
        return self._add(mark_kind, day, tuple(line), None, **words)

    def claimed(
        self,
        day: Day,
        reading: Reading,
        km: tuple[float, float],
        tolerance: float,
        label: str,
        word: VerdictWord,
    ) -> tuple[str, ...]:
        """Draw where the other end would lie if the figure held: an arc about the bearing, and its tolerance as a band."""
        centre, far = reading.line[0], reading.line[-1]
        bearing = measure.azimuth(centre, far)
        low, high = max(km[0] - tolerance, 0.1), min(km[1] + tolerance, 20_000.0)
        band = (*bearing_arc(centre, bearing, low), *reversed(bearing_arc(centre, bearing, high)))
        marks = [self._add("band", day, line=band, status=word)] if high < inf and high > low else []
        marks += [
            self._add("arc", day, line=bearing_arc(centre, bearing, each), label=label, status=word)
            for each in sorted(set(km))
        ]
        return tuple(marks)

    def belongs(self, card: str, marks: Sequence[str]) -> None:
        """Note which card speaks of which marks."""
        for mark in marks:
            cards = self.cards.setdefault(mark, [])
            if card not in cards:
                cards.append(card)

    def _once(self, kind: MarkKind, day: Day, number: int, label: str = "") -> str:
        key = (kind, day.key, number)
        if key not in self._known:
            self._known[key] = self._add(kind, day, place=number, label=label)
        return self._known[key]

    def _add(
        self,
        kind: MarkKind,
        day: Day,
        line: tuple[LonLat, ...] = (),
        place: int | None = None,
        **words: str,
    ) -> str:
        mark = Mark(f"m{len(self.marks) + 1}", kind, day, line, place, **words)
        self.marks.append(mark)
        return mark.id
