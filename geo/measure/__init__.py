"""Measure on the WGS84 ellipsoid: points, lines, borders and regions, exact to the millimetre.

=============  ==================================================================
`geodesic`     points: distance, azimuth, destination, ring, line, densified line
`boundary`     `Boundary`: any line, measured to from many points; `Boundaries`: many lines, from one
`shapes`       `Region`: polygons, with their areas and the distances between them
=============  ==================================================================

`pieces`, `blocks` and `feet` are how `Boundary` works: cut, leave out, walk; see docs/geodesy.md.
"""

from geo.measure.boundary import Boundaries, Boundary, Foot, Nearest
from geo.measure.geodesic import (
    azimuth,
    densify,
    destination,
    distance_km,
    inverse,
    line_km,
    midpoint,
    ring,
)
from geo.measure.shapes import Region, apart, area_km2

__all__ = [
    "Boundaries",
    "Boundary",
    "Foot",
    "Nearest",
    "Region",
    "apart",
    "area_km2",
    "azimuth",
    "densify",
    "destination",
    "distance_km",
    "inverse",
    "line_km",
    "midpoint",
    "ring",
]
