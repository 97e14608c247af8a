"""Sentences and paragraphs are cut without changing a character."""

import pytest
from hypothesis import given, strategies as st

from geo import text
from geo.model import Article, Skipped

PROSE = st.text(alphabet="aB c.\n!?”\"'7,-한я", max_size=200)


def cut(words: str, *skipped: Skipped) -> list[str]:
    """Return the sentences of a text."""
    return [each.text for each in text.read(Article("a", words, skipped=skipped)).sentences]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It left on Sept. 7 for the U.S. Navy base.", ["It left on Sept. 7 for the U.S. Navy base."]),
        ("Two men fell ill. Doctors came.", ["Two men fell ill.", "Doctors came."]),
        ("It left Peoria, Ill. State police saw it.", ["It left Peoria, Ill. State police saw it."]),
        ("The mine at Beulah, N.D. , is open.", ["The mine at Beulah, N.D. , is open."]),
        ("Gen. A. B. Smith and Dr. Lee met.", ["Gen. A. B. Smith and Dr. Lee met."]),
        ("He flew to the U.S. The pilot slept.", ["He flew to the U.S.", "The pilot slept."]),
        ("At 4 a.m. The guns fell silent.", ["At 4 a.m.", "The guns fell silent."]),
        ("It is 3.5 km away. It burned.", ["It is 3.5 km away.", "It burned."]),
        ("BERLIN, 3. März - Es brennt. Er lief.", ["BERLIN, 3. März - Es brennt.", "Er lief."]),
        ("He drew lot 3. Margins fell.", ["He drew lot 3.", "Margins fell."]),
        ("“Stop.” He ran.", ["“Stop.”", "He ran."]),
        ("Was it? Yes! No.", ["Was it?", "Yes!", "No."]),
        ("Off St. Petersburg, near Mt. Elbrus.", ["Off St. Petersburg, near Mt. Elbrus."]),
        ("그는 떠났다. 배는 항구에 있다.", ["그는 떠났다.", "배는 항구에 있다."]),
        ("A headline\n\nA story. It goes on.", ["A headline", "A story.", "It goes on."]),
        (
            "A line that was wrapped by the editor\nof the paper at its width of so\nmany letters.",
            ["A line that was wrapped by the editor\nof the paper at its width of so\nmany letters."],
        ),
        ("", []),
        (" \n\n ", []),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else None,
)
def test_sentences_are_cut_where_a_reader_would(words: str, sentences: list[str]) -> None:
    """Full stops of abbreviations, initials and numbers do not end a sentence."""
    assert cut(words) == sentences


def test_skipped_parts_are_never_read() -> None:
    """What is marked as not news reaches no reader."""
    words = "News here. MENU. More news."
    assert cut(words, Skipped(11, 16, "navigation")) == ["News here.", "More news."]


def test_paragraphs_are_numbered() -> None:
    """Sentences of one paragraph share its number."""
    document = text.read(Article("a", "One. Two.\n\nThree."))
    assert [each.paragraph for each in document.sentences] == [0, 0, 1]


@given(PROSE)
def test_sentences_are_true_slices_in_order_and_lose_nothing(words: str) -> None:
    """Every sentence is a slice of the text, in order, and only white space lies between them."""
    document, at = text.read(Article("a", words)), 0
    for each in document.sentences:
        assert words[each.start : each.end] == each.text
        assert not words[at : each.start].strip()
        assert document.at(each.start) == document.sentences.index(each)
        at = each.end
    assert not words[at:].strip()
