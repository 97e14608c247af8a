"""Find what a figure is measured from: the phrase that begins at a place, stretched by what belongs to it."""

from typing import TYPE_CHECKING

from geo.claims.countries import country

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.scene import Phrase, Scene

__all__ = ["at"]

_LONGEST_CLAUSE = 9
_MOST_JOINED = 3
_BORDERS = frozenset("border borders frontier frontiers boundary".split())
_GO_ON = frozenset("in on when where".split())


def at(scene: "Scene", offset: int) -> "Phrase | None":
    """Return the phrase that begins at an offset of the sentence: "the border with Chad", "Houston, Texas"."""
    words = scene.words
    first = words.after(offset)
    if words.low(first) in {"where", "what"}:
        return _clause(scene, first)
    phrase = words.starting(first)
    for stretch in _STRETCHES if phrase else ():
        phrase = phrase and (stretch(scene, phrase) or phrase)
    return phrase


def _clause(scene: "Scene", first: int) -> "Phrase":
    """Return a clause that stands for a place, up to its end."""
    i = first + 1
    while (
        i < min(len(scene.words), first + _LONGEST_CLAUSE)
        and scene.words.tag(i) not in ",.C()"
        and not scene.is_time(i)
    ):
        i += 1
    return first, i


def _comma(scene: "Scene", index: int) -> bool:
    """Whether a token is a comma."""
    return index < len(scene.words) and scene.words.all[index].text == ","


def _neighbours(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "the border" to "with Chad", "between A and B"."""
    words, stop = scene.words, phrase[1]
    if words.low(stop - 1) not in _BORDERS or words.low(stop) not in {"with", "between", "of"}:
        return None
    more = words.starting(stop + 1)
    if more and words.low(stop) == "between" and words.low(more[1]) == "and":
        more = words.starting(more[1] + 1) or more
    return (phrase[0], more[1]) if more else None


def _hyphened(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "the Iraq" to "the Iraq - Jordan border"."""
    words, stop = scene.words, phrase[1]
    joined = words.low(stop) in {"-", "--"} and words.tag(stop + 1) == "W" and words.low(stop + 2) in _BORDERS
    return (phrase[0], stop + 3) if joined else None


def _told(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "a major city" to its name behind a comma."""
    words = scene.words
    if words.tag(phrase[0]) != "D" or words.named(phrase) or not _comma(scene, phrase[1]):
        return None
    more = words.starting(phrase[1] + 1, limit=4)
    return (phrase[0], more[1]) if more and words.all[more[0]].named and words.tag(more[1]) in ",." else None


def _in_state(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "Houston" to "Houston, Texas"."""
    words, stop = scene.words, phrase[1]
    if not _comma(scene, stop) or not words.named((stop - 1, stop)):
        return None
    more = words.starting(stop + 1, limit=4)
    if more is None or not words.all[more[0]].named or more[1] - more[0] > 3:
        return None
    after = words.tag(more[1])
    return (
        (phrase[0], more[1]) if after in ",.)R" or (after in "CP" and words.low(more[1]) in _GO_ON) else None
    )


def _both(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "the Netherlands" to "the Netherlands and Belgium"."""
    words, stop = scene.words, phrase[1]
    if words.low(stop) != "and" or not country(words.words(phrase)):
        return None
    more = words.starting(stop + 1, limit=4)
    return (phrase[0], more[1]) if more and country(words.words(more)) else None


def _at_place(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "the jetty" to "the jetty at Nias", over "and": "the mines and smelters at Arlit"."""
    words, stop = scene.words, phrase[1]
    for _ in range(_MOST_JOINED):
        joined = words.starting(stop + 1) if words.low(stop) == "and" else None
        if joined is None:
            break
        stop = joined[1]
    more = words.starting(stop + 1, limit=4) if words.low(stop) == "at" else None
    named = more and words.all[more[0]].named
    return (phrase[0], more[1]) if more and named and not words.all[phrase[1] - 1].named else None


def _where(scene: "Scene", phrase: "Phrase") -> "Phrase | None":
    """Stretch "the village" to "the village where she grew up"."""
    words, stop = scene.words, phrase[1]
    plain = words.low(stop) == "where" and not words.named(phrase)
    return (phrase[0], _clause(scene, stop)[1]) if plain else None


_STRETCHES: "tuple[Callable[[Scene, Phrase], Phrase | None], ...]" = (
    _neighbours,
    _hyphened,
    _told,
    _in_state,
    _both,
    _where,
    _at_place,
)
