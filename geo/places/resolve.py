"""Decide which place each name stands for, by what the whole article says.

One name has one referent in an article, so names are resolved together: each candidate place gets a vector of
evidence (population, kind, "X, Parent", agreement with the other places on country and division, nearness, ...),
a weighted sum of it is its score, and the choice is made twice, the second time against the first choices.
The weights are learned by `data/make/train_places.py` and can be read in `data/resolve.json`.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.model import Place
from geo.places.find import Candidate
from geo.places.words import MARK, Words
from geo.world.gazetteer import NARROW_KM, Ref, prominence

__all__ = ["EVIDENCE", "Choice", "Group", "choose", "evidence", "group", "weights"]

Array = NDArray[np.float64]

EVIDENCE = (
    "population", "country", "capital", "division", "county", "region", "feature", "facility", "alias", "short", "demonym", "curated",
    "leads", "parent", "stranger", "kind cue", "home country", "home division", "home near", "namesake",
    "same country", "same division", "division possible", "near", "nearest",
)  # fmt: skip
"""What is known of each candidate place, in the order of the weights; the last five depend on the other names."""

_AREAS = frozenset({"country", "division", "county"})
_REGIONS = frozenset({"region", "continent", "peninsula", "desert", "island", "borough", "district"})
_FACILITIES = frozenset(
    {"airport", "port", "building", "street", "base", "site", "government", "border crossing", "square"}
)
_TOWNS = frozenset({"town", "capital", "village", "city"})
_PLAIN = _AREAS | _REGIONS | _TOWNS | _FACILITIES
_VAST = frozenset({"country", "continent", "division", "ocean", "region", "sea"})
_NEVER_SMALL = frozenset({"country", "division", "capital", "region", "continent", "island", "river"})
_OWN = EVIDENCE.index("same country")
_MOST = 60
_PART = 150
_PART_OPTIONS = 2_000
_AT_ONCE = 256
_KINDS = {
    "county": {"county"}, "parish": {"county"}, "counties": {"county"}, "state": {"division"}, "province": {"division"},
    "oblast": {"division"}, "region": {"division", "region"}, "krai": {"division"}, "governor": {"division"}, "city": _TOWNS, "town": _TOWNS,
    "village": _TOWNS, "mayor": _TOWNS, "river": {"river"}, "lake": {"lake"}, "island": {"island"}, "sea": {"sea"},
    "airport": {"airport"}, "port": {"port"}, "republic": {"country"}, "government": {"country", "division"}, "police": _TOWNS,
    "downtown": _TOWNS, "dateline": _TOWNS, "upstate": {"division"}, "gov": {"division"}, "sen": {"division"}, "d": {"division"}, "r": {"division"},
}  # fmt: skip


_DATELINE = re.compile(r"(?:, [A-Z][^\n]{0,30})? ?(?:\(|-{2}|[\u2013\u2014])")
_LISTED = re.compile(r",? (?:and|or) [A-Z]")
_GREAT = 500_000

_SAID = {
    "state": "division", "province": "division", "oblast": "division", "krai": "division", "prefecture": "division", "governorate": "division",
    "county": "county", "counties": "county", "parish": "county", "states": "division", "provinces": "division",
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


def _cities_listed(text: str, left: Candidate, right: Candidate) -> bool:
    """Whether two cities open a list, though the second is an area too: "Washington, New York and Boston"."""
    return _LISTED.match(text, right.end) is not None and all(
        any(
            r.place.kind in _TOWNS
            and (r.how == "curated" or r.place.population > _GREAT)
            and r.how != "alias"
            for r in each.refs
        )
        for each in (left, right)
    )


def _parents_of(picked: Sequence[Candidate], text: str) -> list[tuple[Ref, ...]]:
    """Give, for each mention, the areas that the next one may name as its parent."""
    areas = [
        tuple(r for r in right.refs if r.place.kind in _AREAS and r.how != "short")
        if _parented(text, left, right) and not _cities_listed(text, left, right)
        else ()
        for left, right in pairwise(picked)
    ]
    return [*areas, ()][: len(picked)]


def _said_kind(each: Candidate, words: Words) -> str:
    """Read the kind that the words give to a mention: "Washington state", "Wayne and Oakland counties", "the state of Georgia"."""
    after = words.after(each.last, 3)
    if after and after[0].text in _SAID:
        return _SAID[after[0].text]
    if (
        len(after) == 3
        and after[0].text == "and"
        and after[1].marks & MARK["opens"]
        and after[2].text == "counties"
    ):
        return "county"
    before = words.each[max(0, each.first - 2) : each.first]
    return _SAID.get(before[0].text, "") if len(before) == 2 and before[1].text == "of" else ""


def _options(each: Candidate, said: str) -> tuple[Ref, ...]:
    """List the places a mention may stand for: those of the kind that is said, and no city twice."""
    ordered = tuple(sorted(each.refs, key=prominence)[:_MOST])
    kept = tuple(r for r in ordered if r.place.kind == said)
    if kept:
        return kept
    cities = [
        r.place
        for r in ordered
        if r.place.kind in _TOWNS and (r.place.population > 100_000 or r.how == "curated")
    ]

    def twice(ref: Ref) -> bool:
        place = ref.place
        small = place.kind in {"division", "county", "port"} and place.radius_km < 60
        return small and any(c.country == place.country and apart(c, place) < 40 for c in cities)

    return tuple(r for r in ordered if not twice(r))


def group(picked: Sequence[Candidate], words: Words, text: str, homes: Sequence[Place] = ()) -> list[Group]:
    """Gather mentions by name; one whose own words set it apart ("Paris, France", "Washington state") stands alone."""
    groups: dict[str, Group] = {}
    leading: dict[str, str] = {}
    known: dict[tuple[int, str], tuple[Ref, ...]] = {}
    for number, (each, areas) in enumerate(zip(picked, _parents_of(picked, text), strict=True)):
        if not each.refs:
            continue
        said = _said_kind(each, words)
        options = known.get((id(each.refs), said))
        if options is None:
            options = known[id(each.refs), said] = _options(each, said)
        if any(o.place.kind == "country" and o.how != "alias" for o in options):
            # "Cuba, Mexico" is a list, not a village in Mexico.
            held = tuple(a for a in areas if a.place.kind != "country")
        else:
            held = areas
        inside = tuple(p for p in held if any(within(o.place, p.place) for o in options))
        name = f"{each.key} {said}" if options[0].place.kind == said else each.key
        if inside and leading.setdefault(name, inside[0].place.id) != inside[0].place.id:
            name = f"{name} in {inside[0].place.id}"
        one = groups.setdefault(name, Group(name, options=options))
        one.members.append(number)
        if inside:
            one.parents.append(inside)
        near = (*words.each[max(0, each.first - 2) : each.first], *words.each[each.last + 1 : each.last + 2])
        one.words.update(w.key for w in near)
        if each.text.isupper() and _DATELINE.match(text, each.end):
            one.words.add("dateline")
    for one in groups.values():
        _prune(one, homes)
    return list(groups.values())


def _prune(one: Group, homes: Sequence[Place]) -> None:
    """Drop what a name never means: a place outside the parent it is given, a hamlet called like a country or state."""
    parents = [p.place for areas in one.parents for p in areas]
    local = [(h.country, h.admin1) for h in homes if h.kind != "country"]
    areas = {r.place.kind for r in one.options if r.how in {"name", "sign", "curated"}} & {
        "country",
        "division",
    }
    bar = math.inf if "country" in areas else 50_000

    def stays(ref: Ref) -> bool:
        place = ref.place
        if any(within(place, area) for area in parents):
            return True
        if not areas:
            return not parents
        if place.kind in _NEVER_SMALL or ref.how == "curated" or place.population >= bar:
            return True
        return (place.country, place.admin1) in local

    one.options = tuple(r for r in one.options if stays(r))


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
    named = {r.place.kind for r in one.options if r.how in {"name", "sign", "curated"}}
    local = [home for home in homes if home.kind != "country"]
    countries, divisions = {h.country for h in homes}, {(h.country, h.admin1) for h in local}
    for row, (place, how) in zip(rows, one.options, strict=True):
        kind = place.kind
        town = kind in _TOWNS
        narrow = place.radius_km < NARROW_KM
        held = any(within(place, p.place) for parents in one.parents for p in parents)
        row[:_OWN] = (
            math.log10(place.population + 10) if town else 0,
            kind == "country", kind == "capital", kind == "division" and not narrow, kind == "county" or (kind == "division" and narrow), kind in _REGIONS,
            kind not in _PLAIN, kind in _FACILITIES, how == "alias", how == "short" and "county" not in cued,
            how == "demonym", how == "curated", 0, held, bool(one.parents) and not held, kind in cued,
            place.country in countries, (place.country, place.admin1) in divisions,
            max((math.exp(-apart(place, h) / 100) for h in local), default=0),
            kind not in {"country", "division"} and bool(named & {"country", "division"}) and not held,
        )  # fmt: skip
    rows[0, EVIDENCE.index("leads")] = 1
    return rows


def _unit(places: Sequence[Place]) -> Array:
    """Put places on the unit sphere."""
    lat = np.radians([p.at.lat for p in places])
    lon = np.radians([p.at.lon for p in places])
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)


class _Field:
    """All options of all groups in one table, so that each hears what the others say."""

    def __init__(self, groups: Sequence[Group], homes: Sequence[Place]) -> None:
        self.places = [ref.place for each in groups for ref in each.options]
        self.rows = np.concatenate([_own(each, homes) for each in groups])
        sizes = [len(each.options) for each in groups]
        self.edges = np.cumsum([0, *sizes])
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.weight = np.sqrt([len(each.members) for each in groups])
        self.total = np.maximum(self.weight.sum() - self.weight, 1e-9)[self.owner]
        self.country = _codes([p.country for p in self.places])
        self.division = _codes([f"{p.country}.{p.admin1}" if p.admin1 else "" for p in self.places])
        self.local = np.array([p.kind not in _VAST for p in self.places])
        self.kernels: tuple[NDArray[np.int64], Array, Array] | None = None
        self._possible()

    def _possible(self) -> None:
        """Mark the divisions in which many other names could lie, however likely."""
        count = int(self.division.max()) + 1
        has = np.zeros((len(self.weight), count))
        has[self.owner, self.division] = 1
        has[:, 0] = 0
        has *= (self.weight / np.sqrt(np.maximum(has.sum(axis=1), 1)))[:, None]
        others = has.sum(axis=0)[self.division] - has[self.owner, self.division]
        self.rows[:, -3] = np.where(self.division > 0, others / self.total, 0)

    def _votes(self, codes: NDArray[np.int64], promise: Array) -> Array:
        """Share of the other groups' votes that falls on each option's area."""
        shape = (len(self.weight), int(codes.max()) + 1)
        table = np.bincount(self.owner * shape[1] + codes, promise, shape[0] * shape[1]).reshape(shape)
        others = table.sum(axis=0)[codes] - table[self.owner, codes]
        return np.where(codes > 0, others / self.total, 0)

    def hear(self, share: Array) -> None:
        """Fill in what the others say, given how likely each option is so far."""
        promise = share * self.weight[self.owner]
        self.rows[:, -5] = self._votes(self.country, promise)
        self.rows[:, -4] = self._votes(self.division, promise)
        voters, far, close = self._kernels(share)
        if len(voters):
            self.rows[:, -2] = far @ promise[voters] / self.total
            for at in range(0, len(close), _AT_ONCE):
                self.rows[at : at + _AT_ONCE, -1] = (close[at : at + _AT_ONCE] * share[voters]).max(axis=1)

    def _kernels(self, share: Array) -> tuple[NDArray[np.int64], Array, Array]:
        """Measure once how near each option is to the likelier options of other names."""
        if self.kernels is None:
            voters = np.flatnonzero(self.local & (share > 0.02))
            unit = _unit(self.places)
            # Names with dozens of places each make these tables large: they are worked out in place.
            km = unit @ unit[voters].T
            np.arccos(np.clip(km, -1, 1, out=km), out=km)
            km *= 6371
            foreign = self.owner[:, None] != self.owner[voters][None, :]
            far = km / -200
            np.exp(far, out=far)
            far *= foreign
            close = np.divide(km, -60, out=km)
            np.exp(close, out=close)
            close *= foreign
            self.kernels = voters, far, close
        return self.kernels

    def shares(self, scores: Array) -> Array:
        """Turn scores into probabilities within each group."""
        top = np.maximum.reduceat(scores, self.edges[:-1])
        power = np.exp(scores - top[self.owner])
        sums: Array = np.add.reduceat(power, self.edges[:-1])
        share: Array = power / sums[self.owner]
        return share


def _codes(names: Sequence[str]) -> NDArray[np.int64]:
    """Give names numbers from 1; the empty one is 0."""
    table = {"": 0}
    return np.array([table.setdefault(name, len(table)) for name in names], dtype=np.int64)


def evidence(
    groups: Sequence[Group], homes: Sequence[Place], by: Array, rounds: int = 3
) -> tuple[_Field, Array]:
    """Weigh all options, each round in the light of the one before; give the field and the probabilities."""
    held = _Field(groups, homes)
    share = held.shares(held.rows @ by)
    for _ in range(rounds):
        held.hear(share)
        share = held.shares(held.rows @ by)
    return held, share


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
    yes += ["near the outlet's home"] if on["home near"] > 0.3 else []
    yes += ["other places of the article lie near"] if on["nearest"] > 0.4 else []
    yes += [f"other places of the article are in {place.admin1}"] if on["same division"] > 0.2 else []
    if not yes and on["same country"] > 0.2:
        yes = ["agrees with the country of other places"]
    if on["leads"] and not yes:
        yes = ["the most prominent place of this name"]
    return tuple(yes)


def choose(groups: Sequence[Group], homes: Sequence[Place] = (), by: Array | None = None) -> list[Choice]:
    """Choose a place for every group."""
    by = weights() if by is None else by
    return [choice for part in _parts(groups) for choice in _decide(part, homes, by)]


def _parts(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Part the names of a very long text, or of one whose names have dozens of places each, so that work and memory stay in bounds."""
    part: list[Group] = []
    options = 0
    for each in groups:
        options += len(each.options)
        if part and (len(part) == _PART or options > _PART_OPTIONS):
            yield part
            part, options = [], len(each.options)
        part.append(each)
    if part:
        yield part


def _decide(groups: Sequence[Group], homes: Sequence[Place], by: Array) -> list[Choice]:
    """Choose the places of names that are decided together."""
    held, share = evidence(groups, homes, by)
    edges = held.edges
    return [
        _choice(each, held.rows[edges[n] : edges[n + 1]], share[edges[n] : edges[n + 1]])
        for n, each in enumerate(groups)
    ]


def _choice(one: Group, rows: Array, share: Array) -> Choice:
    order = [int(n) for n in np.argsort(-share, kind="stable")]
    best = order[0]
    rivals = tuple(one.options[n].place for n in order[1:6])
    ref = one.options[best]
    return Choice(ref, float(share[best]), rivals, _reasons(rows[best], ref.place, one))
