"""Find distances: S is so far from O, with or without a direction."""

import re
from collections.abc import Iterator

from geo.claims.check import check_distance
from geo.claims.clauses import verb_before
from geo.claims.compass import DIRECTION, code
from geo.claims.gaps import both_ends
from geo.claims.kind import Example, Kind
from geo.claims.landmarks import after_object, landmark
from geo.claims.numbers import NUMBER, number
from geo.claims.quantity import HEDGE, Measure
from geo.claims.scene import Phrase, Scene
from geo.model import Claim, Mode, Quantity

__all__ = ["KIND"]

_WAY = r"(?: \s?(?:by|over)[ ](?P<mode>road|rail|train|car|sea|boat|ferry|ship|water|air|plane|land|foot|river|highway|bus)\b,? )?"
_GROUND = (
    r"road|coast|river|valley|track|trail|highway|shore|beach|canyon|lake|creek|hill|slope|canal|railway"
)
_ABOUT = r"(?:(?:further|farther)[ ](?:on[ ])?)?"
# What may stand between a figure and the thing it is measured from; the object begins where the match ends.
_RELATION = re.compile(
    rf"""\s{{0,2}},? \s{{0,2}} (?: (?:away|distant|out|or[ ]so|apart|on|travel|journey|drive|distance|as[ ]the[ ]crow[ ]flies,?)\b ,? \s )? {_ABOUT} {_WAY} \s{{0,2}}
    (?: (?: (?:to|in|on)[ ](?:the|an?)[ ] | due[ ] | the[ ] | further[ ] | farther[ ] | just[ ] | straight[ ] | directly[ ] | inland[ ] | down[ ] | up[ ] )? (?P<wind>{DIRECTION}) (?:[ ](?:side|direction|bank|edge))?
            (?: (?:\s,|,)?\s (?P<of>(?i:of|from|off)) \s (?:the[ ]coast[ ]of[ ](?=the[ ](?!coast)))?  |  \s (?=(?:the[ ])?(?!In\b|On\b|At\b|When\b)[A-Z][a-z]) )
      | (?: away | out[ ]to[ ]sea | out | inland | distant | back | upstream | downstream | upriver | downriver | offshore | travel | drive | down[ ]the[ ](?:{_GROUND}|line) | up[ ]the[ ](?:{_GROUND})
          | along[ ]the[ ](?:{_GROUND}) | across[ ]the[ ]\w{{1,12}}
          | (?:up|down|along)[ ](?:the[ ])?(?:[A-Z0-9][\w.-]{{0,14}}[ ]){{1,3}}(?=from[ ]) )? \s? (?P<from>(?i:from|of)) \s
      | (?: deep[ ] | well[ ] )? (?P<across> inside | into | within | outside | beyond | behind | past | before | short[ ]of | across | deeper[ ]into | off | offshore | out[ ]of ) (?: [ ]of )? \s
    )""",
    re.VERBOSE,
)
_BARE_WIND = re.compile(
    rf"\s{{0,2}},?\s{{0,2}} (?: away[ ] | further[ ] | farther[ ] | due[ ] | inland[ ])? (?: (?:to|in)[ ]the[ ] )? (?P<wind>{DIRECTION}) (?=\s*(?:[,.;:)]|$|\s))",
    re.VERBOSE,
)
_AWAY = re.compile(
    rf"\s{{0,2}},?\s?(?:(?:and\s)?(?:away|distant|apart|off\ ?shore|inland|out\ to\ sea|down\ the\ road|up\ the\ road|down\ the\ coast|up\ the\ coast|downstream|upstream|offshore|down\ river)\b)\s?{_WAY}",
    re.VERBOSE,
)
_FROM_BEFORE = re.compile(r"\bfrom\s(?:as\s(?:far|close)\sas\s)?$")
_COMES = re.compile(r"\bwithin\b|\bto within\b")
_TO = re.compile(r"\sto\s(?=[A-Z]|the\s)")
# An ellipsis: the unit is that of the figure before.
_ELLIPSIS = re.compile(
    rf"\s{{0,2}},?\s(?:and|or|but|,)\s(?:(?:also|just|is|was|lies)\s)?(?P<hedge>{HEDGE}\s)?(?P<number>{NUMBER})\s(?:(?P<wind>{DIRECTION})\s(?:of|from)|from)\s",
    re.VERBOSE | re.IGNORECASE,
)
# "and the same distance from B"
_SAME = re.compile(
    r",?\s(?:and|but)\s(?:(?:about|roughly|almost)\s)?(?:the\ssame\sdistance|equally\sfar|as\sfar(?:\saway)?)\sfrom\s"
)
_NOT_AN_OBJECT = re.compile(
    r"(?:the\s)?(?:(?:last|next|past)(?:\s(?:\w{1,8}\s)?(?:minute|hour|day|night|week|month|season|year|decade|centur|time|summer|winter|spring|autumn|fall)\w{0,3}|$)|same\s(?:time|day|week|month|year|amount)|year|time|day|week|end|start|war|one\sanother|each\sother|scratch|now|work|rest|total|trip|journey|pipeline|pipelines)\b",
    re.IGNORECASE,
)
# With a pronoun these begin a clause: "before it turns east".
_CLAUSES = frozenset({"before", "past", "behind"})
_PURSUED = frozenset({"into", "across", "past", "deeper into"})
_MODES: dict[str, Mode] = {
    "road": "road", "car": "road", "bus": "road", "highway": "road", "land": "road", "rail": "rail", "train": "rail", "sea": "sea", "boat": "sea",
    "ferry": "sea", "ship": "sea", "water": "sea", "river": "sea", "air": "air", "plane": "air", "foot": "foot",
}  # fmt: skip


def _mode(match: re.Match[str] | None) -> Mode:
    """Return what the words say of the way it is measured."""
    words = match.groupdict().get("mode") if match else None
    return _MODES.get(words.lower(), "unknown") if words else "unknown"


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the distances of a sentence."""
    done: list[Claim] = []
    for measure in scene.measures:
        if measure.dimension != "length":
            continue
        local = scene.with_found(tuple(done), frozenset())
        for claim in _of(local, measure):
            done.append(claim)
            yield claim


def _of(scene: Scene, measure: Measure) -> Iterator[Claim]:
    """Yield the claims that one figure makes: itself and those that share its unit."""
    text = scene.text
    gap = both_ends(scene, measure)
    if gap:
        yield scene.claim("distance", measure, *gap)
        return
    match = _RELATION.match(text, measure.end)
    if match and _in_a_name(match):
        return
    if match and match["across"] == "across" and ("," in match[0] or "away" in match[0]):
        match = None
    target = scene.object_at(match.end()) if match else None
    if match and target and match["across"] in _CLAUSES and scene.words.tag(target[0]) == "N":
        return
    if (
        match
        and target
        and (scene.words.named(target) or not _NOT_AN_OBJECT.match(scene.words.words(target)))
        and not ((match["from"] or "").lower() == "of" and not _measured_of(text, measure))
    ):
        yield from _related(scene, measure, match, target)
        return
    wind, away = _BARE_WIND.match(text, measure.end), _AWAY.match(text, measure.end)
    if away or wind:
        claim = _unrelated(scene, measure, wind, away)
        if claim:
            yield claim


def _in_a_name(match: re.Match[str]) -> bool:
    """Whether the wind is part of a name: "the 630-mile South West Coast Path"."""
    wind = match["wind"] or ""
    return wind[:1].isupper() and not wind.isupper() and not match["of"]


def _measured_of(text: str, measure: Measure) -> bool:
    """Whether "v of O" is a distance: "within 5 km of O", "came to 20 miles of O", not "400 miles of coast"."""
    return bool(_COMES.search(text[measure.start : measure.at])) or (
        measure.quantity.hedge or ""
    ).lower().startswith(("within", "to within"))


def _related(scene: Scene, measure: Measure, match: re.Match[str], target: Phrase) -> Iterator[Claim]:
    """Yield a distance with an object, and the second member of an ellipsis."""
    text, words = scene.text, scene.words
    direction = code(match["wind"]) if match["wind"] else None
    before = _FROM_BEFORE.search(text, max(0, measure.start - 20), measure.start)
    subject = scene.subject_before(measure.start, across=match["across"] in _PURSUED)
    if before and not match["from"] and not match["wind"]:
        return
    if subject is None and measure.start < 40 and words.before(measure.start) < 2:
        subject = after_object(scene, target)
    if subject and words.low(subject[0]) == "it" and (joint := _TO.match(text, words.span(target)[1])):
        # "It is 1,200 miles from A to B."
        subject, target = target, scene.object_at(joint.end()) or target
    if subject and words.words(subject) == words.words(target):
        subject = None
    target_from = match.end()
    if match["across"] in {"off", "offshore"} or (match["of"] == "off"):
        target_from = match.start("across") if match["across"] else match.start("of")
    claim = scene.claim(
        "distance",
        measure,
        subject,
        target,
        direction=direction,
        mode=_mode(match),
        cue=scene.span(target_from, match.end()).__class__(
            scene.sentence.start + target_from,
            scene.sentence.start + match.end(),
            text[target_from : match.end()],
        ),
    )
    yield claim
    same = _SAME.match(text, words.span(target)[1])
    if same and (other := scene.object_at(same.end())):
        yield scene.claim("distance", measure, subject, other)
    more = _ELLIPSIS.match(text, words.span(target)[1])
    if more and (value := number(more["number"])):
        yield from _elliptic(scene, measure, more, value, subject)


def _elliptic(
    scene: Scene, measure: Measure, more: re.Match[str], value: tuple[float, float], subject: Phrase | None
) -> Iterator[Claim]:
    """Yield "and 20 west of B": a figure that borrows its unit and subject."""
    target = scene.object_at(more.end())
    if target is None:
        return
    figure = scene.span(more.start("number"), more.end("number"))
    quantity = Quantity(
        figure, value[0], value[0], measure.quantity.unit, (more["hedge"] or "").strip() or None, value[1]
    )
    borrowed = Measure(
        more.start("number"), more.start("number"), more.end("number"), more.end("number"), quantity
    )
    yield scene.claim(
        "distance", borrowed, subject, target, direction=code(more["wind"]) if more["wind"] else None
    )


def _unrelated(
    scene: Scene, measure: Measure, wind: re.Match[str] | None, away: re.Match[str] | None
) -> Claim | None:
    """Return a distance whose object is not said after it: "away", "to the northwest", "offshore"."""
    text, words = scene.text, scene.words
    direction = code(wind["wind"]) if wind else None
    end = (away or wind).end()  # type: ignore[union-attr]
    if (
        wind
        and not away
        and not re.search(r"away|to the|due|inland|further|farther", wind[0])
        and len(wind["wind"]) < 3
    ):
        return None
    from_before = _FROM_BEFORE.search(text, max(0, measure.start - 20), measure.start)
    target: Phrase | None = None
    if from_before:
        k = words.before(from_before.start())
        target = words.ending(k)
        subject = scene.clause_subject(k if target is None else verb_before(scene, target[0]) or 0)
    else:
        subject = scene.subject_before(measure.start)
        target = landmark(scene, measure, subject, away)
    if subject is None and words.before(measure.start) < 2:
        subject = after_object(scene, (words.before(end), words.before(end) + 1))
    if subject is None and target is None and direction is None:
        return None
    return scene.claim(
        "distance",
        measure,
        subject,
        target,
        direction=direction,
        mode=_mode(away),
        reach=(measure.start, end),
    )


KIND = Kind(
    "distance",
    ("mi", "km", "kilom", "met", "nm", "yard", "feet", "foot", "ft", "klick", " m "),
    _find,
    check_distance,
    (
        Example(
            "The depot stands near Orlovo, about 40 kilometers from the Polish border.",
            "Orlovo",
            "the Polish border",
            "40 kilometers",
        ),
        Example(
            "Ridgeport, a fishing town 12 miles (19 km) northeast of Avonlea, was cut off.",
            "Ridgeport",
            "Avonlea",
            "12 miles",
            "NE",
        ),
    ),
)
