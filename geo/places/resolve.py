"""Decide which place each name stands for, by what the whole article says.

One name has one referent in an article, so names are resolved together: each candidate place gets a vector of
evidence (population, kind, "X, Parent", agreement with the other places on country and division, nearness, ...),
a weighted sum of it is its score, and the choice is made twice, the second time against the first choices.
The weights are learned by `data/make/train_places.py` and can be read in `data/resolve.json`.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.model import Place
from geo.places.find import Candidate, Token
from geo.places.lexicon import CUES
from geo.world.gazetteer import Ref, prominence

__all__ = ["EVIDENCE", "Choice", "Group", "choose", "evidence", "group", "weights"]

Array = NDArray[np.float64]

EVIDENCE = (
    "population", "country", "capital", "division", "county", "region", "feature", "facility", "alias", "short", "demonym", "curated",
    "leads", "parent", "stranger", "same country", "same division", "near", "nearest", "kind cue", "home country", "home division", "inside",
)  # fmt: skip
"""What is known of each candidate place, in the order of the weights."""

_AREAS = frozenset({"country", "division", "county"})
_REGIONS = frozenset({"region", "continent", "peninsula", "desert", "island", "borough", "district"})
_FACILITIES = frozenset({"airport", "port", "building", "street", "base", "site"})
_TOWNS = frozenset({"town", "capital", "village", "city"})
_MOST = 60
_KINDS = {
    "county": {"county"}, "parish": {"county"}, "counties": {"county"}, "state": {"division"}, "province": {"division"},
    "oblast": {"division"}, "region": {"division", "region"}, "krai": {"division"}, "governor": {"division"}, "city": _TOWNS, "town": _TOWNS,
    "village": _TOWNS, "mayor": _TOWNS, "river": {"river"}, "lake": {"lake"}, "island": {"island"}, "sea": {"sea"},
    "airport": {"airport"}, "port": {"port"}, "republic": {"country"}, "government": {"country", "division"}, "police": _TOWNS,
    "downtown": _TOWNS, "gov": {"division"}, "sen": {"division"}, "d": {"division"}, "r": {"division"},
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """All mentions of one name, the places it may stand for, and the areas it is said to lie in."""

    key: str
    members: list[int] = field(default_factory=list)
    options: tuple[Ref, ...] = ()
    parents: list[tuple[Ref, ...]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a group, how sure, the runners-up and the reasons."""

    ref: Ref
    score: float
    rivals: tuple[Place, ...]
    reasons: tuple[str, ...]


def _parented(text: str, left: Candidate, right: Candidate) -> bool:
    """Whether the second name may say where the first lies: "X, Y", "X (Y", "X Y." for abbreviations."""
    gap = text[left.end : right.start]
    if gap in {", ", ",", " ("}:
        return True
    return gap == " " and right.pattern == "sign"


def group(picked: Sequence[Candidate], words: Sequence[Token], text: str) -> list[Group]:
    """Gather mentions by name; a mention that names its own parent differently from others stands alone."""
    groups: dict[str, Group] = {}
    parents = [
        tuple(r for r in right.refs if r.place.kind in _AREAS and r.how != "short")
        if _parented(text, left, right)
        else ()
        for left, right in pairwise(picked)
    ] + [()]
    for number, each in enumerate(picked):
        if not each.refs:
            continue
        options = tuple(sorted(each.refs, key=prominence)[:_MOST])
        one = groups.setdefault(each.key, Group(each.key, options=options))
        one.members.append(number)
        inside = tuple(p for p in parents[number] if any(within(o.place, p.place) for o in options))
        if inside:
            one.parents.append(inside)
        near = (*words[max(0, each.first - 2) : each.first], *words[each.last + 1 : each.last + 2])
        one.words.update(w.key for w in near)
    return list(groups.values())


def within(place: Place, area: Place) -> bool:
    """Whether a place lies in a country, division or county, as far as the gazetteer tells."""
    if place.id == area.id or (place.country and place.country != area.country):
        return False
    if area.kind == "country":
        return place.kind != "country"
    if area.kind == "division":
        return place.kind not in {"country", "division"} and place.admin1 == area.admin1
    return place.kind in _TOWNS and place.admin1 == area.admin1 and apart(place, area) < area.radius_km + 30


def apart(a: Place, b: Place) -> float:
    """Distance in km on a sphere: for weighing only, never for measuring."""
    lat1, lat2 = math.radians(a.at.lat), math.radians(b.at.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.at.lon - a.at.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _own(one: Group, homes: Sequence[Place]) -> Array:
    """Fill in what does not depend on the other names."""
    rows = np.zeros((len(one.options), len(EVIDENCE)))
    cued = set().union(*(_KINDS.get(word, ()) for word in one.words))
    for row, (place, how) in zip(rows, one.options, strict=True):
        kind = place.kind
        held = any(within(place, p.place) for group_ in one.parents for p in group_)
        row[:17] = (
            math.log10(place.population + 10) if kind in _TOWNS else 0,
            kind == "country", kind == "capital", kind == "division", kind == "county", kind in _REGIONS,
            kind not in _AREAS | _REGIONS | _TOWNS | _FACILITIES, kind in _FACILITIES, how == "alias", how == "short" and "county" not in cued,
            how == "demonym", how == "curated", 0, held, bool(one.parents) and not held, 0, 0,
        )  # fmt: skip
        row[19] = kind in cued
        row[20] = any(place.country == h.country for h in homes)
        row[21] = any(place.country == h.country and place.admin1 == h.admin1 for h in homes)
    rows[0, 12] = 1
    return rows


def _unit(places: Sequence[Place]) -> Array:
    """Put places on the unit sphere."""
    lat = np.radians([p.at.lat for p in places])
    lon = np.radians([p.at.lon for p in places])
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)


def evidence(groups: Sequence[Group], homes: Sequence[Place], chosen: Sequence[int] | None) -> list[Array]:
    """Fill in all evidence; what others say needs the places `chosen` for them so far."""
    own = [_own(each, homes) for each in groups]
    if chosen is None or len(groups) < 2:
        return own
    picks = [each.options[i].place for each, i in zip(groups, chosen, strict=True)]
    weight = np.sqrt([len(each.members) for each in groups])
    everyone = _unit(picks)
    local = np.array([p.kind not in {"country", "continent", "division", "ocean", "region"} for p in picks])
    for number, (each, rows) in enumerate(zip(groups, own, strict=True)):
        others = weight.copy()
        others[number] = 0
        total = others.sum()
        country: dict[str, float] = {}
        division: dict[tuple[str, str], float] = {}
        for place, w in zip(picks, others, strict=True):
            if w and place.country:
                country[place.country] = country.get(place.country, 0) + w
                if place.admin1:
                    division[place.country, place.admin1] = division.get((place.country, place.admin1), 0) + w
        places = [ref.place for ref in each.options]
        rows[:, 15] = [country.get(p.country, 0) / total for p in places]
        rows[:, 16] = [division.get((p.country, p.admin1), 0) / total if p.admin1 else 0 for p in places]
        rows[:, 22] = [division.get((p.country, p.admin1), 0) > 0 if p.admin1 else 0 for p in places]
        useful = others * local
        if useful.any():
            km = 6371 * np.arccos(np.clip(_unit(places) @ everyone.T, -1, 1))
            rows[:, 17] = (np.exp(-km / 200) * useful).sum(axis=1) / useful.sum()
            rows[:, 18] = np.exp(-np.where(useful > 0, km, np.inf).min(axis=1) / 100)
    return own


@cache
def weights() -> Array:
    """Read the learned weights, in the order of `EVIDENCE`."""
    text = files("geo.places").joinpath("data", "resolve.json").read_text("utf-8")
    table = json.loads(text)
    return np.array([table.get(name, 0.0) for name in EVIDENCE])


def _reasons(row: Array, place: Place, one: Group) -> tuple[str, ...]:
    """Say in words what spoke for a place."""
    on = dict(zip(EVIDENCE, row, strict=True))
    if on["parent"]:
        parent = next(p.place.name for ps in one.parents for p in ps if within(place, p.place))
        yes = [f"named with {parent}"]
    else:
        yes = []
    yes += ["curated"] if on["curated"] else []
    yes += [f"the words about it say {place.kind}"] if on["kind cue"] else []
    yes += ["other places of the article lie near"] if on["nearest"] > 0.4 else []
    yes += [f"other places of the article are in {place.admin1}"] if on["same division"] > 0.2 else []
    if not yes and on["same country"] > 0.2:
        yes = ["agrees with the country of other places"]
    if on["leads"] and not yes:
        yes = ["the most prominent place of this name"]
    return tuple(yes)


def choose(groups: Sequence[Group], homes: Sequence[Place] = (), table: Array | None = None) -> list[Choice]:
    """Choose a place for every group."""
    if not groups:
        return []
    by = weights() if table is None else table
    chosen: list[int] | None = None
    for _ in range(3):
        rows = evidence(groups, homes, chosen)
        scores = [each @ by for each in rows]
        chosen = [int(np.argmax(s)) for s in scores]
    return [
        _choice(each, row, score, best)
        for each, row, score, best in zip(groups, rows, scores, chosen or (), strict=True)
    ]


def _choice(one: Group, rows: Array, scores: Array, best: int) -> Choice:
    share = np.exp(scores - scores.max())
    share /= share.sum()
    order = np.argsort(-scores, kind="stable")
    rivals = tuple(one.options[i].place for i in order if i != best)[:5]
    ref = one.options[best]
    return Choice(ref, float(share[best]), rivals, _reasons(rows[best], ref.place, one))


def actor_cues() -> frozenset[str]:
    """Words after a place that acts: "Moscow denied"."""
    return CUES["agent"]
