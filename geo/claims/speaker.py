"""Find who a claim is put in the mouth of: "officials said", "Kirby told reporters", "according to the ministry"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.clauses import of_verb

if TYPE_CHECKING:
    from geo.claims.scene import Phrase, Scene
    from geo.model import Claim

__all__ = ["with_speaker"]

_SAYS = frozenset(
    """said says saying told tells reported reports announced announces added adds stated states claimed claims confirmed confirms
    estimated estimates wrote writes tweeted testified acknowledged insisted warned argued noted explained recalled""".split()
)
# Verbs of those that mostly take a plain object; they name a speaker only behind a comma or before "that".
_DOUBTFUL = frozenset(
    "reports claims states estimates adds writes reported claimed confirmed warned noted".split()
)


def with_speaker(scene: "Scene", claim: "Claim") -> "Claim":
    """Return the claim with the words that name its speaker, where the sentence has them."""
    first, last = (
        scene.words.after(claim.span.start - scene.sentence.start),
        scene.words.before(claim.span.end - scene.sentence.start),
    )
    found = _behind(scene, last) or _ahead(scene, first) or _according(scene, first, last)
    span = scene.cut(found)
    if span is None or claim.speaker or span.overlaps(claim.span):
        return claim
    return replace(claim, speaker=span)


def _somebody(scene: "Scene", phrase: "Phrase | None") -> "Phrase | None":
    """Return a phrase if it names somebody: "he" and "it" do not."""
    return phrase if phrase and scene.words.tag(phrase[1] - 1) in "W#" else None


def _behind(scene: "Scene", last: int) -> "Phrase | None":
    """Return the speaker named behind the claim: "..., officials said", "..., said Kirby"."""
    words = scene.words
    for k in range(last + 1, len(words)):
        if words.low(k) not in _SAYS:
            continue
        phrase = words.ending(k - 1)
        if phrase and words.tag(phrase[0] - 1) in ",q":
            return _somebody(scene, phrase)
        if words.tag(k - 1) in ",q" and words.low(k) not in _DOUBTFUL:
            return _somebody(scene, words.starting(k + 1))
    return None


def _ahead(scene: "Scene", first: int) -> "Phrase | None":
    """Return the speaker named before the claim: "Kirby told reporters that ..."."""
    words = scene.words
    for k in range(first - 1, 0, -1):
        low = words.low(k)
        if low in _SAYS and (low not in _DOUBTFUL or words.low(k + 1) == "that"):
            return _somebody(scene, of_verb(scene, k))
    return None


def _according(scene: "Scene", first: int, last: int) -> "Phrase | None":
    """Return the speaker behind "according to"."""
    words = scene.words
    at = next(
        (
            k
            for k in range(len(words) - 1)
            if words.low(k) == "according" and words.low(k + 1) == "to" and not first <= k <= last
        ),
        None,
    )
    return _somebody(scene, words.starting(at + 2)) if at is not None else None
