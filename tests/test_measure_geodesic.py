"""Test distances, directions, destinations, rings and lines between points."""

import csv
from itertools import pairwise
from math import isclose, nan

import geopy.distance
import numpy as np
import pytest
from hypothesis import given, strategies as st
from paths import SHARED

from geo.errors import InputError
from geo.measure import (
    azimuth,
    densify,
    destination,
    distance_km,
    inverse,
    line_km,
    midpoint,
    ring,
)
from geo.model import LonLat

POINTS = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90))
NANOMETRE = 1e-9
TIKHORETSK = LonLat(40.1253, 45.8547)


@pytest.fixture(scope="module")
def geodtest():
    """Return rows of GeodTest: lat1, lon1, lat2, lon2, metres."""
    path = SHARED / "dev" / "geodesic" / "geodtest_sample.csv"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    with path.open() as file:
        rows = list(csv.reader(file))[1:]
    return np.array(rows, dtype=float).T


@pytest.mark.shared
@pytest.mark.parametrize("shift", [0, 360, -360], ids=["as is", "east by 360", "west by 360"])
@pytest.mark.parametrize("swapped", [False, True], ids=["there", "back"])
def test_inverse_agrees_with_geodtest(geodtest, shift, swapped):
    """All rows of GeodTest come out within 20 nm, both ways, wherever longitudes begin."""
    lat1, lon1, lat2, lon2, metres = geodtest
    ends = (lon2 + shift, lat2, lon1, lat1) if swapped else (lon1, lat1, lon2 + shift, lat2)
    assert np.abs(inverse(*ends)[0] - metres).max() <= 20 * NANOMETRE


@pytest.mark.shared
@pytest.mark.parametrize("swapped", [False, True], ids=["there", "back"])
def test_distance_km_agrees_with_geodtest(geodtest, swapped):
    """The scalar function gives the same lengths, in km."""
    worst = 0.0
    for lat1, lon1, lat2, lon2, metres in geodtest.T.tolist():
        a, b = LonLat(lon1, lat1), LonLat(lon2, lat2)
        km = distance_km(b, a) if swapped else distance_km(a, b)
        worst = max(worst, abs(km * 1000 - metres))
    assert worst <= 20 * NANOMETRE


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        pytest.param(LonLat(0, 0), LonLat(0, 0), 0.0, id="same point"),
        pytest.param(LonLat(180, 10), LonLat(-180, 10), 0.0, id="same point across the antimeridian"),
        pytest.param(LonLat(0, 90), LonLat(123, 90), 0.0, id="a pole has any longitude"),
        pytest.param(LonLat(0, -90), LonLat(0, 90), 20003.931459, id="pole to pole"),
        pytest.param(LonLat(0, 0), LonLat(180, 0), 20003.931459, id="antipodes on the equator"),
        pytest.param(LonLat(179.5, 0), LonLat(-179.5, 0), 111.319491, id="across the antimeridian"),
    ],
)
def test_distance_of_special_points(a, b, km):
    """Poles, antipodes and the antimeridian are no exceptions."""
    assert distance_km(a, b) == pytest.approx(km, abs=1e-6)


@given(POINTS, POINTS)
def test_distance_is_symmetric_and_agrees_with_geopy(a, b):
    """Swapping the ends changes nothing, and an independent implementation agrees."""
    km = distance_km(a, b)
    assert isclose(km, distance_km(b, a), abs_tol=1e-10)
    assert isclose(km, geopy.distance.geodesic(a.latlon, b.latlon).km, abs_tol=1e-8)


@given(POINTS, POINTS, POINTS)
def test_a_detour_is_never_shorter(a, b, c):
    """The triangle inequality holds."""
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-9


@given(POINTS, POINTS)
def test_destination_undoes_distance_and_azimuth(a, b):
    """Walking the measured way leads to the other point."""
    assert 0 <= azimuth(a, b) < 360
    assert distance_km(destination(a, azimuth(a, b), distance_km(a, b)), b) < 1e-6


@given(POINTS, POINTS)
def test_midpoint_is_as_far_from_both_ends(a, b):
    """The middle of a geodesic halves it."""
    middle = midpoint(a, b)
    assert distance_km(a, middle) == pytest.approx(distance_km(a, b) / 2, abs=1e-6)


@given(POINTS, st.floats(0, 15_000), st.integers(3, 40))
def test_ring_is_closed_and_at_its_distance(centre, km, n):
    """Every point of a ring is as far as asked for, and the last is the first."""
    points = ring(centre, km, n)
    assert points[0] == points[-1]
    assert len(points) == n + 1
    assert max(abs(distance_km(centre, each) - km) for each in points) < 1e-6


@given(st.lists(POINTS, max_size=4), st.floats(200, 5000))
def test_densify_keeps_length_and_vertices(points, step_km):
    """A densified line has the same vertices and length, and no step is longer than asked for."""
    fine = densify(points, step_km)
    assert set(points) <= set(fine)
    assert line_km(fine) == pytest.approx(line_km(points), abs=1e-5)
    assert all(distance_km(a, b) <= step_km + 1e-6 for a, b in pairwise(fine))


def test_directions_are_clockwise_from_north():
    """Azimuths are those of a compass."""
    east, south, west = LonLat(41, 45.8547), LonLat(40.1253, 40), LonLat(39, 45.8547)
    assert [round(azimuth(TIKHORETSK, each), -1) for each in (east, south, west)] == [90, 180, 270]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param(lambda: inverse(nan, 0, 0, 0), "nan or inf", id="nan"),
        pytest.param(lambda: inverse(0, 91, 0, 0), "latitude 91.0", id="latitude out of range"),
        pytest.param(lambda: ring(TIKHORETSK, -1), "-1 km", id="negative radius"),
        pytest.param(lambda: ring(TIKHORETSK, 1, 2), "2 points", id="too few points"),
        pytest.param(lambda: destination(TIKHORETSK, nan, 1), "azimuth nan", id="no direction"),
        pytest.param(lambda: densify([TIKHORETSK], 0), "step: 0 km", id="no step"),
    ],
)
def test_values_that_mean_nothing_are_refused(call, message):
    """The message names the value."""
    with pytest.raises(InputError, match=message):
        call()
