"""Read the dates of an article: what each temporal expression stands for, as an interval of days.

`read` is all there is to call. Underneath, `words` lists names and numbers, `signs` tells which of the ways in `grammar` of
writing single dates a sentence may hold, `readers` and `relative` what they stand for, `compose` makes ranges and parts, `anchors` reckons from events, `tense`
decides whether a date lies ahead, and `periods` counts days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Final

from geo.dates.anchors import event_of
from geo.dates.compose import Expression, expressions
from geo.dates.context import Context
from geo.dates.periods import Period, unknown
from geo.dates.pieces import pieces
from geo.dates.tense import tense
from geo.model import When
from geo.text import Document, Sentence

__all__ = ["read"]


@dataclass(slots=True)
class _Reading:
    """What has been read so far of one article."""

    written: date | None
    years: tuple[int, ...]
    previous: date | None = None
    events: dict[str, date] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def _period(each: Expression, context: Context, words: str) -> Period:
    """Read one expression, turning what cannot be into a period of which nothing is known."""
    try:
        return each.read(context)
    except LookupError as problem:
        return unknown(str(problem))
    except (ValueError, OverflowError) as problem:
        return unknown(f"not a date: {problem}", f"{words!r} is not a date: {problem}")


def _when(sentence: Sentence, start: int, end: int, period: Period) -> When:
    """Put a period to its words."""
    return When(sentence.span(start, end), period.first, period.last, period.precision, period.because)


_BESIDE: Final = re.compile(r"\s?(?:[,(–—-]|--)?\s?")


def _beside(each: Expression, known: list[tuple[Expression, Period]], text: str) -> date | None:
    """Find the single day that stands right beside an expression."""
    for other, period in known:
        gap = text[other.end : each.start] if other.end <= each.start else text[each.end : other.start]
        if _BESIDE.fullmatch(gap) and period.first == period.last:
            return period.first
    return None


def _sentence(sentence: Sentence, so_far: _Reading) -> Iterator[When]:
    """Read one sentence: first the dates that stand alone, then those that lean on them."""
    text, known, written = sentence.text, list[tuple[Expression, Period]](), so_far.written
    listed = sorted(expressions(text), key=lambda each: each.lean is not None)
    for each in listed:
        context = Context(
            written,
            tense(text, each.start, each.end),
            so_far.previous,
            None,
            so_far.events,
            so_far.years,
        )
        if each.lean:
            context = replace(context, beside=_beside(each, known, text))
        period = _period(each, context, text[each.start : each.end])
        if not period.because:  # a length of time, not a date
            continue
        known.append((each, period))
        written = _spoken_on(text, each, period) or written
        yield _when(sentence, each.start, each.end, period)
        if period.doubt:
            so_far.warnings.append(period.doubt)
        if period.first and period.first == period.last:
            yield from _learn(sentence, each, period.first, so_far)


_SAID: Final = re.compile(
    r",?\s[^,;]{2,80}?\s(?:said|told|announced|reported|wrote|stated|testified|claimed)\b"
)


def _spoken_on(text: str, each: Expression, period: Period) -> date | None:
    """Find the day from which the words of a sentence are reckoned: "On Oct. 13, X said that in recent weeks ..."."""
    opens = each.start <= len("On ") and period.first is not None and period.first == period.last
    return period.first if opens and _SAID.match(text, each.end) else None


def _learn(sentence: Sentence, each: Expression, day: date, so_far: _Reading) -> Iterator[When]:
    """Remember a single day and the event it dates; an event that is dated by it is a date of its own."""
    so_far.previous = day
    if each.lean is None:
        noun = event_of(sentence.text, each.start, each.end)
        if noun:
            so_far.events.setdefault(noun, day)
    elif each.lean.event:
        period = each.lean.event_day(day)
        if period.first:
            so_far.events.setdefault(each.lean.noun, period.first)
        yield _when(sentence, *each.lean.event, period)


# "SOFIA 1996-08-28", "GENEVA, March 3, 2011 -": the day of writing where no publication date is given.
_DATELINE: Final = re.compile(r"[A-Z][A-Z ,.'’-]{2,40}[\s,(]{1,3}$")


def _dateline(document: Document) -> date | None:
    """Find the day of writing in the dateline of an article."""
    for sentence in document.sentences[:3]:
        for each in expressions(sentence.text[:120])[:1]:
            period = _period(each, Context(None), "")
            if each.dated and period.first == period.last and _DATELINE.match(sentence.text[: each.start]):
                return period.first
    return None


_MOST: Final = 5_000  # dates; what names more is a table, not an article


def read(document: Document) -> tuple[tuple[When, ...], tuple[str, ...]]:
    """Read every date of an article, reckoned from its publication date, and what is to be warned of.

    >>> from datetime import date
    >>> from geo import text
    >>> from geo.model import Article
    >>> article = Article("a", "The ship sailed on Sept. 7-8 and is due on Friday.", published=date(2023, 10, 14))
    >>> [(when.span.text, str(when.first), str(when.last)) for when in read(text.read(article))[0]]
    [('on Sept. 7-8', '2023-09-07', '2023-09-08'), ('on Friday', '2023-10-20', '2023-10-20')]
    """
    written = document.article.published or _dateline(document)
    years = tuple(sorted({int(found) for found in re.findall(r"\b(?:19|20)\d\d\b", document.article.text)}))
    so_far = _Reading(written, years)
    found = (when for _, each in pieces(document) for when in sorted(_sentence(each, so_far), key=_order))
    dates = list(islice(found, _MOST))
    if len(dates) == _MOST:
        so_far.warnings.append(f"only the first {_MOST:,} dates of the article are read")
    if written is None and any(when.first is None for when in dates):
        so_far.warnings.append(
            "no publication date, so dates without a year stay open; "
            "give it with --published YYYY-MM-DD or as 'published:' in the front matter"
        )
    return tuple(dates), tuple(so_far.warnings)


def _order(when: When) -> tuple[int, int]:
    """Sort by where the words end, the shorter first, so that "May" comes before "since May"."""
    return when.span.end, -when.span.start
