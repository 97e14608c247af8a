"""Find counts of a whole: so many of so many."""

import re
from collections.abc import Iterator

from geo.claims.check_fact import check_count
from geo.claims.kind import Example, Kind
from geo.claims.numbers import NUMBER
from geo.claims.scene import Scene
from geo.model import Claim, End

__all__ = ["KIND"]

_OF = re.compile(
    rf"(?<![\w.,$€£])(?P<part>{NUMBER})\s(?:out\s)?of\s(?:the|its|their|some|about|more\sthan|an\sestimated)?\s?(?:the\s)?(?P<whole>{NUMBER})\s(?=(?P<thing>(?:[a-z-]{{2,16}}\s)?(?:containers?|ships?|vessels?|towns?|villages?|cities|districts?|provinces?|states?|islands?|houses|homes|buildings|bridges|wells|mines|camps|countries|municipalities|trucks|wagons|railcars|cars|planes|aircraft|missiles|drones)))",
    re.VERBOSE | re.IGNORECASE,
)

# Cheap to look for before the pattern itself.
_OF_WORD = re.compile(rf"of\s(?:[\w ]{{1,13}}\s)?(?:the\s)?{NUMBER}\s", re.VERBOSE | re.IGNORECASE)


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the parts of a whole."""
    for match in _OF.finditer(scene.text) if _OF_WORD.search(scene.text) else ():
        yield Claim(
            scene.span(match.start(), match.end("thing")),
            "count",
            End(scene.span(*match.span("part"))),
            End(scene.span(match.start("whole"), match.end("thing"))),
        )


KIND = Kind(
    "count",
    (" of ",),
    _find,
    check_count,
    (Example("About 300 of the 1,000 containers were gone.", "300", "1,000 containers"),),
    measured=False,
)
