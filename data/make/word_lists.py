"""Make the lists of plain words, given names and surnames that tell look-alikes from places.

Words: the Debian package `wamerican-small` (SCOWL, freely usable). Names: the United States census of 1990,
as the package `names` carries it (public domain). Run by hand:
`uv run --with names python data/make/word_lists.py /usr/share/dict/american-english-small`.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).parents[2] / "geo" / "places" / "data"
MORE_FIRST = """vladimir sergei alexander dmitry ivan mikhail boris yuri mohammed muhammad mohamed ahmed ali hassan hussein omar
abdul ibrahim mahmoud mustafa khalid yusuf benjamin emmanuel angela jacinda recep xi kim moon lee park choi jong hans klaus
pierre jacques francois giuseppe luigi carlos juan jose diego hugo evo nicolas andrej lech sean liam nigel boris theresa"""


def census(name: str, keep: int) -> list[str]:
    """Read the most common names of one census list."""
    spec = find_spec("names")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("package names is not installed")
    path = Path(spec.submodule_search_locations[0], name)
    return [line.split()[0].lower() for line in path.read_text("ascii").splitlines()[:keep]]


def main() -> None:
    """Write the three lists."""
    lines = Path(sys.argv[1]).read_text("utf-8").split()
    small = {line for line in lines if line.isalpha() and line.islower() and line.isascii() and len(line) > 1}
    first = {*census("dist.male.first", 800), *census("dist.female.first", 1200), *MORE_FIRST.split()}
    for name, words in (
        ("words.txt", small),
        ("first_names.txt", first),
        ("surnames.txt", set(census("dist.all.last", 5000))),
    ):
        (OUT / name).write_text("\n".join(sorted(words)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
