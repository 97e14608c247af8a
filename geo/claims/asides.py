"""Step over what stands between a thing and what is said of it: times, brackets, asides."""

import re
from typing import TYPE_CHECKING

from geo.claims.tags import TIMES

if TYPE_CHECKING:
    from geo.claims.scene import Scene

__all__ = [
    "COMPASS",
    "dash_before",
    "is_time",
    "over_aside",
    "over_bracket",
    "over_relative",
    "over_time",
    "relation_start",
]

COMPASS = re.compile(
    r"(?:(?:north|south)(?:-?(?:east|west))?|east|west|central)(?:ern|ward|wards)?", re.IGNORECASE
)
_IN_TIMES = frozenset("on at in about around two three four five : since the a ( ) at".split())
# Words of time that are as often something else.
_DOUBTFUL = frozenset("may mar sun night local this last next".split())
_CLOCK = re.compile(r"\d{1,4}(?:am|pm)")
_FARTHEST_COMMA = 40
_FARTHEST_RELATIVE = 14
_LONG_DASHES = frozenset({"--", "—", "–"})


def is_time(scene: "Scene", k: int) -> bool:
    """Whether a token belongs to a time expression."""
    word = scene.words.all[k]
    if word.low in TIMES and not (
        word.low in _DOUBTFUL and scene.words.tag(k + 1) == "W" and scene.words.low(k + 1) not in TIMES
    ):
        return True
    start = scene.sentence.start + word.start
    return any(d.span.start <= start < d.span.end for d in scene.dates) or bool(
        word.low[0].isdigit() and _CLOCK.fullmatch(word.low)
    )


def over_time(scene: "Scene", k: int) -> int:
    """Step over a time expression that ends at a token."""
    words, i = scene.words, k
    while i >= 0 and (is_time(scene, i) or words.tag(i) in "#M" or words.low(i) in _IN_TIMES):
        i -= 1
    return i


def over_bracket(scene: "Scene", k: int) -> int:
    """Step over a bracket that closes at a token."""
    while k >= 0 and scene.words.tag(k) != "(":
        k -= 1
    return k - 1


def relation_start(scene: "Scene", k: int) -> int | None:
    """Where ", south of Maryborough" begins, if such an aside ends at a token."""
    words = scene.words
    for i in range(k, max(k - 9, 0), -1):
        if words.tag(i) == "O" and COMPASS.fullmatch(words.low(i - 1)) and words.tag(i - 2) in ",CXV":
            return i - 1
        if words.tag(i) not in "W#DO":
            return None
    return None


def over_aside(scene: "Scene", comma: int) -> int | None:
    """Index of the token before an aside between commas that closes at `comma`."""
    words = scene.words
    opened = next(
        (i for i in range(comma - 1, max(-1, comma - _FARTHEST_COMMA), -1) if words.tag(i) == ","), None
    )
    if opened is None:
        return comma - 1
    return opened - 1 if opened > 0 else None


def over_relative(scene: "Scene", comma: int) -> int | None:
    """Index of the word that a relative clause ending at a comma belongs to: "the coaster, which was listing, 3 miles off"."""
    words, verb = scene.words, False
    for i in range(comma - 1, max(-1, comma - _FARTHEST_RELATIVE), -1):
        if words.tag(i) == "," or words.all[i].named:
            return None
        if words.tag(i) == "R" or words.low(i) == "where":
            return i - 2 if verb and words.tag(i - 1) == "," else None
        verb = verb or words.tag(i) in "XV"
    return None


def dash_before(scene: "Scene", k: int) -> int | None:
    """Index of the dash that opens the aside a dash closes."""
    words, text = scene.words, scene.words.all[k].text
    if text not in _LONG_DASHES:
        return None
    return next(
        (i for i in range(k - 1, max(-1, k - _FARTHEST_COMMA), -1) if words.all[i].text == text), None
    )
