"""Decide under which date layer each thing stands.

The rule: a mark belongs to the date of what it shows. A leg and an event have their own date; a claim, a place
or a remark takes the date of the leg or event whose words hold it, else a date in its own sentence, else none.
The day an article was published is not the day of what it tells, so it is never used here; anchored dates
("on Tuesday") have been worked out by `geo.dates` already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geo.model import Report, Span, When
from geo.text import Document

__all__ = ["UNDATED", "Day", "Days", "day", "in_order"]

UNDATED = "undated"
_ABOUT = frozenset({"week", "month", "season", "year", "unknown"})


@dataclass(frozen=True, slots=True)
class Day:
    """A date layer: an ISO 8601 day or interval, or "undated"; `about` when the words were less exact."""

    first: date | None = None
    last: date | None = None
    about: bool = False

    @property
    def key(self) -> str:
        """Its name in the layer control.

        >>> Day(date(2023, 9, 7), date(2023, 9, 8)).key
        '2023-09-07/2023-09-08'
        >>> Day(date(2023, 9, 7)).key, Day().key
        ('2023-09-07/..', 'undated')
        """
        if self.first == self.last:
            return self.first.isoformat() if self.first else UNDATED
        return "/".join(each.isoformat() if each else ".." for each in (self.first, self.last))


def day(when: When | None) -> Day:
    """Take the layer of a temporal expression."""
    if when is None or (when.first is None and when.last is None):
        return Day()
    return Day(when.first, when.last, when.precision in _ABOUT)


def in_order(days: Iterable[Day]) -> tuple[Day, ...]:
    """Sort layers by time, each key once (the more exact telling wins), the undated one last."""
    exact = {each.key: each for each in sorted(days, key=lambda each: not each.about)}
    return tuple(sorted(exact.values(), key=_moment))


def _moment(each: Day) -> tuple[date, date]:
    first, last = each.first or each.last or date.max, each.last or each.first or date.max
    return first, last


class Days:
    """Find the date of any words of one report."""

    def __init__(self, report: Report, document: Document) -> None:
        told = [(each.span, each.when) for each in report.movements if each.when]
        told += [(each.span, each.when) for each in report.events if each.when]
        self._told = sorted(told, key=lambda each: (each[0].end - each[0].start, each[0].start))
        self._dates = report.dates
        self._document = document

    def of(self, span: Span) -> Day:
        """Return the layer of what these words tell."""
        around = next((when for words, when in self._told if words.holds(span)), None)
        return day(around or self._near(span))

    def _near(self, span: Span) -> When | None:
        """Return the date in the same sentence whose words are nearest."""
        index = self._document.at(span.start)
        if index is None:
            return None
        sentence = self._document.sentences[index]
        inside = [
            each
            for each in self._dates
            if sentence.start <= each.span.start < sentence.end and (each.first or each.last)
        ]
        return min(inside, key=lambda each: abs(each.span.start - span.start), default=None)
