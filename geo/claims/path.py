"""Find paths: lengths that were travelled."""

import re
from collections.abc import Iterator

from geo.claims.check_way import check_path
from geo.claims.clauses import verb_before
from geo.claims.kind import Example, Kind
from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene
from geo.claims.tail import Tail
from geo.model import Claim, Mode

__all__ = ["KIND"]

_TRIP = re.compile(
    r"""[\s-]{1,2}(?:long\s)?(?:[\w-]{1,20}\s){0,2}?(?:(?P<way>road|bus|train|rail|boat|sea|car|walking|overland)\s)?
        (?P<noun>trips?|journeys?|voyages?|drives?|flights?|rides?|treks?|marche?s?|walks?|hikes?|routes?|crossings?|odysseys?|tours?|expeditions?|pilgrimages?|cruises?|detours?|diversions?|treks?|hauls?|swims?|passages?|odyssey)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WENT = Tail(
    r"\b(?P<verb>travell?(?:ed|ing|s)?|travel|drove|drives?|driven|driving|walk(?:ed|s|ing)?|sail(?:ed|s|ing)?|flew|flown|fly|flies|march(?:ed|es|ing)?|trek(?:ked|king|s)?|hik(?:ed|ing|es?)|rode|ridden|cycl(?:ed?|ing|es)|pedall?ed|journey(?:ed|ing)?|trudg(?:ed|ing)|swam|rowed|drift(?:ed|ing)?|haul(?:ed|ing)?|transported|shipped|towed|carried|bused|trucked|fled|cover(?:ed|s|ing)?)\s(?:(?:for|some|a|further|another|the|it|them|him|her)\s){0,2}$",
    width=40,
)
_FROM_TO = re.compile(
    r"\b(?:(?P<way>from|to|through|into|between)\s(?:(?:get|reach)\s(?:to\s)?)?|(?P<stop>before|after|when|while|but|until)\b)",
    re.IGNORECASE,
)
_NEARNESS = re.compile(r"within|close|near(?!ly)")
_MODES: dict[str, Mode] = {"road": "road", "bus": "road", "car": "road", "train": "rail", "rail": "rail", "boat": "sea", "sea": "sea", "walking": "foot", "overland": "road",
    "drive": "road", "flight": "air", "voyage": "sea", "cruise": "sea", "march": "foot", "walk": "foot", "hike": "foot", "trek": "foot", "drove": "road", "sailed": "sea", "flew": "air", "walked": "foot", "marched": "foot"}  # fmt: skip
_AFTER_PLACE = re.compile(
    r"\s(?:away\s)?(?:to\sthe\s)?(?:north|south|east|west)\w{0,8}\s(?:of|from)\b|\s(?:away|off|offshore)\b",
    re.IGNORECASE,
)


# What is said to have flown so far is a claim even without a start and goal.
_FLIES = re.compile(r"\b(?:missiles?|rockets?|drones?|projectiles?|balloons?)\b", re.IGNORECASE)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the paths of a sentence."""
    for measure in scene.measures:
        if measure.dimension != "length":
            continue
        trip = _TRIP.match(scene.text, measure.end)
        if trip and not re.match(
            r"\s(?:from|off|away|of|north|south|east|west|in|on|at|to)\b",
            scene.text[measure.end : measure.end + 8],
        ):
            yield _trip(scene, measure, trip)
            continue
        went = _WENT.before(scene.text, measure.start)
        if (
            went
            and not _NEARNESS.search(measure.quantity.hedge or "")
            and not _AFTER_PLACE.match(scene.text, measure.end)
        ):
            claim = _went(scene, measure, went)
            if claim:
                yield claim


def _ends(scene: Scene, offset: int) -> tuple[Phrase | None, int]:
    """Return where a way leads (else where it comes from), and where the words about it end."""
    goal: Phrase | None = None
    origin: Phrase | None = None
    end = offset
    for match in _FROM_TO.finditer(scene.text, offset, min(len(scene.text), offset + 90)):
        if match["stop"]:
            break
        phrase = scene.object_at(match.end())
        if phrase is None or not (
            scene.words.named(phrase)
            or scene.words.low(phrase[0]) in {"the", "a", "here", "there", "her", "his", "their"}
        ):
            continue
        way = match["way"].lower()
        if way in {"to", "into"}:
            goal = phrase
        elif way in {"from", "between"}:
            origin = origin or phrase
        end = max(end, scene.words.span(phrase)[1])
    return goal or origin, end


def _trip(scene: Scene, measure: Measure, trip: re.Match[str]) -> Claim:
    """Return "a 500-mile trip from A to B"."""
    target, end = _ends(scene, trip.end())
    words = scene.words
    verb = verb_before(scene, words.after(measure.start))
    subject = scene.clause_subject(verb) if verb is not None else None
    mode = _MODES.get((trip["way"] or trip["noun"].rstrip("s")).lower(), "unknown")
    return scene.claim("path", measure, subject, target, mode=mode, reach=(measure.start, end))


def _went(scene: Scene, measure: Measure, went: re.Match[str]) -> Claim | None:
    """Return "drove 300 miles to B": without a start or goal nothing is claimed of geography."""
    target, end = _ends(scene, measure.end)
    subject = scene.clause_subject(scene.words.after(went.start("verb")))
    if target is None and not (subject and _FLIES.search(scene.words.words(subject))):
        return None
    return scene.claim(
        "path",
        measure,
        subject,
        target,
        mode=_MODES.get(went["verb"].lower(), "unknown"),
        reach=(went.start(), end),
    )


KIND = Kind(
    "path",
    ("mi", "km", "kilom", "met"),
    _find,
    check_path,
    (
        Example(
            "The convoy set out on a 500-mile journey from Arlo to Benton.",
            "The convoy",
            "Benton",
            "500-mile",
        ),
        Example("He walked 30 km to Dorset.", "He", "Dorset", "30 km"),
    ),
)
