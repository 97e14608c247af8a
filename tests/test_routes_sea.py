"""Routes by ship."""

import csv
import random
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy.sparse.csgraph import dijkstra

from geo import routes
from geo.errors import InputError
from geo.measure import densify, distance_km, line_km
from geo.model import LonLat, Place
from geo.routes import approach, known, lanes, sea
from geo.routes.passages import PASSAGES, SHUT
from geo.routes.raster import RES, STEPS
from geo.routes.shore import BLOCK, CELLS, Shore

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


@pytest.mark.parametrize(
    ("column", "row"), [(102, 64), (155, 66), (51, 57)], ids=["Aegean", "Korea", "Bahamas"]
)
def test_a_cell_is_land_where_its_centre_is(shore, column, row):
    """The quick raster of a block agrees with a test of each point."""
    block = shore.block(column, row)
    centre = (np.arange(CELLS) + 0.5) * RES
    lon, lat = np.meshgrid(column * BLOCK - 180 + centre, row * BLOCK - 90 + centre)
    inside = block.raster.inside
    assert 0 < inside.sum() < inside.size
    assert np.array_equal(inside, shapely.contains_xy(block.land, lon, lat))


@pytest.mark.parametrize(
    ("column", "row"), [(102, 64), (155, 66), (99, 72)], ids=["Aegean", "Korea", "Hel peninsula"]
)
def test_a_step_is_barred_where_land_crosses_it(shore, column, row):
    """Between cells of water the bits of a raster agree with a test of each line."""
    block = shore.block(column, row)
    raster = block.raster
    west, south = column * BLOCK - 180, row * BLOCK - 90
    barred = 0
    for bit, (up, across) in enumerate(STEPS):
        rows, columns = np.mgrid[0 : CELLS - 1, 1 : CELLS - 1]
        wet = ~raster.inside[rows, columns] & ~raster.inside[rows + up, columns + across]
        rows, columns = rows[wet], columns[wet]
        ends = [
            np.stack(
                [west + (columns + across * far + 0.5) * RES, south + (rows + up * far + 0.5) * RES], axis=-1
            )
            for far in (0, 1)
        ]
        crossed = shapely.intersects(block.land, shapely.linestrings(np.stack(ends, axis=1)))
        told = raster.barred[rows + up, columns + max(across, 0)] & (1 << bit) > 0
        assert np.array_equal(crossed, told)
        barred += int(told.sum())
    assert barred > 0


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


def test_lengths_agree_with_published_distances(world):
    """Of forty voyages the median differs by under 2 % from the tables for mariners, and none by over 8 %."""
    errors = []
    with (Path(__file__).parent / "sea_distances.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            a, b = (LonLat(float(row[f"{end}_lon"]), float(row[f"{end}_lat"])) for end in ("from", "to"))
            route = routes.build(a, b, "sea", world=world)
            errors.append(abs(route.length_km / (float(row["nmi"]) * 1.852) - 1))
    assert len(errors) == 40
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


@pytest.mark.parametrize(
    ("port", "low", "high"),
    [
        pytest.param(LonLat(18.55, 54.5333), 1_350, 1_650, id="Gdynia, behind a spit"),
        pytest.param(LonLat(4.40, 51.2333), 120, 260, id="Antwerp, up an estuary"),
        pytest.param(LonLat(-90.06, 29.95), 8_500, 9_800, id="New Orleans, between lakes"),
        pytest.param(LonLat(9.97, 53.54), 450, 650, id="Hamburg, up a river"),
        pytest.param(LonLat(113.40, 23.10), 17_500, 19_000, id="Guangzhou, in a delta"),
    ],
)
def test_hidden_ports_reach_the_sea(world, port, low, high):
    """Spits, estuaries and lakes do not keep a ship from Rotterdam."""
    assert low < routes.build(port, ROTTERDAM, "sea", world=world).length_km < high


def test_the_kiel_canal_is_taken_where_it_is_asked_for(world):
    """Hamburg to Gdynia leads round Skagen, or through the canal by name."""
    hamburg, gdynia = LonLat(9.97, 53.54), LonLat(18.55, 54.5333)
    round_skagen = routes.build(hamburg, gdynia, "sea", world=world)
    through = routes.build(hamburg, gdynia, "sea", world=world, via=("Kiel Canal",))
    assert 1_300 < round_skagen.length_km < 1_500
    assert 780 < through.length_km < 860
    assert "Kiel Canal" in through.method


def test_a_port_on_a_strait_has_no_way_past_a_bar(world):
    """Istanbul to Odesa leads through the Bosporus; without it there is none."""
    istanbul = LonLat(28.95, 41.0)
    assert 600 < routes.build(istanbul, ODESA, "sea", world=world).length_km < 700
    with pytest.raises(InputError, match="that avoids Bosporus"):
        routes.build(istanbul, ODESA, "sea", world=world, avoid=("bosporus",))


def test_shoals_are_no_way(world):
    """Mumbai to Chennai leads round Sri Lanka, not over Adam's Bridge."""
    route = routes.build(LonLat(72.85, 18.93), LonLat(80.30, 13.10), "sea", world=world)
    assert min(each.lat for each in route.line) < 6.2


def test_a_bound_on_the_search_does_not_change_the_way():
    """By way of a crossroads no voyage is shorter than the shortest, so that the search may end there."""
    net = lanes.load()
    graph = net.graph(SHUT)
    draw = random.Random(27)  # noqa: S311  (a fixed draw)
    for _ in range(20):
        a, b = draw.sample(range(len(net.lon)), 2)
        found = net.way({a: 0.0}, {b: 0.0}, {*SHUT})
        assert found
        assert found[0] == pytest.approx(float(dijkstra(graph, indices=a)[b]), rel=1e-7)


def test_a_way_on_file_is_as_long_as_its_line(shore):
    """What was surveyed beforehand fits the network it leads to, and keeps off land."""
    net, ports = lanes.load(), known.load()
    draw = random.Random(12)  # noqa: S311
    for port in draw.sample(range(len(ports.lon)), 25):
        at = LonLat(float(ports.lon[port]), float(ports.lat[port]))
        reached = ports.km_to(at)
        assert reached
        for node, km in reached.items():
            way = ports.way(at, node, net)
            assert way.km == km
            assert (way.line[0], way.line[-1]) == (at, net.at(node))
            assert line_km(way.line) == pytest.approx(way.km, rel=1e-5)
            assert dry_km(shore, way, way.harbours_km[0]) < 0.1


def test_a_port_on_file_is_what_a_survey_finds(shore):
    """The ways on file are those that would be found today."""
    net, ports = lanes.load(), known.load()
    at = LonLat(float(ports.lon[100]), float(ports.lat[100]))
    surveyed = approach.joins(shore, at, net)
    on_file = ports.km_to(at)
    assert list(on_file) == list(surveyed)
    for node, way in surveyed.items():
        assert on_file[node] == pytest.approx(way.km, rel=1e-5)


def test_a_place_beside_a_port_begins_at_the_place():
    """A position a km from a port on file takes the port's ways, by way of the port."""
    net, ports = lanes.load(), known.load()
    home = LonLat(float(ports.lon[100]), float(ports.lat[100]))
    at = LonLat(home.lon + 0.008, home.lat + 0.004)
    reached = ports.km_to(at)
    assert reached
    for node in reached:
        way = ports.way(at, node, net)
        assert way.line[:2] == (at, home)
        assert line_km(way.line) == pytest.approx(way.km, rel=1e-5)
    assert not ports.km_to(LonLat(0.0, -40.0))
    with pytest.raises(ValueError, match="no port at"):
        ports.way(LonLat(0.0, -40.0), 0, net)


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
