"""Find extents: how long, wide or large something is."""

import re
from collections.abc import Iterator

from geo.claims.areas import area, opening
from geo.claims.check_way import check_extent
from geo.claims.countries import country
from geo.claims.kind import Example, Kind
from geo.claims.quantity import Measure
from geo.claims.scene import Phrase, Scene
from geo.claims.tail import Tail
from geo.model import Claim

__all__ = ["KIND"]

_THING = (
    r"(?:stretch|section|portion|segment|strip|zone|border|frontier|coast|coastline|shore|shoreline|seaboard|beach|beaches|road|roads|roadway|highway|motorway|freeway|route|street|pipeline|canal|tunnel|bridge|causeway|fence|wall|barrier|dike|dyke"
    r"|convoy|column|front|frontline|river|riverfront|stream|lake|reef|island|peninsula|buffer|corridor|radius|perimeter|railway|railroad|rail|track|tracks|trail|channel|strait|gulf|waterway|gap|slick|crater|area|belt|runway|plume|tailback"
    r"|queue|jam|cordon|span|link|land|territory|forest|desert|valley|glacier|iceberg|fault|rupture|swath|swathe|path|footpath|chain|archipelago|limit|park|reserve|property|ranch|farm|estate|site|campus|plot|tract|parcel|field|fields|province|region|state|county"
    r"|district|reservoir|basin|delta|plain|range|ridge|trench|patch|blaze|fire|wildfire|farmland|wetlands?|woodland|mangroves?|complex|facility|base|compound|ground|grounds|city|town|country|sea|hole|cloud|storm|stadium)s?"
)
_LONG = re.compile(
    r"[\s-]{1,2}(?:long|wide|across|broad|in\s(?:length|width|breadth|diameter|radius|circumference|area|size|extent)|square\b)(?!\s(?:the|from|trip|journey|drive|walk|march)\b)",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    rf"[\s-]{{1,2}}(?:long\s|wide\s)?(?P<of>(?:(?!(?:short|beyond|outside|past|before|behind|upstream|downstream|above|below|across|further|farther|off|from|of|the|an?|to|into|inside|in|on|at|and|or|but|away|along|down|up|by|for|with|over|around|near|about|between|through|toward|towards|that|which|is|was)\b)[\w’'-]{{1,20}}\s){{0,3}}?(?!(?:off|away)\b)(?:{_THING}|line)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:long\s)?of\s", re.IGNORECASE)
_GEO_NOUN = re.compile(rf"\b(?:{_THING})$", re.IGNORECASE)
_SPREADS = Tail(
    r"\b(?P<verb>(?:stretch|extend|flow|meander|wind|span|spread|sprawl|snake|straddl|twist|cover|run|measur|expand|burn|scorch|swe[lp]t|wrap|reach(?=(?:es|ed|ing)?\soutward))(?:s|es|ed|ing|ning|ring|t)?|ran|wound|backed\sup|tailed\sback|queued)\s(?:(?:for|over|across|out|outward|outwards|along|inland|at|some|as\sfar\sas|up\sto|more\sthan|a|to|its\sway|northward|southward|eastward|westward)\s){0,3}$",
    width=60,
)
_MEASURES = Tail(
    r"\b(?P<noun>radius|diameter|width|length|circumference|perimeter|breadth|(?:borders?|frontier|boundary|coast|coastline|shoreline)(?=\sof\s)|area|surface|size|zone|protection|territory|distance\sacross)\s(?:of|is|was|at|to|covering|spanning|totaling|totalling)\s(?:just\s)?$",
    width=60,
)
# "widened the exclusion zone around the plant to 20 km"
_SET_TO = Tail(
    r"\b(?P<noun>zone|radius|cordon|perimeter|limit|belt|buffer)\s(?P<around>around|of|about|surrounding)\s[^,.;:]{1,70}?\s(?:to|by|is|was)\s$",
    width=110,
)
_PLACED = re.compile(
    r"\s(?:away\s)?(?:to\sthe\s)?(?:north|south|east|west)\w{0,8}\s(?:of|from)\b|\s(?:away|off|offshore)\b",
    re.IGNORECASE,
)
_TRIP = re.compile(
    r"[\s-](?:[\w-]+\s){0,2}?(?:trip|journey|voyage|drive|flight|ride|trek|march|walk|hike|cruise|tour|detour|pilgrimage|odyssey|expedition|crossing|road\sroute)\b",
    re.IGNORECASE,
)
_CENTRE = re.compile(
    r"\s(?:outward\s)?(?:from|of|around)\s(?=(?:the|its|a)\s(?:storm['’]?s?\s|hurricane['’]?s?\s)?(?:cent(?:er|re)|eye|epicent(?:er|re)|site|source|plant|reactor|crater|base|capital|city|town|airport|\w+\b)|[A-Z])",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\bto\s(?!the\s(?:north|south|east|west))")
_FROM_TO = re.compile(r"\sfrom\s[^,.;:]{2,40}?\sto\s")
_GROWS = Tail(
    r"\b(?P<verb>(?:grow|widen|lengthen|expand|swell|stretch)(?:s|ed|ing|n)?|grew|swollen)\sto\s(?:about\s|some\s)?$",
    width=40,
)
_WITHIN = re.compile(r"\bwithin\b", re.IGNORECASE)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the extents of a sentence."""
    done: list[Claim] = []
    for measure in scene.measures:
        if measure.dimension == "time":
            continue
        local = scene.with_found(tuple(done), frozenset())
        claim = area(local, measure) if measure.dimension == "area" else _length(local, measure)
        if claim:
            done.append(claim)
            yield claim


def _after(scene: Scene, offset: int) -> Phrase | None:
    """Return the noun phrase that begins at an offset."""
    return scene.words.starting(scene.words.after(offset))


def _length(scene: Scene, measure: Measure) -> Claim | None:
    """Return a length, width or radius, by the first of the ways it may be said."""
    if _TRIP.match(scene.text, measure.end) or _WITHIN.search(scene.text[measure.start : measure.at]):
        return _radius(scene, measure)
    return next(filter(None, (way(scene, measure) for way in _WAYS)), None)


def _by_adjective(scene: Scene, measure: Measure) -> Claim | None:
    """Return "40 miles long", "a 20-mile-wide strait"."""
    long = _LONG.match(scene.text, measure.end)
    if measure.suffix not in _SUFFIXES and not long:
        return None
    end = measure.end if measure.suffix or not long else long.end()
    return scene.claim("extent", measure, _owner(scene, measure, end), None, reach=(measure.start, end))


def _by_of(scene: Scene, measure: Measure) -> Claim | None:
    """Return "400 miles of coast"."""
    of = _OF.match(scene.text, measure.end)
    return _of(scene, measure, of.end()) if of else None


def _by_noun(scene: Scene, measure: Measure) -> Claim | None:
    """Return "a 20-mile stretch", "a 30-km zone around the plant"."""
    noun = _NOUN_AFTER.match(scene.text, measure.end)
    named = _named_way(scene, measure)
    if named:
        return scene.claim("extent", measure, named, None)
    if not noun or _NOT_A_NOUN.match(scene.text, measure.end):
        return None
    thing = _after(scene, noun.start("of"))
    return scene.claim("extent", measure, thing, _centre(scene, thing))


def _named_way(scene: Scene, measure: Measure) -> Phrase | None:
    """Return the name behind an adjective: "the 630-mile South West Coast Path"."""
    words, k = scene.words, scene.words.after(measure.end)
    if not measure.adjective or k >= len(words) or not words.all[k].named:
        return None
    name = words.starting(k)
    return name if name and _GEO_NOUN.search(words.words(name)) else None


def _by_verb(scene: Scene, measure: Measure) -> Claim | None:
    """Return "stretches for 40 miles"."""
    spreads = _SPREADS.before(scene.text, measure.start)
    return (
        _spread(scene, measure, spreads) if spreads and not _PLACED.match(scene.text, measure.end) else None
    )


def _by_name(scene: Scene, measure: Measure) -> Claim | None:
    """Return "a radius of 20 miles"."""
    named = _MEASURES.before(scene.text, measure.start)
    return _named(scene, measure, named) if named else None


def _by_change(scene: Scene, measure: Measure) -> Claim | None:
    """Return "the exclusion zone around the plant was widened to 20 km"."""
    said = _SET_TO.before(scene.text, measure.start)
    if not said:
        return None
    thing = scene.words.ending(scene.words.after(said.start("noun")))
    return scene.claim("extent", measure, thing, scene.object_at(said.end("around") + 1))


def _by_growth(scene: Scene, measure: Measure) -> Claim | None:
    """Return "the queue had grown to 12 miles"."""
    grows = _GROWS.before(scene.text, measure.start)
    subject = scene.clause_subject(scene.words.after(grows.start("verb"))) if grows else None
    if subject is None or not re.search(rf"\b{_THING}\b", scene.words.words(subject), re.IGNORECASE):
        return None
    return scene.claim("extent", measure, subject, None)


_PEOPLE = frozenset({"he", "she", "they", "we", "i", "you"})
_SUFFIXES = frozenset({"long", "wide", "broad", "radius", "diameter"})
_NOT_A_NOUN = re.compile(
    r"\s(?:from|off|away|of|north|south|east|west|in|on|at|and|to|along|inland|into|inside)\b", re.IGNORECASE
)
_WAYS = (_by_adjective, _by_of, _by_noun, _by_verb, _by_name, _by_change, _by_growth)


def _radius(scene: Scene, measure: Measure) -> Claim | None:
    """Return "within a 20-mile radius of O": an extent about O."""
    match = re.compile(r"[\s-]radius\s(?:of|around|from)\s", re.IGNORECASE).match(scene.text, measure.end)
    if not match:
        return None
    at = scene.words.after(measure.end)
    return scene.claim("extent", measure, (at, at + 1), scene.object_at(match.end()))


def _centre(scene: Scene, thing: Phrase | None) -> Phrase | None:
    """Return what a radius or zone lies about: "a 30-km zone around the plant"."""
    if not thing:
        return None
    end = scene.words.span(thing)[1]
    around = re.compile(r"\s(?:around|surrounding|about)\s", re.IGNORECASE).match(scene.text, end)
    return scene.object_at(around.end()) if around else None


def _owner(scene: Scene, measure: Measure, end: int) -> Phrase | None:
    """Return what is so long: the noun behind an adjective, else the subject before."""
    words = scene.words
    k = words.after(end)
    if (
        words.tag(k) in "W#"
        and scene.text[end : end + 1] == " "
        and not words.low(k).endswith("ly")
        and (measure.adjective or words.tag(words.before(measure.start)) == "D")
    ):
        return words.starting(k)
    beside = words.ending(words.before(measure.start))
    if beside and words.low(beside[0]) in {"a", "an"} and words.low(beside[0] - 1) not in {"is", "was"}:
        # "spread over an area six kilometres across"
        return beside
    return scene.subject_before(measure.start)


def _of(scene: Scene, measure: Measure, offset: int) -> Claim | None:
    """Return "400 miles of coast": the thing is what is so long."""
    thing = _after(scene, offset)
    if thing is None:
        return None
    words = scene.words.words(thing)
    if _GEO_NOUN.search(words) or re.search(rf"\b{_THING}\sof\b", words, re.IGNORECASE) or country(words):
        return scene.claim("extent", measure, thing, None)
    return None


def _spread(scene: Scene, measure: Measure, spreads: re.Match[str]) -> Claim | None:
    """Return "stretches for 40 miles"; of storms, with the centre it is measured from."""
    verb = scene.words.after(spreads.start("verb"))
    word = spreads["verb"].lower()
    centre = _CENTRE.match(scene.text, measure.end)
    if word.startswith(("run", "ran")) and _FROM_TO.match(scene.text, measure.end):
        centre = None
    elif word.startswith(("run", "ran", "burn", "cover")) and (
        centre or re.match(r"\s(?:to|from)\b", scene.text[measure.end : measure.end + 6])
    ):
        return None
    if word.startswith("cover") and scene.words.tag(verb - 1) == "X":
        return None
    subject = scene.clause_subject(verb)
    if subject is None and verb - 1 >= 0:
        subject = scene.words.ending(verb - 1)
    if subject is None and verb < 2:
        subject = opening(scene, measure.end)
    if subject and scene.words.low(subject[0]) in _PEOPLE:
        return None
    radial = (
        centre
        and re.match(r"\s(?:outward\s)?from\s", centre[0])
        and not _GOES_ON.search(scene.text, measure.end, measure.end + 60)
    )
    target = scene.object_at(centre.end()) if centre and radial else None
    if target is None:
        earlier = next(
            (c for c in reversed(scene.found) if c.kind == "extent" and c.object and c.object.span), None
        )
        if earlier and "outward" in spreads[0] and earlier.object and earlier.object.span:
            target = scene.phrase_of(earlier.object.span)
    return scene.claim("extent", measure, subject, target)


def _named(scene: Scene, measure: Measure, named: re.Match[str]) -> Claim | None:
    """Return "an area of protection of 150 km", "a radius of 20 miles around O"."""
    words = scene.words
    k = words.after(named.start("noun"))
    if re.match(r"(?:is|was)", named[0].split()[-1]) and words.low(k + 1) == "of":
        return scene.claim("extent", measure, words.starting(k + 2), None)
    around = re.compile(r"\s(?:around|from|of)\s", re.IGNORECASE).match(scene.text, measure.end)
    target = scene.object_at(around.end()) if around else None
    with_ = words.low((words.ending(k) or (k, k))[0] - 1)
    owner = (
        scene.subject_before(words.all[max(0, (words.ending(k) or (k, k))[0])].start)
        if with_ in {"with", "has", "had", "have"}
        else words.ending(k)
    )
    return scene.claim("extent", measure, owner, target)


KIND = Kind(
    "extent",
    ("mi", "km", "kilom", "met", "acre", "hectare", "yard", "feet", "foot", "ft", " ha", " m "),
    _find,
    check_extent,
    (
        Example("The fence is 40 miles long.", "The fence", None, "40 miles"),
        Example("A 20-mile stretch of coast was closed.", "stretch of coast", None, "20-mile"),
        Example(
            "The park covers more than 600 square kilometres.", "The park", None, "600 square kilometres"
        ),
        Example("The column stretched for 12 km.", "The column", None, "12 km"),
    ),
)
