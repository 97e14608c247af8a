"""Find every stretch of words that could be a toponym: names of the gazetteer, abbreviations, and names that say they are places.

What is found overlaps and holds much that is no place; `geo.places.classify` chooses. All patterns are bounded,
so hostile text costs no more than its length.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from geo.places.inflect import base_forms
from geo.places.lexicon import KINDS_SHARED
from geo.places.words import MARK, Token, Word, Words, cut
from geo.text import Document
from geo.world.gazetteer import Gazetteer, Ref
from geo.world.names import key, sign

__all__ = ["Candidate", "Token", "candidates", "foreign", "tokens"]

_DOTTED = re.compile(
    r"(?:[A-Z]\.\s?){1,4}[A-Z]\.(?!\w)|[A-Z]\.[A-Z][a-z]{1,3}\.|(?:[A-Z]\.){1,3}[A-Z]\b|[A-Z][a-z]{0,5}\."
)
_UPPER = re.compile(r"[A-Z]{2,5}\b")
_FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_MONEY = frozenset("$€£")
_MOST_WORDS = 7
_MOST_DESCRIBED = 2
_LONGEST_DESCRIBED = 6
_LONGEST_UNCASED = 5

tokens = cut  # by the name that training calls it
_OPENS, _LINKING, _CARRYING, _FACILITY = (MARK[name] for name in ("opens", "linking", "carrying", "facility"))


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


class _Scan(NamedTuple):
    """What every finder looks at."""

    words: Words
    text: str
    gazetteer: Gazetteer


@lru_cache(maxsize=10_000)
def _key(word: str) -> str:
    return key(word)


def _article_only(form: str, refs: tuple[Ref, ...], gazetteer: Gazetteer) -> bool:
    """Whether an article is no part of the name: "The Vatican", but not "The Hague"."""
    bare = {r.place.id for r in gazetteer.refs(form.removeprefix("the "))}
    return any(r.place.id in bare and not r.place.name.startswith("The ") for r in refs)


def _end(scan: _Scan, last: int) -> int:
    """Give the end of a name, with the stop that belongs to a word cut short: "Plymouth Co."."""
    end = scan.words.ends[last]
    short = scan.words.each[last].marks & MARK["cut short"]
    return end + 1 if short and scan.text.startswith(".", end) else end


def _named(scan: _Scan, at: int, head: Word) -> list[Candidate]:
    """Find the names of the gazetteer that begin at a word."""
    words, text, gazetteer = scan
    each, joined, found, form = words.each, words.joined, list[Candidate](), ""
    most = min(gazetteer.longest(head.key), _MOST_WORDS)
    for last in range(at, min(at + most, len(each))):
        if last > at and not joined[last]:
            break
        word = each[last]
        form = f"{form} {word.key}" if form else word.key
        small = last > at and not word.marks & _LINKING
        if small and not word.marks & _FACILITY:
            continue
        refs = gazetteer.refs(form)
        if small:
            # "Najin port": the editor of the gazetteer has written that name down.
            refs = tuple(r for r in refs if r.how == "curated")
        if not refs or (head.key == "the" and last > at and _article_only(form, refs, gazetteer)):
            continue
        start, end = words.starts[at], _end(scan, last)
        found.append(Candidate(start, end, text[start:end], at, last, form, refs, "port" if small else ""))
    return found


def _abbreviated(scan: _Scan, at: int, head: Word) -> Iterable[Candidate]:
    """Find the abbreviation that begins at a word: with stops, or all in capitals."""
    words, text, gazetteer = scan
    start, after = words.starts[at], text[words.ends[at] : words.ends[at] + 1]
    if after != "." and not head.marks & MARK["capitals"]:
        return ()
    if text[start - 1 : start] in _MONEY or after in _MONEY:
        return ()
    for pattern in (_DOTTED, _UPPER):
        match = pattern.match(text, start)
        if match:
            short = match[0].rstrip()
            refs = gazetteer.refs(sign(short))
            if refs:
                end = start + len(short)
                last = max(at, bisect_left(words.starts, end) - 1)
                return (Candidate(start, end, short, at, last, sign(short), refs, "sign"),)
    return ()


def _uncased(scan: _Scan, at: int, head: Word) -> Iterable[Candidate]:
    """Find names inside a word of a script that joins particles to names or writes no spaces."""
    word, begin, opening = head.text, 0, scan.words.starts[at]
    while begin < len(word) - 1:
        size = min(_LONGEST_UNCASED, len(word) - begin)
        while size > 1:
            form = _key(word[begin : begin + size])
            refs = scan.gazetteer.refs(form)
            if refs and size < len(word):
                start = opening + begin
                span = scan.text[start : start + size]
                yield Candidate(start, start + size, span, at, at, form, refs, "inside")
                break
            size -= 1
        begin += max(size, 1)


def _inflected(scan: _Scan, at: int, _head: Word) -> Iterable[Candidate]:
    """Find the longest Cyrillic name that stands in another case than in the gazetteer: "из Москвы"."""
    words, text, gazetteer = scan
    for size in (3, 2, 1):
        parts = words[at : at + size]
        if len(parts) < size or parts[-1].sentence != parts[0].sentence or not _together(parts, text):
            continue
        if any(gazetteer.refs(" ".join(p.key for p in parts[:count])) for count in range(1, size + 1)):
            return
        for form in base_forms(tuple(p.key for p in parts)):
            refs = gazetteer.refs(form)
            if refs:
                start, end = parts[0].start, parts[-1].end
                yield Candidate(start, end, text[start:end], at, at + size - 1, form, refs, "inflected")
                return


def _together(parts: list[Token], text: str) -> bool:
    """Whether words make one Cyrillic name: two written large, or three with hyphens ("Ростов-на-Дону")."""
    gaps = [text[left.end : right.start] for left, right in pairwise(parts)]
    if len(parts) > 2:
        return set(gaps) == {"-"}
    return all(p.opens for p in parts) and set(gaps) <= {" ", "-"}


def _described(scan: _Scan, at: int, head: Word) -> Iterable[Candidate]:
    """Find names that say what they are: "Dunlap Street", "Mount Hope", "St. Mary's Church"."""
    words, text, gazetteer = scan
    front, found = head.marks & MARK["front"], list[Candidate]()
    for last in range(at + 1, min(at + _LONGEST_DESCRIBED, len(words.each))):
        following = words.each[last]
        if not words.joined[last] or not following.marks & _CARRYING:
            break
        if following.marks & _FACILITY or (front and last == at + 1):
            start, end = words.starts[at], _end(scan, last)
            form = " ".join(w.key for w in words.each[at : last + 1])
            refs = _township(form, following.key, gazetteer)
            how = "front" if front else "facility"
            found.append(Candidate(start, end, text[start:end], at, last, form, refs, how))
            if len(found) == _MOST_DESCRIBED:
                break
    return found


def _coordinated(scan: _Scan, at: int, _head: Word) -> Iterable[Candidate]:
    """Find both names of "Pleasant and Madison townships", whether or not the gazetteer has them."""
    words = scan.words
    parts = words.each[at + 2 : at + 4]
    if len(parts) < 2 or parts[1].key not in KINDS_SHARED:
        return ()
    if not parts[0].marks & _OPENS or words.sentence[at] != words.sentence[at + 3]:
        return ()
    return [
        Candidate(words.starts[n], words.ends[n], words.each[n].text, n, n, words.each[n].key, (), "shared")
        for n in (at, at + 2)
    ]


def _township(form: str, last: str, gazetteer: Gazetteer) -> tuple[Ref, ...]:
    """Give the towns a township is named like: where it is not listed itself, it lies about its town."""
    if last not in {"township", "twp"}:
        return ()
    refs = gazetteer.refs(form.rsplit(" ", 1)[0])
    return tuple(Ref(r.place, "alias") for r in refs if r.how == "name" and r.place.kind == "town")


def _directed(scan: _Scan, at: int, head: Word) -> Iterable[Candidate]:
    """Find parts of places: "South Florida", "Greater Manchester"; they stand for the whole."""
    words, inner = scan.words, at + 1
    following = words.each[inner]
    if not words.joined[inner]:
        return
    short = _abbreviated(scan, inner, following) if following.marks & MARK["short"] else ()
    for whole in (*_named(scan, inner, following), *short):
        refs = tuple(r for r in whole.refs if r.how not in {"alias", "short", "port"})
        if refs:
            start, form = words.starts[at], f"{head.key} {whole.key}"
            yield Candidate(
                start, whole.end, scan.text[start : whole.end], at, whole.last, form, refs, "part"
            )


_ANY = -1
_FINDERS: tuple[tuple[int, int, Callable[[_Scan, int, Word], Iterable[Candidate]]], ...] = (
    (_OPENS, _ANY, _named),
    (MARK["short"], _ANY, _abbreviated),
    (MARK["direction"], _OPENS, _directed),
    (MARK["uncased"], _ANY, _uncased),
    (MARK["cyrillic"], _ANY, _inflected),
    (_OPENS, MARK["and"], _coordinated),
    (MARK["upper"] | MARK["digit"], _CARRYING, _described),
)
"""Ways to find names, each with the marks of which the first word must bear one, and with those for the word that follows."""


def candidates(document: Document, words: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """Find all candidates, in reading order; of two with the same span the one the gazetteer knows is kept."""
    scan = _Scan(words, document.article.text, gazetteer)
    found: dict[tuple[int, int], Candidate] = {}
    every = words.each
    for at, word in enumerate(every):
        marks = word.marks
        if marks & _OPENS:
            follows = every[at + 1].marks if at + 1 < len(every) else 0
            for own, next_, finder in _FINDERS:
                if marks & own and (next_ == _ANY or follows & next_):
                    for each in finder(scan, at, word):
                        _add(each, found)
    return sorted(found.values(), key=lambda c: (c.start, -c.end))


def _add(each: Candidate, found: dict[tuple[int, int], Candidate]) -> None:
    """Add a candidate; of two with the same span keep what is known."""
    span = each.start, each.end
    old = found.get(span)
    if old is None or (each.refs and not old.refs):
        found[span] = each
    elif each.pattern == "sign":
        each.refs += tuple(r for r in old.refs if r not in each.refs)
        found[span] = each
    elif not each.refs:
        old.pattern = old.pattern or each.pattern
