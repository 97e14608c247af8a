"""Read numbers in every printed form: figures, words, fractions, and the figures that name none.

Every repetition is bounded, so that hostile text costs linear time.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = [
    "GLYPHS",
    "NUMBER",
    "NUMBER_ENDS",
    "RANGE",
    "SCALE",
    "SCALES",
    "SPREAD",
    "VAGUE",
    "Value",
    "number",
    "step_of",
]

_ONES = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SMALL = {"a": 1, "an": 1} | _ONES | _TENS
SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "mln": 1e6}
_PARTS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "eighth": 1 / 8, "tenth": 1 / 10,
    "thirds": 1 / 3, "quarters": 1 / 4, "fourths": 1 / 4, "fifths": 1 / 5, "eighths": 1 / 8, "tenths": 1 / 10,
}  # fmt: skip
GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}
# Figures that name no number; "a couple of hundred" is the one whose bounds readers agree on.
VAGUE = r"(?:several|a\ few|few|many|a\ couple(?:\ of)?|dozens\ of|scores\ of|tens\ of|hundreds\ of|thousands\ of)"

# What a number or a figure that names none may end in, letters all.
NUMBER_ENDS = frozenset({*_SMALL, *SCALES, *_PARTS, "dozen", "several", "few", "many", "couple", "of"})


def any_of(words: object) -> str:
    """Write an alternation, longest first so that no word hides a longer one."""
    return "(?:" + "|".join(sorted(map(str, words), key=lambda each: (-len(each), each))) + ")"  # type: ignore[call-overload]


_LOW = any_of([w for w, n in _ONES.items() if n])
_CARDINAL = any_of([*_ONES, *_TENS])
_PART = any_of(_PARTS)
_GLYPH = "[" + "".join(GLYPHS) + "]"
SCALE = any_of(SCALES)
_DIGITS = rf"""
    (?: \d{{1,3}} (?: ,\ ?\d{{3}} ){{1,4}} (?!\d) (?: \.\d{{1,6}} )?      # 1,200  "1, 500"  1,234.5
      | \d{{1,3}} (?: [\ \u00a0\u202f]\d{{3}} ){{1,4}} (?![\d,.]\d|\d)    # 1 000
      | \d{{1,3}} (?:\ \d/\d (?!\d) )                                     # 2 1/2
      | \d{{1,2}}/\d{{1,2}} (?!\d)                                        # 3/4
      | \d{{1,9}} (?!\d) (?: \.\d{{1,6}} (?!\d) )? {_GLYPH}?              # 290  2.5  2½
      | \.\d{{1,6}} (?!\d)
      | {_GLYPH}
    ) (?: [\ -]{SCALE}\b )?"""
_WORDS = rf"""
    (?: (?:an?\ )? {_PART}(?:\ |-)(?:of\ )?an?\b                          # half a | a quarter of a
      | (?:an?|one|two|three|four|five|seven)[\ -]{_PART}\ of\ an?\b      # one-third of a | two thirds of a
      | (?:an?|one|two|three|four|five|seven)[\ -]{_PART}\b               # a half(-mile) | three-quarter
      | (?:an?(?!\ (?:{_CARDINAL}|half)\b)|(?!one\ {_LOW}\b){_CARDINAL}) (?: (?:\ |-|\ and\ ) (?:{_CARDINAL}|{SCALE}) ){{0,7}} \b
        (?: \ and\ (?:an?|one|two|three)[\ -]{_PART}\b )?                 # two hundred and fifty | two and a half
      | {_PART}\b
      | (?:an?\ )?dozen\b
    )"""
NUMBER = rf"(?: {_DIGITS} | \b {_WORDS} )"
RANGE = rf"""(?: {NUMBER} \s{{0,2}} (?: - | – | — | to | or ) \s{{0,2}} {NUMBER} )"""
SPREAD = rf"""(?: {NUMBER} \s{{0,2}} (?: - | – | and | to ) \s{{0,2}} {NUMBER} )"""


class Value(NamedTuple):
    """A number and its printed step."""

    value: float
    step: float


def step_of(value: float) -> float:
    """Return the printed resolution of a whole number: the largest round step that divides it and is at most half of it.

    >>> step_of(290), step_of(300), step_of(25), step_of(7)
    (10.0, 100.0, 5.0, 1.0)
    """
    return next(
        (s for s in (1000.0, 500.0, 100.0, 50.0, 10.0, 5.0) if value % s == 0 and s <= value / 2), 1.0
    )


def _digits(text: str) -> Value | None:
    """Value of a number in figures."""
    bare = re.sub(r"(?<=\d),\ ?(?=\d{3})|(?<=\d)[\ \u00a0\u202f](?=\d{3}(?!/))", "", text)
    glyph = sum(GLYPHS[c] for c in bare if c in GLYPHS)
    bare = "".join(c for c in bare if c not in GLYPHS).strip()
    fraction = re.fullmatch(r"(?:(\d+)\ )?(\d+)/(\d+)", bare)
    if fraction:
        whole, above, below = int(fraction[1] or 0), int(fraction[2]), int(fraction[3])
        return Value(whole + above / below, 1 / below) if below else None
    value = float(bare or 0) + glyph
    if glyph:
        return Value(value, glyph)
    decimals = len(bare.partition(".")[2])
    return Value(value, 10.0**-decimals if decimals else step_of(value))


def _words(text: str) -> Value | None:
    """Value of a number in words."""
    tokens = re.split(r"[\s-]+", text.lower())
    part = next((i for i, word in enumerate(tokens) if word in _PARTS), None)
    if part is None:
        value = _cardinal(tokens)
        return None if value is None else Value(value, step_of(value))
    # "two and a half" adds to what stands before "and"; "three quarters" multiplies.
    joint = tokens.index("and") if "and" in tokens[:part] else None
    whole = _cardinal(tokens[:joint]) or 0.0 if joint is not None else 0.0
    times = _cardinal(tokens[(joint + 1 if joint is not None else 0) : part])
    return Value(whole + (1.0 if times is None else times) * _PARTS[tokens[part]], _PARTS[tokens[part]])


def _cardinal(tokens: Sequence[str]) -> float | None:
    """Value of a whole number in words; `None` without one."""
    total, run, seen = 0.0, 0.0, False
    for word in tokens:
        if word in SCALES:
            run = max(run, 1.0) * SCALES[word]
            total, run = (total + run, 0.0) if SCALES[word] >= 1000 else (total, run)
        elif word == "dozen":
            run = max(run, 1.0) * 12
        else:
            run += _SMALL.get(word, 0)
        seen = seen or word in _SMALL or word in SCALES or word == "dozen"
    return total + run if seen else None


def number(text: str) -> Value | None:
    """Value and printed step of a number, or `None`.

    >>> number("1,200"), number("two and a half").value, number("15 thousand").value
    (Value(value=1200.0, step=100.0), 2.5, 15000.0)
    """
    text = " ".join(text.split())
    if text[:1].isdigit() or text[:1] in GLYPHS or text[:1] == ".":
        scale = re.search(rf"[\ -]({SCALE})$", text, re.IGNORECASE)
        found = _digits(text[: scale.start()] if scale else text)
        if found and scale:
            by = SCALES[scale[1].lower()]
            return Value(found.value * by, found.step * by)
        return found
    return _words(text)
