"""Work out what words stand for that name a day, given the day of writing."""

import calendar
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from geo.dates import periods
from geo.dates.context import Context, Words, step_of
from geo.dates.inferred import latest, nearest, year_said
from geo.dates.periods import Period
from geo.dates.stretches import month_or_year
from geo.dates.words import DEICTIC, ORDINALS, WEEKDAYS, month_number

__all__ = [
    "dated",
    "deictic",
    "figures",
    "holiday",
    "iso",
    "on_weekday",
    "overnight",
    "week_of",
    "weekday_of_month",
]


def _weekday(name: str) -> int:
    """Give the number of a weekday by its first three letters, Monday 0."""
    return [each[:3] for each in WEEKDAYS].index(name.lower()[:3])


def _possible(month: int, listed: list[int]) -> None:
    """Refuse days that the month has in no year, though the year is not known.

    Raises
    ------
    ValueError
        For "Feb. 30" and its like.
    """
    if not all(1 <= each <= calendar.monthrange(2024, month)[1] for each in listed):
        raise ValueError("day is out of range for month")


def _only_year(make: Callable[[int], Period], context: Context) -> Period:
    """Choose the one year near those the article names in which the weekday fits.

    Raises
    ------
    LookupError
        Where none or several fit.
    """
    fitting = []
    for of in sorted({near + step for near in context.years for step in (-1, 0, 1)}):
        with suppress(ValueError):
            fitting.append(make(of))
    if len(fitting) != 1:
        raise LookupError("the article has no publication date, and its years do not tell which is meant")
    return fitting[0]


def dated(said: Words, context: Context) -> Period:
    """Read a month with one or more days, with or without weekday and year."""
    at = month_number(said["month"])
    listed = [int(figure) for figure in re.findall(r"\d{1,2}", said["days"])]
    spoken = said["weekday"]

    def make(of: int, because: str = "") -> Period:
        first, last = date(of, at, listed[0]), date(of, at, listed[-1])
        why = because or year_said(of, context)
        if spoken and first.weekday() != _weekday(spoken):
            raise ValueError(f"{first} is a {WEEKDAYS[first.weekday()].capitalize()}, not a {spoken}")
        return periods.day(first, why) if first == last else periods.days(first, last, why)

    if said["year"]:
        return make(int(said["year"]), "as written")
    if said["shift"]:
        step = {"last": -1, "this": 0, "next": 1}[said["shift"].lower().split()[0]]
        return make(context.today.year + step)
    # A date that no year has (Feb. 30) must not wait for a publication date to be refused.
    _possible(at, listed)
    if context.written is None and spoken:
        return _only_year(
            lambda of: make(of, f"{of} is the only year near those of the text in which it is a {spoken}"),
            context,
        )
    return nearest(make, context)


def iso(said: Words, _context: Context) -> Period:
    """Read year, month and day in figures."""
    return periods.day(date(int(said["year"]), int(said["month"]), int(said["day"])), "as written")


def figures(said: Words, _context: Context) -> Period:
    """Read a date in figures whose order is only known where one of them cannot be a month."""
    a, b, of = (int(said[name]) for name in ("a", "b", "year"))
    if said["mark"] == "." or a > 12 or a == b:
        return periods.day(date(of, b, a), "as written, day first")
    if b > 12:
        return periods.day(date(of, a, b), "as written, month first")
    return periods.unknown(
        "month and day cannot be told apart", f"{said['all']!r} is {date(of, a, b)} or {date(of, b, a)}"
    )


def on_weekday(said: Words, context: Context) -> Period:
    """Read a weekday: the latest up to the day of writing, or the next where the words look ahead."""
    today, at = context.today, _weekday(said["weekday"])
    back, on = (today.weekday() - at) % 7, (at - today.weekday()) % 7
    step = step_of(said["shift"])
    if said["week"]:
        monday = (
            today - timedelta(days=today.weekday()) + timedelta(weeks=step_of(said["week"].split()[0]) or 0)
        )
        return periods.day(
            monday + timedelta(days=at), f"the {said['weekday']} of {said['week']}, from {today}"
        )
    if step == -1:
        return periods.day(today - timedelta(days=back or 7), f"the last {said['weekday']} before {today}")
    if step == 1:
        return periods.day(today + timedelta(days=on or 7), f"the next {said['weekday']} after {today}")
    if context.tense == "future" or (step == 0 and context.tense != "past"):
        return periods.day(
            today + timedelta(days=on), f"the first {said['weekday']} from {today}, as the words look ahead"
        )
    return periods.day(today - timedelta(days=back), f"the latest {said['weekday']} up to {today}")


def deictic(said: Words, context: Context) -> Period:
    """Read a day named from the day of writing."""
    steps = DEICTIC[" ".join(said["word"].lower().split())]
    return periods.day(context.today + timedelta(days=steps), f"{said['word']!r} from {context.today}")


def overnight(said: Words, context: Context) -> Period:
    """Read a night with both its days."""
    if not said["weekday"]:
        first = context.today - timedelta(days=0 if context.tense == "future" else 1)
    else:
        at, back = _weekday(said["weekday"]), bool(said["into"])
        last = context.today - timedelta(days=(context.today.weekday() - at) % 7)
        first = last - timedelta(days=1) if back else last
    return periods.days(first, first + timedelta(days=1), f"the night after {first}")


def holiday(said: Words, context: Context) -> Period:
    """Read a holiday, in a given year or the nearest."""
    name = said["holiday"]
    if said["year"]:
        return periods.day(periods.holiday(name, int(said["year"])), f"{name} as written")
    step = step_of(said["shift"])

    def make(of: int) -> Period:
        return periods.day(periods.holiday(name, of), f"{name}, {year_said(of, context)}")

    return nearest(make, context) if step in {None, 0} else latest(make, context, ahead=step == 1)


def week_of(said: Words, context: Context) -> Period:
    """Read "the week of March 4": seven days from it, or its week where it is said to begin."""
    found = dated(said, context)
    if found.first is None:
        return found
    return periods.days(found.first, found.first + timedelta(days=6), f"seven days, {found.because}", "week")


def weekday_of_month(said: Words, context: Context) -> Period:
    """Read "the first Tuesday of November"."""
    at, weekday = ORDINALS[said["ordinal"].lower()], _weekday(said["weekday"])
    of = month_or_year(said, context)
    if of.first is None:
        return of
    return periods.day(periods.nth_weekday(of.first, weekday, at), f"{said['all']!r}, {of.because}")
