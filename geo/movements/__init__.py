"""Read the movements of an article: who or what went from where to where, how, when, and who says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geo.dates.pieces import inside, pieces
from geo.model import Article, End, Mention, Mode, Movement, Span, Status, When
from geo.movements.clauses import Range, fleet_of, pointed_to, vehicle_mode
from geo.movements.cues import Frame
from geo.movements.dating import choose
from geo.movements.frames import drafts
from geo.movements.joining import Told, join
from geo.movements.lines import unfold
from geo.movements.movers import Draft, cargo_of
from geo.movements.phrases import Chunk, Parse, parse
from geo.movements.refusals import habitual
from geo.movements.standing import follows, said_by, standing
from geo.movements.subjects import fronted
from geo.movements.triggers import triggers
from geo.movements.words import CARRYING, PLACE_HEADS
from geo.text import Document

__all__ = ["read"]


def _end(span: Span, mentions: Sequence[Mention], because: str = "") -> End:
    """Make an end of its words, with the narrowest place that they name."""
    inside = [each for each in mentions if each.span.overlaps(span)]
    placed = [(each.role != "literal", each.place) for each in inside if each.place is not None]
    _, place = min(placed, key=lambda pair: (pair[0], pair[1].radius_km), default=(True, None))
    return End(span, place, because=because)


def _movement(
    article: Article, parse_: Parse, draft: Draft, mentions: Sequence[Mention], dates: Sequence[When]
) -> Movement:
    """Turn a draft into a movement of the article."""

    def span(words: Range | None) -> Span | None:
        return parse_.span(*words) if words else None

    def end(words: Range | None) -> End | None:
        return _end(parse_.span(*words), mentions) if words else None

    told, why = standing(parse_, draft)
    cue = parse_.span(*draft.cue)
    sentence, whole = parse_.sentence, parse_.whole or parse_
    opens = whole.tokens[whole.opening].start
    return Movement(
        sentence.span(opens, len(sentence.text)),
        cue,
        span(draft.what),
        span(draft.vehicle),
        end(draft.origin),
        end(draft.destination),
        tuple(_end(parse_.span(*words), mentions) for words in draft.via),
        draft.mode,
        told,
        choose(article, parse_, draft, dates),
        said_by(whole),
        f"{cue.text!r}: {why}",
    )


def _grounded(movement: Movement, frame: Frame, mentions: Sequence[Mention]) -> bool:
    """Decide whether one end at least is a mention or a word such as "port", or how it moved is known."""
    told = movement.vehicle or frame != "go" or (movement.origin and movement.destination)
    if movement.mode != "unknown" and told:
        return True
    ends = [end for end in (movement.origin, movement.destination) if end]
    spans = [end.span for end in ends if end.span]
    named = any(
        mention.span.overlaps(span) for span in spans for mention in mentions if mention.role != "demonym"
    )
    return named or any(PLACE_HEADS & set(re.findall(r"\w+", span.text.lower())) for span in spans)


def _bare(vehicle: Span | None) -> bool:
    """Decide whether a vehicle is only pointed back to: "the vessel"."""
    words = vehicle.text.lower().split() if vehicle else []
    return len(words) == len(["the", "vessel"]) and words[0] in {"the", "that", "this"}


def _cargoes(parsed: Parse, fleet: Mapping[str, Mode]) -> Iterator[tuple[Span, Span]]:
    """Yield the vehicles of a sentence with what they carry: "an oil tanker", "Laden with oil, the tanker"."""
    if not CARRYING & {token.low for token in parsed.tokens}:
        return
    vehicles = [each for each in parsed.chunks if vehicle_mode(parsed, (each.first, each.last), fleet)]
    for chunk in vehicles:
        cargo = cargo_of(parsed, chunk)
        if cargo:
            yield parsed.span(chunk.first, chunk.last), parsed.span(*cargo)
    owner = fronted(parsed, parsed.opening)
    if owner in vehicles and owner and parsed.tokens[parsed.opening].low in CARRYING:
        cargo = cargo_of(parsed, Chunk(parsed.opening, parsed.opening, ""))
        if cargo:
            yield parsed.span(owner.first, owner.last), parsed.span(*cargo)


def _drafts(parsed: Parse, fleet: Mapping[str, Mode]) -> list[tuple[Parse, Draft]]:
    """Find the movements of all lines of a sentence in reading order."""
    found = [(line, draft) for line in unfold(parsed) for draft in drafts(line, fleet)]
    return sorted(found, key=lambda row: row[0].tokens[row[1].cue[0]].start)


def _told(document: Document, mentions: Sequence[Mention], dates: Sequence[When]) -> Iterator[Told]:
    """Yield every movement as its own words tell it."""
    fleet: dict[str, Mode] = {}
    laden: Span | None = None  # what the vehicle named last carries
    by_start = sorted(dates, key=lambda each: each.span.start)
    places = sorted(mentions, key=lambda each: each.span.start)
    back: Mode | None = None  # of the vehicle that the sentence before tells of
    for number, sentence in pieces(document):
        moves, carries = triggers(sentence.text, fleet)
        if not moves and not carries:
            back = None
            continue
        here, named = inside(by_start, sentence), inside(places, sentence)
        parsed = parse(sentence, here)
        if carries:
            fleet.update(fleet_of(parsed))
        loads = dict(_cargoes(parsed, fleet))
        laden = next(iter(loads.values()), laden)
        status: Status = "done"
        known = False  # an end of a movement told before in the sentence
        before, back = back, pointed_to(parsed) if carries else None
        it = before or back
        found = _drafts(parsed, {**fleet, "it": it} if it else fleet) if moves else []
        for line, draft in found if found and not habitual(sentence.text) else ():
            movement = _movement(document.article, line, draft, named, here)
            if follows(line, draft) and status == "planned":
                movement = replace(movement, status=status)
            status = movement.status
            if movement.what is None and movement.vehicle:
                kept = laden if _bare(movement.vehicle) else None
                movement = replace(movement, what=loads.get(movement.vehicle, kept))
            grounded = not mentions or _grounded(movement, draft.frame, named)
            if not grounded and not (known and movement.mode != "unknown"):
                continue
            known = True
            subject = line.span(*draft.subject) if draft.subject else None
            lead = frozenset(line.words(max(0, draft.cue[0] - 4), draft.cue[0]))
            yield Told(movement, draft.frame, subject, number, lead)


def read(document: Document, mentions: Sequence[Mention], dates: Sequence[When]) -> tuple[Movement, ...]:
    """Read the movements of an article in reading order.

    >>> from geo import dates, text
    >>> from geo.model import Article
    >>> document = text.read(Article("a", "The ferry sailed from Bari to Durres via Corfu on 3 May 2024."))
    >>> [found] = read(document, (), dates.read(document)[0])
    >>> found.vehicle.text, found.origin.span.text, found.destination.span.text, found.mode, str(found.when.first)
    ('The ferry', 'Bari', 'Durres', 'sea', '2024-05-03')
    """
    return join(document.article, _told(document, mentions, dates))
