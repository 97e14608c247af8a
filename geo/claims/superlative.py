"""Find superlatives: the largest, second-longest, northernmost of something."""

import re
from collections.abc import Iterator

from geo.claims.check_fact import check_superlative
from geo.claims.kind import Example, Kind
from geo.claims.scene import Scene
from geo.model import Claim

__all__ = ["KIND"]

_SCOPE = r"(?:(?:the|The)\s(?:world|country|nation|region|state|continent|island|province|planet|continent|area)|[A-Z](?:[\w’'-]|\.(?=\w)){1,24}(?:\s[A-Z][\w-]{1,24}){0,2})"
_MOST = r"(?:largest|biggest|longest|highest|tallest|smallest|shortest|deepest|busiest|widest|northernmost|southernmost|easternmost|westernmost|most\spopulous|most\spopulated|driest|remotest|farthest|lowest|oldest|richest|poorest)"
_RANK = r"(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th))[\s-])"
_OWNED = re.compile(
    rf"(?P<scope>{_SCOPE})['’]s?\s(?P<rank>{_RANK})?(?P<most>{_MOST})\s(?P<thing>(?:[\w-]{{2,20}}\s){{0,2}}[\w-]{{3,20}})"
)
_IN = re.compile(
    rf"\bthe\s(?P<rank>{_RANK})?(?P<most>{_MOST})\s(?P<thing>(?:[a-z-]{{2,20}}\s){{0,2}}?[a-z-]{{3,20}})\s(?:in|of|on)\s(?P<scope>(?:the\s)?(?:world|country|region|state|continent|{_SCOPE}(?:\s[A-Z]\w+){{0,2}}))"
)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the superlatives of a sentence."""
    for match in _OWNED.finditer(scene.text):
        words = scene.words
        scope = (words.after(match.start("scope")), words.before(match.end("scope") + 2) + 1)
        whole = (words.after(match.start("scope")), words.before(match.end("thing")) + 1)
        while whole[1] > whole[0] + 1 and words.tag(whole[1] - 1) not in "W#":
            whole = (whole[0], whole[1] - 1)
        yield scene.claim(
            "superlative",
            None,
            _named(scene, whole),
            scope,
            cue=scene.span(match.start("most"), match.end("thing")),
            reach=words.span(whole),
        )
    for match in _IN.finditer(scene.text):
        words = scene.words
        whole = (words.after(match.start()), words.before(match.end()) + 1)
        scope = (words.after(match.start("scope")), words.before(match.end("scope")) + 1)
        yield scene.claim(
            "superlative",
            None,
            _named(scene, whole),
            scope,
            cue=scene.span(match.start("most"), match.end("thing")),
            reach=words.span(whole),
        )


def _named(scene: Scene, whole: tuple[int, int]) -> tuple[int, int]:
    """Return the name the phrase is said of, if a comma or "is" ties it to one, else the phrase."""
    words = scene.words
    before = whole[0] - 1
    while words.low(before) in {"the", "of", "one"}:
        before -= 1
    if words.tag(before) == "X" and words.low(before) in {"is", "was"}:
        found = scene.clause_subject(before)
        return found if found and words.named(found) else whole
    if words.tag(before) == ",":
        other = words.ending(before - 1)
        return other if other and words.named(other) else whole
    return whole


KIND = Kind(
    "superlative",
    ("est ", "est-", "most "),
    _find,
    check_superlative,
    (
        Example("Arlo, the largest city in Norway, voted first.", "Arlo", "Norway"),
        Example("Egypt's second-biggest port was closed.", "Egypt's second-biggest port", "Egypt"),
    ),
    measured=False,
)
