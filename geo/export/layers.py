"""Choose the exporter of a suffix, and write a story with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import InputError
from geo.export import files
from geo.model import Route, Story

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

__all__ = ["EXPORTERS", "Exporter", "Layers", "exporter", "render", "write", "write_route"]


@dataclass(frozen=True, slots=True)
class Layers:
    """The frames of a story by name, and what every export says beside them.

    `dated` is the last day on which an article was published: formats that want a time stamp get that one, so that
    the same story gives the same bytes.
    """

    frames: Mapping[str, "GeoDataFrame"]
    credits: tuple[str, ...]
    borders: str
    dated: str


Exporter = Callable[[Layers], bytes]


def _late(module: str) -> Exporter:
    """Load an exporter when it is first used: GDAL, pandas and Arrow take half a second each."""

    def run(layers: Layers) -> bytes:
        render: Exporter = import_module(f"geo.export.{module}").render
        return render(layers)

    return run


EXPORTERS: Mapping[str, Exporter] = {
    ".geojson": _late("geojson"),
    ".gpkg": _late("gpkg"),
    ".kml": _late("kml"),
    ".parquet": _late("parquet"),
    ".csv": _late("table"),
}


def render(story: Story, suffix: str) -> bytes:
    """Give a story as the content of a file."""
    chosen = exporter(suffix)
    frames = import_module("geo.frames").layers(story)
    days = [report.article.published for report in story.reports if report.article.published]
    dated = max(days).isoformat() if days else "1970-01-01"
    return chosen(Layers(frames, story.credits, story.borders, dated))


def exporter(suffix: str) -> Exporter:
    """Look up the exporter of a suffix."""
    found = EXPORTERS.get(suffix.lower())
    if found is None:
        raise InputError(f"no exporter for {suffix!r}; accepted are {', '.join(EXPORTERS)}")
    return found


def write(story: Story, path: str | Path) -> tuple[Path, ...]:
    """Write a story to a file in the format of its suffix; returns what was written."""
    target = Path(path)
    return (files.write(target, render(story, target.suffix)),)


def write_route(route: Route, path: str | Path, *, borders: str = "recognised") -> Path:
    """Write one route to a file in the format of its suffix; returns what was written."""
    target = Path(path)
    chosen = exporter(target.suffix)
    frames = {"routes": import_module("geo.frames").way(route)}
    return files.write(target, chosen(Layers(frames, route.sources, borders, "1970-01-01")))
