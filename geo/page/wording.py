"""Say in words what was claimed and measured where no length was, and cut headlines out of sentences."""

import re

from geo.claims import compass
from geo.measure import azimuth
from geo.model import Claim, ClaimKind, End, Reading, Span

__all__ = ["claimed", "headline", "measured"]

_PARTS: dict[ClaimKind, str] = {"contain": "in the {wind} of {where}", "direction": "{wind} of {where}"}
_WHOLE: dict[ClaimKind, str] = {
    "contain": "in {where}",
    "border": "at the border of {where}",
    "between": "between {where}",
}
_TOUCHING_KM = 0.5
_LONGEST, _SHORTEST = 120, 45  # characters of a headline
# Where a clause may begin or end.
_BREAK = re.compile(r"""(?: [,;:](?!\d) | [“”"\n] | \s[-–—]{1,2}\s )""", re.VERBOSE)


def claimed(claim: Claim) -> str:
    """Say what a claim states: its figure as printed, else the place or direction in words."""
    if claim.quantity:
        return claim.quantity.span.text
    where = _where(claim.object)
    wind = compass.named(claim.direction) if claim.direction else ""
    # "the Far East" names its part already.
    words = (
        (_PARTS if wind and wind not in where.lower() else _WHOLE).get(claim.kind, "{wind}")
        if where
        else "{wind}"
    )
    return words.format(wind=wind, where=where)


def measured(claim: Claim, reading: Reading) -> str:
    """Say what was measured where the claim states no length; "" where the number itself says it."""
    if claim.quantity:
        return ""
    if claim.kind == "direction" and len(reading.line) > 1:
        return f"{azimuth(reading.line[-1], reading.line[0]):.0f}° from north"
    if claim.kind in ("contain", "border") and reading.km < _TOUCHING_KM:
        return "inside" if claim.kind == "contain" else "at it"
    if claim.kind == "contain":
        return f"{reading.km:.0f}\u2009km outside"
    return ""


def headline(sentence: str, start: int, cue: Span, ends: tuple[End | Span | None, ...]) -> str:
    """Cut the words about a cue, as far as the ends it has, out of a sentence that starts at an offset.

    Parameters
    ----------
    sentence
        Its words.
    start
        Where it starts in the article.
    cue
        The word that names what happened.
    ends
        What should be told too: the place, who says it.
    """
    spans = [cue, *(each.span if isinstance(each, End) else each for each in ends)]
    inside = [each for each in spans if each and start <= each.start and each.end <= start + len(sentence)]
    first = min((each.start for each in inside), default=cue.start) - start
    last = max((each.end for each in inside), default=cue.end) - start
    if last - first > _LONGEST:  # the place or the speaker stands too far from the cue
        first, last = cue.start - start, cue.end - start
    first, whole = _clause_start(sentence, first, last)
    last = _clause_end(sentence, first, last)
    cut = "" if not sentence[last:].strip(" .,;:!?”\"'") else "…"
    return ("" if whole else "…") + (sentence[first:last].strip(" ,;:“”\"'\n") or cue.text) + cut


def _clause_start(sentence: str, first: int, last: int) -> tuple[int, bool]:
    """Go back to the start of the clause, or as far as there is room; say which."""
    breaks = [match.end() for match in _BREAK.finditer(sentence, 0, first)]
    start = breaks[-1] if breaks else 0
    if last - start <= _LONGEST:
        return start, True
    space = sentence.find(" ", last - _LONGEST, first)
    return (first if space < 0 else space + 1), False


def _clause_end(sentence: str, first: int, last: int) -> int:
    """Go on to the end of the clause, or as far as there is room."""
    after = _BREAK.search(sentence, max(last, first + _SHORTEST))
    end = after.start() if after else len(sentence.rstrip().rstrip("."))
    if end - first <= _LONGEST:
        return max(end, last)
    space = sentence.rfind(" ", last, first + _LONGEST)
    return last if space < 0 else space


def _where(end: End | None) -> str:
    """Name the object of a claim: a country by its name, else as printed."""
    if end is None:
        return ""
    if end.span:
        return end.span.text.removesuffix("'s").removesuffix("’s")
    return end.place.name if end.place else ""
