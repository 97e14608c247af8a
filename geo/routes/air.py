"""Fly from place to place: the geodesic, for aircraft and missiles, and for what travels in an unknown way."""

from geo.measure import densify, distance_km
from geo.model import Route
from geo.routes.mode import Order, Stop

__all__ = ["build", "unknown"]

STEP_KM = 100.0


def build(a: Stop, b: Stop, order: Order) -> Route:
    """Return the geodesic, dense enough to show its bend on a map."""
    del order  # the sky has no coasts and, for a reader of news, no borders
    return Route(
        mode="air",
        line=densify((a.at, b.at), STEP_KM),
        length_km=distance_km(a.at, b.at),
        method="geodesic",
        caveat="Shortest line; airways, closed airspace and ballistic arcs are not known.",
    )


def unknown(a: Stop, b: Stop, order: Order) -> Route:
    """Return the geodesic for a movement whose way of travelling is not told."""
    del order
    return Route(
        mode="unknown",
        line=densify((a.at, b.at), STEP_KM),
        length_km=distance_km(a.at, b.at),
        method="geodesic",
        caveat="Way of travelling not told: a straight line, and the least it can have been.",
    )
