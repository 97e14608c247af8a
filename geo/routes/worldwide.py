"""Route over the world's railways or highways, where the extra `dateline[rail]` is installed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.measure import distance_km, inverse
from geo.model import LonLat, Mode, Route
from geo.routes.mode import COAST_KM, Order, Stop

__all__ = ["over_network"]

Kind = Literal["world_railways", "world_highways"]

ACCESS_KM = 60.0
ACCESS_DETOUR = 1.3
BORDER_DEGREES = 0.15  # nodes on the border itself lie a little outside of a country's polygon
SOURCE = "© OpenStreetMap contributors (ODbL), by scgraph-data 2.0.0"
WHAT: dict[Kind, tuple[Mode, str]] = {
    "world_railways": ("rail", "the world's railways"),
    "world_highways": ("road", "the world's highways"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The largest connected part of a network: positions, and km between neighbours."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    matrix: Any


def over_network(a: Stop, b: Stop, order: Order, kind: Kind) -> Route | None:
    """Return a way over a network; `None` where it is not installed or does not reach both places.

    Within one country the way stays there, where it can: goods seldom cross a border twice to save some km.
    """
    net = _load(kind)
    if net is None:
        return None
    home, other = (each.country or order.borders.country_at(each.at, within_km=COAST_KM) for each in (a, b))
    if home and home == other and not order.within:
        inside = _routed(net, a, b, replace(order, within=home), kind)
        if inside:
            return inside
    return _routed(net, a, b, order, kind)


def _routed(net: Network, a: Stop, b: Stop, order: Order, kind: Kind) -> Route | None:
    open_ = np.flatnonzero(_open(net, order))
    ends = [_nearest(net, open_, each.at) for each in (a, b)]
    if max(km for _, km in ends) > ACCESS_KM:
        return None
    found = _way(net, open_, *(node for node, _ in ends))
    if found is None:
        return None
    km, nodes = found
    mode, what = WHAT[kind]
    access = [each * ACCESS_DETOUR for _, each in ends]
    line = (a.at, *(LonLat(float(net.lon[each]), float(net.lat[each])) for each in nodes), b.at)
    return Route(
        mode=mode,
        line=line,
        length_km=km + sum(access),
        method=f"shortest way over {what}" + (f", inside {order.within}" if order.within else ""),
        caveat=f"Shortest way over {what}; which one was taken is not known. "
        f"{a.name} and {b.name} are joined to it by {access[0]:,.0f} and {access[1]:,.0f} km drawn straight.",
        sources=(SOURCE,),
    )


@cache
def _load(kind: Kind) -> Network | None:
    from scipy.sparse import csr_array  # noqa: PLC0415  (scipy takes its time; few readings need this network)
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    try:
        data = import_module(f"scgraph_data.{kind}")
    except ImportError:
        return None
    lat, lon = np.array(data.nodes, dtype=float).T
    rows = np.repeat(np.arange(len(data.graph)), [len(each) for each in data.graph])
    columns = np.fromiter((node for each in data.graph for node in each), dtype=np.int64)
    km = np.fromiter((km for each in data.graph for km in each.values()), dtype=float)
    # The rounded lengths of short pieces are 0, which a sparse matrix would take for no link.
    matrix = csr_array((np.maximum(km, 1e-3), (rows, columns)), shape=(len(lon), len(lon)))
    _, part = connected_components(matrix, directed=False)
    kept = np.flatnonzero(part == np.argmax(np.bincount(part)))
    return Network(lon[kept], lat[kept], matrix[kept][:, kept])


def _open(net: Network, order: Order) -> NDArray[np.bool_]:
    """Tell which nodes may be used."""
    open_ = np.ones(len(net.lon), dtype=bool)
    if order.within:
        open_ &= _inside(net, order.borders.polygon(order.within).buffer(BORDER_DEGREES))
    for each in order.avoid:
        open_ &= ~_inside(net, order.borders.polygon(each))
    return open_


def _inside(net: Network, area: Any) -> NDArray[np.bool_]:  # noqa: ANN401  (shapely ships no types)
    shapely.prepare(area)
    return np.asarray(shapely.contains_xy(area, net.lon, net.lat))


def _nearest(net: Network, open_: NDArray[np.int64], at: LonLat) -> tuple[int, float]:
    metres, _ = inverse(at.lon, at.lat, net.lon[open_], net.lat[open_])
    best = int(np.argmin(metres)) if len(metres) else -1
    return best, float(metres[best]) / 1e3 if best >= 0 else np.inf


def _way(net: Network, open_: NDArray[np.int64], start: int, end: int) -> tuple[float, Sequence[int]] | None:
    """Return km and nodes of the shortest way among the open nodes."""
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    matrix = net.matrix if len(open_) == len(net.lon) else net.matrix[open_][:, open_]
    far, before = dijkstra(matrix, directed=False, indices=start, return_predecessors=True)
    if not np.isfinite(far[end]):
        return None
    path = [end]
    while path[-1] != start:
        path.append(int(before[path[-1]]))
    nodes = [int(open_[each]) for each in reversed(path)]
    drawn = sum(
        distance_km(
            LonLat(float(net.lon[a]), float(net.lat[a])), LonLat(float(net.lon[b]), float(net.lat[b]))
        )
        for a, b in pairwise(nodes)
    )
    return max(float(far[end]), drawn), nodes
