"""Exports open in other programs, say whose data they show, and are the same bytes every time."""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import given, strategies as st
from paths import ROOT
from tellings import HAWAII, TEXT, article, story

from geo import export, frames
from geo.errors import InputError
from geo.export import files
from geo.export.terminal import cell, markdown, printable, xml
from geo.model import Story

NASTY = "=cmd|' /C calc'!A0 <b>{{ 7*7 }} ]]> & \x07\x1b[2J \ufffe \u202e"


def read_back(folder: pathlib.Path, told: Story, suffix: str) -> pathlib.Path:
    """Write a story and give the path."""
    (path,) = export.write(told, folder / f"story{suffix}")
    return path


@pytest.mark.parametrize("suffix", export.EXPORTERS)
@pytest.mark.parametrize("told", [Story(()), story()], ids=["empty", "one-article"])
def test_two_runs_give_the_same_bytes(suffix: str, told: Story) -> None:
    """No clock, no random id, no order of chance; empty stories are written as well."""
    assert export.render(told, suffix) == export.render(told, suffix)


def test_bytes_do_not_depend_on_the_process() -> None:
    """Another hash seed, time zone and locale give the same bytes in every format."""
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests'); from tellings import story; from geo import export;"
        "print([hashlib.sha256(export.render(story(), each)).hexdigest() for each in export.EXPORTERS])"
    )
    seen = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Seoul")):
        changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, **changed},
            check=True,
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_an_unknown_suffix_is_refused(tmp_path: pathlib.Path) -> None:
    """The error lists what there is."""
    with pytest.raises(InputError, match=r"no exporter for '\.pdf'; accepted are \.geojson, \.gpkg"):
        export.write(story(), tmp_path / "story.pdf")


def test_geojson_is_one_collection_with_credits(tmp_path: pathlib.Path) -> None:
    """Each feature names its layer; lines over the 180th meridian are cut; another program reads it."""
    path = read_back(tmp_path, story(destination=HAWAII), ".geojson")
    content = json.loads(path.read_text("utf-8"))
    assert content["credits"] == ["Natural Earth, public domain", "GeoNames, CC BY 4.0"]
    assert [each["properties"]["layer"] for each in content["features"]] == list(frames.LAYERS)
    assert content["features"][1]["geometry"]["type"] == "MultiLineString"
    assert len(gpd.read_file(path)) == 5
    assert "NaN" not in path.read_text("utf-8")


def test_geopackage_has_a_table_a_layer(tmp_path: pathlib.Path) -> None:
    """All layers come back with their rows, and the credits stand in the metadata."""
    path = read_back(tmp_path, story(), ".gpkg")
    assert [name for name, _ in pyogrio.list_layers(path)] == list(frames.LAYERS)
    for layer, frame in frames.layers(story()).items():
        back = gpd.read_file(path, layer=layer)
        assert back.crs == "EPSG:4326"
        assert back["quote"].tolist() == frame["quote"].tolist()
        assert back.geometry.geom_equals(frame.geometry).all()
    assert b"GeoNames, CC BY 4.0" in path.read_bytes()


def test_geoparquet_keeps_types_and_credits(tmp_path: pathlib.Path) -> None:
    """Numbers come back as numbers, missing ones as missing."""
    path = read_back(tmp_path, story(), ".parquet")
    back = gpd.read_parquet(path)
    assert back["layer"].tolist() == list(frames.LAYERS)
    assert back.loc[back["layer"] == "claims", "measured_km"].tolist() == [202.3]
    assert back["measured_km"].isna().sum() == 4
    assert json.loads(pq.read_schema(path).metadata[b"dateline"])["borders"] == "recognised"


def test_kml_is_well_formed_whatever_the_words(tmp_path: pathlib.Path) -> None:
    """Markup and control characters of an article neither break the file nor become markup."""
    told = story(article(f"{NASTY} {TEXT}", title=NASTY, outlet=NASTY), destination=HAWAII)
    root = ET.parse(read_back(tmp_path, told, ".kml")).getroot()
    space = {"k": "http://www.opengis.net/kml/2.2"}
    assert [each.text for each in root.findall(".//k:Folder/k:name", space)] == list(frames.LAYERS)
    outlets = {
        each.findtext("k:value", "", space) for each in root.findall(".//k:Data[@name='outlet']", space)
    }
    (outlet,) = outlets
    assert outlet.startswith("=cmd|' /C calc'!A0 <b>{{ 7*7 }} ]]> & ")
    assert root.find(".//k:MultiGeometry", space) is not None
    assert root.findtext(".//k:TimeSpan/k:begin", "", space) == "2023-09-12"


def test_csv_guards_formulas_and_keeps_numbers(tmp_path: pathlib.Path) -> None:
    """A title that begins with a sign is text in a spreadsheet; negative numbers stay numbers."""
    told = story(article(outlet=NASTY), destination=HAWAII)
    rows = list(csv.DictReader(io.StringIO(read_back(tmp_path, told, ".csv").read_text("utf-8"), newline="")))
    assert {row["outlet"][:5] for row in rows} == {"'=cmd"}
    assert [row["layer"] for row in rows] == list(frames.LAYERS)
    assert float(rows[0]["lon"]) == 130.3
    assert rows[0]["credits"] == "Natural Earth, public domain; GeoNames, CC BY 4.0"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\uff1d1", "\n=1"], ids=ascii
)
def test_what_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    """Every sign that starts a formula, also after white space or full-width, gets a quote before it."""
    assert cell(text) == "'" + text


@pytest.mark.parametrize("value", ["Najin", "", "a=b", -1.5, 3, None])
def test_what_is_harmless_is_left_alone(value: object) -> None:
    """Words and numbers stay as they are."""
    assert cell(value) == value


@given(st.text())
def test_escapes_hold_for_any_text(text: str) -> None:
    """XML gives the text back but for what it cannot hold; terminal and Markdown output is one clean line."""
    back = ET.fromstring(f"<a>{xml(text)}</a>").text or ""
    assert len(back.replace("\r\n", "\n")) <= len(text)
    assert re.sub("[\x00-\x1f\ufffd\ufffe\uffff]", "", back) == re.sub(
        "[\x00-\x1f\ufffd\ufffe\uffff]", "", text
    )
    for shown in (printable(text), markdown(text)):
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("see http://x.example", r"see http\://x.example"),
        ("1. first", r"1\. first"),
        ("# not a heading", r"\# not a heading"),
        ("a\n\n# b", "a # b"),
        ("<img src=x>", r"\<img src=x\>"),
    ],
)
def test_markdown_shows_text_as_it_stands(text: str, shown: str) -> None:
    """Links, headings, lists and tags are words."""
    assert markdown(text) == shown


def test_files_are_replaced_whole(tmp_path: pathlib.Path) -> None:
    """A new file takes the place of the old one, folders are made, and nothing else is left."""
    path = tmp_path / "new" / "story.html"
    files.write(path, b"old")
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == ["story.html"]


def test_a_link_is_replaced_and_not_followed(tmp_path: pathlib.Path) -> None:
    """What a planted link points at is not touched."""
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "story.html").symlink_to(tmp_path / "precious")
    files.write(tmp_path / "story.html", b"new")
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert (tmp_path / "story.html").read_bytes() == b"new"


def test_a_failed_write_keeps_the_old_file(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails, the old file stays whole, no part is left, and the error names the file."""
    path = tmp_path / "story.html"
    files.write(path, b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match=r"story\.html: cannot be written \(No space left on device\)"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["story.html"]


def test_what_a_killed_run_left_is_swept(tmp_path: pathlib.Path) -> None:
    """The part of a process that is gone is removed, that of a living one is not."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead, alive = (tmp_path / f".x.html.{number}.dateline-part" for number in (gone.pid, os.getppid()))
    dead.touch()
    alive.touch()
    files.write(tmp_path / "story.html", b"new")
    assert not dead.exists()
    assert alive.exists()


@pytest.mark.parametrize("name", ["", "x/" * 3000 + "y", "a\x00b"], ids=["folder", "long", "nul"])
def test_a_place_that_cannot_be_written_is_one_line(tmp_path: pathlib.Path, name: str) -> None:
    """The error says what was asked for."""
    with pytest.raises(InputError, match=r"is a folder|cannot be written"):
        files.write(f"{tmp_path}/{name}", b"new")


def test_a_device_is_not_replaced_by_a_file(tmp_path: pathlib.Path) -> None:
    """A pipe or device stays what it is; nothing in /dev is replaced."""
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match=r"pipe\.html: is a device or pipe"):
        files.write(pipe, b"new")
    assert pipe.is_fifo()
    with pytest.raises(InputError, match="is a device or pipe"):
        files.write("/dev/no-such-device", b"new")


def test_a_file_is_no_folder(tmp_path: pathlib.Path) -> None:
    """A path through a file says which part of it is the file."""
    (tmp_path / "story.txt").write_text("words")
    with pytest.raises(InputError, match=r"story\.txt is a file, not a folder"):
        files.write(tmp_path / "story.txt" / "map.html", b"new")
