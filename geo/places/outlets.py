"""Say where an outlet is at home: a local paper that writes "Athens" means the Athens next door.

A table lists papers and broadcasters by their address; for others the country of the address counts, and a place
that the outlet has in its name ("The Korea Herald").
"""

import csv
from functools import cache
from importlib.resources import files

from geo.model import Place
from geo.world.gazetteer import Gazetteer
from geo.world.names import key

__all__ = ["homes"]

# Domains that stand for no country, though they have the letters of one.
_GENERIC = frozenset(
    {"com", "org", "net", "info", "co", "io", "tv", "me", "fm", "ai", "cc", "ws", "edu", "gov", "int"}
)


@cache
def _table() -> dict[str, str]:
    """Read the table: domain to id of the place."""
    with files("geo.places").joinpath("data", "outlets.tsv").open(encoding="utf-8") as file:
        return {row["domain"]: row["place"] for row in csv.DictReader(file, delimiter="\t")}


def _of_address(outlet: str, gazetteer: Gazetteer) -> Place | None:
    """Look up a domain, then the domains above it, then its country."""
    parts = outlet.split(".")
    for at in range(len(parts) - 1):
        known = _table().get(".".join(parts[at:]))
        if known:
            return gazetteer.place(known)
    code = "gb" if parts[-1] == "uk" else parts[-1]
    return gazetteer.place(f"country:{code.upper()}") if len(code) == 2 and code not in _GENERIC else None


def _of_name(outlet: str, gazetteer: Gazetteer) -> Place | None:
    """Find the country in the name of an outlet."""
    words = key(outlet).split()[:8]
    for size in (2, 1):
        for at in range(len(words) - size + 1):
            for place, how in gazetteer.refs(" ".join(words[at : at + size])):
                if place.kind in {"country", "capital"} and how in {"name", "curated", "demonym"}:
                    return place
    return None


def homes(outlet: str | None, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Give the home of an outlet, or nothing."""
    if not outlet:
        return ()
    name = outlet.strip().lower().removeprefix("https://").removeprefix("http://").split("/")[0][:100]
    found = _of_name(outlet, gazetteer) if " " in name or "." not in name else _of_address(name, gazetteer)
    return (found,) if found else ()
