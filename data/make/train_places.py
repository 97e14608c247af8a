"""Train the classifier of toponyms and the weights of resolution on labelled articles.

Run by hand: `python data/make/train_places.py FOLDER`, where FOLDER holds one JSON object a line in `*.jsonl` files:
`text`, `toponyms` with `start`, `end`, `lat`, `lon`. It needs scikit-learn (dependency group `train`) and, for the
second recogniser, the extra `ner`; what it writes needs only numpy. `report_places.py` beside it measures what such
training gives on articles and sets that it has not seen.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from geo.model import Article, LonLat, Place
from geo.places.classify import CONTEXT, MODELS, Model
from geo.places.features import about, describe
from geo.places.find import Candidate, candidates, tokens
from geo.places.outlets import homes
from geo.places.resolve import EVIDENCE, Group, apart, evidence, group
from geo.places.second import joined, labels, sights
from geo.text import read
from geo.world.gazetteer import open_gazetteer

OUT = Path(__file__).parents[2] / "geo" / "places" / "data"
WITHOUT_DEMONYMS = {"geovirus"}
FOLDS = 5


@dataclass
class Example:
    """One article: its candidates, what is known of them, and the truth."""

    corpus: str
    record: dict[str, Any]
    found: list[Candidate]
    rows: NDArray[np.float64]
    contexts: list[list[str]]
    truth: list[int]
    used: list[bool]


def examples(folder: Path, recogniser: str = "built-in") -> list[Example]:
    """Read all labelled articles, and describe their candidates as a recogniser sees them."""
    gazetteer = open_gazetteer()
    made = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            document = read(Article(record["doc_id"], record["text"]))
            words = tokens(document)
            found = candidates(document, words, gazetteer)
            extra = np.zeros((len(found), 0))
            if recogniser == "spacy":
                given = labels(document)
                found = joined(words, found, given, record["text"], gazetteer)
                extra = sights(found, given)
            gold = {(t["start"], t["end"]) for t in record["toponyms"]}
            truth = [int((c.start, c.end) in gold) for c in found]
            skip = path.stem in WITHOUT_DEMONYMS
            used = [not (skip and any(r.how == "demonym" for r in c.refs)) for c in found]
            contexts = [about(words, c) for c in found]
            made.append(
                Example(
                    path.stem,
                    record,
                    found,
                    np.hstack((describe(document, words, found), extra)),
                    contexts,
                    truth,
                    used,
                )
            )
    return made


def words_model(contexts: Sequence[Sequence[str]], truth: Sequence[int]) -> tuple[dict[str, float], float]:
    """Fit the linear model of the words about a candidate."""
    counts = Counter(term for terms in contexts for term in set(terms))
    kept = {term for term, n in counts.items() if n >= 3}
    vectors = DictVectorizer()
    table = vectors.fit_transform([{t: 1 for t in terms if t in kept} for terms in contexts])
    fitted = LogisticRegression(C=0.2, max_iter=400).fit(table, truth)
    names = vectors.get_feature_names_out()
    weights = {
        str(n): round(float(w), 3) for n, w in zip(names, fitted.coef_[0], strict=True) if abs(w) > 0.02
    }
    return weights, float(fitted.intercept_[0])


def fit(train: Sequence[Example], seed: int = 0) -> dict[str, Any]:
    """Train both parts; the trees see the verdict of words models that did not see the same articles."""
    shuffled = list(train)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  (folds, not secrets)
    rows: list[list[float]] = []
    truth: list[int] = []
    for fold in range(FOLDS):
        inside = [e for n, e in enumerate(shuffled) if n % FOLDS != fold]
        terms, bias = words_model(*_flat(inside))
        for example in (e for n, e in enumerate(shuffled) if n % FOLDS == fold):
            for row, context, label, used in zip(
                example.rows, example.contexts, example.truth, example.used, strict=True
            ):
                if used:
                    rows.append(
                        [*row[:CONTEXT], bias + sum(terms.get(t, 0.0) for t in context), *row[CONTEXT + 1 :]]
                    )
                    truth.append(label)
    terms, bias = words_model(*_flat(shuffled))
    table, own = np.array(rows, dtype=float), CONTEXT + 1
    parts = [arrays(grow(table, truth, seed))]
    if table.shape[1] > own:
        # Half the say to trees that have not seen spaCy's labels: they err elsewhere.
        parts.append(arrays(grow(table[:, :own], truth, seed + 1)))
    return {
        **merged(parts),
        "terms": np.array(list(terms)),
        "weights": np.array(list(terms.values()), dtype=np.float32),
        "bias": bias,
    }


def grow(table: NDArray[np.float64], truth: Sequence[int], seed: int) -> HistGradientBoostingClassifier:
    """Train the trees."""
    return HistGradientBoostingClassifier(
        max_iter=160,
        learning_rate=0.07,
        max_leaf_nodes=12,
        min_samples_leaf=12,
        l2_regularization=2.0,
        max_features=0.4,
        early_stopping=False,
        random_state=seed,
    ).fit(table, truth)


def _flat(chosen: Iterable[Example]) -> tuple[list[list[str]], list[int]]:
    pairs = [(c, t) for e in chosen for c, t, u in zip(e.contexts, e.truth, e.used, strict=True) if u]
    return [p[0] for p in pairs], [p[1] for p in pairs]


def arrays(trees: HistGradientBoostingClassifier) -> dict[str, Any]:
    """Lay the trees out as one table of nodes; a leaf leads to itself."""
    tables = [each[0].nodes for each in trees._predictors]  # noqa: SLF001  (no public way to the nodes)
    roots, parts, offset = [], {name: [] for name in ("feature", "threshold", "left", "right", "value")}, 0
    for nodes in tables:
        leaf = nodes["is_leaf"].astype(bool)
        here = np.arange(len(nodes))
        roots.append(offset)
        parts["feature"].append(np.where(leaf, 0, nodes["feature_idx"]))
        parts["threshold"].append(np.where(leaf, 0, nodes["num_threshold"]))
        parts["left"].append(np.where(leaf, here, nodes["left"]) + offset)
        parts["right"].append(np.where(leaf, here, nodes["right"]) + offset)
        parts["value"].append(np.where(leaf, nodes["value"], 0))
        offset += len(nodes)
    joined = {name: np.concatenate(each) for name, each in parts.items()}
    whole = {
        "feature": np.int32,
        "left": np.int32,
        "right": np.int32,
        "threshold": np.float64,
        "value": np.float64,
    }
    depth = max(int(nodes["depth"].max()) for nodes in tables)
    return {
        **{name: joined[name].astype(kind) for name, kind in whole.items()}, "roots": np.array(roots, dtype=np.int32),
        "depth": depth, "base": float(trees._baseline_prediction.ravel()[0]),  # noqa: SLF001
    }  # fmt: skip


def merged(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Make one forest whose sum is the mean of several."""
    offsets = np.cumsum([0, *(len(p["value"]) for p in parts)])[:-1]
    shifted = {
        name: np.concatenate([p[name] + at for p, at in zip(parts, offsets, strict=True)]).astype(np.int32)
        for name in ("left", "right", "roots")
    }
    return {
        **shifted,
        "feature": np.concatenate([p["feature"] for p in parts]),
        "threshold": np.concatenate([p["threshold"] for p in parts]),
        "value": np.concatenate([p["value"] for p in parts]) / len(parts),
        "depth": max(p["depth"] for p in parts),
        "base": sum(p["base"] for p in parts) / len(parts),
    }


def as_model(held: dict[str, Any]) -> Model:
    """Turn what is written into what is used."""
    rest = {k: v for k, v in held.items() if k not in {"terms", "weights"}}
    return Model(**rest, words=dict(zip(held["terms"].tolist(), held["weights"].tolist(), strict=True)))


@dataclass
class Question:
    """The names of one article, and which options of each are right."""

    corpus: str
    groups: list[Group]
    home: tuple[Place, ...]
    right: NDArray[np.float64]


def questions(made: Sequence[Example]) -> list[Question | None]:
    """Pose the choices of every article: the names that are labelled and known; nothing where there are none."""
    gazetteer = open_gazetteer()
    posed: list[Question | None] = []
    for example in made:
        record = example.record
        document = read(Article(record["doc_id"], record["text"]))
        gold = {(t["start"], t["end"]): t for t in record["toponyms"]}
        picked = [c for c in example.found if (c.start, c.end) in gold and c.refs]
        home = homes(record.get("domain"), gazetteer)
        groups = group(picked, tokens(document), record["text"], home)
        if not groups:
            posed.append(None)
            continue
        right = [
            [
                _fits(ref.place, [gold[picked[m].start, picked[m].end] for m in one.members])
                for ref in one.options
            ]
            for one in groups
        ]
        flat = np.array([value for row in right for value in row], dtype=float)
        posed.append(Question(example.corpus, groups, home, flat))
    return posed


def _fits(place: Place, labels: Sequence[dict[str, Any]]) -> float:
    """Share of the labels that a place satisfies."""
    known = [t for t in labels if t["lat"] is not None]
    near = [
        apart_km(place, t)
        <= (100 if place.kind in {"town", "capital"} else max(161, t.get("extent_km") or 0))
        for t in known
    ]
    return sum(near) / len(known) if known else 0.0


def apart_km(place: Place, label: dict[str, Any]) -> float:
    """Distance from a place to a labelled position."""
    return apart(place, replace(place, at=LonLat(label["lon"], label["lat"])))


def weigh(posed: Sequence[Question], first: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit the weights of resolution: the likelihood of the right places, each fit hearing the choices of the one before."""
    by = first.copy()
    for _ in range(4):
        fields = [(evidence(q.groups, q.home, by)[0], q) for q in posed]

        def loss(w: NDArray[np.float64], fields: list[Any] = fields) -> tuple[float, NDArray[np.float64]]:
            total, slope = 0.0, np.zeros_like(w)
            for held, question in fields:
                share = held.shares(held.rows @ w)
                hit = np.add.reduceat(share * question.right, held.edges[:-1])
                use = np.add.reduceat(question.right, held.edges[:-1]) > 0
                size = held.weight * use
                total -= float((size * np.log(np.maximum(hit, 1e-9))).sum())
                pull = share * question.right / np.maximum(hit, 1e-9)[held.owner] - share
                slope -= held.rows.T @ (pull * size[held.owner])
            return total + 0.5 * float(((w - first) ** 2).sum()), slope + (w - first)

        by = minimize(loss, by, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return by


def start() -> NDArray[np.float64]:
    """Give the weights set by hand, from which the fit does not stray without cause."""
    table = json.loads(Path(__file__).with_name("resolve_start.json").read_text("utf-8"))
    return np.array([table.get(name, 0.0) for name in EVIDENCE])


def main() -> None:
    """Train on everything, and write what was learned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for recogniser, name in MODELS.items():
        made = examples(folder, recogniser)
        print(recogniser, len(made), "articles", sum(len(e.found) for e in made), "candidates")
        np.savez_compressed(OUT / name, **fit(made))
    by = weigh([q for q in questions(made) if q], start())
    table = {name: round(float(w), 3) for name, w in zip(EVIDENCE, by, strict=True)}
    (OUT / "resolve.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
