"""The values refuse what cannot be."""

import math
from datetime import date

import pytest

from geo.errors import DatelineError, InputError
from geo.model import Article, LonLat, Span, When


@pytest.mark.parametrize(("lon", "lat"), [(181, 0), (0, 91), (math.nan, 0), (0, math.nan), (math.inf, 0)])
def test_positions_off_the_globe_are_refused(lon: float, lat: float) -> None:
    """A position is on the globe or it is an error that names the values."""
    with pytest.raises(InputError, match="no such position"):
        LonLat(lon, lat)


def test_a_position_names_its_order() -> None:
    """Both orders of axes are there by name."""
    assert LonLat(40.1, 45.8).latlon == (45.8, 40.1)
    assert LonLat(40.1, 45.8).lonlat == (40.1, 45.8)


def test_a_span_is_as_long_as_its_words() -> None:
    """A span that does not fit its words is refused."""
    assert Article("a", "to Dunay").span(3, 8) == Span(3, 8, "Dunay")
    with pytest.raises(InputError, match="does not fit"):
        Span(3, 9, "Dunay")


def test_spans_overlap_and_hold() -> None:
    """Overlap and containment follow the offsets, ends excluded."""
    a, b, c = Span(0, 4, "abcd"), Span(2, 4, "cd"), Span(4, 5, "e")
    assert a.overlaps(b)
    assert not a.overlaps(c)
    assert a.holds(b)
    assert not b.holds(a)


def test_an_interval_does_not_end_before_it_begins() -> None:
    """Days are given in order."""
    with pytest.raises(InputError, match="ends before it begins"):
        When(Span(0, 1, "x"), date(2023, 9, 8), date(2023, 9, 7), "interval", "")


def test_every_error_is_a_dateline_error_and_a_standard_one() -> None:
    """Callers may catch either."""
    assert issubclass(InputError, DatelineError)
    assert issubclass(InputError, ValueError)
