"""Find out when an article was published, and say what that rests on."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

__all__ = ["PUBLICATION_LINE", "choose", "in_name", "in_text", "parse"]

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=$|[T\s])")
_ISO_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WORD = "[A-Za-z]{3,9}"  # a month or a weekday
# A line by which an outlet dates its article: "Published : Oct. 14, 2023 - 09:05", "입력 2023.10.14".
PUBLICATION_LINE = re.compile(
    rf"""
    \W{{0,4}}
    (?:published|posted|first\ published|publication\ date|date\ published|date|updated|last\ updated|last\ modified
      |입력|등록|수정|기사입력|опубликовано|veröffentlicht|publié\ le|publicado)
    (?:\ (?:on|at))? \s{{0,3}} [:|\-–—]? \s{{0,3}} (?:{_WORD},\s)?
    (?: (?P<iso>\d{{4}}[-./]\s?\d{{1,2}}[-./]\s?\d{{1,2}})
      | (?P<month>{_WORD})\.?\s (?P<day>\d{{1,2}}),?\s (?P<year>\d{{4}})
      | (?P<day_before>\d{{1,2}})\s (?P<month_after>{_WORD})\.?,?\s (?P<year_after>\d{{4}}) )
    [^\n]{{0,60}}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINES_LOOKED_AT = 12  # at the head of an article, and as many at its foot


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


def in_text(text: str) -> date | None:
    r"""Find the line by which an article dates itself, near its head or foot.

    >>> in_text("A ship leaves\nPublished : Oct. 14, 2023 - 09:05\nIt left on Tuesday.")
    datetime.date(2023, 10, 14)
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = map(
        PUBLICATION_LINE.fullmatch, [*lines[:_LINES_LOOKED_AT], *lines[_LINES_LOOKED_AT:][-_LINES_LOOKED_AT:]]
    )
    return next((day for each in found if each and (day := _dated(each))), None)


def _dated(found: re.Match[str]) -> date | None:
    """Read the day of a publication line."""
    if found["iso"]:
        return _day(re.split(r"[-./]\s?", found["iso"]))
    month = (found["month"] or found["month_after"]).lower()[:3]
    if month not in _MONTHS:
        return None
    return _day(
        (
            found["year"] or found["year_after"],
            str(_MONTHS.index(month) + 1),
            found["day"] or found["day_before"],
        )
    )


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
