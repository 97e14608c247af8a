"""Find the shortest way over water between two positions, round capes and islands.

A way is searched over a coarse raster, then over the fine one along what was found; the result is pulled tight
like a string, and every stretch of it is tested against the land polygons themselves. Near its ends, in the
harbour stretch, a way may touch land.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.measure import densify, distance_km, line_km
from geo.model import LonLat
from geo.routes import harbour
from geo.routes.harbour import COARSE, HARBOUR_KM, RIVER_KM, Harbour, Port, km_from
from geo.routes.raster import Bars, Cell, Floats, Window, shortest
from geo.routes.shore import Bools, Shore
from geo.routes.taut import REFINED_KM, Chart, free, tighten

__all__ = ["COASTAL", "HARBOUR_KM", "MARGINS", "NEARBY", "RIVER_KM", "Port", "Way", "off_km", "taut", "way"]

COASTAL = "shortest way over water"
FINE_CELLS = 300_000  # a larger raster is searched only along the coarse way; all of it takes seconds
WIDTHS = (2, 12)  # coarse cells beside the coarse way
MARGINS = (0.35, 1.0, 2.5)  # of the greater span of the two ends
NEARBY = MARGINS[:2]  # a wider search takes longer than the lanes do
SPAN_MAX = 24.0  # degrees


@dataclass(frozen=True, slots=True)
class Way:
    """A line over water, its length, and how far from each end it may touch land."""

    line: tuple[LonLat, ...]
    km: float
    harbours_km: tuple[float, float]
    method: str = COASTAL


def way(shore: Shore, a: Port, b: Port, margins: Sequence[float] = MARGINS) -> Way | None:
    """Return the shortest way over water, or `None` where none is found in the surroundings, so wide at most."""
    plain = (a.harbour_km, b.harbour_km)
    if free(shore, a.at, b.at, plain):
        return Way((a.at, b.at), distance_km(a.at, b.at), plain)
    for margin in margins:
        window = _window(a.at, b.at, margin)
        found = _search(shore, (a, b), window) if window else None
        if found:
            return found
    return None


def _window(a: LonLat, b: LonLat, margin: float) -> Window | None:
    turned = b.lon + 360.0 * round((a.lon - b.lon) / 360.0)
    (west, east), (south, north) = sorted((a.lon, turned)), sorted((a.lat, b.lat))
    pad = max(margin * max(east - west, north - south), 0.5)
    if max(east - west, north - south) + 2 * pad > SPAN_MAX:
        return None
    return Window.about(west - pad, south - pad, east + pad, north + pad, COARSE)


def _search(shore: Shore, ports: tuple[Port, Port], window: Window) -> Way | None:
    from scipy.ndimage import label  # noqa: PLC0415  (scipy takes its time; most readings need no ship)

    raster = shore.raster(window)
    # Cells on the two sides of a spit pass for one water here; that no step crosses it is seen to later.
    numbers = harbour.large(label(~raster.inside, structure=np.ones((3, 3)), output=np.int32)[0])
    away = [km_from(window, each.at) for each in ports]
    common = harbour.common(numbers, away, ports)
    if common is None:
        return None
    water = numbers == common
    ends = [Harbour.of(water, km, port.harbour_km) for km, port in zip(away, ports, strict=True)]
    cost = harbour.cost(water, raster.touched)
    cells = _threaded(cost, window, ends, raster.barred)
    if cells is None:
        return None
    points = [ports[0].at, *map(window.centre, cells), ports[1].at]
    line = taut(shore, points, ends, Chart(cost, window))
    return Way(line, line_km(line), (ends[0].km, ends[1].km))


def _threaded(cost: Floats, window: Window, ends: Sequence[Harbour], barred: Bars) -> list[Cell] | None:
    """Return the cheapest cells, looked for along the coarse way, then farther about it, then everywhere."""
    start, end = (each.cells for each in ends)
    for wide in WIDTHS:
        along = np.where(_lane(cost, window, ends, wide), cost, np.inf)
        found = shortest(along, window, start, end, barred)
        if found:
            return found
    return shortest(cost, window, start, end, barred) if cost.size <= FINE_CELLS else None


def _coarse(cells: Bools) -> Bools:
    """Open a coarse cell where any of its fine ones is open."""
    height, width = (each // COARSE for each in cells.shape)
    return np.asarray(cells.reshape(height, COARSE, width, COARSE).any(axis=(1, 3)))


def _lane(cost: Floats, window: Window, ends: Sequence[Harbour], cells_wide: int) -> Bools:
    """Return the fine cells about the shortest coarse way; none where there is none."""
    from scipy.ndimage import binary_dilation  # noqa: PLC0415

    coarse = np.where(_coarse(np.isfinite(cost)), 1.0, np.inf)
    cells = shortest(coarse, window.coarser(COARSE), ends[0].coarser(), ends[1].coarser())
    along = np.zeros(coarse.shape, dtype=bool)
    if cells:
        along[tuple(np.array(cells).T)] = True
    wide = binary_dilation(along, structure=np.ones((3, 3)), iterations=cells_wide)
    return np.asarray(wide.repeat(COARSE, axis=0).repeat(COARSE, axis=1))


def taut(shore: Shore, points: Sequence[LonLat], ends: Sequence[Harbour], chart: Chart) -> tuple[LonLat, ...]:
    """Pull a line tight, but for the straight lines that lead up rivers."""
    head, tail = (int(each.fixed) for each in ends)
    start_km, end_km = (0.0 if each.fixed else each.km for each in ends)
    last = len(points) - tail
    return (*points[:head], *tighten(shore, points[head:last], (start_km, end_km), chart), *points[last:])


def off_km(line: Sequence[LonLat], at: LonLat) -> float:
    """Return how far a line passes from a position, to a few km."""
    return min(distance_km(each, at) for each in densify(line, REFINED_KM))
