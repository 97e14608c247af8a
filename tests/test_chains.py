"""Check how movements of one story become legs and journeys, with conflicts and checks."""

from dataclasses import replace
from datetime import date

import pytest

from geo import dates, movements, text
from geo.model import Article, Check, Leg, LonLat, Report, Route
from geo.movements import chains

WRITTEN = date(2024, 5, 16)
CHAIN = (
    "About 40 crates were picked up at Batumi port on May 2-3. The cargo was taken to Constanta by the tanker M/V Doina on May 6. "
    "Those crates were then moved by rail to a depot near Brasov on May 9."
)


def report(words: str, name: str = "a") -> Report:
    """Read the movements of a text published on 16 May 2024."""
    article = Article(name, words, published=WRITTEN)
    document = text.read(article)
    found = dates.read(document)[0]
    return Report(article, dates=found, movements=movements.read(document, (), found))


def link(*texts: str) -> tuple[Leg, ...]:
    """Link the movements of texts, named a, b, c ..."""
    return chains.link([report(words, "abcdef"[at]) for at, words in enumerate(texts)])


def test_legs_of_one_shipment_form_a_journey():
    """Pick-up, sea and rail leg are one chain in order."""
    assert [(leg.chain, leg.order) for leg in link(CHAIN)] == [(1, 1), (1, 2), (1, 3)]


def test_unrelated_legs_form_no_journey():
    """Legs that do not follow one another belong to no chain."""
    legs = link(
        "A yacht sailed from Bari to Durres on May 2. Nothing else happened. Nobody came. Two lorries drove from Lille to Ghent on May 3."
    )
    assert [leg.chain for leg in legs] == [None, None]


def test_one_movement_told_by_two_articles_is_one_leg():
    """Agreeing tellings are one leg, the fuller first."""
    legs = link(
        "Some crates were shipped to Constanta.",
        "The crates were shipped from Batumi to Constanta by the tanker Doina on May 6.",
    )
    assert [leg.told for leg in legs] == [((1, 0), (0, 0))]
    assert legs[0].movement.vehicle.text == "the tanker Doina"
    assert legs[0].conflicts == ()


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        (
            "The tanker Doina carried 40 crates from Batumi to Constanta on May 7.",
            "dates differ: 2024-05-06 (a); 2024-05-07 (b)",
        ),
        (
            "The tanker Doina carried 55 crates from Batumi to Constanta on May 6.",
            "counts differ: 40 crates (a); 55 crates (b)",
        ),
    ],
    ids=["dates", "counts"],
)
def test_differing_tellings_stand_side_by_side(other, conflict):
    """Where two articles differ on one movement both say so in one leg."""
    [leg] = link("The tanker Doina carried 40 crates from Batumi to Constanta on May 6.", other)
    assert leg.conflicts == (conflict,)


@pytest.mark.parametrize(
    "other",
    [
        "The tanker Doina carried 40 crates from Batumi to Varna on May 6.",
        "The tanker Doina carried 40 crates from Batumi to Constanta on March 6.",
        "The 40 crates were flown from Batumi to Constanta on May 6.",
    ],
    ids=["other port", "other month", "other mode"],
)
def test_other_movements_stay_apart(other):
    """Another place, time or mode is another movement."""
    assert len(link("The tanker Doina carried 40 crates from Batumi to Constanta on May 6.", other)) == 2


def test_paragraph_printed_twice_is_one_leg():
    """The same words again add no leg."""
    words = "The tanker Doina carried 40 crates from Batumi to Constanta on May 6."
    assert len(link(f"{words}\n\nOther words stand here.\n\n{words}")) == 1


def test_part_of_a_whole_is_told():
    """A count below the total named for the same things is a part, not a conflict."""
    legs = link(
        "The spokesman counted 1,000 crates in all. Then 300 crates were shipped from Batumi to Constanta on May 6."
    )
    assert legs[0].checks == (
        Check("part of whole", ok=True, because="300 of 1,000 crates named in the story"),
    )


def test_linking_is_repeatable():
    """The same reports give the same legs."""
    assert link(CHAIN, CHAIN) == link(CHAIN, CHAIN)


def route(km: float, mode: str) -> Route:
    """Make a route of some length."""
    return Route(mode, (LonLat(0, 0), LonLat(1, 1)), km, "by hand", "schematic")


def result(made: tuple[Check, ...], name: str) -> bool | None:
    """Give what one check says."""
    return next(check.ok for check in made if check.name == name)


def test_checks_of_a_plausible_leg():
    """A leg after the one before it, short enough for its days, passes."""
    _, sea, rail = link(CHAIN)
    made = chains.checks(rail, sea, route(500, "rail"))
    assert [(check.name, check.ok) for check in made] == [("order", True), ("dwell", True), ("speed", True)]
    assert "500 km by rail" in made[-1].because


def test_leg_too_long_for_its_days_fails():
    """No train makes ten thousand kilometres in four days."""
    _, sea, rail = link(CHAIN)
    assert result(chains.checks(rail, sea, route(10_000, "rail")), "speed") is False


def test_single_day_without_a_leg_before_it_disproves_nothing():
    """The only date may be that of the departure."""
    _, sea, _ = link(CHAIN)
    assert result(chains.checks(sea, None, route(3_000, "sea")), "speed") is None


def test_leg_before_the_one_before_it_fails_its_order():
    """Legs told in the wrong order are found."""
    _, sea, rail = link(CHAIN)
    assert result(chains.checks(sea, rail, None), "order") is False


def test_undated_leg_cannot_be_checked():
    """Without a date there is nothing to compare."""
    _, sea, rail = link(CHAIN)
    undated = replace(rail, movement=replace(rail.movement, when=None))
    assert result(chains.checks(undated, sea, route(500, "rail")), "order") is None
