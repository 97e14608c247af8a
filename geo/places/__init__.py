"""Read the toponyms of an article and place them."""

from dataclasses import dataclass
from typing import Protocol

from geo.model import Mention
from geo.places.classify import Model, best_spans, judge, model
from geo.places.find import Candidate, candidates
from geo.places.outlets import homes
from geo.places.resolve import Array, choose, group, weights
from geo.places.roles import role
from geo.places.second import joined, labels, sights
from geo.places.words import Words, cut
from geo.settings import Settings
from geo.text import Document
from geo.world.gazetteer import Gazetteer

__all__ = ["Learned", "read"]


@dataclass(frozen=True, slots=True)
class Learned:
    """All that is learned from labelled articles: the judge of spans and the weights of resolution."""

    spans: Model
    weights: Array


class Known(Protocol):
    """What of the world is needed here."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places known."""
        ...

    @property
    def settings(self) -> Settings:
        """The choice of recogniser."""
        ...


def _picked(document: Document, words: Words, world: Known, by: Model) -> list[Candidate]:
    """Find candidates, judge them, and keep the toponyms."""
    found, more = candidates(document, words, world.gazetteer), None
    if world.settings.recogniser == "spacy":
        given = labels(document)
        found = joined(words, found, given, document.article.text, world.gazetteer)
        more = sights(found, given)
    chance = judge(document, words, found, by, more)
    for each, value in zip(found, chance, strict=True):
        each.chance = value
    return [found[n] for n in best_spans(found, chance)]


def read(document: Document, world: Known, learned: Learned | None = None) -> tuple[Mention, ...]:
    """Find and place every toponym of a document, in reading order, none overlapping another.

    Parameters
    ----------
    document
        The article, cut into sentences.
    world
        The gazetteer, and the settings that choose the recogniser.
    learned
        What to judge by instead of what ships: how the parts are tested on articles they were not trained on.
    """
    learned = learned or Learned(model(world.settings.recogniser), weights())
    words = cut(document)
    picked = _picked(document, words, world, learned.spans)
    home = homes(document.article.outlet, world.gazetteer)
    groups = group(picked, words, document.article.text, home)
    chosen = {
        n: choice
        for one, choice in zip(groups, choose(groups, home, learned.weights), strict=True)
        for n in one.members
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
                role(each, choice.ref, words, document.article.text),
                choice.ref.place,
                round(choice.score * each.chance, 3),
                because,
                choice.rivals,
            )
        )
    return tuple(mentions)
