"""Run the commands that read articles: map, check, read, export, batch."""

import json
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import click

from geo.cli import options
from geo.cli.options import common

__all__ = ["batch", "check", "export", "map_", "read"]

CHECK_FORMATS = ("table", "json", "csv", "markdown", "claimreview")


@click.command("map")
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "--output",
    "-o",
    default="maps/story.html",
    show_default=True,
    metavar="FILE",
    help="Where the page goes.",
)
@click.option("--title", help="Title of the page; by default the first article's.")
@click.option(
    "--tiles", is_flag=True, help="Draw online map tiles under the story (the page then needs a network)."
)
@click.option("--png", metavar="FILE", help="Also write a 1200x630 card, through headless Chromium.")
@click.option("--pdf", metavar="FILE", help="Also print the page to PDF, through headless Chromium.")
@common
def map_(
    articles: Sequence[str],
    output: str,
    title: str | None,
    *,
    tiles: bool,
    png: str | None,
    pdf: str | None,
    **chosen: Any,
) -> None:
    """Write the map: one HTML file, one layer per date, every mark opens the sentence it rests on.

    Example: dateline map examples/arms-shipment -o maps/story.html
    """
    from geo import page
    from geo.export import files
    from geo.story import summary

    story, world = options.read_story(articles, chosen)
    files.write(output, page.render(story, borders=world.borders, tiles=tiles, title=title).encode())
    if png:
        page.shoot(output, png)
    if pdf:
        page.pdf(output, pdf)
    if not chosen["quiet"]:
        for line in summary.lines(story):
            options.say(line)
    for path in filter(None, (output, png, pdf)):
        click.echo(path)


@click.command()
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(CHECK_FORMATS),
    default="table",
    show_default=True,
    help="How to print.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 when a claim is contradicted.")
@common
def check(articles: Sequence[str], form: str, *, strict: bool, **chosen: Any) -> None:
    """Check every geographic claim: stated, measured, tolerance, verdict, because.

    Example: dateline check story.txt --published 2023-10-14 --format json
    """
    from geo import story
    from geo.export import checks
    from geo.model import Story

    found, world = options.read_articles(articles, chosen), options.open_world(chosen)
    reports = (story.report(each, world, routed=False) for each in options.tracked(found, chosen))
    checked = Story(reports=tuple(reports), borders=world.settings.borders)
    click.echo(checks.render(checked, form), nl=False)
    if strict and any(finding.verdict.word == "contradicted" for _, finding in checked.findings()):
        raise SystemExit(1)


@click.command()
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help="A list, or one object a line.",
)
@common
def read(articles: Sequence[str], form: str, **chosen: Any) -> None:
    """Print everything that was read, as JSON: one object an article, in input order.

    Example: dateline read story.jsonl --format jsonl
    """
    from geo import story
    from geo.export import record

    found, world = options.read_articles(articles, chosen), options.open_world(chosen)
    records = (record.report(story.report(each, world)) for each in options.tracked(found, chosen))
    if form == "jsonl":
        for each in records:
            click.echo(json.dumps(each, ensure_ascii=False, allow_nan=False))
    else:
        # Piece by piece: the text of a long article's record as a whole takes twenty times its length.
        encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=1)
        sys.stdout.writelines(encoder.iterencode(list(records)))
        click.echo()


@click.command()
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="FILE",
    help="The suffix chooses the format: .geojson, .gpkg, .kml, .parquet, .csv.",
)
@common
def export(articles: Sequence[str], output: str, **chosen: Any) -> None:
    """Write GIS layers: places, movements, routes, claims; each row with quote, source and precision.

    Example: dateline export examples/arms-shipment -o story.gpkg
    """
    from geo import export as exporters

    exporters.exporter(
        PurePath(output).suffix
    )  # a suffix that nobody writes is said before an article is read
    story, _ = options.read_story(articles, chosen)
    for path in exporters.write(story, output):
        click.echo(path)


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--output", "-o", required=True, metavar="DIR", help="Where the partitions go.")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="What runs the work; dask needs the extra dateline[batch].",
)
@click.option("--scheduler", metavar="ADDRESS", help="A running Dask scheduler.")
@click.option(
    "--workers", type=click.IntRange(1), metavar="N", help="Number of workers; by default one a core."
)
@common
def batch(
    inputs: Sequence[str], output: str, engine: Any, scheduler: str | None, workers: int | None, **chosen: Any
) -> None:
    """Read a corpus into partitioned GeoParquet; resumes where it was stopped.

    Example: dateline batch archive/ -o corpus --workers 4
    """
    from geo import batch as batches

    done = batches.run(
        inputs,
        output,
        engine=engine,
        scheduler=scheduler,
        workers=workers,
        settings=options.settings(chosen),
        quiet=chosen["quiet"],
    )
    click.echo(done)
