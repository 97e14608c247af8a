"""Write geo/routes/data: the network of sea lanes, and the ways to it from the ports of the world.

Run ``PYTHONPATH=.:data/make python data/make/network.py``; it takes some half an hour.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from approaches import repaired, surveyed, whole, write as write_ports
from chords import chords
from gates import Chart, gates
from lanes import connected, lanes
from ports import ports
from thin import Network, thinned

from geo.measure import distance_km
from geo.model import LonLat
from geo.routes import lanes as stored
from geo.routes.lanes import Lanes
from geo.routes.shore import Shore
from geo.world import borders

TARGET = Path(__file__).parents[2] / "geo" / "routes" / "data" / "lanes.npz"

Edges = Mapping[tuple[LonLat, LonLat], str]


def network(edges: Edges) -> Lanes:
    """Return straight edges as a network."""
    number = {node: each for each, node in enumerate(sorted({node for edge in edges for node in edge}))}
    names = ("", *sorted(set(edges.values()) - {""}))
    lon, lat = np.array([node.lonlat for node in number]).T
    return Lanes(
        lon,
        lat,
        np.array([[number[a], number[b]] for a, b in edges], dtype=np.int32),
        np.array([distance_km(a, b) for a, b in edges]),
        np.array([names.index(tag) for tag in edges.values()], dtype=np.int8),
        names,
        {},
        {},
    )


def write(net: Network) -> None:
    """Write the arrays that `geo.routes.lanes` reads."""
    number = {node: each for each, node in enumerate(sorted(net))}
    edges = [(a, b, *net[a][b]) for a in number for b in sorted(net[a]) if a < b]
    names = ["", *sorted({passage for _, _, _, passage, _ in edges} - {""})]
    np.savez_compressed(
        TARGET,
        nodes=whole(number),
        ends=np.array([[number[a], number[b]] for a, b, *_ in edges], dtype=np.int32),
        km=np.array([km for _, _, km, _, _ in edges], dtype=np.float32),
        passage=np.array([names.index(passage) for _, _, _, passage, _ in edges], dtype=np.int8),
        passages=np.array(names),
        bend_count=np.array([len(line) for *_, line in edges], dtype=np.uint16),
        bends=whole(at for *_, line in edges for at in line),
    )
    print(len(number), "nodes,", len(edges), "edges,", TARGET.stat().st_size, "bytes,", *names)


def main() -> None:
    """Make both files."""
    land = borders.load().land()
    edges = lanes(Shore.of(land))
    shore = Shore.of(land, passable=False)
    net, chart = network(edges), Chart(shore)
    chosen = gates(shore, net, ports(), chart)
    edges = {(min(chord), max(chord)): "" for chord in chords(net, chosen, chart)} | edges
    edges = connected(dict(sorted(edges.items())))
    net = network(edges)
    known = {*map(net.at, range(len(net.lon)))}
    write(thinned(edges, repaired(shore, net, sorted(known.intersection(chosen)))))
    write_ports(surveyed(shore, stored.load(), ports()))


if __name__ == "__main__":
    main()
