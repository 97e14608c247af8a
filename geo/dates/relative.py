"""Work out dates that are told as a distance from the day of writing or from the day named last."""

from datetime import date, timedelta
from typing import Final

from geo.dates import periods
from geo.dates.context import Context, Words, step_of
from geo.dates.periods import Period
from geo.dates.words import number

__all__ = [
    "ago",
    "ahead",
    "anaphoric",
    "edge",
    "later",
    "neighbour",
    "past_weekend",
    "span_of",
    "window",
    "within",
    "year_ago",
]


def span_of(unit: str, step: int, today: date) -> Period:
    """Take the week, month, season ... that lies some steps from the one of a day."""
    why = f"{('last', 'this', 'next')[step + 1]} {unit} from {today}"
    if unit in {"week", "weekend"}:
        to = today + timedelta(weeks=step)
        return periods.week(to, why) if unit == "week" else periods.weekend(to, why)
    to = periods.shift(today, step, unit)
    if unit == "month":
        return periods.month(to.month, to.year, why)
    if unit == "quarter":
        return periods.quarter((to.month + 2) // 3, to.year, why)
    if unit == "year":
        return periods.year(to.year, why)
    first = to.year // 100 * 100 if unit == "century" else to.year // 10 * 10
    return periods.days(date(first, 1, 1), date(first + (99 if unit == "century" else 9), 12, 31), why)


# "The past year" ends today where "last year" is the calendar's; so does "over the last year".
_ROLLING: Final = frozenset(
    ("past", "the past", "this past", "coming", "the coming", "this coming", "the last", "the next")
)


def neighbour(said: Words, context: Context) -> Period:
    """Read last, this or next week, month, year ...; earlier and later stop at the day of writing."""
    unit, step = said["unit"].lower(), step_of(said["shift"]) or 0
    if unit != "weekend" and " ".join(said["shift"].lower().split()) in _ROLLING:
        to = periods.shift(context.today, step, unit)
        return periods.days(context.today, to, f"{said['all']!r} from {context.today}")
    found = span_of(unit, step, context.today)
    if (
        unit == "weekend"
        and step == 0
        and context.tense == "past"
        and found.first
        and found.first > context.today
    ):
        found = span_of(unit, -1, context.today)
    side = said["side"].lower()
    if step or not side or found.first is None or found.last is None:
        return found
    ends = (context.today, found.last) if side == "later" else (found.first, context.today)
    return periods.days(*ends, f"{found.because}, {side} than or on {context.today}")


def past_weekend(said: Words, context: Context) -> Period:
    """Read a weekend without saying which."""
    ahead = context.tense == "future"
    today = context.today
    which = 0 if ahead or today.weekday() >= 5 else -1
    return periods.weekend(today + timedelta(weeks=which), f"{said['all']!r} from {today}")


def _offset(said: Words, of: date, sign: int) -> Period:
    """Go a number of units from a day."""
    unit, count = said["unit"].lower().removesuffix("s"), number(said["number"] or "a few")
    to = periods.shift(of, sign * count, unit)
    precision = {
        "week": "week",
        "fortnight": "week",
        "month": "month",
        "quarter": "month",
        "year": "year",
    }.get(unit, "day")
    if unit in {"decade", "century"}:
        precision = "year"
    return Period(to, to, precision, f"{said['all'].strip()!r} from {of}")  # type: ignore[arg-type]


def ago(said: Words, context: Context) -> Period:
    """Read a distance back from the day of writing."""
    if not said["number"] and said["unit"].lower().removesuffix("s") not in {
        "hour",
        "day",
        "week",
        "month",
        "minute",
    }:
        return periods.unknown(f"{said['all']!r} gives no number")
    return _offset(said, context.today, -1)


def year_ago(said: Words, context: Context) -> Period:
    """Read "the year-ago quarter", "a month-earlier figure": one unit back."""
    return _offset({**said, "number": "a"}, context.today, -1)


def ahead(said: Words, context: Context) -> Period:
    """Read a distance on from the day of writing."""
    return _offset(said, context.today, 1)


def later(said: Words, context: Context) -> Period:
    """Read a distance on or back from the day named last; figures compared with "a year earlier" count from today."""
    sign = 1 if said["side"].lower() in {"later", "after", "afterwards", "on"} else -1
    if context.previous is None and sign < 0:
        return _offset(said, context.today, sign)
    return _offset(said, context.before, sign)


_SAME: Final = {
    "same": 0,
    "that": 0,
    "next": 1,
    "following": 1,
    "previous": -1,
    "preceding": -1,
    "day after": 1,
    "day before": -1,
}


def anaphoric(said: Words, context: Context) -> Period:
    """Read "the next day", "that night", "the same week": from the day named last."""
    words = " ".join(said["which"].lower().split())
    unit, step = (said["unit"] or "day").lower(), _SAME[words]
    if unit in {"week", "weekend", "month", "quarter", "year", "decade"}:
        found = span_of(unit, step, context.before)
    else:
        found = periods.day(context.before + timedelta(days=step), "")
    return Period(found.first, found.last, found.precision, f"{said['all']!r} from {context.before}")


# "Recent" is vague: it is taken as this many of the unit.
_RECENT: Final = {"hour": 24, "day": 7, "week": 6, "month": 6, "year": 5, "decade": 3}


def window(said: Words, context: Context) -> Period:
    """Read a stretch that ends or begins on the day of writing."""
    unit, side = said["unit"].lower().removesuffix("s"), said["side"].lower()
    vague = not said["number"]
    count = number(said["number"]) if said["number"] else _RECENT.get(unit, 3) if side == "recent" else 3
    sign = 1 if side in {"next", "coming", "following"} else -1
    to = periods.shift(context.today, sign * count, unit)
    return periods.days(
        context.today, to, f"{said['all']!r} from {context.today}{', vague' if vague else ''}"
    )


def within(said: Words, context: Context) -> Period:
    """Read a stretch from now on, or (looking back) one single day so far ahead."""
    to = periods.shift(context.today, number(said["number"]), said["unit"])
    if said["word"].lower() == "within":
        return periods.days(context.today, to, f"{said['all']!r} from {context.today}")
    return _offset(said, context.today, 1) if context.tense == "future" else Period(None, None, "unknown", "")


def edge(said: Words, context: Context) -> Period:
    """Read the beginning, middle or end of the current (or a neighbouring) week, month or year."""
    of = span_of((said["unit"] or said["unit2"]).lower(), step_of(said["shift"]) or 0, context.today)
    return periods.part(of, (said["edge"] or "end").lower())
