"""Measure the reading of places on the labelled sets, where they are present."""

import importlib.util
import json

import pytest

from geo import places, text
from geo.model import Article

# Recognition F1, accuracy by area and end-to-end F1 by area that a change must not lose; the model that ships has
# seen these articles, so the floors guard against breakage, and docs/places.md tells what unseen articles give.
FLOORS = {
    "lgl": (0.89, 0.93, 0.87),
    "geovirus": (0.91, 0.94, 0.88),
    "trnews": (0.90, 0.95, 0.88),
    "geowebnews": (0.90, 0.91, 0.84),
}


def scorer(shared):
    """Load the scorer that lies with the sets."""
    spec = importlib.util.spec_from_file_location(
        "score_geoparse", shared / "dev" / "scoring" / "score_geoparse.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(record, world, *, demonyms):
    """Read one record; give its toponyms in the scorer's form."""
    article = Article(record["doc_id"], record["text"], outlet=record.get("domain"))
    found = []
    for mention in places.read(text.read(article), world):
        if mention.role != "demonym" or demonyms:
            at = mention.place.at if mention.place else None
            span = {"start": mention.span.start, "end": mention.span.end}
            found.append({**span, "lat": at and at.lat, "lon": at and at.lon})
    return {"doc_id": record["doc_id"], "toponyms": found}


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("corpus", sorted(FLOORS))
def test_scores_hold(corpus, shared, world):
    """Recognition and resolution stay above their floors on every set."""
    lines = (shared / "dev" / "geoparse" / f"{corpus}.jsonl").read_text("utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    got = [predicted(record, world, demonyms=corpus != "geovirus") for record in gold]
    score = scorer(shared).score(gold, got)
    reached = (
        score["recognition"]["exact"]["f1"],
        score["resolution"]["acc_areal"],
        score["end_to_end_areal"]["f1"],
    )
    assert all(value >= floor for value, floor in zip(reached, FLOORS[corpus], strict=True)), reached
