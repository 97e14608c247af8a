"""Cut an article into words, held in columns: each distinct word is judged once, and each place in the text costs a few bytes."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, overload

from geo.places import lexicon
from geo.text import Document
from geo.world.names import key

__all__ = ["MARK", "Token", "Word", "Words", "cut"]

_PLAIN_WORD: Final = re.compile(r"[^\W_]{1,61}")
_MARKED_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]){0,60}")
_ACCENT: Final = re.compile(r"[\u0300-\u036f]")
_GAP: Final = re.compile(r"(?:\.?\s{1,2}|\s?[-–‐‑/&]\s?|['’ʼ]|\.)")
_WIDEST_GAP: Final = 3
_INITIALS: Final = 3
_CAPITALS: Final = re.compile(r"[A-Z]{2}")
_UNCASED: Final = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_SHORT: Final = 6

_NAMES: Final = (
    "opens", "upper", "digit", "small", "big", "short", "capitals", "linking", "carrying", "uncased", "cyrillic",
    "facility", "front", "direction", "cut short", "plain", "given", "surname", "s", "the",
    "title", "locative", "organisation", "kind", "speech", "agent",
)  # fmt: skip
MARK: Final = {name: 1 << at for at, name in enumerate(_NAMES)}
"""What a word can be by itself; the marks of a word are the sum of what it is."""

_CARRIERS: Final = frozenset({"s", "of", "de", "la", "the"})
_CUT_SHORT: Final = frozenset({"st", "ave", "rd", "blvd", "co", "twp", "dr"})


class Token(NamedTuple):
    """A word where it stands in the article."""

    start: int
    end: int
    text: str
    key: str
    sentence: int

    @property
    def opens(self) -> bool:
        """Whether a name may begin or end with this word: no lower case, and no number."""
        return not self.text[0].islower()


@dataclass(frozen=True, slots=True)
class Word:
    """A word by itself: as written, as names are compared, as the judge hears it, and its marks."""

    text: str
    key: str
    form: str
    marks: int


@lru_cache(maxsize=20_000)
def _word(text: str) -> Word:
    """Judge a word."""
    form, first, small = key(text), text[0], text.islower()
    opens, upper = not first.islower(), first.isupper()
    cues = lexicon.CUES
    held = {
        "opens": opens, "upper": upper, "digit": first.isdigit(), "small": small, "big": upper and form not in lexicon.CALENDAR,
        "short": upper and len(text) <= _SHORT, "capitals": bool(_CAPITALS.match(text)), "linking": opens or text == "s",
        "carrying": opens or text in _CARRIERS, "uncased": bool(_UNCASED.search(text)), "cyrillic": bool(_CYRILLIC.match(text)),
        "facility": form in lexicon.FACILITIES, "front": form in lexicon.FRONTS, "direction": form in lexicon.DIRECTIONS,
        "cut short": form in _CUT_SHORT, "plain": form in lexicon.plain_words(), "given": form in lexicon.first_names(),
        "surname": form in lexicon.surnames(), "s": form == "s", "the": form == "the",
        **{name: form in cues[name] for name in ("title", "locative", "organisation", "kind", "speech", "agent")},
    }  # fmt: skip
    return Word(
        text, form, form if small else f"{form}^", sum(MARK[name] for name, holds in held.items() if holds)
    )


class Words(Sequence[Token]):
    """All words of an article in reading order.

    `each` are the words by themselves; `joined` says of each whether it follows the one before so closely that
    both may stand in one name; `first` gives the number of the first word of each sentence, and at its end that of all words.
    """

    __slots__ = ("each", "ends", "first", "joined", "sentence", "starts")

    def __init__(self) -> None:
        self.each: list[Word] = []
        self.starts, self.ends, self.sentence, self.first = (array("I") for _ in range(4))
        self.joined = bytearray()

    def __len__(self) -> int:
        """Count the words."""
        return len(self.each)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        """Give one word, or several, with where they stand."""
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self.each)))]
        word = self.each[at]
        return Token(self.starts[at], self.ends[at], word.text, word.key, self.sentence[at])

    def __iter__(self) -> Iterator[Token]:
        """Go through the words."""
        return (self[at] for at in range(len(self.each)))


def _ties(text: str, left: int, end: int, start: int) -> bool:
    """Whether what stands between a word from `left` to `end` and one at `start` may stand inside a name."""
    if end == start:
        return True
    if start - end > _WIDEST_GAP or not _GAP.fullmatch(text, end, start):
        return False
    return end - left <= _INITIALS or not text.startswith(". ", end)


def cut(document: Document) -> Words:
    """Cut all sentences into words."""
    found, text = Words(), document.article.text
    pattern = _PLAIN_WORD if text.isascii() or not _ACCENT.search(text) else _MARKED_WORD
    for number, sentence in enumerate(document.sentences):
        found.first.append(len(found.each))
        left = end = -1
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start = match.start()
            found.joined.append(
                end >= 0 and ((start == end + 1 and text[end] == " ") or _ties(text, left, end, start))
            )
            left, end = match.span()
            found.each.append(_word(match[0]))
            found.starts.append(start)
            found.ends.append(end)
            found.sentence.append(number)
    found.first.append(len(found.each))
    return found
