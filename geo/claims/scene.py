"""Hold one sentence as the kinds of claims look at it: figures, words, names, and who does what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.claims import subject
from geo.claims.countries import country
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
    words: Words
    measures: tuple[Measure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[When, ...] = ()
    found: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        """Words of the sentence."""
        return self.sentence.text

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

    def subject_before(self, offset: int) -> Phrase | None:
        """Return what a figure at an offset is said of, by what stands before it."""
        return subject.before(self, offset)

    def clause_subject(self, verb: int) -> Phrase | None:
        """Return the subject of the clause whose verb group holds a token."""
        return subject.of_verb(self, verb)

    # --- what it is measured from -------------------------------------------------------------------------

    def object_at(self, offset: int) -> Phrase | None:
        """Return the phrase that begins at an offset, with the region it is said to be in."""
        words = self.words
        first = words.after(offset)
        if words.low(first) == "where" or (words.low(first) == "what"):
            return self._where(first)
        phrase = words.starting(first)
        if phrase is None:
            return None
        stop = phrase[1]
        # "the border with Chad", "the border between A and B"
        if words.low(stop - 1).rstrip("s") in {"border", "frontier", "boundary"} and words.low(stop) in {
            "with",
            "between",
            "of",
        }:
            more = words.starting(stop + 1)
            if more:
                stop = more[1]
                if (
                    words.low(phrase[1]) == "between"
                    and words.low(stop) == "and"
                    and (last := words.starting(stop + 1))
                ):
                    stop = last[1]
        # "a major city, Kiev, and": the name tells more than the description
        if (
            words.low(phrase[0]) in {"a", "an"}
            and words.tag(stop) == ","
            and words.all[stop].text == ","
            and (more := words.starting(stop + 1, limit=4))
        ):
            if words.all[more[0]].named and words.tag(more[1]) in ",.":
                return phrase[0], more[1]
        # "the Iraq - Jordan border"
        if (
            words.low(stop) in {"-", "--"}
            and words.tag(stop + 1) == "W"
            and words.low(stop + 2).startswith("border")
        ):
            stop += 3
        # "Houston, Texas": a name and its state
        if (
            words.tag(stop) == ","
            and words.all[stop].text == ","
            and words.named((stop - 1, stop))
            and (more := words.starting(stop + 1, limit=4))
        ):
            if (
                words.tag(more[0]) != "D"
                and words.all[more[0]].named
                and more[1] - more[0] <= 3
                and words.tag(more[1]) in ",.)CPR"
            ):
                follows = words.low(more[1] + 1) if words.tag(more[1]) == "," else ""
                if (
                    words.tag(more[1]) not in "CP"
                    or words.low(more[1]) in {"in", "on", "when", "where"}
                    or follows
                ):
                    stop = more[1]
        # "the Netherlands and Belgium" after "from"
        elif (
            words.low(stop) == "and"
            and country(words.words((phrase[0], stop)))
            and (more := words.starting(stop + 1, limit=4))
            and country(words.words(more))
        ):
            stop = more[1]
        return phrase[0], stop

    def _where(self, first: int) -> Phrase:
        """Return a clause that stands for a place, up to its end."""
        words, i = self.words, first + 1
        while (
            i < len(words) and i < first + 9 and words.tag(i) not in ",.C()" and not subject.is_time(self, i)
        ):
            i += 1
        return first, i

    def names(self) -> Iterator[Phrase]:
        """Every phrase with a name, in reading order."""
        i = 0
        while i < len(self.words):
            if self.words.all[i].named and not (self.words.tag(i) == "#") and not subject.is_time(self, i):
                last = i
                while (
                    last + 1 < len(self.words)
                    and self.words.all[last + 1].named
                    and not subject.is_time(self, last + 1)
                ):
                    last += 1
                phrase = self.words.ending(last) or (i, last + 1)
                yield phrase
                i = max(last + 1, phrase[1])
            else:
                i += 1
