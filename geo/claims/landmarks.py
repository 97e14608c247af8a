"""Find what a figure is measured from when its own words do not say: places named elsewhere in the sentence."""

import re

from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene

__all__ = ["after_object", "landmark", "other_name"]

# Measured from the shore or from each other: no object is named.
_EDGE = re.compile(r"shore|inland|apart|out to sea")
# "20 miles away in Beirut"
_THERE = re.compile(r",?\s?(?:in|at|near|on)\s")
_LEAVES = frozenset("from left leaving leaves departed departing quit in at near outside".split())


def landmark(
    scene: Scene, measure: Measure, subject: Phrase | None, away: re.Match[str] | None
) -> Phrase | None:
    """Return what "away" or "to the north" is measured from, where the sentence names it before.

    An apposition ("Greenville, 35 miles away") names nothing; a direction is from where the sentence starts ("from A to B,
    17 miles east").
    """
    if away is None:
        return _start(scene, subject)
    there = _THERE.match(scene.text, away.end())
    if there and (named := scene.object_at(there.end())) and scene.words.named(named):
        return named
    if _EDGE.search(away[0]) or scene.words.tag(scene.words.before(measure.start)) == ",":
        return None
    return other_name(scene, subject, measure.start)


def _start(scene: Scene, subject: Phrase | None) -> Phrase | None:
    """Return the nearest place before the subject that something comes from."""
    words = scene.words
    names = [n for n in scene.names() if subject and n[1] <= subject[0] and words.low(n[0] - 1) in _LEAVES]
    return names[-1] if names else None


def other_name(scene: Scene, subject: Phrase | None, end: int) -> Phrase | None:
    """Return the place an "away" is measured from: the nearest other name before it."""
    names = [n for n in scene.names() if subject is None or n[1] <= subject[0] or n[0] >= subject[1]]
    before = [
        n
        for n in names
        if scene.words.span(n)[1] <= end
        and scene.words.low(n[0] - 1) not in {"by", "said"}
        and _placelike(scene, n)
    ]
    return before[-1] if before else None


def _placelike(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name is used as a place: after a preposition, or recognised as one."""
    words = scene.words
    if words.low(phrase[0] - 1) in {
        "in",
        "at",
        "from",
        "to",
        "of",
        "near",
        "around",
        "outside",
        "into",
        "off",
        "reaches",
        "reach",
        "leaves",
        "left",
        "reached",
    }:
        return True
    start, end = words.span(phrase)
    base = scene.sentence.start
    return any(m.span.start < base + end and base + start < m.span.end for m in scene.mentions)


def after_object(scene: Scene, target: Phrase) -> Phrase | None:
    """Return the subject that follows when the sentence opens with the figure: "50 km from O, S is ..."."""
    words = scene.words
    for i in range(target[1], min(target[1] + 12, len(words))):
        if words.tag(i) == "," and words.tag(i + 1) in "WDN#":
            return words.starting(i + 1)
    return None
