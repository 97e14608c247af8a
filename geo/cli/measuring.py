"""Run the commands that measure and look up: distance, route, place, gazetteer check."""

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from geo.cli import options
from geo.cli.options import common
from geo.errors import InputError

if TYPE_CHECKING:
    from geo.between import Measurement
    from geo.model import Place

__all__ = ["distance", "gazetteer", "place", "route"]

MODES = ("sea", "rail", "road", "air")
_WIDEST = 30  # letters a column of places is padded to


@click.command(context_settings={"ignore_unknown_options": True})  # "-33.9,151.2" is a position
@click.argument("a")
@click.argument("b")
@click.option("--via", type=click.Choice(MODES), help="Also measure the route by this mode.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print.",
)
@common
def distance(a: str, b: str, via: Any, form: str, **chosen: Any) -> None:
    """Measure from A to B: names, 'lat,lon', border:Ukraine, coast:Norway, layer:NAME; all readings.

    Example: dateline distance Tikhoretsk border:Ukraine
    """
    from geo import between

    found = between.measure(a, b, options.open_world(chosen), via=via)
    if form == "json":
        click.echo(json.dumps(_measured(found), ensure_ascii=False, allow_nan=False, indent=1))
        return
    options.say(f"from {found.start}")
    options.say(f"to   {found.goal}")
    for each in found.readings:
        options.say(
            f"{each.km:12,.{found.digits}f} km {each.km / 1.609344:12,.{found.digits}f} mi   {each.name}"
        )
    for note in found.notes:
        options.say(f"note: {note}")


def _measured(found: "Measurement") -> dict[str, Any]:
    """Turn a measurement into JSON."""
    readings = [
        {
            "name": r.name,
            "km": round(r.km, 6),
            "method": r.method,
            "line": [[round(p.lon, 6), round(p.lat, 6)] for p in r.line],
        }
        for r in found.readings
    ]
    return {"from": found.start, "to": found.goal, "readings": readings, "notes": list(found.notes)}


@click.command(context_settings={"ignore_unknown_options": True})  # "-33.9,151.2" is a position
@click.argument("a")
@click.argument("b")
@click.option("--via", type=click.Choice(MODES), required=True, help="The mode of travel.")
@click.option(
    "--through",
    multiple=True,
    metavar="PLACE",
    help="A place, strait or canal the route must pass; repeatable.",
)
@click.option("--within", metavar="COUNTRY", help="Stay inside a country where the mode can.")
@click.option(
    "--avoid",
    multiple=True,
    metavar="PASSAGE",
    help="A sea passage that is closed: suez, panama, bosporus, malacca, ...; repeatable.",
)
@click.option(
    "--output", "-o", metavar="FILE", help="Also write the line: .geojson, .gpkg, .kml, .parquet, .csv."
)
@common
def route(
    a: str,
    b: str,
    via: Any,
    through: Sequence[str],
    within: str | None,
    avoid: Sequence[str],
    output: str | None,
    **chosen: Any,
) -> None:
    """Draw one route: its length, its line, and what is not known about it.

    Example: dateline route Najin Dunay --via sea -o leg.geojson
    """
    from geo import between, export as exporters, routes

    if output:
        exporters.exporter(PurePath(output).suffix)
    world = options.open_world(chosen)
    start, goal = (between.place(name, world) for name in (a, b))
    # Straits and canals have names of their own; the others are places.
    stops = tuple(
        name if via == "sea" and routes.passage(name) else between.place(name, world) for name in through
    )
    built = routes.build(start, goal, via, world=world, via=stops, within=within, avoid=tuple(avoid))
    options.say(f"{built.length_km:,.1f} km by {built.mode}: {built.method}")
    options.say(built.caveat)
    for source in built.sources:
        options.say(f"source: {source}")
    if output:
        click.echo(exporters.write_route(built, output, borders=chosen["borders"]))


@click.command()
@click.argument("name")
@click.option("--in", "country", metavar="COUNTRY", help="Only in this country (name or ISO code).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print.",
)
@common
def place(name: str, country: str | None, form: str, **chosen: Any) -> None:
    """Show what the gazetteers know of a name: candidates in order, with source.

    Example: dateline place Najin --in KP
    """
    from geo.export import record

    world = options.open_world(chosen)
    if country and world.gazetteer.country_code(country) is None:
        raise InputError(f"no country {country!r}; accepted are names and codes such as 'North Korea' or KP")
    found: tuple[Place, ...] = world.gazetteer.candidates(name, country=country)
    if not found:
        raise InputError(
            f"no place {name!r} in the gazetteers{f' in {country}' if country else ''}; try another spelling or add a row with --gazetteer"
        )
    if form == "json":
        click.echo(
            json.dumps(
                [record.located(each) for each in found], ensure_ascii=False, allow_nan=False, indent=1
            )
        )
        return
    lines = [_columns(each) for each in found]
    widths = [min(_WIDEST, max(map(len, cells))) for cells in zip(*lines, strict=True)]
    for line in lines:
        options.say("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _columns(of: "Place") -> tuple[str, ...]:
    """Show a place in columns: name, kind, where, position, how well it is known, source, id."""
    where = ", ".join(part for part in (of.admin1, of.country) if part)
    position = f"{of.at.lat:8.4f}, {of.at.lon:9.4f}"
    return of.name, of.kind, where, position, f"±{of.radius_km:g} km", of.source, of.id


@click.group()
def gazetteer() -> None:
    """Work on curated gazetteers."""


@gazetteer.command("check")
@click.argument("file")
def gazetteer_check(file: str) -> None:
    """Validate a curated gazetteer: all faults at once, each with file and line.

    Example: dateline gazetteer check data/gazetteer.csv
    """
    from geo.world import curated

    faults = curated.check(file)
    for fault in faults:
        options.say(fault)
    if faults:
        raise SystemExit(1)
    click.echo(f"{file}: {len(curated.load(file))} rows, no faults")
