"""Read the words and clauses of a sentence when they are first asked for: most sentences are left after a look at their text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.structure import subjects
from geo.claims.words import Words, read

if TYPE_CHECKING:
    from geo.claims.scene import Phrase, Scene

__all__ = ["Parse"]


@dataclass(slots=True)
class Parse:
    """The words of a sentence and the subjects of its verbs; `figures` are the stretches that figures with units take."""

    text: str
    figures: Sequence[tuple[int, int]] = ()
    _words: Words | None = None
    _subjects: "dict[int, Phrase] | None" = None

    @property
    def words(self) -> Words:
        """The words with their classes."""
        if self._words is None:
            self._words = read(self.text, self.figures)
        return self._words

    def subject(self, scene: "Scene", verb: int) -> "Phrase | None":
        """Return the subject of a finite verb, or `None` if the clauses do not say."""
        if self._subjects is None:
            self._subjects = subjects(scene)
        return self._subjects.get(verb)
