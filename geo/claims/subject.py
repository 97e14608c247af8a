"""Find who or what a figure is said of: the nearest phrase, the name it stands beside, or the subject of the clause.

Everything here walks left from a token. A walk is a loop over steps; a step looks at one token and either goes on from
another token (an `int`) or ends with a phrase or with nothing.
"""

from typing import TYPE_CHECKING

from geo.claims.asides import (
    COMPASS,
    dash_before,
    is_time,
    over_bracket,
    over_relative,
    over_time,
    relation_start,
)
from geo.claims.clauses import (
    antecedent,
    apposed_name,
    climb,
    of_pair,
    of_verb,
    predicate,
    pronoun,
    verb_before,
)
from geo.claims.reports import before_report
from geo.claims.things import head, is_region

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.scene import Phrase, Scene

__all__ = ["before", "trim"]

_FARTHEST = 14
# Words between a thing and the figure that says where it is.
_BETWEEN = frozenset(
    "located situated based lying set found centred centered placed some only just about around approximately roughly positioned".split()
)
_SIZES = frozenset("deep long wide high tall thick across broad".split())
_SIZE_NOUNS = frozenset("length width diameter area size breadth".split())
_INDEFINITE = frozenset("a an the this another".split())
_IS = frozenset("is was are were".split())
_PUTS = frozenset("put puts placed places located locates sited spotted found sighted".split())


def before(scene: "Scene", offset: int, *, across: bool = False) -> "Phrase | None":
    """Return what a figure at an offset of the sentence is said of, by what stands before it."""
    return trim(scene, _walk(scene, scene.words.before(offset), across=across), nearest=True)


def trim(scene: "Scene", phrase: "Phrase | None", *, nearest: bool = False) -> "Phrase | None":
    """Cut a phrase at "north of": to what comes before it, or, in apposition (`nearest`), to what comes after."""
    for i in range(*(phrase or (0, 0))):
        if (
            COMPASS.fullmatch(scene.words.low(i))
            and scene.words.tag(i + 1) == "O"
            and phrase
            and i + 2 < phrase[1]
        ):
            headed = i > phrase[0] and scene.words.tag(i - 1) != "D"
            return (phrase[0], i) if headed and not nearest else (i + 2, phrase[1])
    return phrase


def _walk(scene: "Scene", k: int, *, across: bool) -> "Phrase | None":
    """Go left from a token until a step ends."""
    for _ in range(_FARTHEST):
        if k < 0:
            return None
        step = _step(scene, k, across=across)
        if not isinstance(step, int):
            return step
        k = step
    return None


def _step(scene: "Scene", k: int, *, across: bool) -> "int | Phrase | None":
    """Look at one token."""
    words = scene.words
    tag = words.tag(k)
    if is_time(scene, k):
        return over_time(scene, k)
    if tag == "V" and words.low(k) in {"lying", "being"} and (placed := scene.told_subject(k)):
        return placed
    if tag in "AqPODM" or words.low(k) in _BETWEEN:
        return k - 1
    if words.low(k) in _SIZE_NOUNS and words.low(k - 1) == "in" and words.tag(k - 2) == "M":
        return k - 2
    return _noun(scene, k, across=across) if tag in "W#" else _STEPS[tag](scene, k)


def _comma(scene: "Scene", k: int) -> "int | Phrase | None":
    """Step from a comma: over an aside, or to what the figure stands in apposition to."""
    opened = dash_before(scene, k)
    if opened is not None:
        return opened - 1
    reported = before_report(scene, k)
    if reported is not None:
        k = reported
    aside = relation_start(scene, k - 1)
    if aside is not None:
        return aside - 1
    told = over_relative(scene, k)
    return _in_a_list(scene, k) or _apposed(scene, k - 1 if told is None else told)


def _in_a_list(scene: "Scene", k: int) -> "Phrase | None":
    """Return the subject of the figure before, when figures are told off: "5 km from A, 9 km off B and 2 km from C"."""
    words = scene.words
    end = scene.sentence.start + words.all[k].start
    last = scene.found[-1] if scene.found else None
    if not last or last.span.end != end or not last.subject or not last.subject.span:
        return None
    goes_on = any(words.low(i) == "and" and words.tag(i + 1) == "M" for i in range(k + 1, len(words) - 1))
    return scene.phrase_of(last.subject.span) if goes_on else None


def _joined(scene: "Scene", k: int) -> "int | Phrase | None":
    """Step from "and": what is said before it is said of the same thing."""
    words = scene.words
    if words.low(k) == "once" and words.tag(k + 1) == "M":
        # "once 90 km long"
        return k - 1
    aside = relation_start(scene, k - 1)
    if aside is not None:
        return aside - 1
    if words.low(k - 1) in _SIZES and words.tag(k - 2) == "M":
        return k - 2
    start = scene.sentence.start + words.all[k].start
    shared = [c for c in scene.found if c.span.start < start and c.subject and c.subject.span and c.quantity]
    if shared and shared[-1].subject and shared[-1].subject.span:
        return scene.phrase_of(shared[-1].subject.span)
    verb = verb_before(scene, k)
    if verb is not None:
        return of_verb(scene, verb)
    return k - 1 if words.tag(k - 1) in "W#" else None


def _noun(scene: "Scene", k: int, *, across: bool) -> "Phrase | None":
    """Step from a noun right before the figure."""
    words = scene.words
    phrase = words.ending(k)
    if phrase is None:
        return None
    ahead = phrase[0] - 1
    indefinite = words.low(phrase[0]) in _INDEFINITE
    if (
        words.tag(ahead) == ","
        and indefinite
        and (words.low(phrase[0]) in {"a", "an"} or not words.named(phrase))
    ):
        named = _apposed(scene, ahead - 1)
        if named and words.named(named):
            return named
        if words.all[ahead - 1].named:
            # "the edge of Arlo, a town"
            return words.trailing_name(ahead - 1)
    if words.low(ahead) in _IS and phrase[1] - phrase[0] == 1 and not words.named(phrase):
        # "was adrift 12 miles south"
        return of_verb(scene, ahead)
    found = predicate(scene, phrase) or climb(scene, phrase, across=across)
    return found if found == phrase else apposed_name(scene, found) or found


def _verb(scene: "Scene", k: int) -> "Phrase | None":
    """Step from a verb: its subject, or what the verb puts there ("the storm, which the office put 105 miles")."""
    found = of_verb(scene, k)
    if found and scene.words.low(k) in _PUTS and scene.words.tag(found[0] - 1) == "R":
        return antecedent(scene, found[0] - 1)
    return found


_STEPS: "dict[str, Callable[[Scene, int], int | Phrase | None]]" = {
    ",": _comma, "C": _joined, "X": of_verb, "V": _verb, "R": antecedent, "N": pronoun, ")": over_bracket, "(": lambda _, k: k - 1,
}  # fmt: skip


def _apposed(scene: "Scene", k: int) -> "Phrase | None":
    """Return what a figure behind a comma stands beside: the phrase before the comma, or the name before that."""
    words = scene.words
    if words.tag(k) == ")":
        k = over_bracket(scene, k)
    if k >= 0 and is_time(scene, k):
        k = over_time(scene, k)
    if words.tag(k) in "q,":
        k -= 1
    if words.low(k) in _SIZES and words.tag(k - 1) == "M":
        # "an area three kilometres wide, 15 km short of"
        k -= 1
    while words.tag(k) in "AMP":
        k -= 1
    if words.tag(k) in "VX":
        relative = _relative_before(scene, k)
        return of_verb(scene, k) if relative is None else antecedent(scene, relative)
    if words.tag(k) == "N":
        return pronoun(scene, k)
    phrase = words.ending(k)
    if phrase and words.tag(phrase[0] - 1) == "O" and words.tag(phrase[0] - 2) == "M":
        # "drilled in 320 metres of water, 150 km off"
        return _apposed(scene, phrase[0] - 2)
    return _beside(scene, phrase) if phrase else None


def _relative_before(scene: "Scene", k: int) -> int | None:
    """Index of the word that opens the relative clause a verb ends: "a trench that the engineers had dug, 3 km long"."""
    words = scene.words
    for i in range(k, max(-1, k - _FARTHEST), -1):
        if words.tag(i) in ",C(":
            return None
        if words.tag(i) == "R" or (words.low(i) == "that" and words.tag(i - 1) in "W#"):
            return i if words.tag(i - 1) in "W#" else None
    return None


def _beside(scene: "Scene", phrase: "Phrase") -> "Phrase":
    """Return the name that a phrase between commas explains, or what is in the region it names."""
    words = scene.words
    ahead = phrase[0] - 1
    if words.tag(ahead) == "," and words.all[ahead].text != ";":
        aside = relation_start(scene, ahead - 1)
        other = words.ending(ahead - 1 if aside is None else aside - 1)
        # "Tacambaro, Michoacan, 80 km": the first is the place; "Mataro, a town, 20 miles": the name is.
        if (
            other
            and words.named(other)
            and (phrase[1] - phrase[0] <= 3 or words.tag(phrase[0]) == "D")
            and not _listed(scene, other)
        ):
            return other
    return _held(scene, phrase)


def _held(scene: "Scene", phrase: "Phrase") -> "Phrase":
    """Return what is in a region: a noun before it ("Gomel in Belarus, 40 km"), not who does something there."""
    words, at = scene.words, phrase[0] - 1
    if pair := of_pair(scene, phrase):
        return pair
    if words.tag(at) != "P" or not is_region(scene, phrase):
        return phrase
    if words.tag(at - 1) == ",":
        # "in Yirgou, in Soum province, 35 km"
        other = words.ending(at - 2)
        return other if other and words.named(other) else phrase
    # "heard in Cyprus, 160 km away" is said of Cyprus, "seen in southern Belarus, 20 miles" of what was seen.
    whole = words.all[head(scene, phrase)].named and not COMPASS.fullmatch(words.low(phrase[0]))
    return climb(scene, phrase) if not whole or words.tag(at - 1) in "W#)" else phrase


def _listed(scene: "Scene", phrase: "Phrase") -> bool:
    """Whether a phrase is an item of a list rather than the head of an apposition."""
    words = scene.words
    return (
        words.tag(phrase[0] - 1) == ","
        and words.tag(phrase[0] - 2) in "W#"
        and words.named((phrase[0] - 2, phrase[0] - 1))
    )
