"""Make a card of each claim: its numbers, every reading, and the lines that show them."""

from collections.abc import Sequence

from geo.measure import densify, line_km, ring
from geo.model import Claim, ClaimKind, Finding, Reading
from geo.page import wording
from geo.page.card import Card, Teller, when_words
from geo.page.sheet import Sheet
from geo.units import unit

__all__ = ["claim_card"]

_SHORTEST_KM = 0.05  # a line shorter than this cannot be seen
_SAME = 0.005  # share by which a drawn line may differ from its number
_UNITS: dict[ClaimKind, str] = {"extent": "km²", "travel_time": "h", "temporal": "days", "count": ""}
_KINDS: dict[ClaimKind, str] = {"contain": "location", "temporal": "calendar", "travel_time": "travel time"}
_NEVER_DRAWN: dict[ClaimKind, str] = {
    "temporal": "a claim about time has no line to draw",
    "count": "a count has no line to draw",
    "extent": "an area is compared as a number",
}


def claim_card(finding: Finding, teller: Teller, sheet: Sheet) -> Card:
    """Show a claim with its verdict."""
    claim, verdict = finding.claim, finding.verdict
    card = Card(
        "",
        "claim",
        teller.days.of(claim.span),
        claim.span.text,
        tags=[_KINDS.get(claim.kind, claim.kind)],
        because=verdict.because,
    )
    card.when = when_words(next(iter(claim.days), None)) or card.day.key
    card.sources = [teller.quote(claim.span)]
    if claim.speaker:
        card.facts.append(("Said by", claim.speaker.text))
    drawn = [
        _draw_reading(card, claim, number, verdict.readings, sheet) for number in range(len(verdict.readings))
    ]
    card.numbers = _numbers(finding, drawn)
    _draw_claim(card, finding, sheet)
    return card


def _numbers(finding: Finding, drawn: Sequence[list[str]]) -> dict[str, object]:
    """Return what was claimed and measured, with the marks of each reading."""
    claim, verdict = finding.claim, finding.verdict
    return {
        "word": verdict.word,
        "stated": wording.claimed(claim),
        "tolerance": _rounded(verdict.tolerance_km),
        "measured": _rounded(verdict.measured_km),
        "second": claim.second.span.text if claim.second else "",
        "second_fits": verdict.second_consistent,
        "unit": _UNITS.get(claim.kind, "km"),
        "readings": [
            {
                "name": each.name,
                "value": _rounded(each.km),
                "words": wording.measured(claim, each),
                "fits": each.fits,
                "method": each.method,
                "marks": marks,
            }
            for each, marks in zip(verdict.readings, drawn, strict=True)
        ],
    }


def _draw_reading(
    card: Card, claim: Claim, number: int, readings: tuple[Reading, ...], sheet: Sheet
) -> list[str]:
    """Draw the line of one reading, unless an earlier one drew it."""
    reading = readings[number]
    if not _drawable(claim, reading) or any(each.line == reading.line for each in readings[:number]):
        return []
    line = densify(reading.line) if len(reading.line) == 2 else reading.line
    figure = _figure(claim, reading)
    label = f"{figure} · {reading.name}" if number else f"measured {figure}"
    mark = sheet.line("measure", card.day, line, label=label)
    card.marks.append(mark)
    return [mark]


def _drawable(claim: Claim, reading: Reading) -> bool:
    """Whether the line of a reading can be seen, and is what its number measures."""
    if len(reading.line) < 2 or (length := line_km(reading.line)) < _SHORTEST_KM:
        return False
    return claim.kind != "distance" or abs(length - reading.km) <= _SAME * reading.km


def _figure(claim: Claim, reading: Reading) -> str:
    """Write what was measured, short enough for the map."""
    figure = f"{reading.km:,.0f}" if reading.km >= 10 else f"{reading.km:.1f}"
    number = f"{figure.replace(',', chr(0x2009))}\u2009{_UNITS.get(claim.kind, 'km')}"
    return wording.measured(claim, reading) or number


def _draw_claim(card: Card, finding: Finding, sheet: Sheet) -> None:
    """Draw the claimed figure, and the places the claim is about."""
    claim, verdict = finding.claim, finding.verdict
    line = next((each for each in verdict.readings if len(each.line) > 1), None)
    km, tolerance = _km(claim), verdict.tolerance_km or 0.0
    stated = wording.claimed(claim)
    if claim.kind == "distance" and line and km:
        card.marks += sheet.claimed(card.day, line, km, tolerance, f"claimed {stated}", verdict.word)
    centre = (
        line.line[0] if line else claim.subject.place.at if claim.subject and claim.subject.place else None
    )
    if claim.kind == "range" and centre and km:
        card.marks.append(sheet.line("range", card.day, ring(centre, km[1]), label=f"range {stated}"))
    for end in (claim.subject, claim.object):
        if end and end.place:
            card.marks += sheet.point(end.place, card.day)
    if not card.marks:
        card.unmapped = _NEVER_DRAWN.get(
            claim.kind, "no place of the claim could be found, so there is nothing to draw"
        )


def _km(claim: Claim) -> tuple[float, float] | None:
    """Return the claimed length in km."""
    figure = claim.quantity
    if figure is None or figure.low is None or figure.high is None or unit(figure.unit).dimension != "length":
        return None
    low, high = figure.low * unit(figure.unit).km, figure.high * unit(figure.unit).km
    return (low, high) if 0 < high < 20_004 else None


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
