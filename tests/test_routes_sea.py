"""Routes by ship."""

import random
import re
from itertools import pairwise

import numpy as np
import pytest

from geo import routes
from geo.errors import InputError
from geo.measure import densify, distance_km, line_km
from geo.model import LonLat, Place
from geo.routes import lanes, sea
from geo.routes.passages import PASSAGES
from geo.routes.shore import Shore

NAJIN = LonLat(130.30, 42.23)
DUNAY = LonLat(132.33, 42.88)
SHANGHAI = LonLat(121.8, 31.3)
ROTTERDAM = LonLat(4.05, 51.98)
PIRAEUS = LonLat(23.62, 37.94)
ODESA = LonLat(30.74, 46.49)

# Boxes in which canals cut land: west, south, east, north.
CANALS = ((32.0, 29.8, 33.0, 31.4), (-80.1, 8.85, -79.4, 9.45))


@pytest.fixture(scope="module")
def shore(world):
    """Return the land, cut for tests of lines."""
    return Shore.of(world.borders.land())


def dry_km(shore, route, harbour_km):
    """Return the km over land beyond the harbour stretches and outside the canals."""
    a, b = route.line[0], route.line[-1]
    stretches = (
        (one, other)
        for one, other in pairwise(densify(route.line, 5.0))
        if min(distance_km(each, port) for each in (one, other) for port in (a, b)) > harbour_km
        and not any(west < one.lon < east and south < one.lat < north for west, south, east, north in CANALS)
    )
    return sum(shore.over_land_km(each) for each in stretches)


def test_najin_to_dunay_is_as_long_as_the_voyage(world):
    """The ship of the story sails 190-205 km."""
    assert 190 <= routes.build(NAJIN, DUNAY, "sea", world=world).length_km <= 205


def test_najin_to_dunay_keeps_off_land_beyond_the_ports(world, shore):
    """No part of the line that is 3 km from either port lies on land."""
    assert dry_km(shore, routes.build(NAJIN, DUNAY, "sea", world=world), 3.0) == 0


@pytest.mark.slow
def test_sixty_voyages_keep_off_land_and_are_long_enough(world, shore):
    """Between ports drawn at random no line crosses land, and none is shorter than the geodesic."""
    net = lanes.load()
    draw = random.Random(60)  # noqa: S311  (a fixed draw)
    for _ in range(60):
        a, b = (
            LonLat(float(net.lon[each]), float(net.lat[each])) for each in draw.sample(range(len(net.lon)), 2)
        )
        route = routes.build(a, b, "sea", world=world)
        assert dry_km(shore, route, 3.0) < 0.1, f"{a} {b}"
        assert route.length_km >= distance_km(a, b) - 1e-6
        assert (route.line[0], route.line[-1]) == (a, b)


def test_a_line_measures_what_its_route_says(world):
    """The length is that of the line as drawn."""
    route = routes.build(SHANGHAI, ROTTERDAM, "sea", world=world)
    assert line_km(route.line) == pytest.approx(route.length_km, rel=1e-6)


def test_a_way_back_is_as_long_as_the_way_there(world):
    """The sea has no one-way lanes here."""
    there = routes.build(SHANGHAI, ROTTERDAM, "sea", world=world)
    back = routes.build(ROTTERDAM, SHANGHAI, "sea", world=world)
    assert back.length_km == pytest.approx(there.length_km, rel=0.005)


@pytest.mark.parametrize(
    ("options", "low", "high", "by"),
    [
        pytest.param({}, 19_000, 19_700, "Suez Canal", id="the usual way"),
        pytest.param({"avoid": ("Suez Canal", "panama")}, 25_000, 27_000, "", id="round Africa"),
        pytest.param(
            {"via": ("northern sea route",)}, 14_000, 15_800, "Northeast Passage", id="through the ice"
        ),
        pytest.param({"via": ("panama",)}, 24_000, 26_000, "Panama Canal", id="the other way round"),
        pytest.param({"avoid": ("malacca",)}, 19_500, 21_000, "Sunda Strait", id="round Malacca"),
    ],
)
def test_passages_can_be_asked_for_and_shut(world, options, low, high, by):
    """Straits and canals are options, and are told in the method."""
    route = routes.build(SHANGHAI, ROTTERDAM, "sea", world=world, **options)
    assert low < route.length_km < high
    assert by in route.method


def test_a_place_that_is_a_strait_is_a_passage_not_a_port(world):
    """The Suez Canal of a gazetteer as a stop leads through it, without landing in the desert."""
    canal = Place("s", "Suez Canal", LonLat(32.35, 30.5), "canal")
    stopped = routes.build(SHANGHAI, ROTTERDAM, "sea", world=world, via=(canal,))
    assert stopped.length_km == pytest.approx(
        routes.build(SHANGHAI, ROTTERDAM, "sea", world=world).length_km, rel=0.001
    )


def test_arctic_passages_are_shut_unless_asked_for(world):
    """No route takes the ice by itself."""
    for a, b in ((SHANGHAI, ROTTERDAM), (LonLat(-74.03, 40.66), LonLat(139.7, 35.4))):
        assert not re.search("Northwest|Northeast", routes.build(a, b, "sea", world=world).method)


@pytest.mark.parametrize(
    ("a", "b", "options", "message"),
    [
        pytest.param(ODESA, PIRAEUS, {"avoid": ("bosphorus",)}, "that avoids Bosporus", id="blocked strait"),
        pytest.param(
            LonLat(56.2, 27.15), LonLat(47.52, 42.98), {}, "give ports on seas that meet", id="Caspian"
        ),
        pytest.param(LonLat(37.6, 55.75), ODESA, {}, "no sea within 75 km", id="landlocked"),
        pytest.param(
            ODESA, PIRAEUS, {"avoid": ("styx",)}, "no such sea passage: 'styx'; use one of", id="unknown"
        ),
    ],
)
def test_what_no_ship_can_do_is_an_error(world, a, b, options, message):
    """Where there is no way by sea the message says why."""
    with pytest.raises(InputError, match=message):
        routes.build(a, b, "sea", world=world, **options)


def test_an_inland_sea_has_ways_of_its_own(world):
    """Baku to Makhachkala is a voyage on the Caspian."""
    route = routes.build(LonLat(49.9, 40.35), LonLat(47.52, 42.98), "sea", world=world)
    assert 350 < route.length_km < 480


def test_a_port_up_a_river_says_so(world):
    """Rouen is no port of the coastline on file."""
    route = routes.build(
        Place("r", "Rouen", LonLat(1.07, 49.44), "port", "FR"), ROTTERDAM, "sea", world=world
    )
    assert re.search(r"The last \d+ km at Rouen follow a river or inlet", route.caveat)


def test_a_port_on_two_seas_takes_its_own(world):
    """Auckland to Sydney leads round North Cape, not over the isthmus."""
    route = routes.build(LonLat(174.78, -36.84), LonLat(151.2, -33.85), "sea", world=world)
    assert 2_300 < route.length_km < 2_450
    assert max(each.lat for each in route.line) > -34.6


def test_a_voyage_over_the_antimeridian_is_drawn_within_180_degrees(world):
    """Yokohama to Los Angeles crosses 180 once, with longitudes that stay in range."""
    route = routes.build(LonLat(139.66, 35.44), LonLat(-118.26, 33.73), "sea", world=world)
    assert sum(abs(a.lon - b.lon) > 180 for a, b in pairwise(route.line)) == 1
    assert 8_800 < route.length_km < 9_200


def test_the_short_way_over_the_antimeridian_is_found(world):
    """Suva to Apia is some 1,150 km, not round the globe."""
    route = routes.build(LonLat(178.42, -18.13), LonLat(-171.76, -13.83), "sea", world=world)
    assert 1_100 < route.length_km < 1_250


# Nautical miles as printed in distance tables for mariners; written down from memory (docs/routes.md).
PUBLISHED = [
    ("Rotterdam", (4.05, 51.98), "Singapore", (103.84, 1.26), 8288),
    ("Shanghai", (121.8, 31.3), "Los Angeles", (-118.26, 33.73), 5708),
    ("New York", (-74.03, 40.66), "Rotterdam", (4.05, 51.98), 3310),
    ("Yokohama", (139.66, 35.44), "Los Angeles", (-118.26, 33.73), 4839),
    ("Cape Town", (18.43, -33.9), "New York", (-74.03, 40.66), 6786),
    ("Singapore", (103.84, 1.26), "Sydney", (151.2, -33.85), 4290),
    ("Mumbai", (72.84, 18.93), "Singapore", (103.84, 1.26), 2438),
    ("Vladivostok", (131.89, 43.1), "Busan", (129.05, 35.1), 510),
    ("Colon", (-79.9, 9.37), "Balboa", (-79.57, 8.95), 44),
    ("Hong Kong", (114.17, 22.3), "Singapore", (103.84, 1.26), 1460),
    ("Colombo", (79.84, 6.95), "Singapore", (103.84, 1.26), 1567),
    ("Aden", (44.98, 12.79), "Colombo", (79.84, 6.95), 2094),
    ("Aden", (44.98, 12.79), "Suez", (32.55, 29.93), 1308),
    ("Port Said", (32.31, 31.27), "Gibraltar", (-5.36, 36.14), 1920),
    ("Port Said", (32.31, 31.27), "Suez", (32.55, 29.93), 88),
    ("Lisbon", (-9.14, 38.7), "New York", (-74.03, 40.66), 2972),
    ("Gibraltar", (-5.36, 36.14), "Southampton", (-1.4, 50.9), 1151),
    ("Honolulu", (-157.87, 21.3), "San Francisco", (-122.4, 37.8), 2091),
    ("Honolulu", (-157.87, 21.3), "Yokohama", (139.66, 35.44), 3397),
    ("Seattle", (-122.35, 47.6), "Yokohama", (139.66, 35.44), 4254),
    ("Sydney", (151.2, -33.85), "Auckland", (174.78, -36.84), 1275),
    ("Auckland", (174.78, -36.84), "Honolulu", (-157.87, 21.3), 3820),
    ("Istanbul", (28.98, 41.01), "Odesa", (30.74, 46.49), 344),
    ("Sydney", (151.2, -33.85), "Melbourne", (144.92, -37.84), 582),
    ("Fremantle", (115.74, -32.05), "Cape Town", (18.43, -33.9), 4710),
    ("Cape Town", (18.43, -33.9), "Durban", (31.03, -29.87), 796),
    ("Valparaiso", (-71.62, -33.03), "Balboa", (-79.57, 8.95), 2615),
    ("Manila", (120.95, 14.59), "Hong Kong", (114.17, 22.3), 631),
    ("Wellington", (174.79, -41.28), "Sydney", (151.2, -33.85), 1236),
    ("Genoa", (8.92, 44.4), "Gibraltar", (-5.36, 36.14), 850),
]


def test_lengths_agree_with_published_distances(world):
    """Of thirty voyages the median differs by under 2 % from the tables for mariners, and none by over 8 %."""
    errors = [
        abs(routes.build(LonLat(*a), LonLat(*b), "sea", world=world).length_km / (nmi * 1.852) - 1)
        for _, a, _, b, nmi in PUBLISHED
    ]
    assert float(np.median(errors)) < 0.02
    assert max(errors) < 0.08


@pytest.mark.parametrize(
    "passage", [each for each in PASSAGES if each.tag not in {"suez", "panama"}], ids=lambda each: each.tag
)
def test_every_passage_lies_where_the_network_has_it(passage):
    """The middle that is on file is close to the lanes of that name."""
    net = lanes.load()
    near = [
        distance_km(net.at(node), passage.at)
        for edge, tag in net.tagged.items()
        if tag == passage.tag
        for node in edge
    ]
    assert min(near) < 250


def test_a_port_named_twice_is_no_voyage(world):
    """From a port to itself is a line of two equal points and no length."""
    route = routes.build(NAJIN, NAJIN, "sea", world=world)
    assert route.length_km == 0


def test_sources_are_credited(world):
    """Lanes and land name their makers."""
    credit = " ".join(routes.build(SHANGHAI, ROTTERDAM, "sea", world=world).sources)
    assert "searoute" in credit
    assert "Natural Earth" in credit
    assert sea.LANES in credit
