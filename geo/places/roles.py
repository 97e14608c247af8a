"""Tell a place proper from the government that its name stands for ("Moscow denied") and from its people.

Only countries, capitals and seats of power can act. They do so as the subject of a verb of governing, speaking or
sending, as the one who is urged or accused, as the one by whom a thing was done, and as the owner or the adjective of a
body or an office ("Seoul's Foreign Ministry", "U.S. officials").
"""

from collections.abc import Callable

from geo.model import Place, Role
from geo.places.find import Candidate
from geo.places.lexicon import CUES, SEATS
from geo.places.words import MARK, Word, Words
from geo.world.gazetteer import Ref

__all__ = ["role"]

_AHEAD = 5


class _Setting:
    """The words about one mention, within its sentence and without a break."""

    def __init__(self, each: Candidate, words: Words, text: str) -> None:
        self.before = [w.key for w in words.before(each.first, 3)]
        if self.before and self.before[-1] == "the":
            self.before.pop()
        self.after: list[Word] = []
        end = each.end
        for at, word in enumerate(words.after(each.last, _AHEAD), start=each.last + 1):
            if text[end : words.starts[at]] not in _TIGHT:
                break
            self.after.append(word)
            end = words.ends[at]

    @property
    def owns(self) -> bool:
        """Whether a genitive follows."""
        return bool(self.after) and self.after[0].key == "s"


_TIGHT = frozenset({" ", "'", "’", " “", ' "', "” ", '" '})


def _subject(seen: _Setting) -> bool:
    """See a verb that only an actor has: "denied", "has warned", "will send", "is considering", "and Tokyo agreed"."""
    rest = [w.key for w in seen.after]
    if rest[:1] == ["and"] and len(rest) > 2 and seen.after[1].marks & MARK["opens"]:
        rest = rest[2:]
    while rest and (rest[0].endswith("ly") or rest[0] in CUES["adverb"]):
        rest = rest[1:]
    if not rest:
        return False
    verb, *more = rest
    while more and (more[0].endswith("ly") or more[0] in CUES["adverb"]):
        more = more[1:]
    follows = more[0] if more else ""
    if verb in CUES["modal"]:
        return follows not in {"", "be", "have"}
    if verb in {"has", "have", "had"}:
        return _participle(follows) and follows not in {"been", "seen", "suffered"}
    if verb in {"is", "was"}:
        return follows.endswith("ing") and follows != "being"
    return verb in CUES["agent"] or verb in CUES["deed"]


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in CUES["participle"] or word in CUES["agent"]


def _object(seen: _Setting) -> bool:
    """See one who is spoken to or quoted: "urged Russia", "called on Russia", "according to the White House"."""
    before = seen.before
    if before[-2:] == ["according", "to"]:
        return True
    return before[-1:] != [] and (
        before[-1] in CUES["addressed"]
        or (before[-1] in {"on", "against"} and before[-2:-1] != [] and before[-2] in CUES["pressed"])
    )


def _doer(seen: _Setting) -> bool:
    """See one by whom a thing is done: "missiles provided by Moscow"."""
    return seen.before[-1:] == ["by"] and len(seen.before) > 1 and _participle(seen.before[-2])


def _owner(seen: _Setting) -> bool:
    """See one who owns what a government has: "Pyongyang's Foreign Ministry", "Seoul's estimate"."""
    return seen.owns and any(w.key in CUES["power"] or w.key in CUES["posture"] for w in seen.after[1:4])


def _office(seen: _Setting) -> bool:
    """See the name before an office or a body: "U.S. officials", "the US National Security Council"."""
    if not seen.after or seen.owns:
        return False
    first = seen.after[0]
    if first.key in CUES["power"] or first.key in CUES["office"]:
        return True
    run = [w.key for w in seen.after[:4] if w.marks & MARK["opens"]]
    return bool(first.marks & MARK["opens"]) and any(
        key in CUES["power"] or key in CUES["body"] for key in run
    )


_SIGNS: tuple[Callable[[_Setting], bool], ...] = (_subject, _object, _doer, _owner, _office)


def _acts(each: Candidate, words: Words, text: str) -> bool:
    """Whether a seat of power does something here."""
    seen = _Setting(each, words, text)
    if _object(seen):
        return True
    if seen.before[-1:] and (seen.before[-1] in CUES["locative"] or seen.before[-1] == "of"):
        return False
    return any(sign(seen) for sign in _SIGNS)


def _seat(place: Place) -> bool:
    return place.kind in SEATS or place.note.startswith("capital")


def role(each: Candidate, ref: Ref, words: Words, text: str) -> Role:
    """Tell people, actors and places proper apart."""
    if ref.how == "demonym":
        return "demonym"
    if ref.place.kind == "government":
        seen = _Setting(each, words, text)
        inside = seen.before[-1:] != [] and seen.before[-1] in CUES["locative"] and not _object(seen)
        return "literal" if inside else "actor"
    return "actor" if _seat(ref.place) and _acts(each, words, text) else "literal"
