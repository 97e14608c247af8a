"""Say what the words of a claim's ends stand for: a place, a border, a coast, a front line, the town of the sentence before."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.claims.countries import country
from geo.claims.placing import GENERIC
from geo.model import Claim, End, LonLat, Mention, Place, Span
from geo.text import Document

__all__ = ["UNSURE", "settle"]

# Below this score of the resolver a place is doubtful, and no verdict rests on it.
UNSURE = 0.25

_BORDER = re.compile(r"\b(?:borders?|frontiers?|borderline|boundary)\b", re.IGNORECASE)
_COAST = re.compile(
    r"\b(?:coasts?|coastline|shores?|shoreline|seashore|beach)\b|^(?:the\s)?(?:sea|ocean|water)$",
    re.IGNORECASE,
)
_SEA = re.compile(
    r"^(?:the\s)?(?:sea|ocean|seaside|shore|off\s?shore|coast|coastline|beach|water)$", re.IGNORECASE
)
_FROM_SHORE = re.compile(r"\b(?:off\s?shore|inland|out\sto\ssea)$", re.IGNORECASE)
_NEARBY = "is said to be at or near"
_FRONT = re.compile(
    r"\bfront(?:\s?-?lines?|\slines?)?$|\bline\sof\scontact\b|\bcontact\sline\b", re.IGNORECASE
)
_PARALLEL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\sparallel\b|\bequator\b", re.IGNORECASE)
_POLES = {"north pole": 90.0, "south pole": -90.0}
_SELF = re.compile(
    r"^(?:it|they|there|the\s(?:town|city|village|area|site|place|settlement|island|base|port|district|capital|depot|camp|facility|region|scene|airport|plant|reactor|airbase|mine|dam|hospital|school|station|prison|refinery|bridge)|downtown|(?:the\s)?(?:city|town)\s(?:cent(?:er|re)|limits)|this\s\w+|that\s\w+)$",
    re.IGNORECASE,
)
# "the falls": a thing of a kind that a name before may end in.
_KIND = re.compile(r"the\s(?P<noun>[a-z]{3,14})")
_MORE_NAME = re.compile(r"\s[A-Z][a-z][\w’'-]*")
_CAPITAL = re.compile(r"\bcapital\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'.-]*(?:\s(?:and\s)?[A-Z][\w’'.-]*){0,3}")
# How many sentences "the town" looks back, and how many characters a place may stand behind a thing.
_BACK, _BEHIND = 3, 100
_TOWNS = frozenset({"city", "capital", "town"})
# Claims whose ends are towns before they are provinces of the name.
_BETWEEN_TOWNS = frozenset({"distance", "direction", "travel_time"})
_AREA_KINDS = frozenset({"country", "division", "region", "continent", "ocean", "sea", "county"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What an end is looked up in: all mentions in reading order, and those of the claim and the sentences before it."""

    document: Document
    mentions: Sequence[Mention]
    near: Sequence[Mention]
    afloat: bool
    towns: bool


def settle(claim: Claim, document: Document, mentions: Sequence[Mention]) -> Claim:
    """Give both ends of a claim what they stand for.

    >>> from geo.model import Article, Claim, Span
    >>> from geo.text import read
    >>> doc = read(Article("a", "It is 5 km from the Ukrainian border."))
    >>> end = End(doc.article.span(16, 36))
    >>> settle(Claim(doc.article.span(0, 36), "distance", None, end), doc, ()).object.line
    'border:Ukraine'
    """
    off = bool(claim.cue and re.search(r"\boff\b|\boffshore\b|\bcoast\b", claim.cue.text)) or (
        claim.quantity is not None and claim.quantity.unit == "nmi"
    )
    context = _Context(
        document, mentions, _near(claim.span, document, mentions), off, claim.kind in _BETWEEN_TOWNS
    )
    subject = _settle(claim.subject, context, line=False) if claim.subject else None
    target = (
        _settle(claim.object, context, line=claim.kind == "distance")
        if claim.object
        else _shore(claim, subject, context)
    )
    return replace(claim, subject=subject, object=target)


def _shore(claim: Claim, subject: End | None, context: _Context) -> End | None:
    """Return the coast that "offshore" and "inland" are measured from: that of the country most spoken of.

    Only for a named place: a thing that is merely near a town may well be at sea.
    """
    named = subject and subject.place and _NEARBY not in subject.because
    if claim.kind != "distance" or not named or not _FROM_SHORE.search(claim.span.text):
        return None
    focus = _focus(context)
    return End(None, line=f"coast:{focus[0]}", because="the words say so") if focus else None


def _near(span: Span, document: Document, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions from three sentences before a span to a little behind it."""
    here = document.at(span.start)
    first = document.sentences[max(0, here - _BACK)].start if here is not None else span.start
    low = bisect_left(mentions, first, key=lambda m: m.span.start)
    return mentions[low : bisect_left(mentions, span.end + _BEHIND, lo=low, key=lambda m: m.span.start)]


def _settle(end: End, context: _Context, *, line: bool) -> End:
    """Give one end what it stands for; `line`: a country or a coast may be meant by its edge."""
    if end.span is None or end.place or end.line:
        return end
    words = end.span.text
    inside = [m for m in context.near if end.span.overlaps(m.span)]
    named = _line(words, inside, context) if line else None
    if named:
        return replace(end, line=named, because=f"the words name {named}")
    for pole, lat in _POLES.items():
        if pole in words.lower():
            return replace(
                end,
                place=Place(pole, pole.title(), LonLat(0.0, lat), "pole", radius_km=0.0),
                because="a pole",
            )
    return _placed(end, inside, context, line=line)


def _line(words: str, inside: Sequence[Mention], context: _Context) -> str | None:
    """Name the line that words stand for, as "border:Ukraine"."""
    parallel = _PARALLEL.search(words)
    if parallel:
        return f"parallel:{parallel[1] or 0}"
    if _FRONT.search(words):
        return "layer:front"
    border = _BORDER.search(words)
    if border:
        names = _countries(words[border.end() :], ()) or _countries(words, inside)
        return "border:" + "/".join(names[:2]) if names else None
    if _COAST.search(words):
        return _coast(words, inside, context)
    whole = _whole_countries(words)
    return ("coast:" if context.afloat else "border:") + whole[0] if whole else None


def _coast(words: str, inside: Sequence[Mention], context: _Context) -> str | None:
    """Name the coast that words stand for; "the sea" is that of the country most spoken of."""
    if _SEA.match(words):
        focus = _focus(context)
        return f"coast:{focus[0]}" if focus else None
    names = _countries(words, inside)
    place = _literal(inside)
    wide = [place.name] if place and place.kind in _AREA_KINDS else []
    return next((f"coast:{name}" for name in (*names, *wide)), None)


def _whole_countries(words: str) -> list[str]:
    """Countries, when the words are nothing but their names."""
    parts = [country(part.strip()) for part in re.split(r"\sand\s|,", words)]
    return [p for p in parts if p] if all(parts) else []


def _countries(words: str, inside: Sequence[Mention]) -> list[str]:
    """Countries that words name, in order."""
    out: list[str] = []
    for match in _NAME.finditer(words):
        pieces = match[0].split()
        for size in range(len(pieces), 0, -1):
            found = [country(" ".join(pieces[i : i + size])) for i in range(len(pieces) - size + 1)]
            if any(found):
                out += [f for f in found if f]
                break
    out += [m.place.name for m in inside if m.place and m.place.kind == "country"] if not out else []
    for hyphen in re.findall(r"\b([A-Z]\w+)-([A-Z]\w+)\b", words):
        both = [country(each) for each in hyphen]
        out += [b for b in both if b] if all(both) else []
    return list(dict.fromkeys(out))


def _literal(inside: Sequence[Mention]) -> Place | None:
    """Return the first place of some mentions, demonyms last."""
    placed = [m for m in inside if m.place]
    return next((m.place for m in placed if m.role != "demonym"), placed[0].place if placed else None)


def _focus(context: _Context) -> list[str]:
    """Countries of the document, the one most spoken of first."""
    count: dict[str, int] = {}
    for mention in context.mentions:
        if mention.place and mention.place.kind == "country":
            count[mention.place.name] = count.get(mention.place.name, 0) + 1
    return sorted(count, key=lambda name: -count[name])


def _placed(end: End, inside: Sequence[Mention], context: _Context, *, line: bool) -> End:
    """Return the end with a place: a mention in it, or what "the town" or "here" points back to."""
    if end.span is None:
        return end
    literal = [m for m in inside if m.role != "demonym"]
    wide = all(m.place is None or m.place.kind in _AREA_KINDS for m in literal)
    if _CAPITAL.search(end.span.text) and wide:
        return replace(end, because="capital")
    beside = {m.span.end + 1 for m in literal}
    whole = [m for m in literal if not _names_more(end.span, m) and m.span.start not in beside]
    if literal and not whole:
        return replace(end, because=f"'{end.span.text}' is more than {literal[0].span.text}")
    if literal:
        return _mentioned(end, next((m for m in whole if m.place), whole[0]), context, line=line)
    return _pointed(end, end.span, context, line=line)


def _names_more(span: Span, mention: Mention) -> bool:
    """Whether a name goes on behind the part of it that is a place: "Leeds Bradford", "the U.S. Frigate Stark"."""
    behind = span.text[max(0, mention.span.end - span.start) :]
    more = _MORE_NAME.match(behind)
    return more is not None and not GENERIC.match(more[0])


def _mentioned(end: End, mention: Mention, context: _Context, *, line: bool) -> End:
    """Return the end with the place of a mention."""
    place, words = mention.place, mention.span.text
    if place is None:
        return replace(end, because=f"{words}: {mention.because}")
    if mention.score < UNSURE:
        return replace(
            end, place=place, because=f"doubtful: {words} may not be {place.name} ({mention.because})"
        )
    if line and place.kind == "country":
        edge = "coast:" if context.afloat else "border:"
        return replace(end, line=edge + place.name, because="a country is measured to by its edge")
    seat = (
        _seat(mention)
        if context.towns and place.kind == "division" and end.span and end.span.text.endswith(words)
        else None
    )
    if seat:
        return replace(end, place=seat, because=f"the town of the name; {mention.because}")
    return replace(end, place=place, because=mention.because)


def _pointed(end: End, span: Span, context: _Context, *, line: bool) -> End:
    """Return the end with what its words point to: the dateline, the town beside it, the town before."""
    first = next((m for m in context.mentions if m.place and m.role == "literal"), None)
    if span.text.lower() == "here" and first:
        return replace(end, place=first.place, because="the dateline")
    beside = None if line else _beside(span, context)
    if beside:
        return replace(end, place=beside[0], because=f"'{span.text}' {_NEARBY} {beside[1].text}")
    named = _of_the_kind(span, context)
    if named:
        found = _mentioned(end, named, context, line=line)
        return replace(found, because=f"'{span.text}' points back to {named.span.text} ({found.because})")
    back = _before(span, context) if _SELF.match(span.text) else None
    if back:
        return replace(end, place=back.place, because=f"'{span.text}' points back to {back.span.text}")
    return replace(end, because="no place is named in these words")


# What ties a place to a thing that is not named: "the airbase is situated near Saratov".
_TIE = re.compile(
    r"(?:,?\s(?:which|that))?(?:\s(?:is|was|are|were|lies|stands|sits|being))?(?:\s(?:located|situated|based|held|parked|anchored|under\sconstruction))?\s(?:in|at|near|outside|by|close\sto|just\soutside|on\sthe\soutskirts\sof)\s(?:the\s(?:city|town|village|port|suburb)\sof\s)?(?:[a-z]{4,12}ern\s\w+\snear\s)?"
)


def _beside(span: Span, context: _Context) -> tuple[Place, Span] | None:
    """Return the town that a thing is said to be in or near, right behind its words."""
    tie = _TIE.match(context.document.article.text, span.end, span.end + 90)
    mention = next(
        (m for m in context.near if tie and m.span.start == tie.end() and m.place and m.role == "literal"),
        None,
    )
    if tie is None or mention is None or mention.place is None or mention.score < UNSURE:
        return None
    if mention.place.kind not in _AREA_KINDS:
        return mention.place, mention.span
    # "near the city of Saratov": the city, though the province has its name.
    town = _seat(mention)
    return (town, mention.span) if town and re.search(r"city|town|village|port", tie[0]) else None


def _seat(mention: Mention) -> Place | None:
    """Return the town among the rivals of a division that bears its name."""
    if mention.place is None:
        return None
    return next(
        (each for each in mention.rivals if each.kind in _TOWNS and each.country == mention.place.country),
        None,
    )


def _of_the_kind(span: Span, context: _Context) -> Mention | None:
    """Return the last name before "the falls" that ends in its noun: "Augrabies Falls"."""
    noun = _KIND.fullmatch(span.text)
    if noun is None:
        return None
    ends = f" {noun['noun'].lower()}"
    return next(
        (
            m
            for m in reversed(context.near)
            if m.span.end <= span.start and m.span.text.lower().endswith(ends)
        ),
        None,
    )


def _before(span: Span, context: _Context) -> Mention | None:
    """Return the last town named in the three sentences up to a span."""
    towns = (
        m
        for m in reversed(context.near)
        if m.span.end <= span.start and m.place and m.role == "literal" and m.place.kind not in _AREA_KINDS
    )
    return next(towns, None)
