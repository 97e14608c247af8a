"""Fill the frame of each word of movement in a sentence: what, vehicle, from, via, to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from geo.dates.words import EVENTS
from geo.model import Mode
from geo.movements.phrases import Chunk, Parse, Token
from geo.movements.words import (
    ABSTRACT,
    BARE_PLACES,
    BODIES,
    COLLECTIVES,
    CUES,
    DETERMINERS,
    LENGTHS,
    MODES_BY,
    NOUN_CUES,
    ONWARD,
    OPENERS,
    OPERATORS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING,
    SHIP_PREFIXES,
    TITLES,
    VEHICLES,
    WATERS,
    WAYS,
    Cue,
    Frame,
)

__all__ = ["Draft", "Range", "drafts", "fleet_of", "place_like", "subject"]

# First token and the one after the last.
Range = tuple[int, int]
Fleet = Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Draft:
    """A movement in terms of the tokens of its sentence."""

    cue: Range
    frame: Frame
    mode: Mode
    subject: Range | None = None
    what: Range | None = None
    object: Range | None = None
    load: Range | None = None
    vehicle: Range | None = None
    origin: Range | None = None
    destination: Range | None = None
    via: tuple[Range, ...] = ()
    last: int = 0


# --- noun phrases ------------------------------------------------------------------------------------------------------


def _head(parse: Parse, chunk: Chunk) -> int:
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
    head = parse.tokens[_head(parse, chunk)]
    if head.low in PLACE_HEADS:
        # "a field" is anywhere and "from school" a habit; "a port of Crimea" and "the school" are places.
        proper = any(token.text[0].isupper() for token in parse.tokens[chunk.first : chunk.last])
        definite = words[0] in DETERMINERS - {"a", "an", "some", "any", "no"} or words[0] in BARE_PLACES
        return proper or definite
    return head.text[0].isupper() and not {head.low, words[-1]} & (ABSTRACT | BODIES | DETERMINERS)


def vehicle_mode(parse: Parse, chunk: Range, fleet: Fleet) -> Mode | None:
    """Tell the mode of a noun phrase that is a vehicle, else `None`."""
    words = parse.words(*chunk)
    for at, word in enumerate(words):
        if word in SHIP_PREFIXES:
            return "sea"
        if (
            word.removesuffix("'s").removesuffix("’s") in fleet
            and parse.tokens[chunk[0] + at].text[0].isupper()
        ):
            return fleet[word.removesuffix("'s").removesuffix("’s")]
    head = _head(parse, Chunk(*chunk, "")) - chunk[0]
    heads = [head, len(words) - 1] if words[head] in COLLECTIVES or "of" not in words else [head]
    for at in (*heads, *range(len(words))):
        mode = VEHICLES.get(words[at].split("-")[-1])
        # "a ship captain" is no ship, "the transport ship Brunswick" is one
        if mode and (at in heads or _names_on(parse.tokens[chunk[0] + at + 1].text)):
            return mode
    return None


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
        apposed = (
            kind.first == chunk.last + 1
            and parse.tokens[chunk.last].text == ","
            and parse.tokens[kind.first].low in {"a", "an", "the"}
        )
        if mode and apposed and name.text[0].isupper() and not place_like(parse, kind):
            yield name.low, mode


def _opened(parse: Parse, at: int) -> int:
    """Find where the clause of the verb at a token opens: after "said", "that", a quote, or "and" with a subject of its own."""
    tokens = parse.tokens
    starts = {chunk.first: chunk for chunk in parse.chunks}
    for index in range(at - 1, -1, -1):
        token = tokens[index]
        if index < parse.opening:
            return index + 1
        if token.text in {";", "“", ":"} or (token.text == '"' and index + 1 in starts):
            return index + 1
        if token.low in SAYING and token.tag == "V" and tokens[index + 1].text not in {",", "."}:
            return index + 1
        if token.low in OPENERS and index + 1 in starts and _may_open(parse, index):
            after = next(
                (each for each in tokens[starts[index + 1].last : at + 1] if each.tag not in "AD"), None
            )
            if after is not None and after.tag == "V":
                return index + 1
    return 0


def _may_open(parse: Parse, at: int) -> bool:
    """Decide whether "and" joins clauses, not nouns: a comma or a finite verb stands before it."""
    tokens = parse.tokens
    if tokens[at].low not in {"and", "but"} or (at and tokens[at - 1].text == ","):
        return True
    follows = tokens[at + 1]
    definite = follows.low in DETERMINERS | PRONOUNS or follows.text[0].isupper() or follows.text[0].isdigit()
    return definite and any(token.tag == "V" and not token.low.endswith("ing") for token in tokens[:at])


def subject(parse: Parse, at: int) -> Chunk | None:
    """Find the subject of the verb at a token: the first noun phrase of its clause that nothing else governs."""
    tokens, index = parse.tokens, at - 1
    before = [chunk for chunk in parse.chunks if chunk.last <= at]
    while index >= 0 and (tokens[index].tag in "VADO" or tokens[index].low == "to"):
        index -= 1
    if not before or index < 0:
        return None
    verb = next((token for token in reversed(tokens[:at]) if token.tag not in "AD"), None)
    participle = tokens[at].low.endswith("ing") and (verb is None or verb.tag != "V")
    reduced = tokens[at - 1].tag == "N" and _passive(parse, at)  # "a container shipped from X"
    if tokens[index].tag == "R" or participle or reduced:
        return before[-1]
    near = before[-1]
    if near.last == index + 1 and tokens[near.first].low in PRONOUNS:
        return near
    opened = _opened(parse, at)
    for chunk in before:
        governor = tokens[chunk.first - 1] if chunk.first else None
        free = chunk.first == opened or governor is None or governor.tag in "MCRDA"
        speaks = chunk.last < len(tokens) and tokens[chunk.last].low in SAYING
        if chunk.first >= opened and chunk.prep == "" and free and not speaks:
            return chunk
    return before[-1]


# --- ends --------------------------------------------------------------------------------------------------------------

_ORIGIN, _DESTINATION, _VIA = "origin", "destination", "via"
_PREPOSITION_ROLES: Final = {
    "from": _ORIGIN,
    "out": _ORIGIN,
    "to": _DESTINATION,
    "into": _DESTINATION,
    "toward": _DESTINATION,
    "towards": _DESTINATION,
    "onto": _DESTINATION,
    "via": _VIA,
    "by-way-of": _VIA,
    "through": _VIA,
    "across": _VIA,
}
_FRAME_ROLES: Final[dict[Frame, dict[str, str]]] = {
    "arrive": dict.fromkeys(("at", "in", "on", "near", "off"), _DESTINATION),
    "unload": dict.fromkeys(("at", "in", "on", "near"), _DESTINATION),
    "load": dict.fromkeys(("at", "in", "near"), _ORIGIN),
    "reach": {"": _DESTINATION},
    "leave": {"": _ORIGIN},
    "cross": {"": _VIA},
}
_ABOARD: Final = frozenset("aboard on-board on in by with onto".split())
_INNER: Final = frozenset("in at near on outside".split())


def _role(cue: Cue, chunk: Chunk, before: str, *, direct: bool) -> str | None:
    """Tell which end a noun phrase is, from its preposition and the frame."""
    if chunk.prep == "from" and before in LENGTHS and not direct:
        return None
    if chunk.prep == "for":
        return _DESTINATION if cue.bound or cue.frame == "leave" else None
    if chunk.prep == "" and not direct:
        return None
    return _FRAME_ROLES.get(cue.frame, {}).get(chunk.prep) or _PREPOSITION_ROLES.get(chunk.prep)


def _follows(parse: Parse, chunk: Chunk, following: Chunk) -> bool:
    """Decide whether a noun phrase goes on: "the airport in Cyprus", "Jeddah, Saudi Arabia"."""
    tokens = parse.tokens
    if following.first != chunk.last + 1:
        return False
    proper = all(
        token.text[0].isupper() or token.tag == "O" for token in tokens[following.first : following.last]
    )
    joint = tokens[chunk.last]
    if joint.tag == "P" and joint.low in {"in", "near", "on", "at"}:
        return tokens[following.last - 1].text[0].isupper()
    after = tokens[following.last] if following.last < len(tokens) else None
    return joint.text == "," and proper and (after is None or after.tag in "MPCD")


def _extended(parse: Parse, chunk: Chunk) -> Range:
    """Take in what says where a place lies."""
    last = chunk
    for following in parse.chunks:
        if following.first > last.first and _follows(parse, last, following):
            last = following
    return chunk.first, last.last


_REACH: Final = 8  # tokens over which "talks with the president of X in Y" still leads to Y


def _place(parse: Parse, chunk: Chunk, until: int) -> Range | None:
    """Find the place a noun phrase names, or the place where it is ("from talks with X in Y": Y)."""
    if parse.tokens[_head(parse, chunk)].low in ABSTRACT - PLACE_HEADS - EVENTS.keys():
        return None
    extended = _extended(parse, chunk)
    depot = parse.tokens[_head(parse, chunk)].low in PLACE_HEADS and extended[1] > chunk.last
    if place_like(parse, chunk) or depot:
        return extended
    first = parse.tokens[chunk.first]
    head = parse.tokens[_head(parse, chunk)].low
    leads = head in EVENTS or head.endswith("s") or bool(TITLES & set(parse.words(chunk.first, chunk.last)))
    opens = first.low in DETERMINERS or first.text[0].isupper() or chunk.prep == "from"
    if chunk.prep == "" or not leads or not opens:
        return None
    for following in parse.chunks:
        if not chunk.last <= following.first < min(until, chunk.last + _REACH):
            continue
        if following.prep in _PREPOSITION_ROLES or following.prep == "for":
            return None
        if following.prep in _INNER and place_like(parse, following):
            return _extended(parse, following)
    return None


# --- frames ------------------------------------------------------------------------------------------------------------


def _other_sense(tokens: Sequence[Token], at: int) -> bool:
    """Decide whether a word stands for a side of a picture ("Jo Smith, left, and") or is phrasal ("come up with")."""
    before, after = (tokens[index].text if 0 <= index < len(tokens) else "" for index in (at - 1, at + 1))
    return before == "(" or (before == "," and after == ",") or after in {"up", "about", "over"}


def _cues(parse: Parse) -> Iterator[tuple[int, Cue]]:
    """Yield the words of movement; a noun counts only where an end hangs on it."""
    tokens = parse.tokens
    for at, token in enumerate(tokens):
        if token.tag == "V" and token.low in CUES and not _other_sense(tokens, at):
            yield at, CUES[token.low]
        elif token.tag == "N" and token.low in NOUN_CUES and at + 1 < len(tokens):
            last = next(chunk.last for chunk in parse.chunks if chunk.first <= at < chunk.last)
            if last != at + 1 and tokens[at + 1].low != "of":
                continue
            following = tokens[min(last, len(tokens) - 1)]
            if following.low in {"from", "to", "for", "into", "via", "bound"} or following.tag == "D":
                yield at, NOUN_CUES[token.low]
        elif token.low.endswith("-bound") and token.text[0].isupper():
            yield at, Cue("go")


def _boundary(parse: Parse, at: int, stops: Sequence[int]) -> int:
    """Find where the words of a cue end: at the next cue, a new clause or the end."""
    following = min((stop for stop in stops if stop > at), default=len(parse.tokens))
    for index in range(at + 1, following):
        token = parse.tokens[index]
        if (
            token.text in {";", "“", "”"}
            or token.low in SAYING
            or (token.tag == "R" and token.low != "where" and index > at + 1)
        ):
            return index
    return following


def _passive(parse: Parse, at: int) -> bool:
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
        return earlier is not None and _passive(parse, earlier)
    for token in reversed(parse.tokens[max(0, at - 4) : at]):
        if token.low in {"was", "were", "be", "been", "being", "is", "are", "got"}:
            return True
        if token.tag not in "VA":
            break
    token = parse.tokens[at]
    if token.low not in CUES or CUES[token.low].frame not in {"send", "load", "unload"}:
        return False
    return (
        token.low.endswith(("ed", "wn", "en", "nt", "ught"))
        and at > 0
        and parse.tokens[at - 1].tag == "N"
        and at + 1 < len(parse.tokens)
        and parse.tokens[at + 1].tag in "PD"
    )


def _cargo_of(parse: Parse, chunk: Chunk) -> Range | None:
    """Find what a vehicle carries: "a tanker carrying oil", "a ship with grain", "laden with grain"."""
    tokens = parse.tokens
    for at in range(chunk.last, min(chunk.last + 3, len(tokens))):
        if tokens[at].low in {
            "carrying",
            "transporting",
            "hauling",
            "with",
            "loaded",
            "laden",
            "containing",
            "bringing",
        }:
            following = next((each for each in parse.chunks if each.first > at), None)
            if following and following.first <= at + 2:
                return _listed(parse, following)
    return None


def _fill(parse: Parse, at: int, cue: Cue, stop: int, fleet: Fleet) -> tuple[Draft, ...]:
    """Fill the frame of a cue with the noun phrases to its right; "and then on to X" makes a further leg."""
    legs = [Draft((at, at + 1), cue.frame, cue.mode, last=at + 1)]
    direct = True
    for chunk in parse.chunks:
        if not at < chunk.first < stop or chunk.first < legs[-1].last:
            continue
        leg = legs[-1]
        if (
            leg.destination
            and chunk.prep in {"to", "into"}
            and ONWARD & set(parse.words(leg.destination[1], chunk.first))
        ):
            leg = Draft(
                leg.cue,
                leg.frame,
                leg.mode,
                what=leg.what,
                object=leg.object,
                origin=leg.destination,
                last=leg.last,
            )
            legs.append(leg)
        legs[-1] = _take(parse, leg, cue, chunk, stop, fleet, direct=direct and chunk.prep == "")
        direct = False
    return tuple(legs)


def _take(
    parse: Parse, draft: Draft, cue: Cue, chunk: Chunk, stop: int, fleet: Fleet, *, direct: bool
) -> Draft:
    """Give one noun phrase its part in the frame: means, end, object or load."""
    words = (chunk.first, chunk.last)
    mode = vehicle_mode(parse, words, fleet)
    means = _means(parse, draft, cue, chunk, mode)
    if means is not None:
        return means
    role = _role_of(parse, draft, cue, chunk, direct=direct)
    place = _place(parse, chunk, stop) if role and not mode else None
    if place and role:
        return _put(draft, role, place)
    if direct and chunk.prep == "":
        if parse.tokens[chunk.last - 1].low in LENGTHS:
            return replace(draft, last=chunk.last)  # "drove 400 miles from ..."
        listed = _listed(parse, chunk)
        return replace(draft, what=listed, object=listed, last=chunk.last)
    if chunk.prep in {"with", "of"} and draft.load is None and not mode:
        return replace(draft, load=words, last=chunk.last)
    return draft


def _means(parse: Parse, draft: Draft, cue: Cue, chunk: Chunk, mode: Mode | None) -> Draft | None:
    """Take "by rail" for the mode, "aboard the tanker Doina" for the vehicle."""
    short = chunk.prep == "by" and chunk.last - chunk.first <= 2
    by = MODES_BY.get(parse.tokens[chunk.last - 1].low) if short else None
    if by:
        return replace(draft, mode=by, last=chunk.last)
    if mode and (chunk.prep in _ABOARD or (cue.frame == "unload" and chunk.prep in {"from", "off"})):
        return replace(draft, vehicle=draft.vehicle or (chunk.first, chunk.last), last=chunk.last)
    return None


def _role_of(parse: Parse, draft: Draft, cue: Cue, chunk: Chunk, *, direct: bool) -> str | None:
    """Tell which end a noun phrase is, minding the word before its preposition."""
    before = parse.tokens[chunk.first - 2].low if chunk.first > 1 else ""
    if before == "ashore" and chunk.prep in _INNER:
        return _DESTINATION
    return _role(cue, chunk, before, direct=direct or draft.last == chunk.first - 1)


def _put(draft: Draft, role: str, place: Range) -> Draft:
    """Put a place at an end that is still free, or on the way."""
    if role == _VIA:
        return replace(draft, via=(*draft.via, place), last=place[1])
    if role == _ORIGIN:
        return draft if draft.origin else replace(draft, origin=place, last=place[1])
    return draft if draft.destination else replace(draft, destination=place, last=place[1])


def _listed(parse: Parse, chunk: Chunk) -> Range:
    """Take in the rest of a list: "citizens, their staff, and nationals"."""
    last = chunk
    for following in parse.chunks:
        joint = [token.low for token in parse.tokens[last.last : following.first]]
        if (
            following.first > last.first
            and following.prep == ""
            and joint in ([","], ["and"], [",", "and"], ["or"])
        ):
            last = following
    return (
        (chunk.first, last.last)
        if any(token.low in {"and", "or"} for token in parse.tokens[chunk.last : last.last])
        else (chunk.first, chunk.last)
    )


# "leaving X and arriving in Y", "loaded at X before sailing for Y": the subject is that of the verb before.
_LINKS: Final = frozenset("and before after then".split())


def _with_subject(parse: Parse, draft: Draft, fleet: Fleet, earlier: int | None) -> Draft:
    """Give the subject its part: mover, vehicle, passive object or nothing."""
    at = draft.cue[0]
    nominal = parse.tokens[at].tag != "V"
    linked = parse.tokens[at].low.endswith("ing") and parse.tokens[at - 1].low in _LINKS
    verb = earlier if linked and earlier is not None else at
    found = _noun_subject(parse, at) if nominal else subject(parse, verb)
    if found is None:
        return draft
    words, passive = (_innermost(parse, found, at), found.last), _passive(parse, at)
    draft = replace(draft, subject=words, origin=draft.origin or _held_at(parse, found, at))
    mode = vehicle_mode(parse, words, fleet)
    if draft.object and not nominal:
        return _with_object(parse, draft, draft.object, words if mode else None, fleet)
    if nominal and draft.load:
        return replace(draft, what=draft.load)
    if mode and not passive:
        return replace(draft, vehicle=words, what=_cargo_of(parse, found) or draft.load)
    return replace(draft, what=words)


def _innermost(parse: Parse, chunk: Chunk, at: int) -> int:
    """Find where the subject begins: in "evidence of arms being sent" only the arms are."""
    tokens = parse.tokens
    inner = [index + 1 for index in range(chunk.first, chunk.last - 1) if tokens[index].tag == "O"]
    return inner[-1] if inner and tokens[at - 1].low == "being" else chunk.first


def _with_object(parse: Parse, draft: Draft, moved: Range, vehicle: Range | None, fleet: Fleet) -> Draft:
    """Give object and subject their parts: "boarded a train", "sent a ship with food", "the tanker carried oil"."""
    if _passive(parse, draft.cue[0]):
        return draft
    if vehicle_mode(parse, moved, fleet):
        cargo = _cargo_of(parse, Chunk(*moved, ""))
        if draft.frame == "load":
            return replace(draft, vehicle=moved, what=draft.subject)
        if cargo:
            return replace(draft, vehicle=moved, what=cargo)
    return replace(draft, vehicle=vehicle or draft.vehicle)


def _held_at(parse: Parse, mover: Chunk, at: int) -> Range | None:
    """Find where the movers were before, told in between: "students who had been held in Kisumu were flown to ..."."""
    tokens = parse.tokens
    if mover.last >= len(tokens) or not (tokens[mover.last].tag == "R" or tokens[mover.last].text == ","):
        return None
    if not any(token.tag == "V" for token in tokens[mover.last : at]):
        return None
    for chunk in parse.chunks:
        if mover.last < chunk.first < at and chunk.prep in {"in", "at"} and place_like(parse, chunk):
            return _extended(parse, chunk)
    return None


def _noun_subject(parse: Parse, at: int) -> Chunk | None:
    """Find what a noun of movement moves: "a shipment of grain", "an airliner on a flight to", else itself."""
    own = next((chunk for chunk in parse.chunks if chunk.first <= at < chunk.last), None)
    if own is None:
        return None
    if own.prep in {"on", "during", "for"}:
        before = [chunk for chunk in parse.chunks if chunk.last <= own.first]
        return before[-1] if before else own
    return own


def _settled(parse: Parse, draft: Draft, fleet: Fleet) -> Draft:
    """Settle the mode: the cue's own, else the vehicle's, else the way's."""
    if draft.mode != "unknown":
        return draft
    at = draft.cue[0]
    described = MODES_BY.get(parse.tokens[at - 1].low) if at and parse.tokens[at].tag == "N" else None
    if described:
        return replace(draft, mode=described)
    for words in (draft.vehicle, draft.what, draft.subject):
        mode = vehicle_mode(parse, words, fleet) if words else None
        if mode:
            return replace(draft, mode=mode)
    for way in draft.via:
        if WATERS & set(parse.words(*way)):
            return replace(draft, mode="sea")
    return draft


def refused(parse: Parse, draft: Draft) -> bool:
    """Refuse what only looks like a movement: no end, one place twice, a thing that cannot be moved, a service."""
    if draft.origin is None and draft.destination is None:
        return True
    at = draft.cue[0]
    active = parse.tokens[at].tag == "V" and not _passive(parse, at)
    objectless = draft.object is None and draft.frame == "send" and draft.vehicle is None
    misdirected = draft.object is not None and draft.frame in {"leave", "reach", "cross"}
    if active and (objectless or misdirected):
        return True
    for words in (draft.what, draft.subject):
        if words is None:
            continue
        lows = parse.words(*words)
        head = parse.tokens[_head(parse, Chunk(*words, ""))].low
        if head in ABSTRACT | WAYS or lows[-1] in ABSTRACT or lows[0] == "capital":
            return True
        if (
            words == draft.subject
            and draft.frame == "go"
            and {word.strip("'’") for word in lows} & OPERATORS
            and draft.vehicle is None
        ):
            return True
    return False


def _carries(parse: Parse, verb: int, noun: int) -> bool:
    """Decide whether a noun of movement is only the object of a verb of movement ("was carrying a cargo of ...")."""
    tokens = parse.tokens
    if not verb < noun < verb + 8 or tokens[verb].tag != "V" or tokens[noun].tag != "N":
        return False
    return any(chunk.first == verb + 1 and chunk.first <= noun < chunk.last for chunk in parse.chunks)


def _over_water(parse: Parse, draft: Draft) -> Draft:
    """Add the water of "after a Red Sea crossing" to a journey that names no way."""
    if draft.via or draft.frame not in {"go", "arrive", "reach"} or draft.mode not in {"sea", "unknown"}:
        return draft
    for chunk in parse.chunks:
        words = parse.words(chunk.first, chunk.last)
        waters = [at for at, word in enumerate(words[:-1]) if word in WATERS]
        if words[-1] in {"crossing", "voyage", "passage"} and waters:
            last = chunk.first + waters[-1] + 1
            proper = [at for at in range(chunk.first, last) if parse.tokens[at].text[0].isupper()]
            if proper:
                return replace(draft, via=((proper[0], last),), mode="sea")
    return draft


def drafts(parse: Parse, fleet: Fleet) -> tuple[Draft, ...]:
    """Find the movements of a sentence."""
    cues = list(_cues(parse))
    carried = {noun for verb, _ in cues for noun, _ in cues if _carries(parse, verb, noun)}
    cues = [row for row in cues if row[0] not in carried]
    stops = [at for at, _ in cues]
    found: list[Draft] = []
    verbs = [at for at, _ in cues if parse.tokens[at].tag == "V"]
    for at, cue in cues:
        earlier = next((verb for verb in reversed(verbs) if verb < at), None)
        for leg in _fill(parse, at, cue, _boundary(parse, at, stops), fleet):
            draft = _over_water(parse, _settled(parse, _with_subject(parse, leg, fleet, earlier), fleet))
            if not refused(parse, draft):
                found.append(draft)
            elif found and found[-1].mode == "unknown" and draft.origin is None and draft.destination is None:
                # "a shipment from A to B was delivered by truck"
                found[-1] = replace(found[-1], mode=draft.mode, vehicle=found[-1].vehicle or draft.vehicle)
    return tuple(found)
