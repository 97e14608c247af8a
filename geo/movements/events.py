"""Read what happened at a place without anything moving there: strikes, launches, meetings, statements."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from geo.dates.pieces import inside, pieces
from geo.model import End, Event, Mention, Report, Span, When
from geo.movements.clauses import place_like
from geo.movements.happenings import kind_of, stirs
from geo.movements.phrases import Chunk, Parse, parse
from geo.movements.words import PRONOUNS, SAYING
from geo.text import Document

__all__ = ["merge", "read"]

_AT: Final = frozenset("in at near off outside".split())
_TOWARDS: Final = frozenset("on into over against".split())


def _end(parsed: Parse, chunk: Chunk, mentions: Sequence[Mention]) -> End | None:
    """Make an end of a noun phrase; after "on" or "against" only where a place is known by its words."""
    if chunk.prep not in _AT | _TOWARDS or not place_like(parsed, chunk):
        return None
    span = parsed.span(chunk.first, chunk.last)
    named = [each for each in mentions if each.span.overlaps(span)]
    place = next((each.place for each in named if each.role == "literal" and each.place), None)
    unknown = bool(mentions) and place is None and (chunk.prep in _TOWARDS or bool(named))
    return None if unknown else End(span, place)


def _place(parsed: Parse, at: int, mentions: Sequence[Mention]) -> End | None:
    """Find where an event happened: the nearest place after it that says so, else one before."""
    after = [chunk for chunk in parsed.chunks if at < chunk.first <= at + 14]
    before = [chunk for chunk in parsed.chunks if at - 12 <= chunk.first < at]
    found = (_end(parsed, chunk, mentions) for chunk in (*after, *reversed(before)))
    return next((end for end in found if end), None)


def _speaker(parsed: Parse, at: int) -> Span | None:
    """Find who speaks: "comments by X", "X, an official at Y, said", or right after the verb."""
    tokens, listed = parsed.tokens, parsed.chunks
    by = [chunk for chunk in listed if chunk.first > at and chunk.prep == "by"]
    told = bool(by) and all(token.tag in "DP" for token in tokens[at + 1 : by[0].first])
    if tokens[at].tag != "V" or told:  # "a deal announced Thursday by the city"
        found = by
    else:
        free = [
            chunk
            for chunk in listed
            if chunk.last <= at
            and chunk.prep == ""
            and (not chunk.first or tokens[chunk.first - 1].tag in "MCRDA")
        ]
        after = [chunk for chunk in listed if chunk.first == at + 1]
        beside = bool(free) and not any(token.tag == "V" for token in tokens[free[-1].last : at])
        found = [*(free[-1:] if beside else []), *after]
    return parsed.span(found[0].first, found[0].last) if found else None


def _seat(parsed: Parse, at: int, speaker: Span | None, mentions: Sequence[Mention]) -> End | None:
    """Find where a statement was made: the speaker's own place, or that named between the speaker and the verb."""
    if speaker is None:
        return None
    start, end = sorted((speaker.start, parsed.sentence.start + parsed.tokens[at].start))
    for mention in mentions:
        if mention.place is not None and start <= mention.span.start < max(end, speaker.end):
            return End(mention.span, mention.place, because="where the speaker sits")
    return None


def _spoken(parsed: Parse, at: int, when: When) -> bool:
    """Decide whether a date is that of the verb of saying at a token: beside it, or opening its sentence."""
    tokens, base = parsed.tokens, parsed.sentence.start
    opening = when.span.start - base <= 3 and not any(token.tag == "V" for token in tokens[:at])
    token = tokens[at]
    between = parsed.sentence.text[
        min(token.end, when.span.end - base) : max(token.start, when.span.start - base)
    ]
    return opening or (len(between) <= _BESIDE and not set(',;:“"') & set(between))


_BESIDE: Final = 18  # characters between a verb of saying and its date


def _away(parsed: Parse, at: int, when: When) -> int:
    """Count the characters between a token and a date."""
    base, token = parsed.sentence.start, parsed.tokens[at]
    return max(when.span.start - base - token.end, base + token.start - when.span.end, 0)


def _dated(parsed: Parse, at: int, kind: str, dates: Sequence[When]) -> When | None:
    """Choose the date of an event: the nearest; a statement's stands by its verb, and no other event takes that one."""
    start = parsed.sentence.start + parsed.tokens[at].start
    own = [each for each in dates if each.span.start <= start < each.span.end and each.precision == "day"]
    if own:
        return min(own, key=lambda each: len(each.span.text))
    if kind == "statement":
        fitting = [each for each in dates if _spoken(parsed, at, each)]
    else:
        says = [
            index for index, token in enumerate(parsed.tokens) if token.low in SAYING and token.tag == "V"
        ]
        fitting = [each for each in dates if not any(_spoken(parsed, index, each) for index in says)]
    return min(fitting, key=lambda each: _away(parsed, at, each), default=None)


_WEEK: Final = 7


def _of_days(when: When | None) -> bool:
    """Decide whether a date is told to the days; an event of some month at no place tells nothing."""
    return bool(when and when.first and when.last and (when.last - when.first).days < _WEEK)


def _events(parsed: Parse, mentions: Sequence[Mention], dates: Sequence[When]) -> Iterator[Event]:
    """Yield the events of a sentence, one of a kind."""
    seen: set[str] = set()
    for at in range(len(parsed.tokens)):
        kind = kind_of(parsed, at)
        if kind is None or kind in seen:
            continue
        when = _dated(parsed, at, kind, dates)
        speaker = _speaker(parsed, at) if kind == "statement" else None
        place = _seat(parsed, at, speaker, mentions) if kind == "statement" else _place(parsed, at, mentions)
        if not (speaker and when if kind == "statement" else place or _of_days(when)):
            continue
        seen.add(kind)
        cue = parsed.span(at, at + 1)
        sentence = parsed.sentence
        why = f"{cue.text!r} is a {kind}" + (f", dated by {when.span.text!r}" if when else "")
        yield Event(sentence.span(0, len(sentence.text)), cue, kind, place, when, speaker, why)


def read(document: Document, mentions: Sequence[Mention], dates: Sequence[When]) -> tuple[Event, ...]:
    """Read the events of an article in reading order; a sentence printed twice counts once.

    >>> from geo import dates, text
    >>> from geo.model import Article
    >>> document = text.read(Article("a", "Rockets struck a depot in Odesa on 3 May 2024, the mayor said."))
    >>> [(each.kind, each.place.span.text, str(each.when.first)) for each in read(document, (), dates.read(document)[0])]
    [('strike', 'Odesa', '2024-05-03')]
    """
    found: list[Event] = []
    printed: set[str] = set()
    by_start = sorted(dates, key=lambda each: each.span.start)
    named = sorted(mentions, key=lambda each: each.span.start)
    for _, sentence in pieces(document):
        key = re.sub(r"\W+", " ", sentence.text).strip().lower()
        if key in printed:
            continue
        printed.add(key)
        here = inside(by_start, sentence)
        if not stirs(sentence.text, dated=bool(here)):
            continue
        found.extend(_events(parse(sentence, here), inside(named, sentence), here))
    return _placed(_once(found))


def _once(events: Iterable[Event]) -> Iterator[Event]:
    """Yield one statement for each speaker and day, and every other event."""
    said: set[object] = set()
    for each in events:
        key = (each.said_by.text.lower() if each.said_by else None, _day(each.when))
        if each.kind != "statement" or key not in said:
            said.add(key)
            yield each


# Kinds that may be told of one happening: a missile launched into a country is a strike there.
_FAMILIES: Final = {"launch": "strike", "blast": "strike"}


def _placed(events: Iterable[Event]) -> tuple[Event, ...]:
    """Give an event without a place that of the last of its family told before it, where their dates allow."""
    done: list[Event] = []
    last: dict[str, Event] = {}
    for each in events:
        family = _FAMILIES.get(each.kind, each.kind)
        event, earlier = each, last.get(family)
        if each.place is None and each.kind != "statement" and earlier and earlier.place:
            place = replace(earlier.place, because=f"carried from {earlier.cue.text!r} before")
            event = replace(each, place=place, because=f"{each.because}; place {place.because}")
        elif each.place:
            last[family] = each
        done.append(event)
    return tuple(done)


def _day(when: When | None) -> tuple[object, object] | None:
    """Give the days of a date that is known."""
    return (when.first, when.last) if when and when.first else None


def _named(span: Span | None) -> frozenset[str]:
    """Give the words of a span that name something."""
    if span is None or span.text.lower() in PRONOUNS:
        return frozenset()
    return frozenset(
        word.strip(".,'’\"“”").lower().removesuffix("'s").removesuffix("’s")
        for word in span.text.split()
        if word[:1].isupper()
    )


def _same(a: Event, b: Event) -> bool:
    """Decide whether two articles tell the same event: kind and days agree, and place or speaker does not contradict."""
    if a.kind != b.kind or _day(a.when) is None or _day(a.when) != _day(b.when):
        return False
    if a.kind == "statement":
        return bool(_named(a.said_by) & _named(b.said_by))
    one, two = (each.place for each in (a, b))
    if one is None or two is None:
        return True
    if one.place and two.place:
        return one.place.id == two.place.id
    return bool(_named(one.span) & _named(two.span))


def merge(reports: Iterable[Report]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Group the events of several articles that are one event; each group lists (report, event), the first telling first."""
    listed = [
        (at, number, event) for at, report in enumerate(reports) for number, event in enumerate(report.events)
    ]
    groups: list[list[tuple[int, int, Event]]] = []
    for row in listed:
        for group in groups:
            if any(_same(row[2], other[2]) for other in group):
                group.append(row)
                break
        else:
            groups.append([row])
    return tuple(tuple((at, number) for at, number, _ in group) for group in groups)
