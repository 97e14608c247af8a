"""Give words their rough class: a closed list, the verbs of news, two endings, and one word of context either side.

Classes: D determiner, P preposition, O "of", C conjunction, R relative, N pronoun, X auxiliary, V verb, A adverb, W anything
else (nouns, adjectives, names), # figure, M part of a measure, q quotation mark, ( and ) brackets, "," all other punctuation.
"""

import re

from geo.claims.lexicon import verbs

__all__ = ["MANY", "MODALS", "TIMES", "is_listed", "tag"]

_CLASSES = {
    "D": "the a an this that these those its their his her our my your each every any another no both",
    "P": """in on at to from by with for near into onto off over under toward towards through throughout across along beyond
        behind around between among amid against inside outside within without aboard up down past since until via upon despite during
        above below beneath beside besides opposite like unlike per about""",
    "O": "of",
    "C": "and or but nor while as when after before because if although though than so where whereas once unless",
    "R": "which who whom whose what",
    "N": "it he she they we i you them him us me there here itself themselves himself",
    "X": """is are was were be been being has have had having will would can could may might must shall should do does did am
        isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t it's it’s""",
    "A": """not also just only still already now then even very too well away far further farther however meanwhile soon later
        earlier again nearly almost approximately roughly some back ahead apart together yet ever never offshore inland ashore aground
        onshore overnight out""",
    "W": "tug tugs institute institutes",
}
MODALS = frozenset("will would can could may might must shall should".split())
_VERBS = """
    heard blew sped dug hung hid paid drawn beaten bound wound shut split slid strode swam sprang stuck struck sank lay lain sits sat stands stood runs ran flows flew flies fly rose fell came comes went goes gone took takes
    taken made makes said says told tells began begins begun broke broken brought bring brings built burst caught chose dealt
    drew drives drove driven ate fed felt fought forced gave gives given got grew held hold holds kept keep keeps knew known led
    lost met meets put read ridden rode saw see sees seen sell sold sent shook shown slept spoke spent swept swung taught thought
    threw thrown wore won wrote become became becomes remain remains extend extends cover weighs crosses lie happen happens
    occur occurs live drift drifts travels meander meanders includes connects connect separates appear appears believe believes
    seem seems continue continues move serve serves carry carries need needs want wants say tell use know make take give find
    get go come leave leaves stolen burnt born swore woke rang sang wept leapt clung bore bred lit shone sought strove spilt sunk laid torn borne sworn hidden bitten spun underwent withdraw arrives arrive located fallen begin lies launches drops grows houses
    """.split()
# Verbs as often as nouns: a noun after an article, adjective or preposition; after a noun, a verb only before what follows verbs.
_BOTH = frozenset(
    """left fire fires attack attacks target targets work works link links stretch stretches form forms border borders covers
    measures measure cross lives falls strikes strike hits hit winds wind spread cut cuts shot span spans uses use travel set sets moves
    fights fight rises rise ride finds approach approaches found reach reaches reached shows show sail sails drive rules
    separate sinks land lands head heads point points face faces""".split()
)
# Of those, the ones that are nouns after a noun even where a verb could stand ("the missile attack on").
_RATHER_NOUNS = frozenset(
    "fire fires attack attacks target targets work works border borders link links form stretch stretches strike strikes approach drive land lands point points face faces".split()
)
_FOLLOWS_A_VERB = frozenset(
    """the a an its their his her this that these some about around nearly almost just more less over at from off through
    into across along for in on to between near up down within under only and toward towards north south east west out up off back away aground
    two three four five six seven eight nine ten dozens several""".split()
)
# Nouns for all their ending.
_ING_NOUNS = frozenset(
    """landing crossing building meeting hearing wedding clearing opening morning evening spring ceiling sibling bombing shooting stabbing drawing
    beginning mooring dwelling holding briefing gathering outing training housing""".split()
)
_LY_NOUNS = frozenset(
    "july italy gully family reply supply ally rally assembly anomaly monopoly belly bully jelly folly tally gulley valley alley".split()
)
_PREFIXED = re.compile(r"(?:re|over|under|mis|with)(?=[a-z]{4})")
_ARTICLES = frozenset("the a an its their his her this".split())
_SOME = frozenset("some others many most all one several few".split())
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu thur thurs fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today
    yesterday tonight tomorrow night morning afternoon evening noon midnight local time am pm a.m p.m a.m. p.m. gmt ist est edt
    pdt pst cst cet utc hrs hours hour days day weeks week months month years year ago earlier early late later last next this
    shortly before dawn dusk sunrise sunset daybreak nightfall""".split()
)
_LEXICON = {word: name for name, words in _CLASSES.items() for word in words.split()} | dict.fromkeys(
    _VERBS, "V"
)
_FIGURE = re.compile(r"\d[\d,.:]*(?:st|nd|rd|th|am|pm|a\.m)?$")
# The day of a report's head: a name ends before it.
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SIGNS = dict.fromkeys("([", "(") | dict.fromkeys(")]", ")") | dict.fromkeys("\"“”„«»`‘'", "q")
# Verbs whose past is their base.
_SAME_PAST = frozenset(
    "bet bid burst cast cost cut hit hurt let put quit read rid set shed shut slit split spread thrust upset".split()
)
# Plurals without an s.
MANY = frozenset(
    "people police crew men women children troops militia staff public majority couple army team".split()
)
# Capitalised only because a sentence or quotation begins there.
_OPENERS = frozenset(
    "The A An In On At It I And But He She They We This That These Its Their His Her There About Some".split()
)


def is_listed(low: str) -> bool:
    """Whether the lists know a word: in a sentence of capitals it is no name."""
    return low in _LEXICON or low in _BOTH or low in verbs().sure or low in verbs().maybe


def _takes_object(after: str) -> bool:
    """Whether the next word begins what a verb takes: "and covers 480", "and end 12 miles short"."""
    return after[:1].isdigit() or after in _ARTICLES


def _verb_after(low: str, after: str, *, names: bool) -> bool:
    """Whether a word that may be a noun is a verb behind a noun, by what follows."""
    if low in _RATHER_NOUNS:
        return after in _ARTICLES
    return names or after[:1].isdigit() or after in _FOLLOWS_A_VERB


def _is_verb(word: str) -> bool:
    """Whether a following word is a verb or auxiliary by the lists or its ending."""
    listed = _LEXICON.get(word, "") in {"V", "X"} or word in verbs().sure or word in verbs().maybe
    listed = listed or (word in _BOTH and word.endswith("s"))
    return listed or (word.endswith("ed") and len(word) > 4)


def tag(text: str, before: str, after: str, *, opens: bool, modal: bool = False, single: bool = False) -> str:
    """Class of a token by itself, the class before, and the token after.

    `opens`: it begins a sentence; `modal`: "will" or "could" stands before it, adverbs between; `single`: a noun in the
    singular does.
    """
    if not text[0].isalnum():
        return _SIGNS.get(text, ",")
    if text[0].isdigit() and (_FIGURE.match(text) or _ISO.fullmatch(text)):
        return "," if _ISO.fullmatch(text) else "#"
    if text[0].isupper() and not opens and text not in _OPENERS:
        return "W"
    low = text.lower()
    names = after[:1].isupper() and after.lower() not in TIMES
    if (names and text[0].isupper() and low in verbs().sure) or (
        modal and low not in _LEXICON and not low.endswith("ly")
    ):
        # "Mount Olympus"; "could reach"
        return "V" if modal else "W"
    after = after.lower()
    return (
        _by_neighbours(low, before, after, names=names, opens=opens)
        or _LEXICON.get(low)
        or _by_ending(low, before, after, single=single)
    )


def _by_neighbours(low: str, before: str, after: str, *, names: bool, opens: bool) -> str | None:
    """Class of a word that the words beside it decide."""
    if low in _BOTH:
        shows = (before in "NRXA," and (not opens or after in _ARTICLES)) or (
            (before in "W#)" or (before == "V" and names)) and _verb_after(low, after, names=names)
        )
        return "V" if shows or (before == "C" and _takes_object(after)) else "W"
    if _is_verb_here(low, before, after, names=names):
        return "V"
    if low == "that":
        return "C" if names else "R" if before in "W#" and _is_verb(after) else None
    if low == "well" and before in "W#D":
        return "W"
    return "N" if low in _SOME and _LEXICON.get(after) == "X" else None


def _is_verb_here(low: str, before: str, after: str, *, names: bool) -> bool:
    """Whether a verb of the list that may be a noun is a verb between its neighbours."""
    if low in verbs().maybe:
        shows = before == "N" or (before == "R" and _LEXICON.get(after) not in {"V", "X"})
        return shows or (before in "W#)C" and (after in _ARTICLES or names))
    return low in verbs().bases and (before == "R" or (before == "C" and _takes_object(after)))


def _by_ending(low: str, before: str, after: str, *, single: bool) -> str:
    """Class of a word that is on no list."""
    # "the forest reserve": no base form follows a singular.
    noun = before in "DO" or (single and not low.endswith(("s", "ed")) and low not in _SAME_PAST)
    if low in verbs().sure:
        return "W" if noun else "V"
    if low.endswith("ly") and len(low) > 4 and low not in _LY_NOUNS:
        return "A"
    if low.endswith("ed") and len(low) > 3 and "-" not in low:
        return "W" if before in "DOP" else "V"
    prefix = _PREFIXED.match(low)
    if prefix and _LEXICON.get(low[prefix.end() :]) == "V":
        return "W" if noun else "V"
    if low.endswith("ing") and len(low) > 4 and (low not in _ING_NOUNS or before == "X"):
        follows = after in _FOLLOWS_A_VERB or after[:1].isdigit()
        done = before in "X," or (before == "V" and low not in _ING_NOUNS)
        return "V" if done or (follows and before not in "DO") else "W"
    return "W"
