"""Read the toponyms of an article and place them."""

from collections.abc import Sequence
from typing import Protocol

from geo.model import Mention, Role
from geo.places.classify import best_spans, judge
from geo.places.find import Candidate, Token, candidates, tokens
from geo.places.lexicon import CUES, SEATS
from geo.places.outlets import homes
from geo.places.resolve import Choice, choose, group
from geo.places.second import opinion
from geo.settings import Settings
from geo.text import Document
from geo.world.gazetteer import Gazetteer

__all__ = ["read"]


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


def _acts(each: Candidate, words: Sequence[Token], text: str) -> bool:
    """Whether a seat of power does something here: "Moscow denied", "Seoul and Tokyo agreed", "Beijing's ministry"."""
    before = words[each.first - 1].key if each.first else ""
    if before in CUES["locative"] or before == "of" or text[max(0, each.start - 2) : each.start] == ", ":
        return False
    after = [w for w in words[each.last + 1 : each.last + 5] if w.sentence == words[each.last].sentence]
    texts = [w.text for w in after]
    if texts[:1] == ["s"]:
        return texts[1:2] != [] and texts[1] in CUES["power"]
    if texts[:1] == ["and"] and len(after) > 2 and after[1].opens:
        texts = texts[2:]
    return texts[:1] != [] and (
        texts[0] in CUES["agent"]
        or (texts[0] in CUES["auxiliary"] and texts[1:2] != [] and texts[1] in CUES["agent"])
    )


def _role(each: Candidate, choice: Choice, words: Sequence[Token], text: str) -> Role:
    """Tell people, actors and places proper apart."""
    if choice.ref.how == "demonym":
        return "demonym"
    if choice.ref.place.kind == "government":
        before = words[each.first - 1].key if each.first else ""
        before = words[each.first - 2].key if before == "the" and each.first > 1 else before
        return "literal" if before in CUES["locative"] else "actor"
    seat = choice.ref.place.kind in SEATS or choice.ref.place.note.startswith("capital")
    return "actor" if seat and _acts(each, words, text) else "literal"


def _picked(document: Document, words: list[Token], world: Known) -> list[Candidate]:
    """Find candidates, judge them, and keep the toponyms."""
    found = candidates(document, words, world.gazetteer)
    chance = judge(document, words, found)
    if world.settings.recogniser == "spacy":
        found, chance = opinion(document, words, found, chance, world.gazetteer)
    for each, value in zip(found, chance, strict=True):
        each.chance = value
    return [found[n] for n in best_spans(found, chance)]


def read(document: Document, world: Known) -> tuple[Mention, ...]:
    """Find and place every toponym of a document, in reading order, none overlapping another."""
    words = tokens(document)
    picked = _picked(document, words, world)
    home = homes(document.article.outlet, world.gazetteer)
    groups = group(picked, words, document.article.text, home)
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
                _role(each, choice, words, document.article.text),
                choice.ref.place,
                round(choice.score * each.chance, 3),
                because,
                choice.rivals,
            )
        )
    return tuple(mentions)
