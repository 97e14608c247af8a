"""Choose the gates: the positions in open water that straight lines are drawn between.

Ways at sea bend at capes and end at ports, so there is a gate off every sharp cape, others along the lanes, and one
where a port has none of these nearby.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, uniform_filter1d

from geo.model import LonLat
from geo.routes import approach, harbour
from geo.routes.approach import Survey
from geo.routes.lanes import Lanes
from geo.routes.raster import RES as FINE
from geo.routes.shore import BLOCK, Shore
from geo.routes.taut import free

__all__ = ["RES", "Chart", "gates"]

RES = 0.05  # degrees of a cell
KM = 111.2 * RES  # of a cell, from north to south
ROWS, COLUMNS = round(180.0 / RES), round(360.0 / RES)
ROUND_KM = 30.0  # a cape has little land in a square that far around it,
SHARP = 0.33  # this share at most
CAPES_KM, LANES_KM = 50.0, 110.0  # how far they are apart
POLAR = 75.0  # degrees of latitude
SEEN_KM = 60.0  # a port needs no gate of its own that sees one so near,
REACHED_KM = 90.0  # or that reaches one so soon,
NEARER_KM = 30.0  # or that would hardly come nearer
DEGREES = 1.5

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


class Chart:
    """Open water in coarse cells: those that no land, and no strait's bar, touches or has beside it."""

    def __init__(self, shore: Shore) -> None:
        """Draw the coast, and the bars across straits."""
        self.shut = np.zeros((ROWS, COLUMNS), dtype=bool)
        coasts = shapely.segmentize(shapely.boundary(shore.parts), RES / 3)
        self.shut[self.cells(*shapely.get_coordinates(coasts).T)] = True
        self.shut = binary_dilation(self.shut, structure=np.ones((3, 3)))
        self.land = self.shut.copy()
        step, size = round(RES / FINE), round(BLOCK / RES)
        for row in range(ROWS // size):
            for column in range(COLUMNS // size):
                block = shore.block(column, row)
                if block:
                    here = (slice(row * size, (row + 1) * size), slice(column * size, (column + 1) * size))
                    self.land[here] |= block.raster.inside[step // 2 :: step, step // 2 :: step]

    @staticmethod
    def cells(lon: Floats, lat: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return rows and columns of positions."""
        row = np.clip(((lat + 90.0) / RES).astype(np.int64), 0, ROWS - 1)
        return row, ((lon + 180.0) / RES).astype(np.int64) % COLUMNS

    def open(self, lon: Floats, lat: Floats) -> Bools:
        """Tell whether positions lie in open water."""
        return np.asarray(~self.shut[self.cells(lon, lat)])


class Kept:
    """Positions chosen so far."""

    def __init__(self) -> None:
        """Begin with none."""
        self.at: list[LonLat] = []
        self._lonlat = np.empty((0, 2))

    def add(self, at: LonLat) -> None:
        """Choose one more."""
        self.at.append(at)
        self._lonlat = np.vstack([self._lonlat, at.lonlat])

    def near(self, at: LonLat, km: float) -> list[LonLat]:
        """Return those so near, in a plane about a position."""
        lon, lat = self._lonlat.T
        across = ((lon - at.lon + 180.0) % 360.0 - 180.0) * np.cos(np.radians(at.lat))
        return [self.at[each] for each in np.flatnonzero(np.hypot(across, lat - at.lat) * 111.2 < km)]


def gates(shore: Shore, net: Lanes, ports: Iterable[LonLat], chart: Chart) -> list[LonLat]:
    """Return the gates: nodes of the lanes as they are, others at the centre of a cell."""
    kept = Kept()
    for at in _capes(chart):
        if not kept.near(at, CAPES_KM):
            kept.add(at)
    print(len(kept.at), "capes")
    for node in np.flatnonzero(chart.open(net.lon, net.lat)).tolist():
        if not kept.near(net.at(node), LANES_KM):
            kept.add(net.at(node))
    print(len(kept.at), "with gates on the lanes")
    for port in ports:
        if harbour.has_sea(shore, port) and not any(
            free(shore, port, gate, (harbour.HARBOUR_KM, 0.0)) for gate in kept.near(port, SEEN_KM)
        ):
            survey = next(approach.survey(shore, port, DEGREES), None)
            mouth = _mouth(survey, kept, chart) if survey else None
            if mouth:
                kept.add(mouth)
    print(len(kept.at), "with mouths of ports")
    return kept.at


def _capes(chart: Chart) -> Iterator[LonLat]:
    """Yield the open cells beside land that have little land around, the sharpest capes first."""
    lat = (np.arange(ROWS) + 0.5) * RES - 90.0
    share = uniform_filter1d(chart.land.astype(np.float32), 2 * round(ROUND_KM / KM) + 1, axis=0)
    for row, width in enumerate(
        (ROUND_KM / KM / np.maximum(np.cos(np.radians(lat)), 0.1)).round().astype(int)
    ):
        share[row] = uniform_filter1d(share[row], 2 * width + 1, mode="wrap")
    beside = binary_dilation(chart.land, structure=np.ones((3, 3))) & ~chart.land
    capes = beside & (share < SHARP) & (np.abs(lat) < POLAR)[:, None]
    places = np.argwhere(capes)
    for row, column in places[np.argsort(share[capes], kind="stable")].tolist():
        yield LonLat(round((column + 0.5) * RES - 180.0, 5), round(float(lat[row]), 5))


def _mouth(survey: Survey, kept: Kept, chart: Chart) -> LonLat | None:
    """Return the open cell that a port reaches first, unless a gate is about as near."""
    window, number = survey.window, survey.spread.number
    near = min(
        (survey.far(gate) for gate in kept.near(survey.port.at, DEGREES * 111.2)),
        default=np.inf,
    )
    if near < REACHED_KM:
        return None
    lat = np.array([window.centre((row, 0)).lat for row in range(window.height)])
    lon = np.array([window.centre((0, column)).lon for column in range(window.width)])
    open_ = chart.open(*np.meshgrid(lon, lat)) & (number >= 0)
    far = np.where(open_, survey.spread.far[number], np.inf)
    row, column = np.unravel_index(np.argmin(far), far.shape)
    if not far[row, column] < near - NEARER_KM:
        return None
    mouth = window.centre((int(row), int(column)))
    return LonLat(round(mouth.lon, 5), round(mouth.lat, 5))
