"""Find containment: S is in R, or in a part of R by the compass."""

import re
from collections.abc import Iterator

from geo.claims.check_place import check_contain
from geo.claims.compass import ADJECTIVE, code
from geo.claims.countries import country
from geo.claims.kind import Example, Kind
from geo.claims.scene import Phrase, Scene
from geo.model import Claim

__all__ = ["KIND"]

_NAME = r"(?:[A-Z](?:[\w’'-]|\.(?=\w)){1,24}(?:\s[A-Z][\w’'-]{1,24}){0,3})"
_PLAIN = r"(?:[A-Z][\w-]{1,24}(?:\s[A-Z][\w-]{1,24}){0,3})"
_SORT = r"""(?:state|city|town|village|province|region|district|port|county|island|oblast|republic|territory|area|resort|capital|prefecture|community|suburb|hamlet|settlement|municipality|department|
    peninsula|valley|desert|stronghold|enclave|provinces|cities|towns|states|villages|regions|districts)"""
# "the northern Nigerian state of Zamfara": compass, country, sort of place, name
_PART_OF = re.compile(
    rf"(?<![\w-])(?P<part>{ADJECTIVE})(?:-|\s)(?P<region>{_PLAIN})\s(?P<sort>(?:[a-z-]{{2,16}}\s){{0,2}}?{_SORT})\b(?:(?:\sof|\scalled|\snamed|,)?\s(?P<name>{_NAME}(?:-[A-Z]\w+)?))?",
    re.VERBOSE,
)
# "in northwest China", "the far east of Russia", "Russia's Far East"
_IN_PART = re.compile(
    rf"\b(?P<in>in|of|across|from|at|near|on)\s(?:the\s)?(?P<part>{ADJECTIVE})(?:\s|-)(?:part\sof\s)?(?P<region>{_NAME})",
    re.VERBOSE,
)
_IN_THE_PART = re.compile(
    rf"\bin\s(?:the\s)?(?P<part>(?:far|extreme|deep)?\s?(?:north|south|east|west|northeast|northwest|southeast|southwest|cent(?:er|re))|{ADJECTIVE}(?=\s(?:part|half|region)))(?:\s(?:part|half|region|corner))?\s(?:of|in)\s(?P<region>(?:the\s)?{_NAME})",
    re.VERBOSE,
)
_OWNED_PART = re.compile(
    rf"\b(?P<in>in|at|from|of|across)\s(?P<region>{_PLAIN})['’]s\s(?P<part>(?:[Ff]ar\s)?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:[- ]?(?:[Ee]ast|[Ww]est))?(?:ern)?(?=\s(?:region|part|coast|corner)|[\s.,;]))(?!\s(?:coast|border|shore|Sea|Bank))",
    re.VERBOSE,
)
_OWNED = re.compile(
    rf"\bin\s(?P<region>{_PLAIN})['’]s\s(?P<name>(?:[a-z]+ern\s)?{_NAME})\s(?P<sort>{_SORT})\b", re.VERBOSE
)
_IS_IN = re.compile(
    rf"\b(?:is|was|are|were|lies|lay|located|situated)\sin\s(?P<whole>(?:the\s)?(?P<owner>{_NAME})\s(?P<sort>{_SORT})\sof\s{_NAME})",
    re.VERBOSE,
)
_NOT_REGION = frozenset(
    "Time Standard Conference Division University Command District League Airlines Front Bank Cape Ocean Sea Wall".split()
)
_NAMES = frozenset(
    {
        "Western Australia",
        "Northern Ireland",
        "Western Sahara",
        "Northern Cyprus",
        "Eastern Samoa",
        "Eastern Timor",
        "Northern Macedonia",
    }
)
_PEOPLE = frozenset(
    "he she they i we you who it which family families man men woman women people couple boy girl".split()
)


def _phrase(scene: Scene, start: int, end: int) -> Phrase | None:
    """Return the tokens between two offsets."""
    first, last = scene.words.after(start), scene.words.before(end)
    # A possessive is one token: "Russia" of "Russia's".
    return (
        (first, max(last, first) + 1)
        if first < len(scene.words) and scene.words.all[first].start < end
        else None
    )


def _is_region(scene: Scene, words: str, start: int) -> bool:
    """Whether a name may have parts: a country or demonym, or a wide place a reader of names knows."""
    if country(words) or country(words.split(maxsplit=1)[0]):
        return True
    at = scene.sentence.start + start
    return any(
        m.span.start == at
        and m.place
        and m.place.kind in {"country", "division", "region", "county", "island", "continent", "peninsula"}
        for m in scene.mentions
    )


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the containments of a sentence."""
    spans: list[tuple[int, int]] = []
    for finder in (_parts, _owned_parts, _inner_parts, _owned, _stated):
        for claim, stretch in finder(scene):
            if not any(a < stretch[1] and stretch[0] < b for a, b in spans):
                spans.append(stretch)
                yield claim


def _is_name(scene: Scene, match: re.Match[str]) -> bool:
    """Whether compass word and region are one name: "South Sudan", "Western Australia"."""
    part, region = match["part"], match["region"]
    if not part[0].isupper() or region.split()[0] in _NOT_REGION:
        return region.split()[0] in _NOT_REGION
    at = scene.sentence.start + match.start("part")
    return (
        not part.lower().endswith("ern")
        or country(f"{part} {region}") is not None
        or f"{part} {region}" in _NAMES
        or any(m.span.start == at for m in scene.mentions)
    )


def _parts(scene: Scene) -> Iterator[tuple[Claim, tuple[int, int]]]:
    """Yield "the northern Nigerian state of Zamfara"."""
    for match in _PART_OF.finditer(scene.text):
        if not _is_region(scene, match["region"], match.start("region")) or _is_name(scene, match):
            continue
        region = _phrase(scene, *match.span("region"))
        held = (
            _phrase(scene, *match.span("name"))
            if match["name"]
            else _phrase(scene, match.start(), match.end("sort"))
        )
        yield scene.claim("contain", None, held, region, direction=code(match["part"])), match.span()


def _subject(scene: Scene, offset: int) -> Phrase | None:
    """Return what is said to be there; people who do something there are not said to lie there."""
    k = scene.words.before(offset)
    if scene.words.tag(k) not in "W#)," and scene.words.low(k) not in {
        "is",
        "are",
        "was",
        "were",
        "located",
        "situated",
        "lies",
        "lie",
        "based",
    }:
        doer = next((i for i in range(k, -1, -1) if scene.words.tag(i) not in "XVA"), 0)
        # "when they met in far eastern Russia" says nothing of where they lie.
        verb = (
            scene.clause_subject(k) if scene.words.tag(k) in "XV" and scene.words.tag(doer) != "N" else None
        )
        return verb if verb and scene.words.low(verb[1] - 1) not in _PEOPLE else None
    beside = scene.words.ending(k) if scene.words.tag(k) in "W#" else None
    inner = beside and scene.words.tag(beside[0] - 1) == "P" and scene.words.low(beside[0]) in {"a", "an"}
    found = beside if inner else scene.subject_before(offset)
    return found if found and scene.words.low(found[1] - 1) not in _PEOPLE else None


def _inner_parts(scene: Scene) -> Iterator[tuple[Claim, tuple[int, int]]]:
    """Yield "Minab, a small city in southern Iran"."""
    for pattern in (_IN_PART, _IN_THE_PART):
        for match in pattern.finditer(scene.text):
            if (
                not _is_region(scene, match["region"].removeprefix("the "), match.start("region"))
                or _is_name(scene, match)
                or match.groupdict().get("in") in {"from", "of", "across", "at", "near", "on"}
            ):
                continue
            held = _subject(scene, match.start())
            region = _phrase(scene, *match.span("region"))
            if held:
                yield scene.claim("contain", None, held, region, direction=code(match["part"])), match.span()


def _owned_parts(scene: Scene) -> Iterator[tuple[Claim, tuple[int, int]]]:
    """Yield "Dunay in Russia's Far East"."""
    for match in _OWNED_PART.finditer(scene.text):
        if match["in"] != "in" or not _is_region(scene, match["region"], match.start("region")):
            continue
        held = _subject(scene, match.start())
        region = _phrase(scene, *match.span("region"))
        if held:
            yield (
                scene.claim("contain", None, held, region, direction=code(match["part"]), reach=match.span()),
                match.span(),
            )


def _owned(scene: Scene) -> Iterator[tuple[Claim, tuple[int, int]]]:
    """Yield "in South Sudan's Unity state": the state in the country, and the thing in the state."""
    for match in _OWNED.finditer(scene.text):
        if not _is_region(scene, match["region"], match.start("region")):
            continue
        inner = _phrase(scene, match.start("name"), match.end("sort"))
        region = _phrase(scene, *match.span("region"))
        yield scene.claim("contain", None, inner, region), match.span()
        held = _subject(scene, match.start())
        if held and inner:
            yield scene.claim("contain", None, held, inner), (match.start() - 1, match.start())


def _stated(scene: Scene) -> Iterator[tuple[Claim, tuple[int, int]]]:
    """Yield "the depot was in the Russian region of Voronezh"."""
    for match in _IS_IN.finditer(scene.text):
        if not country(match["owner"]):
            continue
        held = scene.clause_subject(scene.words.after(match.start()))
        whole = _phrase(scene, *match.span("whole"))
        if held:
            yield scene.claim("contain", None, held, whole), match.span()


KIND = Kind(
    "contain",
    ("north", "south", "east", "west", "central", "center", "centre", "'s ", "’s ", " in the ", "mid"),
    _find,
    check_contain,
    (
        Example("Flooding hit the northern Nigerian state of Kebbi.", "Kebbi", "Nigerian", None, "N"),
        Example("A bridge fell at Dorla, a small town in southern Iran.", "Dorla", "Iran", None, "S"),
        Example(
            "The warehouse was in the Russian region of Bryansk.",
            "The warehouse",
            "the Russian region of Bryansk",
        ),
    ),
    measured=False,
)
