"""Check what is read of events at a place, and which of them several articles share."""

from datetime import date

import pytest

from geo import dates, text
from geo.model import Article, Event, LonLat, Mention, Place, Report
from geo.movements import events

THURSDAY = date(2024, 5, 16)


def report(words: str, published: date = THURSDAY, name: str = "a") -> Report:
    """Read the events of a text."""
    article = Article(name, words, published=published)
    document = text.read(article)
    found = dates.read(document)[0]
    return Report(article, dates=found, events=events.read(document, (), found))


def read(words: str) -> tuple[Event, ...]:
    """Read the events of a text published on Thursday 16 May 2024."""
    return report(words).events


@pytest.mark.parametrize(
    ("words", "kind", "place", "day"),
    [
        ("Rockets struck a depot in Odesa on 3 May, the mayor said.", "strike", "Odesa", "2024-05-03"),
        (
            "The army launched two ballistic missiles into the Sea of Japan on Monday.",
            "launch",
            "the Sea of Japan",
            "2024-05-13",
        ),
        ("The leaders met in Astana last week.", "meeting", "Astana", "2024-05-06"),
        ("A blast at the Rustavi mill killed two on Tuesday.", "blast", "the Rustavi mill", "2024-05-14"),
        ("The freighter sank off Limassol on 9 May.", "accident", "Limassol", "2024-05-09"),
        ("The earthquake near Petrinja on May 2 was felt in Zagreb.", "disaster", "Petrinja", "2024-05-02"),
        (
            "The navies hold an exercise in the Aegean Sea this week.",
            "exercise",
            "the Aegean Sea",
            "2024-05-13",
        ),
    ],
    ids=["strike", "launch", "meeting", "blast", "accident", "quake", "exercise"],
)
def test_event(words, kind, place, day):
    """An event is told by its cue with its place and day."""
    got = next(each for each in read(words) if each.kind == kind)
    assert (got.place.span.text, str(got.when.first)) == (place, day)
    assert got.cue.text in words


@pytest.mark.parametrize(
    ("words", "speaker", "day"),
    [
        ("On May 3, Lindqvist said the cargo had arrived.", "Lindqvist", "2024-05-03"),
        ("The cargo had arrived, a senior clerk at the port said Tuesday.", "a senior clerk", "2024-05-14"),
        (
            "She pointed to comments Friday by harbour master Anna Lindqvist.",
            "harbour master Anna Lindqvist",
            "2024-05-10",
        ),
        ("The ministry warned on Monday of more raids.", "The ministry", "2024-05-13"),
    ],
    ids=["opening date", "trailing speaker", "noun", "warning"],
)
def test_statement(words, speaker, day):
    """A statement has its speaker and the day it was made."""
    got = next(each for each in read(words) if each.kind == "statement")
    assert (got.said_by.text, str(got.when.first)) == (speaker, day)


@pytest.mark.parametrize(
    "words",
    [
        "He faces a sexual assault charge in Denver.",
        "Deputies came to a home invasion in Newberry on Friday.",
        "The strike by teachers in Lagos began on Monday.",
        "Drivers hit the road in Texas on Monday.",
        "The hurricane season in Florida begins in June.",
        "The elections committee in Harare sat on Monday.",
        "The scandal erupted in Lima on Monday.",
        "He was tested for flu in Lyon on Monday.",
    ],
)
def test_word_of_warfare_or_disaster_in_another_sense_is_no_event(words):
    """Crimes, work stoppages and names that only sound like a strike, a blast or a disaster are none."""
    assert {each.kind for each in read(words)} <= {"statement"}


def test_one_statement_for_each_speaker_and_day():
    """What a speaker says twice on one day is one statement, what is said the next day another."""
    got = read(
        "The mayor said Monday it burned. The mayor said Monday it was out. The mayor said Tuesday it was not."
    )
    assert [str(each.when.first) for each in got if each.kind == "statement"] == ["2024-05-13", "2024-05-14"]


def test_place_of_an_event_is_one_of_the_mentions():
    """Where the places of a text are known, other names after "on" or "against" are no places."""
    words = "The army launched an attack on Muslims near Mandalay on May 2."
    article = Article("a", words, published=THURSDAY)
    document = text.read(article)
    at = words.index("Mandalay")
    place = Place("m", "Mandalay", LonLat(96, 22), "town", "MM")
    mention = Mention(article.span(at, at + len("Mandalay")), "literal", place, 1, "only one")
    got = events.read(document, (mention,), dates.read(document)[0])
    assert {each.place.place for each in got if each.kind == "strike"} == {place}


def test_statement_is_placed_where_its_speaker_sits():
    """The place of a mention in the speaker's words is the place of the statement."""
    words = "The White House said Tuesday that the cargo had arrived."
    article = Article("a", words, published=THURSDAY)
    document = text.read(article)
    place = Place("w", "White House", LonLat(-77, 38.9), "building", "US")
    mention = Mention(article.span(0, 15), "literal", place, 1, "only one")
    [got] = [
        each
        for each in events.read(document, (mention,), dates.read(document)[0])
        if each.kind == "statement"
    ]
    assert got.place.place == place


def test_day_of_the_statement_is_not_that_of_the_event():
    """What was said on Monday to have happened did not thereby happen on Monday."""
    got = {each.kind: each for each in read("Shells hit a school in Kherson, the mayor said Monday.")}
    assert got["strike"].when is None
    assert str(got["statement"].when.first) == "2024-05-13"


def test_summit_is_dated_by_the_day_before_it():
    """An event whose eve is dated has a day of its own."""
    [got] = list(
        report("The cargo came on Sept. 12 -- the day before the border summit.", date(2023, 10, 14)).events
    )
    assert (got.kind, got.cue.text, str(got.when.first)) == ("meeting", "summit", "2023-09-13")


def test_place_is_carried_within_a_family_of_events():
    """A strike without a place takes that of the launch told before, and says so."""
    got = read("They launched a missile into Estonia on May 2. A second strike followed on May 4.")
    assert [(each.place.span.text, str(each.when.first)) for each in got] == [
        ("Estonia", "2024-05-02"),
        ("Estonia", "2024-05-04"),
    ]
    assert "carried" in got[1].place.because


def test_paragraph_printed_twice_counts_once():
    """The same words again are the same event."""
    words = "On May 3, Lindqvist said the cargo had arrived."
    assert len(read(f"{words}\n\nOther words stand here.\n\n{words}")) == 1


def test_same_statement_in_two_articles_is_one_event():
    """Speaker and day make a statement one; another day or speaker makes it another."""
    one = report("On May 3, Lindqvist said the cargo had arrived.")
    two = report("She pointed to comments on May 3 by harbour master Anna Lindqvist.", name="b")
    other = report("On May 4, Lindqvist said it again. On May 3, Moreau said nothing had come.", name="c")
    assert events.merge((one, two, other)) == (((0, 0), (1, 0)), ((2, 0),), ((2, 1),))


def test_events_at_other_places_stay_apart():
    """Two strikes of one day at two towns are two events."""
    one = report("Rockets struck a depot in Odesa on 3 May.")
    two = report("Rockets struck a depot in Izmail on 3 May.", name="b")
    assert [len(group) for group in events.merge((one, two))] == [1, 1]
