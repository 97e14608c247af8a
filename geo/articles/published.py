"""Find out when an article was published, and say what that rests on."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

__all__ = ["choose", "in_name", "parse"]

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=$|[T\s])")
_ISO_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def parse(value: str) -> date | None:
    """Read an ISO date or date and time; the day is taken as printed, in the zone it was printed in.

    >>> parse("2023-10-14T23:30:00+09:00")
    datetime.date(2023, 10, 14)
    >>> parse("2023-02-30") is None
    True
    """
    found = _ISO.match(value.strip())
    return _day(found.groups()) if found else None


def in_name(path: str) -> date | None:
    """Find the ISO date in a file name; of several the first.

    >>> in_name("korea-herald-2023-10-14.txt")
    datetime.date(2023, 10, 14)
    """
    days = (_day(found.groups()) for found in _ISO_IN_NAME.finditer(PurePath(path).name))
    return next((day for day in days if day), None)


def choose(candidates: Sequence[tuple[str, date | None]]) -> tuple[date | None, str]:
    """Take the first date there is, with the name of where it comes from."""
    return next(((day, origin) for origin, day in candidates if day), (None, "unknown"))


def _day(parts: Sequence[str]) -> date | None:
    """Build a day, or `None` for 30 February."""
    year, month, day = map(int, parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
