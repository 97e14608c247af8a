"""Say what a kind of claim is: a name, the words it cannot do without, a finder, a checker, and examples."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.scene import Scene
from geo.model import Claim, ClaimKind, Verdict

if TYPE_CHECKING:
    from geo.claims.setting import Setting

__all__ = ["Checker", "Example", "Finder", "Kind"]

Finder = Callable[[Scene], Iterator[Claim]]
Checker = Callable[[Claim, "Setting"], Verdict]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what is claimed in it; `subject` and `object` are words of the sentence."""

    text: str
    subject: str | None = None
    object: str | None = None
    figure: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim.

    Attributes
    ----------
    triggers
        Lower-case words without one of which the kind cannot occur in a sentence; they are looked for first.
    find
        Yields the claims of a sentence; figures that earlier kinds took are no longer in the scene.
    check
        Measures one claim.
    measured
        Whether it needs a figure with a unit.
    examples
        Sentences with exactly one claim of the kind; the tests read them.
    """

    name: ClaimKind
    triggers: tuple[str, ...]
    find: Finder
    check: Checker
    examples: tuple[Example, ...]
    measured: bool = True

    def occurs(self, low: str) -> bool:
        """Whether a lower-case sentence holds one of the triggers."""
        for trigger in self.triggers:  # noqa: SIM110 - a third of the cost of any()
            if trigger in low:
                return True
        return False
