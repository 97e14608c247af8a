"""Choose, among overlapping candidates, the stretches that are toponyms."""

from collections.abc import Sequence

from geo.places.find import Candidate, Token
from geo.places.lexicon import plain_words
from geo.text import Document

__all__ = ["select"]


def _plausible(each: Candidate) -> bool:
    people = max((r.place.population for r in each.refs if r.how != "alias"), default=0)
    kinds = {r.place.kind for r in each.refs if r.how not in {"alias", "short"}}
    plain = each.key in plain_words()
    return bool(each.refs) and (
        bool(kinds & {"country", "division", "county", "continent", "sea"})
        or people > (50_000 if plain else 1_000)
    )


def select(document: Document, words: Sequence[Token], found: Sequence[Candidate]) -> list[Candidate]:
    """Keep plausible candidates, the longest first where they overlap."""
    del document, words
    kept: list[Candidate] = []
    end = 0
    for each in found:
        if each.start >= end and _plausible(each):
            kept.append(each)
            end = each.end
    return kept
