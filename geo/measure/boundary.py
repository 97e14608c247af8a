"""Measure the exact distance from points to a line: a border, a coast, a route, a front.

Exact means the least distance on the WGS84 ellipsoid over all points of the line, not over its vertices and
not to the point that is nearest on a sphere or on a flat map.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike

from geo.errors import InputError
from geo.measure.blocks import candidates, candidates_each, join, pack
from geo.measure.feet import drop
from geo.measure.geodesic import inverse, positions
from geo.measure.pieces import Edges, Floats, Ints, Pieces, cut
from geo.model import LonLat

__all__ = ["Boundaries", "Boundary", "Foot", "Nearest"]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest points of a line, as arrays in the shape of the query.

    `azimuth` is the direction (0..360) in which to leave the queried point; `part` the index of the polygon,
    line or point of the geometry on which the nearest point lies.
    """

    metres: Floats
    lon: Floats
    lat: Floats
    azimuth: Floats
    part: Ints


@dataclass(frozen=True, slots=True)
class Foot:
    """The nearest point of a line to one point."""

    km: float
    at: LonLat
    azimuth: float
    part: int


class Boundary:
    """The lines of a geometry (rings of polygons, lines, points), to be measured to many times.

    Parameters
    ----------
    geometry
        Any shapely geometry in degrees, longitude first. Longitudes may run over 180 (0..360). Where polygons
        are cut along the antimeridian, the cuts are not taken for borders.
    edges
        How two neighbouring vertices are joined. "lonlat", the default, means straight in longitude and
        latitude, as RFC 7946 and every flat predicate have it; "geodesic" means the shortest way. The
        difference grows with the square of the length of the edge: at 49 degrees north 0.3 m for an edge of
        4 km, 7.5 m for 18 km, 120 m for 73 km, 96 km for 2,049 km.

    Examples
    --------
    >>> equator = Boundary(shapely.LineString([(0, 0), (10, 0)]))
    >>> equator.distance([5, 5, 11], [0, 1, 0]).round(3).tolist()
    [0.0, 110574.389, 111319.491]
    """

    __slots__ = ("_pieces", "blocks", "edges", "geometry")

    def __init__(self, geometry: shapely.Geometry, edges: Edges = "lonlat") -> None:
        if edges not in ("lonlat", "geodesic"):
            raise InputError(f"no such edges: {edges!r}; use 'lonlat' or 'geodesic'")
        self.geometry = geometry
        self.edges = edges
        self._pieces = cut(geometry, edges)
        self.blocks = pack(self._pieces)

    def __repr__(self) -> str:
        return f"<Boundary of a {self.geometry.geom_type}, {len(self._pieces)} pieces, {self.edges} edges>"

    def distance(self, lon: ArrayLike, lat: ArrayLike) -> Floats:
        """Return the metres from each point to the line; 0 on it, never negative."""
        lon, lat = positions(lon, lat)
        return self._search(lon.ravel(), lat.ravel())[0].reshape(lon.shape)

    def nearest(self, lon: ArrayLike, lat: ArrayLike) -> Nearest:
        """Return the nearest point of the line, its direction and its part, for each point."""
        lon, lat = positions(lon, lat)
        metres, piece, share = self._search(lon.ravel(), lat.ravel())
        there = self._pieces.where(piece, share)
        _, azimuth = inverse(lon.ravel(), lat.ravel(), *there)
        found = np.stack([metres, *there, azimuth]).reshape(4, *lon.shape)
        return Nearest(found[0], found[1], found[2], found[3], self._pieces.part[piece].reshape(lon.shape))

    def foot(self, at: LonLat) -> Foot:
        """Return the nearest point of the line to one point, with its direction and part."""
        near = self.nearest(*at.lonlat)
        return Foot(
            float(near.metres) / 1000.0,
            LonLat(float(near.lon), float(near.lat)),
            float(near.azimuth),
            int(near.part),
        )

    def _search(self, lon: Floats, lat: Floats) -> tuple[Floats, Ints, Floats]:
        """Return metres, piece and share of the piece for each of some points."""
        if not len(lon):
            return np.zeros(0), np.zeros(0, dtype=np.int64), np.zeros(0)
        rows = candidates(self.blocks, lon, lat)
        return _nearest(self._pieces, rows, lon, lat)


class Boundaries:
    """Several lines, all to be measured to from the same point; quicker than one after the other.

    Examples
    --------
    >>> lines = [Boundary(shapely.LineString([(x, 0), (x, 1)])) for x in (1, 2)]
    >>> Boundaries(lines).distance(LonLat(0, 0)).round(3).tolist()
    [111319.491, 222638.982]
    """

    __slots__ = ("_blocks", "_starts")

    def __init__(self, lines: Sequence[Boundary]) -> None:
        if len({line.edges for line in lines}) != 1:
            raise InputError("no lines, or lines with different edges; give some with the same edges")
        self._blocks, self._starts = join([line.blocks for line in lines])

    def distance(self, at: LonLat) -> Floats:
        """Return the metres from a point to each line."""
        lon, lat = (np.full(len(self._starts), each) for each in at.lonlat)
        rows = candidates_each(self._blocks, self._starts, lon, lat)
        return _nearest(self._blocks.pieces, rows, lon, lat)[0]


def _nearest(
    pieces: Pieces, rows: tuple[Ints, Ints, Floats], lon: Floats, lat: Floats
) -> tuple[Floats, Ints, Floats]:
    """Walk on each (query, piece, share) to the nearest point, and return the best of each query."""
    query, piece, share = rows
    feet = drop(pieces, piece, share, lon[query], lat[query])
    if len(lon) == 1:
        best = np.array([feet.metres.argmin()])
    else:
        order = np.lexsort((piece, feet.metres, query))
        best = order[np.searchsorted(query[order], np.arange(len(lon)))]
    return feet.metres[best], piece[best], feet.share[best]
