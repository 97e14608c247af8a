"""Score rows of numbers with boosted trees, many rows at once.

The trees are turned inside out (QuickScorer: Lucchese et al., 2015): for each feature there are the steps between its
thresholds, and for each step the leaves of every tree that no comparison of this feature rules out. A row belongs in the
first leaf that no feature rules out. That takes one look-up a feature, where going down the trees takes one a node.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Forest"]

_MOST_LEAVES: Final = 16  # of one tree: what is left of them is one number of so many bits

Array = NDArray[np.float64]
Leaves = NDArray[np.uint16]
Comparison = tuple[float, int, int]
"""A threshold, the number of its tree, and the leaves (as bits) that a greater value rules out."""


class Forest:
    """Trees as tables of leaves.

    Parameters
    ----------
    feature, threshold, left, right, value
        Of each node of all trees; a leaf is its own child. What is not above the threshold goes left.
    roots
        The first node of each tree.
    """

    __slots__ = ("_all", "_lowest", "_offsets", "_steps", "_values")

    def __init__(
        self,
        feature: Sequence[int],
        threshold: Sequence[float],
        left: Sequence[int],
        right: Sequence[int],
        value: Sequence[float],
        roots: Sequence[int],
    ) -> None:
        """Turn the trees inside out; their leaves are numbered from left to right."""
        compared: dict[int, list[Comparison]] = {}
        values: list[list[float]] = []
        for tree, root in enumerate(roots):
            leaves: list[float] = []
            waiting = [
                (root, -1)
            ]  # a node, and how many leaves were to its left when its left side was begun
            while waiting:
                node, begun = waiting.pop()
                if begun >= 0:
                    gone = (1 << len(leaves)) - (1 << begun)
                    compared.setdefault(feature[node], []).append((threshold[node], tree, gone))
                    waiting.append((right[node], -1))
                elif left[node] == node:
                    leaves.append(value[node])
                else:
                    waiting += [(node, len(leaves)), (left[node], -1)]
            values.append(leaves)
        most = max(map(len, values))
        if most > _MOST_LEAVES:
            raise ValueError(f"a tree has {most} leaves; up to {_MOST_LEAVES} are accepted")
        bits = np.arange(1 << most)
        self._lowest = (np.frexp(np.maximum(bits & -bits, 1))[1] - 1).astype(np.uint8)
        self._values = np.array([leaves + [0.0] * (most - len(leaves)) for leaves in values]).ravel()
        self._offsets = np.arange(len(roots)) * most
        everything = np.full(len(roots), (1 << most) - 1, dtype=np.uint16)
        self._steps = tuple((at, *_table(rows, everything)) for at, rows in sorted(compared.items()))
        self._all = everything

    def sums(self, rows: Array) -> Array:
        """Sum the values of the leaves in which each row belongs."""
        alive = np.tile(self._all, (len(rows), 1))
        for feature, thresholds, table in self._steps:
            alive &= table[thresholds.searchsorted(rows[:, feature])]
        total: Array = self._values[self._lowest[alive] + self._offsets].sum(axis=1)
        return total


def _table(compared: Sequence[Comparison], everything: Leaves) -> tuple[Array, Leaves]:
    """Give the thresholds of a feature in order, and what is left of each tree below, between and above them."""
    thresholds = sorted({threshold for threshold, _, _ in compared})
    above = {threshold: at for at, threshold in enumerate(thresholds, 1)}
    table = np.tile(everything, (len(thresholds) + 1, 1))
    for threshold, tree, gone in compared:
        table[above[threshold] :, tree] &= everything[tree] & ~np.uint16(gone)
    return np.array(thresholds), table
