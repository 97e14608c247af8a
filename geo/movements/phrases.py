"""Cut a sentence into tokens and noun phrases, with the preposition each hangs on; no grammar beyond word lists."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from geo.model import Span, When
from geo.movements.tags import Token, proper, tokens_of
from geo.movements.words import DETERMINERS, LENGTHS, NUMERALS, PRONOUNS
from geo.text import Sentence

__all__ = ["Chunk", "Parse", "Token", "chunked", "parse", "proper"]


_ORDINALS: Final = frozenset("last first next final remaining other another".split())
_LEADING: Final = frozenset("to from into via".split())
_DASHES: Final = frozenset("-–—")


class Chunk(NamedTuple):
    """A noun phrase: its tokens `first`..`last` (exclusive), and the preposition it hangs on or ""."""

    first: int
    last: int
    prep: str


@dataclass(frozen=True)
class Parse:
    """A sentence, or a line of one without its asides, with its tokens and noun phrases."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]
    whole: "Parse | None" = None
    aside: bool = False

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """Give the small letters of some tokens."""
        return tuple(token.low for token in self.tokens[first:last])

    @cached_property
    def opening(self) -> int:
        """The first token of the sentence proper, after a dateline ("KHARTOUM (Reuters) - ", "SOFIA 1996-08-28 ")."""
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if token.tag != "M" or not token.text[0].isalnum():
                if at:
                    return at if tokens[0].text[0].isalnum() else 0
                break
        letters = tokens[0].text if tokens else ""
        if len(letters) < 3 or 3 * sum(letter.isupper() for letter in letters) < 2 * len(letters):
            return 0
        for at, token in enumerate(tokens[: min(14, len(tokens) - 1)]):
            if token.tag == "N" and token.text.islower():
                break
            if token.text in _DASHES and token.tag == "M":
                return min(at + 2, len(tokens) - 1) if tokens[at + 1].text in _DASHES else at + 1
            dated = token.tag == "D" and tokens[at + 1].tag != "D"
            if (
                dated
                and tokens[at + 1].text[0].isupper()
                and all(each.tag == "D" or each.text[0].isupper() or each.tag == "M" for each in tokens[:at])
            ):
                return at + 1
            if token.tag == "V":
                break
        return 0

    def at(self, start: int) -> int:
        """Find the token that starts at a character."""
        return bisect_left(self.tokens, start, key=attrgetter("start"))

    @cached_property
    def starts(self) -> dict[int, Chunk]:
        """The noun phrases by their first token."""
        return {chunk.first: chunk for chunk in self.chunks}

    def span(self, first: int, last: int) -> Span:
        """Give the words of some tokens as a span of the article."""
        return self.sentence.span(self.tokens[first].start, self.tokens[last - 1].end)


def _hedges(tokens: Sequence[Token], at: int) -> bool:
    """Decide whether an adverb only weakens the number after it: "a crowd of more than 100 people"."""
    return tokens[at].tag == "A" and at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit()


def _ends_before(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Decide whether a noun phrase that began at `first` ends before token `at`."""
    token = tokens[at]
    if token.tag == "O":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return at == first or following is None or not (following.tag == "N" or _hedges(tokens, at + 1))
    if at > first and tokens[at - 1].tag == "O" and _hedges(tokens, at):
        return False
    if token.tag != "N":
        return True
    if at == first or tokens[at - 1].tag == "O":
        return False
    then = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (
        then in LENGTHS
        and tokens[at - 1].low not in _ORDINALS | DETERMINERS
        and (token.text[0].isdigit() or token.low in NUMERALS)
    ):
        return True  # "a depot two miles away"
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
        at = _past_date(tokens, first, at)
        found.append(Chunk(first, at, _preposition(tokens, first)))
    return tuple(found)


def _past_date(tokens: Sequence[Token], first: int, at: int) -> int:
    """Find the end of a noun phrase that a date comes into: "its Tuesday evening flight"."""
    noun = next((index for index in range(at, min(at + 4, len(tokens))) if tokens[index].tag != "D"), at)
    if at != first + 1 or noun == at or tokens[first].low not in DETERMINERS:
        return at
    last = noun
    while last < len(tokens) and not _ends_before(tokens, last, noun):
        last += 1
    return (
        last
        if last > noun and tokens[noun].tag == "N" and tokens[noun].low not in DETERMINERS | PRONOUNS
        else at
    )


def _preposition(tokens: Sequence[Token], first: int) -> str:
    """Find the preposition right before a noun phrase ("out of" as "out", "on board" as "aboard")."""
    if first == 0:
        return ""
    before = tokens[first - 1]
    if before.tag == "D" and first > 1 and tokens[first - 2].low in _LEADING and tokens[first].text.islower():
        return tokens[first - 2].low  # "to summer camps"
    if before.low == "of" and first > 1 and tokens[first - 2].tag == "P":
        return tokens[first - 2].low
    return before.low if before.tag == "P" else ""


def parse(sentence: Sentence, dates: Sequence[When]) -> Parse:
    """Cut one sentence; words of dates never belong to a noun phrase."""
    tokens = tokens_of(
        sentence, [each for each in dates if each.precision != "day" or not each.because.startswith("from ")]
    )
    return chunked(sentence, tokens)


def chunked(
    sentence: Sentence, tokens: tuple[Token, ...], whole: Parse | None = None, *, aside: bool = False
) -> Parse:
    """Find the noun phrases of a sentence or of a line of one."""
    return Parse(sentence, tokens, _chunks(tokens), whole, aside)
