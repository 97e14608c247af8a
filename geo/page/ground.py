"""Pack the base map for the page: whole numbers, each the step from the point before."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol

from geo.model import LonLat
from geo.settings import BorderView

__all__ = ["BaseMap", "Bounds", "packed"]

Bounds = tuple[float, float, float, float]  # west, south, east, north
_SCALE = 1000  # steps to a degree


class BaseMap(Protocol):
    """What the page asks of borders: the land, lines and names to draw within a window."""

    def basemap(
        self, bounds: Bounds, view: BorderView = "recognised", *, near: Sequence[LonLat] = ()
    ) -> dict[str, object]:
        """Return the parts of the base map."""
        ...


def packed(base: Mapping[str, Any]) -> dict[str, object]:
    """Return the same map with polygons and lines as lists of steps, a third of the size of GeoJSON.

    >>> packed({"borders": {"type": "MultiLineString", "coordinates": [[[1.5, 2.0], [1.499, 2.1]]]}})
    {'borders': [[1500, 2000, -1, 100]]}
    """
    shapes = {name: part["coordinates"] for name, part in base.items() if isinstance(part, dict)}
    return {
        **base,
        **{
            name: [_steps(line) for line in (chain(*parts) if name == "land" else parts)]
            for name, parts in shapes.items()
        },
    }


def _steps(line: Iterable[Sequence[float]]) -> list[int]:
    """Return the first point and the steps from there."""
    steps: list[int] = []
    x, y = 0, 0
    for lon, lat in line:
        east, north = round(lon * _SCALE), round(lat * _SCALE)
        steps += (east - x, north - y)
        x, y = east, north
    return steps
