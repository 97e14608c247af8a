"""Choose, among overlapping candidates, the stretches that are toponyms.

Two learned parts, both made by `data/make/train_places.py`: a linear model of the words about a candidate, whose
verdict is one more number (`context`), and boosted trees over all the numbers. At run time they are plain
arrays; no learning library is needed. Each recogniser has a model of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from geo.places.features import FEATURES, about, described
from geo.places.find import Candidate, foreign
from geo.places.forest import Forest
from geo.places.words import Words
from geo.text import Document

__all__ = ["CONTEXT", "MODELS", "Model", "best_spans", "judge", "likelihood", "model"]

Array = NDArray[np.float64]

_COST = 0.43
"""What a mention must promise: the bar a candidate has to pass, learned on held-out folds."""


MODELS = {"built-in": "spans.npz", "spacy": "spans_spacy.npz"}
"""The file of each recogniser."""

CONTEXT = FEATURES.index("context")
"""The column that the words about a candidate fill."""

_SURE = 0.6
_CERTAIN = 0.95
_AT_ONCE = 512
_DOUBTS = [
    FEATURES.index(name)
    for name in ("plain", "demonym", "run left", "run right", "given name", "after title", "held", "before hyphen", "after hyphen", "sign",
                 "times personal")
]  # fmt: skip
"""What makes even a known name doubtful."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trees as arrays: of each node its feature, threshold, children (tree-wide numbers) and value; and the words' weights."""

    feature: NDArray[np.int32]
    threshold: Array
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Array
    roots: NDArray[np.int32]
    depth: int
    base: float
    words: Mapping[str, float]
    bias: float
    forest: Forest = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Turn the trees into tables."""
        arrays = (self.feature, self.threshold, self.left, self.right, self.value, self.roots)
        object.__setattr__(self, "forest", Forest(*(each.tolist() for each in arrays)))


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


def likelihood(by: Model, rows: Array, contexts: Iterable[Sequence[str]]) -> Array:
    """Give the probability of each candidate to be a toponym."""
    get, bias = by.words.get, by.bias
    context = np.array([bias + sum(map(get, terms, repeat(0.0))) for terms in contexts])
    sums = []
    for at in range(0, len(rows), _AT_ONCE):
        table = rows[at : at + _AT_ONCE].copy()
        table[:, CONTEXT] = context[at : at + _AT_ONCE]
        sums.append(by.forest.sums(table) + by.base)
    chance: Array = 1 / (1 + np.exp(-np.concatenate(sums)))
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


def _plain(each: Candidate) -> bool:
    """Whether a name is a country, a capital or of the curated gazetteer."""
    return any(
        r.how == "curated" or (r.how == "name" and r.place.kind in {"country", "capital"}) for r in each.refs
    )


def judge(
    document: Document, words: Words, found: Sequence[Candidate], by: Model, more: Array | None = None
) -> list[float]:
    """Give every candidate the probability of being a toponym; `more` are numbers that another recogniser adds."""
    chance: list[float] = []
    for rows in described(document, words, found):
        at = len(chance)
        some = found[at : at + len(rows)]
        table = rows if more is None else np.hstack((rows, more[at : at + len(rows)]))
        likely = likelihood(by, table, (about(words, each) for each in some))
        doubted = (table[:, _DOUBTS] != 0).any(axis=1)
        chance += map(_chance, some, likely.tolist(), doubted.tolist())
    return chance


def _chance(each: Candidate, likely: float, doubted: bool) -> float:  # noqa: FBT001  (one column among others)
    """Overrule the trees where the gazetteer knows better: a name that stands alone is no person and no firm."""
    if foreign(each.text):
        return _foreign_chance(each)
    if each.pattern == "port":
        return _CERTAIN
    return _SURE if likely < _SURE and not doubted and _plain(each) else likely


def _foreign_chance(each: Candidate) -> float:
    """Judge a name in a script the model has not seen: long or prominent ones are places."""
    prominent = any(
        r.how == "curated" or r.place.population > 20_000 or r.place.kind == "country" for r in each.refs
    )
    return min(0.6 + 0.1 * len(each.text), 0.95) if prominent else 0.1
