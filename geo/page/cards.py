"""Turn a story into cards: one for each leg, event, claim, place and dated remark, each with its words and source."""

from geo.model import Story
from geo.page.card import Card, Teller
from geo.page.checked import claim_card
from geo.page.legs import leg_card
from geo.page.places import event_card, event_tellings, place_cards, remark_cards
from geo.page.sheet import Sheet

__all__ = ["cards"]


def cards(story: Story, sheet: Sheet) -> tuple[Card, ...]:
    """Build all cards, drawing their marks on the sheet."""
    tellers = [Teller(index, report) for index, report in enumerate(story.reports)]
    made = [
        *(leg_card(leg, tellers, sheet) for leg in story.legs),
        *(event_card(told, tellers, sheet) for told in event_tellings(story)),
        *(claim_card(finding, teller, sheet) for teller in tellers for finding in teller.report.findings),
    ]
    made += place_cards(tellers, sheet)
    made += remark_cards(tellers, sheet, made)
    places = {mark.id: mark.place for mark in sheet.marks}
    for number, card in enumerate(made, 1):
        card.id = f"c{number}"
        sheet.belongs(card.id, card.marks)
        card.places = sorted({place for mark in card.marks if (place := places[mark]) is not None})
    return tuple(made)
