"""Tell nouns that name a place from those that name a stretch of ground, a sea, or what an event is made of."""

import re
from typing import TYPE_CHECKING

from geo.claims.countries import country

if TYPE_CHECKING:
    from geo.claims.scene import Phrase, Scene

__all__ = ["head", "is_event", "is_event_noun", "is_place", "is_region"]

# What stands somewhere, and so may be what a figure places.
_PLACES = frozenset(
    """town village city hamlet settlement suburb district area neighbourhood neighborhood place spot point location position base camp port harbour
    harbor station airport airfield airstrip airbase runway plant mine dam bridge school hospital site facility depot warehouse field oilfield house farm ranch
    checkpoint crossing post outpost island islet atoll resort refinery factory hotel church monastery mosque temple prison junction lake river mountain
    hill peak volcano valley coast border shrine ruins palace castle fort fortress headquarters complex compound property estate platform rig well reef wreck epicentre
    epicenter centre center home road highway gate terminal wharf dock laboratory reactor silo reservoir canal cape peninsula beach bay gulf strait
    glacier cave quarry tunnel pass waterfall spring oasis park reserve stadium university college institution tower lighthouse bunker
    barracks garrison hideout stronghold enclave capital metropolis municipality community county province region crater fissure canyon gorge ravine cliff line shaft hall hut cabin shed shop market square street alley roadblock culvert gully creek
    stream pond lagoon marsh swamp dune orchard vineyard plantation jetty pier quay shipyard slum township ward parish commune homestead lodge motel
    guesthouse convent cathedral chapel cemetery graveyard arena zoo museum library courthouse jail dump landfill farmhouse bed riverbed barn pasture meadow grove ditch pit grave trench swath swathe stretch strip path belt zone patch""".split()
)
# What happens somewhere, and so may be what a figure places.
_EVENTS = frozenset(
    """attack raid clash ambush crash accident explosion blast battle fighting skirmish collision shooting strike bombing derailment fire
    quake earthquake landslide avalanche spill leak storm incident murder killing rescue landing""".split()
)
# Stretches that hold what is somewhere, but do not lie at one point.
_GROUNDS = frozenset(
    """foot edge side slope slopes mountainside hillside flank end part half corner heart middle midst outskirts tip rim waters sea seas ocean airspace space
    countryside wilderness territory terrain ground desert steppe jungle forest woods woodland bush state states province region oblast prefecture
    department country
    seabed seafloor pieces swell gale gales fog rain darkness snow winds formation flames weather conditions distress water shallows spots places locations points shore shores bank banks coast fringe fringes border borders frontier seabed""".split()
)
_SEAS = re.compile(
    r"\b(?:Pacific|Atlantic|Mediterranean|Baltic|Caribbean|Aegean|Adriatic|Arctic|Antarctic)$|\b(?:Ocean|Sea)$|^the\sGulf\sof\s|\bwaters$|\bsea\sbed$"
)
_REGION = re.compile(
    r"\b(?:states?|provinces?|regions?|oblast|prefecture|department|country|part|half|corner|edge)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"^an?\s(?:\w+\s)?(?:road|highway|street|motorway|field|track|river|forest|stretch|freeway|lane|path|trail|area|valley|desert|swamp|ridge|hill|hilltop|plateau|plain|bluff|cliff|promontory)$",
    re.IGNORECASE,
)
_COMPASS = re.compile(
    r"(?:(?:north|south)(?:-?(?:east|west))?|east|west|central)(?:ern|ward|wards)?", re.IGNORECASE
)
# Nouns that only complete a verb: "took place", "made landfall", "sent a mayday".
_LIGHT = frozenset(
    "take takes took taken taking make makes made making catch catches caught catching lose loses lost losing suffer suffered blow blew blown burst shed".split()
)
_OWN = frozenset("a an its their his her".split())
_COMPLETES = frozenset(
    """place fire landfall aground landing contact power control altitude ashore anchor sail ship flames shape effect course cover refuge
    shelter""".split()
)
# "their car hit a mine": what hits is there as much as what is hit, and is who is spoken of.
_COLLIDES = frozenset("hit hits hitting struck strikes striking rammed ramming clipped".split())
_SIGNALS = frozenset("mayday sos signal signals alert call message".split())


def head(scene: "Scene", phrase: "Phrase") -> int:
    """Index of the word that a noun phrase is about: the last before "of"."""
    words = scene.words
    return next((i - 1 for i in range(phrase[0] + 1, phrase[1]) if words.tag(i) == "O"), phrase[1] - 1)


def _singular(word: str) -> str:
    """Return a noun as the tables list it."""
    return word.removesuffix("s") if word.removesuffix("s") in _PLACES else word


def is_place(scene: "Scene", phrase: "Phrase") -> bool:
    """Whether a phrase is headed by a name or by a noun of places."""
    at = head(scene, phrase)
    return scene.words.all[at].named or _singular(scene.words.low(at)) in _PLACES


def is_event(scene: "Scene", phrase: "Phrase") -> bool:
    """Whether a phrase is headed by a noun of what happens somewhere."""
    low = scene.words.low(head(scene, phrase))
    return low in _EVENTS or low.removesuffix("s") in _EVENTS or low.removesuffix("es") in _EVENTS


def is_region(scene: "Scene", phrase: "Phrase") -> bool:
    """Whether a phrase names a region or stretch of ground that holds what is said to be somewhere."""
    words = scene.words.words(phrase)
    if country(words) or country(words.split()[-1]) or _GROUND.match(words) or _SEAS.search(words):
        return True
    if scene.words.low(head(scene, phrase)) in _GROUNDS:
        return True
    return bool(_REGION.search(words)) or (words[:1].islower() and bool(_COMPASS.match(words)))


def is_event_noun(scene: "Scene", verb: int, phrase: "Phrase") -> bool:
    """Whether a verb and the phrase after it name one event, so that neither is what is somewhere."""
    words = scene.words
    last = words.low(phrase[1] - 1)
    bare = words.tag(phrase[0]) != "D" or words.low(phrase[0]) in _OWN
    if last in _SIGNALS or (last in _COMPLETES and words.tag(phrase[0]) != "D"):
        return True
    if words.low(verb) in _COLLIDES and words.low(phrase[0]) in {"a", "an"} and not words.named(phrase):
        return True
    return words.low(verb) in _LIGHT and bare and not is_place(scene, phrase)
