"""Find ranges: how far a weapon or craft can reach or travel."""

import re
from collections.abc import Iterator

from geo.claims.check_range import check_range
from geo.claims.kind import Example, Kind
from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene
from geo.model import Claim

__all__ = ["KIND"]

_CRAFT = re.compile(
    r"""\b(?:missiles?|rockets?|drones?|UAVs?|[IS]?[CRL]BMs?|IRBMs?|ICBMs?|howitzers?|artillery|guns?|mortars?|shells?|torpedo(?:es)?|bombers?|fighters?|jets?|aircraft|airliners?|airplanes?|planes?
        |helicopters?|Boeing|Airbus|\d{3}-\d{3}\w{0,3}|cars?|vehicles?|batter(?:y|ies)|submarines?|radars?|warheads?|weapons?|projectiles?|munitions?|bombs?|systems?|launchers?|HIMARS|ATACMS|Scuds?|Silkworms?
        |Taepodong|Hwasong|Rodong|Shaheds?|Iskanders?|Kalibrs?|[A-Z][A-Za-z]{0,12}-\d{1,4}[A-Za-z]{0,2}s?|sonars?|satellites?|Storm\sShadows?|Taurus|Tomahawks?|transmitter|ICBM)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_RANGE_OF = re.compile(
    r"\b(?P<range>ranges?|reach)\b(?P<between>[^.;:,]{0,60}?)\b(?:of|is|was|to|at|exceeding|reaching|reaches)\s(?:at\s)?$",
    re.IGNORECASE,
)
# "a range in excess of 250 km": the hedge holds the "of".
_RANGE_BARE = re.compile(r"\b(?P<range>ranges?|reach)\s(?P<between>)$", re.IGNORECASE)
_OF_HEDGE = re.compile(r"\bof$")
_NOT_RANGE = re.compile(
    r"\b(?:mountain|price|age|temperature|wide|broad|driving|home|free)\s$|\bwithin\s$", re.IGNORECASE
)
_RANGE_AFTER = re.compile(
    r"-?\s?(?:striking\s|flight\s|maximum\s|effective\s|driving\s)?(?:ranges?|reach(?=\s(?:of|for)\b|[,.;]))\b",
    re.IGNORECASE,
)
_OF_OWNER = re.compile(r"\s(?:of|for)\s")
_CAN = re.compile(
    r"""\b(?P<can>can|could|(?:thought|believed|known|reported|said)(?=\sto\s)|capable|able|designed|will|would|may|must|flew|flies|travels?|reaches|reach)\b [^.;:]{0,60}?
        (?:\b(?:fly|flying|flew|travel|travell?ing|reach|reaching|hit|hitting|strike|striking|deliver|delivering|carry|carrying|fire|firing|launch|launching|attack|attacking|shoot|shooting|hover|cover|go|detect|detecting|track|tracking|spot|intercept|intercepting|engage|destroy)\b [^.;:]{0,40})?$""",
    re.VERBOSE | re.IGNORECASE,
)
_AT_TARGETS = re.compile(r"\b(?:hit|hitting|strike|striking|engage|destroy)\stargets\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:fly|flying|travel|travell?ing|reach|reaching|hit|hitting|strike|striking|deliver|carry|fire|firing|shoot|shooting|attack|attacking|go|detect|detecting|track|tracking|spot|intercept|intercepting|engage|destroy)\b",
    re.IGNORECASE,
)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the ranges of a sentence."""
    for measure in scene.measures:
        if measure.dimension != "length" or measure.vague:
            continue
        found = _said(scene, measure)
        if found is not None:
            subject, start, end = found
            yield scene.claim("range", measure, subject, None, reach=(start, end))


def _said(scene: Scene, measure: Measure) -> tuple[Phrase | None, int, int] | None:
    """Return the subject of a range and the stretch of words that says it, or `None`."""
    text = scene.text
    low = max(0, measure.start - 110)
    before = text[low : measure.start]
    of = _RANGE_OF.search(before) or (
        _OF_HEDGE.search(measure.quantity.hedge or "") and _RANGE_BARE.search(before)
    )
    if of and not _NOT_RANGE.search(before[: of.start()]):
        return _owner(scene, low + of.start(), of["between"]), low + of.start(), measure.end
    after = _RANGE_AFTER.match(text, measure.end)
    if after and not _NOT_RANGE.search(before):
        owned = _OF_OWNER.match(text, after.end())
        following = scene.words.starting(scene.words.after(owned.end())) if owned else None
        if following:
            return following, measure.start, after.end()
        following = scene.words.starting(scene.words.after(after.end()), limit=4)
        glued = (
            text[after.end() : after.end() + 1] == " "
            and scene.words.tag(scene.words.after(after.end())) in "W#"
        )
        subject = following if following and glued else _owner(scene, measure.start, "")
        return subject, measure.start, after.end()
    return _able(scene, measure, before, low)


def _able(scene: Scene, measure: Measure, before: str, low: int) -> tuple[Phrase | None, int, int] | None:
    """Return the subject of "can fly 500 km", when it is a craft or weapon."""
    can = _CAN.search(before)
    while can and (later := _CAN.search(before, can.start() + 1)):
        can = later
    if not can or any(low + can.start() <= m.start < measure.start for m in scene.measures):
        # "could hit targets 4,000 km away with an error of 100 metres"
        return None
    if not _VERB.search(can[0]) or re.search(r"\bfrom\s$", before):
        return None
    index = scene.words.after(low + can.start("can"))
    if scene.words.tag(index) not in "XV" and scene.words.tag(index - 1) in "XV":
        # "is thought able"
        index -= 1
    subject = scene.clause_subject(index)
    words = scene.words.words(subject) if subject else ""
    if not (_CRAFT.search(words) or _CRAFT.search(scene.text[: measure.start]) or _AT_TARGETS.search(can[0])):
        return None
    return subject, low + can.start("can"), measure.end


def _owner(scene: Scene, offset: int, between: str) -> Phrase | None:
    """Return what has the range: "X has a range of", "X with a range of", "the range of X is"."""
    words = scene.words
    of = re.match(r"\sof\s(?=\w)", between)
    if of:
        start = offset + len("range") + of.end()
        return words.starting(words.after(start))
    k = words.before(offset)
    while k >= 0 and (
        words.tag(k) in "DA"
        or (words.tag(k) in "W#V" and words.tag(k - 1) in "DWA" and words.low(k) in _RANGE_WORDS)
    ):
        k -= 1
    if words.low(k) in {"with", "at"}:
        phrase = words.ending(k - 1)
        if phrase and words.low(phrase[0] - 1) in {"is", "are", "was", "were"}:
            return scene.clause_subject(phrase[0] - 1)
        if phrase and words.low(k) == "at" and words.tag(phrase[0] - 1) == "V":
            return scene.clause_subject(phrase[0] - 1)
        return phrase or scene.subject_before(words.all[k].start)
    if words.tag(k) in "XV":
        return scene.clause_subject(k)
    # "Before that, the range Kyiv had was 80 km" does not speak of what stands before the comma.
    begins = words.tag(k) == "," and words.low(k + 1) == "the"
    return scene.subject_before(offset) if k >= 0 and not begins else None


_RANGE_WORDS = frozenset(
    "maximum minimum effective operational flight estimated total longer shorter long short reported maximal top striking approximate combat".split()
)

KIND = Kind(
    "range",
    (
        "range",
        "fly",
        "flew",
        "travel",
        "reach",
        "hit",
        "strik",
        "deliver",
        "carry",
        "fire",
        "firing",
        "launch",
        "shoot",
        "detect",
        "track",
        "spot",
        "intercept",
        "engage",
        "destroy",
        "go ",
    ),
    _find,
    check_range,
    (
        Example("The new drones have a range of about 400 km (250 miles).", "The new drones", None, "400 km"),
        Example("The rocket can hit targets up to 70 kilometres away.", "The rocket", None, "70 kilometres"),
        Example("The army showed a 300-mile-range missile on parade.", "missile", None, "300-mile"),
    ),
)
