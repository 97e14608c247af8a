"""Find shared borders: A borders B, and places said to lie at a border."""

import re
from collections.abc import Iterator

from geo.claims.check_place import check_border
from geo.claims.kind import Example, Kind
from geo.claims.scene import Phrase, Scene
from geo.model import Claim

__all__ = ["KIND"]

_VERB = re.compile(
    r"\b(?P<verb>border(?:s|ed|ing)?|adjoin(?:s|ing)?|abut(?:s|ting)?)\s(?:on\s|onto\s|both\s|the\s(?:country|state|province)\sof\s)?(?=[A-Z“\"]|an?\s|the\s)"
)
_SHARES = re.compile(
    r"\b(?P<verb>shar(?:es?|ed|ing)|has|have|had)\s(?:an?\s|its\s|their\s|the\s)?(?:[\w,.-]{1,16}\s){0,4}?(?:land\s)?(?:border|frontier|boundary|borders)\s(?:of\s(?:[\w,.-]{1,14}\s){1,4}?)?with\s",
    re.IGNORECASE,
)


# "A and B, which share a border"
_SHARED = re.compile(
    r"\b(?P<verb>share)\s(?:an?|their)\s(?:[\w,.-]{1,16}\s){0,4}?(?:border|frontier|boundary)\b(?!\swith)"
)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the borders of a sentence."""
    for pattern, read in _WAYS:
        for match in pattern.finditer(scene.text):
            subject, target = read(scene, scene.words.after(match.start("verb")), match.end())
            if subject and target and scene.words.named(target):
                yield scene.claim("border", None, subject, target)


_Ends = tuple[Phrase | None, Phrase | None]


def _borders(scene: Scene, verb: int, end: int) -> _Ends:
    """Return both ends of "A borders B"."""
    return (
        (_subject(scene, verb), _all(scene, scene.object_at(end))) if _is_verb(scene, verb) else (None, None)
    )


def _shares(scene: Scene, verb: int, end: int) -> _Ends:
    """Return both ends of "A shares a border with B"."""
    return scene.clause_subject(verb), _all(scene, scene.object_at(end))


def _shared(scene: Scene, verb: int, _: int) -> _Ends:
    """Return both ends of "A and B, which share a border"."""
    words, both = scene.words, _subject(scene, verb)
    joint = next((i for i in range(*both) if words.low(i) == "and"), None) if both else None
    if both is None or joint is None or not words.named((both[0], joint)):
        return None, None
    return (both[0], joint), (joint + 1, both[1])


_WAYS = ((_VERB, _borders), (_SHARES, _shares), (_SHARED, _shared))


def _all(scene: Scene, first: Phrase | None) -> Phrase | None:
    """Stretch an object over a list of names: "Libya, Sudan and Niger"."""
    words = scene.words
    while (
        first
        and words.named(first)
        and (words.low(first[1]) == "and" or words.all[min(first[1], len(words) - 1)].text == ",")
    ):
        more = words.starting(first[1] + 1, limit=4)
        if more is None or not words.named(more) or (words.tag(more[1]) in "XV"):
            break
        first = (first[0], more[1])
    return first


def _is_verb(scene: Scene, k: int) -> bool:
    """Whether "border(s)" is what something does rather than a line: behind a relative or plural, or as "borders Chad"."""
    words, before = scene.words, scene.words.tag(k - 1)
    if words.low(k - 1) == "both":
        return True
    if words.low(k) == "border":
        return (
            before in "RAXN"
            or (before == "," and scene.told_subject(k) is not None)
            or (before in "W#" and words.low(k - 1).endswith("s"))
        )
    return before != "D" and words.low(k - 1) not in {
        "its",
        "southern",
        "northern",
        "eastern",
        "western",
        "shared",
    }


def _subject(scene: Scene, k: int) -> Phrase | None:
    """Return what borders: the subject of the verb, or the noun a participle follows."""
    words = scene.words
    if words.low(k) == "bordering" and words.tag(k - 1) in "W#,":
        return words.ending(k - 1 if words.tag(k - 1) != "," else k - 2)
    relative = k - 1
    while words.tag(relative) in "DAX":
        relative -= 1
    if words.tag(relative) == "R":
        found = words.ending(relative - 1 if words.tag(relative - 1) != "," else relative - 2)
    else:
        found = scene.clause_subject(k)
    if found is None:
        return None
    # "Iran and Oman, which both border": both are the subject.
    if words.low(found[0] - 1) == "and" and (other := words.ending(found[0] - 2)):
        return other[0], found[1]
    return found


KIND = Kind(
    "border",
    ("border", "adjoin", "abut", "frontier", "boundary"),
    _find,
    check_border,
    (
        Example("Chad, which borders Sudan, took them in.", "Chad", "Sudan"),
        Example("Finland shares a long border with Russia.", "Finland", "Russia"),
    ),
    measured=False,
)
