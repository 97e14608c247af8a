"""Hold what one card of the list says, and quote the articles for it."""

from dataclasses import dataclass, field
from functools import cached_property

from geo import text
from geo.model import End, Report, Span, When
from geo.page.days import Day, Days

__all__ = ["NO_DATE", "Card", "Teller", "end_words", "when_words"]

NO_DATE = "date not given"


@dataclass(slots=True)
class Card:
    """One card of the list; `unmapped` is the reason when it has no mark."""

    id: str
    kind: str
    day: Day
    title: str
    when: str = ""
    tags: list[str] = field(default_factory=list)
    mode: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    because: str = ""
    numbers: dict[str, object] | None = None
    conflicts: list[str] = field(default_factory=list)
    checks: list[tuple[str, bool | None, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    sources: list[dict[str, object]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    unmapped: str = ""

    def row(self) -> dict[str, object]:
        """Return it for the data island."""
        return {
            "id": self.id, "kind": self.kind, "day": self.day.key, "title": self.title, "when": self.when, "tags": self.tags,
            "mode": self.mode, "facts": self.facts, "because": self.because, "numbers": self.numbers, "conflicts": self.conflicts,
            "checks": self.checks, "places": self.places, "sources": self.sources, "marks": self.marks, "unmapped": self.unmapped,
        }  # fmt: skip


@dataclass(frozen=True)
class Teller:
    """One report as a source of quotations."""

    index: int
    report: Report

    @cached_property
    def document(self) -> text.Document:
        """The article in sentences."""
        return text.read(self.report.article)

    @cached_property
    def days(self) -> Days:
        """The dates of its words."""
        return Days(self.report, self.document)

    def quote(self, span: Span, says: str = "") -> dict[str, object]:
        """Return the sentence around some words, cut in three, and where it stands."""
        index = self.document.at(span.start)
        if index is None:
            before, after, paragraph = "", "", 0
        else:
            sentence = self.document.sentences[index]
            end = max(sentence.end, span.end)
            before, after = (
                self.report.article.text[sentence.start : span.start],
                self.report.article.text[span.end : end],
            )
            paragraph = sentence.paragraph + 1
        return {
            "article": self.index,
            "before": before,
            "words": span.text,
            "after": after,
            "paragraph": paragraph,
            "says": says,
        }


def end_words(end: End | None) -> str:
    """Name an end as the article does, or as the gazetteer does."""
    if end is None:
        return ""
    written = end.span.text if end.span else ""
    return written or (end.place.name if end.place else end.line or "")


def when_words(when: When | None) -> str:
    """Say how a date was worked out."""
    return f"“{when.span.text}”: {when.because}" if when else ""
