"""Add to geo/routes/data/lanes.npz straight lines over open water, so that ways are no longer than they must be.

Run ``python data/make/chords.py`` after lanes.py; it takes some minutes. searoute's lanes zigzag between few points:
Pisco to Salina Cruz comes out 13 % too long. Between gates, nodes of the lanes that lie apart in open water, a line
is added wherever two see each other and the network's way is longer than the geodesic by more than `SLACK`: short
lines first, so that few are needed (a greedy spanner). No line comes near land, crosses a strait or canal that a
route may be asked to avoid, or leads farther into the ice than its ends are.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from lanes import write
from numpy.typing import NDArray
from pyproj import Geod
from scipy.ndimage import binary_dilation
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from geo.routes import lanes
from geo.routes.lanes import Lanes
from geo.routes.passages import SHUT
from geo.world import borders

RES = 0.05  # degrees of a cell; land, and the cells beside it, are closed to chords
APART_KM = 110.0
SLACK = 0.01
GROWTH = 1.5  # chords are added by length, each round's up to so many times those of the one before
SHORTEST_KM, LONGEST_KM = 90.0, 6_000.0
PARTS = 3  # of a round, so that what one adds spares the next
STEP_KM = 4.0
GLANCE_KM = 64.0
CHUNK = 2_000_000  # positions tested at a time
ICE = 58.0  # degrees of latitude; nearer the poles chords keep to the latitudes of their ends
GEOD = Geod(ellps="WGS84")

# Lines across straits, which only the lanes themselves may cross: west, south, east, north.
BARS = {
    "bering": (-171.0, 65.8, -167.0, 65.8),
    "chili": (-69.5, -75.0, -69.5, -52.0),
    "south_africa": (20.0, -75.0, 20.0, -34.0),
    "ormuz": (56.4, 26.2, 56.7, 27.3),
    "malacca": (99.3, 2.7, 101.2, 4.6),
    "babalmandab": (43.2, 12.2, 43.7, 12.9),
    "gibraltar": (-5.6, 35.7, -5.6, 36.2),
    "sunda": (105.5, -5.7, 106.2, -6.2),
    "northeast": (103.0, 77.0, 103.0, 79.0),
    "northwest": (-90.0, 72.0, -90.0, 76.0),
}

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


def cells(lon: Floats, lat: Floats) -> tuple[Ints, Ints]:
    """Return rows and columns of positions."""
    row = np.clip(((lat + 90.0) / RES).astype(np.int64), 0, round(180.0 / RES) - 1)
    return row, ((lon + 180.0) / RES).astype(np.int64) % round(360.0 / RES)


def closed(land: Any) -> Bools:  # noqa: ANN401  (shapely ships no types)
    """Return the cells that chords must not touch: those at the coast, those beside them, and the bars."""
    grid = np.zeros((round(180.0 / RES), round(360.0 / RES)), dtype=bool)
    bars = [shapely.LineString([each[:2], each[2:]]) for each in BARS.values()]
    for lines in (shapely.boundary(land), shapely.multilinestrings(bars)):
        grid[cells(*shapely.get_coordinates(shapely.segmentize(lines, RES / 3)).T)] = True
    return np.asarray(binary_dilation(grid, structure=np.ones((3, 3))))


def gates(net: Lanes, shut: Bools) -> Ints:
    """Choose nodes of the lanes in open water, each some way from the others."""
    kept: list[int] = []
    for node in np.flatnonzero(~shut[cells(net.lon, net.lat)]).tolist():
        lon, lat = net.lon[kept], net.lat[kept]
        away = np.hypot((lon - net.lon[node]) * np.cos(np.radians(lat)), lat - net.lat[node]) * 111.2
        if not (away < APART_KM).any():
            kept.append(node)
    return np.array(kept)


def sees(shut: Bools, a: Floats, b: Floats, step_km: float) -> Bools:
    """Tell whether geodesics (lon, lat of their ends, one a row) keep to open cells and off the ice."""
    bearing, _, metres = GEOD.inv(*a.T, *b.T)
    count = np.maximum(np.ceil(metres / 1e3 / step_km), 1).astype(int)
    line = np.repeat(np.arange(len(a)), count)
    along = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)) * step_km * 1e3
    lon, lat, _ = GEOD.fwd(*a[line].T, bearing[line], np.minimum(along, metres[line]))
    limit = np.maximum(ICE, np.maximum(abs(a[:, 1]), abs(b[:, 1])))
    bad = shut[cells(np.asarray(lon), np.asarray(lat))] | (abs(np.asarray(lat)) > limit[line] + RES)
    return np.asarray(np.bincount(line, bad, len(a)) == 0)


def visible(shut: Bools, a: Floats, b: Floats) -> Bools:
    """Tell the same, with a glance first that spares most of the work."""
    seen = np.ones(len(a), dtype=bool)
    for step in (GLANCE_KM, STEP_KM):
        left = np.flatnonzero(seen)
        size = max(1, int(CHUNK * step / LONGEST_KM))
        for some in (left[first : first + size] for first in range(0, len(left), size)):
            seen[some] = sees(shut, a[some], b[some], step)
    return seen


def rounds(km: Floats) -> Iterator[NDArray[np.int64]]:
    """Cut pairs into rounds by their length."""
    low = 0.0
    high = SHORTEST_KM
    while low < LONGEST_KM:
        inside = np.flatnonzero((km > low) & (km <= min(high, LONGEST_KM)))
        yield from (inside[part::PARTS] for part in range(PARTS))
        low, high = high, high * GROWTH


def far(net: Lanes, edges: dict[tuple[int, int], float], sources: Ints, limit: float) -> Floats:
    """Return the km between gates over the open lanes and the chords so far."""
    open_ = ~np.isin(net.passage, [net.passages.index(each) for each in SHUT])
    ends = np.concatenate([net.ends[open_], np.array(list(edges), dtype=np.int32).reshape(-1, 2)])
    km = np.concatenate([net.km[open_], list(edges.values())])
    graph = coo_array((km, ends.T), shape=(len(net.lon), len(net.lon))).tocsr()
    return np.asarray(dijkstra(graph, directed=False, indices=sources, limit=limit)[:, sources])


def chords(net: Lanes, shut: Bools) -> dict[tuple[int, int], float]:
    """Return the chords, by the nodes they join, with their km."""
    nodes = gates(net, shut)
    at = np.column_stack([net.lon, net.lat])[nodes]
    one, other = np.triu_indices(len(nodes), 1)
    *_, metres = GEOD.inv(*at[one].T, *at[other].T)
    km = metres / 1e3
    print(len(nodes), "gates")
    found: dict[tuple[int, int], float] = {}
    for pairs in rounds(km):
        now = far(net, found, nodes, (1 + SLACK) * float(km[pairs].max(initial=0.0)))
        long_way = pairs[now[one[pairs], other[pairs]] > (1 + SLACK) * km[pairs]]
        seen = long_way[visible(shut, at[one[long_way]], at[other[long_way]])]
        found |= {(int(nodes[one[each]]), int(nodes[other[each]])): float(km[each]) for each in seen}
        print(len(found), "chords")
    return found


def main() -> None:
    """Add the chords to the file."""
    net = lanes.load()
    edges = {}
    for (a, b), tag in zip(net.ends.tolist(), net.passage.tolist(), strict=True):
        edges[min(net.at(a), net.at(b)), max(net.at(a), net.at(b))] = net.passages[tag]
    for a, b in chords(net, closed(borders.load().land())):
        edges.setdefault((min(net.at(a), net.at(b)), max(net.at(a), net.at(b))), "")
    write(dict(sorted(edges.items())))


if __name__ == "__main__":
    main()
