"""Check that the grammar of a sentence does not hide its movements: asides, clauses, passives, stops, pronouns, lists."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from geo import dates, movements, text
from geo.model import Article
from geo.movements.lines import unfold
from geo.movements.phrases import parse
from geo.movements.triggers import triggers
from geo.text import Sentence

THURSDAY = date(2024, 5, 16)


def read(words):
    """Read a text published on Thursday 16 May 2024."""
    document = text.read(Article("a", words, published=THURSDAY))
    return movements.read(document, (), dates.read(document)[0])


def told(words):
    """Give mover, from, via, to, mode, first and last day of each movement."""
    rows = []
    for each in read(words):
        mover = each.what or each.vehicle
        ends = [end.span.text if end else None for end in (each.origin, each.destination)]
        via = tuple(end.span.text for end in each.via)
        days = (
            tuple(str(day)[5:] if day else None for day in (each.when.first, each.when.last))
            if each.when
            else ()
        )
        rows.append((mover.text if mover else None, ends[0], via, ends[1], each.mode, days))
    return rows


# id, text, and for each movement: mover, from, via, to, mode, month and day of its first and last day.
ROWS = [
    (
        "relative-clause-departs",
        "The reefer ship Tugela, which sailed from Durban on May 2, tied up at Bremen on May 14 after rounding the Cape of Good Hope.",
        [
            (
                "The reefer ship Tugela",
                "Durban",
                ("the Cape of Good Hope",),
                "Bremen",
                "sea",
                ("05-02", "05-14"),
            )
        ],
    ),
    (
        "appositive-before-the-verb",
        "The turbine blades, each as long as a football field, were barged from Basel to Duisburg on May 7, the firm said.",
        [("The turbine blades", "Basel", (), "Duisburg", "sea", ("05-07", "05-07"))],
    ),
    (
        "aside-between-object-and-end",
        "Norway on Friday flew 16 wounded soldiers, two of them in a coma, home from Lviv to Oslo.",
        [("16 wounded soldiers", "Lviv", (), "Oslo", "air", ("05-10", "05-10"))],
    ),
    (
        "brackets",
        "The relics (two bones and a tooth) were driven under police escort from Assisi to Rome on Thursday.",
        [("The relics", "Assisi", (), "Rome", "road", ("05-16", "05-16"))],
    ),
    (
        "dashes",
        "Two MiG-29s -- on loan, the minister insists -- took off from Sliac and touched down at Rzeszow.",
        [("Two MiG-29s", "Sliac", (), "Rzeszow", "air", ())],
    ),
    (
        "who-says-so-in-the-middle",
        "The stolen yacht, according to court papers, was sailed by its new owners from Antibes to Bizerte in March.",
        [("The stolen yacht", "Antibes", (), "Bizerte", "sea", ("03-01", "03-31"))],
    ),
    (
        "clause-between-verb-and-end",
        "Some 40 gunners left Trenton by bus on Sunday, after a farewell that ran an hour over, for Fort Drum.",
        [("40 gunners", "Trenton", (), "Fort Drum", "road", ("05-12", "05-12"))],
    ),
    (
        "fronted-participle",
        "Leaving Piraeus on Tuesday, the schooner Kalliope made for Heraklion.",
        [("the schooner Kalliope", "Piraeus", (), "Heraklion", "sea", ("05-14", "05-14"))],
    ),
    (
        "fronted-load",
        "Laden with Angolan crude, the Suezmax Orion Wave is making for Ningbo.",
        [("Angolan crude", None, (), "Ningbo", "sea", ())],
    ),
    (
        "fronted-clause",
        "When the dam burst, the family left Derna for Tobruk.",
        [("the family", "Derna", (), "Tobruk", "unknown", ())],
    ),
    (
        "en-route-and-forced-down",
        "En route to Jakarta from Perth, the jet made an emergency landing in Denpasar on Sunday.",
        [("the jet", "Perth", ("Denpasar",), "Jakarta", "air", ("05-12", "05-12"))],
    ),
    (
        "stops-in-a-series",
        "The training ship sailed from Kiel on April 3, called at Lisbon and Funchal, and reached Halifax on Tuesday.",
        [("The training ship", "Kiel", ("Lisbon", "Funchal"), "Halifax", "sea", ("04-03", "05-14"))],
    ),
    (
        "stop-as-a-noun",
        "The evacuees left Kabul on Sunday aboard two C-17s and, after a refuelling stop in Doha, landed at Dover.",
        [("The evacuees", "Kabul", ("Doha",), "Dover", "air", ("05-12", "05-12"))],
    ),
    (
        "ways-in-a-list",
        "The sisters were smuggled by lorry from Kabul through Peshawar, Karachi and Dubai to Frankfurt.",
        [("The sisters", "Kabul", ("Peshawar", "Karachi", "Dubai"), "Frankfurt", "road", ())],
    ),
    (
        "after-crossing",
        "The rally cars rolled into Samarkand on Monday after crossing Kazakhstan and Kyrgyzstan.",
        [("The rally cars", None, ("Kazakhstan", "Kyrgyzstan"), "Samarkand", "road", ("05-13", "05-13"))],
    ),
    (
        "border-post-on-the-way",
        "Pilgrims in 40 buses crossed from Iraq into Iran at Mehran on Saturday.",
        [("Pilgrims", "Iraq", ("Mehran",), "Iran", "road", ("05-11", "05-11"))],
    ),
    (
        "train-rolls",
        "The freight train rolled into Duisburg from Xi'an on Friday.",
        [("The freight train", "Xi'an", (), "Duisburg", "rail", ("05-10", "05-10"))],
    ),
    (
        "thinking-opens-a-clause",
        "Police believe the van was carrying copper from Lodz to Hamburg.",
        [("copper", "Lodz", (), "Hamburg", "road", ())],
    ),
    (
        "vehicle-boarded-before",
        "The orchestra boarded a coach and rode through Latvia to Tallinn.",
        [("The orchestra", None, ("Latvia",), "Tallinn", "road", ())],
    ),
    (
        "ship-that-came-from",
        "Some 300 camels were unloaded at Haifa on May 13 from the carrier Bahija, which had sailed from Berbera on May 2.",
        [("300 camels", "Berbera", (), "Haifa", "sea", ("05-02", "05-13"))],
    ),
    (
        "participle-on-the-object",
        "Dockers at Tema unloaded 4,000 bags of cocoa trucked from Ouagadougou on Tuesday.",
        [("4,000 bags of cocoa", "Ouagadougou", (), "Tema", "road", ("05-14", "05-14"))],
    ),
    (
        "object-of-a-relative-clause",
        "Customs officers found icons that thieves had driven out of Odesa in April.",
        [("icons", "Odesa", (), None, "road", ("04-01", "04-30"))],
    ),
    (
        "pronoun-of-the-sentence-before",
        "The train was eleven hours late. It had pulled out of Nairobi on May 10 and crawled into Mombasa on May 11.",
        [("It", "Nairobi", (), "Mombasa", "rail", ("05-10", "05-11"))],
    ),
    (
        "departure-told-after-the-arrival",
        "The barge was moored at Galati on May 9. It had come from Linz.",
        [("The barge", "Linz", (), "Galati", "sea", ("05-09", "05-09"))],
    ),
    (
        "date-as-part-of-the-mover",
        "Its Sunday night flight from Keflavik to Boston turned back and landed in Nuuk.",
        [("Its Sunday night flight", "Keflavik", ("Nuuk",), "Boston", "air", ("05-12", "05-12"))],
    ),
    (
        "found-there",
        "Sea turtles rescued from Sable Island were trucked to an aquarium in Truro.",
        [("Sea turtles", "Sable Island", (), "an aquarium in Truro", "road", ())],
    ),
    (
        "found-there-in-an-aside",
        "The navy escorted the trawler, seized last week off Socotra, to Djibouti.",
        [("the trawler", "Socotra", (), "Djibouti", "sea", ())],
    ),
    (
        "passive-series",
        "The bell was lowered onto a sledge, taken to Riga and shipped to Lubeck.",
        [
            ("The bell", None, (), "Riga", "unknown", ()),
            ("The bell", "Riga", (), "Lubeck", "unknown", ()),
        ],
    ),
    (
        "headline-run-into-the-sentence",
        "STOLEN BELL BACK HOME A bell stolen in the war was flown from Riga to Lubeck on Monday.",
        [("A bell", "Riga", (), "Lubeck", "air", ("05-13", "05-13"))],
    ),
    (
        "cargo-of-traders",
        "Two cargoes of maize left Santos for Bandar Imam Khomeini on May 7, traders said.",
        [("Two cargoes of maize", "Santos", (), "Bandar Imam Khomeini", "sea", ("05-07", "05-07"))],
    ),
    (
        "place-in-a-region-near-a-town",
        "The shells were moved by rail to a bunker in western Poland near Zagan on May 3.",
        [("The shells", None, (), "a bunker in western Poland near Zagan", "rail", ("05-03", "05-03"))],
    ),
    (
        "dates-in-a-pair",
        "The mill will ship 9,000 tonnes of rice from Karachi to Mombasa in June and July.",
        [("9,000 tonnes of rice", "Karachi", (), "Mombasa", "sea", ("06-01", "07-31"))],
    ),
    (
        "on-a-ship-to",
        "Three zebras are on a ship to Dubai.",
        [("Three zebras", None, (), "Dubai", "sea", ())],
    ),
    (
        "left-where-they-were-for",
        "The strikers left the steelworks for Katowice on Monday.",
        [("The strikers", "the steelworks", (), "Katowice", "unknown", ("05-13", "05-13"))],
    ),
    (
        "put-into-and-goes-on",
        "The tanker, which left Ceyhan on May 1, has put into Bizerte with a bent shaft and will go on to Trieste.",
        [("The tanker", "Ceyhan", ("Bizerte",), "Trieste", "sea", ("05-01", "05-01"))],
    ),
    (
        "turned-aside-from",
        "Two freighters were diverted from Port Sudan to Jeddah on Monday.",
        [("Two freighters", None, ("Jeddah",), "Port Sudan", "sea", ("05-13", "05-13"))],
    ),
    (
        "slipped-away-from",
        "The envoy slipped away from Kabul on Sunday on a plane to Doha.",
        [("The envoy", "Kabul", (), "Doha", "air", ("05-12", "05-12"))],
    ),
    (
        "caught-a-bus",
        "The family walked the last 12 miles to Medyka and then caught a bus to Przemysl.",
        [
            ("The family", None, (), "Medyka", "foot", ()),
            ("The family", "Medyka", (), "Przemysl", "road", ()),
        ],
    ),
    (
        "aboard-a-name",
        "Some 900 goats were loaded at Berbera on Monday aboard the Al Noor, bound for Jizan.",
        [("900 goats", "Berbera", (), "Jizan", "sea", ("05-13", "05-13"))],
    ),
    (
        "where-it-goes-on",
        "The wheat arrived in Djibouti, where it will be put on lorries to Dire Dawa.",
        [
            ("The wheat", None, (), "Djibouti", "unknown", ()),
            ("it", "Djibouti", (), "Dire Dawa", "road", ()),
        ],
    ),
    (
        "vehicle-with-both-ends",
        "A minibus from Lima to Cusco was swept off the road on Sunday.",
        [("A minibus", "Lima", (), "Cusco", "road", ("05-12", "05-12"))],
    ),
    (
        "lifted-off",
        "The last C-17 lifted off from Kabul on Monday.",
        [("The last C-17", "Kabul", (), None, "air", ("05-13", "05-13"))],
    ),
    (
        "from-there",
        "The samples went by motorbike from Kailahun to Kenema and from there by helicopter to Freetown.",
        [
            ("The samples", "Kailahun", (), "Kenema", "road", ()),
            ("The samples", "Kenema", (), "Freetown", "air", ()),
        ],
    ),
    (
        "as-far-away-as",
        "Pilgrims trudged into Kerbala on Friday from as far away as Basra.",
        [("Pilgrims", "Basra", (), "Kerbala", "foot", ("05-10", "05-10"))],
    ),
]


@pytest.mark.parametrize(("words", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_grammar(words, expected):
    """A movement is read whole whatever stands around it."""
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The lorry was stopped near Dover on Monday.",
        "A film made for Netflix was shot in Malta.",
        "The firm pulled out of the race on Friday.",
        "Villagers walked to the polling station in Ruiru before dawn.",
        "Students rallied at the gates of the university in Dhaka and walked to the main square.",
        "Measles came from Leeds to Bradford in 2019.",
        "The cyclone moved from Mozambique into Malawi overnight.",
        "It is the largest ship ever to leave the yard.",
        "Proceeds from the fair in Hull go to a hospice in Leeds.",
        "As ideas go, this one leads nowhere, as far as Egypt is concerned.",
        "The strait, through which oil passes on its way to Asia, is 33 km wide.",
        "Passengers can fly from Exeter to Geneva on Saturdays from February.",
        "Its cancelled flight from Oslo to Rome cost the airline dear.",
        "The general called at noon and led the talks in Rome.",
    ],
)
def test_figures_of_speech_are_refused(words):
    """What is stopped, made, led or walked within a town is no journey."""
    assert told(words) == []


def test_unfold_gives_each_aside_with_what_it_describes():
    """The main line is whole, and each aside stands with its noun."""
    words = "The tug (built in Gdansk), which left Riga on Monday, sank, officials said, off Memel."
    lines = unfold(parse(Sentence(0, len(words), words, 0), ()))
    assert [" ".join(token.text for token in line.tokens) for line in lines] == [
        "The tug sank off Memel .",
        "The tug ( built in Gdansk",
        "The tug which left Riga on Monday",
    ]
    assert [line.aside for line in lines] == [False, True, True]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ship set sail for Oslo.", (True, True)),
        ("They set the table in Oslo.", (False, False)),
        ("She called at Oslo.", (True, False)),
        ("She called Oslo.", (False, False)),
        ("he went home", (False, False)),
        ("he went to the port", (True, False)),
    ],
)
def test_triggers(sentence, expected):
    """Only a sentence with a word of movement and one that may name a place is parsed for movements."""
    assert triggers(sentence, {}) == expected


WORDS = """, , which who the ship it 29 ( ) -- — left Oslo said to from via and then on Monday was taken by train A FERRY RAMS QUAY according
officials ; “ ” of more than 100 people stopped at in boarded leaving some most called aboard flight home with loaded ever before have been sailing picked up set sail for""".split()


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", ".", ","]))
def test_any_order_of_words_is_read(listed, end):
    """No order of words raises, and every span points at its words."""
    words = " ".join(listed) + end
    for each in read(words):
        ends = [place.span for place in (each.origin, each.destination, *each.via) if place]
        for span in (each.span, each.cue, each.what, each.vehicle, *ends):
            assert span is None or words[span.start : span.end] == span.text
