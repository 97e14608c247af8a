"""Cut the lines of a geometry in short pieces and lay them out in space for searching.

A piece is a stretch of at most 2 km (and 1 degree of longitude) of an edge. Its ends are kept in degrees, to
walk along it, and in earth-centred coordinates, where neither the antimeridian nor the poles are special.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.errors import InputError
from geo.measure.geodesic import WGS84

__all__ = ["PIECE_METRES", "Edges", "Floats", "Ints", "Pieces", "chain", "cut", "degrees", "ecef"]

Edges = Literal["lonlat", "geodesic"]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PIECE_METRES = 2_000.0
PIECE_DEGREES = 1.0
DEGREE_METRES = 111_700.0  # no degree of latitude, or of longitude on the equator, is longer


@dataclass(frozen=True, slots=True)
class Pieces:
    """One row per piece.

    Attributes
    ----------
    start, step
        Lon and lat of one end in degrees; for lon/lat edges the way to the other end in degrees, for geodesic
        edges its azimuth and metres.
    a, u
        One end and the way to the other in earth-centred metres.
    slack
        No point of the piece is further than this from its chord, in metres.
    part
        The part of the geometry it belongs to.
    """

    edges: Edges
    start: Floats
    step: Floats
    a: Floats
    u: Floats
    slack: Floats
    part: Ints

    def __len__(self) -> int:
        return len(self.part)

    def where(self, piece: Ints, share: Floats) -> tuple[Floats, Floats]:
        """Return lon (-180..180) and lat of points some share of the way along pieces."""
        start, step = self.start[piece], self.step[piece]
        if self.edges == "geodesic":
            lon, lat = start.T.copy()
            return tuple(WGS84.fwd(lon, lat, step[:, 0].copy(), step[:, 1] * share)[:2])
        lon, lat = (start + share[:, None] * step).T
        return (lon + 180.0) % 360.0 - 180.0, lat.clip(-90.0, 90.0)


def chain(pieces: Sequence[Pieces]) -> Pieces:
    """Return the pieces of several lines, one after the other."""
    columns = ("start", "step", "a", "u", "slack", "part")
    joined = {name: np.concatenate([getattr(each, name) for each in pieces]) for name in columns}
    return Pieces(pieces[0].edges, **joined)


def ecef(lon: Floats, lat: Floats) -> Floats:
    """Return earth-centred coordinates, in metres, of points on the ellipsoid."""
    lam, phi = np.radians(lon), np.radians(lat)
    sin, cos = np.sin(phi), np.cos(phi)
    normal = WGS84.a / np.sqrt(1.0 - WGS84.es * sin * sin)
    across = normal * cos
    return np.stack([across * np.cos(lam), across * np.sin(lam), normal * (1.0 - WGS84.es) * sin], axis=-1)


def cut(geometry: shapely.Geometry, edges: Edges) -> Pieces:
    """Return the pieces of all lines, rings and points of a geometry."""
    here, there, part = _edges(geometry)
    way = {"lonlat": _straight, "geodesic": _shortest}[edges]
    start, step, middle, end, owner = way(here, there)
    a, b, m = ecef(*start.T), ecef(*end.T), ecef(*middle.T)
    # Over 2 km the curve bends evenly, so it is furthest from its chord close to the middle: 10% covers the rest.
    slack = 1.1 * np.linalg.norm(m - (a + b) / 2, axis=1) + 1e-6
    return Pieces(edges, start, step, a, b - a, slack, part[owner])


def _edges(geometry: shapely.Geometry) -> tuple[Floats, Floats, Ints]:
    """Return the ends of every edge and the part it belongs to; a lone point is an edge of no length."""
    strands, part = _strands(geometry)
    points, strand = shapely.get_coordinates(strands, return_index=True)
    inner = strand[1:] == strand[:-1]
    alone = np.bincount(strand, minlength=len(strands))[strand] == 1
    here = np.concatenate([points[:-1][inner], points[alone]])
    there = np.concatenate([points[1:][inner], points[alone]])
    owner = np.concatenate([strand[:-1][inner], strand[alone]])
    keep = ~_seam(here, there) if _is_cut(geometry) else slice(None)
    return here[keep], there[keep], part[owner][keep]


def _strands(geometry: shapely.Geometry) -> tuple[NDArray[np.object_], Ints]:
    """Return the rings, lines and points of a geometry and the index of the part each comes from."""
    rings = [_rings(each) for each in degrees(geometry)]
    owner = np.repeat(np.arange(len(rings)), [len(each) for each in rings])
    return np.concatenate(rings), owner


def _rings(part: shapely.Geometry) -> NDArray[np.object_]:
    """Return the rings of a polygon; anything else as it is."""
    return np.asarray(shapely.get_rings(part) if part.geom_type == "Polygon" else [part], dtype=object)


def degrees(geometry: shapely.Geometry) -> tuple[shapely.Geometry, ...]:
    """Return the polygons, lines and points a geometry is made of; refuse what is empty or not in degrees."""
    if not isinstance(geometry, shapely.Geometry):
        raise InputError(f"no such geometry: {type(geometry).__name__}; a shapely geometry is expected")
    parts = tuple(_parts(geometry))
    if not parts:
        raise InputError(f"empty geometry ({geometry.geom_type}); at least one point is needed")
    _check(shapely.get_coordinates(parts))
    return parts


def _parts(geometry: shapely.Geometry) -> Iterator[shapely.Geometry]:
    """Yield the polygons, lines and points a geometry is made of."""
    if hasattr(geometry, "geoms"):
        for each in geometry.geoms:
            yield from _parts(each)
    elif not geometry.is_empty:
        yield geometry


def _check(points: Floats) -> None:
    """Refuse coordinates that are not degrees."""
    if not np.isfinite(points).all():
        raise InputError("geometry with nan or inf coordinates; lon and lat are finite degrees")
    if np.abs(points[:, 1]).max() > 90 or np.abs(points[:, 0]).max() > 540:
        raise InputError(
            f"geometry reaches {np.abs(points).max(axis=0).tolist()}; degrees are expected, longitude first"
            " (lon -540..540, lat -90..90): reproject it to EPSG:4326"
        )


def _is_cut(geometry: shapely.Geometry) -> bool:
    """Tell whether polygons were cut along the antimeridian, as RFC 7946 wants it."""
    west, _, east, _ = geometry.bounds
    return bool(west == -180 and east == 180 and geometry.geom_type.endswith("Polygon"))


def _seam(here: Floats, there: Floats) -> NDArray[np.bool_]:
    """Mark edges that only exist because a map ends there: along 180 degrees and along a pole."""
    edge = (here == there) & (np.abs(here) == [180.0, 90.0])
    return np.asarray(edge.any(axis=1))


def _straight(here: Floats, there: Floats) -> tuple[Floats, Floats, Floats, Floats, Ints]:
    """Cut edges that are straight in longitude and latitude."""
    way = there - here
    # Nobody draws an edge of more than half the globe; it is one across the antimeridian. 360 is a full circle.
    long = (np.abs(way[:, 0]) > 180) & (np.abs(way[:, 0]) < 360)
    way[long, 0] -= np.copysign(360.0, way[long, 0])
    across = np.cos(np.radians(np.minimum(np.abs(here[:, 1]), np.abs(there[:, 1]))))
    metres = DEGREE_METRES * np.hypot(way[:, 0] * across, way[:, 1])
    count = np.maximum(np.ceil(metres / PIECE_METRES), np.ceil(np.abs(way[:, 0]) / PIECE_DEGREES))
    owner, at, share = _shares(count)
    step = way[owner] * share
    start = here[owner] + way[owner] * at
    return start, step, start + step / 2, start + step, owner


def _shortest(here: Floats, there: Floats) -> tuple[Floats, Floats, Floats, Floats, Ints]:
    """Cut edges that are geodesics."""
    azimuth, _, metres = WGS84.inv(*here.T.copy(), *there.T.copy())
    owner, at, share = _shares(np.ceil(metres / PIECE_METRES))
    length = metres[owner] * share[:, 0]
    lon, lat = here[owner].T.copy()
    lon, lat, back = WGS84.fwd(lon, lat, azimuth[owner], metres[owner] * at[:, 0])
    ahead = np.asarray(back) + 180.0
    middle, end = (np.stack(WGS84.fwd(lon, lat, ahead, length * f)[:2], axis=-1) for f in (0.5, 1.0))
    return np.stack([lon, lat], axis=-1), np.stack([ahead, length], axis=-1), middle, end, owner


def _shares(count: Floats) -> tuple[Ints, Floats, Floats]:
    """Return for every piece of edges cut in `count` its edge, where on it the piece begins, and its share."""
    times = np.maximum(count, 1).astype(np.int64)
    owner = np.repeat(np.arange(len(times)), times)
    first = np.repeat(np.cumsum(times) - times, times)
    share = 1.0 / times[owner]
    at = (np.arange(len(owner)) - first) * share
    return owner, at[:, None], share[:, None]
