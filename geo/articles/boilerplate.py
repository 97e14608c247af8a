"""Mark the lines of an article that are not news: buttons, notices, bylines, lists of other headlines, repeats.

Only whole lines are marked and the text stays as it is. Each signal is general, none knows an outlet: what a
line says (`phrases`), how it is written (another script than the article, an e-mail address, a copyright sign),
that it was there before, or that it stands in a list of headlines after the article has ended.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geo.articles.phrases import BUTTONS, HEADINGS, LEADS
from geo.articles.published import PUBLICATION_LINE
from geo.model import Skipped

__all__ = ["find"]

_BUTTON, _HEADING, _POINTER = "page navigation", "heading of other articles", "pointer to another article"
_DATED = "line with the day of publication"
_COPYRIGHT, _BYLINE, _SCRIPT = "copyright notice", "byline", "line in another script than the article"
_LIST, _REPEAT = "headline of another article", "paragraph given twice"
_ENDS = (_COPYRIGHT, _BYLINE, _HEADING)  # after one of these a list of other headlines may stand

_NOTICE_LIMIT = 240  # characters of a copyright notice or pointer
_HEADLINE_LIMIT = 160
_BYLINE_LIMIT = 140
_REPEAT_LEAST = 40  # letters; shorter lines may well stand twice
_LIST_LEAST = 3  # headlines that make a list when prose follows it
_BUTTONS_LEAST = 2  # buttons in a run of short lines that make all of it a menu
_MENU_WORDS = 4
_OWN_SCRIPT = 0.8  # share of letters that gives an article its script
_OTHER_SCRIPT = 0.6  # share of letters that makes a line foreign to it
_SCRIPT_LEAST = 200  # letters an article needs to have a script of its own

_OUTER = " \t\r\u00a0\u200b\ufeff-–—•·▶►▲△▼▽■□◆★☆※*#>»›<«‹|/\\[](){}:;,.!?…\"'“”‘’+→←↑↓✉📧"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_RIGHTS = re.compile(
    r"""
    ^.{0,40}[©ⓒⒸ] | ^\W{0,3}\(c\)\s{0,2}(?:19|20)\d\d | ^\W{0,3}copyright\b | \ball\ rights\ reserved\b
    | 무단\s?전재 | 저작권자 | 재배포\s?금지 | все\ права\ защищены | усі\ права\ захищено | alle\ rechte\ vorbehalten
    | tous\ droits\ réservés | todos\ los\ derechos\ reservados | todos\ os\ direitos\ reservados | tutti\ i\ diritti\ riservati
    | 無断転載 | 版权所有 | 版權所有 | جميع\ الحقوق\ محفوظة
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w.’'-]{0,30}|and|&|AND)"
_NAMES = re.compile(rf"(?:By|BY|Von|Par|Por)\s{_NAME}(?:[,|]?\s{{1,2}}{_NAME}){{1,7}}")
_POINTS = (":", "|", ">", "»", "→")
_FRAMED = re.compile(r"[-–—•·▶►▲■□◆★*]\s?\S")
_SENTENCE_END = re.compile(r"[.!。！…][\"'”’»)\]]{0,3}$|[.?][\"”»]$")
_SEPARATORS = re.compile(r"\s[|›»·•/]\s")
_SCRIPTS = {
    "Latin": "A-Za-zÀ-ʯḀ-ỿ",
    "Cyrillic": "Ѐ-ԯ",
    "Greek": "Ͱ-Ͽἀ-῿",
    "Hangul": "ᄀ-ᇿ㄰-㆏가-힯",
    "Han and Kana": "぀-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ",
    "Arabic": "؀-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ",
    "Hebrew": "֐-׿",
    "Thai": "฀-๿",
    "Devanagari": "ऀ-ॿ",
    "Georgian": "Ⴀ-ჿ",
    "Armenian": "԰-֏",
}
_SCRIPT_RUNS = {name: re.compile(f"[{letters}]+") for name, letters in _SCRIPTS.items()}
_ASCII_LETTERS = re.compile("[A-Za-z]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with letters on it: where it stands, its words, and the words in plain form."""

    start: int
    end: int
    text: str
    plain: str


def find(text: str, *, already: tuple[Skipped, ...] = ()) -> tuple[Skipped, ...]:
    r"""Find the lines that are not news, in order and not overlapping; `already` known parts stay.

    >>> [each.because for each in find("The ship left.\n\nBack to Top\n© 2023 The Daily Example")]
    ['page navigation', 'copyright notice']
    """
    done = max((each.end for each in already), default=0)
    lines = list(_lines(text, done))
    if len(lines) < 2:
        return already
    reasons = [_own_words(line) for line in lines]
    for mark in (_mark_script, _mark_menus, _mark_repeats, _mark_lists):
        mark(lines, reasons)
    return (*already, *_merged(lines, reasons))


def _lines(text: str, start: int) -> Iterator[_Line]:
    """Yield the lines that have words on them, without the white space around them."""
    for raw in text[start:].split("\n"):
        words = raw.strip()
        if words:
            first = start + len(raw) - len(raw.lstrip())
            short = words if len(words) <= _NOTICE_LIMIT else ""
            plain = " ".join(short.casefold().replace("’", "'").strip(_OUTER).split())
            yield _Line(first, first + len(words), words, plain)
        start += len(raw) + 1


def _own_words(line: _Line) -> str | None:
    """Judge a line by what it says, whatever stands around it."""
    return next((reason for reason, says in _SIGNS if says(line)), None)


def _is_notice(line: _Line) -> bool:
    """Whether a line says whose words these are."""
    return len(line.text) <= _NOTICE_LIMIT and bool(_RIGHTS.search(line.text))


def _is_dated(line: _Line) -> bool:
    """Whether a line says when the article appeared."""
    return len(line.text) <= _BYLINE_LIMIT and bool(PUBLICATION_LINE.fullmatch(line.text))


def _is_pointer(line: _Line) -> bool:
    """Whether a line sends the reader elsewhere: "Read more: ..."."""
    if not line.plain.startswith(LEADS):
        return False
    rests = (line.plain[len(lead) :].lstrip() for lead in LEADS if line.plain.startswith(lead))
    return any(rest.startswith(_POINTS) for rest in rests)


def _is_byline(line: _Line) -> bool:
    """Whether a line names its author: an e-mail address among few words, or "By" and nothing but names."""
    if len(line.text) > _BYLINE_LIMIT:
        return False
    return bool(_NAMES.fullmatch(line.text)) or (
        "@" in line.text and len(line.text.split()) <= 12 and bool(_EMAIL.search(line.text))
    )


def _ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence; a question mark alone may end a headline."""
    return bool(_SENTENCE_END.search(text[-8:]))


def _is_path(line: _Line) -> bool:
    """Whether a line is a row of links: "Home | World | Asia"."""
    pieces = _SEPARATORS.split(line.text)
    return (
        len(line.text) <= _NOTICE_LIMIT
        and len(pieces) >= 3
        and all(len(piece.split()) <= _MENU_WORDS for piece in pieces)
    )


# What a line may be by its own words, and how that is seen; the first that fits is the reason.
_SIGNS: tuple[tuple[str, Callable[[_Line], bool]], ...] = (
    (_BUTTON, lambda line: line.plain in BUTTONS),
    (_HEADING, lambda line: line.plain in HEADINGS),
    (_COPYRIGHT, _is_notice),
    (_DATED, _is_dated),
    (_POINTER, _is_pointer),
    (_BYLINE, _is_byline),
    (_BUTTON, _is_path),
)


def _mark_script(lines: Sequence[_Line], reasons: list[str | None]) -> None:
    """Mark lines in another script than the article's own; a bilingual article has none of its own."""
    if all(line.text.isascii() for line in lines):
        return
    counts = [_letters_by_script(line.text) for line in lines]
    totals = {script: sum(each[script] for each in counts) for script in _SCRIPTS}
    letters = sum(totals.values())
    own = max(totals, key=lambda script: totals[script])
    if letters < _SCRIPT_LEAST or totals[own] < _OWN_SCRIPT * letters:
        return
    for index, count in enumerate(counts):
        here = sum(count.values())
        if reasons[index] is None and here and here - count[own] > _OTHER_SCRIPT * here:
            reasons[index] = _SCRIPT


def _letters_by_script(text: str) -> dict[str, int]:
    """Count the letters of each script."""
    counts = dict.fromkeys(_SCRIPTS, 0)
    if not text.isascii():
        rest = "".join(_BEYOND_ASCII.findall(text))
        counts = {script: sum(map(len, runs.findall(rest))) for script, runs in _SCRIPT_RUNS.items()}
    counts["Latin"] += sum(map(len, _ASCII_LETTERS.findall(text)))
    return counts


def _mark_menus(lines: Sequence[_Line], reasons: list[str | None]) -> None:
    """Mark runs of very short lines of which several are buttons: the others are sections and headings."""
    for first, last in _runs(
        [len(line.text.split()) <= _MENU_WORDS and not _ends_sentence(line.text) for line in lines]
    ):
        if sum(reason in (_BUTTON, _HEADING) for reason in reasons[first:last]) >= _BUTTONS_LEAST:
            reasons[first:last] = [reason or _BUTTON for reason in reasons[first:last]]


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield first and one-past-last index of each stretch of true values."""
    first = None
    for index, flag in enumerate([*flags, False]):
        if flag and first is None:
            first = index
        elif not flag and first is not None:
            yield first, index
            first = None


def _mark_repeats(lines: Sequence[_Line], reasons: list[str | None]) -> None:
    """Of a paragraph given twice keep the one that stands among other news, else the first."""
    seen: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKC", line.text).casefold())
        if reasons[index] is None and len(letters) >= _REPEAT_LEAST:
            seen.setdefault(letters, []).append(index)
    repeated = {index for group in seen.values() if len(group) > 1 for index in group}
    for group in seen.values():
        if len(group) > 1:
            keep = min(group, key=lambda index: (_strange_neighbours(index, reasons, repeated), index))
            for index in group:
                reasons[index] = None if index == keep else _REPEAT


def _strange_neighbours(index: int, reasons: Sequence[str | None], repeated: set[int]) -> int:
    """Count how many of the lines next to one are themselves no news or repeated."""
    beside = [each for each in (index - 1, index + 1) if 0 <= each < len(reasons)]
    return sum(reasons[each] is not None or each in repeated for each in beside)


def _mark_lists(lines: Sequence[_Line], reasons: list[str | None]) -> None:
    """Mark headlines of other articles: they stand after a sign that this article has ended."""
    prose = next(
        (index for index, line in enumerate(lines) if reasons[index] is None and _ends_sentence(line.text)),
        len(lines),
    )
    index = prose
    while index < len(lines):
        sign = reasons[index]
        index += 1
        if sign not in _ENDS:
            continue
        last = _end_of_list(lines, reasons, index)
        if sign == _HEADING or last == len(lines) or last - index >= _LIST_LEAST:
            reasons[index:last] = [reason or _LIST for reason in reasons[index:last]]
            index = last


def _end_of_list(lines: Sequence[_Line], reasons: Sequence[str | None], index: int) -> int:
    """Say where a list that begins at a line ends: at the first line that reads like prose."""
    while index < len(lines) and (reasons[index] is not None or _is_headline(lines, index)):
        index += 1
    return index


def _is_headline(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line reads like a headline: short, not a sentence, not one line of a wrapped paragraph."""
    text = lines[index].text
    if len(text) > _HEADLINE_LIMIT or _ends_sentence(text):
        return False
    wrapped = index + 1 < len(lines) and lines[index + 1].text[:1].islower()
    return bool(_FRAMED.match(text)) or not (text[:1].islower() or wrapped)


def _merged(lines: Sequence[_Line], reasons: Sequence[str | None]) -> Iterator[Skipped]:
    """Join neighbouring lines that are left out for the same reason."""
    start: int | None = None
    for index, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        if reason is None:
            continue
        if start is None:
            start = line.start
        if index + 1 == len(lines) or reasons[index + 1] != reason:
            yield Skipped(start, line.end, reason)
            start = None
