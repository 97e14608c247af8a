"""Hold the word lists by which places, people, organisations and plain words are told apart."""

from functools import cache
from importlib.resources import files

__all__ = [
    "CALENDAR",
    "CUES",
    "DIRECTIONS",
    "FACILITIES",
    "FRONTS",
    "KINDS_SHARED",
    "SEATS",
    "first_names",
    "plain_words",
    "surnames",
]

FACILITIES = frozenset(
    """county counties parish borough township twp river creek lake lakes bay island islands isle mountain mountains hill hills valley
    canyon desert peninsula strait gulf sea ocean falls beach harbor harbour port park forest reservoir dam bridge tunnel canal
    street st avenue ave road rd boulevard blvd drive dr lane ln highway hwy parkway turnpike expressway freeway route way square plaza
    airport airfield base station terminal stadium arena church cathedral mosque temple synagogue hospital cemetery prison jail
    university college school museum library theatre theater hotel mall center centre campus tower palace castle ranch farm co
    district province prefecture region oblast krai governorate""".split()
)
"""Words that end the name of a place which says what it is."""

FRONTS = frozenset("mount mt lake fort ft port cape camp point isle gulf bay river interstate route".split())
"""Words that open such a name."""

KINDS_SHARED = frozenset(
    """counties parishes townships boroughs towns villages cities districts provinces states regions roads streets avenues drives lanes
    highways rivers lakes creeks islands mountains airports""".split()
)
"""Kinds said once for two names: "Wayne and Oakland counties"."""

DIRECTIONS = frozenset(
    """north south east west northern southern eastern western central upper lower greater inner outer northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern mid downtown""".split()
)
"""Words that name a part of a place when they are written large before it."""

_CUES: dict[str, str] = {
    "locative": "in at near from to toward towards into outside inside around across throughout within via through off "
    "between north south east west northern southern eastern western central downtown nearby",
    "title": "mr mrs ms dr sen rep gov gen col lt sgt capt maj rev prof president senator governor mayor sheriff judge justice "
    "secretary minister chief officer detective captain general colonel sergeant lieutenant coach king queen prince princess "
    "sir lord lady pope bishop father sister brother professor doctor attorney deputy chairman spokesman spokeswoman actor actress "
    "representative congressman congresswoman commissioner councilman trooper pastor reverend director",
    "speech": "said says told added asked replied wrote tweeted noted explained recalled testified thinks believes",
    "agent": "denied warned announced accused vowed agreed refused rejected insisted claimed launched fired threatened condemned imposed "
    "signed urged responded retaliated wants said says decided ordered expelled deny warn announce accuse vow agree refuse reject insist "
    "claim threaten condemn impose sign urge respond retaliate expel denies warns announces accuses vows agrees refuses rejects insists "
    "claims threatens condemns imposes urges responds maintains maintained fears hopes hoped considers considered believes believed sees "
    "seeks sought pledged pledges promised called calls demanded demands dismissed dismisses summoned protested",
    "adverb": "also later again soon now then still already not never reportedly once further even yet",
    "modal": "will would could should may might must can cannot",
    "participle": "begun said sent given made put built held taken shown told sold bought brought kept known led won found withdrawn broken "
    "drawn thrown overthrown sought fought lent spent",
    "deed": "provided provides supplied supplies shipped ships delivered delivers sent sends handed used uses tested transferred received "
    "deployed plans planned intends invited recalled banned lifted suspended approved backed backs supported supports joined withdrew invaded "
    "attacked bombed annexed recognised recognized blamed blames praised welcomed confirmed acknowledged admitted offered offers proposed "
    "raised vetoed voted continues keeps began begins wanted needs needed gave gives took takes told tells asked asks put puts "
    "hit struck hosted helped helps paid pays sold sells bought buys mulls weighs notes noted highlighted disclosed",
    "addressed": "urged urges urge urging accused accuses accuse accusing condemn condemned condemns condemning blasted blames blamed warned warns "
    "told asked pressed criticized criticised criticizes criticises thanked pressured sanctioned sanction notified expect expects",
    "pressed": "called calls call sanctions resolutions pressure embargo criticism",
    "posture": "support help estimate demand decision request pledge claim claims denial offer threat war weapons arsenal programme program "
    "stance position policy view response account allies ally ties obligations",
    "office": "official officials intelligence ambassador spokesperson diplomats diplomat envoy lawmakers senators senator congress "
    "view account negotiators delegation administration officers government sanctions",
    "body": "council ministry department congress parliament army navy forces government senate treasury agency administration command "
    "secretary president minister ambassador spokesperson embassy",
    "power": "government ministry military army navy forces leadership regime authorities officials leaders parliament president "
    "spokesman spokeswoman ambassador troops foreign defence defense intelligence",
    "organisation": "university college school department police times post news herald tribune journal gazette council "
    "commission committee association society institute foundation company corp inc llc ltd group bank club union league court "
    "ministry office bureau agency authority board army navy hospital medical center church red dodgers cubs giants state",
    "kind": "city town village county state province region district island river lake mountain airport port republic government "
    "embassy capital border area suburb neighborhood governor mayor residents",
}
CUES: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _CUES.items()}
"""Classes of words about a name."""


CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
"""Words that are written large and are no names of people or places beside which they stand."""

SEATS = frozenset({"country", "capital", "building", "city"})
"""Kinds of places whose names stand for those who rule there."""


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(files("geo.places").joinpath("data", name).read_text("utf-8").split())


def plain_words() -> frozenset[str]:
    """Give English words that are written small."""
    return _list("words.txt")


def first_names() -> frozenset[str]:
    """Give given names that are common in English-language news."""
    return _list("first_names.txt")


def surnames() -> frozenset[str]:
    """Give surnames that are common in the United States."""
    return _list("surnames.txt")
