"""Write the HTML file: a branca figure that inlines packaged assets and keeps outside text out of templates.

branca renders an element and then compiles *the result* as a template again, so any outside text in a folium
object would run as Python. This figure therefore gives folium geometry and program-made ids only; text travels
in JSON islands, which are written after all templates have run.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import count
from threading import Lock

from branca.element import CssLink, Element, Figure, JavascriptLink

from geo.errors import DataError

__all__ = ["Page", "asset", "island", "numbered_ids", "script"]

_ASSETS = files("geo.page") / "assets"
# What folium may ask for, by the name it gives the link; any other link is an error, not a request.
_SCRIPTS = {"leaflet": "vendor/leaflet.js"}
_STYLES = {"leaflet_css": "vendor/leaflet.css"}
# In this order: a module may use what stands above it.
_MODULES = (
    "dom",
    "format",
    "days",
    "state",
    "filter",
    "labels",
    "icons",
    "cards",
    "panel",
    "base",
    "pins",
    "popup",
    "writing",
    "map",
    "timeline",
    "export",
    "main",
)
_SHEETS = ("page.css", "map.css", "print.css")
_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_IMPORT = re.compile(r"^import [^;\n]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async |const |function |class ))", re.MULTILINE)
_PICTURE = re.compile(r"url\(images/[\w.-]+\)")
_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")
_LOCK = Lock()


def asset(name: str) -> str:
    """Read a packaged file.

    Raises
    ------
    DataError
        When the package lacks it.
    """
    try:
        return (_ASSETS / name).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"the page asset {name!r} is missing from the package; install it again") from error


def script() -> str:
    """Join the modules into one script in a closure; their names live there and nowhere else."""
    parts = (_EXPORT.sub("", _IMPORT.sub("", asset(f"js/{name}.js"))) for name in _MODULES)
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


def island(identifier: str, value: object) -> str:
    r"""Write a block of data that no parser of HTML or script takes for anything else.

    >>> island("x", "</script>&")
    '<script type="application/json" id="x">"\\u003c/script\\u003e\\u0026"</script>'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate cannot be written as UTF-8.
    text = text.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPES)
    return f'<script type="application/json" id="{identifier}">{text}</script>'


@contextmanager
def numbered_ids() -> Iterator[None]:
    """Let branca count its elements instead of drawing ids by lot, so that two builds are the same bytes."""
    numbers = count(1)
    drawn = Element.__dict__["_generate_id"]
    with _LOCK:
        setattr(Element, "_generate_id", classmethod(lambda _: str(next(numbers))))  # noqa: B010  (a method to mypy)
        try:
            yield
        finally:
            setattr(Element, "_generate_id", drawn)  # noqa: B010


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


class Page(Figure):
    """A figure whose file needs nothing but itself.

    Parameters
    ----------
    title
        For the title element, where it is escaped.
    islands
        The data blocks by their id.
    pictures
        Sources beyond `data:` that pictures may come from (tiles), as the content security policy writes them.
    """

    def __init__(self, title: str, islands: Mapping[str, object], pictures: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._heading = title
        self._islands = islands
        self._pictures = pictures

    def render(self, **kwargs: object) -> str:
        """Render the children, then the file; only this step sees text from outside."""
        for child in self._children.values():
            child.render(**kwargs)
        linked, styles = self._linked()
        scripts = [*linked, script(), "(() => {" + self.script.render(**kwargs) + "})();"]
        styles += [asset(f"css/{name}") for name in _SHEETS]
        body = asset("body.html").replace("<!--map-->", self.html.render(**kwargs))
        blocks = [island(name, value) for name, value in self._islands.items()]
        runs = [f"<script>{text}</script>" for text in scripts]
        return "\n".join(
            [
                "<!DOCTYPE html>",
                '<html lang="en">',
                "<head>",
                *self._head(scripts, styles),
                "</head>",
                "<body>",
                body,
                *blocks,
                *runs,
                "</body>",
                "</html>",
                "",
            ]
        )

    def _head(self, scripts: list[str], styles: list[str]) -> list[str]:
        """Return what stands in the head: the policy before anything it rules."""
        return [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{self._policy(scripts, styles)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="generator" content="Dateline">',
            f"<title>{escape(self._heading)}</title>",
            *(f"<style>{text}</style>" for text in styles),
        ]

    def _linked(self) -> tuple[list[str], list[str]]:
        """Turn the links that folium put in the header into packaged text; refuse everything else there."""
        scripts, styles = [], []
        for name, child in self.header._children.items():  # noqa: SLF001  (branca has no other door)
            if isinstance(child, JavascriptLink) and name in _SCRIPTS:
                scripts.append(_MAP.sub("", asset(_SCRIPTS[name])))
            elif isinstance(child, CssLink) and name in _STYLES:
                styles.append(_PICTURE.sub("none", asset(_STYLES[name])))
            elif name != "meta_http":
                what = getattr(child, "url", name)
                raise DataError(
                    f"the page has no packaged copy of {what!r}; it has {', '.join((*_SCRIPTS, *_STYLES))}"
                )
        return scripts, styles

    def _policy(self, scripts: list[str], styles: list[str]) -> str:
        """Allow these very scripts and styles, pictures in the file, and nothing else."""
        if any("</script" in text.lower() for text in scripts):
            raise DataError("a script of the page would end its own element; this is a fault of the program")
        rules = {
            "default-src": ("'none'",),
            "script-src": tuple(map(_hash, scripts)),
            "style-src": tuple(map(_hash, styles)),
            "img-src": ("data:", *self._pictures),
            "base-uri": ("'none'",),
            "form-action": ("'none'",),
        }
        return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())
