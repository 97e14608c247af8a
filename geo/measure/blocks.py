"""Find the few pieces of a line that can be nearest to a point, and prove that no other can.

Pieces are taken in blocks, the leaves of a k-d tree; each block is held in a ball about a point of the line.
Two bounds leave out blocks and then pieces:

- the chord `c` and the geodesic `d` between two points of the ellipsoid satisfy
  2 B asin(c / 2B) <= d <= 2 A asin(c / 2A), where A = b²/a and B = a²/b are its smallest and largest radius of
  curvature: near by they differ by millionths;
- far away, d - s with s = 2 R asin(c / 2R) changes little per metre walked (`DRIFT`), so that one measured
  distance tells all others within metres.

Of the tree only the leaves are kept: for some hundreds of balls a table of chords is quicker than to descend.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geo.measure.geodesic import WGS84
from geo.measure.pieces import PIECE_METRES, Floats, Ints, Pieces, chain, ecef

__all__ = ["Blocks", "candidates", "candidates_each", "join", "pack"]

SMALLEST = WGS84.b**2 / WGS84.a
LARGEST = WGS84.a**2 / WGS84.b
MEAN = (2 * WGS84.a + WGS84.b) / 3
NEAR = 1_000_000.0  # metres; below it the chord alone decides
POLE_TO_POLE = 20_003_932.0  # metres; no two points are further apart
# The largest change of d - s per metre walked, found among 6 million random pairs less than 1, 2, 3 ... thousand
# km apart, is doubled. Towards the antipode nothing is claimed.
DRIFT = 1e-5 * np.array(
    [6, 28, 62, 112, 180, 264, 368, 496, 656, 858, 1106, 1426, 1872, 2484, 3430, 5058, 8336, 16438, np.inf]
)
DRIFT_STEP = 1.0e6
_At = tuple[Floats, Floats, Floats]  # lon, lat and earth-centred coordinates of the queries
ROUNDING = 0.5  # metres; more than any sum here is off by
CELLS = 200_000  # of a table of queries x blocks, to stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Blocks:
    """Pieces in blocks of equal size; the last piece is repeated to fill up.

    `ids`, `a`, `u`, `square` and `slack` have a row per block and a column per piece (`a` and `u` for each of
    x, y, z). Piece `chosen` begins at `centre`; no point of the block is further from that than `radius`.
    """

    pieces: Pieces
    ids: Ints
    a: Floats
    u: Floats
    square: Floats
    slack: Floats
    chosen: Ints
    centre: Floats
    radius: Floats


def pack(pieces: Pieces) -> Blocks:
    """Sort pieces into blocks."""
    middle = pieces.a + pieces.u / 2
    ids = _leaves(middle)
    middles = middle[ids]
    pick = np.linalg.norm(middles - middles.mean(axis=1, keepdims=True), axis=2).argmin(axis=1)
    chosen = ids[np.arange(len(ids)), pick]
    centre = pieces.a[chosen]
    span = np.linalg.norm(middles - centre[:, None], axis=2) + np.linalg.norm(pieces.u, axis=1)[ids] / 2
    radius = (span + pieces.slack[ids]).max(axis=1) + ROUNDING
    a, u = (np.ascontiguousarray(each.T[:, ids]) for each in (pieces.a, pieces.u))
    square = np.maximum((u**2).sum(axis=0), 1e-12)
    return Blocks(pieces, ids, a, u, square, pieces.slack[ids], chosen, centre, radius)


def _leaves(points: Floats) -> Ints:
    """Return the leaves of a k-d tree: rows of points, halved along the widest side until they are few."""
    few = np.clip(np.sqrt(len(points)) / 5, 8, 64)
    depth = max(0, round(np.log2(len(points) / few)))
    filled = len(points) + -len(points) % (1 << depth)
    ids: Ints = np.minimum(np.arange(filled), len(points) - 1).reshape(1, -1)
    for _ in range(depth):
        spots: Floats = points[ids]
        widest = np.ptp(spots, axis=1).argmax(axis=1)
        side = np.take_along_axis(spots, widest[:, None, None], axis=2).squeeze(axis=2)
        half = ids.shape[1] // 2
        ids = np.take_along_axis(ids, np.argpartition(side, half, axis=1), axis=1).reshape(-1, half)
    return ids


def candidates(blocks: Blocks, lon: Floats, lat: Floats) -> tuple[Ints, Ints, Floats]:
    """Return (query, piece, share of the piece at which to start) for all pieces that can be nearest.

    Rows of the same query stand together; every query has at least one.
    """
    height = max(1, CELLS // len(blocks.radius))
    found = [
        each
        for first in range(0, len(lon), height)
        for each in _of_chunk(blocks, lon[first : first + height], lat[first : first + height], first)
    ]
    if len(found) == 1:
        return found[0]
    query, piece, share = (np.concatenate(each) for each in zip(*found, strict=True))
    return query, piece, share


def _of_chunk(blocks: Blocks, lon: Floats, lat: Floats, first: int) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Yield the candidates of some queries, which are numbered from `first`."""
    points = ecef(lon, lat)
    chord = _chords(points, blocks.centre)
    best = chord.min(axis=1)
    query, block = (chord - blocks.radius <= _reach(best)[:, None]).nonzero()
    for found, piece, share in _narrow(blocks, (lon, lat, points), query, block, chord[query, block], best):
        yield found + first, piece, share


def _narrow(
    blocks: Blocks, at: _At, query: Ints, block: Ints, chord: Floats, best: Floats
) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Yield the candidates among some (query, block) pairs, by the bound that suits their distance."""
    far = best[query] > NEAR
    near = ~far
    if near.any():
        yield _by_chord(blocks, at[2], query[near], block[near])
    if far.any():
        yield _by_measure(blocks, at, query[far], block[far], chord[far])


def join(blocks: Sequence[Blocks]) -> tuple[Blocks, Ints]:
    """Return the blocks of several lines as one, and where those of each line begin."""
    size = max(each.ids.shape[1] for each in blocks)
    shift = np.cumsum([0, *(len(each.pieces) for each in blocks)])

    def filled(name: str) -> list[Floats]:
        arrays = (getattr(each, name) for each in blocks)
        gaps = ([(0, 0)] * (a.ndim - 1) + [(0, size - a.shape[-1])] for a in arrays)
        return [np.pad(getattr(b, name), gap, mode="edge") for b, gap in zip(blocks, gaps, strict=True)]

    joined = Blocks(
        pieces=chain([each.pieces for each in blocks]),
        ids=np.concatenate([a + n for a, n in zip(filled("ids"), shift, strict=False)]),
        a=np.concatenate(filled("a"), axis=1),
        u=np.concatenate(filled("u"), axis=1),
        square=np.concatenate(filled("square")),
        slack=np.concatenate(filled("slack")),
        chosen=np.concatenate([each.chosen + n for each, n in zip(blocks, shift, strict=False)]),
        centre=np.concatenate([each.centre for each in blocks]),
        radius=np.concatenate([each.radius for each in blocks]),
    )
    return joined, np.cumsum([0, *(len(each.ids) for each in blocks[:-1])])


def candidates_each(blocks: Blocks, starts: Ints, lon: Floats, lat: Floats) -> tuple[Ints, Ints, Floats]:
    """Return (line, piece, share) for all pieces of several joined lines that can be nearest to one point.

    The point is given once per line; see `candidates`.
    """
    points = ecef(lon, lat)
    chord = _chords(points[:1], blocks.centre)[0]
    best = np.minimum.reduceat(chord, starts)
    line = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(chord))))
    block = (chord - blocks.radius <= _reach(best)[line]).nonzero()[0]
    found = _narrow(blocks, (lon, lat, points), line[block], block, chord[block], best)
    query, piece, share = (np.concatenate(each) for each in zip(*found, strict=True))
    return query, piece, share


def _by_chord(blocks: Blocks, points: Floats, query: Ints, block: Ints) -> tuple[Ints, Ints, Floats]:
    """Keep the pieces of some (query, block) pairs that the bound on chords cannot leave out."""
    chord, share = _spans(blocks, points[query], block)
    slack = blocks.slack[block] + ROUNDING
    reach = _reach(_least((chord + slack).min(axis=1), query))
    row, column = (chord - slack <= reach[:, None]).nonzero()
    return query[row], blocks.ids[block[row], column], share[row, column]


@dataclass(frozen=True, slots=True)
class _Spots:
    """Points of the line that may be near a query, rows of the same query together.

    `chord` is how far they are from the query; no line they stand for is further from them than `reach`, or
    nearer to the query than `chord - spare`.
    """

    query: Ints
    piece: Ints
    share: Floats
    chord: Floats
    reach: Floats
    spare: Floats


@dataclass(frozen=True, slots=True)
class _Sieved:
    """Which spots can be nearest: their distance is `offset` more than the arc over the chord, give or take `doubt`.

    `most` is a distance at which the line is met for sure. There is a row for each spot that is kept.
    """

    keep: Ints
    offset: Floats
    doubt: Floats
    most: Floats


def _by_measure(
    blocks: Blocks, at: _At, query: Ints, block: Ints, chord: Floats
) -> tuple[Ints, Ints, Floats]:
    """Keep the pieces that can be nearest: sieve blocks, then pieces, with one measured distance each."""
    radius = blocks.radius[block]
    heads = _Spots(query, blocks.chosen[block], np.zeros(len(query)), chord, radius, radius)
    sieved = _sieve(blocks.pieces, at, heads)
    query, block = query[sieved.keep], block[sieved.keep]
    chords, shares = _spans(blocks, at[2][query], block)
    slack = blocks.slack[block] + ROUNDING
    high = _arc((chords + slack).min(axis=1), MEAN) + sieved.offset + sieved.doubt
    most = _least(np.minimum(high, sieved.most), query)
    low = _arc(chords - slack, MEAN) + (sieved.offset - sieved.doubt)[:, None]
    row, column = (low <= most[:, None]).nonzero()
    piece, share = blocks.ids[block[row], column], shares[row, column]
    reach = np.full(len(row), 1.1 * PIECE_METRES)
    spots = _Spots(query[row], piece, share, chords[row, column], reach, slack[row, column])
    keep = _sieve(blocks.pieces, at, spots).keep
    return spots.query[keep], piece[keep], share[keep]


def _sieve(pieces: Pieces, at: _At, spots: _Spots) -> _Sieved:
    """Measure, for each query, to the spot with the least chord, and drop all that must be further than that."""
    lon, lat, points = at
    head, group = _groups(spots.query)
    lead = _first_least(spots.chord, head, group)
    there = pieces.where(spots.piece[lead], spots.share[lead])
    query = spots.query[lead]
    metres = np.asarray(WGS84.inv(lon[query], lat[query], *there)[2])
    foot = ecef(*there)
    spot = pieces.a[spots.piece] + spots.share[:, None] * pieces.u[spots.piece]
    away = _arc(_length(spot - foot[group]) + spots.reach, SMALLEST)
    offset = (metres - _arc(_length(points[query] - foot), MEAN))[group]
    doubt = _drift(_arc(spots.chord, MEAN) + away) * away + ROUNDING
    low = _arc(spots.chord - spots.spare, MEAN) + offset - doubt
    most = metres[group]
    wild = np.isinf(doubt).nonzero()[0]
    if len(wild):
        offset[wild], doubt[wild], low[wild], most[wild] = _each(pieces, at, spots, wild)
        most = np.minimum(metres[group], _least(most, spots.query))
    keep = (low <= most).nonzero()[0]
    return _Sieved(keep, offset[keep], doubt[keep], most[keep])


def _each(pieces: Pieces, at: _At, spots: _Spots, rows: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """Measure every one of some spots: offset, doubt, the least distance they can stand for, and their own."""
    lon, lat, _ = at
    query, piece = spots.query[rows], spots.piece[rows]
    metres = np.asarray(WGS84.inv(lon[query], lat[query], *pieces.where(piece, spots.share[rows]))[2])
    reach = _arc(spots.reach[rows], SMALLEST)
    doubt = _drift(metres + reach) * reach + ROUNDING
    return metres - _arc(spots.chord[rows], MEAN), doubt, metres - reach, metres


def _drift(metres: Floats) -> Floats:
    """Return how much d - s may change per metre walked, up to some distance from the query."""
    return DRIFT[np.minimum(metres * 1.01 // DRIFT_STEP, len(DRIFT) - 1).astype(np.int64)]


def _spans(blocks: Blocks, points: Floats, block: Ints) -> tuple[Floats, Floats]:
    """Return how far each point is from each chord of its block, and the share of the chord at its foot."""
    x, y, z = (points[:, axis, None] - blocks.a[axis, block] for axis in range(3))
    u, v, w = (blocks.u[axis, block] for axis in range(3))
    ahead, length = x * u + y * v + z * w, blocks.square[block]
    share = np.minimum(np.maximum(ahead / length, 0.0), 1.0)
    square = x * x + y * y + z * z - share * (2.0 * ahead - share * length)
    return np.sqrt(np.maximum(square, 0.0)), share


def _chords(points: Floats, others: Floats) -> Floats:
    """Return the straight distances from each point to each other (by hand: threads would cost more)."""
    x, y, z = (np.subtract.outer(points[:, axis], others[:, axis]) for axis in range(3))
    x *= x
    y *= y
    z *= z
    x += y
    x += z
    return np.asarray(np.sqrt(x, out=x))


def _length(ways: Floats) -> Floats:
    """Return the lengths of vectors."""
    return np.asarray(np.sqrt(np.einsum("nk,nk->n", ways, ways)))


def _arc(chord: Floats, radius: float) -> Floats:
    """Return the lengths of the arcs over some chords."""
    return np.asarray(2 * radius * np.arcsin(np.minimum(chord / (2 * radius), 1.0)))


def _reach(chord: Floats) -> Floats:
    """Return the chord beyond which nothing is nearer than the end of the given one."""
    metres = np.where(chord < 2 * SMALLEST, _arc(chord, SMALLEST), POLE_TO_POLE)
    return np.asarray(2 * LARGEST * np.sin(np.minimum(metres, POLE_TO_POLE) / (2 * LARGEST)) + ROUNDING)


def _groups(query: Ints) -> tuple[Ints, Ints]:
    """Return where each run of the same query begins, and the number of its run for each row."""
    starts = np.ones(len(query), dtype=bool)
    np.not_equal(query[1:], query[:-1], out=starts[1:])
    return starts.nonzero()[0], starts.cumsum() - 1


def _least(values: Floats, query: Ints) -> Floats:
    """Return for each row the least value among the rows of the same query."""
    head, group = _groups(query)
    return np.asarray(np.minimum.reduceat(values, head)[group])


def _first_least(values: Floats, head: Ints, group: Ints) -> Ints:
    """Return for each group the first row with its least value."""
    rows = (values == np.minimum.reduceat(values, head)[group]).nonzero()[0]
    return np.asarray(rows[np.searchsorted(group[rows], np.arange(len(head)))])
