"""Put temporal expressions together: parts of periods, ranges, and open ends (since, until, by)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from geo.dates import periods
from geo.dates.anchors import Lean, leans
from geo.dates.context import Context
from geo.dates.grammar import RULES
from geo.dates.periods import Period
from geo.dates.signs import needed, signs
from geo.dates.words import NUMBER, number

__all__ = ["Expression", "expressions"]


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a sentence and how to read them.

    `dated` where they name their year themselves; `lean` where they are read from an event.
    """

    start: int
    end: int
    read: Callable[[Context], Period]
    dated: bool = False
    lean: Lean | None = None


def _reader(read: Callable[..., Period], words: object) -> Callable[[Context], Period]:
    """Bind the words of a match to its reader."""
    return lambda context: read(words, context)


def _atoms(text: str, seen: int) -> tuple[Expression, ...]:
    """Find single expressions, `seen` being the signs of the text; of those that overlap the first wins, then the longest."""
    found = [
        (start, -end, Expression(start, end, _reader(rule.read, words), bool(words["year"])))
        for rule in RULES
        if rule.needs & seen == rule.needs
        for start, end, words in rule.find(text)
    ]
    kept: list[Expression] = []
    for _, _, each in sorted(found, key=lambda row: row[:2]):
        if not kept or each.start >= kept[-1].end:
            kept.append(_trimmed(each, text))
    return tuple(kept)


def _trimmed(each: Expression, text: str) -> Expression:
    """Drop white space at both ends."""
    words = text[each.start : each.end]
    start = each.start + len(words) - len(words.lstrip(" \n\t,"))
    end = each.end - (len(words) - len(words.rstrip(" \n\t,")))
    return each if (start, end) == (each.start, each.end) else replace(each, start=start, end=end)


_PART: Final = re.compile(
    r"""\b (?i:in\s|on\s|at\s|during\s|between\s)? (?i:the\s)?
        (?: (?P<first>(?i:early|mid|late))-? (?:\s(?i:and|to|or)\s|\s?[-–]\s?|-to-) )?
        (?P<name>(?i:early|mid|late|beginning|start|middle|end|close|first\shalf|second\shalf|latter\shalf))
        (?i:\s(?:of|in|on|part\sof)(?:\sthe)?)? [\s-] $""",
    re.VERBOSE,
)
_LEAD: Final = re.compile(r"(?:(?i:in|of|from|by|since|until|for|to|the|early|mid|late|end)[\s-]){0,3}")
_WINDOW: Final = 48  # characters in which a word of composition may stand before an expression


def _with_part(each: Expression, text: str) -> Expression:
    """Take in the words "early", "end of", "mid- to late" ... before an expression."""
    lead = _LEAD.match(text, each.start, each.end)
    at = lead.end() if lead else each.start
    low = max(0, at - _WINDOW)
    match = _PART.search(text[low:at])
    if match is None:
        return each
    names = [" ".join(name.lower().split()) for name in match.group("first", "name") if name]

    def read(context: Context) -> Period:
        parts = [periods.part(each.read(context), name) for name in names]
        if len(parts) == 1 or parts[0].first is None or parts[1].last is None:
            return parts[0]
        return periods.days(parts[0].first, parts[1].last, f"{parts[0].because} to {names[1]} part")

    return replace(each, start=min(each.start, low + match.start()), read=read)


_LINK: Final = re.compile(
    r"\s?[-–—]\s?|,?\s(?:to|through|thru|until|till|into)\s(?:the\s)?|\s(?P<and>and)\s(?:the\s)?"
)
_FROM: Final = re.compile(r"\b(?:(?i:from|between)\s)$")


def _linked(a: Expression, b: Expression, text: str) -> bool:
    """Decide whether two expressions are the ends of a range."""
    link = _LINK.fullmatch(text, a.end, b.start)
    if link is None:
        return False
    return (
        not link["and"]
        or text[max(0, a.start - 8) : a.end].lower().lstrip(" ,").startswith("between")
        or "between" in text[max(0, a.start - 9) : a.start + 7].lower()
    )


def _range(a: Expression, b: Expression, text: str) -> Expression:
    """Make a range of its two ends; the end that names no year is read from the other."""

    def read(context: Context) -> Period:
        if b.dated and not a.dated:
            last = b.read(context)
            first = a.read(replace(context, written=last.last, tense="past"))
        else:
            first = a.read(context)
            last = b.read(replace(context, written=first.first, tense="future"))
        if first.first is None or last.last is None:
            return first if first.first is None else last
        return periods.days(first.first, last.last, f"from {first.because} to {last.because}")

    opening = _FROM.search(text[max(0, a.start - 8) : a.start])
    return Expression(a.start - (len(opening[0]) if opening else 0), b.end, read, a.dated or b.dated)


_OPEN: Final = re.compile(
    r"\b(?i:(?P<since>(?:ever\s)?since)|(?P<until>until|till|by|through|up\suntil|up\sto))\s(?:(?i:the)\s)?$"
)


def _open_ended(each: Expression, text: str) -> Expression | None:
    """Make of "since X" what lies between X and the day of writing, of "until X" and "by X" what lies before X."""
    words = text[each.start : each.end]
    lead = re.match(r"(?i:since|until|till|by|through)\s", words)
    at = each.start + (lead.end() if lead else 0)
    low = max(0, at - 16)
    match = _OPEN.search(text[low:at])
    if match is None:
        return None
    since = match["since"] is not None

    def read(context: Context) -> Period:
        ahead = not since and context.tense == "open"
        found = each.read(replace(context, tense="future") if ahead else context)
        if found.first is None or found.last is None:
            return found
        if since and found.first <= context.today:
            return periods.days(found.first, context.today, f"since {found.because}, up to {context.today}")
        if not since and found.last >= context.today:
            return periods.days(context.today, found.last, f"from {context.today}, up to {found.because}")
        return Period(
            None, None, "unknown", ""
        )  # its other end is not known, and the date alone stands already

    return Expression(low + match.start(), each.end, read, each.dated)


_SPAN: Final = re.compile(
    rf"""\b(?: (?i:in|for|over|during)\s )? (?i:the\s)? (?: (?P<number>{NUMBER})\s )? (?i:(?:fiscal|financial|full|business)\s)?
        (?P<unit>(?i:weeks?|months?|quarter|half|year)) \s (?: (?i:ended|ending) | (?P<to>(?i:to)) ) (?i:\son)? \s $""",
    re.VERBOSE,
)
_SPAN_UNITS: Final = {"half": (6, "month"), "quarter": (3, "month"), "year": (12, "month")}


def _span_to(each: Expression, text: str) -> Expression:
    """Take in "the quarter ended", "the six months to" before a date: the stretch that ends with it."""
    low = max(0, each.start - _WINDOW)
    match = _SPAN.search(text[low : each.start])
    if match is None or (match["to"] and not match["number"]):
        return each
    unit = match["unit"].lower().removesuffix("s")
    size, of = _SPAN_UNITS.get(unit, (1, unit))
    count = size * (number(match["number"]) if match["number"] else 1)

    def read(context: Context) -> Period:
        found = each.read(context)
        if found.last is None:
            return found
        first = periods.shift(found.last + timedelta(days=1), -count, of)
        return periods.days(first, found.last, f"{count:g} {of}s up to {found.last}, {found.because}")

    return replace(each, start=low + match.start(), read=read)


def _ranges(atoms: tuple[Expression, ...], text: str) -> Iterator[Expression]:
    """Join neighbours that are the ends of a range."""
    at = 0
    while at < len(atoms):
        if at + 1 < len(atoms) and _linked(atoms[at], atoms[at + 1], text):
            yield _range(atoms[at], atoms[at + 1], text)
            at += 1
        else:
            yield atoms[at]
        at += 1


_LEANS: Final = needed(("side", "unit"))


def expressions(text: str) -> tuple[Expression, ...]:
    """Find the temporal expressions of a sentence in reading order.

    An open-ended one ("since May") stands right after the date it is made of ("May"): both are wanted, the month
    to say when it began, the longer one for how long it lasted.
    """
    seen = signs(text)
    leaning = tuple(
        Expression(far.start, far.end, far.read, lean=far)
        for far in (leans(text) if seen & _LEANS == _LEANS else ())
    )
    atoms = [
        each
        for each in _atoms(text, seen)
        if not any(each.start < far.end and far.start < each.end for far in leaning)
    ]
    if not atoms and not leaning:
        return ()
    found: list[Expression] = []
    parts = tuple(_span_to(_with_part(each, text), text) for each in atoms)
    for each in _ranges(parts, text):
        found.append(each)
        longer = _open_ended(each, text)
        if longer:
            found.append(longer)
    return tuple(sorted((*found, *leaning), key=lambda each: each.start))
