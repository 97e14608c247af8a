"""Reckon with stretches of days: months, quarters, seasons, holidays, shifts and parts."""

import calendar
import math
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from geo.dates.words import SEASONS
from geo.model import Precision

__all__ = [
    "HOLIDAYS",
    "Period",
    "day",
    "days",
    "decade",
    "holiday",
    "month",
    "nth_weekday",
    "part",
    "quarter",
    "season",
    "shift",
    "unknown",
    "week",
    "weekend",
    "year",
]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`; `because` says how they were found, `doubt` what is wrong with the words."""

    first: date | None
    last: date | None
    precision: Precision
    because: str
    doubt: str = ""

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None


def unknown(because: str, doubt: str = "") -> Period:
    """Make a period of which nothing is known."""
    return Period(None, None, "unknown", because, doubt)


def day(of: date, because: str) -> Period:
    """Make one day."""
    return Period(of, of, "day", because)


def days(first: date, last: date, because: str, precision: Precision = "interval") -> Period:
    """Make a stretch of days, whichever end comes first."""
    return Period(min(first, last), max(first, last), precision, because)


def month(number: int, of: int, because: str) -> Period:
    """Make a month of a year."""
    return Period(date(of, number, 1), date(of, number, calendar.monthrange(of, number)[1]), "month", because)


def year(of: int, because: str) -> Period:
    """Make a calendar year."""
    return Period(date(of, 1, 1), date(of, 12, 31), "year", because)


def decade(of: int, because: str) -> Period:
    """Make the ten years from a year that ends in 0."""
    return Period(date(of, 1, 1), date(of + 9, 12, 31), "interval", because)


def quarter(number: int, of: int, because: str, *, size: int = 3) -> Period:
    """Make a quarter (or, with `size` 6, a half) of a year; -1 is the last."""
    at = number if number > 0 else 12 // size
    begins, ends = month((at - 1) * size + 1, of, because), month(at * size, of, because)
    return Period(begins.first, ends.last, "interval", because)


def season(name: str, of: int, because: str) -> Period:
    """Make the season that begins in a year, on the northern half, three whole months."""
    first = date(of, SEASONS[name], 1)
    last = shift(first, 3, "month") - timedelta(days=1)
    return Period(first, last, "season", because + ", northern seasons of whole months")


def week(of: date, because: str) -> Period:
    """Make the week, Monday to Sunday, that holds a day."""
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=6), "week", because)


def weekend(of: date, because: str) -> Period:
    """Make the Saturday and Sunday of the week that holds a day."""
    monday = of - timedelta(days=of.weekday())
    return days(monday + timedelta(days=5), monday + timedelta(days=6), because)


_DAYS: Final = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "night": 1,
    "week": 7,
    "weekend": 7,
    "fortnight": 14,
}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}


def shift(of: date, count: float, unit: str) -> date:
    """Go some units on (or back); the day of the month is cut to what the month has.

    >>> shift(date(2024, 3, 31), -1, "month"), shift(date(2024, 2, 29), 3, "years")
    (datetime.date(2024, 2, 29), datetime.date(2027, 2, 28))

    Raises
    ------
    OverflowError
        Where the calendar of this program ends.
    """
    name = unit.lower().removesuffix("s")
    if name in _DAYS:
        return of + timedelta(days=int(count * _DAYS[name]))
    total = of.year * 12 + of.month - 1 + int(count * _MONTHS[name])
    if not MINYEAR * 12 <= total < (MAXYEAR + 1) * 12:
        raise OverflowError(f"{count} {unit} from {of} is beyond the calendar")
    to, at = divmod(total, 12)
    return date(to, at + 1, min(of.day, calendar.monthrange(to, at + 1)[1]))


# Thirds of a period, counted from its start.
_PARTS: Final = {
    "early": (0, 1),
    "mid": (1, 2),
    "middle": (1, 2),
    "late": (2, 3),
    "first half": (0, 1.5),
    "second half": (1.5, 3),
    "latter half": (1.5, 3),
    "beginning": (0, 0.25),
    "start": (0, 0.25),
    "end": (2.75, 3),
    "close": (2.75, 3),
}


def part(of: Period, name: str) -> Period:
    """Take the early, middle or late third of a period, a half of it, or its beginning or end.

    Of a year these are four months (a month for the beginning and end), of a month the days 1-10, 11-20 and the
    rest, of a decade four, three and three years. Days and weeks are not divided: "late last week" says no more than the week.

    >>> part(month(2, 2024, "February"), "late").first
    datetime.date(2024, 2, 21)
    """
    if of.first is None or of.last is None or (of.last - of.first).days < 27:
        return of
    low, high = _PARTS[name]
    years = of.last.year - of.first.year + 1
    if years == 10:
        # Of ten years: four early, three in the middle, three late.
        start, end = {"early": (0, 4), "mid": (4, 7), "middle": (4, 7), "late": (7, 10)}.get(
            name, (low * 10 / 3, high * 10 / 3)
        )
        cuts = [shift(of.first, round(start), "year"), shift(of.first, round(end), "year")]
    elif of.precision == "month":
        thirds = (int(low), math.ceil(high)) if high - low < 1 else (low, high)
        cuts = [shift(of.first, 10 * third, "day") for third in thirds]
    else:
        months = (of.last.year - of.first.year) * 12 + of.last.month - of.first.month + 1
        cuts = [shift(of.first, months * third / 3, "month") for third in (low, high)]
    last = of.last if high == 3 else cuts[1] - timedelta(days=1)
    return replace(
        of, first=cuts[0], last=max(cuts[0], last), precision="interval", because=f"{of.because}, {name}"
    )


def _easter(of: int) -> date:
    """Reckon Western Easter Sunday (the anonymous Gregorian computus)."""
    a, (b, c) = of % 19, divmod(of, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    at, rest = divmod(h + m - 7 * n + 114, 31)
    return date(of, at, rest + 1)


def nth_weekday(month_of: date, weekday: int, which: int) -> date:
    """Find the nth (or, with -1, last) weekday of the month that holds a day."""
    first = month_of.replace(day=1)
    if which < 0:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


_FIXED: Final = {
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "victory day": (5, 9),
    "d-day anniversary": (6, 6),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "fourth of july": (7, 4),
    "independence day": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
}
_MOVABLE: Final = {
    "martin luther king day": (1, 0, 3),
    "martin luther king jr. day": (1, 0, 3),
    "presidents' day": (2, 0, 3),
    "presidents day": (2, 0, 3),
    "mother's day": (5, 6, 2),
    "memorial day": (5, 0, -1),
    "father's day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
}
_FROM_THANKSGIVING: Final = {"black friday": 1, "cyber monday": 4}
_FROM_EASTER: Final = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "pentecost": 49,
    "whit monday": 50,
}
HOLIDAYS: Final = (*_FIXED, *_MOVABLE, *_FROM_THANKSGIVING, *_FROM_EASTER)


def holiday(name: str, of: int) -> date:
    """Find a holiday in a year.

    >>> holiday("Easter", 2024), holiday("Thanksgiving", 2023)
    (datetime.date(2024, 3, 31), datetime.date(2023, 11, 23))
    """
    key = " ".join(name.lower().replace("’", "'").split())
    if key in _FIXED:
        return date(of, *_FIXED[key])
    if key in _MOVABLE:
        at, weekday, which = _MOVABLE[key]
        return nth_weekday(date(of, at, 1), weekday, which)
    if key in _FROM_THANKSGIVING:
        return holiday("thanksgiving", of) + timedelta(days=_FROM_THANKSGIVING[key])
    return _easter(of) + timedelta(days=_FROM_EASTER[key])
