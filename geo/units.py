"""Know the units of length, area and time that news prints, and what each is worth in SI.

Sources: the international yard and pound agreement of 1959 (mile, yard, foot), the First
International Extraordinary Hydrographic Conference of 1929 (nautical mile), the international acre.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = ["UNITS", "Dimension", "Unit", "unit"]

Dimension = Literal["length", "area", "time"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `si` is its worth in metres, square metres or seconds, by `dimension`.
    """

    symbol: str
    dimension: Dimension
    si: float

    @property
    def km(self) -> float:
        """Its worth in the contract's unit: km, km2 or hours."""
        return self.si / {"length": 1e3, "area": 1e6, "time": 3600.0}[self.dimension]


UNITS: tuple[Unit, ...] = (
    Unit("m", "length", 1.0),
    Unit("km", "length", 1000.0),
    Unit("mi", "length", 1609.344),
    Unit("nmi", "length", 1852.0),
    Unit("yd", "length", 0.9144),
    Unit("ft", "length", 0.3048),
    Unit("m2", "area", 1.0),
    Unit("km2", "area", 1e6),
    Unit("ha", "area", 1e4),
    Unit("acre", "area", 4046.8564224),
    Unit("sqmi", "area", 1609.344**2),
    Unit("sqft", "area", 0.3048**2),
    Unit("min", "time", 60.0),
    Unit("h", "time", 3600.0),
    Unit("day", "time", 86400.0),
    Unit("week", "time", 604800.0),
)

_BY_SYMBOL = {each.symbol: each for each in UNITS}


def unit(symbol: str) -> Unit:
    """Return the unit of a symbol.

    >>> unit("mi").km
    1.609344
    >>> unit("furlong")
    Traceback (most recent call last):
    KeyError: 'furlong'
    """
    return _BY_SYMBOL[symbol]
