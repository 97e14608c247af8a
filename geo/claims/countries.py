"""Know countries by their English names and demonyms, so that "the Ukrainian border" has a country."""

from functools import cache, lru_cache

from geo.world.names import key
from geo.world.sources import table

__all__ = ["country", "is_country"]


@cache
def _names() -> dict[str, str]:
    """Every name and demonym of a country, reduced for comparison, with the country's English name."""
    rows = {row["code"]: row for row in table("countries.tsv")}
    extra = {row["code"]: row for row in table("country_names.tsv")}
    out: dict[str, str] = {}
    for code, row in rows.items():
        more = extra.get(code, {})
        cells = (
            row["name"],
            more.get("aliases") or "",
            more.get("signs") or "",
            more.get("demonyms") or "",
            row["demonyms"] or "",
        )
        for cell in cells:
            for name in cell.split(";"):
                if name.strip():
                    out.setdefault(key(name), row["name"].removeprefix("The "))
    return out


@lru_cache(8192)
def country(words: str) -> str | None:
    """English name of the country that a name or demonym stands for.

    >>> country("Ukrainian"), country("the Netherlands"), country("Ukraine’s"), country("Paris")
    ('Ukraine', 'Netherlands', 'Ukraine', None)
    """
    bare = words.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s").strip(" '’.")
    if not bare[:1].isupper():
        return None
    names = _names()
    found = names.get(key(bare))
    # "US" is a country, "us" and "IT" are words.
    return found if found and (len(bare) > 2 or bare in {"US", "UK"}) else None


def is_country(words: str) -> bool:
    """Whether words are a country's name or demonym and nothing else."""
    return country(words) is not None
