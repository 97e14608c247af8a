"""Figures: numbers in every printed form, hedges, units, second units."""

import time

import pytest
from hypothesis import given, strategies as st

from geo.claims.numbers import number, step_of
from geo.claims.quantity import find
from geo.units import UNITS

# text, low, high, unit
FIGURES = [
    ("290 kilometers", 290, 290, "km"),
    ("1,200 miles", 1200, 1200, "mi"),
    ("1 000 km", 1000, 1000, "km"),
    ("1, 500 km", 1500, 1500, "km"),
    ("15 thousand km", 15000, 15000, "km"),
    ("2.5 miles", 2.5, 2.5, "mi"),
    ("1/2 mile", 0.5, 0.5, "mi"),
    ("2 1/2 miles", 2.5, 2.5, "mi"),
    ("2½ miles", 2.5, 2.5, "mi"),
    ("half a mile", 0.5, 0.5, "mi"),
    ("two and a half miles", 2.5, 2.5, "mi"),
    ("a mile and a half", 1.5, 1.5, "mi"),
    ("a quarter of a mile", 0.25, 0.25, "mi"),
    ("three-quarters of a mile", 0.75, 0.75, "mi"),
    ("an eighth of a mile", 0.125, 0.125, "mi"),
    ("one-third of a mile", 1 / 3, 1 / 3, "mi"),
    ("twenty-five miles", 25, 25, "mi"),
    ("two hundred and fifty miles", 250, 250, "mi"),
    ("a hundred kilometres", 100, 100, "km"),
    ("a dozen miles", 12, 12, "mi"),
    ("10-15 km", 10, 15, "km"),
    ("ten to fifteen miles", 10, 15, "mi"),
    ("between 300 and 450 miles", 300, 450, "mi"),
    ("10 km to 15 km", 10, 15, "km"),
    ("a couple of hundred miles", 150, 250, "mi"),
    ("several miles", None, None, "mi"),
    ("a few kilometres", None, None, "km"),
    ("dozens of kilometres", None, None, "km"),
    ("76NM", 76, 76, "nmi"),
    ("150 nautical miles", 150, 150, "nmi"),
    ("40 kms", 40, 40, "km"),
    ("500 metres", 500, 500, "m"),
    ("30 yards", 30, 30, "yd"),
    ("270 square miles", 270, 270, "sqmi"),
    ("9,000 sq. meters", 9000, 9000, "m2"),
    ("45,000 acres", 45000, 45000, "acre"),
    ("12,000 hectares", 12000, 12000, "ha"),
    ("35 minutes", 35, 35, "min"),
    ("an hour and a half", 1.5, 1.5, "h"),
    ("a two-hour", 2, 2, "h"),
]


@pytest.mark.parametrize(("text", "low", "high", "symbol"), FIGURES, ids=[row[0] for row in FIGURES])
def test_printed_forms(text, low, high, symbol):
    """A figure is read in every form that news prints."""
    (found,) = find(f"It lay {text} from Orlovo.")
    got = found.quantity
    assert (got.low, got.high, got.unit) == (
        low if low is None else pytest.approx(low),
        high if high is None else pytest.approx(high),
        symbol,
    )


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 290 km", "about"),
        ("some 40 km", "some"),
        ("just under 20 miles", "just under"),
        ("no more than 17 miles", "no more than"),
        ("within about 185 km", "within about"),
        ("10 km or so", "or so"),
        ("6,200 miles or farther", "or farther"),
        ("at least 80 miles", "at least"),
        ("as far as 40 km", "as far as"),
        ("290 km", None),
    ],
)
def test_hedges_before_and_behind(text, hedge):
    """A hedge is read on either side of its figure, and not invented."""
    (found,) = find(f"It came {text} from Orlovo.")
    assert found.quantity.hedge == hedge


@pytest.mark.parametrize(
    ("text", "second", "symbol"),
    [
        ("900 kilometers (560 miles)", 560, "mi"),
        ("17 kilometers ( 10 miles )", 10, "mi"),
        ("150 nautical miles (about 277km)", 277, "km"),
        ("900 kilometers, or 560 miles,", 560, "mi"),
        ("some 200 yards (metres)", 200, "m"),
        ("seven km (4 miles)", 4, "mi"),
    ],
)
def test_second_unit(text, second, symbol):
    """The figure in parentheses is the same length in another unit, not a figure of its own."""
    (found,) = find(f"It lay {text} away.")
    assert (found.second.low, found.second.unit) == (second, symbol)


@pytest.mark.parametrize("text", ["$5m", "Mile High", "the 1990s", "5 million", "a kilogram", "in 2019"])
def test_no_figure(text):
    """What only looks like a figure with a unit is none."""
    assert find(f"They spent {text} there.") == ()


@pytest.mark.parametrize(
    ("value", "step"), [(290, 10), (300, 100), (25, 5), (7, 1), (1000, 500), (80, 10), (450, 50), (64, 1)]
)
def test_step_is_the_printed_resolution(value, step):
    """The step of a number is the largest round one that divides it and is at most half of it."""
    assert step_of(value) == step


@given(st.integers(1, 9_999_999))
def test_thousands_are_read_as_printed(value):
    """A whole number reads the same with commas and without."""
    assert number(f"{value:,}").value == number(str(value)).value == value


@given(
    st.floats(0.1, 9999).map(lambda x: round(x, 1)),
    st.sampled_from(["km", "miles", "nautical miles", "metres"]),
)
def test_spans_hold_their_words(value, unit):
    """The span of a figure is cut from the sentence where it stands."""
    text = f"The camp is about {value} {unit} from there."
    (found,) = find(text, 100)
    span = found.quantity.span
    assert text[span.start - 100 : span.end - 100] == span.text


def test_every_unit_has_a_printed_form():
    """Each unit of the table of units can be read."""
    printed = ["1 m", "1 km", "1 mile", "1 nm", "1 yard", "1 foot", "1 m²", "1 km²", "1 ha", "1 acre", "1 square mile", "1 square foot",
               "1 minute", "1 hour", "1 day", "1 week"]  # fmt: skip
    assert {find(f"about {text} on")[0].quantity.unit for text in printed} == {unit.symbol for unit in UNITS}


PROBES = [
    ("Seoul is ", "1,", 8000, "x from km"), ("", "9", 12000, " from Busan km"), ("", "1 ", 8000, "km-from"), ("", "1.", 8000, "! km"),
    ("about ", "1-", 8000, " km"), ("", "two hundred and ", 2000, "frogs km"), ("5 ", "kilo", 6000, "s km"), ("", "5 km from ", 2000, ""),
    ("325", " ", 20000, "from km"), ("", "1/", 12000, "x km"), ("", "(", 12000, " 325 km"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "pump", "count", "tail"), PROBES, ids=[row[1] for row in PROBES])
def test_time_grows_with_the_text_only(head, pump, count, tail):
    """Twice the hostile text takes about twice the time."""

    def seconds(times):
        text = head + pump * times + tail
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            find(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(2 * count) < 3.5 * seconds(count) + 0.05
