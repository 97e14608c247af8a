"""Hold what an expression is read against, and the steps that "last", "this" and "next" take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from geo.dates.periods import Period
from geo.dates.tense import Tense

__all__ = ["Context", "Reader", "Words", "step_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    The day of writing, the tense about it, the last day named before it, the day it stands beside ("on May 2, the
    day after the vote"), the days of events named so far, and the years the article names.
    """

    written: date | None
    tense: Tense = "open"
    previous: date | None = None
    beside: date | None = None
    events: Mapping[str, date] = field(default_factory=dict)
    years: tuple[int, ...] = ()

    @property
    def today(self) -> date:
        """The day of writing.

        Raises
        ------
        LookupError
            Where it is not known.
        """
        if self.written is None:
            raise LookupError("the article has no publication date to reckon from")
        return self.written

    @property
    def before(self) -> date:
        """The day named last.

        Raises
        ------
        LookupError
            Where none was.
        """
        if self.previous is None:
            raise LookupError("no earlier date to reckon from")
        return self.previous


# The words of a match by the names of the groups; what was not said is "".
Words = Mapping[str, str]
Reader = Callable[[Words, Context], Period]

_STEPS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this past": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "this coming": 1,
}


def step_of(words: str) -> int | None:
    """Turn last, this, next and their like into -1, 0, 1."""
    key = words.lower().split()
    return _STEPS.get(" ".join(key[-2:]), _STEPS.get(key[-1])) if key else None
