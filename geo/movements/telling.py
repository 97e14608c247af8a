"""Tell the movements of one sentence from what was found in its lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo.model import Article, End, Mention, Mode, Movement, Span, Status, When
from geo.movements.clauses import Range, place_like, vehicle_mode
from geo.movements.cues import CUES, Frame
from geo.movements.dating import choose
from geo.movements.ends import INNER, extended
from geo.movements.joining import Told
from geo.movements.movers import Draft, cargo_of
from geo.movements.phrases import Chunk, Parse
from geo.movements.standing import follows, said_by, standing
from geo.movements.subjects import fronted
from geo.movements.words import CARRYING, FOUND, PLACE_HEADS

__all__ = ["Scene", "cargoes", "tell"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence and those before it tell of its movements: places, dates, loads of vehicles."""

    article: Article
    number: int
    mentions: Sequence[Mention]
    dates: Sequence[When]
    known_places: bool
    loads: Mapping[Span, Span] = field(default_factory=dict)
    laden: Span | None = None


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


def cargoes(parsed: Parse, fleet: Mapping[str, Mode]) -> Iterator[tuple[Span, Span]]:
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


@dataclass(frozen=True, slots=True)
class _Held:
    """Where an aside says that something was, and whether it was found there ("seized off Yemen")."""

    place: Span
    found: bool


def _held(lines: Sequence[Parse]) -> dict[int, _Held]:
    """Find where asides say that what they describe was, by where its words begin: "the tug, arrested in Brest, was"."""
    held: dict[int, _Held] = {}
    for line in lines:
        verb = next((at for at, token in enumerate(line.tokens) if token.tag == "V"), None)
        if (
            not line.aside
            or verb is None
            or any(token.low in CUES for token in line.tokens if token.tag == "V")
        ):
            continue
        found = any(token.low in FOUND for token in line.tokens)
        for chunk in line.chunks:
            if chunk.first > verb and chunk.prep in INNER and place_like(line, chunk):
                held[line.tokens[0].start] = _Held(line.span(*extended(line, chunk)), found)
                break
    return held


def _begun(
    scene: Scene, held: Mapping[int, _Held], movement: Movement, subject: Span | None, base: int
) -> Movement:
    """Let a movement without an origin begin where an aside says that its mover was."""
    if movement.origin is not None or movement.destination is None or not held:
        return movement
    what = held.get(movement.what.start - base) if movement.what else None
    place = (
        held.get(subject.start - base) if subject and subject in (movement.what, movement.vehicle) else None
    )
    place = place or (what if what and what.found else None)
    return replace(movement, origin=_end(place.place, scene.mentions)) if place else movement


def tell(scene: Scene, lines: Sequence[Parse], found: Sequence[tuple[Parse, Draft]]) -> Iterator[Told]:
    """Yield the movements of a sentence as its words tell them; one whose ends are known vouches for the others."""
    made = [(*row, _movement(scene.article, *row, scene.mentions, scene.dates)) for row in found]
    grounded = [not scene.known_places or _grounded(each, row.frame, scene.mentions) for _, row, each in made]
    status: Status = "done"
    held = _held(lines)
    for (line, draft, movement), known in zip(made, grounded, strict=True):
        if not (known or (any(grounded) and (movement.mode != "unknown" or draft.frame != "go"))):
            continue
        status = status if follows(line, draft) and status == "planned" else movement.status
        loaded = replace(movement, status=status, what=movement.what or _load(scene, movement.vehicle))
        subject = line.span(*draft.subject) if draft.subject else None
        lead = frozenset(line.words(max(0, draft.cue[0] - 4), draft.cue[0]))
        begun = _begun(scene, held, loaded, subject, line.sentence.start)
        yield Told(begun, draft.frame, subject, scene.number, lead)


def _load(scene: Scene, vehicle: Span | None) -> Span | None:
    """Find what a vehicle carries, told in its sentence or, where it is only pointed back to, before."""
    if vehicle is None:
        return None
    return scene.loads.get(vehicle, scene.laden if _bare(vehicle) else None)
