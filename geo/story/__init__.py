"""Read articles into a story: the one path from text to places, dates, movements and checked claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geo import claims, dates, movements, places, routes, text
from geo.errors import InputError
from geo.model import Article, Leg, Movement, Report, Route, Story
from geo.movements import chains, events
from geo.world import World

__all__ = ["read", "report"]


def report(article: Article, world: World, *, routed: bool = True) -> Report:
    """Read one article: mentions, dates, movements, events, and claims with their verdicts.

    `routed` also draws the way of each movement, which costs most of the time.
    """
    document = text.read(article)
    mentions = places.read(document, world)
    days, warnings = dates.read(document)
    moves = movements.read(document, mentions, days)
    return Report(
        article=article,
        mentions=mentions,
        dates=days,
        movements=moves,
        events=events.read(document, mentions, days),
        findings=claims.read(document, mentions, days, world),
        routes=tuple(_route(each, world) if routed else None for each in moves),
        warnings=article.warnings + warnings,
    )


def read(articles: Iterable[Article], world: World) -> Story:
    """Read articles as one story: what several of them tell is one leg or event with several sources.

    The same articles in the same order give an equal story.
    """
    reports = tuple(report(each, world) for each in articles)
    legs = tuple(_checked(chains.link(reports), reports, world))
    return Story(
        reports=reports,
        legs=legs,
        events=events.merge(reports),
        credits=_credits(reports, legs, world),
        borders=world.settings.borders,
    )


def _route(move: Movement, world: World) -> Route | None:
    """Draw the way a movement could have taken, when both its ends are placed and its mode has one."""
    start = move.origin.place if move.origin else None
    goal = move.destination.place if move.destination else None
    if start is None or goal is None or start.at == goal.at:
        return None
    via = tuple(each.place for each in move.via if each.place is not None)
    try:
        return routes.build(start, goal, move.mode, world=world, via=via)
    except InputError:
        return None


def _checked(legs: Sequence[Leg], reports: Sequence[Report], world: World) -> Iterator[Leg]:
    """Give each leg the route of one of its tellings, and the checks that need one."""
    previous: Leg | None = None
    for leg in legs:
        told = (reports[i].routes[j] for i, j in leg.told)
        route = next((each for each in told if each is not None), None) or _route(leg.movement, world)
        follows = previous is not None and leg.chain is not None and previous.chain == leg.chain
        previous = replace(leg, route=route, checks=chains.checks(leg, previous if follows else None, route))
        yield previous


def _credits(reports: Sequence[Report], legs: Sequence[Leg], world: World) -> tuple[str, ...]:
    """Name every source whose data the story shows, in order of first use."""
    named = [world.borders.credit]
    named += [m.place.licence for r in reports for m in r.mentions if m.place is not None]
    named += [source for leg in legs if leg.route for source in leg.route.sources]
    return tuple(dict.fromkeys(each for each in named if each))
