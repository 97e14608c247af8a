"""Tell which noun phrase is an end of a journey, and where the place that it names begins and ends."""

from typing import Final

from geo.dates.words import EVENTS
from geo.movements.clauses import Range, head, place_like
from geo.movements.cues import Cue, Frame
from geo.movements.phrases import Chunk, Parse, proper
from geo.movements.vehicles import WATERS
from geo.movements.words import ABSTRACT, DETERMINERS, GATHERINGS, LENGTHS, PLACE_HEADS, TIMES, TITLES

__all__ = ["DESTINATION", "INNER", "ORIGIN", "VIA", "extended", "inner", "place", "role", "water_crossed"]

ORIGIN, DESTINATION, VIA = "origin", "destination", "via"
_PREPOSITION_ROLES: Final = {
    "from": ORIGIN,
    "out": ORIGIN,
    "to": DESTINATION,
    "into": DESTINATION,
    "toward": DESTINATION,
    "towards": DESTINATION,
    "onto": DESTINATION,
    "via": VIA,
    "by-way-of": VIA,
    "through": VIA,
    "across": VIA,
}
_FRAME_ROLES: Final[dict[Frame, dict[str, str]]] = {
    "arrive": dict.fromkeys(("at", "in", "on", "near", "off"), DESTINATION),
    "unload": dict.fromkeys(("at", "in", "on", "near"), DESTINATION),
    "send": {"off": ORIGIN},
    "load": dict.fromkeys(("at", "in", "near", "off"), ORIGIN),
    "reach": {"": DESTINATION},
    "leave": {"": ORIGIN},
    "cross": {"": VIA, "at": VIA, "near": VIA},
    "stop": dict.fromkeys(("at", "in", "on", "near", "off"), DESTINATION),
}
# Prepositions that say where a thing is.
INNER: Final = frozenset("in at near on outside off".split())


def role(parse: Parse, cue: Cue, chunk: Chunk, *, direct: bool) -> str | None:
    """Tell which end a noun phrase is, from its preposition, the word before that, and the frame."""
    before = parse.tokens[chunk.first - 2].low if chunk.first > 1 else ""
    if before == "ashore" and chunk.prep in INNER:
        return DESTINATION
    if before == "away" and chunk.first > 2:  # "5 km away from Oslo", not "slipped away from Oslo"
        before = parse.tokens[chunk.first - 3].low
    aside = chunk.prep == "to" and parse.tokens[chunk.last - 1].low in _COMPASS
    if (chunk.prep == "from" or aside) and before in LENGTHS and not direct:
        return None  # "60 km from Oslo", "30 miles to the north"
    if chunk.prep == "for":
        return DESTINATION if cue.bound or cue.frame == "leave" else None
    if chunk.prep == "":
        return _direct(parse, cue, chunk) if direct else None
    if chunk.prep in _ALONG and WATERS & set(parse.words(chunk.first, chunk.last)):
        return VIA
    return _FRAME_ROLES.get(cue.frame, {}).get(chunk.prep) or _PREPOSITION_ROLES.get(chunk.prep)


def _direct(parse: Parse, cue: Cue, chunk: Chunk) -> str | None:
    """Tell which end the object of a word of movement is: "reached Oslo", "pulled into Oslo"."""
    into = parse.tokens[chunk.first - 1].low.endswith("-into")
    return DESTINATION if into else _FRAME_ROLES.get(cue.frame, {}).get("")


def _follows(parse: Parse, chunk: Chunk, following: Chunk, base: Chunk) -> bool:
    """Decide whether a noun phrase goes on: "the airport in Cyprus", "Jeddah, Saudi Arabia"."""
    tokens = parse.tokens
    if following.first != chunk.last + 1:
        return False
    joint = tokens[chunk.last]
    if joint.tag == "P" and joint.low in INNER:
        if joint.low != "in" and proper(tokens[head(parse, base)]):
            return False  # "crossed into Chad at Adre"
        return proper(tokens[following.last - 1]) or tokens[head(parse, following)].low in PLACE_HEADS
    named = all(
        token.text[0].isupper() or token.tag == "O" for token in tokens[following.first : following.last]
    )
    after = tokens[following.last] if following.last < len(tokens) else None
    return joint.text == "," and named and (after is None or after.tag in "MPCD")


def extended(parse: Parse, chunk: Chunk) -> Range:
    """Take in what says where a place lies, but not the rest of a list ("via Oslo, Bergen and Hull")."""
    last = chunk
    for following in parse.chunks:
        if following.first > last.first and _follows(parse, last, following, chunk):
            then = parse.tokens[following.last : following.last + 2]
            if chunk.prep in _WAYS and len(then) == 2 and then[0].low in {"and", ","} and proper(then[1]):
                break
            last = following
    return chunk.first, last.last


_COMPASS: Final = frozenset("north south east west".split())
_ALONG: Final = frozenset("down up along over past around round".split())
_WAYS: Final = frozenset("via through across by-way-of".split())


_REACH: Final = 8  # tokens over which "talks with the president of X in Y" still leads to Y


def place(parse: Parse, chunk: Chunk, until: int) -> Range | None:
    """Find the place a noun phrase names, or the place where it is ("from talks with X in Y": Y)."""
    main = parse.tokens[head(parse, chunk)].low
    gathering = main in EVENTS or main in GATHERINGS
    if main in ABSTRACT - PLACE_HEADS and not gathering:
        return None
    words = extended(parse, chunk)
    if place_like(parse, chunk) or (_located(parse, chunk, words) and not gathering):
        return words
    return inner(parse, chunk, until) if _leads(parse, chunk, main, gathering=gathering) else None


def _located(parse: Parse, chunk: Chunk, words: Range) -> bool:
    """Decide whether a common noun is a place because it is said where it lies: "a reserve near Truro"."""
    if words[1] == chunk.last:
        return False
    first, main = parse.tokens[chunk.first], parse.tokens[head(parse, chunk)].low
    if main in TIMES:
        return False  # "to a year in Mali"
    return (
        main in PLACE_HEADS
        or main.removesuffix("s") in PLACE_HEADS
        or (first.low in DETERMINERS and not main.endswith("s"))
    )


def _leads(parse: Parse, chunk: Chunk, main: str, *, gathering: bool) -> bool:
    """Decide whether a noun phrase only leads to the place where it is: a gathering, people, a purpose."""
    if chunk.prep == "":
        return False
    first = parse.tokens[chunk.first]
    people = main.endswith("s") or bool(TITLES & set(parse.words(chunk.first, chunk.last)))
    alone = chunk.prep in {"to", "into"} and chunk.last - chunk.first == 1  # "to relatives in Oslo"
    opens = first.low in DETERMINERS or first.text[0].isupper() or chunk.prep == "from" or alone
    return chunk.prep == "for" or (opens and (gathering or people))


def inner(parse: Parse, chunk: Chunk, until: int) -> Range | None:
    """Find the place where a thing is, told soon after it."""
    for following in parse.chunks:
        if not chunk.last <= following.first < min(until, chunk.last + _REACH):
            continue
        if following.prep in _PREPOSITION_ROLES or following.prep == "for":
            return None
        if following.prep in INNER and place_like(parse, following):
            return extended(parse, following)
    return None


def water_crossed(parse: Parse, chunk: Chunk) -> Range | None:
    """Find the water that a noun phrase names before "crossing", "voyage" or "passage"."""
    words = parse.words(chunk.first, chunk.last)
    waters = [at for at, word in enumerate(words[:-1]) if word in WATERS]
    if not waters or words[-1] not in {"crossing", "voyage", "passage"}:
        return None
    last = chunk.first + waters[-1] + 1
    named = [at for at in range(chunk.first, last) if proper(parse.tokens[at])]
    return (named[0], last) if named else None
