"""Give a story as GeoDataFrames: places, movements, routes, claims, events, all in EPSG:4326.

Each row points at its words (`article`, `start`, `end`, `text`, and the sentence as `quote`) and says why
(`because`). `COLUMNS` is the one table of columns and their types; days are ISO strings. Lines are geodesics with
a point every 50 km, cut where they cross the 180th meridian. See docs/data.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import antimeridian
import geopandas as gpd
import pandas as pd
from shapely import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from geo import text
from geo.measure import densify
from geo.model import Claim, End, LonLat, Movement, Place, Report, Route, Span, Story, Verdict, When
from geo.text import Document
from geo.units import unit

__all__ = ["COLUMNS", "LAYERS", "claims", "events", "layers", "movements", "places", "routes", "way"]

CRS = "EPSG:4326"
# Columns of numbers; all others are text.
_NUMBERS = {
    **dict.fromkeys(("start", "end", "told"), "int64"),
    **dict.fromkeys(("chain", "order"), "Int64"),
    **dict.fromkeys(("radius_km", "score", "length_km", "measured_km", "tolerance_km"), "float64"),
    **dict.fromkeys(("value_low", "value_high", "km_low", "km_high"), "float64"),
}
_WORDS = "article outlet published start end text quote"
_ENDS = "what vehicle origin destination mode status first last precision"
_SPECIFIC = {
    "places": "role place name kind country admin1 radius_km precision score licence",
    "movements": f"{_ENDS} said_by",
    "routes": f"leg chain order told {_ENDS} length_km method caveat conflicts",
    "claims": "kind subject object direction hedge value_low value_high unit km_low km_high verdict measured_km tolerance_km readings precision",
    "events": "kind place said_by first last precision",
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    layer: {name: _NUMBERS.get(name, "str") for name in f"{_WORDS} {own} source because".split()}
    for layer, own in _SPECIFIC.items()
}

_Row = dict[str, Any]
# Up to these radii a position is the place itself, or its surroundings; beyond, it stands for a region.
_PLACE_KM, _AREA_KM = 5.0, 50.0


def places(story: Story) -> gpd.GeoDataFrame:
    """Give one row a toponym that was placed; `precision` is "place", "area" or "region" by the radius."""
    return _frame("places", (row for told in _documents(story) for row in _places(*told)))


def movements(story: Story) -> gpd.GeoDataFrame:
    """Give one row a movement as each article tells it: a straight geodesic, or the one end that is known."""
    return _frame("movements", (row for told in _documents(story) for row in _movements(*told)))


def routes(story: Story) -> gpd.GeoDataFrame:
    """Give one row a leg that has a route, told by its fullest telling; a way that could have been travelled."""
    return _frame("routes", _routes(story))


def claims(story: Story) -> gpd.GeoDataFrame:
    """Give one row a checked claim; its geometry is the line of the first reading, or the place it speaks of."""
    return _frame("claims", (row for told in _documents(story) for row in _claims(*told)))


def events(story: Story) -> gpd.GeoDataFrame:
    """Give one row an event as each article tells it."""
    return _frame("events", (row for told in _documents(story) for row in _events(*told)))


def way(route: Route) -> gpd.GeoDataFrame:
    """Give one row for a route that belongs to no story: text, quote (its caveat), mode, length_km, method."""
    named = {
        "text": f"{route.length_km:,.1f} km by {route.mode}",
        "quote": route.caveat,
        "mode": route.mode,
        "length_km": route.length_km,
        "method": route.method,
    }
    return gpd.GeoDataFrame([named], geometry=[_line(route.line)], crs=CRS)


LAYERS: Mapping[str, Callable[[Story], gpd.GeoDataFrame]] = {
    "places": places,
    "movements": movements,
    "routes": routes,
    "claims": claims,
    "events": events,
}


def layers(story: Story) -> dict[str, gpd.GeoDataFrame]:
    """Give all frames by name, in the order of `LAYERS`."""
    return {name: build(story) for name, build in LAYERS.items()}


def _frame(name: str, rows: Iterable[_Row]) -> gpd.GeoDataFrame:
    """Build a frame with the documented columns, also when there are no rows."""
    found = list(rows)
    columns = {
        column: pd.Series([row[column] for row in found], dtype=kind)
        for column, kind in COLUMNS[name].items()
    }
    return gpd.GeoDataFrame(
        columns, geometry=gpd.GeoSeries([row["geometry"] for row in found], crs=CRS), crs=CRS
    )


def _documents(story: Story) -> Iterator[tuple[Report, Document]]:
    """Yield each report with its sentences."""
    for report in story.reports:
        yield report, text.read(report.article)


def _words(report: Report, document: Document, span: Span) -> _Row:
    """Say where words stand, and in which sentence."""
    article, index = report.article, document.at(span.start)
    return {
        "article": article.id,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "quote": span.text if index is None else document.sentences[index].text,
        "source": article.url or article.source,
    }


def _places(report: Report, document: Document) -> Iterator[_Row]:
    """Yield the places of an article."""
    for mention in report.mentions:
        place = mention.place
        if place is None:
            continue
        yield {
            **_words(report, document, mention.span),
            "role": mention.role,
            "place": place.id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "radius_km": place.radius_km,
            "precision": _nearness(place.radius_km),
            "score": mention.score,
            "licence": place.licence,
            "source": place.source,
            "because": mention.because,
            "geometry": Point(place.at.lonlat),
        }


def _nearness(radius_km: float) -> str:
    """Put a radius into a word."""
    return "place" if radius_km <= _PLACE_KM else "area" if radius_km <= _AREA_KM else "region"


def _movements(report: Report, document: Document) -> Iterator[_Row]:
    """Yield the movements of an article."""
    for move in report.movements:
        ends = (move.origin, *move.via, move.destination)
        yield {
            **_words(report, document, move.span),
            **_ends(move),
            **_days(move.when),
            "said_by": _said(move.said_by),
            "because": move.because,
            "geometry": _line([end.place.at for end in ends if end and end.place]),
        }


def _ends(move: Movement) -> _Row:
    """Name what moved, from where to where, and how."""
    return {
        "what": _said(move.what),
        "vehicle": _said(move.vehicle),
        "origin": _named(move.origin),
        "destination": _named(move.destination),
        "mode": move.mode,
        "status": move.status,
    }


def _days(when: When | None) -> _Row:
    """Give the days of something; without any, the precision is "unknown"."""
    return {
        "first": when.first.isoformat() if when and when.first else None,
        "last": when.last.isoformat() if when and when.last else None,
        "precision": when.precision if when else "unknown",
    }


def _routes(story: Story) -> Iterator[_Row]:
    """Yield the legs that have a route."""
    told = list(_documents(story))
    for leg in story.legs:
        if leg.route is None:
            continue
        report, document = told[leg.told[0][0]]
        yield {
            **_words(report, document, leg.movement.span),
            "leg": leg.id,
            "chain": leg.chain,
            "order": leg.order,
            "told": len(leg.told),
            **_ends(leg.movement),
            **_days(leg.movement.when),
            "length_km": leg.route.length_km,
            "method": leg.route.method,
            "caveat": leg.route.caveat,
            "conflicts": "; ".join(leg.conflicts),
            "because": leg.movement.because,
            "geometry": _line(leg.route.line),
        }


def _claims(report: Report, document: Document) -> Iterator[_Row]:
    """Yield the checked claims of an article."""
    for found in report.findings:
        said, verdict = found.claim, found.verdict
        yield {
            **_words(report, document, said.span),
            "kind": said.kind,
            "subject": _said(said.subject.span) if said.subject else None,
            "object": _said(said.object.span) if said.object else None,
            "direction": said.direction,
            **_figure(said),
            "verdict": verdict.word,
            "measured_km": verdict.measured_km,
            "tolerance_km": verdict.tolerance_km,
            "readings": "; ".join(
                f"{each.name}: {each.km:.2f}{', fits' if each.fits else ''}" for each in verdict.readings
            ),
            "precision": _nearness(max((place.radius_km for place in _both(said)), default=0.0)),
            "because": verdict.because,
            "geometry": _drawn(said, verdict),
        }


def _figure(said: Claim) -> _Row:
    """Give the stated figure as printed, and in km, km2 or hours."""
    quantity = said.quantity
    low, high = (quantity.low, quantity.high) if quantity else (None, None)
    km = unit(quantity.unit).km if quantity else 1.0
    return {
        "hedge": quantity.hedge if quantity else None,
        "value_low": low,
        "value_high": high,
        "unit": quantity.unit if quantity else None,
        "km_low": None if low is None else low * km,
        "km_high": None if high is None else high * km,
    }


def _both(said: Claim) -> list[Place]:
    """List the places of a claim."""
    return [end.place for end in (said.subject, said.object) if end and end.place]


def _drawn(said: Claim, verdict: Verdict) -> BaseGeometry | None:
    """Draw a claim: the line of its first reading that has one, else its place."""
    line = next((each.line for each in verdict.readings if each.line), ())
    return _line(line or [place.at for place in _both(said)[:1]])


def _events(report: Report, document: Document) -> Iterator[_Row]:
    """Yield the events of an article."""
    for event in report.events:
        place = event.place.place if event.place else None
        yield {
            **_words(report, document, event.span),
            "kind": event.kind,
            "place": _named(event.place),
            "said_by": _said(event.said_by),
            **_days(event.when),
            "because": event.because,
            "geometry": Point(place.at.lonlat) if place else None,
        }


def _said(span: Span | None) -> str | None:
    """Give words, or nothing."""
    return span.text if span else None


def _named(end: End | None) -> str | None:
    """Name an end by its place, its line, or its words."""
    if end is None:
        return None
    return end.place.name if end.place else end.line or _said(end.span)


def _line(points: Sequence[LonLat]) -> BaseGeometry | None:
    """Draw a geodesic line, or the one point there is."""
    distinct = [*points[:1], *(b for a, b in pairwise(points) if a != b)]
    if len(distinct) < 2:
        return Point(distinct[0].lonlat) if distinct else None
    line = [each.lonlat for each in densify(distinct)]
    if not any(abs(a[0] - b[0]) > 180 for a, b in pairwise(line)):
        return LineString(line)
    cut = antimeridian.fix_line_string(LineString(line), great_circle=True)
    return MultiLineString(cut) if isinstance(cut, MultiLineString) else cut
