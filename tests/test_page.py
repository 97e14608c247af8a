"""Test the page without a browser: what is written, and what never is."""

import json
import os
import re
import shutil
import subprocess
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path

import page_fixture as stories
import pytest
from folium.plugins import MiniMap
from hypothesis import given, strategies as st

from geo import measure, page
from geo.errors import DataError, InputError
from geo.model import Claim, End, LonLat, Place, Reading, Span, Story
from geo.page import notes, wording
from geo.page.days import Day, in_order
from geo.page.figure import Page, asset, island, numbered_ids, script
from geo.page.frame import frame
from geo.page.ground import packed
from geo.page.layers import draw
from geo.page.sheet import Sheet, bearing_arc, doubtful, shape
from geo.story import summary

MODULES = Path(page.__file__).parent / "assets"


def data(html, name="story-data"):
    """Read an island back."""
    return json.loads(
        re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)[1]
    )


@pytest.fixture(scope="module")
def html():
    """Render the shipment once."""
    return page.render(stories.shipment())


def test_two_builds_are_the_same_bytes(html):
    """Nothing in a page comes from chance, clock or set order."""
    assert page.render(stories.shipment()) == html


def test_ids_of_branca_are_given_back(html):
    """Other maps made by the same process keep their random ids."""
    from branca.element import Element

    assert html
    assert Element().get_name() != Element().get_name()
    assert len(Element()._id) == 32


def test_page_links_to_nothing_but_articles(html):
    """Neither a script, a style nor a picture is fetched."""
    outside = re.sub(r"<script( type=[^>]*)?>.*?</script>", "<script></script>", html, flags=re.DOTALL)
    assert not re.search(r"<(script|link|img|iframe)\b[^>]*\b(src|href)=", outside)
    assert not re.search(r"url\((?!#default#VML|data:)", outside)


def test_every_script_and_style_is_hashed(html):
    """The policy names each inline script and style, and allows nothing else."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert len(rules["script-src"].split()) == len(re.findall(r"<script>", html)) == 3
    assert len(rules["style-src"].split()) == len(re.findall(r"<style>", html))
    assert "unsafe" not in policy
    assert rules["default-src"] == "'none'"


def test_one_group_a_date_in_order(html):
    """The layer control lists ISO dates in order, the undated last."""
    keys = [day["key"] for day in data(html)["days"]]
    assert keys == [
        "2023-09-07/2023-09-08",
        "2023-09-12",
        "2023-09-13",
        "2023-10-01",
        "2023-12-30",
        "2024-01-02",
        *keys[6:],
    ]
    assert html.count("L.featureGroup(") == len(keys)
    overlays = re.search(r"overlays :  \{(.*?)\}", html, re.DOTALL)[1]
    assert re.findall(r'"([^"]+)" :', overlays) == keys


def test_every_card_has_words_and_marks_or_a_reason(html):
    """No card lacks a quotation, and none is silently off the map."""
    story = data(html)
    for card in story["cards"]:
        assert card["sources"]
        assert all(source["words"] in stories.FIRST + stories.SECOND for source in card["sources"])
        assert card["marks"] or card["unmapped"]
        assert set(card["marks"]) <= set(story["marks"])
    assert all(mark["cards"] for mark in story["marks"].values())


def test_numbers_are_the_measured_ones(html):
    """What the page shows is what was measured."""
    claim = next(card for card in data(html)["cards"] if card["title"].startswith("290"))
    nearest = measure.distance_km(stories.TIKHORETSK.at, stories.BORDER_POINT)
    assert claim["numbers"]["measured"] == pytest.approx(nearest, abs=1e-3)
    assert [reading["fits"] for reading in claim["numbers"]["readings"]] == [False, True]
    assert claim["day"] == "2023-10-01"


@pytest.mark.parametrize("story", [stories.shipment, stories.pacific], ids=["shipment", "pacific"])
def test_places_are_counted_as_they_are_drawn(story):
    """What the command prints and the page's header say is the number of places that have a pin."""
    told = data(page.render(story()))
    drawn = {mark["place"] for mark in told["marks"].values() if mark["kind"] == "point"}
    assert told["counts"]["places"] == len(drawn) == len(summary.places_of(story()))


def test_verdicts_stand_in_one_order(html):
    """Header, list and command put what calls for a second look first."""
    words = re.findall(
        r'^  "?([a-z ]+)"?: "', asset("js/cards.js").split("VERDICTS = {")[1].split("}")[0], re.MULTILINE
    )
    assert words == list(summary.VERDICT_NAMES)
    assert list(data(html)["verdicts"]) == ["depends", "not checkable", "supported"]


def test_credits_name_sources_not_bare_licences():
    """A licence alone is no credit: the gazetteer it covers stands beside it."""
    place = Place("a", "A", LonLat(0, 0), "town", source="GeoNames 12345", licence="CC BY 4.0")
    story = Story((), credits=("Borders: somebody", "CC BY 4.0"))
    assert notes.credits_of(story, [place]) == ["Borders: somebody", "Places: GeoNames (CC BY 4.0)"]


def test_conflicting_sources_share_one_card(html):
    """A leg that two articles tell is one card with both tellings side by side."""
    leg = next(card for card in data(html)["cards"] if card["mode"] == "sea")
    assert [source["article"] for source in leg["sources"]] == [0, 1]
    assert all(source["says"] for source in leg["sources"])
    assert leg["conflicts"]


def test_names_that_were_not_placed_are_listed(html):
    """Actors and unknown names are named with a reason."""
    found = {row["words"]: row["because"] for row in data(html)["unmapped"]}
    assert "no gazetteer has it" in found["Нижняя Пустошь"]
    assert "actor" in found["Moscow"] or "government" in found["Moscow"]


@pytest.mark.parametrize("text", stories.HOSTILE.values(), ids=stories.HOSTILE)
def test_hostile_text_stays_data(text):
    """No outside string reaches a template, a script or the markup; all of them are in the island."""
    html = page.render(stories.hostile(text), title=text)
    assert json.dumps(text, ensure_ascii=False)[1:-1] in json.dumps(data(html), ensure_ascii=False)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 3
    assert not any(text in each for each in scripts)
    assert "Q49Q" not in html


def test_templates_do_not_run_in_outside_text():
    """A sum in braces is printed, not worked out."""
    html = page.render(stories.hostile("Q{{7*7}}Q"), title="Q{{7*7}}Q")
    assert "Q49Q" not in html
    assert "<title>Q{{7*7}}Q</title>" in html


def test_executable_scripts_are_constants():
    """Two of the three scripts are the same on every page; the third holds ids and numbers only."""
    first, second = (
        re.findall(r"<script>(.*?)</script>", page.render(story), re.DOTALL)
        for story in (stories.shipment(), stories.pacific())
    )
    assert first[:2] == second[:2]
    for drawn in (first[2], second[2]):
        assert not re.search(r"Najin|Vladivostok|Korea", drawn)


def test_only_web_links_pass():
    """Any other scheme, whitespace tricks and broken addresses become no link."""
    for address in (
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "http://[",
        "",
        None,
        "file:///etc/passwd",
    ):
        assert notes.link(address) == ""
    assert notes.link("https://example.org/가?q=1") == "https://example.org/가?q=1"


def test_unknown_link_is_an_error():
    """A plugin that wants a file from the network stops the build."""
    with numbered_ids():
        figure = Page("x", {})
        MiniMap().add_to(draw(Sheet(), (), frame([])).add_to(figure))
        with pytest.raises(DataError, match="no packaged copy of"):
            figure.render()


def test_missing_asset_is_named():
    """A damaged package says which file it lacks."""
    with pytest.raises(DataError, match=r"js/nothing\.js"):
        asset("js/nothing.js")


@given(st.text())
def test_an_island_reads_back(text):
    """Any text survives the island, and none can close it."""
    block = island("x", {"text": text})
    inner = block.removeprefix('<script type="application/json" id="x">').removesuffix("</script>")
    assert "<" not in inner
    assert ">" not in inner
    assert json.loads(inner) == {"text": text}


def test_vendored_files_are_what_their_table_says():
    """Leaflet is the released file, byte for byte."""
    from hashlib import sha256

    for line in (MODULES / "vendor" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert sha256((MODULES / "vendor" / name).read_bytes()).hexdigest() == digest


def test_modules_share_no_name():
    """Joined in one closure, no module hides a name of another."""
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", script(), re.MULTILINE)
    assert len(names) == len(set(names))
    assert not re.search(r"^(import|export)\b", script(), re.MULTILINE)
    assert "innerHTML" not in script()


def test_script_logic_holds():
    """The modules' own tests pass under node; without it this fails where CI is set and skips elsewhere."""
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("this test needs node, and none is installed")
    done = subprocess.run(
        [node, "--test", *sorted(map(str, (MODULES / "test").glob("*.test.js")))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("a", "A", LonLat(0, 0), "town", radius_km=3), "exact"),
        (Place("a", "A", LonLat(0, 0), "site", radius_km=12), "approximate"),
        (Place("a", "A", LonLat(0, 0), "town", radius_km=90), "region"),
        (Place("a", "A", LonLat(0, 0), "country", radius_km=1), "region"),
        (Place("a", "A", LonLat(0, 0), "sea", radius_km=5), "region"),
    ],
    ids=["town", "roughly-known", "wide", "country", "sea"],
)
def test_shape_follows_how_well_a_place_is_known(place, expected):
    """A dot is for places known to a few kilometres."""
    assert shape(place) == expected


@given(st.lists(st.builds(LonLat, st.floats(-180, 180), st.floats(-89, 89)), min_size=2, max_size=30))
def test_no_step_is_wider_than_half_the_globe(points):
    """However a line runs, it is laid out without tearing."""
    line = frame(points).line(points)
    assert all(abs(b[0] - a[0]) <= 180.001 for a, b in pairwise(line))
    assert all(
        (flat[0] - point.lon) % 360 == pytest.approx(0, abs=1e-3)
        or (flat[0] - point.lon) % 360 == pytest.approx(360, abs=1e-3)
        for flat, point in zip(line, points, strict=True)
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("a", "A", LonLat(0, 0), "site", radius_km=12), True),
        (Place("a", "A", LonLat(0, 0), "town", radius_km=90), True),
        (Place("a", "A", LonLat(0, 0), "town", radius_km=3), False),
        (Place("a", "A", LonLat(0, 0), "river", radius_km=250), False),
        (Place("a", "A", LonLat(0, 0), "division", radius_km=130), False),
    ],
    ids=["site", "lost-town", "exact", "river", "division"],
)
def test_circles_are_for_doubt_only(place, expected):
    """A circle says that a place may lie anywhere in it, so an area or a river has none."""
    assert doubtful(place) is expected


@given(
    st.lists(st.lists(st.tuples(st.integers(-180_000, 180_000), st.integers(-90_000, 90_000)), min_size=2))
)
def test_packed_lines_are_the_same_lines(lines):
    """Walking the steps of a packed line gives its points again, to the thousandth of a degree."""
    told = [[[lon / 1000, lat / 1000] for lon, lat in line] for line in lines]
    packed_lines = packed({"borders": {"type": "MultiLineString", "coordinates": told}, "credit": "c"})
    assert packed_lines["credit"] == "c"
    for line, steps in zip(lines, packed_lines["borders"], strict=True):
        walked = list(zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
        assert walked == line


def test_claimed_arc_lies_at_the_claimed_distance():
    """Every point of the arc is as far from the centre as the claim says."""
    arc = bearing_arc(stories.TIKHORETSK.at, 300.0, 290.0)
    assert all(
        measure.distance_km(stories.TIKHORETSK.at, point) == pytest.approx(290.0, rel=1e-9) for point in arc
    )


def test_tolerance_band_surrounds_the_arc():
    """The band reaches one tolerance to either side."""
    sheet = Sheet()
    band, _ = sheet.claimed(
        Day(),
        Reading("r", 201, fits=False, line=(stories.TIKHORETSK.at, stories.BORDER_POINT)),
        (290.0, 290.0),
        29.0,
        "claimed",
        "contradicted",
    )
    reach = {
        round(measure.distance_km(stories.TIKHORETSK.at, point))
        for mark in sheet.marks
        if mark.id == band
        for point in mark.line
    }
    assert reach == {261, 319}


def test_days_are_sorted_and_told_once():
    """The more exact telling of a day wins; undated stands last."""
    exact, about = (
        Day(date(2023, 9, 1), date(2023, 9, 30)),
        Day(date(2023, 9, 1), date(2023, 9, 30), about=True),
    )
    assert in_order([Day(), about, Day(date(2023, 9, 2), date(2023, 9, 2)), exact]) == (
        exact,
        Day(date(2023, 9, 2), date(2023, 9, 2)),
        Day(),
    )


def test_picture_without_a_page_is_refused(tmp_path):
    """The message names the path and what would be accepted."""
    with pytest.raises(InputError, match="no such page; give an HTML file"):
        page.shoot(tmp_path / "none.html", tmp_path / "none.png")


def test_picture_without_chromium_is_refused(tmp_path, monkeypatch):
    """The message says what to install."""
    (tmp_path / "a.html").write_text("<!DOCTYPE html>")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(InputError, match="need Chromium"):
        page.pdf(tmp_path / "a.html", tmp_path / "a.pdf")


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _palette(theme):
    blocks = re.findall(r":root[^{]*\{(.*?)\}", asset("css/page.css"), re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[0 if theme == "light" else 1]))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_palette_has_contrast(theme):
    """Words reach 4.5 to 1 on the card, ways of travel 3 to 1 on land and sea."""
    colours = _palette(theme)
    for name in ("supported", "close", "depends", "contradicted", "unchecked", "ink", "soft", "accent"):
        assert _contrast(colours[name], colours["card"]) >= 4.5, name
    for name in ("sea-leg", "rail", "road", "air", "way"):
        assert min(_contrast(colours[name], colours[ground]) for ground in ("land", "sea")) >= 3, name


# Viénot, Brettel and Mollon 1999 (protan, deutan) and Machado, Oliveira and Fernandes 2009 (tritan) on linear RGB;
# enough to see whether two colours fall together.
_EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def _lab(colour, eye):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    r, g, b = (
        min(max(sum(weight * part for weight, part in zip(row, linear, strict=True)), 0), 1)
        for row in _EYES[eye]
    )
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("eye", _EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ways_of_travel_differ_for_all_eyes(theme, eye):
    """No two of sea, rail, road and air fall together for readers who see fewer colours."""
    colours = [_lab(_palette(theme)[name], eye) for name in ("sea-leg", "rail", "road", "air")]
    apart = [
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        for index, one in enumerate(colours)
        for other in colours[index + 1 :]
    ]
    assert min(apart) >= 15


@pytest.mark.parametrize(
    ("sentence", "cue", "place", "expected"),
    [
        ("The leaders met at Orlovo.", "met", "Orlovo", "The leaders met at Orlovo"),
        (
            "On Monday, two rockets fell near Orlovo, and nobody was hurt, the mayor of the town said later.",
            "fell",
            "Orlovo",
            "two rockets fell near Orlovo, and nobody was hurt…",
        ),
        ("He said so.", "said", None, "He said so"),
        (f"{'Very ' * 60}late it fell.", "fell", None, f"…{'Very ' * 21}late it fell"),
        ("met", "met", None, "met"),
    ],
    ids=["whole", "clause", "short", "long", "cue-alone"],
)
def test_headlines_are_the_articles_words(sentence, cue, place, expected):
    """A headline is the clause about the cue, cut where it must be, and says so."""
    at = sentence.index(cue)
    spot = place and Span(sentence.index(place) + 100, sentence.index(place) + 100 + len(place), place)
    made = wording.headline(sentence, 100, Span(at + 100, at + 100 + len(cue), cue), (spot,))
    assert made == expected


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_a_headline_is_never_long_or_empty(sentence, start, length):
    """Whatever the sentence, its headline holds the cue and stays short unless the cue itself is long."""
    cue = sentence[start : start + length]
    made = wording.headline(sentence, 0, Span(start, start + len(cue), cue), ())
    assert len(made) <= max(122, len(cue) + 2)


def test_what_has_no_length_is_told_in_words():
    """A direction is an azimuth, containment a word, and a figure stays as printed."""
    here, there = LonLat(30, 50), LonLat(31, 50)
    named = End(Span(0, 6, "Orlovo"))
    east = Claim(Span(0, 1, "x"), "direction", None, named, direction="E")
    line = Reading("r", 71.0, fits=True, line=(there, here))
    assert wording.claimed(east) == "east of Orlovo"
    assert wording.measured(east, line) == "90° from north"
    inside = Claim(Span(0, 1, "x"), "contain", None, End(Span(0, 8, "Far East")), direction="E")
    assert wording.claimed(inside) == "in Far East"
    assert wording.measured(inside, Reading("r", 0.0, fits=True)) == "inside"
    assert wording.measured(inside, Reading("r", 12.0, fits=False)) == "12\u2009km outside"
