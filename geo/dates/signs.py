"""Tell at a glance which ways of writing a date a sentence may hold: one look at its words and figures, before any pattern.

A sign is what a way of writing cannot do without: a month's name, a figure, a unit of time. Words are looked up in one table,
so that a sentence costs one look-up a word.
"""

import re
from collections.abc import Iterable
from typing import Final

from geo.dates.periods import HOLIDAYS
from geo.dates.words import DEICTIC, FOREIGN_MONTHS, MONTHS, ORDINALS, SEASONS, TENS, WEEKDAYS

__all__ = ["needed", "signs"]

_WEEKDAYS: Final = "mon tue tues wed weds thu thur thurs fri sat sun"
_UNITS: Final = "second minute hour day night week weekend fortnight month quarter year decade century"

_WORDS: Final = {
    "month": {*MONTHS, *(name[:3] for name in MONTHS), "sept"},
    "weekday": {*WEEKDAYS, *_WEEKDAYS.split()},
    "foreign month": {*FOREIGN_MONTHS},
    "ordinal": {*ORDINALS, *(re.sub(r"\d", "", word) for word in ORDINALS)} - {""},
    "season": {*SEASONS},
    "tens": {*TENS},
    "day of today": {words.split()[-1] for words in DEICTIC},
    "feast opens": {re.findall(r"[a-z]+", name)[0] for name in HOLIDAYS},
    "feast ends": {re.findall(r"[a-z]{2,}", name)[-1] for name in HOLIDAYS},
    "unit": {form for unit in _UNITS.split() for form in (unit, f"{unit}s")} | {"centurie", "centuries"},
    **{
        name: {*words.split()}
        for name, words in {
            "overnight": "overnight",
            "week": "week",
            "weekend": "weekend",
            "year": "year years",
            "century": "century",
            "fiscal": "fiscal financial fy",
            "part of year": "quarter half q h",
            "span": "week weekend month quarter year decade century",
            "stretch": "day night morning afternoon evening week weekend month quarter year decade",
            "small stretch": "day days week weeks month months weekend",
            "step": "last this next past previous coming current upcoming early late earlier later",
            "ago": "ago",
            "back": "ago earlier",
            "from now": "now today hence",
            "apart": "earlier later afterwards previously beforehand before after",
            "same": "same next following previous preceding that day",
            "window": "last past previous next coming following recent",
            "within": "within in",
            "ending": "week month quarter year decade weeks months years",
            "edge": "end start beginning middle close",
            "side": "before after prior following ahead into",
        }.items()
    },
}
"""Signs that are words, in small letters."""

_FIGURES: Final = {
    "four figures": re.compile(r"(?:1[4-9]|20)\d\d"),
    "bracketed year": re.compile(r"\([12]"),
    "figures apart": re.compile(r"\d[./-]\d\d?[./-]\d"),
    "tens": re.compile(r"\d0['’]?s"),
    "hangul or kanji": re.compile("[년年]"),
}
"""Signs among figures, looked for where there is one."""

_ALIKE: Final = {"any month": ("month", "foreign month"), "of a year": ("figure", "year")}
"""Signs of which either will do."""

_BIT: Final = {
    name: 1 << at for at, name in enumerate(dict.fromkeys(("figure", *_WORDS, *_FIGURES, *_ALIKE)))
}


def _bits(name: str) -> int:
    """Give the bit of a sign, with those of the signs that it will do for."""
    return _BIT[name] | sum(_BIT[whole] for whole, parts in _ALIKE.items() if name in parts)


def _by_word() -> dict[str, int]:
    """Turn words by sign into signs by word."""
    found: dict[str, int] = {}
    for name, words in _WORDS.items():
        for word in words:
            found[word] = found.get(word, 0) | _bits(name)
    return found


_OF_WORD: Final = _by_word()
_KNOWN: Final = frozenset(_OF_WORD)
_OF_FIGURES: Final = tuple((pattern, _bits(name)) for name, pattern in _FIGURES.items())
_ANY_FIGURE: Final = _bits("figure")
_FIGURE: Final = re.compile(r"\d")
_RUN: Final = re.compile(r"[^\W\d_]+")


def needed(names: Iterable[str]) -> int:
    """Give the signs of some names as one number.

    >>> signs("on May 2") & needed(["month", "figure"]) == needed(["month", "figure"])
    True
    """
    bits = 0
    for name in names:
        bits |= _BIT[name]
    return bits


def signs(text: str) -> int:
    """Give all signs of a sentence as one number."""
    held = 0
    for word in _KNOWN.intersection(_RUN.findall(text.lower())):
        held |= _OF_WORD[word]
    if _FIGURE.search(text):
        held |= _ANY_FIGURE
        for pattern, bit in _OF_FIGURES:
            if pattern.search(text):
                held |= bit
    return held
