"""Take the article out of a web page, and notice when text got lost on the way.

The extractor is trafilatura. Its parser drops whatever lies deeper than 256 elements without a word, so a second
pass with `html.parser`, which has no such limit, looks for paragraphs that should be there and are not.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import islice
from typing import Any

import trafilatura

from geo.articles.decode import decode
from geo.errors import InputError

__all__ = ["Page", "read"]

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:-]{2,40})", re.IGNORECASE
)
_XML_DECLARED = re.compile(
    rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:-]{2,40})", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page may name its encoding
# A span of 10,000 columns is a trick to use up memory (trafilatura issues 657 and 665).
_WIDE_SPAN = re.compile(r"\b(?:col|row)span\s{0,9}=\s{0,9}[\"']?\d{4,}", re.IGNORECASE)
# The extractor's time grows with the square of the attributes of one element; no article needs so many.
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,30})\s[^<>]{4096,}>")
_DEEP = 240  # elements; the parser's limit is 256, and it counts some that the page leaves out
_SHORT = 40  # letters; shorter pieces are captions and buttons more often than text
_MOST_LOST = 5000  # blocks looked for, so that a page of a million deep elements ends, too
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    "p li blockquote h1 h2 h3 h4 h5 h6 div td th article section main pre dd dt figcaption br tr".split()
)
_HIDDEN = frozenset(
    "script style noscript template svg math nav footer aside form button select head iframe".split()
)


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: text, what the page says of itself, and warnings."""

    text: str
    fields: dict[str, str]
    warnings: tuple[str, ...] = ()


def read(data: bytes, name: str) -> Page:
    """Extract the article; text that the extractor lost is added at the end, with a warning."""
    declared = _DECLARED.search(data[:_HEAD]) or _XML_DECLARED.search(data[:_HEAD])
    markup, warnings = decode(data, name, declared=declared[1].decode("ascii") if declared else None)
    markup = _LONG_TAG.sub(r"<\1>", markup)
    document = _extract(markup)
    blocks = _blocks(markup)
    text = (document.text or "").strip() if document is not None else ""
    if not text:
        text = "\n".join(block for block, _ in blocks)
        warnings = (*warnings, "no article was recognised on this page; all its text is read")
    else:
        lost = _lost(text, blocks)
        if lost:
            warnings = (
                *warnings,
                f"{len(lost)} paragraph(s) lie deeper in the page than the extractor sees; added at the end",
            )
        text = "\n".join([text, *lost])
    if not text.strip():
        raise InputError(f"{name}: no text on this page; a page with an article is accepted")
    return Page(text, _fields(document), warnings)


def _extract(markup: str) -> Any:  # noqa: ANN401  (trafilatura's document has no types)
    """Run the extractor; `None` when the page is too broken for it."""
    calm = _WIDE_SPAN.sub("data-span=1", markup)
    try:
        return trafilatura.bare_extraction(
            calm,
            with_metadata=True,
            include_comments=False,
            include_images=False,
            # Without the extensive search and with fixed bounds a date is metadata, neither a guess nor the clock's.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "min_date": "1900-01-01",
                "max_date": "2200-01-01",
            },
        )
    except Exception:  # noqa: BLE001  (whatever a hostile page breaks inside the extractor, the second pass still reads it)
        return None


def _fields(document: Any) -> dict[str, str]:  # noqa: ANN401
    """Collect what the page says of itself."""
    if document is None:
        return {}
    named = {
        "title": document.title,
        "outlet": document.sitename,
        "author": document.author,
        "published": document.date,
        "url": document.url,
    }
    return {key: value.strip() for key, value in named.items() if isinstance(value, str) and value.strip()}


def _lost(text: str, blocks: Iterable[tuple[str, int]]) -> list[str]:
    """List blocks that lie deep and are not in the extracted text."""
    kept = _letters(text)
    deep = {_letters(block): block for block, depth in blocks if depth > _DEEP}
    candidates = islice(deep.items(), _MOST_LOST)
    return [block for letters, block in candidates if len(letters) >= _SHORT and letters not in kept]


def _letters(text: str) -> str:
    """Reduce text to its letters and digits, so that spacing does not matter."""
    return re.sub(r"\W+", "", text).casefold()


def _blocks(markup: str) -> list[tuple[str, int]]:
    """List the visible text of a page block by block, each with how deep it lies."""
    collector = _Collector()
    collector.feed(markup)
    collector.close()
    collector.cut()
    return collector.blocks


class _Collector(HTMLParser):
    """Collect visible text without a limit of depth, in linear time."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, int]] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._hidden = 0
        self._deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Go one element deeper."""
        if tag in _BLOCKS:
            self.cut()
        if tag not in _VOID:
            self._open.append(tag)
            self._count[tag] += 1
            self._hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        """Close an element and whatever was left open in it."""
        if tag in _BLOCKS:
            self.cut()
        while self._count[tag]:
            last = self._open.pop()
            self._count[last] -= 1
            self._hidden -= last in _HIDDEN
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        """Keep text that a reader would see."""
        if not self._hidden:
            self._words.append(data)
            self._deepest = max(self._deepest, len(self._open)) if data.strip() else self._deepest

    def cut(self) -> None:
        """End a block."""
        text = " ".join("".join(self._words).split())
        if text:
            self.blocks.append((text, self._deepest))
        self._words, self._deepest = [], 0
