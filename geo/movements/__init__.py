"""Read the movements of an article: who or what went from where to where, how, when, and who says so."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geo.dates.pieces import inside, pieces
from geo.model import End, Mention, Mode, Movement, Span, Status, When
from geo.movements.clauses import Range, fleet_of
from geo.movements.frames import Draft, drafts
from geo.movements.joining import Told, join
from geo.movements.phrases import Parse, parse
from geo.movements.words import ALLEGED, DETERMINERS, DIVERTED, HABITS, PLACE_HEADS, SAYING, SHOWING
from geo.text import Document

__all__ = ["read"]


def _end(span: Span, mentions: Sequence[Mention], because: str = "") -> End:
    """Make an end of its words, with the narrowest place that they name."""
    inside = [each for each in mentions if each.span.overlaps(span)]
    placed = [(each.role != "literal", each.place) for each in inside if each.place is not None]
    _, place = min(placed, key=lambda pair: (pair[0], pair[1].radius_km), default=(True, None))
    return End(span, place, because=because)


def _statement(parse_: Parse, when: When) -> bool:
    """Decide whether a date is that of a statement ("said Monday", "On Monday, the ministry said")."""
    tokens = parse_.tokens
    covered = [
        at
        for at, token in enumerate(tokens)
        if when.span.start <= parse_.sentence.start + token.start < when.span.end
    ]
    if not covered:
        return False
    first, last = covered[0], covered[-1] + 1
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    if before and (before[-1] in DETERMINERS or before[-1].endswith(("'s", "’s"))):
        return False  # "its Friday flight"
    if SAYING & set(before) or (last < len(tokens) and tokens[last].low in SAYING):
        return True
    verbs = [token for token in tokens[last:] if token.tag == "V"]
    return first == 0 and bool(verbs) and verbs[0].low in SAYING


def _when(parse_: Parse, draft: Draft, dates: Sequence[When]) -> When | None:
    """Choose the date of a movement: the nearest of the sentence that does not date a statement."""
    base = parse_.sentence.start
    at = base + parse_.tokens[draft.cue[0]].start
    opens = base + parse_.tokens[parse_.opening].start
    found = [each for each in dates if each.span.start >= opens and not _statement(parse_, each)]
    return min(
        found, key=lambda each: (abs(each.span.start - at), -each.span.end + each.span.start), default=None
    )


_PLANS = frozenset(
    "plan plans planned planning expected due scheduled set ready going hopes hoped intends intended agreed wants want prepares preparing ordered slated hope vowed threatened".split()
)


def _status(parse_: Parse, draft: Draft) -> tuple[Status, str]:
    """Judge whether a movement took place, from the words about its cue."""
    tokens, at = parse_.tokens, draft.cue[0]
    low = max(0, at - 12)
    before = [token.low for token in tokens[low:at]]
    near = before[-4:]
    if "about to" in " ".join(near):  # "about 300 containers" is no plan
        return "planned", "the words look ahead"
    if {"not", "never", "n't", "didn't", "denied", "denies", "deny"} & set(before[-6:]):
        return "denied", "the words deny it"
    infinitive = bool(near) and near[-1] in {"to", "will", "would", "be", "shall", "may", "might", "could"}
    if infinitive and (
        {"will", "would", "shall", "may", "might", "could"} & set(near)
        or ("to" in near and not {"have", "appeared", "seemed"} & set(before[-5:]))
    ):
        return "planned", "the words look ahead"
    ahead = (
        _PLANS & set(near)
        if tokens[at].tag == "V"
        else {"will", "would", "shall", "plans", "planned"} & set(before)
    )
    if ahead:
        return "planned", "the words look ahead"
    words = {token.low for token in tokens}
    if ALLEGED & words:
        return "alleged", f"the sentence says {min(ALLEGED & words)!r}"
    if DIVERTED & words and draft.via:
        return "diverted", f"the sentence says {min(DIVERTED & words)!r}"
    return "done", "told as a fact"


def _said_by(parse_: Parse) -> Span | None:
    """Find who says so: before or after a verb of saying, or after "according to"."""
    tokens = parse_.tokens
    for at, token in enumerate(tokens):
        if token.low == "according" and at + 2 < len(tokens):
            for chunk in parse_.chunks:
                if chunk.first == at + 2:
                    return parse_.span(chunk.first, chunk.last)
        if token.low in SAYING - SHOWING and token.tag == "V":
            before = [
                chunk
                for chunk in parse_.chunks
                if chunk.last <= at and all(each.tag in "DAPM" for each in tokens[chunk.last : at])
            ]
            after = [chunk for chunk in parse_.chunks if chunk.first == at + 1]
            for chunk in (*before[-1:], *after):
                return parse_.span(chunk.first, chunk.last)
    return None


def _movement(parse_: Parse, draft: Draft, mentions: Sequence[Mention], dates: Sequence[When]) -> Movement:
    """Turn a draft into a movement of the article."""

    def span(words: Range | None) -> Span | None:
        return parse_.span(*words) if words else None

    def end(words: Range | None) -> End | None:
        return _end(parse_.span(*words), mentions) if words else None

    status, why = _status(parse_, draft)
    cue = parse_.span(*draft.cue)
    sentence = parse_.sentence
    opens = parse_.tokens[parse_.opening].start
    return Movement(
        sentence.span(opens, len(sentence.text)),
        cue,
        span(draft.what),
        span(draft.vehicle),
        end(draft.origin),
        end(draft.destination),
        tuple(_end(parse_.span(*words), mentions) for words in draft.via),
        draft.mode,
        status,
        _when(parse_, draft, dates),
        _said_by(parse_),
        f"{cue.text!r}: {why}",
    )


def _grounded(movement: Movement, mentions: Sequence[Mention]) -> bool:
    """Decide whether one end at least is a mention or a word such as "port"."""
    ends = [end for end in (movement.origin, movement.destination) if end]
    spans = [end.span for end in ends if end.span]
    named = any(
        mention.span.overlaps(span) for span in spans for mention in mentions if mention.role != "demonym"
    )
    return named or any(PLACE_HEADS & set(re.findall(r"\w+", span.text.lower())) for span in spans)


_HABIT: Final = re.compile("|".join(rf"(?<!\w){re.escape(habit)}(?!\w)" for habit in HABITS), re.IGNORECASE)


def _told(document: Document, mentions: Sequence[Mention], dates: Sequence[When]) -> Iterator[Told]:
    """Yield every movement as its own words tell it."""
    fleet: dict[str, Mode] = {}
    by_start = sorted(dates, key=lambda each: each.span.start)
    places = sorted(mentions, key=lambda each: each.span.start)
    for number, sentence in pieces(document):
        here, named = inside(by_start, sentence), inside(places, sentence)
        parsed = parse(sentence, here)
        fleet.update(fleet_of(parsed))
        if _HABIT.search(sentence.text):
            continue
        for draft in drafts(parsed, fleet):
            movement = _movement(parsed, draft, named, here)
            if mentions and not _grounded(movement, named):
                continue
            subject = parsed.span(*draft.subject) if draft.subject else None
            lead = frozenset(parsed.words(max(0, draft.cue[0] - 4), draft.cue[0]))
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
