"""Draw straight lines over open water between gates, so that ways are no longer than they must be.

searoute's lanes zigzag between few points: Pisco to Salina Cruz comes out 13 % too long. A line is added wherever
two gates see each other and the network's way is longer than the geodesic by more than `SLACK`: short lines first, so
that few are needed (a greedy spanner). No line comes near land, crosses a strait or canal that a route may be asked to
avoid, or leads farther into the ice than its ends are.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from gates import RES, Bools, Chart, Floats
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from geo.measure import inverse
from geo.measure.geodesic import WGS84
from geo.model import LonLat
from geo.routes.lanes import Lanes
from geo.routes.passages import SHUT

__all__ = ["chords"]

SLACK = 0.01
GROWTH = 1.5  # chords are added by length, each round's up to so many times those of the one before
SHORTEST_KM, LONGEST_KM = 90.0, 7_000.0
PARTS = 2  # of a round, so that what one adds spares the next
STEP_KM = 4.0
GLANCE_KM = 64.0
CHUNK = 2_000_000  # positions tested at a time
ICE = 58.0  # degrees of latitude; nearer the poles chords keep to the latitudes of their ends

Ints = NDArray[np.int64]


def sees(chart: Chart, a: Floats, b: Floats, step_km: float) -> Bools:
    """Tell whether geodesics (lon, lat of their ends, one a row) keep to open cells and off the ice."""
    bearing, _, metres = WGS84.inv(*a.T, *b.T)
    count = np.maximum(np.ceil(metres / 1e3 / step_km), 1).astype(int)
    line = np.repeat(np.arange(len(a)), count)
    along = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)) * step_km * 1e3
    lon, lat, _ = WGS84.fwd(*a[line].T, bearing[line], np.minimum(along, metres[line]))
    limit = np.maximum(ICE, np.maximum(abs(a[:, 1]), abs(b[:, 1])))
    bad = ~chart.open(np.asarray(lon), np.asarray(lat)) | (abs(np.asarray(lat)) > limit[line] + RES)
    return np.asarray(np.bincount(line, bad, len(a)) == 0)


def visible(chart: Chart, a: Floats, b: Floats) -> Bools:
    """Tell the same, with a glance first that spares most of the work."""
    seen = np.ones(len(a), dtype=bool)
    for step in (GLANCE_KM, STEP_KM):
        left = np.flatnonzero(seen)
        size = max(1, int(CHUNK * step / LONGEST_KM))
        for some in (left[first : first + size] for first in range(0, len(left), size)):
            seen[some] = sees(chart, a[some], b[some], step)
    return seen


def rounds(km: Floats) -> Iterator[NDArray[np.int64]]:
    """Cut pairs into rounds by their length."""
    low = 0.0
    high = SHORTEST_KM
    while low < LONGEST_KM:
        inside = np.flatnonzero((km > low) & (km <= min(high, LONGEST_KM)))
        yield from (inside[part::PARTS] for part in range(PARTS))
        low, high = high, high * GROWTH


def far(net: Lanes, size: int, edges: dict[tuple[int, int], float], sources: Ints, limit: float) -> Floats:
    """Return the km between gates over the open lanes and the chords so far."""
    open_ = ~np.isin(net.passage, [net.passages.index(each) for each in SHUT])
    ends = np.concatenate([net.ends[open_], np.array(list(edges), dtype=np.int32).reshape(-1, 2)])
    km = np.concatenate([net.km[open_], list(edges.values())])
    graph = coo_array((km, ends.T), shape=(size, size)).tocsr()
    return np.asarray(dijkstra(graph, directed=False, indices=sources, limit=limit)[:, sources])


def chords(net: Lanes, gates: Sequence[LonLat], chart: Chart) -> list[tuple[LonLat, LonLat]]:
    """Return the chords, by the gates they join."""
    number = {net.at(node): node for node in range(len(net.lon))}
    for gate in gates:
        number.setdefault(gate, len(number))
    nodes = np.array([number[gate] for gate in gates])
    at = np.array([gate.lonlat for gate in gates])
    one, other = np.triu_indices(len(gates), 1)
    km = inverse(*at[one].T, *at[other].T)[0] / 1e3
    found: dict[tuple[int, int], float] = {}
    joined = []
    for pairs in rounds(km):
        now = far(net, len(number), found, nodes, (1 + SLACK) * float(km[pairs].max(initial=0.0)))
        long_way = pairs[now[one[pairs], other[pairs]] > (1 + SLACK) * km[pairs]]
        for each in long_way[visible(chart, at[one[long_way]], at[other[long_way]])].tolist():
            found[int(nodes[one[each]]), int(nodes[other[each]])] = float(km[each])
            joined.append((gates[one[each]], gates[other[each]]))
        print(len(found), "chords")
    return joined
