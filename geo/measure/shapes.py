"""Measure polygons: area, distance to a point, distance between two shapes."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from geo.errors import InputError
from geo.measure.boundary import Boundary, Foot
from geo.measure.geodesic import WGS84, positions
from geo.measure.pieces import Edges, Floats, degrees
from geo.model import LonLat

__all__ = ["Region", "apart", "area_km2"]

STEP_DEGREES = 0.02
EDGE_DEGREES = 0.05  # edges are cut to this before an area is taken, as geodesics bulge away from them


def area_km2(geometry: shapely.Geometry) -> float:
    """Return the area on the ellipsoid of polygons with edges straight in longitude and latitude; else 0.

    >>> round(area_km2(shapely.box(0, 0, 1, 1)), 2)
    12308.46
    """
    polygons = [each for each in degrees(geometry) if each.geom_type == "Polygon"]
    return sum(map(_area_m2, polygons)) / 1e6


def _area_m2(polygon: Any) -> float:  # noqa: ANN401  (shapely has no types)
    """Return the area of the outer ring without those of the inner ones."""
    west, _, east, _ = polygon.bounds
    if east - west > 180:  # a ring around the globe has no inside of its own
        strips = (shapely.box(lon, -90, lon + 90, 90) for lon in np.arange(west, east, 90.0))
        return sum(_area_m2(part) for strip in strips for part in _pieces(polygon, strip))
    shell, *holes = (_ring_m2(each) for each in shapely.get_rings(polygon))
    return float(shell - sum(holes))


def _pieces(polygon: Any, strip: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the polygons of what two polygons share."""
    shared = shapely.get_parts(shapely.intersection(polygon, strip))
    return (part for part in shared if part.geom_type == "Polygon")


def _ring_m2(ring: Any) -> float:  # noqa: ANN401
    """Return the area a ring encloses."""
    fine = shapely.get_coordinates(shapely.segmentize(ring, EDGE_DEGREES))
    return abs(float(WGS84.polygon_area_perimeter(*fine.T.copy())[0]))


class Region:
    """A shape with an inside: 0 km from all points in it.

    Parameters
    ----------
    geometry
        A valid polygon or several, in degrees; longitudes may run over 180 (0..360).
    edges
        As for `Boundary`; whether a point is inside is always judged with straight lon/lat edges.

    Examples
    --------
    >>> square = Region(shapely.box(0, 0, 1, 1))
    >>> square.distance([0.5, 2], 0).round(3).tolist()
    [0.0, 111319.491]
    """

    __slots__ = ("boundary", "geometry")

    def __init__(self, geometry: shapely.Geometry, edges: Edges = "lonlat") -> None:
        self.boundary = Boundary(geometry, edges)
        self.geometry = _valid(geometry)
        shapely.prepare(geometry)

    def covers(self, lon: ArrayLike, lat: ArrayLike) -> NDArray[np.bool_]:
        """Tell which points lie in the region or on its boundary."""
        lon, lat = positions(lon, lat)
        inside = np.zeros(lon.shape, dtype=bool)
        west, _, east, _ = self.geometry.bounds
        lon = (lon + 180.0) % 360.0 - 180.0
        for turn in (-360.0, 0.0, 360.0):
            if west <= 180.0 + turn and east >= -180.0 + turn:
                inside |= shapely.intersects_xy(self.geometry, lon + turn, lat)
        return inside

    def distance(self, lon: ArrayLike, lat: ArrayLike) -> Floats:
        """Return the metres from each point to the region, 0 in it."""
        outside = ~self.covers(lon, lat)
        lon, lat = positions(lon, lat)
        metres = np.zeros(lon.shape)
        metres[outside] = self.boundary.distance(lon[outside], lat[outside])
        return metres

    def foot(self, at: LonLat) -> Foot:
        """Return the nearest point of the region to one point: that point itself, at 0 km, if it is inside."""
        if self.covers(*at.lonlat):
            return Foot(0.0, at, 0.0, 0)
        return self.boundary.foot(at)


def apart(a: shapely.Geometry, b: shapely.Geometry) -> tuple[float, LonLat, LonLat]:
    """Return the km between two shapes (0 where they touch), and the points, of `a` and `b`, that are so near.

    The nearest two points are sought from the vertices of each to the lines of the other, with edges cut to
    `STEP_DEGREES`: two edges that do not cross are nearest at an end of one of them, but for bulges of
    centimetres.

    >>> km, here, there = apart(shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1))
    >>> round(km, 3)
    111.303
    """
    for turn in (0.0, 360.0, -360.0):
        shared = shapely.intersection(_valid(a), _turned(_valid(b), turn))
        if not shared.is_empty:
            point = _position(*shapely.get_coordinates(shared.representative_point())[0].tolist())
            return 0.0, point, point
    (m, here, there), (n, back, forth) = _from_vertices(a, b), _from_vertices(b, a)
    return (m / 1000.0, here, there) if m <= n else (n / 1000.0, forth, back)


def _valid(geometry: Any) -> Any:  # noqa: ANN401
    """Return a geometry unless it is invalid."""
    if geometry.is_valid:
        return geometry
    reason = shapely.is_valid_reason(geometry)
    raise InputError(f"invalid {geometry.geom_type}: {reason}; repair it with shapely.make_valid")


def _turned(geometry: Any, degrees_east: float) -> Any:  # noqa: ANN401
    """Return a geometry with its longitudes shifted."""
    return shapely.transform(geometry, lambda points: points + np.array([degrees_east, 0.0]))


def _position(lon: float, lat: float) -> LonLat:
    """Return a position whose longitude may have been over 180."""
    return LonLat((lon + 180.0) % 360.0 - 180.0, lat)


def _from_vertices(a: shapely.Geometry, b: shapely.Geometry) -> tuple[float, LonLat, LonLat]:
    """Return the least metres from a vertex of `a` to `b`, and the two points."""
    lon, lat = shapely.get_coordinates(shapely.segmentize(a, STEP_DEGREES)).T.copy()
    near = Boundary(b).nearest(lon, lat)
    best = int(near.metres.argmin())
    return (
        float(near.metres[best]),
        _position(float(lon[best]), float(lat[best])),
        _position(float(near.lon[best]), float(near.lat[best])),
    )
