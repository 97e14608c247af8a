"""A corpus is read in parts, resumes where it stopped, and one bad article does not end it."""

import json
import pathlib
import sys
from functools import partial

import geopandas as gpd
import pytest
from tellings import TEXT, report

from geo import batch
from geo.errors import InputError, MissingExtra
from geo.frames import LAYERS
from geo.model import Article, Report
from geo.settings import Settings


def read(told: Article, log: str) -> Report:
    """Read an article without a world: note that it was read, break on a marked one."""
    with pathlib.Path(log).open("a") as opened:
        opened.write(f"{told.id}\n")
    if "BREAK" in told.text:
        raise RuntimeError("no such word")
    return report(told)


def opener(log: str, settings: Settings) -> partial[Report]:
    """Make the reader; a function of a module, so that workers can be sent it."""
    assert isinstance(settings, Settings)
    return partial(read, log=log)


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    """Write 25 articles."""
    path = tmp_path / "corpus.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": f"{TEXT} Part {n}."}) + "\n" for n in range(25)]
    path.write_text("".join(lines), "utf-8")
    return path


def go(corpus: pathlib.Path, **options: object) -> tuple[batch.Done, int]:
    """Run over a corpus in parts of ten; gives what was done and how many articles were read for it."""
    log = corpus.parent / "log.txt"
    log.write_text("")
    given = {"workers": 1, "size": 10, "opener": partial(opener, str(log))} | options
    done = batch.run([str(corpus)], corpus.parent / "out", **given)
    return done, len(log.read_text().splitlines())


def files(out: pathlib.Path) -> dict[str, bytes]:
    """Give all files of a folder."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_parts_hold_the_frames_of_their_articles(corpus: pathlib.Path) -> None:
    """25 articles in parts of ten are three parts a layer, with the rows of their articles in order."""
    done, read_ = go(corpus)
    out = corpus.parent / "out"
    assert (done.articles, done.parts, done.reused, done.faults, read_) == (25, 3, 0, 0, 25)
    for layer in LAYERS:
        rows = [gpd.read_parquet(path) for path in sorted((out / layer).iterdir())]
        assert [len(each) for each in rows] == [10, 10, 5]
        assert rows[2]["article"].iloc[-1] == "a24"
    assert json.loads(done.manifest.read_text("utf-8"))["rows"]["claims"] == 25
    assert "25 articles in 3 parts (0 were there already), 0 not readable" in str(done)


def test_an_article_that_breaks_the_reader_is_listed_and_tried_again(corpus: pathlib.Path) -> None:
    """One bad article costs its own rows only, stands in the manifest, and its part is read again next time."""
    corpus.write_text(corpus.read_text("utf-8").replace("Part 7", "BREAK"), "utf-8")
    done, _ = go(corpus)
    manifest = json.loads(done.manifest.read_text("utf-8"))
    assert [(each["article"], each["fault"]) for each in manifest["faults"]] == [
        ("a7", "RuntimeError: no such word")
    ]
    assert manifest["rows"]["claims"] == 24
    again, read_ = go(corpus)
    assert (again.reused, again.faults, read_) == (2, 1, 10)


def test_a_second_run_reads_nothing_and_changes_nothing(corpus: pathlib.Path) -> None:
    """Everything is there already."""
    go(corpus)
    before = files(corpus.parent / "out")
    done, read_ = go(corpus)
    assert (done.reused, read_) == (3, 0)
    assert files(corpus.parent / "out") == before


@pytest.mark.parametrize("lost", ["places/part-00001.parquet", "parts/part-00001.json"])
def test_a_part_that_is_not_whole_is_read_again(corpus: pathlib.Path, lost: str) -> None:
    """A run that was stopped in the middle of a part goes on with that part, to the same bytes."""
    go(corpus)
    before = files(corpus.parent / "out")
    (corpus.parent / "out" / lost).unlink()
    done, read_ = go(corpus)
    assert (done.reused, read_) == (2, 10)
    assert files(corpus.parent / "out") == before


def test_what_has_changed_is_read_again(corpus: pathlib.Path) -> None:
    """A changed article costs its part, changed settings cost all."""
    go(corpus)
    corpus.write_text(corpus.read_text("utf-8").replace("Part 24", "Part XXIV"), "utf-8")
    assert go(corpus)[1] == 5
    assert go(corpus, settings=Settings(borders="de-facto"))[1] == 25


def test_parts_of_a_longer_corpus_are_removed(corpus: pathlib.Path) -> None:
    """When the corpus has shrunk, no row of the old one is left."""
    go(corpus)
    corpus.write_text("".join(corpus.read_text("utf-8").splitlines(keepends=True)[:10]), "utf-8")
    done, read_ = go(corpus)
    assert (done.parts, read_) == (1, 0)
    assert [path.name for path in (corpus.parent / "out" / "places").iterdir()] == ["part-00000.parquet"]


def test_workers_give_the_same_bytes(corpus: pathlib.Path) -> None:
    """Processes or one thread, the files are the same."""
    go(corpus)
    single = files(corpus.parent / "out")
    for path in sorted((corpus.parent / "out").rglob("part-*")):
        path.unlink()
    done, read_ = go(corpus, workers=2)
    assert (done.reused, read_) == (0, 25)
    assert files(corpus.parent / "out") == single


def test_a_bad_line_ends_the_run_and_keeps_what_was_read(corpus: pathlib.Path) -> None:
    """The error names the line; mended, the run goes on from there."""
    good = corpus.read_text("utf-8")
    corpus.write_text(good + "not json\n", "utf-8")
    with pytest.raises(InputError, match=r"corpus\.jsonl:26: not JSON"):
        go(corpus)
    corpus.write_text(good, "utf-8")
    assert go(corpus)[0].reused == 2


def test_the_engine_dask_names_its_extra(corpus: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Dask the message says what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"install dateline\[batch\]"):
        go(corpus, engine="dask")
