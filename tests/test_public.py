"""The public surface is what it says, and loads late."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from paths import ROOT

import geo

HEAVY = ("folium", "geopandas", "numpy", "pandas", "pyproj", "scipy", "shapely", "spacy", "trafilatura")


@pytest.mark.parametrize("name", geo.__all__)
def test_public_names_resolve(name: str) -> None:
    """Every public name stands for something."""
    assert getattr(geo, name) is not None
    assert name in dir(geo)


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    """A misspelt name answers with the names there are."""
    with pytest.raises(AttributeError, match="no attribute 'read_storys'; it has Boundary"):
        geo.read_storys  # noqa: B018


@pytest.mark.parametrize(
    "arguments",
    [["-c", "import geo"], ["-m", "geo", "--help"], ["-m", "geo", "check", "--help"]],
    ids=["import", "help", "check-help"],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(arguments: list[str]) -> None:
    """Importing the package and asking for help load none of the heavy libraries."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, cwd=ROOT, check=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "geo" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_docs_match_the_code() -> None:
    """What the documentation takes from the code is what the code says now."""
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_picture_of_the_imports_is_a_picture() -> None:
    """The drawn imports are well-formed and name every floor."""
    drawn = {
        each.text for each in ET.parse(ROOT / "docs/imports.svg").iter("{http://www.w3.org/2000/svg}text")
    }
    assert {"cli", "story", "claims", "measure", "model", "errors"} <= drawn


def test_the_claim_kinds_are_documented() -> None:
    """Every kind of claim has a row in its documentation."""
    from geo.claims import KINDS

    rows = (ROOT / "docs/claims.md").read_text("utf8").splitlines()
    assert [kind.name for kind in KINDS if not any(row.startswith(f"| {kind.name} |") for row in rows)] == []


def test_the_readmes_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The ten lines of Python in the README do what they say."""
    monkeypatch.chdir(ROOT)
    code = (ROOT / "README.md").read_text("utf8").split("```python\n")[1].split("```")[0]
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  (our own README)
    assert "depends" in capsys.readouterr().out
    assert str(names["page"]).startswith("<!DOCTYPE html>")
    assert len(names["places"]) > 0
