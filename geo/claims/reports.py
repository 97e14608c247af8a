"""Step over what reports: "the mayor said", "according to Lloyd's", "said the mayor, who was there,"."""

from typing import TYPE_CHECKING

from geo.claims.asides import is_time

if TYPE_CHECKING:
    from geo.claims.scene import Scene

__all__ = ["SAYS", "TELLS", "before_report", "over_report"]

_LONGEST_ASIDE = 40
_LONGEST_REPORT = 10
# Verbs that take a clause without "that"; the first may also stand between commas ("the mayor said").
SAYS = frozenset(
    """said says say saying reported reports announced added adds stated states claimed claims confirmed confirms estimated
    estimates wrote writes tweeted insisted insists warned warns argued argues noted notes explained recalled believe
    believes believed think thinks thought suggest suggests suggested acknowledged conceded predict predicts predicted warn estimate believe think insist argue claim report note told tells telling testified""".split()
)
TELLS = frozenset("told tells telling informed".split())


def over_report(scene: "Scene", comma: int, *, wants: bool) -> int | None:
    """Index of the comma that closes "the mayor said", "according to Lloyd's" behind a comma."""
    words, i = scene.words, comma + 1
    while words.tag(i) == "q":
        i += 1
    if words.low(i) == "according" and words.low(i + 1) == "to":
        return _closed(scene, i + 2, nouns=True)
    if words.low(i) in SAYS and (i > comma + 1 or words.tag(comma - 1) == "q" or not wants):
        return _inverted(scene, i + 1)
    if words.low(i) == "or" and words.low(i + 1) == "so":
        i += 2
    phrase = words.starting(i) if words.tag(i) in "DW#N" else None
    if phrase is None:
        return None
    i = phrase[1]
    while words.tag(i) == "P" and (inner := words.starting(i + 1)):
        i = inner[1]
    while words.tag(i) in "XA":
        i += 1
    return _closed(scene, i + 1, nouns=words.low(i) in TELLS) if words.low(i) in SAYS else None


def _inverted(scene: "Scene", i: int) -> int | None:
    """Index of the comma that closes "said the mayor, who was there,"."""
    words, phrase = scene.words, scene.words.starting(i)
    if phrase is None or words.low(i) == "that":
        return None
    k = phrase[1]
    while words.tag(k) == "P" and (inner := words.starting(k + 1)):
        k = inner[1]
    if words.tag(k + (words.tag(k) == ",")) != "R":
        return _closed(scene, i, nouns=True)
    return next(
        (
            j
            for j in range(k + 1, min(len(words), i + _LONGEST_ASIDE))
            if words.tag(j) == "," and words.tag(j + 1) in "CXVq"
        ),
        None,
    )


def _closed(scene: "Scene", i: int, *, nouns: bool) -> int | None:
    """Index of the comma that ends a report, if nothing but a hearer, a place and a time stand before it."""
    words = scene.words
    for j in range(i, min(len(words), i + 12)):
        tag = words.tag(j)
        if tag == ",":
            return j if words.all[j].text == "," else None
        governed = words.tag(j - 1) in "PODWA#" and j > i
        if (
            tag in "XVRC"
            or (words.low(j) == "that" and words.tag(j - 1) != "P")
            or (tag in "DW#N" and not nouns and not governed and not is_time(scene, j))
        ):
            return None
    return None


def before_report(scene: "Scene", comma: int) -> int | None:
    """Index of the comma that opens a report which another closes: ", officials said, 22 km"."""
    words = scene.words
    if words.low(comma - 1) not in SAYS:
        return None
    opened = next(
        (i for i in range(comma - 2, max(-1, comma - _LONGEST_REPORT), -1) if words.tag(i) == ","), None
    )
    return opened if opened is not None and over_report(scene, opened, wants=False) == comma else None
