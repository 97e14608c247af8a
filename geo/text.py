"""Divide an article into paragraphs and sentences without changing a character.

Parts that `Article.skipped` marks are left out, so that no reader ever sees them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from geo.model import Article, Span

__all__ = ["Document", "Sentence", "read"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words with their offsets, and the number of its paragraph."""

    start: int
    end: int
    text: str
    paragraph: int

    def span(self, start: int, end: int) -> Span:
        """Turn offsets within this sentence (as `re` gives them) into a span of the article."""
        return Span(self.start + start, self.start + end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its sentences in reading order."""

    article: Article
    sentences: tuple[Sentence, ...]

    def at(self, offset: int) -> int | None:
        """Index of the sentence that covers an offset of the article, or `None`."""
        index = bisect_right(self.sentences, offset, key=lambda each: each.start) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None


# A full stop after one of these does not end a sentence before a capital or a digit.
_ABBREVIATIONS = frozenset(
    """a.m al approx ca cf cmdr col d.c dept dist e.g ed eds esp est etc ex fig figs fl ft gen gov i.e km kms lt m.v mi n.c n.d n.h n.j n.m n.s
    n.s.w n.y nos p.m pp pvt qld r.i rep s.c s.d s.s sen sgt sq supt tel u.k u.n u.s vol vs yr b.c""".split()
)
# Of these only with a capital: "Ill." is a state, "fell ill." is not.
_NAMES = frozenset(
    """adm ala alta apr ariz ark art aug av ave blvd brig bros bt calif capt co colo comdr conn corp cpl ct dec del det div dr drs feb fla fr
    fri ga hon hwy ill inc ind insp jan jr jul jun kan kans ky la ltd maj man mar mass md me messrs mfg mgr mich minn miss mo mon mont mr mrs
    ms msgr mt mts nat neb nebr nev no nov oct okla ont op ore pa penn pres prof pt que rd reps rev rt sask sat sens sep sept sfc spc sr st sta
    ste tenn tex thu thur thurs tue tues univ va vic vt wash wed wis wyo""".split()
)
# "3. März": a number with a full stop before one of these is a day.
_DAY_OF = re.compile(
    r"\s+(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"""[.!?…。！？]{1,4}["'”’»)\]]{0,4}(?=\s|$|[。！？])|[。！？]""")
_LAST_WORD = re.compile(r"[^\s(\[“\"'‘–—-]{1,24}$")
_OPENS = re.compile(r"""\s+["'“‘«(\[—–-]{0,4}\s?([\w,;])""")


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Decide whether a stop ends a sentence of a paragraph that reaches to `end`."""
    follows = _OPENS.match(text, stop.end(), end)
    goes_on = follows is not None and (follows[1].islower() or follows[1] in ",;")
    if goes_on or follows is None or stop[0][0] != ".":
        return not goes_on
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    last = word[0].lower() if word else ""
    if last in _ABBREVIATIONS or (word and last in _NAMES and word[0][0].isupper()):
        # "4 a.m. The ..." and "Salem, Ore. The ..." end; "Sept. 7", "Gen. Smith" and "U.S. Navy" do not.
        return bool(
            re.match(
                r"\s+(?:The|He|She|It|They|We|In|On|At|But|And|A|An|This|That|There)\s",
                text[stop.end() : stop.end() + 12],
            )
        )
    if last.isdecimal() and len(last) <= len("31") and _DAY_OF.match(text, stop.end(), end):
        return False
    return not (len(last) == 1 and last.isalpha() and word is not None and word[0].isupper())


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one paragraph."""
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _ends(text, stop, end):
            continue
        yield at, stop.end()
        at = stop.end()
    yield at, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop white space at both ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _regions(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are news."""
    at = 0
    for skipped in article.skipped:
        yield at, skipped.start
        at = skipped.end
    yield at, len(article.text)


def read(article: Article) -> Document:
    r"""Divide an article.

    A line break ends a paragraph when a blank line follows or when its line ends like a sentence; a hard-wrapped
    line goes on.

    >>> doc = read(Article("a", "It left on Sept. 7. Gen. Lee saw it.\n\nA new paragraph"))
    >>> [s.text for s in doc.sentences]
    ['It left on Sept. 7.', 'Gen. Lee saw it.', 'A new paragraph']
    """
    text, found, paragraph = article.text, [], 0
    for first, last in _regions(article):
        for block in _blocks(text, first, last):
            for start, end in _lines(text, *block):
                for pair in _sentences(text, start, end):
                    a, b = _trim(text, *pair)
                    if a < b:
                        found.append(Sentence(a, b, text[a:b], paragraph))
                paragraph += 1
    return Document(article, tuple(found))


def _blocks(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that hold more than white space; a pattern for this would look at blank lines again and again."""
    start = end = first
    for line in _LINE.finditer(text, first, last):
        if line[0].isspace():
            continue
        if text[end : line.start()].count("\n") > 1 and end > start:
            yield start, end
            start = line.start()
        elif end == start:
            start = line.start()
        end = line.end()
    if end > start:
        yield start, end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a block where a line is a paragraph of its own: it ends a sentence, or is too short to be wrapped."""
    at = start
    widest = max(len(line) for line in text[start:end].split("\n"))
    for newline in re.finditer(r"\n", text[start:end]):
        stop = start + newline.start()
        line = text[at:stop].rstrip()
        wrapped = len(line.rsplit("\n", 1)[-1]) > 0.7 * widest and line[-1:] not in '.!?:"”。'
        if not wrapped or text[at:stop].count("\n") > 40:
            yield at, stop
            at = stop + 1
    yield at, end
