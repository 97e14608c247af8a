"""Tell land from water, quickly and exactly: land cut into blocks, each with a raster, on demand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import floor
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.measure import densify, line_km
from geo.model import LonLat
from geo.routes.passages import BARS
from geo.routes.raster import RES, Raster, Window
from geo.routes.shoals import SHOALS, strips

__all__ = ["STEP_KM", "Block", "Shore"]

BLOCK = 2.0  # degrees
CELLS = round(BLOCK / RES)
AROUND = round(360.0 / BLOCK)
KEPT = 1000  # blocks at a time; those of all coasts take a gigabyte
STEP_KM = 25.0  # lines are drawn as geodesics, with a point every so many km

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Land of one block: its geometry (prepared) and its raster, with the steps over the block's sides."""

    land: Any
    raster: Raster


@dataclass(frozen=True, slots=True, eq=False)
class Shore:
    """All land and the shoals off it, with the blocks cut last."""

    parts: Any
    tree: Any
    _blocks: dict[tuple[int, int], Block | None] = field(default_factory=dict)

    @classmethod
    def of(cls, land: Any, *, passable: bool = True) -> "Shore":  # noqa: ANN401  (shapely ships no types)
        """Prepare a geometry of land, and the shoals off it.

        Where it is not passable, straits that the lanes know by name are shut as well.
        """
        bars = (
            () if passable else (((west, south), (east, north)) for west, south, east, north in BARS.values())
        )
        parts = np.concatenate([shapely.get_parts(land), strips((*SHOALS.values(), *bars))])
        return cls(parts, shapely.STRtree(parts))

    def block(self, column: int, row: int) -> Block | None:
        """Return one block, or `None` where it holds no land; columns run on round the globe."""
        key = (column % AROUND, row)
        if key not in self._blocks:
            if len(self._blocks) >= KEPT:
                del self._blocks[next(iter(self._blocks))]
            self._blocks[key] = self._cut(*key)
        return self._blocks[key]

    def _cut(self, column: int, row: int) -> Block | None:
        west, south = column * BLOCK - 180.0, row * BLOCK - 90.0
        frame = (west, south, west + BLOCK, south + BLOCK)
        near = self.parts[np.sort(self.tree.query(shapely.box(*frame)))]
        pieces = shapely.get_parts(shapely.clip_by_rect(near, *frame))
        pieces = shapely.get_parts(pieces)
        land = shapely.multipolygons(pieces[shapely.get_type_id(pieces) == 3])
        if land.is_empty:
            return None
        shapely.prepare(land)
        return Block(land, _drawn(shapely.boundary(land), west, south))

    def raster(self, window: Window) -> Raster:
        """Assemble a window."""
        whole = Raster.empty(window.height, window.width)
        for row in range(window.row // CELLS, (window.row + window.height) // CELLS + 1):
            for column in range(window.column // CELLS, (window.column + window.width) // CELLS + 1):
                block = self.block(column, row)
                if block:
                    whole.paste(block.raster, row * CELLS - window.row, column * CELLS - window.column)
        return whole

    def over_land_km(self, points: Sequence[LonLat]) -> float:
        """Return how much of a line, drawn as geodesics, lies over land."""
        total = 0.0
        for land, line in self._meetings(points):
            for part in shapely.get_parts(shapely.intersection(land, line)):
                x = shapely.get_coordinates(part)
                total += (
                    line_km([LonLat((lon + 180.0) % 360.0 - 180.0, lat) for lon, lat in x])
                    if len(x) > 1
                    else 0.0
                )
        return total

    def free(self, points: Sequence[LonLat], step_km: float = STEP_KM) -> bool:
        """Tell whether a line, drawn as geodesics with a point every so many km, keeps off land."""
        return not any(shapely.intersects(land, line) for land, line in self._meetings(points, step_km))

    def _meetings(self, points: Sequence[LonLat], step_km: float = STEP_KM) -> Any:  # noqa: ANN401
        """Pair every stretch of a line with the blocks it may meet."""
        for a, b in pairwise(densify(points, step_km)):
            east = b.lon + 360.0 * round((a.lon - b.lon) / 360.0)
            (low, high), (south, north) = sorted((a.lon, east)), sorted((a.lat, b.lat))
            for row in range(floor((south + 90.0) / BLOCK), floor((north + 90.0) / BLOCK) + 1):
                for column in range(floor((low + 180.0) / BLOCK), floor((high + 180.0) / BLOCK) + 1):
                    block = self.block(column, row)
                    if block is not None:
                        turn = 360.0 * (column // AROUND)
                        yield block.land, shapely.LineString([(a.lon - turn, a.lat), (east - turn, b.lat)])


def _drawn(edges: Any, west: float, south: float) -> Raster:  # noqa: ANN401  (shapely ships no types)
    """Draw the outlines of a block's land on its raster."""
    raster = Raster.empty(CELLS, CELLS)
    points, ring = shapely.get_coordinates(shapely.get_parts(edges), return_index=True)
    x, y = ((points - (west, south)) / RES - 0.5).T
    line, at = _met(ring, along=x, across=y)
    # A centre lies on land where its row has met an odd number of outlines.
    column = np.clip(np.ceil(at).astype(int), 0, CELLS)
    kept = (line >= 0) & (line < CELLS)
    flips = np.bincount(line[kept] * (CELLS + 1) + column[kept], minlength=CELLS * (CELLS + 1))
    raster.inside[:] = np.cumsum(flips.reshape(CELLS, CELLS + 1), axis=1)[:, :CELLS] % 2 == 1
    raster.touched[:] = raster.inside
    fine = shapely.get_coordinates(shapely.segmentize(edges, RES / 4)) - (west, south)
    raster.touched[tuple(np.clip(fine / RES, 0, CELLS - 1).astype(int).T[::-1])] = True
    for bit, (along, across) in enumerate(((x, y), (y, x), (y, x - y), (y, x + y))):
        line, at = _met(ring, along, across)
        step = np.ceil(at).astype(int)
        up, right = ((line, step), (step, line), (step, line + step), (step, line - step + 1))[bit]
        kept = (up >= 0) & (up <= CELLS) & (right >= 0) & (right <= CELLS)
        raster.barred[up[kept], right[kept]] |= np.uint8(1 << bit)
    return raster


def _met(
    ring: NDArray[np.int64], along: NDArray[np.float64], across: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return where outlines meet the lines of the raster: the number of the line, and the position along it."""
    same = ring[1:] == ring[:-1]
    a0, a1, c0, c1 = along[:-1][same], along[1:][same], across[:-1][same], across[1:][same]
    first, last = np.ceil(np.minimum(c0, c1)).astype(int), np.ceil(np.maximum(c0, c1)).astype(int)
    count = last - first
    edge = np.repeat(np.arange(len(first)), count)
    line = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    return line, a0[edge] + (line - c0[edge]) / (c1[edge] - c0[edge]) * (a1[edge] - a0[edge])
