"""Find the few pieces of a line that can be nearest to a point, and prove that no other can.

Pieces are sorted along a space-filling curve and taken in blocks; each block is held in a ball about a point
of the line. Two bounds leave out blocks and then pieces:

- the chord `c` and the geodesic `d` between two points of the ellipsoid satisfy
  2 B asin(c / 2B) <= d <= 2 A asin(c / 2A), where A = b²/a and B = a²/b are its smallest and largest radius of
  curvature: near by they differ by millionths;
- far away, d - s with s = 2 R asin(c / 2R) changes little per metre walked (`DRIFT`), so that one measured
  distance to a block tells those to all its pieces.
"""

from dataclasses import dataclass

import numpy as np

from geo.measure.geodesic import WGS84
from geo.measure.pieces import Floats, Ints, Pieces, ecef

__all__ = ["Blocks", "candidates", "pack"]

SMALLEST = WGS84.b**2 / WGS84.a
LARGEST = WGS84.a**2 / WGS84.b
MEAN = (2 * WGS84.a + WGS84.b) / 3
NEAR = 1_000_000.0  # metres; below it the chord alone decides
POLE_TO_POLE = 20_003_932.0  # metres; no two points are further apart
# Twice the largest change of d - s per metre among 3 million random pairs within so many metres. Towards the
# antipode nothing is claimed.
DRIFT_METRES = np.array([5.0e6, 1.0e7, 1.5e7, 1.75e7])
DRIFT = np.array([0.002, 0.009, 0.035, 0.12, np.inf])
ROUNDING = 0.5  # metres; chords by inner products are good to 0.1 m
CELLS = 200_000  # of a table of queries x blocks, to stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Blocks:
    """Pieces in blocks of equal size, (blocks, size, ...); the last block repeats its last piece.

    `centre` is a point of the line, at `lon`, `lat`; no point of the block is further from it than `radius`.
    """

    ids: Ints
    a: Floats
    u: Floats
    slack: Floats
    centre: Floats
    lon: Floats
    lat: Floats
    radius: Floats


def pack(pieces: Pieces) -> Blocks:
    """Sort pieces into blocks."""
    size = int(np.clip(np.sqrt(len(pieces)) / 4, 8, 128))
    middle = pieces.a + pieces.u / 2
    order = np.argsort(_along_curve(middle), kind="stable")
    ids = np.append(order, np.full(-len(order) % size, order[-1])).reshape(-1, size)
    middles = middle[ids]
    pick = np.linalg.norm(middles - middles.mean(axis=1, keepdims=True), axis=2).argmin(axis=1)
    chosen = ids[np.arange(len(ids)), pick]
    centre = pieces.a[chosen]
    lon, lat = pieces.start[chosen].T.copy()
    span = np.linalg.norm(middles - centre[:, None], axis=2) + np.linalg.norm(pieces.u, axis=1)[ids] / 2
    radius = (span + pieces.slack[ids]).max(axis=1) + ROUNDING
    return Blocks(ids, pieces.a[ids], pieces.u[ids], pieces.slack[ids], centre, lon, lat, radius)


def _along_curve(points: Floats) -> Ints:
    """Return the place of each point along a Morton curve through a cube of 2^20 cells a side."""
    cells = ((points / (2 * LARGEST) + 0.5) * (1 << 20)).astype(np.int64)
    spread = [(32, 0x1F00000000FFFF), (16, 0x1F0000FF0000FF), (8, 0x100F00F00F00F00F)]
    spread += [(4, 0x10C30C30C30C30C3), (2, 0x1249249249249249)]
    for shift, mask in spread:
        cells = (cells | (cells << shift)) & mask
    return np.asarray(cells[:, 0] | (cells[:, 1] << 1) | (cells[:, 2] << 2))


def candidates(blocks: Blocks, lon: Floats, lat: Floats) -> tuple[Ints, Ints, Floats]:
    """Return (query, piece, share of the piece at which to start) for all pieces that can be nearest.

    Rows come in the order of the queries; every query has at least one.
    """
    points = ecef(lon, lat)
    height = max(1, CELLS // len(blocks.radius))
    found = [
        _of_chunk(blocks, lon[at], lat[at], points[at], at.start)
        for at in (slice(first, first + height) for first in range(0, len(points), height))
    ]
    query, piece, share = (np.concatenate(each) for each in zip(*found, strict=True))
    return query, piece, share


def _of_chunk(
    blocks: Blocks, lon: Floats, lat: Floats, points: Floats, first: int
) -> tuple[Ints, Ints, Floats]:
    """Return the candidates of some queries, which are numbered from `first`."""
    chord = _chords(points, blocks.centre)
    best = chord.min(axis=1)
    query, block = (chord - blocks.radius <= _reach(best)[:, None]).nonzero()
    far = best > NEAR
    if not far.any():
        return _by_chord(blocks, points, query, block, first)
    near = ~far[query]
    chord = chord[query, block]
    parts = [_by_chord(blocks, points, query[near], block[near], first)] if near.any() else []
    query, block, chord = query[~near], block[~near], chord[~near]
    parts.append(_by_measure(blocks, (lon, lat, points), query, block, chord, first))
    query, piece, share = (np.concatenate(each) for each in zip(*parts, strict=True))
    order = np.argsort(query, kind="stable")
    return query[order], piece[order], share[order]


def _by_chord(
    blocks: Blocks, points: Floats, query: Ints, block: Ints, first: int
) -> tuple[Ints, Ints, Floats]:
    """Keep the pieces of some (query, block) pairs that the bound on chords cannot leave out."""
    chord, share = _spans(blocks, points[query], block)
    slack = blocks.slack[block] + ROUNDING
    reach = _least(_reach((chord + slack).min(axis=1)), query)
    row, column = (chord - slack <= reach[:, None]).nonzero()
    return query[row] + first, blocks.ids[block[row], column], share[row, column]


def _by_measure(
    blocks: Blocks, at: tuple[Floats, Floats, Floats], query: Ints, block: Ints, chord: Floats, first: int
) -> tuple[Ints, Ints, Floats]:
    """Measure the distance to each block and keep the pieces that can be nearest given that."""
    lon, lat, points = at
    metres = WGS84.inv(lon[query], lat[query], blocks.lon[block], blocks.lat[block])[2]
    radius = _arc(blocks.radius[block], SMALLEST)
    keep = metres - radius <= _least(metres, query)
    query, block, metres, radius, chord = (each[keep] for each in (query, block, metres, radius, chord))
    doubt = DRIFT[np.searchsorted(DRIFT_METRES, metres + radius)] * radius + ROUNDING
    offset = metres - _arc(chord, MEAN)
    span, share = _spans(blocks, points[query], block)
    slack = blocks.slack[block]
    high = (_arc(span + slack, MEAN).min(axis=1) + offset + doubt).clip(max=metres)
    low = _arc(span - slack, MEAN) + (offset - doubt)[:, None]
    row, column = (low <= _least(high, query)[:, None]).nonzero()
    return query[row] + first, blocks.ids[block[row], column], share[row, column]


def _spans(blocks: Blocks, points: Floats, block: Ints) -> tuple[Floats, Floats]:
    """Return how far each point is from each chord of its block, and the share of the chord at its foot."""
    way = points[:, None] - blocks.a[block]
    along = blocks.u[block]
    ahead = np.einsum("qsk,qsk->qs", way, along)
    length = np.einsum("qsk,qsk->qs", along, along)
    share = np.clip(ahead / np.maximum(length, 1e-12), 0.0, 1.0)
    square = np.einsum("qsk,qsk->qs", way, way) - share * (2 * ahead - share * length)
    return np.sqrt(np.maximum(square, 0.0)), share


def _chords(points: Floats, others: Floats) -> Floats:
    """Return the straight distances, in metres, from each point to each other."""
    squares = (points**2).sum(axis=1)[:, None] + (others**2).sum(axis=1)
    squares -= 2.0 * points @ others.T
    return np.asarray(np.sqrt(np.maximum(squares, 0.0)))


def _arc(chord: Floats, radius: float) -> Floats:
    """Return the lengths of the arcs over some chords."""
    return np.asarray(2 * radius * np.arcsin(np.clip(chord / (2 * radius), 0.0, 1.0)))


def _reach(chord: Floats) -> Floats:
    """Return the chord beyond which nothing is nearer than the end of the given one."""
    metres = np.where(chord < 2 * SMALLEST, _arc(chord, SMALLEST), POLE_TO_POLE)
    return np.asarray(2 * LARGEST * np.sin(np.minimum(metres, POLE_TO_POLE) / (2 * LARGEST)) + ROUNDING)


def _least(values: Floats, query: Ints) -> Floats:
    """Return for each row the least value among the rows of the same query, which stand together."""
    head = np.flatnonzero(np.append(True, query[1:] != query[:-1]))
    least = np.minimum.reduceat(values, head)
    return np.asarray(np.repeat(least, np.diff(np.append(head, len(query)))))
