"""Find what an area is said of: figures in square units are always an extent."""

import re

from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene
from geo.model import Claim

__all__ = ["area", "opening"]

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


def area(scene: Scene, measure: Measure) -> Claim:
    """Return an area: figures in square units are always an extent."""
    text, words = scene.text, scene.words
    held = _holder(scene, measure)
    if held:
        return scene.claim("extent", measure, held, None)
    of = re.compile(r"\sof\s").match(text, measure.end)
    if of and (thing := scene.words.starting(scene.words.after(of.end()))):
        return scene.claim("extent", measure, thing, None)
    k = words.after(measure.end)
    adjectival = words.tag(words.before(measure.start)) == "D" or measure.adjective
    if (
        adjectival
        and words.tag(k) in "W#"
        and text[measure.end : measure.end + 1] in " -"
        and (thing := words.starting(k))
    ):
        return scene.claim("extent", measure, thing, None)
    before = words.before(measure.start)
    if words.tag(before) == "V" and before < 2:
        return scene.claim("extent", measure, opening(scene, measure.end), None)
    if words.low(before) == "of" and words.low(before - 1) in {"area", "territory", "size", "surface"}:
        opened = words.ending(before - 1)
        owner = (
            scene.subject_before(words.all[opened[0] - 1].start)
            if opened and words.low(opened[0] - 1) in {"with", "has", "had", "have", "covers", "covered"}
            else opened
        )
        return scene.claim("extent", measure, owner or opened, None)
    return scene.claim("extent", measure, scene.subject_before(measure.start), None)
