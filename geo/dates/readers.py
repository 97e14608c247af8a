"""Work out what the words of a temporal expression stand for, given the day of writing."""

import calendar
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from geo.dates import periods
from geo.dates.context import Context, Words, step_of
from geo.dates.periods import Period
from geo.dates.relative import span_of
from geo.dates.words import (
    DEICTIC,
    ORDINALS,
    TENS,
    WEEKDAYS,
    month_number,
    number,
)

__all__ = [
    "bare_month",
    "century",
    "dated",
    "decade",
    "deictic",
    "figures",
    "fiscal",
    "holiday",
    "iso",
    "month_year",
    "nth_part",
    "on_weekday",
    "overnight",
    "quarter",
    "season",
    "week_of",
    "weekday_of_month",
    "years",
]


# Conflicts with the publication date weigh this many days when the year is not given (see `_nearest`).
_AGAINSTTENSE: Final = {"past": 160, "future": 200, "open": 0}


def _nearest(make: Callable[[int], Period], context: Context) -> Period:
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


def _latest(make: Callable[[int], Period], context: Context, *, ahead: bool | None = None) -> Period:
    """Choose the year that is not given: the latest that began by the day of writing, or the first to end after it."""
    today, years = context.today, (1, 0, -1)
    if ahead if ahead is not None else context.tense == "future":
        options = [make(today.year + step) for step in reversed(years)]
        return next(each for each in options if each.last and each.last >= today)
    options = [make(today.year + step) for step in years]
    return next(each for each in options if each.first and each.first <= today)


def _year_said(of: int, context: Context) -> str:
    """Say that a year was inferred."""
    rolled = {-1: ", the year before", 1: ", the year after"}.get(of - context.today.year, "")
    return f"year {of} inferred from {context.today}{rolled}"


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
        why = because or _year_said(of, context)
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
    return _nearest(make, context)


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


def month_year(said: Words, context: Context) -> Period:
    """Read a month with its year in figures or words."""
    at = month_number(said["month"])
    if said["year"]:
        return periods.month(at, int(said["year"]), "as written")
    if said["short"]:
        return periods.month(
            at, _full_year(int(said["short"]), context.today), f"the latest such year up to {context.today}"
        )
    of = context.today.year + (step_of(said["shift"].split()[0]) or 0)
    return periods.month(at, of, f"{said['shift']!r} from {context.today}")


def _full_year(short: int, today: date) -> int:
    """Complete a year of two figures: the latest such up to a day."""
    century = today.year // 100 * 100
    return century + short if century + short <= today.year else century - 100 + short


def bare_month(said: Words, context: Context) -> Period:
    """Read a month without a year."""
    at, step = month_number(said["month"]), step_of(said["shift"])

    def make(of: int) -> Period:
        return periods.month(at, of, _year_said(of, context))

    if step == 0:
        return make(context.today.year)
    if step is None:
        return _latest(make, context)
    of = context.today.year + step if at == context.today.month else None
    return make(of) if of else _latest(make, context, ahead=step == 1)


def years(said: Words, _context: Context) -> Period:
    """Read a year, or years from one to another."""
    first = int(said["year"])
    if not said["to"]:
        return periods.year(first, "as written")
    last = int(said["to"]) if len(said["to"]) == 4 else first // 100 * 100 + int(said["to"])
    if last < first:
        raise ValueError(f"{said['all']!r} ends before it begins")
    return periods.days(date(first, 1, 1), date(last, 12, 31), "as written")


def decade(said: Words, context: Context) -> Period:
    """Read a decade; one of two figures is the latest such."""
    if said["full"]:
        full = int(said["full"])
        if full % 100 == 0 and full < 2000:
            return periods.days(date(full, 1, 1), date(full + 99, 12, 31), "as written, the century")
        return periods.decade(full, "as written")
    short = int(said["short"]) if said["short"] else 10 * TENS.index(said["tens"].lower()) + 20
    return periods.decade(_full_year(short, context.today), f"the latest such decade up to {context.today}")


def century(said: Words, _context: Context) -> Period:
    """Read a century by its number."""
    at = int(said["ordinal"])
    return periods.days(date(max(1, (at - 1) * 100 + 1), 1, 1), date(at * 100, 12, 31), "as written")


def season(said: Words, context: Context) -> Period:
    """Read a season with or without its year."""
    name, step = said["season"].lower(), step_of(said["shift"])
    if said["year"]:
        return periods.season(name, int(said["year"]), "as written")

    if said["rel"]:
        of = context.today.year + (step_of(said["rel"]) or 0)
        return periods.season(name, of, f"{said['rel']!r} year from {context.today}")

    def make(of: int) -> Period:
        return periods.season(name, of, _year_said(of, context))

    if step == 1:
        return next(
            each
            for each in map(make, range(context.today.year, context.today.year + 2))
            if each.first and each.first > context.today
        )
    if step == 0:
        return _nearest(make, context)
    if step == -1:
        done = [make(context.today.year + back) for back in (0, -1, -2)]
        return next(each for each in done if each.last and each.last < context.today)
    return _latest(make, context)


def quarter(said: Words, context: Context) -> Period:
    """Read a quarter or half of a year."""
    at = int(said["figure"]) if said["figure"] else ORDINALS[said["ordinal"].lower()]
    size = 6 if (said["kind"] or said["letter"] or "q").lower()[0] == "h" else 3
    if said["year"]:
        return periods.quarter(at, int(said["year"]), "as written", size=size)
    if said["shift"]:
        of = context.today.year + (step_of(said["shift"].split()[0]) or 0)
        return periods.quarter(at, of, f"{said['shift']!r} from {context.today}", size=size)
    return _latest(lambda of: periods.quarter(at, of, _year_said(of, context), size=size), context)


def fiscal(said: Words, _context: Context) -> Period:
    """Read a fiscal year, whose months the words do not give."""
    first = int(said["year"])
    if said["to"]:
        return periods.days(
            date(first, 1, 1),
            date(first + 1, 12, 31),
            "a fiscal year begins in one year and ends in the next",
        )
    return periods.year(first, "a fiscal year, taken as the calendar year; its months differ by country")


def holiday(said: Words, context: Context) -> Period:
    """Read a holiday, in a given year or the nearest."""
    name = said["holiday"]
    if said["year"]:
        return periods.day(periods.holiday(name, int(said["year"])), f"{name} as written")
    step = step_of(said["shift"])

    def make(of: int) -> Period:
        return periods.day(periods.holiday(name, of), f"{name}, {_year_said(of, context)}")

    return _nearest(make, context) if step in {None, 0} else _latest(make, context, ahead=step == 1)


def nth_part(said: Words, context: Context) -> Period:
    """Read "the first week of March", "the last days of 2023", "the first two months of the year"."""
    of = _month_or_year(said, context)
    if of.first is None or of.last is None:
        return of
    count, unit = int(number(said["number"])) if said["number"] else 1, said["unit"].lower().removesuffix("s")
    at, why = ORDINALS[said["ordinal"].lower()], f"{said['all']!r}, {of.because}"
    plural = not said["number"] and said["unit"].lower().endswith("s")
    count = 3 if plural else count
    if at < 0:
        return periods.days(periods.shift(of.last, -count, unit) + timedelta(days=1), of.last, why)
    first = periods.shift(of.first, (at - 1) * count, unit)
    return periods.days(first, min(of.last, periods.shift(first, count, unit) - timedelta(days=1)), why)


def _month_or_year(said: Words, context: Context) -> Period:
    """Read the larger period of a part."""
    if said["month"]:
        at = month_number(said["month"])
        if said["year"]:
            return periods.month(at, int(said["year"]), "as written")
        return _latest(lambda of: periods.month(at, of, _year_said(of, context)), context)
    if said["year"]:
        return periods.year(int(said["year"]), "as written")
    return span_of(said["whole"].lower(), step_of(said["shift"]) or 0, context.today)


def week_of(said: Words, context: Context) -> Period:
    """Read "the week of March 4": seven days from it, or its week where it is said to begin."""
    found = dated(said, context)
    if found.first is None:
        return found
    return periods.days(found.first, found.first + timedelta(days=6), f"seven days, {found.because}", "week")


def weekday_of_month(said: Words, context: Context) -> Period:
    """Read "the first Tuesday of November"."""
    at, weekday = ORDINALS[said["ordinal"].lower()], _weekday(said["weekday"])
    of = _month_or_year(said, context)
    if of.first is None:
        return of
    return periods.day(periods.nth_weekday(of.first, weekday, at), f"{said['all']!r}, {of.because}")
