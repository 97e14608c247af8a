"""Measure between points on the WGS84 ellipsoid: distances, azimuths, destinations, rings, lines.

Everything rests on Karney's solution of the geodesic problem (as PROJ ships it), which is good to about
15 nanometres for any two points, antipodes included. Lengths are km, azimuths degrees clockwise from north.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod

from geo.errors import InputError
from geo.model import LonLat

__all__ = [
    "WGS84",
    "azimuth",
    "densify",
    "destination",
    "distance_km",
    "inverse",
    "line_km",
    "midpoint",
    "positions",
    "ring",
]

WGS84 = Geod(ellps="WGS84")
MANY = 12  # points of a line are measured faster together


def inverse(
    lon1: ArrayLike, lat1: ArrayLike, lon2: ArrayLike, lat2: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return metres and azimuths (0..360, at the first point) between arrays of points.

    Longitudes may be shifted by any multiple of 360; scalars are broadcast.

    >>> metres, azimuths = inverse(0, 0, [90, 450], 0)
    >>> metres.round(3).tolist(), azimuths.tolist()
    ([10018754.171, 10018754.171], [90.0, 90.0])
    """
    lon1, lat1, lon2, lat2 = np.broadcast_arrays(*positions(lon1, lat1), *positions(lon2, lat2))
    forward, _, metres = WGS84.inv(lon1.copy(), lat1.copy(), lon2.copy(), lat2.copy())
    return np.asarray(metres), np.asarray(forward) % 360.0


def positions(lon: ArrayLike, lat: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return both as arrays of one shape; refuse what is not on the globe."""
    lon, lat = np.broadcast_arrays(np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64))
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        raise InputError("no such position: nan or inf among the coordinates; lon and lat are finite degrees")
    if np.abs(lat).max(initial=0.0) > 90:
        worst = lat.flat[int(np.abs(lat).argmax())]
        raise InputError(f"no such position: latitude {worst}; it is -90..90, and longitude comes first")
    return lon, lat


def distance_km(a: LonLat, b: LonLat) -> float:
    """Return the length of the geodesic between two points.

    >>> round(distance_km(LonLat(40.1253, 45.8547), LonLat(37.6173, 55.7558)), 3)
    1115.342
    """
    return float(WGS84.inv(*a.lonlat, *b.lonlat)[2]) / 1000.0


def azimuth(a: LonLat, b: LonLat) -> float:
    """Return the direction from `a` in which the geodesic to `b` leaves, 0 <= azimuth < 360.

    >>> azimuth(LonLat(0, 0), LonLat(0, -10))
    180.0
    """
    # The second modulo turns the 360.0 that a tiny negative azimuth rounds to into 0.0.
    return float(WGS84.inv(*a.lonlat, *b.lonlat)[0]) % 360.0 % 360.0


def destination(a: LonLat, azimuth: float, km: float) -> LonLat:
    """Return the point reached from `a` after some km in a direction.

    >>> round(destination(LonLat(0, 0), 90, 10018.754171394622).lon, 9)
    90.0
    """
    if not (isfinite(azimuth) and isfinite(km)):
        raise InputError(f"no such course: azimuth {azimuth}, {km} km; both are finite numbers")
    lon, lat, _ = WGS84.fwd(*a.lonlat, azimuth, km * 1000.0)
    return LonLat(lon, lat)


def midpoint(a: LonLat, b: LonLat) -> LonLat:
    """Return the point halfway along the geodesic.

    >>> midpoint(LonLat(170, 0), LonLat(-170, 0)).lon
    180.0
    """
    middle = destination(a, azimuth(a, b), distance_km(a, b) / 2)
    return LonLat(180.0, middle.lat) if middle.lon == -180.0 else middle


def ring(centre: LonLat, km: float, n: int = 180) -> tuple[LonLat, ...]:
    """Return the closed circle of all points `km` away, as `n` points clockwise from north and the first again.

    >>> len(ring(LonLat(30, 50), 100, n=4))
    5
    """
    if not (km >= 0 and isfinite(km) and n >= 3):
        raise InputError(f"no such ring: {km} km, {n} points; km is 0 or more, and points at least 3")
    turns = np.linspace(0.0, 360.0, n, endpoint=False)
    lon, lat = (np.full(n, each) for each in centre.lonlat)
    lon, lat, _ = WGS84.fwd(lon, lat, turns, np.full(n, km * 1000.0))
    points = tuple(LonLat(*each) for each in zip(lon.tolist(), lat.tolist(), strict=True))
    return (*points, points[0])


def line_km(points: Sequence[LonLat]) -> float:
    """Return the length of a line whose points are joined by geodesics; 0 for fewer than two points.

    >>> round(line_km([LonLat(0, 0), LonLat(1, 0), LonLat(1, 1)]), 3)
    221.894
    """
    return sum(distance_km(a, b) for a, b in pairwise(points))


def densify(points: Sequence[LonLat], step_km: float = 50.0) -> tuple[LonLat, ...]:
    """Return the line with points added along its geodesics so that none is further than `step_km` from the next.

    >>> len(densify([LonLat(0, 0), LonLat(10, 0)], step_km=500))
    4
    """
    if not step_km > 0:
        raise InputError(f"no such step: {step_km} km; it is above 0")
    stretches = zip(pairwise(points), _lengths_km(points), strict=True)
    return (
        *(each for (a, b), km in stretches for each in _stretch(a, b, ceil(km / step_km) - 1)),
        *points[-1:],
    )


def _lengths_km(points: Sequence[LonLat]) -> list[float]:
    """Return the length of each stretch; those of a long line in one go."""
    if len(points) < MANY:
        return [distance_km(a, b) for a, b in pairwise(points)]
    lon, lat = np.array([each.lonlat for each in points]).T
    lengths: list[float] = (WGS84.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2] / 1e3).tolist()
    return lengths


def _stretch(a: LonLat, b: LonLat, between: int) -> Iterator[LonLat]:
    """Yield `a` and some points between it and `b`, evenly spaced."""
    yield a
    if between > 0:
        yield from (LonLat(*each) for each in WGS84.npts(*a.lonlat, *b.lonlat, between))
