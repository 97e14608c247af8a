"""Make a card of each leg, with every telling of it side by side."""

from collections.abc import Iterator, Sequence

from geo.measure import densify
from geo.model import Leg, Movement
from geo.page.card import NO_DATE, Card, Teller, end_words, when_words
from geo.page.days import day
from geo.page.sheet import Sheet

__all__ = ["leg_card"]

_LEG_STATUS = {"done": "", "habitual": "habitual"}


def leg_card(leg: Leg, tellers: Sequence[Teller], sheet: Sheet) -> Card:
    """Show a movement as all articles tell it."""
    movement, when = leg.movement, day(leg.movement.when)
    card = Card(
        "",
        "leg",
        when,
        _leg_title(movement),
        when_words(movement.when),
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
    ends = " → ".join(end_words(end) for end in (movement.origin, *movement.via, movement.destination) if end)
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
    when = movement.when.span.text if movement.when else NO_DATE
    mode = "" if movement.mode == "unknown" else movement.mode
    vehicle = movement.vehicle.text if movement.vehicle else ""
    return " · ".join(
        part for part in (when, mode, vehicle, _LEG_STATUS.get(movement.status, movement.status)) if part
    )
