"""Find the water of a port, and where on it ways may begin."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.model import LonLat
from geo.routes.raster import Cell, Floats, Window, waters
from geo.routes.shore import Bools, Shore
from geo.routes.taut import LAND_COST

__all__ = [
    "COARSE",
    "HARBOUR_KM",
    "OFFING_COST",
    "RIVER_KM",
    "SHORE_COST",
    "Harbour",
    "Port",
    "common",
    "cost",
    "has_sea",
    "km_from",
    "large",
    "least_km",
    "open_water",
]

COARSE = 5  # fine cells on the side of a coarse one
HARBOUR_KM = 3.0
RIVER_KM = 75.0  # a port on a river that the coastline does not show may lie that far from the sea
SHORE_COST = 2.4  # of a km at the shore: ships keep off it where they can,
OFFING_COST = 1.7  # and give it a wide berth:
OFFING = 4  # so many cells
OPEN_CELLS = 500  # smaller waters are ponds and gaps of the coastline
TWIN_KM = 1.0  # a port may lie on two seas that are about as near

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Port:
    """An end of a way: where it is, and how far from it a way may touch land.

    A port farther from the sea is joined to it by a straight line.
    """

    at: LonLat
    harbour_km: float = HARBOUR_KM


@dataclass(frozen=True, slots=True, eq=False)
class Harbour:
    """The cells of one stretch of water where a port's ways may begin, with what it costs to get there.

    Ways may touch land within `km` of it. It is `fixed` where the sea lies farther off than harbours do: then all
    ways begin with the same straight line.
    """

    cells: dict[Cell, float]
    km: float
    fixed: bool

    @classmethod
    def of(cls, water: Bools, away: Floats, harbour_km: float) -> "Harbour":
        """Collect all of the harbour stretch, else the nearest cell."""
        least = float(away[water].min())
        chosen = water & ((away <= harbour_km) if least <= harbour_km else (away == least))
        cells = {
            (int(row), int(column)): LAND_COST * float(away[row, column])
            for row, column in np.argwhere(chosen)
        }
        return cls(cells, max(least, harbour_km), fixed=least > harbour_km)

    def coarser(self) -> dict[Cell, float]:
        """Return its coarse cells."""
        starts: dict[Cell, float] = {}
        for (row, column), km in self.cells.items():
            cell = row // COARSE, column // COARSE
            starts[cell] = min(km, starts.get(cell, km))
        return starts


def cost(water: Bools, touched: Bools) -> Floats:
    """Return what a km costs in each cell; infinite where it is no water."""
    from scipy.ndimage import maximum_filter  # noqa: PLC0415  (scipy takes its time; most readings need no ship)

    near = maximum_filter(touched.view(np.uint8), size=2 * OFFING + 1).astype(bool)
    return np.asarray(
        np.where(water, np.where(touched, SHORE_COST, np.where(near, OFFING_COST, 1.0)), np.inf)
    )


def large(numbers: Numbers) -> Numbers:
    """Give ponds and gaps of the coastline the number 0."""
    kept = np.bincount(numbers.ravel(), minlength=1) >= OPEN_CELLS
    # What runs on beyond the window may be large as well.
    for edge in (numbers[0], numbers[-1], numbers[:, 0], numbers[:, -1]):
        kept[edge] = True
    kept[0] = False
    return np.asarray(np.where(kept[numbers], numbers, 0), dtype=np.int32)


def km_from(window: Window, at: LonLat) -> Floats:
    """Return the km of every cell's centre from a position, in a plane about it."""
    row, column = window.cell(at)
    up = (np.arange(window.height) - row) * window.res * 111.2
    across = (np.arange(window.width) - column) * window.res * 111.32 * np.cos(np.radians(at.lat))
    return np.asarray(np.sqrt((up**2)[:, None] + (across**2)[None, :]))


def least_km(numbers: Numbers, away: Floats, harbour_km: float) -> Floats:
    """Return the km to each stretch of water, by its number; infinite for those too far off."""
    near = (away <= RIVER_KM) & (numbers > 0)
    least = np.full(int(numbers.max(initial=0)) + 1, np.inf)
    np.minimum.at(least, numbers[near], away[near])
    return np.asarray(np.maximum(least, harbour_km))


def common(numbers: Numbers, away: Sequence[Floats], ports: Sequence[Port]) -> int | None:
    """Choose the water that two ports both lie on, with the least km over land.

    Auckland lies on two seas that do not meet nearby; a port up a river lies on its nearest sea, and no other.
    """
    total = np.zeros(int(numbers.max(initial=0)) + 1)
    for km, port in zip(away, ports, strict=True):
        least = least_km(numbers, km, port.harbour_km)
        total += np.where(least <= least.min() + TWIN_KM, least, np.inf)
    best = int(np.argmin(total))
    return best if np.isfinite(total[best]) else None


def open_water(shore: Shore, at: LonLat) -> LonLat | None:
    """Return a position itself where it lies well in open water, else the nearest cell that does."""
    for degrees in (0.5, 1.5):
        window = _around(at, degrees)
        raster = shore.raster(window)
        if not raster.touched[window.cell(at)]:
            return at
        sea = large(waters(~raster.inside, window, raster.barred)) > 0
        away = np.where(sea & ~raster.touched, km_from(window, at), np.inf)
        if np.isfinite(away).any():
            row, column = np.unravel_index(np.argmin(away), away.shape)
            return window.centre((int(row), int(column)))
    return None


def _around(at: LonLat, degrees: float) -> Window:
    return Window.about(at.lon - degrees, at.lat - degrees, at.lon + degrees, at.lat + degrees, COARSE)


def has_sea(shore: Shore, at: LonLat) -> bool:
    """Tell whether a ship could reach a position at all."""
    degrees = RIVER_KM / 111.0
    wide = degrees / max(np.cos(np.radians(at.lat)), 0.2)
    window = Window.about(at.lon - wide, at.lat - degrees, at.lon + wide, at.lat + degrees, COARSE)
    return bool((~shore.raster(window).inside & (km_from(window, at) <= RIVER_KM)).any())
