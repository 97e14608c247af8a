"""Say what the page cannot draw, and how its numbers were made."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

from geo.model import Article, Mention, Place, Story

__all__ = ["article", "credits_of", "link", "method", "unmapped"]

_ROLES = {
    "actor": "named as an actor (a government, not a site)",
    "demonym": "names people or things of a country, not a site",
}
_FAMILY = re.compile(
    r"\s*(?:[:(;,]|\b\d)"
)  # what follows the name of a gazetteer: a record's own name or number
_VIEWS = {
    "recognised": "the internationally recognised view (Crimea in Ukraine); other readings are listed with each claim",
    "de-facto": "the de facto view (lines of control as borders); other readings are listed with each claim",
}


def link(url: str | None) -> str:
    r"""Pass an http or https address, and nothing else.

    >>> link("https://example.org/a?b=1"), link("java\\tscript:alert(1)"), link("//example.org")
    ('https://example.org/a?b=1', '', '')
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return str(url) if parts.scheme in ("http", "https") and parts.hostname else ""


def article(each: Article) -> dict[str, str]:
    """Return what the page says of an article."""
    return {
        "title": each.title or each.id,
        "outlet": each.outlet or "",
        "author": each.author or "",
        "published": each.published.isoformat() if each.published else "",
        "from": each.published_from,
        "url": link(each.url),
        "file": (each.source or each.id).replace("\\", "/").rsplit("/", 1)[-1],
        "sha256": sha256(each.text.encode("utf-8", "replace")).hexdigest(),
    }


def unmapped(story: Story, shown: Container[str]) -> list[dict[str, object]]:
    """List the names that were read and not drawn, each once an article, with the reason."""
    rows: Counter[tuple[int, str, str]] = Counter()
    for index, report in enumerate(story.reports):
        for mention in report.mentions:
            if mention.role != "literal" or mention.place is None or mention.place.id not in shown:
                rows[index, mention.span.text, _reason(mention)] += 1
    return [
        {"words": words, "because": because, "article": index, "count": count}
        for (index, words, because), count in rows.items()
    ]


def credits_of(story: Story, places: Iterable[Place]) -> list[str]:
    """Name every source of data in use; a bare licence is told with the gazetteers that it covers."""
    families: dict[str, dict[str, None]] = {}
    for place in places:
        if place.licence:
            families.setdefault(place.licence, {})[
                _FAMILY.split(place.source, maxsplit=1)[0] or "curated"
            ] = None
    named = [f"Places: {', '.join(found)} ({licence})" for licence, found in families.items()]
    return [*(each for each in story.credits if each not in families), *named]


def _reason(mention: Mention) -> str:
    """Say why a name has no mark."""
    if mention.place is None:
        return mention.because
    return _ROLES.get(mention.role, "named as a whole; too wide for a mark of its own")


def method(story: Story) -> list[str]:
    """Say how the page was made."""
    try:
        release = version("dateline")
    except PackageNotFoundError:
        release = "from source"
    return [
        f"Made by Dateline {release}. Places, dates, movements and claims were read by a program and matched to gazetteers; they are as reported, not confirmed.",
        "Distances are geodesics on the WGS84 ellipsoid. A verdict says whether a number fits the map, not whether a report is true.",
        "The tolerance of a claim comes from how its figure was printed, from words such as “about”, and from the size of the places.",
        f"Borders follow {_VIEWS.get(story.borders, story.borders)}. Disputed lines are dashed.",
        "A path is an estimate of a way that could have been travelled; “path not reported” marks those whose course no article gives.",
        "A place known only roughly is hollow, inside the circle it may lie in; a region has no dot.",
        "A date layer holds what happened that day. Things without a date of their own stand under “undated”, never under the day of publication.",
    ]
