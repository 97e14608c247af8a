"""Name the straits and canals that a ship may take or must avoid."""

from dataclasses import dataclass

from geo.errors import InputError
from geo.model import LonLat

__all__ = ["PASSAGES", "SHUT", "Passage", "find", "named"]


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

# Ice shuts them for most of the year; ships take them by escort, and only where a route asks for it.
SHUT = ("northwest", "northeast")

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
