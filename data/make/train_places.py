"""Train the classifier of toponyms and the weights of resolution on labelled articles.

Run by hand: `python data/make/train_places.py FOLDER [--validate]`, where FOLDER holds one JSON object a line in
`*.jsonl` files: `text`, `toponyms` with `start`, `end`, `lat`, `lon`. It needs scikit-learn (dependency group
`train`); what it writes needs only numpy. `--validate` prints scores on folds of articles that were not trained on,
and on each set when trained on the others alone.
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
from geo.places.classify import Model, best_spans, likelihood
from geo.places.features import FEATURES, about, describe
from geo.places.find import Candidate, candidates, tokens
from geo.places.outlets import homes
from geo.places.resolve import EVIDENCE, Group, apart, evidence, group
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


def examples(folder: Path) -> list[Example]:
    """Read all labelled articles."""
    gazetteer = open_gazetteer()
    made = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            document = read(Article(record["doc_id"], record["text"]))
            words = tokens(document)
            found = candidates(document, words, gazetteer)
            gold = {(t["start"], t["end"]) for t in record["toponyms"]}
            truth = [int((c.start, c.end) in gold) for c in found]
            skip = path.stem in WITHOUT_DEMONYMS
            used = [not (skip and any(r.how == "demonym" for r in c.refs)) for c in found]
            contexts = [about(words, c) for c in found]
            made.append(
                Example(path.stem, record, found, describe(document, words, found), contexts, truth, used)
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
                    rows.append([*row[:-1], bias + sum(terms.get(t, 0.0) for t in context)])
                    truth.append(label)
    terms, bias = words_model(*_flat(shuffled))
    trees = grow(np.array(rows, dtype=float), truth, seed)
    return {
        **arrays(trees),
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


def as_model(held: dict[str, Any]) -> Model:
    """Turn what is written into what is used."""
    rest = {k: v for k, v in held.items() if k not in {"terms", "weights"}}
    return Model(**rest, words=dict(zip(held["terms"].tolist(), held["weights"].tolist(), strict=True)))


def predict(by: Model, example: Example, cost: float) -> set[tuple[int, int]]:
    """Give the spans chosen in one article."""
    if not example.found:
        return set()
    chance = likelihood(by, example.rows, example.contexts).tolist()
    skip = example.corpus in WITHOUT_DEMONYMS
    picked = (example.found[n] for n in best_spans(example.found, chance, cost))
    return {(c.start, c.end) for c in picked if not (skip and any(r.how == "demonym" for r in c.refs))}


def score(pairs: Sequence[tuple[Model, Example]], cost: float) -> tuple[float, float, float]:
    """Give precision, recall and F1 of exact spans."""
    right = said = asked = 0
    for by, example in pairs:
        gold = {(t["start"], t["end"]) for t in example.record["toponyms"]}
        mine = predict(by, example, cost)
        right, said, asked = right + len(gold & mine), said + len(mine), asked + len(gold)
    return right / max(said, 1), right / max(asked, 1), 2 * right / max(said + asked, 1)


def validate(made: Sequence[Example]) -> None:
    """Print the scores on articles that were not trained on."""
    names = sorted({e.corpus for e in made})
    order = list(made)
    random.Random(1).shuffle(order)  # noqa: S311
    folds = [
        (as_model(fit([e for n, e in enumerate(order) if n % FOLDS != k])), order[k::FOLDS])
        for k in range(FOLDS)
    ]
    others = {name: as_model(fit([e for e in made if e.corpus != name])) for name in names}
    for cost in (0.35, 0.4, 0.45, 0.5):
        for name in names:
            inside = score([(by, e) for by, held in folds for e in held if e.corpus == name], cost)
            outside = score([(others[name], e) for e in made if e.corpus == name], cost)
            print(
                f"cost {cost} {name:11} folds P {inside[0]:.3f} R {inside[1]:.3f} F {inside[2]:.3f}   without it P {outside[0]:.3f} R {outside[1]:.3f} F {outside[2]:.3f}"
            )


def main() -> None:
    """Train on everything, or validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    made = examples(options.folder)
    print(len(made), "articles", sum(len(e.found) for e in made), "candidates", len(FEATURES), "features")
    tune(made, check=options.validate)
    if options.validate:
        validate(made)
        return
    np.savez_compressed(OUT / "spans.npz", **fit(made))


@dataclass
class Question:
    """The names of one article, and which options of each are right."""

    corpus: str
    groups: list[Group]
    home: tuple[Place, ...]
    right: NDArray[np.float64]


def questions(made: Sequence[Example]) -> list[Question]:
    """Pose the choices of every article: the names that are labelled and known."""
    gazetteer = open_gazetteer()
    posed = []
    for example in made:
        record = example.record
        document = read(Article(record["doc_id"], record["text"]))
        gold = {(t["start"], t["end"]): t for t in record["toponyms"]}
        picked = [c for c in example.found if (c.start, c.end) in gold and c.refs]
        home = homes(record.get("domain"), gazetteer)
        groups = group(picked, tokens(document), record["text"], home)
        if not groups:
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


def weigh(posed: Sequence[Question], start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit the weights of resolution: the likelihood of the right places, each fit hearing the choices of the one before."""
    by = start.copy()
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
            return total + 0.5 * float(((w - start) ** 2).sum()), slope + (w - start)

        by = minimize(loss, by, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return by


def right_share(posed: Sequence[Question], by: NDArray[np.float64]) -> float:
    """Share of mentions for which a right place is chosen."""
    good = count = 0.0
    for question in posed:
        held, share = evidence(question.groups, question.home, by)
        for number, one in enumerate(question.groups):
            low, high = held.edges[number], held.edges[number + 1]
            good += question.right[low + int(np.argmax(share[low:high]))] * len(one.members)
            count += len(one.members)
    return good / count


def tune(made: Sequence[Example], *, check: bool) -> None:
    """Fit the weights on all sets, or show what they give on a set they have not seen."""
    posed = questions(made)
    path = Path(__file__).with_name("resolve_start.json")
    start = np.array([json.loads(path.read_text("utf-8")).get(name, 0.0) for name in EVIDENCE])
    if check:
        for name in sorted({q.corpus for q in posed}):
            rest, these = [q for q in posed if q.corpus != name], [q for q in posed if q.corpus == name]
            apart_fit = weigh(rest, start)
            print(
                f"{name:11} by hand {right_share(these, start):.3f}  fitted on the others {right_share(these, apart_fit):.3f}"
            )
        return
    by = weigh(posed, start)
    table = {name: round(float(w), 3) for name, w in zip(EVIDENCE, by, strict=True)}
    (OUT / "resolve.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
