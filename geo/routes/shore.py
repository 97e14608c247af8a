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
from geo.routes.raster import RES, Window

__all__ = ["STEP_KM", "Block", "Shore"]

BLOCK = 2.0  # degrees
CELLS = round(BLOCK / RES)
AROUND = round(360.0 / BLOCK)
STEP_KM = 25.0  # lines are drawn as geodesics, with a point every so many km

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Land of one block: its geometry (prepared), the cells whose centre it holds, those it touches."""

    land: Any
    inside: Bools
    touched: Bools


@dataclass(frozen=True, slots=True, eq=False)
class Shore:
    """All land, with the blocks cut so far."""

    parts: Any
    tree: Any
    _blocks: dict[tuple[int, int], Block | None] = field(default_factory=dict)

    @classmethod
    def of(cls, land: Any) -> "Shore":  # noqa: ANN401  (shapely ships no types)
        """Prepare a geometry of land."""
        parts = shapely.get_parts(land)
        return cls(parts, shapely.STRtree(parts))

    def block(self, column: int, row: int) -> Block | None:
        """Return one block, or `None` where it holds no land; columns run on round the globe."""
        key = (column % AROUND, row)
        if key not in self._blocks:
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
        edges = shapely.boundary(land)
        inside = _filled(edges, west, south)
        touched = inside.copy()
        x, y = shapely.get_coordinates(shapely.segmentize(edges, RES / 4)).T
        across, up = (np.clip(each / RES, 0, CELLS - 1).astype(int) for each in (x - west, y - south))
        touched[up, across] = True
        return Block(land, inside, touched)

    def raster(self, window: Window) -> tuple[Bools, Bools]:
        """Assemble a window: cells whose centre lies on land, cells that land touches."""
        inside = np.zeros((window.height, window.width), bool)
        touched = inside.copy()
        for row in range(window.row // CELLS, (window.row + window.height - 1) // CELLS + 1):
            for column in range(window.column // CELLS, (window.column + window.width - 1) // CELLS + 1):
                block = self.block(column, row)
                if block is None:
                    continue
                up, across = row * CELLS - window.row, column * CELLS - window.column
                here = (slice(max(up, 0), up + CELLS), slice(max(across, 0), across + CELLS))
                there = (
                    slice(max(-up, 0), window.height - up),
                    slice(max(-across, 0), window.width - across),
                )
                inside[here], touched[here] = block.inside[there], block.touched[there]
        return inside, touched

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


def _filled(edges: Any, west: float, south: float) -> Bools:  # noqa: ANN401  (shapely ships no types)
    """Return the cells whose centre lies within some rings: where a row has met an odd number of them."""
    points, ring = shapely.get_coordinates(shapely.get_parts(edges), return_index=True)
    x, y = ((points - (west, south)) / RES - 0.5).T
    same = ring[1:] == ring[:-1]
    x0, x1, y0, y1 = x[:-1][same], x[1:][same], y[:-1][same], y[1:][same]
    first, last = np.ceil(np.minimum(y0, y1)).astype(int), np.ceil(np.maximum(y0, y1)).astype(int)
    edge = np.repeat(np.arange(len(first)), last - first)
    row = (
        first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
    )
    met = x0[edge] + (row - y0[edge]) / (y1[edge] - y0[edge]) * (x1[edge] - x0[edge])
    column = np.clip(np.ceil(met), 0, CELLS).astype(int)
    kept = (row >= 0) & (row < CELLS)
    flips = np.bincount(row[kept] * (CELLS + 1) + column[kept], minlength=CELLS * (CELLS + 1))
    return np.asarray(np.cumsum(flips.reshape(CELLS, CELLS + 1), axis=1)[:, :CELLS] % 2 == 1)
