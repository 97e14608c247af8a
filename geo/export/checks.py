"""Print the checked claims of a story: a table, JSON, CSV, Markdown, or drafts of ClaimReview."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from geo.errors import InputError
from geo.export import record
from geo.export.terminal import cell, inline, markdown, printable
from geo.model import Finding, Reading, Report, Story
from geo.units import unit

__all__ = ["FORMATS", "render", "rows"]

WIDTH = 120  # columns of the table; fixed, so that the same story prints the same
# The longest verdict, "not checkable", and a figure such as "12,345.6 km" each fit a line.
_WIDTHS = {"claim": 27, "stated": 10, "measured": 11, "tolerance": 9, "verdict": 13, "because": 31}
_METHOD = "Measured as geodesics on the WGS84 ellipsoid. Borders: {borders} view, where a reading does not say otherwise."
# schema.org wants a number; the words are the contract's. What could not be checked gets no rating.
_RATINGS = {
    "supported": (5, "Supported"),
    "close": (4, "Close"),
    "depends": (3, "Depends on the reading"),
    "contradicted": (1, "Contradicted"),
}
_COLUMNS = (
    *(
        "article",
        "published",
        "outlet",
        "start",
        "end",
        "text",
        "kind",
        "subject",
        "object",
        "direction",
        "stated",
    ),
    *("second", "verdict", "measured", "tolerance", "readings", "because"),
)


def render(story: Story, form: str) -> str:
    """Print all claims in one of `FORMATS`."""
    if form not in FORMATS:
        raise InputError(f"no format {form!r}; accepted are {', '.join(FORMATS)}")
    return FORMATS[form](story)


def rows(story: Story) -> list[dict[str, Any]]:
    """Give one flat row a claim, in reading order, with the columns of the CSV."""
    return [_row(report, found) for report, found in story.findings()]


def _row(report: Report, found: Finding) -> dict[str, Any]:
    """Flatten one claim."""
    said, verdict, full = found.claim, found.verdict, record.claim(found)
    measure = _measure(found)
    return {
        "article": report.article.id,
        "published": report.article.published.isoformat() if report.article.published else None,
        "outlet": report.article.outlet,
        "start": said.span.start,
        "end": said.span.end,
        "text": said.span.text,
        "kind": said.kind,
        "subject": said.subject.span.text if said.subject and said.subject.span else None,
        "object": said.object.span.text if said.object and said.object.span else None,
        "direction": said.direction,
        "stated": _stated(full),
        "second": f"{full['second']['value']:g} {full['second']['unit']}"
        if full["second"] and full["second"]["value"] is not None
        else None,
        "verdict": verdict.word,
        "measured": _with_unit(verdict.measured_km, measure) if measure else None,
        "tolerance": _with_unit(verdict.tolerance_km, measure),
        "readings": "; ".join(_reading(each, measure) for each in verdict.readings),
        "because": verdict.because,
    }


def _reading(each: Reading, measure: str) -> str:
    """Tell one reading, with its number where the claim is one of a number."""
    number = f": {_with_unit(each.km, measure)}" if measure else ""
    return f"{each.name}{number} ({'fits' if each.fits else 'does not fit'})"


def _measure(found: Finding) -> str:
    """Name the unit a claim is measured in: km, km2, h, degrees of a direction, or "" where being inside is all."""
    quantity = found.claim.quantity
    if quantity is None:
        return {"direction": "°", "contain": ""}.get(found.claim.kind, "km")
    return {"length": "km", "area": "km2", "time": "h"}[unit(quantity.unit).dimension]


def _stated(full: Mapping[str, Any]) -> str | None:
    """Give the stated figure as the article has it."""
    low, high = full["value_low"], full["value_high"]
    bounds = [f"{each:g}" for each in dict.fromkeys((low, high)) if each is not None]
    figure = f"{'-'.join(bounds)} {full['unit']}" if bounds else None
    return " ".join(each for each in (full["hedge"], figure, full["direction"]) if each) or None


def _with_unit(value: float | None, measure: str) -> str | None:
    """Give a figure with a precision that fits its size."""
    if value is None:
        return None
    digits = 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}{'' if measure == '°' else ' '}{measure}"


def _table(story: Story) -> str:
    """Print a table for the terminal."""
    found = rows(story)
    if not found:
        return "no claims were found\n"
    table = Table(show_lines=True, width=WIDTH)
    for name, columns in _WIDTHS.items():
        table.add_column(name, width=columns, overflow="fold")
    for row in found:
        said = f"{row['text']}\n({row['article']}, {row['published'] or 'undated'})"
        cells = (said, row["stated"], row["measured"], row["tolerance"], row["verdict"], row["because"])
        table.add_row(*(Text("\n".join(map(printable, str(each or "-").split("\n")))) for each in cells))
    out = io.StringIO()
    console = Console(
        file=out, width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False, _environ={}
    )
    console.print(table)
    counts = Counter(row["verdict"] for row in found)
    words = ", ".join(f"{count} {word}" for word, count in sorted(counts.items()))
    console.print(Text(f"{len(found)} claim{'s' if len(found) > 1 else ''}: {words}"))
    console.print(Text(_METHOD.format(borders=story.borders)))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _json(story: Story) -> str:
    """Print a list of claims."""
    return json.dumps(record.claims(story), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _csv(story: Story) -> str:
    """Print comma-separated values, one row a claim."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_plain(row[name]) for name in _COLUMNS] for row in rows(story))
    return out.getvalue()


def _plain(value: object) -> object:
    """Make a cell safe for the spreadsheet it is opened in and the terminal it may be printed on."""
    return cell(printable(value) if isinstance(value, str) else value)


def _markdown(story: Story) -> str:
    """Print a report that can be pasted into a page."""
    out = ["# Distance check", ""]
    for number, row in enumerate(rows(story), 1):
        out += [
            f"## {number}. {_RATINGS.get(row['verdict'], (0, 'Not checkable'))[1]}",
            "",
            f"> {markdown(row['text'])}",
            "",
        ]
        facts = (
            ("Article", f"{row['article']}, {row['published'] or 'undated'}"),
            *(
                (label, row[key])
                for label, key in (("Outlet", "outlet"), ("Stated", "stated"), ("Also printed", "second"))
            ),
            *(
                (label, row[key])
                for label, key in (
                    ("Measured", "measured"),
                    ("Tolerance", "tolerance"),
                    ("Because", "because"),
                )
            ),
        )
        out += [f"- {label}: {inline(str(value))}" for label, value in facts if value]
        out += [f"- Reading: {inline(each)}" for each in row["readings"].split("; ") if each]
        out.append("")
    out += [_METHOD.format(borders=story.borders), *(f"\n{markdown(credit)}" for credit in story.credits)]
    return "\n".join(out) + "\n"


def _claimreview(story: Story) -> str:
    """Print drafts in the vocabulary of schema.org; a person names the reviewer and the day and publishes them."""
    drafts = [_draft(report, found) for report, found in story.findings() if found.verdict.word in _RATINGS]
    return json.dumps(drafts, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _draft(report: Report, found: Finding) -> dict[str, Any]:
    """Draft one ClaimReview."""
    article, said = report.article, found.claim
    rating, name = _RATINGS[found.verdict.word]
    row = _row(report, found)
    body = " ".join(
        filter(
            None,
            (
                found.verdict.because,
                f"Readings: {row['readings']}." if row["readings"] else "",
                "Geodesics on WGS84.",
            ),
        )
    )
    published = {"datePublished": row["published"]} if row["published"] else {}
    appearance = {
        "@type": "NewsArticle",
        **({"headline": article.title} if article.title else {}),
        **({"url": article.url} if article.url and article.url.startswith(("https://", "http://")) else {}),
        **({"publisher": {"@type": "Organization", "name": article.outlet}} if article.outlet else {}),
        **published,
    }
    speaker = {"author": {"@type": "Person", "name": said.speaker.text}} if said.speaker else {}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": said.span.text,
        "author": {
            "@type": "Organization",
            "name": "machine draft by Dateline: name the reviewer before publishing",
        },
        "itemReviewed": {"@type": "Claim", **published, "appearance": appearance, **speaker},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": name,
        },
        "reviewBody": body,
    }


FORMATS: Mapping[str, Callable[[Story], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "claimreview": _claimreview,
}
