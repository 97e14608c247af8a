"""Travel by ship: over the network of sea lanes, and along the coast where it has none."""

from geo.errors import InputError
from geo.measure import densify, distance_km
from geo.model import LonLat, Route
from geo.routes import lanes
from geo.routes.mode import Order, Stop

__all__ = ["build"]

SOURCES = ("Sea lanes: searoute (Apache-2.0), after Eurostat searoute and Oak Ridge National Laboratory",)


def build(a: Stop, b: Stop, order: Order) -> Route:
    """Return a way by ship."""
    net = lanes.load()
    start, end = (
        {
            int(node): distance_km(each.at, LonLat(net.lon[node], net.lat[node]))
            for node in net.near(*each.at.lonlat, 4)
        }
        for each in (a, b)
    )
    way = net.way(start, end, (*order.avoid, "northwest"))
    if way is None:
        raise InputError(f"no sea route from {a.name} to {b.name} that avoids {', '.join(order.avoid)}")
    km, nodes = way
    line = (a.at, *(LonLat(net.lon[node], net.lat[node]) for node in nodes), b.at)
    return Route("sea", densify(line, 50.0), km, "sea lanes", "The ship's real track is not known.", SOURCES)
