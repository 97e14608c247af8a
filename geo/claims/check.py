"""Measure distances and directions: take every reading of the two ends, then let the rule judge."""

import math
from collections.abc import Iterator

from geo.claims.compass import azimuth_of, half_angle
from geo.claims.judgement import Candidate, Stated, consistent, judge, state
from geo.claims.placing import place_ends
from geo.claims.readings import candidates, other_units
from geo.claims.setting import Setting
from geo.claims.wording import km
from geo.measure import azimuth
from geo.model import Claim, End, Place, Reading, Verdict, VerdictWord
from geo.units import unit

__all__ = [
    "STRETCHES",
    "bearing",
    "check_direction",
    "check_distance",
    "end_fault",
    "figure",
    "not_checkable",
    "only_middle",
    "same_place",
    "second_of",
    "second_words",
]

_DATUM = "WGS84 geodesic"
# Half the meridian: the longest geodesic.
_FARTHEST_KM = 20_004.0
_SHOWN = 6
# What no single point stands for, and whose outline is not at hand.
STRETCHES = frozenset(
    "sea ocean strait gulf bay river canal lake desert region continent peninsula division admin1 county province state mountains".split()
)
# Places that nobody takes for another: curated rows (their ids name no source), countries, capitals, large towns.
_PROMINENT, _LARGE, _SURE = frozenset({"country", "capital"}), 100_000, 0.6


def second_of(claim: Claim) -> bool | None:
    """Whether the figure in parentheses is the same length; `None` without one."""
    return consistent(claim.quantity, claim.second) if claim.quantity and claim.second else None


def not_checkable(claim: Claim, because: str) -> Verdict:
    """Return a verdict that says why nothing could be measured, and still what the second figure is worth."""
    return Verdict("not checkable", because + second_words(claim), second_consistent=second_of(claim))


def second_words(claim: Claim) -> str:
    """Say how the two printed figures agree."""
    if not (claim.quantity and claim.second) or claim.quantity.high is None or claim.second.high is None:
        return ""
    there = claim.quantity.high * unit(claim.quantity.unit).km / unit(claim.second.unit).km
    told = f"{claim.quantity.high:g} {claim.quantity.unit} is {there:.4g} {claim.second.unit}, printed as {claim.second.high:g}"
    if consistent(claim.quantity, claim.second):
        return f". The two printed figures agree: {told}"
    nautical = _nautical(claim)
    return f". The two printed figures do not agree: {told}" + (f" ({nautical})" if nautical else "")


def _nautical(claim: Claim) -> str:
    """Say whether nautical miles explain two figures that do not agree."""
    first, second = claim.quantity, claim.second
    if not first or not second or first.high is None or second.high is None:
        return ""
    for one, other in ((first, second), (second, first)):
        if one.unit == "mi" and one.high and other.high:
            ratio = one.high * unit("nmi").km / (other.high * unit(other.unit).km)
            if abs(ratio - 1) < 0.02:
                return "they agree if the miles are nautical"
    return ""


def figure(claim: Claim) -> Stated | None:
    """Return the figure of a claim as the rule reads it."""
    return state(claim.quantity, claim.second) if claim.quantity else None


def end_fault(end: End | None, what: str) -> str | None:
    """Say why an end cannot be measured from."""
    if end is None or (end.span is None and end.place is None and end.line is None):
        return f"the {what} is not said"
    if end.because.startswith("doubtful"):
        return f"the {what} is {end.because}"
    if end.place is None and end.line is None:
        words = end.span.text if end.span else "?"
        return f"the {what} '{words}' is not placed" + (f" ({end.because})" if end.because else "")
    return None


def same_place(subject: End, target: End) -> str | None:
    """Say that two ends are one place to the gazetteers: what the text tells apart they do not have."""
    a, b = subject.place, target.place
    if a is None or b is None or a.id != b.id:
        return None
    return f"both ends are placed at {a.name}: no gazetteer at hand tells them apart"


def only_middle(*ends: End) -> str | None:
    """Say that an end is a stretch of which only the middle is at hand, so that nothing is contradicted by it."""
    wide = next((end.place for end in ends if end.place and end.place.kind in STRETCHES), None)
    return f"of {wide.name} ({wide.kind}) only a point in the middle is at hand" if wide else None


def check_distance(claim: Claim, setting: Setting) -> Verdict:
    """Measure a distance by every reading of its ends."""
    stated = figure(claim)
    if stated is None:
        return not_checkable(claim, "the figure names no number")
    if stated.low > _FARTHEST_KM:
        return Verdict(
            "contradicted",
            f"no two places on Earth are more than {km(_FARTHEST_KM)} apart",
            second_consistent=second_of(claim),
        )
    subject, target = place_ends(claim.subject, claim.object, setting)
    fault = end_fault(subject, "subject") or end_fault(target, "object")
    fault = fault or (same_place(subject, target) if subject and target else None)
    if fault or subject is None or target is None:
        return not_checkable(claim, fault or "an end is not said")
    found = candidates(subject, target, claim, setting)
    if not found:
        return not_checkable(claim, "nothing to measure between")
    found = [*found, *other_units(claim, stated, found[0])]
    verdict = judge(stated, found)
    if verdict.word == "contradicted" and (
        doubt := only_middle(subject, target) or _wild(stated, found[0], subject, target, setting)
    ):
        return not_checkable(claim, doubt)
    return _worded(claim, stated, verdict, _direction_word(claim, found[0]))


def _wild(stated: Stated, first: Candidate, subject: End, target: End, setting: Setting) -> str | None:
    """Say that a doubtful place may be another of its name, when it lies 2.5 times and 150 km further than stated.

    Where both are prominent and sure, the text is what is wrong.
    """
    a, b = subject.place, target.place
    if first.reading.km < max(2.5 * stated.high, stated.high + 150):
        return None
    if all(_sure(place, setting) for place in (a, b) if place):
        return None
    if a is None or b is None:
        return f"the gazetteer's {_named(a or b)} is {km(first.reading.km)} away: the text may mean another place of the name"
    return f"{a.name} ({a.country}) and {b.name} ({b.country}) of the gazetteer are {km(first.reading.km)} apart: the text may mean another place of one of these names"


def _named(place: Place | None) -> str:
    """Print a place with its country."""
    return f"{place.name} ({place.country})" if place else "place"


def _sure(place: Place, setting: Setting) -> bool:
    """Whether a place is too prominent, and too surely meant, to be taken for another of its name."""
    known = place.kind in _PROMINENT or place.population >= _LARGE or ":" not in place.id
    scores = [m.score for m in setting.of_place.get(place.id, ())]
    return known and max(scores, default=1.0) >= _SURE


def _direction_word(claim: Claim, first: Candidate) -> tuple[VerdictWord, str] | None:
    """Judge the direction of a claim along the line of its plain reading."""
    if not claim.direction or claim.direction == "C" or len(first.reading.line) < 2:
        return None
    return bearing(claim.direction, first)


def bearing(wind: str, first: Candidate) -> tuple[VerdictWord, str] | None:
    """Judge a direction: the azimuth from the object to the subject against the sector of the wind."""
    here, there = first.reading.line[0], first.reading.line[-1]
    if first.reading.km < 2 * first.slack or first.reading.km < 0.2:
        return None
    angle = azimuth(there, here)
    error = abs((angle - azimuth_of(wind) + 180) % 360 - 180)
    # What the size of the places turns the line by.
    room = math.degrees(math.asin(min(1.0, first.slack / max(first.reading.km, 1e-9)))) / 2
    word: VerdictWord = (
        "supported"
        if error <= 22.5 + room
        else "close"
        if error <= half_angle(wind) + room
        else "contradicted"
    )
    return word, f"it lies at azimuth {angle:.0f}°, {error:.0f}° off {wind}"


def _worded(
    claim: Claim,
    stated: Stated,
    verdict: Verdict,
    direction: tuple[VerdictWord, str] | None,
) -> Verdict:
    """Say in one line what was measured, how, and which readings fit."""
    first = verdict.readings[0]
    parts = [
        f"{first.name}: {km(first.km)} ({first.method}). The text says {_printed(claim)}",
        f"The tolerance is {km(verdict.tolerance_km or 0)} ({stated.why}, the size of the places, and 1 %)",
        *_other_readings(verdict),
        *_looseness(stated, verdict),
    ]
    word = verdict.word
    if direction:
        parts.append(f"The direction is {direction[0]}: {direction[1]}")
        if direction[0] == "contradicted":
            word = "contradicted"
    because = ". ".join(parts) + second_words(claim)
    return Verdict(
        word, because, verdict.measured_km, verdict.tolerance_km, verdict.readings, second_of(claim)
    )


def _printed(claim: Claim) -> str:
    """Return the figure as it is printed, with its hedge."""
    quantity = claim.quantity
    return f"{quantity.hedge or ''} {quantity.span.text}".strip() if quantity else ""


def _other_readings(verdict: Verdict) -> Iterator[str]:
    """Say which readings but the first fit, and which do not."""
    if verdict.word not in {"depends", "contradicted"}:
        return
    for told, rows in (
        ("It fits", [r for r in verdict.readings[1:] if r.fits]),
        ("It does not fit", [r for r in verdict.readings[1:] if not r.fits][:_SHOWN]),
    ):
        if rows:
            yield f"{told} " + "; ".join(f"{r.name}: {km(r.km)}" for r in rows)


def _looseness(stated: Stated, verdict: Verdict) -> Iterator[str]:
    """Say that a bound is kept, but by far."""
    measured = verdict.readings[0].km
    if verdict.word == "supported" and stated.side == "most" and measured < stated.high / 2:
        yield "That is true but loose: the distance is less than half of the figure"
    if verdict.word == "supported" and stated.side == "least" and measured > 2 * stated.low:
        yield "That is true but loose: the distance is more than twice the figure"


def check_direction(claim: Claim, setting: Setting) -> Verdict:
    """Measure the direction of one place from another."""
    subject, target = place_ends(claim.subject, claim.object, setting)
    why = end_fault(subject, "subject") or end_fault(target, "object")
    if why or subject is None or target is None or not claim.direction:
        return not_checkable(claim, why or "no direction is said")
    found = candidates(subject, target, claim, setting)
    if not found:
        return not_checkable(claim, "nothing to measure between")
    said = bearing(claim.direction, found[0])
    if said is None:
        return not_checkable(claim, "the two places are too near each other, or overlap, to tell a direction")
    if said[0] == "contradicted" and (doubt := only_middle(subject, target)):
        return not_checkable(claim, doubt)
    first = found[0].reading
    reading = Reading(
        first.name, first.km, said[0] in {"supported", "close"}, first.line, f"azimuth ({_DATUM})"
    )
    return Verdict(said[0], said[1], first.km, None, (reading,))
