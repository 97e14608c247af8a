"""Check what needs no measuring on the Earth: the calendar, ranks, and parts of a whole."""

import csv
import re
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from geo.claims.calendar import PAIR, RELATION
from geo.claims.check import not_checkable
from geo.claims.numbers import number
from geo.claims.setting import Setting
from geo.claims.wording import day as day_words
from geo.model import Claim, Place, Verdict, VerdictWord

__all__ = ["check_count", "check_superlative", "check_temporal"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CITY = re.compile(r"\b(?:city|town|cities|metropolis|port)\b", re.IGNORECASE)
_LARGEST = re.compile(r"largest|biggest|most\spopul", re.IGNORECASE)
_RANKS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_SUBURBS = 4
_NEAR_DAYS = 400
_WORLD = (-180.0, -90.0, 180.0, 90.0)


@cache
def _events() -> tuple[tuple[tuple[str, ...], date, date, str], ...]:
    """Public events with their days and sources."""
    text = (files("geo.claims") / "data" / "events.csv").read_text(encoding="utf-8")
    return tuple(
        (
            tuple(row["words"].lower().split("|")),
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def check_temporal(claim: Claim, setting: Setting) -> Verdict:
    """Check a weekday against its date, or a day against the event it is counted from."""
    match = PAIR.search(claim.span.text)
    if match and claim.object is None:
        return _weekday(claim, match, setting)
    return _counted(claim)


def _weekday(claim: Claim, match: re.Match[str], setting: Setting) -> Verdict:
    """Check a printed weekday by the calendar; a date without a year is that nearest to the article's."""
    published = setting.document.article.published if setting.document else None
    month = _MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    day, year = int(match["day"] or match["day2"]), int(match["year"] or 0)
    known = next(
        (
            d.first
            for d in claim.days
            if d.first and d.first == d.last and d.first.day == day and d.first.month == month
        ),
        None,
    )
    try:
        then = date(year, month, day) if year else known or _nearest(published, month, day)
    except ValueError:
        return Verdict("contradicted", f"there is no day {match[0]!r} in the calendar")
    if then is None:
        return not_checkable(claim, "the year is not known")
    said = next(name for name in _WEEKDAYS if name.startswith(match["weekday"][:3]))
    true = _WEEKDAYS[then.weekday()]
    word: VerdictWord = "supported" if said == true else "contradicted"
    return Verdict(word, f"{day_words(then)} is a {true}; the text says {said}")


def _nearest(published: date | None, month: int, day: int) -> date | None:
    """Return the month and day that is nearest to a day."""
    if published is None:
        return None
    years = (published.year + step for step in (-1, 0, 1))
    return min((date(year, month, day) for year in years), key=lambda each: abs((each - published).days))


def _counted(claim: Claim) -> Verdict:
    """Check "the day before the summit" by the table of public events."""
    relation = RELATION.search(claim.cue.text) if claim.cue else None
    day = claim.days[-1].first if claim.days else None
    if not relation or not day or not claim.object or not claim.object.span:
        return not_checkable(claim, "the day or the event is not said")
    words = claim.object.span.text.lower()
    # Summits recur: the one nearest to the day is meant.
    near = [
        row
        for row in _events()
        if any(each in words or words in each for each in row[0]) and abs((row[1] - day).days) < _NEAR_DAYS
    ]
    known = min(near, key=lambda row: (abs((row[1] - day).days), row[1]), default=None)
    if known is None:
        return not_checkable(
            claim, f"the day of '{claim.object.span.text}' is not in the table of public events"
        )
    count = relation["count"]
    value = 1 if not count or count.lower() in {"the", "a"} else int((number(count) or (1, 1))[0])
    days = value * (7 if relation["unit"].lower().startswith("week") else 1)
    ahead = relation["order"].lower() in {"before", "ahead of", "prior to"}
    expected = (known[1] - timedelta(days)) if ahead else (known[2] + timedelta(days))
    word: VerdictWord = "supported" if expected == day else "contradicted"
    counted = re.sub(r"\s(?:the|a|an)$", "", relation[0].strip())
    event = re.sub(r"^(?:the|a|an)\s", "", claim.object.span.text)
    return Verdict(
        word,
        f"{counted} the {event} was {day_words(expected)}; the text says {day_words(day)}. Source: {known[3]}",
    )


def check_superlative(claim: Claim, setting: Setting) -> Verdict:
    """Check the rank of a city by the gazetteer's populations; other ranks have no table here."""
    cue = claim.cue.text if claim.cue else ""
    place, scope = (claim.subject and claim.subject.place), (claim.object and claim.object.place)
    if (
        not place
        or not scope
        or not _CITY.search(cue)
        or not _LARGEST.search(cue)
        or scope.kind != "country"
        or "port" in cue
    ):
        return not_checkable(claim, "no table ranks this")
    west, south, east, north = _WORLD
    towns = [
        t
        for t in setting.world.gazetteer.towns(
            west, south, east, north, population=max(place.population // 2, 100_000)
        )
        if t.country == scope.country
    ]
    return _ranked(claim, place, scope, towns)


def _ranked(claim: Claim, place: Place, scope: Place, towns: list[Place]) -> Verdict:
    """Compare a rank with the gazetteer's order."""
    said = next((rank for word, rank in _RANKS.items() if word in claim.span.text.lower()), 1)
    names = [town.name for town in towns]
    if place.name not in names:
        return not_checkable(claim, f"the gazetteer gives no population for {place.name}")
    rank = names.index(place.name) + 1
    # With its suburbs a city may be several times what the gazetteer counts.
    peer = towns[min(said, len(towns)) - 1].population
    grows = _SUBURBS * place.population >= peer
    word: VerdictWord = (
        "supported"
        if rank == said
        else "close"
        if abs(rank - said) == 1
        else "depends"
        if grows
        else "contradicted"
    )
    counted = ". With their suburbs cities rank otherwise" if word == "depends" else ""
    return Verdict(
        word,
        f"by population {place.name} is number {rank} of {scope.name} in GeoNames ({', '.join(names[:3])}); the text says number {said}{counted}",
    )


def check_count(claim: Claim, _: Setting) -> Verdict:
    """Check that a part is no larger than its whole."""
    part = number(claim.subject.span.text) if claim.subject and claim.subject.span else None
    figures = (
        re.match(r"[\d,. ]*\d|\w+(?:[ -]\w+){0,3}", claim.object.span.text)
        if claim.object and claim.object.span
        else None
    )
    whole = number(figures[0]) if figures else None
    if part is None or whole is None:
        return not_checkable(claim, "the figures name no number")
    word: VerdictWord = "supported" if part[0] <= whole[0] else "contradicted"
    return Verdict(
        word, f"{part[0]:g} of {whole[0]:g}" + ("" if word == "supported" else " is more than the whole")
    )
