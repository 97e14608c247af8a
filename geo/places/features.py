"""Describe each candidate by numbers and by the words about it, for the classifier.

Nothing here knows the labelled sets: features are facts of the gazetteer, of the word lists, and of the article.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.model import Place
from geo.places.find import Candidate
from geo.places.lexicon import plain_words
from geo.places.relations import RELATIONS, related
from geo.places.words import MARK, Words
from geo.text import Document
from geo.world.gazetteer import Ref

__all__ = ["FEATURES", "about", "describe", "described"]

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

FEATURES = (
    "refs", "people", "people as alias", "country", "division", "county", "capital", "region", "feature", "facility kind", "curated",
    "demonym", "sign", "name", "alias only", "short only", "words", "letters", "pattern facility", "pattern front", "inside word", "part",
    "plain", "plain first", "small elsewhere", "given name", "surname", "all capitals", "opens sentence", "loud sentence",
    "after capital", "after given name", "after title", "after locative", "after the", "after comma", "after plain",
    "before capital", "before organisation", "before facility", "before kind", "before speech", "before agent", "before surname", "before comma",
    "before genitive", "before hyphen", "after hyphen", "run left", "run right", "times", "times located", "times personal",
    "country share", "division share", *RELATIONS, "first word number", "last facility",
    "in brackets", "at start", "before dateline", "context",
)  # fmt: skip
"""Names of the numbers, in order; the last one, what the words about it say, is filled in by the classifier."""

_TOWNS = frozenset({"town", "capital", "village", "city"})
_FACILITY_KINDS = frozenset(
    {"airport", "port", "building", "street", "base", "site", "government", "border crossing", "square"}
)
_REGION_KINDS = frozenset({"region", "continent", "peninsula", "desert", "island", "borough", "district"})
_STRONG = frozenset({"country", "division", "capital", "county", "region"})


def _bear(mark: str, marks: NDArray[np.uint32]) -> Flags:
    """Tell the words that bear a mark."""
    borne: Flags = (marks & np.uint32(MARK[mark])) != 0
    return borne


_LONGEST_RUN = 4


def _runs(big: Flags) -> NDArray[np.int8]:
    """Count the words written large that end with each word, four at most."""
    alive = big.copy()
    count = alive.astype(np.int8)
    for _ in range(_LONGEST_RUN - 1):
        alive = big & np.concatenate(([False], alive[:-1]))
        count += alive
    return count


class Scene:
    """What the candidates of one article share: the marks of its words, counts of names, and the areas it speaks of."""

    def __init__(self, document: Document, words: Words, found: Sequence[Candidate]) -> None:
        self.text = document.article.text
        self.words = words
        self.sentences = document.sentences
        self.small = {w.key for w in words.each if w.marks & MARK["small"]}
        self.loud = np.array([s.text.isupper() for s in document.sentences], dtype=bool)
        self.first = np.array(words.first, dtype=np.int64)
        self.sentence = np.asarray(words.sentence)
        self.marks = np.fromiter((w.marks for w in words.each), np.uint32, len(words.each))
        self.big = self._big()
        self.run_to, self.run_from = _runs(self.big), _runs(self.big[::-1])[::-1]
        self.times: Counter[str] = Counter(c.key for c in found)
        self.located: Counter[str] = Counter()
        self.personal: Counter[str] = Counter()
        self._company(found)
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[tuple[str, str]] = Counter()
        for form, refs in {c.key: c.refs for c in found}.items():
            weight = self.times[form] ** 0.5
            for place in _strong(refs):
                self.countries[place.country] += weight
                if place.admin1:
                    self.divisions[place.country, place.admin1] += weight
        self.total = sum(self.countries.values()) or 1.0

    def _big(self) -> Flags:
        """Tell the words written large, but for the calendar's and for ordinary words that open a sentence."""
        opening = np.zeros(len(self.marks), dtype=bool)
        opening[self.first[self.first < len(opening)]] = True
        big: Flags = _bear("big", self.marks) & ~(opening & _bear("plain", self.marks))
        return big

    def _company(self, found: Sequence[Candidate]) -> None:
        """Count how often each name stands after words of place, and after titles and given names."""
        place, title, given = MARK["locative"], MARK["title"], MARK["given"]
        each, first, sentence = self.words.each, self.words.first, self.words.sentence
        for one in found:
            if one.first > first[sentence[one.first]]:
                marks = each[one.first - 1].marks
                if marks & (place | title | given):
                    self.located[one.key] += bool(marks & place)
                    named = marks & title or (marks & given and self.big[one.first - 1])
                    self.personal[one.key] += bool(named)


def _strong(refs: Sequence[Ref]) -> list[Place]:
    """Give the places that an article surely means by a name, if it means a place."""
    areas = [
        r.place for r in refs if r.place.kind in _STRONG and r.how in {"name", "sign", "demonym", "curated"}
    ]
    return areas or [r.place for r in refs if r.place.population > 150_000 and r.how != "alias"][:1]


def _known(each: Candidate) -> list[float]:
    """Give numbers on what the gazetteer and the word lists know of a name."""
    kinds: set[str] = set()
    hows: set[str] = set()
    people = alias = 0
    for place, how in each.refs:
        hows.add(how)
        if how in {"alias", "short"}:
            alias = max(alias, place.population)
            continue
        kinds.add(place.kind)
        people = max(people, place.population)
    other = kinds - _STRONG - _TOWNS - _FACILITY_KINDS - _REGION_KINDS
    parts = each.key.lstrip("=").split(" ")
    plain = plain_words()
    return [
        math.log1p(len(each.refs)), math.log10(people + 1), math.log10(alias + 1), "country" in kinds and "demonym" not in hows,
        "division" in kinds and "demonym" not in hows, "county" in kinds, "capital" in kinds, bool(kinds & _REGION_KINDS), bool(other),
        bool(kinds & _FACILITY_KINDS), "curated" in hows, "demonym" in hows, "sign" in hows, "name" in hows, hows == {"alias"},
        hows <= {"short", "alias", "port"} and "short" in hows, each.last - each.first + 1, len(each.text), each.pattern == "facility",
        each.pattern == "front", each.pattern == "inside", each.pattern == "part", all(p in plain for p in parts), parts[0] in plain,
    ]  # fmt: skip


_HYPHENS = "-–‐‑"
_QUOTES = "'’ʼ"
_GAPS = (
    "tight left", "comma left", "hyphen left", "tight right", "comma right", "quote right", "hyphen right", "bracket", "break",
    "capitals", "figure",
)  # fmt: skip


def _gaps(scene: Scene, each: Candidate) -> tuple[bool, ...]:
    """Tell what stands right before and after a candidate, between it and the next words of its sentence (`_GAPS`)."""
    words, text, start, end = scene.words, scene.text, each.start, each.end
    number = words.sentence[each.first]
    opens = each.first == words.first[number]
    low = scene.sentences[number].start if opens else words.ends[each.first - 1]
    after = each.last + 1
    high = words.starts[after] if after < words.first[number + 1] else scene.sentences[number].end
    left = text[low] if low < start else ""
    right = text[end] if end < high else ""
    last = text[start - 1] if left else ""
    follow = text[end : end + 3]
    return (
        start - low < 3 and text[low:start] in {" ", ". "}, left == ",", last != "" and last in _HYPHENS,
        right == " " and high == end + 1, right == ",", right in _QUOTES, right != "" and right in _HYPHENS,
        start > 0 and text[start - 1] == "(", "--" in follow or "—" in follow or "(" in follow,
        each.text.isupper(), each.text[0].isdigit(),
    )  # fmt: skip


def _beside(scene: Scene, first: Counts, last: Counts, gaps: dict[str, Flags]) -> list[Flags | Counts]:
    """Give numbers on what stands about the candidates that reach from some words to others."""
    number = scene.sentence[first]
    opens, ends = first == scene.first[number], last + 1 >= scene.first[number + 1]
    after = np.where(ends, last, last + 1)
    lead, tail = np.where(opens, 0, scene.marks[first - 1]), np.where(ends, 0, scene.marks[after])
    tight_left, tight_right = gaps["tight left"], gaps["tight right"]
    run_left = np.where(tight_left & ~opens, scene.run_to[first - 1], 0)
    run_right = np.where(tight_right & ~ends, scene.run_from[after], 0)
    big_left, big_right = run_left > 0, run_right > 0

    def leads(name: str) -> Flags:
        return _bear(name, lead)

    def follows(name: str) -> Flags:
        return _bear(name, tail) & tight_right

    return [
        big_left, leads("given") & big_left, leads("title") & tight_left, leads("locative") & tight_left,
        leads("the"), gaps["comma left"], leads("plain") & ~big_left,
        big_right, follows("organisation") & big_right, follows("facility") & big_right,
        follows("kind"), follows("speech"), follows("agent"),
        follows("surname") & big_right, gaps["comma right"], gaps["quote right"] & _bear("s", tail),
        gaps["hyphen right"], gaps["hyphen left"], run_left, run_right,
    ]  # fmt: skip


class _Shares:
    """How much of the article speaks of the country and of the division that a name may lie in."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[int, tuple[float, float]] = {}

    def of(self, each: Candidate) -> tuple[float, float]:
        """Give both; the places of a name are looked through once."""
        known = self._known.get(id(each.refs))
        if known is None:
            scene, places = self._scene, [r.place for r in each.refs]
            country = max((scene.countries[p.country] for p in places), default=0.0)
            division = max((scene.divisions[p.country, p.admin1] for p in places if p.admin1), default=0.0)
            known = self._known[id(each.refs)] = country / scene.total, division / scene.total
        return known


_AT_ONCE = 1024
_WORDS, _LETTERS = FEATURES.index("words"), FEATURES.index("letters")
_NAMED = FEATURES.index("given name")  # what all candidates of a name share comes before


def described(document: Document, words: Words, found: Sequence[Candidate]) -> Iterator[Array]:
    """Give the numbers of the candidates, in the order of `FEATURES`, some at a time."""
    scene = Scene(document, words, found)
    relations, shares = related(found, scene.text), _Shares(scene)
    known: dict[tuple[str, str], list[float]] = {}
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        names = [_named(scene, each, known) for each in some]
        yield _block(scene, some, names, [shares.of(each) for each in some], relations[at : at + _AT_ONCE])


def _named(scene: Scene, each: Candidate, known: dict[tuple[str, str], list[float]]) -> list[float]:
    """Give the numbers that all candidates of one name share; each name is looked at once."""
    row = known.get((each.key, each.pattern))
    if row is None:
        key = each.key
        counts = [min(scene.times[key], 9), scene.located[key], scene.personal[key]]
        row = known[key, each.pattern] = [*_known(each), key in scene.small, *counts]
    return row


def _block(
    scene: Scene,
    some: Sequence[Candidate],
    names: Sequence[list[float]],
    shares: Sequence[tuple[float, float]],
    relations: Array,
) -> Array:
    """Put the numbers of some candidates together."""
    first, last = (np.array([getattr(c, end) for c in some], dtype=np.int64) for end in ("first", "last"))
    gaps = dict(zip(_GAPS, np.array([_gaps(scene, each) for each in some], dtype=bool).T, strict=True))
    own = np.array(names, dtype=np.float64)
    own[:, _WORDS], own[:, _LETTERS] = last - first + 1, [len(each.text) for each in some]
    number = scene.sentence[first]
    head = first == scene.first[number]
    columns = [
        *own.T[:_NAMED], _bear("given", scene.marks[first]), _bear("surname", scene.marks[last]), gaps["capitals"], head, scene.loud[number],
        *_beside(scene, first, last, gaps), *own.T[_NAMED:], *np.array(shares).T, *relations.T, gaps["figure"],
        _bear("facility", scene.marks[last]), gaps["bracket"], (number < 2) & head, gaps["break"],
    ]  # fmt: skip
    rows = np.zeros((len(some), len(FEATURES)))
    for at, column in enumerate(columns):
        rows[:, at] = column
    return rows


def describe(document: Document, words: Words, found: Sequence[Candidate]) -> Array:
    """Give the numbers of every candidate at once."""
    return np.concatenate([np.zeros((0, len(FEATURES))), *described(document, words, found)])


def about(words: Words, each: Candidate) -> list[str]:
    """Give the words about a candidate and its own, each marked with where it stands."""
    every, first, last = words.each, each.first, each.last
    number = words.sentence[first]
    low, high = words.first[number], words.first[number + 1]
    l1 = every[first - 1].form if first - 1 >= low else "|"
    l2 = every[first - 2].form if first - 2 >= low else "|"
    r1 = every[last + 1].form if last + 1 < high else "|"
    r2 = every[last + 2].form if last + 2 < high else "|"
    kind = "d" if any(r.how == "demonym" for r in each.refs) else "g" if each.refs else "p"
    return [
        f"l1 {l1}", f"l2 {l2}", f"r1 {r1}", f"r2 {r2}", f"l {l1} {l2}", f"r {r1} {r2}", f"b {l1} {r1}", f"e {every[last].key}",
        f"k{kind} l1 {l1}", f"k{kind} r1 {r1}",
    ]  # fmt: skip
