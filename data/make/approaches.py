"""Survey the waters of ports, and those round capes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from geo.model import LonLat
from geo.routes import approach, harbour
from geo.routes.coast import Way
from geo.routes.lanes import Lanes
from geo.routes.shore import Shore
from geo.routes.stored import DIGITS

__all__ = ["repaired", "surveyed", "whole", "write"]

TARGET = Path(__file__).parents[2] / "geo" / "routes" / "data" / "ports.npz"

DEGREES = 2.0  # about a gate
LONGER, SPARE_KM = 1.03, 2.0  # a way on the network that is no longer than so much more will do

Ways = Mapping[int, Way]


@dataclass(frozen=True)
class Work:
    """What the processes share that do a survey; they are forks, and nothing of it is sent to them."""

    shore: Shore
    net: Lanes
    task: Callable[["Work", LonLat], Ways]


def joins(work: Work, port: LonLat) -> Ways:
    """Return the ways from a port to the lanes; none where there is no sea."""
    return approach.joins(work.shore, port, work.net) if harbour.has_sea(work.shore, port) else {}


def round_capes(work: Work, gate: LonLat) -> Ways:
    """Return the ways from a gate to the nodes about it that the network makes too long."""
    number = int(np.flatnonzero((work.net.lon == gate.lon) & (work.net.lat == gate.lat))[0])
    about = next(approach.survey(work.shore, gate, DEGREES), None)
    known_km = work.net.near(number, approach.LOCAL_KM) / LONGER - SPARE_KM
    return approach.shorter(about, work.net, known_km) if about else {}


def _begin(work: Work) -> None:
    globals()["_work"] = work


def _do(place: LonLat) -> Ways:
    work: Work = globals()["_work"]
    return work.task(work, place)


def done(work: Work, places: Sequence[LonLat]) -> dict[LonLat, Ways]:
    """Do the task for each place, on all processors."""
    with get_context("fork").Pool(initializer=_begin, initargs=(work,)) as pool:
        return dict(zip(places, pool.map(_do, places, chunksize=20), strict=True))


def repaired(shore: Shore, net: Lanes, gates: Sequence[LonLat]) -> dict[tuple[LonLat, LonLat], Way]:
    """Return the ways round capes from gate to gate that the network lacks, by their ends."""
    found, known = {}, {*gates}
    for gate, ways in done(Work(shore, net, round_capes), gates).items():
        for node, way in ways.items():
            a, b = gate, net.at(node)
            if b not in known:
                continue
            found[min(a, b), max(a, b)] = way if a < b else replace(way, line=way.line[::-1])
    print(len(found), "ways round capes")
    return dict(sorted(found.items()))


def surveyed(shore: Shore, net: Lanes, ports: Iterable[LonLat]) -> dict[LonLat, Ways]:
    """Return the ways from each port to the lanes; ports without any are left out."""
    places = [LonLat(*(round(each, 5) for each in at.lonlat)) for at in ports]
    found = done(Work(shore, net, joins), places)
    return {port: ways for port, ways in sorted(found.items()) if ways}


def write(found: Mapping[LonLat, Ways]) -> None:
    """Write the arrays that `geo.routes.known` reads."""
    ways = [way for each in found.values() for way in each.values()]
    np.savez_compressed(
        TARGET,
        ports=whole(found),
        harbour_km=np.array(
            [next(iter(each.values())).harbours_km[0] for each in found.values()], dtype=np.float32
        ),
        join_count=np.array([len(each) for each in found.values()], dtype=np.uint8),
        node=np.array([node for each in found.values() for node in each], dtype=np.uint16),
        km=np.array([way.km for way in ways], dtype=np.float32),
        bend_count=np.array([len(way.line) - 2 for way in ways], dtype=np.uint16),
        bends=np.concatenate([np.diff(whole(way.line[:-1]), axis=0) for way in ways]),
    )
    print(len(found), "ports,", len(ways), "ways,", TARGET.stat().st_size, "bytes")


def whole(points: Iterable[LonLat]) -> np.ndarray:
    """Return positions as rows of whole hundred-thousandths of a degree."""
    rows = [[round(each * DIGITS) for each in at.lonlat] for at in points]
    return np.array(rows, dtype=np.int32).reshape(-1, 2)
