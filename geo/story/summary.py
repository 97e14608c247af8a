"""Say in a few lines what a story holds: what the map command prints."""

from collections import Counter

from geo.model import End, Place, Story, VerdictWord

__all__ = ["VERDICT_NAMES", "WIDE", "dates_of", "lines", "places_of", "unplaced"]

WIDE = frozenset({"country", "continent", "ocean"})  # kinds that get no mark for being named only

# Contract words of a verdict and how a reader sees them; what calls for a second look comes first.
VERDICT_NAMES: dict[VerdictWord, str] = {
    "contradicted": "Contradicted",
    "depends": "Depends on the reading",
    "close": "Close",
    "not checkable": "Not checkable",
    "supported": "Supported",
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


def places_of(story: Story) -> tuple[Place, ...]:
    """List the places that are on the map, each once: where something moved, happened or was measured, and sites that are named."""
    ends: list[End | None] = []
    for leg in story.legs:
        ends += (leg.movement.origin, *leg.movement.via, leg.movement.destination)
    clustered = {each for told in story.events for each in told}
    for index, report in enumerate(story.reports):
        alone = (each for number, each in enumerate(report.events) if (index, number) not in clustered)
        ends += (each.place for each in alone)
        ends += (end for found in report.findings for end in (found.claim.subject, found.claim.object))
    for told in story.events:
        tellings = (story.reports[report].events[number].place for report, number in told)
        ends.append(next((end for end in tellings if end and end.place), None))
    places = [end.place for end in ends if end and end.place]
    for report in story.reports:
        named = (each.place for each in report.mentions if each.role == "literal" and each.place)
        places += (place for place in named if place.kind not in WIDE)
    return tuple({place.id: place for place in places}.values())


def lines(story: Story) -> tuple[str, ...]:
    """Summarise a story.

    >>> lines(Story(reports=()))[0]
    '0 articles, 0 places, 0 dates, 0 legs, 0 claims'
    """
    verdicts = Counter(finding.verdict.word for _, finding in story.findings())
    dates = dates_of(story)
    counts = (
        (len(story.reports), "article"),
        (len(places_of(story)), "place"),
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
    conflicts = [(leg, each) for leg in story.legs for each in leg.conflicts]
    out += [f"told differently: leg {leg.id}: {each}" for leg, each in conflicts]
    several = len(story.reports) > 1
    out += [
        f"warning: {f'{report.article.id}: ' if several else ''}{each}"
        for report in story.reports
        for each in report.warnings
    ]
    out += [f"warning: {each}" for each in story.warnings]
    return tuple(out)
