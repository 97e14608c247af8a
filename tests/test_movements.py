"""Check what is read of movements: who, from, via, to, how, when, and whether it happened."""

import time
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from geo import dates, movements, text
from geo.model import Article, LonLat, Mention, Movement, Place

THURSDAY = date(2024, 5, 16)


def read(words: str, mentions: tuple[Mention, ...] = ()) -> tuple[Movement, ...]:
    """Read a text published on Thursday 16 May 2024."""
    document = text.read(Article("a", words, published=THURSDAY))
    return movements.read(document, mentions, dates.read(document)[0])


def legs(words: str) -> list[tuple[str | None, str | None]]:
    """Give from and to of each movement."""
    return [
        tuple(end.span.text if end else None for end in (each.origin, each.destination))
        for each in read(words)
    ]


# Text, and for each movement: words of what moves, from, to, via, mode, first day, status ("" and None of mode and status: not asked).
TOLD = [
    (
        "A cargo plane carrying 40 tonnes of medical aid flew from Liege to Khartoum on Wednesday, the agency said.",
        [("medical aid", "Liege", "Khartoum", (), "air", "2024-05-15", "done")],
    ),
    (
        "Twelve trucks loaded with flour left Rafah for Gaza City on Sunday morning.",
        [("flour", "Rafah", "Gaza City", (), "road", "2024-05-12", "done")],
    ),
    (
        "The bulk carrier Ocean Pearl, laden with corn, sailed from Chornomorsk through the Bosphorus to Alexandria on May 3.",
        [("corn", "Chornomorsk", "Alexandria", ("Bosphorus",), "sea", "2024-05-03", "done")],
    ),
    (
        "Around 2,000 miners were evacuated from Goma to Bukavu by boat on 4 May.",
        [("2,000 miners", "Goma", "Bukavu", (), "sea", "2024-05-04", "done")],
    ),
    (
        "Two suspects were extradited from Spain to Colombia last Friday.",
        [("Two suspects", "Spain", "Colombia", (), "unknown", "2024-05-10", "done")],
    ),
    (
        "The train left Almaty on May 7 and reached Xi'an nine days later.",
        [("train", "Almaty", "Xi'an", (), "rail", "2024-05-07", "done")],
    ),
    (
        "Police said the stolen car was driven from Lille to Ghent overnight.",
        [("car", "Lille", "Ghent", (), "road", "2024-05-15", "done")],
    ),
    (
        "The tanker Sea Falcon is due to leave Primorsk for Mumbai on Friday.",
        [("Sea Falcon", "Primorsk", "Mumbai", (), "sea", "2024-05-17", "planned")],
    ),
    (
        "The navy will escort the convoy from Djibouti to Mombasa next week.",
        [("convoy", "Djibouti", "Mombasa", (), None, "2024-05-20", "planned")],
    ),
    (
        "A Boeing 737 bound for Nairobi turned back to Kigali on Tuesday.",
        [("Boeing", "", "Nairobi", (), "air", "2024-05-14", None)],
    ),
    (
        "The migrants travelled from Agadez across the Sahara to Sabha in pickups.",
        [("migrants", "Agadez", "Sabha", ("Sahara",), "road", None, "done")],
    ),
    (
        "The museum shipped the painting to Oslo in March.",
        [("painting", None, "Oslo", (), "unknown", "2024-03-01", "done")],
    ),
    (
        "Some 600 tonnes of steel arrived in Ghent by barge on Monday from Duisburg.",
        [("steel", "Duisburg", "Ghent", (), "sea", "2024-05-13", "done")],
    ),
    (
        "Rebels fled Uvira and crossed into Burundi on Thursday.",
        [("Rebels", "Uvira", "Burundi", (), None, "2024-05-16", None)],
    ),
    ("The yacht was towed into Valletta by a tug.", [("yacht", None, "Valletta", (), "sea", None, "done")]),
    (
        "The minister denied that tanks had been sent to Minsk.",
        [("tanks", None, "Minsk", (), None, None, "denied")],
    ),
    (
        "The shipment allegedly moved by rail from Khasan to Omsk in early March.",
        [("shipment", "Khasan", "Omsk", (), "rail", "2024-03-01", "alleged")],
    ),
    (
        "Soldiers marched from Fizuli to Shusha on foot.",
        [("Soldiers", "Fizuli", "Shusha", (), "foot", None, "done")],
    ),
    (
        "The freighter docked at Piraeus on Saturday after a voyage from Haifa.",
        [("freighter", "Haifa", "Piraeus", (), "sea", "2024-05-11", "done")],
    ),
    (
        "Passengers on a flight from Dublin to Faro on Monday were taken ill, the airline said.",
        [("Passengers", "Dublin", "Faro", (), "air", "2024-05-13", None)],
    ),
    (
        "A shipment of 80 generators from Gdansk to Lviv was delivered by truck on May 2.",
        [("80 generators", "Gdansk", "Lviv", (), "road", "2024-05-02", "done")],
    ),
    (
        "The pilgrims flew to Jeddah and then travelled by bus to Mecca.",
        [
            ("pilgrims", None, "Jeddah", (), "air", None, "done"),
            ("pilgrims", "Jeddah", "Mecca", (), "road", None, "done"),
        ],
    ),
    (
        "The wounded were carried to Amman, from where they were flown to Doha.",
        [
            ("wounded", None, "Amman", (), None, None, "done"),
            ("they", "Amman", "Doha", (), "air", None, "done"),
        ],
    ),
    (
        "The drug was smuggled from Culiacan to Tucson through a tunnel, prosecutors said Thursday.",
        [("drug", "Culiacan", "Tucson", None, None, None, "done")],
    ),
    (
        "Crates of rifles were loaded onto a dhow at Bandar Abbas on 1 May.",
        [("Crates of rifles", "Bandar Abbas", None, (), "sea", "2024-05-01", "done")],
    ),
    (
        "Workers unloaded 500 cows at Aqaba on Wednesday.",
        [("500 cows", None, "Aqaba", (), None, "2024-05-15", "done")],
    ),
    (
        "President Ruto arrived in Kampala on Sunday from Addis Ababa.",
        [("President Ruto", "Addis Ababa", "Kampala", (), None, "2024-05-12", "done")],
    ),
    (
        "The vessel was en route from Santos to Qingdao when its engine failed.",
        [("vessel", "Santos", "Qingdao", (), "sea", None, None)],
    ),
    (
        "A convoy of 30 aid trucks headed for Tigray was stopped on Tuesday.",
        [("convoy", None, "Tigray", (), "road", "2024-05-14", None)],
    ),
    (
        "The ferry, sailing from Bari to Durres, caught fire late Friday.",
        [("ferry", "Bari", "Durres", (), "sea", "2024-05-10", None)],
    ),
    (
        "Troops were redeployed from Herat to Kandahar in April.",
        [("Troops", "Herat", "Kandahar", (), None, "2024-04-01", "done")],
    ),
    (
        "Turkey sent a rescue team to Benghazi on May 5.",
        [("a rescue team", None, "Benghazi", (), None, "2024-05-05", "done")],
    ),
    (
        "The family returned to Aleppo from Beirut in February.",
        [("family", "Beirut", "Aleppo", (), None, "2024-02-01", "done")],
    ),
    (
        "The drone was transported by helicopter from the wreck site to the Souda Bay base.",
        [("drone", "the wreck site", "Souda Bay", (), "air", None, "done")],
    ),
    (
        "Her body was flown home to Manila on Monday.",
        [("Her body", None, "Manila", (), "air", "2024-05-13", "done")],
    ),
    (
        "The ship, which had left Novorossiysk on April 30, reached Tartus on May 4.",
        [("ship", "Novorossiysk", "Tartus", (), "sea", "2024-04-30", "done")],
    ),
    (
        "Officials plan to move the prisoners from Mosul to Baghdad.",
        [("prisoners", "Mosul", "Baghdad", (), None, None, "planned")],
    ),
    (
        "The aircraft took off from Ramstein and landed in Rzeszow at noon.",
        [("aircraft", "Ramstein", "Rzeszow", (), "air", None, "done")],
    ),
    (
        "Three lorries carrying explosives crossed from Syria into Lebanon overnight.",
        [("explosives", "Syria", "Lebanon", (), "road", "2024-05-15", "done")],
    ),
    (
        "The statue is being shipped from Naples to Boston via Rotterdam.",
        [("statue", "Naples", "Boston", ("Rotterdam",), None, None, None)],
    ),
    (
        "More than 90 orphans were airlifted out of Port-au-Prince to Pittsburgh.",
        [("90 orphans", "Port-au-Prince", "Pittsburgh", (), "air", None, "done")],
    ),
    (
        "The submarine slipped out of Severomorsk and headed for the Norwegian Sea.",
        [("submarine", "Severomorsk", "the Norwegian Sea", (), "sea", None, "done")],
    ),
    (
        "Smugglers brought the ivory from Mombasa to Hanoi hidden in containers of tea.",
        [("the ivory", "Mombasa", "Hanoi", (), None, None, "done")],
    ),
    (
        "The Alba Star, a Panama-flagged tanker, delivered crude to Jamnagar on May 9 after loading at Ust-Luga.",
        [("crude", "Ust-Luga", "Jamnagar", (), "sea", "2024-05-09", "done")],
    ),
    (
        "The exhumed remains were taken from Srebrenica to a laboratory in Tuzla.",
        [("remains", "Srebrenica", "Tuzla", (), None, None, "done")],
    ),
    (
        "Cyclists rode from Ghent to Bruges on Sunday.",
        [("Cyclists", "Ghent", "Bruges", (), None, "2024-05-12", "done")],
    ),
    (
        "The envoy drove from Tel Aviv to Ramallah for talks.",
        [("envoy", "Tel Aviv", "Ramallah", (), "road", None, "done")],
    ),
    (
        "Families fleeing Bakhmut arrived in Dnipro by train on Thursday.",
        [("Families", "Bakhmut", "Dnipro", (), "rail", "2024-05-16", "done")],
    ),
    (
        "He went from Lagos to Accra by road on Saturday.",
        [("He", "Lagos", "Accra", (), "road", "2024-05-11", "done")],
    ),
    (
        "Authorities deported 120 people to Kabul aboard a charter flight on May 8.",
        [("120 people", None, "Kabul", (), "air", "2024-05-08", "done")],
    ),
    (
        "The missile launcher was spotted on a train heading to Brest.",
        [("train", None, "Brest", (), "rail", None, None)],
    ),
    (
        "A delivery of 50 tanks to Kyiv is expected in June.",
        [("50 tanks", None, "Kyiv", (), None, "2024-06-01", None)],
    ),
    (
        "KHARTOUM (Reuters) - A Saudi frigate carrying 158 people from a dozen countries docked in Jeddah late on Saturday after leaving Port Sudan, state television reported.",
        [("158 people", "Port Sudan", "Jeddah", (), "sea", "2024-05-11", None)],
    ),
    (
        "France has evacuated 388 people on two flights to its military base in Djibouti, the foreign ministry said on Monday.",
        [("388 people", None, "Djibouti", (), "air", None, "done")],
    ),
    (
        "Satellite images showed the Russian cargo ship Maria leaving Rason in late September and arriving in Vostochny days later.",
        [("Maria", "Rason", "Vostochny", (), "sea", "2023-09-21", None)],
    ),
    (
        "The Liberian-registered bulk carrier Star Lily, bound for Rotterdam with 30,000 tonnes of coal, ran aground off Brest on Thursday.",
        [("coal", None, "Rotterdam", (), "sea", "2024-05-16", None)],
    ),
    (
        "Two hundred U.S. Marines flew from their base in Spain to South Sudan to help evacuate the embassy.",
        [("Marines", "Spain", "South Sudan", (), "air", None, "done")],
    ),
    (
        "A bus carrying 45 students from Eldoret to Nairobi overturned on Tuesday, killing three.",
        [("45 students", "Eldoret", "Nairobi", (), "road", "2024-05-14", None)],
    ),
    (
        "A Turkish Airlines flight from Istanbul to Bogota was diverted to Nassau on Sunday.",
        [("flight", "Istanbul", "Bogota", None, "air", "2024-05-12", None)],
    ),
    (
        "U.S. officials believe Iran shipped short-range missiles to Russia via the Caspian Sea.",
        [("missiles", None, "Russia", ("Caspian Sea",), "sea", None, "alleged")],
    ),
    (
        "Aid trucks entered Gaza through the Kerem Shalom crossing on Sunday.",
        [("Aid trucks", None, "Gaza", ("Kerem Shalom",), "road", "2024-05-12", "done")],
    ),
    (
        "The body of the former president was brought from Johannesburg to Harare on a chartered plane on Wednesday.",
        [("body", "Johannesburg", "Harare", (), "air", "2024-05-15", "done")],
    ),
    (
        "Thousands of refugees walked across the border from Sudan into Chad in June.",
        [("refugees", "Sudan", "Chad", None, "foot", "2023-06-01", "done")],
    ),
    (
        "A Danish shipping group said its vessel would sail around the Cape of Good Hope from Singapore to Rotterdam.",
        [("vessel", "Singapore", "Rotterdam", None, "sea", None, "planned")],
    ),
    (
        "The gang flew cocaine from Bolivia to Paraguay in light aircraft, according to the indictment.",
        [("cocaine", "Bolivia", "Paraguay", (), "air", None, None)],
    ),
    (
        "On Monday evening the queen's coffin was driven from St Giles' Cathedral to Edinburgh airport.",
        [("coffin", "St Giles", "Edinburgh airport", (), "road", "2024-05-13", "done")],
    ),
    ("Sailors towed the damaged yacht to Funchal.", [("yacht", None, "Funchal", (), "sea", None, "done")]),
    (
        "Kim arrived back in Pyongyang on Tuesday after a six-day trip to Russia's Far East.",
        [("Kim", "Russia's Far East", "Pyongyang", (), None, "2024-05-14", "done")],
    ),
    (
        "Kim Jong Un's armoured train crossed into Russia early on Tuesday.",
        [("train", None, "Russia", (), "rail", "2024-05-14", "done")],
    ),
    (
        "The tanker had loaded crude at Novorossiysk on April 20 before sailing for Sikka.",
        [("crude", "Novorossiysk", "Sikka", (), "sea", "2024-04-20", None)],
    ),
    (
        "Canada is sending two transport aircraft to Djibouti.",
        [("aircraft", None, "Djibouti", (), "air", None, None)],
    ),
    (
        "More than 1,200 people have been taken by ship from Mariupol to the occupied port of Berdyansk since Friday.",
        [("1,200 people", "Mariupol", "Berdyansk", (), "sea", "2024-05-10", "done")],
    ),
    (
        "The dissident fled to Lithuania by car last month.",
        [("dissident", None, "Lithuania", (), "road", "2024-04-01", "done")],
    ),
    (
        "She left her village near Kadugli and walked for five days to reach a camp in Yida.",
        [("She", "her village near Kadugli", "a camp in Yida", (), "foot", None, "done")],
    ),
    (
        "An Israeli cargo ship sailing from Dar es Salaam to Mundra was hit by a missile on Thursday.",
        [("ship", "Dar es Salaam", "Mundra", (), "sea", "2024-05-16", None)],
    ),
    (
        "A truck taking migrants from Niger to Libya broke down in the desert.",
        [("migrants", "Niger", "Libya", (), "road", None, None)],
    ),
    (
        "The uranium was to be transported from Kazakhstan to China.",
        [("uranium", "Kazakhstan", "China", (), None, None, "planned")],
    ),
    (
        "He is expected to travel to Beijing in October.",
        [("He", None, "Beijing", (), None, "2024-10-01", "planned")],
    ),
    (
        "Pope Francis will fly to Jakarta on September 2.",
        [("Pope Francis", None, "Jakarta", (), "air", "2024-09-02", "planned")],
    ),
    (
        "The prisoners were moved by bus to a jail in Rostov, their lawyers said on Friday.",
        [("prisoners", None, "Rostov", (), "road", None, "done")],
    ),
    (
        "He travelled with his family by boat from Cuba to Florida in 1980.",
        [("He", "Cuba", "Florida", (), "sea", "1980-01-01", "done")],
    ),
    (
        "About 20,000 tons of wheat were unloaded from the ship at Berbera on May 1.",
        [("wheat", None, "Berbera", (), "sea", "2024-05-01", "done")],
    ),
    (
        "A plane chartered by the Red Cross took 60 wounded soldiers from Sanaa to Amman yesterday.",
        [("60 wounded soldiers", "Sanaa", "Amman", (), "air", "2024-05-15", "done")],
    ),
    (
        "The icebreaker returned to Murmansk after 78 days at sea.",
        [("icebreaker", None, "Murmansk", (), "sea", None, "done")],
    ),
    ("The ashes were flown back to Hanoi.", [("ashes", None, "Hanoi", (), "air", None, "done")]),
    (
        "Greek police said the van, which came from Bulgaria, was headed for Thessaloniki.",
        [("van", "Bulgaria", "Thessaloniki", (), "road", None, None)],
    ),
    (
        "The convoy of 62 trucks crossed the Rafah border post from Egypt into Gaza.",
        [("convoy", "Egypt", "Gaza", None, "road", None, "done")],
    ),
    (
        "Three Su-24 bombers took off from Hmeimim, a Russian base, for Tripoli.",
        [("bombers", "Hmeimim", "Tripoli", (), "air", None, "done")],
    ),
    (
        "A freight train with 40 wagons of lithium left Perth for Kwinana at dawn.",
        [("lithium", "Perth", "Kwinana", (), "rail", None, "done")],
    ),
    (
        "A suspected drug boat travelling north from Colombia towards Honduras was stopped on May 8.",
        [("boat", "Colombia", "Honduras", (), "sea", "2024-05-08", None)],
    ),
    (
        "The remains of 12 soldiers were flown home from Kabul to Brisbane on Thursday.",
        [("remains", "Kabul", "Brisbane", (), "air", "2024-05-16", "done")],
    ),
    (
        "The Soviet freighter sailed to Nicaragua with a cargo of helicopters, officials said.",
        [("cargo of helicopters", None, "Nicaragua", (), "sea", None, "done")],
    ),
    (
        "Egypt deported him to Italy on Saturday, his lawyer said.",
        [("him", None, "Italy", (), None, "2024-05-11", "done")],
    ),
    (
        "The painting made its way from Vienna to New York by way of Lisbon.",
        [("painting", "Vienna", "New York", ("Lisbon",), None, None, "done")],
    ),
    (
        "A second shipment left Incheon on Tuesday for the northern port of Nampo.",
        [("shipment", "Incheon", "Nampo", (), None, "2024-05-14", "done")],
    ),
    (
        "Hostages were driven in Red Cross vehicles from Khan Younis to the Rafah crossing.",
        [("Hostages", "Khan Younis", "Rafah", (), "road", None, "done")],
    ),
    (
        "The oil cargo, loaded at Kharg Island, is destined for Baniyas.",
        [("oil cargo", "Kharg Island", "Baniyas", (), None, None, None)],
    ),
    (
        "The vessel changed course and is now heading back to Bandar Abbas.",
        [("vessel", None, "Bandar Abbas", (), "sea", None, None)],
    ),
    (
        "Officials said 300 troops would be sent to Niamey.",
        [("300 troops", None, "Niamey", (), None, None, "planned")],
    ),
    (
        "DUBAI, June 3 - The United Arab Emirates sent a ship with 4,600 tonnes of food to Sudan via Jeddah on Sunday.",
        [("food", None, "Sudan", ("Jeddah",), "sea", "2024-05-12", None)],
    ),
    (
        "British troops were airlifted from Brize Norton to Akrotiri in Cyprus over the weekend.",
        [("British troops", "Brize Norton", "Akrotiri", (), "air", "2024-05-11", "done")],
    ),
    (
        "A Chinese survey vessel has left waters near the Maldives and is heading home to Qingdao, tracking data showed Monday.",
        [("vessel", None, "Qingdao", (), "sea", None, None)],
    ),
    (
        "The Panama-flagged Aurora was sailing from Pakistan to Turkey when the missile struck on May 14.",
        [("Aurora", "Pakistan", "Turkey", (), None, "2024-05-14", None)],
    ),
    (
        "Vietnamese police seized a truck that was carrying 90 pangolins from Laos to Hanoi.",
        [("90 pangolins", "Laos", "Hanoi", (), "road", None, None)],
    ),
    (
        "The general boarded a train in Khabarovsk and travelled to Vladivostok.",
        [("general", "Khabarovsk", "Vladivostok", (), "rail", None, "done")],
    ),
    (
        "An aid flotilla set sail from Larnaca for Gaza on Tuesday with 200 tons of rice.",
        [("rice", "Larnaca", "Gaza", (), "sea", "2024-05-14", "done")],
    ),
    (
        "Uganda returned 80 refugees to South Sudan last year.",
        [("80 refugees", None, "South Sudan", (), None, "2023-01-01", "done")],
    ),
    (
        "The spent fuel was hauled by truck from Sosnovy Bor to the Mayak plant.",
        [("spent fuel", "Sosnovy Bor", "Mayak", (), "road", None, "done")],
    ),
    (
        "The corvette Steregushchiy departed Baltiysk on April 2 and arrived in Tartus on April 20.",
        [("Steregushchiy", "Baltiysk", "Tartus", (), "sea", "2024-04-02", "done")],
    ),
    (
        "Ethiopian Airlines Flight 302 had left Addis Ababa for Nairobi.",
        [("Flight 302", "Addis Ababa", "Nairobi", (), "air", None, "done")],
    ),
    (
        "Customs agents found 3 tons of cocaine in a container shipped from Guayaquil to Antwerp.",
        [("container", "Guayaquil", "Antwerp", (), None, None, "done")],
    ),
    (
        "Residents fled by boat across the river to Cameroon.",
        [("Residents", None, "Cameroon", None, "sea", None, "done")],
    ),
    (
        "The president left for Brussels on Sunday.",
        [("president", None, "Brussels", (), None, "2024-05-12", "done")],
    ),
    (
        "He will return to London from Delhi on Saturday.",
        [("He", "Delhi", "London", (), None, "2024-05-18", "planned")],
    ),
    (
        "Rescue workers carried the injured to a clinic in Pokhara.",
        [("injured", None, "Pokhara", (), None, None, "done")],
    ),
    (
        "The army moved three brigades from the north to the border with Gaza.",
        [("three brigades", "the north", "the border", (), None, None, "done")],
    ),
    (
        "At least 12 containers of weapons were unloaded at Massawa and trucked to Asmara.",
        [
            ("12 containers", None, "Massawa", (), None, None, "done"),
            ("12 containers", "Massawa", "Asmara", (), "road", None, "done"),
        ],
    ),
    (
        "Iran exported 2 million barrels of crude to Syria in March aboard the tanker Lotus, analysts said.",
        [("barrels", None, "Syria", (), "sea", "2024-03-01", "done")],
    ),
    (
        "The inspectors flew into Almaty late on Wednesday.",
        [("inspectors", None, "Almaty", (), "air", "2024-05-15", "done")],
    ),
    (
        "Two barges left Reni with wheat bound for Constanta.",
        [("wheat", "Reni", "Constanta", (), "sea", None, "done")],
    ),
    (
        "The caravan walked from San Pedro Sula through Guatemala to Tapachula.",
        [("caravan", "San Pedro Sula", "Tapachula", ("Guatemala",), "foot", None, "done")],
    ),
    (
        "Astronauts were driven to the launch pad at Baikonur.",
        [("Astronauts", None, "Baikonur", (), "road", None, "done")],
    ),
    (
        "The helicopter had been travelling from Khoda Afarin to Tabriz when it crashed.",
        [("helicopter", "Khoda Afarin", "Tabriz", (), "air", None, None)],
    ),
    (
        "A suspected weapons cargo is on its way from Bandar Abbas to Hodeidah, two sources said.",
        [("weapons cargo", "Bandar Abbas", "Hodeidah", (), None, None, None)],
    ),
    ("The team drove 400 miles from Denver to Moab.", [("team", "Denver", "Moab", (), "road", None, "done")]),
    ("Survivors were taken ashore at Kalamata.", [("Survivors", None, "Kalamata", (), None, None, "done")]),
    (
        "The carrier strike group is expected to arrive in the Arabian Sea next week.",
        [("carrier strike group", None, "the Arabian Sea", (), None, "2024-05-20", "planned")],
    ),
    (
        "Pilots ferried the jets from Fort Worth to Aviano on Tuesday.",
        [("the jets", "Fort Worth", "Aviano", (), "air", "2024-05-14", "done")],
    ),
    ("Dozens of tanks rolled into Kidal.", [("tanks", None, "Kidal", (), "road", None, "done")]),
    (
        "Medics rushed the boy to Nasser Hospital in Khan Younis.",
        [("the boy", None, "Nasser Hospital", (), None, None, "done")],
    ),
    ("She had come from Peru to Chile in 2018.", [("She", "Peru", "Chile", (), None, "2018-01-01", "done")]),
    (
        "The statue was trucked from Carrara to Milan by night, arriving on Monday.",
        [("The statue", "Carrara", "Milan", (), "road", "2024-05-13", "done")],
    ),
    (
        "Flight 302 from Dublin to Boston was diverted to Reykjavik on Monday after a passenger fell ill.",
        [("Flight 302", "Dublin", "Boston", ("Reykjavik",), "air", "2024-05-13", "diverted")],
    ),
    (
        "A Boeing 777 en route from Doha to Sydney was forced to land in Perth on Sunday.",
        [("Boeing 777", "Doha", "Sydney", ("Perth",), "air", "2024-05-12", "diverted")],
    ),
    (
        "The premier will travel to Oslo on June 12 and go on to Helsinki the following day.",
        [
            ("premier", None, "Oslo", (), None, "2024-06-12", "planned"),
            ("premier", "Oslo", "Helsinki", (), None, "2024-06-13", "planned"),
        ],
    ),
    (
        "The tanker Mariposa, carrying 60,000 tonnes of gasoline from Rotterdam to Lagos, ran aground on Sunday.",
        [("60,000 tonnes of gasoline", "Rotterdam", "Lagos", (), "sea", None, "done")],
    ),
    (
        "The Stella Maris departed the port of Constanta on Sunday carrying 12,000 tonnes of barley to Beirut.",
        [("barley The Stella Maris", "the port of Constanta", "Beirut", (), "sea", "2024-05-12", "done")],
    ),
    (
        "Marooned in Lima, the team flew to Bogota and continued to Quito by bus.",
        [
            ("the team", "Lima", "Bogota", (), "air", None, "done"),
            ("the team", "Bogota", "Quito", (), "road", None, "done"),
        ],
    ),
    (
        "The vessel was moved by barge from Pusan to Kudankulam and by road to the site.",
        [
            ("The vessel", "Pusan", "Kudankulam", (), "sea", None, "done"),
            ("The vessel", "Kudankulam", "the site", (), "road", None, "done"),
        ],
    ),
    (
        "After a stop in Cairo, the envoy went on to Addis Ababa on Sunday.",
        [("the envoy", "Cairo", "Addis Ababa", (), None, "2024-05-12", "done")],
    ),
    (
        "The mayor of Leeds, who had been ill for weeks, flew to Malaga on Saturday.",
        [("The mayor of Leeds", None, "Malaga", (), "air", "2024-05-11", "done")],
    ),
    (
        "The suspect, extradited from Belgium to France on Thursday, appeared in court in Lille.",
        [("The suspect", "Belgium", "France", (), None, "2024-05-16", "done")],
    ),
    (
        "On Thursday the delegation left Tehran for Muscat, where it will meet the sultan on Saturday.",
        [("the delegation", "Tehran", "Muscat", (), None, "2024-05-16", "done")],
    ),
    (
        "He hopes to travel to Madeira and drive to Funchal.",
        [
            ("He", None, "Madeira", (), None, None, "planned"),
            ("He", "Madeira", "Funchal", (), "road", None, "planned"),
        ],
    ),
    (
        "Forty lions were airlifted from Sofia to a sanctuary near Bloemfontein on 2 May.",
        [("Forty lions", "Sofia", "a sanctuary near Bloemfontein", (), "air", "2024-05-02", "done")],
    ),
    (
        "The cocaine had been smuggled from Guayaquil to Antwerp in the hold of a banana ship.",
        [("The cocaine", "Guayaquil", "Antwerp", (), "sea", None, "done")],
    ),
    (
        "The cyclist rode from Hanoi to Hue in nine days, then took a train to Da Nang.",
        [
            ("The cyclist", "Hanoi", "Hue", (), None, None, "done"),
            ("The cyclist a train", "Hue", "Da Nang", (), "rail", None, "done"),
        ],
    ),
]


@pytest.mark.parametrize(("words", "expected"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_movement(words, expected):
    """A journey told in one sentence is read whole."""
    got = read(words)
    assert len(got) == len(expected)
    for movement, (mover, origin, destination, via, mode, day, status) in zip(got, expected, strict=True):
        movers = " ".join(span.text for span in (movement.what, movement.vehicle) if span)
        assert mover in movers
        for end, words_of_end in ((movement.origin, origin), (movement.destination, destination)):
            assert words_of_end in ("", end.span.text if end else None) or words_of_end in end.span.text
        assert via is None or len(movement.via) == len(via)
        assert mode in {None, movement.mode}
        assert (str(movement.when.first) if movement.when and movement.when.first else None) == day
        assert status in {None, movement.status}


@pytest.mark.parametrize(
    "words",
    [
        "The company moved its headquarters from Zurich to Dublin in 2019.",
        "Shares fell from 30 to 24 on Monday.",
        "Capital flight from Argentina to Miami has grown.",
        "The airline flies from Oslo to Tromso twice daily.",
        "Brazil exports about 70 percent of its soy to China.",
        "The talks moved from Geneva to Vienna last year.",
        "Tens of thousands marched through Belgrade on Saturday.",
        "The ferry service between Calais and Dover resumes Monday.",
        "He moved from defence to midfield.",
        "Coal deliveries from Colombia to Germany rose 20 percent.",
        "Wheat shipments to Egypt averaged 700,000 tonnes a month.",
        "The striker moved from Lyon to Chelsea in the summer.",
        "The federation moved the championships from Prague to Valencia.",
        "The study was carried out by doctors from Tucson in 2003.",
        "The painting was taken from a museum in Basel in 1998.",
        "The firm has come under fire from officials in Izmir.",
        "The river flows from Tibet to Bangladesh.",
        "The road runs from Kayes to Bamako.",
        "The striker returned to work after a long break.",
        "The festival will move from Leeds to York next year.",
        "The price of a ticket from Rome to Milan rose to 90 euros.",
        "The pipeline carries gas from Baku to Erzurum.",
        "Interest in the trip from school to home has faded.",
        "The line carries coal from Hwange to Beira every week.",
        "She left the company in March.",
        "The market sailed through the crisis.",
        "The government sent a message to Washington on Monday.",
        "The case was sent to the Supreme Court.",
        "They drove prices to record highs.",
        "The vote went to Smith.",
        "He took office in January and brought change to the party.",
        "The bank delivered a profit for shareholders.",
        "The bill was sent to President Boric.",
        "The train service from Addis Ababa to Djibouti was suspended.",
        "Flights from Cairo to Khartoum have been cancelled.",
        "Exports from Chile to Japan rose 4 percent in April.",
        "About 20 percent of the world's oil passes through the Strait of Hormuz.",
        "Tourists usually travel from Lima to Cusco by train.",
        "He was elected to Parliament in 2019 and rose to the post of minister.",
        "The oil price moved from $70 to $80.",
        "The Nile flows from Lake Victoria to the Mediterranean.",
        "The motorway from Zagreb to Split is closed.",
        "Opposition leaders marched on Parliament on Monday.",
        "The company ships its phones to 40 countries.",
        "The team travelled well this season.",
        "The proposal goes to Congress next week.",
        "The city is an hour's drive from Nairobi.",
        "The Senate sent the bill back to the House on Tuesday.",
        "Power was transferred to the army in March.",
        "The United States delivered a warning to Tehran.",
        "The ceasefire brought calm to Tripoli.",
        "Manchester United moved to the top of the table on Saturday.",
        "The dollar fell and money fled to Switzerland.",
        "Protesters walked out of the Parliament on Monday.",
        "The epidemic moved from Guinea to Liberia in 2014.",
        "The firm moved production from Germany to Poland.",
        "The airline plans to launch direct flights from Delhi to Toronto in June.",
        "The bridge carries traffic from Malmo to Copenhagen.",
        "Fewer trucks went from Mexico to Texas in April than a year before, statistics showed.",
        "The message was sent from Washington.",
        "Germany sent its team to the finals.",
        "The march from Selma changed America.",
        "She moved from journalism to politics.",
        "He took the lead from Smith.",
        "The minister arrived at a conclusion.",
        "The storm brought floods to Derna.",
        "Inflation returned to Argentina.",
        "The deal went to Airbus.",
        "The firm delivers parcels in Berlin.",
        "Voters went to the polls in Ghana.",
        "The series returns to Netflix in May.",
        "The fight against malaria moved to Africa.",
        "The airline cancelled all flights to Tel Aviv.",
        "The railway from Mombasa to Nairobi cost billions.",
        "Trade between Oman and India grew.",
    ],
)
def test_look_alike_is_refused(words):
    """Figures of speech, services, statistics and things that cannot move are no movements."""
    assert legs(words) == []


def test_shipment_over_three_sentences():
    """A pick-up, a sea leg and a rail leg follow one another, each from where the one before left the cargo."""
    got = read(
        "About 40 crates were picked up at Batumi port on May 2-3. The cargo was taken to Constanta by the tanker M/V Doina on May 6. "
        "Those crates were then moved by rail to a depot near Brasov on May 9."
    )
    assert [
        (each.origin.span.text, each.destination.span.text if each.destination else None, each.mode)
        for each in got
    ] == [
        ("Batumi port", None, "unknown"),
        ("Batumi port", "Constanta", "sea"),
        ("Constanta", "a depot near Brasov", "rail"),
    ]
    assert [str(each.when.first) for each in got] == ["2024-05-02", "2024-05-06", "2024-05-09"]
    assert got[1].vehicle.text == "the tanker M/V Doina"
    assert "carried" in got[2].origin.because


def test_departure_and_arrival_in_two_sentences_are_one_journey():
    """A pronoun that arrives where nobody left joins the departure before it, over both days."""
    [got] = read("On Monday the refugees left Tripoli aboard a trawler. On Tuesday they reached Valletta.")
    assert (got.origin.span.text, got.destination.span.text, got.mode) == ("Tripoli", "Valletta", "sea")
    assert (str(got.when.first), str(got.when.last)) == ("2024-05-13", "2024-05-14")


def test_landing_on_the_way_is_a_diversion():
    """A landing elsewhere than at the destination is a stop on the way."""
    [got] = read(
        "The jet was on its way from Baku to Tehran on Monday and landed at Tabriz airport after a warning."
    )
    assert [end.span.text for end in got.via] == ["Tabriz airport"]
    assert (got.destination.span.text, got.status) == ("Tehran", "diverted")


def test_departure_and_arrival_with_two_dates_are_one_interval():
    """A journey that begins on one day and ends on another lasts from the one to the other, in whatever order they are told."""
    for words in (
        "The freighter left Durban on May 3 and reached Mombasa on May 9.",
        "The freighter arrived in Mombasa on May 9 after leaving Durban on May 3.",
        "The freighter left Durban for Mombasa on May 3 and arrived on May 9.",
    ):
        [movement] = read(words)
        assert (movement.origin.span.text, movement.destination.span.text) == ("Durban", "Mombasa")
        assert (str(movement.when.first), str(movement.when.last)) == ("2024-05-03", "2024-05-09")


def test_vessel_pointed_back_to_keeps_its_cargo():
    """A vessel pointed back to carries what the ship named before was said to carry."""
    [movement] = read(
        "The freighter Doina, carrying 40 crates of valves, was seen by anglers. The vessel left Batumi for Varna on May 7."
    )
    assert movement.what.text == "40 crates of valves"


def test_ship_of_an_earlier_sentence_keeps_its_mode():
    """A vehicle introduced once is known by its name."""
    got = read(
        "The bulk carrier Doina ran aground in April. Doina was carrying 900 tonnes of barley from Odesa to Izmir."
    )
    assert [(each.what.text, each.vehicle.text, each.mode) for each in got] == [
        ("900 tonnes of barley", "Doina", "sea")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Officials announced Monday that the tanker had sailed from Bari to Durres.",
        "On Monday, the ministry said the tanker had sailed from Bari to Durres.",
    ],
)
def test_day_of_the_statement_does_not_date_the_journey(words):
    """The day somebody spoke is not the day of what he spoke of."""
    [got] = read(words)
    assert got.when is None
    assert got.said_by is not None


def test_distance_from_a_place_is_no_origin():
    """How far a place lies from another says nothing of where a cargo came from."""
    assert legs("The cargo was moved to a depot near Brasov, about 90 kilometers from the Danube.") == [
        (None, "a depot near Brasov")
    ]


def test_ends_bear_the_places_of_mentions():
    """An end takes the place of the mention within its words."""
    words = "The cargo was shipped from the port of Odesa to Izmir."
    place = Place("x", "Odesa", LonLat(30.7, 46.5), "city", "UA")
    at = words.index("Odesa")
    mention = Mention(Article("a", words).span(at, at + 5), "literal", place, 0.9, "only one")
    [got] = read(words, (mention,))
    assert got.origin.place == place
    assert got.destination.place is None


@settings(deadline=None)
@given(st.lists(st.sampled_from([row[0] for row in TOLD]), min_size=1, max_size=4))
def test_spans_point_at_their_words(sentences):
    """Whatever is read points at its words, says why, has an end, and is read the same again."""
    words = " ".join(sentences)
    got = read(words)
    assert got == read(words)
    for movement in got:
        ends = [end.span for end in (movement.origin, movement.destination, *movement.via) if end]
        for span in (movement.span, movement.cue, movement.what, movement.vehicle, movement.said_by, *ends):
            assert span is None or words[span.start : span.end] == span.text
        assert movement.because
        assert ends


@settings(deadline=None)
@given(st.text(alphabet="Aaeot fromthe sailedship,.-'\"", max_size=200))
def test_any_text_is_read(words):
    """No text raises."""
    read(words)


HOSTILE = {
    "cues": "and the ship sailed ",
    "ends": "was shipped from Odesa to ",
    "ways": "from Odesa to ",
    "lists": "Odesa, ",
    "saying": "said ",
    "relatives": "the ship which ",
    "quotes": '"Odesa ',
}


@pytest.mark.parametrize("pump", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(pump):
    """Four times the text takes far less than the sixteen times of a quadratic reader."""

    def seconds(count: int) -> float:
        document = text.read(Article("a", "The ship " + pump * count, published=THURSDAY))
        start = time.process_time()
        movements.read(document, (), ())
        return time.process_time() - start

    assert seconds(1600) < 10 * seconds(400) + 0.2
