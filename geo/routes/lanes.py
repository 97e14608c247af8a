"""Hold the network of sea lanes and find the shortest way over it."""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.errors import DataError
from geo.measure import inverse
from geo.model import LonLat

__all__ = ["Lanes", "load"]

Floats = NDArray[np.float64]
DIGITS = 1e5  # the file holds whole hundred-thousandths of a degree


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """Nodes, edges between them (km) and the passage each edge belongs to ("" for most)."""

    lon: Floats
    lat: Floats
    ends: NDArray[np.int32]
    km: Floats
    passage: NDArray[np.int8]
    passages: tuple[str, ...]
    tagged: Mapping[tuple[int, int], str]
    _graphs: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def at(self, node: int) -> LonLat:
        """Return the position of a node."""
        return LonLat(float(self.lon[node]), float(self.lat[node]))

    def about(self, at: LonLat, degrees: float) -> dict[int, float]:
        """Return the nodes about a position, with km as the crow flies."""
        wide = degrees / max(np.cos(np.radians(at.lat)), 0.2)
        turned = (self.lon - at.lon + 180.0) % 360.0 - 180.0
        near = np.flatnonzero((abs(self.lat - at.lat) <= degrees) & (abs(turned) <= wide))
        metres, _ = inverse(at.lon, at.lat, self.lon[near], self.lat[near])
        return dict(zip(near.tolist(), (metres / 1e3).tolist(), strict=True))

    def way(
        self, start: Mapping[int, float], end: Mapping[int, float], shut: AbstractSet[str]
    ) -> tuple[float, tuple[int, ...]] | None:
        """Return km and nodes of the shortest way, or `None` where there is none.

        Parameters
        ----------
        start, end
            Km from the two ports to the nodes they can reach.
        shut
            Names of passages that must not be used.
        """
        if not start or not end:
            return None
        far, before = _spread(self, tuple(start.items()), tuple(sorted(set(shut))))
        last = min(end, key=lambda node: (far[node] + end[node], node))
        if not np.isfinite(far[last]):
            return None
        path = [last]
        while before[path[-1]] != len(self.lon):
            path.append(int(before[path[-1]]))
        return float(far[last] + end[last]), tuple(reversed(path))

    def way_through(
        self,
        start: Mapping[int, float],
        end: Mapping[int, float],
        shut: AbstractSet[str],
        through: Sequence[str],
    ) -> tuple[int, ...] | None:
        """Return the nodes of the shortest way that takes some passages, in order."""
        done: tuple[int, ...] = ()
        for tag in through:
            edges = sorted(edge for edge, name in self.tagged.items() if name == tag)
            tries = []
            for a, b in edges:
                here, there = self.way(start, {a: 0.0}, shut), self.way({b: 0.0}, end, shut)
                if here and there and b not in here[1] and a not in there[1]:
                    tries.append((here[0] + there[0], (*done, *here[1]), b))
            if not tries:
                return None
            _, done, after = min(tries)
            start = {after: 0.0}
        found = self.way(start, end, shut)
        return (*done, *found[1]) if found else None

    def graph(self, shut: tuple[str, ...]) -> Any:  # noqa: ANN401  (scipy ships no types)
        """Return the matrix of the open edges, both ways."""
        from scipy.sparse import coo_array  # noqa: PLC0415

        if shut not in self._graphs:
            closed = [index for index, name in enumerate(self.passages) if name in shut]
            a, b = self.ends[~np.isin(self.passage, closed)].T
            km = self.km[~np.isin(self.passage, closed)]
            both = (np.concatenate([km, km]), (np.concatenate([a, b]), np.concatenate([b, a])))
            self._graphs[shut] = coo_array(both, shape=(len(self.lon), len(self.lon))).tocsr()
        return self._graphs[shut]


@lru_cache(maxsize=64)
def _spread(
    net: Lanes, start: tuple[tuple[int, float], ...], shut: tuple[str, ...]
) -> tuple[Floats, NDArray[np.int32]]:
    """Return km from a port to every node, and the node before it; the port is one more node."""
    from scipy.sparse import csr_array  # noqa: PLC0415  (scipy takes its time; most readings need no ship)
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    base, size = net.graph(shut), len(net.lon)
    nodes, km = np.array(start).T
    graph = csr_array(
        (
            np.concatenate([base.data, np.maximum(km, 1e-6)]),
            np.concatenate([base.indices, nodes.astype(np.int32)]),
            np.concatenate([base.indptr, [len(base.data) + len(start)]]).astype(np.int32),
        ),
        shape=(size + 1, size + 1),
    )
    far, before = dijkstra(graph, indices=size, return_predecessors=True)
    return far, before


@cache
def load() -> Lanes:
    """Read the prepared network."""
    path = files("geo.routes") / "data" / "lanes.npz"
    if not path.is_file():
        raise DataError(
            "geo/routes/data/lanes.npz is missing; install dateline again or run data/make/lanes.py"
        )
    with path.open("rb") as file, np.load(file) as stored:
        lon, lat = (stored["nodes"] / DIGITS).T
        ends, passage = stored["ends"], stored["passage"]
        names = tuple(str(each) for each in stored["passages"])
        tagged = {
            key: names[passage[edge]]
            for edge in np.flatnonzero(passage != names.index(""))
            for key in (tuple(ends[edge].tolist()), tuple(ends[edge, ::-1].tolist()))
        }
        return Lanes(lon, lat, ends, stored["km"].astype(float), passage, names, tagged)
