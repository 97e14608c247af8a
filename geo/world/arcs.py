"""Open the border file: stretches of boundary with the unit of land on each side.

Units are countries, or parts of them that belong to different countries in different readings. Every stretch
is kept once, so that borders, coasts and outlines are choices among the same lines and always fit together.
"""

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from geo.errors import DataError

__all__ = ["SEA", "SEAM", "Arcs", "load"]

SEA, SEAM = -1, -2  # what may lie on the right of an arc besides units: water, the edge of the map
SCALE = 100_000.0

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Arcs:
    """The arrays of the file, a row per arc (`step` and `level`: per vertex).

    `first` is the first vertex in 1e-5 degree, `step` the way from vertex to vertex, `offset` where the
    vertices of each arc begin, `level` says how coarse a map may be that still shows the vertex.
    """

    first: NDArray[np.int32]
    offset: NDArray[np.int32]
    step: NDArray[np.int16]
    level: NDArray[np.uint8]
    left: NDArray[np.int16]
    right: NDArray[np.int16]

    def vertices(self, arcs: Ints) -> tuple[Floats, Ints]:
        """Return lon and lat of all vertices of some arcs, and the row of `arcs` each belongs to."""
        rows, row = self.rows(arcs)
        walked = np.cumsum(self.step[rows], axis=0, dtype=np.int64)
        heads = np.searchsorted(row, np.arange(len(arcs)))
        walked += (self.first[arcs] - walked[heads])[row]
        return walked / SCALE, row

    def rows(self, arcs: Ints) -> tuple[Ints, Ints]:
        """Return the rows of `step` and `level` of some arcs, and the row of `arcs` each belongs to."""
        length = np.diff(self.offset)[arcs].astype(np.int64)
        row = np.repeat(np.arange(len(arcs)), length)
        start = self.offset[arcs] - (np.cumsum(length) - length)
        return start[row] + np.arange(len(row)), row


def load() -> Arcs:
    """Read the file that comes with the package."""
    path = files("geo.world") / "data" / "borders.npz"
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Arcs(**{name: arrays[name] for name in Arcs.__slots__})
    except (OSError, KeyError, ValueError) as fault:
        raise DataError(f"border file {path.name} is missing or damaged ({fault}); reinstall") from fault
