"""The JSON of `read` and `check` keeps its contract; the printed checks say the same."""

import csv
import io
import json
import math
from dataclasses import replace

import pytest
from tellings import TEXT, article, report, story

from geo.errors import InputError
from geo.export import checks, record
from geo.model import Quantity, Story

REPORT_KEYS = [
    "id",
    "title",
    "outlet",
    "published",
    "url",
    "published_from",
    "mentions",
    "dates",
    "movements",
    "claims",
]
CLAIM_KEYS = (
    *(
        "start",
        "end",
        "text",
        "kind",
        "subject",
        "object",
        "value_low",
        "value_high",
        "unit",
        "km_low",
        "km_high",
        "hedge",
    ),
    *("direction", "second", "verdict", "measured_km", "tolerance_km", "readings", "because"),
)


def spans(value: object) -> list[dict[str, object]]:
    """Find everything in a record that says where it stands."""
    found = []
    if isinstance(value, dict):
        found += [value] if {"start", "end", "text"} <= value.keys() else []
        value = list(value.values())
    if isinstance(value, list):
        found += [each for item in value for each in spans(item)]
    return found


def test_the_record_has_the_keys_of_the_contract() -> None:
    """The keys of the contract come in its order; events, skipped parts and warnings follow."""
    found = record.report(report())
    assert list(found) == [*REPORT_KEYS, "events", "skipped", "warnings"]
    assert list(found["claims"][0]) == list(CLAIM_KEYS)
    assert list(found["mentions"][0]) == [
        "start",
        "end",
        "text",
        "role",
        "place",
        "score",
        "because",
        "rivals",
    ]
    place = ["id", "name", "lat", "lon", "kind", "country", "admin1", "radius_km", "source"]
    assert list(found["mentions"][0]["place"]) == place
    assert found["mentions"][1]["place"] is None
    assert list(found["mentions"][0]["rivals"][0]) == ["id", "name", "lat", "lon", "country"]
    assert list(found["dates"][0]) == ["start", "end", "text", "first", "last", "precision", "because"]
    moved = ["what", "vehicle", "from", "to", "via", "mode", "status", "first", "last", "route", "because"]
    assert list(found["movements"][0]) == ["start", "end", "text", *moved]


def test_every_span_is_the_articles_words() -> None:
    """`text` is always `article[start:end]`."""
    found = spans(record.report(report()))
    assert len(found) >= 10
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for each in found)


def test_values_are_those_of_the_story() -> None:
    """Days are ISO, lines stand under the name of their kind, the second figure is converted."""
    found = record.report(report())
    (claim,) = found["claims"]
    assert found["published"] == "2023-10-14"
    assert found["movements"][0]["first"] == "2023-09-12"
    assert found["movements"][0]["route"] == {
        "length_km": 260.0,
        "method": "sea lanes",
        "caveat": "approximate",
    }
    assert claim["object"] == {**claim["object"], "text": "the Ukrainian border", "border": "border:Ukraine"}
    assert claim["second"] == {"value": 180, "unit": "mi", "km": 289.68192, "consistent": True}
    assert (claim["verdict"], claim["readings"][1]) == (
        "depends",
        {"name": "Kerch", "km": 290.0, "fits": True},
    )


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("border:Ukraine", "border"),
        ("land-border:X", "border"),
        ("coast:Norway", "coast"),
        ("layer:front", "layer"),
    ],
)
def test_lines_are_named_by_kind(line: str, key: str) -> None:
    """A border, a coast and an own layer are told apart."""
    found = report().findings[0]
    claim = replace(found.claim, object=replace(found.claim.object, line=line))
    assert record.claim(replace(found, claim=claim))["object"][key] == line


@pytest.mark.parametrize(
    ("unit", "low", "keys"),
    [
        ("mi", 100, {"km_low": 160.9344, "km_high": 160.9344}),
        ("ha", 50, {"km_low": 0.5, "km_high": 0.5}),
        ("min", 90, {"km_low": None, "km_high": None, "h_low": 1.5, "h_high": 1.5}),
        ("km", None, {"km_low": None, "km_high": None}),
    ],
    ids=["length", "area", "time", "vague"],
)
def test_figures_are_converted_by_dimension(
    unit: str, low: float | None, keys: dict[str, float | None]
) -> None:
    """Lengths become km, areas km2, times hours; a vague figure has no number."""
    found = report().findings[0]
    claim = replace(found.claim, quantity=Quantity(found.claim.span, low, low, unit))
    given = record.claim(replace(found, claim=claim))
    assert {key: given[key] for key in given if key in {"km_low", "km_high", "h_low", "h_high"}} == keys


def test_no_number_is_nan() -> None:
    """What could not be measured is null."""
    found = report().findings[0]
    broken = replace(found, verdict=replace(found.verdict, measured_km=math.nan, tolerance_km=math.inf))
    given = record.claim(broken)
    assert (given["measured_km"], given["tolerance_km"]) == (None, None)
    json.dumps(given, allow_nan=False)


def test_check_json_names_article_and_day() -> None:
    """Each claim says which article it is from."""
    (claim,) = json.loads(checks.render(story(), "json"))
    assert (claim["article"], claim["published"]) == ("a1", "2023-10-14")
    assert list(claim) == ["article", "published", *CLAIM_KEYS]


def test_csv_has_one_row_a_claim() -> None:
    """The row has the figures with their units."""
    (row,) = csv.DictReader(io.StringIO(checks.render(story(), "csv")))
    assert (row["stated"], row["second"], row["measured"], row["tolerance"]) == (
        "about 290 km",
        "180 mi",
        "202.3 km",
        "22.0 km",
    )
    assert row["readings"] == "nearest border: 202.3 km (does not fit); Kerch: 290.0 km (fits)"


def test_a_claim_review_is_a_draft_with_a_rating() -> None:
    """The draft names claim, speaker and appearance, and that it is a draft."""
    (draft,) = json.loads(checks.render(story(), "claimreview"))
    assert draft["creativeWorkStatus"] == "Draft"
    assert draft["reviewRating"]["alternateName"] == "Depends on the reading"
    assert draft["reviewRating"]["ratingValue"] == 3
    assert draft["itemReviewed"]["author"] == {"@type": "Person", "name": "Lee"}
    assert draft["itemReviewed"]["appearance"]["headline"] == "A ship leaves"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, *, kept: bool) -> None:
    """An address that would run something is no address of an article."""
    told = story(replace(article(), url=url))
    (draft,) = json.loads(checks.render(told, "claimreview"))
    assert ("url" in draft["itemReviewed"]["appearance"]) is kept


def test_what_was_not_checked_gets_no_rating() -> None:
    """A claim that is not checkable is in the table and in no draft."""
    read = report()
    open_ = replace(read.findings[0], verdict=replace(read.findings[0].verdict, word="not checkable"))
    told = Story((replace(read, findings=(open_,)),))
    assert json.loads(checks.render(told, "claimreview")) == []
    assert "not checkable" in " ".join(checks.render(told, "table").split())


@pytest.mark.parametrize("form", checks.FORMATS)
def test_hostile_words_are_shown_and_do_nothing(form: str) -> None:
    """Escape sequences and direction marks never reach a terminal; rich markup is words."""
    told = story(article(f"[bold]x[/nope] \x1b[2J\u202e {TEXT}", name="[red]\x1b]0;x\x07", outlet="\x1b[31m"))
    shown = checks.render(told, form)
    assert "\x1b" not in shown
    assert "\u202e" not in shown or form == "json"
    if form == "table":
        assert "[red]" in shown


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("table", "no claims were found"),
        ("json", "[]"),
        ("csv", "article,published"),
        ("markdown", "# Distance"),
        ("claimreview", "[]"),
    ],
)
def test_an_empty_story_prints(form: str, says: str) -> None:
    """No claim is no error."""
    assert checks.render(Story(()), form).startswith(says)


def test_an_unknown_format_is_refused() -> None:
    """The error lists the formats."""
    with pytest.raises(
        InputError, match="no format 'pdf'; accepted are table, json, csv, markdown, claimreview"
    ):
        checks.render(story(), "pdf")


def test_the_table_has_one_width() -> None:
    """No line is wider than 120 characters, whatever the terminal."""
    assert max(map(len, checks.render(story(), "table").splitlines())) <= 120
