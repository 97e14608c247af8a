"""Tell who or what moves, in which vehicle, and where it was before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geo.model import Mode
from geo.movements.clauses import Fleet, Range, place_like, vehicle_mode
from geo.movements.cues import CUES, NOUN_CUES, Frame
from geo.movements.ends import INNER, extended
from geo.movements.phrases import Chunk, Parse, proper
from geo.movements.subjects import passive, subject
from geo.movements.words import CARRYING, DRIVING, FOUND, RIDING, STAYING, STAYS, TURNED, UPROOTED

__all__ = ["Draft", "cargo_of", "listed", "with_mover"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A movement in terms of the tokens of its sentence.

    Its words are taken up to `last` and reach up to `until`. Its dates stand in its `room`, between the word of
    movement before and the one after, and in that of words that tell its `ends` without a place ("arriving on Friday").
    """

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
    until: int = 0
    room: Range = (0, 0)
    ends: tuple[Range, ...] = ()


def cargo_of(parse: Parse, chunk: Chunk) -> Range | None:
    """Find what a vehicle carries: "a tanker carrying oil", "a ship with grain", "laden with grain"."""
    for at in range(chunk.last, min(chunk.last + 3, len(parse.tokens))):
        article = parse.words(at + 1, min(at + 3, len(parse.tokens)))
        counted = at + 1 < len(parse.tokens) and parse.tokens[at + 1].text[0].isdigit()
        loosely = parse.tokens[at].low == "with" and (
            (at > chunk.last and not counted)
            or (article[:1] in {("a",), ("an",)} and not {"cargo", "load"} & set(article))
        )
        if parse.tokens[at].low in CARRYING and not loosely:
            following = next((each for each in parse.chunks if each.first > at), None)
            rides = following and parse.words(following.last, following.last + 1) in {
                ("aboard",),
                ("on-board",),
            }
            if following and following.first <= at + 2 and not (rides and parse.tokens[at].low == "with"):
                return listed(parse, following)
    return None


_JOINTS: Final = ([","], ["and"], [",", "and"], ["or"])


def listed(parse: Parse, chunk: Chunk) -> Range:
    """Take in the rest of a list: "citizens, their staff, and nationals"."""
    last = chunk
    for following in parse.chunks:
        joint = [token.low for token in parse.tokens[last.last : following.first]]
        if following.first > last.first and following.prep == "" and joint in _JOINTS:
            last = following
    joined = any(token.low in {"and", "or"} for token in parse.tokens[chunk.last : last.last])
    return chunk.first, last.last if joined else chunk.last


# "leaving X and arriving in Y", "loaded at X before sailing for Y": the subject is that of the verb before.
_LINKS: Final = frozenset("and before after then while on upon by since".split())


def _shares_subject(parse: Parse, at: int) -> bool:
    """Decide whether a participle has the subject of the verb before it: "left Y on Sunday carrying ...", "left Y, heading to"."""
    tokens = parse.tokens
    if not tokens[at].low.endswith("ing"):
        return False
    before = at - 2 if tokens[at - 1].text == "," else at - 1
    if tokens[at - 1].low in _LINKS or tokens[before].tag == "D":
        return True
    near = next((chunk for chunk in parse.chunks if chunk.last == before + 1), None)
    return near is not None and near.prep != "" and (before < at - 1 or place_like(parse, near))


def with_mover(parse: Parse, draft: Draft, fleet: Fleet, earlier: int | None) -> Draft:
    """Give the subject its part: mover, vehicle, passive object or nothing; `earlier` is the verb of movement before."""
    at = draft.cue[0]
    nominal = parse.tokens[at].tag != "V"
    verb = _verb_before(parse, at, earlier) if _shares_subject(parse, at) else at
    found = _noun_subject(parse, draft) if nominal else subject(parse, verb)
    if found is None:
        return draft
    words = (_innermost(parse, found, at), found.last if nominal else _with_name(parse, found))
    draft = _turned(parse, _vacated(parse, replace(draft, subject=words)))
    if draft.origin is None and draft.destination and draft.frame in {"go", "send"} and not nominal:
        draft = replace(draft, origin=_from_where(parse, at))
    if not nominal and draft.object is None and not passive(parse, at):
        gap = _gap(parse, found)
        if gap and (draft.frame == "send" or parse.tokens[at].low in DRIVING):
            return replace(draft, what=gap, object=gap)
    mode = vehicle_mode(parse, words, fleet)
    draft = _beside(parse, draft, found, fleet)
    if draft.origin is None and draft.object is None:
        moved = mode or UPROOTED & set(parse.words(found.first, found.last))
        draft = replace(
            draft, origin=_held_at(parse, found, at) or (_hails_from(parse, found) if moved else None)
        )
    if draft.object and not nominal:
        return _with_object(parse, draft, draft.object, words if mode else None, fleet)
    if nominal and draft.load:
        return replace(draft, what=draft.load)
    if mode and not passive(parse, at):
        return replace(draft, vehicle=words, what=cargo_of(parse, found) or draft.load)
    return replace(draft, what=words)


def _with_name(parse: Parse, chunk: Chunk) -> int:
    """Find where a noun phrase ends with the name after it: "the driver, Norma Fisk, was flown", "a freighter, the Odessy,"."""
    tokens, at = parse.tokens, chunk.last
    if at + 1 >= len(tokens) or tokens[at].text != "," or proper(tokens[at - 1]):
        return chunk.last
    named = next((each for each in parse.chunks if each.first == at + 1), None)
    closed = named is not None and named.last + 1 < len(tokens) and tokens[named.last].text == ","
    if named is None or not closed or not proper(tokens[named.last - 1]) or tokens[named.last + 1].tag != "V":
        return chunk.last
    return named.last


def _verb_before(parse: Parse, at: int, earlier: int | None) -> int:
    """Find the verb whose subject a participle shares: of movement, else the nearest."""
    if earlier is not None:
        return earlier
    verbs = (index for index in reversed(range(at)) if parse.tokens[index].tag == "V")
    return next(verbs, at)


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
        cargo = cargo_of(parse, Chunk(*moved, ""))
        if draft.frame == "load" or parse.tokens[draft.cue[0]].low in RIDING:
            return replace(draft, vehicle=moved, what=draft.subject)
        if cargo:
            return replace(draft, vehicle=moved, what=cargo)
    return replace(draft, vehicle=vehicle or draft.vehicle)


def _stays(parse: Parse, mover: Chunk, at: int) -> Iterator[Range]:
    """Yield the stretches of a sentence that may tell where the movers were.

    After the mover ("students who had been held in Kisumu were flown to ...", "he was freed in Gao and flown to
    ...") or at the front ("Stranded in Oslo, the party flew to ...").
    """
    tokens = parse.tokens
    between = tokens[mover.last : at]
    told = mover.last < len(tokens) and (tokens[mover.last].tag == "R" or tokens[mover.last].text == ",")
    before = [token.low for token in between if token.tag not in "VAD"]
    linked = bool(before) and before[-1] in {"and", "then", "before"}
    reduced = mover.last < at - 1 and tokens[mover.last].low in FOUND and tokens[mover.last + 1].tag == "P"
    if (told or linked or reduced) and any(token.tag == "V" for token in between):
        yield mover.last, at
    first = parse.opening
    if first < mover.first and tokens[mover.first - 1].text == ",":
        after = tokens[first].low in {"after", "following"} and STAYS & set(parse.words(first, mover.first))
        if after or tokens[first].low in STAYING:
            yield first, mover.first


def _held_at(parse: Parse, mover: Chunk, at: int) -> Range | None:
    """Find where the movers were before, told without a word of movement."""
    if any(
        token.tag == "V" and token.low in CUES and CUES[token.low].frame != "load"
        for token in parse.tokens[mover.last : at]
    ):
        return None
    for first, last in _stays(parse, mover, at):
        for chunk in parse.chunks:
            before = parse.tokens[chunk.first - 2].low
            taken = (chunk.prep == "from" and before in FOUND) or (chunk.prep == "to" and before in STAYS)
            if first < chunk.first < last and (chunk.prep in INNER or taken) and place_like(parse, chunk):
                return extended(parse, chunk)
    return None


def _turned(parse: Parse, draft: Draft) -> Draft:
    """Keep the planned end of what was turned aside: "diverted from Port Sudan to Jeddah"."""
    diverted = parse.tokens[draft.cue[0]].low in TURNED and parse.tokens[draft.cue[0]].low != "towed"
    if not diverted or draft.origin is None or draft.destination is None:
        return draft
    return replace(draft, origin=None, destination=draft.origin, via=(*draft.via, draft.destination))


def _vacated(parse: Parse, draft: Draft) -> Draft:
    """Take what was left for a place for a place: "left the picket line for Lyon"."""
    owned = draft.object is not None and parse.tokens[draft.object[0]].low in {
        "the",
        "his",
        "her",
        "their",
        "its",
    }
    if draft.frame != "leave" or draft.destination is None or not owned or draft.origin:
        return draft
    return replace(draft, origin=draft.object, object=None, what=None)


def _from_where(parse: Parse, at: int) -> Range | None:
    """Find the place that "where" points back to: "to X, from where they flew", "to X, where it will be put on trains to Y"."""
    tokens = parse.tokens
    where = next(
        (index for index in reversed(range(max(2, at - 14), at)) if tokens[index].low == "where"), None
    )
    if where is None:
        return None
    last = where - 1 if tokens[where - 1].low == "from" else where
    last = last - 1 if tokens[last - 1].text == "," else last
    found = next((chunk for chunk in parse.chunks if chunk.last == last), None)
    return (found.first, found.last) if found and place_like(parse, found) else None


def _gap(parse: Parse, mover: Chunk) -> Range | None:
    """Find the noun that a relative clause takes for its object: "icons that thieves had driven out of Odesa"."""
    tokens, at = parse.tokens, mover.first - 1
    if at < 1 or tokens[at].low not in {"that", "which", "whom"} or tokens[at].tag != "R":
        return None
    last = at - 1 if tokens[at - 1].text == "," else at
    found = next((chunk for chunk in parse.chunks if chunk.last == last), None)
    return (found.first, found.last) if found else None


def _beside(parse: Parse, draft: Draft, mover: Chunk, fleet: Fleet) -> Draft:
    """Add what stands by the subject: "Pilgrims in buses crossed ...", "Workers at Tema unloaded ..."."""
    after = next((each for each in parse.chunks if each.first == mover.last + 1), None)
    at = draft.cue[0]
    if after is None or after.last > at or parse.tokens[at].tag != "V" or passive(parse, at):
        return draft
    if after.prep in {"in", "aboard", "on-board", "on"} and draft.vehicle is None:
        mode = vehicle_mode(parse, (after.first, after.last), fleet)
        return replace(draft, vehicle=(after.first, after.last)) if mode else draft
    placed = after.prep in INNER and place_like(parse, after)
    if placed and draft.frame == "unload" and draft.destination is None:
        return replace(draft, destination=extended(parse, after))
    if placed and draft.frame == "load" and draft.origin is None:
        return replace(draft, origin=extended(parse, after))
    return draft


def _hails_from(parse: Parse, mover: Chunk) -> Range | None:
    """Find where a vehicle is said to come from: "the train from Rostov reached Adler"."""
    if not NOUN_CUES.keys().isdisjoint(parse.words(mover.first, mover.last)):
        return None  # "the flight from Oslo to Rome was diverted" tells of two ends by itself
    after = next((each for each in parse.chunks if each.first == mover.last + 1), None)
    if after is None or after.prep != "from" or not place_like(parse, after):
        return None
    bound = any(chunk.first == after.last + 1 and chunk.prep == "to" for chunk in parse.chunks)
    return None if bound else extended(parse, after)


def _noun_subject(parse: Parse, draft: Draft) -> Chunk | None:
    """Find what a noun of movement moves: "a shipment of grain", "an airliner on a flight to", else itself."""
    at = draft.cue[0]
    own = next((chunk for chunk in parse.chunks if chunk.first <= at < chunk.last), None)
    if own is None:
        return None
    if draft.frame == "arrive":  # "the jet made an emergency landing in X"
        return subject(parse, own.first - 1) if own.first else None
    before = [chunk for chunk in parse.chunks if chunk.last <= own.first]
    if not before or own.prep not in {"on", "aboard", "on-board", "during", "for"}:
        return own
    verbs = (index for index in reversed(range(own.first)) if parse.tokens[index].tag == "V")
    verb = next(verbs, None)
    beside = before[-1].last == own.first - 1 and (own.prep != "for" or draft.frame == "send")
    return before[-1] if beside or verb is None else subject(parse, verb) or before[-1]
