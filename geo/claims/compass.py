"""Read compass directions in words and letters as 16-wind codes."""

import re

__all__ = ["ADJECTIVE", "DIRECTION", "azimuth_of", "code", "half_angle", "named", "opposite"]

WINDS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")

_POINT = r"(?:north|south|east|west)"
_GLUE = r"(?:\s?-\s?|\s)?"
_PAIR = rf"(?:(?:north|south){_GLUE}(?:east|west))"
_LETTERS = r"(?:NNE|ENE|ESE|SSE|SSW|WSW|WNW|NNW|NE|SE|SW|NW|N|E|S|W)"
# north, north-east, north north east, "north by northwest", northwards, NNE (capitals only)
DIRECTION = rf"""(?: (?i:{_POINT} (?: (?:\s?-\s?|\s) {_PAIR} | (?:-by-|\s by \s)(?:{_PAIR}|{_POINT}) )
                       | {_PAIR} | {_POINT}) (?i:ward s?|wards|erly)? (?![\w-]*ern) | {_LETTERS} (?![\w.]) )"""
ADJECTIVE = rf"""(?i: (?: (?:far|extreme|deep) [\s-] )? (?: {_POINT} (?:-|\s)? (?:{_POINT})? (?:-|\s)? (?:{_POINT})? (?:ern(?:most)?)? | mid | (?:south|north)-?central
                     | cent(?:er|re) | central ) (?:-central|\ central)? )"""
_POINTS = {"north": "N", "south": "S", "east": "E", "west": "W"}


def code(words: str) -> str | None:
    """Return the 16-wind code of printed words, "C" for the centre.

    >>> code("north by northwest"), code("south-easterly"), code("SSE"), code("central"), code("far eastern")
    ('NNW', 'SE', 'SSE', 'C', 'E')
    """
    bare = words.strip()
    if bare in WINDS:
        return bare
    low = bare.lower()
    points = re.findall(r"north|south|east|west", low)
    if not points:
        return "C" if re.search(r"cent|mid", low) else None
    letters = "".join(_POINTS[p] for p in points)
    if letters in WINDS:
        return letters
    # "west by north west" and "east north-east" come out in the order printed.
    return next((w for w in WINDS if sorted(w) == sorted(letters)), letters[0])


def named(wind: str) -> str:
    """Write a code out.

    >>> named("SW"), named("ENE"), named("C")
    ('south-west', 'east-north-east', 'centre')
    """
    if wind == "C":
        return "centre"
    letters = {letter: word for word, letter in _POINTS.items()}
    return "-".join(letters[letter] for letter in wind)


def opposite(wind: str) -> str:
    """Return the wind that blows the other way.

    >>> opposite("SSE")
    'NNW'
    """
    return WINDS[(WINDS.index(wind) + len(WINDS) // 2) % len(WINDS)]


def azimuth_of(wind: str) -> float:
    """Azimuth of a wind in degrees.

    >>> azimuth_of("ESE")
    112.5
    """
    return WINDS.index(wind) * 22.5


def half_angle(wind: str) -> float:
    """Widest deviation in degrees at which a wind still comes close: coarser words are meant more widely."""
    return 45.0 if len(wind) == 1 else 33.75
