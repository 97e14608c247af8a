"""Find what an area is said of: figures in square units are always an extent."""

import re

from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene
from geo.model import Claim

__all__ = ["area", "opening"]

_PEOPLE = frozenset("he she they we i you".split())
_OF = re.compile(r"\sof\s")
_HAS = frozenset("with has had have covers covered".split())
_TAKES = frozenset("take takes took taken taking".split())
_HOLDS = frozenset("comprises comprised encompasses encompassed occupies occupied includes".split())


def opening(scene: Scene, end: int) -> Phrase | None:
    """Return the subject after an opening participle: "Spanning 20 square miles, the park ..."."""
    words = scene.words
    k = words.after(end)
    for i in range(k, min(k + 12, len(words))):
        if words.tag(i) == "," and words.tag(i + 1) in "WD#N":
            return words.starting(i + 1)
    return None


def _holder(scene: Scene, measure: Measure) -> Phrase | None:
    """Return what "takes in 900 acres of heather"."""
    words, k = scene.words, scene.words.before(measure.start)
    if words.low(k) in {"in", "up"} and words.low(k - 1) in _TAKES:
        return scene.clause_subject(k - 1)
    return scene.clause_subject(k) if words.low(k) in _HOLDS and k else None


def _behind_of(scene: Scene, measure: Measure) -> Phrase | None:
    """Return the thing of "900 acres of heather"."""
    of = _OF.match(scene.text, measure.end)
    return scene.words.starting(scene.words.after(of.end())) if of else None


def _behind(scene: Scene, measure: Measure) -> Phrase | None:
    """Return the thing of "a 300-acre fire"."""
    words, k = scene.words, scene.words.after(measure.end)
    adjective = measure.adjective or words.tag(words.before(measure.start)) == "D"
    glued = scene.text[measure.end : measure.end + 1] in " -"
    return words.starting(k) if adjective and glued and words.tag(k) in "W#" else None


def _opened(scene: Scene, measure: Measure) -> Phrase | None:
    """Return the subject behind an opening participle."""
    before = scene.words.before(measure.start)
    return opening(scene, measure.end) if scene.words.tag(before) == "V" and before < 2 else None


def _with_area(scene: Scene, measure: Measure) -> Phrase | None:
    """Return what has "an area of", or else the words for its area."""
    words, k = scene.words, scene.words.before(measure.start)
    if words.low(k) != "of" or words.low(k - 1) not in {"area", "territory", "size", "surface"}:
        return None
    noun = words.ending(k - 1)
    if noun is None or words.low(noun[0] - 1) not in _HAS:
        return noun
    return scene.subject_before(words.all[noun[0] - 1].start) or noun


_WAYS = (_holder, _behind_of, _behind, _opened, _with_area)


def area(scene: Scene, measure: Measure) -> Claim | None:
    """Return an area: figures in square units are always an extent, but for what somebody has or sells."""
    subject = next(filter(None, (way(scene, measure) for way in _WAYS)), None)
    subject = subject or scene.subject_before(measure.start)
    if subject and scene.words.low(subject[0]) in _PEOPLE:
        return None
    return scene.claim("extent", measure, subject, None)
