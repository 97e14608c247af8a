"""List the ports of the world: those of the World Port Index, and those that the package searoute adds."""

from collections import defaultdict
from math import cos, floor, radians

from searoute.data.ports_dict import node_list

from geo.measure import distance_km
from geo.model import LonLat
from geo.world import sources

__all__ = ["ports"]

APART_KM = 1.5  # one of two nearer ports will do for both
CELL = 0.02  # degrees


def ports() -> list[LonLat]:
    """Return where they are, in a fixed order; some lie far inland."""
    index = [row.place.at for row in sources.ports()]
    more = sorted({LonLat(float(lon), float(lat)) for lon, lat in node_list})
    kept: dict[tuple[int, int], list[LonLat]] = defaultdict(list)
    found = []
    for at in [*sorted(set(index)), *more]:
        row, column, wide = (
            floor(at.lat / CELL),
            floor(at.lon / CELL),
            1 + floor(1 / cos(radians(min(abs(at.lat), 80.0)))),
        )
        about = (
            other
            for up in (-1, 0, 1)
            for right in range(-wide, wide + 1)
            for other in kept.get((row + up, column + right), ())
        )
        if all(distance_km(at, other) >= APART_KM for other in about):
            kept[row, column].append(at)
            found.append(at)
    return found
