"""Divide a sentence into words of rough classes and find the noun phrases the ends of claims are made of.

A closed list of function words, a list of the verbs that news uses for being, moving and happening, and two
endings do for claims what a tagger would do, in microseconds.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

__all__ = ["TIMES", "Word", "Words", "read"]

# Classes: D determiner, P preposition, O "of", C conjunction, R relative, N pronoun, X auxiliary, V verb, A adverb,
# W anything else (nouns, adjectives, names), # figure, and punctuation stands for itself ("," for all that separates).
_CLASSES = {
    "D": "the a an this that these those its their his her our my your each every any another no both",
    "P": """in on at to from by with for near into onto off over under toward towards through throughout across along beyond
        behind around between among amid against inside outside within without up down past since until via upon despite during
        above below beneath beside besides opposite like unlike per about""",
    "O": "of",
    "C": "and or but nor while as when after before because if although though than so where whereas once unless",
    "R": "which who whom whose what",
    "N": "it he she they we i you them him us me there here itself themselves himself",
    "X": """is are was were be been being has have had having will would can could may might must shall should do does did am
        isn't wasn't aren't weren't 's""",
    "A": """not also just only still already now then even very too well away far further farther north-bound however meanwhile
        soon later earlier again once nearly almost approximately roughly some back ahead apart together yet ever never""",
}
_VERBS = """
    struck strikes hit hits sank sinks left leaves lies lay lain sits sat stands stood runs ran flows flew flies fly rose rises
    fell falls came comes went goes gone took takes taken made makes said says told tells began begins begun broke broken
    brought bring brings built burst caught chose cut cuts dealt drew drives drove driven ate fed felt fought fights found finds
    forced gave gives given got grew held hold holds kept keep keeps knew known led lost meets met put reach read ride rode ran
    saw see sees seen sell sold sent set sets shot shook shows shown slept spoke spent spread stretch stretches swept swung
    taught thought threw thrown wore won wrote become became becomes remain remains begin fire fires fired extend extends span
    spans cover covers measures measure weighs cross crosses border borders lie happen happens occur occurs live lives
    work works drift drifts sail sails travel travels meander meanders wind winds include includes links connects connect link
    separate separates form forms appear appears believed believes believe seem seems continue continues move moves form
    serve serves carry carries rise need needs want wants say tell use uses know make take give find get go come leave
    approach approaches attack attacks target targets locate fallen stolen burnt underwent withdraw arrest arrives arrive
    """.split()
_LEXICON = {word: tag for tag, words in _CLASSES.items() for word in words.split()} | dict.fromkeys(
    _VERBS, "V"
)
# Words that are nouns far more often than verbs after an article or adjective.
_NOUNS = frozenset(
    """left fire fires attack attacks target targets work works link links stretch form forms border borders cover covers
    measures measure cross lives falls strikes hits winds spread cut cuts shot span uses use travel travels set sets move moves
    fights rise wind ride finds approach approaches found reach shows shot sail""".split()
)
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu thur thurs fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today
    yesterday tonight tomorrow night morning afternoon evening noon midnight local time am pm a.m p.m a.m. p.m. gmt ist est edt
    pdt pst cst cet utc hrs hours hour days day weeks week month months year years ago earlier early late later last next this
    shortly before""".split()
)
_TOKEN = re.compile(
    r"""[A-Za-z]\.(?:[A-Za-z]\.){1,4}|[^\W_]{1,40}(?:[-'’.&/][^\W_]{1,40}){0,6}(?:['’](?=\s|$))?|--?|[^\w\s]"""
)
_FIGURE = re.compile(r"\d[\d,.:]*(?:st|nd|rd|th|am|pm|a\.m)?$")
_OPEN = frozenset("([")
_CLOSE = frozenset(")]")
_QUOTES = frozenset("\"“”„«»`''‘")


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its offsets in the sentence and its class."""

    start: int
    end: int
    text: str
    tag: str

    @property
    def low(self) -> str:
        """Its lower-case form."""
        return self.text.lower()

    @property
    def named(self) -> bool:
        """Whether it is printed as a name."""
        return self.tag in "W#" and self.text[:1].isupper()


@cache
def _known(low: str) -> str | None:
    """Class of a word from the lists."""
    return _LEXICON.get(low)


def _tag(text: str, before: str, first: bool, after: str) -> str:  # noqa: FBT001  (a table's columns)
    """Class of a token, from the list, its ending, and the class of the token before."""
    if not text[0].isalnum():
        return "(" if text in _OPEN else ")" if text in _CLOSE else "q" if text in _QUOTES else ","
    if _FIGURE.match(text):
        return "#"
    low = text.lower()
    if (
        text[0].isupper()
        and not first
        and text not in {"The", "A", "An", "In", "On", "At", "It", "I", "And", "But"}
    ):
        return "O" if low == "of" else "W"
    tag = _known(low)
    if (
        tag == "V"
        and low in _NOUNS
        and before in "DWO#P"
        and not (
            before == "W" and after in {"for", "the", "a", "from", "off", "about", "some", "over", "on", "in"}
        )
    ):
        return "W"
    if tag:
        return tag
    if low.endswith("ly") and len(low) > 4:
        return "A"
    if low.endswith("ed") and len(low) > 3:
        return "W" if before in "DOP" else "V"
    if low.endswith("ing") and len(low) > 4:
        return (
            "V"
            if before in "X,"
            or after
            in {"the", "a", "an", "in", "on", "at", "from", "to", "off", "about", "some", "for", "along"}
            else "W"
        )
    return "W"


def read(text: str) -> "Words":
    """Divide a sentence."""
    tokens = list(_TOKEN.finditer(text))
    words: list[Word] = []
    before = ","
    for i, token in enumerate(tokens):
        after = tokens[i + 1][0].lower() if i + 1 < len(tokens) else ""
        first = not words or words[-1].text in {'"', "“", "--", "-", ":"} or (len(words) == 1)
        tag = _tag(token[0], before, first and before != "W", after)
        words.append(Word(token.start(), token.end(), token[0], tag))
        before = tag
    return Words(text, tuple(words))


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence; phrases are pairs of token indices, the end not included."""

    text: str
    all: tuple[Word, ...]

    def __len__(self) -> int:
        return len(self.all)

    def tag(self, index: int) -> str:
        """Class of a token; "." beyond both ends."""
        return self.all[index].tag if 0 <= index < len(self.all) else "."

    def low(self, index: int) -> str:
        """Lower-case form of a token; nothing beyond both ends."""
        return self.all[index].low if 0 <= index < len(self.all) else ""

    def before(self, offset: int) -> int:
        """Index of the last token that ends at or before an offset; -1 if there is none."""
        return bisect_right(self.all, offset, key=lambda word: word.end) - 1

    def after(self, offset: int) -> int:
        """Index of the first token that begins at or after an offset."""
        return bisect_left(self.all, offset, key=lambda word: word.start)

    def span(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """Offsets of a phrase in the sentence."""
        return self.all[phrase[0]].start, self.all[phrase[1] - 1].end

    def words(self, phrase: tuple[int, int]) -> str:
        """Text of a phrase."""
        start, end = self.span(phrase)
        return self.text[start:end]

    def named(self, phrase: tuple[int, int]) -> bool:
        """Whether a phrase holds a name."""
        return any(word.named for word in self.all[phrase[0] : phrase[1]])

    def ending(self, last: int) -> tuple[int, int] | None:
        """Return the noun phrase that ends with a token, "of" phrases included."""
        i, limit = last, last - 24
        while i >= 0 and self.tag(i) == "q":
            i -= 1
        if self.tag(i) not in "W#N":
            return None
        if self.tag(i) == "N":
            return i, last + 1
        while i > max(limit, 0):
            tag = self.tag(i - 1)
            if (
                tag in "W#"
                or (
                    tag == "V"
                    and self.tag(i - 2) in "DW"
                    and self.low(i - 1).endswith(("ed", "ing"))
                    and self.tag(i - 2) == "D"
                )
                or (tag == "A" and self.tag(i - 2) in "DA")
            ):
                i -= 1
            elif tag == "D":
                i -= 1
                if not (self.tag(i - 1) == "O" and self.tag(i - 2) in "W#)"):
                    break
            elif tag == "O" and self.tag(i - 2) in "W#":
                i -= 2
            elif tag == "q" and self.tag(i - 2) in "WD":
                i -= 1
            else:
                break
        return i, last + 1

    def starting(self, first: int, *, limit: int = 16) -> tuple[int, int] | None:
        """Return the noun phrase that starts with a token, "of" phrases included."""
        i, stop = first, min(len(self.all), first + limit)
        while i < stop and self.tag(i) in "Dq":
            i += 1
        if i >= stop or self.tag(i) not in "W#NVA":
            return None
        if self.tag(i) == "N":
            return first, i + 1
        if self.tag(i) in "VA" and self.tag(first) != "D":
            return None
        i += 1
        while i < stop:
            tag = self.tag(i)
            if tag in "W#" or (tag in "VA" and self.tag(i - 1) == "D"):
                i += 1
            elif tag == "O" and self.tag(i + 1) in "W#D":
                i += 2
            elif tag == "D" and self.tag(i - 1) == "O":
                i += 1
            else:
                break
        return (first, i) if self.tag(i - 1) not in "DO" else None
