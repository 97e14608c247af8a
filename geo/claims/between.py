"""Find places said to lie between two others."""

import re
from collections.abc import Iterator

from geo.claims.check_place import check_between
from geo.claims.kind import Example, Kind
from geo.claims.scene import Phrase, Scene
from geo.claims.things import is_place
from geo.model import Claim

__all__ = ["KIND"]

_BETWEEN = re.compile(r"\b(?P<half>(?:about\s|roughly\s)?(?:half-?way|midway)\s)?between\s")
_WAY = (
    r"(?:roads?|highways?|motorways?|stretch(?:es)?|section|border|railway|railroad|rail|line|pass|straits?|channel|sea|area|territory|region|corridor|route|routes|pipeline|pipelines|ferry|ferries|train|trains|bridge|tunnel|village|town|city"
    r"|settlement|valley|river|rivers|water|waters|waterway|land|strip|gap|frontier|canal|crossing|checkpoint|junction|island|isthmus|zone|coast|track|station|airport|camp|base|mountains?|somewhere|point|track|traffic|services?|flights?|link|interstate)"
)
_LIES = frozenset(
    "located situated lies lie lay sits stands somewhere nestled sandwiched found wedged placed lying sitting runs running ran".split()
)
_FROM_TO = re.compile(r"\s(?:stretching\s|running\s|extending\s)?from\s")
_AND = re.compile(r"\s?,?\sand\s")
_TO = re.compile(r"\s?,?\sto\s")


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield what lies between two named places."""
    for match in _BETWEEN.finditer(scene.text):
        target, words = _pair(scene, match.end(), _AND), scene.words
        if target is None:
            continue
        k = words.before(match.start())
        beside = words.ending(k - 1 if words.tag(k) == "," else k)
        near = beside and (words.named(beside) if words.tag(k) == "," else is_place(scene, beside))
        subject = beside if near else scene.subject_before(match.start())
        if subject is None:
            continue
        said = (
            bool(match["half"])
            or words.low(k) in _LIES
            or re.search(rf"\b{_WAY}\b", words.words(subject), re.IGNORECASE) is not None
            or (near and words.low(subject[0] - 1) in {"on", "along"})
            or (is_place(scene, subject) and (words.tag(k) == "," or not words.named(subject)))
        )
        if said and not any(
            c.span.start <= scene.sentence.start + match.start() < c.span.end
            and c.quantity
            and c.kind != "extent"
            for c in scene.found
        ):
            yield scene.claim("between", None, subject, target, reach=match.span())
    yield from _stretches(scene)


def _pair(scene: Scene, offset: int, joint: re.Pattern[str]) -> Phrase | None:
    """Return "A and B" (or "A to B") as one phrase, when both are names."""
    words = scene.words
    first = words.starting(words.after(offset))
    if first is None or not words.named(first):
        return None
    end = words.span(first)[1]
    comma = re.match(r",\s[A-Z][\w.]+(?=,?\s(?:and|to)\b)", scene.text[end : end + 24])
    end += comma.end() if comma else 0
    joined = joint.match(scene.text, end)
    second = words.starting(words.after(joined.end())) if joined else None
    if second is None or not words.named(second):
        return None
    return first[0], second[1]


def _stretches(scene: Scene) -> Iterator[Claim]:
    """Yield "a 20-mile stretch of coast from A to B": the ends of an extent."""
    for claim in scene.found:
        if claim.kind != "extent" or not claim.subject or not claim.subject.span:
            continue
        end = claim.subject.span.end - scene.sentence.start
        match = _FROM_TO.match(scene.text, end)
        target = _pair(scene, match.end(), _TO) if match else None
        if target:
            yield scene.claim("between", None, scene.phrase_of(claim.subject.span), target)


KIND = Kind(
    "between",
    ("between", " from "),
    _find,
    check_between,
    (
        Example("The road between Arlo and Benton was shut.", "The road", "Arlo and Benton"),
        Example("Dorla lies halfway between Arlo and Benton.", "Dorla", "Arlo and Benton"),
    ),
    measured=False,
)
