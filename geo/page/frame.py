"""Lay the globe out flat so that no line of a story tears at the antimeridian."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.model import LonLat

__all__ = ["Frame", "frame"]

Flat = tuple[float, float]  # longitude (which may leave -180..180), latitude
_DECIMALS = 4  # about ten metres


@dataclass(frozen=True, slots=True)
class Frame:
    """The window of longitudes that starts at `west` and is 360 degrees wide."""

    west: float

    def point(self, at: LonLat) -> Flat:
        """Put a position into the window."""
        return round(self.west + (at.lon - self.west) % 360, _DECIMALS), round(at.lat, _DECIMALS)

    def line(self, points: Sequence[LonLat]) -> tuple[Flat, ...]:
        """Lay a line out so that no step is wider than half the globe; its middle lies in the window."""
        if not points:
            return ()
        lons = [points[0].lon]
        for point in points[1:]:
            lons.append(lons[-1] + (point.lon - lons[-1] + 180) % 360 - 180)
        middle = (min(lons) + max(lons)) / 2
        shift = self.west + (middle - self.west) % 360 - middle
        return tuple(
            (round(lon + shift, _DECIMALS), round(point.lat, _DECIMALS))
            for lon, point in zip(lons, points, strict=True)
        )


def frame(points: Iterable[LonLat]) -> Frame:
    """Cut the globe in the middle of the widest stretch of longitudes that the story leaves empty.

    >>> frame([LonLat(132, 43), LonLat(-118, 34)]).west
    7.0
    >>> frame([]).west
    -180.0
    """
    lons = sorted({point.lon for point in points})
    if not lons:
        return Frame(-180.0)
    gaps = [(b - a, a) for a, b in pairwise([*lons, lons[0] + 360])]
    widest, start = max(gaps)
    cut = start + widest / 2
    # A story that does not cross the antimeridian keeps everyday longitudes.
    plain = lons[-1] - lons[0] <= 180
    return Frame(-180.0) if plain else Frame((cut + 180) % 360 - 180)
