"""The same articles give the same bytes, whatever the hash seed, the time zone and the locale."""

import json
import os
import pathlib
import subprocess
import sys

import pytest
from paths import ROOT

STORY = """The freighter left Busan on 3 May 2023 and reached Osaka on 5 May, a monitor said on Tuesday. Vladivostok is about 100
kilometers (62 miles) from the Chinese border. Paris, Springfield and Georgia were named in the papers of the two ships.
A train left Rostov-on-Don for Krasnodar on 6 May 2023. Rostov-on-Don is 250 km north of Krasnodar.
"""
# Runs the four commands in one process and prints a digest of what each gave.
PROGRAM = """
import contextlib, hashlib, io, json, pathlib, sys
from geo.cli import main
story, folder = sys.argv[1], pathlib.Path(sys.argv[2])
commands = {
    "map": ["map", story, "-o", str(folder / "s.html")],
    "check": ["check", story, "--format", "json"],
    "read": ["read", story],
    "geojson": ["export", story, "-o", str(folder / "s.geojson")],
}
made = {}
for name, argv in commands.items():
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        main(argv)
    made[name] = out.getvalue()
made["map"] = (folder / "s.html").read_text("utf-8")
made["geojson"] = (folder / "s.geojson").read_text("utf-8")
print(json.dumps({name: [len(text), hashlib.sha256(text.encode()).hexdigest()] for name, text in made.items()}))
"""
# Three seeds, two zones, two locales; each run takes a process of its own, so that pairs stand for the whole table.
SURROUNDINGS = (("0", "UTC", "C"), ("1", "Pacific/Chatham", "C.UTF-8"), ("42", "Pacific/Chatham", "C"))


def digests(folder: pathlib.Path, seed: str, zone: str, locale: str) -> dict[str, list[object]]:
    """Run the four commands in a process of its own."""
    (folder / "story.txt").write_text(STORY, "utf-8")
    surroundings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
    kept = {
        key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "SYSTEMROOT", "TMPDIR"}
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "story.txt", "."],
        cwd=folder,
        env=kept | surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """Give the digests of a first run, which is not empty."""
    made = digests(tmp_path_factory.mktemp("first"), "7", "America/Lima", "C.UTF-8")
    assert all(length > 1000 for length, _ in made.values()), made
    return made


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=" ".join)
def test_other_surroundings_give_the_same_bytes(
    first: dict[str, list[object]], tmp_path: pathlib.Path, surroundings: tuple[str, str, str]
) -> None:
    """Page, claims, records and GeoJSON do not depend on anything but the article."""
    assert digests(tmp_path, *surroundings) == first
