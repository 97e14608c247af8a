"""Read dates that lean on an event: "the day before the summit", "two weeks after the quake"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from geo.dates import periods
from geo.dates.context import Context
from geo.dates.periods import Period
from geo.dates.words import EVENTS, NUMBER, UNIT, alternatives, number

__all__ = ["Lean", "event_of", "leans"]

_HEDGE: Final = r"(?:(?i:just|only|about|some|nearly|almost|barely|more\sthan|less\sthan|at\sleast)\s){0,2}"
_EVENT: Final = rf"(?:(?i:the|a|an|his|her|its|their|this|that|last)\s(?:[\w’'./-]{{1,24}}\s){{0,4}}?(?:[\w’']{{1,20}}-)?(?P<noun>{alternatives(EVENTS)})\b)"
_LEANING: Final = re.compile(
    rf"""(?P<came>\b(?i:came|comes|come|coming|happened|occurred|was|is|it's)\s)? (?P<words> \b{_HEDGE}
         (?: (?P<number>{NUMBER})\s(?P<unit>{UNIT}) | (?i:the)\s(?P<unit2>(?i:day|night|week|month|year)) | (?P<unit3>(?i:days|weeks|months)) )
         \s(?P<side>(?i:before|after|prior\sto|following|ahead\sof|into)) (?=\s) (?!\s(?i:yesterday|tomorrow|christmas|easter|new\syear)) (?:\s(?P<event>{_EVENT}))? )""",
    re.VERBOSE,
)


_SIDES: Final = (" before ", " after ", " prior to ", " following ", " ahead of ", " into ")


@dataclass(frozen=True, slots=True)
class Lean:
    """A date that leans on an event: where its words and the event's stand, how far apart the two are."""

    start: int
    end: int
    event: tuple[int, int] | None
    noun: str
    count: float
    unit: str
    came: bool

    def read(self, context: Context) -> Period:
        """Find the day: from the date beside it, from the event's own date, or (what "came a week after") from today."""
        apart = f"{abs(self.count):g} {self.unit}(s) {'after' if self.count > 0 else 'before'}"
        if context.beside is not None:
            return periods.day(context.beside, "the date beside it")
        if self.noun in context.events:
            of = context.events[self.noun]
            return periods.day(periods.shift(of, self.count, self.unit), f"{apart} the {self.noun} of {of}")
        if self.came and self.count > 0:
            to = periods.shift(context.today, -self.count, self.unit)
            return periods.day(to, f"what {context.today} came {apart}")
        return periods.unknown(f"{apart} something whose date is not given")

    def event_day(self, of: date) -> Period:
        """Find the event's own day from the day of the expression."""
        to = periods.shift(of, -self.count, self.unit)
        return periods.day(
            to,
            f"from {of}, which is {abs(self.count):g} {self.unit}(s) {'after' if self.count > 0 else 'before'} it",
        )


def leans(text: str) -> Iterator[Lean]:
    """Find the dates of a sentence that lean on an event."""
    if not any(side in text for side in _SIDES):
        return
    for match in _LEANING.finditer(text):
        unit = (match["unit"] or match["unit2"] or match["unit3"]).lower().removesuffix("s")
        count = number(match["number"]) if match["number"] else 3 if match["unit3"] else 1
        sign = 1 if match["side"].lower() in {"after", "following", "into"} else -1
        event = match.span("event") if match["event"] else None
        yield Lean(
            match.start("words"),
            match.end("words"),
            event,
            (match["noun"] or "").lower(),
            sign * count,
            "day" if unit == "night" else unit,
            match["came"] is not None,
        )


# An event right before its date ("the raid on May 2") or right after ("Tuesday's raid").
_BEFORE_DATE: Final = re.compile(
    rf"\b(?P<noun>{alternatives(EVENTS)})(?:\s(?:in|at|near|on|of)\s[A-Z][\w’'-]{{1,24}}(?:\s[A-Z][\w’'-]{{1,24}}){{0,2}})?,?\s(?:(?:of|on|held|that\stook\splace|launched|staged)\s)?$"
)
_AFTER_DATE: Final = re.compile(
    rf"(?:['’]s)?\s(?:[\w’'-]{{1,24}}\s){{0,3}}?(?P<noun>{alternatives(EVENTS)})\b"
)
_WINDOW: Final = 100


def event_of(text: str, start: int, end: int) -> str | None:
    """Find the event that a date of a sentence belongs to."""
    match = _BEFORE_DATE.search(text[max(0, start - _WINDOW) : start]) or _AFTER_DATE.match(
        text[end : end + _WINDOW]
    )
    return match["noun"].lower() if match else None
