"""Turn a story into cards: one for each leg, event, claim, place and dated remark, each with its words and source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from geo import text
from geo.measure import densify, ring
from geo.model import (
    Claim,
    ClaimKind,
    End,
    Event,
    Finding,
    Leg,
    Movement,
    Reading,
    Report,
    Span,
    Story,
    When,
)
from geo.page.days import Day, Days, day
from geo.page.sheet import Sheet
from geo.units import unit

__all__ = ["Card", "Teller", "cards"]

_UNITS: dict[ClaimKind, str] = {"extent": "km²", "travel_time": "h", "temporal": "days", "count": ""}
_NEVER_DRAWN: dict[ClaimKind, str] = {
    "temporal": "a claim about time has no line to draw",
    "count": "a count has no line to draw",
    "extent": "an area is compared as a number",
}
_LEG_STATUS = {"done": "", "habitual": "habitual"}
_NO_DATE = "date not given"


@dataclass(slots=True)
class Card:
    """One card of the list; `unmapped` is the reason when it has no mark."""

    id: str
    kind: str
    day: Day
    title: str
    when: str = ""
    tags: list[str] = field(default_factory=list)
    mode: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    because: str = ""
    numbers: dict[str, object] | None = None
    conflicts: list[str] = field(default_factory=list)
    checks: list[tuple[str, bool | None, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    sources: list[dict[str, object]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    unmapped: str = ""

    def row(self) -> dict[str, object]:
        """Return it for the data island."""
        return {
            "id": self.id, "kind": self.kind, "day": self.day.key, "title": self.title, "when": self.when, "tags": self.tags,
            "mode": self.mode, "facts": self.facts, "because": self.because, "numbers": self.numbers, "conflicts": self.conflicts,
            "checks": self.checks, "places": self.places, "sources": self.sources, "marks": self.marks, "unmapped": self.unmapped,
        }  # fmt: skip


@dataclass(frozen=True)
class Teller:
    """One report as a source of quotations."""

    index: int
    report: Report

    @cached_property
    def document(self) -> text.Document:
        """The article in sentences."""
        return text.read(self.report.article)

    @cached_property
    def days(self) -> Days:
        """The dates of its words."""
        return Days(self.report, self.document)

    def quote(self, span: Span, says: str = "") -> dict[str, object]:
        """Return the sentence around some words, cut in three, and where it stands."""
        index = self.document.at(span.start)
        if index is None:
            before, after, paragraph = "", "", 0
        else:
            sentence = self.document.sentences[index]
            end = max(sentence.end, span.end)
            before, after = (
                self.report.article.text[sentence.start : span.start],
                self.report.article.text[span.end : end],
            )
            paragraph = sentence.paragraph + 1
        return {
            "article": self.index,
            "before": before,
            "words": span.text,
            "after": after,
            "paragraph": paragraph,
            "says": says,
        }


def cards(story: Story, sheet: Sheet) -> tuple[Card, ...]:
    """Build all cards, drawing their marks on the sheet."""
    tellers = [Teller(index, report) for index, report in enumerate(story.reports)]
    made = [
        *(_leg(leg, tellers, sheet) for leg in story.legs),
        *(_event(told, tellers, sheet) for told in _events(story)),
        *(_claim(finding, teller, sheet) for teller in tellers for finding in teller.report.findings),
    ]
    made += _places(tellers, sheet)
    made += _remarks(tellers, made)
    places = {mark.id: mark.place for mark in sheet.marks}
    for number, card in enumerate(made, 1):
        card.id = f"c{number}"
        sheet.belongs(card.id, card.marks)
        card.places = sorted({place for mark in card.marks if (place := places[mark]) is not None})
    return tuple(made)


# Legs


def _leg(leg: Leg, tellers: Sequence[Teller], sheet: Sheet) -> Card:
    movement, when = leg.movement, day(leg.movement.when)
    card = Card(
        "",
        "leg",
        when,
        _leg_title(movement),
        _when(movement.when),
        mode=movement.mode,
        because=movement.because,
    )
    card.tags = [
        each
        for each in (movement.mode, _LEG_STATUS.get(movement.status, movement.status))
        if each not in ("", "unknown")
    ]
    card.conflicts, card.checks = (
        list(leg.conflicts),
        [(check.name, check.ok, check.because) for check in leg.checks],
    )
    card.facts = list(_leg_facts(leg))
    told = leg.told or ((0, 0),)
    for report, number in told:
        teller = tellers[report]
        telling = teller.report.movements[number] if number < len(teller.report.movements) else movement
        card.sources.append(teller.quote(telling.span, _says(telling) if len(told) > 1 else ""))
    _draw_leg(leg, card, sheet)
    return card


def _draw_leg(leg: Leg, card: Card, sheet: Sheet) -> None:
    movement, when = leg.movement, card.day
    stops = [end.place for end in (movement.origin, *movement.via, movement.destination) if end and end.place]
    line = leg.route.line if leg.route else densify([stop.at for stop in stops]) if len(stops) > 1 else ()
    if line:
        reported = any(end.place for end in movement.via)
        label = "" if reported else "path not reported"
        status = " ".join((movement.status, "reported" if reported else "schematic"))
        order = "" if leg.order is None else str(leg.order)
        card.marks.append(
            sheet.line("leg", when, line, label=label, order=order, mode=movement.mode, status=status)
        )
    for stop in stops:
        card.marks += sheet.point(stop, when)
    if not card.marks:
        card.unmapped = "neither end was found in a gazetteer"
    elif not line:
        card.facts.append(("Drawn", "one end only; the other was not given or not found"))


def _leg_title(movement: Movement) -> str:
    what = movement.what or movement.vehicle or movement.cue
    ends = " → ".join(_end(end) for end in (movement.origin, *movement.via, movement.destination) if end)
    return f"{what.text}: {ends}" if ends else what.text


def _leg_facts(leg: Leg) -> Iterator[tuple[str, str]]:
    movement = leg.movement
    if leg.order is not None:
        yield "Leg", f"{leg.order} of journey {(leg.chain or 0) + 1}"
    if movement.vehicle and movement.what:
        yield "By", movement.vehicle.text
    if movement.said_by:
        yield "Said by", movement.said_by.text
    if leg.route:
        yield (
            "Length",
            f"{leg.route.length_km:,.0f} km, {leg.route.method}".replace(
                ",", "\u2009", leg.route.length_km >= 1000
            ),
        )
        yield "Path", leg.route.caveat
    elif movement.origin and movement.destination:
        yield "Path", "not reported; a straight line stands for it"


def _says(movement: Movement) -> str:
    """Sum up one telling, to stand beside the others."""
    when = movement.when.span.text if movement.when else _NO_DATE
    mode = "" if movement.mode == "unknown" else movement.mode
    vehicle = movement.vehicle.text if movement.vehicle else ""
    return " · ".join(
        part for part in (when, mode, vehicle, _LEG_STATUS.get(movement.status, movement.status)) if part
    )


# Events


def _events(story: Story) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the events that several articles tell, then those that none clustered."""
    yield from story.events
    seen = {each for told in story.events for each in told}
    for index, report in enumerate(story.reports):
        yield from (((index, number),) for number in range(len(report.events)) if (index, number) not in seen)


def _event(told: Sequence[tuple[int, int]], tellers: Sequence[Teller], sheet: Sheet) -> Card:
    events = [(tellers[report], tellers[report].report.events[number]) for report, number in told]
    first = events[0][1]
    card = Card(
        "",
        "event",
        day(first.when),
        _event_title(first),
        _when(first.when),
        tags=[first.kind],
        because=first.because,
    )
    if first.said_by:
        card.facts.append(("Said by", first.said_by.text))
    card.sources = [
        teller.quote(
            event.span, (event.when.span.text if event.when else _NO_DATE) if len(events) > 1 else ""
        )
        for teller, event in events
    ]
    place = next((event.place.place for _, event in events if event.place and event.place.place), None)
    if place:
        card.marks += sheet.point(place, card.day)
    else:
        named = first.place.because if first.place else ""
        card.unmapped = named or "no place is given for it"
    return card


def _event_title(event: Event) -> str:
    return f"{event.cue.text}: {_end(event.place)}" if event.place else event.cue.text


# Claims


def _claim(finding: Finding, teller: Teller, sheet: Sheet) -> Card:
    claim, verdict = finding.claim, finding.verdict
    card = Card(
        "",
        "claim",
        teller.days.of(claim.span),
        claim.span.text,
        tags=[claim.kind.replace("_", " ")],
        because=verdict.because,
    )
    card.when = _when(next(iter(claim.days), None)) or card.day.key
    card.sources = [teller.quote(claim.span)]
    if claim.speaker:
        card.facts.append(("Said by", claim.speaker.text))
    drawn = [_draw_reading(card, claim, reading, sheet) for reading in verdict.readings]
    card.numbers = {
        "word": verdict.word,
        "stated": _stated(claim),
        "tolerance": _rounded(verdict.tolerance_km),
        "measured": _rounded(verdict.measured_km),
        "second": claim.second.span.text if claim.second else "",
        "second_fits": verdict.second_consistent,
        "unit": _UNITS.get(claim.kind, "km"),
        "readings": [
            {
                "name": each.name,
                "value": _rounded(each.km),
                "fits": each.fits,
                "method": each.method,
                "marks": marks,
            }
            for each, marks in zip(verdict.readings, drawn, strict=True)
        ],
    }
    _draw_claim(card, finding, sheet)
    return card


def _draw_reading(card: Card, claim: Claim, reading: Reading, sheet: Sheet) -> list[str]:
    """Draw the line of one reading."""
    if len(reading.line) < 2:
        return []
    line = densify(reading.line) if len(reading.line) == 2 else reading.line
    figure = f"{reading.km:,.0f}" if reading.km >= 10 else f"{reading.km:.1f}"
    label = f"measured {figure.replace(',', chr(0x2009))}\u2009{_UNITS.get(claim.kind, 'km')}"
    mark = sheet.line("measure", card.day, line, label=label)
    card.marks.append(mark)
    return [mark]


def _draw_claim(card: Card, finding: Finding, sheet: Sheet) -> None:
    """Draw the claimed figure, and the places the claim is about."""
    claim, verdict = finding.claim, finding.verdict
    line = next((each for each in verdict.readings if len(each.line) > 1), None)
    km, tolerance = _km(claim), verdict.tolerance_km or 0.0
    stated = _stated(claim)
    if claim.kind == "distance" and line and km:
        card.marks += sheet.claimed(card.day, line, km, tolerance, f"claimed {stated}")
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


def _stated(claim: Claim) -> str:
    figure = claim.quantity
    return figure.span.text if figure else (claim.direction or "")


# Places and remarks that no leg, event or claim covers


def _places(tellers: Sequence[Teller], sheet: Sheet) -> list[Card]:
    """Give every literal place that nothing else shows a card under the date of its sentence."""
    shown = {sheet.places[mark.place].id for mark in sheet.marks if mark.place is not None}
    found: dict[tuple[str, str], Card] = {}
    for teller in tellers:
        for mention in teller.report.mentions:
            place = mention.place
            if place is None or mention.role != "literal" or place.id in shown:
                continue
            when = teller.days.of(mention.span)
            card = found.setdefault(
                (place.id, when.key), Card("", "place", when, place.name, when.key, because=mention.because)
            )
            if not card.marks:
                card.marks += sheet.point(place, when)
            if len(card.sources) < 5:
                card.sources.append(teller.quote(mention.span))
    return list(found.values())


def _remarks(tellers: Sequence[Teller], made: Sequence[Card]) -> list[Card]:
    """Keep dated sentences that no other card quotes, so that no date of the text is lost."""
    covered = {
        (source["article"], source["paragraph"], _whole(source)) for card in made for source in card.sources
    }
    cards = []
    for teller in tellers:
        for when in teller.report.dates:
            if when.first is None or when.precision in ("year", "season", "unknown"):
                continue
            quote = teller.quote(when.span)
            key = (quote["article"], quote["paragraph"], _whole(quote))
            if key in covered:
                continue
            covered.add(key)
            card = Card(
                "", "note", day(when), when.span.text, _when(when), because=when.because, sources=[quote]
            )
            card.unmapped = "the sentence names no place of its own"
            cards.append(card)
    return cards


def _whole(source: dict[str, object]) -> str:
    return f"{source['before']}{source['words']}{source['after']}"


# Words


def _end(end: End | None) -> str:
    if end is None:
        return ""
    written = end.span.text if end.span else ""
    return written or (end.place.name if end.place else end.line or "")


def _when(when: When | None) -> str:
    """Say how a date was worked out."""
    return f"“{when.span.text}”: {when.because}" if when else ""


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
