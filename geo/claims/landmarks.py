"""Find what a figure is measured from when its own words do not say: places named elsewhere in the sentence."""

import re

from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene

__all__ = ["after_object", "landmark", "other_name"]

# Measured from the shore or from each other: no object is named.
_EDGE = re.compile(r"shore|inland|apart|out to sea")
# "20 miles away in Beirut"
_THERE = re.compile(r",?\s?(?:in|at|near|on)\s")
_WHERE = frozenset("in at near on".split())
_AS_FAR = re.compile(r"as\s(?:far|much)", re.IGNORECASE)
_SENSED = re.compile(
    r"\b(?:hear|heard|hearing|felt|feel|feeling|saw|see|seen|seeing|smell(?:ed)?)\s(?=the\s|an?\s)"
)
_OTHERS = frozenset({"the other", "another", "the second", "the third", "a second", "the others"})
_LEAVES = frozenset("from left leaving leaves departed departing quit in at near outside".split())


def landmark(
    scene: Scene, measure: Measure, subject: Phrase | None, away: re.Match[str] | None
) -> Phrase | None:
    """Return what "away" or "to the north" is measured from, where the sentence names it before.

    An apposition ("Greenville, 35 miles away") names nothing; a direction is from where the sentence starts ("from A to B,
    17 miles east").
    """
    if away is None:
        return _shared(scene, subject) or _joined_to(scene, subject) or _start(scene, subject)
    there = _THERE.match(scene.text, away.end())
    if there and (named := scene.object_at(there.end())) and scene.words.named(named):
        return named
    if _EDGE.search(away[0]):
        return None
    if scene.words.tag(scene.words.before(measure.start)) == ",":
        return _left_for(scene, subject) or _joined_to(scene, subject)
    if _AS_FAR.match(measure.quantity.hedge or "") and (
        sensed := _SENSED.search(scene.text, away.end(), away.end() + 60)
    ):
        return scene.object_at(sensed.end())
    return other_name(scene, subject, measure.start)


def _shared(scene: Scene, subject: Phrase | None) -> Phrase | None:
    """Return O of "one 9 km east of O and the other 15 km to the south"."""
    last = scene.found[-1] if scene.found else None
    if (
        not last
        or not subject
        or scene.words.words(subject).lower() not in _OTHERS
        or not last.object
        or not last.object.span
    ):
        return None
    return scene.phrase_of(last.object.span)


def _left_for(scene: Scene, subject: Phrase | None) -> Phrase | None:
    """Return A of "from A ... to B, 15 km away"."""
    if subject is None or scene.words.low(subject[0] - 1) not in {"to", "for"}:
        return None
    start = _start(scene, subject)
    return start if start and scene.words.low(start[0] - 1) == "from" else None


def _joined_to(scene: Scene, subject: Phrase | None) -> Phrase | None:
    """Return A of "A, 40 km north of O, and B, 15 km away" or "in A, and in B, 15 km away"."""
    if subject is None:
        return None
    words, ahead = scene.words, subject[0] - 1
    if words.low(ahead) in _WHERE and words.low(ahead - 1) == "and":
        alike = [n for n in scene.names() if n[1] < ahead and words.low(n[0] - 1) == words.low(ahead)]
        return alike[-1] if alike else None
    if words.low(ahead) != "and" or words.tag(ahead - 1) != ",":
        return None
    end = scene.cut((ahead - 1, ahead))
    placed = [c for c in scene.found if c.direction and c.subject and end and c.span.end == end.start]
    last = placed[-1].subject.span if placed and placed[-1].subject else None
    return scene.phrase_of(last) if last else None


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
