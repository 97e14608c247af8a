"""Work out what words stand for that name a month, a season, a year or another stretch of days."""

from datetime import date, timedelta

from geo.dates import periods
from geo.dates.context import Context, Words, step_of
from geo.dates.inferred import full_year, latest, nearest, year_said
from geo.dates.periods import Period
from geo.dates.relative import span_of
from geo.dates.words import ORDINALS, TENS, month_number, number

__all__ = [
    "bare_month",
    "century",
    "decade",
    "fiscal",
    "month_or_year",
    "month_year",
    "nth_part",
    "quarter",
    "season",
    "years",
]


def month_year(said: Words, context: Context) -> Period:
    """Read a month with its year in figures or words."""
    at = month_number(said["month"])
    if said["year"]:
        return periods.month(at, int(said["year"]), "as written")
    if said["short"]:
        return periods.month(
            at, full_year(int(said["short"]), context.today), f"the latest such year up to {context.today}"
        )
    of = context.today.year + (step_of(said["shift"].split()[0]) or 0)
    return periods.month(at, of, f"{said['shift']!r} from {context.today}")


def bare_month(said: Words, context: Context) -> Period:
    """Read a month without a year."""
    at, step = month_number(said["month"]), step_of(said["shift"])

    def make(of: int) -> Period:
        return periods.month(at, of, year_said(of, context))

    if step == 0:
        return make(context.today.year)
    if step is None:
        return latest(make, context)
    of = context.today.year + step if at == context.today.month else None
    return make(of) if of else latest(make, context, ahead=step == 1)


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
    return periods.decade(full_year(short, context.today), f"the latest such decade up to {context.today}")


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
        return periods.season(name, of, year_said(of, context))

    if step == 1:
        return next(
            each
            for each in map(make, range(context.today.year, context.today.year + 2))
            if each.first and each.first > context.today
        )
    if step == 0:
        return nearest(make, context)
    if step == -1:
        done = [make(context.today.year + back) for back in (0, -1, -2)]
        return next(each for each in done if each.last and each.last < context.today)
    return latest(make, context)


def quarter(said: Words, context: Context) -> Period:
    """Read a quarter or half of a year."""
    at = int(said["figure"]) if said["figure"] else ORDINALS[said["ordinal"].lower()]
    size = 6 if (said["kind"] or said["letter"] or "q").lower()[0] == "h" else 3
    if said["year"]:
        return periods.quarter(at, int(said["year"]), "as written", size=size)
    if said["shift"]:
        of = context.today.year + (step_of(said["shift"].split()[0]) or 0)
        return periods.quarter(at, of, f"{said['shift']!r} from {context.today}", size=size)
    return latest(lambda of: periods.quarter(at, of, year_said(of, context), size=size), context)


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


def nth_part(said: Words, context: Context) -> Period:
    """Read "the first week of March", "the last days of 2023", "the first two months of the year"."""
    of = month_or_year(said, context)
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


def month_or_year(said: Words, context: Context) -> Period:
    """Read the larger period of a part."""
    if said["month"]:
        at = month_number(said["month"])
        if said["year"]:
            return periods.month(at, int(said["year"]), "as written")
        return latest(lambda of: periods.month(at, of, year_said(of, context)), context)
    if said["year"]:
        return periods.year(int(said["year"]), "as written")
    return span_of(said["whole"].lower(), step_of(said["shift"]) or 0, context.today)
