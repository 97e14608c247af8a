"""Find heads, subjects, vehicles and places among the noun phrases of a sentence."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from geo.model import Mode
from geo.movements.phrases import Chunk, Parse, proper
from geo.movements.vehicles import CRAFT, SHIP_PREFIXES, VEHICLES
from geo.movements.words import (
    ABSTRACT,
    BARE_PLACES,
    BODIES,
    COLLECTIVES,
    DETERMINERS,
    PLACE_HEADS,
    PRONOUNS,
    REGIONS,
    TITLES,
)

__all__ = [
    "Fleet",
    "Range",
    "fleet_of",
    "head",
    "place_like",
    "pointed_to",
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
        after = parse.tokens[chunk[0] + at + 1 : chunk[0] + at + 2]
        if mode and (at in heads or (after and _names_on(after[0].text))):
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
