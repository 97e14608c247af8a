"""Find heads, subjects, vehicles and places among the noun phrases of a sentence."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from geo.model import Mode
from geo.movements.cues import CUES
from geo.movements.phrases import Chunk, Parse, proper
from geo.movements.vehicles import CRAFT, SHIP_PREFIXES, VEHICLES
from geo.movements.words import (
    ABSTRACT,
    BARE_PLACES,
    BODIES,
    COLLECTIVES,
    DETERMINERS,
    OPENERS,
    PLACE_HEADS,
    PRONOUNS,
    REGIONS,
    SAYING,
    THINKING,
    TITLES,
)

__all__ = [
    "Fleet",
    "Range",
    "fleet_of",
    "fronted",
    "head",
    "passive",
    "place_like",
    "pointed_to",
    "subject",
    "vehicle_mode",
]

# First token and the one after the last.
Range = tuple[int, int]
Fleet = Mapping[str, Mode]


def head(parse: Parse, chunk: Chunk) -> int:
    """Find the head of a noun phrase: its last word before "of"."""
    for at in range(chunk.first + 1, chunk.last):
        if parse.tokens[at].tag == "O":
            return at - 1
    return chunk.last - 1


def place_like(parse: Parse, chunk: Chunk) -> bool:
    """Decide whether a noun phrase can name a place: a proper name that is no title, or a word such as "port"."""
    words = parse.words(chunk.first, chunk.last)
    if words[0] in PRONOUNS or "web" in words or TITLES & set(words) or words[-1] in PRONOUNS:
        return False
    main = parse.tokens[head(parse, chunk)]
    named = any(proper(token) for token in parse.tokens[chunk.first : chunk.last])
    if main.low in REGIONS and named:
        return True
    if main.low in PLACE_HEADS:
        # "a field" is anywhere and "from school" a habit; "a port of Crimea" and "the school" are places.
        definite = words[0] in DETERMINERS - {"a", "an", "some", "any", "no"} or words[0] in BARE_PLACES
        return named or definite
    return proper(main) and not {main.low, words[-1]} & (ABSTRACT | BODIES | DETERMINERS)


def vehicle_mode(parse: Parse, chunk: Range, fleet: Fleet) -> Mode | None:
    """Tell the mode of a noun phrase that is a vehicle, else `None`."""
    words = parse.words(*chunk)
    if words == ("it",):
        return fleet.get("it")
    kinds: list[Mode | None] = [_kind(word) for word in words]
    if fleet or any(kinds):
        for at, word in enumerate(words):
            name = word.removesuffix("'s").removesuffix("’s")
            if word in SHIP_PREFIXES:
                return "sea"
            if name in fleet and parse.tokens[chunk[0] + at].text[0].isupper():
                return fleet[name]
    if not any(kinds):
        return None
    main = head(parse, Chunk(*chunk, "")) - chunk[0]
    heads = [main, len(words) - 1] if words[main] in COLLECTIVES or "of" not in words else [main]
    for at in (*heads, *range(len(words))):
        mode: Mode | None = kinds[at]
        # "a ship captain" is no ship, "the transport ship Brunswick" is one
        if mode and (at in heads or _names_on(parse.tokens[chunk[0] + at + 1].text)):
            return mode
    return None


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> Mode | None:
    """Tell the mode of a word for a vehicle: "lorries", "car-ferry", "C-130", "Ilyushin-76", "m/v"."""
    last = word.rsplit("-", maxsplit=1)[-1]
    if word in SHIP_PREFIXES:
        return "sea"
    if CRAFT.fullmatch(word):
        return "air"
    first = VEHICLES.get(word.split("-", maxsplit=1)[0]) if word[-1].isdigit() else None
    return VEHICLES.get(last) or VEHICLES.get(last.removesuffix("s")) or first


def _names_on(text: str) -> bool:
    """Decide whether a word may follow the kind of a vehicle: its name or number, or "of"."""
    return text[0].isupper() or text[0].isdigit() or text == "of"


def fleet_of(parse: Parse) -> Iterator[tuple[str, Mode]]:
    """Yield the proper names of vehicles that a sentence introduces ("the bulk carrier Alba")."""
    for token, after in zip(parse.tokens, parse.tokens[1:], strict=False):
        mode = VEHICLES.get(token.low, "sea" if token.low in SHIP_PREFIXES else None)
        if mode and after.text[0].isupper() and after.tag == "N" and len(after.text) > 2:
            yield after.low, mode
    for chunk, kind in pairwise(parse.chunks):
        mode = vehicle_mode(parse, (kind.first, kind.last), {})
        name = parse.tokens[chunk.last - 1]
        follows = parse.tokens[kind.last] if kind.last < len(parse.tokens) else None
        acts = follows is not None and follows.tag == "V" and not follows.low.endswith("ing")
        apposed = (
            not (chunk.prep or acts)  # "After leaving Perth, the jet made ..."
            and kind.first == chunk.last + 1
            and parse.tokens[chunk.last].text == ","
            and parse.tokens[kind.first].low in {"a", "an", "the"}
        )
        if mode and apposed and name.text[0].isupper() and not place_like(parse, kind):
            yield name.low, mode


def pointed_to(parse: Parse) -> Mode | None:
    """Tell the mode of the vehicle that "it" stands for in the next sentence: the only kind that a sentence names."""
    words = (token.low.removesuffix("'s").removesuffix("’s") for token in parse.tokens if token.tag == "N")
    modes = {VEHICLES[word] for word in words if word in VEHICLES}
    return modes.pop() if len(modes) == 1 else None


def _opened(parse: Parse, at: int) -> int:
    """Find where the clause of the verb at a token opens: after "said", "that", a quote, or "and" with a subject of its own."""
    tokens = parse.tokens
    starts = parse.starts
    for index in range(at - 1, -1, -1):
        token = tokens[index]
        if index < parse.opening:
            return index + 1
        if token.text in {";", "“", ":"} or (token.text == '"' and index + 1 in starts):
            return index + 1
        if (
            token.low in SAYING | THINKING
            and token.tag == "V"
            and tokens[index + 1].text not in {",", ".", "to"}
        ):
            return index + 1
        if token.low in OPENERS and _may_open(parse, index):
            first = index + 1
            while first < at and (tokens[first].tag in "AD" or tokens[first].text == ","):
                first += 1
            if first in starts and _has_verb(parse, starts[first], at):
                return first
    return 0


def _has_verb(parse: Parse, chunk: Chunk, at: int) -> bool:
    """Decide whether a noun phrase, with those that hang on it, is followed by a verb: "but the train from Rostov reached"."""
    for token in parse.tokens[chunk.last : at + 1]:
        if token.tag not in "ADPNO":
            return token.tag == "V"
    return False


def _may_open(parse: Parse, at: int) -> bool:
    """Decide whether "and" joins clauses, not nouns: a comma or a finite verb stands before it."""
    tokens = parse.tokens
    if tokens[at].low not in {"and", "but"} or (at and tokens[at - 1].text == ","):
        return True
    follows = tokens[at + 1]
    definite = follows.low in DETERMINERS | PRONOUNS or follows.text[0].isupper() or follows.text[0].isdigit()
    return definite and any(token.tag == "V" and not token.low.endswith("ing") for token in tokens[:at])


def fronted(parse: Parse, at: int) -> Chunk | None:
    """Find the subject of words that open a sentence before it: "Leaving Oslo on Monday, the ship ..."."""
    tokens = parse.tokens
    if any(token.tag in "NRM" for token in tokens[parse.opening : at]):
        return None
    for comma in range(at + 1, len(tokens)):
        if tokens[comma].text == ",":
            follows = next(
                (index for index in range(comma + 1, len(tokens)) if tokens[index].tag not in "AD"), 0
            )
            chunk = parse.starts.get(follows)
            if (
                chunk
                and chunk.prep == ""
                and any(token.tag == "V" for token in tokens[chunk.last : chunk.last + 3])
            ):
                return chunk
        elif tokens[comma].tag in "RC":
            return None
    return None


def subject(parse: Parse, at: int) -> Chunk | None:
    """Find the subject of the verb at a token: the first noun phrase of its clause that nothing else governs."""
    ahead = fronted(parse, at)
    if ahead:
        return ahead
    tokens, index = parse.tokens, at - 1
    before = [chunk for chunk in parse.chunks if chunk.last <= at]
    while index >= 0 and (tokens[index].tag in "VADO" or tokens[index].low == "to"):
        index -= 1
    if not before or index < 0:
        return None
    verb = next((token for token in reversed(tokens[:at]) if token.tag not in "AD"), None)
    participle = tokens[at].low.endswith("ing") and (verb is None or verb.tag != "V")
    reduced = _after_noun(parse, at) and passive(parse, at)  # "a container shipped from X"
    if tokens[index].tag == "R" or participle or reduced:
        return before[-1]
    near = before[-1]
    if near.last == index + 1 and tokens[near.first].low in PRONOUNS:
        return near
    opened = _opened(parse, at)
    for chunk in before:
        governor = tokens[chunk.first - 1] if chunk.first else None
        free = chunk.first == opened or governor is None or governor.tag in "MCRDA"
        speaks = chunk.last < len(tokens) and tokens[chunk.last].low in SAYING | THINKING
        if chunk.first >= opened and chunk.prep == "" and free and not speaks:
            return chunk
    return before[-1]


def _after_noun(parse: Parse, at: int) -> bool:
    """Decide whether a participle stands right after a noun, or after a comma that follows one."""
    before = [token for token in parse.tokens[max(0, at - 2) : at] if token.text != ","]
    return bool(before) and before[-1].tag == "N"


def passive(parse: Parse, at: int) -> bool:
    """Decide whether a participle is passive: a form of "be" before it, or nothing but a noun phrase ("cargo shipped from")."""
    if parse.tokens[at].low.endswith("ing"):
        return False
    index = at - 1
    while index > 0 and parse.tokens[index].tag in "AD":
        index -= 1
    if index > 0 and parse.tokens[index].low in {"and", "then"}:
        # "was taken to X and later transferred to Y"
        before = (
            verb
            for verb in reversed(range(index))
            if parse.tokens[verb].tag == "V" and parse.tokens[verb].low in CUES
        )
        earlier = next(before, None)
        return earlier is not None and passive(parse, earlier)
    for token in reversed(parse.tokens[max(0, at - 4) : at]):
        if token.low in {"was", "were", "be", "been", "being", "is", "are", "got"}:
            return True
        if token.tag not in "VA":
            break
    token = parse.tokens[at]
    if token.low not in CUES or CUES[token.low].frame not in {"send", "load", "unload"}:
        return False
    return (
        token.low.split("-")[0].endswith(("ed", "wn", "en", "nt", "ught"))
        and _after_noun(parse, at)
        and at + 1 < len(parse.tokens)
        and parse.tokens[at + 1].tag in "PD"
    )
