"""Test borders, coasts, own layers and the base map."""

import json

import numpy as np
import pytest
import shapely

from geo.errors import InputError
from geo.measure import area_km2, distance_km
from geo.model import LonLat
from geo.settings import Settings
from geo.world.borders import load

TIKHORETSK = LonLat(40.1253, 45.8547)
VIEWS = ("recognised", "de-facto")


@pytest.fixture(scope="module")
def borders():
    """Open the borders that come with the package."""
    return load()


def km(borders, ref, at=TIKHORETSK, view="recognised"):
    """Measure to a line."""
    return borders.boundary(ref, view).foot(at).km


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("ref", ["border:UA", "border:Ukraine", "land-border:UKR", "border:UA/RU"])
def test_the_border_is_200_km_from_tikhoretsk(borders, ref, view):
    """The town is about 201 km from Ukraine by any of its names, whoever holds Crimea."""
    assert 201 < km(borders, ref, view=view) < 203


def test_nearest_in_degrees_is_not_taken(borders):
    """The point of the land border nearest in degrees is 221 km away, the true one less."""
    line = borders.boundary("land-border:UA").geometry
    there = shapely.ops.nearest_points(line, shapely.Point(TIKHORETSK.lonlat))[0]
    assert distance_km(TIKHORETSK, LonLat(there.x, there.y)) == pytest.approx(221, abs=1)
    assert km(borders, "land-border:UA") == pytest.approx(202, abs=1)


def test_crimea_is_a_line_of_its_own(borders):
    """The shore of Crimea can be measured to."""
    assert km(borders, "coast:Crimea") == pytest.approx(277.7, abs=0.5)


@pytest.mark.parametrize(
    ("place", "at", "recognised", "de_facto"),
    [
        pytest.param("Simferopol", LonLat(34.1, 44.95), "UA", "RU", id="Crimea"),
        pytest.param("Kerch", LonLat(36.45, 45.35), "UA", "RU", id="Crimea, east"),
        pytest.param("Armyansk", LonLat(33.69, 46.10), "UA", "RU", id="Crimea, just south of Perekop"),
        pytest.param("Chaplynka", LonLat(33.54, 46.36), "UA", "UA", id="mainland north of Perekop"),
        pytest.param("Majdal Shams", LonLat(35.77, 33.27), "SY", "IL", id="Golan"),
        pytest.param("Kyrenia", LonLat(33.32, 35.33), "CY", "XN", id="Northern Cyprus"),
        pytest.param("Limassol", LonLat(33.03, 34.72), "CY", "CY", id="Cyprus"),
        pytest.param("Laayoune", LonLat(-13.2, 27.15), "EH", "MA", id="Western Sahara, west"),
        pytest.param("Tifariti", LonLat(-10.57, 26.16), "EH", "EH", id="Western Sahara, east"),
        pytest.param("Hargeisa", LonLat(44.06, 9.56), "SO", "XS", id="Somaliland"),
        pytest.param("Sukhumi", LonLat(41.02, 43.0), "GE", "XA", id="Abkhazia"),
        pytest.param("Tiraspol", LonLat(29.6, 46.84), "MD", "XT", id="Transnistria"),
        pytest.param("Pristina", LonLat(21.16, 42.66), "XK", "XK", id="Kosovo"),
        pytest.param("Taipei", LonLat(121.55, 25.03), "TW", "TW", id="Taiwan"),
        pytest.param("Krasnodar", LonLat(38.97, 45.04), "RU", "RU", id="Russia"),
        pytest.param("Paris", LonLat(2.35, 48.85), "FR", "FR", id="no ISO code in the source"),
        pytest.param("Suva", LonLat(178.44, -18.13), "FJ", "FJ", id="by the antimeridian"),
        pytest.param("Anadyr", LonLat(-175.5, 65.5), "RU", "RU", id="beyond the antimeridian"),
        pytest.param("Pole", LonLat(0, -90), "AQ", "AQ", id="South Pole"),
        pytest.param("Atlantic", LonLat(-30, 30), None, None, id="ocean"),
        pytest.param("Caspian", LonLat(50.5, 41.8), None, None, id="Caspian Sea"),
    ],
)
def test_whose_a_place_is(borders, place, at, recognised, de_facto):
    """Each reading says which country holds a place."""
    assert (borders.country_at(at), borders.country_at(at, view="de-facto")) == (recognised, de_facto), place


def test_a_harbour_in_the_water_is_found_nearby(borders):
    """A position just off the coast belongs to the country within reach, the open sea to none."""
    pier, sea = LonLat(129.10, 35.02), LonLat(-30, 30)
    assert borders.country_at(pier) is None
    assert borders.country_at(pier, within_km=15) == "KR"
    assert borders.country_at(sea, within_km=15) is None


def test_units_agree_with_polygons(borders):
    """Looking up many positions gives what the outlines of the countries say."""
    rng = np.random.default_rng(5)
    lon, lat = rng.uniform(20, 60, 2000), rng.uniform(30, 60, 2000)
    for view in VIEWS:
        codes = np.array(borders.countries_at(lon, lat, view))
        for code in ("UA", "RU", "TR", "GE"):
            inside = shapely.contains_xy(borders.polygon(code, view), lon, lat)
            assert (inside == (codes == code)).all(), (code, view)


def test_land_agrees_with_its_outline(borders):
    """Positions are on land exactly where the land geometry has them, all over the globe."""
    rng = np.random.default_rng(6)
    lon, lat = rng.uniform(-180, 180, (40, 50)), rng.uniform(-90, 90, (40, 50))
    assert (borders.is_land(lon, lat) == shapely.contains_xy(borders.land(), lon, lat)).all()
    assert (borders.is_land(lon + 360, lat) == borders.is_land(lon, lat)).all()


def test_crimea_changes_hands_between_views(borders):
    """What Ukraine loses in the de facto view Russia gains: some 27,000 km2."""
    lost, gained = (
        area_km2(borders.polygon(code, one)) - area_km2(borders.polygon(code, other))
        for code, one, other in [("UA", *VIEWS), ("RU", *reversed(VIEWS))]
    )
    assert lost == pytest.approx(gained, rel=1e-6)
    assert 25_500 < lost < 28_500


@pytest.mark.parametrize(
    ("code", "km2"),
    [("UA", 603_500), ("LU", 2_590), ("NP", 147_200), ("FJ", 18_900), ("RU", 17_070_000), ("US", 9_470_000)],
)
def test_areas_are_those_of_the_countries(borders, code, km2):
    """Outlines enclose what they should, across the antimeridian too."""
    assert area_km2(borders.polygon(code)) == pytest.approx(km2, rel=0.03)


@pytest.mark.parametrize("code", ["RU", "FJ", "US", "AQ"])
def test_there_is_no_border_along_the_antimeridian(borders, code):
    """The cut at 180 degrees is no border."""
    lines = shapely.get_parts(borders.boundary(f"border:{code}").geometry)
    points, line = shapely.get_coordinates(lines, return_index=True)
    a, b = (end[line[:-1] == line[1:]] for end in (points[:-1], points[1:]))
    assert not ((np.abs(a[:, 0]) == 180) & (a[:, 0] == b[:, 0]) & (np.abs(a[:, 1] - b[:, 1]) > 0.01)).any()


def test_shared_borders_are_the_same_from_both_sides(borders):
    """The border of X with Y is that of Y with X."""
    one, other = borders.boundary("border:RU/UA").geometry, borders.boundary("border:UA/RU").geometry
    assert one.equals(other)


def test_border_is_land_border_and_coast(borders):
    """All of a border is either shared or coast."""
    whole, land, coast = (
        borders.boundary(f"{kind}:UA").geometry.length for kind in ("border", "land-border", "coast")
    )
    assert whole == pytest.approx(land + coast)


@pytest.mark.parametrize(
    ("name", "view", "near"),
    [
        ("Ukraine", "recognised", {"BY", "HU", "MD", "PL", "RO", "RU", "SK"}),
        ("Portugal", "recognised", {"ES"}),
        ("Georgia", "de-facto", {"AM", "AZ", "RU", "TR", "XA"}),
        ("Lesotho", "recognised", {"ZA"}),
        ("Iceland", "recognised", set()),
    ],
)
def test_neighbours(borders, name, view, near):
    """Neighbours share a line on land."""
    assert set(borders.neighbours(name, view)) == near


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ukraine", "UA"), ("UKR", "UA"), ("UA", "UA"), ("ukraine", "UA"), ("Holland", "NL"),
        ("the Netherlands", "NL"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("DPRK", "KP"),
        ("South Korea", "KR"), ("Republic of Korea", "KR"), ("U.S.", "US"), ("United States of America", "US"),
        ("Türkiye", "TR"), ("Turkey", "TR"), ("Côte d'Ivoire", "CI"), ("Ivory Coast", "CI"), ("Burma", "MM"),
        ("France", "FR"), ("Norway", "NO"), ("Kosovo", "XK"), ("Atlantis", None),
    ],
)  # fmt: skip
def test_countries_go_by_many_names(borders, name, code):
    """Codes and English names, old and new, lead to the same country."""
    assert borders.code(name) == code


@pytest.mark.parametrize(
    ("ref", "lat"),
    [("parallel:38", 38), ("parallel:38N", 38), ("parallel:16.5S", -16.5), ("parallel:-16.5", -16.5)],
)
def test_parallels_go_around_the_globe(borders, ref, lat):
    """A parallel is met straight north or south, everywhere."""
    foot = borders.boundary(ref).foot(LonLat(-179.9, 60))
    assert foot.at.lat == pytest.approx(lat, abs=1e-6)
    assert foot.at.lon == pytest.approx(-179.9, abs=1e-3)


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("border:Ukrane", "no such country: 'Ukrane'; did you mean ukraine"),
        ("border:", "no such line"),
        ("frontier:UA", "use border:NAME"),
        ("border:UA/PT", "UA and PT share no border"),
        ("coast:Nepal", "Nepal has no coast"),
        ("land-border:Iceland", "Iceland has no border on land"),
        ("border:Abkhazia", "no country in the recognised view"),
        ("layer:front", "--layer front=FILE"),
        ("parallel:95", "no such parallel: '95'"),
        ("parallel:north", "no such parallel"),
    ],
)
def test_lines_that_do_not_exist_are_refused(borders, ref, message):
    """The message says what would do."""
    with pytest.raises(InputError, match=message):
        borders.boundary(ref)


def test_views_that_do_not_exist_are_refused(borders):
    """There are two views."""
    with pytest.raises(InputError, match="use recognised or de-facto"):
        borders.boundary("border:UA", "moon")


@pytest.fixture
def front(tmp_path):
    """Write a line in degrees as GeoJSON."""
    path = tmp_path / "front.geojson"
    path.write_text(json.dumps({"type": "LineString", "coordinates": [[38, 47], [38, 48]]}))
    return path


def test_own_layers_are_lines_too(front):
    """A file brings its own line."""
    mine = load(Settings(layers=(("front", str(front)),)))
    assert km(mine, "layer:front", LonLat(39, 47.5)) == pytest.approx(75.3, abs=0.1)


def test_own_layers_are_reprojected(front, tmp_path):
    """A file in another reference system gives the same distances."""
    import geopandas as gpd

    other = tmp_path / "front.gpkg"
    gpd.read_file(front).to_crs(32637).to_file(other, driver="GPKG")
    mine, same = (load(Settings(layers=(("front", str(path)),))) for path in (other, front))
    assert km(mine, "layer:front") == pytest.approx(km(same, "layer:front"), abs=0.01)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("front.xlsx", "", "use one of .geojson"),
        ("missing.geojson", None, "no such file"),
        ("broken.geojson", "{", "cannot read"),
        ("empty.geojson", '{"type": "FeatureCollection", "features": []}', "holds no shapes"),
        ("front.shp", '{"type": "Point", "coordinates": [1, 2]}', "cannot read|not ESRI Shapefile"),
    ],
)
def test_layers_that_cannot_be_read_are_refused(tmp_path, name, content, message):
    """The message names the layer and the file."""
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=message):
        load(Settings(layers=(("front", str(path)),))).boundary("layer:front")


@pytest.mark.parametrize(
    "bounds",
    [(30, 43, 45, 50), (126, 36, 140, 45), (100, 30, 240, 60), (-180, -60, 180, 75), (40, 40, 40, 40)],
    ids=["Black Sea", "Korea", "Pacific", "world", "a point"],
)
def test_basemap_is_small_and_sound(borders, bounds):
    """Land is rings of two decimals, lines are lines, and all of it is below 300 KB."""
    base = borders.basemap(bounds)
    assert len(json.dumps(base, separators=(",", ":"))) < 300_000
    rings = [ring for polygon in base["land"]["coordinates"] for ring in polygon]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert all(len(line) > 1 for kind in ("borders", "disputed") for line in base[kind]["coordinates"])
    assert all(round(x, 2) == x for ring in rings for point in ring for x in point)


def test_basemap_keeps_the_caspian_and_shows_perekop(borders):
    """Waters inside land stay open, and the line of Crimea is among the disputed ones."""
    base = borders.basemap((30, 43, 55, 50))
    holes = [hole for _, *holes in base["land"]["coordinates"] for hole in holes]
    assert any(shapely.Polygon(hole).contains(shapely.Point(50.5, 41.8)) for hole in holes)
    disputed = shapely.MultiLineString(base["disputed"]["coordinates"])
    assert disputed.distance(shapely.Point(34.3, 46.08)) < 0.2


def test_basemap_is_finer_where_the_story_is(borders):
    """More vertices are drawn inside the bounds than elsewhere."""

    def vertices(bounds):
        land = shapely.get_coordinates(
            [
                shapely.LinearRing(ring)
                for polygon in borders.basemap(bounds)["land"]["coordinates"]
                for ring in polygon
            ]
        )
        return int(((np.abs(land - [20, 65]) < [8, 6]).all(axis=1)).sum())

    assert vertices((10, 58, 30, 71)) > 2 * vertices((100, -10, 120, 10))


def test_basemap_is_finest_near_positions(borders):
    """About a position the coast is drawn with all the detail there is, and the whole stays small."""
    spot, bounds = LonLat(130.3, 42.2), (30.0, 40.0, 140.0, 60.0)

    def around(base):
        rings = [ring for polygon in base["land"]["coordinates"] for ring in polygon]
        land = shapely.get_coordinates([shapely.LinearRing(ring) for ring in rings])
        return int((np.abs(land - spot.lonlat) < 0.5).all(axis=1).sum())

    near = borders.basemap(bounds, near=[spot])
    assert around(near) > 3 * around(borders.basemap(bounds))
    assert len(json.dumps(near, separators=(",", ":"))) < 600_000
    assert near == borders.basemap(bounds, near=[spot])


def test_disputed_parts_name_their_source(borders):
    """Every disputed part says who holds it in either view and where its outline is from."""
    assert {"Crimea", "Golan Heights", "Kosovo"} <= {each.name for each in borders.disputed}
    assert all(each.source for each in borders.disputed)
