"""One test for each row of docs/threat-model.md: what an article, a page, a gazetteer or a disk may do to a reader.

The tests run the command line as a user does. What a browser makes of a page is in `test_page_browser.py`, and how
time grows with hostile texts in `test_hostile.py`.
"""

import csv
import gzip
import io
import json
import pathlib
import re
import zipfile

import pytest

from geo.cli import main

# Each of these once ran, broke or faked something somewhere.
TRICKS = (
    "{{ 7*7 }}",
    "{% if %}",
    "{# x",
    "${alert(1)}",
    "`x` \\`",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "C:\\2019\\u{41}",
)
FACTS = "Officials met in Busan on 3 May 2023. Seoul is 195 km from Pyongyang."
Run = tuple[int, str, str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> object:
    """Give a function that runs a command and returns its code, output and errors."""

    def call(*argv: object) -> Run:
        with pytest.raises(SystemExit) as stop:
            main([str(each) for each in argv])
        return int(stop.value.code or 0), *capsys.readouterr()

    return call


def article(folder: pathlib.Path, words: str, *, name: str = "story.txt") -> pathlib.Path:
    """Write an article."""
    path = folder / name
    path.write_text(words, "utf-8")
    return path


def claims(run: object, path: pathlib.Path, *options: str) -> list[dict[str, object]]:
    """Check an article and give its claims."""
    code, out, err = run("check", path, "--format", "json", *options)
    assert code == 0, err
    return json.loads(out)


def test_template_and_script_code_is_text_on_the_page(run: object, tmp_path: pathlib.Path) -> None:
    """Nothing of an article stands outside the JSON block, where no character of it can end the block."""
    words = "\n\n".join(f"{FACTS} {trick}" for trick in TRICKS)
    path = article(
        tmp_path,
        f"---\ntitle: {json.dumps(TRICKS[0] + TRICKS[5])}\noutlet: {json.dumps(TRICKS[6])}\n---\n{words}",
        name="s.md",
    )
    code, _, err = run("map", path, "-o", tmp_path / "s.html")
    page = (tmp_path / "s.html").read_text("utf-8")
    blocks = r'<script type="application/json"[^>]*>([^<]*)</script>'
    data, rest = "".join(re.findall(blocks, page)), re.sub(blocks, "", page)
    assert code == 0, err
    assert "{{ 7*7 }}" in data.replace("\\u007b", "{").replace("\\u007d", "}")
    for trick in ("alert(1)", "7*7", "{# x", "2019"):
        assert trick not in re.sub(r"<title>.*?</title>", "", rest, flags=re.DOTALL)
    assert "<script>alert" not in page


def test_a_page_with_odd_links_links_to_none_of_them(run: object, tmp_path: pathlib.Path) -> None:
    """An address that is no web address never becomes a link of the map or of a ClaimReview."""
    line = json.dumps({"id": "a", "text": FACTS, "url": "javascript:alert(1)"})
    path = article(tmp_path, line, name="a.jsonl")
    run("map", path, "-o", tmp_path / "a.html")
    assert not re.search(
        r"""(?:href|src)\s*=\s*["']?\s*(?:javascript|data:text)""", (tmp_path / "a.html").read_text("utf-8")
    )
    assert "javascript:" not in run("check", path, "--format", "claimreview")[1]


def test_a_script_of_a_web_page_is_no_news(run: object, tmp_path: pathlib.Path) -> None:
    """What a page hides in scripts, styles and comments makes no claim, and text below depth 256 is not lost."""
    deep = (
        "<div>" * 300
        + "<p>The town of Osaka, the spokesman said on that day, is 500 km from Tokyo.</p>"
        + "</div>" * 300
    )
    hidden = "<script>var x = 'Paris is 5 km from London';</script><!-- Paris is 5 km from Rome -->"
    path = article(tmp_path, f"<html><body>{hidden}<p>{FACTS}</p>{deep}</body></html>", name="p.html")
    text = json.dumps(claims(run, path))
    assert "Paris" not in text
    assert "Pyongyang" in text
    assert "Osaka" in text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"x" * 100_000), "gzip archive"),
        (b"PK\x03\x04" + b"\0" * 99, "zip archive"),
        (b"%PDF-1.7\n", "a PDF"),
        (bytes(range(256)) * 9, "binary|not text|not an article"),
        (b"Seoul\0is\0far", "binary"),
        (b"", "empty"),
        (b" \n\t ", "empty"),
    ],
    ids=["gzip", "zip", "pdf", "noise", "nul", "nothing", "blanks"],
)
def test_what_is_no_text_is_refused_by_name(
    run: object, tmp_path: pathlib.Path, data: bytes, says: str
) -> None:
    """Bytes that are no article are an error of one line, whatever the suffix says."""
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    code, out, err = run("check", path)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "story.txt" in err
    assert re.search(says, err)


def test_an_archive_is_not_unpacked(run: object, tmp_path: pathlib.Path) -> None:
    """A zip whose member climbs out of the folder is refused and writes nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("../out.txt", FACTS)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.txt").write_bytes(content.getvalue())
    assert run("read", tmp_path / "in")[0] == 1
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["in", "story.txt"]


@pytest.mark.parametrize(
    "name", ["../../up", "/etc/shadow", "a\0b", "x" * 5000], ids=["up", "absolute", "nul", "long"]
)
def test_an_id_is_never_a_path(run: object, tmp_path: pathlib.Path, name: str) -> None:
    """An id stays a name in the data; only the named output is written."""
    (tmp_path / "in").mkdir()
    path = article(tmp_path / "in", json.dumps({"id": name, "text": FACTS}), name="a.jsonl")
    for target in ("s.html", "s.csv"):
        code, _, err = run("map" if target == "s.html" else "export", path, "-o", tmp_path / "out" / target)
        assert code == 0, err
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["s.csv", "s.html"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in", "out"]


def test_a_link_at_the_output_is_replaced_and_not_followed(run: object, tmp_path: pathlib.Path) -> None:
    """The file that a planted link points to is left alone."""
    treasure = article(tmp_path, "treasure", name="treasure.txt")
    (tmp_path / "s.geojson").symlink_to(treasure)
    code, *_ = run("export", article(tmp_path, FACTS), "-o", tmp_path / "s.geojson")
    assert code == 0
    assert treasure.read_text() == "treasure"
    assert not (tmp_path / "s.geojson").is_symlink()


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_no_control_or_direction_character_reaches_a_terminal(
    run: object, tmp_path: pathlib.Path, form: str
) -> None:
    """Escape codes and direction overrides of an article are written out, on stdout and in errors."""
    words = "Seoul\x1b[2J is \u202e195 km\u202c from Pyongyang. \u2066Busan\u2069 is 325 km\x08 from Seoul."
    code, out, err = run("check", article(tmp_path, words), "--format", form)
    assert code == 0, err
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", out + err)
    _, out, err = run("check", tmp_path / "no\x1b[2J\u202efile.txt")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", out + err)


@pytest.mark.parametrize(
    "lead", ["=", "+", "-", "@", "\uff1d"], ids=["equals", "plus", "minus", "at", "full width"]
)
def test_no_cell_of_a_table_is_a_formula(run: object, tmp_path: pathlib.Path, lead: str) -> None:
    """An id, an outlet or a title that a spreadsheet would run is guarded; figures stay figures."""
    line = {"id": f"{lead}cmd|' /C calc'!A0", "outlet": f"{lead}1+1", "text": FACTS}
    path = article(tmp_path, json.dumps(line), name="a.jsonl")
    run("export", path, "-o", tmp_path / "s.csv")
    tables = (run("check", path, "--format", "csv")[1], (tmp_path / "s.csv").read_text("utf-8"))
    for table in tables:
        rows = list(csv.DictReader(io.StringIO(table)))
        assert rows
        for row in rows:
            assert row["article"].startswith(f"'{lead}")
            assert row["outlet"].startswith(f"'{lead}")
            assert row["start"].isdecimal()


def test_a_report_in_markdown_holds_no_markup_of_the_article(run: object, tmp_path: pathlib.Path) -> None:
    """Links, tables, pictures and tags of an article are shown, not obeyed."""
    words = "[Seoul](javascript:1) | ![x](http://x.example/y) is 195 km from <b>Pyongyang</b>."
    _, out, _ = run("check", article(tmp_path, words), "--format", "markdown")
    assert not re.search(r"(?<!\\)[\[|<]", out)


def test_an_impossible_position_in_a_gazetteer_is_refused(run: object, tmp_path: pathlib.Path) -> None:
    """Latitude 91 is an error with file and line, before any article is read."""
    rows = (
        "id,name,aliases,kind,lat,lon,radius_km,country,admin1,source,note\nx,Xanadu,,city,91,10,,CN,,own,\n"
    )
    own = article(tmp_path, rows, name="own.csv")
    for argv in (("gazetteer", "check", own), ("check", article(tmp_path, FACTS), "--gazetteer", own)):
        code, out, err = run(*argv)
        assert code == 1
        assert "own.csv:2: lat 91 is beyond the pole" in out + err


def test_a_layer_is_read_by_the_driver_of_its_suffix_only(run: object, tmp_path: pathlib.Path) -> None:
    """A file that names a network source or another format is refused, not opened."""
    virtual = "<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/vsicurl/http://x.example</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    for name in ("front.vrt", "front.geojson"):
        layer = article(tmp_path, virtual, name=name)
        code, out, err = run("check", article(tmp_path, FACTS), "--layer", f"front={layer}")
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert name in err


@pytest.mark.parametrize(
    "words",
    [
        "On 30 February 2023 a ship left Busan for Osaka.",
        "On 0000-00-00 a ship left Busan for Osaka.",
        "On 5 May 10000 a ship left Busan for Osaka.",
    ],
    ids=["30 February", "year 0", "year 10000"],
)
def test_a_day_that_is_none_is_not_guessed(run: object, tmp_path: pathlib.Path, words: str) -> None:
    """A day that the calendar does not have gives no date."""
    code, out, err = run("read", article(tmp_path, words), "--published", "2023-03-05")
    assert code == 0, err
    assert all(
        each["first"] in {None, ""} or each["precision"] != "day" for each in json.loads(out)[0]["dates"]
    )


def test_the_day_after_the_last_day_is_no_fault(run: object, tmp_path: pathlib.Path) -> None:
    """9999-12-31 and one day is said not to be a date; reading goes on."""
    path = article(
        tmp_path, "The ship left Busan on Friday. It reached Osaka the next day, and Tokyo two weeks later."
    )
    code, out, err = run("read", path, "--published", "9999-12-31")
    assert code == 0, err
    assert json.loads(out)[0]["published"] == "9999-12-31"


def test_a_number_of_thousands_of_digits_is_no_figure(run: object, tmp_path: pathlib.Path) -> None:
    """5,000 digits and a thousand zeros end no reading, and no figure in the output is endless."""
    words = f"Busan is {'9' * 5000} km from Seoul. Osaka is 1e999 km from Tokyo. Kyoto is {'1,' * 2000}000 km from Kobe."
    code, out, err = run("check", article(tmp_path, words), "--format", "json")
    assert code == 0, err
    assert not any(each["verdict"] == "supported" or "Seoul" in each["text"] for each in json.loads(out))
    assert not re.search(r"NaN|Infinity", out)


def test_more_than_half_the_globe_is_an_impossible_claim(run: object, tmp_path: pathlib.Path) -> None:
    """30,000 km between two cities is contradicted with the reason, not an exception."""
    [found] = claims(run, article(tmp_path, "Tokyo is 30,000 km from Osaka."))
    assert found["verdict"] == "contradicted"
    assert "20,004 km" in str(found["because"])


def test_a_disk_that_is_full_leaves_the_old_file(
    run: object, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fills up while writing, the old file stays and nothing else is left."""
    target = article(tmp_path, "old", name="s.geojson")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, _, err = run("export", article(tmp_path, FACTS), "-o", target)
    assert (code, err.count("\n")) == (1, 1)
    assert "No space left on device" in err
    assert target.read_text() == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["s.geojson", "story.txt"]
