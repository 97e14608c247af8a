"""Test that the bounds by which pieces of a line are left out hold, and that none is missed by them."""

import numpy as np
import pytest
import shapely

from geo.measure import Boundary
from geo.measure.blocks import DRIFT, DRIFT_STEP, LARGEST, MEAN, SMALLEST
from geo.measure.feet import drop
from geo.measure.geodesic import WGS84
from geo.measure.pieces import cut, ecef
from geo.world.borders import load

PAIRS = 200_000


def globe(seed, count=PAIRS):
    """Return random points, evenly spread over the globe."""
    rng = np.random.default_rng(seed)
    return rng.uniform(-180, 180, count), np.degrees(np.arcsin(rng.uniform(-1, 1, count)))


def chord(a, b):
    """Return the straight distances between points."""
    return np.linalg.norm(ecef(*a) - ecef(*b), axis=1)


@pytest.mark.parametrize("metres", [1.0, 1e3, 1e5, 1e6, 1e7], ids=lambda each: f"{each:.0f} m")
def test_chords_bound_distances_from_both_sides(metres):
    """A geodesic is no longer than an arc of the smallest radius over its chord, no shorter than of the largest."""
    a = globe(1)
    azimuth = np.random.default_rng(2).uniform(0, 360, PAIRS)
    lon, lat, _ = WGS84.fwd(*(each.copy() for each in a), azimuth, np.full(PAIRS, metres))
    c = chord(a, (np.asarray(lon), np.asarray(lat)))
    most, least = (2 * radius * np.arcsin(np.minimum(c / 2 / radius, 1)) for radius in (SMALLEST, LARGEST))
    assert (least <= metres + 1e-6).all()
    assert (most >= metres - 1e-6).all()


def test_drift_is_as_slow_as_claimed():
    """Walking a kilometre changes the distance less its arc by no more than the table says, with room to spare."""
    a, b = globe(3), globe(4)
    azimuth = np.random.default_rng(5).uniform(0, 360, PAIRS)
    lon, lat, _ = WGS84.fwd(*(each.copy() for each in b), azimuth, np.full(PAIRS, 1000.0))
    excess, metres = zip(*(_excess(a, end) for end in (b, (np.asarray(lon), np.asarray(lat)))), strict=True)
    allowed = DRIFT[np.minimum(np.maximum(*metres) // DRIFT_STEP, len(DRIFT) - 1).astype(int)]
    assert (np.abs(excess[0] - excess[1]) / 1000.0 < 0.75 * allowed).all()


def _excess(a, b):
    metres = np.asarray(WGS84.inv(*(each.copy() for each in (*a, *b)))[2])
    return metres - 2 * MEAN * np.arcsin(np.minimum(chord(a, b) / 2 / MEAN, 1)), metres


@pytest.mark.parametrize("name", ["LU", "FJ", "UA"])
def test_no_piece_is_missed(name):
    """Walking on every piece finds nothing nearer than walking on those that are left."""
    line = load().boundary(f"border:{name}").geometry
    centre = line.centroid
    rng = np.random.default_rng(6)
    lon, lat = globe(7, 60)
    around = [(0, 0, 3), (0, 0, 30), (180, 1, 3), (180, 1, 20)]  # close by, further off, and at the antipode
    for turn, side, spread in around:
        lon = np.append(lon, centre.x + turn + rng.uniform(-spread, spread, 30))
        lat = np.append(lat, (centre.y * (1 - 2 * side) + rng.uniform(-spread, spread, 30)).clip(-90, 90))
    found = Boundary(line).distance(lon, lat)
    pieces = cut(line, "lonlat")
    every = np.arange(len(pieces))
    half = np.full(len(every), 0.5)
    for point in range(len(lon)):
        place = np.full(len(every), lon[point]), np.full(len(every), lat[point])
        assert found[point] == pytest.approx(drop(pieces, every, half, *place).metres.min(), abs=1e-6)


def test_pieces_are_short_and_cover_their_edges():
    """Pieces end where edges do, are at most 2 km long, and stray from their chords by less than their slack."""
    line = shapely.LineString([(10, 60), (11, 60), (11, 60.01), (170, 89.9), (-170, 89.9)])
    pieces = cut(line, "lonlat")
    assert np.linalg.norm(pieces.u, axis=1).max() <= 2000.0
    assert np.abs(pieces.step[:, 0]).max() <= 1.0
    every = np.arange(len(pieces))
    for share in np.linspace(0, 1, 11):
        lon, lat = pieces.where(every, np.full(len(every), share))
        away = ecef(lon, lat) - pieces.a
        along = (away * pieces.u).sum(axis=1) / (pieces.u**2).sum(axis=1)
        stray = np.linalg.norm(away - along.clip(0, 1)[:, None] * pieces.u, axis=1)
        assert (stray <= pieces.slack).all()
