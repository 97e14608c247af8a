"""Pull a line over water tight like a string, where that costs no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.measure import azimuth, densify, destination, distance_km, inverse
from geo.model import LonLat
from geo.routes.raster import Floats, Window
from geo.routes.shore import STEP_KM, Shore

__all__ = ["FINE_KM", "LAND_COST", "REFINED_KM", "Chart", "free", "tighten"]

LAND_COST = 3.0  # of a km in the harbour stretch
SLACK = 1.005  # a straight line may cost so much more than the cells it stands for
REFINED_KM = 4.0
FINE_KM = 5.0  # lines are tested again with a point every so many km


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """What a km costs in each cell of a window."""

    cost: Floats
    window: Window

    def along(self, a: LonLat, b: LonLat) -> float:
        """Return what a straight line costs."""
        (row, column), (up, right) = self.window.cell(a), self.window.cell(b)
        share = np.linspace(0.0, 1.0, max(abs(up - row), abs(right - column)) + 1)
        rows = np.clip(np.rint(row + share * (up - row)).astype(int), 0, self.window.height - 1)
        columns = np.clip(np.rint(column + share * (right - column)).astype(int), 0, self.window.width - 1)
        return float(self._at(rows, columns).mean()) * distance_km(a, b)

    def spent(self, points: Sequence[LonLat]) -> Floats:
        """Return what a line of short stretches has cost up to each of its points."""
        rows, columns = np.array([self.window.cell(each) for each in points]).T
        cost = self._at(np.clip(rows, 0, self.window.height - 1), np.clip(columns, 0, self.window.width - 1))
        lon, lat = np.array([each.lonlat for each in points]).T
        metres, _ = inverse(lon[:-1], lat[:-1], lon[1:], lat[1:])
        return np.concatenate([[0.0], np.cumsum(metres / 1e3 * (cost[1:] + cost[:-1]) / 2.0)])

    def _at(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
        cost = self.cost[rows, columns]
        return np.asarray(np.where(np.isfinite(cost), cost, LAND_COST))


def free(
    shore: Shore, a: LonLat, b: LonLat, harbours_km: tuple[float, float], step_km: float = STEP_KM
) -> bool:
    """Tell whether the straight way keeps off land beyond the harbour stretches."""
    if distance_km(a, b) <= sum(harbours_km):
        return True
    head = destination(a, azimuth(a, b), harbours_km[0]) if harbours_km[0] else a
    tail = destination(b, azimuth(b, a), harbours_km[1]) if harbours_km[1] else b
    return shore.free((head, tail), step_km)


def tighten(
    shore: Shore, points: Sequence[LonLat], ends: tuple[float, float], chart: Chart
) -> Sequence[LonLat]:
    """Pull a line tight, first from one end, then, refined, from the other.

    Within `ends` km of its first and last point it may touch land.
    """
    once = _pulled(shore, points, ends, chart)
    twice = _pulled(shore, densify(once, REFINED_KM)[::-1], ends[::-1], chart)[::-1]
    # A line that grazes the shore may lie a hair inland when it is drawn otherwise.
    return next((each for each in (twice, once) if _clear(shore, each, ends)), points)


def _clear(shore: Shore, line: Sequence[LonLat], ends: tuple[float, float]) -> bool:
    """Tell whether all stretches of a line keep off land beyond the harbour stretches."""
    last = len(line) - 2
    return all(
        free(shore, a, b, (ends[0] if index == 0 else 0.0, ends[1] if index == last else 0.0), FINE_KM)
        for index, (a, b) in enumerate(pairwise(line))
    )


def _pulled(shore: Shore, points: Sequence[LonLat], ends: tuple[float, float], chart: Chart) -> list[LonLat]:
    """Skip every point that the one before can see past, where that costs no more."""
    last = len(points) - 1
    spent = chart.spent(points)

    def sees(i: int, j: int) -> bool:
        harbours = (ends[0] if i == 0 else 0.0, ends[1] if j == last else 0.0)
        return chart.along(points[i], points[j]) <= SLACK * (spent[j] - spent[i]) and free(
            shore, points[i], points[j], harbours
        )

    kept, here = [points[0]], 0
    while here < last:
        hop = 2
        while here + hop <= last and sees(here, here + hop):
            hop *= 2
        seen, hidden = here + hop // 2, min(here + hop, last + 1)
        while hidden - seen > 1:
            middle = (seen + hidden) // 2
            seen, hidden = (middle, hidden) if sees(here, middle) else (seen, middle)
        here = seen
        kept.append(points[here])
    return kept
