"""Tell which words stand for an event, and of which kind."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from geo.dates.words import EVENTS
from geo.movements.phrases import Parse
from geo.movements.words import SAYING, SHOWING

__all__ = ["kind_of", "stirs"]


def _rows(table: Mapping[str, str]) -> dict[str, str]:
    """Turn kinds with their words into words with their kinds."""
    return {word: kind for kind, words in table.items() for word in words.split()}


_VERBS: Final = _rows(
    {
        "strike": """struck bombed shelled bombarded raided targeted hit pounded stormed ambushed attacked attacking bombing shelling invaded strafed torpedoed""",
        "launch": "launched launches launching fired fires firing test-fired testfired lifted-off",
        "test": "tested detonated tests-fired",
        "meeting": "met meets meeting convened gathered",
        "blast": "exploded erupted blew",
        "accident": "crashed collided derailed capsized sank sunk",
        "arrest": "arrested detained seized kidnapped captured hijacked",
        "protest": "protested rallied demonstrated marched rioted",
        "agreement": "signed ratified",
        "death": "killed died murdered executed assassinated shot drowned",
    }
)
# Nouns that date other things but say little of an event themselves.
_VAGUE: Final = frozenset(
    """session hearing visit tests test deal accord agreement treaty vote poll march drill conference congress death strike-action offensive siege killing storm flood
    seizure outbreak murder funeral""".split()
)
_NOUNS: Final = {noun: kind for noun, kind in EVENTS.items() if noun not in _VAGUE}
_SPEAKING: Final = (SAYING - SHOWING) | frozenset(
    "calls called urged urges condemned condemns blasted warned demanded vowed pledged accused accuses briefed testified observed".split()
)
_WORDS_SPOKEN: Final = frozenset(
    "comments comment remarks statement announcement speech address testimony briefing".split()
)

_MEANS: Final = frozenset(
    "missile missiles rocket rockets satellite satellites drone drones shell shells torpedo artillery mortar".split()
)
_FORCES: Final = frozenset(
    """bomb bombs bomber bombers jet jets warplane warplanes aircraft helicopters army navy forces troops soldiers militants rebels insurgents gunmen fighters airstrike airstrikes strikes
    shelling militia marines tanks base depot""".split()
)
_ARMS: Final = frozenset("nuclear weapon weapons device bomb warhead engine reactor torpedoes".split())
# Verbs that tell of an event only with one of these words near.
_NEEDS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys((verb for verb, kind in _VERBS.items() if kind == "launch"), _MEANS),
    **dict.fromkeys(("hit", "struck", "targeted", "pounded", "stormed"), _MEANS | _FORCES),
    "tested": _MEANS | _ARMS,
    "erupted": frozenset("volcano volcanic ash lava fighting clashes violence fire gunfire".split()),
    "blew": frozenset({"up"}),
}
# Crimes, ailments and work stoppages that are named like warfare, and what is only named after a disaster.
_LABOUR: Final = frozenset(
    "workers union unions staff crew walkout pay teachers doctors nurses pilots drivers employees hunger".split()
)
_NOT_AFTER: Final = _rows(
    {
        "strike": "sexual home heart panic asthma verbal personal bank cyber indecent aggravated",
    }
)
_NOT_BEFORE: Final = _rows(
    {
        "strike": "rifle rifles weapon weapons charge charges case suspect robbery",
        "disaster": "season center centre outlook fund funds relief aid insurance warning watch response",
        "accident": "fund funds relief aid insurance area response recovery",
        "election": "committee commission official officials board campaign law year results",
    }
)
_NEAR: Final = 10
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def _lasts(words: Iterable[str]) -> frozenset[str]:
    """Give the last run of letters of each word, which the text must hold where the word is in it."""
    return frozenset(_LETTERS.findall(word)[-1] for word in words)


_SPOKEN: Final = _lasts(_SPEAKING | _WORDS_SPOKEN)
_HAPPENING: Final = _lasts(_VERBS.keys() | _NOUNS.keys() | {f"{noun}s" for noun in _NOUNS})


def stirs(sentence: str, *, dated: bool) -> bool:
    """Decide whether a sentence may tell of an event; statements do only where it has a date.

    >>> stirs("A depot exploded.", dated=False), stirs("She said so.", dated=False), stirs("It rained.", dated=True)
    (True, False, False)
    """
    words = set(_LETTERS.findall(sentence.lower()))
    return not _HAPPENING.isdisjoint(words) or (dated and not _SPOKEN.isdisjoint(words))


def kind_of(parse: Parse, at: int) -> str | None:
    """Tell the kind of event a token stands for, if any."""
    token = parse.tokens[at]
    low = token.low.removesuffix("'s").removesuffix("’s")
    if (low in _SPEAKING and token.tag == "V") or low in _WORDS_SPOKEN:
        return "statement"
    if token.tag == "V":
        return _VERBS.get(low) if _has_means(parse, at, low) else None
    kind = _NOUNS.get(low) or _NOUNS.get(low.removesuffix("s"))
    return kind if token.tag in "ND" and kind and not _named_like(parse, at, low, kind) else None


def _has_means(parse: Parse, at: int, low: str) -> bool:
    """Decide whether the words that a verb needs stand near it."""
    near = parse.words(max(0, at - _NEAR), min(len(parse.tokens), at + _NEAR + 2))
    return low not in _NEEDS or bool(_NEEDS[low] & set(near))


def _named_like(parse: Parse, at: int, low: str, kind: str) -> bool:
    """Decide whether a noun is part of a name for something else: "a home invasion", "disaster funds", "a pay strike"."""
    before, after = parse.words(max(0, at - 1), at), parse.words(at + 1, min(len(parse.tokens), at + 2))
    if _NOT_AFTER.get("".join(before)) == kind or _NOT_BEFORE.get("".join(after)) == kind:
        return True
    return low.removesuffix("s") == "strike" and bool(_LABOUR & {token.low for token in parse.tokens})
