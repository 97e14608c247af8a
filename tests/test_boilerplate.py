"""What is no news is marked, what is news is not."""

import json
import pathlib
import unicodedata

import pytest
from hypothesis import given, strategies as st
from tellings import article

from geo import text as texts
from geo.articles import find_boilerplate, read
from geo.model import Article

STORY = (
    "A cargo ship left the port of Najin on Tuesday, officials in Seoul said.\n\n"
    "It reached the naval pier at Dunay two days later, they said, with some 300 containers on deck.\n\n"
    "Its transponder was switched off for the whole of the voyage, which took it past the border of the two countries.\n\n"
)


def left(text: str) -> list[str]:
    """Give the lines that are not marked."""
    kept, at = [], 0
    for part in find_boilerplate(text):
        kept.append(text[at : part.start])
        at = part.end
    return [line.strip() for line in ("".join([*kept, text[at:]])).split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("furniture", "because"),
    [
        ("Back To Top", "page navigation"),
        ("▲ BACK TO TOP ▲", "page navigation"),
        ("subscribe", "page navigation"),
        ("Share on Facebook", "page navigation"),
        ("Home | World | Asia | Guam", "page navigation"),
        ("구독하기", "page navigation"),
        ("Поделиться", "page navigation"),
        ("S'abonner", "page navigation"),
        ("Published : Oct. 14, 2023 - 09:05", "line with the day of publication"),
        ("MOST POPULAR", "heading of other articles"),
        ("많이 본 뉴스", "heading of other articles"),
        ("Читайте также", "heading of other articles"),
        ("Read more: Blast near Taipei kills two", "pointer to another article"),
        ("Copyright © 2023 The Example Post. All rights reserved.", "copyright notice"),
        ("(c) 2023 Example News Agency", "copyright notice"),
        ("무단전재 및 재배포 금지", "copyright notice"),
        ("Alle Rechte vorbehalten", "copyright notice"),
        ("By A. Writer (a.writer@example.org)", "byline"),
        ("By Anna Writer and Min-ho Lee", "byline"),
        ("이 글자크기로 변경됩니다.", "line in another script than the article"),
        ("Увеличить размер шрифта на странице", "line in another script than the article"),
    ],
)
def test_furniture_is_marked_wherever_it_stands(furniture: str, because: str) -> None:
    """A line of furniture is marked above and below the article, and nothing else is."""
    for text in (f"{furniture}\n\n{STORY}", f"{STORY}{furniture}"):
        (part,) = find_boilerplate(text)
        assert text[part.start : part.end] == furniture
        assert part.because == because


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Seoul and Tokyo",
        "Home to 20,000 people, Tikhoretsk lies in southern Russia",
        "By Tuesday the ship had reached Dunay.",
        "By the Sea of Japan",
        "The email was sent from Minsk to kerch@example.org before the ship left the harbour of Najin on the next day.",
        "The copyright of the photographs belongs to a firm in Taipei, which took them over Guam.",
        "Top officials met in Guam.",
        "Related events in Guam: none",
        "The port, known as 나진항 in Korean, was busy.",
        "- Kyiv: three people were wounded.",
        "“Print that in Taipei,” he said.",
    ],
)
def test_news_that_looks_like_furniture_is_kept(line: str) -> None:
    """Lines that only begin like furniture, or hold a little of it, are news."""
    assert line in left(
        f"{STORY}{line}\n\n{STORY.replace('Tuesday', 'Friday').replace('two', 'six').replace('off', 'on')}"
    )


def test_headlines_after_the_end_are_marked_and_prose_is_not() -> None:
    """After a copyright line a list of headlines is no news, with bullets or without."""
    for bullet in ("- ", ""):
        headlines = "\n".join(
            f"{bullet}{words}"
            for words in ("Blast in Pyeongchang", "Man shot in Guam", "What to see in Taipei?")
        )
        text = f"{STORY}Copyright © Example Post\n{headlines}\n"
        assert left(text) == left(STORY)


def test_a_list_in_the_article_is_kept() -> None:
    """A list that no sign of an ending precedes is part of the news."""
    text = f"{STORY}- Kerch\n- Mariupol\n- Berdiansk\n"
    assert left(text)[-3:] == ["- Kerch", "- Mariupol", "- Berdiansk"]


def test_prose_after_a_heading_of_others_is_kept() -> None:
    """A list of headlines ends where prose goes on."""
    text = f"{STORY}RELATED ARTICLES\nBlast in Pyeongchang\nMan shot in Guam\nThe ship then sailed back to Najin, the officials said.\n"
    assert left(text) == [*left(STORY), "The ship then sailed back to Najin, the officials said."]


def test_a_menu_is_marked_whole() -> None:
    """Short lines among buttons are sections of the site."""
    assert left(f"Home\nWorld\nKorea\nSign in\nSubscribe\n\n{STORY}") == left(STORY)


def test_of_a_paragraph_given_twice_the_one_in_its_place_is_kept() -> None:
    """A teaser above the article goes, the paragraph within it stays, whatever quotation marks they use."""
    said = 'The minister called the trade "a clear breach of the rules" on Monday in Seoul.'
    text = f"{said}\nLog in\n\n{STORY}{said.replace(chr(34), '”')}\n\nThe ship sailed back in October, he said.\n"
    marked = [part for part in find_boilerplate(text) if part.because == "paragraph given twice"]
    assert [(part.start, part.end) for part in marked] == [(0, len(said))]


def test_a_bilingual_article_has_no_script_of_its_own() -> None:
    """Where two scripts share the text, neither is furniture."""
    korean = (
        "화물선이 화요일에 나진항을 떠났다고 서울의 당국자들이 밝혔다. 이틀 뒤 두나이에 도착했다고 한다.\n"
        * 3
    )
    assert not [part for part in find_boilerplate(STORY + korean) if "script" in part.because]


def test_one_paragraph_is_never_marked() -> None:
    """A text of one line is news, whatever it says."""
    assert find_boilerplate("Subscribe") == ()


@given(
    st.lists(
        st.sampled_from(
            [
                *STORY.split("\n"),
                "Home",
                "- Blast in Guam",
                "© 2023 X",
                "MOST READ",
                "구독",
                "\r",
                "By Anna Lee",
                "  ",
            ]
        )
    )
)
def test_marks_are_in_order_and_on_whole_lines(lines: list[str]) -> None:
    """Marks never overlap, never touch white space at their ends, and leave the text alone."""
    text, at = "\n".join(lines), 0
    for part in find_boilerplate(text):
        assert at <= part.start < part.end <= len(text)
        assert text[part.start : part.end].strip() == text[part.start : part.end]
        assert text[: part.start].rpartition("\n")[2].strip() == ""
        at = part.end


@pytest.mark.parametrize(
    "pump",
    [
        "a" * 1000 + " ",
        " \t",
        "a@a.",
        "By Aa ",
        "© ",
        "- x\n",
        "Home\n",
        "| a ",
        "...",
        "A b c d e f g h i j k l m n o p q r s t u v\n",
    ],
)
def test_time_grows_with_length(pump: str) -> None:
    """Long hostile lines are read to the end (a pattern that is not linear would not come back)."""
    text = "A first line.\n" + pump * (400_000 // len(pump)) + "\nA last line."
    assert all(part.end <= len(text) for part in find_boilerplate(text))


@pytest.mark.shared
def test_the_seed_articles_lose_their_furniture(shared: pathlib.Path) -> None:
    """No place of the headlines below an article is read, and every paragraph of it is."""
    read_ = {
        each.id: " ".join(s.text for s in texts.read(each).sentences)
        for each in read([str(shared / "articles")])
    }
    everything = " ".join(read_.values())
    for place in ("Guam", "Pyeongchang", "Yeonpyeong", "Taipei"):
        assert place not in everything
    for place in ("Rajin", "Najin", "Dunay", "Tikhoretsk", "560 miles"):
        assert place in everything
    assert not any("HANGUL" in unicodedata.name(letter, "") for letter in everything)
    assert everything.count("1,000 containers of military equipment") == 1


@pytest.mark.shared
def test_next_to_no_labelled_place_is_lost(shared: pathlib.Path) -> None:
    """Of the toponyms of four corpora less than half a percent stands in what is marked."""
    total = lost = 0
    for path in sorted((shared / "dev" / "geoparse").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            parts = find_boilerplate(record["text"])
            total += len(record["toponyms"])
            lost += sum(
                any(p.start < t["end"] and t["start"] < p.end for p in parts) for t in record["toponyms"]
            )
    assert total > 3000
    assert lost < 0.005 * total


def test_marks_reach_the_article() -> None:
    """What `find` marks is what no reader of sentences sees."""
    text = f"{STORY}Copyright © Example Post\n- Blast in Guam\n"
    told = Article("a", text, skipped=find_boilerplate(text))
    assert [s.text for s in texts.read(told).sentences] == [
        s.text for s in texts.read(article(STORY)).sentences
    ]
