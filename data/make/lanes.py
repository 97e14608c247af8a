"""Mend the sea lanes of the package searoute where they cross land.

A node on land moves to the nearest open water; a lane over
land is led round it by `geo.routes.coast`; one that cannot be led round is a river, a lake or an inland canal and is
left out. The canals of Suez and Panama stay as they are. What it found is printed.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from searoute.data.marnet_dict import edge_list

from geo.measure import distance_km
from geo.model import LonLat
from geo.routes.coast import way
from geo.routes.harbour import Port, open_water
from geo.routes.shore import Shore
from geo.routes.taut import FINE_KM

DIGITS = 5
ROUND_KM = 40.0  # how much longer a lane round land may be: this, and
ROUND = 1.6  # so many times
FLOAT_KM = 2.0  # a node's cell of water is no farther off

PASSAGES = {
    "babalmandab",
    "bering",
    "bosporus",
    "chili",
    "dardanelles",
    "gibraltar",
    "malacca",
    "ormuz",
}
PASSAGES |= {"south_africa", "sunda", "suez", "panama"}
# Own readings of public maps (lat, lon), from sea to sea; they replace the network's few points.
CANALS = {
    "suez": "31.33637 32.35988, 31.29 32.34, 31.21 32.31, 30.85 32.32, 30.59 32.31, 30.42 32.36, 30.33 32.38, 30.22 32.55,"
    " 30.06 32.57, 29.92 32.55, 29.70 32.60",
    "panama": "9.75 -80.00, 9.39 -79.92, 9.27 -79.92, 9.20 -79.91, 9.17 -79.83, 9.12 -79.80, 9.12 -79.71, 9.06 -79.65,"
    " 9.00 -79.59, 8.94 -79.56, 8.79658 -79.49412",
    "kiel": "53.87432 9.04194, 53.886 9.13, 53.92 9.17, 53.97 9.24, 54.06 9.31, 54.14 9.32, 54.21 9.42, 54.26 9.56,"
    " 54.28 9.66, 54.33 9.77, 54.36 9.87, 54.35 9.98, 54.37 10.13, 54.372 10.16, 54.42 10.19, 54.45407 10.31067",
}
ISTHMUSES = ((32.0, 29.95, 33.0, 31.30), (-80.0, 8.92, -79.4, 9.30), (9.08, 53.88, 10.25, 54.44))
VILKITSKY = {LonLat(100.54688, 77.65535), LonLat(105.73242, 77.98905)}

__all__ = ["connected", "lanes"]

Edge = tuple[LonLat, LonLat, str]


def place(node: tuple[float, float]) -> LonLat:
    """Bring a node to -180 <= longitude < 180, so that both sides of the antimeridian are one."""
    return LonLat(round((node[0] + 180.0) % 360.0 - 180.0, DIGITS), round(node[1], DIGITS))


def edges() -> dict[tuple[LonLat, LonLat], str]:
    """Return the tag of every edge; the network's construction lines along the antimeridian are left out."""
    found = {}
    for node, others in edge_list.items():
        for other, facts in others.items():
            one, two = sorted((place(node), place(other)))
            tag = facts.get("passage") or ""
            if one != two and not tag.startswith("segment"):
                found[one, two] = arctic(one, two, tag)
    found = {edge: tag for edge, tag in found.items() if not any(dug(node) for node in edge)}
    for tag, text in CANALS.items():
        points = [LonLat(float(lon), float(lat)) for lat, lon in (each.split() for each in text.split(", "))]
        found |= {(min(edge), max(edge)): tag for edge in pairwise(points)}
    return dict(sorted(found.items()))


def dug(node: LonLat) -> bool:
    """Tell whether a node lies on the land that a canal cuts."""
    return any(west < node.lon < east and south < node.lat < north for west, south, east, north in ISTHMUSES)


def arctic(a: LonLat, b: LonLat, tag: str) -> str:
    """Tell the two Arctic passages apart: searoute tags Chukotka, which both share, and not the straits of Siberia."""
    if {a, b} == VILKITSKY:
        return "northeast"
    american = tag == "northwest" and -120.0 < a.lon < -60.0
    return tag if tag in PASSAGES or american else ""


def floated(shore: Shore, tags: dict[tuple[LonLat, LonLat], str]) -> dict[LonLat, LonLat]:
    """Tell where each node goes: nodes of canals stay, those on land move to water."""
    nodes = sorted({node for edge in tags for node in edge})
    return {node: node if dug(node) else open_water(shore, node) or node for node in nodes}


def mended(shore: Shore, tags: dict[tuple[LonLat, LonLat], str]) -> Iterator[Edge]:
    """Yield the edges, those over land led round it."""
    moved = floated(shore, tags)
    print(sum(a != b for a, b in moved.items()), "nodes moved")
    for (a, b), tag in tags.items():
        one, two = moved[a], moved[b]
        if (dug(a) or dug(b)) or (shore.free((one, two)) and shore.free((one, two), FINE_KM)):
            yield one, two, tag
        else:
            found = way(shore, Port(one, 0.0), Port(two, 0.0)) if one != two else None
            if (
                found
                and found.km <= ROUND * distance_km(one, two) + ROUND_KM
                and max(found.harbours_km) < FLOAT_KM
            ):
                yield from ((*each, tag) for each in pairwise(found.line))
            elif one != two:
                print("left out", tag, one.latlon, two.latlon, round(distance_km(one, two)), "km")


def connected(found: dict[tuple[LonLat, LonLat], str]) -> dict[tuple[LonLat, LonLat], str]:
    """Keep the largest connected part; the others are bits of rivers."""
    nodes = {node: index for index, node in enumerate(sorted({node for edge in found for node in edge}))}
    a, b = ([nodes[edge[side]] for edge in found] for side in (0, 1))
    graph = coo_array((np.ones(len(a)), (a, b)), shape=(len(nodes), len(nodes)))
    _, part = connected_components(graph, directed=False)
    large = np.argmax(np.bincount(part))
    return {edge: tag for edge, tag in found.items() if part[nodes[edge[0]]] == large}


def lanes(shore: Shore) -> dict[tuple[LonLat, LonLat], str]:
    """Return the lanes by their two ends, with the passage they belong to ("" for most)."""
    found: dict[tuple[LonLat, LonLat], str] = {}
    for a, b, tag in mended(shore, edges()):
        one, two = sorted((place(a.lonlat), place(b.lonlat)))
        if one != two:
            found.setdefault((one, two), tag)
    return connected(dict(sorted(found.items())))
