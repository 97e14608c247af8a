"""Test exact distances to lines, borders and regions."""

import csv
import subprocess
import sys
from itertools import pairwise
from math import nan

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings, strategies as st
from paths import ROOT, SHARED
from pyproj import Geod

from geo.errors import InputError
from geo.measure import Boundaries, Boundary, Region, apart, area_km2, distance_km, inverse
from geo.model import LonLat

FOLDER = SHARED / "dev" / "geodesic"
MILLIMETRE = 1e-3
GEOD = Geod(ellps="WGS84")
COLUMNS = {"lonlat": "exact_boundary_lonlat_edges_m", "geodesic": "exact_boundary_m"}

degrees = st.floats(-1, 1).map(lambda x: round(x, 6))
lines = st.lists(st.tuples(degrees, degrees), min_size=2, max_size=5, unique=True)
centres = st.tuples(
    st.sampled_from([0.0, 100.0, 179.9, -180.0]), st.sampled_from([0.0, 45.0, -60.0, 75.0, 88.5])
)
queries = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=4)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def reference():
    """Return the labelled rows by country: geometry, points, expected columns."""
    if not FOLDER.exists():
        pytest.skip(f"{FOLDER.name} is not here")
    with (FOLDER / "points.csv").open() as file:
        points = {row["point_id"]: row for row in csv.DictReader(file)}
    with (FOLDER / "distances.csv").open() as file:
        rows = list(csv.DictReader(file))
    shapes = gpd.read_parquet(FOLDER / "boundaries12.parquet").set_index("name").geometry
    return {name: (shape, _columns(rows, points, name)) for name, shape in shapes.items()}


def _columns(rows, points, name):
    chosen = [row for row in rows if row["country"] == name]
    table = {key: np.array([float(row[key]) for row in chosen]) for key in chosen[0] if key != "country"}
    spots = [points[row["point_id"]] for row in chosen]
    table |= {key: np.array([float(spot[key]) for spot in spots]) for key in ("lon", "lat")}
    return table | {"kind": np.array([spot["kind"] for spot in spots])}


@pytest.mark.shared
@pytest.mark.parametrize("edges", COLUMNS)
def test_boundary_is_exact_to_the_millimetre(reference, edges):
    """Every labelled distance comes out within 1 mm, for either meaning of an edge."""
    for name, (shape, table) in reference.items():
        metres = Boundary(shape, edges).distance(table["lon"], table["lat"])
        assert np.abs(metres - table[COLUMNS[edges]]).max() < MILLIMETRE, name


@pytest.mark.shared
def test_boundary_is_never_above_postgis(reference):
    """With geodesic edges no distance exceeds that of PostGIS by more than 30 mm."""
    for name, (shape, table) in reference.items():
        metres = Boundary(shape, "geodesic").distance(table["lon"], table["lat"])
        assert (metres - table["postgis_boundary_m"]).max() < 0.03, name


@pytest.mark.shared
@pytest.mark.parametrize(
    ("edges", "kind"),
    [("lonlat", "on_edge_lonlat"), ("geodesic", "on_vertex"), ("lonlat", "on_vertex")],
)
def test_points_on_the_border_are_on_it(reference, edges, kind):
    """A point placed on a country's border is within 1 mm of it."""
    seen = 0
    for shape, table in reference.values():
        on = (table["kind"] == kind) & (table[COLUMNS[edges]] < MILLIMETRE)
        if on.any():
            seen += on.sum()
            assert Boundary(shape, edges).distance(table["lon"][on], table["lat"][on]).max() < MILLIMETRE
    assert seen


@pytest.mark.shared
def test_region_agrees_on_what_is_inside(reference):
    """Inside is as labelled, and 0 m; outside the distance is that to the boundary."""
    for name, (shape, table) in reference.items():
        region = Region(shape)
        inside = region.covers(table["lon"], table["lat"])
        assert (inside == table["inside_lonlat"].astype(bool)).mean() > 0.99, name
        expected = np.where(inside, 0.0, table["exact_boundary_lonlat_edges_m"])
        assert np.abs(region.distance(table["lon"], table["lat"]) - expected).max() < MILLIMETRE


def slow(line, lon, lat):
    """Measure to 4,000 points of each edge, and around the best of them to 4,000 more."""
    points = shapely.get_coordinates(line)
    best = np.inf
    for a, b in pairwise(points):
        low, high = 0.0, 1.0
        for _ in range(3):
            share = np.linspace(low, high, 4001)
            at = a + share[:, None] * (b - a)
            metres = GEOD.inv(np.full(4001, lon), np.full(4001, lat), *at.T.copy())[2]
            step, middle = share[1] - share[0], share[int(metres.argmin())]
            low, high = max(0.0, middle - 2 * step), min(1.0, middle + 2 * step)
            best = min(best, float(metres.min()))
    return best


@quick
@given(lines, centres, queries)
def test_boundary_agrees_with_a_slow_search(offsets, centre, points):
    """On random small lines the distance is that of a search that tries everything."""
    line = shapely.LineString([(centre[0] + x, centre[1] + y) for x, y in offsets])
    lon, lat = np.array(points).T
    expected = [slow(line, *point) for point in points]
    assert Boundary(line).distance(lon, lat) == pytest.approx(expected, abs=MILLIMETRE)


@quick
@given(lines, centres, st.tuples(degrees, degrees))
def test_boundary_agrees_with_a_slow_search_close_by(offsets, centre, near):
    """So it is for points among the edges."""
    line = shapely.LineString([(centre[0] + x, centre[1] + y) for x, y in offsets])
    point = centre[0] + near[0], centre[1] + near[1]
    assert Boundary(line).distance(*point) == pytest.approx(slow(line, *point), abs=MILLIMETRE)


@quick
@given(lines, centres, queries, st.sampled_from([-360, 360]))
def test_distance_does_not_depend_on_where_longitudes_begin(offsets, centre, points, turn):
    """Shifting the line or the points by 360 degrees changes nothing."""
    coords = np.array([(centre[0] + x, centre[1] + y) for x, y in offsets])
    lon, lat = np.array(points).T
    metres = Boundary(shapely.LineString(coords)).distance(lon, lat)
    moved = (
        Boundary(shapely.LineString(coords + np.array([turn, 0]))) if abs(centre[0] + turn) < 400 else None
    )
    assert Boundary(shapely.LineString(coords)).distance(lon + turn, lat) == pytest.approx(metres, abs=1e-6)
    assert moved is None or moved.distance(lon, lat) == pytest.approx(metres, abs=1e-6)


@quick
@given(lines, centres, queries)
def test_adding_vertices_on_straight_edges_changes_nothing(offsets, centre, points):
    """A densified line is the same line; its vertices alone are never nearer."""
    line = shapely.LineString([(centre[0] + x, centre[1] + y) for x, y in offsets])
    fine = shapely.segmentize(line, 0.1)
    lon, lat = np.array(points).T
    metres = Boundary(line).distance(lon, lat)
    assert Boundary(fine).distance(lon, lat) == pytest.approx(metres, abs=MILLIMETRE)
    vertices = Boundary(shapely.MultiPoint(shapely.get_coordinates(fine))).distance(lon, lat)
    assert (vertices >= metres - MILLIMETRE).all()


@quick
@given(st.lists(st.tuples(degrees, degrees), min_size=2, max_size=4, unique=True), queries)
def test_distance_is_the_least_over_the_parts(corners, points):
    """Several regions are as near as the nearest of them."""
    boxes = [shapely.box(10 * n + x, 40 + y, 10 * n + x + 3, 40 + y + 2) for n, (x, y) in enumerate(corners)]
    lon, lat = np.array(points).T
    together = Region(shapely.MultiPolygon(boxes)).distance(lon, lat)
    least = np.min([Region(box).distance(lon, lat) for box in boxes], axis=0)
    assert together == pytest.approx(least, abs=1e-6)


def test_nearest_point_is_where_it_says():
    """The nearest point is on the line, at the distance and in the direction given, on the part given."""
    parts = shapely.MultiLineString([[(0, 0), (1, 0)], [(50, 10), (51, 12)]])
    near = Boundary(parts).nearest([0.3, 52], [1, 10])
    metres, azimuth = inverse([0.3, 52], [1, 10], near.lon, near.lat)
    assert near.metres == pytest.approx(metres, abs=1e-6)
    assert near.azimuth == pytest.approx(azimuth)
    assert near.part.tolist() == [0, 1]
    assert Boundary(parts).distance(near.lon, near.lat).max() < MILLIMETRE


@quick
@given(
    st.lists(lines, min_size=1, max_size=5),
    centres,
    st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90)),
)
def test_several_lines_are_measured_as_each_of_them(several, centre, at):
    """Measuring to many lines at once changes no number."""
    each = [Boundary(shapely.LineString(np.array(line) + centre)) for line in several]
    assert Boundaries(each).distance(at).tolist() == [float(line.distance(*at.lonlat)) for line in each]


def test_foot_is_the_same_for_one_point():
    """A single point gets plain values in km."""
    foot = Boundary(shapely.LineString([(0, 0), (10, 0)])).foot(LonLat(5, 1))
    assert (round(foot.km, 3), foot.azimuth, foot.part) == (110.574, 180, 0)
    assert foot.at.lonlat == pytest.approx((5, 0), abs=1e-9)


@pytest.mark.parametrize("way", [(10, 50, 12, 51), (170, -60, -150, -62), (0, 80, 140, 85)], ids=str)
def test_points_on_geodesic_edges_are_on_them(way):
    """Points along the shortest way between two vertices are on a line with geodesic edges."""
    lon, lat = np.array(GEOD.npts(*way, 50)).T
    line = shapely.LineString([way[:2], way[2:]])
    assert Boundary(line, "geodesic").distance(lon, lat).max() < MILLIMETRE
    assert Boundary(line, "lonlat").distance(lon, lat).max() > 100


def test_nearest_in_degrees_is_not_nearest():
    """North of the Arctic circle the nearest point on a map in degrees is the wrong one."""
    line = shapely.MultiPoint([(20.0, 80.0), (15.0, 77.5)])
    assert Boundary(line).nearest(15, 80).lon == 20.0


@pytest.mark.parametrize(
    ("shape", "point", "metres"),
    [
        pytest.param(shapely.LineString([(-180, 60), (180, 60)]), (30, 90), 3_349_228.6, id="full parallel"),
        pytest.param(
            shapely.LineString([(179, 0), (-179, 0)]), (180, 0), 0.0, id="edge over the antimeridian"
        ),
        pytest.param(shapely.LineString([(179, 0), (181, 0)]), (-180, 0), 0.0, id="line in 0..360"),
        pytest.param(shapely.LineString([(10, 80), (10, 90)]), (99, 90), 0.0, id="line to the pole"),
        pytest.param(shapely.Point(0, 0), (180, 0), 20_003_931.459, id="antipode of a point"),
        pytest.param(
            shapely.box(-180, -90, 180, -60), (180, -75), 1_671_000.0, id="cap cut at the antimeridian"
        ),
        pytest.param(
            shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)]),
            (180, 65),
            469_786.2,
            id="country cut at the antimeridian",
        ),
    ],
)
def test_distance_to_special_lines(shape, point, metres):
    """Poles, antipodes and cuts along the antimeridian are measured as what they are on the globe."""
    assert Boundary(shape).distance(*point) == pytest.approx(metres, rel=2e-3, abs=1e-6)


def test_edges_mean_what_they_are_said_to_mean():
    """A long edge along a parallel is far from the geodesic between its ends."""
    edge = shapely.LineString([(-123.3, 49), (-95.1, 49)])
    assert Boundary(edge, "lonlat").distance(-109.2, 49) < MILLIMETRE
    assert Boundary(edge, "geodesic").distance(-109.2, 49) == pytest.approx(96_000, rel=0.01)


def broken_line():
    """Return a line with a vertex that is nowhere."""
    with np.errstate(invalid="ignore"):
        return shapely.LineString([(0, nan), (1, 1)])


@pytest.mark.parametrize(
    ("build", "message"),
    [
        pytest.param(lambda: Boundary(shapely.LineString()), "empty geometry", id="empty"),
        pytest.param(lambda: Boundary(broken_line()), "nan or inf", id="nan"),
        pytest.param(lambda: Boundary(shapely.Point(500_000, 5_000_000)), "EPSG:4326", id="metres"),
        pytest.param(lambda: Boundary("border"), "no such geometry: str", id="no geometry"),
        pytest.param(lambda: Boundary(shapely.Point(0, 0), "flat"), "no such edges: 'flat'", id="edges"),
        pytest.param(
            lambda: Region(shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])),
            "Self-intersection",
            id="bow tie",
        ),
        pytest.param(lambda: Boundaries([]), "no lines", id="no lines"),
        pytest.param(lambda: Boundary(shapely.Point(0, 0)).distance(nan, 0), "nan or inf", id="nan query"),
        pytest.param(
            lambda: Boundary(shapely.Point(0, 0)).distance(0, 95), "latitude 95", id="beyond the pole"
        ),
    ],
)
def test_what_cannot_be_measured_is_refused(build, message):
    """The message names the fault."""
    with pytest.raises(InputError, match=message):
        build()


def test_shapes_of_queries_are_kept():
    """Scalars, lists and tables come back in their shape; nothing asked, nothing answered."""
    line = Boundary(shapely.LineString([(0, 0), (1, 1)]))
    assert line.distance(0, 0).shape == ()
    assert line.distance([[1, 2], [3, 4]], 0).shape == (2, 2)
    assert line.distance([], []).shape == (0,)


def test_regions_are_apart_by_their_nearest_points():
    """Two regions are measured from edge to edge; touching ones are 0 km apart."""
    a, b = shapely.box(0, 40, 1, 41), shapely.box(2, 40.2, 3, 40.4)
    km, here, there = apart(a, b)
    assert km == pytest.approx(distance_km(here, there), abs=1e-6)
    assert 0 < distance_km(LonLat(1, 40.4), LonLat(2, 40.4)) - km < 0.01
    assert apart(b, a)[0] == pytest.approx(km, abs=1e-6)
    assert apart(a, shapely.box(0.5, 40, 2, 41))[0] == 0


def test_regions_meet_wherever_longitudes_begin():
    """A region in 0..360 and one in -180..180 can share ground."""
    assert apart(shapely.box(175, 0, 190, 5), shapely.box(-175, 1, -160, 2))[0] == 0


def test_scipy_is_not_needed():
    """Measuring pulls in none of the libraries that are slow to start."""
    code = (
        "import sys; from geo.world.borders import load; from geo.model import LonLat;"
        "load().boundary('border:UA').foot(LonLat(40, 45));"
        "print(sorted({'scipy', 'geopandas', 'pandas', 'pyogrio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("shape", "km2"),
    [
        pytest.param(shapely.box(-180, -90, 180, 90), 510_065_621.7, id="the Earth"),
        pytest.param(shapely.box(0, 0, 60, 70), 39_921_078.366, id="a large box"),
        pytest.param(shapely.box(170, 0, 230, 70), 39_921_078.366, id="the same over the antimeridian"),
        pytest.param(shapely.LineString([(0, 0), (1, 1)]), 0.0, id="a line"),
    ],
)
def test_area(shape, km2):
    """Areas are those on the ellipsoid, edges being straight in lon/lat."""
    assert area_km2(shape) == pytest.approx(km2, rel=1e-6)


def test_area_leaves_out_holes():
    """A hole does not count."""
    hole = shapely.box(1, 1, 2, 2)
    whole = shapely.box(0, 0, 3, 3)
    assert area_km2(whole.difference(hole)) == pytest.approx(area_km2(whole) - area_km2(hole))
