"""Find who or what a figure or verb is said of: the nearest phrase, the name it stands beside, or the subject of the clause.

Everything here walks left from a token. A walk is a loop over steps; a step looks at one token and either goes on from
another token (an `int`) or ends with a phrase or with nothing.
"""

import re
from typing import TYPE_CHECKING

from geo.claims.countries import country
from geo.claims.tags import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.scene import Phrase, Scene

__all__ = ["antecedent", "before", "is_time", "of_verb", "trim", "verb_before"]

_FARTHEST = 14
_REGION = re.compile(
    r"\b(?:states?|provinces?|regions?|oblast|prefecture|department|country|part|half|corner|edge)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"^an?\s(?:\w+\s)?(?:road|highway|street|motorway|field|track|river|forest|stretch|freeway|lane|path|trail|area)$",
    re.IGNORECASE,
)
_COMPASS = re.compile(
    r"(?:(?:north|south)(?:-?(?:east|west))?|east|west|central)(?:ern|ward|wards)?", re.IGNORECASE
)
_SAYS = frozenset("said says reported reports quoted told tells believed announced added claimed say".split())
# Words between a thing and the figure that says where it is.
_BETWEEN = frozenset(
    "located situated based lying set found centred centered placed some only just about around approximately roughly positioned".split()
)
_IN_TIMES = frozenset("on at in about around two three four five : since the a ( ) at".split())
_SIZES = frozenset("deep long wide high tall thick across broad".split())
_PLURALS = frozenset("they them".split())


# --- time expressions, brackets, relations: stretches a walk steps over -----------------------------------------------


def is_time(scene: "Scene", k: int) -> bool:
    """Whether a token belongs to a time expression."""
    word = scene.words.all[k]
    if word.low in TIMES and not (
        word.low in {"may", "mar", "sun", "night", "local", "this", "last", "next"}
        and scene.words.tag(k + 1) == "W"
        and scene.words.low(k + 1) not in TIMES
    ):
        return True
    start = scene.sentence.start + word.start
    return any(d.span.start <= start < d.span.end for d in scene.dates) or bool(
        re.fullmatch(r"\d{1,4}(?:am|pm)", word.low)
    )


def _skip_time(scene: "Scene", k: int) -> int:
    """Step over a time expression that ends at a token."""
    words, i = scene.words, k
    while i >= 0 and (is_time(scene, i) or words.tag(i) in "#M" or words.low(i) in _IN_TIMES):
        i -= 1
    # "left Libya two days ago, sank at 4am": the comma before belongs to it when a verb stands there.
    return i


def _skip_bracket(scene: "Scene", k: int) -> int:
    """Step over a bracket that closes at a token."""
    while k >= 0 and scene.words.tag(k) != "(":
        k -= 1
    return k - 1


def _relation_start(scene: "Scene", k: int) -> int | None:
    """Where ", south of Maryborough" begins, if such an aside ends at a token."""
    words = scene.words
    for i in range(k, max(k - 9, 0), -1):
        if words.tag(i) == "O" and _COMPASS.fullmatch(words.low(i - 1)) and words.tag(i - 2) in ",C":
            return i - 1
        if words.tag(i) not in "W#DO":
            return None
    return None


# --- steps of the walk that starts at a figure ------------------------------------------------------------------------


def before(scene: "Scene", offset: int) -> "Phrase | None":
    """Return what a figure at an offset of the sentence is said of, by what stands before it."""
    return trim(scene, _walk(scene, scene.words.before(offset), 0), nearest=True)


def trim(scene: "Scene", phrase: "Phrase | None", *, nearest: bool = False) -> "Phrase | None":
    """Cut a phrase at "north of": to what comes before it, or, in apposition (`nearest`), to what comes after."""
    for i in range(*(phrase or (0, 0))):
        if (
            _COMPASS.fullmatch(scene.words.low(i))
            and scene.words.tag(i + 1) == "O"
            and phrase
            and i + 2 < phrase[1]
        ):
            headed = i > phrase[0] and scene.words.tag(i - 1) != "D"
            return (phrase[0], i) if headed and not nearest else (i + 2, phrase[1])
    return phrase


def _walk(scene: "Scene", k: int, depth: int) -> "Phrase | None":
    """Go left from a token until a step ends."""
    for _ in range(_FARTHEST - depth):
        if k < 0:
            return None
        step = _step(scene, k, depth)
        if not isinstance(step, int):
            return step
        k = step
    return None


def _step(scene: "Scene", k: int, depth: int) -> "int | Phrase | None":
    """Look at one token."""
    words = scene.words
    tag = words.tag(k)
    if is_time(scene, k):
        return _skip_time(scene, k)
    if tag in "AqPODM" or words.low(k) in _BETWEEN:
        return k - 1
    return _STEPS[tag](scene, k, depth)


def _comma(scene: "Scene", k: int, depth: int) -> "int | Phrase | None":
    """Step from a comma: over an aside, or to what the figure stands in apposition to."""
    aside = _relation_start(scene, k - 1)
    return aside - 1 if aside is not None else _apposed(scene, k - 1, depth)


def _joined(scene: "Scene", k: int, _: int) -> "int | Phrase | None":
    """Step from "and": what is said before it is said of the same thing."""
    words = scene.words
    aside = _relation_start(scene, k - 1)
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


def _noun(scene: "Scene", k: int, depth: int) -> "Phrase | None":
    """Step from a noun right before the figure."""
    words = scene.words
    phrase = words.ending(k)
    if phrase is None:
        return None
    ahead = phrase[0] - 1
    indefinite = words.low(phrase[0]) in {"a", "an", "the", "this", "another"}
    if (
        words.tag(ahead) == ","
        and indefinite
        and (words.low(phrase[0]) in {"a", "an"} or not words.named(phrase))
    ):
        named = _apposed(scene, ahead - 1, depth)
        if named and words.named(named):
            return named
    if words.low(ahead) in {"is", "was", "are", "were"} and indefinite:
        return of_verb(scene, ahead) or phrase
    return _out_of_region(scene, phrase, depth)


def _verb(scene: "Scene", k: int, _: int) -> "Phrase | None":
    """Step from a verb: its subject."""
    return of_verb(scene, k)


def _relative(scene: "Scene", k: int, _: int) -> "Phrase | None":
    """Step from "which": what it stands for."""
    return antecedent(scene, k)


def _pronoun_step(scene: "Scene", k: int, _: int) -> "Phrase | None":
    """Step from a pronoun."""
    return _pronoun(scene, k)


def _bracket(scene: "Scene", k: int, _: int) -> int:
    """Step over a bracket."""
    return _skip_bracket(scene, k)


_STEPS: "dict[str, Callable[[Scene, int, int], int | Phrase | None]]" = {
    ",": _comma, "C": _joined, "X": _verb, "V": _verb, "R": _relative, "W": _noun, "#": _noun, "N": _pronoun_step, ")": _bracket, "(": lambda _, k, __: k - 1,
}  # fmt: skip


def _apposed(scene: "Scene", k: int, depth: int) -> "Phrase | None":
    """Return what a figure behind a comma stands beside: the phrase before the comma, or the name before that."""
    words = scene.words
    if words.tag(k) == ")":
        k = _skip_bracket(scene, k)
    if k >= 0 and is_time(scene, k):
        k = _skip_time(scene, k)
    if words.tag(k) == "q":
        k -= 1
    if words.tag(k) in "VXA":
        return of_verb(scene, k)
    if words.tag(k) == "N":
        return _pronoun(scene, k)
    phrase = words.ending(k)
    if phrase is None:
        return None
    ahead = phrase[0] - 1
    if words.tag(ahead) == ",":
        aside = _relation_start(scene, ahead - 1)
        other = words.ending(ahead - 1 if aside is None else aside - 1)
        # "Tacambaro, Michoacan, 80 km": the first is the place; "Mataro, a town, 20 miles": the name is.
        if (
            other
            and words.named(other)
            and (phrase[1] - phrase[0] <= 3 or words.tag(phrase[0]) == "D")
            and not _listed(scene, other)
        ):
            return other
    return _out_of_region(scene, phrase, depth)


def _listed(scene: "Scene", phrase: "Phrase") -> bool:
    """Whether a phrase is an item of a list rather than the head of an apposition."""
    words = scene.words
    return (
        words.tag(phrase[0] - 1) == ","
        and words.tag(phrase[0] - 2) in "W#"
        and words.named((phrase[0] - 2, phrase[0] - 1))
    )


def _is_region(scene: "Scene", phrase: "Phrase") -> bool:
    """Whether a phrase names a region or stretch of ground that holds the subject rather than being it."""
    words = scene.words.words(phrase)
    if country(words) or country(words.split()[-1]) or _GROUND.match(words):
        return True
    if not scene.words.named(phrase):
        return bool(re.search(r"\b(?:country|region|province|state)\b", words))
    return bool(_REGION.search(words)) or (words[:1].islower() and bool(_COMPASS.match(words)))


def _out_of_region(scene: "Scene", phrase: "Phrase", depth: int) -> "Phrase | None":
    """Go from "in southern Belarus" to what is there."""
    ahead = phrase[0] - 1
    if (
        ahead > 0
        and depth < 8
        and scene.words.low(ahead) in {"in", "at", "on", "along"}
        and _is_region(scene, phrase)
    ):
        return _walk(scene, ahead - 1, depth + 4) or phrase
    return phrase


def antecedent(scene: "Scene", k: int) -> "Phrase | None":
    """Return what "which", "who" or "that" stands for."""
    words, i = scene.words, k - 1
    if words.low(k) == "what":
        return None
    while words.tag(i) in "PDA":
        i -= 1
    if words.tag(i) == ",":
        i -= 1
    if words.tag(i) == ")":
        i = _skip_bracket(scene, i)
    phrase = words.ending(i)
    return _out_of_region(scene, phrase, 7) if phrase else None


def _pronoun(scene: "Scene", k: int) -> "Phrase":
    """Return what "it", "they" or "there" stands for within the sentence, or the word itself."""
    words, low = scene.words, scene.words.low(k)
    if low in {"there", "here"}:
        names = [
            n
            for n in scene.names()
            if n[1] <= k
            and not words.words(n).endswith(("'s", "’s"))
            and words.low(n[0] - 1) not in {"by", ""}
        ]
        return names[-1] if names else (k, k + 1)
    if low in {"it", "they"}:
        first = words.starting(0)
        opens = first and first[1] <= k and words.tag(first[1]) in "XV,PR" and words.tag(first[0]) != "N"
        if first and opens and (low in _PLURALS or words.low(first[1]) not in _SAYS):
            return first
    return k, k + 1


# --- the subject of a verb --------------------------------------------------------------------------------------------


def verb_before(scene: "Scene", k: int) -> int | None:
    """Index of the nearest verb before a token that is not one of saying."""
    return next(
        (
            i
            for i in range(k - 1, max(-1, k - 40), -1)
            if scene.words.tag(i) in "XV" and scene.words.low(i) not in _SAYS
        ),
        None,
    )


def of_verb(scene: "Scene", verb: int, depth: int = 0) -> "Phrase | None":
    """Return the subject of the clause whose verb group holds a token."""
    words, i = scene.words, verb - 1
    while i >= 0 and (words.tag(i) in "XVAq" or words.low(i) == "to"):
        i -= 1
    if depth > 6:
        return None
    if words.low(i + 1) == "being" and words.tag(i) in "W#":
        return words.ending(i)
    if words.tag(i) == "R" or (words.low(i) == "that" and words.tag(i - 1) in "W#,"):
        return antecedent(scene, i)
    if words.tag(i) in "CP":
        # "rises to a height of 500 m and is": the first verb's subject.
        other = (
            verb_before(scene, i)
            if words.low(i) in {"and", "or", "but"}
            else next((j for j in range(i - 1, -1, -1) if words.tag(j) in "XV"), None)
        )
        return of_verb(scene, other, depth + 1) if other is not None else None
    return _head_before(scene, i, depth)


def _head_before(scene: "Scene", i: int, depth: int) -> "Phrase | None":
    """Return the subject that ends at a token, asides stepped over."""
    words = scene.words
    if words.tag(i) == ",":
        jumped = _over_aside(scene, i)
        if jumped is None:
            return None
        i = jumped
    if words.tag(i) == ")":
        i = _skip_bracket(scene, i)
    if i >= 0 and is_time(scene, i):
        # "during the night of April 26, 1986,"
        while i >= 0 and (is_time(scene, i) or words.tag(i) in "PO,D"):
            i = _skip_time(scene, i) if is_time(scene, i) else i - 1
    if words.tag(i) in "XV":
        return of_verb(scene, i, depth + 1)
    if words.tag(i) == "N":
        return _pronoun(scene, i)
    return _leftmost(scene, i)


def _over_aside(scene: "Scene", comma: int) -> int | None:
    """Index of the token before an aside between commas that closes at `comma`."""
    words = scene.words
    opened = next((i for i in range(comma - 1, max(-1, comma - 40), -1) if words.tag(i) == ","), None)
    if opened is None:
        return comma - 1
    # "tanks, artillery and vehicles, was": a list is no aside; "Engels, a city of 200,000, is" has one.
    return opened - 1 if opened > 0 else None


def _leftmost(scene: "Scene", i: int) -> "Phrase | None":
    """Return the head of a chain "A of B in C near D" that ends at a token."""
    words = scene.words
    phrase = words.ending(i)
    for _ in range(10 if phrase else 0):
        inner = _inner(scene, phrase) if phrase else None
        if isinstance(inner, tuple):
            return inner
        if inner is None or is_time(scene, inner):
            break
        if words.tag(inner) in "NR":
            return _pronoun(scene, inner) if words.tag(inner) == "N" else antecedent(scene, inner)
        phrase = words.ending(inner) or phrase
    return phrase


def _inner(scene: "Scene", phrase: "Phrase") -> "int | Phrase | None":
    """Return where the chain goes on before one of its phrases; a tuple ends it, `None` says this phrase is the head."""
    words, at = scene.words, phrase[0] - 1
    tag, ahead = words.tag(at), words.tag(at - 1)
    if tag in "PO":
        return _before_preposition(scene, at)
    if ahead not in "W#":
        return None
    if tag == "," and words.all[at].text == "," and words.tag(phrase[0]) != "D":
        return at - 1
    other = words.ending(at - 1) if words.low(at) == "and" else None
    if other and words.tag(other[0] - 1) in ".CVqR":
        return other[0], phrase[1]
    return at - 1 if other else None


def _before_preposition(scene: "Scene", at: int) -> int | None:
    """Return where the chain goes on before a preposition: a noun, or the noun that a participle follows."""
    words, ahead = scene.words, scene.words.tag(at - 1)
    if ahead in "W#":
        return at - 1
    if ahead == ")":
        return _skip_bracket(scene, at - 1)
    participle = ahead == "V" and words.low(at - 1).endswith(("ing", "ed", "en"))
    return at - 2 if participle and words.tag(at - 2) in "W#RN" else None
