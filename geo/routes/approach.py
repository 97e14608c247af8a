"""Survey the waters about a port: which sea lanes a ship can reach from it, and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from geo.measure import distance_km, line_km
from geo.model import LonLat
from geo.routes import harbour
from geo.routes.coast import SPAN_MAX, Way, taut
from geo.routes.harbour import COARSE, Harbour, Port, km_from
from geo.routes.lanes import Lanes
from geo.routes.raster import Cell, Floats, Spread, Window, spread, waters
from geo.routes.shore import Shore
from geo.routes.taut import FINE_KM, Chart, free

__all__ = ["LOCAL_KM", "Survey", "joins", "shorter", "survey"]

DEGREES = (2.0, 6.0)  # about a port in which it looks for lanes
LOCAL_KM = 800.0  # how far about a port the lanes are compared with its own ways
LONGER = 1.01  # a way so many times as long, and so many km longer, is as good
SPARE_KM = 2.0
DETOUR = 0.92  # of the cost of cells at least remains when the way is pulled tight


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """One stretch of water about a port, with the cheapest way to each of its cells."""

    shore: Shore
    port: Port
    window: Window
    cost: Floats
    harbour: Harbour
    spread: Spread

    def cell(self, at: LonLat) -> Cell | None:
        """Return the cell of a position in the window."""
        cell = self.window.cell(at)
        return cell if self.window.holds(cell) else None

    def far(self, at: LonLat) -> float:
        """Return what it costs to get to a position: somewhat more than km, and more near the shore."""
        cell = self.cell(at)
        return np.inf if cell is None else self.spread.cost(cell)

    def way(self, at: LonLat) -> Way:
        """Return the way to a position that can be reached."""
        straight = (self.port.harbour_km, 0.0)
        if free(self.shore, self.port.at, at, straight, FINE_KM):
            return Way((self.port.at, at), distance_km(self.port.at, at), straight)
        cells = self.spread.path(self.window.cell(at))
        points = [self.port.at, *map(self.window.centre, cells), at]
        ends = (self.harbour, Harbour({}, 0.0, fixed=False))
        line = taut(self.shore, points, ends, Chart(self.cost, self.window))
        return Way(line, line_km(line), (self.harbour.km, 0.0))


def survey(shore: Shore, at: LonLat, degrees: float) -> Iterator[Survey]:
    """Yield the waters a port may lie on, the nearest first."""
    wide = min(degrees / max(np.cos(np.radians(at.lat)), 0.2), SPAN_MAX / 2)
    window = Window.about(at.lon - wide, at.lat - degrees, at.lon + wide, at.lat + degrees, COARSE)
    raster, port = shore.raster(window), Port(at)
    numbers, away = harbour.large(waters(~raster.inside, window, raster.barred)), km_from(window, at)
    least = harbour.least_km(numbers, away, port.harbour_km)
    for number in np.argsort(least, kind="stable")[: int(np.isfinite(least).sum())]:
        water = numbers == number
        start, cost = Harbour.of(water, away, port.harbour_km), harbour.cost(water, raster.touched)
        yield Survey(shore, port, window, cost, start, spread(cost, window, start.cells, raster.barred))


def joins(shore: Shore, at: LonLat, net: Lanes) -> Mapping[int, Way]:
    """Return the ways from a port to the lanes: to each node that is not reached as well by way of another.

    Nearest first; empty where no lane is near, as on the Caspian Sea.
    """
    known_km = np.full(len(net.lon), np.inf)
    for degrees in DEGREES:
        for each in survey(shore, at, degrees):
            found = shorter(each, net, known_km)
            if found:
                return found
    return {}


def shorter(about: Survey, net: Lanes, known_km: Floats) -> Mapping[int, Way]:
    """Return the ways to the nodes that are shorter than what is known, and than by way of one another."""
    crow = net.about(about.port.at, about.window.height * about.window.res)
    far = {node: about.far(net.at(node)) for node in crow}
    best = known_km
    found: dict[int, Way] = {}
    for node in sorted((each for each in far if np.isfinite(far[each])), key=lambda each: (far[each], each)):
        if best[node] <= SPARE_KM + max(LONGER * crow[node], DETOUR * far[node]):
            continue
        way = about.way(net.at(node))
        if way.km * LONGER + SPARE_KM < best[node]:
            found[node] = way
            best = np.minimum(best, way.km + net.near(node, LOCAL_KM))
    return found
