"""Find the words of movement in a line of a sentence, verbs and nouns."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import Final

from geo.movements.cues import CUES, FOLLOWED, NOUN_CUES, Cue
from geo.movements.phrases import Parse, Token
from geo.movements.subjects import passive
from geo.movements.vehicles import CRAFT, VEHICLES

__all__ = ["signals"]

# Of "came under fire", "took over the firm" the verb is phrasal; "driven under guard" and "flew over to Oslo" are told so.
_UNDER: Final = frozenset(
    "to from army armed police military naval heavy escort guard cover tight tow".split()
)
_AMID: Final = frozenset("through via at across near by-way-of".split())
_HANGS: Final = frozenset("from to for into via bound".split())


def _other_sense(tokens: Sequence[Token], at: int) -> bool:
    """Decide whether a word stands for a side of a picture ("Jo Smith, left, and") or is phrasal ("come up with")."""
    before, after, then = (
        tokens[index].low if 0 <= index < len(tokens) else "" for index in (at - 1, at + 1, at + 2)
    )
    if tokens[at].low in FOLLOWED and after not in FOLLOWED[tokens[at].low]:
        return True
    performed = after == "out" and tokens[at].low.startswith("carr") and then != "of"
    low = tokens[at].low
    over = after == "over" and low.startswith(("tak", "took", "carr", "brought", "com", "cam", "went", "go"))
    under = after == "under" and low.startswith(("com", "cam", "went", "go", "tak", "took"))
    phrasal = after in {"up", "about"} or ((over or under) and then not in _UNDER)
    return before == "(" or before == after == "," or phrasal or performed


def _noun_cue(parse: Parse, at: int) -> Cue | None:
    """Find the frame of a noun of movement; it counts only where an end or its date hangs on it."""
    tokens = parse.tokens
    cue = NOUN_CUES.get(tokens[at].low)
    own = next((chunk for chunk in parse.chunks if chunk.first <= at < chunk.last), None)
    if cue is None or own is None or at + 1 >= len(tokens):
        return None
    numbered = own.last == at + 2 and any(sign.isdigit() for sign in tokens[at + 1].text)  # "flight BA117"
    if own.last != at + 1 and tokens[at + 1].low != "of" and not numbered:
        return None
    following = tokens[min(own.last, len(tokens) - 1)]
    if cue.frame == "stop":
        return cue if following.low in {"in", "at", "on", "off", "near"} else None
    if own.prep in _AMID:
        return None  # "through the Rafah crossing to a clinic"
    if cue.frame == "arrive":
        made = own.first > 0 and tokens[own.first - 1].low in {"made", "make", "making", "makes"}
        return cue if made and following.low in {"in", "at", "on", "near"} else None
    return cue if following.low in _HANGS or following.tag == "D" else None


def _ridden(parse: Parse, at: int) -> bool:
    """Decide whether a vehicle that somebody is on tells of a journey: "are on a ship to Dubai"."""
    if parse.words(at + 1, at + 2) not in {("to",), ("from",)}:
        return False
    if _plies(parse, at):
        return True
    if parse.tokens[at].low not in VEHICLES:
        return False
    own = next((chunk for chunk in parse.chunks if chunk.last == at + 1), None)
    told = any(token.tag == "V" and token.low in CUES for token in parse.tokens[:at])
    return own is not None and own.prep in {"on", "aboard", "on-board"} and not told


_PAST: Final = frozenset("was were had has".split())


def _plies(parse: Parse, at: int) -> bool:
    """Decide whether a vehicle is told with both ends of what befell it: "A bus from Lima to Cusco was stopped"."""
    low = parse.tokens[at].low
    several = {low.removesuffix("s"), low.removesuffix("es")} - {low}
    if (low not in VEHICLES or not several.isdisjoint(VEHICLES)) and not CRAFT.fullmatch(low):
        return False
    ends = [chunk for chunk in parse.chunks if at < chunk.first][:2]
    verb = next((token.low for token in parse.tokens[at:] if token.tag == "V"), "")
    between = [token.tag for token in parse.tokens[ends[-1].last :][:1]] if ends else []
    return (
        [chunk.prep for chunk in ends] == ["from", "to"]
        and between in (["V"], ["D"], ["M"])
        and (verb in _PAST or verb.endswith("ed"))
    )


def _cues(parse: Parse) -> Iterator[tuple[int, Cue]]:
    """Yield the words of movement."""
    for at, token in enumerate(parse.tokens):
        if token.tag == "V" and token.low in CUES and not _other_sense(parse.tokens, at):
            if CUES[token.low].frame != "stop" or not passive(parse, at):
                yield at, CUES[token.low]
        elif token.tag == "N" and token.low in NOUN_CUES:
            cue = _noun_cue(parse, at)
            if cue:
                yield at, cue
        elif (token.tag == "N" and _ridden(parse, at)) or (
            token.low.endswith("-bound") and token.text[0].isupper()
        ):
            yield at, Cue("go", VEHICLES.get(token.low, "unknown"))


def _carries(parse: Parse, verb: int, noun: int) -> bool:
    """Decide whether a noun of movement is only the object of a verb of movement ("was carrying a cargo of ...")."""
    tokens = parse.tokens
    if not verb < noun < verb + 8 or tokens[verb].tag != "V" or tokens[noun].tag != "N":
        return False
    return any(chunk.first == verb + 1 and chunk.first <= noun < chunk.last for chunk in parse.chunks)


_NONE: Final = Cue("go")


def _nested(parse: Parse, at: int, later: int) -> bool:
    """Decide whether a participle only tells where the object of the verb before it was: "unloaded steel shipped from X"."""
    if CUES.get(parse.tokens[later].low, _NONE).frame != "send" or parse.tokens[at].tag != "V":
        return False
    held = next((chunk for chunk in parse.chunks if chunk.last == later), None)
    return held is not None and held.first == at + 1 and not passive(parse, at) and passive(parse, later)


def _without(parse: Parse, verbs: Collection[int]) -> Parse:
    """Read participles as mere descriptions."""
    if not verbs:
        return parse
    tokens = tuple(token._replace(tag="A") if at in verbs else token for at, token in enumerate(parse.tokens))
    return replace(parse, tokens=tokens)


# No sentence tells of as many journeys; what has more words of movement is a list or an attack.
_MOST: Final = 16


def signals(parse: Parse) -> tuple[Parse, list[tuple[int, Cue]]]:
    """Give the words of movement of a line, and the line with those that only describe an object taken for adjectives."""
    cues = list(islice(_cues(parse), _MOST))
    carried = {noun for verb, _ in cues for noun, _ in cues if _carries(parse, verb, noun)}
    nested = {at: later for (at, _), (later, _) in pairwise(cues) if _nested(parse, at, later)}
    found: list[tuple[int, Cue]] = []
    for at, cue in cues:
        if at in nested and cue.mode == "unknown":
            found.append((at, replace(cue, mode=CUES[parse.tokens[nested[at]].low].mode)))
        elif at not in carried and at not in nested.values():
            found.append((at, cue))
    return _without(parse, nested.values()), found
