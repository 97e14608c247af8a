"""Read one part of a corpus and write its files."""

import hashlib
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from typing import Any

from geo import __version__, story
from geo.export import files
from geo.frames import LAYERS
from geo.model import Article, Leg, Report, Story
from geo.settings import Settings
from geo.world import load

__all__ = ["PART", "Opener", "known", "name", "open_reader", "warm", "work"]

PART = 100  # articles; a few seconds of work, so that little is lost when a run is stopped

Reader = Callable[[Article], Report]
Opener = Callable[[Settings], Reader]


def open_reader(settings: Settings) -> Reader:
    """Open gazetteers and borders once, and give the reader of articles that uses them."""
    return partial(story.report, world=load(settings))


@cache
def _opened(opener: Opener, settings: Settings) -> Reader:
    """Open a reader once a process."""
    return opener(settings)


def warm(opener: Opener, settings: Settings) -> None:
    """Open the reader before the first part comes; workers do this as they start."""
    _opened(opener, settings)


def name(index: int) -> str:
    """Name a part by its number."""
    return f"part-{index:05d}"


def known(out: Path, index: int, articles: Sequence[Article], settings: Settings) -> dict[str, Any] | None:
    """Give the record of a part that is already there, whole and still fitting, or nothing.

    A part in which an article could not be read is read again: what went wrong may have passed.
    """
    try:
        found = json.loads((out / "parts" / f"{name(index)}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    whole = all((out / layer / f"{name(index)}.parquet").is_file() for layer in LAYERS)
    fits = isinstance(found, dict) and found.get("digest") == _digest(articles, settings)
    return found if fits and whole and not found["faults"] else None


def work(
    out: Path, index: int, articles: Sequence[Article], settings: Settings, opener: Opener
) -> dict[str, Any]:
    """Read the articles of a part, write one file a layer, then the record; give the record."""
    reports, faults = _read(articles, _opened(opener, settings))
    told = Story(reports=reports, legs=tuple(_legs(reports)))
    rows = {}
    for layer, build in LAYERS.items():
        frame = build(told)
        content = io.BytesIO()
        frame.to_parquet(content, compression="zstd")
        files.write(out / layer / f"{name(index)}.parquet", content.getvalue())
        rows[layer] = len(frame)
    record = {
        "part": name(index),
        "digest": _digest(articles, settings),
        "articles": len(articles),
        "rows": rows,
        "faults": faults,
    }
    files.write(out / "parts" / f"{name(index)}.json", _json(record))
    return record


def _read(articles: Sequence[Article], reader: Reader) -> tuple[tuple[Report, ...], list[dict[str, str]]]:
    """Read articles one by one; one that breaks the reader is listed and does not stop the others."""
    reports, faults = [], []
    for article in articles:
        try:
            reports.append(reader(article))
        except Exception as error:  # noqa: BLE001  (one article in a million must not end a run of days)
            faults.append(
                {
                    "article": article.id,
                    "source": article.source or "",
                    "fault": f"{type(error).__name__}: {error}",
                }
            )
    return tuple(reports), faults


def _legs(reports: Sequence[Report]) -> Iterator[Leg]:
    """Make a leg of each movement that has a route."""
    for number, report in enumerate(reports):
        for index, (move, route) in enumerate(zip(report.movements, report.routes, strict=False)):
            if route is not None:
                yield Leg(f"{report.article.id}-{index + 1}", move, ((number, index),), route)


def _digest(articles: Sequence[Article], settings: Settings) -> str:
    """Identify a part by all that its files depend on."""
    parts = [
        (each.id, each.text, str(each.published), each.title, each.outlet, each.url) for each in articles
    ]
    return hashlib.sha256(_json([__version__, asdict(settings), parts], default=str)).hexdigest()


def _json(value: Any, **options: Any) -> bytes:  # noqa: ANN401
    """Write JSON that is the same for the same value."""
    return (json.dumps(value, ensure_ascii=True, allow_nan=False, sort_keys=True, **options) + "\n").encode()
