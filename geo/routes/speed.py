"""Tell how long a route takes, and whether told times fit it.

Bands are door to door, all-in: they hold stops, changes of crew and border checks, as news counts days.
"""

from dataclasses import dataclass

from geo.errors import InputError
from geo.model import Check, Mode, Route

__all__ = ["BANDS", "Band", "hours", "plausible"]


@dataclass(frozen=True, slots=True)
class Band:
    """How fast a way of travelling is.

    Attributes
    ----------
    low, high
        Usual speeds in km/h, all-in.
    most
        What the fastest of its kind does; anything above cannot be.
    added_hours
        Hours at either end that do not depend on the length: least and most.
    day_hours
        Hours a day that are travelled, on journeys of several days.
    """

    low: float
    high: float
    most: float
    added_hours: tuple[float, float] = (0.0, 0.0)
    day_hours: float = 24.0


# Freight trains with stops 15-60 km/h (25 on the Trans-Siberian container timetable), passenger trains to 300;
# cargo ships 8-24 knots, the fastest ferries 40; lorries 40-100 km/h; airliners 700-900 km/h and a climb.
BANDS: dict[str, Band] = {
    "sea": Band(15.0, 45.0, 75.0),
    "rail": Band(15.0, 60.0, 300.0),
    "passenger train": Band(40.0, 300.0, 350.0),
    "road": Band(40.0, 100.0, 130.0),
    "foot": Band(4.0, 6.0, 12.0, day_hours=10.0),
    "air": Band(700.0, 900.0, 1100.0, (0.5, 1.0)),
    "missile": Band(700.0, 25000.0, 29000.0),
}


def hours(route: Route, vehicle: str | None = None) -> tuple[float, float]:
    """Return the least and most hours a route usually takes.

    >>> from geo.model import LonLat
    >>> hours(Route("sea", (LonLat(130.3, 42.2), LonLat(132.3, 42.9)), 197.0, "", ""))
    (4.4, 13.1)
    """
    band = _band(route.mode, vehicle)
    km, rest = route.length_km, 24.0 / band.day_hours
    quick, slow = km / band.high + band.added_hours[0], km / band.low + band.added_hours[1]
    least, most = (each if each <= band.day_hours else each * rest for each in (quick, slow))
    return round(least, 1), round(most, 1)


def plausible(
    route: Route, days_low: float, days_high: float, *, vehicle: str | None = None, exact: bool = False
) -> Check:
    """Check a told time against a route.

    Parameters
    ----------
    route
        The way that was travelled.
    days_low, days_high
        The least and most days that the telling leaves for it.
    vehicle
        A key of `BANDS` that is narrower than the route's mode: "missile", "passenger train".
    exact
        Whether the telling is of the time itself ("a 12-hour voyage") and not of two dates, between which a
        traveller may also have waited.
    """
    if not 0 <= days_low <= days_high:
        raise InputError(f"no such time: {days_low}..{days_high} days; both are 0 or more, the least first")
    name = f"{vehicle or route.mode} speed"
    if route.mode == "unknown" and vehicle is None:
        return Check(
            name, None, f"{route.length_km:,.0f} km; how it travelled is not told, so no speed fits or fails"
        )
    band = _band(route.mode, vehicle)
    least, most = hours(route, vehicle)
    told = _told(days_low * 24.0, days_high * 24.0)
    if days_high * 24.0 < route.length_km / band.most:
        ok, because = False, f"{told} would take over {band.most:,.0f} km/h"
    elif days_high * 24.0 < least:
        ok, because = True, f"{told} is fast, but can be done"
    elif exact and days_low * 24.0 > most:
        ok, because = False, f"{told} is slower than that"
    else:
        ok, because = True, f"{told} leaves time for it"
    return Check(name, ok, f"{route.length_km:,.0f} km usually take {_told(least, most)}; {because}")


def _band(mode: Mode, vehicle: str | None) -> Band:
    name = vehicle or mode
    if name not in BANDS:
        raise InputError(f"no speeds are known for {name!r}; use one of {', '.join(BANDS)}")
    return BANDS[name]


def _told(low: float, high: float) -> str:
    """Write a span of hours.

    >>> _told(4.4, 13.1), _told(24, 72), _told(48, 48)
    ('4.4-13.1 hours', '1-3 days', '2 days')
    """
    size, word = (24.0, "days") if high >= 48.0 else (1.0, "hours")
    ends = dict.fromkeys(f"{each / size:.1f}".removesuffix(".0") for each in (low, high))
    return f"{'-'.join(ends)} {word}"
