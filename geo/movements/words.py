"""List places, look-alikes, and the words of the closed classes."""

from typing import Final

__all__ = [
    "ABSOLUTES",
    "ABSTRACT",
    "ADVERBS",
    "ALLEGED",
    "AUXILIARIES",
    "BARE_PLACES",
    "BODIES",
    "BUILDINGS",
    "CARRYING",
    "COLLECTIVES",
    "CONJUNCTIONS",
    "DENYING",
    "DETERMINERS",
    "DIVERTED",
    "DRIVING",
    "FACTUAL",
    "FITTED",
    "FOUND",
    "GATHERINGS",
    "HABITS",
    "HARBOURS",
    "LENGTHS",
    "MODALS",
    "NUMERALS",
    "ONWARD",
    "OPENERS",
    "OPERATORS",
    "PLACE_HEADS",
    "PLANS",
    "PLAYERS",
    "PREPOSITIONS",
    "PRONOUNS",
    "REGIONS",
    "RELATIVES",
    "RIDING",
    "SAYING",
    "SHOWING",
    "STAYING",
    "STAYS",
    "SUBORDINATORS",
    "THINKING",
    "TIMES",
    "TITLES",
    "TRENDS",
    "TURNED",
    "UPROOTED",
    "VERBS",
    "WAYS",
]

# Common nouns that name a place by themselves ("the port", "a hospital in ...").
PLACE_HEADS: Final = frozenset(
    """field retreat ranch estate reserve sanctuary yard shore shores convent castle fort fortress villa residence quarters zoo cave forest delta lagoon reef cape isle islet archipelago
    suburb slum settlement neighbourhood neighborhood frontier morgue aquarium orphanage kennel vault silo smelter foundry gallery studio barn stable abattoir slaughterhouse landfill dump incinerator nursery hospice cemetery courthouse consulate ward post township county seaport ferry-port drydock anchorage marina wharf jetty cellar mission shelter garage hangar spaceport ports airports bases camps hospitals port harbor harbour city town village capital airport airfield airstrip airstrips helipad tarmac airbase base border island islands depot station terminal hospital camp prison jail refinery shipyard steelworks ironworks waterworks dock docks
    quay pier plant factory warehouse headquarters embassy coast mainland region province state country north south east west frontline crossing bridge beach bay canal strait
    peninsula district county area territory zone enclave checkpoint facility site center centre clinic pen fairground fairgrounds homeland outpost monastery stadium school university hub pad spaceport
    cosmodrome scene mill market mosque church cathedral square park hotel resort farm laboratory lab dam complex compound barracks garrison palace academy institute museum temple mine mines oilfield valley river lake river desert mountains jungle""".split()
)
# Words that name a place only with a name before them: "Lebanese waters".
REGIONS: Final = frozenset(
    "waters soil airspace shores side outskirts skies suburbs ports highlands lowlands".split()
)
# Buildings and grounds of one town: who walks from one to the other is on a march or at home.
BUILDINGS: Final = frozenset(
    """square palace opera cathedral church mosque parliament stadium park embassy ministry university street avenue hall monument bridge house court gate gates museum headquarters
    courthouse consulate memorial station school market shop office well arena library cemetery plaza mall congress""".split()
)
# What lasts: "a week in Rome" is no place.
TIMES: Final = frozenset(
    "minute hour day night week weekend month season year decade century life lifetime childhood career youth".split()
)
# What cannot be carried; with these the words are figurative.
ABSTRACT: Final = frozenset(
    """influenza flu cholera plague malaria measles ebola pandemic rumour rumours fear fears fares fare conference meeting talks location venue headquarters office capital money funds proceeds fee fees donation donations investment investments game match final tournament election trial hearing case focus production
    attention message signal signals price prices rate rates share shares stock stocks vote votes demand debate discussion deadline date budget profit profits sales economy market markets
    index dollar yen pound currency inflation power control ownership responsibility policy negotiations deal negotiation blame burden balance lead title seat season career job jobs
    data information email emails support sympathy condolences business operations tax taxes growth percent pct percentage score temperature temperatures unemployment debt
    status relationship relations process project campaign war conflict crisis fight battle story news report file files film show concert event festival ceremony summit service services flights
    exports imports trade traffic volume border borders line line-up conversation talk agreement law bill reform proposal plan idea poll polls matter issue situation pressure letter letters invitation request complaint note text tweet speech address verdict blow warning charges charge step steps ultimatum response reply decision order orders petition word words hope peace calm relief joy order epidemic virus disease outbreak infection infections unrest violence fighting win wins goal goals option chance hopes place advantage study survey attack attacks operation raid raids storm storms cyclone hurricane typhoon tornado heatwave wildfire fire smoke cloud system rain snow award awards""".split()
)
# What leads from place to place without moving itself.
WAYS: Final = frozenset(
    "strait straits canal channel waterway lane lanes corridor gap pass pipeline pipelines river road highway railway canal cable route border line trail tunnel bridge street stream path".split()
)
# Bodies that meet in a place but are none.
BODIES: Final = frozenset(
    "parliament congress senate commons lords cabinet government party nato eu un opec court council committee league assembly ministry commission representatives authority agency".split()
)
# "A convoy of trucks" is trucks, "a cargo of trucks" is none.
COLLECTIVES: Final = frozenset(
    # the hold, the boot of what it stands for
    "hold back boot trunk deck cab dozen dozens hundred hundreds thousands score scores convoy fleet number group pair series couple first second third last latest one most some all half rest squadron column string wave type kind".split()
)
# Place words that need no article.
BARE_PLACES: Final = frozenset("port hospital shore".split())
# Who runs a line: what they "fly" or "sail" is a service, not a journey.
OPERATORS: Final = frozenset(
    "airlines airline airways carriers operator operators railway railways company lines line".split()
)
HABITS: Final = (
    "each year",
    "every year",
    "every day",
    "every week",
    "every month",
    "each day",
    "each week",
    "each month",
    "a year from",
    "annually",
    "mondays",
    "tuesdays",
    "wednesdays",
    "thursdays",
    "fridays",
    "saturdays",
    "sundays",
    "yearly",
    "monthly",
    "weekly",
    "daily",
    "regularly",
    "usually",
    "normally",
    "typically",
    "routinely",
    "often",
    "roundtrips",
    "round-trips",
    "nonstop service",
    "non-stop service",
    "direct service",
    "scheduled service",
    "rail service",
    "air service",
    "ferry service",
    "regular service",
    "services between",
    "flights between",
    "pct of",
    "percent of",
    "per cent of",
    "% of",
    "per day",
    "per year",
    "per week",
    "barrels per",
    "barrels a day",
    "bpd",
    "times a week",
    "times a day",
    "in general",
    "statistics",
)
PREPOSITIONS: Final = frozenset(
    """in on at by from to for with via through after before during since until till under over against amid near into onto toward towards aboard across along around between within
    without despite including off out up down inside outside behind beyond past per upon alongside beside besides among amongst throughout above below beneath unlike like
    about following about of""".split()
)
AUXILIARIES: Final = frozenset(
    """is are was were be been being has have had having will would can could may might shall should must do does did isn't wasn't weren't aren't won't wouldn't hasn't haven't hadn't didn't
    doesn't don't cannot can't couldn't not n't 'll ’ll he's it's""".split()
)
RELATIVES: Final = frozenset("which who whom that where whose when".split())
CONJUNCTIONS: Final = frozenset(
    "and or but nor while as because although though if so whereas than then once unless yet whether before after".split()
)
PRONOUNS: Final = frozenset("he she it they we i you him her them us me himself themselves itself".split())
DETERMINERS: Final = frozenset(
    "the a an his her its their this these those some any no each every another our your my both all".split()
)
ADVERBS: Final = frozenset(
    """later then also now already again soon once never just still even back home there here forward together apart away ahead ashore overland abroad safely onward onwards on only instead
    meanwhile however yet almost earlier yesterday today tomorrow tonight northward southward eastward westward north south east west northwards southwards eastwards westwards upriver
    downriver inland nonstop unharmed unescorted empty unaided unnoticed undetected solo alone alive next""".split()
)
SAYING: Final = frozenset(
    """said says say saying told tells announced announces announce reported reports report show shows showed added adds stated states claimed claims claim noted notes confirmed confirms confirm denied denies
    deny warned warns revealed disclosed insisted declared alleged testified wrote quoted indicated acknowledged""".split()
)
# Who thinks so; a clause without "that" may follow.
THINKING: Final = frozenset(
    "believe believes believed think thinks thought suspect suspects suspected told tells learned understood fear fears feared insists insisted says quoted".split()
)
# Words that hang a clause on another.
SUBORDINATORS: Final = frozenset(
    "when while as because if though although after before since until that once unless whereas".split()
)
# What may open a description without a verb: "two of them sick", "its lights out", "including a child".
ABSOLUTES: Final = frozenset(
    "a an the some all most many both each half none few several one two three four five among including mostly mainly its their his her with without".split()
)
# What shows something without speaking.
SHOWING: Final = frozenset("show shows showed indicated".split())
# Verbs that are neither auxiliaries, nor cues, nor regular participles.
VERBS: Final = frozenset(
    """said says say told made saw gave got kept held led lost met paid put ran set began became broke built bought caught chose cost cut did drew fell felt fought found forgot grew heard hid hit
    born knew laid lay let lit meant read rose sank sat sold shot shut slept spent spoke stood stole struck swept taught thought threw took understood wore won wrote has had went want wants
    appear appears seem seems expect expects plan believe believes show shows make makes include includes keep keeps give gives get gets meet meets call calls need needs use uses know knows think thinks
    help helps try tries start starts begin begins become becomes remain hold holds stop stops help call urge refuel receive seek hidden driven given seen known broken stolen chosen written frozen worn torn grown shown thrown drawn blown sworn stuck stranded
    laden ran run died won beat bore bled dealt fed dug flung hung lent rang slid spun swung tore wept sued freed""".split()
)
TITLES: Final = frozenset(
    "president minister mr mr. mrs mrs. ms ms. dr dr. king queen prince pope chancellor secretary gen gen. general sen sen. senator".split()
)
ALLEGED: Final = frozenset(
    "allegedly alleged circumstantial suspected accused reportedly believed believe believes apparently appeared appears suspicion claimed claims claim unconfirmed purportedly thought accuses alleging".split()
)
DIVERTED: Final = frozenset(
    "hijacked diverted rerouted returned intercepted seized emergency back instead turned aborted capsized sank".split()
)
LENGTHS: Final = frozenset(
    "km kms kilometer kilometers kilometre kilometres mile miles mi nm metres meters yards feet blocks away minutes hours hour".split()
)
# Numbers in words.
NUMERALS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen hundred hundreds thousand thousands million several many few other more".split()
)
# Verbs that turn a journey aside.
TURNED: Final = frozenset("towed diverted diverting rerouted redirected".split())
# Words that open a clause with a subject of its own.
OPENERS: Final = frozenset(
    "and but while as after before when because since if that where although so until than though".split()
)
# What vehicles do with a load.
CARRYING: Final = frozenset("carrying transporting hauling with loaded laden containing bringing".split())
# With these a vehicle is ridden: "took a train".
RIDING: Final = frozenset("take takes took taken taking catch catches caught catching".split())
# Forms in "-ing" that describe the noun after them.
FITTED: Final = frozenset(
    "fishing sailing rowing driving flying racing landing drilling training living refuelling refueling".split()
)
# Who comes from where they were, not from where they were born: "evacuees from Goma reached Bukavu".
UPROOTED: Final = frozenset("evacuees refugees deportees fugitives returnees survivors".split())
# What befalls people and things where they are: "turtles rescued from Sable Island were flown to ...".
FOUND: Final = frozenset(
    """rescued held detained captured arrested found seized wounded injured hurt kept stationed based housed quarantined caught recovered plucked freed released discovered salvaged
    excavated looted stolen stranded trapped bought built""".split()
)
# Verbs that tell of who moves, or of what is moved: "flew to Rome", "flew the guns to Rome".
DRIVING: Final = frozenset(
    "drive drives drove driven driving fly flies flew flown flying sail sails sailed sailing".split()
)
# How people wait where they are, told before what they do: "Stranded in Oslo, ...".
STAYING: Final = frozenset(
    "stranded marooned stuck trapped held detained waiting delayed grounded stopping docked anchored".split()
)
# What keeps people where they are until they go on: "After a stop in Cairo, ...".
STAYS: Final = frozenset(
    "stop stopover layover visit stay night nights weekend holiday talks meeting summit".split()
)
# What people travel to; the place is where it is held.
GATHERINGS: Final = frozenset(
    "game match final finals tournament championship championships cup trial hearing meeting conference talks summit festival ceremony concert funeral wedding race regatta show fair".split()
)
HARBOURS: Final = frozenset("port harbor harbour".split())
# Who changes clubs rather than places.
PLAYERS: Final = frozenset(
    "striker midfielder defender goalkeeper winger forward quarterback pitcher player playmaker coach manager".split()
)
# What amounts do.
TRENDS: Final = frozenset(
    """went averaged averages rose rise risen fell fallen climbed dropped declined grew totalled totaled increased decreased doubled tripled jumped surged slumped
    amounted exceeded reached hit expected""".split()
)
MODALS: Final = frozenset("will would shall may might could can should".split())
PLANS: Final = frozenset(
    """plan plans planned planning expected due scheduled set ready going hopes hoped intends intended agreed wants want prepares preparing ordered slated hope vowed
    threatened invited""".split()
)
DENYING: Final = frozenset(
    "not never n't didn't denied denies deny instead without rather forbade forbidden barred prevented banned".split()
)
# After these an infinitive tells what happened.
FACTUAL: Final = frozenset(
    "have had appeared seemed forced managed compelled obliged began continued able helped".split()
)
# Words that lead from one leg to the next.
ONWARD: Final = frozenset("then on onward onwards later finally subsequently afterwards next there".split())
