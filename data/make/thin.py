"""Thin a network: turn chains of nodes into edges with bends."""

from collections import defaultdict
from collections.abc import Mapping

from geo.measure import distance_km
from geo.model import LonLat
from geo.routes.coast import Way

__all__ = ["Network", "thinned"]

CHAIN_KM = 60.0  # an edge with bends is no longer, so that ports along it find its ends

# By node, by neighbour: km, passage, and the points between.
Network = dict[LonLat, dict[LonLat, tuple[float, str, tuple[LonLat, ...]]]]


def thinned(edges: Mapping[tuple[LonLat, LonLat], str], ways: Mapping[tuple[LonLat, LonLat], Way]) -> Network:
    """Return the network of some straight edges, with the passage of each, and of ways with bends, by their two nodes."""
    network: Network = defaultdict(dict)
    for (a, b), passage in edges.items():
        km = distance_km(a, b)
        network[a][b] = network[b][a] = (km, passage, ())
    for (a, b), way in ways.items():
        if a in network and b in network and (b not in network[a] or way.km < network[a][b][0]):
            bends = way.line[1:-1]
            network[a][b], network[b][a] = (way.km, "", bends), (way.km, "", bends[::-1])
    for node in sorted(network):
        if len(network[node]) == 2:
            _bend(network, node)
    return dict(network)


def _bend(network: Network, node: LonLat) -> None:
    """Make one edge of the two that meet at a node."""
    (a, (km_a, passage, to_a)), (b, (km_b, other, to_b)) = sorted(network[node].items())
    km, line = km_a + km_b, (*to_a[::-1], node, *to_b)
    if passage == other and b not in network[a] and km <= CHAIN_KM:
        network[a][b], network[b][a] = (km, passage, line), (km, passage, line[::-1])
        del network[a][node], network[b][node], network[node]
