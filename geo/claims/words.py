"""Divide a sentence into words of rough classes and find the noun phrases the ends of claims are made of.

A closed list of function words, a list of the verbs that news uses for being, moving and happening, and two
endings do for claims what a tagger would do, in microseconds.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from geo.claims.tags import MANY, MODALS, is_listed, tag

__all__ = ["Word", "Words", "read"]

_TOKEN = re.compile(
    r"""(?:Dr|Mrs?|Ms|St|Mt|Ft|Gen|Sgt|Sen|Gov|Rep|Col|Capt|Lt|Maj|Prof|Rev)\.(?=\s[A-Z])|[A-Za-z]\.(?:[A-Za-z]\.){1,4}|\d{1,3}(?:,\d{3}){1,4}(?!\d)|[^\W_]{1,40}(?:[-'’.&/][^\W_]{1,40}){0,6}(?:['’](?=\s|$))?|--?|[^\w\s]"""
)
_OWN = ("'s", "’s", "s'", "s’")
_BEFORE_OPENING = frozenset({'"', "“", "--", "—", ":", ";"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its offsets in the sentence, its class and its lower-case form."""

    start: int
    end: int
    text: str
    tag: str
    low: str

    @property
    def named(self) -> bool:
        """Whether it is printed as a name."""
        return self.tag in "W#" and self.text[:1].isupper()


def _is_single(word: str) -> bool:
    """Whether a noun is printed like one in the singular."""
    return word.islower() and not word.endswith("s") and word not in MANY


def read(text: str, measures: Sequence[tuple[int, int]] = ()) -> "Words":
    """Divide a sentence; `measures` are the stretches that figures with units take."""
    tokens = list(_TOKEN.finditer(text))
    words: list[Word] = []
    modal = False
    shouted = text.isupper()
    before, inside = ",", iter((*measures, (len(text) + 1, len(text) + 1)))
    start, stop = next(inside)
    for i, token in enumerate(tokens):
        while token.start() >= stop:
            start, stop = next(inside)
        if start <= token.start():
            before = "M"
        else:
            after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
            opens = not words or words[-1].text in _BEFORE_OPENING
            word = token[0].lower() if shouted and is_listed(token[0].lower()) else token[0]
            if before == "W" and words[-1].text.endswith(_OWN):
                # "a developer's call": a noun follows.
                before = "D"
            single = before == "W" and _is_single(words[-1].text)
            before = tag(word, before, after, opens=opens, modal=modal, single=single)
        modal = (before == "X" and token[0] in MODALS) or (modal and before == "A")
        words.append(Word(token.start(), token.end(), token[0], before, token[0].lower()))
    return Words(text, tuple(words), tuple(i for i, word in enumerate(words) if word.named))


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence; phrases are pairs of token indices, the end not included. `capitals` are the named ones."""

    text: str
    all: tuple[Word, ...]
    capitals: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.all)

    def tag(self, index: int) -> str:
        """Class of a token; "." beyond both ends."""
        return self.all[index].tag if 0 <= index < len(self.all) else "."

    def low(self, index: int) -> str:
        """Lower-case form of a token; nothing beyond both ends."""
        return self.all[index].low if 0 <= index < len(self.all) else ""

    def before(self, offset: int) -> int:
        """Index of the last token that ends at or before an offset; -1 if there is none."""
        return bisect_right(self.all, offset, key=lambda word: word.end) - 1

    def after(self, offset: int) -> int:
        """Index of the first token that begins at or after an offset."""
        return bisect_left(self.all, offset, key=lambda word: word.start)

    def span(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """Offsets of a phrase in the sentence."""
        return self.all[phrase[0]].start, self.all[phrase[1] - 1].end

    def words(self, phrase: tuple[int, int]) -> str:
        """Text of a phrase."""
        start, end = self.span(phrase)
        return self.text[start:end]

    def named(self, phrase: tuple[int, int]) -> bool:
        """Whether a phrase holds a name."""
        return any(word.named for word in self.all[phrase[0] : phrase[1]])

    def body(self) -> int:
        """Index of the token the sentence begins with, behind the place and day of a report's head."""
        return next(
            (i + 1 for i, word in enumerate(self.all[:4]) if word.tag == "," and word.text[0].isdigit()), 0
        )

    def trailing_name(self, last: int) -> tuple[int, int]:
        """Return the name that ends with a token."""
        first = last
        while first > 0 and self.all[first - 1].named:
            first -= 1
        return first, last + 1

    def ending(self, last: int) -> tuple[int, int] | None:
        """Return the noun phrase that ends with a token, "of" phrases included."""
        i, limit = last, last - 24
        while i >= 0 and self.tag(i) == "q":
            i -= 1
        if self.tag(i) not in "W#N":
            return None
        if self.tag(i) == "N":
            return i, last + 1
        while i > max(limit, 0):
            tag = self.tag(i - 1)
            if (
                tag in "W#"
                or (
                    tag == "V"
                    and self.tag(i - 2) in "DW"
                    and self.low(i - 1).endswith(("ed", "ing"))
                    and self.tag(i - 2) == "D"
                )
                or (tag == "A" and self.tag(i - 2) in "DA")
            ):
                i -= 1
            elif tag == "D":
                i -= 1
                if not (self.tag(i - 1) == "O" and self.tag(i - 2) in "W#)"):
                    break
            elif tag == "O" and self.tag(i - 2) in "W#":
                i -= 2
            elif tag == "q" and self.tag(i - 2) in "WD":
                i -= 1
            else:
                break
        return i, last + 1

    def starting(self, first: int, *, limit: int = 16) -> tuple[int, int] | None:
        """Return the noun phrase that starts with a token, "of" phrases included."""
        i, stop = first, min(len(self.all), first + limit)
        while i < stop and self.tag(i) in "Dq":
            i += 1
        if i >= stop or self.tag(i) not in "W#NVA":
            return None
        if self.tag(i) == "N":
            return first, i + 1
        if self.tag(i) in "VA" and self.tag(first) != "D":
            return None
        i += 1
        while i < stop:
            tag = self.tag(i)
            if tag in "W#" or (tag in "VA" and self.tag(i - 1) in "DA" and self.tag(first) == "D"):
                i += 1
            elif tag == "O" and self.tag(i + 1) in "W#D":
                i += 2
            elif tag == "D" and self.tag(i - 1) == "O":
                i += 1
            else:
                break
        while i > first and self.tag(i - 1) in "DO":
            i -= 1
        return (first, i) if i > first else None
