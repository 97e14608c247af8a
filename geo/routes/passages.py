"""Name the straits and canals that a ship may take or must avoid."""

from dataclasses import dataclass

from geo.errors import InputError
from geo.model import LonLat

__all__ = ["BARS", "CROSSROADS", "PASSAGES", "SHUT", "Passage", "find", "named"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A strait or canal: its tag in the network, what to call it, and a position in its middle."""

    tag: str
    title: str
    at: LonLat
    names: tuple[str, ...] = ()


PASSAGES: tuple[Passage, ...] = (
    Passage("suez", "Suez Canal", LonLat(32.34, 30.70)),
    Passage("panama", "Panama Canal", LonLat(-79.80, 9.12)),
    Passage("kiel", "Kiel Canal", LonLat(9.66, 54.28), ("nord ostsee kanal", "north sea baltic")),
    Passage("bosporus", "Bosporus", LonLat(29.07, 41.10), ("bosphorus", "turkish straits")),
    Passage("dardanelles", "Dardanelles", LonLat(26.45, 40.18)),
    Passage("gibraltar", "Strait of Gibraltar", LonLat(-5.55, 35.96)),
    Passage("babalmandab", "Bab-el-Mandeb", LonLat(43.40, 12.65), ("bab el mandeb", "bab al mandab")),
    Passage("ormuz", "Strait of Hormuz", LonLat(56.45, 26.50), ("hormuz",)),
    Passage("malacca", "Strait of Malacca", LonLat(100.20, 3.62)),
    Passage("sunda", "Sunda Strait", LonLat(105.81, -5.94)),
    Passage("bering", "Bering Strait", LonLat(-169.38, 65.26)),
    Passage("chili", "Cape Horn and Strait of Magellan", LonLat(-70.45, -56.2), ("cape horn", "magellan")),
    Passage("south_africa", "Cape of Good Hope", LonLat(19.9, -35.0), ("good hope", "south africa", "cape")),
    Passage("northwest", "Northwest Passage", LonLat(-89.0, 74.25), ("northwest", "north west")),
    Passage("northeast", "Northeast Passage", LonLat(103.2, 77.85), ("north east", "northern sea route")),
)

# Lines from shore to shore, or to the ice, that only the lanes of that passage may cross: west, south, east, north. The
# canals need none: on the map they are land.
BARS: dict[str, tuple[float, float, float, float]] = {
    "bering": (-171.0, 65.8, -167.0, 65.8),
    "chili": (-69.5, -75.0, -69.5, -52.0),
    "south_africa": (20.0, -75.0, 20.0, -34.0),
    "ormuz": (56.4, 26.2, 56.7, 27.3),
    "malacca": (99.3, 2.7, 101.2, 4.6),
    "babalmandab": (43.2, 12.2, 43.7, 12.9),
    "gibraltar": (-5.6, 35.7, -5.6, 36.2),
    "sunda": (105.5, -5.7, 106.2, -6.2),
    "northeast": (103.0, 77.0, 103.0, 79.0),
    "northwest": (-90.0, 72.0, -90.0, 76.0),
    "bosporus": (29.0, 41.12, 29.15, 41.12),
    "dardanelles": (26.2, 40.1, 26.6, 40.22),
}

# Only where a route asks for it: ice shuts two of them for most of the year, and large ships do not fit the third.
SHUT = ("kiel", "northeast", "northwest")

# Where many long voyages pass, besides: Honolulu, Bishop Rock, Cape Leeuwin, the straits of Florida, Cape Race, the
# strait of Taiwan, Cape Nojima, the Azores, Unimak, Mauritius, Dondra Head, Dakar, Brisbane, Cape Branco, Timor.
CROSSROADS: tuple[LonLat, ...] = (
    *(each.at for each in PASSAGES if each.tag not in SHUT),
    *(
        LonLat(*each)
        for each in (
            (-157.9, 21.2), (-6.6, 49.6), (115.0, -34.6), (-80.0, 24.6), (-53.0, 46.5), (120.0, 24.0), (140.5, 34.9),
            (-25.5, 37.5), (-160.0, 54.0), (57.5, -20.5), (80.6, 5.8), (-17.6, 14.8), (153.5, -28.0), (-35.0, -7.0),
            (128.5, -8.0),
        )
    ),
)  # fmt: skip


PLAIN = str.maketrans({"-": " ", "_": " "})
COMMON = frozenset({"the", "strait", "straits", "canal", "passage", "of"})


def _plain(name: str) -> str:
    return " ".join(word for word in name.lower().translate(PLAIN).split() if word not in COMMON)


BY_NAME = {
    _plain(name): passage for passage in PASSAGES for name in (passage.tag, passage.title, *passage.names)
}


def find(name: str) -> Passage | None:
    """Return the passage that a name means, if any."""
    return BY_NAME.get(_plain(name))


def named(name: str) -> Passage:
    """Return the passage that a name must mean.

    >>> named("the Suez Canal").tag
    'suez'
    """
    found = find(name)
    if found is None:
        accepted = ", ".join(each.tag for each in PASSAGES)
        raise InputError(f"no such sea passage: {name!r}; use one of {accepted}")
    return found
