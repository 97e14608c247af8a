"""Routes over the world's networks of the extra, on a small network of the same form."""

import sys
from types import ModuleType

import pytest

from geo import routes
from geo.model import LonLat
from geo.routes import worldwide

# A ring round the Gulf of Finland's mouth: Turku, Tampere, Helsinki; a lone island of one node.
NODES = [[60.45, 22.27], [61.50, 23.79], [60.17, 24.94], [57.0, 20.0]]
LINKS = [{1: 170.0, 2: 400.0}, {0: 170.0, 2: 187.0}, {0: 400.0, 1: 187.0}, {}]


@pytest.fixture
def installed(monkeypatch):
    """Pretend that the extra is installed, with a network of four nodes."""
    package, data = ModuleType("scgraph_data"), ModuleType("scgraph_data.world_railways")
    data.nodes, data.graph = NODES, LINKS
    monkeypatch.setitem(sys.modules, "scgraph_data", package)
    monkeypatch.setitem(sys.modules, "scgraph_data.world_railways", data)
    worldwide._load.cache_clear()
    yield
    worldwide._load.cache_clear()


@pytest.fixture
def missing(monkeypatch):
    """Pretend that the extra is not installed."""
    monkeypatch.setitem(sys.modules, "scgraph_data", None)
    monkeypatch.setitem(sys.modules, "scgraph_data.world_railways", None)
    worldwide._load.cache_clear()
    yield
    worldwide._load.cache_clear()


@pytest.mark.usefixtures("installed")
def test_the_shortest_way_is_taken_and_credited(world):
    """Turku to Helsinki leads by Tampere, 357 km and the ways to the stations."""
    route = routes.build(LonLat(22.27, 60.46), LonLat(24.94, 60.18), "rail", world=world)
    assert LonLat(23.79, 61.50) in route.line
    assert 357 <= route.length_km < 362
    assert "OpenStreetMap" in route.sources[0]


@pytest.mark.usefixtures("installed")
def test_a_country_may_be_shut(world):
    """With Finland to avoid there is no way, and the route is schematic."""
    route = routes.build(LonLat(22.27, 60.46), LonLat(24.94, 60.18), "rail", world=world, avoid=("Finland",))
    assert route.caveat.startswith("Drawn straight")


@pytest.mark.usefixtures("missing")
@pytest.mark.parametrize("mode", ["rail", "road"])
def test_without_the_extra_routes_are_schematic(world, mode):
    """What is not installed is said, not raised."""
    route = routes.build(LonLat(22.27, 60.46), LonLat(24.94, 60.18), mode, world=world)
    assert route.method.startswith("geodesic x")
    assert route.caveat.startswith("Drawn straight")
