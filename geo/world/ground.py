"""Tell on which unit of land positions lie, many at once."""

import numpy as np
from numpy.typing import NDArray

from geo.world.arcs import SEA, Arcs, Floats, Ints

__all__ = ["Ground"]

TOGETHER = 20_000  # positions looked up at once, to bound memory


class Ground:
    """Edges of all arcs, to be crossed by rays that run east from each position."""

    __slots__ = ("_bottom", "_inverse", "_lon", "_top", "_west")

    def __init__(self, arcs: Arcs) -> None:
        points, row = arcs.vertices(np.arange(len(arcs.left)))
        a, b = points[:-1], points[1:]
        edge = (row[1:] == row[:-1]) & (a[:, 1] != b[:, 1])
        a, b, row = a[edge], b[edge], row[:-1][edge]
        up = b[:, 1] > a[:, 1]
        self._bottom = np.where(up, a[:, 1], b[:, 1])
        self._top = np.where(up, b[:, 1], a[:, 1])
        self._lon = np.where(up, a[:, 0], b[:, 0])
        self._inverse = (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
        # Walking north the left side is the western one.
        self._west = np.where(up, arcs.left[row], arcs.right[row]).astype(np.int64)

    def units(self, lon: Floats, lat: Floats) -> Ints:
        """Return the unit of each position, `SEA` on water (lakes that are land in the file are land)."""
        found = np.full(len(lon), SEA)
        order = np.argsort(lat, kind="stable")
        for first in range(0, len(lon), TOGETHER):
            rows = order[first : first + TOGETHER]
            found[rows] = self._crossed((lon[rows] + 180.0) % 360.0 - 180.0, lat[rows])
        return found

    def _crossed(self, lon: Floats, lat: Floats) -> Ints:
        """Return what lies west of the first edge that each ray crosses; positions come from south to north."""
        below = np.searchsorted(lat, self._bottom)
        times = np.searchsorted(lat, self._top) - below
        hit = np.flatnonzero(times)
        edge = np.repeat(hit, times[hit])
        nth = np.arange(len(edge)) - np.repeat(np.cumsum(times[hit]) - times[hit], times[hit])
        query = below[edge] + nth
        ahead = self._lon[edge] + (lat[query] - self._bottom[edge]) * self._inverse[edge] - lon[query]
        east = ahead > 0
        query, edge, ahead = query[east], edge[east], ahead[east]
        nearest = np.full(len(lon), np.inf)
        np.minimum.at(nearest, query, ahead)
        first = ahead == nearest[query]
        found = np.full(len(lon), SEA)
        found[query[first]] = self._west[edge[first]]
        return np.asarray(np.maximum(found, SEA))

    def land(self, lon: Floats, lat: Floats) -> NDArray[np.bool_]:
        """Tell which positions lie on land."""
        return np.asarray(self.units(lon, lat) > SEA)
