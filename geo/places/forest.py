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
_ALL: Final = (1 << _MOST_LEAVES) - 1

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

    __slots__ = ("_lowest", "_offsets", "_steps", "_values")

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
        values = np.zeros((len(roots), _MOST_LEAVES))
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
            values[tree, : len(leaves)] = leaves
        self._values = values.ravel()
        self._offsets = np.arange(len(roots)) * _MOST_LEAVES
        self._steps = tuple((at, *_table(rows, len(roots))) for at, rows in sorted(compared.items()))
        bits = np.arange(_ALL + 1)
        self._lowest = (np.frexp(np.maximum(bits & -bits, 1))[1] - 1).astype(np.uint8)

    def sums(self, rows: Array) -> Array:
        """Sum the values of the leaves in which each row belongs."""
        alive: Leaves = np.full((len(rows), len(self._offsets)), _ALL, dtype=np.uint16)
        for feature, thresholds, table in self._steps:
            alive &= table[thresholds.searchsorted(rows[:, feature])]
        total: Array = self._values[self._lowest[alive] + self._offsets].sum(axis=1)
        return total


def _table(compared: Sequence[Comparison], trees: int) -> tuple[Array, Leaves]:
    """Give the thresholds of a feature in order, and what is left of each tree below, between and above them."""
    thresholds = np.unique([threshold for threshold, _, _ in compared])
    table = np.full((len(thresholds) + 1, trees), _ALL, dtype=np.uint16)
    for threshold, tree, gone in compared:
        table[np.searchsorted(thresholds, threshold) + 1 :, tree] &= np.uint16(_ALL & ~gone)
    return thresholds, table
