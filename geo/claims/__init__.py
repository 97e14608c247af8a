"""Find geographic claims, measure them, and say what the measurement says of them.

=================  =============================================================================
`quantity`         figures with their units, hedges and second units
`words`, `scene`   a sentence as the kinds look at it: noun phrases, and who is said to be where
`KINDS`            one file a kind: what it looks for, how it is checked, examples
`ends`             what the words of an end stand for: a place, a border, a coast, an own line
`readings`         every way to take the two ends, measured
`judgement`        the rule: a figure and measured readings make a verdict
=================  =============================================================================
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from geo.claims import (
    between,
    border,
    contain,
    count,
    direction,
    distance,
    extent,
    path,
    range as reach,
    superlative,
    temporal,
    travel_time,
)
from geo.claims.ends import settle
from geo.claims.judgement import judge as judge_readings
from geo.claims.kind import Kind
from geo.claims.parse import Parse
from geo.claims.quantity import find as find_measures
from geo.claims.refusals import refused
from geo.claims.scene import Scene
from geo.claims.setting import Setting
from geo.claims.speaker import with_speaker
from geo.claims.wording import sentence
from geo.model import Claim, Finding, Mention, Verdict, When
from geo.text import Document, Sentence

if TYPE_CHECKING:
    from geo.world import World

__all__ = ["KINDS", "Kind", "find", "judge", "judge_readings", "read"]

T = TypeVar("T", Mention, When)

# No sentence of prose is longer; what is longer is cut, so that time grows with the text and no faster.
_LONGEST = 1000
# A sentence with more figures is a table.
_MOST_FIGURES = 40
# In this order: a figure belongs to the first kind that takes it.
KINDS: tuple[Kind, ...] = (
    reach.KIND,
    travel_time.KIND,
    path.KIND,
    extent.KIND,
    distance.KIND,
    direction.KIND,
    contain.KIND,
    border.KIND,
    between.KIND,
    temporal.KIND,
    superlative.KIND,
    count.KIND,
)


def find(
    document: Document,
    mentions: tuple[Mention, ...] = (),
    dates: tuple[When, ...] = (),
    *,
    kinds: tuple[Kind, ...] = KINDS,
) -> tuple[Claim, ...]:
    """Find the claims of a document in reading order.

    Works without mentions and dates; with them, the ends say what they stand for.

    >>> from geo import text
    >>> from geo.model import Article
    >>> doc = text.read(Article("a", "Orlovo lies 40 km (25 miles) north of Kursk."))
    >>> [(c.kind, c.subject.span.text, c.object.span.text, c.direction) for c in find(doc)]
    [('distance', 'Orlovo', 'Kursk', 'N')]
    """
    names, days = _Shelf(mentions), _Shelf(dates)
    found = [
        claim
        for index, whole in enumerate(document.sentences)
        for sentence in _pieces(whole)
        for claim in _of(document, sentence, index, names, days, kinds)
    ]
    found.sort(key=lambda claim: (claim.span.start, claim.span.end))
    return tuple(settle(claim, document, names.all) for claim in found)


def _start(each: Mention | When) -> int:
    """Where a mention or date begins."""
    return each.span.start


class _Shelf(Generic[T]):
    """Mentions or dates, to be taken out sentence by sentence."""

    def __init__(self, all_: tuple[T, ...]) -> None:
        self.all: tuple[T, ...] = tuple(sorted(all_, key=_start))
        self._starts = [_start(each) for each in self.all]

    def within(self, sentence: Sentence) -> tuple[T, ...]:
        """Return those that begin in a sentence."""
        low = bisect_left(self._starts, sentence.start)
        return self.all[low : bisect_left(self._starts, sentence.end, lo=low)]


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Cut what is too long to be a sentence at white space: kinds look at all figures of a sentence together.

    An unbroken run of a thousand characters is no word and no figure: it is passed over, not cut into others.
    """
    start, text = 0, sentence.text
    while len(text) - start > _LONGEST:
        stop = text.rfind(" ", start + 1, start + _LONGEST)
        if stop < 0:
            start = text.find(" ", start + _LONGEST)
            if start < 0:
                return
            continue
        yield Sentence(sentence.start + start, sentence.start + stop, text[start:stop], sentence.paragraph)
        start = stop
    yield (
        Sentence(sentence.start + start, sentence.end, text[start:], sentence.paragraph)
        if start
        else sentence
    )


def _of(
    document: Document,
    sentence: Sentence,
    index: int,
    names: _Shelf[Mention],
    days: _Shelf[When],
    kinds: tuple[Kind, ...],
) -> tuple[Claim, ...]:
    """Find the claims of one sentence; nothing but a look for triggers where there are none."""
    low = sentence.text.lower()
    todo = [kind for kind in kinds if kind.occurs(low)]
    if not todo:
        return ()
    figures = find_measures(sentence.text, sentence.start)
    if len(figures) > _MOST_FIGURES:
        return ()
    measures = tuple(m for m in figures if not refused(sentence.text, m))
    if not measures and all(kind.measured for kind in todo):
        return ()
    scene = Scene(
        document,
        sentence,
        index,
        Parse(sentence.text, [(m.start, m.end) for m in figures]),
        measures,
        names.within(sentence),
        days.within(sentence),
    )
    for kind in todo:
        claims = tuple(kind.find(scene))
        if claims:
            taken = frozenset(c.quantity.span.start - sentence.start for c in claims if c.quantity)
            scene = scene.with_found(claims, taken)
    return tuple(with_speaker(scene, claim) for claim in scene.found)


def judge(
    claim: Claim, world: "World", *, document: Document | None = None, mentions: tuple[Mention, ...] = ()
) -> Verdict:
    """Measure a claim in every reading of its ends and say what that says of it."""
    return _judged(claim, Setting(world, document, _Shelf(mentions).all))


def _judged(claim: Claim, setting: Setting) -> Verdict:
    """Measure a claim in a setting."""
    checker = next(kind.check for kind in KINDS if kind.name == claim.kind)
    verdict = checker(claim, setting)
    return replace(verdict, because=sentence(verdict.because))


def read(
    document: Document, mentions: tuple[Mention, ...], dates: tuple[When, ...], world: "World"
) -> tuple[Finding, ...]:
    """Find and judge the claims of a document."""
    setting = Setting(world, document, _Shelf(mentions).all)
    return tuple(Finding(claim, _judged(claim, setting)) for claim in find(document, mentions, dates))
