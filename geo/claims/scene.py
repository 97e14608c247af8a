"""Hold one sentence as the kinds of claims look at it: figures, words, names, and who does what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.claims import asides, clauses, objects, subject
from geo.claims.parse import Parse
from geo.claims.quantity import Measure
from geo.claims.words import Words
from geo.model import Claim, ClaimKind, End, Mention, Span, When
from geo.text import Document, Sentence

__all__ = ["Phrase", "Scene"]

Phrase = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of a document: `measures` are the figures no kind has taken yet."""

    document: Document
    sentence: Sentence
    index: int
    parse: Parse
    measures: tuple[Measure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[When, ...] = ()
    found: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        """Words of the sentence."""
        return self.sentence.text

    @property
    def words(self) -> Words:
        """Words of the sentence with their classes."""
        return self.parse.words

    def span(self, start: int, end: int) -> Span:
        """Turn offsets in the sentence into a span of the article."""
        return self.sentence.span(start, end)

    def cut(self, phrase: Phrase | None) -> Span | None:
        """Turn a phrase into a span of the article."""
        return self.span(*self.words.span(phrase)) if phrase else None

    def with_found(self, claims: tuple[Claim, ...], taken: frozenset[int]) -> "Scene":
        """Return the scene a next kind sees: figures already claimed are gone."""
        left = tuple(m for m in self.measures if m.at not in taken)
        return replace(self, measures=left, found=self.found + claims)

    def claim(
        self,
        kind: ClaimKind,
        measure: Measure | None,
        about: Phrase | None,
        target: Phrase | None,
        **more: object,
    ) -> Claim:
        """Make a claim of phrases; it spans all its parts."""
        pieces = [self.words.span(each) for each in (about, target) if each]
        if measure:
            pieces.append((measure.start, measure.end))
        extra = more.pop("reach", None)
        if isinstance(extra, tuple):
            pieces.append(extra)
        span = self.span(min(p[0] for p in pieces), max(p[1] for p in pieces))
        quantity, second = (measure.quantity, measure.second) if measure else (None, None)
        ends = [End(self.cut(each)) if each else None for each in (about, target)]
        return Claim(span, kind, ends[0], ends[1], quantity, second, **more)  # type: ignore[arg-type]

    def phrase_of(self, span: Span) -> Phrase | None:
        """Return the tokens of a span of this sentence."""
        first = self.words.after(span.start - self.sentence.start)
        last = self.words.before(span.end - self.sentence.start)
        return (first, last + 1) if first <= last else None

    def subject_before(self, offset: int, *, across: bool = False) -> Phrase | None:
        """Return what a figure at an offset is said of, by what stands before it; `across`: how far into something."""
        return subject.before(self, offset, across=across)

    def told_subject(self, verb: int) -> Phrase | None:
        """Return the subject of a verb as the clauses tell it, or `None` if they do not."""
        return self.parse.subject(self, verb)

    def clause_subject(self, verb: int) -> Phrase | None:
        """Return the subject of the clause whose verb group holds a token."""
        return subject.trim(self, clauses.of_verb(self, verb))

    # --- what it is measured from -------------------------------------------------------------------------

    def object_at(self, offset: int) -> Phrase | None:
        """Return the phrase that begins at an offset, with the region it is said to be in."""
        return objects.at(self, offset)

    def is_time(self, index: int) -> bool:
        """Whether a token belongs to a time expression."""
        return asides.is_time(self, index)

    def names(self) -> Iterator[Phrase]:
        """Every phrase with a name, in reading order."""
        words, end = self.words, 0
        for i in words.capitals:
            if i < end or words.tag(i) == "#" or self.is_time(i):
                continue
            last = i
            while last + 1 < len(words) and words.all[last + 1].named and not self.is_time(last + 1):
                last += 1
            phrase = words.ending(last) or (i, last + 1)
            yield phrase
            end = max(last + 1, phrase[1])
