"""Link movements over sentences and articles: one leg for each movement, and legs in journeys."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from geo.model import Check, End, Leg, Movement, Report
from geo.movements.plausibility import checks
from geo.movements.sameness import GENERIC, KEPT, counted, days_of, differing, fullness, groups, names_of

__all__ = ["checks", "link"]


_CARRIED: Final = "carried"


def _place(end: End | None) -> tuple[object, object] | None:
    """Give what tells a place: its gazetteer id, else its words."""
    if end is None:
        return None
    return ("id", end.place.id) if end.place else ("words", names_of(end.span))


def _shares(a: Movement, b: Movement) -> bool:
    """Decide whether two legs move the same thing, or the later points back to it."""
    one, two = names_of(a.what) | names_of(a.vehicle), names_of(b.what) | names_of(b.vehicle)
    return not two or bool(one & two) or bool(two & GENERIC and one & GENERIC)


def _continues(a: Leg, b: Leg) -> bool:
    """Decide whether a leg goes on where another ended (or, after a pick-up, where it began)."""
    start, ends = b.movement.origin, a.movement.destination or a.movement.origin
    if start is None or ends is None or a.movement is b.movement:
        return False
    if start.because.startswith(_CARRIED) and start.span == ends.span:
        return {key[0] for key in a.told} & {key[0] for key in b.told} != set()
    here, there = days_of(a.movement.when), days_of(b.movement.when)
    fits = here is None or there is None or here[0] <= there[1]
    return bool(_place(start) == _place(ends) and fits and _shares(a.movement, b.movement))


def _journeys(legs: Sequence[Leg]) -> list[list[int]]:
    """Group legs that follow one another, in the order of their days, then of reading."""
    after: dict[int, int] = {}
    before: set[int] = set()
    for later in range(len(legs)):
        options = [
            at
            for at in range(max(0, later - KEPT), min(len(legs), later + KEPT))
            if at != later
            and at not in after
            and _continues(legs[at], legs[later])
            and at not in _follow(after, later)
        ]
        if options:
            after[options[-1]] = later
            before.add(later)
    starts = [at for at in range(len(legs)) if at not in before and at in after]
    return [list(_follow(after, at)) for at in starts]


def _follow(after: dict[int, int], start: int) -> Iterator[int]:
    """Walk a chain."""
    at: int | None = start
    while at is not None:
        yield at
        at = after.get(at)


def _totals(reports: Iterable[Report]) -> dict[str, int]:
    """Find the largest count of each thing in all articles."""
    totals: dict[str, int] = {}
    for report in reports:
        for noun, count in counted(report.article.text):
            totals[noun] = max(totals.get(noun, 0), count)
    return totals


def _parts(totals: dict[str, int], movement: Movement) -> Iterator[Check]:
    """Compare what a leg counts with the totals the articles give for the same things."""
    for noun, count in counted(movement.what.text if movement.what else ""):
        if totals.get(noun, count) > count:
            yield Check(
                "part of whole", ok=True, because=f"{count:,} of {totals[noun]:,} {noun} named in the story"
            )


def link(reports: Sequence[Report]) -> tuple[Leg, ...]:
    """Make the legs of a story: each movement once, with who tells it, in journeys where legs follow one another.

    Routes are not built here; once they are, `checks` compares each leg with the one before it.
    """
    legs: list[Leg] = []
    totals = _totals(reports)
    for number, group in enumerate(groups(reports), start=1):
        fullest = sorted(group, key=lambda row: -fullness(row[1]))
        movement = fullest[0][1]
        told = tuple(key for key, _ in fullest)
        conflicts = tuple(differing(reports, fullest))
        legs.append(
            Leg(f"leg-{number}", movement, told, conflicts=conflicts, checks=tuple(_parts(totals, movement)))
        )
    for chain, members in enumerate(_journeys(legs), start=1):
        for order, at in enumerate(members, start=1):
            legs[at] = replace(legs[at], chain=chain, order=order)
    return tuple(legs)
