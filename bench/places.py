"""Measure how fast places are read, beside a spaCy pipeline on the same texts in the same run.

`python bench/places.py [FILE...] [--repeat N]`: each FILE is text, or `.jsonl` with a `text` in each line; without any,
the demonstration articles are read, many times over. What spaCy needs is the extra `ner`; without it only our own
figures are printed. CPU time of one process counts, so a busy machine does little harm.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from geo import places, text, world
from geo.errors import MissingExtra
from geo.model import Article
from geo.places import second

DEMO = Path(__file__).parents[1] / "examples"


def texts(paths: list[Path]) -> Iterator[str]:
    """Give the articles of files of text or JSON lines."""
    for path in paths:
        whole = path.read_text("utf-8")
        yield from (
            (json.loads(line)["text"] for line in whole.splitlines()) if path.suffix == ".jsonl" else (whole,)
        )


def measure(name: str, work: Callable[[text.Document], object], documents: list[text.Document]) -> None:
    """Run one reader over all documents and print its row."""
    work(documents[0])
    began = time.process_time()
    for document in documents:
        work(document)
    seconds = time.process_time() - began
    size = sum(len(d.article.text.encode()) for d in documents) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:34} {len(documents) / seconds:8.1f} articles/s {size / seconds:7.2f} MB/s {peak:7.0f} MB peak so far"
    )


def main() -> None:
    """Print opening time, then a row for each reader."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args()
    files = options.files or sorted(p for p in DEMO.rglob("*") if p.suffix in {".txt", ".md"})
    repeat = options.repeat if options.files else max(options.repeat, 40)
    documents = [text.read(Article(str(n), t)) for n, t in enumerate(list(texts(files)) * repeat)]
    began = time.perf_counter()
    earth = world.load()
    print(f"opened the gazetteer in {1000 * (time.perf_counter() - began):.0f} ms; {len(documents)} articles")
    measure("built-in: find, place, explain", lambda d: places.read(d, earth), documents)
    try:
        measure("spaCy md: entity spans only", second.labels, documents[: max(10, len(documents) // 4)])
    except MissingExtra as missing:
        print(missing, file=sys.stderr)


if __name__ == "__main__":
    main()
