"""Time the page beside a stock folium page of the same story; run: python bench/page.py [ARTICLE ...].

Both pages are loaded five times from disk in headless Chromium, with no network; the medians are printed. The stock
page gets the same marks as folium draws them by default (popups, markers), its libraries from this machine's
packaged Leaflet alone, and the same base map as GeoJSON; everything else it would fetch is cut off.
"""

import json
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from geo import page
from geo.model import Story
from geo.world.borders import Borders

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

LOADS = 5
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]


def stories(paths: list[str]) -> Iterator[tuple[str, Story, Borders]]:
    """Yield what to measure: the named articles or the test's shipment, and 5,000 marks."""
    import page_fixture

    from geo import articles, story, world
    from geo.settings import Settings

    sphere = world.load(Settings())
    yield (
        "story",
        story.read(articles.read(paths), sphere) if paths else page_fixture.shipment(),
        sphere.borders,
    )
    yield "5000 marks", page_fixture.big(), sphere.borders


def stock(told: Story, borders: Borders) -> str:
    """Build the page that a first try with folium gives, with the default links inlined where we have them."""
    import folium

    from geo.page.cards import cards
    from geo.page.figure import asset
    from geo.page.sheet import Sheet

    sheet = Sheet()
    made = {card.id: card for card in cards(told, sheet)}
    chart = folium.Map(tiles=None)
    folium.GeoJson(
        {"type": "Feature", "properties": {}, "geometry": borders.basemap((20, 30, 140, 60))["land"]}
    ).add_to(chart)
    groups = {}
    for mark in sheet.marks:
        group = groups.get(mark.day.key) or groups.setdefault(
            mark.day.key, folium.FeatureGroup(mark.day.key).add_to(chart)
        )
        words = escape(made[sheet.cards[mark.id][0]].title)
        if mark.place is not None and mark.kind == "point":
            folium.CircleMarker(
                sheet.places[mark.place].at.latlon, radius=6, popup=words, tooltip=words
            ).add_to(group)
        elif mark.line:
            folium.PolyLine([point.latlon for point in mark.line], popup=words).add_to(group)
    folium.LayerControl().add_to(chart)
    html = chart.get_root().render()
    leaflet = f"<script>{asset('vendor/leaflet.js')}</script><style>{asset('vendor/leaflet.css')}</style>"
    # Popups and the layer order need a few calls of jQuery; this stands for the library.
    shim = "<script>window.$=(x)=>{if(typeof x==='function')return x();if(x===document)return{ready:(f)=>f()};const t=document.createElement('template');t.innerHTML=x;return[t.content.firstElementChild]};</script>"
    html = re.sub(r'<script src="[^"]*"></script>|<link [^>]*>', "", html)
    return html.replace("<head>", "<head>" + leaflet + shim, 1).replace(
        "</html>", "<script>document.documentElement.dataset.ready=performance.now()</script></html>"
    )


def load(browser: Browser, path: Path) -> float:
    """Return the milliseconds until the map is ready and painted, as the page's own clock tells."""
    context = browser.new_context(viewport={"width": 1366, "height": 820}, offline=True)
    tab = context.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready]", timeout=120_000, state="attached")
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    ready = float(tab.get_attribute("html", "data-ready"))
    context.close()
    return ready


def main(paths: list[str]) -> None:
    """Print one line a page."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        rows = {}
        for name, told, borders in stories(paths):
            for kind, build in (
                ("dateline", lambda t, b: page.render(t, borders=b)),
                ("stock folium", stock),
            ):
                start = time.perf_counter()
                html = build(told, borders)
                built = time.perf_counter() - start
                path = Path(folder) / "page.html"
                path.write_text(html, encoding="utf-8")
                ready = [load(browser, path) for _ in range(LOADS)]
                rows[name, kind] = {
                    "kB": round(path.stat().st_size / 1000),
                    "built_s": round(built, 2),
                    "ready_ms": round(statistics.median(ready)),
                }
                print(f"{name:<12} {kind:<13} {json.dumps(rows[name, kind])}", flush=True)
        for name in dict.fromkeys(key[0] for key in rows):
            ratio = rows[name, "dateline"]["ready_ms"] / rows[name, "stock folium"]["ready_ms"]
            print(f"{name:<12} ready, dateline : stock folium = {ratio:.2f}")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
