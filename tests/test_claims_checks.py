"""Checking claims against a world: every reading measured, doubt said, nothing guessed."""

import csv
import json
import pathlib
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files

import pytest
import shapely

from geo import text
from geo.claims import find, judge, read
from geo.claims.check_place import quantile
from geo.measure import Boundary, distance_km
from geo.model import Article, End, LonLat, Mention, Place, When
from geo.settings import Settings
from geo.world import borders

SHARED = pathlib.Path(__file__).parents[2] / "shared" / "dev" / "claims" / "claims.jsonl"
BORDERS = borders.load()
SETTINGS = Settings()


class Towns:
    """A gazetteer of a few towns."""

    places = (
        Place("kerch", "Kerch", LonLat(36.4743, 45.3607), "town", "UA", "Crimea", 5, population=148_932),
        Place(
            "kyiv", "Kyiv", LonLat(30.5238, 50.4547), "capital", "UA", "Kyiv City", 10, population=2_800_000
        ),
        Place("lima", "Lima", LonLat(-77.0282, -12.0432), "capital", "PE", "Lima", 10, population=9_000_000),
    )

    def candidates(self, name, *, country=None):
        """Find a town by its name."""
        return tuple(p for p in self.places if p.name == name and country in {None, p.country})

    def capital(self, code):
        """Give the capital of a country."""
        return next((p for p in self.places if p.kind == "capital" and p.country == code), None)

    def towns(self, west, south, east, north, *, population=0):
        """List the towns within bounds."""
        return tuple(
            p
            for p in self.places
            if west <= p.at.lon <= east and south <= p.at.lat <= north and p.population >= population
        )


@dataclass(frozen=True)
class World:
    """A world of few towns with the real borders."""

    gazetteer: object = Towns()
    borders: object = BORDERS
    settings: Settings = SETTINGS


def place(name, lat, lon, country="XX", kind="town", **more):
    """Make a place."""
    return Place(f"test:{name.lower()}", name, LonLat(lon, lat), kind, country, **more)


def read_text(words, *places, score=0.9, rivals=(), published=None, world=None):
    """Read a text whose places are known, and judge its claims."""
    doc = text.read(Article("a", words, published=published))
    mentions = []
    for each in places:
        at = words.index(each.name)
        mentions.append(
            Mention(doc.article.span(at, at + len(each.name)), "literal", each, score, "known", rivals)
        )
    return read(doc, tuple(mentions), (), world or World())


TIKHORETSK = place("Tikhoretsk", 45.8547, 40.1253, "RU")


def test_a_border_claim_is_read_every_way():
    """A figure that fits no recognised border but a town of a disputed part depends on the reading."""
    (finding,) = read_text(
        "The depot is near Tikhoretsk, about 290 kilometers from the Ukrainian border.", TIKHORETSK
    )
    verdict = finding.verdict
    names = {reading.name: reading for reading in verdict.readings}
    assert verdict.word == "depends"
    assert verdict.measured_km == pytest.approx(201.3, abs=1.5)
    assert names["Kerch (city in Crimea)"].fits
    assert names["Kerch (city in Crimea)"].km == pytest.approx(290, abs=1)
    assert names["nearest shore or edge of Crimea"].km == pytest.approx(277, abs=3)
    assert "Kerch" in verdict.because


def test_an_own_line_is_a_reading(tmp_path):
    """A front line of one's own is tried beside the borders."""
    path = tmp_path / "front.geojson"
    path.write_text(json.dumps({"type": "LineString", "coordinates": [[37.25, 47.78], [37.5, 47.95]]}))
    settings = Settings(layers=(("front", str(path)),))
    world = World(borders=borders.load(settings), settings=settings)
    (finding,) = read_text("Tikhoretsk lies about 300 km from the Ukrainian border.", TIKHORETSK, world=world)
    own = next(r for r in finding.verdict.readings if "front" in r.name)
    assert own.fits
    assert own.line[0] == TIKHORETSK.at


def test_readings_carry_the_points_measured_between():
    """Each straight reading has a line as long as its number."""
    (finding,) = read_text("Tikhoretsk lies about 290 km from the Ukrainian border.", TIKHORETSK)
    for reading in finding.verdict.readings:
        if "road" not in reading.name:
            assert distance_km(reading.line[0], reading.line[-1]) == pytest.approx(reading.km, abs=0.01)


ARLO, BENTON = place("Arlo", 0, 10), place("Benton", 1, 10)  # 110.57 km apart, north to south


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("Benton is 110 km north of Arlo.", "supported"),
        ("Benton is 110 km from Arlo.", "supported"),
        ("Benton is 150 km from Arlo.", "depends"),
        ("Benton is 110 km south of Arlo.", "contradicted"),
        ("Benton is 110 km east of Arlo.", "contradicted"),
        ("Benton is 70 km from Arlo.", "contradicted"),
        ("Benton is less than 200 km from Arlo.", "supported"),
        ("Benton is 30,000 km from Arlo.", "contradicted"),
        ("Benton is several miles from Arlo.", "not checkable"),
        ("Benton is 110 km from Dorla.", "not checkable"),
        ("Benton, north of Arlo, was hit.", "supported"),
        ("Benton, west of Arlo, was hit.", "contradicted"),
        ("Benton is a two-hour drive from Arlo.", "supported"),
        ("Benton is a two-minute drive from Arlo.", "contradicted"),
        ("They made a 300-mile trip from Arlo to Benton.", "contradicted"),
        ("They made an 80-mile trip from Arlo to Benton.", "supported"),
    ],
)
def test_verdicts_of_two_towns(words, word):
    """Distances, directions, paths and travel times of two towns come out as geometry has it."""
    towns = [town for town in (ARLO, BENTON) if town.name in words]
    finding = read_text(words, *towns)[0]
    assert finding.verdict.word == word
    assert finding.verdict.because


def test_two_ends_in_one_place_get_no_verdict():
    """What the text tells apart and the gazetteers do not is not measured as nothing."""
    doc = text.read(Article("a", "The Arlo mine is 15 km from Arlo."))
    spans = (doc.article.span(4, 8), doc.article.span(28, 32))
    mentions = tuple(Mention(span, "literal", ARLO, 0.9, "known") for span in spans)
    (finding,) = read(doc, mentions, (), World())
    assert finding.verdict.word == "not checkable"
    assert "tells them apart" in finding.verdict.because


@pytest.mark.parametrize("kind", ["river", "ocean", "desert", "division"])
def test_a_stretch_contradicts_nothing(kind):
    """Of a river or a desert only its middle is known: a distance that does not fit is not called wrong."""
    wide = place("Benton", 3, 10, kind=kind)
    finding = read_text("Arlo is 40 km from Benton.", ARLO, wide)[0]
    assert finding.verdict.word == "not checkable"
    assert "only a point in the middle" in finding.verdict.because


def test_a_far_namesake_is_no_contradiction_of_a_border():
    """A village half a continent from the border it is said to be near may be another of its name."""
    village = place("Tikhoretsk", 60, 60, "RU")
    finding = read_text("Tikhoretsk, 40 km from the Polish border, was hit.", village)[0]
    assert finding.verdict.word == "not checkable"
    assert "another place of the name" in finding.verdict.because


def test_part_of_a_name_is_not_the_place():
    """A name that goes on behind a town is not the town."""
    finding = read_text("Arlo Benson is 110 km from Dorla.", ARLO)[0]
    assert finding.claim.subject.place is None
    assert "is more than Arlo" in finding.claim.subject.because


def test_a_town_before_the_province_of_its_name():
    """A distance is measured to the town, though a province bears its name too."""
    province = place("Benton", 3, 10, kind="division")
    finding = read_text("Arlo is 110 km from Benton.", ARLO, province, rivals=(BENTON,))[0]
    assert finding.claim.object.place == BENTON
    assert finding.verdict.word == "supported"


def test_the_falls_are_those_named_before():
    """A thing of a kind is the last name that ends in its noun."""
    falls = place("Arlo Falls", 0, 10, kind="waterfall")
    finding = read_text("Arlo Falls are loud. Benton is 110 km from the falls.", falls, BENTON)[0]
    assert finding.claim.object.place == falls
    assert finding.verdict.word == "supported"


def test_the_capital_of_a_country_that_is_named():
    """A demonym says whose capital is meant."""
    finding = read_text("Arlo is 600 km from the Peruvian capital.", ARLO)[0]
    assert "Lima" in finding.verdict.because


def test_a_doubtful_place_gets_no_verdict():
    """A place the resolver hardly believes in makes a claim not checkable, and the reason says so."""
    finding = read_text("Benton is 110 km from Arlo.", ARLO, BENTON, score=0.05)[0]
    assert finding.verdict.word == "not checkable"
    assert "doubtful" in finding.verdict.because


@pytest.mark.parametrize(
    ("people", "score", "word"),
    [
        pytest.param(2_000_000, 0.9, "contradicted", id="two sure cities"),
        pytest.param(2_000_000, 0.4, "not checkable", id="cities the resolver doubts"),
        pytest.param(3_000, 0.9, "not checkable", id="villages that have namesakes"),
    ],
)
def test_far_apart(people, score, word):
    """Prominent places far further apart than stated contradict a claim; doubtful ones may be others of their names."""
    far = [place("Arlo", 0, 10, population=people), place("Benton", 3, 10, population=people)]
    assert read_text("Benton is 40 km from Arlo.", *far, score=score)[0].verdict.word == word


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("The Iskander-M has a range of 500 km.", "supported"),
        ("The ATACMS has a range of 900 km.", "contradicted"),
        ("The ATACMS has a range of more than 100 km.", "supported"),
        ("KN-23 missiles can fly about 900 km.", "close"),
        ("The Buzzard drone has a range of 40 km.", "not checkable"),
    ],
)
def test_ranges_by_the_table(words, word):
    """A weapon that the table names is judged by what sources give; others are not checkable."""
    finding = read_text(words)[0]
    assert finding.claim.kind == "range"
    assert finding.verdict.word == word


def test_the_nearest_of_recurring_events_is_meant():
    """The day before a summit that recurs is counted from the one nearest to the day named."""
    words = "Tuesday, June 18, 2024, the day before the Putin-Kim summit, was hot."
    doc = text.read(Article("a", words))
    when = When(doc.article.span(9, 22), date(2024, 6, 18), date(2024, 6, 18), "day", "printed")
    counted = [f for f in read(doc, (), (when,), World()) if f.claim.object]
    assert [f.verdict.word for f in counted] == ["supported"]
    assert "19 June 2024" in counted[0].verdict.because


def test_the_tables_are_whole():
    """Every row of the tables of ranges and events has figures in order and a source."""
    for name, low, high in (("ranges", "low_km", "high_km"), ("events", "first", "last")):
        rows = list(
            csv.DictReader((files("geo.claims") / "data" / f"{name}.csv").read_text("utf-8").splitlines())
        )
        assert rows
        for row in rows:
            assert row["words"]
            assert row["source"]
            assert (float(row[low]) if name == "ranges" else date.fromisoformat(row[low])) <= (
                float(row[high]) if name == "ranges" else date.fromisoformat(row[high])
            )


def test_reasons_are_sentences():
    """A reason begins with a capital letter and ends with a full stop."""
    for words in (
        "Benton is 110 km from Arlo.",
        "Benton is several miles from Arlo.",
        "Benton, west of Arlo, was hit.",
    ):
        because = read_text(words, ARLO, BENTON)[0].verdict.because
        assert because[0].isupper()
        assert because.endswith(".")
        assert ".." not in because


def test_a_homonym_is_named():
    """When the other town of the name fits, the verdict depends on which is meant."""
    rival = replace(BENTON, id="benton-2", at=LonLat(10, 2.0), admin1="Far Province")
    verdict = read_text("Benton is 220 km from Arlo.", ARLO, BENTON, rivals=(rival,))[0].verdict
    assert verdict.word == "depends"
    assert "Far Province" in verdict.because


def test_a_swapped_unit_is_said():
    """A figure that fits in another unit stays contradicted, and the reason names the unit."""
    verdict = read_text("Benton is 69 km from Arlo.", ARLO, BENTON)[0].verdict
    assert verdict.word == "contradicted"
    assert "if miles were meant" in verdict.because


@pytest.mark.parametrize(
    ("words", "consistent"),
    [
        ("a range of about 900 kilometers (560 miles)", True),
        ("a range of 25 km (12 miles)", False),
        ("a range of 300 km", None),
    ],
)
def test_second_figures_are_tested_even_where_nothing_can_be_measured(words, consistent):
    """A range is not checkable, its figure in parentheses is."""
    verdict = read_text(f"The missiles have {words}.")[0].verdict
    assert (verdict.word, verdict.second_consistent) == ("not checkable", consistent)


def test_nautical_confusion_is_said():
    """Two figures that agree only in nautical miles are inconsistent, and the reason says why."""
    verdict = read_text("The cyclone was 574 km (310 miles) from Arlo.", ARLO)[0].verdict
    assert verdict.second_consistent is False
    assert "nautical" in verdict.because


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("It opened on Saturday, April 22, 2017.", "supported"),
        ("It opened on Friday, April 22, 2017.", "contradicted"),
        ("It opened on Tuesday, May 4.", "supported"),
        ("It opened on Monday, 31 June 2020.", "contradicted"),
    ],
)
def test_weekdays(words, word):
    """A weekday is checked against its date by the calendar."""
    finding = read_text(words, published=date(2021, 5, 10))[0]
    assert finding.verdict.word == word


@pytest.mark.parametrize(("day", "word"), [(12, "supported"), (11, "contradicted")])
def test_the_day_before_an_event(day, word):
    """A day counted from a public event is checked against the day of the event."""
    words = f"The ship left on Sept. {day}, the day before the Putin-Kim summit."
    doc = text.read(Article("a", words, published=date(2023, 10, 14)))
    at = words.index("Sept.")
    when = When(doc.article.span(at, at + 8), date(2023, 9, day), date(2023, 9, day), "day", "stated")
    (claim,) = find(doc, (), (when,))
    assert judge(claim, World(), document=doc).word == word


@pytest.mark.parametrize(
    ("words", "places", "word"),
    [
        (
            "A bridge fell at Lviv, a city in western Ukraine.",
            [place("Lviv", 49.84, 24.03, "UA")],
            "supported",
        ),
        (
            "A bridge fell at Lviv, a city in eastern Ukraine.",
            [place("Lviv", 49.84, 24.03, "UA")],
            "contradicted",
        ),
        (
            "A bridge fell at Lviv, a city in western Chad.",
            [place("Lviv", 49.84, 24.03, "UA")],
            "contradicted",
        ),
        (
            "A bridge fell at Simferopol, a city in southern Russia.",
            [place("Simferopol", 44.95, 34.1, "UA")],
            "depends",
        ),
        ("The central Nigerian city of Abuja was quiet.", [place("Abuja", 9.06, 7.49, "NG")], "supported"),
        (
            "The ship docked at Dunay in Russia's Far East.",
            [place("Dunay", 42.88, 132.33, "RU", admin1="Primorye")],
            "supported",
        ),
        ("Chad, which borders Sudan, took them in.", [], "supported"),
        ("Chad, which borders Spain, took them in.", [], "contradicted"),
        ("The road between Arlo and Dorla passes Benton.", [ARLO, place("Dorla", 2, 10)], "not checkable"),
        ("Benton lies between Arlo and Dorla.", [BENTON, ARLO, place("Dorla", 2, 10)], "supported"),
        (
            "Benton lies between Arlo and Dorla.",
            [replace(BENTON, at=LonLat(13, 1)), ARLO, place("Dorla", 2, 10)],
            "contradicted",
        ),
        ("About 300 of the 1,000 containers were gone.", [], "supported"),
        ("About 3,000 of the 1,000 containers were gone.", [], "contradicted"),
        ("The town of Arlo is the largest town in Norway.", [ARLO], "not checkable"),
    ],
)
def test_other_kinds(words, places, word):
    """Containment, borders, corridors and counts are checked; what has no table is not."""
    assert read_text(words, *places)[0].verdict.word == word


def test_the_capital_is_that_of_the_country_spoken_of():
    """A bare capital is looked up by the country of the text."""
    town = place("Huaral", -11.495, -77.207, "PE")
    verdict = read_text("Huaral is 64 km north of the capital.", town)[0].verdict
    assert (verdict.word, verdict.measured_km) == ("supported", pytest.approx(63.7, abs=0.5))


def test_quantile_is_the_share_of_area_behind():
    """The far end of a region has all its area behind it, the near end none."""
    shape = shapely.box(0, 0, 2, 2)
    shares = [quantile(shape, place("p", lat, 1), "N") for lat in (0, 1, 2)]
    assert shares == pytest.approx([0, 0.5, 1], abs=1e-6)


def test_reasons_never_guess():
    """No reason says what an author meant, only what was measured."""
    verdict = read_text("Tikhoretsk lies about 290 km from the Ukrainian border.", TIKHORETSK)[0].verdict
    assert not {"probably", "presumably", "likely", "intended"} & set(verdict.because.split())


# --- the labelled set -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Near:
    """Borders that are one point: the nearest one the labels name."""

    at: LonLat
    disputed: tuple = ()

    def boundary(self, ref, view="recognised"):  # noqa: ARG002  (the signature of borders)
        """Give the point as a line."""
        return Boundary(shapely.Point(*self.at.lonlat))

    def code(self, name):  # noqa: ARG002
        """Know no country."""
        return

    def polygon(self, name, view="recognised"):
        """Have no outline."""
        raise KeyError(name, view)


def _judged(record):
    """Yield (reference, verdict) of the distances of a labelled record, with the ends that it gives."""
    claims = [c for c in find(text.read(Article("a", record["sentence"]))) if c.kind == "distance"]
    for gold in record["claims"]:
        if not gold.get("ref_verdict"):
            continue
        claim = next((c for c in claims if c.quantity.low == gold["value_low"]), None)
        if claim is None:
            yield gold["ref_verdict"], "not found"
            continue
        subject = End(None, place("S", *gold["subject_ll"], radius_km=5))
        if gold.get("object_ll"):
            goal, world = (
                End(None, place("O", *gold["object_ll"], radius_km=5)),
                World(gazetteer=Towns(), borders=Near(LonLat(0, 0))),
            )
        else:
            goal, world = (
                End(None, line="border:X"),
                World(borders=Near(LonLat(*gold["object_ll_nearest"][::-1]))),
            )
        yield gold["ref_verdict"], judge(replace(claim, subject=subject, object=goal), world).word


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the labelled set is not beside the checkout")
def test_verdicts_agree_with_the_reference():
    """With the ends given, at least 85 of 100 verdicts are those of the reference."""
    records = [json.loads(line) for line in SHARED.read_text(encoding="utf-8").splitlines()]
    pairs = [pair for record in records for pair in _judged(record)]
    assert len(pairs) > 40
    assert sum(gold == got for gold, got in pairs) >= 0.85 * len(pairs)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the labelled set is not beside the checkout")
def test_labelled_figures_are_found():
    """Nearly every labelled length is found, and no claim-free sentence gives more than three false alarms together."""
    records = [json.loads(line) for line in SHARED.read_text(encoding="utf-8").splitlines()]
    wanted = found = false = 0
    for record in records:
        claims = find(text.read(Article("a", record["sentence"])))
        lows = [c.quantity.low for c in claims if c.quantity]
        golds = [g["value_low"] for g in record["claims"] if g["unit"]]
        wanted += len(golds)
        found += sum(any(low == gold for low in lows) for gold in golds)
        false += bool(not record["claims"] and any(c.kind in record["labelled_types"] for c in claims))
    assert found >= 0.95 * wanted
    assert false <= 3
