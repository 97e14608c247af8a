"""Describe each candidate by numbers and by the words about it, for the classifier.

Nothing here knows the labelled sets: features are facts of the gazetteer, of the word lists, and of the article.
"""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.model import Place
from geo.places.find import Candidate, Token
from geo.places.lexicon import CALENDAR, CUES, FACILITIES, first_names, plain_words, surnames
from geo.places.resolve import within
from geo.text import Document
from geo.world.gazetteer import Ref

__all__ = ["FEATURES", "about", "describe"]

FEATURES = (
    "refs", "people", "people as alias", "country", "division", "county", "capital", "region", "feature", "facility kind", "curated",
    "demonym", "sign", "name", "alias only", "short only", "words", "letters", "pattern facility", "pattern front", "inside word", "part",
    "plain", "plain first", "small elsewhere", "given name", "surname", "all capitals", "opens sentence", "loud sentence",
    "after capital", "after given name", "after title", "after locative", "after the", "after comma", "after plain",
    "before capital", "before organisation", "before facility", "before kind", "before speech", "before agent", "before surname", "before comma",
    "before genitive", "before hyphen", "after hyphen", "run left", "run right", "times", "times located", "times personal",
    "country share", "division share", "has parent", "is parent", "held", "holds", "longest", "first word number", "last facility",
    "in brackets", "at start", "before dateline", "context",
)  # fmt: skip
"""Names of the numbers, in order; the last one, what the words about it say, is filled in by the classifier."""

_TOWNS = frozenset({"town", "capital", "village", "city"})
_FACILITY_KINDS = frozenset(
    {"airport", "port", "building", "street", "base", "site", "government", "border crossing", "square"}
)
_REGION_KINDS = frozenset({"region", "continent", "peninsula", "desert", "island", "borough", "district"})
_STRONG = frozenset({"country", "division", "capital", "county", "region"})


class Scene:
    """What the candidates of one article share: words in lower case, counts, and the areas it speaks of."""

    def __init__(self, document: Document, words: Sequence[Token], found: Sequence[Candidate]) -> None:
        self.text = document.article.text
        self.words = words
        self.sentences = document.sentences
        self.small = {w.key for w in words if w.text.islower()}
        self.loud = [s.text.isupper() for s in document.sentences]
        given, titles, places = first_names(), CUES["title"], CUES["locative"]
        self.keys = [w.key for w in words]
        opening = [not n or words[n - 1].sentence != w.sentence for n, w in enumerate(words)]
        plain = plain_words()
        self.big = [
            w.text[0].isupper() and w.key not in CALENDAR and not (opens and w.key in plain)
            for w, opens in zip(words, opening, strict=True)
        ]
        self.times: Counter[str] = Counter(c.key for c in found)
        self.located: Counter[str] = Counter()
        self.personal: Counter[str] = Counter()
        for each in found:
            if each.first and words[each.first - 1].sentence == words[each.first].sentence:
                before = self.keys[each.first - 1]
                self.located[each.key] += before in places
                self.personal[each.key] += before in titles or (before in given and self.big[each.first - 1])
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[tuple[str, str]] = Counter()
        for form, refs in {c.key: c.refs for c in found}.items():
            for place in _strong(refs):
                self.countries[place.country] += self.times[form] ** 0.5
                if place.admin1:
                    self.divisions[place.country, place.admin1] += self.times[form] ** 0.5
        self.total = sum(self.countries.values()) or 1.0


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


def _beside(scene: Scene, each: Candidate) -> list[float]:
    """Give numbers on what stands about a candidate."""
    words, keys, big = scene.words, scene.keys, scene.big
    first, last, number = each.first, each.last, words[each.first].sentence
    sentence = scene.sentences[number]
    before = first - 1 if first and words[first - 1].sentence == number else None
    after = last + 1 if last + 1 < len(words) and words[last + 1].sentence == number else None
    left = (
        scene.text[words[before].end : each.start]
        if before is not None
        else scene.text[sentence.start : each.start]
    )
    right = (
        scene.text[each.end : words[after].start]
        if after is not None
        else scene.text[each.end : sentence.end]
    )
    lead, tail = (keys[before] if before is not None else ""), (keys[after] if after is not None else "")
    tight_left, tight_right = left in {" ", ". "}, right == " "
    given = first_names()
    run_left = run_right = 0
    while (
        before is not None
        and tight_left
        and run_left < 4
        and first - 1 - run_left >= 0
        and big[first - 1 - run_left]
    ):
        run_left += 1
    while (
        after is not None
        and tight_right
        and run_right < 4
        and last + 1 + run_right < len(words)
        and big[last + 1 + run_right]
    ):
        run_right += 1
    big_left, big_right = bool(run_left), bool(run_right)
    return [
        tight_left and big_left, lead in given and big_left, lead in CUES["title"] and tight_left, lead in CUES["locative"] and tight_left,
        lead == "the", left.startswith(","), lead in plain_words() and not big_left,
        tight_right and big_right, tail in CUES["organisation"] and tight_right and big_right, tail in FACILITIES and tight_right and big_right,
        tail in CUES["kind"] and tight_right, tail in CUES["speech"] and tight_right, tail in CUES["agent"] and tight_right,
        tail in surnames() and big_right, right.startswith(","), right[:1] in "'’ʼ" and tail == "s",
        right[:1] in "-–‐‑" and bool(right), left[-1:] in "-–‐‑" and bool(left), run_left, run_right,
    ]  # fmt: skip


def _shared(scene: Scene, each: Candidate) -> list[float]:
    """Give numbers on what the article says elsewhere."""
    country = max((scene.countries[r.place.country] for r in each.refs), default=0.0)
    division = max(
        (scene.divisions[r.place.country, r.place.admin1] for r in each.refs if r.place.admin1), default=0.0
    )
    return [
        min(scene.times[each.key], 9), scene.located[each.key], scene.personal[each.key],
        country / scene.total, division / scene.total,
    ]  # fmt: skip


def _follower(
    found: Sequence[Candidate], starts: dict[int, list[int]], text: str, each: Candidate
) -> list[int]:
    """List the candidates that follow one as a parent would: after a comma or bracket, or at once if abbreviated."""
    for gap in (", ", " (", ","):
        if text.startswith(gap, each.end):
            return starts.get(each.end + len(gap), [])
    tight = starts.get(each.end + 1, []) if text.startswith(" ", each.end) else []
    return [n for n in tight if found[n].pattern == "sign"]


def _parents(
    found: Sequence[Candidate], starts: dict[int, list[int]], text: str
) -> tuple[set[int], set[int]]:
    """Tell which candidates have a parent named after them, and which are such parents."""
    children: set[int] = set()
    parents: set[int] = set()
    for number, each in enumerate(found):
        for other in _follower(found, starts, text, each):
            if _holds(found[other], each):
                children.add(number)
                parents.add(other)
    return children, parents


def _nesting(found: Sequence[Candidate]) -> tuple[list[float], list[float]]:
    """Count, for every candidate, the longer ones it lies in and the shorter ones in it."""
    outer, inner = [0.0] * len(found), [0.0] * len(found)
    for number, each in enumerate(found):
        for later in range(number + 1, len(found)):
            other = found[later]
            if other.start >= each.end:
                break
            if other.end <= each.end:
                outer[later] += 1.0 if each.refs else 0.5
                inner[number] += 1.0 if other.refs else 0.5
    return outer, inner


def _related(found: Sequence[Candidate], text: str) -> list[list[float]]:
    """Give numbers on how candidates stand to each other: parents, and longer or shorter ones in the same words."""
    starts: dict[int, list[int]] = {}
    for number, each in enumerate(found):
        starts.setdefault(each.start, []).append(number)
    children, parents = _parents(found, starts, text)
    outer, inner = _nesting(found)
    longest = [
        all(found[n].end <= each.end or not found[n].refs for n in starts[each.start]) for each in found
    ]
    return [
        [n in children, n in parents, outer[n], inner[n], longest[n]]
        for n in range(len(found))
    ]  # fmt: skip


def _holds(parent: Candidate, child: Candidate) -> bool:
    """Whether any place of the one name lies in any area of the other."""
    areas = [
        r.place for r in parent.refs if r.place.kind in {"country", "division", "county"} and r.how != "short"
    ]
    return any(within(r.place, area) for area in areas for r in child.refs[:60])


def describe(document: Document, words: Sequence[Token], found: Sequence[Candidate]) -> NDArray[np.float64]:
    """Give the numbers of every candidate, in the order of `FEATURES`."""
    scene = Scene(document, words, found)
    related = _related(found, scene.text)
    known: dict[tuple[str, str], list[float]] = {}
    rows = np.zeros((len(found), len(FEATURES)))
    for row, each, relation in zip(rows, found, related, strict=True):
        own = known.get((each.key, each.pattern))
        if own is None:
            own = known[each.key, each.pattern] = _known(each)
        own = [*own]
        own[16], own[17] = each.last - each.first + 1, len(each.text)
        number = words[each.first].sentence
        head = each.first == 0 or words[each.first - 1].sentence != number
        keys = scene.keys
        follow = scene.text[each.end : each.end + 3]
        row[:] = (
            *own, each.key in scene.small, keys[each.first] in first_names(), keys[each.last] in surnames(), each.text.isupper(), head, scene.loud[number],
            *_beside(scene, each), *_shared(scene, each), *relation, each.text[0].isdigit(), keys[each.last] in FACILITIES,
            scene.text[each.start - 1 : each.start] == "(", number < 2 and head, "--" in follow or "—" in follow or "(" in follow, 0.0,
        )  # fmt: skip
    return rows


def about(words: Sequence[Token], each: Candidate) -> list[str]:
    """Give the words about a candidate and its own, each marked with where it stands."""
    number = words[each.first].sentence

    def at(index: int) -> str:
        if index < 0 or index >= len(words) or words[index].sentence != number:
            return "|"
        word = words[index]
        return word.key if word.text.islower() else f"{word.key}^"

    first, last = each.first, each.last
    kind = "d" if any(r.how == "demonym" for r in each.refs) else "g" if each.refs else "p"
    return [
        f"l1 {at(first - 1)}", f"l2 {at(first - 2)}", f"r1 {at(last + 1)}", f"r2 {at(last + 2)}", f"l {at(first - 1)} {at(first - 2)}",
        f"r {at(last + 1)} {at(last + 2)}", f"b {at(first - 1)} {at(last + 1)}", f"e {words[last].key}", f"k{kind} l1 {at(first - 1)}", f"k{kind} r1 {at(last + 1)}",
    ]  # fmt: skip
