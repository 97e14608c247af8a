"""List the words dates are written with, and the pattern pieces made of them."""

import re
from collections.abc import Iterable
from typing import Final

__all__ = [
    "DAY",
    "DEICTIC",
    "EVENTS",
    "FOREIGN_MONTHS",
    "MONTH",
    "MONTHS",
    "NUMBER",
    "NUMBERS",
    "ORDINALS",
    "PARTS_OF_DAY",
    "SEASON",
    "SEASONS",
    "TENS",
    "UNIT",
    "WEEKDAY",
    "WEEKDAYS",
    "YEAR",
    "alternatives",
    "month_number",
    "number",
]

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# First month and length in months on the northern half; winter belongs to the year it begins in.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS: Final = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "final": -1,
    "last": -1,
}
NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "a single": 1,
    "two": 2,
    "a couple of": 2,
    "a couple": 2,
    "three": 3,
    "a few": 3,
    "few": 3,
    "several": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a dozen": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "a hundred": 100,
}
PARTS_OF_DAY: Final = (
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "midday",
    "midnight",
    "dawn",
    "dusk",
    "sunrise",
    "sunset",
    "lunchtime",
)

# Names that cannot be taken for an English word or month; met in datelines such as "Genève, 12 février 2023".
FOREIGN_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier enero januar jänner gennaio janeiro januari stycznia января січня ocak",
            "février fevrier febrero februar febbraio fevereiro februari lutego февраля лютого şubat",
            "mars marzo märz março maart marca марта березня",
            "avril abril aprile kwietnia апреля квітня nisan",
            "mai mayo maggio maio mei maja мая травня mayıs",
            "juin junio juni giugno junho czerwca июня червня haziran",
            "juillet julio juli luglio julho lipca июля липня temmuz",
            "août aout agosto augustus sierpnia августа серпня ağustos",
            "septembre septiembre settembre setembro września сентября вересня eylül",
            "octobre octubre oktober ottobre outubro października октября жовтня ekim",
            "novembre noviembre novembro listopada ноября листопада kasım",
            "décembre diciembre dezember dicembre dezembro grudnia декабря грудня aralık",
        ),
        start=1,
    )
    for name in names.split()
}

DEICTIC: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "last evening": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    **{f"this {part}": 0 for part in ("morning", "afternoon", "evening", "lunchtime")},
    "earlier in the day": 0,
    "later in the day": 0,
}

TENS: Final = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


# Nouns that happen at a place on a day, and the kind of event each is.
EVENTS: Final = {
    noun: kind
    for kind, nouns in {
        "meeting": "summit meeting talks conference congress visit ceremony inauguration parade negotiations session hearing",
        "strike": "attack strike airstrike bombing bombardment shelling raid assault ambush offensive invasion incursion massacre shooting siege",
        "launch": "launch liftoff",
        "blast": "explosion blast detonation eruption",
        "accident": "crash collision derailment accident sinking shipwreck disaster capsizing",
        "disaster": "earthquake quake tsunami hurricane typhoon cyclone flood storm wildfire landslide tornado outbreak",
        "exercise": "exercise exercises drill drills maneuvers manoeuvres",
        "test": "test tests",
        "election": "election elections vote referendum poll runoff",
        "protest": "protest protests demonstration rally riot uprising coup strike-action march",
        "agreement": "ceasefire truce agreement treaty accord deal armistice",
        "arrest": "arrest kidnapping abduction hijacking seizure",
        "death": "death funeral murder killing assassination burial",
    }.items()
    for noun in nouns.split()
}


def alternatives(words: Iterable[str]) -> str:
    """Make a pattern of words, the longest first, any white space between their parts."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return (
        "(?i:" + "|".join(re.escape(word).replace("\\ ", r"\s").replace("'", "['’]") for word in listed) + ")"
    )


# Months and weekdays are names: "may", "march" and "sun" in small letters are other words.
_SHORT = {"september": "sept", "june": "jun", "july": "jul"}


def _names(words: tuple[str, ...], short: dict[str, str]) -> str:
    """Write each name in full or cut short, capitalised or in capitals."""
    forms = []
    for word in words:
        cuts = {word[:3], short.get(word, word[:3])}
        for form in (word, *sorted(cuts, key=len, reverse=True)):
            dot = "" if form == word else r"\.?"
            forms += [form.capitalize() + dot, form.upper() + dot]
    return "(?:" + "|".join(forms) + r")(?![a-zA-Z])"


MONTH: Final = _names(MONTHS, _SHORT)
WEEKDAY: Final = (
    "(?:"
    + "|".join(f"{name.capitalize()}|{name.upper()}|{name.capitalize()[:3]}\\." for name in WEEKDAYS)
    + r"|Tues\.?|Thurs?\.|Weds\.)(?![a-zA-Z])"
)
DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR: Final = r"(?:1[4-9]|20)\d\d(?![\d%]|[.,]\d|s\b)"
SEASON: Final = alternatives(SEASONS)
UNIT: Final = (
    r"(?i:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)s?"
)
NUMBER: Final = (
    r"(?i:\d{1,4}|half\sa|(?:twenty|thirty|forty|fifty)-(?:one|two|three|four|five|six|seven|eight|nine)|"
    + alternatives(NUMBERS)
    + ")"
)


def month_number(name: str) -> int:
    """Give the number of a month by its name in full, cut short or foreign.

    >>> month_number("Sept."), month_number("MAY"), month_number("février")
    (9, 5, 2)
    """
    key = name.lower().rstrip(".")
    return (
        FOREIGN_MONTHS[key] if key in FOREIGN_MONTHS else [month[:3] for month in MONTHS].index(key[:3]) + 1
    )


def number(words: str) -> float:
    """Give the value of a number in digits or words.

    >>> number("12"), number("twenty-one"), number("a couple of"), number("half a")
    (12, 21, 2, 0.5)
    """
    key = " ".join(words.lower().split())
    if key.isdecimal():
        return int(key)
    if key == "half a":
        return 0.5
    tens, _, ones = key.partition("-")
    return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)
