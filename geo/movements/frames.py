"""Fill the frame of each word of movement in a sentence: what, vehicle, from, via, to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geo.model import Mode
from geo.movements.clauses import Fleet, Range, vehicle_mode
from geo.movements.cues import CUES, Cue
from geo.movements.ends import DESTINATION, ORIGIN, VIA, inner, place, role, water_crossed
from geo.movements.movers import Draft, listed, with_mover
from geo.movements.phrases import Chunk, Parse, proper
from geo.movements.refusals import refused
from geo.movements.signals import signals
from geo.movements.subjects import passive
from geo.movements.vehicles import BULK, CARAVANS, MODES_BY, WATERS
from geo.movements.words import AUXILIARIES, HARBOURS, LENGTHS, ONWARD, PLACE_HEADS, SAYING

__all__ = ["drafts"]

_ABOARD: Final = frozenset("aboard on-board on in by with onto".split())


def _boundary(parse: Parse, at: int, cue: Cue, stops: Sequence[int]) -> int:
    """Find where the words of a cue end: at the next cue, a new clause, the end; where "in X" is an end, at any verb."""
    placed = cue.frame in {"arrive", "load", "unload"}
    following = min((stop for stop in stops if stop > at), default=len(parse.tokens))
    for index in range(at + 1, following):
        token = parse.tokens[index]
        opens = token.tag == "R" and token.low != "where" and index > at + 1
        verb = placed and token.tag == "V" and token.low not in AUXILIARIES and not token.low.endswith("ing")
        if token.text in {";", "“", "”"} or token.low in SAYING or opens or verb:
            return index
    return following


def _room(parse: Parse, at: int, stops: Sequence[int]) -> Range:
    """Find the stretch between the cue before and the cue after."""
    before = max((stop for stop in stops if stop < at), default=parse.opening - 1)
    return before + 1, min((stop for stop in stops if stop > at), default=len(parse.tokens))


def _fill(parse: Parse, at: int, cue: Cue, stops: Sequence[int], fleet: Fleet) -> tuple[Draft, ...]:
    """Fill the frame of a cue with the noun phrases to its right; "and then on to X" makes a further leg."""
    stop = _boundary(parse, at, cue, stops)
    room = _room(parse, at, stops)
    legs = [Draft((at, at + 1), cue.frame, cue.mode, last=at + 1, until=stop, room=room)]
    direct = True
    for chunk in parse.chunks:
        if not at < chunk.first < stop or chunk.first < legs[-1].last:
            continue
        leg = legs[-1]
        if leg.destination and _onward(parse, leg.destination[1], chunk):
            legs.append(
                replace(
                    leg,
                    origin=leg.destination,
                    destination=None,
                    via=(),
                    load=None,
                    vehicle=None,
                    mode=cue.mode,
                )
            )
        legs[-1] = _take(parse, legs[-1], cue, chunk, fleet, direct=direct and chunk.prep == "")
        direct = False
    return tuple(legs)


def _onward(parse: Parse, last: int, chunk: Chunk) -> bool:
    """Decide whether a noun phrase opens a further leg: "and then on to X", "and by road to X"."""
    if chunk.prep == "by":
        return chunk.first - 1 > last and parse.tokens[chunk.first - 2].low in {"and", "then", "there"}
    return chunk.prep in {"to", "into"} and any(
        token.low in ONWARD and token.tag != "D" for token in parse.tokens[last : chunk.first]
    )


def _take(parse: Parse, draft: Draft, cue: Cue, chunk: Chunk, fleet: Fleet, *, direct: bool) -> Draft:
    """Give one noun phrase its part in the frame: means, end, object or load."""
    words = (chunk.first, chunk.last)
    mode = vehicle_mode(parse, words, fleet)
    means = _means(parse, draft, cue, chunk, mode)
    if means is not None:
        return means
    which = _which(parse, draft, cue, chunk, direct=direct)
    found = _found(parse, draft, chunk, which, vehicle=mode is not None) if which else None
    if found and which:
        return _put(draft, which, found)
    late = cue.frame == "send" and draft.object is None and draft.last == chunk.first
    if (direct or late) and chunk.prep == "" and not passive(parse, draft.cue[0]):
        if cue.frame == "cross" or parse.tokens[chunk.last - 1].low in LENGTHS | {"way"}:
            return replace(draft, last=chunk.last)  # "drove 400 miles from", "crossed the checkpoint into"
        moved = listed(parse, chunk)
        return replace(draft, what=moved, object=moved, last=chunk.last)
    if draft.load is None and not mode and _loads(parse, chunk):
        return replace(draft, load=words, last=chunk.last)
    return draft


def _which(parse: Parse, draft: Draft, cue: Cue, chunk: Chunk, *, direct: bool) -> str | None:
    """Tell which end a noun phrase may be."""
    if _listed_way(parse, draft, chunk):
        return VIA
    if chunk.prep == "for" and draft.origin and proper(parse.tokens[chunk.last - 1]):
        return DESTINATION
    return role(parse, cue, chunk, direct=direct or (chunk.prep != "" and draft.last == chunk.first - 1))


def _found(parse: Parse, draft: Draft, chunk: Chunk, which: str, *, vehicle: bool) -> Range | None:
    """Find the place that an end names; of a vehicle only where it was: "escaped from a van in Leeds"."""
    if vehicle:
        return inner(parse, chunk, draft.until) if which == ORIGIN else None
    some = which == DESTINATION and (draft.origin or draft.vehicle) and _some_place(parse, chunk)
    return place(parse, chunk, draft.until) or ((chunk.first, chunk.last) if some else None)


_LOADS: Final = frozenset("cargo load shipment consignment team delegation group crew hoard haul".split())


_ON_BOARD: Final = frozenset("passengers crew crewmen people".split())


def _loads(parse: Parse, chunk: Chunk) -> bool:
    """Decide whether a noun phrase is a load: "with grain", not "with 83 on board", "with a broken mast"."""
    words = parse.words(chunk.first, chunk.last)
    rides = parse.words(chunk.last, chunk.last + 1) in {("aboard",), ("on-board",)}
    one = (words[0] in {"a", "an"} and not _LOADS & set(words)) or words[-1] in _ON_BOARD
    return chunk.prep == "of" or (chunk.prep == "with" and not rides and not one)


def _some_place(parse: Parse, chunk: Chunk) -> bool:
    """Decide whether a noun phrase names some place or other, which is enough where the start is known: "to a shelter"."""
    return parse.tokens[chunk.last - 1].low in PLACE_HEADS and parse.tokens[chunk.first].low in {"a", "an"}


def _listed_way(parse: Parse, draft: Draft, chunk: Chunk) -> bool:
    """Decide whether a place goes on with a list of those on the way: "through Peshawar, Karachi and Dubai"."""
    last = draft.via[-1] if draft.via else draft.destination if draft.frame == "stop" else None
    if chunk.prep or last is None or last[1] != draft.last:
        return False
    return proper(parse.tokens[chunk.last - 1]) and [
        token.low for token in parse.tokens[draft.last : chunk.first]
    ] in ([","], ["and"], [",", "and"])


def _means(parse: Parse, draft: Draft, cue: Cue, chunk: Chunk, mode: Mode | None) -> Draft | None:
    """Take "by rail" for the mode, "aboard the tanker Doina" for the vehicle."""
    short = chunk.prep == "by" and chunk.last - chunk.first <= 2
    by = MODES_BY.get(parse.tokens[chunk.last - 1].low) if short or _afoot(parse, chunk) else None
    if by:
        return replace(draft, mode=by, last=chunk.last)
    if mode is None and chunk.prep in {"aboard", "on-board"} and _named_ship(parse, chunk):
        known = draft.mode if draft.mode != "unknown" else "sea"
        return replace(draft, vehicle=draft.vehicle or (chunk.first, chunk.last), mode=known, last=chunk.last)
    if mode and (
        chunk.prep in _ABOARD or (cue.frame in {"unload", "arrive"} and chunk.prep in {"from", "off"})
    ):
        return replace(draft, vehicle=draft.vehicle or (chunk.first, chunk.last), last=chunk.last)
    return None


def _named_ship(parse: Parse, chunk: Chunk) -> bool:
    """Decide whether a noun phrase may be the name of a ship: "aboard the Al Qurain"."""
    return parse.tokens[chunk.first].low == "the" and proper(parse.tokens[chunk.last - 1])


def _afoot(parse: Parse, chunk: Chunk) -> bool:
    """Decide whether a noun phrase tells how the mover goes: "on foot"."""
    return chunk.prep == "on" and parse.words(chunk.first, chunk.last) == ("foot",)


def _put(draft: Draft, which: str, words: Range) -> Draft:
    """Put a place at an end that is still free, or on the way."""
    if which == VIA:
        return replace(draft, via=(*draft.via, words), last=words[1])
    if which == ORIGIN:
        return draft if draft.origin else replace(draft, origin=words, last=words[1])
    return draft if draft.destination else replace(draft, destination=words, last=words[1])


def _settled(parse: Parse, draft: Draft, fleet: Fleet) -> Draft:
    """Settle the mode: the cue's own, else the vehicle's, else that of a way over water or of a port."""
    at = draft.cue[0]
    cue = CUES.get(parse.tokens[at].low)
    loose = cue is not None and cue.loose and draft.mode == cue.mode
    if draft.mode != "unknown" and not loose:
        return draft
    described = MODES_BY.get(parse.tokens[at - 1].low) if at and parse.tokens[at].tag == "N" else None
    if described:
        return replace(draft, mode=described)
    for words in (draft.vehicle, draft.what, draft.subject):
        mode = vehicle_mode(parse, words, fleet) if words else None
        if mode and not (loose and words and CARAVANS & set(parse.words(*words))):
            return replace(draft, mode=mode)
    if draft.mode != "unknown":
        return draft
    watery = any(WATERS & set(parse.words(*way)) for way in draft.via)
    return (
        replace(draft, mode="sea") if watery or _in_bulk(parse, draft) or _from_port(parse, draft) else draft
    )


_SHIPPING: Final = frozenset("ship shipped shipping ships".split())
_BULKY: Final = frozenset("tonnes tons barrels bushels cargo cargoes dwt".split())


def _in_bulk(parse: Parse, draft: Draft) -> bool:
    """Decide whether a load goes by sea in the words of traders: "two cargoes of wheat left", "shipped 9,000 tonnes"."""
    load = BULK & set(parse.words(*draft.subject)) if draft.subject else frozenset()
    shipped = parse.tokens[draft.cue[0]].low in _SHIPPING and draft.what is not None
    bulky = shipped and draft.what and _BULKY & set(parse.words(*draft.what))
    return bool(bulky or (load and draft.frame in {"go", "leave", "arrive"}))


def _from_port(parse: Parse, draft: Draft) -> bool:
    """Decide whether what carries a load leaves or reaches a port: "departed the port of X carrying ..."."""
    ends = [words for words in (draft.origin, draft.destination) if words]
    return draft.frame in {"leave", "reach", "arrive", "load", "unload"} and any(
        set(parse.words(*words)[:3]) & HARBOURS and "of" in parse.words(*words) for words in ends
    )


def _over_water(parse: Parse, draft: Draft) -> Draft:
    """Add the water of "after a Red Sea crossing" to a journey that names no way."""
    if draft.via or draft.frame not in {"go", "arrive", "reach"} or draft.mode not in {"sea", "unknown"}:
        return draft
    for chunk in parse.chunks:
        water = water_crossed(parse, chunk)
        if water:
            return replace(draft, via=(water,), mode="sea")
    return draft


def drafts(parse: Parse, fleet: Fleet) -> tuple[Draft, ...]:
    """Find the movements of a sentence."""
    parse, cues = signals(parse)
    stops = [at for at, _ in cues]
    verbs = [at for at in stops if parse.tokens[at].tag == "V"]
    found: list[Draft] = []
    idle: Draft | None = None  # "boarded a bus and" goes before "travelled to X"
    for at, cue in cues:
        earlier = next((verb for verb in reversed(verbs) if verb < at), None)
        for leg in _fill(parse, at, cue, stops, fleet):
            draft = _over_water(parse, _settled(parse, with_mover(parse, leg, fleet, earlier), fleet))
            if not refused(parse, draft):
                found.append(_prepared(draft, idle) if idle else draft)
                idle = None
            elif found:
                found[-1] = _completed(parse, found[-1], draft)
            elif draft.vehicle or draft.via:
                idle = draft
    return tuple(found)


def _prepared(draft: Draft, idle: Draft) -> Draft:
    """Give a journey the vehicle that its mover got on before."""
    if draft.subject not in {None, idle.subject} or draft.mode not in {"unknown", idle.mode}:
        return draft
    return replace(draft, mode=idle.mode, vehicle=draft.vehicle or idle.vehicle, via=(*idle.via, *draft.via))


def _completed(parse: Parse, draft: Draft, bare: Draft) -> Draft:
    """Add what words without an end tell of the journey before: "a shipment from A to B was delivered by truck"."""
    if bare.origin or bare.destination:
        return draft
    if draft.mode == "unknown":
        draft = replace(draft, mode=bare.mode, vehicle=draft.vehicle or bare.vehicle)
    if bare.via and bare.subject in {None, draft.subject}:
        draft = replace(draft, via=(*draft.via, *bare.via))
    tells = (
        bare.frame in {"go", "arrive", "reach", "leave", "unload"} or parse.tokens[draft.cue[0]].tag == "N"
    )
    return replace(draft, ends=(*draft.ends, (bare.cue[0], bare.room[1]))) if tells else draft
