"""Hold what claims are judged against: the world, and the document with its mentions."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from geo.model import Mention, Span
from geo.text import Document

if TYPE_CHECKING:
    from geo.world import World

__all__ = ["Setting"]


@dataclass(frozen=True)
class Setting:
    """A world to measure in; `mentions`, in reading order, bring the rivals of a name, `document` the day and the focus.

    One serves all claims of a document, so that what it is asked for is counted once.
    """

    world: "World"
    document: Document | None = None
    mentions: tuple[Mention, ...] = field(default=())

    @cached_property
    def focus(self) -> str:
        """Code of the country most spoken of, the one named first among equals."""
        codes = Counter(m.place.country for m in self.mentions if m.place and m.place.country)
        return max(codes, key=codes.__getitem__) if codes else ""

    @cached_property
    def of_place(self) -> Mapping[str, Sequence[Mention]]:
        """Mentions by the ids of their places."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if mention.place:
                found[mention.place.id].append(mention)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        """Where the mentions begin."""
        return [mention.span.start for mention in self.mentions]

    def overlapping(self, span: Span) -> Sequence[Mention]:
        """Return the mentions that share characters with a span."""
        low = max(0, bisect_left(self._starts, span.start) - 1)
        found = self.mentions[low : bisect_left(self._starts, span.end, lo=low)]
        return [mention for mention in found if mention.span.overlaps(span)]
