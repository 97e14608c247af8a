"""Hold what claims are judged against: the world, and the document with its mentions."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.model import Mention
from geo.text import Document

if TYPE_CHECKING:
    from geo.world import World

__all__ = ["Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """A world to measure in; `mentions` bring the rivals of a name, `document` the day and the focus."""

    world: "World"
    document: Document | None = None
    mentions: tuple[Mention, ...] = field(default=())
