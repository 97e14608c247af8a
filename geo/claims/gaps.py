"""Find distances that name both ends at once: "the distance between A and B is v", "closer than v to O"."""

import re

from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene

__all__ = ["both_ends"]

# "the distance between A and B is v", "from A to B is v"
_GAP = re.compile(r"\b(?:[Dd]istance|[Gg]ap|[Ss]tretch|way)\s(?:between|from)\s")
_DISTANCE_OF = re.compile(r",\sa\s(?:total\s)?distance\sof\s$")
_A_WAY = re.compile(r"\bfrom\s")
_AND_TO = re.compile(r",?\s(?:and|to)\s")
_IS = re.compile(r"\b(?:is|was|of|at)\s$")
# "closer than 40 km to O", "as close as 30 km to O": "to" is "from".
_NEAR = re.compile(r"close|near")
_TO_OBJECT = re.compile(r"\s{0,2}(?:away\s)?to\s")


def both_ends(scene: Scene, measure: Measure) -> tuple[Phrase | None, Phrase] | None:
    """Return the two ends that stand about a figure."""
    return _gap(scene, measure) or _neared(scene, measure)


def _gap(scene: Scene, measure: Measure) -> tuple[Phrase, Phrase] | None:
    """Return both ends of "the distance between A and B is v"."""
    low = max(0, measure.start - 120)
    if _DISTANCE_OF.search(scene.text, low, measure.start):
        return _pair(scene, _A_WAY.search(scene.text, low, measure.start))
    said = (
        _GAP.search(scene.text, low, measure.start)
        if _IS.search(scene.text, max(0, measure.start - 6), measure.start)
        else None
    )
    return _pair(scene, said)


def _neared(scene: Scene, measure: Measure) -> tuple[Phrase | None, Phrase] | None:
    """Return both ends of "S came closer than v to O"."""
    near = _NEAR.search(measure.quantity.hedge or "") and _TO_OBJECT.match(scene.text, measure.end)
    target = scene.object_at(near.end()) if near else None
    return (scene.subject_before(measure.start), target) if target else None


def _pair(scene: Scene, said: re.Match[str] | None) -> tuple[Phrase, Phrase] | None:
    """Return "A and B", "A to B" behind a match."""
    first = scene.words.starting(scene.words.after(said.end())) if said else None
    joint = _AND_TO.match(scene.text, scene.words.span(first)[1]) if first else None
    second = scene.words.starting(scene.words.after(joint.end())) if joint else None
    return (first, second) if first and second else None
