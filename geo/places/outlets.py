"""Say where an outlet is at home: a local paper that writes "Athens" means the Athens next door.

A table lists papers and broadcasters by their address. For others the name is read: what is left of
"springfieldtribune.com" or "The Korea Herald" without the words that papers are called by is a place, or several of
one name. Failing that, the country of the address counts.
"""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from geo.model import Place
from geo.places.lexicon import plain_words
from geo.world.gazetteer import Gazetteer, Ref
from geo.world.names import key

__all__ = ["homes"]

# Domains that stand for no country, though they have the letters of one.
_GENERIC = frozenset(
    {"com", "org", "net", "info", "co", "io", "tv", "me", "fm", "ai", "cc", "ws", "edu", "gov", "int", "eu"}
)
_PRESS = tuple(
    sorted(
        """advertiser advocate age argus banner beacon bee broadcasting bulletin business call chronicle citizen city clarion county courier
        daily democrat dispatch echo enterprise evening examiner express extra free gazette globe guardian herald independent
        inquirer intelligencer item journal leader ledger life live local magazine mail media mercury messenger metro mirror monitor
        morning my news newspaper newspapers now observer of online paper pilot post press radio record recorder register
        report reporter republic republican review sentinel standard star state sun sunday tab telegram telegraph the this times today
        transcript tribune tv union voice week weekly world""".split(),
        key=len,
        reverse=True,
    )
)
"""Words that newspapers are called by, the longest first."""

_AREAS = frozenset({"country", "division", "region", "peninsula", "island"})
_TOWNS = frozenset({"town", "capital", "city"})
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
_LARGE = 100_000
_MIDDLING = 5_000
_SMALL = 1_000
_OVERSHADOWED = 20
_MOST_HOMES = 5
_LONGEST = 40


@cache
def _table() -> dict[str, str]:
    """Read the table: domain to id of the place."""
    with files("geo.places").joinpath("data", "outlets.tsv").open(encoding="utf-8") as file:
        return {row["domain"]: row["place"] for row in csv.DictReader(file, delimiter="\t")}


def _listed(parts: list[str], gazetteer: Gazetteer) -> Place | None:
    """Look up a domain, then the domains above it."""
    known = (_table().get(".".join(parts[at:])) for at in range(len(parts) - 1))
    return next((gazetteer.place(id_) for id_ in known if id_), None)


def _bare(name: str) -> str:
    """Take the words of newspapers off both ends of a name that is written as one word."""
    trimmed = True
    while trimmed:
        trimmed = False
        for word in _PRESS:
            if name.startswith(word):
                name, trimmed = name[len(word) :].lstrip("-"), True
            elif name.endswith(word):
                name, trimmed = name[: -len(word)].rstrip("-"), True
    return name


def _readings(name: str) -> Iterator[str]:
    """Yield the ways to part a name written as one word into words: "losangeles", "los angeles"."""
    form = name.replace("-", " ")
    yield form
    if " " not in form:
        yield from (f"{name[:at]} {name[at:]}" for at in range(2, len(name) - 2))


def _meant(refs: tuple[Ref, ...], country: str, *, sure: bool) -> tuple[Place, ...]:
    """Keep the places that a paper may be called after: the country, else the area and the towns of the name."""
    named = [
        r.place for r in refs if r.how in {"name", "curated", "demonym"} and country in {"", r.place.country}
    ]
    areas = tuple(p for p in named if p.kind in _AREAS)[:1]
    if any(p.kind == "country" for p in areas):
        return areas
    least = (_SMALL if sure else _LARGE) if not areas else _LARGE
    towns = [p for p in named if p.kind in _TOWNS and (p.population >= least or p.kind == "city")]
    towns.sort(key=lambda p: -p.population)
    # A paper whose name is read here is written in English, whatever larger town has the name elsewhere.
    likely = (
        p
        for p in towns
        if p.population * _OVERSHADOWED >= towns[0].population
        or (p.country in _ENGLISH and p.population >= _MIDDLING)
    )
    return (*areas, *likely)[:_MOST_HOMES]


def _of_words(outlet: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Read the places in a name of several words: "The Paris News", "Korea Herald"."""
    words = [w for w in key(outlet).split()[:8] if w not in _PRESS]
    sure = len(words) < len(key(outlet).split())
    for size in range(min(3, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            found = _meant(gazetteer.refs(" ".join(words[at : at + size])), "", sure=sure)
            if found:
                return found
    return ()


def _of_label(label: str, country: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Read the places in one label of a domain: "athensreview", "koreaherald"."""
    bare = _bare(label[:_LONGEST])
    if len(bare) < 4 or bare in plain_words():
        return ()
    for form in _readings(bare):
        found = _meant(gazetteer.refs(key(form)), country, sure=bare != label)
        if found:
            return found
    return ()


def _of_address(address: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Find the home of a domain: listed, said in its name, or its country."""
    parts = address.split(".")
    listed = _listed(parts, gazetteer)
    if listed:
        return (listed,)
    code = "gb" if parts[-1] == "uk" else parts[-1]
    country = gazetteer.place(f"country:{code.upper()}") if len(code) == 2 and code not in _GENERIC else None
    labels = sorted((p for p in parts[:-1] if len(p) > 3), key=len, reverse=True)
    said = (_of_label(label, country.country if country else "", gazetteer) for label in labels)
    return next((found for found in said if found), (country,) if country else ())


def homes(outlet: str | None, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Give the home of an outlet, or the towns of the name it bears, or nothing.

    Parameters
    ----------
    outlet
        A domain ("www.example.co.uk"), an address, or the name of a paper.
    gazetteer
        Where places are looked up.
    """
    if not outlet:
        return ()
    name = outlet.strip().lower().removeprefix("https://").removeprefix("http://").split("/")[0][:100]
    named = " " in name or "." not in name
    return _of_words(outlet[:100], gazetteer) if named else _of_address(name, gazetteer)
