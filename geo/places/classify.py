"""Choose, among overlapping candidates, the stretches that are toponyms.

Two learned parts, both made by `data/make/train_places.py`: a linear model of the words about a candidate, whose
verdict is one more number (`context`), and boosted trees over all the numbers. At run time they are plain
arrays; no learning library is needed. Each recogniser has a model of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from geo.places.features import FEATURES, about, describe
from geo.places.find import Candidate, Token, foreign
from geo.text import Document

__all__ = ["CONTEXT", "MODELS", "Model", "best_spans", "judge", "likelihood", "model"]

_COST = 0.43
"""What a mention must promise: the bar a candidate has to pass, learned on held-out folds."""


MODELS = {"built-in": "spans.npz", "spacy": "spans_spacy.npz"}
"""The file of each recogniser."""

CONTEXT = FEATURES.index("context")
"""The column that the words about a candidate fill."""

_SURE = 0.6
_CERTAIN = 0.95
_AT_ONCE = 512
_DOUBTS = tuple(
    FEATURES.index(name)
    for name in ("plain", "demonym", "run left", "run right", "given name", "after title", "held", "before hyphen", "after hyphen", "sign",
                 "times personal")
)  # fmt: skip
"""What makes even a known name doubtful."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trees as arrays: of each node its feature, threshold, children (tree-wide numbers) and value; and the words' weights."""

    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]
    depth: int
    base: float
    words: Mapping[str, float]
    bias: float


@cache
def model(name: str) -> Model:
    """Load the model that ships for a recogniser."""
    with (
        as_file(files("geo.places").joinpath("data", MODELS[name])) as path,
        np.load(path, allow_pickle=False) as held,
    ):
        words = dict(zip(held["terms"].tolist(), held["weights"].tolist(), strict=True))
        arrays = {name: held[name] for name in ("feature", "threshold", "left", "right", "value", "roots")}
        return Model(
            **arrays,
            depth=int(held["depth"]),
            base=float(held["base"]),
            words=words,
            bias=float(held["bias"]),
        )


def _trees(by: Model, rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum the trees' values for every row, all rows and trees at once."""
    node = np.broadcast_to(by.roots, (len(rows), len(by.roots))).copy()
    at = np.arange(len(rows))[:, None]
    for _ in range(by.depth):
        go_left = rows[at, by.feature[node]] <= by.threshold[node]
        node = np.where(go_left, by.left[node], by.right[node])
    total: NDArray[np.float64] = by.value[node].sum(axis=1) + by.base
    return total


def likelihood(
    by: Model, rows: NDArray[np.float64], contexts: Iterable[Sequence[str]]
) -> NDArray[np.float64]:
    """Give the probability of each candidate to be a toponym."""
    table = rows.copy()
    table[:, CONTEXT] = [by.bias + sum(by.words.get(term, 0.0) for term in terms) for terms in contexts]
    sums = [_trees(by, table[at : at + _AT_ONCE]) for at in range(0, len(table), _AT_ONCE)]
    chance: NDArray[np.float64] = 1 / (1 + np.exp(-np.concatenate(sums)))
    return chance


def best_spans(found: Sequence[Candidate], chance: Sequence[float], cost: float = _COST) -> list[int]:
    """Pick the candidates, none overlapping, that together promise most above their cost."""
    order = sorted(range(len(found)), key=lambda n: found[n].end)
    best: list[tuple[float, int, int]] = [(0.0, -1, -1)]  # worth so far, candidate taken, entry before it
    ends = [0]
    for number in order:
        gain = float(chance[number]) - cost
        if gain <= 0:
            continue
        start = found[number].start
        before = next(i for i in range(len(ends) - 1, -1, -1) if ends[i] <= start)
        worth = best[before][0] + gain
        if worth > best[-1][0]:
            best.append((worth, number, before))
            ends.append(found[number].end)
    picked = []
    at = len(best) - 1
    while at > 0:
        picked.append(best[at][1])
        at = best[at][2]
    return picked[::-1]


def _plainly(each: Candidate, row: NDArray[np.float64]) -> bool:
    """Whether a name stands alone and is a country, a capital or of the curated gazetteer: no person, no firm."""
    known = any(
        r.how == "curated" or (r.how == "name" and r.place.kind in {"country", "capital"}) for r in each.refs
    )
    return known and not any(row[n] for n in _DOUBTS)


def judge(
    document: Document,
    words: Sequence[Token],
    found: Sequence[Candidate],
    by: Model,
    more: NDArray[np.float64] | None = None,
) -> list[float]:
    """Give every candidate the probability of being a toponym; `more` are numbers that another recogniser adds."""
    if not found:
        return []
    rows = describe(document, words, found)
    if more is not None:
        rows = np.hstack((rows, more))
    chance: list[float] = likelihood(by, rows, (about(words, each) for each in found)).tolist()
    for number, (each, row) in enumerate(zip(found, rows, strict=True)):
        if foreign(each.text):
            chance[number] = _foreign_chance(each)
        elif each.pattern == "port":
            chance[number] = _CERTAIN
        elif _plainly(each, row):
            chance[number] = max(chance[number], _SURE)
    return chance


def _foreign_chance(each: Candidate) -> float:
    """Judge a name in a script the model has not seen: long or prominent ones are places."""
    prominent = any(
        r.how == "curated" or r.place.population > 20_000 or r.place.kind == "country" for r in each.refs
    )
    return min(0.6 + 0.1 * len(each.text), 0.95) if prominent else 0.1
