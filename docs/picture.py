"""Take the README's picture: a checked claim beside the map, with insets; run: python docs/picture.py PAGE.html OUT.png.

The page comes from `dateline map examples/arms-shipment -o PAGE.html`. The first claim that depends on how it is read stands in
the list; the insets show it and the first leg by sea from near, drawn by the page itself.
"""

import json
import shutil
import sys
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

SIZE = {"width": 1366, "height": 800}
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]
INSETS = {"claim": (404, 486, 460, 204), "leg": (1016, 108, 338, 174)}  # left, top, width, height
MAP_ALONE = """#head, #panel, #dates, .leaflet-control-container { display: none !important }
#stage { position: fixed !important; inset: 0 }"""
KEEP = "document.addEventListener('dateline:drawn', (event) => { window.drawn = event.detail; });"
CLOSE_UP = """(id) => {
    const card = JSON.parse(document.getElementById("story-data").textContent).cards.find((each) => each.id === id);
    const box = L.latLngBounds([]);
    for (const mark of card.marks) for (const layer of (drawn.marks[mark] ?? []).slice(0, 1)) if (!layer.getElement().classList.contains("filtered")) box.extend(layer.getBounds());
    drawn.map.fitBounds(box, { padding: [46, 24], animate: false });
}"""
SHEET = '<body style="margin:0;background:url(data:image/png;base64,{})">{}</body>'
INSET = '<img src="data:image/png;base64,{}" style="position:absolute;left:{}px;top:{}px;border:2px solid #1b2126;border-radius:6px">'


def opened(browser: Browser, page: Path, state: str, style: str = "", **size: int) -> Page:
    """Open the page, when its labels have found their places."""
    context = browser.new_context(viewport=size, reduced_motion="reduce", bypass_csp=True)
    tab = context.new_page()
    tab.add_init_script(KEEP)
    tab.goto(page.resolve().as_uri() + state)
    tab.wait_for_selector("html[data-ready]", state="attached")
    if style:
        tab.add_style_tag(content=style)
        tab.evaluate("() => dispatchEvent(new Event('resize'))")
    tab.wait_for_timeout(500)
    return tab


def inset(browser: Browser, page: Path, card: str, width: int, height: int) -> bytes:
    """Photograph the map alone, about the marks of one card."""
    tab = opened(browser, page, "", MAP_ALONE, width=width, height=height)
    tab.evaluate(CLOSE_UP, card)
    tab.wait_for_timeout(500)
    return tab.screenshot()


def main(source: str, target: str) -> None:
    """Lay the insets on the page and save the whole."""
    page = Path(source)
    with sync_playwright() as driver:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        whole = opened(browser, page, "#view=claims", **SIZE)
        cards = json.loads(whole.locator("#story-data").text_content() or "{}")["cards"]
        chosen = {
            "claim": next(c["id"] for c in cards if c["numbers"] and c["numbers"]["word"] == "depends"),
            "leg": next(c["id"] for c in cards if c["mode"] == "sea"),
        }
        parts = []
        for name, (left, top, width, height) in INSETS.items():
            near = inset(browser, page, chosen[name], width, height)
            parts.append(INSET.format(b64encode(near).decode(), left, top))
        sheet = browser.new_page(viewport=SIZE)
        sheet.set_content(SHEET.format(b64encode(whole.screenshot()).decode(), "".join(parts)))
        sheet.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
