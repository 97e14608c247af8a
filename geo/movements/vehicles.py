"""List vehicles and ways with the modes that they stand for."""

import re
from typing import Final

from geo.model import Mode

__all__ = ["BULK", "CARAVANS", "CRAFT", "MODES_BY", "SHIP_PREFIXES", "VEHICLES", "WATERS"]

VEHICLES: Final[dict[str, Mode]] = {
    **dict.fromkeys(
        """ship ships vessel vessels tanker tankers freighter freighters carrier carriers boat boats ferry ferries trawler trawlers dhow dhows barge barges tug tugs tugboat tugboats
        bulker bulkers coaster coasters dredger dredgers seiner minesweeper minelayer brig brigantine galley galleon houseboat lifeboats ro-ro steamboat steamers paddle-steamer
        supertanker supertankers rig rigs panamax suezmax aframax capesize vlcc hydrofoil hovercraft trimaran ketch sloop canoe canoes kayak kayaks pirogue pirogues skiff skiffs junk launch destroyers frigates frigate destroyer warship warships submarine submarines yacht yachts sailboat lifeboat dinghy dinghies raft rafts steamer liner containership icebreaker cruisers corvettes cruiser corvette catamaran
        boatload boatloads shipload shiploads schooner speedboat speedboats gunboat gunboats cutter collier flotilla armada fleet""".split(),
        "sea",
    ),
    **dict.fromkeys(
        """plane planes aircraft airplane airplanes jet jets airliner airliners jetliner flights helicopter helicopters chopper choppers airbus boeing flight antonov ilyushin hercules cessna gulfstream learjet drone
        drones airlift balloon glider turboprop paraglider seaplane seaplanes gunship gunships biplane hercules globemaster bomber bombers warplane warplanes airship""".split(),
        "air",
    ),
    **dict.fromkeys(
        "train trains tram trams railcars express locomotive wagons railcar railcars carriages freight-train".split(),
        "rail",
    ),
    **dict.fromkeys(
        """truck trucks lorry lorries bus buses coach coaches car cars van vans ambulance ambulances convoy convoys motorcade taxi taxis minibus minibuses jeep jeeps trailer trailers
        limousine limousines limo mercedes land-cruiser minivan minivans rickshaw rickshaws tuk-tuk tuk-tuks moped mopeds snowmobile snowmobiles juggernaut juggernauts motorhome tram-bus trolleybus cart carts sledge sledges wagon scooter scooters bicycle bicycles bike bikes motorbikes tractors pickups hearse bulldozer lorryload lorryloads truckload truckloads busload busloads tractor motorcycle motorbike pickup pickups suv tanks vehicles vehicle""".split(),
        "road",
    ),
}
SHIP_PREFIXES: Final = frozenset("m/v mv m/t mt ms ss m/s s/s uss hms hmcs hmas usns rfa ins".split())
MODES_BY: Final[dict[str, Mode]] = {
    "rail": "rail",
    "train": "rail",
    "railway": "rail",
    "sea": "sea",
    "ship": "sea",
    "boat": "sea",
    "ferry": "sea",
    "water": "sea",
    "river": "sea",
    "canal": "sea",
    "road": "road",
    "truck": "road",
    "trucks": "road",
    "lorry": "road",
    "bus": "road",
    "buses": "road",
    "car": "road",
    "land": "road",
    "air": "air",
    "plane": "air",
    "aircraft": "air",
    "helicopter": "air",
    "jet": "air",
    "foot": "foot",
    "barge": "sea",
    "convoy": "road",
}
# A way through one of these is a way by sea.
WATERS: Final = frozenset(
    "lake lakes rhine danube nile canal strait straits sea ocean gulf channel bosphorus bosporus dardanelles bay suez atlantic pacific mediterranean".split()
)
# Loads that move by themselves in the words of traders go by sea: "two cargoes of wheat left Santos".
BULK: Final = frozenset("cargo cargoes".split())
# What any vehicles may form.
CARAVANS: Final = frozenset("convoy convoys fleet".split())
# Types of aircraft: "C-130", "An-124", "Mi-8", "A400M".
CRAFT: Final = re.compile(
    r"(?:[abcefu]|an|il|mi|mig|su|tu|yak|kc|ch|mh|uh|ah|ka|md|dc|rq|mq)-\d{1,3}[a-z]{0,2}s?|a(?:3[0-9]0|400m|319|321)s?"
)
