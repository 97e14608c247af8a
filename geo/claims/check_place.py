"""Check where things are: in a part of a region, at a border, between two places."""

import math
import re

import shapely
from shapely import affinity

from geo.claims.check import end_fault, not_checkable
from geo.claims.compass import azimuth_of, named, opposite
from geo.claims.countries import country
from geo.claims.ends import UNSURE
from geo.claims.placing import place_ends
from geo.claims.setting import Setting
from geo.errors import DatelineError
from geo.measure import Region, distance_km
from geo.model import Claim, End, Place, Reading, Verdict, VerdictWord
from geo.settings import BorderView

__all__ = ["check_between", "check_border", "check_contain", "quantile"]

# Regions that usage names by the compass against their place on the map, by first-level divisions.
_USAGE = {
    ("CN", "NW"): "Xinjiang Gansu Qinghai Ningxia Shaanxi",
    ("CN", "NE"): "Heilongjiang Jilin Liaoning",
    ("CN", "N"): "Beijing Tianjin Hebei Shanxi",
    ("CN", "E"): "Shanghai Jiangsu Zhejiang Anhui Fujian Jiangxi Shandong",
    ("CN", "S"): "Guangdong Guangxi Hainan",
    ("CN", "SW"): "Chongqing Sichuan Guizhou Yunnan Tibet",
    ("CN", "C"): "Henan Hubei Hunan",
    (
        "RU",
        "E",
    ): "Primorye Primorskiy Khabarovsk Sakhalin Amur Kamchatka Magadan Chukotka Jewish Sakha Yakutia Buryatia Buryatiya Transbaikal Zabaykalskiy Zabaykalsky",
    ("RU", "SW"): "Krasnodar Rostov Adygea Stavropol Belgorod Voronezh Kursk Volgograd",
    (
        "RU",
        "W",
    ): "Bryansk Smolensk Pskov Kursk Belgorod Voronezh Leningrad Novgorod Tver Kaliningrad Moscow Kaluga Tula",
}
# Harbours and islets may lie outside a generalised outline.
_SHORE_KM = 5.0
_CORRIDOR = 1.2
_HALF = re.compile(r"half-?way|midway", re.IGNORECASE)


def _country_code(end: End | None, setting: Setting) -> str | None:
    """Return the country that an end names or is a demonym of."""
    if end is None or end.span is None:
        return None
    if end.place and end.place.kind == "country":
        return end.place.country
    for words in (end.span.text, *end.span.text.split()):
        name = country(words)
        if name:
            return setting.world.borders.code(name)
    return None


def quantile(shape: shapely.Geometry, place: Place, wind: str) -> float:
    """Share of a region's area that lies behind a place, looking along a wind: 1 at the far end, 0 at the near one.

    >>> from geo.model import LonLat
    >>> round(quantile(shapely.box(0, 0, 1, 1), Place("p", "p", LonLat(0.5, 0.9), "town"), "N"), 2)
    0.9
    """
    lon, lat = place.at.lonlat
    squeeze = math.cos(math.radians(lat))
    flat = affinity.translate(shape, -lon, -lat)
    flat = affinity.rotate(affinity.scale(flat, squeeze, 1.0, origin=(0, 0)), azimuth_of(wind), origin=(0, 0))
    whole = flat.area
    behind = shapely.box(-400, -400, 400, 0)
    return float(shapely.intersection(shapely.make_valid(flat), behind).area / whole) if whole else 0.5


def _part_word(shape: shapely.Geometry, place: Place, wind: str) -> tuple[VerdictWord, str]:
    """Judge "northern": the place has at least half of the area behind it; "central": between fifths on both axes."""
    if wind == "C":
        shares = [quantile(shape, place, w) for w in ("N", "E")]
        worst = max(abs(s - 0.5) for s in shares)
        word: VerdictWord = "supported" if worst <= 0.3 else "close" if worst <= 0.4 else "contradicted"
        return word, f"{shares[0]:.0%} of its area lies further south and {shares[1]:.0%} further west"
    share = quantile(shape, place, wind)
    word = "supported" if share >= 0.5 else "close" if share >= 0.4 else "contradicted"
    return word, f"{share:.0%} of its area lies further {named(opposite(wind))}"


def _subject_fault(claim: Claim) -> str | None:
    """Say why the subject cannot be placed."""
    fault = end_fault(claim.subject, "subject")
    return fault or (None if claim.subject and claim.subject.place else "the subject is not placed")


def check_contain(claim: Claim, setting: Setting) -> Verdict:
    """Check that a place is in a region, and in the part of it that is said."""
    fault = _subject_fault(claim)
    if fault or claim.subject is None or claim.subject.place is None:
        return not_checkable(claim, fault or "the subject is not placed")
    place, code = claim.subject.place, _country_code(claim.object, setting)
    if code is None:
        return _in_division(claim, place)
    chosen: BorderView = setting.world.settings.borders
    shape = _outline(code, chosen, setting)
    if shape is None:
        return not_checkable(claim, f"no outline of {code} is at hand")
    name = setting.world.borders.name(code)
    inside = _inside_reading(place, name, shape)
    if not inside.fits:
        return _outside(
            place,
            name,
            inside,
            _outline(code, "de-facto" if chosen == "recognised" else "recognised", setting),
        )
    if not claim.direction:
        return Verdict("supported", f"{place.name} lies in {name}", inside.km, 0.0, (inside,))
    word, why = _part_word(shape, place, claim.direction)
    usage = _USAGE.get((code, claim.direction), "")
    if (
        word != "supported"
        and place.admin1
        and any(each in usage.split() for each in re.split(r"\W+", place.admin1))
    ):
        word, why = "supported", why + f"; but usage counts {place.admin1} to this part of {name}"
    return Verdict(word, f"{place.name} lies in {name}; {why}", inside.km, None, (inside,))


def _outline(code: str, view: BorderView, setting: Setting) -> shapely.Geometry | None:
    """Return the outline of a country, if there is one in a view."""
    try:
        return setting.world.borders.polygon(code, view=view)
    except (DatelineError, KeyError):
        return None


def _inside_reading(place: Place, name: str, shape: shapely.Geometry) -> Reading:
    """Measure how far outside a country a place lies; 0 in it."""
    words, method = f"{place.name} and the outline of {name}", "point in polygon on WGS84"
    if shapely.contains_xy(shape, *place.at.lonlat):
        return Reading(words, 0.0, fits=True, line=(place.at, place.at), method=method)
    foot = Region(shape).foot(place.at)
    return Reading(
        words,
        foot.km,
        fits=foot.km <= max(_SHORE_KM, place.radius_km),
        line=(place.at, foot.at),
        method=method,
    )


def _outside(place: Place, name: str, inside: Reading, other: shapely.Geometry | None) -> Verdict:
    """Say that a place is outside a country; it depends when the other view of disputed borders has it inside."""
    held = other is not None and bool(shapely.contains_xy(other, *place.at.lonlat))
    word: VerdictWord = "depends" if held else "contradicted"
    because = f"{place.name} lies {inside.km:.0f} km outside {name}" + (
        " in one view of its disputed borders, inside in the other" if held else ""
    )
    return Verdict(word, because, inside.km, max(_SHORE_KM, place.radius_km), (inside,))


def _in_division(claim: Claim, place: Place) -> Verdict:
    """Check that a place is in a state or province, by the gazetteer's own division."""
    region = claim.object.place if claim.object else None
    if region is None or region.kind not in {"division", "region"}:
        return not_checkable(claim, end_fault(claim.object, "object") or "the region has no outline here")
    if place.country and place.country != region.country:
        return Verdict(
            "contradicted",
            f"the gazetteer has {place.name} in {place.country}, not in {region.name} ({region.country})",
        )
    if not place.admin1 or place.kind in {"country", "division"}:
        return not_checkable(claim, f"the gazetteer names no division for {place.name}")
    same = place.admin1 in {region.admin1, region.name}
    if claim.direction:
        return not_checkable(claim, f"no outline of {region.name} is at hand to tell its parts")
    word: VerdictWord = "supported" if same else "contradicted"
    return Verdict(word, f"the gazetteer has {place.name} in {place.admin1}", None, None, ())


def _countries_named(end: End | None, setting: Setting) -> list[str]:
    """Return the codes of all countries that an end names."""
    words = end.span.text if end and end.span else ""
    parts = [country(part.strip()) for part in re.split(r",\s|\sand\s", words)]
    codes = [setting.world.borders.code(name) for name in parts if name]
    if codes and all(parts):
        return [code for code in codes if code]
    one = _country_code(end, setting)
    return [one] if one else []


def check_border(claim: Claim, setting: Setting) -> Verdict:
    """Check that countries share a border, in both views."""
    ones, others = _countries_named(claim.subject, setting), _countries_named(claim.object, setting)
    if not ones or not others:
        return not_checkable(
            claim, f"the {'object' if ones else 'subject'} is no country, and no outline of it is at hand"
        )
    borders, chosen = setting.world.borders, setting.world.settings.borders
    pairs = [(a, b) for a in ones for b in others]
    apart = {
        view: [pair for pair in pairs if pair[1] not in borders.neighbours(pair[0], view=view)]
        for view in ("recognised", "de-facto")
    }
    if not apart[chosen]:
        return Verdict("supported", f"{_pairs(pairs, setting)} share a border on land in the {chosen} view")
    word: VerdictWord = "contradicted" if all(apart.values()) else "depends"
    return Verdict(
        word,
        f"{_pairs(apart[chosen], setting)} share no border on land in the {chosen} view"
        + ("; in the other they do" if word == "depends" else ", nor in the other"),
    )


def _pairs(pairs: list[tuple[str, str]], setting: Setting) -> str:
    """Name pairs of countries."""
    name = setting.world.borders.name
    return "; ".join(f"{name(a)} and {name(b)}" for a, b in pairs)


def _inside(end: End | None, setting: Setting) -> list[Place]:
    """Places that the words of an end name."""
    if end is None or end.span is None:
        return []
    return [
        m.place
        for m in setting.overlapping(end.span)
        if m.place and m.score >= UNSURE and m.role != "demonym"
    ]


def check_between(claim: Claim, setting: Setting) -> Verdict:
    """Check that a place lies between two others: the way over it is at most a fifth longer than the straight line."""
    places = _inside(claim.object, setting)
    subject, _ = place_ends(claim.subject, None, setting)
    if len(places) < 2:
        return not_checkable(claim, "the two places are not both known")
    fault = end_fault(subject, "subject")
    if fault or subject is None or subject.place is None:
        return not_checkable(claim, fault or "the subject is not placed")
    a, b, s = places[0], places[-1], subject.place
    whole, first, second = distance_km(a.at, b.at), distance_km(a.at, s.at), distance_km(s.at, b.at)
    if whole < 1.0 or s.id in {a.id, b.id}:
        return not_checkable(claim, "the two places are the same, or one of them is the subject")
    factor = (first + second) / whole
    word: VerdictWord = "supported" if factor <= _CORRIDOR else "close" if factor <= 1.4 else "contradicted"
    why = f"{a.name} to {b.name} is {whole:.0f} km, by way of {s.name} {first + second:.0f} km ({factor:.2f} times)"
    if _HALF.search(claim.span.text) and word == "supported" and abs(first - second) / (first + second) > 0.3:
        word, why = "close", why + f"; but it is {first:.0f} km from one and {second:.0f} km from the other"
    reading = Reading(
        f"by way of {s.name}", first + second, word == "supported", (a.at, s.at, b.at), "geodesic on WGS84"
    )
    return Verdict(word, why, first + second, _CORRIDOR * whole, (reading,))
