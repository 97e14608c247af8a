"""Tell how the candidates of an article stand to each other: parents, and longer or shorter ones in the same words."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.places.find import Candidate
from geo.places.resolve import within

__all__ = ["RELATIONS", "related"]

RELATIONS = ("has parent", "is parent", "held", "holds", "longest")
"""Names of the numbers, in order."""


def _follower(
    found: Sequence[Candidate], starts: dict[int, int], text: str, each: Candidate
) -> Iterator[int]:
    """List the candidates that follow one as a parent would: after a comma or bracket, or at once if abbreviated."""
    follow = text[each.end : each.end + 2]
    if follow[:1] not in {",", " "}:
        return
    gap = next((gap for gap in (", ", " (", ",") if follow.startswith(gap)), "")
    start = each.end + len(gap or " ")
    for number in range(starts.get(start, len(found)), len(found)):
        if found[number].start != start:
            break
        if gap or found[number].pattern == "sign":
            yield number


def related(found: Sequence[Candidate], text: str) -> NDArray[np.float64]:
    """Give numbers on how candidates stand to each other: parents, and longer or shorter ones in the same words."""
    # The first candidate of each start; those of one start follow each other, the longest first.
    starts = {each.start: len(found) - at for at, each in enumerate(reversed(found), 1)}
    rows = np.zeros((len(found), len(RELATIONS)))
    child, parent, held, holds, longest = rows.T
    reach: dict[int, int] = {}
    for number, each in enumerate(found):
        for other in _follower(found, starts, text, each):
            if _holds(found[other], each):
                child[number] = parent[other] = 1
        if each.refs:
            reach.setdefault(each.start, each.end)
        weight = 1.0 if each.refs else 0.5
        for later in range(number + 1, len(found)):
            inner = found[later]
            if inner.start >= each.end:
                break
            if inner.end <= each.end:
                held[later] += weight
                holds[number] += 1.0 if inner.refs else 0.5
    longest[:] = [reach.get(each.start, 0) <= each.end for each in found]
    return rows


def _holds(parent: Candidate, child: Candidate) -> bool:
    """Whether any place of the one name lies in any area of the other."""
    areas = [
        r.place for r in parent.refs if r.place.kind in {"country", "division", "county"} and r.how != "short"
    ]
    return any(within(r.place, area) for area in areas for r in child.refs[:60])
