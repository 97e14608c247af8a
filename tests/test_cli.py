"""The command line keeps its contract: outputs, exit codes, one-line errors."""

import json
import pathlib

import pytest
from paths import DEMO as FOLDER

from geo.cli import main

DEMO = str(FOLDER)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Run a command and return its exit code, output and errors."""
    with pytest.raises(SystemExit) as stop:
        main(argv)
    out, err = capsys.readouterr()
    return int(stop.value.code or 0), out, err


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        (["map"], 2, "Missing argument 'ARTICLES...'"),
        (["frobnicate"], 2, "No such command 'frobnicate'"),
        (["check", "x.txt", "--format", "yaml"], 2, "'yaml' is not one of"),
        (["check", "x.txt", "--layer", "front"], 2, "'front' is not NAME=FILE"),
        (["check", "x.txt", "--published", "yesterday"], 2, "'yesterday' does not match the format"),
        (["read", "no-such-file.txt"], 1, "no-such-file.txt"),
        (["distance", "Qwxyzzy", "Paris"], 1, "no place 'Qwxyzzy' in the gazetteers; give 'lat,lon'"),
        (["distance", "91,0", "Paris"], 1, "no such position: lon 0.0, lat 91.0"),
        (["distance", "border:Ukraine", "coast:Norway"], 1, "one end must be a place"),
        (["distance", "Paris", "border:Atlantis"], 1, "Atlantis"),
        (["place", "Qwxyzzy"], 1, "no place 'Qwxyzzy'"),
        (["place", "Paris", "--in", "Atlantis"], 1, "no country 'Atlantis'"),
        (["check", DEMO, "--layer", "front=no-such.gpkg"], 1, "no such file 'no-such.gpkg'"),
        (["export", "no-such-file.txt", "-o", "story.docx"], 1, "no exporter for '.docx'"),
        (["route", "Najin", "Dunay", "--via", "sea", "-o", "leg.docx"], 1, "no exporter for '.docx'"),
        (["gazetteer", "check", "no-such.csv"], 1, "no-such.csv"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_errors_are_one_line_with_the_contracts_code(
    capsys: pytest.CaptureFixture[str], argv: list[str], code: int, says: str
) -> None:
    """A wrong use exits with 2, a bad input with 1, and both say one line that names the input."""
    got, out, err = run(capsys, *argv)
    assert got == code
    assert says in out + err
    assert "Traceback" not in out + err
    assert err.count("\n") <= 1


@pytest.mark.parametrize(
    "command", ["map", "check", "read", "export", "distance", "route", "place", "gazetteer", "batch"]
)
def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Help exists for each command of the contract and shows how to call it."""
    argv = [command, "check", "--help"] if command == "gazetteer" else [command, "--help"]
    code, out, _ = run(capsys, *argv)
    assert code == 0
    assert "Example: dateline " in out


@pytest.mark.parametrize(
    ("mode", "through", "says"),
    [
        ("sea", "Kiel Canal", "by way of Kiel Canal"),
        ("sea", "Copenhagen", "by sea"),
        ("road", "Copenhagen", "by road"),
    ],
    ids=["a canal by its name", "a port", "a town"],
)
def test_a_route_leads_through_what_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], mode: str, through: str, says: str
) -> None:
    """Straits and canals are asked for by name, other stops are places."""
    code, out, err = run(capsys, "route", "Hamburg", "Gdynia", "--via", mode, "--through", through)
    assert code == 0
    assert says in out + err


def test_distance_gives_both_border_views_and_the_right_number(capsys: pytest.CaptureFixture[str]) -> None:
    """Tikhoretsk lies 201-203 km from the nearest Ukrainian border."""
    code, out, _ = run(capsys, "distance", "Tikhoretsk", "border:Ukraine", "--format", "json")
    first = json.loads(out)["readings"][0]
    assert code == 0
    assert 201 < first["km"] < 203
    assert first["line"][0] == pytest.approx([40.1253, 45.8547], abs=0.05)


def test_distance_to_a_border_measures_to_its_disputed_parts_too(capsys: pytest.CaptureFixture[str]) -> None:
    """All readings are given: the nearest border, and Crimea, which only one view gives to Ukraine."""
    _, out, _ = run(capsys, "distance", "Tikhoretsk", "border:Ukraine")
    assert "201.3 km" in out
    assert "border:Crimea, disputed" in out
    assert "Tikhoretsk is known to within 5 km" in out


def test_distance_reads_negative_positions(capsys: pytest.CaptureFixture[str]) -> None:
    """A southern latitude is a position, not an option."""
    code, out, _ = run(capsys, "distance", "-33.8688,151.2093", "-37.8136,144.9631", "--format", "json")
    assert code == 0
    assert json.loads(out)["readings"][0]["km"] == pytest.approx(713.8, abs=1)


def test_map_writes_the_same_bytes_twice(capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path) -> None:
    """Two runs over the demo story give the same page, and the summary names its dates."""
    pages = []
    for name in ("a.html", "b.html"):
        code, out, _ = run(capsys, "map", DEMO, "-o", str(tmp_path / name))
        assert code == 0
        assert "2023-09-12" in out
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]
    assert len(pages[0]) < 700_000


def test_strict_exits_with_1_on_a_contradiction(
    capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> None:
    """`--strict` turns a contradicted claim into exit code 1; without it the code is 0."""
    story = tmp_path / "story.txt"
    story.write_text(
        "The depot burned for two days. The town of Tikhoretsk lies about 60 kilometers from Rostov-on-Don.",
        "utf8",
    )
    assert run(capsys, "check", str(story))[0] == 0
    assert run(capsys, "check", str(story), "--strict")[0] == 1


def test_read_gives_one_object_an_article_and_true_offsets(
    capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> None:
    """Every span that `read` prints is the article's own words."""
    text = "Il porto è chiuso. The ship left Odesa for Istanbul on Monday, about 620 kilometres away."
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(json.dumps({"id": i, "text": text, "published": "2022-08-03"}) + "\n" for i in ("x", "y")),
        "utf8",
    )
    code, out, _ = run(capsys, "read", str(rows), "--format", "jsonl")
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [record["id"] for record in records] == ["x", "y"]
    for kind in ("mentions", "dates", "movements", "claims"):
        for each in records[0][kind]:
            assert text[each["start"] : each["end"]] == each["text"]
    assert records[0]["movements"]
    assert records[0]["mentions"]
