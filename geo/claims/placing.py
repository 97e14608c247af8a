"""Place what the text alone could not: "the capital" of the country in focus, and names that only the gazetteer knows."""

import re
from dataclasses import replace

from geo.claims.countries import country
from geo.claims.setting import Setting
from geo.model import End, Place

__all__ = ["GENERIC", "place_ends"]

_NAME = re.compile(r"[A-Z][\w’'.-]*(?:\s(?:[A-Z][\w’'.-]*|II|III))*")
_WHOSE = re.compile(
    r"(?:[Tt]he\s)?(?:(?P<whose>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)(?:['’]s?)?\s)?capital(?:\scity)?(?:\sof\s(?P<of>(?:the\s)?[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?))?"
)
_SEAT = re.compile(r"\b(?:capital|city|town|village)\b", re.IGNORECASE)
# What a thing named after a place adds to its name: "the Huaral Valley" is at Huaral.
GENERIC = re.compile(
    r"\s(?:Valley|Station|Airport|Airbase|Base|Port|Harbou?r|County|District|Camp|Mine|Village|City|Town|Area|Field|I{1,3})$"
)
_AREAS = frozenset({"country", "division", "region", "continent"})


def place_ends(subject: End | None, target: End | None, setting: Setting) -> tuple[End | None, End | None]:
    """Return both ends with the places the world adds; an end that stays without one says why in `because`."""
    target = _placed(target, subject, setting)
    return _placed(subject, target, setting), target


def _placed(end: End | None, other: End | None, setting: Setting) -> End | None:
    """Place one end by what it is called, in the country of the other end."""
    if end is None or end.span is None or end.line:
        return end
    if end.because == "capital":
        owner = _owner(end.span.text, setting)
        if owner or not _NAME.search(end.span.text.removeprefix("The ")):
            return _capital(end, owner or setting.focus, setting)
    if end.place and not (end.place.kind in _AREAS and _SEAT.search(end.span.text)):
        return end
    near = other.place.country if other and other.place else setting.focus
    found = _by_name(end.span.text, near, setting, town=bool(_SEAT.search(end.span.text)))
    if found is None:
        return replace(end, because="no place is named in these words") if end.because == "capital" else end
    return replace(
        end,
        place=found,
        because=f"{found.name} ({found.source or 'gazetteer'}), looked up in {near or 'the world'}",
    )


def _owner(words: str, setting: Setting) -> str:
    """Return the country whose capital is spoken of: "the Chilean capital"."""
    whose = _WHOSE.fullmatch(words)
    owner = whose and (whose["whose"] or whose["of"])
    name = country(owner) if owner else None
    return (name and setting.world.borders.code(name)) or ""


def _capital(end: End, code: str, setting: Setting) -> End:
    """Place "the capital"."""
    words = end.span.text if end.span else ""
    found = setting.world.gazetteer.capital(code) if code else None
    if found is None:
        return replace(end, because=f"'{words}' has no country in the text to be the capital of")
    return replace(
        end,
        place=found,
        because=f"'{words}': the capital of {code}"
        + ("" if _WHOSE.fullmatch(words) and _owner(words, setting) else ", the country most spoken of"),
    )


def _by_name(words: str, country: str, setting: Setting, *, town: bool) -> Place | None:
    """Look a printed name up in one country; only there, since a name alone proves little."""
    if not country:
        return None
    for match in _NAME.finditer(words):
        name = match[0].removeprefix("The ").removesuffix("'s").removesuffix("’s")
        if len(name) < 4:
            continue
        for tried in (name, GENERIC.sub("", name)):
            for place in setting.world.gazetteer.candidates(tried, country=country):
                if not (town and place.kind in _AREAS) and place.kind != "country":
                    return place
    return None
