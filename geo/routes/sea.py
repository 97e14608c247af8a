"""Travel by ship: over the network of sea lanes, and round the coasts near ports and on short legs."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from geo.errors import InputError
from geo.measure import densify, distance_km, line_km
from geo.model import LonLat, Route
from geo.routes import coast, lanes
from geo.routes.coast import COASTAL, HARBOUR_KM, Port, Reach, Way
from geo.routes.lanes import Lanes
from geo.routes.mode import Frontiers, Order, Stop
from geo.routes.passages import PASSAGES, SHUT, Passage, named
from geo.routes.shore import Shore

__all__ = ["build"]

SHORT_KM = 500.0
MIDDLE_KM = 2000.0
DIRECT = 1.1
ROUNDABOUT = 1.5  # a way along the coast that much longer than the geodesic is compared with the lanes
GUESS_SLACK = 1.1  # how far the way to a lane may exceed its first estimate before the lane is chosen anew
GUESSES = 12
DRAWN_KM = 50.0  # a drawn line has a point at least every so many km
NEAR_KM = 5.0  # a line that comes so close to the middle of a passage goes through it
LAND = "Land: Natural Earth 1:10m (public domain)"
LANES = "Sea lanes: searoute (Apache-2.0), after Eurostat's SeaRoute and Oak Ridge National Laboratory"
TITLES = {each.tag: each.title for each in PASSAGES}


def build(a: Stop, b: Stop, order: Order) -> Route:
    """Return a way by ship, the shorter of what the coast and the lanes offer.

    Raises
    ------
    InputError
        Where a port is not on the sea, the two seas do not meet, or every way leads through a passage to avoid.
    """
    shore = _shore(order.borders)
    avoid, through = ([named(each) for each in names] for names in (order.avoid, order.through))
    for each in (a, b):
        _check_port(shore, each)
    straight = distance_km(a.at, b.at)
    near = far = None
    if straight < SHORT_KM and not through:
        near = _along_coast(shore, a.at, b.at, avoid)
    if near is None or near.km > ROUNDABOUT * straight:
        far = _over_lanes(shore, a.at, b.at, avoid, [each.tag for each in through])
    # Lanes are sparse in some seas: between islands of the Pacific they may lead far out of the way.
    roundabout = far is None or (straight < MIDDLE_KM and far[0].km > DIRECT * straight)
    if near is None and roundabout and not through:
        near = _along_coast(shore, a.at, b.at, avoid)
    if far and (near is None or far[0].km < near.km):
        return _route(a, b, *far)
    if near:
        return _route(a, b, near, ())
    raise InputError(
        f"no sea route from {a.name} to {b.name}{_asked(avoid, through)}; give ports on seas that meet"
    )


def _asked(avoid: Sequence[Passage], through: Sequence[Passage]) -> str:
    asked = ((" that avoids ", avoid), (" through ", through))
    return "".join(word + ", ".join(each.title for each in each_of) for word, each_of in asked if each_of)


@lru_cache(maxsize=2)
def _shore(borders: Frontiers) -> Shore:
    return Shore.of(borders.land())


def _check_port(shore: Shore, port: Stop) -> None:
    if not _has_sea(shore, port.at):
        raise InputError(
            f"no sea route at {port.name}: no sea within {coast.RIVER_KM:.0f} km; give a port on the coast"
        )


@lru_cache(maxsize=512)
def _has_sea(shore: Shore, port: LonLat) -> bool:
    return coast.has_sea(shore, port)


def _along_coast(shore: Shore, a: LonLat, b: LonLat, avoid: Sequence[Passage]) -> Way | None:
    """Return the shortest way over water, the same there and back."""
    found = _coastwise(shore, min(a, b), max(a, b))
    if found is None or any(coast.off_km(found.line, each.at) < NEAR_KM for each in avoid):
        return None
    if a <= b:
        return found
    return replace(found, line=found.line[::-1], harbours_km=found.harbours_km[::-1])


@lru_cache(maxsize=512)
def _coastwise(shore: Shore, a: LonLat, b: LonLat) -> Way | None:
    return coast.way(shore, Port(a), Port(b))


def _over_lanes(
    shore: Shore, a: LonLat, b: LonLat, avoid: Sequence[Passage], through: Sequence[str]
) -> tuple[Way, tuple[str, ...]] | None:
    """Return the shortest way over the lanes and the passages it takes.

    Which lanes to board is first guessed from a coarse raster; a guess that proves too short is corrected.
    """
    net = lanes.load()
    seas = [_reach(shore, each) for each in (a, b)]
    start, end = (dict(each.km) for each in seas)
    shut = {*SHUT} - {*through} | {each.tag for each in avoid}
    for left in reversed(range(GUESSES)):
        nodes = net.way_through(start, end, shut, through)
        if nodes is None:
            return None
        ports = (Port(a, HARBOUR_KM, seas[0].sea_km), Port(b, HARBOUR_KM, seas[1].sea_km))
        first, last = (
            _joined(shore, port, net.at(node))
            for port, node in zip(ports, (nodes[0], nodes[-1]), strict=True)
        )
        good = _settled(start, nodes[0], first) & _settled(end, nodes[-1], last)
        if first and last and (good or not left):
            return _assembled(net, nodes, first, last)
    return None


def _settled(guesses: dict[int, float], node: int, found: Way | None) -> bool:
    """Correct a guess by what was found; tell whether it was good enough."""
    if found is None:
        del guesses[node]
        return False
    good = found.km <= guesses[node] * GUESS_SLACK + HARBOUR_KM
    guesses[node] = found.km
    return good


@lru_cache(maxsize=512)
def _reach(shore: Shore, port: LonLat) -> Reach:
    net = lanes.load()
    return coast.reach(shore, port, net.lon, net.lat)


@lru_cache(maxsize=2048)
def _joined(shore: Shore, port: Port, node: LonLat) -> Way | None:
    return coast.way(shore, port, Port(node, 0.0))


def _assembled(net: Lanes, nodes: tuple[int, ...], first: Way, last: Way) -> tuple[Way, tuple[str, ...]]:
    middle = tuple(net.at(node) for node in nodes[1:-1])
    line = (*first.line, *middle, *last.line[::-1]) if len(nodes) > 1 else (*first.line, *last.line[-2::-1])
    tags = [net.tagged.get(edge, "") for edge in pairwise(nodes)]
    taken = tuple(TITLES[tag] for tag in dict.fromkeys(tags) if tag)
    return Way(line, line_km(line), (first.harbours_km[0], last.harbours_km[0]), "sea lanes"), taken


def _route(a: Stop, b: Stop, way: Way, taken: tuple[str, ...]) -> Route:
    by = f" by way of {', '.join(taken)}" if taken else ""
    upriver = [
        f"The last {km:,.0f} km at {port.name} follow a river or inlet that the map does not show; drawn straight."
        for port, km in zip((a, b), way.harbours_km, strict=True)
        if km > HARBOUR_KM
    ]
    return Route(
        mode="sea",
        line=densify(way.line, DRAWN_KM),
        length_km=way.km,
        method=f"{way.method}{by}",
        caveat=" ".join(("Shortest way by sea; the ship's real track is not known.", *upriver)),
        sources=(LAND,) if way.method == COASTAL else (LAND, LANES),
    )
