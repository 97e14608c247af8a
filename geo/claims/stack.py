"""Keep the open clauses of a sentence, and give a verb to the one that wants it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.claims.scene import Phrase
    from geo.claims.words import Words

__all__ = ["Clause", "Stack"]


@dataclass(slots=True)
class Clause:
    """An open clause.

    Attributes
    ----------
    stands_for
        What a relative stands for, which is its subject unless it has its own.
    opened
        A conjunction opened it; `preposed`: one that is as often a preposition ("after the attack").
    weak
        Its verb may be a participle ("a fire started by"); `aside`: and stands behind a comma.
    says
        What follows its verb may be a clause without "that".
    """

    subject: "Phrase | None" = None
    stands_for: "Phrase | None" = None
    relative: bool = False
    opened: bool = False
    preposed: bool = False
    verb: bool = False
    weak: bool = False
    aside: bool = False
    says: bool = False

    @property
    def wants(self) -> bool:
        """Whether it has a subject and no verb, or only a participle."""
        return self.subject is not None and (not self.verb or self.aside)


@dataclass(slots=True)
class Stack:
    """The open clauses, the innermost last, and what stands between the last verb and here.

    Attributes
    ----------
    pending
        The last noun phrase since the verb that no preposition governs; `closed`: a comma stands behind it; `fresh`: it
        follows a phrase that a preposition governs, so that it begins something.
    last
        The last noun phrase of all.
    joint
        The last "and" since the verb; `comma`, `joint_comma`: a comma stands since the verb, or did before the "and".
    """

    words: "Words"
    open: list[Clause] = field(default_factory=lambda: [Clause()])
    pending: "Phrase | None" = None
    last: "Phrase | None" = None
    joint: int | None = None
    comma: bool = False
    closed: bool = False
    fresh: bool = False
    joint_comma: bool = False

    @property
    def top(self) -> Clause:
        """The innermost clause."""
        return self.open[-1]

    def clear(self) -> None:
        """Forget what stood between the last verb and here."""
        self.pending, self.joint = None, None
        self.comma = self.closed = self.joint_comma = False

    def restart(self) -> None:
        """Begin a new sentence."""
        self.open = [Clause()]
        self.clear()

    def push(self, clause: Clause) -> None:
        """Open a clause."""
        self.open.append(clause)
        self.clear()

    def promote(self) -> None:
        """Open the clause that a noun phrase begins without "that": "he said the tug, ..."."""
        joined = self.top.verb and self.joint is not None and self.pending and self.joint < self.pending[0]
        if self.pending and (self.top.says or joined) and self._subject_like(self.pending):
            self.push(Clause(subject=self.pending))

    def close_preposed(self) -> None:
        """Close, at a comma, what stands before the main clause: "After the attack, ...", "When the dam burst, ..."."""
        while len(self.open) > 1 and self.top.opened and self._is_over(self.open[-2]):
            self.open.pop()
            self.pending = None

    def _is_over(self, outer: Clause) -> bool:
        """Whether a comma ends the innermost clause."""
        top = self.top
        if top.verb:
            return not outer.subject and not outer.verb
        return top.preposed or not top.subject or not self._subject_like(top.subject)

    def close_said(self) -> None:
        """Leave the clause of what was said: "said that A fell and that B"."""
        while len(self.open) > 1 and not self.top.says:
            self.open.pop()

    def wanting(self) -> Clause | None:
        """Return the innermost clause that wants a verb."""
        return next((clause for clause in reversed(self.open) if clause.wants), None)

    def _subject_like(self, phrase: "Phrase") -> bool:
        """Whether a phrase may begin a clause: not a bare word, which is as often an adjective ("circling low,")."""
        words = self.words
        alone = phrase[1] == phrase[0] + 1 and words.tag(phrase[0]) == "W"
        return not alone or words.all[phrase[0]].named or words.low(phrase[0]).endswith("s")

    # --- nouns -------------------------------------------------------------------------------------------------

    def noun(self, phrase: "Phrase", *, hearer: bool = False) -> None:
        """Take in a noun phrase that no preposition governs; `hearer`: who is told something."""
        top, joint, before = self.top, self.joint, self.last
        joined = joint == phrase[0] - 1 and not self.comma
        beside = before is not None and before != self.pending
        governed = joined and beside and before is not None and before[1] == joint
        self.fresh = beside and before is not None and before[1] == phrase[0]
        self.last, self.closed = phrase, False
        verb_follows = self.words.tag(phrase[1]) in "XV"
        if not top.verb and not top.subject:
            top.subject = phrase
        elif not top.verb and joined and top.subject and top.subject[1] == joint:
            top.subject = top.subject[0], phrase[1]
        elif top.verb and joined and self._ends_at(joint) and (top.says or not verb_follows):
            self.pending, self.joint = (self.pending[0] if self.pending else phrase[0], phrase[1]), None
        elif governed and self.words.tag(phrase[1]) not in "XVAR":
            # "for lights and siren": more of what the preposition governs.
            self.joint = None
        elif not hearer:
            self.pending = phrase

    def _ends_at(self, joint: int | None) -> bool:
        """Whether the pending phrase ends at a token."""
        return self.pending is not None and self.pending[1] == joint

    # --- verbs -------------------------------------------------------------------------------------------------

    def participle(self, i: int) -> "Phrase | None":
        """Return the subject of a participle: "its engine, witnesses said, burning"."""
        if self.pending and self.top.verb and self.words.tag(self.pending[0] - 1) in ",C":
            return self.pending
        return self.top.subject if self.words.tag(i - 1) == "," else None

    def finite(self, i: int, *, weak: bool) -> "Phrase | None":
        """Return the subject of the finite verb at a token, closing the clauses that are over."""
        if self.comma and self.top.relative and self.top.subject and not self.top.verb:
            # "The lake, which the two countries share, covers": a verb that looks like a noun.
            self.top.verb = True
        if self.top.verb:
            return self._second(i, weak=weak)
        if self.pending and self._behind_comma(i):
            if weak and self.words.low(self.pending[0]) in {"a", "an"}:
                # "The Kh-22, a missile designed to sink carriers, has"
                return self.pending
            # "One of the last wild rivers, the Tarn rises"
            self.top.subject = self.pending
        return self._first(i, weak=weak)

    def _first(self, i: int, *, weak: bool) -> "Phrase | None":
        """Return the subject of a verb that is the first of its clause."""
        top = self.top
        top.verb, top.weak, top.aside = True, weak, weak and self.words.tag(i - 1) == ","
        if top.subject is None and not top.relative and not top.opened and len(self.open) > 1:
            return self.open[-2].subject
        return top.subject or top.stands_for

    def _behind_comma(self, i: int) -> bool:
        """Whether the pending phrase stands between a comma and the verb at a token."""
        return self._ends_at(i) and self.pending is not None and self.words.tag(self.pending[0] - 1) == ","

    def _second(self, i: int, *, weak: bool) -> "Phrase | None":
        """Return the subject of a verb whose clause has one already."""
        wants = next((clause for clause in reversed(self.open[:-1]) if clause.wants), None)
        if self.joint is not None and (not self.pending or self.pending[0] < self.joint):
            return self._goes_on(wants, weak=weak)
        if wants and self.pending and (self._behind_comma(i) or (wants.preposed and self.fresh)):
            # "After a chase that began in Reno the car was"
            wants.subject = self.pending
            return self._close(wants, weak=weak)
        if self.pending and self.closed and not self._subject_like(self.pending):
            self.pending = None
        return self._same(i, wants) or self._other(wants, weak=weak)

    def _same(self, i: int, wants: Clause | None) -> "Phrase | None":
        """Return the subject of the verb before, where that was a participle, or what it tells is thought."""
        top, near = self.top, self.pending and not self.closed
        if not near and (top.aside or (top.weak and not self.comma and not wants)):
            # "the quarry, closed since May, is", "a fire started by lightning is"
            top.aside = top.weak = False
            return top.subject or top.stands_for
        # "which experts believe is"
        thought = top.relative and top.subject and self.words.tag(i - 1) == "V"
        return top.stands_for if thought else None

    def _other(self, wants: Clause | None, *, weak: bool) -> "Phrase | None":
        """Return the subject of the clause outside, or of one that begins here without a word for it."""
        top, near = self.top, self.pending and not self.closed
        if wants and not (top.says and near):
            return self._close(wants, weak=weak)
        if self.pending and not (self.joint is None and not top.says and weak and near):
            # "he said the tug was"; not "found a house owned by"
            self.open.append(Clause(subject=self.pending, verb=True, weak=weak))
        return self.pending or top.subject or top.stands_for

    def _goes_on(self, wants: Clause | None, *, weak: bool) -> "Phrase | None":
        """Return the subject of a verb behind "and": that of the verb before; behind a comma, relative clauses are over."""
        if self.joint_comma and wants:
            return self._close(wants, weak=weak)
        while self.joint_comma and len(self.open) > 1 and self.top.relative:
            self.open.pop()
        return self.top.subject or self.top.stands_for

    def _close(self, clause: Clause, *, weak: bool) -> "Phrase | None":
        """Close the clauses inside one and give it its verb."""
        while self.top is not clause:
            self.open.pop()
        clause.verb, clause.weak, clause.aside = True, weak, False
        if clause.subject and self.last and self.words.low(clause.subject[0]) == "what":
            # "What looks to be a berm, they said, runs"
            clause.subject = clause.subject[0], max(self.last[1], clause.subject[1])
        return clause.subject
