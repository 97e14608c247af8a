"""Take the asides out of a sentence, so that what belongs together stands together; read each aside as a line of its own."""

from collections.abc import Sequence
from typing import Final

from geo.movements.phrases import Parse, chunked
from geo.movements.tags import Token, proper
from geo.movements.vehicles import VEHICLES
from geo.movements.words import (
    ABSOLUTES,
    AUXILIARIES,
    DETERMINERS,
    PLACE_HEADS,
    SAYING,
    SHOWING,
    SUBORDINATORS,
    THINKING,
)

__all__ = ["unfold"]

_Tokens = tuple[Token, ...]
# What is left of a line, and the aside taken out of it with the words that it describes.
_Cut = tuple[_Tokens, _Tokens]

_MOST: Final = 12  # asides of a sentence; what has more is a list or an attack
_AHEAD: Final = 6  # commas looked at for the end of an aside
_LONGEST: Final = 45  # tokens of an aside between dashes
_SHORT: Final = 18  # tokens of "as the minister put it on Monday"
# Words that lead to an end of a journey: an aside before them interrupts what moves from its ends.
_ENDING: Final = frozenset(
    "from to into for via through onto toward towards by-way-of home back aboard".split()
)
_DASHES: Final = frozenset("-–—")
_DESCRIBING: Final = frozenset("who which whose whom where when".split())


def unfold(parse: Parse) -> tuple[Parse, ...]:
    """Give the main line of a sentence and one line for each of its asides.

    >>> from geo.movements.phrases import parse
    >>> from geo.text import Sentence
    >>> words = "The ferry, which left Bari on Monday, sank off Corfu, officials said."
    >>> [" ".join(t.text for t in line.tokens) for line in unfold(parse(Sentence(0, len(words), words, 0), ()))]
    ['The ferry sank off Corfu .', 'The ferry which left Bari on Monday']
    """
    main, taken = parse.tokens, []
    start = parse.tokens[parse.opening].start if parse.tokens else 0
    for cuts in (_fenced, _attributed, _interrupted):
        for _ in range(_MOST):
            cut = cuts(main, _opening(main, start))
            if cut is None:
                break
            main, aside = cut
            taken.append(aside)
    if not taken:
        return (parse,)
    asides = (chunked(parse.sentence, each, parse, aside=True) for each in taken if each)
    return (chunked(parse.sentence, main, parse), *asides)


def _opening(tokens: _Tokens, start: int) -> int:
    """Find the first token of the sentence proper."""
    return next((at for at, token in enumerate(tokens) if token.start >= start), len(tokens))


def _fenced(tokens: _Tokens, opening: int) -> _Cut | None:
    """Cut out what stands in brackets or between dashes."""
    for at in range(opening, len(tokens)):
        closing = {"(", "["} & {tokens[at].text}
        if closing:
            shut = next((to for to in range(at + 1, len(tokens)) if tokens[to].text in {")", "]"}), None)
        elif tokens[at].text in _DASHES and tokens[at].tag == "M":
            inner = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _DASHES else at + 1
            shut = next(
                (to for to in range(inner, min(at + _LONGEST, len(tokens))) if tokens[to].text in _DASHES),
                None,
            )
            if shut is not None and shut + 1 < len(tokens) and tokens[shut + 1].text in _DASHES:
                shut += 1
        else:
            continue
        if shut is not None:
            aside = tuple(token for token in tokens[at + 1 : shut] if token.text not in _DASHES)
            return tokens[:at] + tokens[shut + 1 :], (*_described(tokens, at), tokens[at], *aside)
    return None


def _described(tokens: _Tokens, at: int) -> _Tokens:
    """Give the noun phrase that ends at a token."""
    first = at
    while first > 0 and tokens[first - 1].tag in "NO":
        first -= 1
        if tokens[first].low in DETERMINERS:
            break
    return tokens[first:at]


def _commas(tokens: _Tokens, opening: int) -> list[int]:
    """Find the commas of a line."""
    return [at for at in range(opening, len(tokens)) if tokens[at].text == ","]


def _attributed(tokens: _Tokens, opening: int) -> _Cut | None:
    """Cut out who says so: ", officials said," and "According to the police,"."""
    commas = _commas(tokens, opening)
    end = len(tokens) - 1 if tokens and tokens[-1].tag == "M" else len(tokens)
    for first, last in zip([opening - 1, *commas], [*commas, end], strict=True):
        part = tokens[first + 1 : last]
        if not _speaks(part) or (first < opening and part[0].low != "according"):
            continue
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if after is not None and after.tag == "R" and last in commas:
            continue  # "said Rossi, who left Bari"
        keeps = last in commas and after is not None and after.tag in "CN" and first >= opening
        return tokens[: max(first, opening)] + tokens[last if keeps or last == end else last + 1 :], ()
    return None


def _speaks(part: Sequence[Token]) -> bool:
    """Decide whether the words between two commas only tell who says so."""
    if not part or len(part) > _SHORT:
        return False
    if part[0].low == "according":
        return True
    if part[0].tag in "CR" or part[0].low.endswith("ing"):
        return False
    verb = next(
        (at for at, token in enumerate(part) if token.tag == "V" and token.low not in AUXILIARIES), None
    )
    if verb is None or part[verb].low not in (SAYING | THINKING) - SHOWING:
        return False
    rest = [
        token
        for token in part[verb + 1 :]
        if token.tag == "V" and not token.low.endswith("ing") and token.low not in SAYING
    ]
    return not rest and all(token.low != "that" for token in part)


def _interrupted(tokens: _Tokens, opening: int) -> _Cut | None:
    """Cut out what stands between a subject and its verb, or between a verb and an end."""
    commas = _commas(tokens, opening)
    for number, at in enumerate(commas):
        ahead = commas[number + 1 : number + 1 + _AHEAD]
        # what an auxiliary goes on from is rather the main clause: "Jo, 29, found in Oslo, was flown"
        for to in sorted(ahead, key=lambda comma: _auxiliary(tokens, comma)):
            head = _antecedent(tokens, opening, at, to)
            if head is not None:
                aged = to > at + 3 and tokens[at + 1].text.isdigit() and tokens[at + 2].text == ","
                aside = tokens[at + 3 if aged else at + 1 : to]  # "Jo Smith, 29, found in Oslo, was flown"
                joint = tokens[at : at + 1] if aside[0].tag == "N" else ()
                return tokens[:at] + tokens[to + 1 :], (*head, *joint, *aside) if head else aside
    return None


def _auxiliary(tokens: _Tokens, to: int) -> bool:
    """Decide whether no auxiliary follows a comma."""
    resumed = _resumed(tokens, to)
    return resumed is None or resumed.low not in AUXILIARIES


def _antecedent(tokens: _Tokens, opening: int, at: int, to: int) -> _Tokens | None:
    """Give what an aside between two commas describes (perhaps nothing), or `None` where there is no aside."""
    part = tokens[at + 1 : to]
    resumed = _resumed(tokens, to)
    if not part or resumed is None:
        return None
    verbal = resumed.tag == "V" and not resumed.low.endswith("ing")
    infinitive = resumed.low == "to" and not _leads(tokens, to)
    if part[0].low in _DESCRIBING:
        return _described(tokens, at) if verbal or infinitive or _leads(tokens, to) else None
    subject = () if _name(part) else _subject(tokens, opening, at)
    if verbal and subject and _subordinate(part):
        return subject
    if verbal and tokens[opening].tag == "N" and _moved(tokens[opening:at]) and _bare(part):
        return _described(tokens, at)
    return _hanging(tokens, opening, at, to)


def _hanging(tokens: _Tokens, opening: int, at: int, to: int) -> _Tokens | None:
    """Give what an aside describes that breaks into a verb group, or stands between a verb and an end."""
    part, resumed = tokens[at + 1 : to], _resumed(tokens, to)
    before = tokens[at - 1] if at > opening else None
    hangs = part[0].tag in "PA" or part[0].low in SUBORDINATORS or part[0].low.endswith(("ing", "ed"))
    broken = before is not None and (before.tag in "VC" or (before.tag == "A" and tokens[at - 2].tag == "V"))
    if broken and hangs and ((resumed is not None and resumed.tag == "V") or _leads(tokens, to)):
        return ()
    if any(
        _rides(part[index + 1 : index + 6]) for index, token in enumerate(part) if token.text == ","
    ) or _rides(part):
        return None
    starts = hangs or part[0].low in DETERMINERS | ABSOLUTES
    if starts and part[0].low not in _ENDING and _leads(tokens, to) and _moved(tokens[opening:at]):
        return _described(tokens, at)
    return None


def _name(part: Sequence[Token]) -> bool:
    """Decide whether an aside is a mere name, which belongs to what it names: "the driver, Norma Fisk,"."""
    return all(token.tag == "O" or proper(token) or token.text[0].isdigit() for token in part) and any(
        proper(token) for token in part
    )


def _resumed(tokens: _Tokens, to: int) -> Token | None:
    """Find the word after an aside, past adverbs and dates."""
    return next((token for token in tokens[to + 1 : to + 6] if token.tag not in "AD"), None)


def _leads(tokens: _Tokens, to: int) -> bool:
    """Decide whether the words after an aside lead to an end of a journey."""
    after = tokens[to + 1 : to + 4]
    while after and after[0].low in {"home", "back"}:
        after = after[1:]
    if _rides(tokens[to + 1 : to + 6]):
        return True
    if len(after) < 2 or after[0].low not in _ENDING:
        return False
    return proper(after[1]) or after[1].low in DETERMINERS | PLACE_HEADS


def _rides(words: Sequence[Token]) -> bool:
    """Decide whether some words tell the means: "in a rubber boat"."""
    return bool(words) and words[0].low in {"in", "aboard"} and any(token.low in VEHICLES for token in words)


def _moved(tokens: Sequence[Token]) -> bool:
    """Decide whether some words hold a full verb that an end may hang on."""
    return any(token.tag == "V" and token.low not in AUXILIARIES for token in tokens)


def _subject(tokens: _Tokens, opening: int, at: int) -> _Tokens:
    """Give the noun phrase without preposition or verb that opens the clause which a comma interrupts."""
    first = at
    while first > opening and tokens[first - 1].tag in "NOPAD" and tokens[first - 1].text != ",":
        first -= 1
    opens = first == opening or tokens[first - 1].tag in "MCR" or tokens[first - 1].low in SAYING
    while first < at and tokens[first].tag in "AD":
        first += 1
    return tokens[first:at] if first < at and tokens[first].tag == "N" and opens else ()


def _bare(part: Sequence[Token]) -> bool:
    """Decide whether an aside is a mere remark on its noun: "some since March", "most of them children"."""
    return part[0].low in ABSOLUTES and not any(token.tag in "VM" for token in part)


def _subordinate(part: Sequence[Token]) -> bool:
    """Decide whether an aside holds no finite verb of its own but in a clause that hangs on it."""
    if part[0].tag == "C" and part[0].low not in SUBORDINATORS:
        return False
    absolute = part[0].low in ABSOLUTES and not any(token.text == "," for token in part)
    for at, token in enumerate(part):
        if token.tag == "R" or token.low in SUBORDINATORS:
            return True
        bare = token.low in AUXILIARIES or not (at == 0 or absolute or _reduced(part, at))
        if token.tag == "V" and not token.low.endswith("ing") and bare and part[at - 1].low != "to":
            return False
    return True


def _reduced(part: Sequence[Token], at: int) -> bool:
    """Decide whether a participle describes the noun before it: "an ally of Smith jailed for theft"."""
    following = part[at + 1] if at + 1 < len(part) else None
    return part[at].low.split("-")[0].endswith(("ed", "wn", "en")) and (
        following is None or following.tag in "PDA"
    )
