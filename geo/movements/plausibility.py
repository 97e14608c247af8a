"""Check a leg against the one before it and against its route: order, stay and speed."""

from datetime import timedelta
from typing import Final

from geo.model import Check, Leg, Mode, Route
from geo.movements.sameness import days_of

__all__ = ["checks"]


# The fastest that freight or people go over a whole leg, km/h: freighters 45, freight trains 80, lorries 100, jets 950, on foot 6.
_FASTEST: Final[dict[Mode, float]] = {"sea": 45, "rail": 80, "road": 100, "air": 950, "foot": 6}


_LONG_STAY: Final = 60  # days between two legs after which a stay is worth a remark


def _order(leg: Leg, previous: Leg) -> Check:
    """Check that a leg does not begin before the one before it."""
    here, there = days_of(leg.movement.when), days_of(previous.movement.when)
    if here is None or there is None:
        return Check("order", ok=None, because="one of the two legs has no date")
    if here[1] < there[0]:
        return Check(
            "order", ok=False, because=f"{here[1]} is before {there[0]}, when the leg before it took place"
        )
    return Check("order", ok=True, because=f"{there[0]} comes before {here[1]}")


def _dwell(leg: Leg, previous: Leg) -> Check | None:
    """Check how long the cargo stayed between two legs."""
    here, there = days_of(leg.movement.when), days_of(previous.movement.when)
    if here is None or there is None or here[0] < there[1]:
        return None
    stay = (here[0] - there[1]).days
    return Check("dwell", ok=stay <= _LONG_STAY, because=f"{stay} days between {there[1]} and {here[0]}")


def _speed(leg: Leg, previous: Leg | None, route: Route | None) -> Check | None:
    """Check that the fastest of its mode could cover the route in the days the text leaves."""
    here = days_of(leg.movement.when)
    if route is None or here is None or route.mode not in _FASTEST:
        return None
    there = days_of(previous.movement.when) if previous else None
    start = min(there[0] if there else here[0], here[0])
    hours = 24 * ((here[1] - start) + timedelta(days=1)).days
    needed = route.length_km / _FASTEST[route.mode]
    per_day = route.length_km / (hours / 24)
    because = f"{route.length_km:,.0f} km by {route.mode} between {start} and {here[1]}: at least {needed:,.0f} h at {_FASTEST[route.mode]:g} km/h, {hours} h at hand ({per_day:,.0f} km a day)"
    if there is None and needed > hours:
        # A single date may be that of departure or of arrival: too short a day alone disproves nothing.
        return Check(
            "speed", ok=None, because=f"{because}; the date may be that of departure or arrival alone"
        )
    return Check("speed", ok=needed <= hours, because=because)


def checks(leg: Leg, previous: Leg | None, route: Route | None) -> tuple[Check, ...]:
    """Check a leg: what it has been checked for already, then order and stay after the leg before it, then its speed."""
    made = (
        *leg.checks,
        _order(leg, previous) if previous else None,
        _dwell(leg, previous) if previous else None,
        _speed(leg, previous, route),
    )
    return tuple(check for check in made if check is not None)
