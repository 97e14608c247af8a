"""Read the movements of an article: who or what went from where to where, how, when, and who says so."""

from collections.abc import Iterator, Mapping, Sequence

from geo.dates.pieces import inside, pieces
from geo.model import Mention, Mode, Movement, Span, When
from geo.movements.clauses import fleet_of, pointed_to
from geo.movements.frames import drafts
from geo.movements.joining import Told, join
from geo.movements.lines import unfold
from geo.movements.movers import Draft
from geo.movements.phrases import Parse, parse
from geo.movements.refusals import habitual
from geo.movements.telling import Scene, cargoes, tell
from geo.movements.triggers import triggers
from geo.text import Document

__all__ = ["read"]


def _told(document: Document, mentions: Sequence[Mention], dates: Sequence[When]) -> Iterator[Told]:
    """Yield every movement as its own words tell it."""
    fleet: dict[str, Mode] = {}
    laden: Span | None = None  # what the vehicle named last carries
    back: Mode | None = None  # of the vehicle that the sentence before tells of
    by_start = sorted(dates, key=lambda each: each.span.start)
    places = sorted(mentions, key=lambda each: each.span.start)
    for number, sentence in pieces(document):
        moves, carries = triggers(sentence.text, fleet)
        if not moves and not carries:
            back = None
            continue
        here, named = inside(by_start, sentence), inside(places, sentence)
        parsed = parse(sentence, here)
        if carries:
            fleet.update(fleet_of(parsed))
        loads = dict(cargoes(parsed, fleet))
        laden = next(iter(loads.values()), laden)
        before, back = back, pointed_to(parsed) if carries else None
        if not moves:
            continue
        it = before or (None if parsed.words(0, 1) == ("it",) else back)
        lines = unfold(parsed)
        found = _drafts(lines, {**fleet, "it": it} if it else fleet)
        if found and not habitual(sentence.text):
            scene = Scene(document.article, number, named, here, bool(mentions), loads, laden)
            yield from tell(scene, lines, found)


def _drafts(lines: Sequence[Parse], fleet: Mapping[str, Mode]) -> list[tuple[Parse, Draft]]:
    """Find the movements of all lines of a sentence in reading order."""
    found = [(line, draft) for line in lines for draft in drafts(line, fleet)]
    return sorted(found, key=lambda row: row[0].tokens[row[1].cue[0]].start)


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
