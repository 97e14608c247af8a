"""Tests of reading places: what is found, what it is taken for, and what is not guessed."""

import subprocess
import sys
import time
import tracemalloc
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from geo import places, text
from geo.model import Article, LonLat, Place
from geo.places import features, resolve, words as words_module
from geo.places.classify import MODELS, best_spans, model
from geo.places.find import Candidate
from geo.places.outlets import homes
from geo.places.words import MARK, cut
from geo.world.gazetteer import Ref


@pytest.fixture(scope="module")
def read(world):
    """Read a text; give its mentions."""

    def reader(words, outlet=None):
        return places.read(text.read(Article("t", words, outlet=outlet)), world)

    return reader


def named(mentions):
    """Map the words of each mention to the id of its place."""
    return {m.span.text: m.place.id if m.place else None for m in mentions}


# Each row opens with its origin: complaint (of users of geoparsers), dev (a confusion the corpora hold), bug (a fault once met
# here), written (thought of beforehand). The sentences are our own.
PLACED = [
    pytest.param(
        "She drove from Bangor, Maine, to Boston.",
        "Bangor",
        "geonames:4957280",
        id="complaint 3: Bangor, Maine",
    ),
    pytest.param(
        "He lives in Long Beach, CA, near the port.",
        "Long Beach",
        "geonames:5367929",
        id="complaint 3: postal code",
    ),
    pytest.param(
        "The plant in Troy, N.C., will close.",
        "Troy",
        "geonames:4495714",
        id="complaint 3: press abbreviation",
    ),
    pytest.param(
        "The plant in Troy (N.C.) will close.", "Troy", "geonames:4495714", id="written: parent in brackets"
    ),
    pytest.param(
        "Officials in China said exports rose.",
        "China",
        "country:CN",
        id="complaint 4: China is no university",
    ),
    pytest.param("The USA sent two ships.", "USA", "country:US", id="complaint 4: USA is no building"),
    pytest.param(
        "Farmers in Oklahoma lost crops.",
        "Oklahoma",
        "admin1:US.OK",
        id="complaint 4: Oklahoma is no borough",
    ),
    pytest.param("European leaders met in Brussels.", "European", "continent:EU", id="complaint 5: European"),
    pytest.param(
        "Troops crossed from Belarus into the U.K. sector.",
        "U.K.",
        "country:GB",
        id="complaint 8: abbreviation",
    ),
    pytest.param(
        "A flood hit São Tomé and Príncipe on Monday.",
        "São Tomé and Príncipe",
        "country:ST",
        id="complaint 8: three words",
    ),
    pytest.param("A storm hit the coast near Malmö.", "Malmö", "geonames:2692969", id="complaint 8: accents"),
    pytest.param(
        "It reached Paris, Texas, at noon.",
        "Paris",
        "geonames:4717560",
        id="written: parent beats population",
    ),
    pytest.param(
        "The Georgian government met in Tbilisi; Georgia has no navy.",
        "Georgia",
        "country:GE",
        id="dev: Georgia the country",
    ),
    pytest.param(
        "Police in Atlanta and Savannah said Georgia was dry.",
        "Georgia",
        "admin1:US.GA",
        id="dev: Georgia the state",
    ),
    pytest.param(
        "She moved to Washington state in May.", "Washington", "admin1:US.WA", id="dev: kind after the name"
    ),
    pytest.param(
        "Wayne and Oakland counties in Michigan voted.",
        "Oakland",
        "admin2:US.MI.Oakland County",
        id="dev: counties",
    ),
    pytest.param("The ship sailed from Najin to Dunay, Russia.", "Dunay", "dunay", id="written: curated"),
    pytest.param(
        "Pyeongchang hosted the winter games.",
        "Pyeongchang",
        "pyeongchang",
        id="written: Pyeongchang is not Pyongyang",
    ),
    pytest.param("She moved to New York state in May.", "New York", "admin1:US.NY", id="dev: state said"),
    pytest.param(
        "Snow fell in upstate New York on Monday.",
        "New York",
        "admin1:US.NY",
        id="dev: upstate says the state",
    ),
    pytest.param(
        "After stops in Washington, New York and Boston he flew home.",
        "Washington",
        "washington",
        id="bug: cities in a list hold none another",
    ),
    pytest.param(
        "The team flew home to Portland on Monday.",
        "Portland",
        "geonames:5746545",
        id="bug: no parish abroad",
    ),
    pytest.param("평양에서 회의가 열렸다.", "평양", "pyongyang", id="written: Hangul with a particle"),
    pytest.param("他昨天抵达北京。", "北京", "beijing", id="written: Chinese without spaces"),
    pytest.param("Поезд идёт в Тихорецк.", "Тихорецк", "tikhoretsk", id="written: Cyrillic"),
    pytest.param(
        "Корабль вышел из Владивостока.", "Владивостока", "vladivostok", id="written: Russian genitive"
    ),
    pytest.param("Они едут из Москвы.", "Москвы", "moscow", id="written: Russian feminine genitive"),
    pytest.param(
        "Поезд стоит в Нижнем Новгороде.",
        "Нижнем Новгороде",
        "geonames:520555",
        id="written: two words decline",
    ),
    pytest.param(
        "Он живёт в Ростове-на-Дону.",
        "Ростове-на-Дону",
        "rostov-on-don",
        id="written: only the head declines",
    ),
    pytest.param("Він приїхав до Києва.", "Києва", "kyiv", id="written: Ukrainian vowel change"),
    pytest.param("Він приїхав з Харкова.", "Харкова", "kharkiv", id="written: Ukrainian genitive"),
    pytest.param("Президент України мовчить.", "України", "country:UA", id="written: Ukrainian country"),
    pytest.param(
        "Fields north of Springfield, Ill., flooded.",
        "Springfield",
        "geonames:4250542",
        id="written: one of many Springfields",
    ),
]


@pytest.mark.parametrize(("words", "name", "id_"), PLACED)
def test_names_are_placed(read, words, name, id_):
    """Each name goes to the place a reader would take it for."""
    assert named(read(words)).get(name) == id_


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        pytest.param(
            "They ate turkey and read a nice book on a mobile phone.",
            {"turkey", "nice", "mobile"},
            id="written: small words",
        ),
        pytest.param(
            "He said of the march that it may polish his record.",
            {"march", "may", "polish", "of"},
            id="complaint 7: plain words",
        ),
        pytest.param(
            "Mr. London thanked Mrs. Lincoln for the tea.",
            {"London", "Lincoln"},
            id="complaint 7: people with titles",
        ),
        pytest.param("It was us who told them.", {"us"}, id="dev: us is not the US"),
        pytest.param("It cost US$5 and $US 3 million.", {"US"}, id="bug: dollars are no country"),
    ],
)
def test_look_alikes_are_left(read, words, absent):
    """Ordinary words and people are no places."""
    assert not absent & set(named(read(words)))


def test_two_places_of_one_name_in_one_article(read):
    """A name that is qualified twice, differently, stands for two places."""
    found = read("A train left Paris, Texas, as another left Paris, France.")
    ids = [m.place.id for m in found if m.span.text == "Paris"]
    assert ids == ["geonames:4717560", "geonames:2988507"]


def test_one_referent_per_name(read):
    """A bare mention means what the qualified one says."""
    found = read("The mayor of Athens, Georgia, spoke on Monday. A day later Athens was calm again.")
    assert {m.place.id for m in found if m.span.text == "Athens"} == {"geonames:4180386"}


def test_the_outlet_decides_where_nothing_else_does(read):
    """A local paper means the town next door."""
    words = "The Athens council met in Athens on Tuesday."
    assert read(words, outlet="onlineathens.com")[0].place.id == "geonames:4180386"
    assert read(words)[0].place.country == "GR"


@pytest.mark.parametrize(
    ("outlet", "ids"),
    [
        pytest.param("www.lfpress.com", ["geonames:6058560"], id="listed, with www"),
        pytest.param("news.example.ie", ["country:IE"], id="country of the address"),
        pytest.param("example.co.uk", ["country:GB"], id="uk"),
        pytest.param(
            "https://www.tulsamorningherald.com/news", ["geonames:4553433"], id="town in the address"
        ),
        pytest.param("losangelesherald.com", ["geonames:5368361"], id="two words written as one"),
        pytest.param("jamaicatribune.com", ["country:JM"], id="country in the name"),
        pytest.param("Jamaica Tribune", ["country:JM"], id="name of a paper"),
        pytest.param("example.com", [], id="no country"),
        pytest.param("thedailypost.com", [], id="nothing but the words of papers"),
        pytest.param("thehill.com", ["country:US"], id="listed, though a plain word"),
        pytest.param("", [], id="empty"),
        pytest.param(None, [], id="none"),
    ],
)
def test_homes_of_outlets(world, outlet, ids):
    """An outlet's home is listed, or its name or address says it."""
    assert [p.id for p in homes(outlet, world.gazetteer)] == ids


def test_a_name_of_many_towns_leaves_the_choice_to_the_article(world, read):
    """A paper of a name that many towns bear is at home in several; the article decides."""
    found = homes("columbusmorningherald.com", world.gazetteer)
    assert {p.admin1 for p in found} >= {"Ohio", "Georgia"}
    words = "Council members in Columbus met after the storm. Macon and Savannah were spared, said a Fort Benning spokesman."
    placed = {m.span.text: m.place.admin1 for m in read(words, outlet="columbusmorningherald.com") if m.place}
    assert placed["Columbus"] == "Georgia"


@given(st.text(max_size=120))
def test_any_outlet_is_answered(world, outlet):
    """Whatever stands in the field, a few places or none come back."""
    assert len(homes(outlet, world.gazetteer)) <= 6


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        pytest.param("Moscow denied the report.", "Moscow", "actor", id="a capital that denies"),
        pytest.param("On Friday Seoul warned of more launches.", "Seoul", "actor", id="a capital that warns"),
        pytest.param(
            "Washington and Tokyo condemned the launch.", "Washington", "actor", id="two that condemn"
        ),
        pytest.param("China's government protested.", "China", "actor", id="a government"),
        pytest.param("U.S. officials released the pictures.", "U.S.", "actor", id="officials of a country"),
        pytest.param("The US National Security Council met.", "US", "actor", id="a body of a country"),
        pytest.param(
            "Washington will raise it at the council.", "Washington", "actor", id="a capital that will"
        ),
        pytest.param(
            "He said Washington is still weighing its answer.", "Washington", "actor", id="that is weighing"
        ),
        pytest.param("The ministry urged Russia to stop.", "Russia", "actor", id="one who is urged"),
        pytest.param("They called on Russia to stop.", "Russia", "actor", id="one who is called on"),
        pytest.param(
            "The rockets were made by Iran, he said.", "Iran", "actor", id="one by whom a thing is made"
        ),
        pytest.param("By Seoul's estimate it was ten.", "Seoul", "actor", id="whose estimate it is"),
        pytest.param(
            "He said North Korea has sent more.", "North Korea", "actor", id="a country that has sent"
        ),
        pytest.param("On Friday, Seoul warned of more.", "Seoul", "actor", id="after a day and a comma"),
        pytest.param("The ship sailed from Russia to Syria.", "Russia", "literal", id="from a country"),
        pytest.param("Moscow will be cold on Sunday.", "Moscow", "literal", id="a city that will be cold"),
        pytest.param("An official in Seoul said so.", "Seoul", "literal", id="an official in a city"),
        pytest.param("Attacks against Ukraine went on.", "Ukraine", "literal", id="attacks against a place"),
        pytest.param("The train reached Moscow on Friday.", "Moscow", "literal", id="a place to reach"),
        pytest.param("Crowds in Seoul warned of unrest.", "Seoul", "literal", id="in Seoul"),
        pytest.param("Russian ships left port.", "Russian", "demonym", id="adjective"),
        pytest.param("Two Americans were hurt.", "Americans", "demonym", id="people"),
    ],
)
def test_roles(read, words, name, role):
    """Seats of power act, peoples are peoples, and places are places."""
    assert {m.span.text: m.role for m in read(words)}[name] == role


def test_unknown_places_are_said_not_guessed(read):
    """A name that says it is a place but is in no gazetteer is listed without one."""
    (mention,) = [
        m for m in read("Residents of Frobnitz County fled on Monday.") if "Frobnitz" in m.span.text
    ]
    assert mention.place is None
    assert mention.score == 0
    assert "no gazetteer" in mention.because


def test_one_unknown_name_spoils_nothing(read):
    """Complaint 6: what cannot be placed leaves the rest as it is."""
    with_it = named(read("Crews left Busan for Frobnitz County and then for Nampo."))
    assert with_it["Busan"] == "busan"
    assert with_it["Nampo"] == named(read("Crews left Busan for Nampo."))["Nampo"] is not None


def test_every_mention_explains_itself(read):
    """Each mention says why, and ambiguous ones list rivals that are other places."""
    for mention in read("Crews in Springfield and Portland worked with Canadian teams near Lake Erie."):
        assert mention.because
        assert 0 <= mention.score <= 1
        assert mention.place not in mention.rivals
        assert len({p.id for p in mention.rivals}) == len(mention.rivals)


def test_skipped_parts_are_not_read(world):
    """What is not news has no mentions."""
    from geo.model import Skipped

    words = "More from Paris\n\nThe ship left Busan."
    article = Article("t", words, skipped=(Skipped(0, 16, "navigation"),))
    assert [m.span.text for m in places.read(text.read(article), world)] == ["Busan"]


def test_same_reading_twice(read):
    """Reading is a pure function."""
    words = "Troops left Kharkiv for Donetsk, and Kyiv protested to Moscow and the U.S."
    assert read(words) == read(words)


def check_spans(words, mentions):
    """Hold the law of spans: slices of the text, in order, not overlapping."""
    end = 0
    for mention in mentions:
        span = mention.span
        assert words[span.start : span.end] == span.text
        assert span.start >= end
        assert span.text.strip() == span.text
        end = span.end


PIECES = ["Paris", "Texas", "U.S.", "N.C.", "St.", "John's", "the", "of", "county", "Russian", "Lake", "River", "평양", "Москва", "北京", "NEW YORK",
          ", ", " ", "-", "’s", ". ", "\n", "\n\n", "(", ")", "Ü", "e\u0301", "\u200b", "Mr.", "said", "and", "Port of", "South"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40))
def test_spans_hold_on_any_text(world, pieces):
    """Whatever the text, spans are slices of it in reading order."""
    words = "".join(pieces)
    check_spans(words, places.read(text.read(Article("t", words)), world))


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40))
def test_words_are_the_letters_and_figures_of_each_sentence(pieces):
    """Words point at their text, stand in order within their sentence, and leave out nothing but marks and punctuation."""
    document = text.read(Article("t", "".join(pieces)))
    words = cut(document)
    assert [words.first[n] for n in range(len(document.sentences))] == sorted(words.first[:-1])
    for word, sentence in zip(words, words.sentence, strict=True):
        held = document.sentences[sentence]
        assert document.article.text[word.start : word.end] == word.text
        assert held.start <= word.start < word.end <= held.end
    for number, sentence in enumerate(document.sentences):
        own = words[words.first[number] : words.first[number + 1]]
        kept = sum(letter.isalnum() for word in own for letter in word.text)
        assert kept == sum(letter.isalnum() for letter in sentence.text)
        assert all(a.end <= b.start for a, b in pairwise(own))


def test_long_sentence_is_cut_like_a_short_one(monkeypatch):
    """How much of a sentence is looked at at once changes no word and no bond between words."""
    document = text.read(
        Article("t", "St. Ives, e\u0301tudes  and O’Brien of Stratford-upon-Avon -  no end , to it " * 20)
    )
    whole = cut(document)
    for size in (1, 7, 40):
        monkeypatch.setattr(words_module, "_LONGEST_STRETCH", size)
        parts = cut(document)
        assert (list(parts), parts.joined, parts.first) == (list(whole), whole.joined, whole.first)


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        pytest.param("New York", True, id="space"),
        pytest.param("Stratford-upon", True, id="hyphen"),
        pytest.param("St. Ives", True, id="stop after a short word"),
        pytest.param("Boston. Later", False, id="stop after a long word"),
        pytest.param("Paris, Texas", False, id="comma"),
        pytest.param("Paris    Texas", False, id="wide gap"),
        pytest.param("Paris’s", True, id="genitive"),
    ],
)
def test_what_may_stand_between_the_words_of_a_name(words, joined):
    """A word is joined to the one before when a name may reach over both."""
    found = cut(text.read(Article("t", words)))
    assert list(found.joined)[:2] == [0, joined]


def test_marks_tell_what_a_word_is():
    """A word bears the marks of its letters and of the lists it stands in, and no others."""
    word = cut(text.read(Article("t", "Street"))).each[0]
    borne = {name for name, mark in MARK.items() if word.marks & mark}
    assert borne == {"opens", "linking", "carrying", "upper", "short", "big", "facility", "plain", "surname"}


@pytest.mark.parametrize("name", MODELS)
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_trees_turned_inside_out_sum_to_the_same(name, seed):
    """The tables give each row the sum of the leaves that going down the trees gives it."""
    by = model(name)
    chance = np.random.default_rng(seed)
    rows = chance.choice([0.0, 1.0, 2.5, *by.threshold], size=(7, by.feature.max() + 1))

    def leaf(row, node):
        while by.left[node] != node:
            node = (by.left if row[by.feature[node]] <= by.threshold[node] else by.right)[node]
        return by.value[node]

    expected = [sum(leaf(row, root) for root in by.roots) for row in rows]
    assert by.forest.sums(rows) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_candidates_are_described_alike_however_many_at_once(read, monkeypatch):
    """The size of the blocks in which candidates are judged changes nothing."""
    words = "Mr. Ford of Paris, Texas, flew to New York. NEW YORK (AP) - Troy, N.C., and South Florida met in Bonn.\n\nBonn said no."
    whole = read(words)
    monkeypatch.setattr(features, "_AT_ONCE", 2)
    assert read(words) == whole
    assert len(whole) > 5


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6), st.floats(0, 1)), max_size=12))
def test_best_spans_never_overlap(rows):
    """The choice has no overlaps, and adding any candidate left out would make one or lose worth."""
    found = [Candidate(start, start + size, "x" * size, 0, 0, "x") for start, size, _ in rows]
    chance = [c for _, _, c in rows]
    picked = best_spans(found, chance)
    spans = [(found[n].start, found[n].end) for n in picked]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for n, each in enumerate(found):
        if n not in picked and chance[n] > 0.5:
            assert any(each.start < end and start < each.end for start, end in spans)


@pytest.mark.parametrize(
    ("piece", "tail"),
    [
        pytest.param("Aa ", "!", id="capitals"),
        pytest.param("Aa-", "1", id="hyphens"),
        pytest.param("A. ", "1", id="initials"),
        pytest.param("O'", "", id="apostrophes"),
        pytest.param("Seoul, ", "x", id="towns and commas"),
        pytest.param("San ", "x", id="openings of names"),
        pytest.param("New York ", "x", id="names"),
        pytest.param("U.S.", "x", id="stops"),
        pytest.param("Lake ", "x", id="fronts"),
        pytest.param("北京", "x", id="no spaces"),
        pytest.param("Se\u0301", "x", id="marks"),
        pytest.param("(", "x", id="brackets"),
    ],
)
def test_hostile_text_costs_its_length(world, piece, tail):
    """Four times the text takes at most about four times the time."""

    def cost(count):
        document = text.read(Article("t", piece * count + tail))
        began = time.process_time()
        mentions = places.read(document, world)
        check_spans(document.article.text, mentions)
        return time.process_time() - began

    cost(200)
    short, long = (min(cost(n) for _ in range(2)) for n in (1500, 6000))
    assert long < 10 * short + 0.2


def test_prominence_is_only_a_beginning():
    """The weights that were learned still say what they are named for."""
    table = dict(zip(resolve.EVIDENCE, resolve.weights(), strict=True))
    assert table["country"] > table["division"] > 0
    assert table["parent"] > 0 > table["alias"]
    assert table["same country"] > 0
    assert table["near"] > 0


def test_second_recogniser_says_what_it_needs(world, monkeypatch):
    """Without the extra, asking for spaCy is one clear error."""
    from geo.errors import MissingExtra
    from geo.places import second

    second._model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    asked = replace(world, settings=replace(world.settings, recogniser="spacy"))
    with pytest.raises(MissingExtra, match=r"dateline\[ner\]"):
        places.read(text.read(Article("t", "It left Busan.")), asked)


def test_second_recogniser_describes_and_adds(world):
    """Labels become numbers of the candidates they touch, and places seen only by spaCy join."""
    from geo.places import find, second

    words = "Jordan met Quuxville officials of Paris Motors."
    document = text.read(Article("t", words))
    tokens = find.tokens(document)
    found = find.candidates(document, tokens, world.gazetteer)
    labelled = [(0, 6, "PERSON"), (11, 20, "GPE"), (34, 46, "ORG")]
    both = second.joined(tokens, found, labelled, words, world.gazetteer)
    rows = second.sights(both, labelled)
    seen = {
        c.text: {n for n, v in zip(second.SIGHTS, row, strict=True) if v}
        for c, row in zip(both, rows, strict=True)
    }
    assert seen["Jordan"] == {"same PERSON"}
    assert seen["Quuxville"] == {"same GPE"}
    assert seen["Paris"] == {"about ORG", "opens it"}


def test_second_recogniser_reads(monkeypatch, world):
    """With labels at hand, the model of the second recogniser judges as the built-in one does."""
    from geo.places import second

    words = "A train left Busan for Daejeon. Mr. London stayed in Seoul."
    labelled = [(13, 18, "GPE"), (23, 30, "GPE"), (36, 42, "PERSON"), (53, 58, "GPE")]
    monkeypatch.setattr("geo.places.labels", lambda _: labelled)
    asked = replace(world, settings=replace(world.settings, recogniser="spacy"))
    found = named(places.read(text.read(Article("t", words)), asked))
    assert set(found) == {"Busan", "Daejeon", "Seoul"}
    assert len(second.SIGHTS) == len(set(second.SIGHTS))


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        pytest.param("Seoul", "seoul", id="one word"),
        pytest.param("flood in Jakarta", "geonames:1642911", id="no sentence"),
        pytest.param("Kharkiv: power is back", "kharkiv", id="a headline"),
        pytest.param("PARIS, TEXAS", "geonames:4717560", id="all capitals"),
    ],
)
def test_short_fragments_are_read(read, words, id_):
    """Complaint 10: a few words are enough."""
    assert id_ in named(read(words)).values()


def test_rivals_are_ranked_with_scores(read):
    """Complaint 9: an ambiguous name lists its rivals, the likelier first, and is less sure than a plain one."""
    plain, vague = read("He flew to Tokyo.")[0], read("He drove to Springfield.")[0]
    assert vague.rivals
    assert all(r.name == "Springfield" or r.admin1 for r in vague.rivals)
    assert 0 < vague.score < plain.score <= 1


def test_a_country_may_be_preferred(world):
    """Complaint 9: candidates of one country only, the largest first."""
    everywhere = world.gazetteer.candidates("Birmingham")
    assert everywhere[0].country == "GB"
    american = world.gazetteer.candidates("Birmingham", country="US")
    assert {p.country for p in american} == {"US"}
    assert american[0].admin1 == "Alabama"


def test_no_service_and_no_network(monkeypatch, read):
    """Complaints 1 and 2: a text is read with every socket refused."""
    import socket

    def refuse(*_):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert named(read("Trucks left Gdynia for Vilnius.")).keys() == {"Gdynia", "Vilnius"}


def test_import_is_light():
    """Reading places needs no data frames and no learning library."""
    code = "import sys, geo.places; print(sorted({'pandas','geopandas','sklearn','folium','spacy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_names_with_dozens_of_places_each_are_placed_in_little_memory():
    """The tables of nearness are bounded, however many places the names of an article may stand for."""
    towns = [
        Place(
            f"town:{n}",
            "San Pedro",
            LonLat(n % 360 - 180, n % 170 - 85),
            "town",
            f"{n % 7}",
            population=n % 3,
        )
        for n in range(45)
    ]
    options = tuple(Ref(town, "name") for town in towns)
    groups = [resolve.Group(f"san {n}", [n], options) for n in range(300)]
    tracemalloc.start()
    chosen = resolve.choose(groups)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(chosen) == len(groups)
    assert peak < 150e6
