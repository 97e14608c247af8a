"""Choose the year that the words of a date do not give."""

from collections.abc import Callable
from datetime import date
from typing import Final

from geo.dates.context import Context
from geo.dates.periods import Period

__all__ = ["full_year", "latest", "nearest", "year_said"]

# Conflicts with the publication date weigh this many days when the year is not given (see `nearest`).
_AGAINSTTENSE: Final = {"past": 160, "future": 200, "open": 0}


def nearest(make: Callable[[int], Period], context: Context) -> Period:
    """Choose the year that is not given: the nearest to the day of writing, against the tense only if far nearer."""
    today = context.today
    found: list[tuple[int, int, Period]] = []
    for of in (today.year, today.year - 1, today.year + 1):
        try:
            period = make(of)
        except ValueError:
            continue
        if period.first is None or period.last is None:
            continue
        away = max((period.first - today).days, (today - period.last).days, 0)
        ahead = period.first > today
        wrong = away > 0 and (
            (context.tense == "past" and ahead) or (context.tense == "future" and not ahead)
        )
        found.append((away + (_AGAINSTTENSE[context.tense] if wrong else 0), len(found), period))
    if not found:
        return make(today.year)
    return min(found)[2] if len(found) == 1 else min(found, key=lambda row: row[:2])[2]


def latest(make: Callable[[int], Period], context: Context, *, ahead: bool | None = None) -> Period:
    """Choose the year that is not given: the latest that began by the day of writing, or the first to end after it."""
    today, years = context.today, (1, 0, -1)
    if ahead if ahead is not None else context.tense == "future":
        options = [make(today.year + step) for step in reversed(years)]
        return next(each for each in options if each.last and each.last >= today)
    options = [make(today.year + step) for step in years]
    return next(each for each in options if each.first and each.first <= today)


def year_said(of: int, context: Context) -> str:
    """Say that a year was inferred."""
    rolled = {-1: ", the year before", 1: ", the year after"}.get(of - context.today.year, "")
    return f"year {of} inferred from {context.today}{rolled}"


def full_year(short: int, today: date) -> int:
    """Complete a year of two figures: the latest such up to a day."""
    century = today.year // 100 * 100
    return century + short if century + short <= today.year else century - 100 + short
