"""Load the verbs that are told from nouns by how often they are either."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Verbs", "verbs"]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Forms of verbs: those hardly ever nouns, third persons that may be nouns, and bases that may be."""

    sure: frozenset[str]
    maybe: frozenset[str]
    bases: frozenset[str]


@cache
def verbs() -> Verbs:
    """Read the list that ships (made by data/make/verbs.py)."""
    text = (files("geo.claims") / "data" / "verbs.txt").read_text("utf-8")
    rows = [frozenset(line.split()) for line in text.splitlines() if not line.startswith("#")]
    return Verbs(*rows)
