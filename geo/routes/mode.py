"""Say what a way of travelling is asked, and hold what all of them share."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from geo.measure import distance_km
from geo.model import LonLat, Mode, Place, Route

__all__ = [
    "COAST_KM",
    "Atlas",
    "Builder",
    "Frontiers",
    "Order",
    "Stop",
    "direct_km",
    "join",
    "settled",
    "stop",
]

COAST_KM = 10.0  # a port may lie that far out in the water of a coarse map


class Frontiers(Hashable, Protocol):
    """What a route must know of land and countries (`geo.world.borders.Borders` does)."""

    def land(self) -> Any:  # noqa: ANN401  (shapely ships no types)
        """Return all land as one geometry of shapely."""

    def polygon(self, name: str) -> Any:  # noqa: ANN401
        """Return a country as a geometry of shapely."""

    def code(self, name: str) -> str | None:
        """Return the ISO 3166-1 alpha-2 code of a country's name."""

    def country_at(self, at: LonLat, *, within_km: float = 0.0) -> str | None:
        """Return the code of the country that holds a position, or lies so near."""

    def is_land(self, lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell whether positions lie on land."""


class Atlas(Protocol):
    """What a route must know of the world (`geo.world.World` does)."""

    @property
    def borders(self) -> Frontiers:
        """Land and countries."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One end of a leg: its position and what to call it."""

    at: LonLat
    name: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """How a route is wanted.

    Attributes
    ----------
    borders
        Land and countries.
    within
        The country a land route must not leave.
    avoid
        Sea passages, or countries, that must not be used.
    through
        Sea passages that must be used, in order.
    """

    borders: Frontiers
    within: str | None = None
    avoid: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


Builder = Callable[[Stop, Stop, Order], Route]


def stop(at: Place | LonLat) -> Stop:
    """Name one end of a leg.

    >>> stop(LonLat(130.3, 42.23)).name
    '42.2300N 130.3000E'
    """
    if isinstance(at, Place):
        return Stop(at.at, at.name, at.country)
    north, east = "N" if at.lat >= 0 else "S", "E" if at.lon >= 0 else "W"
    return Stop(at, f"{abs(at.lat):.4f}{north} {abs(at.lon):.4f}{east}")


def direct_km(stops: Sequence[Stop]) -> float:
    """Sum the geodesics from stop to stop."""
    return sum((distance_km(a.at, b.at) for a, b in pairwise(stops)), 0.0)


def join(routes: Sequence[Route], mode: Mode) -> Route:
    """Put legs end to end; what is said of several of them is said once."""
    return Route(
        mode=mode,
        line=tuple(at for index, each in enumerate(routes) for at in each.line[min(index, 1) :]),
        length_km=sum(each.length_km for each in routes),
        method="; ".join(dict.fromkeys(each.method for each in routes)),
        caveat=" ".join(dict.fromkeys(each.caveat for each in routes if each.caveat)),
        sources=tuple(dict.fromkeys(source for each in routes for source in each.sources)),
    )


def settled(route: Route, a: Stop, b: Stop) -> Route:
    """Make a route end at its places and be no shorter than the geodesic between them."""
    line = route.line
    line = line if line and line[0] == a.at else (a.at, *line)
    line = line if line[-1] == b.at and len(line) > 1 else (*line, b.at)
    return replace(route, line=line, length_km=max(route.length_km, distance_km(a.at, b.at)))
