"""Search shortest ways over a raster of degrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from geo.model import LonLat

__all__ = ["RES", "Cell", "Window", "shortest", "spread"]

RES = 0.01  # degrees of a cell, some 1.1 km
KM = 111.2  # of a degree of latitude, on average
FAR = 1e9

Floats = NDArray[np.float64]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the raster: lowest row and column (counted from 90S, 180W; columns run on over 180E), and its size."""

    row: int
    column: int
    height: int
    width: int
    res: float = RES

    @classmethod
    def about(cls, west: float, south: float, east: float, north: float, coarse: int) -> "Window":
        """Return the window that holds a frame, in whole coarse cells."""
        row, column = (
            floor(each / RES / coarse) * coarse for each in (max(south, -90.0) + 90.0, west + 180.0)
        )
        top, right = (
            floor(each / RES / coarse) * coarse + coarse for each in (min(north, 89.9) + 90.0, east + 180.0)
        )
        return cls(row, column, top - row, right - column)

    def coarser(self, times: int) -> "Window":
        """Return the same window in cells some times as large."""
        return Window(
            self.row // times,
            self.column // times,
            self.height // times,
            self.width // times,
            self.res * times,
        )

    def cell(self, at: LonLat) -> Cell:
        """Return the cell that holds a position; it may lie outside."""
        column = floor((at.lon + 180.0) / self.res) - self.column
        around = round(360.0 / self.res)
        return floor(
            (at.lat + 90.0) / self.res
        ) - self.row, column % around if column < 0 or column >= around else column

    def holds(self, cell: Cell) -> bool:
        """Tell whether a cell is one of the window's."""
        return 0 <= cell[0] < self.height and 0 <= cell[1] < self.width

    def centre(self, cell: Cell) -> LonLat:
        """Return the middle of a cell."""
        lon = (self.column + cell[1] + 0.5) * self.res - 180.0
        return LonLat((lon + 180.0) % 360.0 - 180.0, (self.row + cell[0] + 0.5) * self.res - 90.0)


def _graph(
    cost: Floats, window: Window
) -> tuple[NDArray[np.int64], Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Return the number of each open cell (-1: shut), and km, from and to of the steps between neighbours."""
    cells = np.flatnonzero(np.isfinite(cost))
    number = np.full(cost.size, -1)
    number[cells] = np.arange(len(cells))
    row, column = np.divmod(cells, cost.shape[1])
    flat, tall = cost.ravel(), window.res * KM
    wide = tall * np.cos(np.radians((window.row + np.arange(window.height) + 0.5) * window.res - 90.0))
    steps = []
    for up, across in ((0, 1), (1, 0), (1, 1), (1, -1)):
        there = cells + up * cost.shape[1] + across
        inside = (row + up < cost.shape[0]) & (column + across >= 0) & (column + across < cost.shape[1])
        both = np.flatnonzero(inside & (number[np.where(inside, there, cells)] >= 0))
        one, other = cells[both], there[both]
        step = np.hypot(wide * across, tall * up)[row[both]] * (flat[one] + flat[other]) / 2.0
        steps.append((step, both, number[other]))
    km, rows, columns = (np.concatenate(each) for each in zip(*steps, strict=True))
    return number.reshape(cost.shape), km, rows, columns


def spread(
    cost: Floats, window: Window, start: Mapping[Cell, float]
) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Return km from the start to every cell, the cell before it, and the number of every cell.

    Parameters
    ----------
    cost
        What a km costs in each cell; infinite where it is shut.
    window
        Where the cells lie.
    start
        Km already made in the cells where the way may begin.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415  (scipy takes its time; most readings need no ship)
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    number, km, rows, columns = _graph(cost, window)
    size = int(number.max(initial=-1)) + 1
    first = np.array([number[cell] for cell in start], dtype=np.int64)
    rows = np.concatenate([rows, np.full(len(first), size)])
    columns = np.concatenate([columns, first])
    # A length of exactly 0 would be no edge at all.
    km = np.concatenate([km, np.maximum(np.array(list(start.values())), 1e-6)])
    graph = csr_array((km, (rows, columns)), shape=(size + 1, size + 1))
    far, before = dijkstra(graph, directed=False, indices=size, return_predecessors=True)
    return far, before, number


def shortest(
    cost: Floats, window: Window, start: Mapping[Cell, float], end: Mapping[Cell, float]
) -> list[Cell] | None:
    """Return the cells of the cheapest way from any start to any end, or `None` where there is none."""
    start, end = ({cell: km for cell, km in each.items() if np.isfinite(cost[cell])} for each in (start, end))
    if not start or not end:
        return None
    far, before, number = spread(cost, window, start)
    total, last = min((far[number[cell]] + km, cell) for cell, km in end.items())
    if total >= FAR or not np.isfinite(total):
        return None
    cells = np.argwhere(number >= 0)
    path, here = [], int(number[last])
    while here != len(cells):
        path.append((int(cells[here, 0]), int(cells[here, 1])))
        here = int(before[here])
    return path[::-1]
