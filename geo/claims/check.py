"""Measure distances and directions: take every reading of the two ends, then let the rule judge."""

import math

from geo.claims.compass import azimuth_of, half_angle
from geo.claims.judgement import Candidate, Stated, consistent, judge, state
from geo.claims.placing import place_ends
from geo.claims.readings import candidates, other_units
from geo.claims.setting import Setting
from geo.measure import azimuth
from geo.model import Claim, End, Reading, Verdict, VerdictWord
from geo.units import unit

__all__ = [
    "bearing",
    "check_direction",
    "check_distance",
    "end_fault",
    "figure",
    "not_checkable",
    "second_of",
    "second_words",
]

_DATUM = "WGS84 geodesic"
# Half the meridian: the longest geodesic.
_FARTHEST_KM = 20_004.0


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
    base = f"; {claim.quantity.high:g} {claim.quantity.unit} is {there:.4g} {claim.second.unit}, printed as {claim.second.high:g}"
    if consistent(claim.quantity, claim.second):
        return base + ": consistent"
    nautical = _nautical(claim)
    return base + ": inconsistent" + (f" ({nautical})" if nautical else "")


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


def check_distance(claim: Claim, setting: Setting) -> Verdict:
    """Measure a distance by every reading of its ends."""
    stated = figure(claim)
    if stated is None:
        return not_checkable(claim, "the figure names no number")
    if stated.low > _FARTHEST_KM:
        return Verdict(
            "contradicted",
            f"no two places on Earth are more than {_FARTHEST_KM:,.0f} km apart",
            second_consistent=second_of(claim),
        )
    subject, target = place_ends(claim.subject, claim.object, setting)
    fault = end_fault(subject, "subject") or end_fault(target, "object")
    if fault or subject is None or target is None:
        return not_checkable(claim, fault or "an end is not said")
    found = candidates(subject, target, claim, setting)
    if not found:
        return not_checkable(claim, "nothing to measure between")
    found = [*found, *other_units(claim, stated, found[0])]
    verdict = judge(stated, found)
    if verdict.word == "contradicted" and (wild := _wild(stated, found[0], subject, target)):
        return not_checkable(claim, wild)
    return _worded(claim, stated, verdict, _direction_word(claim, found[0]))


def _wild(stated: Stated, first: Candidate, subject: End, target: End) -> str | None:
    """Say that a place must be another of its name: no editor is wrong by two and a half times and 150 km, a gazetteer may be."""
    if not (subject.place and target.place) or first.reading.km < max(2.5 * stated.high, stated.high + 150):
        return None
    return f"{subject.place.name} ({subject.place.country}) and {target.place.name} ({target.place.country}) of the gazetteer are {first.reading.km:.0f} km apart: the text means another place of one of these names"


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
    return word, f"it lies at azimuth {angle:.0f} degrees, {error:.0f} from {wind}"


def _worded(
    claim: Claim,
    stated: Stated,
    verdict: Verdict,
    direction: tuple[VerdictWord, str] | None,
) -> Verdict:
    """Say in one line what was measured, how, and which readings fit."""
    first = verdict.readings[0]
    text = claim.quantity.span.text if claim.quantity else ""
    parts = [
        f"{first.name}: {first.km:.1f} km ({first.method}); the text says {(claim.quantity.hedge or '') + ' ' if claim.quantity and claim.quantity.hedge else ''}{text}"
    ]
    parts.append(f"tolerance {verdict.tolerance_km or 0:.1f} km ({stated.why}, the size of the places, 1 %)")
    fitting = [r for r in verdict.readings[1:] if r.fits]
    if verdict.word in {"depends", "contradicted"} and fitting:
        parts.append("it fits " + "; ".join(f"{r.name}: {r.km:.1f} km" for r in fitting))
    rest = [r for r in verdict.readings[1:] if not r.fits]
    if rest and verdict.word in {"depends", "contradicted"}:
        parts.append("not " + "; ".join(f"{r.name}: {r.km:.1f} km" for r in rest[:6]))
    if verdict.word == "supported" and stated.side == "most" and first.km < stated.high / 2:
        parts.append("true but loose: less than half of it")
    if verdict.word == "supported" and stated.side == "least" and first.km > 2 * stated.low:
        parts.append("true but loose: more than twice as far")
    word = verdict.word
    if direction:
        parts.append(f"direction {direction[0]}: {direction[1]}")
        if direction[0] == "contradicted":
            word = "contradicted"
    because = ". ".join(parts) + second_words(claim)
    return Verdict(
        word, because, verdict.measured_km, verdict.tolerance_km, verdict.readings, second_of(claim)
    )


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
    first = found[0].reading
    reading = Reading(
        first.name, first.km, said[0] in {"supported", "close"}, first.line, f"azimuth ({_DATUM})"
    )
    return Verdict(said[0], said[1], first.km, None, (reading,))
