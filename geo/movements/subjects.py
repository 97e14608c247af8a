"""Find the subject of a verb, and whether the verb is passive."""

from collections.abc import Sequence
from typing import Final

from geo.movements.cues import CUES
from geo.movements.phrases import Chunk, Parse
from geo.movements.words import AUXILIARIES, DETERMINERS, OPENERS, PRONOUNS, SAYING, THINKING

__all__ = ["fronted", "passive", "subject"]

_BEING: Final = frozenset("was were be been being is are got".split())


def fronted(parse: Parse, at: int) -> Chunk | None:
    """Find the subject of words that open a sentence before it: "Leaving Oslo on Monday, the ship ..."."""
    tokens = parse.tokens
    if any(token.tag in "NRM" for token in tokens[parse.opening : at]):
        return None
    for comma in range(at + 1, len(tokens)):
        if tokens[comma].text == ",":
            follows = next(
                (index for index in range(comma + 1, len(tokens)) if tokens[index].tag not in "AD"), 0
            )
            chunk = parse.starts.get(follows)
            if (
                chunk
                and chunk.prep == ""
                and any(token.tag == "V" for token in tokens[chunk.last : chunk.last + 3])
            ):
                return chunk
        elif tokens[comma].tag in "RC":
            return None
    return None


def subject(parse: Parse, at: int) -> Chunk | None:
    """Find the subject of the verb at a token."""
    ahead = fronted(parse, at)
    if ahead:
        return ahead
    tokens, index = parse.tokens, at - 1
    before = [chunk for chunk in parse.chunks if chunk.last <= at]
    while index >= 0 and (tokens[index].tag in "VADO" or tokens[index].low == "to"):
        index -= 1
    if not before or index < 0:
        return None
    reduced = _after_noun(parse, at) and passive(parse, at)  # "a container shipped from X"
    series = _series(parse, at) if reduced else None
    if series is not None:
        return subject(parse, series)
    verb = next((token for token in reversed(tokens[:at]) if token.tag not in "AD"), None)
    participle = tokens[at].low.endswith("ing") and (verb is None or verb.tag != "V")
    if tokens[index].tag == "R" and parse.aside and tokens[index - 1].text == ",":
        return parse.chunks[0]  # "The Kalamos, 12,000 tons, which left Bombay"
    if tokens[index].tag == "R" or participle or reduced or _adjacent(parse, before[-1], index):
        return before[-1]
    return _first_free(parse, before, _opened(parse, at))


def _adjacent(parse: Parse, near: Chunk, index: int) -> bool:
    """Decide whether a noun phrase right before a verb must be its subject: a pronoun, or one that a comma sets off.

    "When the war ended, the family left": asides have been made lines of their own.
    """
    tokens = parse.tokens
    set_off = near.prep == "" and near.first > 0 and tokens[near.first - 1].text == ","
    return near.last == index + 1 and (tokens[near.first].low in PRONOUNS or set_off)


def _first_free(parse: Parse, before: Sequence[Chunk], opened: int) -> Chunk:
    """Take the first noun phrase of a clause that nothing else governs."""
    tokens = parse.tokens
    for chunk in before:
        governor = tokens[chunk.first - 1] if chunk.first else None
        free = chunk.first == opened or governor is None or governor.tag in "MCRDA"
        speaks = chunk.last < len(tokens) and tokens[chunk.last].low in SAYING | THINKING
        if chunk.first >= opened and chunk.prep == "" and free and not speaks:
            return chunk
    return before[-1]


def _opened(parse: Parse, at: int) -> int:
    """Find where the clause of the verb at a token opens: after "said", "that", a quote, or "and" with a subject of its own."""
    tokens = parse.tokens
    starts = parse.starts
    for index in range(at - 1, -1, -1):
        token = tokens[index]
        if index < parse.opening:
            return index + 1
        if token.text in {";", "“", ":"} or (token.text == '"' and index + 1 in starts):
            return index + 1
        if _says_so(parse, index):
            return index + 1
        if token.low in OPENERS and _may_open(parse, index):
            first = index + 1
            while first < at and (tokens[first].tag in "AD" or tokens[first].text == ","):
                first += 1
            if first in starts and _has_verb(parse, starts[first], at):
                return first
    return 0


def _says_so(parse: Parse, at: int) -> bool:
    """Decide whether a clause follows a verb of saying or thinking; "was said to have sailed" goes on with its own subject."""
    token, after = parse.tokens[at], parse.tokens[at + 1]
    told = at > 0 and parse.tokens[at - 1].low in _BEING
    return (
        token.tag == "V"
        and token.low in SAYING | THINKING
        and not told
        and after.text not in {",", ".", "to"}
    )


def _has_verb(parse: Parse, chunk: Chunk, at: int) -> bool:
    """Decide whether a noun phrase, with those that hang on it, is followed by a verb: "but the train from Rostov reached"."""
    for token in parse.tokens[chunk.last : at + 1]:
        if token.tag not in "ADPNO":
            return token.tag == "V"
    return False


def _may_open(parse: Parse, at: int) -> bool:
    """Decide whether "and" joins clauses, not nouns: a comma or a finite verb stands before it."""
    tokens = parse.tokens
    if tokens[at].low not in {"and", "but"} or (at and tokens[at - 1].text == ","):
        return True
    follows = tokens[at + 1]
    definite = follows.low in DETERMINERS | PRONOUNS or follows.text[0].isupper() or follows.text[0].isdigit()
    return definite and any(token.tag == "V" and not token.low.endswith("ing") for token in tokens[:at])


def _series(parse: Parse, at: int) -> int | None:
    """Find the participle that one after a comma goes on from: "was lowered onto a cart, taken to the quay and"."""
    tokens = parse.tokens
    if tokens[at - 1].text != ",":
        return None
    for verb in range(at - 2, 0, -1):
        if tokens[verb].tag in "RC" or tokens[verb].text == ";":
            return None
        if tokens[verb].tag == "V" and tokens[verb].low not in AUXILIARIES:
            return verb if passive(parse, verb) and not _after_noun(parse, verb) else None
    return None


def _after_noun(parse: Parse, at: int) -> bool:
    """Decide whether a participle stands right after a noun, or after a comma that follows one."""
    before = [token for token in parse.tokens[max(0, at - 2) : at] if token.text != ","]
    return bool(before) and before[-1].tag == "N"


def passive(parse: Parse, at: int) -> bool:
    """Decide whether a participle is passive: a form of "be" before it, or nothing but a noun phrase ("cargo shipped from")."""
    if parse.tokens[at].low.split("-")[0].endswith("ing"):
        return False
    index = at - 1
    while index > 0 and parse.tokens[index].tag in "AD":
        index -= 1
    if index > 0 and parse.tokens[index].low in {"and", "then"}:
        # "was taken to X and later transferred to Y"
        before = (
            verb
            for verb in reversed(range(index))
            if parse.tokens[verb].tag == "V" and parse.tokens[verb].low in CUES
        )
        earlier = next(before, None)
        return earlier is not None and passive(parse, earlier)
    for token in reversed(parse.tokens[max(0, at - 4) : at]):
        if token.low in _BEING:
            return True
        if token.tag not in "VA":
            break
    token = parse.tokens[at]
    if token.low not in CUES or CUES[token.low].frame not in {"send", "load", "unload"}:
        return False
    return (
        token.low.split("-")[0].endswith(("ed", "wn", "en", "nt", "ught"))
        and _after_noun(parse, at)
        and at + 1 < len(parse.tokens)
        and parse.tokens[at + 1].tag in "PD"
    )
