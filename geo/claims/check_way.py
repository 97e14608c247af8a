"""Check ways: lengths travelled, times of travel, ranges of weapons, and how large things are."""

import re

from geo.claims.check import (
    STRETCHES,
    end_fault,
    figure,
    not_checkable,
    only_middle,
    same_place,
    second_of,
    second_words,
)
from geo.claims.judgement import Candidate, Stated, judge
from geo.claims.placing import place_ends
from geo.claims.readings import routed
from geo.claims.setting import Setting
from geo.claims.wording import km as print_km
from geo.errors import DatelineError
from geo.measure import area_km2, distance_km
from geo.model import Claim, LonLat, Mode, Place, Reading, Verdict, VerdictWord

__all__ = ["check_extent", "check_path", "check_travel_time"]

# km/h between which a journey by each mode lies, stops and an hour at airports included.
_SPEEDS: dict[Mode, tuple[float, float]] = {
    "foot": (3.0, 6.5), "road": (25.0, 110.0), "rail": (15.0, 300.0), "sea": (10.0, 70.0), "air": (250.0, 950.0), "unknown": (25.0, 110.0),
}  # fmt: skip
_MEANS: dict[Mode, str] = {
    "foot": "on foot", "road": "by road", "rail": "by rail", "sea": "by sea", "air": "by air", "unknown": "on the ground",
}  # fmt: skip
_DETOURS: dict[Mode, tuple[float, float]] = {
    "air": (1.0, 1.3),
    "sea": (1.0, 3.0),
    "rail": (1.0, 1.7),
    "road": (1.0, 1.6),
    "foot": (1.0, 1.6),
    "unknown": (1.0, 1.6),
}
_ROUND = re.compile(r"\bround[\s-]trip\b|\bthere\sand\sback\b", re.IGNORECASE)
_AREA_TOLERANCE = 0.05


def check_extent(claim: Claim, setting: Setting) -> Verdict:
    """Check the area of a country against its outline; other sizes have nothing to be measured on."""
    place = claim.subject.place if claim.subject else None
    stated = figure(claim)
    whole = (
        claim.subject is not None
        and claim.subject.span is not None
        and place is not None
        and len(claim.subject.span.text) <= len(place.name) + 6
    )
    if stated is None:
        return not_checkable(claim, "the figure names no number")
    if (
        claim.quantity is None
        or claim.quantity.unit not in {"km2", "sqmi", "ha", "acre"}
        or place is None
        or place.kind != "country"
        or not whole
    ):
        return not_checkable(
            claim, end_fault(claim.subject, "subject") or "no outline of it is at hand to be measured"
        )
    try:
        km2 = area_km2(setting.world.borders.polygon(place.country, view=setting.world.settings.borders))
    except (DatelineError, KeyError):
        return not_checkable(claim, f"no outline of {place.name} is at hand")
    reading = Reading(f"area of {place.name}", km2, fits=False, line=(), method="area on WGS84")
    loose = Stated(
        stated.low,
        stated.high,
        max(stated.half, _AREA_TOLERANCE * stated.low),
        stated.side,
        "outlines differ by 5 %",
    )
    verdict = judge(loose, [Candidate(reading)], travelled=False)
    because = (
        f"{reading.name}: {km2:,.0f} km2 (lakes included); the text says {claim.quantity.span.text}; tolerance {verdict.tolerance_km or 0:,.0f} km2"
        + second_words(claim)
    )
    return Verdict(verdict.word, because, km2, verdict.tolerance_km, verdict.readings, second_of(claim))


def _stops(claim: Claim, setting: Setting) -> list[Place]:
    """Places that the words of a path name, in order."""
    return [
        m.place
        for m in setting.overlapping(claim.span)
        if m.place and m.role == "literal" and m.place.kind not in {"country", *STRETCHES}
    ]


def check_path(claim: Claim, setting: Setting) -> Verdict:
    """Check a length travelled: no less than the straight line, and no more than such ways wind."""
    stated = figure(claim)
    if stated is None:
        return not_checkable(claim, "the figure names no number")
    stops = _stops(claim, setting)
    if len(stops) < 2 or stops[0].id == stops[-1].id:
        return not_checkable(claim, "the text does not place both the start and the goal of the way")
    a, b = stops[0], stops[-1]
    km = distance_km(a.at, b.at)
    low, high = _DETOURS[claim.mode]
    times = 2.0 if _ROUND.search(claim.span.text) else 1.0
    line = (a.at, b.at)
    readings = [
        Reading(
            f"{a.name} to {b.name}, straight line" + (", there and back" if times > 1 else ""),
            times * km,
            low * km * times <= stated.high * 1.05 and stated.low <= high * km * times,
            line,
            "geodesic on WGS84",
        )
    ]
    route = next(routed(a, b, claim.mode, setting), None)
    if route:
        readings.append(
            Reading(
                route.reading.name,
                times * route.reading.km,
                abs(times * route.reading.km - stated.low) <= 0.15 * stated.low,
                route.reading.line,
                route.reading.method,
            )
        )
    factor = stated.low / (km * times) if km else float("inf")
    word: VerdictWord = (
        "supported"
        if readings[0].fits or (route and readings[1].fits)
        else "close"
        if 0.85 <= factor <= high * 1.15
        else "contradicted"
    )
    return Verdict(word, f"{readings[0].name}: {print_km(times * km)}. The text says {print_km(stated.low)}, {factor:.2f} times as far; such ways are {low:g} to {high:g} times as long" + second_words(claim),
        times * km, None, tuple(readings), second_of(claim))  # fmt: skip


def check_travel_time(claim: Claim, setting: Setting) -> Verdict:
    """Check a time of travel: the speed it asks for is one that the mode has."""
    stated = figure(claim)
    if stated is None or not stated.high:
        return not_checkable(claim, "the figure names no number")
    subject, target = place_ends(claim.subject, claim.object, setting)
    why = end_fault(subject, "subject") or end_fault(target, "object")
    if why or not subject or not target or not subject.place or not target.place:
        return not_checkable(claim, why or "both ends must be places")
    if doubt := same_place(subject, target) or only_middle(subject, target):
        return not_checkable(claim, doubt)
    km = distance_km(subject.place.at, target.place.at)
    way = km * (1.05 if claim.mode == "air" else 1.25)
    slow, fast = _SPEEDS[claim.mode]
    speed = way / stated.high
    word: VerdictWord = (
        "supported"
        if slow <= speed <= fast
        else "close"
        if slow / 1.5 <= speed <= fast * 1.2
        else "contradicted"
    )
    line: tuple[LonLat, ...] = (subject.place.at, target.place.at)
    reading = Reading(
        f"{subject.place.name} to {target.place.name}, straight line",
        km,
        word == "supported",
        line,
        "geodesic on WGS84",
    )
    return Verdict(
        word,
        f"about {print_km(round(way))} of way in {stated.high:g} h asks for {speed:.0f} km/h; {slow:g} to {fast:g} km/h is usual {_MEANS[claim.mode]}",
        km,
        None,
        (reading,),
    )
