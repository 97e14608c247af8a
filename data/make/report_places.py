"""Measure the reading of places on labelled articles that no learned part has seen.

`python data/make/report_places.py FOLDER SCORER [--recogniser NAME] [--scheme sets|folds]`: FOLDER as for
`train_places.py`, SCORER the script that scores predictions. For every set (`sets`) all that is learned (the judge of
spans, the weights of resolution, what spaCy's labels are worth) is trained on the other sets alone; `folds` trains on
four fifths of the articles of all sets. Each row shows recognition (P, R, F1 of exact spans), the share placed right
by area and within 161 km, both also without knowing the outlet, and end to end F1 by area.
"""

import argparse
import importlib.util
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from train_places import (
    FOLDS,
    WITHOUT_DEMONYMS,
    Example,
    Question,
    as_model,
    examples,
    fit,
    questions,
    start,
    weigh,
)

from geo import places, text, world
from geo.model import Article
from geo.places import Learned
from geo.settings import Settings

Predictions = list[dict[str, Any]]


def load(path: Path) -> ModuleType:
    """Load the scorer."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def splits(made: Sequence[Example], scheme: str) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the numbers of the articles to train on and of those to test."""
    every = range(len(made))
    if scheme == "sets":
        for name in sorted({e.corpus for e in made}):
            yield [n for n in every if made[n].corpus != name], [n for n in every if made[n].corpus == name]
        return
    order = list(every)
    random.Random(1).shuffle(order)  # noqa: S311  (folds, not secrets)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        yield [n for n in order if n not in held], sorted(held)


def learn(made: Sequence[Example], posed: Sequence[Question | None], train: Sequence[int]) -> Learned:
    """Train every part on some articles."""
    asked = [q for n in train if (q := posed[n]) is not None]
    return Learned(as_model(fit([made[n] for n in train])), np.round(weigh(asked, start()), 3))


def predicted(example: Example, read: Callable[[Article], Any], outlet: str | None) -> dict[str, Any]:
    """Read one article; give its toponyms in the scorer's form."""
    record = example.record
    found = []
    for mention in read(Article(record["doc_id"], record["text"], outlet=outlet)):
        if mention.role != "demonym" or example.corpus not in WITHOUT_DEMONYMS:
            at = mention.place.at if mention.place else None
            span = {"start": mention.span.start, "end": mention.span.end}
            found.append({**span, "lat": at and at.lat, "lon": at and at.lon})
    return {"doc_id": record["doc_id"], "toponyms": found}


def row(scores: dict[str, Any], blind: dict[str, Any]) -> str:
    """Lay the scores of one set out."""
    exact, placed, unknown = scores["recognition"]["exact"], scores["resolution"], blind["resolution"]
    return (
        f"P {exact['p']:.3f}  R {exact['r']:.3f}  F1 {exact['f1']:.3f}   areal {placed['acc_areal']:.3f} (no outlet {unknown['acc_areal']:.3f})"
        f"   strict {placed['acc']:.3f} ({unknown['acc']:.3f})   end to end areal {scores['end_to_end_areal']['f1']:.3f}"
    )


def report(folder: Path, scorer: ModuleType, recogniser: str, scheme: str) -> None:
    """Print the table of one recogniser under one scheme."""
    made = examples(folder, recogniser)
    posed = questions(made)
    earth = world.load(Settings(recogniser="spacy" if recogniser == "spacy" else "built-in"))
    gold: dict[str, Predictions] = defaultdict(list)
    told: dict[str, Predictions] = defaultdict(list)
    blind: dict[str, Predictions] = defaultdict(list)
    for train, test in splits(made, scheme):
        learned = learn(made, posed, train)

        def read(article: Article, learned: Learned = learned) -> Any:  # noqa: ANN401
            return places.read(text.read(article), earth, learned)

        for each in (made[n] for n in test):
            gold[each.corpus].append(each.record)
            told[each.corpus].append(predicted(each, read, each.record.get("domain")))
            blind[each.corpus].append(
                predicted(each, read, None) if each.record.get("domain") else told[each.corpus][-1]
            )
    for name in sorted(gold):
        print(
            f"{recogniser:9} {scheme:6} {name:11}",
            row(scorer.score(gold[name], told[name]), scorer.score(gold[name], blind[name])),
            flush=True,
        )


def main() -> None:
    """Print all tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--recogniser", choices=("built-in", "spacy"), action="append")
    parser.add_argument("--scheme", choices=("sets", "folds"), action="append")
    options = parser.parse_args()
    for recogniser in options.recogniser or ("built-in", "spacy"):
        for scheme in options.scheme or ("sets", "folds"):
            report(options.folder, load(options.scorer), recogniser, scheme)


if __name__ == "__main__":
    main()
