"""Choose the date of a movement among the dates of its sentence: its own, not that of a statement or of another verb."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geo.model import Article, When
from geo.movements.cues import CUES, NOUN_CUES
from geo.movements.movers import Draft
from geo.movements.phrases import Parse, Token
from geo.movements.subjects import passive
from geo.movements.words import AUXILIARIES, DETERMINERS, MODALS, OPENERS, SAYING

__all__ = ["choose", "spanning"]

# A date with the first token of its words.
_Placed = tuple[int, When]


def choose(article: Article, parse: Parse, draft: Draft, dates: Sequence[When]) -> When | None:
    """Choose the date of a movement, from departure to arrival where both are told.

    Dates between the word before and the word after belong to a word of movement; where it has none it
    takes the nearest of the sentence.
    """
    within = [each for each in dates if _within(parse, each)]
    if parse.whole and not within and parse.aside:
        return choose(article, parse.whole, _moved(parse, parse.whole, draft), dates)
    listed = _listed(parse, within, dates)
    at = draft.cue[0]
    strange = (_of_other_verb, _before)
    mine = [row for row in listed if not any(other(parse, draft, row[0]) for other in strange)]
    owned = [row for row in mine if _owned(parse, draft, row[0])]
    ahead = bool(MODALS & set(parse.words(max(0, at - 3), at)))  # what is to come has no date of what was
    when = _nearest(parse, owned if owned or ahead else mine, at)
    when = spanning(article, when, _coordinate(parse, when, listed))
    for first, last in draft.ends:
        arrival = _nearest(parse, [row for row in listed if first <= row[0] < last], first)
        when = spanning(article, when, arrival)
    return when


def _listed(parse: Parse, within: Sequence[When], dates: Sequence[When]) -> list[_Placed]:
    """List the dates of a line that may date a movement."""
    placed = [(_token(parse, each), each) for each in within]
    return [
        (at, when)
        for at, when in placed
        if at >= parse.opening
        and not (_attributive(parse, when) or _statement(parse, when) or _part(when, dates))
    ]


def _attributive(parse: Parse, when: When) -> bool:
    """Decide whether a date only describes a noun that does not move: "to summer camps", "by overnight ferry"."""
    tokens, first = parse.tokens, _token(parse, when)
    end = when.span.end - parse.sentence.start
    last = next((at for at in range(first, len(tokens)) if tokens[at].start >= end), len(tokens))
    if not 0 < first <= last < len(tokens) or tokens[last].tag != "N" or not tokens[last].text.islower():
        return False
    listed = tokens[first - 1].low in {"and", "or"} and tokens[first].low == "overnight"
    moves = tokens[last].low in CUES or tokens[last].low in NOUN_CUES
    return listed or (tokens[first - 1].low in _LEADING and tokens[first - 1].tag == "P" and not moves)


_LEADING: Final = frozenset("to from into by via for with aboard".split())


def _coordinate(parse: Parse, when: When | None, listed: Sequence[_Placed]) -> When | None:
    """Find the date that "and" adds to a date: "in April and May"."""
    for at, other in listed if when else ():
        joined = at > 1 and parse.tokens[at - 1].low == "and" and parse.tokens[at - 2].tag == "D"
        if joined and when and 0 < other.span.start - when.span.end <= len(" and "):
            return other
    return None


def _part(when: When, dates: Sequence[When]) -> bool:
    """Decide whether a date is only part of another ("Tuesday" of "since Tuesday")."""
    return any(
        other.first
        and when.span != other.span
        and other.span.start <= when.span.start
        and when.span.end <= other.span.end
        for other in dates
    )


def _within(parse: Parse, when: When) -> bool:
    """Decide whether a date stands in a line of a sentence, not in an aside."""
    if parse.whole is None:
        return True
    start, end = when.span.start - parse.sentence.start, when.span.end - parse.sentence.start
    return any(start < token.end and token.start < end for token in parse.tokens)


def _moved(line: Parse, whole: Parse, draft: Draft) -> Draft:
    """Find the words of a draft of an aside in the whole sentence, to date it by the main line."""
    at = whole.at(line.tokens[draft.cue[0]].start)
    return replace(draft, cue=(at, at + 1), room=(at, at + 1), ends=())


def _token(parse: Parse, when: When) -> int:
    """Find the token a date starts at."""
    start = when.span.start - parse.sentence.start
    return next((at for at, token in enumerate(parse.tokens) if token.end > start), len(parse.tokens))


def _nearest(parse: Parse, listed: Sequence[_Placed], at: int) -> When | None:
    """Take the date nearest to a token, the longer of two that start together."""
    start = parse.sentence.start + parse.tokens[at].start
    found = [when for _, when in listed]
    return min(found, key=lambda each: (abs(each.span.start - start), -len(each.span.text)), default=None)


def _statement(parse: Parse, when: When) -> bool:
    """Decide whether a date is that of a statement ("said Monday", "On Monday, the ministry said")."""
    tokens = parse.tokens
    first = _token(parse, when)
    end = when.span.end - parse.sentence.start
    last = next((at for at in range(first, len(tokens)) if tokens[at].start >= end), len(tokens))
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    if before and (before[-1] in DETERMINERS or before[-1].endswith(("'s", "’s"))):
        return False  # "its Friday flight"
    if SAYING & set(before) or (last < len(tokens) and tokens[last].low in SAYING):
        return True
    verb = next((token for token in tokens[last:] if token.tag == "V"), None)
    return first == 0 and verb is not None and verb.low in SAYING


# Words after which a date belongs to the verb that follows: "left X and on Friday reached Y".
_FORWARD: Final = frozenset("and but then before after when ;".split())


def _before(parse: Parse, draft: Draft, date: int) -> bool:
    """Decide whether a date belongs to a word of movement before, rather than to all the sentence."""
    tokens, first = parse.tokens, parse.opening
    return date < draft.room[0] and any(_finite(tokens, at) for at in range(max(first, 1), date))


def _owned(parse: Parse, draft: Draft, date: int) -> bool:
    """Decide whether a date stands in the room of a word of movement."""
    first, last = draft.room
    at = draft.cue[0]
    if date >= at:
        return date < last and not (last < len(parse.tokens) and _forward(parse, date))
    if first > date or not (first <= parse.opening or _forward(parse, date)):
        return False
    # "It caught fire on Monday; it had arrived on May 9": a date before the cue is its own where no other verb has it
    return not any(_finite(parse.tokens, index) for index in range(max(first, 1), date)) or _forward(
        parse, date
    )


def _forward(parse: Parse, date: int) -> bool:
    """Decide whether a date opens a clause."""
    return date > 0 and parse.tokens[date - 1].low in _FORWARD


def _finite(tokens: Sequence[Token], at: int) -> bool:
    """Decide whether a token is a verb of its own, neither an auxiliary nor an infinitive."""
    token = tokens[at]
    own = token.tag == "V" and token.low not in AUXILIARIES
    return own and not token.low.endswith("ing") and tokens[at - 1].low != "to"


def _of_other_verb(parse: Parse, draft: Draft, date: int) -> bool:
    """Decide whether a date after a word of movement belongs to another verb.

    That of the main clause ("a train carrying ... derailed on Tuesday") or of a clause that hangs on the movement
    ("left for X, where it will meet Y on Saturday").
    """
    tokens, at = parse.tokens, draft.cue[0]
    if any(
        tokens[index].low in _APART and tokens[index + 1].low in CUES for index in range(at + 1, date - 1)
    ):
        return True  # "flew to X before reaching Y on Friday"
    verb = next((index for index in range(at + 1, date) if _finite(tokens, index)), None)
    under_way = tokens[at].low.endswith("ing") and (draft.frame == "go" or draft.mode in _SHORT)
    if verb is None or under_way:
        return False
    joints = tokens[at + 1 : verb]
    hanging = any(token.tag == "R" or token.low in OPENERS - {"and", "but"} for token in joints)
    apart = any(token.tag == "R" for token in joints)
    return (hanging and (apart or tokens[verb].low not in CUES)) or _embedded(parse, draft)


_APART: Final = frozenset("before after".split())
# A journey of a day: what happened to the vehicle on the way happened on the day of the journey.
_SHORT: Final = frozenset({"air", "road", "rail"})


def _embedded(parse: Parse, draft: Draft) -> bool:
    """Decide whether words of movement only describe a noun: a participle after it, or a relative clause."""
    tokens, at = parse.tokens, draft.cue[0]
    cue, index = tokens[at], at - 1
    if cue.tag == "N":
        return False
    while index > 0 and (tokens[index].tag == "A" or tokens[index].low in AUXILIARIES):
        index -= 1
    if index < 0:
        return False
    if tokens[index].tag == "R":
        return True
    bare = index == at - 1 and (tokens[index].tag == "N" or tokens[index].text == ",")
    return bare and (cue.low.endswith("ing") or passive(parse, at))


def spanning(article: Article, a: When | None, b: When | None) -> When | None:
    """Join two dates of one journey: from the first day of the one to the last of the other."""
    if a is None or b is None or a == b:
        return a or b
    if a.first and b.first and a.first > b.first and b.last:
        return spanning(article, b, a)  # "arrived on Friday after leaving on Tuesday"
    if not (a.first and a.last and b.first and b.last):
        return a if a.first else b
    span = article.span(min(a.span.start, b.span.start), max(a.span.end, b.span.end))
    if a.span.end < b.span.start and len(span.text) > 200:
        span = a.span
    precision = a.precision if (a.first, a.last) == (b.first, b.last) else "interval"
    return When(span, a.first, max(a.last, b.last), precision, f"from {a.because} to {b.because}")
