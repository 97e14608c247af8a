"""The first story comes out as its articles tell it."""

from datetime import date

import pytest
from paths import DEMO, SHARED

from geo import articles, story
from geo.model import Finding, Story
from geo.story import summary
from geo.world import World

FRONT = '{"type": "LineString", "coordinates": [[37.249, 47.779], [37.45, 47.95], [37.75, 48.14]]}'  # Vuhledar, Marinka, Avdiivka


@pytest.fixture(scope="module")
def demo(world: World) -> Story:
    """Read the demo story once."""
    return story.read(articles.read([str(DEMO)]), world)


@pytest.fixture(scope="module")
def seed(world: World) -> Story:
    """Read the two articles the project started from."""
    if not SHARED.is_dir():
        pytest.skip("the articles in ../shared are not here")
    return story.read(articles.read([str(SHARED / "articles")]), world)


def claimed(read: Story, words: str) -> Finding:
    """Return the one claim whose span holds some words."""
    found = [finding for _, finding in read.findings() if words in finding.claim.span.text]
    assert len(found) == 1, [finding.claim.span.text for finding in found]
    return found[0]


@pytest.mark.shared
@pytest.mark.parametrize(
    "day",
    [
        "2023-09-07/2023-09-08",
        "2023-09-12",
        "2023-09-13",
        "2023-10-01",
        "2023-10-13",
        "2023-10-14",
        "2023-12-30",
        "2024-01-02",
        "2024-01-04",
    ],
)
def test_the_seed_articles_give_every_date(seed: Story, day: str) -> None:
    """Each day on which something moved, happened or was said is there."""
    assert day in summary.dates_of(seed)


@pytest.mark.shared
def test_nothing_of_the_boilerplate_is_read(seed: Story) -> None:
    """Places of the headlines under the article do not reach the story."""
    names = {m.span.text for report in seed.reports for m in report.mentions}
    assert names.isdisjoint({"Guam", "Pyeongchang", "Yeonpyeong Island", "Yeonpyeong", "Taipei"})
    assert "Najin port" in names


@pytest.mark.shared
def test_both_legs_are_drawn_in_order(seed: Story) -> None:
    """By sea from Najin to Dunay, then by rail from Dunay to Tikhoretsk, each on its day."""
    legs = [leg for leg in seed.legs if leg.route is not None]
    ends = [
        (
            leg.movement.mode,
            leg.movement.origin.place.name,
            leg.movement.destination.place.name,
            leg.movement.when.first,
        )
        for leg in legs
    ]
    assert ends == [
        ("sea", "Najin port", "Dunay", date(2023, 9, 12)),
        ("rail", "Dunay", "Tikhoretsk", date(2023, 10, 1)),
    ]
    assert [leg.order for leg in legs] == sorted(leg.order for leg in legs)
    assert 182 < legs[0].route.length_km < 205
    assert 9400 < legs[1].route.length_km < 10200
    assert legs[0].movement.vehicle.text.endswith("Angara")


@pytest.mark.shared
def test_one_statement_told_twice_is_one_event(seed: Story) -> None:
    """What Kirby said on 13 October stands in both articles and is one event with two sources."""
    told = [
        event for event in seed.events if seed.reports[event[0][0]].events[event[0][1]].when is not None
        and seed.reports[event[0][0]].events[event[0][1]].when.first == date(2023, 10, 13)
    ]  # fmt: skip
    assert [sorted({i for i, _ in event}) for event in told] == [[0, 1]]


@pytest.mark.shared
def test_the_claims_of_the_seed_articles_are_judged(seed: Story) -> None:
    """The distance depends on the reading, the two units agree, the day before the summit fits."""
    distance = claimed(seed, "290 kilometers from the Ukrainian border").verdict
    assert distance.word == "depends"
    assert 201 < distance.measured_km < 203
    assert any(276 < r.km < 279 and "Crimea" in r.name and r.fits for r in distance.readings)
    assert any(288 < r.km < 292 and "Kerch" in r.name and r.fits for r in distance.readings)
    assert claimed(seed, "900 kilometers (560 miles)").verdict.second_consistent is True
    assert claimed(seed, "the day before the Putin-Kim summit").verdict.word == "supported"


def test_a_front_line_of_ones_own_is_another_reading(tmp_path) -> None:
    """With `--layer front=file` the distance to the front line is measured too."""
    from geo import world as worlds
    from geo.settings import Settings

    file = tmp_path / "front.geojson"
    file.write_text(f'{{"type": "Feature", "properties": {{}}, "geometry": {FRONT}}}', "utf8")
    own = worlds.load(Settings(layers=(("front", str(file)),)))
    read = story.read(articles.read([str(DEMO)]), own)
    readings = claimed(read, "depot near Tikhoretsk is about 290 kilometers").verdict.readings
    assert any("front" in r.name and 290 < r.km < 310 for r in readings), readings


def test_the_demo_story_is_read_whole(demo: Story) -> None:
    """The demo gives legs with routes, the main claim, and no warning."""
    assert {"2023-09-12", "2023-09-13", "2023-10-01", "2023-12-30"} <= set(summary.dates_of(demo))
    assert {leg.movement.mode for leg in demo.legs if leg.route} >= {"sea", "rail"}
    assert claimed(demo, "depot near Tikhoretsk is about 290 kilometers").verdict.word == "depends"
    assert not [line for line in summary.lines(demo) if line.startswith("warning")]


def test_the_same_articles_give_an_equal_story(demo: Story, world: World) -> None:
    """Reading twice gives equal values."""
    assert story.read(articles.read([str(DEMO)]), world) == demo


def test_every_span_is_the_articles_own_words(demo: Story) -> None:
    """All that was read points at its words."""
    for report in demo.reports:
        words = report.article.text
        spans = [each.span for each in (*report.mentions, *report.dates, *report.movements, *report.events)]
        spans += [finding.claim.span for finding in report.findings]
        assert spans
        assert all(words[each.start : each.end] == each.text for each in spans)


def test_every_source_in_use_is_credited(demo: Story) -> None:
    """Borders, names and lanes are named with their licences."""
    named = "; ".join(demo.credits)
    assert "Natural Earth" in named
    assert "GeoNames" in named or "CC BY" in named
    assert len(set(demo.credits)) == len(demo.credits)


def test_a_hedged_count_is_no_plan(demo: Story) -> None:
    """A hedge before a count ("about 300 containers were picked up") does not make a plan of it."""
    legs = [leg for leg in demo.legs if leg.movement.cue.text == "picked up"]
    assert [leg.movement.status for leg in legs] == ["done"]
