"""Read a user's own reference line, such as a front, from a vector file."""

import re
from pathlib import Path
from typing import Any

import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from geo.errors import InputError

__all__ = ["DRIVERS", "read"]

# The driver is named by the suffix, never guessed from the contents of a file somebody sent.
DRIVERS = {
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
    ".shp": "ESRI Shapefile",
    ".gpkg": "GPKG",
    ".fgb": "FlatGeobuf",
    ".kml": "KML",
    ".gml": "GML",
}
# What the file of each driver begins with. GDAL opens a file by its contents, and some formats (virtual layers, services)
# make it fetch what a stranger wrote: so a file is looked at before GDAL sees it.
_HEAD = 4096  # bytes
_XML = rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>)?\s{0,99}(?:<!--[^>]{0,400}-->\s{0,99})?"
_BEGINS = {
    "GeoJSON": re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\{"),
    "ESRI Shapefile": re.compile(rb"\x00\x00\x27\x0a"),
    "GPKG": re.compile(rb"SQLite format 3\x00"),
    "FlatGeobuf": re.compile(rb"fgb"),
    "KML": re.compile(_XML + rb"<(?:\w{1,20}:)?kml\b"),
    "GML": re.compile(_XML + rb"<(?:\w{1,20}:)?\w{1,60}\s[^>]{0,3000}opengis\.net/gml"),
}
_FETCHES = re.compile(rb"<(?:OGR\w{3,20}|VRTDataset|GDAL_W\w{2,10})", re.IGNORECASE)


def read(name: str, path: str) -> Any:  # noqa: ANN401  (shapely has no types)
    """Return all shapes of a file as one geometry in longitude and latitude.

    Raises
    ------
    InputError
        When the file is missing, of an unknown format, damaged or empty.
    """
    file = Path(path)
    driver = DRIVERS.get(file.suffix.lower())
    if driver is None:
        raise InputError(f"layer {name!r}: cannot read {path!r}; use one of {', '.join(DRIVERS)}")
    if not file.is_file():
        raise InputError(f"layer {name!r}: no such file {path!r}")
    _look(name, file, driver)
    shapes, crs = _opened(name, file, driver)
    if not shapes:
        raise InputError(
            f"layer {name!r}: {path!r} holds no shapes; at least one line, polygon or point is needed"
        )
    shape = shapely.GeometryCollection(shapes) if len(shapes) > 1 else shapes[0]
    return _in_degrees(name, shape, crs)


def _look(name: str, file: Path, driver: str) -> None:
    """Refuse a file that does not begin as its suffix says."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError as error:
        raise InputError(f"layer {name!r}: cannot read {str(file)!r} ({error.strerror})") from error
    if not _BEGINS[driver].match(head) or _FETCHES.search(head):
        raise InputError(
            f"layer {name!r}: {str(file)!r} is not {driver} as its suffix says; accepted are {', '.join(DRIVERS)}"
        )


def _opened(name: str, file: Path, driver: str) -> tuple[list[Any], str | None]:
    """Return the shapes of a file that are not empty, and its reference system."""
    from pyogrio import errors, raw, read_info  # noqa: PLC0415  (only those who bring a layer need GDAL)

    try:
        found = read_info(file)["driver"]
        meta, _, encoded, _ = raw.read(file, columns=[])
    except (errors.DataSourceError, errors.DataLayerError, errors.GeometryError) as fault:
        raise InputError(f"layer {name!r}: cannot read {str(file)!r}: {fault}") from fault
    if found not in (driver, "LIB" + driver):
        raise InputError(f"layer {name!r}: {str(file)!r} is {found}, not {driver} as its suffix says")
    shapes = [shape for shape in shapely.from_wkb(encoded) if shape is not None and not shape.is_empty]
    return shapes, meta["crs"]


def _in_degrees(name: str, shape: Any, crs: str | None) -> Any:  # noqa: ANN401
    """Reproject to EPSG:4326; a file that does not name its system is taken to be in degrees already."""
    try:
        system = CRS(crs or "EPSG:4326")
    except CRSError as fault:
        raise InputError(
            f"layer {name!r}: unknown reference system {crs!r}; reproject it to EPSG:4326"
        ) from fault
    if system.equals(CRS("EPSG:4326"), ignore_axis_order=True):
        return shapely.force_2d(shape)
    turn = Transformer.from_crs(system, "EPSG:4326", always_xy=True).transform
    return shapely.transform(shape, turn, interleaved=False)
