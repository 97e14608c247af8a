"""Put together what several articles tell of one movement, and say where they differ."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from geo.model import End, Movement, Report, Span, When
from geo.movements.words import DETERMINERS, PREPOSITIONS, PRONOUNS

__all__ = ["GENERIC", "KEPT", "Key", "counted", "days_of", "differing", "fullness", "groups", "names_of"]


# (index of the report, index of the movement in it)
Key = tuple[int, int]


def names_of(span: Span | None) -> frozenset[str]:
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
    one, two = (frozenset(names_of(each.span)) for each in (a, b))
    return bool(one & two) and len(one & two) * 2 >= min(len(one), len(two))


def days_of(when: When | None) -> tuple[date, date] | None:
    """Give both ends of a known date."""
    return (when.first, when.last) if when and when.first and when.last else None


def _apart(a: When | None, b: When | None) -> int:
    """Count the days between two dates; 0 where they overlap or one is not known."""
    one, two = days_of(a), days_of(b)
    if one is None or two is None:
        return 0
    return max((one[0] - two[1]).days, (two[0] - one[1]).days, 0)


GENERIC: Final = frozenset(
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
    shared = (names_of(a.vehicle) & names_of(b.vehicle)) - GENERIC
    apart = _apart(a.when, b.when)
    if apart:
        return bool(shared) and ends == [True, True] and apart <= _CLOSE_DAYS
    told = [names_of(each.what) | names_of(each.vehicle) for each in (a, b)]
    vague = any(not words for words in told)
    return (
        vague
        or bool(told[0] & told[1])
        or (ends == [True, True] and days_of(a.when) is not None and days_of(a.when) == days_of(b.when))
    )


def fullness(movement: Movement) -> int:
    """Count what a telling tells."""
    parts = (
        movement.what,
        movement.vehicle,
        movement.origin,
        movement.destination,
        days_of(movement.when),
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


KEPT: Final = 400  # movements looked back on; more are no story but a list


def groups(reports: Sequence[Report]) -> list[list[tuple[Key, Movement]]]:
    """Put the tellings of one movement together; within one article only where the days agree."""
    groups: list[list[tuple[Key, Movement]]] = []
    for key, movement in _distinct(reports):
        for group in groups[-KEPT:]:
            within = any(other[0] == key[0] for other, _ in group)
            dated = all(days_of(movement.when) == days_of(told.when) for _, told in group)
            if (not within or dated) and all(_same(movement, told) for _, told in group):
                group.append((key, movement))
                break
        else:
            groups.append([(key, movement)])
    return groups


_COUNT: Final = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,9})\s(?P<noun>(?:[a-z-]{2,20}\s){0,2}[a-z]{3,20})\b"
)


def counted(text: str) -> Iterator[tuple[str, int]]:
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
    days = days_of(told.when)
    return "" if days is None else str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _said_counts(told: Movement) -> str:
    """Write the counts of a telling."""
    return ", ".join(f"{count:,} {noun}" for noun, count in counted(told.what.text)) if told.what else ""


_FACETS: Final[dict[str, Callable[[Movement], str]]] = {
    "dates": _said_days,
    "counts": _said_counts,
    "modes": lambda told: "" if told.mode == "unknown" else told.mode,
    "statuses": lambda told: told.status,
}


def differing(reports: Sequence[Report], group: Sequence[tuple[Key, Movement]]) -> Iterator[str]:
    """Say where the tellings of one movement differ, each with who says it."""
    for name, facet in _FACETS.items():
        said: dict[str, str] = {}
        for key, told in group:
            value = facet(told)
            if value:
                said.setdefault(value, _teller(reports, key))
        if len(said) > 1:
            yield f"{name} differ: " + "; ".join(f"{value} ({who})" for value, who in said.items())
