"""Read the toponyms of an article and place them."""

from collections.abc import Sequence
from typing import Protocol

from geo.model import Mention, Role
from geo.places.classify import select
from geo.places.find import Candidate, Token, candidates, tokens
from geo.places.lexicon import CUES
from geo.places.outlets import homes
from geo.places.resolve import Choice, choose, group
from geo.text import Document
from geo.world.gazetteer import Gazetteer

__all__ = ["read"]


class HasGazetteer(Protocol):
    """What of the world is needed here."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places known."""
        ...


def _role(each: Candidate, choice: Choice, words: Sequence[Token]) -> Role:
    """Tell people, actors and places proper apart."""
    if choice.ref.how == "demonym":
        return "demonym"
    after = words[each.last + 1].text if each.last + 1 < len(words) else ""
    acts = choice.ref.place.kind in {"country", "capital", "building"} and after in CUES["agent"]
    return "actor" if acts else "literal"


def read(document: Document, world: HasGazetteer) -> tuple[Mention, ...]:
    """Find and place every toponym of a document, in reading order, none overlapping another."""
    words = tokens(document)
    picked = select(document, words, candidates(document, words, world.gazetteer))
    groups = group(picked, words, document.article.text)
    home = homes(document.article.outlet, world.gazetteer)
    chosen = {
        n: choice for one, choice in zip(groups, choose(groups, home), strict=True) for n in one.members
    }
    mentions = []
    for number, each in enumerate(picked):
        span = document.article.span(each.start, each.end)
        choice = chosen.get(number)
        if choice is None:
            mentions.append(Mention(span, "literal", None, 0.0, "no gazetteer has a place of this name"))
            continue
        because = "; ".join((choice.ref.place.source, *choice.reasons))
        mentions.append(
            Mention(
                span,
                _role(each, choice, words),
                choice.ref.place,
                round(choice.score, 3),
                because,
                choice.rivals,
            )
        )
    return tuple(mentions)
