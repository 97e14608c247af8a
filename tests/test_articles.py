"""Articles come out of files as they are: their words, their date, and what was doubtful."""

import io
import json
import pathlib
from datetime import date

import pytest
from hypothesis import given, strategies as st
from paths import DEMO

from geo import articles
from geo.articles import decode
from geo.articles.published import in_name, parse
from geo.errors import InputError

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>A ship leaves</title>
<meta property="og:site_name" content="Example Post"><meta property="article:published_time" content="2023-10-14T09:00:00Z">
</head><body><nav>Home World Asia</nav><article><h1>A ship leaves</h1>{body}</article></body></html>"""
PARAGRAPH = "<p>The ship left the harbour of Najin on Tuesday with containers on deck, officials in Seoul said, {n} days late.</p>"


def write(path: pathlib.Path, content: str | bytes) -> str:
    """Write a file and give its path."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


@pytest.mark.parametrize(
    ("name", "content", "published", "origin"),
    [
        (
            "a-2023-10-14.md",
            "---\npublished: 2024-01-05\n---\nA ship left.",
            date(2024, 1, 5),
            "front matter",
        ),
        (
            "a-2023-10-14.md",
            "---\npublished: 2024-01-05T23:30:00+09:00\n---\nA ship left.",
            date(2024, 1, 5),
            "front matter",
        ),
        ("a-2023-10-14.md", "A ship left.", date(2023, 10, 14), "file name"),
        ("a-2023-02-30.txt", "A ship left.", date(2020, 1, 1), "option"),
        ("a.txt", "A ship left.", date(2020, 1, 1), "option"),
        ("a.html", PAGE.format(body=PARAGRAPH * 3), date(2023, 10, 14), "html"),
        (
            "a.jsonl",
            '{"id": "x", "text": "A ship left.", "published": "2024-01-05"}',
            date(2024, 1, 5),
            "front matter",
        ),
        ("a.txt", "A ship leaves\nPublished : 2023-10-14 09:05\nA ship left.", date(2020, 1, 1), "option"),
        ("2023-10-14.jsonl", '{"id": "x", "text": "A ship left."}', date(2023, 10, 14), "file name"),
    ],
    ids=[
        "front-matter",
        "date-and-time",
        "file-name",
        "no-such-day",
        "option",
        "html",
        "jsonl",
        "option-before-text",
        "jsonl-file-name",
    ],
)
def test_the_most_trusted_date_is_taken(
    tmp_path: pathlib.Path, name: str, content: str, published: date, origin: str
) -> None:
    """The date comes from the article, then the file name, then the option, and says which."""
    (read,) = articles.read([write(tmp_path / name, content)], published=date(2020, 1, 1))
    assert (read.published, read.published_from) == (published, origin)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published : Oct. 14, 2023 - 09:05", date(2023, 10, 14)),
        ("Posted on 14 October 2023", date(2023, 10, 14)),
        ("Last updated: Saturday, October 14, 2023", date(2023, 10, 14)),
        ("입력 2023.10.14 09:05", date(2023, 10, 14)),
        ("Published: 30 February 2023", None),
        ("Published in Seoul on 14 October 2023 by a firm, the report says that the ship had left.", None),
        ("It left on Oct. 14, 2023.", None),
    ],
)
def test_an_article_may_date_itself(tmp_path: pathlib.Path, line: str, day: date | None) -> None:
    """A line that says when the article appeared is the last resort; a date of the story is none."""
    (read,) = articles.read([write(tmp_path / "a.txt", f"A ship leaves\n{line}\nThe ship left the harbour.")])
    assert (read.published, read.published_from) == (day, "text" if day else "unknown")


def test_without_any_date_it_is_unknown(tmp_path: pathlib.Path) -> None:
    """No date is invented."""
    (read,) = articles.read([write(tmp_path / "a.txt", "A ship left.")])
    assert (read.published, read.published_from) == (None, "unknown")


def test_a_date_that_is_none_is_reported(tmp_path: pathlib.Path) -> None:
    """A date that does not exist is a warning that quotes it, not an error and not a guess."""
    (read,) = articles.read([write(tmp_path / "a.md", "---\npublished: 2023-02-30\n---\nA ship left.")])
    assert read.published is None
    assert read.warnings == ("published '2023-02-30' is not a date; YYYY-MM-DD is accepted",)


def test_front_matter_is_kept_in_the_text_and_not_read(tmp_path: pathlib.Path) -> None:
    """Offsets count the characters of the file, and the front matter is marked as no news."""
    content = "---\ntitle: 'Ships: a story'\noutlet: Example Post\nauthor: A. Writer\nurl: https://example.org/1\n---\n\nA ship left.\n"
    (read,) = articles.read([write(tmp_path / "a.md", content)])
    assert read.text == content
    assert (read.title, read.outlet, read.author, read.url) == (
        "Ships: a story",
        "Example Post",
        "A. Writer",
        "https://example.org/1",
    )
    assert [content[part.start : part.end].strip()[-3:] for part in read.skipped] == ["---"]
    assert read.skipped[0].end < content.index("A ship left")


@given(st.text(min_size=1))
def test_jsonl_text_is_exactly_as_given(text: str) -> None:
    """Whatever a line of JSON says, the text is that text, so that offsets are true."""
    line = json.dumps({"id": "x", "text": text}).encode()
    (read,) = articles.read(["-"], stdin=io.BytesIO(line))
    assert read.text == text


def test_half_a_surrogate_is_replaced_one_for_one() -> None:
    """A text that no file could hold keeps its length, and a warning says so."""
    (read,) = articles.read(["-"], stdin=io.BytesIO(b'{"text": "a\\ud800b"}'))
    assert read.text == "a\ufffdb"
    assert "surrogate" in read.warnings[0]


@pytest.mark.parametrize(
    ("content", "first"),
    [
        (b'{"id": "x", "text": "A ship left."}\n{"id": "y", "text": "It came back."}', "A ship left."),
        (b"---\ntitle: Ships\n---\nA ship left.", "---\ntitle: Ships\n---\nA ship left."),
        (b"A ship left.", "A ship left."),
    ],
    ids=["jsonl", "markdown", "text"],
)
def test_standard_input_may_be_any_format(content: bytes, first: str) -> None:
    """What comes through a pipe is read by what it looks like."""
    assert articles.read(["-"], stdin=io.BytesIO(content))[0].text == first


@pytest.mark.parametrize(
    ("data", "text", "warns"),
    [
        ("Ил-76".encode("utf-8-sig"), "Ил-76", False),
        ("Najin".encode("utf-16"), "Najin", False),
        ("Najin".encode("utf-32"), "Najin", False),
        ("Тихорецк находится в Краснодарском крае, сообщили в городе.".encode("cp1251"), "Тихорецк", True),
        (
            "북한은 나진항에서 컨테이너를 실었다고 미국 백악관이 발표했다. ".encode("euc-kr") * 4,
            "북한은 나진항에서",
            True,
        ),
    ],
    ids=["utf-8-mark", "utf-16", "utf-32", "cp1251", "euc-kr"],
)
def test_encodings_are_found_and_guesses_reported(data: bytes, text: str, *, warns: bool) -> None:
    """A byte order mark or UTF-8 is sure; anything else is a guess with a warning."""
    decoded, warnings = decode(data, "a.txt")
    assert decoded.startswith(text)
    assert bool(warnings) is warns


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF"),
        ("a.txt", b"\x1f\x8b\x08\x00", "gzip"),
        ("a.txt", b"A ship\x00 left Najin.", "binary"),
        ("a.txt", bytes(range(256)) * 8, "binary|not text"),
        ("a.pdf", b"A ship left.", "no reader for '.pdf'; accepted are .txt, .md"),
        ("a.md", b"---\ntitle: [unclosed\n---\nA ship.", "front matter is not YAML"),
        ("a.jsonl", b'{"id": "x", "text": "A"}\nnot json', r"a\.jsonl:2: not JSON"),
        ("a.jsonl", b'{"id": "x"}', r"a\.jsonl:1: no 'text'"),
        ("a.jsonl", b'["text"]', r"a\.jsonl:1: no 'text'"),
        ("a.jsonl", b'{"id": "x", "text": "\xff"}', r"a\.jsonl:1: not UTF-8"),
        ("a.jsonl", b"\n\n", "no articles in this file"),
        ("a.jsonl", b"[" * 100_000, r"a\.jsonl:1: not JSON"),
        ("a.html", b"<html><body><p></p></body></html>", "no text on this page"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(
    tmp_path: pathlib.Path, name: str, content: bytes, says: str
) -> None:
    """An error names the file (and line), what is wrong with it, and what would do."""
    with pytest.raises(InputError, match=says) as refused:
        articles.read([write(tmp_path / name, content)])
    assert str(tmp_path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path: pathlib.Path) -> None:
    """The error names what was asked for."""
    with pytest.raises(InputError, match=r"gone\.txt: cannot be read"):
        articles.read([str(tmp_path / "gone.txt")])
    with pytest.raises(InputError, match="no articles in this folder"):
        articles.read([str(tmp_path)])


def test_size_is_limited_per_article(tmp_path: pathlib.Path) -> None:
    """A file above the limit is refused; a long .jsonl of short articles is not."""
    lines = "\n".join(json.dumps({"id": str(n), "text": "A ship left. " * 1000}) for n in range(100))
    assert len(articles.read([write(tmp_path / "many.jsonl", lines)], limit_mb=1)) == 100
    with pytest.raises(InputError, match="larger than 1 MB"):
        articles.read([write(tmp_path / "one.txt", "A ship left. " * 100_000)], limit_mb=1)


def test_folders_are_read_in_order_and_ids_are_unique(tmp_path: pathlib.Path) -> None:
    """Files come sorted, hidden and foreign ones are left alone, equal names get a number."""
    for name in ("b/story.txt", "a/story.txt", "a/.hidden.txt", "a/notes.doc", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        write(path, f"A ship left {name}.")
    read = articles.read([str(tmp_path)])
    assert [(each.id, each.text) for each in read] == [
        ("story", "A ship left a/story.txt."),
        ("story-2", "A ship left b/story.txt."),
    ]


def test_ids_of_jsonl_are_kept_and_doubles_reported() -> None:
    """An id is as given, without one it is the line; a double is a warning."""
    lines = b'{"id": 7, "text": "A."}\n\n{"text": "B."}\n{"id": "7", "text": "C."}'
    read = articles.read(["-"], stdin=io.BytesIO(lines))
    assert [each.id for each in read] == ["7", "stdin-3", "7"]
    assert read[2].warnings == ("another article has the id '7', too",)


def test_the_title_of_a_text_is_its_first_line_of_news(tmp_path: pathlib.Path) -> None:
    """A button above the title is not the title; a sentence is none either."""
    (read,) = articles.read(
        [write(tmp_path / "a.txt", "Back To Top\n\nA ship leaves\n\nIt left on Tuesday.")]
    )
    assert read.title == "A ship leaves"
    (read,) = articles.read([write(tmp_path / "b.txt", "It left on Tuesday.\n\nIt came back.")])
    assert read.title is None


def test_a_page_gives_its_article_and_metadata(tmp_path: pathlib.Path) -> None:
    """Navigation stays out; title and outlet come from the page."""
    (read,) = articles.read(
        [write(tmp_path / "a.html", PAGE.format(body="".join(PARAGRAPH.format(n=n) for n in range(5))))]
    )
    assert "4 days late" in read.text
    assert "Home World Asia" not in read.text
    assert (read.title, read.outlet) == ("A ship leaves", "Example Post")
    assert read.warnings == ()


def test_text_below_the_parsers_depth_is_found_and_reported(tmp_path: pathlib.Path) -> None:
    """A paragraph 300 elements deep, which the extractor drops in silence, is read, and a warning says so."""
    deep = (
        "<div>" * 300
        + "<p>The depot stands 290 kilometres from the border, said the last man who saw it.</p>"
        + "</div>" * 300
    )
    body = "".join(PARAGRAPH.format(n=n) for n in range(5)) + deep
    (read,) = articles.read([write(tmp_path / "a.html", PAGE.format(body=body))])
    assert "290 kilometres from the border" in read.text
    assert any("deeper" in warning for warning in read.warnings)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + "<p>A ship left the harbour of Najin on Tuesday with containers on deck.</p>",
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>A ship left the harbour of Najin on Tuesday with its containers.</p>",
        "<table><tr><td colspan=9007199254740993>A ship left the harbour of Najin on Tuesday with its containers.</td></tr></table>",
        "<p>A ship left the harbour of Najin on Tuesday.&#0;&#xD800;&bogus;</p></div></div></p></p>",
        "<![CDATA[<p>A ship left the harbour of Najin]]><p>on Tuesday with its containers.",
    ],
    ids=["divs", "attributes", "colspan", "entities", "cdata"],
)
def test_broken_pages_are_read_all_the_same(tmp_path: pathlib.Path, body: str) -> None:
    """Markup that breaks parsers neither hangs nor loses the words."""
    (read,) = articles.read([write(tmp_path / "a.html", PAGE.format(body=body))])
    assert "Tuesday" in read.text


@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <div> <a </a <!-- --> <![CDATA[ ]]> & &#0; &amp; <script> </script> <nav> \x00 ø Seoul said".split(
                " "
            )
        )
    )
)
def test_no_markup_breaks_the_reader(pieces: list[str]) -> None:
    """Any heap of markup gives an article or an input error."""
    page = f"<html><body><p>A ship left the harbour.</p>{''.join(pieces)}"
    try:
        (read,) = articles.read(["-"], stdin=io.BytesIO(page.encode()))
    except InputError:
        assert "\x00" in page
        return
    assert "harbour" in read.text


def test_the_demo_story_says_all_of_itself() -> None:
    """The four articles of the demo have title, outlet, author and date, and nothing to warn of."""
    read = articles.read([str(DEMO)])
    assert [each.published for each in read] == [
        date(2023, 10, 14),
        date(2023, 10, 17),
        date(2024, 1, 5),
        date(2024, 1, 6),
    ]
    assert {each.outlet for each in read} == {"Dateline demo"}
    assert all(each.title and each.author and not each.warnings for each in read)


def test_the_declared_encoding_of_a_page_is_used(tmp_path: pathlib.Path) -> None:
    """A page in a Korean encoding that names it is read without a guess."""
    page = PAGE.replace("utf-8", "euc-kr").format(
        body="<p>북한은 나진항에서 컨테이너 300개를 실었다고 미국 백악관이 금요일 발표했다.</p>" * 3
    )
    (read,) = articles.read([write(tmp_path / "a.html", page.encode("euc-kr"))])
    assert "나진항" in read.text
    assert read.warnings == ()


@given(st.text(alphabet="0123456789-T ", max_size=14))
def test_dates_never_break(text: str) -> None:
    """Any digits give a day or nothing."""
    for found in (parse(text), in_name(text)):
        assert found is None or found.isoformat() in text


@given(st.binary(max_size=400))
def test_decoding_gives_text_or_an_input_error(data: bytes) -> None:
    """Bytes never break the decoder."""
    try:
        text, _ = decode(data, "a.txt")
    except InputError:
        return
    assert "\x00" not in text


def test_of_encodings_that_fit_alike_the_common_one_is_taken() -> None:
    """A French name in an English text is not read with the letters of a rarer code page."""
    words = "The convoy left Zürich on 3 May 2022 – a “quiet” morning – and drove to Genève, 225 km away."
    text, warnings = decode(words.encode("cp1252"), "a.txt")
    assert text == words
    assert warnings == ("the text is not UTF-8; read as cp1252, which is a guess",)
