"""Turn what was read into plain records: the JSON of `dateline read` and `dateline check`.

Every record holds only strings, whole and decimal numbers, booleans, lists and `None`; no number is NaN.
"""

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from geo.model import (
    Claim,
    End,
    Event,
    Finding,
    LonLat,
    Mention,
    Movement,
    Place,
    Quantity,
    Reading,
    Report,
    Route,
    Span,
    Story,
    When,
)
from geo.units import unit

__all__ = ["Record", "claim", "claims", "located", "report"]

Record = dict[str, Any]

_METRES = 3  # decimals of a kilometre figure that is printed
_LINES = ("coast", "layer", "parallel")  # kinds of line that are not borders


def report(read: Report) -> Record:
    """Give everything that was read in one article, by the schema of `dateline read`."""
    article = read.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": _day(article.published),
        "url": article.url,
        "published_from": article.published_from,
        "mentions": [_mention(each) for each in read.mentions],
        "dates": [_when(each) for each in read.dates],
        "movements": [
            _movement(each, read.routes[index] if index < len(read.routes) else None)
            for index, each in enumerate(read.movements)
        ],
        "claims": [claim(each) for each in read.findings],
        "events": [_event(each) for each in read.events],
        "skipped": [
            {"start": part.start, "end": part.end, "because": part.because} for part in article.skipped
        ],
        "warnings": list(read.warnings),
    }


def claims(story: Story) -> list[Record]:
    """Give every claim of a story in reading order, each with its article and the day of that."""
    return [
        {"article": read.article.id, "published": _day(read.article.published), **claim(found)}
        for read, found in story.findings()
    ]


def claim(found: Finding) -> Record:
    """Give one checked claim."""
    said, verdict = found.claim, found.verdict
    return {
        **_span(said.span),
        "kind": said.kind,
        "subject": _end(said.subject),
        "object": _end(said.object),
        **_figure(said),
        "hedge": said.quantity.hedge if said.quantity else None,
        "direction": said.direction,
        "second": _second(said.second, consistent=verdict.second_consistent),
        "verdict": verdict.word,
        "measured_km": _number(verdict.measured_km),
        "tolerance_km": _number(verdict.tolerance_km),
        "readings": [_reading(each) for each in verdict.readings],
        "because": verdict.because,
    }


def _figure(said: Claim) -> Record:
    """Give the stated figure as printed and in the contract's unit: km or km2, hours for a travel time."""
    quantity = said.quantity
    hours = quantity is not None and unit(quantity.unit).dimension == "time"
    low = _converted(quantity, quantity.low) if quantity else None
    high = _converted(quantity, quantity.high) if quantity else None
    return {
        "value_low": _number(quantity.low, 9) if quantity else None,
        "value_high": _number(quantity.high, 9) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "km_low": None if hours else low,
        "km_high": None if hours else high,
        **({"h_low": low, "h_high": high} if hours else {}),
    }


def _converted(quantity: Quantity, value: float | None) -> float | None:
    """Convert a figure to km, km2 or hours."""
    return None if value is None else _number(value * unit(quantity.unit).km, 9)


def _second(quantity: Quantity | None, *, consistent: bool | None) -> Record | None:
    """Give the same figure in the other unit that the article prints."""
    if quantity is None:
        return None
    return {
        "value": _number(quantity.low, 9),
        "unit": quantity.unit,
        "km": _converted(quantity, quantity.low),
        "consistent": consistent,
    }


def _reading(reading: Reading) -> Record:
    """Give one way to take a claim."""
    return {"name": reading.name, "km": _number(reading.km), "fits": reading.fits}


def _mention(mention: Mention) -> Record:
    """Give one toponym."""
    return {
        **_span(mention.span),
        "role": mention.role,
        "place": _place(mention.place),
        "score": _number(mention.score, 4),
        "because": mention.because,
        "rivals": [
            {"id": rival.id, "name": rival.name, **_position(rival.at), "country": rival.country}
            for rival in mention.rivals
        ],
    }


def _place(place: Place | None) -> Record | None:
    """Give a place, or nothing."""
    return None if place is None else located(place)


def located(place: Place) -> Record:
    """Give a place of a gazetteer."""
    return {
        "id": place.id,
        "name": place.name,
        **_position(place.at),
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "radius_km": _number(place.radius_km),
        "source": place.source,
    }


def _position(at: LonLat) -> Mapping[str, float]:
    """Give a position by name, so that nobody mistakes the order."""
    return {"lat": at.lat, "lon": at.lon}


def _when(when: When) -> Record:
    """Give one temporal expression."""
    return {
        **_span(when.span),
        "first": _day(when.first),
        "last": _day(when.last),
        "precision": when.precision,
        "because": when.because,
    }


def _movement(move: Movement, route: Route | None) -> Record:
    """Give one movement with the way it could have taken."""
    return {
        **_span(move.span),
        "what": _words(move.what),
        "vehicle": _words(move.vehicle),
        "from": _end(move.origin),
        "to": _end(move.destination),
        "via": [_end(each) for each in move.via],
        "mode": move.mode,
        "status": move.status,
        "first": _day(move.when.first) if move.when else None,
        "last": _day(move.when.last) if move.when else None,
        "route": {"length_km": _number(route.length_km), "method": route.method, "caveat": route.caveat}
        if route
        else None,
        "because": move.because,
    }


def _event(event: Event) -> Record:
    """Give one event."""
    return {
        **_span(event.span),
        "kind": event.kind,
        "place": _end(event.place),
        "first": _day(event.when.first) if event.when else None,
        "last": _day(event.when.last) if event.when else None,
        "said_by": _words(event.said_by),
        "because": event.because,
    }


def _end(end: End | None) -> Record | None:
    """Give one end of a movement or claim: its words, and the place or line they stand for."""
    if end is None:
        return None
    words = _words(end.span) or {"text": None, "start": None, "end": None}
    if end.line is None:
        return {**words, "place": _place(end.place)}
    kind = end.line.partition(":")[0]
    return {**words, kind if kind in _LINES else "border": end.line}


def _words(span: Span | None) -> Record | None:
    """Give some words, or nothing."""
    return None if span is None else _span(span)


def _span(span: Span) -> Record:
    """Give words with where they stand."""
    return {"start": span.start, "end": span.end, "text": span.text}


def _day(day: date | None) -> str | None:
    """Give a day in ISO form."""
    return None if day is None else day.isoformat()


def _number(value: float | None, digits: int = _METRES) -> float | None:
    """Give a number, rounded; `None` for what is no number."""
    return None if value is None or not math.isfinite(value) else round(value, digits)
