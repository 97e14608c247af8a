"""Hold the railway corridors of data/rail: stations, the lines between them, and the shortest way over them."""

import csv
import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

from geo.errors import DataError
from geo.measure import distance_km
from geo.model import LonLat

__all__ = ["DETOUR", "Corridors", "Foot", "Station", "Track", "load"]

# Railway km over the sum of straight legs: Vladivostok-Moscow by its posts against the same stations (docs/routes.md).
DETOUR = 1.18


@dataclass(frozen=True, slots=True)
class Station:
    """A waypoint of a corridor."""

    name: str
    country: str
    at: LonLat


@dataclass(frozen=True, slots=True)
class Track:
    """A stretch between two neighbouring waypoints; `posted` where its length comes from kilometre posts."""

    a: int
    b: int
    km: float
    posted: bool
    corridor: str


@dataclass(frozen=True, slots=True)
class Foot:
    """The point of the corridors nearest to a place: `share` of the track's length from its first end."""

    track: int
    share: float
    at: LonLat
    access_km: float


@dataclass(frozen=True, slots=True)
class Corridors:
    """Stations and tracks."""

    stations: tuple[Station, ...]
    tracks: tuple[Track, ...]

    def foot(self, at: LonLat, shut: frozenset[int]) -> Foot | None:
        """Return the nearest point of the open tracks."""
        feet = (self._drop(at, index) for index in range(len(self.tracks)) if index not in shut)
        return min(feet, key=lambda each: (each.access_km, each.track), default=None)

    def _drop(self, at: LonLat, index: int) -> Foot:
        # A plane about the place is exact enough: tracks are at most some 500 km long and only the nearest counts.
        track = self.tracks[index]
        a, b = (self.stations[each].at for each in (track.a, track.b))
        narrow = cos(radians(at.lat))
        ax, ay = _turn(a.lon - at.lon) * narrow, a.lat - at.lat
        bx, by = _turn(b.lon - a.lon) * narrow, b.lat - a.lat
        along = -(ax * bx + ay * by) / max(hypot(bx, by) ** 2, 1e-12)
        share = min(max(along, 0.0), 1.0)
        foot = LonLat(_turn(a.lon + share * _turn(b.lon - a.lon)), a.lat + share * (b.lat - a.lat))
        return Foot(index, share, foot, distance_km(at, foot))

    def way(
        self, start: Foot, end: Foot, shut: frozenset[int], prices: Mapping[int, float]
    ) -> tuple[int, ...] | None:
        """Return the stations of the cheapest way between two feet; a track costs its length times its price."""
        reach = dict(self._ends(start))
        goal = dict(self._ends(end))
        links: dict[int, list[tuple[int, float]]] = {}
        for index, track in enumerate(self.tracks):
            if index not in shut:
                cost = track.km * prices[index]
                links.setdefault(track.a, []).append((track.b, cost))
                links.setdefault(track.b, []).append((track.a, cost))
        queue: list[tuple[float, tuple[int, ...]]] = [(km, (station,)) for station, km in reach.items()]
        heapq.heapify(queue)
        done: set[int] = set()
        best: tuple[float, tuple[int, ...]] | None = None
        while queue:
            cost, path = heapq.heappop(queue)
            if best and cost >= best[0]:
                break
            if path[-1] in done:
                continue
            done.add(path[-1])
            if path[-1] in goal:
                best = min(filter(None, (best, (cost + goal[path[-1]], path))))
            for station, km in links.get(path[-1], ()):
                if station not in done:
                    heapq.heappush(queue, (cost + km, (*path, station)))
        return best[1] if best else None

    def _ends(self, foot: Foot) -> Iterator[tuple[int, float]]:
        track = self.tracks[foot.track]
        yield track.a, track.km * foot.share
        yield track.b, track.km * (1.0 - foot.share)

    def between(self, a: int, b: int) -> Track:
        """Return the shortest track between two neighbouring stations."""
        return min((each for each in self.tracks if {each.a, each.b} == {a, b}), key=lambda each: each.km)


def _turn(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def folder() -> Path:
    """Find data/rail: inside the package when installed, beside it in a clone."""
    here = Path(__file__).resolve()
    for each in (here.parent / "data" / "rail", here.parents[2] / "data" / "rail"):
        if each.is_dir():
            return each
    raise DataError("data/rail is missing: neither in the package nor beside it; install dateline again")


@cache
def load() -> Corridors:
    """Read every corridor, in the order of their file names."""
    stations: dict[tuple[str, str], Station] = {}
    tracks: list[Track] = []
    for path in sorted(folder().glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            at = LonLat(float(row["lon"]), float(row["lat"]))
            stations.setdefault((row["stop"], row["country"]), Station(row["stop"], row["country"], at))
        tracks.extend(_tracks(rows, stations, path.stem))
    return Corridors(tuple(stations.values()), tuple(tracks))


def _tracks(
    rows: Sequence[dict[str, str]], stations: dict[tuple[str, str], Station], corridor: str
) -> Iterator[Track]:
    keys = [(row["stop"], row["country"]) for row in rows]
    straight = [distance_km(stations[a].at, stations[b].at) for a, b in pairwise(keys)]
    number = {key: index for index, key in enumerate(stations)}
    posts = {index: float(row["km"]) for index, row in enumerate(rows) if row["km"]}
    for index, (a, b) in enumerate(pairwise(keys)):
        factor = _factor(index, posts, straight)
        yield Track(number[a], number[b], straight[index] * (factor or DETOUR), factor is not None, corridor)


def _factor(index: int, posts: dict[int, float], straight: Sequence[float]) -> float | None:
    """Share the km between two kilometre posts among the legs between them, by their length."""
    before = max((each for each in posts if each <= index), default=None)
    after = min((each for each in posts if each > index), default=None)
    if before is None or after is None:
        return None
    return abs(posts[after] - posts[before]) / sum(straight[before:after])
