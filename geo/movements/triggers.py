"""Tell which sentences may hold a movement, so that only those are parsed."""

import re
from itertools import pairwise
from typing import Final

from geo.movements.clauses import Fleet
from geo.movements.cues import CUES, FOLLOWED, NOUN_CUES
from geo.movements.vehicles import SHIP_PREFIXES, VEHICLES
from geo.movements.words import PLACE_HEADS

__all__ = ["triggers"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
_SINGLE: Final = frozenset(cue for cue in (*CUES, *NOUN_CUES) if "-" not in cue)
_MOVING: Final = (_SINGLE - FOLLOWED.keys()) | {"bound"}
# Words that tell of a movement only with others: "set sail", "called at".
_PHRASES: Final = tuple(sorted(cue.replace("-", " ") for cue in (*CUES, *NOUN_CUES) if "-" in cue))
_JOINED: Final = FOLLOWED.keys() | {phrase.split()[0] for phrase in _PHRASES}
_LEADING: Final = frozenset({"to", "from"})
_KINDS: Final = frozenset(VEHICLES) | {f"{kind}s" for kind in VEHICLES} | SHIP_PREFIXES
_PLACES: Final = PLACE_HEADS | {f"{place}s" for place in PLACE_HEADS}
_NAME: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ]")


def _joined(words: list[str]) -> bool:
    """Decide whether words stand together that only together tell of a movement."""
    if any(after in FOLLOWED.get(word, ()) for word, after in pairwise(words)):
        return True
    text = " ".join(words)
    return any(phrase in text for phrase in _PHRASES)


def triggers(sentence: str, fleet: Fleet) -> tuple[bool, bool]:
    """Tell whether a sentence may tell of a movement (with a word that may name a place), and whether it names a vehicle.

    >>> triggers("The tug left Brest.", {}), triggers("A tanker left.", {}), triggers("It rained in Oslo.", {})
    ((True, True), (False, True), (False, False))
    """
    listed = _WORD.findall(sentence.lower())
    words = set(listed)
    rides = not _KINDS.isdisjoint(words) and not _LEADING.isdisjoint(words)  # "a bus from Lima to Cusco"
    moves = rides or not _MOVING.isdisjoint(words) or (not _JOINED.isdisjoint(words) and _joined(listed))
    placed = moves and (_NAME.search(sentence, 1) is not None or not _PLACES.isdisjoint(words))
    return placed, not (_KINDS.isdisjoint(words) and words.isdisjoint(fleet))
