"""Read a user's own reference line, such as a front, from a vector file."""

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
    shapes, crs = _opened(name, file, driver)
    if not shapes:
        raise InputError(
            f"layer {name!r}: {path!r} holds no shapes; at least one line, polygon or point is needed"
        )
    shape = shapely.GeometryCollection(shapes) if len(shapes) > 1 else shapes[0]
    return _in_degrees(name, shape, crs)


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
