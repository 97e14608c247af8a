"""Judge whether a movement took place, is planned, denied or only alleged, and find who says so."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from geo.model import Span, Status
from geo.movements.cues import CUES
from geo.movements.movers import Draft
from geo.movements.phrases import Parse
from geo.movements.words import ALLEGED, DENYING, DIVERTED, FACTUAL, MODALS, PLANS, SAYING, SHOWING

__all__ = ["follows", "said_by", "standing"]

_AHEAD: Final = "the words look ahead"


def standing(parse: Parse, draft: Draft) -> tuple[Status, str]:
    """Judge a movement from the words about its cue."""
    at = draft.cue[0]
    before = parse.words(max(0, at - 12), at)
    if DENYING & set(before[-6:]):
        return "denied", "the words deny it"
    if _infinitive(before) or _planned(parse, at, before):
        return "planned", _AHEAD
    words = {token.low for token in (parse.whole or parse).tokens} - _showing(parse)
    if ALLEGED & words:
        return "alleged", f"the sentence says {min(ALLEGED & words)!r}"
    if DIVERTED & words and draft.via:
        return "diverted", f"the sentence says {min(DIVERTED & words)!r}"
    return "done", "told as a fact"


def _showing(parse: Parse) -> frozenset[str]:
    """Give the verbs of seeming that stand without "to": who "appeared in court" was seen there."""
    pairs = pairwise((parse.whole or parse).tokens)
    return frozenset(one.low for one, after in pairs if one.low.startswith("appear") and after.low != "to")


def follows(parse: Parse, draft: Draft) -> bool:
    """Decide whether a cue is a further infinitive: "intends to fly to X and drive to Y"."""
    at = draft.cue[0]
    low = parse.tokens[at].low
    bare = not low.endswith("ed") and bool({f"{low}s", f"{low}ing", f"{low[:-1]}ing"} & CUES.keys())
    return bare and at > 0 and parse.tokens[at - 1].low in {"and", "then", "or"}


def _infinitive(before: tuple[str, ...]) -> bool:
    """Decide whether a cue stands after "will", "may" or a "to" that looks ahead ("was forced to fly" does not)."""
    near = before[-4:]
    if not near or near[-1] not in MODALS | {"to", "be"}:
        return False
    if MODALS & set(near):
        return True
    return "to" in near and not (FACTUAL & set(before[-5:]) or _RANKED & set(before[-7:]))


# "One of the first countries to send ..." did.
_RANKED: Final = frozenset("first last only latest".split())


def _planned(parse: Parse, at: int, before: tuple[str, ...]) -> bool:
    """Decide whether a verb or noun of movement stands close to a word of planning."""
    if parse.tokens[at].tag == "V":
        return bool(PLANS & set(before[-4:]))
    return bool({"will", "would", "shall", "plans", "planned"} & set(before))


def said_by(parse: Parse) -> Span | None:
    """Find who says so: after "according to", before or after a verb of saying."""
    tokens = parse.tokens
    for at, token in enumerate(tokens):
        speakers: Iterator[Span] = iter(())
        if token.low == "according":
            speakers = _starting(parse, at + 2)
        elif token.low in SAYING - SHOWING and token.tag == "V":
            speakers = _beside(parse, at)
        for speaker in speakers:
            return speaker
    return None


def _starting(parse: Parse, at: int) -> Iterator[Span]:
    """Yield the noun phrase that starts at a token."""
    yield from (parse.span(chunk.first, chunk.last) for chunk in parse.chunks if chunk.first == at)


def _beside(parse: Parse, at: int) -> Iterator[Span]:
    """Yield the noun phrases before and after a verb of saying."""
    before = [
        chunk
        for chunk in parse.chunks
        if chunk.last <= at and all(token.tag in "DAPM" for token in parse.tokens[chunk.last : at])
    ]
    yield from (parse.span(chunk.first, chunk.last) for chunk in before[-1:])
    yield from _starting(parse, at + 1)
