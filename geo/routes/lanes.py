"""Hold the network of sea lanes and find the shortest way over it."""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.measure import inverse
from geo.model import LonLat
from geo.routes.passages import CROSSROADS, SHUT
from geo.routes.stored import DIGITS, arrays, points, runs

__all__ = ["Lanes", "load"]

Floats = NDArray[np.float64]
Edge = tuple[int, int]
Km = Mapping[int, float]  # by node
Found = tuple[float, tuple[int, ...]]  # km, and the nodes

ROUNDED_KM = 1e-3  # sums of km in another order may differ in their last digits


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """Nodes, and edges between them.

    Attributes
    ----------
    lon, lat
        Where the nodes are, in degrees.
    ends, km, passage
        The two nodes of each edge, its length, and the number of the passage it belongs to.
    passages
        Names of passages; the first, "", is that of most edges.
    tagged
        The passage of those edges that have one, both ways.
    bends
        The points between the ends of those edges that are not straight, both ways.
    """

    lon: Floats
    lat: Floats
    ends: NDArray[np.int32]
    km: Floats
    passage: NDArray[np.int8]
    passages: tuple[str, ...]
    tagged: Mapping[Edge, str]
    bends: Mapping[Edge, tuple[LonLat, ...]]
    _graphs: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def at(self, node: int) -> LonLat:
        """Return the position of a node."""
        return LonLat(float(self.lon[node]), float(self.lat[node]))

    def line(self, nodes: Sequence[int]) -> tuple[LonLat, ...]:
        """Return the points of a way."""
        between = (each for edge in pairwise(nodes) for each in (*self.bends.get(edge, ()), self.at(edge[1])))
        return (self.at(nodes[0]), *between)

    def about(self, at: LonLat, degrees: float) -> dict[int, float]:
        """Return the nodes about a position, with km as the crow flies."""
        wide = degrees / max(np.cos(np.radians(at.lat)), 0.2)
        turned = (self.lon - at.lon + 180.0) % 360.0 - 180.0
        near = np.flatnonzero((abs(self.lat - at.lat) <= degrees) & (abs(turned) <= wide))
        metres, _ = inverse(at.lon, at.lat, self.lon[near], self.lat[near])
        return dict(zip(near.tolist(), (metres / 1e3).tolist(), strict=True))

    def near(self, node: int, km: float) -> Floats:
        """Return the km from a node to each other over the lanes outside of passages; infinite beyond some km."""
        from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415  (scipy takes its time; most readings need no ship)

        return np.asarray(dijkstra(self.graph(self.passages), indices=node, limit=km))

    def way(self, start: Km, end: Km, shut: AbstractSet[str]) -> Found | None:
        """Return the shortest way, or `None` where there is none.

        Parameters
        ----------
        start, end
            Km from the two ports to the nodes they can reach.
        shut
            Names of passages that must not be used.
        """
        if not start or not end:
            return None
        closed = tuple(sorted(shut))
        far, before = _spread(self, tuple(start.items()), closed, self._at_most(start, end, closed))
        last = min(end, key=lambda node: (far[node] + end[node], node))
        if not np.isfinite(far[last]):
            return None
        path = [last]
        while before[path[-1]] != len(self.lon):
            path.append(int(before[path[-1]]))
        return float(far[last] + end[last]), tuple(reversed(path))

    def way_through(self, start: Km, end: Km, shut: AbstractSet[str], through: Sequence[str]) -> Found | None:
        """Return the shortest way that takes some passages, in order."""
        made: float = 0.0
        done: tuple[int, ...] = ()
        for tag in through:
            edges = sorted(edge for edge, name in self.tagged.items() if name == tag)
            tries = []
            for a, b in edges:
                here, there = self.way(start, {a: 0.0}, shut), self.way({b: 0.0}, end, shut)
                if here and there and b not in here[1] and a not in there[1]:
                    tries.append((here[0] + there[0], here[0] + self._edge_km(a, b), (*done, *here[1]), b))
            if not tries:
                return None
            _, more, done, after = min(tries)
            made, start = made + more, {after: 0.0}
        found = self.way(start, end, shut)
        return (made + found[0], (*done, *found[1])) if found else None

    def _edge_km(self, a: int, b: int) -> float:
        return float(self.graph(())[a, b])

    def _at_most(self, start: Km, end: Km, shut: tuple[str, ...]) -> float:
        """Return km that the shortest way does not exceed: those by way of a crossroads.

        It spares half of the search on average; where passages are asked for or avoided it is not worth its while.
        """
        if {*shut} != {*SHUT}:
            return inf
        far = _crossroads(self, shut)
        here, there = (np.array(list(each), dtype=int) for each in (start, end))
        to = (far[:, here] + np.array(list(start.values()))).min(axis=1)
        fro = (far[:, there] + np.array(list(end.values()))).min(axis=1)
        return float((to + fro).min()) + ROUNDED_KM

    def graph(self, shut: tuple[str, ...]) -> Any:  # noqa: ANN401  (scipy ships no types)
        """Return the matrix of the open edges, both ways."""
        from scipy.sparse import coo_array  # noqa: PLC0415

        if shut not in self._graphs:
            closed = [index for index, name in enumerate(self.passages) if name and name in shut]
            a, b = self.ends[~np.isin(self.passage, closed)].T
            km = self.km[~np.isin(self.passage, closed)]
            both = (np.concatenate([km, km]), (np.concatenate([a, b]), np.concatenate([b, a])))
            self._graphs[shut] = coo_array(both, shape=(len(self.lon), len(self.lon))).tocsr()
        return self._graphs[shut]


@lru_cache(maxsize=64)
def _spread(net: Lanes, start: tuple[tuple[int, float], ...], shut: tuple[str, ...], limit: float) -> Any:  # noqa: ANN401
    """Return km from a port to the nodes, and the node before each; the port is one more node."""
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
    return dijkstra(graph, indices=size, return_predecessors=True, limit=limit)


@lru_cache(maxsize=16)
def _crossroads(net: Lanes, shut: tuple[str, ...]) -> Floats:
    """Return km from each of the crossroads to each node, (crossroads, nodes)."""
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    nearest = [int(np.argmin(inverse(*each.lonlat, net.lon, net.lat)[0])) for each in CROSSROADS]
    return np.asarray(dijkstra(net.graph(shut), indices=nearest))


@cache
def load() -> Lanes:
    """Read the prepared network."""
    stored = arrays("lanes.npz")
    lon, lat = (stored["nodes"] / DIGITS).T
    ends, passage = stored["ends"], stored["passage"]
    names = tuple(str(each) for each in stored["passages"])
    tagged, bends, first = {}, {}, runs(stored["bend_count"])
    for edge in np.flatnonzero((passage > 0) | (stored["bend_count"] > 0)).tolist():
        a, b = ends[edge].tolist()
        line = points(stored["bends"][first[edge] : first[edge + 1]])
        if passage[edge]:
            tagged[a, b] = tagged[b, a] = names[passage[edge]]
        if line:
            bends[a, b], bends[b, a] = line, line[::-1]
    return Lanes(lon, lat, ends, stored["km"].astype(float), passage, names, tagged, bends)
