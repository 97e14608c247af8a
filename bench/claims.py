"""Measure what finding and judging claims costs: milliseconds for 10 KB of prose, and for one verdict.

Run it as ``python bench/claims.py``; it prints one JSON object.
"""

import json
import time
from datetime import date

from geo import text
from geo.claims import find, judge
from geo.model import Article, End, LonLat, Place
from geo.world import load

_PROSE = (
    "The ministry said on Tuesday that talks would go on until the end of the month. Officials in the capital met for three hours, and a "
    "spokesman told reporters that nothing had been signed. The harbour was quiet. Two ships, both under repair since March, lay at the "
    "northern pier, and a third was expected within days. Residents described a long night of rain and said the lower streets had flooded "
    "again. The council has promised new drains since 2019. A bus line that links the market with the hospital was restored in the evening. "
)
_CLAIM = "The depot at Orlovo, about 45 km (28 miles) northeast of Dorla, burned for two days. "


def _best(function, times=5):  # noqa: ANN001, ANN202  (a stopwatch)
    """Return the least seconds of some runs."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        function()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main() -> None:
    """Print the figures."""
    words = (_PROSE * 5 + _CLAIM) * 5
    document = text.read(Article("bench", words, published=date(2024, 1, 1)))
    world = load()
    (claim, *_) = find(text.read(Article("one", "Tikhoretsk lies about 290 km from the Ukrainian border.")))
    at = Place("tikhoretsk", "Tikhoretsk", LonLat(40.1253, 45.8547), "town", "RU")
    placed = type(claim)(claim.span, claim.kind, End(claim.subject.span, at), claim.object, claim.quantity)
    judge(placed, world)
    print(
        json.dumps(
            {
                "characters": len(words),
                "find_ms_per_10_kb": round(_best(lambda: find(document)) / len(words) * 1e7, 2),
                "judge_border_ms": round(_best(lambda: judge(placed, world)) * 1e3, 2),
            }
        )
    )


if __name__ == "__main__":
    main()
