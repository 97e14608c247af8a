"""Read measured figures in prose: numbers in every printed form, hedges, units and the converted figure.

One grammar with spans. Every repetition is bounded, so that hostile text costs linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.claims.numbers import GLYPHS, NUMBER, NUMBER_ENDS, RANGE, SCALE, SCALES, SPREAD, VAGUE, Value, number
from geo.model import Quantity, Span
from geo.units import unit

__all__ = ["HEDGE", "UNIT", "Measure", "find"]

# (pattern, symbol). Time is read too, but only travel_time makes claims of it.
_UNITS = (
    (
        r"sq(?:\.|uare)?[\ -]{1,2}(?:kms?|kilomet(?:er|re)s?)|kms?(?:²|2)|kilomet(?:er|re)s?[\ -]squared?",
        "km2",
    ),
    (r"sq(?:\.|uare)?[\ -]{1,2}mi(?:les?)?", "sqmi"),
    (r"sq(?:\.|uare)?[\ -]{1,2}(?:m|met(?:er|re)s?)|m²", "m2"),
    (r"sq(?:\.|uare)?[\ -]{1,2}(?:feet|foot|ft)", "sqft"),
    (r"hectares?|ha", "ha"),
    (r"acres?", "acre"),
    (r"nautical[\ -]miles?|sea\ miles?|nmi|nm", "nmi"),
    (r"kilomet(?:er|re)s?|kms?|klicks?", "km"),
    (r"miles?|mi", "mi"),
    (r"met(?:er|re)s?|m", "m"),
    (r"yards?|yds?", "yd"),
    (r"feet|foot|ft", "ft"),
    (r"minutes?|mins?", "min"),
    (r"hours?|hrs?", "h"),
    (r"days?", "day"),
    (r"weeks?", "week"),
)
UNIT = "(?:" + "|".join(f"(?:{pattern})" for pattern, _ in _UNITS) + r")(?:\.(?=\ [a-z(,]|,))?"
_SYMBOLS = tuple((re.compile(pattern, re.IGNORECASE), symbol) for pattern, symbol in _UNITS)

HEDGE = r"""(?:
    (?:just|only|well|slightly|a\ little|a\ bit|little) [ ] (?:under|over|more\ than|less\ than|above|below|short\ of|about|some|within|beyond)
  | (?:no|not|little|never) [ ] (?:more|less|farther|further|fewer|closer|nearer) [ ] than | (?:more|less|greater|fewer|farther|further|closer|nearer) [ ] than
  | at [ ] (?:least|most) | up [ ] to (?:[ ]about)? | as [ ] (?:far|much|many|little|close|near|few) [ ] as | (?:in [ ])? excess [ ] of | a [ ] (?:mere|maximum|minimum) (?:[ ]of)?
  | (?:to [ ])? within (?:[ ]about)? | an? [ ] estimated | close [ ] to | in [ ] the [ ] region [ ] of
  | approximately | approx\.? | about | around | roughly | circa | nearly | almost | over | under | some | only | just | barely | exactly | probably
  | possibly | perhaps | maybe | maximum | minimum | another | fully | roughly | estimated | (?:almost|nearly|about) [ ] (?:a|an)?
)"""
_AFTER = r"(?:or [ ] so | or [ ] more | or [ ] less | or [ ] (?:farther|further|longer|thereabouts) | at [ ] (?:least|most) | (?:or [ ])? thereabouts | at [ ] (?:its|their|the) [ ] (?:narrowest|closest|nearest|widest)(?: [ ] point)?)"

_MEASURE = re.compile(
    rf"""(?<![\w.,/$£€-]) (?<![\d][\ ])
    (?P<figure> (?P<between>between\ |(?<=\()(?=\w{{1,9}}\ and\ )) (?P<spread>{SPREAD}) | (?P<range>{RANGE}) | (?P<vague>{VAGUE}) (?:\ (?P<of>{SCALE}))? | (?P<number>{NUMBER}) )
    (?: \s{{0,3}} | \s{{0,1}}-\s{{0,1}} ) (?: (?P<repeat>{UNIT}) (?: \s{{0,2}} (?:-|–|to|and|or) \s{{0,2}} ) (?P<upper>{NUMBER}) \s{{0,2}}-?\s{{0,1}} )?
    (?P<unit>{UNIT}) (?![\w²]) (?P<more>\ and\ an?\ (?:half|quarter)\b)? (?P<adjective> -(?:long|wide|broad|deep|high|tall|thick|radius|diameter|square|odd|plus|an|per) )?""",
    re.VERBOSE | re.IGNORECASE,
)
_HEDGED = re.compile(
    rf"(?<!\w)(?P<hedge>{HEDGE} (?:[ ] (?:of|{HEDGE}))? ) (?:\s{{0,2}}|[ ]an?[ ])$",
    re.VERBOSE | re.IGNORECASE,
)
# A cheap look before the long pattern: hedges end in one of these.
_LAST_WORD = re.compile(r"([A-Za-z]{1,14})\.?\s{1,2}$")
_HEDGES_END = frozenset(
    """under over than above below of about some within beyond least most to as mere estimated approximately approx around roughly circa
    nearly almost only just barely exactly probably possibly perhaps maybe maximum minimum another fully a an excess""".split()
)
_HEDGED_AFTER = re.compile(rf"\s{{0,2}},?\s?(?P<hedge>{_AFTER})\b", re.VERBOSE | re.IGNORECASE)
# A cheap look before the long pattern: a unit, and before it what a number may end in.
_UNIT_WORD = re.compile(rf"(?<=[\d\s{''.join(GLYPHS)}-]){UNIT}(?![\w²])", re.VERBOSE | re.IGNORECASE)
_LONGEST_WORD = 24
_BARE = re.compile(rf"\s{{0,2}}\(\s?(?P<unit>{UNIT})\s?\)", re.VERBOSE | re.IGNORECASE)
_JOINS = re.compile(
    rf"\s{{0,2}}(?:[(\[]\s?|/\s?|,?\sor\s|\s?-{{1,2}}\sor\s|,\s|=\s?)(?:or\ )?(?:{HEDGE}\s)?",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure as it stands in a sentence: offsets in the sentence, the value, and its second unit.

    `start` includes the hedge, `end` the second figure and a hedge behind it; `at` and `stop` the first figure alone.
    """

    start: int
    at: int
    stop: int
    end: int
    quantity: Quantity
    second: Quantity | None = None
    adjective: bool = False
    suffix: str = ""

    @property
    def vague(self) -> bool:
        """Whether it names no number."""
        return self.quantity.low is None

    @property
    def dimension(self) -> str:
        """Length, area or time."""
        return unit(self.quantity.unit).dimension

    @property
    def km(self) -> float:
        """The larger figure in km, km2 or hours; 0 when vague."""
        return (self.quantity.high or 0.0) * unit(self.quantity.unit).km


def _symbol(words: str) -> str:
    """Symbol of a printed unit."""
    words = words.rstrip(".")
    return next(symbol for pattern, symbol in _SYMBOLS if pattern.fullmatch(words))


_TWO = re.compile(
    rf"^(?P<low>{NUMBER})\s{{0,2}}(?:-|–|—|to|and|or)\s{{0,2}}(?P<high>{NUMBER})$", re.VERBOSE | re.IGNORECASE
)


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None, float | None] | None:
    """Low, high and step of a match; `None` when it is no number after all."""
    if match["vague"]:
        if match["vague"].lower().startswith("a couple"):
            scale = SCALES[match["of"].lower()] if match["of"] else 1.0
            return (1.5 * scale, 2.5 * scale, scale) if match["of"] else (2.0, 2.0, 1.0)
        return None, None, None
    low, high = _pair(match)
    if low is None or high is None or low.value > high.value:
        # "5-4 miles" is no range; "twenty-five" and "three-quarters" only look like one.
        low = high = (
            number(match["range"] or "") if match["range"] and not match["range"][0].isdigit() else None
        )
    if low is None or high is None:
        return None
    if match["more"]:
        more = 0.5 if match["more"].endswith("half") else 0.25
        return low.value + more, high.value + more, more
    return low.value, high.value, min(low.step, high.step)


def _pair(match: re.Match[str]) -> tuple[Value | None, Value | None]:
    """Both numbers of a match."""
    words = match["spread"] or match["range"]
    if words:
        both = _TWO.match(words)
        return (number(both["low"]), number(both["high"])) if both else (None, None)
    low = number(match["number"])
    return low, number(match["upper"]) if match["upper"] else low


def _matches(text: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    """Every figure with a unit, hedges not looked at yet; spans are offsets in `text`."""
    for match in _MEASURE.finditer(text):
        bounds = _bounds(match)
        if bounds is None:
            continue
        words = match["unit"]
        symbol = _symbol(words)
        if words == "M" or (
            symbol == "m" and match["number"] and not match["number"][0].isdigit() and len(words) == 1
        ):
            continue
        article = match["number"] and match["number"].lower() in {"a", "an"}
        if article and (symbol in {"m", "ft", "day", "week"} or text[match.end() : match.end() + 2] == " m"):
            continue
        span = Span(match.start("figure"), match.end("unit"), text[match.start("figure") : match.end("unit")])
        yield match, Quantity(span, bounds[0], bounds[1], symbol, None, bounds[2])


def _shift(quantity: Quantity, offset: int) -> Quantity:
    """Move a quantity from sentence to article offsets."""
    span = quantity.span
    return Quantity(
        Span(span.start + offset, span.end + offset, span.text),
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.hedge,
        quantity.step,
    )


def _is_second(text: str, first: Quantity, other: Quantity) -> bool:
    """Whether the next figure restates the first one in another unit."""
    gap = text[first.span.end : other.span.start]
    if len(gap) > 30 or other.unit == first.unit or not _JOINS.fullmatch(gap):
        return False
    if unit(first.unit).dimension != unit(other.unit).dimension or first.high is None or other.high is None:
        return False
    ratio = (other.high * unit(other.unit).si) / max(first.high * unit(first.unit).si, 1e-9)
    bracketed = gap.lstrip()[:1] in {"(", "["}
    return 1 / 3 < ratio < 3 if bracketed else 0.9 < ratio < 1.1


def _hedges(text: str, match: re.Match[str], end: int) -> tuple[int, str | None, int]:
    """Start of the whole phrase, its hedge, and its end."""
    last = _LAST_WORD.search(text, max(0, match.start() - 16), match.start())
    may_hedge = last is not None and last[1].lower() in _HEDGES_END
    before = _HEDGED.search(text, max(0, match.start() - 40), match.start()) if may_hedge else None
    after = _HEDGED_AFTER.match(text, end)
    hedge = before["hedge"] if before else after["hedge"] if after else None
    if match["between"]:
        hedge = hedge or "between"
    return (before.start() if before else match.start()), hedge, (after.end() if after else end)


def _has_figure(text: str) -> bool:
    """Whether a unit of a sentence stands behind a number, so that the long pattern is worth its cost."""
    for match in _UNIT_WORD.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].rstrip().rstrip("-").rstrip()
        last = before[-1:]
        if (
            last.isdigit()
            or last in GLYPHS
            or before[before.rfind(" ") + 1 :].rpartition("-")[2].lower() in NUMBER_ENDS
        ):
            return True
    return False


def find(text: str, offset: int = 0) -> tuple[Measure, ...]:
    """Find the figures of a sentence that starts at `offset` of its article.

    >>> [m.quantity.low for m in find("about 290 kilometers away, half a mile off, 1 000 km on")]
    [290.0, 0.5, 1000.0]
    """
    if not _has_figure(text):
        return ()
    found = list(_matches(text))
    out: list[Measure] = []
    taken = -1
    for i, (match, quantity) in enumerate(found):
        if i <= taken:
            continue
        second, end = None, match.end()
        if i + 1 < len(found) and _is_second(text, quantity, found[i + 1][1]):
            second, taken = found[i + 1][1], i + 1
            end = found[i + 1][0].end()
            closing = re.match(r"\s?[)\]]", text[end : end + 2])
            end += closing.end() if closing else 0
        elif bare := _BARE.match(text, match.end()):
            symbol = _symbol(bare["unit"])
            second = Quantity(
                Span(bare.start("unit"), bare.end("unit"), bare["unit"]),
                quantity.low,
                quantity.high,
                symbol,
                None,
                quantity.step,
            )
            end = bare.end()
        out.append(_measure(text, offset, match, quantity, second, end))
    return tuple(out)


def _measure(
    text: str, offset: int, match: re.Match[str], quantity: Quantity, second: Quantity | None, end: int
) -> Measure:
    """Put a figure together with its hedge and second unit."""
    start, hedge, stop = _hedges(text, match, end)
    hedged = Quantity(quantity.span, quantity.low, quantity.high, quantity.unit, hedge, quantity.step)
    suffix = (match["adjective"] or "").lstrip("-").lower()
    hyphen = "-" in text[match.end("figure") : match.start("unit")]
    return Measure(
        start,
        match.start(),
        match.end(),
        stop,
        _shift(hedged, offset),
        _shift(second, offset) if second else None,
        hyphen or bool(suffix),
        suffix,
    )
