"""Define the options that commands share, and make settings, articles and stories of them."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from geo.model import Article, Story
    from geo.world import World

__all__ = ["common", "open_world", "read_articles", "read_story", "say", "settings", "tracked"]

F = TypeVar("F", bound=Callable[..., Any])


def _layers(
    _context: click.Context, _parameter: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Split NAME=FILE."""
    pairs = tuple(tuple(map(str.strip, value.split("=", 1))) for value in values)
    for value, pair in zip(values, pairs, strict=True):
        if len(pair) != 2 or not all(pair):
            raise click.BadParameter(f"{value!r} is not NAME=FILE, such as front=front-2023-10.geojson")
    return tuple((name, path) for name, path in pairs)


_COMMON = (
    click.option(
        "--gazetteer",
        "gazetteers",
        multiple=True,
        metavar="FILE",
        help="A curated gazetteer (CSV) that adds to or overrides the one that ships; repeatable.",
    ),
    click.option(
        "--published",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="Publication date of articles that name none themselves.",
    ),
    click.option(
        "--borders",
        type=click.Choice(["recognised", "de-facto"]),
        default="recognised",
        show_default=True,
        help="Which reading of disputed borders comes first; the other is always tried.",
    ),
    click.option(
        "--layer",
        "layers",
        multiple=True,
        metavar="NAME=FILE",
        callback=_layers,
        help="An own reference line, such as a front line, from any vector file; repeatable.",
    ),
    click.option(
        "--recogniser",
        type=click.Choice(["built-in", "spacy"]),
        default="built-in",
        show_default=True,
        help="How place names are found; spacy needs the extra dateline[ner].",
    ),
    click.option("--quiet", "-q", is_flag=True, help="No progress, no summary; errors only."),
)


def common(function: F) -> F:
    """Give a command the options that all reading commands share."""
    for option in reversed(_COMMON):
        function = option(function)
    return function


def settings(chosen: dict[str, Any]) -> Settings:
    """Make settings of the common options."""
    published: datetime | None = chosen["published"]
    return Settings(
        published=published.date() if published else None,
        borders=chosen["borders"],
        gazetteers=tuple(chosen["gazetteers"]),
        layers=chosen["layers"],
        recogniser=chosen["recogniser"],
    )


def open_world(chosen: dict[str, Any]) -> "World":
    """Open the world the options ask for."""
    from geo import world

    opened = world.load(settings(chosen))
    for name, _ in chosen["layers"]:
        opened.borders.boundary(
            f"layer:{name}"
        )  # a file that cannot be used is said before an article is read
    return opened


def read_articles(paths: Sequence[str], chosen: dict[str, Any]) -> "tuple[Article, ...]":
    """Read the articles a command names."""
    from geo import articles

    stdin = sys.stdin.buffer if "-" in paths else None
    return articles.read(paths, published=settings(chosen).published, stdin=stdin)


def read_story(paths: Sequence[str], chosen: dict[str, Any]) -> "tuple[Story, World]":
    """Read a story, with a progress bar on a terminal."""
    from geo import story

    found, world = read_articles(paths, chosen), open_world(chosen)
    return story.read(tracked(found, chosen), world), world


def tracked(found: "tuple[Article, ...]", chosen: dict[str, Any]) -> "Iterable[Article]":
    """Show progress on stderr when somebody watches."""
    if chosen["quiet"] or not sys.stderr.isatty() or len(found) < 4:
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, description="reading", console=Console(stderr=True), transient=True)


def say(line: str) -> None:
    """Print text that may come from outside: controls and bidirectional overrides are written out, not obeyed."""
    from geo.export.terminal import printable

    click.echo(printable(line))
