"""Hold one sentence as the kinds of claims look at it: figures, words, names, and who does what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.claims.countries import country
from geo.claims.quantity import Measure
from geo.claims.words import TIMES, Words
from geo.model import Claim, ClaimKind, End, Mention, Span, When
from geo.text import Document, Sentence

__all__ = ["Phrase", "Scene"]

Phrase = tuple[int, int]

_CONTAINER = re.compile(
    r"\b(?:states?|provinces?|regions?|oblast|prefecture|department|county|district|country|sector|part|half|corner|edge|area)\b",
    re.IGNORECASE,
)
_COMPASS = re.compile(r"\b(?:north|south|east|west)\w{0,12}\b|\bcentral\b", re.IGNORECASE)
_REPORTS = frozenset("said says reported reports quoted told tells believed announced added claimed".split())
_MOVES_ON = frozenset(
    "located situated based lying set found centred centered placed some only just about around approximately roughly positioned".split()
)


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
        subject: Phrase | None,
        target: Phrase | None,
        **more: object,
    ) -> Claim:
        """Make a claim of phrases; it spans all its parts."""
        pieces = [self.words.span(each) for each in (subject, target) if each]
        if measure:
            pieces.append((measure.start, measure.end))
        extra = more.pop("reach", None)
        if isinstance(extra, tuple):
            pieces.append(extra)
        span = self.span(min(p[0] for p in pieces), max(p[1] for p in pieces))
        quantity, second = (measure.quantity, measure.second) if measure else (None, None)
        ends = [End(self.cut(each)) if each else None for each in (subject, target)]
        return Claim(span, kind, ends[0], ends[1], quantity, second, **more)  # type: ignore[arg-type]

    # --- who the subject is -------------------------------------------------------------------------------

    def subject_before(self, offset: int) -> Phrase | None:
        """Return what a figure at an offset is said of, by what stands before it."""
        return self._before(self.words.before(offset), 0)

    def _before(self, k: int, depth: int) -> Phrase | None:  # noqa: C901  (one ladder of word classes, in reading order)
        words = self.words
        while k >= 0 and depth < 12:
            depth += 1
            tag, low = words.tag(k), words.low(k)
            if low in _MOVES_ON or tag == "A" or tag == "q":
                k -= 1
            elif self._is_time(k):
                k = self._skip_time(k)
            elif tag == ")":
                k = self._skip_bracket(k)
            elif tag == ",":
                relation = self._relation_ending(k - 1)
                if relation is not None:
                    k = relation - 1
                    continue
                return self._apposed(k - 1, depth)
            elif tag == "C":
                relation = self._relation_ending(k - 1)
                return self._before(relation - 1, depth) if relation is not None else self._earlier(k, depth)
            elif tag in "XV":
                return self.clause_subject(k)
            elif tag in "PO":
                k -= 1
            elif tag == "R":
                return self._antecedent(k)
            elif tag in "W#N":
                return self._direct(k, depth)
            else:
                k -= 1
        return None

    def _is_time(self, k: int) -> bool:
        """Whether a token belongs to a time expression."""
        word = self.words.all[k]
        if word.low in TIMES and not (
            word.low in {"may", "mar", "sun", "night", "local", "this"} and self.words.tag(k + 1) == "W"
        ):
            return True
        start = self.sentence.start + word.start
        return any(d.span.start <= start < d.span.end for d in self.dates) or bool(
            re.match(r"\d{1,2}(?:am|pm)$", word.low)
        )

    def _skip_time(self, k: int) -> int:
        """Index of the token before a time expression that ends at `k`."""
        words, i = self.words, k
        while i >= 0 and (
            self._is_time(i)
            or words.tag(i) in "#)("
            or words.low(i)
            in {"on", "at", "in", "about", "around", "two", "three", "four", ":", "since", "the"}
        ):
            i -= 1
        if words.tag(i) == "," and i < k and words.tag(i - 1) in "V":
            return i - 1
        return i

    def _skip_bracket(self, k: int) -> int:
        """Index of the token before a bracket that closes at `k`."""
        i = k
        while i >= 0 and self.words.tag(i) != "(":
            i -= 1
        return i - 1

    def _relation_ending(self, k: int) -> int | None:
        """Where ", south of Maryborough" before a comma begins, if such a phrase ends at `k`."""
        words, i, steps = self.words, k, 0
        while i >= 0 and steps < 8 and words.tag(i) in "W#D":
            if _COMPASS.fullmatch(words.low(i)) and words.low(i + 1) == "of" and words.tag(i - 1) in ",C":
                return i - 1
            i, steps = i - 1, steps + 1
            if words.tag(i) == "O":
                i -= 1
                if not _COMPASS.fullmatch(words.low(i)):
                    continue
                i += 0
        return None

    def _earlier(self, k: int, depth: int) -> Phrase | None:
        """Return the subject shared with what stands before "and": an earlier claim's, or the clause's."""
        words = self.words
        start = self.sentence.start + words.all[k].start
        before = [
            c for c in self.found if c.span.start < start and c.subject and c.subject.span and c.quantity
        ]
        if before:
            return self.phrase_of(before[-1].subject.span)  # type: ignore[union-attr, arg-type]
        verb = self._verb_before(k)
        return (
            self.clause_subject(verb)
            if verb is not None
            else self._before(k - 1, depth)
            if words.tag(k - 1) in "W#"
            else None
        )

    def phrase_of(self, span: Span) -> Phrase | None:
        """Return the tokens of a span of this sentence."""
        first = self.words.after(span.start - self.sentence.start)
        last = self.words.before(span.end - self.sentence.start)
        return (first, last + 1) if first <= last else None

    def _verb_before(self, k: int) -> int | None:
        """Index of the nearest verb before a token that is not one of saying."""
        for i in range(k - 1, max(-1, k - 40), -1):
            if self.words.tag(i) in "XV" and self.words.low(i) not in _REPORTS:
                return i
        return None

    def _direct(self, k: int, depth: int) -> Phrase | None:
        """Return the subject when the figure follows a noun phrase without a comma."""
        words = self.words
        phrase = words.ending(k)
        if phrase is None:
            return None
        if words.tag(k) == "N":
            return self._pronoun(k)
        before = phrase[0] - 1
        if words.tag(before) == "," and not words.named(phrase):
            named = self._apposed(before - 1, depth)
            if named and words.named(named):
                return named
        if (
            words.tag(before) == "X"
            and words.low(phrase[0]) in {"a", "an", "one", "the"}
            and words.low(before) in {"is", "was", "are", "were"}
        ):
            return self.clause_subject(before) or phrase
        return self._out_of_container(phrase, depth)

    def _apposed(self, k: int, depth: int) -> Phrase | None:
        """Return the subject when a comma stands before the figure: the phrase before it, or the name before that."""
        words = self.words
        if words.tag(k) == ")":
            k = self._skip_bracket(k)
        if k >= 0 and self._is_time(k):
            k = self._skip_time(k)
        if words.tag(k) == "q":
            k -= 1
        if words.tag(k) == "V" or words.tag(k) in "XA":
            return self.clause_subject(k)
        phrase = words.ending(k)
        if phrase is None:
            return None
        if words.tag(k) == "N":
            return self._pronoun(k)
        before = phrase[0] - 1
        if words.tag(before) == ",":
            relation = self._relation_ending(before - 1)
            other = words.ending(before - 1) if relation is None else words.ending(relation - 1)
            # "Tacambaro, Michoacan, 80 km": the first is the place; "Mataro, a town, 20 miles": so it is there.
            if (
                other
                and words.named(other)
                and (phrase[1] - phrase[0] <= 3 or words.tag(phrase[0]) == "D")
                and not self._listed(other)
            ):
                return other
        return self._out_of_container(phrase, depth)

    def _listed(self, phrase: Phrase) -> bool:
        """Whether a phrase is an item of a list rather than the head of an apposition."""
        return (
            self.words.tag(phrase[0] - 1) == ","
            and self.words.tag(phrase[0] - 2) in "W#"
            and self.words.named((phrase[0] - 2, phrase[0] - 1))
        )

    def is_container(self, phrase: Phrase) -> bool:
        """Whether a phrase names a region that holds the subject rather than being it."""
        words = self.words.words(phrase)
        if country(words) or country(words.split()[-1]):
            return True
        if not self.words.named(phrase):
            return bool(re.search(r"\b(?:country|region|province|state)\b", words))
        return bool(_CONTAINER.search(words) and not words.lower().startswith("the area")) or bool(
            _COMPASS.match(words) and words[:1].islower()
        )

    def _out_of_container(self, phrase: Phrase, depth: int) -> Phrase | None:
        """Go from "in southern Belarus" to what is there."""
        before = phrase[0] - 1
        if self.words.low(before) in {"in", "at"} and before > 0 and depth < 8 and self.is_container(phrase):
            inner = self._before(before - 1, depth + 4)
            return inner or phrase
        return phrase

    def _antecedent(self, k: int) -> Phrase | None:
        """Return what "which" or "who" stands for."""
        words, i = self.words, k - 1
        if words.low(k) == "what":
            return None
        if words.tag(i) == "P":
            i -= 1
        if words.tag(i) == ",":
            i -= 1
        if words.tag(i) == ")":
            i = self._skip_bracket(i)
        phrase = words.ending(i)
        return self._out_of_container(phrase, 7) if phrase else None

    def _pronoun(self, k: int) -> Phrase | None:
        """Return what "it" or "there" stands for within the sentence, or itself."""
        words = self.words
        low = words.low(k)
        if low in {"there", "here"}:
            names = [i for i in range(k) if words.all[i].named and i]
            return words.ending(names[-1]) if names else (k, k + 1)
        if low in {"it", "they"}:
            first = self._first_phrase(k)
            if first and words.tag(first[0]) != "N" and words.low(first[1] - 1) not in _REPORTS:
                return first
        return k, k + 1

    def _first_phrase(self, before: int) -> Phrase | None:
        """Return the phrase the sentence opens with."""
        phrase = self.words.starting(0)
        if (
            phrase
            and phrase[1] <= before
            and self.words.tag(phrase[1]) in "XV,PR"
            and self.words.low(phrase[1]) not in _REPORTS
        ):
            return phrase
        return None

    def clause_subject(self, verb: int) -> Phrase | None:  # noqa: C901, PLR0911  (one ladder of word classes, in reading order)
        """Return the subject of the clause whose verb group holds a token."""
        words, i = self.words, verb - 1
        while i >= 0 and (words.tag(i) in "XVAq" or words.low(i) in {"to", "not"}):
            i -= 1
        if words.low(i) == "that" and words.tag(i - 1) in "W#,":
            return words.ending(i - 1 if words.tag(i - 1) != "," else i - 2)
        if words.tag(i) == "R":
            return self._antecedent(i)
        if words.tag(i) == "C":
            if words.low(i) in {"and", "or", "but"}:
                # "rises to a height of ... and is": the first verb's subject.
                earlier = self._verb_before(i)
                return self.clause_subject(earlier) if earlier is not None else None
            other = next((j for j in range(i - 1, -1, -1) if words.tag(j) in "XV"), None)
            return self.clause_subject(other) if other is not None else None
        if words.tag(i) == "P" and words.tag(i + 1) in "XV":
            other = next((j for j in range(i - 1, -1, -1) if words.tag(j) in "XV"), None)
            return self.clause_subject(other) if other is not None else None
        if words.tag(i) == ",":
            jumped = self._jump(i)
            if jumped is None:
                return None
            i = jumped
        if words.tag(i) == ")":
            i = self._skip_bracket(i)
        if self._is_time(i) and words.low(i) not in {"this"}:
            i = self._skip_time(i)
        if words.tag(i) in "XV":
            return self.clause_subject(i)
        if words.tag(i) == "N":
            return self._pronoun(i)
        return self._leftmost(i)

    def _jump(self, comma: int) -> int | None:
        """Index of the token before a parenthesis between commas that closes at `comma`."""
        words = self.words
        for i in range(comma - 1, max(-1, comma - 40), -1):
            if words.tag(i) == ",":
                return i - 1 if i > 0 else None
        return comma - 1

    def _leftmost(self, i: int) -> Phrase | None:
        """Return the head phrase of a chain "A of B in C near D" that ends at a token."""
        words = self.words
        phrase = words.ending(i)
        for _ in range(10):
            if phrase is None:
                return None
            at = phrase[0] - 1
            tag = words.tag(at)
            if tag in "PO" and words.tag(at - 1) in "W#)q":
                inner = self._skip_bracket(at - 1) if words.tag(at - 1) == ")" else at - 1
            elif (
                tag == "P"
                and words.tag(at - 1) == "V"
                and words.tag(at - 2) in "W#"
                and words.low(at - 1).endswith(("ing", "ed", "en"))
            ):
                inner = at - 2
            elif tag == "C" and words.low(at) == "and" and words.tag(at - 1) in "W#":
                inner = at - 1
                other = words.ending(inner)
                if other and words.tag(other[0] - 1) in ".,CVq":
                    return other[0], phrase[1]
            elif (
                tag == ","
                and words.tag(at - 1) in "W#"
                and words.named(phrase)
                and words.tag(phrase[0]) != "D"
            ):
                inner = at - 1
            else:
                return phrase
            other = words.ending(inner)
            if other is None or self._is_time(inner):
                return phrase
            phrase = other
        return phrase

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
        while i < len(words) and i < first + 9 and words.tag(i) not in ",.C()" and not self._is_time(i):
            i += 1
        return first, i

    def names(self) -> Iterator[Phrase]:
        """Every phrase with a name, in reading order."""
        i = 0
        while i < len(self.words):
            if self.words.all[i].named and not (self.words.tag(i) == "#") and not self._is_time(i):
                last = i
                while (
                    last + 1 < len(self.words)
                    and self.words.all[last + 1].named
                    and not self._is_time(last + 1)
                ):
                    last += 1
                phrase = self.words.ending(last) or (i, last + 1)
                yield phrase
                i = max(last + 1, phrase[1])
            else:
                i += 1
