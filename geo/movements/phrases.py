"""Cut a sentence into tokens and noun phrases, with the preposition each hangs on; no grammar beyond word lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from geo.model import Span, When
from geo.movements.cues import COMPOUNDS, CUES, NOUNISH
from geo.movements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    VERBS,
)
from geo.text import Sentence

__all__ = ["Chunk", "Parse", "Token", "parse", "proper"]

# noun, preposition, "of", verb, relative, conjunction, adverb, date, mark
Tag = Literal["N", "P", "O", "V", "R", "C", "A", "D", "M"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence: offsets within it, its small letters and its part of speech, roughly."""

    start: int
    end: int
    text: str
    low: str
    tag: Tag


def proper(token: Token) -> bool:
    """Decide whether a token may be (part of) a name: "Suez", "al-Arish", "el-Sheikh"."""
    return token.text[0].isupper() or any(part[:1].isupper() for part in token.text.split("-")[1:])


@dataclass(frozen=True, slots=True)
class Chunk:
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


_TOKEN: Final = re.compile(
    rf"""{COMPOUNDS} |"""
    r"""[$€£]?\d(?:[\d,.:]{0,20}\d)?[a-z%]{0,4}(?:-[a-z]{2,12}){0,3}
      | (?:[A-Z]\.){2,6} | (?:St|Mt|Ft|Gen|Lt|Col|Sgt|Dr|Mr|Mrs|Ms|Capt|Gov|Sen|Rep|Maj|Adm|Fr|No)\.(?=\s[A-Z0-9])
      | [MST]/[VTS](?=\s) | [^\W\d_](?:[\w’'&/-]{0,60}[\w])? | [^\w\s]""",
    re.VERBOSE,
)


# Words of the closed classes, in the order they are tried.
_CLOSED: Final[tuple[tuple[frozenset[str], Tag], ...]] = (
    (frozenset({"of"}), "O"),
    (frozenset({"at-least", "at-most", "more-than", "less-than", "fewer-than", "up-to"}), "A"),
    (AUXILIARIES, "V"),
    (RELATIVES, "R"),
    (PREPOSITIONS | {"on-board", "by-way-of"}, "P"),
    (CONJUNCTIONS, "C"),
    (DETERMINERS | PRONOUNS, "N"),
)


def _tag(text: str, low: str, before: "Token | None") -> Tag:
    """Guess the part of speech of a token from itself and the token before it."""
    if not text[0].isalnum() and text[0] not in "$€£":
        return "M"
    for words, tag in _CLOSED:
        if low in words:
            return tag
    if " " in text:
        return "V"
    if text[0].isupper() and (before is not None or (text.isupper() and len(text) > 3)):
        return "N"
    return _open_tag(low, before)


_NUMERALS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen hundred hundreds thousand thousands million several many few other more".split()
)
_INFINITIVE: Final = frozenset("to will would can could may might must should shall not cannot".split())
# After "and" these are rather verbs ("will fly to X and return to Y").
_AFTER_AND: Final = frozenset("return head travel move drive ship".split())
# Nouns and adjectives that end like adverbs and participles.
_NOT_ADVERBS: Final = frozenset("family supply assembly italy ally reply anomaly".split())
_NOT_PARTICIPLES: Final = frozenset(
    "hundred building meeting morning evening crossing landing spring wing king ceiling sacred".split()
)


def _noun_follows(before: "Token", low: str) -> bool:
    """Decide whether a word goes on with a noun phrase: after "the" or "its", or in "a specially fitted jet"."""
    owned = before.low in DETERMINERS or before.low.endswith(("'s", "’s"))
    adverb = before.low.endswith("ly") and before.low not in _NOT_ADVERBS
    return owned or (adverb and low.endswith(("ed", "ing")))


def _open_tag(low: str, before: "Token | None") -> Tag:
    """Guess the part of speech of a word of the open classes."""
    if before is not None and before.tag == "O":
        return "V" if low in CUES and low.endswith("ing") else "N"
    if before is not None and before.tag == "N" and _noun_follows(before, low):
        return "N"
    if low in CUES:
        return _cue_tag(low, before)
    if low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS):
        return "A"
    if low in VERBS or low in SAYING:
        return "V"
    return "V" if _participle(low, before) else "N"


def _cue_tag(low: str, before: "Token | None") -> Tag:
    """Tell a verb of movement from the noun of the same form."""
    opens = low.endswith("ing") and before is not None and before.tag in "MVPC"
    follows = before is not None and (
        before.low in _INFINITIVE or (before.low == "and" and low in _AFTER_AND)
    )
    return "V" if opens or low not in NOUNISH or follows else "N"


def _participle(low: str, before: "Token | None") -> bool:
    """Decide whether a word is a verb by its ending; right after a number it describes the noun to come."""
    if "-" in low or low in _NOT_PARTICIPLES:
        return False
    if low.endswith("ing") and len(low) > 5:
        return True
    counted = before is not None and (before.low in DETERMINERS | _NUMERALS or before.text[0].isdigit())
    return low.endswith("ed") and len(low) > 4 and not counted and (before is None or before.tag in "NVAMCRD")


def _tokens(sentence: Sentence, dates: Sequence[When]) -> tuple[Token, ...]:
    """Tokenise a sentence."""
    covered = [(when.span.start - sentence.start, when.span.end - sentence.start) for when in dates]
    found: list[Token] = []
    for match in _TOKEN.finditer(sentence.text):
        text = match[0]
        dated = any(start <= match.start() < end for start, end in covered)
        low = "u.s." if text == "US" else "-".join(text.lower().split())
        tag: Tag = "D" if dated else _tag(text, low, found[-1] if found else None)
        found.append(Token(match.start(), match.end(), text, low, tag))
    # "about 300 crates" hangs on no preposition
    return (
        tuple(
            replace(token, tag="A") if token.low in _HEDGES and after.text[0].isdigit() else token
            for token, after in pairwise([*found, found[-1]])
        )
        if found
        else ()
    )


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
_HEDGES: Final = frozenset("about around over under some nearly".split())


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
    tokens = _tokens(
        sentence, [each for each in dates if each.precision != "day" or not each.because.startswith("from ")]
    )
    return Parse(sentence, tokens, _chunks(tokens))
