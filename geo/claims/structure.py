"""Read the clauses of a sentence from left to right, so that every verb has its subject, however much stands between.

A stack of open clauses is kept. A relative or a conjunction opens one; a verb belongs to the innermost clause that still
wants one, so that "the tanker, which was hit off Aden, is" closes the relative and gives "is" to the tanker. The first noun
phrase of a clause that no preposition governs is its subject. What reports ("officials said", "according to") is stepped over.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.asides import is_time
from geo.claims.clauses import apposed_name
from geo.claims.lexicon import verbs
from geo.claims.reports import SAYS, TELLS, over_report
from geo.claims.stack import Clause, Stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.scene import Phrase, Scene
    from geo.claims.words import Words

__all__ = ["subjects"]

_DASHES = frozenset({"--", "—", "–", "-"})
_COORDINATES = frozenset("and or but nor yet".split())
_LONGEST_ASIDE = 40
# What looks like a noun phrase and is none.
_ADJECTIVES = frozenset(
    "able unable likely unlikely capable ready due other such same own first himself herself themselves itself adrift afloat alive aboard".split()
)
_AGENCIES = frozenset("ap afp reuters upi cnn xinhua tass dpa efe ani yonhap kyodo bbc anadolu".split())
# Conjunctions that are as often prepositions: "after the attack, ...".
_PREPOSITIONS = frozenset("after before as once though although".split())
_SHOWS = frozenset(
    "show shows showed shown know knows knew fear fears feared hope hopes hoped mean means meant indicate indicated indicates".split()
)


def subjects(scene: "Scene") -> "dict[int, Phrase]":
    """Return the subject of every finite verb of a sentence, by the index of each token of the verb."""
    reader = _Reader(scene, scene.words, Stack(scene.words))
    at, size = 0, len(scene.words)
    while at < size:
        at = max(reader.step(at), at + 1)
    return reader.found


class _Group(NamedTuple):
    """A group of verbs: where it ends, whether it is finite, may be a participle, or has a clause as its object."""

    end: int
    finite: bool
    weak: bool
    says: bool


def _group(words: "Words", first: int) -> _Group:
    """Return the group of verbs that begins at a token: "had been seen", "began to burn"."""
    auxiliary, being = words.tag(first) == "X", words.low(first) == "being"
    seen, finite, i = not auxiliary, not words.low(first).endswith("ing"), first + 1
    while i < len(words) and (words.tag(i) in "XVA" or words.low(i) == "to"):
        tag, ing = words.tag(i), words.low(i).endswith("ing")
        goes_on = words.low(i - 1) == "to" or words.tag(i - 1) == "A" or ing or auxiliary
        if (seen and (tag == "X" or (tag == "V" and not goes_on))) or (
            tag == "P" and words.tag(i + 1) not in "XV"
        ):
            break
        seen = seen or tag == "V"
        finite = finite or (tag in "XV" and not being and (tag == "X" or not ing))
        i += 1
    while i > first + 1 and words.tag(i - 1) == "A":
        i -= 1
    last = next((k for k in range(i - 1, first - 1, -1) if words.tag(k) == "V"), first)
    weak = all(words.tag(k) != "X" for k in range(first, i)) and not words.low(first).endswith("s")
    return _Group(i, finite, weak, words.low(last) in SAYS or words.low(last) in _SHOWS)


@dataclass(slots=True)
class _Reader:
    """The reading of a sentence: each method reads from one token and returns the next one to read."""

    scene: "Scene"
    words: "Words"
    stack: Stack
    found: "dict[int, Phrase]" = field(default_factory=dict)

    def step(self, i: int) -> int:
        """Read whatever stands at a token."""
        tag = self.words.tag(i)
        if tag in "DCW#N" and self.words.low(i) == "that" and self._opens(i):
            tag = "R"
        elif tag == "W" and is_time(self.scene, i):
            return i + 1
        read = _READERS.get(tag)
        return read(self, i) if read else i + 1

    # --- marks ---------------------------------------------------------------------------------------------

    def mark(self, i: int) -> int:
        """Read a comma, dash or colon."""
        text, stack = self.words.all[i].text, self.stack
        if text in _DASHES:
            return self._dash(i)
        if text != ",":
            # A colon of the clock ends nothing; the day of a report's head does.
            if text[0].isdigit() or (text in ";:" and not self.words.low(i + 1)[:1].isdigit()):
                stack.restart()
            return i + 1
        stack.promote()
        if self.words.tag(i + 1) != "R":
            stack.close_preposed()
        wants = stack.wanting()
        aside = wants is not None and wants.subject is not None and self._comma_in(wants.subject[1], i)
        report = over_report(self.scene, i, wants=aside)
        if report is None:
            stack.comma = stack.closed = True
        return i + 1 if report is None else report + 1

    def _comma_in(self, first: int, stop: int) -> bool:
        """Whether a comma stands between two tokens."""
        return any(self.words.tag(k) == "," for k in range(first, stop))

    def _dash(self, i: int) -> int:
        """Step over an aside between dashes; a dash of its own ends a dateline."""
        words, stack = self.words, self.stack
        text, farthest = words.all[i].text, min(len(words), i + _LONGEST_ASIDE)
        closed = next((j for j in range(i + 1, farthest) if words.all[j].text == text), None)
        aside = closed is not None and text != "-"
        if not aside and len(stack.open) == 1 and not stack.top.verb:
            stack.restart()
        stack.comma = stack.closed = True
        return closed + 1 if aside and closed is not None else i + 1

    def bracket(self, i: int) -> int:
        """Step over a bracket; an agency in one ends the head of a report."""
        words = self.words
        if words.low(i + 1) in _AGENCIES and not self.stack.open[0].verb:
            self.stack.restart()
        farthest = min(len(words), i + _LONGEST_ASIDE)
        return next((j + 1 for j in range(i, farthest) if words.tag(j) == ")"), i + 1)

    # --- what opens clauses -----------------------------------------------------------------------------------

    def _opens(self, i: int) -> bool:
        """Whether a "that" opens a clause."""
        before, after = self.words.tag(i - 1), self.words.tag(i + 1)
        return before in "V," or (before in "W#)" and (self.stack.top.says or after in "DN#W"))

    def relative(self, i: int) -> int:
        """Open a clause at "which", "who", "whose", "that"."""
        words, stack, low = self.words, self.stack, self.words.low(i)
        top, before = stack.top, self.words.tag(i - 1)
        if low == "that" and (before == "V" or top.says or (before == "," and words.tag(i) != "R")):
            if stack.joint is not None:
                stack.close_said()
            stack.push(Clause())
            return i + 1
        stands = self._antecedent(i)
        stack.promote()
        if low == "what" and not top.subject and not top.verb:
            top.subject = stands
        owned = words.starting(i + 1) if low == "whose" else None
        stack.push(Clause(subject=owned, stands_for=stands, relative=True))
        return owned[1] if owned else i + 1

    def _antecedent(self, i: int) -> "Phrase | None":
        """Return what a relative stands for."""
        last = self.stack.last
        if self.words.low(i) == "what":
            return i, i + 1
        return (apposed_name(self.scene, last) or last) if last else None

    def conjunction(self, i: int) -> int:
        """Read "and" or open a clause at "when", "because"."""
        words, stack, low = self.words, self.stack, self.words.low(i)
        if low in _COORDINATES:
            stack.joint, stack.joint_comma = i, words.tag(i - 1) == "," or stack.comma
            return i + 1
        if low == "than":
            return i + 1
        if low == "as" and words.low(i + 2) == "as":
            return i + 2
        stack.promote()
        stack.push(Clause(opened=True, preposed=low in _PREPOSITIONS))
        return i + 1

    def preposition(self, i: int) -> int:
        """Step over a preposition and what it governs."""
        words, j, size = self.words, i + 1, len(self.words)
        while j < size and words.tag(j) in "AP":
            j += 1
        if words.tag(j) in "XV":
            while j < size and words.tag(j) in "XVA":
                j += 1
            return self._governed(j)
        if words.low(i) in {"since", "until"}:
            phrase = words.starting(j) if words.tag(j) in "DW#Nq" else None
            if phrase and words.tag(phrase[1]) in "XV":
                self.stack.push(Clause(opened=True))
                return j
        return self._governed(j)

    def _governed(self, i: int) -> int:
        """Step over a noun phrase that a preposition, infinitive or participle governs."""
        phrase = self.words.starting(i) if self.words.tag(i) in "DW#Nq" else None
        if phrase is None:
            return i
        self.stack.last = phrase
        return phrase[1]

    # --- nouns and verbs -----------------------------------------------------------------------------------------

    def noun(self, i: int) -> int:
        """Read a noun phrase that no preposition governs."""
        words, stack = self.words, self.stack
        phrase = words.starting(i)
        if phrase is None:
            return i + 1
        # "clips to any post and costs"
        alone = phrase[1] == i + 1 and words.low(i) in verbs().maybe
        if alone and stack.joint == i - 1 and stack.top.verb:
            return self.verb(i)
        if not self._no_noun(phrase):
            stack.noun(phrase, hearer=words.low(phrase[0] - 1) in TELLS)
        return phrase[1]

    def _no_noun(self, phrase: "Phrase") -> bool:
        """Whether a phrase is a number, a time, an adjective, or the place and day at the head of a report."""
        words = self.words
        if phrase[0] == 0 and words.words(phrase).isupper() and words.words(phrase)[-1].isdigit():
            return True
        if words.low(phrase[0]) in _ADJECTIVES:
            return True
        return all(words.tag(k) == "#" or is_time(self.scene, k) for k in range(*phrase))

    def verb(self, i: int) -> int:
        """Read a group of verbs and give it its subject."""
        stack, group = self.stack, _group(self.words, i)
        subject = stack.finite(i, weak=group.weak) if group.finite else stack.participle(i)
        if subject:
            self.found.update(dict.fromkeys(range(i, group.end), subject))
        if not group.finite:
            return self._governed(group.end)
        stack.top.says = group.says
        stack.clear()
        return group.end


_READERS: "dict[str, Callable[[_Reader, int], int]]" = {
    ",": _Reader.mark, "(": _Reader.bracket, "X": _Reader.verb, "V": _Reader.verb, "R": _Reader.relative, "C": _Reader.conjunction,
    "P": _Reader.preposition, "O": _Reader.preposition, "D": _Reader.noun, "W": _Reader.noun, "#": _Reader.noun, "N": _Reader.noun,
}  # fmt: skip
