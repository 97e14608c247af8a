"""Put a story on one page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

from geo.model import LonLat, Story
from geo.page import notes
from geo.page.card import Card
from geo.page.cards import cards
from geo.page.days import Day, in_order
from geo.page.figure import Page, numbered_ids
from geo.page.frame import Frame, frame
from geo.page.ground import BaseMap, Bounds, packed
from geo.page.layers import TILE_HOSTS, draw
from geo.page.sheet import Mark, Sheet, shape
from geo.story.summary import VERDICT_NAMES, places_of

__all__ = ["BaseMap", "render"]

_NEAR = ("leg", "measure")  # lines about which the base map is finest


def render(
    story: Story, *, borders: BaseMap | None = None, tiles: bool = False, title: str | None = None
) -> str:
    """Return the whole HTML file of a story.

    Parameters
    ----------
    story
        What was read.
    borders
        Where the base map comes from; without it the page shows marks on an empty sea.
    tiles
        Also show OpenStreetMap tiles, which the page then loads from the network; off by default.
    title
        Heading of the page; by default the title of the first article that has one.
    """
    sheet = Sheet()
    made = cards(story, sheet)
    days = in_order([*(card.day for card in made), *(mark.day for mark in sheet.marks)])
    around = frame(_positions(sheet))
    bounds = _bounds(sheet, around, sheet.marks)
    focus = _bounds(sheet, around, _main(sheet, made)) or bounds
    heading = (
        title
        or next((report.article.title for report in story.reports if report.article.title), None)
        or "Story map"
    )
    data = {**_island(story, sheet, made, days, heading), "bounds": bounds, "focus": focus}
    page = Page(
        heading,
        {"story-data": data, "base-data": _base(borders, bounds, focus, story.borders, _near(sheet))},
        pictures=TILE_HOSTS if tiles else (),
    )
    with numbered_ids():
        draw(sheet, days, around, tiles=tiles).add_to(page)
        return page.render()


def _positions(sheet: Sheet) -> Iterable[LonLat]:
    """Yield what the map must hold."""
    return chain((place.at for place in sheet.places), *(mark.line for mark in sheet.marks))


def _main(sheet: Sheet, made: Sequence[Card]) -> list[Mark]:
    """Return the marks that the page opens on: what moved and what was measured."""
    ids = {mark for card in made if card.kind in ("leg", "claim") for mark in card.marks}
    return [mark for mark in sheet.marks if mark.id in ids]


def _bounds(sheet: Sheet, around: Frame, marks: Sequence[Mark]) -> Bounds | None:
    """Return the box about some marks in the frame, where longitudes may pass 180."""
    pointed = [around.point(sheet.places[mark.place].at) for mark in marks if mark.place is not None]
    spots = [*pointed, *chain(*(around.line(mark.line) for mark in marks))]
    if not spots:
        return None
    lons, lats = zip(*spots, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _base(
    borders: BaseMap | None,
    bounds: Bounds | None,
    focus: Bounds | None,
    view: str,
    near: Sequence[LonLat],
) -> dict[str, object]:
    """Ask for the base map, and say which copies of the globe are in sight."""
    west, south, east, north = bounds or (-180.0, -60.0, 180.0, 75.0)
    pad = max(10.0, (east - west) * 0.25)
    shifts = [shift for shift in (0, 360, -360) if west - pad < 180 + shift and east + pad > -180 + shift]
    seen: Literal["de-facto", "recognised"] = "de-facto" if view == "de-facto" else "recognised"
    base = borders.basemap(focus or (west, south, east, north), seen, near=near) if borders else {}
    return {**packed(base), "shifts": shifts}


def _near(sheet: Sheet) -> tuple[LonLat, ...]:
    """Return where readers will look closely: along legs and measured lines, and at places that are points."""
    lines = (mark.line for mark in sheet.marks if mark.kind in _NEAR)
    points = (place.at for place in sheet.places if shape(place) != "region")
    return tuple(dict.fromkeys(chain(*lines, points)))


def _island(
    story: Story, sheet: Sheet, made: Sequence[Card], days: Sequence[Day], heading: str
) -> dict[str, object]:
    """Return all that the page shows, as plain values."""
    counts = Counter(card.day.key for card in made)
    words = Counter(finding.verdict.word for _, finding in story.findings())
    return {
        "title": heading,
        "counts": {"articles": len(story.reports), "places": len(places_of(story)), "legs": len(story.legs), "claims": sum(words.values())},
        "verdicts": {word: words[word] for word in VERDICT_NAMES if words[word]},
        "articles": [notes.article(report.article) for report in story.reports],
        "days": [_day(day, counts[day.key]) for day in days],
        "cards": [card.row() for card in made],
        "places": [_place(sheet, number) for number in range(len(sheet.places))],
        "marks": {
            mark.id: {
                "kind": mark.kind, "day": mark.day.key, "cards": sheet.cards.get(mark.id, []), "place": mark.place,
                "label": mark.label, "order": mark.order, "mode": mark.mode, "status": mark.status,
            }
            for mark in sheet.marks
        },
        "unmapped": notes.unmapped(story, {place.id for place in sheet.places}),
        "warnings": [*story.warnings, *chain(*(report.warnings for report in story.reports))],
        "borders": story.borders,
        "credits": notes.credits_of(story, sheet.places),
        "method": notes.method(story),
    }  # fmt: skip


def _day(day: Day, count: int) -> dict[str, object]:
    ends = (each.isoformat() if each else None for each in (day.first, day.last))
    return {
        "key": day.key,
        **dict(zip(("first", "last"), ends, strict=True)),
        "about": day.about,
        "count": count,
    }


def _place(sheet: Sheet, number: int) -> dict[str, object]:
    place = sheet.places[number]
    return {
        "name": place.name, "lon": place.at.lon, "lat": place.at.lat, "kind": place.kind, "country": place.country,
        "radius": round(place.radius_km, 2), "shape": shape(place), "source": place.source,
    }  # fmt: skip
