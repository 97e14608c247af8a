"""Routes on land and in the air."""

import csv
from itertools import pairwise

import pytest
import shapely
from hypothesis import given, strategies as st

from geo import routes
from geo.errors import InputError
from geo.measure import distance_km, line_km
from geo.model import LonLat, Place
from geo.routes import corridors
from geo.routes.speed import hours, plausible

NAJIN = LonLat(130.30, 42.23)
DUNAY = LonLat(132.33, 42.88)
TIKHORETSK = LonLat(40.1253, 45.8547)
KHABAROVSK = Place("k", "Khabarovsk", LonLat(135.0972, 48.4621), "city", "RU")
MOSCOW = LonLat(37.6178, 55.7522)
LAND_MODES = ("rail", "road", "foot", "air", "unknown")

places = st.builds(LonLat, st.floats(-180, 180), st.floats(-85, 85))


@pytest.fixture(scope="module")
def shipment(world):
    """Return the railway route of the demonstration story."""
    return routes.build(DUNAY, TIKHORETSK, "rail", world=world)


@pytest.mark.parametrize("mode", LAND_MODES)
@given(a=places, b=places)
def test_every_route_ends_at_its_places_and_is_no_shorter_than_the_geodesic(world, mode, a, b):
    """The two laws of routes hold for any two positions."""
    route = routes.build(a, b, mode, world=world)
    assert (route.line[0], route.line[-1]) == (a, b)
    assert route.length_km >= distance_km(a, b) - 1e-6
    assert route.mode == mode
    assert route.method
    assert route.caveat


def test_the_shipment_by_rail_is_as_long_as_the_line(shipment):
    """Dunay to Tikhoretsk is 9,400-10,200 km by rail."""
    assert 9_400 <= shipment.length_km <= 10_200


@pytest.mark.parametrize("country", ["China", "Mongolia", "Kazakhstan"])
def test_the_shipment_by_rail_crosses_no_third_country(world, shipment, country):
    """A train inside Russia stays inside Russia, as drawn too."""
    line = shapely.LineString([each.lonlat for each in shipment.line])
    assert not line.intersects(world.borders.polygon(country))


@pytest.mark.parametrize(
    "town",
    [
        "Bolshoy Kamen",
        "Khabarovsk",
        "Chita",
        "Irkutsk",
        "Omsk",
        "Tyumen",
        "Kamensk-Uralsky",
        "Samara",
        "Volgograd",
        "Salsk",
    ],
)
def test_the_shipment_by_rail_passes_the_towns_of_the_corridor(shipment, town):
    """The line runs through the towns that it is said to."""
    at = next(each.at for each in corridors.load().stations if each.name == town)
    assert at in shipment.line


def test_a_train_may_be_sent_through_a_third_country_by_a_stop_there(world):
    """Harbin as a stop takes the Chinese Eastern line, which is shorter."""
    harbin = Place("h", "Harbin", LonLat(126.65, 45.75), "city", "CN")
    chita = LonLat(113.49, 52.04)
    home = routes.build(LonLat(131.87, 43.11), chita, "rail", world=world)
    abroad = routes.build(LonLat(131.87, 43.11), chita, "rail", world=world, via=(harbin,))
    assert abroad.length_km < home.length_km - 300


def test_a_train_from_rajin_crosses_at_khasan(world):
    """The line from Rajin to Russia runs by Tumangang and Khasan, not through China."""
    route = routes.build(LonLat(130.2831, 42.2556), TIKHORETSK, "rail", world=world)
    names = {each.at: each.name for each in corridors.load().stations}
    assert {"Tumangang", "Khasan"} <= {names.get(at) for at in route.line}


def test_a_country_to_avoid_is_avoided(world):
    """Without Belarus the way from Moscow to Warsaw leads through Ukraine, and is longer."""
    warsaw = LonLat(21.01, 52.23)
    usual = routes.build(MOSCOW, warsaw, "rail", world=world)
    other = routes.build(MOSCOW, warsaw, "rail", world=world, avoid=("Belarus",))
    assert other.length_km > usual.length_km + 100


def test_a_train_that_must_not_leave_russia_does_not(world):
    """Without Kazakhstan the way from Omsk to Chelyabinsk goes round by Tyumen."""
    ends = LonLat(73.37, 54.99), LonLat(61.43, 55.16)
    inside = routes.build(*ends, "rail", world=world, within="Russia")
    names = {each.at: each.name for each in corridors.load().stations}
    assert "Tyumen" in {names.get(at) for at in inside.line}


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        pytest.param(LonLat(131.87, 43.11), KHABAROVSK, 767, id="Vladivostok-Khabarovsk"),
        pytest.param(LonLat(82.93, 55.02), LonLat(73.37, 54.99), 623, id="Novosibirsk-Omsk"),
        pytest.param(LonLat(73.37, 54.99), LonLat(60.61, 56.86), 896, id="Omsk-Yekaterinburg"),
        pytest.param(LonLat(44.50, 48.71), TIKHORETSK, 526, id="Volgograd-Tikhoretsk by the world's graph"),
        pytest.param(
            LonLat(61.40, 55.16), TIKHORETSK, 2414, id="Chelyabinsk-Tikhoretsk by the table of tariffs"
        ),
        pytest.param(LonLat(97.99, 55.93), LonLat(105.79, 56.80), 720, id="Tayshet-Lena by the same"),
        pytest.param(LonLat(51.39, 35.69), LonLat(59.61, 36.30), 926, id="Tehran-Mashhad"),
        pytest.param(LonLat(39.28, -6.82), LonLat(28.67, -13.97), 1860, id="Dar es Salaam-Kapiri Mposhi"),
    ],
)
def test_rail_lengths_agree_with_kilometre_posts(world, a, b, km):
    """Lengths are within 5 % of what the railway counts."""
    assert routes.build(a, b, "rail", world=world).length_km == pytest.approx(km, rel=0.05)


def test_a_town_off_the_line_is_joined_to_it_and_says_so(world):
    """A place 30 km from the railway has an access leg that the caveat tells."""
    village = Place("v", "Farfield", LonLat(135.5, 48.5), "village", "RU")
    route = routes.build(village, MOSCOW, "rail", world=world)
    assert "Farfield is joined to the line by" in route.caveat


def test_places_far_from_any_corridor_are_joined_schematically(world):
    """Where no line is on file the route says that it is drawn straight."""
    route = routes.build(LonLat(-58.4, -34.6), LonLat(-64.2, -31.4), "rail", world=world)
    assert route.caveat.startswith("Drawn straight")


def test_corridor_lines_hold_together():
    """Every corridor shares a station with another of its landmass, so that each of these is one graph."""
    rails = corridors.load()
    groups = {index: {index} for index in range(len(rails.stations))}
    for track in rails.tracks:
        merged = groups[track.a] | groups[track.b]
        for each in merged:
            groups[each] = merged
    found = {frozenset(rails.stations[each].country for each in group) for group in groups.values()}
    eurasia = max(found, key=len)
    assert {"RU", "DE", "KP", "CN", "IR", "TR", "RS"} <= eurasia
    assert found - {eurasia} == {
        frozenset({"AO", "CD", "ZM", "TZ"}),
        frozenset({"ET", "DJ"}),
        frozenset({"KE"}),
    }


def test_every_kilometre_post_names_what_it_was_checked_against():
    """No number without a source: a row with a post says whose table it stands in."""
    for path in sorted(corridors.folder().glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert ("; km: " in row["source"]) == bool(row["km"]), (path.name, row["stop"])


def test_no_corridor_leg_is_so_long_that_it_says_nothing():
    """Legs between waypoints stay under 700 km and their factors between 1 and 1.8."""
    rails = corridors.load()
    for track in rails.tracks:
        straight = distance_km(rails.stations[track.a].at, rails.stations[track.b].at)
        assert straight < 700
        assert 1.0 <= track.km / straight < 1.8


def test_stops_make_a_way_longer(world):
    """A stop on the way is on the line, and never makes it shorter."""
    direct = routes.build(NAJIN, MOSCOW, "air", world=world)
    stopped = routes.build(NAJIN, MOSCOW, "air", world=world, via=(KHABAROVSK,))
    assert KHABAROVSK.at in stopped.line
    assert stopped.length_km > direct.length_km


def test_a_flight_over_the_antimeridian_bends_north(world):
    """Vladivostok to Los Angeles is drawn as a geodesic, which passes 54 degrees north and crosses 180 once."""
    route = routes.build(LonLat(131.9, 43.1), LonLat(-118.4, 33.9), "air", world=world)
    assert max(each.lat for each in route.line) > 53.5
    assert sum(abs(a.lon - b.lon) > 180 for a, b in pairwise(route.line)) == 1
    assert line_km(route.line) == pytest.approx(route.length_km, rel=1e-9)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"mode": "camel"}, "no such way of travelling: 'camel'; use one of sea", id="mode"),
        pytest.param(
            {"mode": "rail", "within": "Atlantis"}, "no such country to route by: 'Atlantis'", id="within"
        ),
        pytest.param(
            {"mode": "rail", "avoid": ("Atlantis",)}, "no such country to route by: 'Atlantis'", id="avoid"
        ),
        pytest.param(
            {"mode": "sea", "via": ("styx",)}, "no such sea passage: 'styx'; use one of suez", id="via"
        ),
    ],
)
def test_wrong_options_are_named(world, options, message):
    """An option that cannot be used is an error of one line."""
    with pytest.raises(InputError, match=message):
        routes.build(NAJIN, DUNAY, world=world, **options)


@pytest.mark.parametrize(
    ("mode", "days", "ok", "word"),
    [
        pytest.param("rail", (2, 2), True, "fast", id="two days is a passenger train's time"),
        pytest.param("rail", (0.5, 1), False, "would take over 300 km/h", id="one day is too fast"),
        pytest.param("rail", (14, 20), True, "leaves time", id="two weeks"),
        pytest.param("unknown", (1, 2), None, "not told", id="no mode, no check"),
    ],
)
def test_times_are_checked_against_speeds(world, mode, days, ok, word):
    """Ten thousand km of railway need days, not hours."""
    check = plausible(routes.build(DUNAY, TIKHORETSK, mode, world=world), *days)
    assert check.ok is ok
    assert word in check.because


def test_an_exact_time_can_be_too_slow(world):
    """A claim of the time itself fails where it is too long; two dates do not."""
    route = routes.build(NAJIN, DUNAY, "road", world=world)
    assert plausible(route, 2, 2, exact=True).ok is False
    assert plausible(route, 2, 2).ok is True


@pytest.mark.parametrize("days", [(-1, 2), (3, 2)])
def test_times_that_cannot_be_are_refused(world, days):
    """A time runs forward."""
    with pytest.raises(InputError, match="no such time"):
        plausible(routes.build(NAJIN, DUNAY, "air", world=world), *days)


def test_a_march_of_days_rests_at_night(world):
    """Walking 227 km takes four days or more."""
    least, most = hours(routes.build(NAJIN, DUNAY, "foot", world=world))
    assert least > 72
    assert most > least
