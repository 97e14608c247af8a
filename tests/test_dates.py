"""Check what temporal expressions stand for."""

import itertools
import os
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from geo import dates, text
from geo.dates import periods
from geo.dates.grammar import RULES
from geo.dates.signs import signs
from geo.model import Article, When

THURSDAY = date(2024, 5, 16)


def read(words: str, published: date | None = THURSDAY) -> tuple[tuple[When, ...], tuple[str, ...]]:
    """Read a text published on a day."""
    return dates.read(text.read(Article("a", words, published=published)))


def found(words: str, expression: str, published: date | None = THURSDAY) -> When | None:
    """Give the date that covers most of an expression."""
    at = words.lower().index(expression.lower())

    def common(when: When) -> int:
        return min(at + len(expression), when.span.end) - max(at, when.span.start)

    best = max(read(words, published)[0], key=common, default=None)
    return best if best and common(best) > 0 else None


def days(when: When | None) -> tuple[str, str] | None:
    """Write the days of a date, `None` where it has none."""
    return (str(when.first), str(when.last)) if when and when.first else None


# Sentence, expression, first and last day, all read on Thursday 16 May 2024.
WRITTEN = [
    ("The pact was signed on 3 March 2021.", "3 March 2021", "2021-03-03", "2021-03-03"),
    ("It was March 3rd, 2021.", "March 3rd, 2021", "2021-03-03", "2021-03-03"),
    ("The visit runs from 3 to 9 June.", "from 3 to 9 June", "2024-06-03", "2024-06-09"),
    ("It rained between March and May 2023.", "between March and May 2023", "2023-03-01", "2023-05-31"),
    ("They met on Sept. 7-8 last year.", "Sept. 7-8", "2023-09-07", "2023-09-08"),
    ("The fair is from May 30 to June 2.", "from May 30 to June 2", "2024-05-30", "2024-06-02"),
    ("Talks lasted from Dec. 28 to Jan. 3.", "from Dec. 28 to Jan. 3", "2023-12-28", "2024-01-03"),
    ("The shops close on May Day.", "May Day", "2024-05-01", "2024-05-01"),
    ("She sang on All Saints' Day 2023.", "All Saints' Day 2023", "2023-11-01", "2023-11-01"),
    ("It was built in the 1960s.", "the 1960s", "1960-01-01", "1969-12-31"),
    ("She left in the early 1990s.", "early 1990s", "1990-01-01", "1993-12-31"),
    ("Work began in early 2024.", "early 2024", "2024-01-01", "2024-04-30"),
    ("Work began in mid-2022.", "mid-2022", "2022-05-01", "2022-08-31"),
    ("He came at the end of last year.", "end of last year", "2023-12-01", "2023-12-31"),
    ("The law passed in the summer of 2019.", "summer of 2019", "2019-06-01", "2019-08-31"),
    ("They hope to reopen this summer.", "this summer", "2024-06-01", "2024-08-31"),
    ("Profit fell in the first quarter.", "first quarter", "2024-01-01", "2024-03-31"),
    ("Profit fell in the third quarter of 2023.", "third quarter of 2023", "2023-07-01", "2023-09-30"),
    ("Sales for Q4 2022 rose.", "Q4 2022", "2022-10-01", "2022-12-31"),
    ("In the second half of 2021 it closed.", "second half of 2021", "2021-07-01", "2021-12-31"),
    ("He has lived there since 2015.", "since 2015", "2015-01-01", "2024-05-16"),
    ("The ban lasts until July.", "until July", "2024-05-16", "2024-07-31"),
    ("They will finish by Friday.", "by Friday", "2024-05-16", "2024-05-17"),
    ("It struck at 4:15 a.m. on Tuesday (local time).", "Tuesday", "2024-05-14", "2024-05-14"),
    ("The raid began at 0300 GMT on Monday.", "Monday", "2024-05-13", "2024-05-13"),
    ("The pope spoke on Easter Sunday.", "Easter Sunday", "2024-03-31", "2024-03-31"),
    ("It happened on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24"),
    ("They met on New Year's Day 2020.", "New Year's Day 2020", "2020-01-01", "2020-01-01"),
    ("They left two days ago.", "two days ago", "2024-05-14", "2024-05-14"),
    ("They left a week ago.", "a week ago", "2024-05-09", "2024-05-09"),
    ("The deal was struck in 2014. Two years later it collapsed.", "Two years later", None, None),
    ("The blast hit on May 3. Two days later, rescuers left.", "Two days later", "2024-05-05", "2024-05-05"),
    ("The blast hit on May 3. The next day, rescuers left.", "The next day", "2024-05-04", "2024-05-04"),
    ("He will come next week.", "next week", "2024-05-20", "2024-05-26"),
    ("He came earlier this week.", "earlier this week", "2024-05-13", "2024-05-16"),
    ("He will come later this month.", "later this month", "2024-05-16", "2024-05-31"),
    ("It opened earlier this year.", "earlier this year", "2024-01-01", "2024-05-16"),
    ("It sank over the weekend.", "over the weekend", "2024-05-11", "2024-05-12"),
    ("It sank last weekend.", "last weekend", "2024-05-11", "2024-05-12"),
    ("It closes next weekend.", "next weekend", "2024-05-25", "2024-05-26"),
    ("It closes this weekend.", "this weekend", "2024-05-18", "2024-05-19"),
    ("It died this morning.", "this morning", "2024-05-16", "2024-05-16"),
    ("It opens tomorrow night.", "tomorrow night", "2024-05-17", "2024-05-17"),
    ("It opened the day before yesterday.", "the day before yesterday", "2024-05-14", "2024-05-14"),
    ("In the past 24 hours, 12 died.", "In the past 24 hours", "2024-05-15", "2024-05-16"),
    ("Over the last three months, prices fell.", "Over the last three months", "2024-02-16", "2024-05-16"),
    ("It will end within ten days.", "within ten days", "2024-05-16", "2024-05-26"),
    ("It will end in two weeks.", "in two weeks", "2024-05-30", "2024-05-30"),
    ("On Wednesday, May 8, he left.", "Wednesday, May 8", "2024-05-08", "2024-05-08"),
    ("On Thursday 9 May he left.", "Thursday 9 May", "2024-05-09", "2024-05-09"),
    ("He left on the 12th of April, 2022.", "12th of April, 2022", "2022-04-12", "2022-04-12"),
    ("GENÈVE, 12 février 2023 - It began.", "12 février 2023", "2023-02-12", "2023-02-12"),
    ("MADRID, 5 de mayo de 2021 - It began.", "5 de mayo de 2021", "2021-05-05", "2021-05-05"),
    ("It closed in fiscal 2023.", "fiscal 2023", "2023-01-01", "2023-12-31"),
    ("It was dated 2023-11-05.", "2023-11-05", "2023-11-05", "2023-11-05"),
    ("It was dated 25/12/2022.", "25/12/2022", "2022-12-25", "2022-12-25"),
    ("It ran from 1998 to 2003.", "from 1998 to 2003", "1998-01-01", "2003-12-31"),
    ("The 2014-2016 outbreak killed many.", "2014-2016", "2014-01-01", "2016-12-31"),
    ("It rose in June 2023 and fell.", "June 2023", "2023-06-01", "2023-06-30"),
    ("It fell in the first week of April.", "first week of April", "2024-04-01", "2024-04-07"),
    ("It fell in late March and early April.", "late March", "2024-03-21", "2024-03-31"),
    ("He was jailed last Monday.", "last Monday", "2024-05-13", "2024-05-13"),
    ("He will be tried next Monday.", "next Monday", "2024-05-20", "2024-05-20"),
    ("He was jailed on Monday last week.", "Monday last week", "2024-05-06", "2024-05-06"),
    (
        "Votes are counted the first Tuesday of November.",
        "first Tuesday of November",
        "2024-11-05",
        "2024-11-05",
    ),
    ("It was the same day last year.", "last year", "2023-01-01", "2023-12-31"),
    ("It will happen in the coming days.", "in the coming days", "2024-05-16", "2024-05-19"),
    ("He came in January.", "January", "2024-01-01", "2024-01-31"),
    ("He came in November.", "November", "2023-11-01", "2023-11-30"),
    ("He will come in November.", "November", "2024-11-01", "2024-11-30"),
    ("He came on Nov. 30.", "Nov. 30", "2023-11-30", "2023-11-30"),
    ("The vote is set for June 9.", "June 9", "2024-06-09", "2024-06-09"),
    ("Protests broke out from Monday to Wednesday.", "from Monday to Wednesday", "2024-05-13", "2024-05-15"),
    (
        "The strike lasted from late April to early May.",
        "from late April to early May",
        "2024-04-21",
        "2024-05-10",
    ),
    ("They flew overnight into Sunday.", "overnight into Sunday", "2024-05-11", "2024-05-12"),
    ("It was the worst in the 19th century.", "the 19th century", "1801-01-01", "1900-12-31"),
    ("A year earlier, profit was higher.", "A year earlier", "2023-05-16", "2023-05-16"),
    ("On the night of May 4, it sank.", "May 4", "2024-05-04", "2024-05-04"),
    ("It took place on Tuesday evening at 9 p.m.", "Tuesday evening", "2024-05-14", "2024-05-14"),
    ("By the end of the month, it will close.", "the end of the month", "2024-05-21", "2024-05-31"),
    ("It began at the start of 2020.", "start of 2020", "2020-01-01", "2020-01-31"),
    ("The week of April 8 was calm.", "the week of April 8", "2024-04-08", "2024-04-14"),
    ("Some 40 years ago it was lush.", "40 years ago", "1984-05-16", "1984-05-16"),
    ("It is due by 2030.", "2030", "2030-01-01", "2030-12-31"),
    ("The Tuesday attack killed three.", "Tuesday", "2024-05-14", "2024-05-14"),
    ("Friday's strike killed three.", "Friday", "2024-05-10", "2024-05-10"),
    ("Monday's hearing will decide it.", "Monday", "2024-05-20", "2024-05-20"),
    ("In May last year it sank.", "May last year", "2023-05-01", "2023-05-31"),
    ("It was seen in December of 2021.", "December of 2021", "2021-12-01", "2021-12-31"),
    ("January 6, 2021, was cold.", "January 6, 2021", "2021-01-06", "2021-01-06"),
    ("Earlier on Thursday, he spoke.", "Thursday", "2024-05-16", "2024-05-16"),
    ("They spoke late Wednesday.", "late Wednesday", "2024-05-15", "2024-05-15"),
    ("He died in the spring.", "the spring", "2024-03-01", "2024-05-31"),
    ("He died last winter.", "last winter", "2023-12-01", "2024-02-29"),
    ("He said at the weekend that it was over.", "at the weekend", "2024-05-11", "2024-05-12"),
    ("It was days ago.", "days ago", "2024-05-13", "2024-05-13"),
    ("Nothing in recent days changed.", "in recent days", "2024-05-09", "2024-05-16"),
    ("The 18 May vote is near.", "18 May", "2024-05-18", "2024-05-18"),
    ("He quit in Oct. 2022.", "Oct. 2022", "2022-10-01", "2022-10-31"),
    ("He came the previous day.", "the previous day", None, None),
    ("The Sept. 11, 2001 attacks changed it.", "Sept. 11, 2001", "2001-09-11", "2001-09-11"),
    ("The summit will be held on July 9, 10 and 11.", "July 9, 10 and 11", "2024-07-09", "2024-07-11"),
    ("It lasted through Monday.", "Monday", "2024-05-13", "2024-05-13"),
    ("Last night it burned.", "Last night", "2024-05-15", "2024-05-15"),
    ("He was there May 2 through May 6.", "May 2 through May 6", "2024-05-02", "2024-05-06"),
    ("Since January, 40 have died.", "Since January", "2024-01-01", "2024-05-16"),
    ("So far this year, 40 have died.", "this year", "2024-01-01", "2024-12-31"),
    ("In 2023, it fell.", "2023", "2023-01-01", "2023-12-31"),
    ("Growth in 2025 will be slow.", "2025", "2025-01-01", "2025-12-31"),
    ("The previous month it fell.", "previous month", "2024-04-01", "2024-04-30"),
    ("The following week they left.", "following week", None, None),
    ("He resigned three weeks after the quake of April 3.", "three weeks after", "2024-04-24", "2024-04-24"),
    ("He resigned on Monday, five days after the raid.", "the raid", "2024-05-08", "2024-05-08"),
    ("The decision came a month after the army took the town.", "a month after", "2024-04-16", "2024-04-16"),
    ("for the first time in 20 years", "in 20 years", None, None),
    (
        "It happened during the last two weeks of April.",
        "last two weeks of April",
        "2024-04-17",
        "2024-04-30",
    ),
    ("It was open for three days.", "three days", None, None),
    ("The group of seven 2000 men left.", "2000", None, None),
    ("It may rain. March on, he said.", "March", None, None),
    ("It was Aug. 31-Sept. 2.", "Aug. 31-Sept. 2", "2023-08-31", "2023-09-02"),
    ("The January-March quarter was poor.", "January-March", "2024-01-01", "2024-03-31"),
    ("It expires at end-June.", "end-June", "2024-06-21", "2024-06-30"),
    ("In the year-ago period it fell.", "year-ago", "2023-05-16", "2023-05-16"),
    ("In the 1800s it was wild.", "the 1800s", "1800-01-01", "1899-12-31"),
    ("It took place in the late 1980s.", "late 1980s", "1987-01-01", "1989-12-31"),
    ("The meeting is Tuesday at 7 p.m.", "Tuesday", "2024-05-21", "2024-05-21"),
    ("It rose in July or August.", "August", "2023-08-01", "2023-08-31"),
    ("The winter of 2010-11 was cold.", "winter of 2010-11", "2010-12-01", "2011-02-28"),
    ("It reopens next spring.", "next spring", "2025-03-01", "2025-05-31"),
    ("It began in the spring of last year.", "spring of last year", "2023-03-01", "2023-05-31"),
    ("It ended last fiscal year.", "last fiscal year", "2023-01-01", "2023-12-31"),
    ("Over the past year it fell.", "the past year", "2023-05-16", "2024-05-16"),
    ("It was May 3. He had left three days before.", "three days before", "2024-04-30", "2024-04-30"),
    ("The clubs play Sunday in Turin.", "Sunday", "2024-05-19", "2024-05-19"),
    ("Lawmakers return Monday from a recess.", "Monday", "2024-05-20", "2024-05-20"),
    ("The clubs did not play Sunday.", "Sunday", "2024-05-12", "2024-05-12"),
    ("Profit rose in the quarter ended March 31.", "the quarter ended", "2024-01-01", "2024-03-31"),
    ("Sales fell in the six months to April 30.", "six months to", "2023-11-01", "2024-04-30"),
    (
        "A loss is likely in the year ending June 30, 2025.",
        "the year ending June 30, 2025",
        "2024-07-01",
        "2025-06-30",
    ),
    ("Shops opened early on Black Friday.", "Black Friday", "2023-11-24", "2023-11-24"),
    ("It was seen in May '98.", "May '98", "1998-05-01", "1998-05-31"),
]


@pytest.mark.parametrize(
    ("words", "expression", "first", "last"), WRITTEN, ids=[row[0][:40] for row in WRITTEN]
)
def test_expression(words, expression, first, last):
    """An expression stands for the days a reader of that day takes it for."""
    assert days(found(words, expression)) == ((first, last) if first else None)


def test_curfew_over_clock_times():
    """A range is read over the times of day within it."""
    assert days(found("A curfew from 8 p.m. Friday until 6 a.m. Monday was set.", "Friday")) == (
        "2024-05-10",
        "2024-05-13",
    )


def test_date_before_new_year_rolls_back_and_says_so():
    """A December day in a January article is last year's, and the reason says it."""
    when = found("It was launched on Dec. 30, he said.", "Dec. 30", date(2024, 1, 5))
    assert days(when) == ("2023-12-30", "2023-12-30")
    assert "year 2023 inferred" in when.because
    assert "year before" in when.because


def test_day_beside_leaning_date_dates_the_event():
    """A day that is called the day before an event gives the event the next day."""
    got = read("The cargo arrived on Sept. 12 -- the day before the border summit.", date(2023, 10, 14))[0]
    assert [(when.span.text, str(when.first)) for when in got] == [
        ("on Sept. 12", "2023-09-12"),
        ("the border summit", "2023-09-13"),
        ("the day before the border summit", "2023-09-12"),
    ]


def test_event_named_earlier_is_an_anchor():
    """A date that leans on an event uses the day the article gave it before."""
    words = "The earthquake on May 3 killed ten. Rescuers left four days after the earthquake."
    assert days(found(words, "four days after")) == ("2024-05-07", "2024-05-07")


def test_open_end_keeps_its_own_date():
    """Both the date and the open period made of it are told."""
    got = [
        (when.span.text, str(when.first), str(when.last))
        for when in read("He has led it since March 2020.")[0]
    ]
    assert got == [
        ("March 2020", "2020-03-01", "2020-03-31"),
        ("since March 2020", "2020-03-01", "2024-05-16"),
    ]


def test_statement_day_is_what_its_words_are_reckoned_from():
    """What somebody said on an earlier day is reckoned from that day."""
    assert days(found("On Oct. 13, the minister said it had left two days ago.", "two days ago")) == (
        "2023-10-11",
        "2023-10-11",
    )


@pytest.mark.parametrize(
    ("words", "warning"),
    [
        ("It sank on Feb. 30.", "'on Feb. 30' is not a date"),
        ("It sank on April 31, 2023.", "is not a date"),
        ("It sank on Monday, May 7, 2024.", "is a Tuesday, not a Monday"),
        ("It was dated 0000-00-00.", "is not a date"),
        ("It was dated 2023-13-01.", "is not a date"),
        ("It was dated 03/04/2023.", "2023-03-04 or 2023-04-03"),
    ],
    ids=["february 30", "april 31", "wrong weekday", "zeros", "month 13", "ambiguous order"],
)
def test_impossible_date_is_reported(words, warning):
    """What cannot be is told as a warning and not guessed."""
    (when, *_), warnings = read(words)
    assert (when.first, when.last, when.precision) == (None, None, "unknown")
    assert any(warning in each for each in warnings)


@pytest.mark.parametrize(
    "words",
    [
        "It may help.",
        "They march on.",
        "May I go?",
        "Mark 2000 of them.",
        "In 400 cases.",
        "It costs 1,995 euros.",
    ],
)
def test_look_alike_is_no_date(words):
    """Words and figures that only look like dates are left alone."""
    assert [when.span.text for when in read(words)[0] if when.first] == []


def test_without_publication_date_a_warning_says_how_to_give_it():
    """Dates that need the day of writing stay open and the warning names the way out."""
    got, warnings = read("The ship left on Tuesday and arrived on 3 May 2021.", None)
    assert [when.first for when in got] == [None, date(2021, 5, 3)]
    assert [each for each in warnings if "--published" in each and "published:" in each]


def test_without_publication_date_a_weekday_tells_the_year():
    """A weekday with its date fixes the year among those the article names."""
    words = "The law of 2023 was late. The ship left on Tuesday, Sept. 12."
    assert days(found(words, "Tuesday, Sept. 12", None)) == ("2023-09-12", "2023-09-12")


def test_dateline_gives_the_day_of_writing():
    """A full date in the dateline stands in for the publication date."""
    assert days(found("SOFIA 2022-08-31 - The ship left on Monday.", "Monday", None)) == (
        "2022-08-29",
        "2022-08-29",
    )


def test_end_of_calendar_is_no_crash():
    """Reckoning past the last year is refused, not raised."""
    got, _ = read("It ends in two weeks and will last for the next 40 years.", date(9999, 12, 31))
    assert all(when.first is None for when in got)


RELATIVE = [
    "He left on {day}.",
    "He will leave on {day}.",
    "He left last {day}.",
    "He left yesterday.",
    "It sank overnight.",
    "He left last week and returns next week.",
    "They met two days ago, over the weekend and three weeks ago.",
    "They will meet in ten days.",
]
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@settings(deadline=None)
@given(
    DAYS,
    st.integers(-2000, 2000),
    st.sampled_from(RELATIVE),
    st.sampled_from(["Monday", "Wednesday", "Sunday"]),
)
def test_relative_dates_shift_with_the_day_of_writing(written, weeks, words, day):
    """Shifting the day of writing by whole weeks shifts every weekday and relative date alike."""
    words, by = words.format(day=day), timedelta(weeks=weeks)
    here, there = read(words, written)[0], read(words, written + by)[0]
    assert [(when.first + by, when.last + by) for when in here] == [(when.first, when.last) for when in there]


@settings(deadline=None)
@given(st.lists(st.sampled_from([row[0] for row in WRITTEN]), min_size=1, max_size=4), DAYS)
def test_intervals_are_in_order_and_reading_is_repeatable(sentences, written):
    """Every interval begins before it ends, points at its words, says why, and is read the same again."""
    words = " ".join(sentences)
    got = read(words, written)
    assert got == read(words, written)
    for when in got[0]:
        assert words[when.span.start : when.span.end] == when.span.text
        assert when.because
        assert (when.first is None) == (when.last is None)
        assert when.first is None or when.first <= when.last


@settings(deadline=None)
@given(st.text(alphabet="onthe Mayrsdui0123456789,.-–/'()", max_size=120), st.one_of(st.none(), DAYS))
def test_any_text_is_read(words, written):
    """No text raises."""
    for when in read(words, written)[0]:
        assert words[when.span.start : when.span.end] == when.span.text


_PARTS = st.sampled_from(
    [
        *"May Sept. MARCH Monday Fri. März février 3 3rd 12-14 1999 1999-2001 (2004) 2021-03-04 3/4/2019 2020s '90s 19th Q3 H1 FY".split(),
        *"the a two last this next past same following previous first second early late earlier later before after ago hence since".split(),
        *"day days week weeks weekend month year quarter half decade century summer night morning today tomorrow overnight now".split(),
        *"in on of from to end start middle fiscal Christmas Easter Eve New Years Saints All nineties recent within year-ago week's".split(),
        *"that coming".split(),
        "New Year's Day",
    ]
)


@settings(deadline=None, max_examples=400)
@given(st.lists(_PARTS, min_size=1, max_size=9).map(" ".join))
def test_what_a_pattern_matches_bears_the_signs_it_needs(words):
    """No rule asks for a sign that words it would match do not bear."""
    seen = signs(words)
    missed = [rule.name for rule in RULES if rule.needs & ~seen and any(True for _ in rule.find(words))]
    assert missed == []


@given(
    st.dates(date(1, 2, 1), date(9900, 1, 1)),
    st.integers(0, 40),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_shift_goes_forward_and_back(of, count, unit):
    """Going on and back by whole units ends no later than the start, at most three days before."""
    back = periods.shift(periods.shift(of, count, unit), -count, unit)
    assert 0 <= (of - back).days <= 3


@given(st.integers(1900, 2090), st.sampled_from(["early", "mid", "late"]))
def test_parts_cover_a_year(of, name):
    """The early, middle and late parts of a year lie within it, in order and without gaps."""
    whole = periods.year(of, "")
    parts = [periods.part(whole, each) for each in ("early", "mid", "late")]
    assert parts[0].first == whole.first
    assert parts[2].last == whole.last
    assert all(a.last + timedelta(days=1) == b.first for a, b in itertools.pairwise(parts))
    assert periods.part(whole, name) in parts


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_reading_does_not_depend_on_zone_or_today(zone):
    """A fresh process in another time zone reads the same days."""
    code = (
        "from datetime import date; from geo import dates, text; from geo.model import Article; "
        "d = text.read(Article('a', 'He left on Friday and this morning.', published=date(2001, 2, 3))); "
        "print([str(w.first) for w in dates.read(d)[0]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": zone},
    )
    assert done.stdout.strip() == "['2001-02-02', '2001-02-03']"


HOSTILE = {
    "months": "March ",
    "weekdays": "Tuesday, ",
    "ordinals": "1st ",
    "clocks": "a.m. ",
    "marks": "?",
    "slashes": "1/",
    "ranges": "from March to ",
    "leaning": "two days before the ",
    "figures": "1 ",
    "parts": "early ",
    "month days": "May 2, ",
}


@pytest.mark.parametrize("pump", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(pump):
    """Four times the text takes far less than the sixteen times of a quadratic reader."""

    def seconds(count: int) -> float:
        document = text.read(Article("a", "on " + pump * count, published=THURSDAY))
        start = time.process_time()
        dates.read(document)
        return time.process_time() - start

    assert seconds(2000) < 10 * seconds(500) + 0.2
