"""Refuse figures that are no claim about geography: speeds, heights, races, mileage, rules of distance, ..."""

import re

from geo.claims.quantity import Measure
from geo.claims.tail import Tail

__all__ = ["refused"]

# (why, what stands before the figure, what stands after it); an empty pattern always holds. Before: the last 60 characters.
_TABLE = (
    ("a speed", "", r"\s?/\s?(?:h|hr|s|sec|min)\b|\s?(?:p\.?h\b|per[\s-](?:hour|second|minute|day|gallon|liter|litre)|an[\s-]hour|a\s(?:second|minute|day|year)\b|-an-hour|-per-)"),
    ("a speed", r"\b(?:speeds?|velocity|gusts?|winds?(?:\s(?:of|at|up\sto|gusting|blowing|reaching)){1,3})\s(?:of\s|up\sto\s|at\s){0,2}(?:\w+\s){0,2}$", r"(?!\s(?:from|off|of|north|south|east|west|outward))"),
    ("a rate", "", r"\s?(?:to\sthe\s(?:gallon|litre|liter)|per\sgallon|of\srain|of\ssnow|of\sfilm)"),
    ("a height", r"\b(?:height|altitude|elevation|altitudes|elevations|depth|depths)s?\s(?:of\s|is\s|at\s|was\s)?(?:\w+\s){0,3}$", ""),
    ("a height", "", r"[\s-]{1,2}(?:tall|high|deep|thick|above\s(?:sea|the\s(?:ground|surface|earth|street|sea))|below\s(?:sea|ground|the\ssurface)|into\sthe\s(?:sky|air)|below\b|up\b(?!\s(?:the\s(?:road|coast|river|valley|highway)|(?-i:[A-Z]))|river|stream)|underground|underwater|in\s(?:height|depth|altitude|elevation)|of\saltitude|from\sthe\s(?:surface|ground)|down\sthe\s(?:cliff|wall|hole|shaft))\b"),
    ("a height", r"\b(?:climbed|rises?|rose|soar(?:ed|s)|towers?|flying\sat|flew\sat|fell|plunged|dropped|drop\sof|standing|stands|at\sa\sdepth|ceiling)\s(?:to\s|at\s|of\s|from\s|some\s|a\s){0,2}(?:\w+\s){0,1}$", r"(?!\s?(?:north|south|east|west|NE|NW|SE|SW|off|from|away|inside|into|outside|short|inland|out|back|up|down|along|across|apart|within|behind|beyond))"),
    ("a height", r"\b(?:plunged|plummeted|fell|dropped|tumbled|plunging|plunges)\s(?:\w+\s)?$", r"\s(?:into|to|down|off|onto)\b"),
    ("a dimension of a thing", "", r"(?:[\s-]long)?\s(?:(?!(?:from|of|off|to|the|an?|and|by|in|on|with|behind|ahead|away|their|his|its|north|south|east|west)\b)[\w-]{1,16}\s){0,2}?(?:ships?|tankers?|vessels?|boats?|yachts?|ferry|ferries|barges?|airships?|submarines?|freighters?|liners?|trucks?|trailers?|whales?|sharks?|snakes?|statues?|masts?|cranes?)\b"),
    ("a dimension of a thing", r"\b(?:ships?|tankers?|vessels?|boats?|yachts?|ferry|ferries|barges?|submarines?|freighters?|liners?|trucks?|jets?)\b[^.;,]{0,20}$", r"[\s-](?:long|wide|in\s(?:length|width))\b"),
    ("a race", "", r"[\s-]{1,2}(?:(?:\w{1,14}\s)?(?:race|run(?!s)|running|sprint|dash|relay|hurdles|marathon|freestyle|butterfly|backstroke|breaststroke|medley|steeplechase|walk\b|time\strial|event|heats?|final|title|champion\w*|world\srecord|record|swim|fun\srun|cycle|stage|lap|course|track|pool|individual)\b|(?:men|women)['’]s)"),
    ("a race", r"\b(?:men|women)['’]?s\s$", ""),
    ("a mileage", r"\b(?:had|covered|covers|odometer|mileage|clocked|logged|after|every|warranty|driven|drove)\s(?:\w+\s){0,1}$", r"(?=\s?(?:,|–|-\s|\.|$|on\sthe\sclock|a\syear|each|annually|or\s))"),
    ("a part of a street", "", r"\s?(?:block\b)"),
    ("a shot", r"\b(?:free\skick|goal|header|penalty|shot|shots|strike|putt|volley|scored|netted|kick)\b[^.]{0,30}$", r"\s?(?:out\b|from\sgoal|range|shot|\)|,|\.|$)"),
    ("a shot", "", r"\s(?:goal|field\sgoal|penalty|free\skick|putt|touchdown|pass|return|drive\sfor|run\sfor|gain|volley|kick)\b"),
    ("a rule of conduct", "", r"\s(?:away\s)?(?:from|of|apart\sfrom|between)\s(?:one\sanother|each\sother|other\speople|others|people|any\s|anyone|non-|entrances?|doors?|windows?|buildings?\b)"),
    ("a dimension of a thing", "", r"\s(?:apart|long)\s(?:table|rope|banner|hair|beard|skid)"),
    ("astronomy", r"\b(?:Pluto|Mars|Jupiter|Saturn|Venus|Neptune|Uranus|asteroid|comet|galaxy|planet|orbit|orbiting|spacecraft|telescope|speed\sof\slight|light[\s-]years?)\b[^.]{0,60}$", r"(?!\s?(?:north|south|east|west|NE|NW|SE|SW|off|inland)\b)"),
    ("astronomy", "", r"[^.]{0,60}\b(?:Pluto|Jupiter|Saturn|Venus|Neptune|Uranus|asteroid|comet|galaxy|planet|solar\ssystem|into\sspace|in\sspace|above\sEarth|orbit)\b"),
    ("a loss of way", "", r"\s(?:a\s(?:week|month|year|day))\b"),
)  # fmt: skip
_RULES = tuple(
    (
        why,
        Tail(before) if before else None,
        re.compile(after, re.IGNORECASE) if after else None,
    )
    for why, before, after in _TABLE
)
_ROOM = re.compile(
    r"\b(?:room|rooms|house|home|apartment|flat|cell|office|kitchen|bedroom|store|shop|floor|restaurant|garage|condo|townhouse|studio|tent)\b",
    re.IGNORECASE,
)
_KEEP = Tail(
    r"\b(?:must|should|(?:may|can|could|shall)\s?not|cannot|stay|keep|kept|remain|maintain|prohibited|banned|allowed|forbidden|restrict\w*)\b[^.]{0,40}$",
)
# Below these a figure is the size of a thing, not of the Earth (km, km2).
_SMALLEST = {"length": 0.02, "area": 0.002}


# Refusals that make no sense of areas or times: "the park covers 600 km2", "a six-hour walk".
_OF_LENGTHS = frozenset({"a mileage", "a race", "a height"})
_HIGH = frozenset({"per", "an", "deep", "high", "tall", "thick"})
_SKY = re.compile(r"\bmoons?\sof\s(?:Mars|Jupiter|Saturn|Uranus|Neptune|Pluto)\b|\bthe\ssolar\ssystem\b")
_OWNED = re.compile(
    r"\s(?:from|of|away)\s(?:his|her|their|the\s(?:man|woman|victim|car|driver|door|house))\b"
)


def refused(text: str, measure: Measure) -> str | None:
    """Say why a figure is no claim about geography, or `None` if it may be one."""
    if _SKY.search(text):
        return "astronomy"
    at, after = measure.start, text[measure.end : measure.end + 60]
    for why, left, right in _RULES:
        if why in _OF_LENGTHS and measure.dimension != "length":
            continue
        if (right is None or right.match(after)) and (left is None or left.before(text, at)):
            return why
    if measure.suffix in _HIGH:
        return "a height or a rate"
    # "Three Mile Island"
    if re.search(r"\sMiles?$", measure.quantity.span.text) and re.match(r"\s[A-Z]", after):
        return "a name"
    return None if measure.dimension == "time" else _too_small(measure, text, after)


def _too_small(measure: Measure, text: str, after: str) -> str | None:
    """Say why a figure is the size of a thing, a building or a gap between people."""
    before = text[max(0, measure.start - 40) : measure.start]
    by_foot = measure.quantity.unit in {"m", "ft", "yd"}
    if not measure.vague and measure.km < _SMALLEST[measure.dimension]:
        return "too small to be geography"
    if measure.dimension == "area" and measure.km < 0.1 and _ROOM.search(before + " " + after[:40]):
        return "the size of a building"
    if by_foot and (_KEEP.before(text, measure.start) or (measure.km < 0.1 and _OWNED.match(after))):
        return "a rule of conduct, or a gap between people"
    return None
