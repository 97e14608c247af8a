"""Cut a sentence into tokens, each with its part of speech, roughly, by word lists."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from geo.model import When
from geo.movements.cues import COMPOUNDS, CUES, NOUNISH
from geo.movements.vehicles import VEHICLES
from geo.movements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FITTED,
    NUMERALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    VERBS,
)
from geo.text import Sentence

__all__ = ["Token", "proper", "tokens_of"]

# noun, preposition, "of", verb, relative, conjunction, adverb, date, mark
Tag = Literal["N", "P", "O", "V", "R", "C", "A", "D", "M"]


class Token(NamedTuple):
    """A word or mark of a sentence: offsets within it, its small letters and its part of speech, roughly."""

    start: int
    end: int
    text: str
    low: str
    tag: Tag


def proper(token: Token) -> bool:
    """Decide whether a token may be (part of) a name: "Suez", "al-Arish", "el-Sheikh"."""
    return token.text[0].isupper() or (
        "-" in token.text and any(part[:1].isupper() for part in token.text.split("-")[1:])
    )


_TOKEN: Final = re.compile(
    rf"""{COMPOUNDS} |"""
    r"""[$€£]?\d(?:[\d,.:]{0,20}\d)?[a-z%]{0,4}(?:-[a-z]{2,12}){0,3}
      | (?:[A-Z]\.){2,6} | (?<=[a-z]\s)[A-Z]\.(?=\s[A-Z][a-z]) | (?:St|Mt|Ft|Gen|Lt|Col|Sgt|Dr|Mr|Mrs|Ms|Capt|Gov|Sen|Rep|Maj|Adm|Fr|No)\.(?=\s[A-Z0-9])
      | [MST]/[VTS](?=\s) | [^\W\d_](?:[\w’'&/-]{0,60}[\w])? | [^\w\s]""",
    re.VERBOSE,
)


# Words of the closed classes; of a word in two of them the later row counts.
_CLOSED: Final[dict[str, Tag]] = {
    **dict.fromkeys(DETERMINERS | PRONOUNS, "N"),
    **dict.fromkeys(CONJUNCTIONS, "C"),
    **dict.fromkeys(PREPOSITIONS | {"on-board", "by-way-of"}, "P"),
    **dict.fromkeys(RELATIVES, "R"),
    **dict.fromkeys(AUXILIARIES, "V"),
    **dict.fromkeys(("at-least", "at-most", "more-than", "less-than", "fewer-than", "up-to"), "A"),
    "of": "O",
}


def _tag(text: str, low: str, before: Token | None) -> Tag:
    """Guess the part of speech of a token from itself and the token before it."""
    if not text[0].isalnum() and text[0] not in "$€£":
        return "M"
    closed = _CLOSED.get(low)
    if closed:
        return closed
    if " " in text:
        return "V"
    if text[0].isupper() and (before is not None or (text.isupper() and len(text) > 3)):
        return "N"
    return _open_tag(low, before)


_INFINITIVE: Final = frozenset("to will would can could may might must should shall not cannot".split())
# A home, not homewards.
_HOMES: Final = frozenset(
    "new old former first permanent temporary family summer holiday childhood ancestral adopted native nursing care country children's".split()
)
# After "and" these are rather verbs ("will fly to X and return to Y").
_AFTER_AND: Final = frozenset("return head travel move drive ship".split())
# Nouns and adjectives that end like adverbs and participles.
_NOT_ADVERBS: Final = frozenset("family supply assembly italy ally reply anomaly".split())
_NOT_PARTICIPLES: Final = frozenset(
    "hundred building meeting morning evening crossing landing spring wing king ceiling sacred".split()
)


def _noun_follows(before: Token, low: str) -> bool:
    """Decide whether a word goes on with a noun phrase: after "the" or "its", or in "a specially fitted jet"."""
    owned = before.low in DETERMINERS or before.low.endswith(("'s", "’s"))
    adverb = before.low.endswith("ly") and before.low not in _NOT_ADVERBS
    return owned or (adverb and low.endswith(("ed", "ing")))


def _open_tag(low: str, before: Token | None) -> Tag:
    """Guess the part of speech of a word of the open classes."""
    if before is not None and before.tag == "O":
        return "V" if low in CUES and low.endswith("ing") else "N"
    if before is not None and before.tag == "N" and _noun_follows(before, low):
        return "N"
    if low in CUES:
        return _cue_tag(low, before)
    homes = low == "home" and before is not None and before.low in _HOMES
    if (not homes and low in ADVERBS) or (low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS):
        return "A"
    if low in VERBS or low in SAYING:
        return "V"
    return "V" if _participle(low, before) else "N"


def _cue_tag(low: str, before: Token | None) -> Tag:
    """Tell a verb of movement from the noun of the same form."""
    opens = low.endswith("ing") and before is not None and before.tag in "MVPCA"
    follows = before is not None and (
        before.low in _INFINITIVE or (before.low == "and" and low in _AFTER_AND)
    )
    return "V" if opens or low not in NOUNISH or follows else "N"


def _participle(low: str, before: Token | None) -> bool:
    """Decide whether a word is a verb by its ending; right after a number it describes the noun to come."""
    if "-" in low or low in _NOT_PARTICIPLES:
        return False
    if low.endswith("ing") and len(low) > 5:
        return True
    counted = before is not None and (before.low in DETERMINERS | NUMERALS or before.text[0].isdigit())
    return low.endswith("ed") and len(low) > 4 and not counted and (before is None or before.tag in "NVAMCRD")


def _small(text: str) -> str:
    """Give the small letters of a token; of "from as far away as" the first word, of "as far as" that it leads to."""
    low = "u.s." if text == "US" else text.lower()
    if " " not in low and "\n" not in low:
        return low
    words = low.split()
    if "far" in words:
        return "from" if words[0] == "from" else "to"
    return "-".join(words)


def tokens_of(sentence: Sentence, dates: Sequence[When]) -> tuple[Token, ...]:
    """Tokenise a sentence; the words of dates get a tag of their own."""
    covered = [(when.span.start - sentence.start, when.span.end - sentence.start) for when in dates]
    found: list[Token] = []
    before: Token | None = None
    for match in _TOKEN.finditer(sentence.text):
        text, at = match[0], match.start()
        low = _small(text)
        dated = bool(covered) and any(start <= at < end for start, end in covered)
        tag: Tag = "D" if dated else _tag(text, low, before)
        before = Token(at, match.end(), text, low, tag)
        found.append(before)
    for at, (token, after) in enumerate(pairwise(found)):
        tag = _retagged(token, after, found[at - 1] if at else None)
        if tag != token.tag:
            found[at] = token._replace(tag=tag)
    for at in range(_headline(found)):
        found[at] = found[at]._replace(tag="M")
    return tuple(found)


def _headline(tokens: Sequence[Token]) -> int:
    """Count the words of a headline in capitals that runs into the sentence: "FERRY RAMS QUAY A ferry rammed ..."."""
    at = 0
    while at < len(tokens) and tokens[at].text.isupper():
        at += 1
    if at and tokens[at - 1].text in {"A", "I"}:
        at -= 1
    words = [token for token in tokens[:at] if len(token.text) > 2]
    opens = at + 1 < len(tokens) and tokens[at].text[0].isupper() and tokens[at].tag != "D"
    starts = bool(words) and opens and tokens[at].low in DETERMINERS  # "TENNIS The champion flew ..."
    return at if (starts or len(words) >= 3) and opens and at < len(tokens) - 2 else 0


def _retagged(token: Token, after: Token, before: Token | None) -> Tag:
    """Correct the part of speech of a token by the one after it."""
    if token.low in _HEDGES and after.text[0].isdigit():
        return "A"  # "about 300 crates" hangs on no preposition
    if (
        token.tag == "V"
        and token.low.endswith("ing")
        and after.tag == "N"
        and (before is None or before.tag in "PCM")
    ):
        fits = after.low in VEHICLES or (
            token.low in FITTED and not proper(after) and after.low not in _CLOSED
        )
        return "N" if fits else "V"  # "in fishing boats"
    if token.low in _PRESENT and token.tag == "N" and before is not None and _acts(before, after):
        return "V"
    if token.tag == "A" and token.low in _COMPASS and proper(after):
        return "N"  # "in east London"
    return token.tag


def _acts(before: Token, after: Token) -> bool:
    """Decide whether a form like "leaves" is a verb: "The choir leaves Saturday", "the minister heads for"."""
    named = before.tag == "N" and before.low not in DETERMINERS and not before.low.endswith(("'s", "’s"))
    return named and (after.tag == "D" or after.low in {"for", "from", "to"})


_PRESENT: Final = frozenset("leaves heads sails lands docks".split())
_COMPASS: Final = frozenset("north south east west".split())


_HEDGES: Final = frozenset("about around over under some nearly".split())
