"""Hold the network of sea lanes and find the shortest way over it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from geo.errors import DataError
from geo.measure import inverse

__all__ = ["Lanes", "load"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """Nodes (degrees), edges between them (km) and the passage each edge belongs to ("" for most)."""

    lon: Floats
    lat: Floats
    ends: Ints
    km: Floats
    passage: NDArray[np.int8]
    passages: tuple[str, ...]

    def near(self, lon: float, lat: float, count: int) -> Ints:
        """Return the nearest nodes, nearest first."""
        metres, _ = inverse(lon, lat, self.lon, self.lat)
        return np.argsort(metres, kind="stable")[:count].astype(np.int32)

    def way(
        self, start: Mapping[int, float], end: Mapping[int, float], shut: Sequence[str]
    ) -> tuple[float, tuple[int, ...]] | None:
        """Return km and nodes of the shortest way.

        Parameters
        ----------
        start, end
            Km from the two ports to the nodes they can reach.
        shut
            Names of passages that must not be used.
        """
        from scipy.sparse import csr_array  # noqa: PLC0415  (scipy takes its time; most readings need no ship)
        from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

        size = len(self.lon)
        closed = [index for index, name in enumerate(self.passages) if name in shut]
        open_ = ~np.isin(self.passage, closed)
        rows = np.concatenate([self.ends[open_, 0], np.full(len(start), size), list(end)]).astype(np.int32)
        columns = np.concatenate([self.ends[open_, 1], list(start), np.full(len(end), size + 1)]).astype(
            np.int32
        )
        km = np.concatenate([self.km[open_], list(start.values()), list(end.values())])
        graph = csr_array((km, (rows, columns)), shape=(size + 2, size + 2))
        reach, before = dijkstra(graph, directed=False, indices=size, return_predecessors=True)
        if not np.isfinite(reach[size + 1]):
            return None
        path = [int(before[size + 1])]
        while before[path[-1]] != size:
            path.append(int(before[path[-1]]))
        return float(reach[size + 1]), tuple(reversed(path))


@cache
def load() -> Lanes:
    """Read the prepared network."""
    path = files("geo.routes") / "data" / "lanes.npz"
    if not path.is_file():
        raise DataError(
            "geo/routes/data/lanes.npz is missing; install dateline again or run data/make/lanes.py"
        )
    with path.open("rb") as file, np.load(file) as stored:
        lon, lat = (stored["nodes"] / 1e5).T
        names = tuple(str(each) for each in stored["passages"])
        return Lanes(lon, lat, stored["ends"], stored["km"].astype(float), stored["passage"], names)
