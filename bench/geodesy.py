"""Compare ways to measure from points to a country's border: error and processor time, all in one run.

Run ``python bench/geodesy.py``. Competitors that are not installed are skipped with a message: spherely and
s2geometry come from PyPI, PostGIS from Debian (postgresql-15-postgis-3); its server is started here, on a
socket in a temporary folder, and stopped again. Errors are against `Boundary` with the competitor's meaning of
an edge, which agrees with the labelled reference set to nanometres (tests/test_measure.py).
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from geopy.distance import geodesic

from geo.measure import Boundaries, Boundary
from geo.measure.geodesic import WGS84
from geo.model import LonLat
from geo.world.borders import load

N = 10_000
SPHERE = 6_371_008.8
TIKHORETSK = LonLat(40.1253, 45.8547)
POSTGRES = Path("/usr/lib/postgresql/15/bin")
COLD = "from geo.model import LonLat; from geo.world.borders import load; load().boundary('border:UA').foot(LonLat(40.1253, 45.8547))"
Measure = Callable[[np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to measure; `most` points are enough to time a slow one, `edges` is what an edge means to it."""

    name: str
    measure: Measure
    most: int = N
    edges: str = "lonlat"


def main() -> None:
    """Print the tables."""
    country = load().polygon("UA")
    rng = np.random.default_rng(1)
    works = {
        "10,000 points within 15-60 E, 38-62 N": (rng.uniform(15, 60, N), rng.uniform(38, 62, N)),
        "10,000 points worldwide": (rng.uniform(-180, 180, N), np.degrees(np.arcsin(rng.uniform(-1, 1, N)))),
    }
    exact = {edges: Boundary(country.boundary, edges) for edges in ("lonlat", "geodesic")}
    for title, (lon, lat) in works.items():
        inverse = _seconds(lambda: WGS84.inv(lon, lat, np.full(N, 40.0), np.full(N, 45.0))) / N  # noqa: B023
        print(f"\n{title}, to the border of Ukraine ({len(shapely.get_coordinates(country))} vertices)")
        print(f"{'way':42}{'us/point':>10}{'x inverse':>10}{'median m':>12}{'max m':>12}")
        for way in ways(country):
            _report(way, exact[way.edges], lon, lat, inverse)
        postgis(country, exact["geodesic"], lon, lat, inverse)
    _single(exact["lonlat"])
    _cold()


def _report(way: Way, exact: Boundary, lon: np.ndarray, lat: np.ndarray, inverse: float) -> None:
    """Print one row."""
    lon, lat = lon[: way.most], lat[: way.most]
    found = way.measure(lon, lat)
    _row(
        way.name,
        _seconds(lambda: way.measure(lon, lat)) / len(lon),
        inverse,
        found - exact.distance(lon, lat),
    )


def _row(name: str, seconds: float, inverse: float, error: np.ndarray) -> None:
    error = np.abs(error[np.isfinite(error)])
    times = f"{name:42}{seconds * 1e6:10.1f}{seconds / inverse:10.1f}"
    print(f"{times}{np.median(error):12.2g}{error.max():12.2g}", flush=True)


def _seconds(call: Callable[[], object], times: int = 3) -> float:
    """Return the least processor time of a few calls; on a shared machine wall time says little."""
    spans = []
    for _ in range(times):
        start = time.process_time()
        call()
        spans.append(time.process_time() - start)
    return min(spans)


def ways(country: Any) -> Iterator[Way]:  # noqa: ANN401
    """Yield all ways that work in this process."""
    line = country.boundary
    vertices = shapely.get_coordinates(line)
    yield Way("Boundary", Boundary(line).distance)
    yield Way("Boundary, geodesic edges", Boundary(line, "geodesic").distance, edges="geodesic")
    yield Way("pyproj, every vertex", lambda lon, lat: _every_vertex(vertices, lon, lat), 200)
    yield Way("geopy, every vertex", lambda lon, lat: _geopy(vertices, lon, lat), 3)
    yield Way("geopandas, EPSG:3395", _projected(line))
    yield Way("nearest in degrees, then pyproj", lambda lon, lat: _in_degrees(line, lon, lat))
    yield from _spherely(line)
    yield from _s2(country)


def _every_vertex(vertices: np.ndarray, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    x, y = vertices.T.copy()
    ends = ((np.full(len(x), a), np.full(len(x), b)) for a, b in zip(lon, lat, strict=True))
    return np.array([WGS84.inv(a, b, x, y)[2].min() for a, b in ends])


def _geopy(vertices: np.ndarray, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    ends = zip(lat, lon, strict=True)
    return np.array([min(geodesic(end, (y, x)).m for x, y in vertices) for end in ends])


def _projected(line: Any) -> Measure:  # noqa: ANN401
    flat = gpd.GeoSeries([line], crs=4326).to_crs(3395).iloc[0]
    shapely.prepare(flat)

    def measure(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        points = gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs=4326).to_crs(3395)
        return np.asarray(points.distance(flat))

    return measure


def _in_degrees(line: Any, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:  # noqa: ANN401
    shapely.prepare(line)
    feet = shapely.get_coordinates(shapely.shortest_line(line, shapely.points(lon, lat)))[::2]
    return np.asarray(WGS84.inv(lon, lat, *feet.T.copy())[2])


def _spherely(line: Any) -> Iterator[Way]:  # noqa: ANN401
    try:
        import spherely
    except ImportError:
        print("spherely is not installed: skipped")
        return
    border = spherely.from_wkb(shapely.to_wkb(line))
    spherely.prepare(border)
    yield Way(
        "spherely", lambda lon, lat: spherely.distance(spherely.points(lon, lat), border, radius=SPHERE)
    )


def _s2(country: Any) -> Iterator[Way]:  # noqa: ANN401
    try:
        import s2geometry as s2
    except ImportError:
        print("s2geometry is not installed: skipped")
        return

    def point(lon: float, lat: float) -> Any:  # noqa: ANN401
        return s2.S2LatLng.FromDegrees(float(lat), float(lon)).ToPoint()

    rings = [shapely.get_coordinates(ring)[:-1] for ring in shapely.get_rings(shapely.get_parts(country))]
    loops = []
    for ring in rings:
        loop = s2.S2Loop()
        loop.Init([point(*end) for end in ring])
        loop.Normalize()
        loops.append(loop)
    polygon = s2.S2Polygon()
    polygon.InitNested(loops)
    shapely.prepare(country)

    def measure(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        ends = zip(lon.tolist(), lat.tolist(), strict=True)
        found = np.array([polygon.GetDistance(point(*end)).radians() * SPHERE for end in ends])
        return np.where(shapely.contains_xy(country, lon, lat), np.nan, found)

    yield Way("s2geometry (points outside)", measure)


def postgis(country: Any, exact: Boundary, lon: np.ndarray, lat: np.ndarray, inverse: float) -> None:  # noqa: ANN401
    """Print the rows of PostGIS: with its tree cached over the rows of one query, and without."""
    if (
        not (POSTGRES / "initdb").exists()
        or not Path("/usr/share/postgresql/15/extension/postgis.control").exists()
    ):
        print("PostGIS is not installed: skipped")
        return
    with _server() as ask:
        ask("create extension postgis")
        ask(f"create table c as select ST_GeogFromText('{country.boundary.wkt}') g")
        rows = (
            f"{n}\t{x!r}\t{y!r}\n" for n, (x, y) in enumerate(zip(lon.tolist(), lat.tolist(), strict=True))
        )
        ask("create table p (n int, x float8, y float8, g geography)")
        ask("copy p (n, x, y) from stdin;\n" + "".join(rows) + "\\.\n")
        ask("update p set g = ST_MakePoint(x, y)::geography")
        ask("vacuum full analyze p")
        sql = "select ST_Distance(c.g, p.g, true) from p, c where"
        for name, most, step in (("tree cached", N, N), ("one query a point", 100, 1)):
            ends = [f"n >= {first} and n < {first + step}" for first in range(0, most, step)]
            queries = [f"{sql} {end} order by n" for end in ends]
            found = np.array(ask(";".join(queries)).split(), dtype=float)
            seconds = _server_seconds(ask, queries) / most
            _row(
                f"PostGIS geography, {name}", seconds, inverse, found - exact.distance(lon[:most], lat[:most])
            )


def _server_seconds(ask: Callable[[str], str], queries: list[str]) -> float:
    """Return the processor time the server spends on some queries, without sending what they find."""
    clock = "select 'at ' || pg_read_file('/proc/self/stat')"
    work = [f"explain (analyze, timing off) {query}" for query in queries]
    stats = [
        line.rpartition(")")[2].split()
        for line in ask(";".join([clock, *work, clock])).splitlines()
        if line.startswith("at ")
    ]
    start, end = (int(stat[11]) + int(stat[12]) for stat in stats)
    return (end - start) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _server() -> Iterator[Callable[[str], str]]:
    """Start a server on a socket of its own, as a user who is not root, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="geodesy-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")

    def run(*words: str, text: str | None = None) -> str:
        done = subprocess.run(
            [*as_user, *words], input=text, capture_output=True, text=True, check=True, cwd=folder
        )
        return done.stdout

    data = str(folder / "data")
    try:
        run(str(POSTGRES / "initdb"), "-D", data, "-A", "trust", "-U", "bench")
        options = (
            f"-c listen_addresses='' -k {folder} -c fsync=off -c max_parallel_workers_per_gather=0 -c jit=off"
        )
        run(str(POSTGRES / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        psql = ("psql", "-h", str(folder), "-U", "bench", "-d", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1")
        yield lambda sql: run(*psql, text=sql)
    finally:
        run(str(POSTGRES / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _single(border: Boundary) -> None:
    """Print the time of one warm call, and of one point to every country."""
    at = TIKHORETSK.lonlat
    one = _seconds(lambda: [border.distance(*at) for _ in range(100)]) / 100
    borders = load()
    codes = borders.countries()
    lines = [borders.boundary(f"border:{code}") for code in codes]
    each = _seconds(lambda: [line.distance(*at) for line in lines])
    together = Boundaries(lines)
    every = _seconds(lambda: together.distance(TIKHORETSK))
    print(f"\none warm call {one * 1e3:.2f} ms")
    print(
        f"each of {len(lines)} countries {each * 1e3:.0f} ms one by one, {every * 1e3:.0f} ms with Boundaries"
    )


def _cold() -> None:
    """Print the time of a process that answers one question, and of one that only imports the libraries."""
    commands = {"imports": "import numpy, shapely, pyproj", "one question": COLD}
    spans: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(7):
        for name, code in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            spans[name].append(time.perf_counter() - start)
    imports, question = (float(np.median(each)) for each in spans.values())
    print(
        f"cold process {question:.2f} s, {question / imports:.2f} times importing numpy, shapely and pyproj"
    )


if __name__ == "__main__":
    main()
