"""Reading clauses: every verb finds its subject across relatives, reports and asides."""

import pytest
from hypothesis import given, strategies as st

from geo import text
from geo.claims.parse import Parse
from geo.claims.quantity import find as figures
from geo.claims.scene import Scene
from geo.claims.structure import subjects
from geo.model import Article

# sentence; verb and subject, by their words
SENTENCES = [
    ("The tanker, which was hit off Aden, is adrift.", {"hit": "The tanker", "is": "The tanker"}),
    ("The wreck, divers say, lies in deep water.", {"lies": "The wreck"}),
    ("He said the tug, a week out of Brest, was lost.", {"said": "He", "was": "the tug"}),
    ("The missile, which experts believe is a copy, flew on.", {"believe": "experts", "is": "The missile", "flew": "The missile"}),
    ("The quarry, closed since the war began, lies near Arlo.", {"began": "the war", "lies": "The quarry"}),
    ("The fort has walls and stands on a hill.", {"has": "The fort", "stands": "The fort"}),
    ("Mona, who sold fish and whose son drowned, left.", {"sold": "Mona", "drowned": "son", "left": "Mona"}),
    ("After the attack, police came.", {"came": "police"}),
    ("When the dam burst, a wave hit Dorla.", {"burst": "the dam", "hit": "a wave"}),
    ("The frigate fired when the trawler, ignoring calls, came close.", {"fired": "The frigate", "came": "the trawler"}),
    ("One of the last wild rivers, the Tarn rises in Dorla.", {"rises": "the Tarn"}),
    ("Rebels took Arlo and the army fled.", {"took": "Rebels", "fled": "the army"}),
    ("What looks like a berm, they said, runs north.", {"runs": "What looks like a berm"}),
    ("A fire started by lightning has spread.", {"has": "A fire"}),
    ("He told the court that the car -- a red one -- was his.", {"told": "He", "was": "the car"}),
    ("ARLO 2019-08-30 The ferry sank.", {"sank": "The ferry"}),
    ("Two quakes shook Arlo, their centres, the office said, lying at sea.", {"shook": "Two quakes", "lying": "their centres"}),
]  # fmt: skip


def scene(words):
    """Read one sentence."""
    doc = text.read(Article("a", words))
    sentence = doc.sentences[0]
    found = figures(sentence.text, sentence.start)
    return Scene(doc, sentence, 0, Parse(sentence.text, [(m.start, m.end) for m in found]), found)


@pytest.mark.parametrize(("words", "expected"), SENTENCES, ids=[s[0][:40] for s in SENTENCES])
def test_verbs_find_their_subjects(words, expected):
    """Each verb has the subject of its own clause."""
    here = scene(words)
    told = {here.words.all[k].text: here.words.words(phrase) for k, phrase in subjects(here).items()}
    assert {verb: told.get(verb) for verb in expected} == expected


def test_the_structure_is_read_once():
    """Asking twice gives the same subject, and nothing where no verb is."""
    here = scene("The tug, which was hit, is adrift.")
    verb = next(i for i, word in enumerate(here.words.all) if word.text == "is")
    assert here.told_subject(verb) == here.told_subject(verb) == (0, 2)
    assert here.told_subject(0) is None
    assert here.words is here.words


@given(
    st.lists(
        st.sampled_from(
            "The tug , which that said is hit and of in -- ( ) : Arlo when a what to being 12".split()
        ),
        min_size=1,
        max_size=60,
    )
)
def test_any_order_of_words_is_read(tokens):
    """Whatever stands together, reading ends, and every subject lies within the sentence."""
    here = scene(" ".join(tokens))
    for verb, (first, stop) in subjects(here).items():
        assert 0 <= verb < len(here.words)
        assert 0 <= first < stop <= len(here.words)
