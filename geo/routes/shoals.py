"""Name the shoals and narrows that maps of land show as open water, and that no ship of size passes.

Positions are own readings of public maps; they close the gap from shore to shore.
"""

from collections.abc import Iterable, Sequence

import shapely

__all__ = ["SHOALS", "strips"]

WIDE = 0.01  # degrees

# Longitude and latitude from end to end.
SHOALS: dict[str, tuple[tuple[float, float], ...]] = {
    "Adam's Bridge": ((79.05, 9.28), (79.45, 9.15), (79.75, 9.08), (80.05, 8.93)),
    "flats off Terschelling": ((5.37, 53.40), (5.45, 53.20)),
    "flats off Ameland": ((5.77, 53.46), (5.80, 53.35)),
    "flats off Schiermonnikoog": ((6.18, 53.50), (6.20, 53.36)),
    "flats off Rottum": ((6.50, 53.56), (6.55, 53.40)),
    "flats off Juist": ((7.00, 53.68), (7.05, 53.50)),
    "flats off Norderney": ((7.20, 53.72), (7.25, 53.63)),
    "flats off Baltrum": ((7.40, 53.73), (7.42, 53.64)),
    "flats off Langeoog": ((7.55, 53.76), (7.55, 53.65)),
    "flats off Spiekeroog": ((7.70, 53.78), (7.70, 53.67)),
    "flats off Wangerooge": ((7.90, 53.79), (7.95, 53.68)),
    "Noryang Strait": ((127.87, 34.97), (127.87, 34.90)),
    "Gyeonnae Strait": ((128.44, 34.87), (128.52, 34.87)),
}


def strips(lines: Iterable[Sequence[tuple[float, float]]]) -> tuple[shapely.Polygon, ...]:
    """Return lines as narrow strips of land."""
    return tuple(shapely.LineString(line).buffer(WIDE, cap_style="flat") for line in lines)
