"""Write CSV (RFC 4180): one table, each row with the name of its layer; safe to open in a spreadsheet."""

import csv
import io

import shapely

from geo.export.layers import Layers
from geo.export.terminal import cell
from geo.export.values import joined, plain

__all__ = ["render"]


def render(layers: Layers) -> bytes:
    """Give all layers as one table with `lon`, `lat` (a point on the geometry) and `wkt`.

    The credits are in the last column of every row, because CSV has no place for metadata.
    """
    table = joined(layers)
    names = [*(column for column in table.columns if column != "geometry"), "lon", "lat", "wkt", "credits"]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in plain(table):
        row.update(_position(row["geometry"]), credits="; ".join(layers.credits))
        writer.writerow([cell(row[name]) for name in names])
    return out.getvalue().encode()


def _position(shape: shapely.Geometry | None) -> dict[str, object]:
    """Give a point on the geometry and the geometry in words."""
    if shape is None:
        return {"lon": None, "lat": None, "wkt": None}
    point = shape.representative_point()
    return {
        "lon": round(point.x, 6),
        "lat": round(point.y, 6),
        "wkt": shapely.to_wkt(shape, rounding_precision=6),
    }
