"""Measure how fast dates, movements and events are read, in characters a second, over made-up news."""

import time
from datetime import date

from geo import dates, movements, text
from geo.model import Article
from geo.movements import events

STORY = (
    "The tanker Doina left Batumi for Constanta on May 6 with 40 crates, harbour master Anna Lindqvist said Tuesday. "
    "Two days later the crates were moved by rail to a depot near Brasov, about 90 kilometers from the Danube. "
    "Prices rose in the first quarter of 2023 and fell between March and early May. Nobody in the town had seen the cargo. "
    "The mayor, who has run the place since 2015, called the rumours silly and went back to his garden.\n\n"
)
TIMES = 300


def main() -> None:
    """Print one line for each reader."""
    article = Article("bench", STORY * TIMES, published=date(2024, 5, 16))
    document = text.read(article)
    found: tuple[object, ...] = ()

    def timed(name: str, seconds: float) -> None:
        print(f"{name:10} {len(article.text) / seconds / 1000:8.0f} kB/s")

    start = time.perf_counter()
    whens = dates.read(document)[0]
    timed("dates", time.perf_counter() - start)
    for name, read in (("movements", movements.read), ("events", events.read)):
        start = time.perf_counter()
        found += tuple(read(document, (), whens))
        timed(name, time.perf_counter() - start)
    print(f"{len(whens)} dates, {len(found)} movements and events")


if __name__ == "__main__":
    main()
