"""Link movements over sentences and articles: one leg for each movement, legs in journeys, conflicts and checks."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from geo.model import Check, End, Leg, Mode, Movement, Report, Route, Span, When
from geo.movements.words import DETERMINERS, PREPOSITIONS, PRONOUNS

__all__ = ["checks", "link"]

# (index of the report, index of the movement in it)
Key = tuple[int, int]
_CARRIED: Final = "carried"


# --- sameness ----------------------------------------------------------------------------------------------------------


def _names(span: Span | None) -> frozenset[str]:
    """Give the words of a span that carry meaning, in small letters without possessive."""
    if span is None:
        return frozenset()
    words = (re.sub(r"['’]s$|\W+$", "", word.lower()) for word in re.split(r"[\s,]+", span.text))
    return frozenset(word for word in words if word and word not in DETERMINERS | PREPOSITIONS | PRONOUNS)


def _end_agrees(a: End | None, b: End | None) -> bool | None:
    """Compare two ends: by place, else by words; `None` where one is not told."""
    if a is None or b is None:
        return None
    if a.place is not None and b.place is not None:
        return a.place.id == b.place.id
    one, two = (frozenset(_names(each.span)) for each in (a, b))
    return bool(one & two) and len(one & two) * 2 >= min(len(one), len(two))


def _days(when: When | None) -> tuple[date, date] | None:
    """Give both ends of a known date."""
    return (when.first, when.last) if when and when.first and when.last else None


def _apart(a: When | None, b: When | None) -> int:
    """Count the days between two dates; 0 where they overlap or one is not known."""
    one, two = _days(a), _days(b)
    if one is None or two is None:
        return 0
    return max((one[0] - two[1]).days, (two[0] - one[1]).days, 0)


_GENERIC: Final = frozenset(
    """shipment cargo containers container goods ship vessel weapons arms load convoy boat plane train flight ships trucks equipment munitions supplies aid
    military shipping number dozens hundreds thousands group people passengers""".split()
)
_CLOSE_DAYS: Final = (
    3  # the same ship between the same ports within these days is one voyage told differently
)


def _same(a: Movement, b: Movement) -> bool:
    """Decide whether two tellings are of one movement."""
    ends = [_end_agrees(a.origin, b.origin), _end_agrees(a.destination, b.destination)]
    if False in ends or True not in ends or (a.mode != b.mode and "unknown" not in {a.mode, b.mode}):
        return False
    if "denied" in {a.status, b.status} and a.status != b.status:
        return False
    shared = (_names(a.vehicle) & _names(b.vehicle)) - _GENERIC
    apart = _apart(a.when, b.when)
    if apart:
        return bool(shared) and ends == [True, True] and apart <= _CLOSE_DAYS
    told = [_names(each.what) | _names(each.vehicle) for each in (a, b)]
    vague = any(not words for words in told)
    return (
        vague
        or bool(told[0] & told[1])
        or (ends == [True, True] and _days(a.when) is not None and _days(a.when) == _days(b.when))
    )


def _fullness(movement: Movement) -> int:
    """Count what a telling tells."""
    parts = (
        movement.what,
        movement.vehicle,
        movement.origin,
        movement.destination,
        _days(movement.when),
        movement.mode != "unknown" or None,
    )
    return sum(part is not None for part in parts)


def _distinct(reports: Sequence[Report]) -> Iterator[tuple[Key, Movement]]:
    """Yield every movement once, leaving out paragraphs that an article prints twice."""
    for at, report in enumerate(reports):
        printed: set[tuple[str, str, int]] = set()
        for number, movement in enumerate(report.movements):
            key = (movement.span.text, movement.cue.text, movement.cue.start - movement.span.start)
            if key not in printed:
                printed.add(key)
                yield (at, number), movement


_KEPT: Final = 400  # movements looked back on; more are no story but a list


def _groups(reports: Sequence[Report]) -> list[list[tuple[Key, Movement]]]:
    """Put the tellings of one movement together; within one article only where the days agree."""
    groups: list[list[tuple[Key, Movement]]] = []
    for key, movement in _distinct(reports):
        for group in groups[-_KEPT:]:
            within = any(other[0] == key[0] for other, _ in group)
            dated = all(_days(movement.when) == _days(told.when) for _, told in group)
            if (not within or dated) and all(_same(movement, told) for _, told in group):
                group.append((key, movement))
                break
        else:
            groups.append([(key, movement)])
    return groups


# --- conflicts ---------------------------------------------------------------------------------------------------------

_COUNT: Final = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,9})\s(?P<noun>(?:[a-z-]{2,20}\s){0,2}[a-z]{3,20})\b"
)


def _counted(text: str) -> Iterator[tuple[str, int]]:
    """Find counted things: the last word in the plural of each, and how many."""
    for match in _COUNT.finditer(text):
        words = match["noun"].split()
        noun = next((word for word in words if word.endswith("s")), words[-1])
        yield noun, int(match["number"].replace(",", ""))


def _teller(reports: Sequence[Report], key: Key) -> str:
    """Name an article."""
    article = reports[key[0]].article
    return article.outlet or article.title or article.id


def _said_days(told: Movement) -> str:
    """Write the days of a telling."""
    days = _days(told.when)
    return "" if days is None else str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _said_counts(told: Movement) -> str:
    """Write the counts of a telling."""
    return ", ".join(f"{count:,} {noun}" for noun, count in _counted(told.what.text)) if told.what else ""


_FACETS: Final[dict[str, Callable[[Movement], str]]] = {
    "dates": _said_days,
    "counts": _said_counts,
    "modes": lambda told: "" if told.mode == "unknown" else told.mode,
    "statuses": lambda told: told.status,
}


def _differing(reports: Sequence[Report], group: Sequence[tuple[Key, Movement]]) -> Iterator[str]:
    """Say where the tellings of one movement differ, each with who says it."""
    for name, facet in _FACETS.items():
        said: dict[str, str] = {}
        for key, told in group:
            value = facet(told)
            if value:
                said.setdefault(value, _teller(reports, key))
        if len(said) > 1:
            yield f"{name} differ: " + "; ".join(f"{value} ({who})" for value, who in said.items())


# --- journeys ----------------------------------------------------------------------------------------------------------


def _place(end: End | None) -> tuple[object, object] | None:
    """Give what tells a place: its gazetteer id, else its words."""
    if end is None:
        return None
    return ("id", end.place.id) if end.place else ("words", _names(end.span))


def _shares(a: Movement, b: Movement) -> bool:
    """Decide whether two legs move the same thing, or the later points back to it."""
    one, two = _names(a.what) | _names(a.vehicle), _names(b.what) | _names(b.vehicle)
    return not two or bool(one & two) or bool(two & _GENERIC and one & _GENERIC)


def _continues(a: Leg, b: Leg) -> bool:
    """Decide whether a leg goes on where another ended (or, after a pick-up, where it began)."""
    start, ends = b.movement.origin, a.movement.destination or a.movement.origin
    if start is None or ends is None or a.movement is b.movement:
        return False
    if start.because.startswith(_CARRIED) and start.span == ends.span:
        return {key[0] for key in a.told} & {key[0] for key in b.told} != set()
    here, there = _days(a.movement.when), _days(b.movement.when)
    fits = here is None or there is None or here[0] <= there[1]
    return bool(_place(start) == _place(ends) and fits and _shares(a.movement, b.movement))


def _journeys(legs: Sequence[Leg]) -> list[list[int]]:
    """Group legs that follow one another, in the order of their days, then of reading."""
    after: dict[int, int] = {}
    before: set[int] = set()
    for later in range(len(legs)):
        options = [
            at
            for at in range(max(0, later - _KEPT), min(len(legs), later + _KEPT))
            if at != later
            and at not in after
            and _continues(legs[at], legs[later])
            and at not in _follow(after, later)
        ]
        if options:
            after[options[-1]] = later
            before.add(later)
    starts = [at for at in range(len(legs)) if at not in before and at in after]
    return [list(_follow(after, at)) for at in starts]


def _follow(after: dict[int, int], start: int) -> Iterator[int]:
    """Walk a chain."""
    at: int | None = start
    while at is not None:
        yield at
        at = after.get(at)


def _totals(reports: Iterable[Report]) -> dict[str, int]:
    """Find the largest count of each thing in all articles."""
    totals: dict[str, int] = {}
    for report in reports:
        for noun, count in _counted(report.article.text):
            totals[noun] = max(totals.get(noun, 0), count)
    return totals


def _parts(totals: dict[str, int], movement: Movement) -> Iterator[Check]:
    """Compare what a leg counts with the totals the articles give for the same things."""
    for noun, count in _counted(movement.what.text if movement.what else ""):
        if totals.get(noun, count) > count:
            yield Check(
                "part of whole", ok=True, because=f"{count:,} of {totals[noun]:,} {noun} named in the story"
            )


def link(reports: Sequence[Report]) -> tuple[Leg, ...]:
    """Make the legs of a story: each movement once, with who tells it, in journeys where legs follow one another.

    Routes are not built here; once they are, `checks` compares each leg with the one before it.
    """
    legs: list[Leg] = []
    totals = _totals(reports)
    for number, group in enumerate(_groups(reports), start=1):
        fullest = sorted(group, key=lambda row: -_fullness(row[1]))
        movement = fullest[0][1]
        told = tuple(key for key, _ in fullest)
        conflicts = tuple(_differing(reports, fullest))
        legs.append(
            Leg(f"leg-{number}", movement, told, conflicts=conflicts, checks=tuple(_parts(totals, movement)))
        )
    for chain, members in enumerate(_journeys(legs), start=1):
        for order, at in enumerate(members, start=1):
            legs[at] = replace(legs[at], chain=chain, order=order)
    return tuple(legs)


# --- checks ------------------------------------------------------------------------------------------------------------

# The fastest that freight or people go over a whole leg, km/h: freighters 45, freight trains 80, lorries 100, jets 950, on foot 6.
_FASTEST: Final[dict[Mode, float]] = {"sea": 45, "rail": 80, "road": 100, "air": 950, "foot": 6}
_LONG_STAY: Final = 60  # days between two legs after which a stay is worth a remark


def _order(leg: Leg, previous: Leg) -> Check:
    """Check that a leg does not begin before the one before it."""
    here, there = _days(leg.movement.when), _days(previous.movement.when)
    if here is None or there is None:
        return Check("order", ok=None, because="one of the two legs has no date")
    if here[1] < there[0]:
        return Check(
            "order", ok=False, because=f"{here[1]} is before {there[0]}, when the leg before it took place"
        )
    return Check("order", ok=True, because=f"{there[0]} comes before {here[1]}")


def _dwell(leg: Leg, previous: Leg) -> Check | None:
    """Check how long the cargo stayed between two legs."""
    here, there = _days(leg.movement.when), _days(previous.movement.when)
    if here is None or there is None or here[0] < there[1]:
        return None
    stay = (here[0] - there[1]).days
    return Check("dwell", ok=stay <= _LONG_STAY, because=f"{stay} days between {there[1]} and {here[0]}")


def _speed(leg: Leg, previous: Leg | None, route: Route | None) -> Check | None:
    """Check that the fastest of its mode could cover the route in the days the text leaves."""
    here = _days(leg.movement.when)
    if route is None or here is None or route.mode not in _FASTEST:
        return None
    there = _days(previous.movement.when) if previous else None
    start = min(there[0] if there else here[0], here[0])
    hours = 24 * ((here[1] - start) + timedelta(days=1)).days
    needed = route.length_km / _FASTEST[route.mode]
    per_day = route.length_km / (hours / 24)
    because = f"{route.length_km:,.0f} km by {route.mode} between {start} and {here[1]}: at least {needed:,.0f} h at {_FASTEST[route.mode]:g} km/h, {hours} h at hand ({per_day:,.0f} km a day)"
    if there is None and needed > hours:
        # A single date may be that of departure or of arrival: too short a day alone disproves nothing.
        return Check(
            "speed", ok=None, because=f"{because}; the date may be that of departure or arrival alone"
        )
    return Check("speed", ok=needed <= hours, because=because)


def checks(leg: Leg, previous: Leg | None, route: Route | None) -> tuple[Check, ...]:
    """Check a leg: what it has been checked for already, then order and stay after the leg before it, then its speed."""
    made: Iterable[Check | None] = (
        *leg.checks,
        _order(leg, previous) if previous else None,
        _dwell(leg, previous) if previous else None,
        _speed(leg, previous, route),
    )
    return tuple(check for check in made if check is not None)
