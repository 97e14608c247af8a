"""Fill the frame of each word of movement in a sentence: what, vehicle, from, via, to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geo.dates.words import EVENTS
from geo.model import Mode
from geo.movements.clauses import Fleet, Range, head, passive, place_like, subject, vehicle_mode
from geo.movements.phrases import Chunk, Parse, Token
from geo.movements.words import (
    ABSTRACT,
    CUES,
    DETERMINERS,
    LENGTHS,
    MODES_BY,
    NOUN_CUES,
    ONWARD,
    OPERATORS,
    PLACE_HEADS,
    SAYING,
    TITLES,
    WATERS,
    WAYS,
    Cue,
    Frame,
)

__all__ = ["Draft", "drafts"]


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
    if parse.tokens[head(parse, chunk)].low in ABSTRACT - PLACE_HEADS - EVENTS.keys():
        return None
    extended = _extended(parse, chunk)
    depot = parse.tokens[head(parse, chunk)].low in PLACE_HEADS and extended[1] > chunk.last
    if place_like(parse, chunk) or depot:
        return extended
    first = parse.tokens[chunk.first]
    main = parse.tokens[head(parse, chunk)].low
    leads = main in EVENTS or main.endswith("s") or bool(TITLES & set(parse.words(chunk.first, chunk.last)))
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
    words = (_innermost(parse, found, at), found.last)
    draft = replace(draft, subject=words, origin=draft.origin or _held_at(parse, found, at))
    mode = vehicle_mode(parse, words, fleet)
    if draft.object and not nominal:
        return _with_object(parse, draft, draft.object, words if mode else None, fleet)
    if nominal and draft.load:
        return replace(draft, what=draft.load)
    if mode and not passive(parse, at):
        return replace(draft, vehicle=words, what=_cargo_of(parse, found) or draft.load)
    return replace(draft, what=words)


def _innermost(parse: Parse, chunk: Chunk, at: int) -> int:
    """Find where the subject begins: in "evidence of arms being sent" only the arms are."""
    tokens = parse.tokens
    inner = [index + 1 for index in range(chunk.first, chunk.last - 1) if tokens[index].tag == "O"]
    return inner[-1] if inner and tokens[at - 1].low == "being" else chunk.first


def _with_object(parse: Parse, draft: Draft, moved: Range, vehicle: Range | None, fleet: Fleet) -> Draft:
    """Give object and subject their parts: "boarded a train", "sent a ship with food", "the tanker carried oil"."""
    if passive(parse, draft.cue[0]):
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
    active = parse.tokens[at].tag == "V" and not passive(parse, at)
    objectless = draft.object is None and draft.frame == "send" and draft.vehicle is None
    misdirected = draft.object is not None and draft.frame in {"leave", "reach", "cross"}
    if active and (objectless or misdirected):
        return True
    for words in (draft.what, draft.subject):
        if words is None:
            continue
        lows = parse.words(*words)
        main = parse.tokens[head(parse, Chunk(*words, ""))].low
        if main in ABSTRACT | WAYS or lows[-1] in ABSTRACT or lows[0] == "capital":
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
