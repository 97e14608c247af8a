"""Search shortest ways over a raster of degrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, inf, isfinite

import numpy as np
from numpy.typing import NDArray

from geo.model import LonLat

__all__ = ["RES", "Cell", "Raster", "Spread", "Window", "shortest", "spread", "waters"]

RES = 0.01  # degrees of a cell, some 1.1 km
KM = 111.2  # of a degree of latitude, on average
STEPS = ((0, 1), (1, 0), (1, 1), (1, -1))  # rows up, columns across

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bars = NDArray[np.uint8]
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


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """Land on the cells of a window.

    Attributes
    ----------
    inside, touched
        The cells whose centre lies on land, and those that land touches, (height, width).
    barred
        The steps between the centres of neighbours that land bars, a bit a direction of `STEPS`, at the upper right of
        the two rows and columns they join; (height + 1, width + 1), with those over the window's sides.
    """

    inside: NDArray[np.bool_]
    touched: NDArray[np.bool_]
    barred: Bars

    @classmethod
    def empty(cls, height: int, width: int) -> "Raster":
        """Return open water."""
        size = (height, width)
        return cls(np.zeros(size, bool), np.zeros(size, bool), np.zeros((height + 1, width + 1), np.uint8))

    def paste(self, other: "Raster", up: int, across: int) -> None:
        """Draw another raster whose first cell comes to lie that far up and across."""
        layers = ((self.inside, other.inside), (self.touched, other.touched), (self.barred, other.barred))
        for mine, theirs in layers:
            (height, width), (tall, wide) = mine.shape, theirs.shape
            here = mine[max(up, 0) : max(up + tall, 0), max(across, 0) : max(across + wide, 0)]
            here |= theirs[max(-up, 0) : max(height - up, 0), max(-across, 0) : max(width - across, 0)]


def _graph(cost: Floats, window: Window, barred: Bars | None) -> tuple[Ints, Floats, Ints, Ints]:
    """Return the number of each open cell (-1: shut), and km, from and to of the steps between neighbours."""
    cells = np.flatnonzero(np.isfinite(cost))
    number = np.full(cost.size, -1)
    number[cells] = np.arange(len(cells))
    row, column = np.divmod(cells, cost.shape[1])
    flat, tall = cost.ravel(), window.res * KM
    wide = tall * np.cos(np.radians((window.row + np.arange(window.height) + 0.5) * window.res - 90.0))
    steps = []
    for bit, (up, across) in enumerate(STEPS):
        there = cells + up * cost.shape[1] + across
        inside = (row + up < cost.shape[0]) & (column + across >= 0) & (column + across < cost.shape[1])
        open_ = inside & (number[np.where(inside, there, cells)] >= 0)
        if barred is not None:
            open_ &= barred[row + up, column + max(across, 0)] & (1 << bit) == 0
        both = np.flatnonzero(open_)
        one, other = cells[both], there[both]
        step = np.hypot(wide * across, tall * up)[row[both]] * (flat[one] + flat[other]) / 2.0
        steps.append((step, both, number[other]))
    km, rows, columns = (np.concatenate(each) for each in zip(*steps, strict=True))
    return number.reshape(cost.shape), km, rows, columns


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """What it costs to reach the cells of a window from a start, and the ways there.

    Attributes
    ----------
    number
        The number of each open cell; -1 where it is shut, (height, width).
    far, before
        The cost of each open cell, and the cell before it; the start counts as one more cell.
    """

    number: Ints
    far: Floats
    before: Ints

    def cost(self, cell: Cell) -> float:
        """Return what a cell costs; infinite where no way leads."""
        here = int(self.number[cell])
        return float(self.far[here]) if here >= 0 else inf

    def path(self, cell: Cell) -> list[Cell]:
        """Return the cells from the start to a cell that can be reached."""
        numbers, here = [], int(self.number[cell])
        while here != len(self.far) - 1:
            numbers.append(here)
            here = int(self.before[here])
        rows, columns = np.divmod(np.flatnonzero(self.number.ravel() >= 0)[numbers], self.number.shape[1])
        return list(zip(rows.tolist(), columns.tolist(), strict=True))[::-1]


def spread(cost: Floats, window: Window, start: Mapping[Cell, float], barred: Bars | None = None) -> Spread:
    """Return what every cell of a window costs to reach.

    Parameters
    ----------
    cost
        What a km costs in each cell; infinite where it is shut.
    window
        Where the cells lie.
    start
        Cost made already in the cells where the way may begin.
    barred
        Steps that land bars (of a `Raster`).
    """
    from scipy.sparse import csr_array  # noqa: PLC0415  (scipy takes its time; most readings need no ship)
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    number, km, rows, columns = _graph(cost, window, barred)
    size = int(number.max(initial=-1)) + 1
    begun = {cell: made for cell, made in start.items() if number[cell] >= 0}
    rows = np.concatenate([rows, np.full(len(begun), size)])
    columns = np.concatenate([columns, np.array([number[cell] for cell in begun], dtype=np.int64)])
    # A length of exactly 0 would be no edge at all.
    km = np.concatenate([km, np.maximum(np.array(list(begun.values())), 1e-6)])
    graph = csr_array((km, (rows, columns)), shape=(size + 1, size + 1))
    far, before = dijkstra(graph, directed=False, indices=size, return_predecessors=True)
    return Spread(number, far, before)


def shortest(
    cost: Floats,
    window: Window,
    start: Mapping[Cell, float],
    end: Mapping[Cell, float],
    barred: Bars | None = None,
) -> list[Cell] | None:
    """Return the cells of the cheapest way from any start to any end, or `None` where there is none."""
    found = spread(cost, window, start, barred)
    total, last = min((found.cost(cell) + km, cell) for cell, km in end.items())
    return found.path(last) if isfinite(total) else None


def waters(open_: NDArray[np.bool_], window: Window, barred: Bars) -> NDArray[np.int32]:
    """Give each open cell the number, from 1, of the connected stretch it belongs to; shut ones get 0."""
    from scipy.sparse import csr_array  # noqa: PLC0415
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    number, km, rows, columns = _graph(np.where(open_, 1.0, np.inf), window, barred)
    size = int(number.max(initial=-1)) + 1
    _, part = connected_components(csr_array((km, (rows, columns)), shape=(size, size)), directed=False)
    return np.asarray(np.where(number >= 0, np.append(part, -1)[number] + 1, 0), dtype=np.int32)
