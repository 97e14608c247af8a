"""Compile the wide sources into one SQLite file, whole or not at all."""

import hashlib
import os
import sqlite3
import struct
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from geo.world.names import key, sign
from geo.world.sources import SOURCES, Row

__all__ = ["HOW", "LAYOUT", "build", "digest"]

LAYOUT = 2
"""Number of the table layout; a file of another number is rebuilt."""

HOW = ("name", "alias", "demonym", "short", "sign", "port")

_SCHEMA = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
CREATE TABLE place (row INTEGER PRIMARY KEY, id TEXT, name TEXT, lon REAL, lat REAL, kind TEXT, country TEXT, admin1 TEXT,
                    radius_km REAL, source TEXT, licence TEXT, population INTEGER, note TEXT);
CREATE TABLE name (key TEXT PRIMARY KEY, refs BLOB) WITHOUT ROWID;
CREATE TEMP TABLE loose (key TEXT, ref INTEGER);
CREATE TABLE first (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
"""


def _ref(row: int, how: str) -> int:
    return row << 3 | HOW.index(how)


def _keys(row: Row) -> Iterator[tuple[str, str]]:
    """Yield each distinct key of a place once, with the best way it names the place."""
    seen: set[str] = set()
    for name, how in row.names:
        form = sign(name) if how == "sign" else key(name)
        if form and form not in seen:
            seen.add(form)
            yield form, how


def _places(rows: Iterable[Row], base: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Give places their numbers as they come, and put their keys aside in a table for sorting."""
    for number, row in enumerate(rows):
        base.executemany(
            "INSERT INTO loose VALUES (?, ?)", [(form, _ref(number, how)) for form, how in _keys(row)]
        )
        p = row.place
        yield (
            number, p.id, p.name, p.at.lon, p.at.lat, p.kind, p.country, p.admin1, p.radius_km, p.source, p.licence, p.population, p.note,
        )  # fmt: skip


def _names(base: sqlite3.Connection, longest: dict[str, int]) -> Iterator[tuple[str, bytes]]:
    """Gather the references of every key, and note the longest key that each first word opens."""
    sorted_rows = base.execute("SELECT key, ref FROM loose ORDER BY key, ref")
    for form, rows in groupby(sorted_rows, key=itemgetter(0)):
        refs = [ref for _, ref in rows]
        word, count = form.split(" ", 1)[0], form.count(" ") + 1
        longest[word] = max(count, longest.get(word, 0))
        yield form, struct.pack(f"<{len(refs)}I", *refs)


def _rows() -> Iterator[Row]:
    """Yield all sources one after another, with a bar on a terminal."""
    if not sys.stderr.isatty():
        for _, source in SOURCES:
            yield from source()
        return
    from rich.console import Console  # noqa: PLC0415  (only where there is a terminal)
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    for _, source in track(SOURCES, "Building the gazetteer (once)", console=console, transient=True):
        yield from source()


def build(target: Path) -> None:
    """Write the file beside its place and move it there; two builders at once are both right."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".building-", suffix=".sqlite", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as base:
            base.executescript(_SCHEMA)
            base.execute("BEGIN")
            longest: dict[str, int] = {}
            base.executemany(
                "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _places(_rows(), base)
            )
            base.executemany("INSERT INTO name VALUES (?, ?)", _names(base, longest))
            base.executemany("INSERT INTO first VALUES (?, ?)", sorted(longest.items()))
            base.execute("CREATE INDEX by_id ON place (id)")
            base.execute(f"PRAGMA user_version = {LAYOUT}")
            base.execute("COMMIT")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """Hash a file without holding it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
