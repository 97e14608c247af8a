"""Find the shortest way over water between two positions, round capes and islands.

A way is searched over a coarse raster, then over the fine one along what was found; the result is pulled tight
like a string, and every stretch of it is tested against the land polygons themselves. Near its ends, in the
harbour stretch, a way may touch land.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.measure import densify, distance_km, line_km
from geo.model import LonLat
from geo.routes.raster import Cell, Floats, Window, shortest, spread
from geo.routes.shore import Bools, Shore
from geo.routes.taut import FINE_KM, LAND_COST, REFINED_KM, Chart, free, tighten

__all__ = [
    "COASTAL",
    "HARBOUR_KM",
    "RIVER_KM",
    "Port",
    "Reach",
    "Way",
    "ahead",
    "has_sea",
    "off_km",
    "open_water",
    "reach",
    "way",
]

COASTAL = "shortest way over water"
COARSE = 5  # fine cells on the side of a coarse one
HARBOUR_KM = 3.0
RIVER_KM = 75.0  # a port on a river that the coastline does not show may lie that far from the sea
SHORE_COST = 2.4  # of a km at the shore: ships keep off it where they can,
OFFING_COST = 1.7  # and give it a wide berth:
OFFING = 4  # so many cells
TRIES = 10
FINE_CELLS = 300_000  # a larger raster is searched only along the coarse way; all of it takes seconds
MARGINS = (0.35, 1.0, 2.5)  # of the greater span of the two ends
SPAN_MAX = 24.0  # degrees
ACCESS = 2.5  # degrees about a port in which it looks for a sea lane
OPEN_CELLS = 500  # smaller waters are ponds and gaps of the coastline
TWIN_KM = 1.0  # a port may lie on two seas that are about as near


@dataclass(frozen=True, slots=True)
class Way:
    """A line over water, its length, and how far from each end it may touch land."""

    line: tuple[LonLat, ...]
    km: float
    harbours_km: tuple[float, float]
    method: str = COASTAL


@dataclass(frozen=True, slots=True, eq=False)
class Harbour:
    """The cells of one stretch of water where a port's ways may begin, in km from the port.

    Ways may touch land within `km` of it. It is `fixed` where the sea lies farther off than harbours do: then all
    ways begin with the same straight line.
    """

    cells: dict[Cell, float]
    km: float
    fixed: bool


@dataclass(frozen=True, slots=True)
class Port:
    """An end of a way.

    Attributes
    ----------
    at
        Where it is.
    harbour_km
        How far from it a way may touch land; a port farther from the sea is joined to it by a straight line.
    sea_km
        How far its sea is; where that is not known it is the nearest one.
    """

    at: LonLat
    harbour_km: float = HARBOUR_KM
    sea_km: float | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """What a ship can reach from a port: how far off its sea is, and km to the numbers of some positions."""

    sea_km: float
    km: dict[int, float]


def way(shore: Shore, a: Port, b: Port) -> Way | None:
    """Return the shortest way over water, or `None` where none is found in the wider surroundings."""
    plain = (a.harbour_km, b.harbour_km)
    if free(shore, a.at, b.at, plain):
        return Way((a.at, b.at), distance_km(a.at, b.at), plain)
    for margin in MARGINS:
        window = _window(a.at, b.at, margin)
        found = _search(shore, (a, b), window) if window else None
        if found:
            return found
    return None


def ahead(shore: Shore, port: Port, node: LonLat) -> Way | None:
    """Return the straight way from a port to a position, or `None` where land lies between."""
    harbours = (port.harbour_km, 0.0)
    if not free(shore, port.at, node, harbours, FINE_KM):
        return None
    return Way((port.at, node), distance_km(port.at, node), harbours)


def _window(a: LonLat, b: LonLat, margin: float) -> Window | None:
    turned = b.lon + 360.0 * round((a.lon - b.lon) / 360.0)
    (west, east), (south, north) = sorted((a.lon, turned)), sorted((a.lat, b.lat))
    pad = max(margin * max(east - west, north - south), 0.5)
    if max(east - west, north - south) + 2 * pad > SPAN_MAX:
        return None
    return Window.about(west - pad, south - pad, east + pad, north + pad, COARSE)


def _search(shore: Shore, ports: tuple[Port, Port], window: Window) -> Way | None:
    inside, touched = shore.raster(window)
    waters = _waters(~inside)
    away = [_km_from(window, each.at) for each in ports]
    common = _common(waters, away, ports)
    if common is None:
        return None
    water = waters == common
    ends = [_harbour(water, km, port.harbour_km) for km, port in zip(away, ports, strict=True)]
    cost = _cost(water, touched)
    points = _threaded(shore, cost.copy(), window, ends)
    if points is None:
        return None
    line = _taut(shore, [ports[0].at, *points, ports[1].at], ends, Chart(cost, window))
    return Way(line, line_km(line), (ends[0].km, ends[1].km))


def _cost(water: Bools, touched: Bools) -> Floats:
    """Return what a km costs in each cell."""
    from scipy.ndimage import maximum_filter  # noqa: PLC0415  (scipy takes its time; most readings need no ship)

    near = maximum_filter(touched.view(np.uint8), size=2 * OFFING + 1).astype(bool)
    return np.asarray(
        np.where(water, np.where(touched, SHORE_COST, np.where(near, OFFING_COST, 1.0)), np.inf)
    )


def _threaded(shore: Shore, cost: Floats, window: Window, ends: Sequence[Harbour]) -> list[LonLat] | None:
    """Return the centres of the cheapest cells; a step that cuts land between two of them is shut, and again."""
    lane = _lane(cost, window, ends)
    for _ in range(TRIES):
        cells = shortest(np.where(lane, cost, np.inf), window, ends[0].cells, ends[1].cells)
        if cells is None and (lane.all() or lane.size > FINE_CELLS):
            return None
        if cells is None:
            lane = np.ones_like(lane)
            continue
        points = [window.centre(cell) for cell in cells]
        cut = [
            there
            for (here, there), step in zip(pairwise(cells), pairwise(points), strict=True)
            if max(cost[here], cost[there]) >= SHORE_COST and not shore.free(step)
        ]
        if not cut:
            return points
        cost[tuple(np.array(cut).T)] = np.inf
    return None


def _waters(open_: Bools) -> NDArray[np.int32]:
    """Give every stretch of connected water a number, from 1; ponds and gaps of the coastline get 0."""
    from scipy.ndimage import label  # noqa: PLC0415  (scipy takes its time; most readings need no ship)

    numbers, count = label(open_, structure=np.ones((3, 3)))
    large = np.bincount(numbers.ravel(), minlength=count + 1) >= OPEN_CELLS
    # What runs on beyond the window may be large as well.
    for edge in (numbers[0], numbers[-1], numbers[:, 0], numbers[:, -1]):
        large[edge] = True
    large[0] = False
    return np.asarray(np.where(large[numbers], numbers, 0), dtype=np.int32)


def _km_from(window: Window, at: LonLat) -> Floats:
    """Return the km of every cell's centre from a position, in a plane about it."""
    row, column = window.cell(at)
    up = (np.arange(window.height) - row) * window.res * 111.2
    across = (np.arange(window.width) - column) * window.res * 111.32 * np.cos(np.radians(at.lat))
    return np.asarray(np.sqrt((up**2)[:, None] + (across**2)[None, :]))


def _common(waters: NDArray[np.int32], away: Sequence[Floats], ports: Sequence[Port]) -> int | None:
    """Choose the water that both ports lie on, with the least km over land.

    Auckland lies on two seas that do not meet nearby; a port up a river lies on its nearest sea, and no other.
    """
    total = np.zeros(int(waters.max(initial=0)) + 1)
    for km, port in zip(away, ports, strict=True):
        least = _least(waters, km, port.harbour_km)
        total += np.where(least <= (port.sea_km or least.min()) + TWIN_KM, least, np.inf)
    best = int(np.argmin(total))
    return best if np.isfinite(total[best]) else None


def _least(waters: NDArray[np.int32], away: Floats, harbour_km: float) -> Floats:
    """Return the km to each stretch of water, by its number; infinite for those too far off."""
    near = (away <= RIVER_KM) & (waters > 0)
    least = np.full(int(waters.max(initial=0)) + 1, np.inf)
    np.minimum.at(least, waters[near], away[near])
    return np.asarray(np.maximum(least, harbour_km))


def _harbour(water: Bools, away: Floats, harbour_km: float) -> Harbour:
    """Collect the cells where a way may begin: all of the harbour stretch, else the nearest one."""
    least = float(away[water].min())
    chosen = water & ((away <= harbour_km) if least <= harbour_km else (away == least))
    cells = {
        (int(row), int(column)): LAND_COST * float(away[row, column]) for row, column in np.argwhere(chosen)
    }
    return Harbour(cells, max(least, harbour_km), fixed=least > harbour_km)


def _coarse(cells: NDArray[np.bool_]) -> Bools:
    """Open a coarse cell where any of its fine ones is open."""
    height, width = (each // COARSE for each in cells.shape)
    return np.asarray(cells.reshape(height, COARSE, width, COARSE).any(axis=(1, 3)))


def _starts(harbour: Harbour) -> dict[Cell, float]:
    """Return the coarse cells of a harbour."""
    starts: dict[Cell, float] = {}
    for (row, column), km in harbour.cells.items():
        cell = row // COARSE, column // COARSE
        starts[cell] = min(km, starts.get(cell, km))
    return starts


def _lane(cost: Floats, window: Window, ends: Sequence[Harbour]) -> Bools:
    """Return the fine cells about the shortest coarse way; all of them where there is none."""
    from scipy.ndimage import binary_dilation  # noqa: PLC0415

    coarse = np.where(_coarse(np.isfinite(cost)), 1.0, np.inf)
    cells = shortest(coarse, window.coarser(COARSE), *(_starts(each) for each in ends))
    if cells is None:
        return np.ones(cost.shape, dtype=bool)
    along = np.zeros(coarse.shape, dtype=bool)
    along[tuple(np.array(cells).T)] = True
    wide = binary_dilation(along, structure=np.ones((3, 3)), iterations=2)
    return np.asarray(wide.repeat(COARSE, axis=0).repeat(COARSE, axis=1))


def _taut(
    shore: Shore, points: Sequence[LonLat], ends: Sequence[Harbour], chart: Chart
) -> tuple[LonLat, ...]:
    """Pull a line tight, but for the straight lines that lead up rivers."""
    head, tail = (int(each.fixed) for each in ends)
    start_km, end_km = (0.0 if each.fixed else each.km for each in ends)
    last = len(points) - tail
    return (*points[:head], *tighten(shore, points[head:last], (start_km, end_km), chart), *points[last:])


def reach(shore: Shore, at: LonLat, lon: Floats, lat: Floats) -> Reach:
    """Return about how far a ship has to the positions in the wider surroundings, from the nearest sea that has any."""
    for degrees in (ACCESS, 3.0 * ACCESS):
        wide = min(degrees / max(np.cos(np.radians(at.lat)), 0.2), SPAN_MAX / 2)
        window = Window.about(at.lon - wide, at.lat - degrees, at.lon + wide, at.lat + degrees, COARSE)
        inside, _ = shore.raster(window)
        waters, away = _waters(~inside), _km_from(window, at)
        cells = {
            index: cell
            for index in np.flatnonzero(np.abs(lat - at.lat) <= degrees).tolist()
            if window.holds(cell := window.cell(LonLat(float(lon[index]), float(lat[index]))))
        }
        least = _least(waters, away, HARBOUR_KM)
        for water in np.argsort(least, kind="stable")[: int(np.isfinite(least).sum())]:
            here = waters == water
            # The mouth of a canal may lie on a cell of land, but no lane starts from another sea.
            mine = {index: cell for index, cell in cells.items() if waters[cell] in (0, water)}
            found = _reached(here, window, _harbour(here, away, HARBOUR_KM), mine)
            if found:
                return Reach(float(least[water]), found)
    return Reach(0.0, {})


def _reached(water: Bools, window: Window, harbour: Harbour, cells: dict[int, Cell]) -> dict[int, float]:
    coarse = np.where(_coarse(water), 1.0, np.inf)
    far, _, number = spread(coarse, window.coarser(COARSE), _starts(harbour))
    there = {index: number[row // COARSE, column // COARSE] for index, (row, column) in cells.items()}
    return {index: float(far[cell]) for index, cell in there.items() if cell >= 0 and np.isfinite(far[cell])}


def open_water(shore: Shore, at: LonLat) -> LonLat | None:
    """Return a position itself where it lies well in open water, else the nearest cell that does."""
    for degrees in (0.5, 1.5):
        window = Window.about(at.lon - degrees, at.lat - degrees, at.lon + degrees, at.lat + degrees, COARSE)
        inside, touched = shore.raster(window)
        cell = window.cell(at)
        if not touched[cell]:
            return at
        away = np.where((_waters(~inside) > 0) & ~touched, _km_from(window, at), np.inf)
        if np.isfinite(away).any():
            row, column = np.unravel_index(np.argmin(away), away.shape)
            return window.centre((int(row), int(column)))
    return None


def has_sea(shore: Shore, at: LonLat) -> bool:
    """Tell whether a ship could reach a position at all."""
    degrees = RIVER_KM / 111.0
    wide = degrees / max(np.cos(np.radians(at.lat)), 0.2)
    window = Window.about(at.lon - wide, at.lat - degrees, at.lon + wide, at.lat + degrees, COARSE)
    inside, _ = shore.raster(window)
    return bool((~inside & (_km_from(window, at) <= RIVER_KM)).any())


def off_km(line: Sequence[LonLat], at: LonLat) -> float:
    """Return how far a line passes from a position, to a few km."""
    return min(distance_km(each, at) for each in densify(line, REFINED_KM))
