"""Draw ways that could really have been travelled, by ship, rail, road, air or on foot.

`MODES` names one builder a mode; `build` calls it from stop to stop and sees to it that every route ends at
its places and is no shorter than the geodesic. No route claims to be the real track: `method` says how the
line was made, `caveat` what is not known, `sources` whom to credit.
"""

from collections.abc import Sequence
from itertools import pairwise

from geo.errors import InputError
from geo.model import LonLat, Mode, Place, Route
from geo.routes import air, passages, rail, road, sea
from geo.routes.mode import Atlas, Builder, Order, Stop, join, settled, stop
from geo.routes.passages import find as passage

__all__ = ["MODES", "build", "passage"]

MODES: dict[Mode, Builder] = {
    "sea": sea.build,
    "rail": rail.build,
    "road": road.build,
    "foot": road.walk,
    "air": air.build,
    "unknown": air.unknown,
}


def build(
    a: Place | LonLat,
    b: Place | LonLat,
    mode: Mode,
    *,
    world: Atlas,
    via: Sequence[Place | LonLat | str] = (),
    within: str | None = None,
    avoid: Sequence[str] = (),
) -> Route:
    """Return a way from place to place.

    Parameters
    ----------
    a, b
        The two ends, as places or positions.
    mode
        How it is travelled: a key of `MODES`.
    world
        Where land and countries are.
    via
        Stops on the way, in order. For ships a strait or canal may stand among them, as a place or by name
        ("suez", "northeast"); only that opens the two Arctic passages.
    within
        A country that a land route must not leave: "Russia", "RU".
    avoid
        Passages a ship must not take ("suez", "panama", ...), or countries a train must not cross.

    Raises
    ------
    InputError
        Where there is no such way: a port far from the sea, a passage closed, an unknown mode or country.
    """
    if mode not in MODES:
        raise InputError(f"no such way of travelling: {mode!r}; use one of {', '.join(MODES)}")
    stops: list[Stop] = [stop(a)]
    ways: list[tuple[str, ...]] = [()]
    for each in via:
        name = each if isinstance(each, str) else stop(each).name
        if isinstance(each, str) or (mode == "sea" and passage(name)):
            ways[-1] = (*ways[-1], passages.named(name).tag)
        else:
            stops.append(stop(each))
            ways.append(())
    stops.append(stop(b))
    legs = [
        settled(MODES[mode](one, other, Order(world.borders, within, tuple(avoid), way)), one, other)
        for (one, other), way in zip(pairwise(stops), ways, strict=True)
    ]
    return join(legs, mode)
