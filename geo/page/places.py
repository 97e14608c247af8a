"""Make cards of events, of places that nothing else shows, and of dated sentences without either."""

from collections.abc import Iterator, Sequence

from geo.model import End, Mention, Place, Span, Story
from geo.page import wording
from geo.page.card import NO_DATE, Card, Teller, when_words
from geo.page.days import day
from geo.page.sheet import Sheet
from geo.story.summary import WIDE

__all__ = ["event_card", "event_tellings", "place_cards", "remark_cards"]

_QUOTES = 5  # of one place on one date
_TOO_WIDE = frozenset({"year", "season", "unknown"})  # dates that are no layer unless something happened then


def event_tellings(story: Story) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the events that several articles tell, then those that none clustered."""
    yield from story.events
    seen = {each for told in story.events for each in told}
    for index, report in enumerate(story.reports):
        yield from (((index, number),) for number in range(len(report.events)) if (index, number) not in seen)


def event_card(told: Sequence[tuple[int, int]], tellers: Sequence[Teller], sheet: Sheet) -> Card:
    """Show an event as all articles tell it."""
    events = [(tellers[report], tellers[report].report.events[number]) for report, number in told]
    first = events[0][1]
    card = Card(
        "",
        "event",
        day(first.when),
        _headline(events[0][0], first.cue, first.place, first.said_by),
        when_words(first.when),
        tags=[first.kind],
        because=first.because,
    )
    if first.said_by:
        card.facts.append(("Said by", first.said_by.text))
    card.sources = [
        teller.quote(event.span, (event.when.span.text if event.when else NO_DATE) if len(events) > 1 else "")
        for teller, event in events
    ]
    place = next((event.place.place for _, event in events if event.place and event.place.place), None)
    if place:
        card.marks += sheet.point(place, card.day)
    else:
        named = first.place.because if first.place else ""
        card.unmapped = named or "no place is given for it"
    return card


def _headline(teller: Teller, cue: Span, *ends: End | Span | None) -> str:
    """Take the article's own words about what happened."""
    index = teller.document.at(cue.start)
    if index is None:
        return cue.text
    sentence = teller.document.sentences[index]
    words = teller.report.article.text[sentence.start : sentence.end]
    return wording.headline(words, sentence.start, cue, ends)


def place_cards(tellers: Sequence[Teller], sheet: Sheet) -> list[Card]:
    """Give every literal place that nothing else shows a card under the date of its sentence."""
    shown = {place.id for place in sheet.places}
    found: dict[tuple[str, str], Card] = {}
    for teller in tellers:
        for mention, place in _sites(teller):
            if place.id in shown:
                continue
            when = teller.days.of(mention.span)
            card = found.setdefault(
                (place.id, when.key), Card("", "place", when, place.name, when.key, because=mention.because)
            )
            card.marks = card.marks or [*sheet.point(place, when)]
            if len(card.sources) < _QUOTES:
                card.sources.append(teller.quote(mention.span))
    return list(found.values())


def remark_cards(tellers: Sequence[Teller], sheet: Sheet, made: Sequence[Card]) -> list[Card]:
    """Keep dated sentences that no other card quotes, so that no date of the text is lost."""
    covered = {_sentence(source) for card in made for source in card.sources}
    cards = []
    for teller in tellers:
        for when in teller.report.dates:
            quote = teller.quote(when.span)
            if when.first is None or when.precision in _TOO_WIDE or _sentence(quote) in covered:
                continue
            covered.add(_sentence(quote))
            card = Card(
                "", "note", day(when), _headline(teller, when.span), when_words(when), sources=[quote]
            )
            for place in _named(teller, when.span.start):
                card.marks += sheet.point(place, card.day)
            card.unmapped = "" if card.marks else "the sentence names no site"
            cards.append(card)
    return cards


def _sites(teller: Teller) -> Iterator[tuple[Mention, Place]]:
    """Yield the places that are named as places and are no whole countries."""
    for mention in teller.report.mentions:
        if mention.place is not None and mention.role == "literal" and mention.place.kind not in WIDE:
            yield mention, mention.place


def _named(teller: Teller, offset: int) -> Iterator[Place]:
    """Yield the sites in the sentence around an offset."""
    at = teller.document.at(offset)
    yield from (
        place
        for mention, place in _sites(teller)
        if at is not None and teller.document.at(mention.span.start) == at
    )


def _sentence(source: dict[str, object]) -> tuple[object, ...]:
    return source["article"], source["paragraph"], f"{source['before']}{source['words']}{source['after']}"
