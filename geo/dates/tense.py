"""Tell from the words about a date whether it lies ahead or behind."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

__all__ = ["Tense", "tense"]

Tense = Literal["past", "future", "open"]

_FUTURE: Final = frozenset(
    """will shall 'll ’ll would won't may might can could must should due set scheduled slated planned plans plan planning expected expects expect upcoming next
    begins starts opens runs ends expires takes convenes meets arrives leaves departs deadline going intends hopes hope aims aim wants pledged vowed threatened promised
    agreed tomorrow begin start ahead prepares preparing anticipates anticipated ready invited hosts hold visit""".split()
)
_PAST: Final = frozenset(
    """said says told was were had did has have been came went left took made found began saw met got gave sent flew fled fell rose broke brought fought
    drove struck shot won lost held hit kept knew led ran sank sold spoke spent swam wrote became built caught chose cut drew fed felt forgot froze grew
    heard hid hurt laid lay lit meant paid put read rode sang shook shut sat slept stole stood stuck swept swore taught thought threw understood woke wore""".split()
)
# The present of what is fixed for a day ("Delegates travel to Quito Sunday"); the second kind only after a plural.
_PRESENT: Final = frozenset(
    """go travel leave arrive depart resign resigns convene reconvene compete gather celebrate inaugurate attend meet play plays hosts faces vacate swear reopen reopens
    resume resumes debut debuts retire retires turns kicks travels returns competes gathers departs unveils launches""".split()
)
_PRESENT_AFTER_PLURAL: Final = frozenset(
    "open vote host face return start play meet march rally visit come end finish tour run head sail fly ship elect choose decide kick close strike turn".split()
)
_NOT_PRESENT: Final = frozenset("to did didn't didn’t not never have has had be been being let help".split())
_WORD: Final = re.compile(r"[A-Za-z'’]{2,30}|[;:]")
_NEAR: Final = 160  # characters looked at on each side
# A participle after one of these takes its time from an earlier word: "will be held", "is to be opened".
_AUXILIARY: Final = frozenset("be being to".split())


# What is told to last until a day, or to be done by it, mostly lies ahead.
_UNTO: Final = frozenset("until till by".split())


def _of(words: Sequence[str], at: int) -> Tense | None:
    """Judge one word, `words` being in reading order."""
    word, before = words[at], words[at - 1] if at else ""
    if before in _AUXILIARY and (word.endswith("ed") or word in _PAST):
        return None
    if word == "set" and [*words[at + 1 : at + 2]] not in (["to"], ["for"]):
        return "past"  # "set sail", "set fire"
    if word == "to" and before in {"is", "are", "was", "were"}:
        return "future"
    if word in _FUTURE:
        return "future"
    if word in _PAST or (word.endswith("ed") and len(word) > 4):
        return "past"
    return "future" if _scheduled(word, before) else None


def _scheduled(word: str, before: str) -> bool:
    """Decide whether a verb stands in the present that tells a plan."""
    if before in _NOT_PRESENT:
        return False
    plural = (
        before.endswith("s")
        and before.isalpha()
        and before not in {"is", "was", "has", "its", "this", "his", "as", "us"}
    )
    return word in _PRESENT or (word in _PRESENT_AFTER_PLURAL and plural)


_TELLING: Final = _FUTURE | _PAST | _PRESENT | _PRESENT_AFTER_PLURAL | {"to"}
"""All words that may have a tense, but for those that end in "ed"."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence in small letters, where each starts, and the verbs: their numbers and tenses."""

    starts: list[int]
    words: list[str]
    verbs: list[int]
    tenses: list[Tense]


@lru_cache(maxsize=8)
def _read(sentence: str) -> _Sentence:
    """Judge every word of a sentence once; it is asked again for every date of it."""
    found = [(match.start(), match[0].lower()) for match in _WORD.finditer(sentence)]
    words = [word for _, word in found]
    told = [
        (at, told)
        for at, word in enumerate(words)
        if (word in _TELLING or word.endswith("ed")) and (told := _of(words, at))
    ]
    return _Sentence([start for start, _ in found], words, [at for at, _ in told], [each for _, each in told])


def tense(sentence: str, start: int, end: int) -> Tense:
    """Judge the words about a date: the nearest verb before it decides, else the nearest after it.

    >>> tense("The court will meet in June, the clerk said Monday.", 23, 27)
    'future'
    >>> tense("The court will meet in June, the clerk said Monday.", 44, 50)
    'past'
    """
    read = _read(sentence)
    here = bisect_left(read.starts, start)
    before = read.words[max(here - 2, bisect_left(read.starts, start - _NEAR)) : here]
    if {"is", "are"} & set(before) and not set(before[-1:]) & _UNTO:
        return "future"  # "the deadline is Tuesday", "the vote is on Tuesday"
    verb = bisect_left(read.verbs, here) - 1
    if verb >= 0 and read.starts[read.verbs[verb]] >= start - _NEAR:
        return read.tenses[verb]
    verb = bisect_left(read.verbs, bisect_left(read.starts, end))
    if verb < len(read.verbs) and read.starts[read.verbs[verb]] < end + _NEAR:
        return read.tenses[verb]
    return "future" if before[-1:] and before[-1] in _UNTO else "open"
