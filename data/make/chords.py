"""Add to geo/routes/data/lanes.npz the straight lines that cut the corners of the lanes.

Run ``python data/make/chords.py`` after lanes.py; it takes some minutes. searoute's lanes zigzag between few points:
Cape Town to Durban comes out 10 % too long. Between ports drawn with a fixed seed the shortest way is pulled tight over
open water, and every line that saves some km becomes a lane of its own. No such line crosses land, takes the place
of a strait or canal, or leads farther into the ice than the lanes do.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from lanes import FLOAT_KM, place, write
from searoute.data.ports_dict import node_list

from geo.measure import densify, distance_km, line_km
from geo.model import LonLat
from geo.routes import lanes
from geo.routes.coast import FINE_KM, Port, way
from geo.routes.lanes import Lanes
from geo.routes.passages import SHUT
from geo.routes.shore import Shore
from geo.world import borders

PAIRS = 700
COASTS = 260  # pairs of ports looked at for the way along the coast
COAST_KM = (250.0, 1700.0)
COAST_GAIN = 0.985
LONGEST_KM = 4500.0
ICE = 58.0  # degrees of latitude; nearer the poles chords keep to the latitudes of the lanes
GAIN_KM = 0.5


def ways(net: Lanes) -> Iterator[tuple[int, ...]]:
    """Yield the lanes between ports drawn at random."""
    ports = sorted({(float(lon), float(lat)) for lon, lat in node_list})
    draw = random.Random(20260101)  # noqa: S311  (any fixed draw will do)
    for _ in range(PAIRS):
        ends = draw.sample(ports, 2)
        a, b = (int(np.argmin(np.hypot(net.lon - lon, net.lat - lat))) for lon, lat in ends)
        found = net.way({a: 0.0}, {b: 0.0}, set(SHUT)) if a != b else None
        if found:
            yield found[1]


def coasting(net: Lanes, shore: Shore) -> Iterator[tuple[LonLat, LonLat]]:
    """Yield the legs of ways along the coast that are clearly shorter than the lanes, as round southern Africa."""
    ports = sorted({(float(lon), float(lat)) for lon, lat in node_list})
    draw = random.Random(20260102)  # noqa: S311
    for _ in range(COASTS):
        lon, lat = draw.choice(ports)
        near = sorted(ports, key=lambda port: np.hypot(port[0] - lon, port[1] - lat))
        ends = (lon, lat), near[draw.randrange(20, 400)]
        a, b = (int(np.argmin(np.hypot(net.lon - lon, net.lat - lat))) for lon, lat in ends)
        if not COAST_KM[0] < distance_km(net.at(a), net.at(b)) < COAST_KM[1]:
            continue
        lane = net.way({a: 0.0}, {b: 0.0}, set(SHUT))
        if lane is None or any(edge in net.tagged for edge in pairwise(lane[1])):
            continue
        if distance_km(net.at(a), net.at(b)) > COAST_GAIN * lane[0]:
            continue
        found = way(shore, Port(net.at(a), 0.0), Port(net.at(b), 0.0))
        if found and found.km < COAST_GAIN * lane[0] and max(found.harbours_km) < FLOAT_KM:
            yield from pairwise(found.line)


def open_stretches(net: Lanes, taken: Sequence[int]) -> Iterator[list[LonLat]]:
    """Cut a way where it takes a strait or canal."""
    stretch = [net.at(taken[0])]
    for a, b in pairwise(taken):
        if (a, b) in net.tagged:
            yield stretch
            stretch = []
        stretch.append(net.at(b))
    yield stretch


def chord(shore: Shore, points: Sequence[LonLat]) -> bool:
    """Tell whether a straight line may stand for a stretch of lanes."""
    a, b = points[0], points[-1]
    if distance_km(a, b) > LONGEST_KM:
        return False
    limit = max(ICE, *(abs(each.lat) for each in points))
    return max(abs(each.lat) for each in densify((a, b))) <= limit and shore.free((a, b))


def pulled(shore: Shore, points: list[LonLat]) -> Iterator[tuple[LonLat, LonLat]]:
    """Yield the chords of a stretch: from each point to the farthest that it can see."""
    here, last = 0, len(points) - 1
    while here < last:
        step = 1
        while here + 2 * step <= last and chord(shore, points[here : here + 2 * step + 1]):
            step *= 2
        low, high = here + step, min(here + 2 * step, last + 1)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if chord(shore, points[here : middle + 1]) else (low, middle)
        saved = line_km(points[here : low + 1]) - distance_km(points[here], points[low])
        if saved > GAIN_KM and shore.free((points[here], points[low]), FINE_KM):
            yield points[here], points[low]
        here = low


def edges_of(net: Lanes) -> dict[tuple[LonLat, LonLat], str]:
    """Return the edges of a network with their tags."""
    found = {}
    for (a, b), tag in zip(net.ends.tolist(), net.passage.tolist(), strict=True):
        one, two = sorted((net.at(a), net.at(b)))
        found[one, two] = net.passages[tag]
    return found


def main() -> None:
    """Add the chords to the file, those along the coasts first."""
    shore = Shore.of(borders.load().land())
    net = lanes.load()
    edges = edges_of(net)
    for a, b in coasting(net, shore):
        one, two = sorted((place(a.lonlat), place(b.lonlat)))
        if one != two:
            edges.setdefault((one, two), "")
    print(len(edges) - len(net.ends), "legs along coasts")
    write(dict(sorted(edges.items())))
    lanes.load.cache_clear()
    net = lanes.load()
    edges = edges_of(net)
    for taken in ways(net):
        for stretch in open_stretches(net, taken):
            # From either side, as the corners seen from the two are not the same.
            for points in (stretch, stretch[::-1]):
                for a, b in pulled(shore, points):
                    edges.setdefault((min(a, b), max(a, b)), "")
    print(len(edges) - len(net.ends), "chords")
    write(dict(sorted(edges.items())))


if __name__ == "__main__":
    main()
