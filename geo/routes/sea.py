"""Travel by ship: over the network of sea lanes, and round the coasts near ports and on short legs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
ROUNDABOUT = 2.5  # a way along the coast that much longer than the geodesic is compared with the lanes
GUESS_SLACK = 1.15  # how far the way to a lane may exceed its first estimate before the lane is chosen anew
GUESSES = 8
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
    straight = distance_km(a.at, b.at)
    near = far = None
    if straight < SHORT_KM and not through:
        _check_ports(shore, a, b)
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
    _check_ports(shore, a, b)
    raise InputError(
        f"no sea route from {a.name} to {b.name}{_asked(avoid, through)}; give ports on seas that meet"
    )


def _asked(avoid: Sequence[Passage], through: Sequence[Passage]) -> str:
    asked = ((" that avoids ", avoid), (" through ", through))
    return "".join(word + ", ".join(each.title for each in each_of) for word, each_of in asked if each_of)


@lru_cache(maxsize=2)
def _shore(borders: Frontiers) -> Shore:
    return Shore.of(borders.land())


def _check_ports(shore: Shore, *ports: Stop) -> None:
    for port in ports:
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


@dataclass(slots=True, eq=False)
class Boarding:
    """Where a ship may board the lanes at one end, in km to each node, as far as that is known yet.

    At first all nodes are taken to lie straight ahead. Only where the one chosen does not are the waters surveyed:
    a coarse raster gives better guesses, and one that proves too short is corrected.
    """

    shore: Shore
    port: Port
    km: dict[int, float]
    surveyed: bool = False

    def way(self, node: int) -> tuple[Way | None, bool]:
        """Return the way to the node that was chosen, and whether the choice was a good one."""
        at = lanes.load().at(node)
        if not self.surveyed:
            found = coast.ahead(self.shore, self.port, at)
            if found is None:
                self.survey()
            return found, found is not None
        found = _joined(self.shore, self.port, at)
        if found is None:
            del self.km[node]
            return None, False
        good = found.km <= self.km[node] * GUESS_SLACK + HARBOUR_KM
        self.km[node] = found.km
        return found, good

    def survey(self) -> None:
        """Guess again, over water."""
        reach = _reach(self.shore, self.port.at)
        self.port, self.km, self.surveyed = replace(self.port, sea_km=reach.sea_km), dict(reach.km), True


def _boarding(shore: Shore, at: LonLat) -> Boarding:
    """Begin at a port: with a guess where its nearest node lies straight ahead, else with a survey."""
    boarding = Boarding(shore, Port(at), _about(at))
    if not _open(shore, at):
        boarding.survey()
    return boarding


@lru_cache(maxsize=512)
def _open(shore: Shore, at: LonLat) -> bool:
    nodes = _about(at)
    nearest = min(nodes, key=lambda node: (nodes[node], node), default=None)
    return nearest is not None and coast.ahead(shore, Port(at), lanes.load().at(nearest)) is not None


def _about(at: LonLat) -> dict[int, float]:
    return lanes.load().about(at, coast.ACCESS)


def _over_lanes(
    shore: Shore, a: LonLat, b: LonLat, avoid: Sequence[Passage], through: Sequence[str]
) -> tuple[Way, tuple[str, ...]] | None:
    """Return the shortest way over the lanes and the passages it takes."""
    net = lanes.load()
    ends = [_boarding(shore, each) for each in (a, b)]
    shut = {*SHUT} - {*through} | {each.tag for each in avoid}
    for left in reversed(range(GUESSES)):
        nodes = net.way_through(ends[0].km, ends[1].km, shut, through)
        if nodes is None:
            blind = [each for each in ends if not each.surveyed]
            if not blind:
                return None
            for each in blind:
                each.survey()
            continue
        (first, good), (last, fine) = ends[0].way(nodes[0]), ends[1].way(nodes[-1])
        if first and last and ((good and fine) or not left):
            return _assembled(net, nodes, first, last)
    return None


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
