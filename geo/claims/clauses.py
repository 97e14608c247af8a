"""Find the subject of a verb, and what a pronoun or relative stands for."""

from typing import TYPE_CHECKING

from geo.claims.asides import is_time, over_aside, over_bracket, over_time
from geo.claims.things import head, is_event, is_event_noun, is_place, is_region

if TYPE_CHECKING:
    from geo.claims.scene import Phrase, Scene

__all__ = ["antecedent", "apposed_name", "climb", "of_pair", "of_verb", "predicate", "pronoun", "verb_before"]

_DEEPEST, _FARTHEST_VERB = 6, 40
_SAYS = frozenset("said says reported reports quoted told tells believed announced added claimed say".split())
_PLURALS = frozenset("they them".split())
_COORDINATES = frozenset("and or but".split())
# Before a region these say where; before a thing that is no place they say how.
_WHERE = frozenset("in at on along into inside within across over near onto".split())
_HOW = frozenset("from with for beneath below during under without despite off through against to".split())
# "moved to a position", "were at that point": what is there is meant.
_NO_NAMES = frozenset(
    "journey trip drive flight voyage walk march move attack raid step decision visit day time".split()
)
_AT = frozenset("at from in on to".split())
_POINTS = frozenset("position positions point points".split())
_LINKS = frozenset("between linking connecting joining".split())
_DASHES = frozenset({"--", "—", "–", "-"})
_IS = frozenset("is was are were".split())
_ARTICLES = frozenset("a an the this another".split())
_PURSUITS = frozenset(
    "chased chasing chase pursued pursuing pursue followed following tracked trailed escorted escorting".split()
)


def verb_before(scene: "Scene", k: int) -> int | None:
    """Index of the nearest verb before a token that is not one of saying."""
    return next(
        (
            i
            for i in range(k - 1, max(-1, k - _FARTHEST_VERB), -1)
            if scene.words.tag(i) in "XV" and scene.words.low(i) not in _SAYS
        ),
        None,
    )


def of_verb(scene: "Scene", verb: int, depth: int = 0) -> "Phrase | None":
    """Return the subject of the clause whose verb group holds a token."""
    known = scene.told_subject(verb)
    return _told(scene, known) if known else _leftwards(scene, verb, depth)


def _leftwards(scene: "Scene", verb: int, depth: int) -> "Phrase | None":
    """Return the subject of a verb that the clauses do not tell, by walking left from it."""
    words, i = scene.words, verb - 1
    while i >= 0 and (words.tag(i) in "XVAq" or words.low(i) == "to"):
        i -= 1
    if depth > _DEEPEST:
        return None
    if words.low(i + 1) == "being" and words.tag(i) in "W#":
        return words.ending(i)
    if words.tag(i) == "R" or (words.low(i) == "that" and words.tag(i - 1) in "W#,"):
        return antecedent(scene, i, depth + 1)
    if words.tag(i) in "CP":
        return _joined_verb(scene, i, depth)
    if words.tag(i) == "," and i + 1 == verb and words.low(verb).endswith("ing"):
        # "jets circled the island, flying as close as": the subject of the verb before.
        main = verb_before(scene, i)
        return of_verb(scene, main, depth + 1) if main is not None else _leftmost(scene, i - 1, depth)
    return _head_before(scene, i, depth)


def _told(scene: "Scene", phrase: "Phrase") -> "Phrase":
    """Return a subject, or what it stands for."""
    words = scene.words
    if words.tag(phrase[1] - 1) == "N":
        return pronoun(scene, phrase[1] - 1)
    name = words.starting(phrase[1] + 1, limit=4) if words.tag(phrase[1]) == "," else None
    alone = name and words.tag(name[1]) == "," and words.tag(phrase[0]) == "D"
    return (alone and name and _aside_name(scene, phrase[1] - 1, name[1])) or phrase


def _joined_verb(scene: "Scene", i: int, depth: int) -> "Phrase | None":
    """Return the subject of the verb before a conjunction or preposition: "rises to a height of 500 m and is"."""
    words = scene.words
    other = (
        _main_verb(scene, i)
        if words.low(i) in _COORDINATES
        else next((j for j in range(i - 1, -1, -1) if words.tag(j) in "XV"), None)
    )
    return of_verb(scene, other, depth + 1) if other is not None else None


def _main_verb(scene: "Scene", i: int) -> int | None:
    """Index of the verb that a conjunction goes on from; behind a comma, relative clauses are over."""
    words, verb = scene.words, verb_before(scene, i)
    while verb is not None and words.tag(i - 1) == ",":
        start = verb
        while words.tag(start) in "XVA":
            start -= 1
        if words.tag(start) != "R":
            break
        verb = verb_before(scene, start)
    return verb


def _before_comma(scene: "Scene", comma: int, depth: int) -> "int | Phrase | None":
    """Step from the comma or dash before a verb: over the aside it closes, to the name in it, or to the head of nested ones."""
    words = scene.words
    if words.all[comma].text in _DASHES:
        # "the wildcat -- drilled in deep water": a participle of what stands before; else the aside is closed here.
        opened = next((j for j in range(comma - 1, 0, -1) if words.all[j].text in _DASHES), comma)
        return _leftmost(scene, opened - 1, depth)
    jumped = over_aside(scene, comma)
    if jumped is None:
        return None
    first = words.starting(0)
    if words.tag(jumped) in "XV" and first and first[1] < jumped and words.tag(first[1]) == ",":
        # "The relay, a box that costs, its makers say, less than a bicycle, has": asides within asides.
        return first
    return _aside_name(scene, jumped, comma) or jumped


def _head_before(scene: "Scene", i: int, depth: int) -> "Phrase | None":
    """Return the subject that ends at a token, asides stepped over."""
    words = scene.words
    if words.tag(i) == ",":
        step = _before_comma(scene, i, depth)
        if not isinstance(step, int):
            return step
        i = step
    if words.tag(i) == ")":
        i = over_bracket(scene, i)
    if i >= 0 and is_time(scene, i):
        # "during the night of April 26, 1986,"
        while i >= 0 and (is_time(scene, i) or words.tag(i) in "PO,D"):
            i = over_time(scene, i) if is_time(scene, i) else i - 1
    if words.tag(i) in "XV":
        return of_verb(scene, i, depth + 1)
    if words.tag(i) == "N":
        return pronoun(scene, i)
    return _leftmost(scene, i, depth)


def _aside_name(scene: "Scene", before: int, comma: int) -> "Phrase | None":
    """Return the name between commas that tells which thing is meant: "the main town, Tskhinvali, lies"."""
    words = scene.words
    told, name = words.ending(before), words.ending(comma - 1)
    alone = name and name[0] == before + 2 and all(word.named for word in words.all[name[0] : name[1]])
    plain = told and not words.all[head(scene, told)].named and not words.all[before].named
    return name if plain and alone else None


def _leftmost(scene: "Scene", i: int, depth: int) -> "Phrase | None":
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
            return pronoun(scene, inner) if words.tag(inner) == "N" else antecedent(scene, inner, depth + 1)
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
        return None if _opens_with_preposition(scene, at - 1) else at - 1
    other = words.ending(at - 1) if words.low(at) == "and" else None
    if other and words.tag(other[0] - 1) in ".CVqR":
        return other[0], phrase[1]
    return at - 1 if other else None


def _opens_with_preposition(scene: "Scene", k: int) -> bool:
    """Whether the phrase that ends at a token opens the sentence: "According to the bureau,", "Under the plan,"."""
    phrase = scene.words.ending(k)
    return bool(
        phrase
        and scene.words.tag(phrase[0] - 1) == "P"
        and scene.words.tag(phrase[0] - 2) in ".,qV"
        and phrase[0] <= 3
    )


def _before_preposition(scene: "Scene", at: int) -> int | None:
    """Return where the chain goes on before a preposition: a noun, or the noun that a participle follows."""
    words, ahead = scene.words, scene.words.tag(at - 1)
    if ahead in "W#":
        return at - 1
    if ahead == ")":
        return over_bracket(scene, at - 1)
    participle = ahead == "V" and words.low(at - 1).endswith(("ing", "ed", "en"))
    return at - 2 if participle and words.tag(at - 2) in "W#RN" else None


def climb(scene: "Scene", phrase: "Phrase", depth: int = 0, *, across: bool = False) -> "Phrase":
    """Go from the noun phrase before a figure to what is there: from an object or an oblique to the clause's subject.

    `across`: the figure says how far into something; who pursues is then meant, not who is pursued.
    """
    words, at = scene.words, phrase[0] - 1
    if depth > _DEEPEST or at < 1:
        return phrase
    low, ahead = words.low(at), words.tag(at - 1)
    if words.tag(at) == "V":
        busy = ahead == "X" and words.low(at).endswith("ing") and not is_place(scene, phrase)
        done = is_event_noun(scene, at, phrase) or (words.low(at) in _PURSUITS and across)
        point = words.low(head(scene, phrase)) in _POINTS
        done = done or ((busy or point) and not words.named(phrase))
        return (of_verb(scene, at, depth + 1) if done else None) or phrase
    agent = low == "by" and (ahead == "V" or (ahead in "AP" and words.tag(at - 2) == "V"))
    if words.tag(at) == "P" and ahead == "M":
        # "22 km below the seabed about 90 km west": the first figure places the same thing.
        return _beyond(scene, at - 1, depth + 1) or phrase
    region = low in _WHERE and is_region(scene, phrase)
    thing = not is_place(scene, phrase) and not words.named(phrase) and not is_event(scene, phrase)
    how = thing and ((low in _HOW and ahead in "VAPW#") or (low in _WHERE and ahead in "VAP"))
    point = low in _AT and words.low(head(scene, phrase)) in _POINTS and not words.named(phrase)
    return ((agent or region or how or point) and _beyond(scene, at - 1, depth + 1)) or phrase


def _beyond(scene: "Scene", k: int, depth: int) -> "Phrase | None":
    """Return what is said to be there, by what stands before a preposition."""
    words = scene.words
    if k >= 0 and is_time(scene, k):
        k = over_time(scene, k)
    while words.tag(k) in "APM":
        k -= 1
    if words.tag(k) in "XV":
        return of_verb(scene, k, depth)
    if words.tag(k) == "N":
        return pronoun(scene, k)
    if words.tag(k) == ",":
        # "near the town of Arauquita, on the border 460 km"
        other = words.ending(k - 1)
        return other if other and words.named(other) else None
    phrase = words.ending(over_bracket(scene, k) if words.tag(k) == ")" else k)
    return predicate(scene, phrase) or climb(scene, phrase, depth) if phrase else None


def of_pair(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Return what lies "between A and B" when a phrase is that B."""
    words, at = scene.words, phrase[0] - 1
    other = words.ending(at - 1) if words.low(at) == "and" else None
    inside = other and words.low(other[0] - 1) in _LINKS
    return _beyond(scene, other[0] - 2, 0) if other and inside else None


def predicate(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Return the subject that a phrase is said to be: "Aachen is a city"."""
    words, at = scene.words, phrase[0] - 1
    told = words.low(at) in _IS and words.low(phrase[0]) in _ARTICLES
    found = of_verb(scene, at) if told else None
    return None if found and words.low(found[0]) == "what" else found


def apposed_name(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Return the name before the comma that an indefinite phrase explains: "Akcakale, a Turkish town"."""
    words = scene.words
    indefinite = words.low(phrase[0]) in {"a", "an"} or (
        words.low(phrase[0]) in {"the", "this", "another"} and not words.named(phrase)
    )
    if (
        not indefinite
        or words.all[max(phrase[0] - 1, 0)].text != ","
        or words.low(head(scene, phrase)) in _NO_NAMES
    ):
        return None
    other = words.ending(phrase[0] - 2)
    return other if other and words.named(other) else None


def antecedent(scene: "Scene", k: int, depth: int = 0) -> "Phrase | None":
    """Return what "which", "who" or "that" stands for."""
    words, i = scene.words, k - 1
    if words.low(k) == "what":
        return None
    while words.tag(i) in "PDA":
        i -= 1
    if words.tag(i) == ",":
        i -= 1
    if words.tag(i) == ")":
        i = over_bracket(scene, i)
    phrase = words.ending(i)
    if phrase is None:
        return None
    return apposed_name(scene, phrase) or (
        climb(scene, phrase, depth) if is_region(scene, phrase) else phrase
    )


def pronoun(scene: "Scene", k: int) -> "Phrase":
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
    said = words.low(k - 1) in _SAYS or (words.low(k - 1) == "that" and words.low(k - 2) in _SAYS)
    if low == "they" or (low == "it" and not said):
        first = words.starting(words.body())
        several = first and words.low(first[1] - 1).endswith("s") and not words.all[first[1] - 1].named
        opens = (
            first
            and not (low == "it" and several)
            and first[1] <= k
            and words.tag(first[1]) in "XV,PR"
            and words.tag(first[0]) != "N"
        )
        if first and opens and (low in _PLURALS or words.low(first[1]) not in _SAYS):
            return first
    return k, k + 1
