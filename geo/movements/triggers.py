"""Tell which sentences may hold a movement, so that only those are parsed."""

import re
from typing import Final

from geo.movements.clauses import Fleet
from geo.movements.cues import CUES, NOUN_CUES
from geo.movements.vehicles import SHIP_PREFIXES, VEHICLES

__all__ = ["triggers"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
# Of "set-sail" or "on-its-way" the last word that is no preposition stands in the text.
_LOOSE: Final = frozenset("into in down off out to it up".split())
_MOVING: Final = frozenset(
    [
        parts[-1]
        for cue in (*CUES, *NOUN_CUES)
        if (parts := [part for part in cue.split("-") if part not in _LOOSE])
    ]
) | {"bound"}
_KINDS: Final = frozenset(VEHICLES) | {f"{kind}s" for kind in VEHICLES} | SHIP_PREFIXES


def triggers(sentence: str, fleet: Fleet) -> tuple[bool, bool]:
    """Tell whether a sentence has a word of movement, and whether it names a vehicle.

    >>> triggers("The tug left.", {}), triggers("A tanker.", {}), triggers("It rained.", {})
    ((True, True), (False, True), (False, False))
    """
    words = set(_WORD.findall(sentence.lower()))
    return not _MOVING.isdisjoint(words), not (_KINDS.isdisjoint(words) and words.isdisjoint(fleet))
