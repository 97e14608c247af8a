"""Find directions without a distance: S lies south of O."""

import re
from collections.abc import Iterator

from geo.claims.check import check_direction
from geo.claims.clauses import verb_before
from geo.claims.compass import DIRECTION, code
from geo.claims.kind import Example, Kind
from geo.claims.scene import Scene
from geo.claims.things import is_place
from geo.model import Claim

__all__ = ["KIND"]

_OF = re.compile(
    rf"(?<![\w-])(?P<lead>(?:just|due|directly|further|farther|to\ the|immediately|well)\ )?(?P<wind>{DIRECTION})\ of\ ",
    re.VERBOSE,
)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the directions of a sentence that no distance holds."""
    base = scene.sentence.start
    for match in _OF.finditer(scene.text):
        start, end = match.start("wind") + base, match.end() + base
        if any(_tells(c, start, end) for c in scene.found):
            continue
        if match["wind"][0].isupper() and not match["wind"].isupper() and match.start():
            # "the Middle East of": a name.
            continue
        before = scene.words.before(match.start())
        # "the south of France" is a part of it, not a direction from it.
        if scene.words.low(before) == "the" and not match["lead"]:
            continue
        target = scene.object_at(match.end())
        placed = match["lead"] is not None and scene.words.tag(before) == ","
        if target is None or not (scene.words.named(target) or (placed and is_place(scene, target))):
            continue
        subject = scene.subject_before(match.start())
        if subject is None and placed and (verb := verb_before(scene, before)) is not None:
            subject = scene.clause_subject(verb)
        if subject is None or scene.words.words(subject) == scene.words.words(target):
            continue
        yield scene.claim(
            "direction", None, subject, target, direction=code(match["wind"]), reach=match.span()
        )


def _tells(claim: Claim, start: int, end: int) -> bool:
    """Whether a distance already tells the direction that stands between its figure and its object."""
    if claim.quantity is None or claim.object is None or claim.object.span is None:
        return False
    return claim.quantity.span.start <= start and end <= claim.object.span.end


KIND = Kind(
    "direction",
    ("north", "south", "east", "west"),
    _find,
    check_direction,
    (
        Example("Avonlea, north of Ridgeport, was flooded.", "Avonlea", "Ridgeport", None, "N"),
        Example("Troops dug in to the south-east of Orlovo.", "Troops", "Orlovo", None, "SE"),
    ),
    measured=False,
)
