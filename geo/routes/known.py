"""Hold the ways from the ports of the world to the sea lanes, surveyed beforehand."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.measure import distance_km, inverse
from geo.model import LonLat
from geo.routes.coast import Way
from geo.routes.lanes import Lanes
from geo.routes.stored import DIGITS, arrays, points, runs

__all__ = ["Ports", "load"]

SAME_KM = 2.0  # a position so close to a port is that port
NEAR = 0.05  # degrees of latitude, more than SAME_KM


@dataclass(frozen=True, slots=True, eq=False)
class Ports:
    """Where the ports lie, and for each its ways to nodes of the lanes.

    Attributes
    ----------
    lon, lat
        Where the ports are, in degrees.
    harbour_km
        How far from each port its ways may touch land.
    joins
        Where the ways of each port begin in `node`, `km` and `bends`.
    node, km
        To which node each way leads, and how long it is.
    bends
        Where the points of each way begin in `points`, which has steps from point to point.
    """

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    harbour_km: NDArray[np.float64]
    joins: NDArray[np.int64]
    node: NDArray[np.int64]
    km: NDArray[np.float64]
    bends: NDArray[np.int64]
    points: NDArray[Any]

    def holds(self, at: LonLat) -> bool:
        """Tell whether a position is a port, or close to one."""
        return self._port(at) is not None

    def km_to(self, at: LonLat) -> dict[int, float]:
        """Return km from a position to the nodes of the lanes that its port reaches; none where it is no port."""
        port = self._port(at)
        if port is None:
            return {}
        some = slice(self.joins[port], self.joins[port + 1])
        aside = distance_km(at, self._home(port))
        return dict(zip(self.node[some].tolist(), (self.km[some] + aside).tolist(), strict=True))

    def way(self, at: LonLat, node: int, net: Lanes) -> Way:
        """Return the way from a position to one of those nodes; beside a port it leads by way of it.

        Raises
        ------
        ValueError
            Where the position is no port, or reaches the node by way of others only.
        """
        port = self._port(at)
        if port is None:
            raise ValueError(f"no port at {at}")
        first, last = self.joins[port], self.joins[port + 1]
        join = int(first) + self.node[first:last].tolist().index(node)
        home = self._home(port)
        steps = self.points[self.bends[join] : self.bends[join + 1]]
        start = np.rint(np.array([home.lonlat]) * DIGITS).astype(np.int32)
        line = (home, *points(start + np.cumsum(steps, axis=0, dtype=np.int32)), net.at(node))
        km = float(self.km[join]) + distance_km(at, home)
        return Way(line if at == home else (at, *line), km, (float(self.harbour_km[port]), 0.0))

    def _home(self, port: int) -> LonLat:
        return LonLat(float(self.lon[port]), float(self.lat[port]))

    def _port(self, at: LonLat) -> int | None:
        near = np.flatnonzero(abs(self.lat - at.lat) <= NEAR)
        if not near.size:
            return None
        metres, _ = inverse(at.lon, at.lat, self.lon[near], self.lat[near])
        least = int(np.argmin(metres))
        return int(near[least]) if metres[least] <= SAME_KM * 1e3 else None


@cache
def load() -> Ports:
    """Read the prepared ways."""
    stored = arrays("ports.npz")
    lon, lat = (stored["ports"] / DIGITS).T
    return Ports(
        lon,
        lat,
        stored["harbour_km"].astype(float),
        runs(stored["join_count"]),
        stored["node"].astype(np.int64),
        stored["km"].astype(float),
        runs(stored["bend_count"]),
        stored["bends"],
    )
