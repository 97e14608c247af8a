"""Walk along short pieces of line to the point nearest to a given one (Newton's method on the ellipsoid)."""

from dataclasses import dataclass

import numpy as np

from geo.measure.geodesic import WGS84
from geo.measure.pieces import Floats, Ints, Pieces

__all__ = ["Feet", "drop"]

STEPS = 8
MEAN = (2 * WGS84.a + WGS84.b) / 3


@dataclass(frozen=True, slots=True)
class Feet:
    """The nearest points on some pieces: metres away, and their share of the way along the piece."""

    metres: Floats
    share: Floats


@dataclass(frozen=True, slots=True)
class _Curve:
    """Where a share of the way along a piece is: position, velocity and acceleration (east, north) in metres."""

    lon: Floats
    lat: Floats
    east: Floats
    north: Floats
    bend_east: Floats
    bend_north: Floats


def drop(pieces: Pieces, piece: Ints, share: Floats, lon: Floats, lat: Floats) -> Feet:
    """Return the feet of points on pieces, starting from a guess of the share."""
    best, at = np.full(len(piece), np.inf), share.copy()
    rows, trial = np.arange(len(piece)), share
    hollow = np.zeros(len(piece), dtype=bool)
    for _ in range(STEPS):
        metres, ahead, settled, convex = _newton(pieces, piece[rows], trial, lon[rows], lat[rows])
        _improve(best, at, rows, metres, trial)
        hollow[rows[~convex]] = True
        rows, trial = rows[~settled], ahead[~settled]
        if not len(rows):
            break
    # Seen from afar a piece can bend away: then its ends are nearer than its middle.
    rows = hollow.nonzero()[0]
    for end in (0.0, 1.0) if len(rows) else ():
        trial = np.full(len(rows), end)
        metres, *_ = _newton(pieces, piece[rows], trial, lon[rows], lat[rows])
        _improve(best, at, rows, metres, trial)
    return Feet(best, at)


def _improve(best: Floats, at: Floats, rows: Ints, metres: Floats, trial: Floats) -> None:
    """Note what is nearer than the best so far."""
    better = metres < best[rows]
    best[rows[better]] = metres[better]
    at[rows[better]] = trial[better]


def _newton(
    pieces: Pieces, piece: Ints, share: Floats, lon: Floats, lat: Floats
) -> tuple[Floats, Floats, np.ndarray, np.ndarray]:
    """Return metres from each trial point, the next trial, whether it has settled, whether the piece is convex."""
    curve = {"lonlat": _straight, "geodesic": _shortest}[pieces.edges](pieces, piece, share)
    azimuth, _, metres = WGS84.inv(curve.lon, curve.lat, lon, lat)
    east, north = np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))
    along = curve.east * east + curve.north * north
    speed = curve.east**2 + curve.north**2 + 1e-18
    angle = metres / MEAN
    # d cot d, 1 at hand and 0 a quarter of the way round the globe.
    spread = angle / np.tan(np.maximum(angle, 1e-9))
    bend = metres * (curve.bend_east * east + curve.bend_north * north)
    # Second derivative of d²/2 along the piece.
    second = along**2 + spread * (speed - along**2) - bend
    convex = second > 0.3 * speed
    ahead = share + metres * along / np.where(convex, second, speed)
    ahead = np.minimum(np.maximum(ahead, 0.0), 1.0)
    moved = (ahead - share) ** 2 * speed
    # What is left to gain is less than moved / 2 d.
    return metres, ahead, moved <= np.maximum(1e-9 * metres, 1e-14), convex


def _straight(pieces: Pieces, piece: Ints, share: Floats) -> _Curve:
    """Walk on a piece that is straight in longitude and latitude."""
    lon, lat = (pieces.start[piece] + share[:, None] * pieces.step[piece]).T.copy()
    lat = lat.clip(-90.0, 90.0)
    d_lam, d_phi = np.radians(pieces.step[piece]).T
    phi = np.radians(lat)
    sin, cos = np.sin(phi), np.cos(phi)
    root = 1.0 - WGS84.es * sin * sin
    normal = WGS84.a / np.sqrt(root)
    meridian = normal * (1.0 - WGS84.es) / root
    return _Curve(
        lon,
        lat,
        normal * cos * d_lam,
        meridian * d_phi,
        -2.0 * normal * sin * d_lam * d_phi,
        normal * sin * cos * d_lam**2,
    )


def _shortest(pieces: Pieces, piece: Ints, share: Floats) -> _Curve:
    """Walk on a piece that is a geodesic."""
    lon, lat = pieces.start[piece].T.copy()
    azimuth, length = pieces.step[piece].T.copy()
    lon, lat, back = WGS84.fwd(lon, lat, azimuth, length * share)
    ahead = np.radians(np.asarray(back) + 180.0)
    none = np.zeros(len(piece))
    return _Curve(lon, lat, length * np.sin(ahead), length * np.cos(ahead), none, none)
