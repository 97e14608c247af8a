"""Drive the page in headless Chromium: the acceptance groups of the map page."""

import json
import os
import re
import shutil
import subprocess
from importlib.resources import files
from itertools import pairwise

import page_fixture as stories
import pytest

from geo import measure, page, world as worlds
from geo.model import LonLat, Story

pytestmark = pytest.mark.browser
DESK, PHONE = {"width": 1366, "height": 820}, {"width": 390, "height": 844}
READY = "html[data-ready]"
HOLDS = "([selector, text]) => document.querySelector(selector).textContent.includes(text)"
LINES = """() => Object.fromEntries(Object.entries(window.drawn.marks).map(([id, [layer]]) => [id, layer ? layer.getLatLngs().flat(2).map((at) => [at.lat, at.lng]) : []]))"""
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]


def _chromium():
    """Find Chromium; without it the tests fail where CI is set and skip elsewhere."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "these tests need Chromium, and none is installed"
        )
    return found


@pytest.fixture(scope="session")
def browser():
    """Start one browser for all tests."""
    path = _chromium()
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Build each page once, as a file."""
    folder, made = tmp_path_factory.mktemp("pages"), {}
    borders = worlds.load().borders

    def build(name, story):
        if name not in made:
            made[name] = folder / f"{name}.html"
            made[name].write_text(page.render(story(), borders=borders), encoding="utf-8")
        return made[name]

    return build


@pytest.fixture
def visit(browser, built):
    """Open a page in a fresh profile; any error, warning or request fails the test."""
    contexts, faults = [], []

    def go(name="shipment", story=stories.shipment, state="", *, viewport=None, offline=True, **options):
        context = browser.new_context(
            viewport=viewport or DESK,
            reduced_motion="reduce",
            offline=offline,
            accept_downloads=True,
            **options,
        )
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(6000)
        # What folium hands to the page's script, kept for the tests to look at.
        tab.add_init_script(
            "document.addEventListener('dateline:drawn', (event) => { window.drawn = event.detail; });"
        )
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on(
            "console",
            lambda message: faults.append(message.text) if message.type in ("error", "warning") else None,
        )
        tab.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url)
            ),
        )
        tab.goto(built(name, story).as_uri() + state)
        tab.wait_for_selector(READY)
        settle(tab)
        return tab

    yield go
    for context in contexts:
        context.close()
    assert faults == []


def settle(tab):
    """Wait until labels and pins have found their places."""
    tab.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))"
    )


def island(tab):
    """Read what Python wrote."""
    return json.loads(tab.locator("#story-data").text_content())


def ticked(tab):
    """Return the ticked layers of the layer control."""
    return tab.eval_on_selector_all(
        ".leaflet-control-layers-overlays label",
        "all => all.filter((each) => each.querySelector('input').checked).map((each) => each.textContent.trim())",
    )


# 1, 2: one file, no network


def test_page_is_small_and_tells_its_time(visit, built, capsys):
    """The whole page fits in 700 kB, and says when its map was ready (bench/page.py compares that)."""
    tab = visit()
    with capsys.disabled():
        print(f" [page ready in {tab.get_attribute('html', 'data-ready')} ms] ", end="")  # noqa: T201
    assert built("shipment", stories.shipment).stat().st_size <= 700_000
    assert int(tab.get_attribute("html", "data-ready")) > 0
    assert (
        tab.locator("a[href^=http]").count()
        == tab.locator("a[href^=http][rel='noopener noreferrer nofollow']").count()
        > 0
    )
    assert tab.locator("[src]").count() == 0


def test_an_empty_story_is_still_a_page(visit):
    """Without a single article the map opens, says so, and nothing fails."""
    tab = visit("empty", lambda: Story(()))
    assert "0 articles, 0 places, 0 legs, 0 claims" in tab.locator("#summary").text_content()
    assert not tab.locator("#dates").is_visible()
    assert tab.locator("path.base.land").count() >= 1


# 3: a layer for each date


def test_layer_control_lists_the_dates(visit):
    """Names are the ISO dates, once each, in order; each box hides exactly its own marks."""
    tab = visit()
    keys = [day["key"] for day in island(tab)["days"]]
    assert ticked(tab) == keys
    before = set(tab.eval_on_selector_all("path[data-mark]", "all => all.map((each) => each.dataset.mark)"))
    marks = island(tab)["marks"]
    tab.hover(".leaflet-control-layers")
    tab.locator(".leaflet-control-layers-overlays label", has_text="2023-10-01").locator("input").uncheck()
    settle(tab)
    after = set(tab.eval_on_selector_all("path[data-mark]", "all => all.map((each) => each.dataset.mark)"))
    gone = {mark for mark in before if marks[mark]["day"] == "2023-10-01"}
    assert before - after == gone != set()


# 4: slider, modes and boxes are one state


def test_slider_steps_through_every_date_in_every_mode(visit):
    """The layers in sight are those of the mode; the thumb stands under its bar."""
    tab = visit()
    keys = [day["key"] for day in island(tab)["days"] if day["key"] != "undated"]
    slider = tab.locator("#slider")
    for mode in ("day", "upto"):
        tab.click(f"[data-mode={mode}]")
        slider.focus()
        tab.keyboard.press("Home")
        for index, key in enumerate(keys):
            settle(tab)
            assert ticked(tab) == ([key] if mode == "day" else keys[: index + 1])
            spoken = slider.get_attribute("aria-valuetext")
            assert key[:4] in spoken
            assert "item" in spoken
            thumb, bar = tab.evaluate(
                """(key) => { const box = document.getElementById("slider").getBoundingClientRect(); const bar = document.querySelector(`.bar[data-day="${key}"]`).getBoundingClientRect();
                return [box.left + 9 + (box.width - 18) * document.getElementById("slider").value / 1000, bar.left + bar.width / 2]; }""",
                key,
            )
            assert abs(thumb - bar) <= 4
            tab.keyboard.press("ArrowRight")
    tab.keyboard.press("End")
    assert keys[-1] in tab.url
    tab.click("[data-mode=all]")
    settle(tab)
    assert ticked(tab) == [day["key"] for day in island(tab)["days"]]


def test_play_walks_through_the_dates(visit):
    """Play starts at the first date and goes on by itself."""
    tab = visit()
    tab.click("text=Play")
    tab.wait_for_url("**2023-09-12*", timeout=6000)
    tab.click("text=Pause")


# 5: cards and marks


def test_every_card_is_complete(visit):
    """A card has a quotation, outlet, date and link or its absence, and a mark or a reason."""
    tab = visit()
    story = island(tab)
    cards = tab.locator("#list .card")
    assert cards.count() == len(story["cards"])
    for card in cards.all():
        assert card.locator("blockquote mark").first.text_content()
        assert any(
            name in card.locator(".cite").first.text_content()
            for name in ("The Harbour Post, 14 October 2023", "Korea Daily, 4 January 2024")
        )
        assert card.locator(".cite a, .cite .nolink").count() >= 1
        assert card.locator("button:has-text('Show on map'), .offmap").count() == 1
    drawn = set(tab.eval_on_selector_all("path[data-mark]", "all => all.map((each) => each.dataset.mark)"))
    assert drawn == {mark for mark, value in story["marks"].items() if value["kind"] != "point"}
    head = tab.locator("#summary").text_content()
    counts = story["counts"]
    assert (
        f"{counts['articles']} articles, {counts['places']} places, {counts['legs']} legs, {counts['claims']} claims"
        in head
    )


def test_choosing_goes_both_ways(visit):
    """A card lights up its marks, and a mark its card."""
    tab = visit()
    claim = tab.locator(".card[data-verdict=depends]")
    claim.locator("text=Show on map").click()
    settle(tab)
    assert tab.locator("path.measure.stroke.chosen").count() == 2
    tab.locator("path.range").first.dispatch_event("click", {"bubbles": True})
    tab.locator("path.leg.rail.hit").first.dispatch_event("click", {"bubbles": True})
    assert "Tikhoretsk" in tab.locator(".bubble h2").text_content()
    assert "card=" in tab.url


# 6: claims


def test_claims_show_the_numbers_that_were_measured(visit):
    """Verdict, figures and drawn lines agree with the ellipsoid."""
    tab = visit()
    assert set(
        tab.eval_on_selector_all("[data-verdict]", "all => all.map((each) => each.dataset.verdict)")
    ) <= {"supported", "close", "depends", "contradicted", "not checkable"}
    claim = tab.locator(".card[data-verdict=depends]")
    nearest = measure.distance_km(stories.TIKHORETSK.at, stories.BORDER_POINT)
    assert f"{nearest:.0f}\u2009km" in claim.locator(".figures").text_content()
    assert "290 kilometers" in claim.locator(".figures").text_content()
    assert "Depends on the reading" in claim.text_content()


def test_every_reading_can_be_drawn(visit):
    """The first reading is on the map from the start, the others appear when asked for."""
    tab = visit()
    hidden = "path.measure.stroke.filtered"
    assert tab.locator(hidden).count() == 1
    tab.locator(".card[data-verdict=depends] .draw").first.click()
    assert tab.locator(hidden).count() == 0
    assert "drawn=" in tab.url


def test_rings_and_lines_are_true(visit, built):
    """A range ring has its radius at all bearings, and a measured line its length."""
    text = built("shipment", stories.shipment).read_text(encoding="utf-8")
    tab = visit()
    marks = island(tab)["marks"]
    drawn = tab.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("path[data-mark]")].map((node) => [node.dataset.mark, node.getAttribute("d").length]))"""
    )
    assert set(drawn) <= set(marks)
    rings = [
        json.loads(each) for each in re.findall(r"L\.polygon\(\s*(\[\[.*?\]\]),\s*\{[^}]*mark range", text)
    ]
    centre = LonLat(39.2, 51.66)
    assert len(rings) == 1
    assert all(
        measure.distance_km(centre, LonLat(lon, lat)) == pytest.approx(900, rel=0.005)
        for lat, lon in rings[0]
    )


def test_measured_lines_are_as_long_as_they_say(visit):
    """The length of each line, worked out anew from where it is drawn, is the number beside it."""
    tab = visit()
    marks = island(tab)["marks"]
    lines = tab.evaluate(LINES)
    told = {key: mark["label"] for key, mark in marks.items() if mark["kind"] == "measure"}
    assert len(told) == 3
    for key, label in told.items():
        length = measure.line_km([LonLat(lon, lat) for lat, lon in lines[key]])
        assert length == pytest.approx(float(re.sub(r"[^\d.]", "", label)), rel=0.005)
    ticks = ".folium-map path.measure.stroke:not([marker-start='url(#tick)'][marker-end='url(#tick)'])"
    assert tab.locator(ticks).count() == 0
    assert tab.locator("#tick").count() == 1


def test_a_heap_opens_a_list(visit):
    """A pin that stands for several places lists them, and each opens by itself; Escape gives the focus back."""
    tab = visit()
    heap = tab.locator(".pin.heap:not(.under)").first
    heap.press("Enter")
    named = tab.locator(".choice bdi").all_text_contents()
    assert len(named) > 1
    tab.locator(".choice").nth(1).press("Enter")
    assert tab.locator(".bubble h2").last.text_content() == named[1]
    tab.keyboard.press("Escape")
    tab.wait_for_function("() => !document.querySelector('.bubble')")
    assert heap.evaluate("node => node === document.activeElement")


def test_claims_without_a_length_are_told_in_words(visit):
    """Where no length was claimed, none is shown: the card says where a place is said to lie, and that it does."""
    tab = visit("placed", stories.placed)
    card = tab.locator(".card.claim").first
    figures = card.locator(".figures").text_content()
    assert "in the east of Primorye" in figures
    assert "inside" in figures
    assert "km" not in figures
    assert card.locator(".draw").count() == 0
    assert tab.locator("path.measure").count() == 0


def test_approximate_places_have_no_dot(visit):
    """A place known roughly is hollow, and a region has no dot at all."""
    tab = visit()
    story = island(tab)
    shapes = {place["name"]: place["shape"] for place in story["places"]}
    assert shapes["Vostochny Cosmodrome"] == "approximate"
    assert tab.locator(".pin.approximate.unc").count() >= 1
    for pin in tab.locator(".pin.unc .face").all():
        assert pin.evaluate("node => getComputedStyle(node).backgroundColor") == "rgba(0, 0, 0, 0)"


# 7, 8: hostile text, policy


@pytest.mark.parametrize("name", stories.HOSTILE)
def test_hostile_text_is_shown_as_text(visit, name):
    """Each string is on the page as it was written; nothing of it runs, and no link is made of it."""
    text = stories.HOSTILE[name]
    tab = visit(f"hostile-{name}", lambda: stories.hostile(text), offline=False)
    # Compared in the page: a failing comparison of whole pages would take pytest minutes to explain.
    for part in ("title", "list", "notes"):
        assert tab.evaluate(HOLDS, [f"#{part}", text]), part
    assert tab.evaluate("() => window.owned") is None
    assert tab.locator("a[href]:not([href^='#']):not([href^='https://'])").count() == 0
    assert tab.locator("img, b[onmouseover]").count() == 0
    tab.locator(".leaflet-marker-icon.pin:not(.under)").first.press("Enter")
    assert tab.evaluate(HOLDS, [".bubble", text])
    assert tab.evaluate("() => window.owned") is None


def test_policy_stops_what_is_injected(browser, built):
    """Even markup put into the open page cannot run a handler or fetch a picture."""
    tab = browser.new_page()
    asked = []
    tab.on("requestfinished", lambda request: asked.append(request.url))
    tab.goto(built("shipment", stories.shipment).as_uri())
    tab.wait_for_selector(READY)
    tab.evaluate(
        "() => { document.getElementById('list').innerHTML = '<img src=x onerror=\"window.owned=1\"><img src=\"https://example.org/a.png\">'; }"
    )
    tab.wait_for_timeout(200)
    assert tab.evaluate("() => window.owned") is None
    assert [url for url in asked if not url.startswith("file:")] == []
    tab.close()


# 9: accessibility


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, viewport, scheme):
    """No violation of WCAG 2.2 AA or of best practice, with a popup open too."""
    tab = visit(viewport=viewport, color_scheme=scheme)
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    tab.evaluate(axe)
    run = "async (options) => (await axe.run(document, options)).violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)"
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    assert tab.evaluate(run, {"runOnly": tags}) == []
    tab.locator(".leaflet-marker-icon.pin:not(.under)").first.press("Enter")
    settle(tab)
    assert tab.evaluate(run, {"runOnly": tags}) == []
    tab.keyboard.press("Escape")
    tab.evaluate(
        "() => { document.querySelector('.leaflet-map-pane').hidden = true; document.querySelectorAll('details').forEach((each) => { each.open = true; }); }"
    )
    assert tab.evaluate(run, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []


# 10: keyboard


def test_keyboard_alone_reaches_everything(visit):
    """Tab comes by skip links, list, a pin and the slider, each with a visible focus; Enter and Escape open and close."""
    tab = visit()
    seen, bare = [], []
    for _ in range(140):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(
            """() => { const node = document.activeElement, style = getComputedStyle(node);
            return [node.className?.baseVal ?? node.className, node.id, node.tagName, parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none" || node.classList.contains("hit") && style.stroke !== "rgba(0, 0, 0, 0)" && Number(style.strokeOpacity) > 0.2]; }"""
        )
        if stop[2] == "BODY":
            break
        seen.append(" ".join(map(str, stop[:3])))
        if not stop[3]:
            bare.append(stop)
    assert bare == []
    for part in ("skip", "filter-text", "pin", "slider", "hit"):
        assert any(part in each for each in seen), part
    pin = tab.locator(".leaflet-marker-icon.pin:not(.under)").first
    pin.focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => document.activeElement.getAttribute('role')") == "dialog"
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => document.querySelector('.leaflet-popup').contains(document.activeElement)")
    tab.keyboard.press("Escape")
    tab.locator(".bubble").wait_for(state="detached")
    assert pin.evaluate("node => node === document.activeElement")


# 11: small screens


@pytest.mark.parametrize(
    "viewport", [PHONE, {"width": 683, "height": 410}, DESK], ids=["phone", "zoom-200", "desk"]
)
def test_nothing_overlaps_or_sticks_out(visit, viewport):
    """No sideways scroll, targets of 24 px, and labels that neither touch nor leave the map."""
    tab = visit(viewport=viewport)
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    small = "all => all.map((node) => [node.getBoundingClientRect(), node.outerHTML.slice(0, 90)]).filter(([box]) => box.width && (box.width < 24 || box.height < 24)).map(([, html]) => html)"
    assert (
        tab.eval_on_selector_all(
            "button, select, input:not([type=checkbox]), summary, .leaflet-marker-icon.pin:not(.under), .leaflet-bar a",
            small,
        )
        == []
    )
    for mode in ("all", "upto"):
        tab.click(f"[data-mode={mode}]")
        settle(tab)
        boxes = tab.eval_on_selector_all(
            ".leaflet-labels-pane > *",
            "all => all.map((node) => { const box = node.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom, node.textContent]; })",
        )
        stage = tab.locator(".folium-map").bounding_box()
        assert len(boxes) > 2
        for index, (left, top, right, bottom, name) in enumerate(boxes):
            assert left >= stage["x"] - 1, name
            assert top >= stage["y"] - 1, name
            assert right <= stage["x"] + stage["width"] + 1, name
            assert bottom <= stage["y"] + stage["height"] + 1, name
            for other in boxes[index + 1 :]:
                assert not (
                    left < other[2] - 1
                    and other[0] < right - 1
                    and top < other[3] - 1
                    and other[1] < bottom - 1
                ), (name, other[4])


# 12: antimeridian


def test_lines_do_not_tear_at_the_antimeridian(visit):
    """A leg over the Pacific is one curve, and a ring at the date line stays a ring."""
    tab = visit("pacific", stories.pacific)
    width = tab.locator(".folium-map").bounding_box()["width"]
    ring = tab.locator("path.range").bounding_box()
    assert 0 < ring["width"] < 0.4 * width
    spans = [abs(b - a) for a, b in _steps(tab)]
    assert max(spans) < 180
    assert tab.locator("path.base.land").count() >= 2


def _steps(tab):
    text = tab.content()
    line = json.loads(re.search(r"L\.polyline\(\s*(\[\[.*?\]\]),\s*\{[^}]*mark leg", text)[1])
    lons = [lon for _, lon in line]
    return pairwise(lons)


# 13: address, print, picture


def test_address_brings_the_state_back(visit):
    """A copied address opens the same dates, view, filter and card; nonsense opens the whole story."""
    tab = visit()
    tab.click("[data-mode=day]")
    tab.locator("#slider").focus()
    tab.keyboard.press("Home")
    tab.click("[data-view=claims]")
    tab.fill("#filter-text", "border")
    state = tab.evaluate("() => location.hash")
    again = visit(state=state)
    assert ticked(again) == ticked(tab)
    assert again.input_value("#filter-text") == "border"
    assert again.get_attribute("[data-view=claims]", "aria-pressed") == "true"
    assert ticked(again) == ["2023-09-07/2023-09-08"]
    bad = visit(state="#show=evil&date=%00&card=<script>&on=x")
    assert bad.get_attribute("[data-mode=all]", "aria-pressed") == "true"


def test_paper_starts_with_map_and_title(visit):
    """In print, the map with all dates stands above the cards, and tools are gone."""
    tab = visit(state="#print")
    tab.emulate_media(media="print")
    assert tab.locator("#stage").bounding_box()["y"] < tab.locator("#panel").bounding_box()["y"]
    assert tab.locator("#title").bounding_box()["y"] < tab.locator("#stage").bounding_box()["y"]
    assert not tab.locator("#slider").is_visible()
    assert tab.locator("#stage").bounding_box()["y"] + tab.locator("#stage").bounding_box()["height"] < 1050


def test_picture_and_pdf_are_made(built, tmp_path):
    """The card is 1200 x 630 with many colours; the paper is a PDF."""
    _chromium()
    page.shoot(built("shipment", stories.shipment), tmp_path / "card.png")
    header = (tmp_path / "card.png").read_bytes()[16:24]
    assert (int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")) == (1200, 630)
    assert (tmp_path / "card.png").stat().st_size > 60_000
    page.pdf(built("shipment", stories.shipment), tmp_path / "story.pdf")
    assert (tmp_path / "story.pdf").read_bytes().startswith(b"%PDF")


def test_first_sheet_of_paper_has_title_and_map(built, tmp_path):
    """The first page of the PDF holds the title and the map's labels, and as many colours as a map needs."""
    _chromium()
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils are not installed; they only look at the PDF here")
    page.pdf(built("shipment", stories.shipment), tmp_path / "story.pdf")
    first = [*"-f 1 -l 1".split(), str(tmp_path / "story.pdf")]
    text = subprocess.run(["pdftotext", *first, "-"], capture_output=True, text=True, check=True).stdout
    for words in ("from Najin to Tikhoretsk", "border view: recognised", "As reported, not confirmed"):
        assert words in " ".join(text.split())
    subprocess.run(
        ["pdftoppm", "-r", "40", "-singlefile", *first, str(tmp_path / "sheet")], check=True, timeout=60
    )
    pixels = (tmp_path / "sheet.ppm").read_bytes()[15:]
    sea = bytes.fromhex("dce7ec")
    assert pixels.count(sea) > 2000


# 14: whose borders


def test_borders_are_named_and_no_side_is_taken(visit):
    """The credit and the view are on the map, disputed lines are drawn, and no flag is."""
    tab = visit()
    credit = tab.locator(".credit").text_content()
    assert "Natural Earth" in credit
    assert "recognised" in credit
    assert tab.locator(".leaflet-attribution-flag").count() == 0
    assert tab.locator("path.base.disputed").count() >= 1
    assert "Leaflet" not in tab.locator(".folium-map").text_content()


# 15: exports


def test_exports_open_again(visit, tmp_path):
    """GeoJSON opens with the same marks in WGS84; the table has a row for each card."""
    import csv

    import geopandas

    tab = visit()
    tab.locator(".menu > summary").click()
    with tab.expect_download() as saved:
        tab.click("#save-geojson")
    saved.value.save_as(tmp_path / "story.geojson")
    frame = geopandas.read_file(tmp_path / "story.geojson")
    assert len(frame) == len(island(tab)["marks"])
    assert frame.crs.to_epsg() == 4326
    assert frame["source"].notna().all()
    assert frame["precision"].notna().all()
    with tab.expect_download() as saved:
        tab.click("#save-csv")
    saved.value.save_as(tmp_path / "story.csv")
    with (tmp_path / "story.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == len(island(tab)["cards"])
    assert all(row["source"] and row["quote"] for row in rows)


# Many marks


def test_five_thousand_marks_are_quick(visit):
    """A story of 300 articles opens, steps and filters without long waits, and no date is hidden."""
    tab = visit("big", stories.big)
    assert int(tab.get_attribute("html", "data-ready")) < 15_000
    assert tab.locator(".leaflet-control-layers-overlays label").count() == 40
    assert tab.locator("canvas").count() >= 1
    tab.click("[data-mode=day]")
    settle(tab)
    assert len(ticked(tab)) == 1
    tab.fill("#filter-text", "Site 7-3")
    assert tab.locator("#list .card").count() >= 1
