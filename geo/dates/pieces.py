"""Cut overlong sentences, so that reading a text takes time in proportion to its length."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeVar

from geo.model import Span
from geo.text import Document, Sentence

__all__ = ["inside", "pieces"]

# No sentence of a newspaper is as long; what is longer is a list, a table or an attack.
_LONGEST: Final = 800


class _Spanned(Protocol):
    """Anything that points at words."""

    @property
    def span(self) -> Span:
        """Give the words."""


_T = TypeVar("_T", bound=_Spanned)


def pieces(document: Document) -> Iterator[tuple[int, Sentence]]:
    """Yield every sentence with its number, one that is too long in pieces that share its number."""
    for number, sentence in enumerate(document.sentences):
        at = 0
        while len(sentence.text) - at > _LONGEST:
            space = sentence.text.rfind(" ", at + 1, at + _LONGEST)
            to = space if space > at else at + _LONGEST
            yield number, _cut(sentence, at, to)
            at = to
        yield number, _cut(sentence, at, len(sentence.text)) if at else sentence


def _cut(sentence: Sentence, start: int, end: int) -> Sentence:
    """Make a sentence of a part of one."""
    return Sentence(
        sentence.start + start, sentence.start + end, sentence.text[start:end], sentence.paragraph
    )


def inside(items: Sequence[_T], sentence: Sentence) -> Sequence[_T]:
    """Give those of some items, sorted by where they start, that start in a sentence."""
    low, high = (
        bisect_left(items, at, key=lambda each: each.span.start) for at in (sentence.start, sentence.end)
    )
    return items[low:high]
