"""Cut an article into words, held in columns: each distinct word is judged once, and each place in the text costs a few bytes."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import Final, NamedTuple, overload

from geo.places import lexicon
from geo.text import Document
from geo.world.names import key

__all__ = ["MARK", "Token", "Word", "Words", "cut"]

_PLAIN_WORD: Final = re.compile(r"([^\W_]{1,61})([\W_]*)")
_MARKED_WORD: Final = re.compile(r"([^\W_](?:[^\W_]|[\u0300-\u036f]){0,60})([\W_]*)")
_FIRST: Final = re.compile(r"[^\W_]")
_ACCENT: Final = re.compile(r"[\u0300-\u036f]")
_GAP: Final = re.compile(r"(?:\.?\s{1,2}|\s?[-–‐‑/&]\s?|['’ʼ]|\.)")
_WIDEST_GAP: Final = 3
_LONGEST_STRETCH: Final = 10_000
_INITIALS: Final = 3
_CAPITALS: Final = re.compile(r"[A-Z]{2}")
_UNCASED: Final = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_SHORT: Final = 6

_NAMES: Final = (
    "opens", "upper", "digit", "small", "big", "short", "capitals", "linking", "carrying", "uncased", "cyrillic", "and",
    "facility", "front", "direction", "cut short", "plain", "given", "surname", "s", "the",
    "title", "locative", "organisation", "kind", "speech", "agent",
)  # fmt: skip
MARK: Final = {name: 1 << at for at, name in enumerate(_NAMES)}
"""What a word can be by itself; the marks of a word are the sum of what it is."""

_CARRIERS: Final = frozenset({"s", "of", "de", "la", "the"})
_CUES: Final = ("title", "locative", "organisation", "kind", "speech", "agent")


def _listed() -> dict[str, int]:
    """Give the marks of the words (in key form) that stand in short lists."""
    lists = {
        "facility": lexicon.FACILITIES, "front": lexicon.FRONTS, "direction": lexicon.DIRECTIONS, "s": {"s"}, "the": {"the"},
        "cut short": {"st", "ave", "rd", "blvd", "co", "twp", "dr"}, **{name: lexicon.CUES[name] for name in _CUES},
    }  # fmt: skip
    found: dict[str, int] = {}
    for name, words in lists.items():
        for word in words:
            found[word] = found.get(word, 0) | MARK[name]
    return found


_LISTED: Final = _listed()


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
    form, small = key(text), text.islower()
    marks = _LISTED.get(form, 0) | _look(text)
    if small:
        marks |= MARK["small"]
    if marks & MARK["upper"] and form not in lexicon.CALENDAR:
        marks |= MARK["big"]
    for name, words in (
        ("plain", lexicon.plain_words()),
        ("given", lexicon.first_names()),
        ("surname", lexicon.surnames()),
    ):
        if form in words:
            marks |= MARK[name]
    return Word(text, form, form if small else f"{form}^", marks)


def _look(text: str) -> int:
    """Give the marks that a word has by its letters."""
    first, marks = text[0], 0
    if not first.islower():
        marks = MARK["opens"] | MARK["linking"] | MARK["carrying"]
        if first.isupper():
            marks |= MARK["upper"] | (MARK["short"] if len(text) <= _SHORT else 0)
        elif first.isdigit():
            marks |= MARK["digit"]
    elif text == "and":
        marks = MARK["and"]
    elif text in _CARRIERS:
        marks = MARK["carrying"] | (MARK["linking"] if text == "s" else 0)
    if _CAPITALS.match(text):
        marks |= MARK["capitals"]
    if not text.isascii():
        marks |= MARK["uncased"] if _UNCASED.search(text) else 0
        marks |= MARK["cyrillic"] if _CYRILLIC.match(text) else 0
    return marks


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

    def before(self, at: int, count: int) -> list[Word]:
        """Give some words before one, of its own sentence."""
        return self.each[max(self.first[self.sentence[at]], at - count) : at]

    def after(self, at: int, count: int) -> list[Word]:
        """Give some words after one, of its own sentence."""
        return self.each[at + 1 : min(self.first[self.sentence[at] + 1], at + 1 + count)]


@lru_cache(maxsize=1_000)
def _ties(gap: str, *, short: bool) -> bool:
    """Whether what stands after a word, which may be a short one, may stand inside a name."""
    return not gap or bool(
        len(gap) <= _WIDEST_GAP and _GAP.fullmatch(gap) and (short or not gap.startswith(". "))
    )


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a sentence that goes on for pages at spaces, so that what is held at once stays small."""
    while end - start > _LONGEST_STRETCH:
        space = text.find(" ", start + _LONGEST_STRETCH, end)
        if space < 0:
            break
        yield start, space
        start = space
    yield start, end


def cut(document: Document) -> Words:
    """Cut all sentences into words."""
    found, text = Words(), document.article.text
    pattern = _PLAIN_WORD if text.isascii() or not _ACCENT.search(text) else _MARKED_WORD
    for number, sentence in enumerate(document.sentences):
        found.first.append(len(found.each))
        for first, last in _stretches(text, sentence.start, sentence.end):
            _append(found, number, text, pattern, (first, last))
    found.first.append(len(found.each))
    return found


def _append(found: Words, number: int, text: str, pattern: re.Pattern[str], stretch: tuple[int, int]) -> None:
    """Append the words of a stretch of a sentence."""
    opening = _FIRST.search(text, *stretch)
    if opening is None:
        return
    start = opening.start()
    # Each word with what stands between it and the next.
    pairs = pattern.findall(text, start, stretch[1])
    edges = list(accumulate(map(len, chain.from_iterable(pairs)), initial=start))
    tied = [gap == " " or _ties(gap[: _WIDEST_GAP + 1], short=len(word) <= _INITIALS) for word, gap in pairs]
    goes_on = len(found.each) > found.first[-1]
    if goes_on:
        before = found.ends[-1]
        short = len(found.each[-1].text) <= _INITIALS
        goes_on = _ties(text[before : min(start, before + _WIDEST_GAP + 1)], short=short)
    found.joined += bytes([goes_on, *tied[:-1]])
    found.each += [_word(word) for word, _ in pairs]
    found.starts.extend(edges[:-1:2])
    found.ends.extend(edges[1::2])
    found.sentence.extend([number] * len(pairs))
