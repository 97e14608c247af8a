"""List the words of movement, verbs and nouns, with how they frame a journey."""

from dataclasses import dataclass
from typing import Final, Literal

from geo.model import Mode

__all__ = ["COMPOUNDS", "CUES", "FOLLOWED", "NOUNISH", "NOUN_CUES", "RIDDEN", "Cue", "Frame"]


# How a cue frames its ends:
#   go      the subject moves from / to            send    the object (or passive subject) moves from / to
#   arrive  the subject comes to be at / in        load    the object is taken on at / in
#   reach   the direct object is the destination   unload  the object is set down at / in
#   leave   the direct object is the origin        cross   the direct object lies on the way
#   stop    the place lies on the way of a journey told beside it
Frame = Literal["go", "arrive", "reach", "leave", "cross", "send", "load", "unload", "stop"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of movement: its frame, the mode it implies, whether "for X" names the destination.

    A loose mode gives way to that of the vehicle: lorries roll, and so do trains.
    """

    frame: Frame
    mode: Mode = "unknown"
    bound: bool = False
    loose: bool = False


def _rows(
    frame: Frame, mode: Mode, forms: str, *, bound: bool = False, loose: bool = False
) -> dict[str, Cue]:
    """Give each form of a verb the same cue."""
    return dict.fromkeys(forms.split(), Cue(frame, mode, bound, loose))


CUES: Final[dict[str, Cue]] = {
    **_rows(
        "go",
        "sea",
        "sail sails sailed sailing rowed rowing paddled paddling swam swum swimming rafted canoed kayaked",
        bound=True,
    ),
    **_rows(
        "go",
        "sea",
        "steam steamed steaming cruised cruising motored drifted drifting",
        bound=True,
        loose=True,
    ),
    **_rows("go", "air", "jetted jetting soared winged glided gliding", bound=True, loose=True),
    **_rows("go", "air", "fly flies flew flown flying", bound=True),
    **_rows(
        "go",
        "road",
        "drive drives drove driven driving cycled cycling pedalled pedaled hitchhiked hitchhiking motorcycled biked",
        bound=True,
    ),
    **_rows(
        "go",
        "road",
        "rolled rolling rumbled rumbling trundled trundling lumbered snaked",
        bound=True,
        loose=True,
    ),
    **_rows(
        "go",
        "foot",
        "march marched marching walked walking trekked trekking hiked hiking trudged trudging tramped plodded plodding strolled waded wading",
        bound=True,
    ),
    **_rows(
        "go",
        "unknown",
        """travel travels traveled travelled traveling travelling proceed proceeded proceeding moved moving move
        went going go gone come comes came coming advancing retreated retreating slipped slipping withdrew withdrawing continued returned returning return returns migrated
        sped raced streamed flocked limped ventured voyaged sneaked crept hurried trickled rode ride riding commuted emigrated journeyed relocate relocated relocating journeying veered
        poured pouring surged surging swarmed hastened inched inching hopped hopping dashed dashing scrambled hurtled thundered sneaking creeping crawled crawling filed trooped trooping wandered
        wandering strayed migrate migrating flock flocking streaming limping racing speeding defected defecting decamped absconded bolted roamed edged nosed chugged puffed clattered threaded meandered""",
    ),
    **_rows("go", "unknown", "head heads headed heading bound destined", bound=True),
    **_rows("arrive", "unknown", "arrive arrives arrived arriving"),
    **_rows("arrive", "unknown", "pulled-into pulling-into checked-into"),
    **_rows("arrive", "air", "put-down"),
    **_rows("arrive", "sea", "put-into putting-into put-in tied-up tying-up dropped-anchor"),
    **_rows("arrive", "air", "set-down setting-down"),
    **_rows("arrive", "unknown", "drew-into drawing-into turned-up"),
    **_rows("go", "unknown", "made-it make-it making-it"),
    **_rows("arrive", "unknown", "diverted diverting rerouted redirected"),
    **_rows("arrive", "air", "touched-down touching-down"),
    **_rows("arrive", "air", "land lands landed landing", loose=True),
    **_rows("arrive", "sea", "dock docked docking docks moored berthed anchored disembarked"),
    **_rows("reach", "unknown", "reach reaches reached reaching entered entering enters regained gained"),
    **_rows("reach", "unknown", "made-for making-for makes-for make-for"),
    **_rows("go", "unknown", "pulled pulling pull drew", bound=True),
    **_rows("leave", "unknown", "cleared clearing", bound=True),
    **_rows("cross", "sea", "rounded rounding", bound=True, loose=True),
    **_rows(
        "stop",
        "unknown",
        "stopped stopping stops called calling calls refuelled refueled refuelling refueling paused pausing stop",
    ),
    **_rows("send", "unknown", "put putting", bound=True),
    **_rows("send", "unknown", "caught catch catches catching stretchered"),
    **_rows(
        "send",
        "unknown",
        "led leading fixed steered piloted lugged shepherded herded freighted transshipped trans-shipped",
    ),
    **_rows(
        "leave",
        "unknown",
        "left leave leaves leaving depart departs departed departing exited vacated fled flee fleeing flees escaped escape escaping",
        bound=True,
    ),
    **_rows(
        "go",
        "air",
        "lifted-off lifts-off lifting-off took-off take-off taken-off takes-off taking-off",
        bound=True,
    ),
    **_rows("go", "sea", "set-sail sets-sail put-to-sea setting-sail", bound=True),
    **_rows(
        "go",
        "unknown",
        "set-off set-out en-route on-its-way on-their-way on-his-way on-her-way on-the-way made-its-way made-their-way make-their-way making-its-way making-their-way",
        bound=True,
    ),
    **_rows(
        "cross", "unknown", "crossed crossing crosses transited transiting traversed traversing", bound=True
    ),
    **_rows(
        "send",
        "unknown",
        """ship shipped shipping transport transported transporting transports deliver delivered delivering delivers send sent sending sends transfer transferred
        transferring carry carried carrying carries haul hauled hauling bring brought bringing take taken taking took smuggle smuggled smuggling
        export exported exporting import imported importing dispatch dispatched dispatching evacuate evacuated evacuating deport deported deporting extradite
        extradited extraditing repatriate repatriated repatriating ferry ferried ferrying escorted escorting escort redeployed redeploy redeploying deploy deployed deploying bused bussed
        towed tow towing rushed expelled transfered conveyed conveying whisked spirited despatched despatching couriered medevaced carted bundled winched freighted bussing shuttled shuttling
        forwarded trafficked trafficking conveyed""",
    ),
    **_rows("send", "air", "airlift airlifted airlifting airlifts parachuted"),
    **_rows("send", "road", "truck trucked trucking bused busing bussed"),
    **_rows("send", "rail", "railed"),
    **_rows("send", "sea", "barged"),
    **_rows(
        "load",
        "unknown",
        "load loaded loading boarded boarding picked-up pick-up picking-up collected collecting collect embarked embarking",
        bound=True,
    ),
    **_rows(
        "unload",
        "unknown",
        "unload unloaded unloading offload offloaded offloading unloads dropped-off discharged discharging",
    ),
}


# Verbs of more than one word, and "on board": read as one token with strokes.
COMPOUNDS: Final = r"""(?i: (?:picked|picking|pick)\sup | (?:dropped|dropping)\soff | (?:took|take|taken|takes|taking)\soff | (?:touched|touching)\sdown | lift(?:ed|s|ing)\soff
    | (?:set|sets|setting)\ssail | put\s(?:into|down|in)(?=\s(?:at|in|near|off|[A-Z])) | set(?:ting)?\sdown(?=\s(?:at|in|near|on|outside)\s) | t(?:ied|ying)\sup(?=\s(?:at|in)\s)
    | (?:drew|drawing)\sinto(?=\s[A-Z]) | ma(?:de|king|kes|ke)\sfor(?=\s(?:the\s)?(?-i:[A-Z])) | dropped\sanchor | turned\sup(?=\s(?:in|at)\s) | putting\sinto(?=\s[A-Z]) | pull(?:ed|ing)\sinto | (?:made|make|making)\sit(?=\s(?:out|to|into|from|back)\b) | set\s(?:off|out)(?=\s(?:from|for|to|on)\b) | en\sroute | by\sway\sof | (?:from\sas\sfar|as\sfar\s(?:away|afield|north|south|east|west)|from\sas\sfar\s(?:away|afield|north|south|east|west))\sas(?=\s(?-i:[A-Z])) | at\s(?:least|most) | (?:more|less|fewer)\sthan | up\sto(?=\s\d) | on\sboard | on\s(?:its|their|his|her|the)\sway(?=\s(?:to|from|for|back|home|out|between)\b)
    | (?:made|make|making)\s(?:its|their)\sway )\b"""


# Verbs that tell of a movement only before one of these words: "pulled out of Lyon", "called at Aden".
FOLLOWED: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys("pulled pulling pull drew".split(), frozenset({"out", "into", "away"})),
    **dict.fromkeys(
        "stopped stopping stops called calling calls refuelled refueled refuelling refueling paused pausing".split(),
        frozenset("at in off near on".split()),
    ),
    **dict.fromkeys("put putting".split(), frozenset("on aboard onto on-board".split())),
    **dict.fromkeys("led leading".split(), frozenset("out across on through from by".split())),
}


# Verbs that tell of a movement only of a vehicle: "the brig made for Cork", "cleared Durban"; a charter is "fixed".
RIDDEN: Final = frozenset(
    "put putting caught catch catches catching made-for pulled pulling pull drew cleared clearing fixed steered gained".split()
)


# Forms that are nouns unless an infinitive or an auxiliary stands before them.
NOUNISH: Final = frozenset(
    """ship transport transports transfer export import march drive drives ride escort ferry truck load move return returns head heads docks haul tow take
    escape pull steam flock stop stops calls dispatch airlift airlifts travel travels shipping landing boarding crossing sailing leaves collect dock docks land lands""".split()
)


NOUN_CUES: Final[dict[str, Cue]] = {
    **_rows("go", "sea", "voyage crossing sailing cruise", bound=True),
    **_rows("go", "sea", "passage", bound=True, loose=True),
    **_rows("go", "air", "flight airlift", bound=True),
    **_rows("go", "unknown", "journey trip trek transit", bound=True),
    **_rows("go", "unknown", "exodus expedition migration", bound=True),
    **_rows("arrive", "air", "landing touchdown"),
    **_rows("stop", "unknown", "stop stops stopover stopovers layover layovers"),
    **_rows("go", "road", "convoy convoys motorcade", bound=True),
    **_rows(
        "send",
        "unknown",
        "shipment shipments delivery deliveries transfer transport transportation consignment deportation evacuation repatriation extradition cargo cargoes relocation redeployment smuggling",
        bound=True,
    ),
}
