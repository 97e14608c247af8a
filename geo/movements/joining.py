"""Join what several words tell of one journey, and carry places from one leg to the next."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from geo.model import Article, End, Movement, Span
from geo.movements.cues import NOUN_CUES, Frame
from geo.movements.dating import spanning
from geo.movements.words import DETERMINERS, ONWARD, PRONOUNS, TURNED

__all__ = ["Told", "join"]


@dataclass(frozen=True, slots=True)
class Told:
    """A movement as one cue tells it: its frame, its subject, the number of its sentence, the words before its cue.

    A `call` ended in a port that was only put into.
    """

    movement: Movement
    frame: Frame
    subject: Span | None
    sentence: int
    lead: frozenset[str]
    call: bool = False


_NEAR: Final = 2  # sentences over which a place is carried
_ANAPHORIC: Final = frozenset("the those these this that their its his her".split())
_QUANTIFIERS: Final = frozenset("most some many all both".split())
_GOODS: Final = frozenset(
    "shipment cargo containers container goods equipment weapons arms munitions consignment load convoy ship vessel group passengers evacuees prisoners refugees migrants aid supplies crates".split()
)


def _words(span: Span | None) -> frozenset[str]:
    """Give the words of a span that carry meaning."""
    return (
        frozenset(word.strip(".,'’\"“”").lower() for word in span.text.split()) - DETERMINERS - {"of"}
        if span
        else frozenset()
    )


def _pronoun(span: Span | None) -> bool:
    """Decide whether words point back."""
    return span is not None and span.text.lower() in PRONOUNS | _QUANTIFIERS


def _same(a: Span | None, b: Span | None) -> bool:
    """Decide whether two noun phrases may be the same thing."""
    return a is not None and b is not None and (a == b or bool(_words(a) & _words(b)))


def _back(told: Told) -> bool:
    """Decide whether a movement goes on with what moved before: "the shipment was then taken to ..."."""
    mover = told.movement.what or told.movement.vehicle or told.subject
    if "for" in told.lead and told.movement.cue.text.lower() in NOUN_CUES:
        return True  # "unloaded at X for road delivery to Y"
    if mover is None or _pronoun(mover) or told.lead & ONWARD:
        return True
    first = mover.text.split()[0].lower()
    return first in _ANAPHORIC and bool(_words(mover) & _GOODS or first in {"those", "these", "this"})


def _next(a: Told, b: Told) -> bool:
    """Decide whether a leg follows in the same breath: "unloaded at X and trucked to Y"."""
    return bool(
        a.sentence == b.sentence
        and a.movement.destination
        and {"and", "before", "then"} & b.lead
        and _same(a.subject, b.subject)
    )


def _places(end: End | None) -> frozenset[str]:
    """Give the words that name an end, without what says where it lies."""
    if end is None or end.span is None:
        return frozenset()
    name = re.split(r",|\s(?:in|near|on)\s", end.span.text, maxsplit=1)[0]
    return (
        frozenset(word.strip(".,'’\"“”").lower() for word in name.split())
        - DETERMINERS
        - {"of", "port", "city", "town", "airport"}
    )


def _merged(article: Article, a: Told, b: Told) -> Told:
    """Make one movement of its departure and its arrival."""
    one, two = a.movement, b.movement
    start, end = min(one.span.start, two.span.start), max(one.span.end, two.span.end)
    pronoun = _pronoun(one.what) and two.what is not None
    carrier = one.vehicle is None and two.what is not None and one.what == b.subject != two.what
    merged = replace(
        one,
        span=article.span(start, end),
        what=two.what
        if pronoun or carrier
        else one.what or (None if one.vehicle and _pronoun(two.what) else two.what),
        vehicle=one.what if carrier else one.vehicle or two.vehicle,
        origin=one.origin or two.origin,
        destination=two.destination or one.destination,
        via=(*one.via, *(each for each in two.via if each not in one.via)),
        mode=two.mode
        if one.mode == "unknown" or (one.mode == "foot" and two.mode != "unknown")
        else one.mode,
        when=spanning(article, one.when, two.when),
        said_by=one.said_by or two.said_by,
        because=f"{one.because}; {two.because}",
    )
    return replace(a, movement=merged, sentence=b.sentence, call=two.cue.text.lower().startswith("put"))


def _one_journey(a: Told, b: Told) -> bool:
    """Decide whether a departure and an arrival belong to one journey."""
    one, two = a.movement, b.movement
    if (
        one.destination
        or not one.origin
        or not two.destination
        or (two.origin and not _places(two.origin) & _places(one.origin))
    ):
        return False
    if a.sentence == b.sentence:
        inside = a.subject and b.subject and b.subject.end <= a.subject.start < two.cue.start
        return bool(_same(a.subject, b.subject) or _pronoun(b.subject) or b.subject is None or inside)
    leaves = a.frame in {"leave", "go"} and b.frame in {"arrive", "reach", "go"}
    return (
        leaves
        and b.sentence - a.sentence == 1
        and (_pronoun(b.subject) or (_same(a.subject, b.subject) and two.what is None))
    )


def _stop(a: Told, b: Told) -> bool:
    """Decide whether a landing or a turn interrupts a journey whose ends are known."""
    one, two = a.movement, b.movement
    turned = two.cue.text.lower() in TURNED or bool({"forced", "emergency"} & b.lead)
    return bool(
        a.sentence == b.sentence
        and (turned or (b.frame == "arrive" and (one.origin or one.via)))
        and one.destination
        and two.destination
        and not two.origin
        and not _places(one.destination) & _places(two.destination)
        and (_same(a.subject, b.subject) or _pronoun(b.subject) or b.subject is None)
    )


def _repeats(a: Told, b: Told) -> bool:
    """Decide whether the earlier words only introduce the later ("the first ship to leave X departed from Y for Z")."""
    one, two = a.movement, b.movement
    same = a.sentence == b.sentence and _same(a.subject, b.subject) and not one.destination and one.origin
    return bool(same and two.origin and a.frame == "leave")


def _completes(a: Told, b: Told) -> bool:
    """Decide whether the later words only say where a journey began ("docked at X after a voyage from Y")."""
    one, two = a.movement, b.movement
    only = one.destination and not one.origin and two.origin and not two.destination
    back = (
        one.destination
        and not one.origin
        and two.destination
        and not two.origin
        and b.subject
        and "trip" in b.subject.text
    )
    if only and a.sentence == b.sentence and b.subject is not None and b.subject == one.vehicle:
        return True  # "unloaded at X from the ship, which had sailed from Y"
    had = only and "had" in b.lead and a.frame in {"arrive", "reach"} and b.sentence - a.sentence <= 1
    if had and (_same(a.subject, b.subject) or _pronoun(b.subject) or _pronoun(a.subject)):
        return True  # "It landed at X. The jet had come from Y."
    return bool(
        (only or back) and a.sentence == b.sentence and b.lead & {"after", "having", "following", "since"}
    )


def _completed(article: Article, a: Told, b: Told) -> Told:
    """Add where a journey began, when, and with what."""
    one, two = a.movement, b.movement
    own = two.when if two.cue.text.lower() not in NOUN_CUES else one.when
    return replace(
        a,
        movement=replace(
            one,
            what=one.what or (None if _pronoun(two.what) else two.what),
            vehicle=one.vehicle or two.vehicle,
            origin=two.origin or two.destination,
            when=spanning(article, own, one.when),
        ),
    )


def _stopped(a: Told, b: Told) -> Told:
    """Put the place of an unplanned stop on the way."""
    one, stop = a.movement, b.movement.destination
    return replace(
        a,
        movement=replace(
            one,
            via=(*one.via, stop) if stop else one.via,
            mode=b.movement.mode if one.mode == "unknown" else one.mode,
            when=one.when or b.movement.when,
            status="diverted",
            because=f"{one.because}; stopped on the way",
        ),
    )


def _carried(a: Told, b: Told) -> Told:
    """Let a leg start where the one before ended (or, after a pick-up, began)."""
    from_ = a.movement.destination or a.movement.origin
    if from_ is None or from_.span is None or b.movement.origin or not b.movement.destination:
        return b
    if _places(from_) & _places(b.movement.destination):
        return b
    carried = replace(from_, because=f"carried from {a.movement.cue.text!r} before")
    return replace(b, movement=replace(b.movement, origin=carried))


def _halted(a: Told, b: Told) -> Told:
    """Put a stop on the way of the journey told before it."""
    one, stop = a.movement, b.movement.destination
    ends = _places(one.origin) | _places(one.destination)
    stops = [each for each in (stop, *b.movement.via) if not _places(each) & ends]
    if not (one.origin or one.destination):
        return a
    return replace(a, movement=replace(one, via=(*one.via, *(each for each in stops if each))))


def _goes_on(a: Told, b: Told) -> bool:
    """Decide whether a journey goes on from a port that was only put into: "has put into X and will go on to Y"."""
    ahead = a.movement.status != "planned" and b.movement.status == "planned"
    return bool(
        a.call
        and ahead
        and a.sentence == b.sentence
        and b.movement.destination
        and _same(a.subject, b.subject)
    )


def _after(stop: Told, b: Told) -> Told:
    """Let a journey begin where its mover stopped before, or pass there."""
    halt = stop.movement.destination
    if stop.sentence != b.sentence or halt is None:
        return b
    if b.movement.origin is None:
        return replace(b, movement=replace(b.movement, origin=halt))
    return _halted(b, stop)


def join(article: Article, told: Iterable[Told]) -> tuple[Movement, ...]:
    """Join the movements of an article, given in reading order."""
    done: list[Told] = []
    stop: Told | None = None
    for row in told:
        last = done[-1] if done else None
        if row.frame == "stop":
            if last and last.sentence == row.sentence:
                done[-1] = _halted(last, row)
            else:
                stop = row
            continue
        each, stop = _after(stop, row) if stop else row, None
        if last is None or each.sentence - last.sentence > _NEAR:
            done.append(each)
        elif _repeats(last, each):
            done[-1] = each
        elif _one_journey(last, each):
            done[-1] = _merged(article, last, each)
        elif _goes_on(last, each):
            further = replace(last.movement, destination=each.movement.destination)
            done[-1] = _halted(replace(last, movement=further, call=False), last)
        elif _completes(last, each):
            done[-1] = _completed(article, last, each)
        elif _stop(last, each):
            done[-1] = _stopped(last, each)
        else:
            done.append(_carried(last, each) if _back(each) or _next(last, each) else each)
    return tuple(each.movement for each in done)
