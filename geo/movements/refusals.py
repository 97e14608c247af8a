"""Refuse what only looks like a movement."""

import re
from typing import Final

from geo.movements.clauses import Range, head
from geo.movements.cues import RIDDEN
from geo.movements.movers import Draft
from geo.movements.phrases import Chunk, Parse
from geo.movements.subjects import passive
from geo.movements.words import (
    ABSTRACT,
    AUXILIARIES,
    BUILDINGS,
    GATHERINGS,
    HABITS,
    OPERATORS,
    PLAYERS,
    TRENDS,
    WAYS,
)

__all__ = ["habitual", "refused"]

_RATE: Final = r"\d(?:[\d,.]{0,12}\d)?\s(?:[\w-]{1,20}\s){0,4}?(?:(?<!for\s)(?<!in\s)(?<!of\s)(?<!after\s)(?<!within\s)a|per|each|every)\s(?:day|week|month|quarter|year)"
_HABIT: Final = re.compile(
    "|".join((*(rf"(?<!\w){re.escape(habit)}(?!\w)" for habit in HABITS), rf"(?<![\w.,]){_RATE}\b")),
    re.IGNORECASE,
)


def habitual(sentence: str) -> bool:
    """Decide whether a sentence tells a service, a habit or a statistic.

    >>> habitual("The line carries 4,000 tonnes of ore a day."), habitual("It left with 4,000 tonnes of ore.")
    (True, False)
    """
    return _HABIT.search(sentence) is not None


def refused(parse: Parse, draft: Draft) -> bool:
    """Refuse a draft without an end, with a thing that cannot be moved, of a service or of a trend."""
    if draft.origin is None and draft.destination is None:
        return True
    if _cancelled(parse, draft):
        return True
    if parse.words(draft.cue[0] - 2, draft.cue[0]) == ("ever", "to"):
        return True  # "the largest ship ever to leave Kiel"
    if _misread(parse, draft) or _trend(parse, draft) or _stroll(parse, draft):
        return True
    return any(words is not None and _immovable(parse, draft, words) for words in (draft.what, draft.subject))


# What is only taken *from* a place is stolen or drawn, not moved.
_NEEDS_GOAL: Final = frozenset(
    "take takes took taken taking bring brings brought collected collecting".split()
)
_MOORING: Final = frozenset("anchored moored berthed".split())


def _misread(parse: Parse, draft: Draft) -> bool:
    """Decide whether the object or its absence is against the frame."""
    at = draft.cue[0]
    cue = parse.tokens[at]
    if cue.low in RIDDEN and cue.tag == "V" and draft.mode == "unknown":
        return True
    if cue.low in _NEEDS_GOAL and draft.destination is None:
        return True
    if cue.tag != "V" or passive(parse, at):
        return False
    alone = cue.low.startswith(
        ("deploy", "redeploy", "transfer", "shuttl", "evacuat")
    )  # these also move by themselves
    objectless = draft.object is None and draft.frame == "send" and draft.vehicle is None and not alone
    misdirected = draft.object is not None and (draft.frame in {"leave", "reach"} or cue.low in _MOORING)
    return objectless or misdirected


_CANCELLED: Final = frozenset("cancelled canceled scrapped suspended postponed".split())


def _cancelled(parse: Parse, draft: Draft) -> bool:
    """Decide whether a noun of movement stands for what did not take place: "its cancelled flight to X"."""
    at = draft.cue[0]
    if parse.tokens[at].tag != "N":
        return False
    verbs = (token.low for token in parse.tokens[at:] if token.tag == "V" and token.low not in AUXILIARIES)
    return bool(_CANCELLED & set(parse.words(max(0, at - 4), at))) or next(verbs, "") in _CANCELLED


def _stroll(parse: Parse, draft: Draft) -> bool:
    """Decide whether somebody only walks from one building or square of a town to another."""
    ends = [set(parse.words(*words)) for words in (draft.origin, draft.destination) if words]
    held = draft.origin is not None and draft.origin[0] < draft.cue[0]
    if draft.mode != "foot":
        return False
    return all(words & BUILDINGS for words in (ends[-1:] if held else ends))


def _trend(parse: Parse, draft: Draft) -> bool:
    """Decide whether a noun of movement is counted, not moved: "shipments to X averaged ..."."""
    if parse.tokens[draft.cue[0]].tag != "N" or draft.frame != "send":
        return False
    verb = next((token for token in parse.tokens[draft.cue[1] :] if token.tag == "V"), None)
    return verb is not None and verb.low in TRENDS


def _immovable(parse: Parse, draft: Draft, words: Range) -> bool:
    """Decide whether a mover cannot move, or only changes clubs, or runs a service."""
    lows = parse.words(*words)
    main = parse.tokens[head(parse, Chunk(*words, ""))].low
    if main in WAYS and "of" in lows[:-1]:
        return False  # "a river of refugees"
    if main in ABSTRACT | WAYS | GATHERINGS or lows[-1] in ABSTRACT or lows[0] == "capital":
        return True
    if draft.mode == "unknown" and PLAYERS & set(lows):
        return True
    serves = draft.frame == "go" and draft.vehicle is None and words == draft.subject
    return serves and bool({word.strip("'’") for word in lows} & OPERATORS)
