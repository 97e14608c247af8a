"""Finding claims: every kind in the forms news prints, ends and all, and what is no claim."""

import importlib
import pkgutil
import time

import pytest
from hypothesis import given, strategies as st

import geo.claims
from geo import text
from geo.claims import KINDS, find
from geo.model import Article, LonLat, Mention, Place

# sentence, kind, subject, object, figure, direction; the subject and object need only overlap in their last word
CLAIMS = [
    # the subject of an event verb, not its object, manner, agent or ground
    ("A cargo plane lost contact with controllers about 60 km south-east of Kisangani.", "distance", "A cargo plane", "Kisangani", 60, "SE"),
    ("The pilots made a forced landing in a field some 30 miles west of Tulsa.", "distance", "The pilots", "Tulsa", 30, "W"),
    ("The yacht capsized in heavy seas 14 nautical miles off Cape Finisterre.", "distance", "The yacht", "Cape Finisterre", 14, None),
    ("Three hikers were swept away by a flash flood roughly 12 km north of Moab.", "distance", "Three hikers", "Moab", 12, "N"),
    ("The satellite came down in the Indian Ocean 1,500 km west of Perth.", "distance", "The satellite", "Perth", 1500, "W"),
    ("The tug went under with most of her crew 40 miles off Brest.", "distance", "The tug", "Brest", 40, None),
    ("The hall would stand less than a mile from Dorla.", "distance", "The hall", "Dorla", 1, None),
    ("The vote took place 12 km south of Arlo.", "distance", "The vote", "Arlo", 12, "S"),
    ("The army shelled a village 8 km east of Dorla.", "distance", "a village", "Dorla", 8, "E"),
    ("The patrol boat, its engines failing, was adrift 12 miles south of Larnaca.", "distance", "The patrol boat", "Larnaca", 12, "S"),
    ("The rebels retook Kidal, a desert town that lies 280 km north of Gao.", "distance", "Kidal", "Gao", 280, "N"),
    ("The storm, which the office put 105 miles west of Arlo, is weakening.", "distance", "The storm", "Arlo", 105, "W"),
    ("According to the harbour office, Maud made landfall 35 km west of Arlo.", "distance", "Maud", "Arlo", 35, "W"),
    ("The reservoir supplies Leeds, 20 miles to the east.", "distance", "Leeds", None, 20, "E"),
    # nearness, places named before, and figures without an object
    ("Patrols came no closer than 4 km to Dorla.", "distance", "Patrols", "Dorla", 4, None),
    ("The convoy left Odesa for Mykolaiv, 130 km to the east.", "distance", "Mykolaiv", "Odesa", 130, "E"),
    ("By noon the slick was 20 miles offshore.", "distance", "the slick", None, 20, None),
    ("The ash reached Greenville, 35 miles away.", "distance", "Greenville", None, 35, None),
    ("The zone around the Dorla plant was widened to 30 km.", "extent", "The zone", "the Dorla plant", 30, None),
    ("He finished the 630-mile South West Coast Path.", "extent", "South West Coast Path", None, 630, None),
    ("Moldova shares a border of some 1,200 km with Ukraine.", "border", "Moldova", "Ukraine", None, None),
    ("The new missile has a reach of 500 km.", "range", "The new missile", None, 500, None),
    ("The S-400 can destroy targets at a range of up to 400 km.", "range", "The S-400", None, 400, None),
    ("The frost hit the Sul region, between Arlo and Benton.", "between", "the Sul region", "Arlo and Benton", None, None),
    ("They were near Orlo, a six-hour walk from Benton.", "travel_time", "Orlo", "Benton", None, None),
    # distance: apposition, copula, verb, relative clause
    ("The depot at Orlovo, 45 km from the Latvian border, burned for two days.", "distance", "Orlovo", "the Latvian border", 45, None),
    ("Ridgeport, a fishing town 12 miles (19 km) northeast of Avonlea, was cut off.", "distance", "Ridgeport", "Avonlea", 12, "NE"),
    ("He was arrested in Gweru, 275km southwest of Harare.", "distance", "Gweru", "Harare", 275, "SW"),
    ("The village of Sare, some six miles east of the town of Bilma, was destroyed.", "distance", "Sare", "Bilma", 6, "E"),
    ("The ferry capsized 3 miles off the coast of Senegal.", "distance", "The ferry", "the coast of Senegal", 3, None),
    ("A drone crashed some 12 kilometers inside Poland, officials said.", "distance", "A drone", "Poland", 12, None),
    ("The epicentre was located 60 km (37 miles) west-southwest of Iquique.", "distance", "The epicentre", "Iquique", 60, "WSW"),
    ("The camp, which lies about 70 miles from the border with Chad, holds 20,000 people.", "distance", "The camp", "the border with Chad", 70, None),
    ("The quake struck at 3:14 a.m. local time 21 miles south-southeast of Kodiak, Alaska.", "distance", "The quake", "Kodiak, Alaska", 21, "SSE"),
    ("The ship was sailing 200 nautical miles off Somalia when it was hijacked.", "distance", "The ship", "Somalia", 200, None),
    ("Fighters advanced to within 15 km of the capital.", "distance", "Fighters", "the capital", 15, None),
    ("Rebels are now less than 50 miles from Kinshasa.", "distance", "Rebels", "Kinshasa", 50, None),
    ("The refinery lies just 8 km inland from the port of Ashdod.", "distance", "The refinery", "the port of Ashdod", 8, None),
    ("Pokrovsk lies 18 kilometers from the front line.", "distance", "Pokrovsk", "the front line", 18, None),
    ("The station is located 300 kilometres north of the Arctic Circle.", "distance", "The station", "the Arctic Circle", 300, "N"),
    ("The distance between Kyiv and Lviv is about 470 km.", "distance", "Kyiv", "Lviv", 470, None),
    ("Kharkiv, an industrial city, is 30 km from the Russian border.", "distance", "Kharkiv", "the Russian border", 30, None),
    ("The bodies were found in a ditch 4 km outside Tapachula.", "distance", "a ditch", "Tapachula", 4, None),
    ("The explosion was heard 20 miles away in Beirut.", "distance", "The explosion", "Beirut", 20, None),
    ("Located 90 miles off Florida, Cuba has long been a haven.", "distance", "Cuba", "Florida", 90, None),
    ("About 600 kilometres from Darwin, Borroloola is a long way from help.", "distance", "Borroloola", "Darwin", 600, None),
    ("Troops seized a hill overlooking the city, 5 km to the north.", "distance", "the city", None, 5, "N"),
    ("The reactor stands about 100 kilometers (62 miles) upstream from Seoul.", "distance", "The reactor", "Seoul", 100, None),
    ("The nearest hospital is more than 60 miles away.", "distance", "The nearest hospital", None, 60, None),
    ("The storm was about 350 miles (565 kilometers) south-southwest of Bermuda, moving north at 12 mph.", "distance", "The storm", "Bermuda", 350, "SSW"),
    ("The fishing boat sank about 35 nautical miles south-east of Malta on Tuesday night.", "distance", "The fishing boat", "Malta", 35, "SE"),
    ("It lies 7km off the Yemeni coast.", "distance", "It", "the Yemeni coast", 7, None),
    ("The patrol halted at the 38th parallel, 60 km north of Seoul.", "distance", "the 38th parallel", "Seoul", 60, "N"),
    ("A few miles from the border, smoke rose.", "distance", "smoke", "the border", None, None),
    ("The frigate, about 40 miles west of Hodeidah, shot down two drones.", "distance", "The frigate", "Hodeidah", 40, "W"),
    ("Two villages 10 km apart were evacuated.", "distance", "Two villages", None, 10, None),
    ("Aid trucks waited 20 km from Rafah, on the Egyptian side.", "distance", "Aid trucks", "Rafah", 20, None),
    ("The mine, 25 km by road from Arlo, was flooded.", "distance", "The mine", "Arlo", 25, None),
    ("The wreck lies 12 NM NNW of Cape Dorla.", "distance", "The wreck", "Cape Dorla", 12, "NNW"),
    # direction
    ("Avonlea, north of Ridgeport, was flooded.", "direction", "Avonlea", "Ridgeport", None, "N"),
    ("Troops dug in to the south-east of Orlovo.", "direction", "Troops", "Orlovo", None, "SE"),
    ("The blaze began on a farm just west of Cairns.", "direction", "a farm", "Cairns", None, "W"),
    # range
    ("The missile has a range of up to 300 kilometers.", "range", "The missile", None, 300, None),
    ("ATACMS missiles, which have a range of 190 miles, were delivered.", "range", "ATACMS missiles", None, 190, None),
    ("The drone can fly 2,000 km.", "range", "The drone", None, 2000, None),
    ("The new long-range missiles could hit targets as far as 1,000 km away.", "range", "missiles", None, 1000, None),
    ("Rockets with a range of 40 km were stored there.", "range", "Rockets", None, 40, None),
    ("The range of the gun is 30 kilometres.", "range", "the gun", None, 30, None),
    # extent
    ("The convoy was 35 km long and moving toward Kyiv.", "extent", "The convoy", None, 35, None),
    ("The oil slick covers an area of 130 square kilometres.", "extent", "The oil slick", None, 130, None),
    ("The fire has burned 45,000 acres in the hills.", "extent", "The fire", None, 182.1, None),
    ("A 30-kilometer exclusion zone around the plant remains in force.", "extent", "exclusion zone", "the plant", 30, None),
    ("Spanning 40 square miles, Dorla Park is the jewel of the county.", "extent", "Dorla Park", None, 103.6, None),
    ("The river flows 800 miles from the mountains to the sea.", "extent", "The river", None, 800, None),
    ("Tropical storm winds extended up to 140 miles from the center.", "extent", "Tropical storm winds", "the center", 140, None),
    ("The two countries are separated by a 24-mile-wide strait.", "extent", "strait", None, 24, None),
    ("Oil fouled 60 miles of Welsh coast.", "extent", "Welsh coast", None, 60, None),
    # path
    ("They walked 120 km from the border to the camp.", "path", "They", "the camp", 120, None),
    ("The convoy set out on a 500-mile journey from Arlo to Benton.", "path", "The convoy", "Benton", 500, None),
    ("The riders covered 109 miles from Paredes to Baltanas.", "path", "The riders", "Baltanas", 109, None),
    # travel time
    ("The town is a two-hour drive north of Lagos.", "travel_time", "The town", "Lagos", 2, "N"),
    ("The border crossing is three hours by road from Amman.", "travel_time", "The border crossing", "Amman", 3, None),
    ("The airport, a 20-minute drive from downtown Denver, was shut.", "travel_time", "The airport", "downtown Denver", 1 / 3, None),
    ("The bus trip to Cali takes 11 hours.", "travel_time", "The bus trip to Cali", None, 11, None),
    # contain
    ("The southern Turkish city of Adana was hit.", "contain", "Adana", "Turkish", None, "S"),
    ("The attack happened in Maiduguri, in northeastern Nigeria.", "contain", "Maiduguri", "Nigeria", None, "NE"),
    ("A bridge fell at Dorla, a small town in southern Iran.", "contain", "Dorla", "Iran", None, "S"),
    ("The warehouse was in the Russian region of Bryansk.", "contain", "The warehouse", "the Russian region of Bryansk", None, None),
    ("Officials met at Kars in the far east of Turkey.", "contain", "Kars", "Turkey", None, "E"),
    ("The ship docked at Slavyanka in Russia's Far East.", "contain", "Slavyanka", "Russia's", None, "E"),
    # border
    ("Chad, which borders Sudan, took them in.", "border", "Chad", "Sudan", None, None),
    ("Paraguay shares borders with Brazil, Argentina and Bolivia.", "border", "Paraguay", "Brazil, Argentina and Bolivia", None, None),
    ("Chad borders Libya.", "border", "Chad", "Libya", None, None),
    # between
    ("The road between Arlo and Benton was shut.", "between", "The road", "Arlo and Benton", None, None),
    ("The village lies midway between Homs and Hama.", "between", "The village", "Homs and Hama", None, None),
    ("Trains between Osaka and Kyoto were halted.", "between", "Trains", "Osaka and Kyoto", None, None),
    # temporal
    ("The hearing is set for Tuesday, 4 May 2021.", "temporal", "Tuesday, 4 May 2021", None, None, None),
    ("On Friday, March 12, the court ruled.", "temporal", "Friday, March 12", None, None, None),
    # superlative
    ("Lake Victoria is Africa's largest lake.", "superlative", "Lake Victoria", "Africa's", None, None),
    ("Lagos is the largest city in Nigeria.", "superlative", "Lagos", "Nigeria", None, None),
    ("Egypt's second-biggest port was closed.", "superlative", "port", "Egypt's", None, None),
    # count
    ("About 300 of the 1,000 containers were gone.", "count", "300", "1,000 containers", None, None),
    # a second batch, written to find what the first did not
    ("A bomb went off in Mubi, a town some 200 km north of the state capital, Yola.", "distance", "Mubi", "the state capital, Yola", 200, "N"),
    ("The attack took place in Yirgou, in Soum province, about 35 km from the Malian border.", "distance", "Yirgou", "the Malian border", 35, None),
    ("Sderot, less than a mile from the Gaza Strip, has been hit by rockets.", "distance", "Sderot", "the Gaza Strip", 1, None),
    ("The vessel is stranded 35 miles off Cape Hatteras, North Carolina.", "distance", "The vessel", "Cape Hatteras, North Carolina", 35, None),
    ("It is some 1,200 miles from Perth to Broome.", "distance", "Perth", "Broome", 1200, None),
    ("The ship was travelling from Odesa to Alexandria, a distance of 1,800 km.", "distance", "Odesa", "Alexandria", 1800, None),
    ("Police found the car in Arlo, about 15 miles from where she was last seen.", "distance", "Arlo", "where she was", 15, None),
    ("The convoy of 60 trucks stopped 20 miles short of Aleppo.", "distance", "The convoy", "Aleppo", 20, None),
    ("The body was discovered on a beach 12 miles down the coast from Hastings.", "distance", "a beach", "Hastings", 12, None),
    ("Two miles away, in Benton, the shops were open.", "distance", "the shops", "Benton", 2, None),
    ("North Korea fired a missile that flew about 500 kilometers.", "path", "a missile", None, 500, None),
    ("The wall, 700 km long, will be finished in May.", "extent", "The wall", None, 700, None),
    ("The flight from Tokyo to Seoul lasts two and a half hours.", "travel_time", "The flight", None, 2.5, None),
    ("The park is 45 minutes by car from Lisbon.", "travel_time", "The park", "Lisbon", 0.75, None),
    ("He was born in Ghor, a province in central Afghanistan.", "contain", "Ghor", "Afghanistan", None, "C"),
    # clauses between the subject and its verb, and reports between commas
    ("The trawler, whose crew of nine had been on deck when a wave broke over the stern, was last seen 22 nautical miles west of Barra, the coastguard said.", "distance", "The trawler", "Barra", 22, "W"),
    ("A quake that the institute said had a magnitude of 5.8 struck 45 km off Acajutla.", "distance", "A quake", "Acajutla", 45, None),
    ("The mayor of Lisburn, Ann Reid, told reporters that the quarry, closed since 2011, is less than 2 miles from the school.", "distance", "the quarry", "the school", 2, None),
    ("Officials who had visited the camp, which shelters 40,000 people, said it lies 18 km from the Chadian border.", "distance", "it", "the Chadian border", 18, None),
    ("Russian troops, Ukrainian officers say, are now 5 kilometers from the centre of Pokrovsk.", "distance", "Russian troops", "the centre of Pokrovsk", 5, None),
    ("After a chase that began in Reno the car was stopped 12 miles east of Fernley.", "distance", "the car", "Fernley", 12, "E"),
    ("The navy, it emerged, had known for a week that the submarine was lying on the seabed 70 miles north of Murmansk.", "distance", "the submarine", "Murmansk", 70, "N"),
    ("It broke down in Tine, where aid has yet to arrive, 120 km from the closest hospital.", "distance", "Tine", "the closest hospital", 120, None),
    ("A Cessna carrying four missionaries crashed into a hillside about 8 km from Wamena.", "distance", "A Cessna", "Wamena", 8, None),
    ("The carrier, together with two destroyers, had moved to a position some 250 miles south of Oman.", "distance", "The carrier", "Oman", 250, "S"),
    ("What witnesses took for a bomb was the sonic boom of a jet 15 km from Turin.", "distance", "a jet", "Turin", 15, None),
    ("A trench that the engineers had dug, about three kilometres long, runs along the ridge.", "extent", "A trench", None, 3, None),
    ("The lake, which the two countries share, covers 5,200 sq km.", "extent", "The lake", None, 5200, None),
    ("The estate, bought by the trust in 1998, takes in 900 acres of heather.", "extent", "The estate", None, 3.6422, None),
    ("The traffic jam had grown to nine kilometres by seven in the evening.", "extent", "The traffic jam", None, 9, None),
    ("The Kh-22, a missile designed in the 1960s to sink carriers, has a range of 600 km.", "range", "The Kh-22", None, 600, None),
    ("Iran's newest drone, the colonel told state television, is able to fly 2,000 kilometres.", "range", "newest drone", None, 2000, None),
    ("Adwa, or so his papers say, is 22 km west of Adigrat.", "distance", "Adwa", "Adigrat", 22, "W"),
    ("The town of Arlo, the spokesman said on that day, is 50 km from Dorla.", "distance", "The town of Arlo", "Dorla", 50, None),
    ("Lake Orlo, once 90 km long, is gone.", "extent", "Lake Orlo", None, 90, None),
    ("Debris lay over an area three kilometres wide, about 15 km short of the runway.", "distance", "Debris", "the runway", 15, None),
    ("At Camp Orlo, a former air base in Norway 30 miles from Arlo, the court sat.", "distance", "Camp Orlo", "Arlo", 30, None),
    ("The DF-26, nicknamed the express, could hit targets 4,000 km away with an error of 100 metres.", "range", "The DF-26", None, 4000, None),
    ("Their goal was Yiwola, 8 km beyond the last checkpoint.", "distance", "Yiwola", "the last checkpoint", 8, None),
    ("The forest reserve is 50 km west of Bouar.", "distance", "The forest reserve", "Bouar", 50, "W"),
    # what a figure is measured from, said elsewhere in the sentence
    ("Smoke hung over Tarsus, and in Arlo, and in Mersin, 28 km to the west.", "distance", "Mersin", "Arlo", 28, "W"),
    ("Families from Gorom now walk to Dori, 55 km away, for water.", "distance", "Dori", "Gorom", 55, None),
    ("Villagers as far as 15 km away said they had felt the explosion.", "distance", "Villagers", "the explosion", 15, None),
    ("Latta sits eight miles up Highway 501 from Marion.", "distance", "Latta", "Marion", 8, None),
    ("The glider came down 3 miles off Start Point.", "distance", "The glider", "Start Point", 3, None),
    ("Oslovo is 40 km north of the mines and smelters at Arlit.", "distance", "Oslovo", "the mines and smelters at Arlit", 40, "N"),
    ("The dam lies 4 km from the village where he grew up.", "distance", "The dam", "the village where he grew up", 4, None),
    ("The convoy took 14 hours to reach Goma.", "travel_time", "The convoy", "Goma", 14, None),
    ("Both Kenya and Chad, which share a border, sent ministers.", "border", "Kenya", "Chad", None, None),
    ("REBELS DESTROYED TWO PYLONS AT EL TRIUNFO, 16 KM WEST OF USULUTAN.", "distance", "EL TRIUNFO", "USULUTAN", 16, "W"),
]  # fmt: skip

NOT_CLAIMS = [
    "The suspect drove at 120 miles per hour.",
    "She won the 100-metre hurdles in Oslo.",
    "The mountain rises 3,000 metres above the sea.",
    "Winds of 90 miles an hour battered the coast.",
    "The tower is 300 metres tall.",
    "Prices fell for 10 months.",
    "The car had done 60,000 miles.",
    "Visitors must stay 100 yards from the whales.",
    "They ran the 10 kilometre fun run on Sunday.",
    "She lives on the 1200 block of Elm Street.",
    "He scored from 25 metres.",
    "The wall is five metres (16 feet) high.",
    "The room measures 20 square metres.",
    "Smoking is banned within 4 metres of any entrance.",
    "The probe is 400 million miles from Jupiter.",
    "The plane was at an altitude of 10 km.",
    "The accident at Three Mile Island changed the law.",
    "The talks between the two sides ended.",
    "The car does 40 miles per gallon.",
    "The truck had 80,000 miles on the clock.",
    "He ran 5 km every day.",
    "The marathon covers 26.2 miles.",
    "The mountain spewed ash 5 km into the sky.",
    "Thousands of kilometres of cables were replaced.",
    "He wants to sell 30 acres to the city.",
    "Europa, one of the moons of Jupiter, is 3,100 km across.",
]


def document(words):
    """Read a text of one article."""
    return text.read(Article("a", words))


def same(found, expected):
    """Whether the words of an end hold what is expected."""
    words = found.span.text if found and found.span else None
    if expected is None or words is None:
        return words is None and expected is None
    return expected in words or words in expected


@pytest.mark.parametrize(
    ("sentence", "kind", "subject", "target", "figure", "wind"), CLAIMS, ids=[c[0][:50] for c in CLAIMS]
)
def test_claims_of_every_kind(sentence, kind, subject, target, figure, wind):
    """A claim is found with its subject, object, figure and direction."""
    claims = [c for c in find(document(sentence)) if c.kind == kind]
    assert len(claims) == 1
    (claim,) = claims
    assert same(claim.subject, subject)
    assert same(claim.object, target)
    assert claim.direction == wind
    if figure is not None:
        unit = claim.quantity.unit
        assert claim.quantity.low * {"acre": 0.0040468564, "sqmi": 2.58999, "min": 1 / 60}.get(
            unit, 1
        ) == pytest.approx(figure, rel=1e-3)


def test_the_other_is_measured_from_the_same():
    """What is told of one and the other has one object."""
    claims = find(
        document("The wells, one 9 km east of Sirte and the other 15 km to the south, were capped.")
    )
    assert [(c.subject.span.text, c.object.span.text, c.direction) for c in claims] == [
        ("one", "Sirte", "E"),
        ("the other", "Sirte", "S"),
    ]


@pytest.mark.parametrize("sentence", NOT_CLAIMS)
def test_what_is_no_claim(sentence):
    """Speeds, heights, races, sizes, mileage, rules and names are refused."""
    assert find(document(sentence)) == ()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param("The depot lies 40 km from Dorla, officials said.", "officials", id="behind"),
        pytest.param("Kirby told reporters that Arlo is 180 km from Benton.", "Kirby", id="ahead"),
        pytest.param(
            "According to the ministry, Arlo is 12 km from Gao.", "the ministry", id="according to, ahead"
        ),
        pytest.param(
            "Arlo is 12 km from Gao, according to the ministry.", "the ministry", id="according to, behind"
        ),
        pytest.param(
            "“It is 30 km from Lima,” said Maria Lopez, a geologist.", "Maria Lopez", id="quotation"
        ),
        pytest.param("He said the town was 5 km from Lima.", None, id="a pronoun names nobody"),
        pytest.param("The wreck lies 20 km off Cadiz.", None, id="the article itself"),
    ],
)
def test_who_says_it(sentence, speaker):
    """A claim carries the words that name its speaker."""
    (claim,) = find(document(sentence))
    assert (claim.speaker.text if claim.speaker else None) == speaker


def test_figures_told_off_share_a_subject():
    """Figures in a list are said of one thing."""
    claims = find(
        document(
            "Mines were sighted 14 miles east of Arlo, nine miles off Benton and two miles north of Dorla."
        )
    )
    assert [c.subject.span.text for c in claims] == ["Mines"] * 3


def test_the_same_distance_is_a_second_claim():
    """A second object at "the same distance" repeats the figure."""
    claims = find(document("Orlo is 160 km from Arlo and the same distance from Benton."))
    assert [(c.object.span.text, c.quantity.low) for c in claims] == [("Arlo", 160), ("Benton", 160)]


def test_a_table_is_no_sentence():
    """A sentence of nothing but figures makes no claims."""
    assert find(document("5 km north " * 60)) == ()


def test_an_ellipsis_borrows_unit_and_subject():
    """The second member of an ellipsis has the unit and the subject of the first."""
    one, other = find(document("Dorla is 35 miles south of Arlo and 20 west of Benton."))
    assert (other.quantity.low, other.quantity.unit, other.direction, other.subject.span.text) == (
        20,
        "mi",
        "W",
        "Dorla",
    )
    assert one.object.span.text == "Arlo"


def test_two_claims_of_one_subject():
    """What "and" adds is said of the same subject."""
    claims = find(
        document("Police stopped the truck 80 miles south of Tucson and 20 miles north of Nogales.")
    )
    assert [(c.subject.span.text, c.object.span.text) for c in claims] == [
        ("the truck", "Tucson"),
        ("the truck", "Nogales"),
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("the Ukrainian border", "border:Ukraine"),
        ("Ukraine's border", "border:Ukraine"),
        ("the border with Chad", "border:Chad"),
        ("the border between Chad and Sudan", "border:Chad/Sudan"),
        ("the coast of Norway", "coast:Norway"),
        ("the Libyan coast", "coast:Libya"),
        ("the front line", "layer:front"),
        ("the 38th parallel", "parallel:38"),
        ("Ukraine", "border:Ukraine"),
        ("Kursk", None),
    ],
)
def test_lines(words, line):
    """Borders, coasts, own lines and parallels are named; towns are not lines."""
    (claim,) = find(document(f"The depot stands 40 km from {words}."))
    assert claim.object.line == line


def _place(name, lon, lat, kind="town", country="XX"):
    return Place(name, name, LonLat(lon, lat), kind, country)


def _mention(doc, name, place, score=0.9, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = doc.article.text.index(name, at + 1)
    return Mention(doc.article.span(at, at + len(name)), "literal", place, score, "known")


def test_an_end_takes_the_place_of_the_mention_in_it():
    """An end that holds a mention is where the mention is."""
    doc = document("The town of Dorla, 20 km north of Arlo, was hit.")
    dorla, arlo = _place("Dorla", 1, 1), _place("Arlo", 1, 0)
    (claim,) = find(doc, (_mention(doc, "Dorla", dorla), _mention(doc, "Arlo", arlo)))
    assert (claim.subject.place, claim.object.place) == (dorla, arlo)


def test_the_town_points_back():
    """The words "the town" stand for the town of the sentence before."""
    doc = document("Rebels took Dorla on Monday. The town is 20 km from Arlo.")
    dorla, arlo = _place("Dorla", 1, 1), _place("Arlo", 1, 0)
    (claim,) = find(doc, (_mention(doc, "Dorla", dorla), _mention(doc, "Arlo", arlo)))
    assert claim.subject.place == dorla


def test_a_thing_is_where_it_is_said_to_be_near():
    """A thing without a name of its own is placed by the town beside it."""
    doc = document("The airbase is situated near Dorla, it is about 730 km southeast of Arlo.")
    dorla, arlo = _place("Dorla", 1, 1), _place("Arlo", 1, 0)
    (claim,) = find(doc, (_mention(doc, "Dorla", dorla), _mention(doc, "Arlo", arlo)))
    assert claim.subject.place == dorla
    assert "near" in claim.subject.because


def test_a_doubtful_mention_is_said_to_be_doubtful():
    """A place the resolver hardly believes in is marked, so that no verdict rests on it."""
    doc = document("Dorla is 20 km from Arlo.")
    (claim,) = find(doc, (_mention(doc, "Dorla", _place("Dorla", 1, 1), score=0.01),))
    assert claim.subject.because.startswith("doubtful")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_finds_its_examples(kind):
    """Every example of a kind is found by it, triggers and all."""
    assert kind.examples
    for example in kind.examples:
        assert kind.occurs(example.text.lower())
        (claim,) = [c for c in find(document(example.text)) if c.kind == kind.name]
        assert same(claim.subject, example.subject)
        assert same(claim.object, example.object)
        assert example.figure is None or example.figure in claim.quantity.span.text
        assert claim.direction == example.direction


def test_every_kind_file_is_in_the_tuple():
    """A module that defines a kind is one of the kinds."""
    modules = (
        importlib.import_module(f"geo.claims.{m.name}") for m in pkgutil.iter_modules(geo.claims.__path__)
    )
    assert {m.KIND.name for m in modules if hasattr(m, "KIND")} == {kind.name for kind in KINDS}


@pytest.mark.parametrize("sentence", [row[0] for row in CLAIMS], ids=lambda s: s[:40])
def test_spans_are_words_of_the_article(sentence):
    """Every span of a claim is cut from the article."""
    doc = document("An opening line. " + sentence)
    for claim in find(doc):
        ends = [end.span for end in (claim.subject, claim.object) if end and end.span]
        figures = [q.span for q in (claim.quantity, claim.second) if q]
        for span in (claim.span, *ends, *figures):
            assert doc.article.text[span.start : span.end] == span.text
        for span in ends:
            assert claim.span.holds(span)


WORDS = (
    "5 km|10 miles|(6 miles)|north of|from|the|border|with|Chad|and|which|is|in|southern|Iran|,|.|of|a|two-hour|drive|Tuesday|May 4|2021|between|Arlo"
    "|about|half a mile|1/0 km|99999999999 km|the largest|city|(|)|\"|'s|--|range|sq km|there|it|being|10am|to|-5 km|off|coast|long|radius|trip|that|flew"
).split("|")


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_string_of_words_is_read(words):
    """No order of words is an error, and every span stays a piece of the article."""
    doc = document(" ".join(words))
    for claim in find(doc):
        for span in (claim.span, *(end.span for end in (claim.subject, claim.object) if end and end.span)):
            assert doc.article.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("head", "pump", "count", "tail"),
    [("between ", "Seoul and ", 1500, ""), ("from ", "Seoul to ", 1500, ""), ("", "Seoul, ", 1500, "5 km from"), ("", "5 km from ", 1000, ""), ("", "Aa ", 3000, "5 km north of Seoul!"),
     ("", "(", 4000, " 325 km from"), ("", "two hundred and ", 800, "frogs 5 km from"), ("on ", "March ", 1500, "5 km"), ("", "the coast of ", 1500, "5 km"), ("", "south of ", 1500, "5 km from Seoul")],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_finding_is_linear(head, pump, count, tail):
    """Twice the hostile text takes about twice the time."""

    def seconds(times):
        doc = document(head + pump * times + tail)
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            find(doc)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(2 * count) < 3.5 * seconds(count) + 0.05
