"""Write geo/routes/data/lanes.npz: the sea lanes of the package searoute as plain arrays."""

from importlib.resources import files
from pathlib import Path

import numpy as np
from pyproj import Geod
from searoute.data.marnet_dict import edge_list

TARGET = Path(__file__).parents[2] / "geo" / "routes" / "data" / "lanes.npz"
WGS84 = Geod(ellps="WGS84")
DIGITS = 5


def place(node: tuple[float, float]) -> tuple[float, float]:
    """Bring a node to -180 <= longitude < 180, so that both sides of the antimeridian are one."""
    return round((node[0] + 180.0) % 360.0 - 180.0, DIGITS), round(node[1], DIGITS)


def edges() -> dict[tuple[tuple[float, float], tuple[float, float]], str]:
    """Return the tag of every edge; the network's construction lines along the antimeridian are left out."""
    found = {}
    for node, others in edge_list.items():
        for other, facts in others.items():
            one, two = sorted((place(node), place(other)))
            tag = facts.get("passage") or ""
            if one != two and not tag.startswith("segment"):
                found[one, two] = "" if tag == "pacific_ocean" else tag
    return dict(sorted(found.items()))


def main() -> None:
    """Write the arrays."""
    tags = edges()
    nodes = {node: index for index, node in enumerate(sorted({node for edge in tags for node in edge}))}
    names = sorted(set(tags.values()))
    at = np.array(list(nodes))
    ends = np.array([[nodes[a], nodes[b]] for a, b in tags], dtype=np.int32)
    km = WGS84.inv(*at[ends[:, 0]].T, *at[ends[:, 1]].T)[2] / 1e3
    np.savez_compressed(
        TARGET,
        nodes=np.round(at * 10**DIGITS).astype(np.int32),
        ends=ends,
        km=km.astype(np.float32),
        passage=np.array([names.index(tag) for tag in tags.values()], dtype=np.int8),
        passages=np.array(names),
    )
    print(len(nodes), "nodes", len(tags), "edges", names, TARGET.stat().st_size, files("searoute"))


if __name__ == "__main__":
    main()
