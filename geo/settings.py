"""Hold what a user may choose, in one frozen object that is passed in."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["BorderView", "Settings"]

BorderView = Literal["recognised", "de-facto"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of a reading; every command-line flag is one of these fields.

    Attributes
    ----------
    published
        Publication date for articles that name none themselves.
    borders
        Which reading of disputed borders is the default one; the other is always tried as an alternative.
    gazetteers
        Paths of curated gazetteers (CSV) that add to or override the one that ships.
    layers
        Own reference lines, as (name, path of a vector file), such as a front line.
    recogniser
        Which finder of place names to use: "built-in", or "spacy" (the extra `dateline[ner]`).
    """

    published: date | None = None
    borders: BorderView = "recognised"
    gazetteers: tuple[str, ...] = ()
    layers: tuple[tuple[str, str], ...] = ()
    recogniser: Literal["built-in", "spacy"] = "built-in"
