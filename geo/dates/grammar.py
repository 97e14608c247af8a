"""Read single temporal expressions: one row for each way of writing a date, with what it stands for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from geo.dates import readers, relative, stretches
from geo.dates.context import Reader, Words
from geo.dates.periods import HOLIDAYS
from geo.dates.signs import needed
from geo.dates.words import (
    DAY,
    DEICTIC,
    FOREIGN_MONTHS,
    MONTH,
    NUMBER,
    ORDINALS,
    PARTS_OF_DAY,
    SEASON,
    TENS,
    UNIT,
    WEEKDAY,
    YEAR,
    alternatives,
)

__all__ = ["RULES", "Rule"]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first tried; a short text needs few of them."""
    return re.compile(pattern, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of writing a date: the signs it cannot do without, its pattern, and what a match stands for."""

    name: str
    needs: int
    pattern: str
    read: Reader

    def find(self, text: str) -> Iterator[tuple[int, int, Words]]:
        """Yield every place the pattern matches, and its words.

        Groups of alternatives bear a number or stroke after their name ("year_", "unit2"), which is dropped here.
        """
        for match in _compiled(self.pattern).finditer(text):
            words = defaultdict(str, all=match[0].strip())
            words.update(
                (name.rstrip("_0123456789"), group) for name, group in match.groupdict().items() if group
            )
            yield match.start(), match.end(), words


_PART_OF_DAY = alternatives(PARTS_OF_DAY)
_ZONE = r"(?:\(?(?:local\stime|[A-Z][a-z]{2,12}\stime|GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|KST|JST|MSK|IST)\)?)"
_CLOCK = rf"""(?: (?:\d{{1,2}}(?:[:.]\d\d)?\s?(?i:[ap]\.?m\.?)(?![a-z]) | \d{{1,2}}:\d\d | \d{{4}}(?=\s{_ZONE}) )
              (?:\s{_ZONE}){{0,2}} (?:\s\(\d{{4}}\s{_ZONE}\))? )"""
# What may stand before a date (a time of day) and after it; the days stay the same.
_LEAD = rf"(?: (?:\b(?i:on|at|in|around|about)\s)? (?:{_CLOCK}(?:\s(?i:on))?,?\s)? )"
# "5 May 10000" is no date: calendars end before.
_NO_YEAR = r"(?! ,?\s\d{5} )"
_TAIL = rf"""(?: (?:\s(?:(?i:early|late|in\sthe|at)\s)?{_PART_OF_DAY}\b)? (?:,?\s(?:(?i:at|around|about)\s)?{_CLOCK})? (?:,?\s{_ZONE})? )"""
_DAYS = rf"(?P<days> {DAY} (?: (?:\s?,\s?{DAY}){{0,6}} (?:\s?[-–—/]\s?|,?\s(?i:to|through|thru|until|till|and|or|&)\s) {DAY} )? )"
_IN_YEAR = (
    rf"(?: ,?\s(?:(?i:in|of)\s)?(?P<year>{YEAR}) | ,?\s(?i:of\s)?(?P<shift>(?i:last|this|next)\s(?i:year)) )"
)
_NEIGHBOUR = r"(?P<shift>(?i:this\spast|this\scoming|the\spast|the\sprevious|the\scoming|the\slast|the\snext|last|this|next|past|previous|coming|current|upcoming))"
_HEDGE = r"(?:(?i:about|some|around|nearly|almost|roughly|approximately|just|only|more\sthan|less\sthan|over|at\sleast|barely)\s)?"
_WHOLE = rf"""(?: (?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))? | (?P<year_>{YEAR}) | (?i:(?:the|(?P<shift>last|this|next)))\s(?P<whole>(?i:month|year|quarter)) )"""


# What makes a figure a number of things and not a year.
_COUNTED = (
    r"(?i:km|kilomet|mile|m\b|feet|foot|people|ton|dollar|meter|metre|block|troop|soldier|percent|pct|dead|men\b|wom|euro|pound|barrel|container"
    r"|[a-z]{2,14}s\s(?:of|were|have|had|are|in|from|to)\b)"
)


def _after(words: str) -> str:
    """Make a pattern that stands after one of some words without taking it in."""
    return (
        "(?:"
        + "|".join(rf"(?<=\b{form}[\s-])" for word in words.split() for form in (word, word.capitalize()))
        + ")"
    )


def _rule(name: str, needs: str, pattern: str, read: Reader) -> Rule:
    """Make a row; what it needs is written as the names of signs."""
    return Rule(name, needed(needs.split(", ")), pattern, read)


_ORDINAL = alternatives(ORDINALS)
RULES: Final = (
    _rule(
        "iso",
        "figures apart",
        r"(?<![\d-]) (?P<year>\d{4}) (?P<mark>[-/.]) (?P<month>\d\d) (?P=mark) (?P<day>\d\d) (?![\d-]) (?:T[\d:.+Z-]{1,20})?",
        readers.iso,
    ),
    _rule(
        "hangul or kanji",
        "hangul or kanji",
        r"(?P<year>\d{4})\s?[년年]\s?(?P<month>\d{1,2})\s?[월月]\s?(?P<day>\d{1,2})\s?[일日]",
        readers.iso,
    ),
    _rule(
        "figures",
        "figures apart",
        r"(?<![\d/.-]) (?P<a>\d{1,2}) (?P<mark>[./]) (?P<b>\d{1,2}) (?P=mark) (?P<year>(?:19|20)\d\d) (?![\d/])",
        readers.figures,
    ),
    _rule(
        "month day",
        "month, figure",
        rf"{_LEAD} (?:(?P<weekday>{WEEKDAY}),?\s(?:(?i:morning|afternoon|evening|night),?\s)?(?:the\s)?)? \b(?P<month>{MONTH})\s?(?:the\s)?{_DAYS} {_IN_YEAR}? {_TAIL} {_NO_YEAR}",
        readers.dated,
    ),
    _rule(
        "day month",
        "any month, figure",
        rf"{_LEAD} (?:(?P<weekday>{WEEKDAY}),?\s)? (?:(?i:the)\s)? (?<![\d.,:-]) {_DAYS} \.?\s(?:(?i:of|de|di|d')\s?)? (?P<month>{MONTH}|{alternatives(FOREIGN_MONTHS)}\b) (?:{_IN_YEAR}|\sdel?\s(?P<year_>{YEAR}))? {_TAIL} {_NO_YEAR}",
        readers.dated,
    ),
    _rule(
        "week of",
        "week, month, figure",
        rf"(?i:the\sweek\s(?:of|beginning|starting)) \s (?P<month>{MONTH})\s?{_DAYS} {_IN_YEAR}?",
        readers.week_of,
    ),
    _rule(
        "weekday",
        "weekday",
        rf"""{_LEAD} (?:(?i:early|late|earlier|later)\s(?:(?i:on)\s)?)? (?:{_NEIGHBOUR}\s)? \b(?P<weekday>{WEEKDAY})
             (?:,?\s(?:(?i:of|in)\s)?(?P<week>(?i:last|this|next)\s(?i:week)))? {_TAIL}""",
        readers.on_weekday,
    ),
    _rule(
        "weekday of last week",
        "weekday, week",
        rf"(?P<week>(?i:last|this|next)\s(?i:week))['’]s\s(?P<weekday>{WEEKDAY}) {_TAIL}",
        readers.on_weekday,
    ),
    _rule(
        "day from today",
        "day of today",
        rf"{_LEAD} \b(?:(?i:early|late|earlier|later)\s)? (?P<word>{alternatives(DEICTIC)})\b (?:\s{_PART_OF_DAY}\b)? (?:,?\s(?:at\s)?{_CLOCK})?",
        readers.deictic,
    ),
    _rule(
        "overnight",
        "overnight",
        rf"\b(?i:overnight) (?: \s (?:(?i:on)\s|(?:(?:(?i:from)\s)?{WEEKDAY}\s)?(?P<into>(?i:into|to)\s))? (?P<weekday>{WEEKDAY}) )?",
        readers.overnight,
    ),
    _rule(
        "month year",
        "month, of a year",
        rf"(?:\b(?i:in)\s)?\b(?P<month>{MONTH}),?\s(?:(?i:of)\s)?(?: (?P<year>{YEAR}) | ['’‘](?P<short>\d\d)\b | (?:(?i:the)\s)?(?P<shift>(?i:last|this|next|previous)\s(?i:year)) )",
        stretches.month_year,
    ),
    _rule(
        "foreign month",
        "foreign month, four figures",
        rf"\b(?P<month>{alternatives(FOREIGN_MONTHS)})\s(?:del?\s)?(?P<year>{YEAR})",
        stretches.month_year,
    ),
    _rule(
        "month",
        "month",
        rf"""(?: (?=[JFMASOND]) (?: (?<=[a-y][-–]) | {_after("in during since by until till through throughout of from to for before after around between and or starting early mid late end every each the a an its his her their")} )
             | (?:\b(?i:in)\s)?\b{_NEIGHBOUR}\s ) \b(?P<month>{MONTH}) (?!\.?\s?\d) (?!\s[A-Z][a-z])""",
        stretches.bare_month,
    ),
    _rule(
        "year",
        "four figures",
        rf"""(?=[12]\d{{3}}) {_after("in since by until till through throughout of from to for before after around during between and early late mid circa the year its")}
             (?P<year>{YEAR}) (?:\s?[-–/]\s?(?P<to>\d{{4}}|\d\d)\b)? (?!\s?{_COUNTED}) (?!,\d) (?!-)""",
        stretches.years,
    ),
    _rule(
        "years",
        "four figures",
        r"(?<![\d$€£-]) (?P<year>(?:19|20)\d\d) \s?[-–]\s? (?P<to>(?:19|20)\d\d|\d\d) (?![\d-])",
        stretches.years,
    ),
    _rule("year of brackets", "bracketed year", r"(?<=\() (?P<year>(?:19|20)\d\d) (?=[),])", stretches.years),
    _rule(
        "decade",
        "tens",
        rf"(?:\b(?i:in\s)?(?i:the)\s)?(?<!\d)(?: (?P<full>(?:1[4-9]|20)\d0)['’]?s\b | ['’‘](?P<short>\d0)['’]?s\b | \b(?i:the|early|late|mid)[\s-](?P<tens>{alternatives(TENS)})\b )",
        stretches.decade,
    ),
    _rule(
        "century",
        "century, figure",
        r"(?:\b(?i:in\s)?(?i:the)\s)? \b(?P<ordinal>\d{1,2})(?:st|nd|rd|th)[\s-](?i:century)\b",
        stretches.century,
    ),
    _rule(
        "neighbour",
        "span, step",
        rf"""(?: \b(?i:in|during|over|for|of)\s )? (?: \b(?P<side>(?i:earlier|later))\s(?:(?i:in)\s)? )? (?:
             {_NEIGHBOUR}\s | (?<=earlier\sin\s)(?i:the)\s | (?<=later\sin\s)(?i:the)\s | (?<=late\sin\s)(?i:the)\s | (?<=early\sin\s)(?i:the)\s )
             (?:(?i:fiscal|financial|calendar|academic|school)\s)? (?P<unit>(?i:weekend|week|month|quarter|year|decade|century))\b (?!['’]s\s{WEEKDAY})""",
        relative.neighbour,
    ),
    _rule("weekend", "weekend", r"\b(?i:over|during|at|on|for)\s(?i:the\sweekend)\b", relative.past_weekend),
    _rule(
        "season",
        "season",
        rf"""(?: \b(?i:in|during|of)\s(?:(?i:the)\s)? | \b(?i:the)\s )? (?:{_NEIGHBOUR}\s)? \b(?P<season>{SEASON})
             (?:,?\s(?:(?i:of|in)\s)?(?: (?P<year>{YEAR})(?:[-–/]\d\d)?\b | (?P<rel>(?i:last|this|next))\s(?i:year) ))?(?![\w-])""",
        stretches.season,
    ),
    _rule(
        "quarter",
        "part of year",
        rf"""(?: (?:\b(?i:in)\s)?(?:(?i:the)\s)? \b(?P<ordinal>{_ORDINAL})[\s-](?P<kind>(?i:quarter|half)) | \b(?P<letter>[QH])(?P<figure>[1-4]) )
             (?: ,?\s(?:(?i:of|in)\s)?(?:(?i:the)\s)?(?: (?P<year>{YEAR}) | (?P<shift>(?i:last|this|next|previous)\s(?i:year)) ) )? (?=\W|$)""",
        stretches.quarter,
    ),
    _rule(
        "fiscal year",
        "fiscal, four figures",
        rf"\b(?: (?i:fiscal|financial)(?:\s(?i:year))?\s | FY\s? ) (?P<year>{YEAR})(?:\s?[-–/]\s?(?P<to>\d\d(?:\d\d)?)\b)?",
        stretches.fiscal,
    ),
    _rule(
        "holiday",
        "feast opens, feast ends",
        rf"(?:\b(?i:on)\s)? (?:{_NEIGHBOUR}\s)? \b(?P<holiday>{alternatives(HOLIDAYS)})(?![\w]) (?:,?\s(?:(?i:of|in)\s)?(?P<year>{YEAR}))?",
        readers.holiday,
    ),
    _rule(
        "ago",
        "ago, unit",
        rf"{_HEDGE} (?:\b(?P<number>{NUMBER})\s)? \b(?P<unit>{UNIT})\s(?i:ago)\b",
        relative.ago,
    ),
    _rule(
        "a year ago",
        "back, span",
        r"\b(?P<number>(?i:a|an|one))?[\s-]?(?P<unit>(?i:year|month|week))-(?i:ago|earlier)\b",
        relative.year_ago,
    ),
    _rule(
        "from now",
        "from now, unit",
        rf"{_HEDGE} \b(?P<number>{NUMBER})[\s-](?P<unit>{UNIT})\s(?i:from\s(?:now|today)|hence)\b",
        relative.ahead,
    ),
    _rule(
        "later",
        "apart, unit",
        rf"{_HEDGE} (?:\b(?P<number>{NUMBER})\s)? \b(?P<unit>{UNIT})\s(?P<side>(?i:earlier|later|afterwards|previously|beforehand|(?:before|after)(?=\s?(?:[.,;:]|$))))\b",
        relative.later,
    ),
    _rule(
        "the next day",
        "same, stretch",
        r"""(?:\b(?i:on|in|during)\s)? \b(?i: (?:the\s)?(?P<which>same|next|following|previous|preceding|that)\s(?P<unit>day|night|morning|afternoon|evening)
            | (?:the\s)(?P<which2>same|following|preceding)\s(?P<unit2>week|weekend|month|quarter|year|decade)
            | that\s(?P<unit3>week|weekend|month|year) | the\s(?P<which4>day\s(?:after|before))(?=[.,;]|\sin\b|\sand\b|\sat\b|$) )\b""",
        relative.anaphoric,
    ),
    _rule(
        "window",
        "window, unit",
        rf"""(?:\b(?i:in|over|during|for|within|throughout|of)\s)? (?: \b(?i:the\s)? (?P<side>(?i:last|past|previous|next|coming|following|recent)) \s
             (?: (?P<number>{NUMBER})\s(?P<unit>{UNIT}) | (?P<unit_>(?i:hours|days|weeks|months|years|decades)) ) )\b""",
        relative.window,
    ),
    _rule(
        "within",
        "within, unit",
        rf"\b(?P<word>(?i:within|in)) \s {_HEDGE} (?P<number>{NUMBER})\s(?P<unit>{UNIT})\b(?!['’]\s|\s(?i:of|ago|later|earlier|before|after))",
        relative.within,
    ),
    _rule(
        "part of a period",
        "ordinal, small stretch",
        rf"\b(?:(?i:in|during|over)\s)?(?:(?i:the)\s)?(?P<ordinal>{_ORDINAL})\s(?:(?P<number>{NUMBER})\s)?(?P<unit>(?i:days?|weeks?|months?|weekend))\s(?i:of|in)\s{_WHOLE}",
        stretches.nth_part,
    ),
    _rule(
        "weekday of a month",
        "ordinal, weekday",
        rf"\b(?:(?i:on)\s)?(?:(?i:the)\s)?(?P<ordinal>{_ORDINAL})\s(?P<weekday>{WEEKDAY})\s(?i:of|in)\s{_WHOLE}",
        readers.weekday_of_month,
    ),
    _rule(
        "edge",
        "edge, ending",
        r"""\b(?i: (?:at\s|by\s|towards?\s)?(?:the\s)? (?P<edge>end|start|beginning|middle|close)\sof\s(?: the | (?P<shift>last|this|next) )\s (?P<unit>week|month|quarter|year|decade)
            | (?P<edge2>year|month|week)['’]?s?[\s-]end )\b""",
        relative.edge,
    ),
)
