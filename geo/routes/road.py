"""Travel by road or on foot: the geodesic times how much longer roads are than straight lines."""

from dataclasses import dataclass

from geo.measure import densify, distance_km
from geo.model import Mode, Route
from geo.routes.mode import Order, Stop
from geo.routes.worldwide import over_network

__all__ = ["DETOURS", "Detour", "build", "walk"]

STEP_KM = 25.0


@dataclass(frozen=True, slots=True)
class Detour:
    """How many times longer than the geodesic a way is: usual value and the span of most countries."""

    usual: float
    low: float
    high: float


# Ballou, Rahardja and Sakai, "Selected country circuity factors for road travel distance estimation",
# Transportation Research A 36 (2002): 1.12 (Belarus) to 2.10 (Egypt), most of them 1.2-1.6, mean about 1.3.
DETOURS: dict[Mode, Detour] = {"road": Detour(1.3, 1.15, 1.6), "foot": Detour(1.25, 1.05, 1.6)}
SOURCE = "Road detour factors: Ballou, Rahardja and Sakai (2002)"


def schematic(a: Stop, b: Stop, mode: Mode) -> Route:
    """Draw the geodesic and state the length of a usual way."""
    detour, straight = DETOURS[mode], distance_km(a.at, b.at)
    low, high = straight * detour.low, straight * detour.high
    return Route(
        mode=mode,
        line=densify((a.at, b.at), STEP_KM),
        length_km=straight * detour.usual,
        method=f"geodesic x {detour.usual} (spread {detour.low}-{detour.high})",
        caveat=f"Drawn straight for want of a map of roads; the way is likely {low:,.0f}-{high:,.0f} km.",
        sources=(SOURCE,),
    )


def build(a: Stop, b: Stop, order: Order) -> Route:
    """Return a way by road, over the world's highways where they are installed."""
    return over_network(a, b, order, "world_highways") or schematic(a, b, "road")


def walk(a: Stop, b: Stop, order: Order) -> Route:
    """Return a way on foot."""
    del order
    return schematic(a, b, "foot")
