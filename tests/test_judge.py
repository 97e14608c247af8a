"""The rule of judgement: a pure function of a figure and measured readings."""

import pytest
from hypothesis import assume, given, strategies as st

from geo.claims.judgement import Candidate, Stated, consistent, fits, judge, side_of, state, tolerance
from geo.model import Quantity, Reading, Span
from geo.units import unit

RANK = {"supported": 3, "close": 2, "depends": 1, "contradicted": 0}
HEDGES = [None, "about", "some", "less than", "more than", "nearly", "just over", "at least", "up to"]
values = st.integers(6, 5000)
factors = st.floats(0.05, 4.0)


def quantity(value, symbol="km", hedge=None, step=None, high=None):
    """Make a printed figure."""
    words = f"{value} {symbol}"
    return Quantity(Span(0, len(words), words), value, high or value, symbol, hedge, step)


def candidate(km, name="straight", slack=0.0):
    """Make a measured reading."""
    return Candidate(Reading(name, km, fits=False), slack)


def word(stated, *kms, **more):
    """Judge a figure by the lengths of its readings."""
    return judge(stated, [candidate(km) for km in kms], **more).word


@pytest.mark.parametrize(
    ("value", "hedge", "slack", "measured", "expected"),
    [
        (290, "about", 5, 201.3, "depends"),
        (290, None, 5, 288, "supported"),
        (290, None, 5, 190, "contradicted"),
        (25, None, 5, 24.7, "supported"),
        (80, None, 5, 63.7, "depends"),
        (80, None, 5, 68.8, "close"),
        (30, None, 2.5, 125.3, "contradicted"),
        (100, "less than", 0, 20, "supported"),
        (100, "less than", 0, 108.6, "close"),
        (100, "less than", 0, 140, "contradicted"),
        (500, "more than", 0, 475, "close"),
        (500, "more than", 0, 900, "supported"),
        (500, "more than", 0, 360, "depends"),
        (500, "more than", 0, 300, "contradicted"),
        (350, None, 5, 198.6, "contradicted"),
    ],
)
def test_the_table(value, hedge, slack, measured, expected):
    """Figures of the kind news prints come out as the rule says."""
    stated = state(quantity(value, hedge=hedge))
    assert judge(stated, [candidate(measured, slack=slack)]).word == expected


def test_tolerance_of_a_round_figure():
    """A figure allows half its resolution, the size of the places, and one per cent."""
    assert tolerance(state(quantity(290)), 5) == pytest.approx(5 + 5 + 2.9)


def test_a_converted_figure_has_the_resolution_of_its_round_original():
    """64 km is 40 miles: what is known is known to five miles at best."""
    assert state(quantity(64)).half > state(quantity(63)).half


@given(values, factors, factors, st.sampled_from(["bare", "about"]))
def test_monotone_in_the_difference(value, one, other, side):
    """On one side of the figure, a measurement further away is never judged better."""
    stated = Stated(value, value, min(value / 20, 5), side)
    near, far = sorted((one, other), key=lambda f: abs(f - 1))
    assume((near - 1) * (far - 1) >= 0)
    assert RANK[word(stated, value * near)] >= RANK[word(stated, value * far)]


@given(values, factors, st.sampled_from(["km", "mi", "nmi"]), st.sampled_from(HEDGES))
def test_unit_invariant(value, factor, symbol, hedge):
    """The same figure with the same resolution is judged the same in any unit."""
    step = 5.0
    here = state(quantity(value, "km", hedge, step))
    ratio = unit("km").km / unit(symbol).km
    assume(value * ratio >= 5)
    there = state(quantity(value * ratio, symbol, hedge, step * ratio))
    assume(here.why == there.why)
    edge = tolerance(here) * 1e-6
    measured = value * factor
    words = {fits(here, measured + shift) for shift in (-edge, 0, edge)}
    assert fits(there, measured) in words


@given(values, factors, st.floats(0, 50), st.floats(0, 50))
def test_symmetric_in_the_ends(value, factor, here, there):
    """What the sizes of the two ends add does not depend on their order."""
    stated = state(quantity(value))
    one = judge(stated, [candidate(value * factor, slack=here + there)])
    other = judge(stated, [candidate(value * factor, slack=there + here)])
    assert one == other


@given(values, factors, st.sampled_from(["about", "some", "around", "roughly", "approximately", "or so"]))
def test_a_hedge_never_narrows(value, factor, hedge):
    """What the bare figure supports, the hedged one supports."""
    bare, hedged = state(quantity(value)), state(quantity(value, hedge=hedge))
    assert tolerance(hedged) >= tolerance(bare)
    assert RANK[fits(hedged, value * factor)] >= RANK[fits(bare, value * factor)]


@given(values, factors, st.lists(factors, max_size=5), factors, st.sampled_from(HEDGES))
def test_adding_a_reading_never_worsens(value, first, others, more, hedge):
    """Another reading can rescue a claim, never condemn it."""
    stated = state(quantity(value, hedge=hedge))
    kms = [value * f for f in (first, *others)]
    before, after = word(stated, *kms), word(stated, *kms, value * more)
    assert RANK[after] >= RANK[before]


@given(values, factors)
def test_a_swapped_unit_explains_but_does_not_rescue(value, factor):
    """A reading in another unit is printed and leaves the verdict as it is."""
    stated = state(quantity(value))
    plain = [candidate(value * factor)]
    swapped = Candidate(Reading("if miles were meant", value, fits=False), rescues=False)
    assert judge(stated, [*plain, swapped]).word == judge(stated, plain).word


def test_the_fitting_readings_are_marked():
    """Each reading says whether the figure fits it."""
    verdict = judge(
        state(quantity(290, hedge="about")),
        [candidate(201.3), candidate(290.0, "Kerch"), candidate(480, "Kyiv")],
    )
    assert [(r.name, r.fits) for r in verdict.readings[:3]] == [
        ("straight", False),
        ("Kerch", True),
        ("Kyiv", False),
    ]


def test_no_route_is_shorter_than_the_straight_line():
    """A figure below the straight line is contradicted, whatever the road."""
    assert word(state(quantity(100)), 150) == "contradicted"


@pytest.mark.parametrize(
    ("hedge", "side"),
    [(None, "bare"), ("only", "bare"), ("about", "about"), ("less than", "most"), ("within about", "most"), ("just under", "nearly"),
     ("more than", "least"), ("or farther", "least"), ("just over", "over"), ("up to", "most")],
)  # fmt: skip
def test_sides(hedge, side):
    """A hedge says which side of the figure is meant."""
    assert side_of(hedge) == side


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((900, "km"), (560, "mi"), True),
        ((25, "km"), (12, "mi"), False),
        ((570, "km"), (310, "mi"), False),
        ((60, "mi"), (96, "km"), True),
        ((10, "km"), (6, "mi"), True),
    ],
)
def test_second_figures(first, second, expected):
    """Two printed figures agree within the rounding of both, or they do not."""
    assert consistent(quantity(*first), quantity(*second)) is expected


def test_a_vague_figure_cannot_be_stated():
    """A figure that names no number has nothing to be judged by."""
    assert state(Quantity(Span(0, 13, "several miles"), None, None, "mi")) is None
