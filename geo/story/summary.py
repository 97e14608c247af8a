"""Say in a few lines what a story holds: what the map command prints."""

from collections import Counter

from geo.model import Story, VerdictWord

__all__ = ["VERDICT_NAMES", "dates_of", "lines", "unplaced"]

# Contract words of a verdict and how a reader sees them, best first.
VERDICT_NAMES: dict[VerdictWord, str] = {
    "supported": "Supported",
    "close": "Close",
    "depends": "Depends on the reading",
    "contradicted": "Contradicted",
    "not checkable": "Not checkable",
}


def unplaced(story: Story) -> tuple[tuple[str, str], ...]:
    """List the names that are not on the map, each once, with the reason."""
    found = {m.span.text: m.because for r in story.reports for m in r.mentions if m.place is None}
    return tuple(found.items())


def dates_of(story: Story) -> tuple[str, ...]:
    """List the days and intervals on which something moved or happened, in order, in ISO form."""
    whens = [leg.movement.when for leg in story.legs]
    whens += [story.reports[i].events[j].when for told in story.events for i, j in told[:1]]
    days = {(w.first, w.last) for w in whens if w is not None and w.first is not None and w.last is not None}
    return tuple(
        first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        for first, last in sorted(days)
    )


def lines(story: Story) -> tuple[str, ...]:
    """Summarise a story.

    >>> lines(Story(reports=()))[0]
    '0 articles, 0 places, 0 dates, 0 legs, 0 claims'
    """
    places = {m.place.id for r in story.reports for m in r.mentions if m.place is not None}
    verdicts = Counter(finding.verdict.word for _, finding in story.findings())
    dates = dates_of(story)
    counts = (
        (len(story.reports), "article"),
        (len(places), "place"),
        (len(dates), "date"),
        (len(story.legs), "leg"),
        (sum(verdicts.values()), "claim"),
    )
    out = [", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)]
    if verdicts:
        out.append(
            "claims: "
            + ", ".join(f"{verdicts[w]} {n.lower()}" for w, n in VERDICT_NAMES.items() if verdicts[w])
        )
    if dates:
        out.append("dates: " + ", ".join(dates))
    missing = unplaced(story)
    if missing:
        out.append(f"not mapped ({len(missing)}): " + ", ".join(name for name, _ in missing))
    out += [f"warning: {each}" for report in story.reports for each in report.warnings]
    out += [f"warning: {each}" for each in story.warnings]
    return tuple(out)
