"""Read the arrays that were prepared for routes."""

from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.errors import DataError
from geo.model import LonLat

__all__ = ["DIGITS", "arrays", "points", "runs"]

DIGITS = 1e5  # positions are whole hundred-thousandths of a degree, some 1 m


def arrays(name: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of a file of the package, by name.

    Raises
    ------
    DataError
        Where the file is not there.
    """
    path = files("geo.routes") / "data" / name
    if not path.is_file():
        raise DataError(
            f"geo/routes/data/{name} is missing; install dateline again or run data/make/network.py"
        )
    with path.open("rb") as file, np.load(file) as stored:
        return {key: stored[key] for key in stored.files}


def points(stored: NDArray[np.int32]) -> tuple[LonLat, ...]:
    """Return positions from rows of longitude and latitude."""
    return tuple(LonLat(*each) for each in (stored / DIGITS).tolist())


def runs(counts: NDArray[Any]) -> NDArray[np.int64]:
    """Return where each of some runs begins, and where the last one ends.

    >>> runs(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
