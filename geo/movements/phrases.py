"""Cut a sentence into tokens and noun phrases, with the preposition each hangs on; no grammar beyond word lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from geo.model import Span, When
from geo.movements.tags import Token, proper, tokens_of
from geo.movements.words import DETERMINERS, PRONOUNS
from geo.text import Sentence

__all__ = ["Chunk", "Parse", "Token", "parse", "proper"]


class Chunk(NamedTuple):
    """A noun phrase: its tokens `first`..`last` (exclusive), and the preposition it hangs on or ""."""

    first: int
    last: int
    prep: str


@dataclass(frozen=True)
class Parse:
    """A sentence with its tokens and noun phrases."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """Give the small letters of some tokens."""
        return tuple(token.low for token in self.tokens[first:last])

    @cached_property
    def opening(self) -> int:
        """The first token of the sentence proper, after a dateline ("KHARTOUM (Reuters) - ", "SOFIA 1996-08-28 ")."""
        tokens = self.tokens
        if not tokens or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
            return 0
        for at, token in enumerate(tokens[: min(14, len(tokens) - 1)]):
            if token.text in {"-", "–", "—"} and token.tag == "M":
                return at + 1
            dated = token.tag == "D" and tokens[at + 1].tag != "D"
            if (
                dated
                and tokens[at + 1].text[0].isupper()
                and all(each.tag == "D" or each.text.isupper() or each.tag == "M" for each in tokens[:at])
            ):
                return at + 1
            if token.tag == "V":
                break
        return 0

    @cached_property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """The stretches between commas or brackets that only describe what stands before them (", who was ill, ")."""
        return tuple(_asides(self.tokens))

    def aside(self, at: int, seen_from: int) -> bool:
        """Decide whether a token stands in an aside that another token is not part of."""
        return bool(self.asides) and any(
            first <= at < last and not first <= seen_from < last for first, last in self.asides
        )

    @cached_property
    def starts(self) -> dict[int, Chunk]:
        """The noun phrases by their first token."""
        return {chunk.first: chunk for chunk in self.chunks}

    def span(self, first: int, last: int) -> Span:
        """Give the words of some tokens as a span of the article."""
        return self.sentence.span(self.tokens[first].start, self.tokens[last - 1].end)


def _asides(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the asides of a sentence: brackets, and clauses from ", who" up to the comma before a verb."""
    opened, closing = 0, ""
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if closing:
            if token.text == closing and at > opened + 1 and (closing == ")" or following.tag == "V"):
                yield opened, at + 1
                closing = ""
        elif token.text == "(" or (token.text == "," and following.low in _DESCRIBING):
            opened, closing = at, ")" if token.text == "(" else ","


_DESCRIBING: Final = frozenset("who which whose whom".split())


def _ends_before(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Decide whether a noun phrase that began at `first` ends before token `at`."""
    token = tokens[at]
    if token.tag == "O":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return at == first or following is None or following.tag != "N"
    if token.tag != "N":
        return True
    if at == first or tokens[at - 1].tag == "O":
        return False
    return token.low in DETERMINERS | PRONOUNS or tokens[at - 1].low in PRONOUNS - DETERMINERS


def _chunks(tokens: Sequence[Token]) -> tuple[Chunk, ...]:
    """Find the noun phrases, "of" included."""
    found: list[Chunk] = []
    at = 0
    while at < len(tokens):
        if tokens[at].tag != "N":
            at += 1
            continue
        first = at
        while at < len(tokens) and not _ends_before(tokens, at, first):
            at += 1
        found.append(Chunk(first, at, _preposition(tokens, first)))
    return tuple(found)


def _preposition(tokens: Sequence[Token], first: int) -> str:
    """Find the preposition right before a noun phrase ("out of" as "out", "on board" as "aboard")."""
    if first == 0:
        return ""
    before = tokens[first - 1]
    if before.low == "of" and first > 1 and tokens[first - 2].tag == "P":
        return tokens[first - 2].low
    return before.low if before.tag == "P" else ""


def parse(sentence: Sentence, dates: Sequence[When]) -> Parse:
    """Cut one sentence; words of dates never belong to a noun phrase."""
    tokens = tokens_of(
        sentence, [each for each in dates if each.precision != "day" or not each.because.startswith("from ")]
    )
    return Parse(sentence, tokens, _chunks(tokens))
