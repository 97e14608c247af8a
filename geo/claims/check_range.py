"""Check the ranges of weapons against a small table of public figures."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geo.claims.check import figure, not_checkable, second_of, second_words
from geo.claims.judgement import tolerance
from geo.claims.setting import Setting
from geo.claims.wording import km
from geo.model import Claim, Reading, Verdict, VerdictWord

__all__ = ["check_range"]

# Outside the span of the sources, and still close to it.
_CLOSE = 0.15
# A flight may be shorter than the range.
_FLEW = re.compile(r"\b(?:flew|flown|flying|travell?ed)\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """What sources give for one weapon, in km."""

    name: str
    pattern: re.Pattern[str]
    low: float
    high: float
    source: str


@cache
def _rows() -> tuple[_Row, ...]:
    """Read the table; longer names first, so that "Iskander-M" is not read as "Iskander"."""
    text = (files("geo.claims") / "data" / "ranges.csv").read_text(encoding="utf-8")
    rows = [
        _Row(
            name,
            re.compile(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", re.IGNORECASE),
            float(row["low_km"]),
            float(row["high_km"]),
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
        for name in row["words"].split("|")
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.name), row.name)))


def check_range(claim: Claim, _: Setting) -> Verdict:
    """Judge the range of a weapon that the table names; others are not checkable."""
    stated = figure(claim)
    if stated is None:
        return not_checkable(claim, "the figure names no number")
    words = claim.subject.span.text if claim.subject and claim.subject.span else ""
    row = next((each for each in _rows() if each.pattern.search(words)), None)
    if row is None:
        return not_checkable(claim, "the table of public ranges does not name this weapon or craft")
    room = tolerance(stated)
    floor = 0.0 if stated.side == "least" or _FLEW.search(claim.span.text) else row.low
    outside = max(floor - stated.high - room, stated.low - row.high - room, 0.0)
    word: VerdictWord = (
        "supported"
        if outside == 0
        else "close"
        if outside <= _CLOSE * (floor if stated.high < floor else row.high)
        else "contradicted"
    )
    span = km(row.low) if row.low == row.high else f"{km(row.low)} to {km(row.high)}"
    reading = Reading(
        f"range of {row.name} by public sources",
        row.high,
        word == "supported",
        method="table of public ranges",
    )
    because = f"public sources give the {row.name} a range of {span}; the text says {km(stated.high)}. Source: {row.source}"
    return Verdict(word, because + second_words(claim), row.high, room, (reading,), second_of(claim))
