"""Find travel times: how long the way is by the clock."""

import re
from collections.abc import Iterator

from geo.claims.check_way import check_travel_time
from geo.claims.compass import DIRECTION, code
from geo.claims.kind import Example, Kind
from geo.claims.landmarks import after_object, other_name
from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene
from geo.model import Claim, Mode

__all__ = ["KIND"]

_WAY = r"(?P<noun>(?:(?:bus|train|car|boat|ferry|plane|helicopter|taxi|rail|truck|bike|metro|subway|speedboat|jeep|donkey|canoe)\s)?(?:drive|flight|ride|walk|journey|trip|voyage|sail|march|hike|trek|crossing|climb|stroll|sailing|flying|driving))"
_TRIP = re.compile(rf"['’]?s?['’]?[\s-]{{1,2}}(?:[\w-]{{1,12}}\s){{0,1}}{_WAY}s?\b", re.IGNORECASE)
_AWAY = re.compile(
    r"\s(?:away|distant)\b(?:\sby\s(?P<mode>road|car|train|rail|sea|boat|ferry|air|plane|foot|bus))?|\sby\s(?P<by>road|car|train|rail|sea|boat|ferry|air|plane|foot|bus)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\s(?:away\s)?(?:(?P<wind>{DIRECTION})\s)?(?P<from>from|of|to|outside|between)\s(?:downtown\s|central\s)?(?=[A-Z]|the\s(?:capital|city|border|coast|town|village|airport|site|center|centre)|here\b)",
    re.VERBOSE,
)
_FROM_ANY = re.compile(
    rf"\s(?:away\s)?(?:(?P<wind>{DIRECTION}))?\s?(?P<from>from|of|to|outside|between)\s", re.VERBOSE
)
_TAKES = re.compile(
    r"\b(?:(?P<verb>takes?|took|taking|last(?:s|ed)?|in)|(?P<takes>takes?|took)\s(?:(?:its|the|their|his|her|a)\s(?:[\w-]{1,14}\s){0,2}?[\w-]{1,14}|them|him|her|it|us|me))\s$",
    re.IGNORECASE,
)
_GOING = re.compile(
    r"\b(?:flights?|trips?|journeys?|trains?|drives?|ferr(?:y|ies)|voyages?|crossings?|bus|buses|convoy|rides?|sails?|ships?|vessels?|planes?|walk|march|route|trek)\b",
    re.IGNORECASE,
)
_ARRIVES = re.compile(
    r"\b(?P<verb>reach(?:es|ed)?|arrive[sd]?\s(?:in|at)|get\sto|travel(?:s|led|ed)?\sto|drive\sto|fl(?:y|ew|ies)\sto)\s",
    re.IGNORECASE,
)
_REACHES = re.compile(r"\sto\s(?:reach|get\sto|drive\sto|travel\sto|walk\sto|sail\sto|fly\sto)\s")
_MODES: dict[str, Mode] = {"drive": "road", "driving": "road", "road": "road", "car": "road", "bus": "road", "taxi": "road", "truck": "road", "jeep": "road", "flight": "air", "flying": "air",
    "plane": "air", "air": "air", "helicopter": "air", "train": "rail", "rail": "rail", "boat": "sea", "ferry": "sea", "sail": "sea", "sailing": "sea", "voyage": "sea", "sea": "sea", "speedboat": "sea",
    "walk": "foot", "hike": "foot", "march": "foot", "trek": "foot", "foot": "foot", "stroll": "foot", "climb": "foot"}  # fmt: skip


def _mode(words: str | None) -> Mode:
    """Return the mode the words name."""
    for word in (words or "").lower().split():
        if word in _MODES:
            return _MODES[word]
    return "unknown"


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the travel times of a sentence."""
    for measure in scene.measures:
        if measure.dimension == "time":
            claim = _trip(scene, measure) or _away(scene, measure) or _takes(scene, measure)
            if claim:
                yield claim


def _object(
    scene: Scene, offset: int, subject: Phrase | None, pattern: re.Pattern[str]
) -> tuple[Phrase | None, str | None, int]:
    """Return what the way is measured from, the direction, and where the words end."""
    match = pattern.match(scene.text, offset)
    if match:
        phrase = scene.object_at(match.end())
        if phrase:
            return phrase, code(match["wind"]) if match["wind"] else None, scene.words.span(phrase)[1]
    return other_name(scene, subject, offset), None, offset


def _trip(scene: Scene, measure: Measure) -> Claim | None:
    """Return "an hour's drive from O"."""
    trip = _TRIP.match(scene.text, measure.end)
    if not trip:
        return None
    subject = scene.subject_before(measure.start)
    target, direction, end = _object(scene, trip.end(), subject, _FROM_ANY)
    # "during the 15-week trip" says nothing of where.
    article = scene.words.before(measure.start)
    told = article - 1 if scene.words.tag(article) == "D" else article
    if target is None and scene.words.tag(told) not in ",X":
        return None
    return scene.claim(
        "travel_time",
        measure,
        subject,
        target,
        direction=direction,
        mode=_mode(trip["noun"]),
        reach=(measure.start, max(end, trip.end())),
    )


def _away(scene: Scene, measure: Measure) -> Claim | None:
    """Return "35 minutes away by road", "two hours north of O"."""
    if measure.quantity.unit in {"day", "week"} and not re.search(
        r"\bby\b|drive|walk", scene.text[measure.end : measure.end + 20]
    ):
        return None
    away = _AWAY.match(scene.text, measure.end)
    placed = _FROM.match(scene.text, measure.end)
    if not away and not placed:
        return None
    subject = scene.subject_before(measure.start)
    if subject is None and placed and (target := scene.object_at(placed.end())):
        subject = after_object(scene, target)
    if subject is None or (placed and not placed["wind"] and placed["from"] != "from"):
        return None
    if placed and not placed["wind"] and _TAKES.search(scene.text, 0, measure.start):
        return None
    target, direction, end = _object(scene, measure.end if placed else away.end(), subject, _FROM_ANY)  # type: ignore[union-attr]
    mode = _mode((away["mode"] or away["by"]) if away else None)
    return scene.claim(
        "travel_time", measure, subject, target, direction=direction, mode=mode, reach=(measure.start, end)
    )


def _takes(scene: Scene, measure: Measure) -> Claim | None:
    """Return "the flight takes seven hours", "the train will reach the city in seven hours"."""
    takes = _TAKES.search(scene.text, max(0, measure.start - 50), measure.start)
    if not takes:
        return None
    k = scene.words.after(takes.start())
    if takes["verb"] and takes["verb"].lower() == "in":
        arrives = list(_ARRIVES.finditer(scene.text, 0, takes.start()))
        goal = scene.object_at(arrives[-1].end()) if arrives else None
        if goal is None or scene.words.span(goal)[1] < takes.start() - 12 or not _GOING.search(scene.text):
            return None
        return scene.claim("travel_time", measure, goal, None)
    subject = scene.clause_subject(k)
    reach = _REACHES.match(scene.text, measure.end)
    if subject and reach and (goal := scene.object_at(reach.end())) and scene.words.named(goal):
        return scene.claim("travel_time", measure, subject, goal)
    if subject is None or not _GOING.search(scene.words.words(subject)):
        return None
    return scene.claim("travel_time", measure, subject, None, mode=_mode(scene.words.words(subject)))


KIND = Kind(
    "travel_time",
    ("hour", "minute", "day", "week", "hr", "min"),
    _find,
    check_travel_time,
    (
        Example("Orlovo is an hour's drive from Kursk.", "Orlovo", "Kursk", "an hour"),
        Example(
            "The ferry crossing to Arlo takes about two hours.",
            "The ferry crossing to Arlo",
            None,
            "two hours",
        ),
    ),
)
