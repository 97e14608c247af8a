"""The curated gazetteer is right, complete and checked; a user's file is checked as strictly."""

import itertools
import pathlib

import pytest
from hypothesis import given, strategies as st

from geo.errors import InputError
from geo.measure import distance_km
from geo.world import curated

HEADER = ",".join(curated.COLUMNS)
GOOD = "my-pier,My pier,Pier of mine,site,42.88,132.33,1,RU,Primorsky Krai,own survey,"


def write(folder: pathlib.Path, *rows: str, header: str = HEADER) -> pathlib.Path:
    """Write a gazetteer of some rows."""
    path = folder / "own.csv"
    path.write_bytes("\n".join((header, *rows, "")).encode("utf-8", "surrogatepass"))
    return path


def test_the_shipped_gazetteer_has_no_fault() -> None:
    """Every row is well-formed, has a source, and no two rows claim one name unless they are of different kinds."""
    assert curated.check(curated.shipped()) == []
    rows = curated.load(curated.shipped())
    assert len(rows) >= 250
    assert all(row.place.source for row in rows)
    names: dict[str, str] = {}
    for row in rows:
        for name in (row.place.name, *row.aliases):
            assert names.setdefault(name.casefold(), row.place.id) == row.place.id, name


@pytest.mark.parametrize(
    ("name", "lat", "lon", "country", "within_km"),
    [
        ("Najin", 42.25, 130.29, "KP", 3),
        ("Rajin", 42.25, 130.29, "KP", 3),
        ("Rason port", 42.233, 130.30, "KP", 2),
        ("Dunai", 42.88, 132.33, "RU", 2),
        ("Tikhoretsk", 45.8547, 40.1253, "RU", 0.5),
        ("719th ammunition base", 45.8884, 40.0424, "RU", 0.5),
        ("Vostochny Cosmodrome", 51.88, 128.33, "RU", 5),
        ("Punggye-ri", 41.28, 129.08, "KP", 5),
        ("Panmunjom", 37.956, 126.677, "", 2),
        ("Tumangang", 42.415, 130.616, "KP", 3),
        ("Khasan", 42.429, 130.646, "RU", 3),
        ("Yeonpyeong", 37.667, 125.70, "KR", 5),
        ("Pyeongchang", 37.37, 128.39, "KR", 5),
        ("Pyongyang", 39.03, 125.75, "KP", 5),
        ("Kerch", 45.357, 36.475, "UA", 2),
        ("Guam", 13.45, 144.78, "GU", 15),
        ("Taipei", 25.05, 121.53, "TW", 8),
        ("DPRK", 40.0, 127.0, "KP", 50),
        ("White House", 38.8977, -77.0365, "US", 1),
        ("Kremlin", 55.752, 37.6175, "RU", 1),
    ],
)
def test_places_of_the_story_are_where_they_are(
    name: str, lat: float, lon: float, country: str, within_km: float
) -> None:
    """Each spelling leads to one place, near a position known from elsewhere."""
    (place,) = {row.place for row in curated.load_all() if name in (row.place.name, *row.aliases)}
    assert place.country == country
    assert distance_km(place.at, curated.LonLat(lon, lat)) <= within_km


def test_every_kind_of_actor_and_region_is_there() -> None:
    """Governments are marked as such, and regions without a border have a radius that shows it."""
    rows = {row.place.name: row.place for row in curated.load_all()}
    assert rows["Pentagon"].kind == "government"
    assert rows["Indo-Pacific"].kind == "region"
    assert rows["Russian Far East"].radius_km > 1000


def test_licences_follow_from_the_source() -> None:
    """The credit a row needs is known."""
    by_id = {row.place.id: row.place for row in curated.load_all()}
    assert by_id["najin"].licence == "CC BY 4.0"
    assert by_id["najin-port"].licence == "public domain"


def test_a_users_file_adds_and_overrides(tmp_path: pathlib.Path) -> None:
    """A known id takes the place of the shipped row, a new one is added."""
    path = write(tmp_path, GOOD, "najin,Najin,Our Najin,city,42.3,130.4,,KP,Rason,own survey,")
    rows = {row.place.id: row for row in curated.load_all([str(path)])}
    assert rows["my-pier"].aliases == ("Pier of mine",)
    assert rows["najin"].place.at.lat == 42.3
    assert rows["najin"].place.radius_km == 8.0
    assert len(rows) == len(curated.load_all()) + 1


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"lat": "91"}, "lat 91 is beyond the pole"),
        ({"lat": "132.33", "lon": "42.88"}, "are lat and lon swapped"),
        ({"lon": "181"}, "lon 181 is off the map"),
        ({"lat": "nan"}, "lat 'nan' is not a number"),
        ({"lat": "1e3"}, "lat '1e3' is not a number"),
        ({"lat": ""}, "lat '' is not a number"),
        ({"lat": '"42,88"'}, "has a decimal comma; write 42.88"),
        ({"lat": '42°52\'48""N', "quoted": "lat"}, "degrees and minutes"),
        ({"lat": "0", "lon": "0"}, "position 0, 0"),
        ({"name": ""}, "name is empty"),
        ({"id": " "}, "id is empty"),
        ({"name": "May"}, "name 'May' is an ordinary word"),
        ({"aliases": "Pier of mine;the"}, "name 'the' is an ordinary word"),
        ({"name": "1234"}, "has no letter"),
        ({"kind": "harbor"}, "kind 'harbor' is unknown; accepted are admin1"),
        ({"country": "UK"}, "country 'UK' is no ISO 3166-1 alpha-2 code"),
        ({"country": "Russia"}, "country 'Russia' is no ISO"),
        ({"radius_km": "-1"}, "radius_km '-1' is not a radius"),
        ({"radius_km": "99999"}, "radius_km '99999' is not a radius"),
        ({"note": "a\x00b"}, "note holds a control character"),
        ({"name": "My\u202epier"}, "name holds a control character"),
        ({"note": "x" * 5000}, "note has 5,000 characters"),
        ({"note": "x" * 200_000}, "not CSV .field larger than field limit"),
        ({"note": '"never closed'}, "not CSV .unexpected end of data"),
        ({"note": "one,too many"}, "12 cells; every row has 11"),
    ],
    ids=itertools.count(),
)
def test_each_fault_is_named_with_its_line(tmp_path: pathlib.Path, cells: dict[str, str], says: str) -> None:
    """A fault says file and line, the value, and what is accepted."""
    row = dict(zip(curated.COLUMNS, GOOD.split(","), strict=True)) | cells
    quoted = row.pop("quoted", None)
    line = ",".join(f'"{value}"' if key == quoted else value for key, value in row.items())
    path = write(tmp_path, "a,A pier,,site,1,1,,,,own survey,", line)
    (fault,) = curated.check(path)
    assert fault.startswith(f"{path}:3: ")
    with pytest.raises(InputError, match=says):
        curated.load(path)


def test_all_faults_are_reported_at_once(tmp_path: pathlib.Path) -> None:
    """One run finds them all, and loading says how many there are."""
    path = write(
        tmp_path,
        GOOD,
        GOOD,
        GOOD.replace("42.88", "95").replace("my-pier", "b").replace("site", "spot"),
        "too,few",
    )
    faults = curated.check(path)
    assert [fault.split(": ")[0].rpartition(":")[2] for fault in faults] == ["3", "4", "4", "5"]
    assert "id 'my-pier' is also on line 2" in faults[0]
    with pytest.raises(
        InputError, match=r"own\.csv:3: .* \(and 3 more; `dateline gazetteer check` lists them\)"
    ):
        curated.load(path)


def test_too_many_rows_are_refused(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is said with the line on which it was reached."""
    monkeypatch.setattr(curated, "_ROW_LIMIT", 2)
    path = write(tmp_path, *(GOOD.replace("my-pier", name) for name in "abcd"))
    assert curated.check(path) == [f"{path}:4: more than 2 rows; gazetteers up to that size are accepted"]


def test_a_swallowed_line_is_found(tmp_path: pathlib.Path) -> None:
    """A quote that is closed on a later line takes that line with it; the fault says so."""
    swallowing = GOOD.replace("own survey,", '"own survey')
    path = write(tmp_path, swallowing, GOOD.replace("my-pier", "b") + '"')
    assert any("quote is probably not closed" in fault for fault in curated.check(path))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"name,lat,lon\nA,1,2\n", "the header is 'name,lat,lon'; accepted is id,name"),
        (HEADER.replace(",", ";").encode(), "the header is"),
        (HEADER.encode() + "\nb,Größe".encode("cp1252"), r"own\.csv:2: not UTF-8"),
        (b"PK\x03\x04", "the header is"),
    ],
    ids=["empty", "columns", "semicolons", "cp1252", "zip"],
)
def test_a_file_of_another_kind_is_refused(tmp_path: pathlib.Path, content: bytes, says: str) -> None:
    """What is no gazetteer gets one fault."""
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says):
        curated.load(path)


def test_a_missing_file_is_a_fault(tmp_path: pathlib.Path) -> None:
    """The fault names the file."""
    assert "gone.csv: cannot be read" in curated.check(tmp_path / "gone.csv")[0]


@given(st.text(max_size=200))
def test_no_text_breaks_the_check(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Any text after the header gives rows or faults."""
    path = tmp_path_factory.mktemp("any") / "own.csv"
    path.write_text(f"{HEADER}\n{text}", "utf-8", "replace")
    assert all(str(path) in fault and "\n" not in fault for fault in curated.check(path))


def test_an_id_given_twice_is_found_beside_other_faults(tmp_path: pathlib.Path) -> None:
    """All faults come in one run: a second row of one id is named though the first row has a fault of its own."""
    path = tmp_path / "g.csv"
    rows = ["x,Alpha,,city,91,1,,DE,,own,", "x,Beta,,city,1,1,,DE,,own,"]
    path.write_text("\n".join([",".join(curated.COLUMNS), *rows]) + "\n", "utf-8")
    faults = curated.check(path)
    assert [each.split(":")[-2:][0] for each in faults] == ["2", "3"]
    assert "id 'x' is also on line 2" in faults[1]
