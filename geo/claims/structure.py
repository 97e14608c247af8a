"""Read the clauses of a sentence from left to right, so that every verb has its subject, however much stands between.

A stack of open clauses is kept. A relative or a conjunction opens one; a verb belongs to the innermost clause that still
wants one, so that "the tanker, which was hit off Aden, is" closes the relative and gives "is" to the tanker. The first noun
phrase of a clause that no preposition governs is its subject. What reports ("officials said", "according to") is stepped over.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.claims.asides import is_time
from geo.claims.clauses import apposed_name
from geo.claims.lexicon import verbs
from geo.claims.reports import SAYS, TELLS, over_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.scene import Phrase, Scene
    from geo.claims.words import Words

__all__ = ["subjects"]

_DASHES = frozenset({"--", "—", "–", "-"})
_COORDINATES = frozenset("and or but nor yet".split())
_LONGEST_ASIDE = 40
_ADJECTIVES = frozenset(
    "able unable likely unlikely capable ready due other such same own first himself herself themselves itself adrift afloat alive aboard".split()
)
_AGENCIES = frozenset("ap afp reuters upi cnn xinhua tass dpa efe ani yonhap kyodo bbc anadolu".split())
# Conjunctions that are as often prepositions: "after the attack, ...".
_PREPOSITIONS = frozenset("after before as once though although".split())
_SHOWS = frozenset(
    "show shows showed shown know knows knew fear fears feared hope hopes hoped mean means meant indicate indicated indicates".split()
)


@dataclass(slots=True)
class _Clause:
    """An open clause: its subject, whether it has its verb, and what a relative stands for."""

    subject: "Phrase | None" = None
    stands_for: "Phrase | None" = None
    relative: bool = False
    opened: bool = False
    preposed: bool = False
    verb: bool = False
    weak: bool = False
    aside: bool = False
    says: bool = False


def subjects(scene: "Scene") -> "dict[int, Phrase]":
    """Return the subject of every finite verb of a sentence, by the index of each token of the verb."""
    reader = _Reader(scene, scene.words)
    at, size = 0, len(scene.words)
    while at < size:
        at = max(reader.step(at), at + 1)
    return reader.found


@dataclass(slots=True)
class _Reader:
    """Where the reading of a sentence stands."""

    scene: "Scene"
    words: "Words"
    found: "dict[int, Phrase]" = field(default_factory=dict)
    stack: list[_Clause] = field(default_factory=lambda: [_Clause()])
    pending: "Phrase | None" = None
    last: "Phrase | None" = None
    joint: int | None = None
    comma: bool = False
    closed: bool = False
    fresh: bool = False
    joint_comma: bool = False

    def step(self, i: int) -> int:
        """Read from one token and return the next one to read."""
        words = self.words
        tag = words.tag(i)
        if tag in "DCW#N" and words.low(i) == "that" and self._that(i):
            tag = "R"
        elif tag == "W" and is_time(self.scene, i):
            return i + 1
        read = _READERS.get(tag)
        return read(self, i) if read else i + 1

    # --- marks ---------------------------------------------------------------------------------------------

    def mark(self, i: int) -> int:
        """Read a comma, dash or colon."""
        text = self.words.all[i].text
        if text in _DASHES:
            return self._dash(i)
        if text in ";:":
            if not self.words.low(i + 1)[:1].isdigit():
                self._restart()
            return i + 1
        if text != ",":
            if text[0].isdigit():
                # The day of a report's head.
                self._restart()
            return i + 1
        self._promote()
        while self._preposed() and self.words.tag(i + 1) != "R":
            self.stack.pop()
            self.pending = None
        wants = self._wants()
        aside = wants is not None and wants.subject is not None and self._comma_in(wants.subject[1], i)
        report = over_report(self.scene, i, wants=aside)
        if report is None:
            self.comma = self.closed = True
        return i + 1 if report is None else report + 1

    def _comma_in(self, first: int, stop: int) -> bool:
        """Whether a comma stands between two tokens."""
        return any(self.words.tag(k) == "," for k in range(first, stop))

    def _preposed(self) -> bool:
        """Whether a comma ends the innermost clause: "After the attack, the ship", "When the dam burst, a wall of water"."""
        if len(self.stack) == 1 or not self.stack[-1].opened:
            return False
        top, outer = self.stack[-2:][::-1]
        bare = top.preposed or not top.subject or not self._subject_like(top.subject)
        return bare if not top.verb else not outer.subject and not outer.verb

    def _promote(self) -> None:
        """Open the clause that a noun phrase begins without "that": "he said the tug, ..."."""
        top = self.stack[-1]
        joined = top.verb and self.joint is not None and self.pending and self.joint < self.pending[0]
        if self.pending and (top.says or joined) and self._subject_like(self.pending):
            self.stack.append(_Clause(subject=self.pending))
            self._clear()

    def _subject_like(self, phrase: "Phrase") -> bool:
        """Whether a phrase may begin a clause: not a bare word, which is as often an adjective ("circling low,")."""
        words = self.words
        alone = phrase[1] == phrase[0] + 1 and words.tag(phrase[0]) == "W"
        return not alone or words.all[phrase[0]].named or words.low(phrase[0]).endswith("s")

    def _wants(self) -> "_Clause | None":
        """Return the innermost clause that has a subject and no verb."""
        return next((c for c in reversed(self.stack) if c.subject and (not c.verb or c.aside)), None)

    def _dash(self, i: int) -> int:
        """Step over an aside between dashes; a dash of its own ends a dateline."""
        words = self.words
        closed = next(
            (
                j
                for j in range(i + 1, min(len(words), i + _LONGEST_ASIDE))
                if words.all[j].text == words.all[i].text
            ),
            None,
        )
        if closed is not None and len(words.all[i].text) + (words.all[i].text != "-") > 1:
            self.comma = self.closed = True
            return closed + 1
        if len(self.stack) == 1 and not self.stack[0].verb:
            self._restart()
        self.comma = self.closed = True
        return i + 1

    def bracket(self, i: int) -> int:
        """Step over a bracket; an agency in one ends the head of a report."""
        words = self.words
        if words.low(i + 1) in _AGENCIES and not self.stack[0].verb:
            self._restart()
        return next(
            (j + 1 for j in range(i, min(len(words), i + _LONGEST_ASIDE)) if words.tag(j) == ")"), i + 1
        )

    def _restart(self) -> None:
        """Begin a new sentence."""
        self.stack = [_Clause()]
        self._clear()

    def _clear(self) -> None:
        """Forget what stood between the last verb and here."""
        self.pending, self.joint = None, None
        self.comma = self.closed = self.joint_comma = False

    # --- what opens clauses -----------------------------------------------------------------------------------

    def _that(self, i: int) -> bool:
        """Whether a "that" opens a clause."""
        words = self.words
        return words.tag(i - 1) in "W#)V," and (
            words.tag(i - 1) in "V,"
            or self.stack[-1].says
            or words.tag(i + 1) in "DN#"
            or words.tag(i + 1) == "W"
        )

    def relative(self, i: int) -> int:
        """Open a clause at "which", "who", "whose", "that"."""
        words, low = self.words, self.words.low(i)
        top = self.stack[-1]
        complement = low == "that" and (
            words.tag(i - 1) == "V" or top.says or (words.tag(i - 1) == "," and words.tag(i) != "R")
        )
        if complement:
            if self.joint is not None:
                self._close_says()
            self.stack.append(_Clause())
            self._clear()
            return i + 1
        stands = (
            (i, i + 1) if low == "what" else self.last and (apposed_name(self.scene, self.last) or self.last)
        )
        self._promote()
        if low == "what" and not top.subject and not top.verb:
            top.subject = stands
        clause = _Clause(stands_for=stands, relative=True)
        if low == "whose":
            clause.subject = words.starting(i + 1)
        self.stack.append(clause)
        self._clear()
        return clause.subject[1] if low == "whose" and clause.subject else i + 1

    def _close_says(self) -> None:
        """Leave the clause of what was said: "said that A fell and that B"."""
        while len(self.stack) > 1 and not self.stack[-1].says:
            self.stack.pop()

    def conjunction(self, i: int) -> int:
        """Read "and" or open a clause at "when", "because"."""
        low = self.words.low(i)
        if low in _COORDINATES:
            self.joint, self.joint_comma = i, self.words.tag(i - 1) == "," or self.comma
            return i + 1
        if low == "than":
            return i + 1
        if low == "as" and self.words.low(i + 2) == "as":
            return i + 2
        self._promote()
        self.stack.append(_Clause(opened=True, preposed=low in _PREPOSITIONS))
        self._clear()
        return i + 1

    def preposition(self, i: int) -> int:
        """Step over a preposition and what it governs."""
        words = self.words
        j = i + 1
        while words.tag(j) in "AP" and j < len(words):
            j += 1
        if words.tag(j) in "XV":
            while words.tag(j) in "XVA" and j < len(words):
                j += 1
            return self._object(j)
        phrase = words.starting(j) if words.tag(j) in "DW#Nq" else None
        if phrase and words.low(i) in {"since", "until"} and words.tag(phrase[1]) in "XV":
            self.stack.append(_Clause(opened=True))
            self._clear()
            return j
        if phrase is None:
            return j
        self.last = phrase
        return phrase[1]

    def _object(self, i: int) -> int:
        """Step over what an infinitive or participle acts upon."""
        phrase = self.words.starting(i) if self.words.tag(i) in "DW#Nq" else None
        if phrase is None:
            return i
        self.last = phrase
        return phrase[1]

    # --- nouns and verbs -----------------------------------------------------------------------------------------

    def noun(self, i: int) -> int:
        """Read a noun phrase that no preposition governs."""
        words, top = self.words, self.stack[-1]
        phrase = words.starting(i)
        if phrase is None:
            return i + 1
        if self.joint == i - 1 and top.verb and phrase[1] == i + 1 and words.low(i) in verbs().maybe:
            return self.verb(i)
        if self._no_noun(phrase):
            return phrase[1]
        joined = self.joint == phrase[0] - 1 and not self.comma
        governed = joined and self.last and self.last[1] == self.joint and self.last != self.pending
        hearer = words.low(phrase[0] - 1) in TELLS
        self.fresh = self.last is not None and self.last[1] == phrase[0] and self.last != self.pending
        self.last, self.closed = phrase, False
        if not top.verb and not top.subject:
            top.subject = phrase
        elif not top.verb and joined and top.subject and top.subject[1] == self.joint:
            top.subject = top.subject[0], phrase[1]
        elif (
            top.verb
            and joined
            and self.pending
            and self.pending[1] == self.joint
            and (top.says or words.tag(phrase[1]) not in "XV")
        ):
            self.pending, self.joint = (self.pending[0], phrase[1]), None
        elif governed and words.tag(phrase[1]) not in "XVAR":
            # "for lights and siren": more of what the preposition governs.
            self.joint = None
        elif not hearer:
            self.pending = phrase
        return phrase[1]

    def _no_noun(self, phrase: "Phrase") -> bool:
        """Whether a phrase is a number, a time, an adjective, or the place and day at the head of a report."""
        words = self.words
        if phrase[0] == 0 and words.words(phrase).isupper() and words.words(phrase)[-1].isdigit():
            return True
        return words.low(phrase[0]) in _ADJECTIVES or all(
            words.tag(k) == "#" or is_time(self.scene, k) for k in range(*phrase)
        )

    def verb(self, i: int) -> int:
        """Read a group of verbs and give it its subject."""
        words = self.words
        being = words.low(i) == "being"
        j, seen, finite = i + 1, words.tag(i) != "X", not words.low(i).endswith("ing")
        first = words.low(i)
        while j < len(words) and (words.tag(j) in "XVA" or words.low(j) == "to"):
            if words.tag(j) == "X":
                if seen:
                    break
                finite = finite or not being
            elif words.tag(j) == "V":
                goes_on = (
                    words.low(j - 1) == "to"
                    or words.tag(j - 1) == "A"
                    or words.low(j).endswith("ing")
                    or words.tag(i) == "X"
                )
                if seen and not goes_on:
                    break
                seen = True
                finite = finite or not (being or words.low(j).endswith("ing"))
            elif words.low(j) == "to" and words.tag(j + 1) not in "XV":
                break
            j += 1
        while j > i + 1 and words.tag(j - 1) == "A":
            j -= 1
        last = next((k for k in range(j - 1, i - 1, -1) if words.tag(k) == "V"), i)
        shows = words.low(last) in SAYS or words.low(last) in _SHOWS
        subject = self._subject(i, weak=not any(words.tag(k) == "X" for k in range(i, j)) and not first.endswith("s")) if finite else self._absolute(i)  # fmt: skip
        if subject:
            self.found.update(dict.fromkeys(range(i, j), subject))
        if finite:
            self.stack[-1].says = shows
            self._clear()
        return j if finite else self._object(j)

    def _absolute(self, i: int) -> "Phrase | None":
        """Return the subject of a participle: "its engine, witnesses said, burning"."""
        if self.pending and self.stack[-1].verb and self.words.tag(self.pending[0] - 1) in ",C":
            return self.pending
        if self.words.tag(i - 1) == ",":
            return self.stack[-1].subject
        return None

    def _subject(self, i: int, *, weak: bool) -> "Phrase | None":
        """Return the subject of the finite verb at a token, closing the clauses that are over."""
        if self.comma and self.stack[-1].relative and self.stack[-1].subject and not self.stack[-1].verb:
            # "The lake, which the two countries share, covers": a verb that looks like a noun.
            self.stack[-1].verb = True
        top = self.stack[-1]
        if self.pending and self._beside(i) and not top.verb:
            if weak and self.words.low(self.pending[0]) in {"a", "an"}:
                # "The Kh-22, a missile designed to sink carriers, has"
                return self.pending
            # "One of the last wild rivers, the Tarn rises"
            top.subject = self.pending
        if not top.verb:
            top.verb, top.weak, top.aside = True, weak, weak and self.words.tag(i - 1) == ","
            if top.subject is None and not top.relative and len(self.stack) > 1 and not top.opened:
                return self.stack[-2].subject
            return top.subject or top.stands_for
        return self._second(i, weak=weak)

    def _beside(self, i: int) -> bool:
        """Whether a phrase behind a comma stands right before the verb at a token."""
        return (
            self.pending is not None and self.pending[1] == i and self.words.tag(self.pending[0] - 1) == ","
        )

    def _second(self, i: int, *, weak: bool) -> "Phrase | None":
        """Return the subject of a verb whose clause has one already."""
        top = self.stack[-1]
        wants = next((c for c in reversed(self.stack[:-1]) if c.subject and (not c.verb or c.aside)), None)
        if self.joint is not None and (not self.pending or self.pending[0] < self.joint):
            return self._goes_on(wants, weak=weak)
        if wants and self.pending and (self._beside(i) or (wants.preposed and self.fresh)):
            # "After a chase that began in Reno the car was"
            wants.subject = self.pending
            return self._close(wants, weak=weak)
        if self.pending and self.closed and not self._subject_like(self.pending):
            self.pending = None
        near = self.pending and not self.closed
        if not near and (top.aside or (top.weak and not self.comma and not wants)):
            # "the quarry, closed since May, is", "a fire started by lightning is"
            top.aside = top.weak = False
            return top.subject or top.stands_for
        if top.relative and top.stands_for and top.subject and self.words.tag(i - 1) == "V":
            # "which experts believe is"
            return top.stands_for
        if wants and not (top.says and near):
            return self._close(wants, weak=weak)
        return self._begins(weak=weak) or top.subject or top.stands_for

    def _begins(self, *, weak: bool) -> "Phrase | None":
        """Return the subject of a clause that begins without a word for it: "he said the tug was"."""
        if self.pending and not (self.joint is None and not self.stack[-1].says and weak and not self.closed):
            # Not "found a house owned by".
            self.stack.append(_Clause(subject=self.pending, verb=True, weak=weak))
        return self.pending

    def _goes_on(self, wants: "_Clause | None", *, weak: bool) -> "Phrase | None":
        """Return the subject of a verb behind "and": that of the verb before; behind a comma, relative clauses are over."""
        if self.joint_comma and wants:
            return self._close(wants, weak=weak)
        while self.joint_comma and len(self.stack) > 1 and self.stack[-1].relative:
            self.stack.pop()
        return self.stack[-1].subject or self.stack[-1].stands_for

    def _close(self, clause: _Clause, *, weak: bool) -> "Phrase | None":
        """Close the clauses inside one and give it its verb."""
        while self.stack[-1] is not clause:
            self.stack.pop()
        clause.verb, clause.weak, clause.aside = True, weak, False
        if clause.subject and self.last and self.words.low(clause.subject[0]) == "what":
            # "What looks to be a berm, they said, runs"
            clause.subject = clause.subject[0], max(self.last[1], clause.subject[1])
        return clause.subject


_READERS: "dict[str, Callable[[_Reader, int], int]]" = {
    ",": _Reader.mark, "(": _Reader.bracket, "X": _Reader.verb, "V": _Reader.verb, "R": _Reader.relative, "C": _Reader.conjunction,
    "P": _Reader.preposition, "O": _Reader.preposition, "D": _Reader.noun, "W": _Reader.noun, "#": _Reader.noun, "N": _Reader.noun,
}  # fmt: skip
