"""Find every stretch of words that could be a toponym: names of the gazetteer, abbreviations, and names that say they are places.

What is found overlaps and holds much that is no place; `geo.places.classify` chooses. All patterns are bounded,
so hostile text costs no more than its length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from geo.places.inflect import base_forms
from geo.places.lexicon import DIRECTIONS, FACILITIES, FRONTS, KINDS_SHARED
from geo.text import Document
from geo.world.gazetteer import Gazetteer, Ref
from geo.world.names import key, sign

__all__ = ["Candidate", "Token", "candidates", "foreign", "tokens"]

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]){0,60}")
_GAP = re.compile(r"(?:\.?\s{1,2}|\s?[-–‐‑/&]\s?|['’ʼ]|\.)")
_DOTTED = re.compile(
    r"(?:[A-Z]\.\s?){1,4}[A-Z]\.(?!\w)|[A-Z]\.[A-Z][a-z]{1,3}\.|(?:[A-Z]\.){1,3}[A-Z]\b|[A-Z][a-z]{0,5}\."
)
_UPPER = re.compile(r"[A-Z]{2,5}\b")
_UNCASED = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_CUT_SHORT = frozenset({"st", "ave", "rd", "blvd", "co", "twp", "dr"})
_MONEY = frozenset("$€£")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MOST_WORDS = 7
_MOST_DESCRIBED = 2
_LONGEST_UNCASED = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its offsets in the article."""

    start: int
    end: int
    text: str
    key: str
    sentence: int

    @property
    def opens(self) -> bool:
        """Whether a name may begin or end with this word: no lower case, and no number."""
        return not self.text[0].islower()


def foreign(text: str) -> bool:
    """Whether a name is in another script than the Latin one."""
    return not text.isascii() and bool(_FOREIGN.search(text))


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a toponym: tokens `first` to `last`, what the gazetteer knows of it, how likely it is one."""

    start: int
    end: int
    text: str
    first: int
    last: int
    key: str
    refs: tuple[Ref, ...] = ()
    pattern: str = ""
    chance: float = 0.0


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return key(word)


def tokens(document: Document) -> list[Token]:
    """Cut all sentences into words, in reading order."""
    found = []
    for number, sentence in enumerate(document.sentences):
        for word in _WORD.finditer(sentence.text):
            start = sentence.start + word.start()
            found.append(Token(start, start + len(word[0]), word[0], _key(word[0]), number))
    return found


def _joined(text: str, left: Token, right: Token) -> bool:
    """Whether what stands between two words may stand inside a name."""
    if left.end == right.start:
        return True
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if len(gap) > 3 or not _GAP.fullmatch(gap):
        return False
    return not gap.startswith(". ") or len(left.text) <= 3


def _article_only(form: str, refs: tuple[Ref, ...], gazetteer: Gazetteer) -> bool:
    """Whether an article is no part of the name: "The Vatican", but not "The Hague"."""
    bare = {r.place.id for r in gazetteer.refs(form.removeprefix("the "))}
    return any(r.place.id in bare and not r.place.name.startswith("The ") for r in refs)


def _stopped(text: str, last: Token) -> int:
    """Give the end of a name, with the stop that belongs to a word cut short: "Plymouth Co."."""
    return last.end + (last.key in _CUT_SHORT and text.startswith(".", last.end))


def _named(words: list[Token], text: str, at: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names of the gazetteer that begin at a word."""
    head = words[at]
    most = min(gazetteer.longest(head.key), _MOST_WORDS)
    form = ""
    for last in range(at, min(at + most, len(words))):
        word = words[last]
        if last > at and (word.sentence != head.sentence or not _joined(text, words[last - 1], word)):
            return
        form = f"{form} {word.key}" if form else word.key
        small = not word.opens and last > at and word.text != "s"
        if small and word.key not in FACILITIES:
            continue
        refs = gazetteer.refs(form)
        if small:
            # "Najin port": the editor of the gazetteer has written that name down.
            refs = tuple(r for r in refs if r.how == "curated")
        if head.key == "the" and last > at and _article_only(form, refs, gazetteer):
            continue
        if refs:
            end = _stopped(text, word)
            yield Candidate(
                head.start,
                end,
                text[head.start : end],
                at,
                last,
                form,
                refs,
                "port" if small else "",
            )


def _abbreviated(words: list[Token], text: str, at: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the abbreviation that begins at a word: with stops, or all in capitals."""
    head = words[at]
    if not head.text[0].isupper() or len(head.text) > 6:
        return
    if text[head.start - 1 : head.start] in _MONEY or text[head.end : head.end + 1] in _MONEY:
        return
    for pattern in (_DOTTED, _UPPER):
        match = pattern.match(text, head.start)
        if match:
            short = match[0].rstrip()
            refs = gazetteer.refs(sign(short))
            if refs:
                end = head.start + len(short)
                last = max(at, bisect_left(words, end, key=lambda w: w.start) - 1)
                yield Candidate(head.start, end, short, at, last, sign(short), refs, "sign")
                return


def _uncased(word: Token, at: int, text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield names inside a word of a script that joins particles to names or writes no spaces."""
    if not _UNCASED.search(word.text):
        return
    begin = 0
    while begin < len(word.text) - 1:
        size = min(_LONGEST_UNCASED, len(word.text) - begin)
        while size > 1:
            form = _key(word.text[begin : begin + size])
            refs = gazetteer.refs(form)
            if refs and size < len(word.text):
                start = word.start + begin
                yield Candidate(start, start + size, text[start : start + size], at, at, form, refs, "inside")
                break
            size -= 1
        begin += max(size, 1)


def _inflected(words: list[Token], text: str, at: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the longest Cyrillic name that stands in another case than in the gazetteer: "из Москвы"."""
    head = words[at]
    if not _CYRILLIC.match(head.text):
        return
    for size in (3, 2, 1):
        parts = words[at : at + size]
        if len(parts) < size or parts[-1].sentence != head.sentence or not _together(parts, text):
            continue
        if any(gazetteer.refs(" ".join(p.key for p in parts[:count])) for count in range(1, size + 1)):
            return
        for form in base_forms(tuple(p.key for p in parts)):
            refs = gazetteer.refs(form)
            if refs:
                end = parts[-1].end
                span = text[head.start : end]
                yield Candidate(head.start, end, span, at, at + size - 1, form, refs, "inflected")
                return


def _together(parts: list[Token], text: str) -> bool:
    """Whether words make one Cyrillic name: two written large, or three with hyphens ("Ростов-на-Дону")."""
    gaps = [text[left.end : right.start] for left, right in pairwise(parts)]
    if len(parts) > 2:
        return set(gaps) == {"-"}
    return all(p.opens for p in parts) and set(gaps) <= {" ", "-"}


def _described(words: list[Token], text: str, at: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield names that say what they are: "Dunlap Street", "Mount Hope", "St. Mary's Church"."""
    head = words[at]
    front = head.key in FRONTS
    last, given = at, 0
    while last + 1 < len(words) and last - at < 5:
        following = words[last + 1]
        if following.sentence != head.sentence or not _joined(text, words[last], following):
            return
        if not (following.opens or following.text in {"s", "of", "de", "la", "the"}):
            return
        last += 1
        if following.key in FACILITIES or (front and last == at + 1):
            end = _stopped(text, following)
            form = " ".join(w.key for w in words[at : last + 1])
            refs = _township(form, following.key, gazetteer)
            how = "front" if front else "facility"
            yield Candidate(head.start, end, text[head.start : end], at, last, form, refs, how)
            given += 1
            if given == _MOST_DESCRIBED:
                return


def _coordinated(words: list[Token], at: int) -> Iterator[Candidate]:
    """Yield both names of "Pleasant and Madison townships", whether or not the gazetteer has them."""
    parts = words[at : at + 4]
    if len(parts) < 4 or parts[1].text != "and" or parts[3].key not in KINDS_SHARED:
        return
    if parts[2].opens and parts[3].sentence == parts[0].sentence:
        for number in (at, at + 2):
            word = words[number]
            yield Candidate(word.start, word.end, word.text, number, number, word.key, (), "shared")


def _township(form: str, last: str, gazetteer: Gazetteer) -> tuple[Ref, ...]:
    """Give the towns a township is named like: where it is not listed itself, it lies about its town."""
    if last not in {"township", "twp"}:
        return ()
    refs = gazetteer.refs(form.rsplit(" ", 1)[0])
    return tuple(Ref(r.place, "alias") for r in refs if r.how == "name" and r.place.kind == "town")


def _directed(words: list[Token], text: str, at: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield parts of places: "South Florida", "Greater Manchester"; they stand for the whole."""
    if words[at].key not in DIRECTIONS or at + 1 >= len(words):
        return
    following = words[at + 1]
    if (
        following.sentence != words[at].sentence
        or not following.opens
        or not _joined(text, words[at], following)
    ):
        return
    for whole in (*_named(words, text, at + 1, gazetteer), *_abbreviated(words, text, at + 1, gazetteer)):
        refs = tuple(r for r in whole.refs if r.how not in {"alias", "short", "port"})
        if refs:
            start = words[at].start
            yield Candidate(
                start,
                whole.end,
                text[start : whole.end],
                at,
                whole.last,
                f"{words[at].key} {whole.key}",
                refs,
                "part",
            )


def candidates(document: Document, words: list[Token], gazetteer: Gazetteer) -> list[Candidate]:
    """Find all candidates, in reading order; of two with the same span the one the gazetteer knows is kept."""
    text = document.article.text
    found: dict[tuple[int, int], Candidate] = {}
    for at, word in enumerate(words):
        if not word.opens:
            continue
        for each in (
            *_named(words, text, at, gazetteer),
            *_abbreviated(words, text, at, gazetteer),
            *_directed(words, text, at, gazetteer),
            *_uncased(word, at, text, gazetteer),
            *_inflected(words, text, at, gazetteer),
            *_coordinated(words, at),
            *(
                _described(words, text, at, gazetteer)
                if word.text[0].isupper() or word.text[0].isdigit()
                else ()
            ),
        ):
            span = each.start, each.end
            old = found.get(span)
            if old is None or (each.refs and not old.refs):
                found[span] = each
            elif each.pattern == "sign":
                each.refs += tuple(r for r in old.refs if r not in each.refs)
                found[span] = each
            elif not each.refs:
                old.pattern = old.pattern or each.pattern
    return sorted(found.values(), key=lambda c: (c.start, -c.end))
