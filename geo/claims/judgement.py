"""Turn a stated figure and measured readings into a verdict: one pure rule, in one table.

The rule is that of how the press writes distances: a figure is as exact as it is printed, a hedge widens it, a place is
not a point, and figures above the straight line are often lengths of roads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geo.claims.numbers import step_of
from geo.model import Quantity, Reading, Verdict, VerdictWord
from geo.units import UNITS, unit

__all__ = ["ROAD", "Candidate", "Stated", "consistent", "fits", "judge", "state", "tolerance"]

Side = Literal["about", "bare", "most", "least", "nearly", "over"]

# Length of a road over the straight line: 1.2 to 1.45 for nine trips in ten.
ROAD = 1.45
_SIDES: tuple[tuple[Side, tuple[str, ...]], ...] = (
    ("nearly", ("just under", "nearly", "almost", "just short of", "slightly under", "slightly less than", "a little less than", "little less than", "close to", "slightly below", "just less than", "just below")),
    ("over", ("just over", "slightly over", "slightly more than", "a little more than", "a little over", "little more than", "little over", "just more than", "just above", "just beyond", "a bit over", "a bit more than")),
    ("most", ("less than", "under", "within", "to within", "up to", "no more than", "not more than", "at most", "fewer than", "closer than", "maximum", "a maximum of", "no farther than",
              "no further than", "or less", "as close as", "as near as", "nearer than", "well under", "well within", "only within", "just within", "to within about", "within about", "up to about")),
    ("least", ("more than", "over", "at least", "no less than", "not less than", "or more", "or farther", "or further", "or longer", "greater than", "farther than", "further than",
               "in excess of", "excess of", "upwards of", "minimum", "a minimum of", "well over", "well above", "beyond", "never less than", "at its closest", "at its nearest",
               "no closer than", "not closer than", "no nearer than", "never closer than", "exceeding")),
    ("about", ("about", "around", "some", "roughly", "approximately", "approx", "approx.", "circa", "or so", "an estimated", "estimated", "probably", "possibly", "perhaps", "maybe", "thereabouts",
               "or thereabouts", "in the region of", "as far as", "as much as", "as many as", "equally close", "between")),
)  # fmt: skip
_SIDE = {words: side for side, all_words in _SIDES for words in all_words}


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as the rule sees it, in km, km2 or hours: bounds, half the printed resolution, and which side is meant."""

    low: float
    high: float
    half: float
    side: Side = "bare"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One measured reading: `slack` is what the two ends' sizes add.

    `rescues` says whether a fit makes the claim depend on the reading; a swapped unit only explains a mistake.
    """

    reading: Reading
    slack: float = 0.0
    rescues: bool = True


def side_of(hedge: str | None) -> Side:
    """Say which side of the figure a hedge means.

    >>> side_of("less than"), side_of("just under"), side_of("some"), side_of(None), side_of("only")
    ('most', 'nearly', 'about', 'bare', 'bare')
    """
    words = " ".join((hedge or "").lower().split())
    if words in _SIDE:
        return _SIDE[words]
    return next(
        (side for side, known in _SIDES if any(words.startswith(each + " ") for each in known)), "bare"
    )


def _half(value: float, step: float) -> float:
    """Half the printed resolution, at most a tenth of the value; a quarter of it below five units."""
    return 0.25 * value if value < 5 else min(step / 2, 0.1 * value)


def _converted(quantity: Quantity, value: float) -> tuple[float, str]:
    """Resolution of the round number in another unit that a crooked figure was made of (64 km = 40 miles), in its own unit."""
    own = unit(quantity.unit)
    for other in UNITS:
        if (
            other.dimension != "length"
            or other.symbol in {own.symbol, "m", "ft", "yd"}
            or value < 10
            or value % 5 == 0
        ):
            continue
        there = value * own.si / other.si
        nearest = round(there / 10) * 10
        if nearest >= 10 and abs(nearest - there) * other.si <= 0.75 * own.si:
            return _half(
                nearest, step_of(nearest)
            ) * other.si / own.si, f"{value:g} {own.symbol} is {nearest:g} {other.symbol} converted"
    return 0.0, ""


def state(quantity: Quantity, second: Quantity | None = None) -> Stated | None:
    """Put a printed figure in the form the rule reads; `None` for a vague one.

    >>> from geo.model import Span
    >>> s = state(Quantity(Span(0, 6, "290 km"), 290, 290, "km", "about", 10))
    >>> s.half, s.side
    (14.5, 'about')
    """
    if quantity.low is None or quantity.high is None:
        return None
    own = unit(quantity.unit)
    value = (quantity.low + quantity.high) / 2
    half, why = _half(value, quantity.step or step_of(value)), "half the printed resolution"
    more, because = _converted(quantity, value) if own.dimension == "length" else (0.0, "")
    if more > half:
        half, why = more, because
    half *= own.km
    if (
        second
        and second.low is not None
        and second.high is not None
        and unit(second.unit).dimension == own.dimension
    ):
        value2 = (second.low + second.high) / 2
        half2 = _half(value2, second.step or step_of(value2)) * unit(second.unit).km
        # The second figure is a conversion; where the printed one is cruder, that one rules.
        if half2 > half and consistent(quantity, second):
            half, why = half2, "the coarser of the two figures"
    side = side_of(quantity.hedge)
    if side == "about" and 0.05 * value * own.km > half:
        half, why = 0.05 * value * own.km, f"'{quantity.hedge}' allows 5 %"
    return Stated(quantity.low * own.km, quantity.high * own.km, half, side, why)


def tolerance(stated: Stated, slack: float = 0.0) -> float:
    """How far a measurement may lie from the figure: resolution, size of the places (at most 8 %), and 1 %."""
    value = (stated.low + stated.high) / 2
    return stated.half + min(slack, 0.08 * value) + 0.01 * value


_INF = float("inf")
# How many halves of the printed resolution the band reaches further below and above the figure.
_SHIFTS: dict[Side, tuple[float, float]] = {
    "bare": (0.0, 0.0),
    "about": (0.0, 0.0),
    "nearly": (1.0, -0.5),
    "over": (-0.5, 1.0),
}


def _bands(stated: Stated, allowed: float) -> tuple[float, float, float, float]:
    """Bounds of what is supported and of what is close: lower, upper, lower, upper."""
    low, high = stated.low, stated.high
    if stated.side == "most":
        return -_INF, 1.01 * high + min(1.0, 0.1 * high), -_INF, high + max(allowed, 0.02 * high)
    if stated.side == "least":
        return 0.99 * low - min(1.0, 0.1 * low), _INF, low - max(allowed, 0.02 * low), _INF
    below, above = (shift * stated.half for shift in _SHIFTS[stated.side])
    wide = 1.5 * allowed
    return (
        low - allowed - below,
        high + allowed + above,
        low - max(wide + max(below, 0.0), 0.15 * low),
        high + max(wide + max(above, 0.0), 0.15 * high),
    )


def fits(stated: Stated, measured: float, slack: float = 0.0) -> VerdictWord:
    """Say whether one measurement supports a figure: "supported", "close" or "contradicted"."""
    low, high, lowest, highest = _bands(stated, tolerance(stated, slack))
    if low <= measured <= high:
        return "supported"
    return "close" if lowest <= measured <= highest else "contradicted"


def consistent(first: Quantity, second: Quantity) -> bool | None:
    """Whether two printed figures are the same length, within the rounding of both; `None` when it cannot be told."""
    if first.low is None or second.low is None or first.high is None or second.high is None:
        return None
    for one, other in ((first.low, second.low), (first.high, second.high)):
        a, b = one * unit(first.unit).si, other * unit(second.unit).si
        room = _room(first, one) + _room(second, other)
        if abs(a - b) > max(room, 0.02 * max(a, b)) and abs(a - b) > 0.08 * max(a, b):
            return False
    return True


def _room(quantity: Quantity, value: float) -> float:
    """Return the rounding of a printed figure in SI units."""
    return _half(value, quantity.step or step_of(value)) * unit(quantity.unit).si


def judge(stated: Stated, candidates: Sequence[Candidate], *, travelled: bool = True) -> Verdict:
    """Judge a figure by its readings; the first is the plain one.

    Supported or close by the plain reading; else it depends, when another reading supports it or the figure is at most
    1.45 times the straight line (`travelled`: it may be a road); else contradicted.
    """
    first = candidates[0]
    words = [fits(stated, each.reading.km, each.slack) for each in candidates]
    allowed = tolerance(stated, first.slack)
    readings = [
        Reading(c.reading.name, c.reading.km, word == "supported", c.reading.line, c.reading.method)
        for c, word in zip(candidates, words, strict=True)
    ]
    word: VerdictWord = words[0]
    by_road = travelled and stated.side != "most" and first.reading.km < stated.low <= ROAD * first.reading.km
    if word == "contradicted" and (
        by_road or any(w == "supported" and c.rescues for c, w in zip(candidates, words, strict=True))
    ):
        word = "depends"
    if by_road and words[0] == "contradicted":
        factor = stated.low / first.reading.km
        readings.append(
            Reading(
                f"by road ({factor:.2f} times the straight line)",
                stated.low,
                fits=True,
                line=first.reading.line,
                method="road factor 1 to 1.45",
            )
        )
    return Verdict(word, "", first.reading.km, allowed, tuple(readings))
