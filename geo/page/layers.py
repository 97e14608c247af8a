"""Draw the marks with folium: geometry, program-made ids and ISO dates, and no word from outside."""

from collections.abc import Iterable, Sequence

import folium
from branca.element import MacroElement
from folium.template import Template

from geo import measure
from geo.model import LonLat
from geo.page.days import Day
from geo.page.frame import Flat, Frame
from geo.page.sheet import Mark, Sheet

__all__ = ["StoryMap", "draw"]

_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
TILE_HOSTS = ("https://tile.openstreetmap.org",)
_MANY = 400  # from here on circles are coarse, and small ones are left out
_SMALL_KM = 15.0
# One leg is several strokes: a wide unseen one for the finger, a casing, the colour, and what makes its pattern.
_STROKES = {
    "leg": ("hit", "casing", "stroke", "inner"),
    "measure": ("hit", "casing", "stroke"),
    "arc": ("casing", "stroke"),
}


class StoryMap(folium.Map):
    """A folium map that asks for Leaflet alone and leaves the page's head to the page."""

    default_js = [("leaflet", "leaflet.js")]  # noqa: RUF012  (as folium declares it)
    default_css = [("leaflet_css", "leaflet.css")]  # noqa: RUF012
    _template = Template(
        """
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}"></div>{% endmacro %}
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});
        {% endmacro %}
        """
    )


class _Handover(MacroElement):
    """Tell the page's own script what was drawn; holds ids and numbers only."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        document.dispatchEvent(new CustomEvent("dateline:drawn", {detail: {
            map: {{ this.map }},
            groups: { {%- for key, name in this.groups %}{{ key|tojson }}: {{ name }}, {% endfor -%} },
            marks: { {%- for key, names in this.marks %}{{ key|tojson }}: [{{ names|join(", ") }}], {% endfor -%} },
            points: {{ this.points|tojson }},
        }}));
        {% endmacro %}
        """
    )

    def __init__(
        self,
        chart: StoryMap,
        groups: dict[str, folium.FeatureGroup],
        marks: dict[str, list[str]],
        points: dict[str, list[tuple[str, float, float]]],
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Handover"
        self.map = chart.get_name()
        self.groups = [(key, group.get_name()) for key, group in groups.items()]
        self.marks = list(marks.items())
        self.points = points


def draw(sheet: Sheet, days: Sequence[Day], frame: Frame, *, tiles: bool = False) -> StoryMap:
    """Build the map: one feature group a date, in order, and a layer control that lists them."""
    chart = _chart(tiles=tiles)
    groups = {day.key: folium.FeatureGroup(name=day.key) for day in days}
    for group in groups.values():
        group.add_to(chart)
    many = sum(mark.kind == "point" for mark in sheet.marks) > _MANY
    names: dict[str, list[str]] = {}
    points: dict[str, list[tuple[str, float, float]]] = {key: [] for key in groups}
    for mark in sheet.marks:
        if mark.kind == "point":
            lon, lat = frame.point(_centre(sheet, mark))
            points[mark.day.key].append((mark.id, lat, lon))
        else:
            names[mark.id] = [
                _add(each, groups[mark.day.key])
                for each in _shapes(mark, _line(sheet, mark, many=many), frame)
            ]
    folium.LayerControl(collapsed=True, position="topright").add_to(chart)
    chart.add_child(_Handover(chart, groups, names, points))
    return chart


def _chart(*, tiles: bool) -> StoryMap:
    """Make the empty map."""
    chart = StoryMap(
        tiles=None,
        zoom_control=False,
        zoom_snap=0.25,
        zoom_delta=1,
        world_copy_jump=False,
        attribution_control=False,
        min_zoom=1,
        max_zoom=14,
    )
    if tiles:
        folium.TileLayer(
            _TILES, attr="OpenStreetMap contributors", name="tiles", overlay=True, control=False
        ).add_to(chart)
    return chart


def _add(element: MacroElement, group: folium.FeatureGroup) -> str:
    element.add_to(group)
    return str(element.get_name())


def _centre(sheet: Sheet, mark: Mark) -> LonLat:
    if mark.place is None:
        raise ValueError(f"mark {mark.id} has no place")
    return sheet.places[mark.place].at


def _line(sheet: Sheet, mark: Mark, *, many: bool) -> tuple[LonLat, ...]:
    """Return what to draw: the mark's own line, or the circle about its place."""
    if mark.kind != "around" or mark.place is None:
        return mark.line
    place = sheet.places[mark.place]
    if many and place.radius_km < _SMALL_KM:
        return ()
    return measure.ring(place.at, place.radius_km, n=24 if many else 90)


def _shapes(mark: Mark, line: tuple[LonLat, ...], frame: Frame) -> Iterable[MacroElement]:
    """Yield the folium shapes of one mark."""
    if not line:
        return
    spots = [(lat, lon) for lon, lat in _thin(frame.line(line))]
    kind = " ".join(each for each in (mark.kind, mark.mode, mark.status.replace(" ", "-")) if each)
    if mark.kind in _STROKES:
        for part in _STROKES[mark.kind]:
            yield folium.PolyLine(spots, class_name=f"mark {kind} {part}", smooth_factor=1)
    else:
        yield folium.Polygon(spots, class_name=f"mark {kind}", smooth_factor=0.5, fill=True)


def _thin(line: Sequence[Flat]) -> list[Flat]:
    """Drop points that repeat the one before."""
    return [point for index, point in enumerate(line) if index == 0 or point != line[index - 1]]
