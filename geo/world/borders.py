"""Know the borders and coasts of the world, in the recognised and in the de facto reading.

Natural Earth 1:10m, edition 5.1.1 (public domain): a line is good to some 500 m, islets below that size are
missing, and lakes count as land but for the Caspian Sea. Disputed parts are rows of data/disputed.csv.
"""

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from importlib.resources import files
from typing import Any
from unicodedata import combining, normalize

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from geo.errors import InputError
from geo.measure import Boundary, ring
from geo.measure.geodesic import positions
from geo.model import LonLat
from geo.settings import BorderView, Settings
from geo.world import arcs, basemap, layers
from geo.world.ground import Ground

__all__ = ["Borders", "Disputed", "load"]

Mask = NDArray[np.bool_]
VIEWS: tuple[BorderView, ...] = ("recognised", "de-facto")


@dataclass(frozen=True, slots=True)
class Disputed:
    """A part of the world that more than one state claims or holds; codes are ISO alpha-2, or "" for none."""

    name: str
    recognised: str
    de_facto: str
    source: str


def load(settings: Settings | None = None) -> "Borders":
    """Open the borders; geometry is made when it is first asked for."""
    return Borders(settings or Settings())


class Borders:
    """All borders, coasts and own layers.

    Countries are named in English, by ISO 3166-1 alpha-2 or alpha-3; codes that are returned are alpha-2, and
    of the user-assigned range for states without one (XK Kosovo, XN Northern Cyprus, XS Somaliland, XA
    Abkhazia, XT Transnistria). `view` is "recognised" (the default) or "de-facto".

    Examples
    --------
    >>> borders = load()
    >>> borders.code("Holland"), borders.country_at(LonLat(34.1, 44.95))
    ('NL', 'UA')
    >>> borders.country_at(LonLat(34.1, 44.95), view="de-facto")
    'RU'
    >>> round(borders.boundary("border:Ukraine").foot(LonLat(40.1253, 45.8547)).km)
    201
    """

    credit = "Borders: Natural Earth 1:10m 5.1.1 (public domain)"

    def __init__(self, settings: Settings) -> None:
        self._layers = dict(settings.layers)
        self._made: dict[tuple[str, str], Boundary] = {}
        self._polygons: dict[tuple[str, str], Any] = {}

    def boundary(self, ref: str, view: BorderView = "recognised") -> Boundary:
        """Return the line a reference stands for.

        Parameters
        ----------
        ref
            "border:X" (all the outline of X), "land-border:X" (only what it shares with neighbours), "coast:X",
            "border:X/Y" (what X and Y share), "layer:NAME" (an own file) or "parallel:38" (or "38S"). X may also
            be a disputed part, such as "Crimea".
        view
            The reading of disputed borders.

        Raises
        ------
        InputError
            When there is no such kind, country, layer, or no such line.
        """
        if (ref, view) not in self._made:
            kind, _, name = ref.partition(":")
            build = _KINDS.get(kind)
            if build is None or not name:
                raise InputError(f"no such line: {ref!r}; use {', '.join(f'{each}:NAME' for each in _KINDS)}")
            self._made[ref, view] = Boundary(build(self, name, view))
        return self._made[ref, view]

    def polygon(self, name: str, view: BorderView = "recognised") -> Any:  # noqa: ANN401  (shapely has no types)
        """Return the area of a country or disputed part, cut along the antimeridian."""
        if (name, view) not in self._polygons:
            self._polygons[name, view] = shapely.build_area(self._lines(self._outline(name, view)))
        return self._polygons[name, view]

    def land(self) -> Any:  # noqa: ANN401
        """Return all land as one geometry, cut along the antimeridian."""
        if ("", "") not in self._polygons:
            faces = shapely.get_parts(shapely.polygonize([self._lines(self._arcs.right < 0)]))
            inner = shapely.get_coordinates(shapely.point_on_surface(faces)).T
            self._polygons["", ""] = shapely.multipolygons(faces[self.is_land(*inner)])
        return self._polygons["", ""]

    def code(self, name: str) -> str | None:
        """Return the alpha-2 code of a country by any of its names or codes, None if there is none."""
        return self._codes.get(name) or self._names.get(_plain(name))

    def countries(self, view: BorderView = "recognised") -> tuple[str, ...]:
        """Return the codes of all countries that hold land."""
        return tuple(sorted(code for code in set(self._holders(view)) if code in self._file["countries"]))

    def name(self, code: str) -> str:
        """Return the English name of a country."""
        return str(self._file["countries"][self._known(code)]["name"])

    def neighbours(self, name: str, view: BorderView = "recognised") -> tuple[str, ...]:
        """Return the codes of the countries with which a country shares a border on land."""
        found = self._outline(name, view) & (self._arcs.right >= 0)
        units = np.unique([self._arcs.left[found], self._arcs.right[found]])
        codes = {self._holders(view)[unit] for unit in units[~self._members(name, view)[units]]}
        return tuple(sorted(codes - {""}))

    def country_at(
        self, at: LonLat, view: BorderView = "recognised", *, within_km: float = 0.0
    ) -> str | None:
        """Return the code of the country that holds a position; None at sea and where no state is.

        A harbour may lie in the water, as coasts are good to some 500 m; `within_km` looks around it as well.
        """
        rings = (ring(at, within_km * share / 3, n=8) for share in ((1, 2, 3) if within_km > 0 else ()))
        near = (at, *(point for each in rings for point in each))
        codes = self.countries_at([each.lon for each in near], [each.lat for each in near], view)
        return next((code for code in codes if code), None)

    def countries_at(
        self, lon: ArrayLike, lat: ArrayLike, view: BorderView = "recognised"
    ) -> tuple[str, ...]:
        """Return the codes of the countries that hold each of some positions; "" at sea."""
        lon, lat = positions(lon, lat)
        units = self._ground.units(lon.ravel(), lat.ravel())
        codes = self._holders(view)
        return tuple(codes[unit] if unit >= 0 else "" for unit in units.tolist())

    def is_land(self, lon: ArrayLike, lat: ArrayLike) -> Mask:
        """Tell which positions are land; inland lakes are, the Caspian Sea is not."""
        lon, lat = positions(lon, lat)
        return self._ground.land(lon.ravel(), lat.ravel()).reshape(lon.shape)

    @cached_property
    def disputed(self) -> tuple[Disputed, ...]:
        """The disputed parts, with who holds them in either reading, and the source of their outline."""
        text = (files("geo.world") / "data" / "disputed.csv").read_text(encoding="utf-8")
        rows = csv.DictReader(text.splitlines())
        return tuple(Disputed(row["name"], row["recognised"], row["de_facto"], row["source"]) for row in rows)

    def basemap(
        self, bounds: basemap.Bounds, view: BorderView = "recognised", *, near: Sequence[LonLat] = ()
    ) -> dict[str, object]:
        """Return a small map of the world, finer within west, south, east, north, and finest near some positions.

        Returns
        -------
        "land" (a MultiPolygon, to be filled but not stroked, as it ends at the antimeridian), "borders" and
        "disputed" (MultiLineStrings) as GeoJSON geometries with 2 decimals (3 with `near`), "labels" (rows of name, lon, lat,
        rank from 1 for the largest countries to 10) and "credit"; some 200 KB of JSON.
        """
        _, countries = np.unique(self._holders(view), return_inverse=True)
        drawn = basemap.draw(self._arcs, countries, self._doubtful, bounds, near)
        return {**drawn, "labels": self._file["labels"], "credit": self.credit}

    # How lines are chosen among the arcs of the file.

    def _border(self, name: str, view: BorderView) -> Any:  # noqa: ANN401
        """Return the outline of one country, or the line two countries share."""
        one, shared, other = name.partition("/")
        if shared:
            found = self._outline(one, view) & self._outline(other, view)
            return self._lines(found, f"{one} and {other} share no border on land ({view} view)")
        return self._lines(self._outline(name, view) & (self._arcs.right != arcs.SEAM))

    def _land_border(self, name: str, view: BorderView) -> Any:  # noqa: ANN401
        """Return the borders of a country on land."""
        found = self._outline(name, view) & (self._arcs.right >= 0)
        return self._lines(found, f"{name} has no border on land")

    def _coast(self, name: str, view: BorderView) -> Any:  # noqa: ANN401
        """Return the coast of a country."""
        found = self._outline(name, view) & (self._arcs.right == arcs.SEA)
        return self._lines(found, f"{name} has no coast")

    def _layer(self, name: str, view: BorderView) -> Any:  # noqa: ANN401
        """Return an own layer, the same in every view."""
        del view
        if name not in self._layers:
            known = f"given are {', '.join(sorted(self._layers))}" if self._layers else "none is given"
            raise InputError(f"no layer {name!r}; {known}: use --layer {name}=FILE")
        return layers.read(name, self._layers[name])

    def _outline(self, name: str, view: BorderView) -> Mask:
        """Mark the arcs with a country, or a disputed part, on just one side."""
        inside = np.append(self._members(name, view), [False, False])  # for SEAM and SEA, rows -2 and -1
        return np.asarray(inside[self._arcs.left] != inside[self._arcs.right])

    def _members(self, name: str, view: BorderView) -> Mask:
        """Mark the units a country, or a disputed part, is made of."""
        parts = np.array([bool(part) and _plain(part) == _plain(name) for *_, part in self._file["units"]])
        code = self.code(name)
        if code is None and parts.any():
            return parts
        members = np.array(self._holders(view)) == (code or self._known(name))
        if not members.any():
            raise InputError(f"{name} is no country in the {view} view; try the other one")
        return np.asarray(members)

    def _lines(self, chosen: Mask, otherwise: str = "no such line") -> Any:  # noqa: ANN401
        """Return some arcs as lines."""
        if not chosen.any():
            raise InputError(otherwise)
        points, row = self._arcs.vertices(np.flatnonzero(chosen))
        return shapely.multilinestrings(shapely.linestrings(points, indices=row))

    # The file.

    @cached_property
    def _arcs(self) -> arcs.Arcs:
        return arcs.load()

    @cached_property
    def _ground(self) -> Ground:
        return Ground(self._arcs)

    @cached_property
    def _file(self) -> dict[str, Any]:
        text = (files("geo.world") / "data" / "units.json").read_text(encoding="utf-8")
        return dict(json.loads(text))

    def _holders(self, view: BorderView) -> tuple[str, ...]:
        """Return the country of each unit."""
        if view not in VIEWS:
            raise InputError(f"no such view: {view!r}; use {' or '.join(VIEWS)}")
        return tuple(unit[VIEWS.index(view)] for unit in self._file["units"])

    @cached_property
    def _doubtful(self) -> Mask:
        """Which units are disputed."""
        contested = {row.recognised for row in self.disputed if row.recognised == row.de_facto}
        names = {row.name for row in self.disputed}
        whole = {code for code in contested if self._file["countries"].get(code, {}).get("name") in names}
        return np.array([bool(part) or one in whole for one, _, part in self._file["units"]])

    @cached_property
    def _codes(self) -> dict[str, str]:
        rows = self._file["countries"].items()
        return {key: code for code, row in rows for key in (row["alpha3"], code)}

    @cached_property
    def _names(self) -> dict[str, str]:
        rows = self._file["countries"].items()
        # The names by which countries are known best come last, so that they win.
        names = [(name, code) for code, row in rows for name in row["names"]]
        names += [(row["name"], code) for code, row in rows]
        return {_plain(name): code for name, code in names}

    def _known(self, name: str) -> str:
        """Return the code of a country or say which names are close."""
        code = self.code(name)
        if code is None:
            close = get_close_matches(_plain(name), self._names, n=3)
            hint = f"did you mean {', '.join(close)}?" if close else "use an English name or an ISO 3166 code"
            raise InputError(f"no such country: {name!r}; {hint}")
        return code


def _parallel(_: Borders, name: str, view: BorderView) -> Any:  # noqa: ANN401
    """Return a circle of latitude."""
    del view
    digits, side = (name[:-1], name[-1].upper()) if name[-1:].upper() in ("N", "S") else (name, "N")
    try:
        lat = float(digits) * (-1 if side == "S" else 1)
    except ValueError:
        lat = np.nan
    if not abs(lat) <= 90:
        raise InputError(
            f"no such parallel: {name!r}; use degrees from 0 to 90 with N or S, as in 38 or 16.5S"
        )
    return shapely.LineString([(lon, lat) for lon in range(-180, 181, 90)])


def _plain(name: str) -> str:
    """Return a name without case, accents, dots and article, for comparison."""
    letters = "".join(each for each in normalize("NFKD", name) if not combining(each))
    return " ".join(letters.casefold().replace(".", "").replace("-", " ").split()).removeprefix("the ")


_KINDS: dict[str, Callable[[Borders, str, BorderView], Any]] = {
    "border": Borders._border,  # noqa: SLF001
    "land-border": Borders._land_border,  # noqa: SLF001
    "coast": Borders._coast,  # noqa: SLF001
    "layer": Borders._layer,  # noqa: SLF001
    "parallel": _parallel,
}
