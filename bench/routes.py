"""Time sea routes beside searoute and scgraph in one run, and railways beside nothing: there is no other.

Run ``python bench/routes.py [PAIRS]``; scgraph is timed where it is installed (``dateline[rail]``).
"""

import importlib.util
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from geo import routes, world as worlds
from geo.measure import distance_km
from geo.model import LonLat

SEED = 50
PORTS = 50
LONG_KM = 500.0

Router = Callable[[LonLat, LonLat], float]


def ports() -> list[LonLat]:
    """Draw ports from searoute's own list, with a fixed seed."""
    from searoute.data.ports_dict import node_list

    known = sorted({(float(lon), float(lat)) for lon, lat in node_list})
    return [LonLat(*each) for each in random.Random(SEED).sample(known, PORTS)]  # noqa: S311  (a fixed draw)


def open_dateline() -> Router:
    """Load the land and the lanes."""
    world = worlds.load()
    routes.build(LonLat(103.84, 1.26), LonLat(4.05, 51.98), "sea", world=world)
    return lambda a, b: routes.build(a, b, "sea", world=world).length_km


def open_searoute() -> Router:
    """Load searoute as its manual says, with the ends appended."""
    import searoute

    searoute.searoute([103.84, 1.26], [4.05, 51.98])
    return lambda a, b: float(
        searoute.searoute(list(a.lonlat), list(b.lonlat), append_orig_dest=True)["properties"]["length"]
    )


def open_scgraph() -> Router:
    """Load scgraph's maritime network."""
    from scgraph.geographs.marnet import marnet_geograph

    def route(a: LonLat, b: LonLat) -> float:
        ends = ({"latitude": each.lat, "longitude": each.lon} for each in (a, b))
        return float(marnet_geograph.get_shortest_path(*ends, output_units="km")["length"])

    route(LonLat(103.84, 1.26), LonLat(4.05, 51.98))
    return route


def spent_ms(router: Router, pairs: list[tuple[LonLat, LonLat]]) -> list[float]:
    """Time each pair once; a pair that has no way is left out."""
    times = []
    for a, b in pairs:
        begin = time.perf_counter()
        try:
            router(a, b)
        except ValueError:
            continue
        times.append((time.perf_counter() - begin) * 1e3)
    return times


def resident_mb() -> float:
    """Return the memory in use, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float(tracemalloc.get_traced_memory()[0]) / 1e6
    line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1e3


def row(name: str, times: list[float]) -> str:
    """Write one line of the table."""
    ordered = sorted(times)
    ninth = ordered[int(0.9 * (len(ordered) - 1))]
    return f"{name:34} {statistics.median(times):8.1f} {ninth:8.1f} {ordered[-1]:8.1f} {len(times):6}"


def main(count: int) -> None:
    """Print load time, memory and time per route of each."""
    known = ports()
    draw = random.Random(SEED + 1)  # noqa: S311
    drawn = [(draw.choice(known), draw.choice(known)) for _ in range(2 * count)]
    far = [(a, b) for a, b in drawn if distance_km(a, b) > LONG_KM]
    pairs, others = far[:count], far[count:]
    short = [(LonLat(130.30, 42.23), LonLat(132.33, 42.88)), (LonLat(23.62, 37.94), LonLat(22.93, 40.63))]
    short += [(LonLat(5.31, 60.39), LonLat(10.74, 59.90)), (LonLat(49.9, 40.35), LonLat(47.52, 42.98))]
    openers = [("dateline", open_dateline), ("searoute", open_searoute)]
    if importlib.util.find_spec("scgraph"):
        openers.append(("scgraph", open_scgraph))
    print(f"{'':34} {'median':>8} {'p90':>8} {'max':>8} {'routes':>6}   ms")
    for name, opener in openers:
        before, begin = resident_mb(), time.perf_counter()
        router = opener()
        print(
            f"{name}: first route with loading {time.perf_counter() - begin:.2f} s, {resident_mb() - before:.0f} MB"
        )
        print(row(f"{name}, over 500 km, first", spent_ms(router, pairs)))
        print(row(f"{name}, the same back", spent_ms(router, [(b, a) for a, b in pairs])))
        print(row(f"{name}, ports met before", spent_ms(router, others)))
        print(row(f"{name}, under 500 km, first", spent_ms(router, short)))
        print(row(f"{name}, under 500 km, again", spent_ms(router, short)))
    world = worlds.load()
    train = [(LonLat(132.33, 42.88), LonLat(40.1253, 45.8547))] * 20
    print(
        row("dateline, rail", spent_ms(lambda a, b: routes.build(a, b, "rail", world=world).length_km, train))
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
