"""Draw a small map of the world from the border file, finer where a story takes place."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.model import LonLat
from geo.world.arcs import Arcs, Floats, Ints

__all__ = ["Bounds", "draw"]

Bounds = tuple[float, float, float, float]
Line = list[list[float]]

FINE = (0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15)  # degrees, tried in turn
COARSE = 0.15  # degrees, outside the bounds
VERTICES = 22_000  # about 250 KB of JSON
MARGIN = 0.15  # share of the bounds that is added on each side
DECIMALS = 2
# About positions the tolerance grows with the distance from them (both in degrees), and one more decimal is kept.
CLOSEST, GROWTH, REACH = 0.003, 0.02, 0.5
NEAR_VERTICES, NEAR_DECIMALS = 34_000, 3


def draw(
    arcs: Arcs, owners: Ints, doubtful: NDArray[np.bool_], bounds: Bounds, near: Sequence[LonLat] = ()
) -> dict[str, object]:
    """Return land, borders and disputed borders as GeoJSON geometries with 2 decimals, or 3 where there is something to be near.

    Parameters
    ----------
    arcs
        The border file.
    owners
        The country of each unit.
    doubtful
        Which units are disputed.
    bounds
        West, south, east, north of the part to be drawn finer; longitudes may run over 180.
    near
        Positions about which the map is finest.
    """
    everything = np.arange(len(arcs.left))
    points, row = arcs.vertices(everything)
    points, row = _drawn(points, row, arcs.level, bounds, near)
    lines = np.split(points, np.searchsorted(row, everything[1:]))
    inland = arcs.right >= 0
    left, right = arcs.left, np.where(inland, arcs.right, 0)
    doubt = inland & (doubtful[left] | doubtful[right])
    border = inland & ~doubt & (owners[left] != owners[right])
    return {
        "land": {"type": "MultiPolygon", "coordinates": _polygons(arcs, lines)},
        "borders": _lines(lines, border),
        "disputed": _lines(lines, doubt),
    }


def _drawn(
    points: Floats, row: Ints, level: NDArray[np.uint8], bounds: Bounds, near: Sequence[LonLat]
) -> tuple[Floats, Ints]:
    """Choose the vertices to draw and round them: the finest choice that is small enough."""
    inside = _inside(points, bounds)
    close = _closeness(points, near)
    decimals, most = (NEAR_DECIMALS, NEAR_VERTICES) if near else (DECIMALS, VERTICES)
    for fine in FINE:
        wanted = np.minimum(np.where(inside, fine, COARSE), close * (fine / FINE[0]) ** 0.5)
        keep = level >= _level(wanted)
        few, arc = np.round(points[keep], decimals), row[keep]
        same = np.append(False, (arc[1:] == arc[:-1]) & (few[1:] == few[:-1]).all(axis=1))
        if len(few) - same.sum() <= most:
            break
    return few[~same], arc[~same]


def _inside(points: Floats, bounds: Bounds) -> NDArray[np.bool_]:
    """Tell which vertices lie within bounds and a margin about them."""
    west, south, east, north = bounds
    wide, high = max(east - west, 2.0) * MARGIN, max(north - south, 2.0) * MARGIN
    lon = (points[:, 0] - (west - wide)) % 360.0
    lat = np.abs(points[:, 1] - (south + north) / 2)
    return np.asarray((lon <= east - west + 2 * wide) & (lat <= (north - south) / 2 + high))


def _closeness(points: Floats, near: Sequence[LonLat]) -> Floats:
    """Return the tolerance that the distance to the nearest position allows each vertex."""
    if not near:
        return np.full(len(points), np.inf)
    from scipy.spatial import KDTree  # noqa: PLC0415  (only a map needs it, and it is slow to start)

    spots = np.array([each.lonlat for each in near])
    away, _ = KDTree(_chords(spots)).query(_chords(points), workers=1)
    return np.asarray(CLOSEST + GROWTH * np.maximum(np.degrees(away) - REACH, 0.0))


def _chords(points: Floats) -> Floats:
    """Put positions on the unit sphere, where a short chord is as long as its arc."""
    lon, lat = np.radians(points).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _level(degrees: Floats) -> Ints:
    """Return the least level of vertices to be kept at a tolerance; see data/make/borders.py."""
    return np.asarray((16 * np.log2(degrees * 1e4)).astype(np.int64))


def _lines(lines: list[Floats], chosen: NDArray[np.bool_]) -> dict[str, object]:
    """Return some arcs as one geometry."""
    found = [lines[arc].tolist() for arc in np.flatnonzero(chosen) if len(lines[arc]) > 1]
    return {"type": "MultiLineString", "coordinates": found}


def _polygons(arcs: Arcs, lines: list[Floats]) -> list[list[Line]]:
    """Return all land: outer rings, and in each the waters inside it."""
    rings = [ring for ring in _rings(arcs, lines) if len(ring) > 3]
    areas = [_area(ring) for ring in rings]
    outer = [ring for ring, area in zip(rings, areas, strict=True) if area > 0]
    polygons = [[ring.tolist()] for ring in outer]
    for ring, area in zip(rings, areas, strict=True):
        if area < 0:
            holder = next((n for n, shell in enumerate(outer) if _holds(shell, ring[0])), None)
            if holder is not None:
                polygons[holder].append(ring.tolist())
    return polygons


def _rings(arcs: Arcs, lines: list[Floats]) -> Iterator[Floats]:
    """Join the arcs between land and sea head to tail; land is on their left."""
    ends = arcs.first.astype(np.int64)
    last = _last(arcs)
    shore = np.flatnonzero(arcs.right < 0)
    starting: dict[tuple[int, ...], list[int]] = {}
    for arc in shore.tolist():
        starting.setdefault(tuple(ends[arc].tolist()), []).append(arc)
    unused = dict.fromkeys(shore.tolist())
    while unused:
        chain = [next(iter(unused))]
        unused.pop(chain[0])
        head = ends[chain[0]].tolist()
        while (tail := last[chain[-1]].tolist()) != head:
            onward = next((arc for arc in starting.get(tuple(tail), ()) if arc in unused), None)
            if onward is None:
                break
            unused.pop(onward)
            chain.append(onward)
        yield np.concatenate([lines[arc][min(n, 1) :] for n, arc in enumerate(chain)])


def _last(arcs: Arcs) -> Ints:
    """Return the last vertex of each arc, in the unit of `first`."""
    walked = np.cumsum(arcs.step, axis=0, dtype=np.int64)
    heads, tails = arcs.offset[:-1], arcs.offset[1:] - 1
    return np.asarray(arcs.first + walked[tails] - walked[heads])


def _area(ring: Floats) -> float:
    """Return the area in square degrees, positive when counter-clockwise."""
    x, y = ring.T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def _holds(ring: Floats, point: Floats) -> bool:
    """Tell whether a point lies in a ring."""
    a, b = ring[:-1], ring[1:]
    spans = (a[:, 1] <= point[1]) != (b[:, 1] <= point[1])
    a, b = a[spans], b[spans]
    lon = a[:, 0] + (point[1] - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return bool((lon > point[0]).sum() % 2)
