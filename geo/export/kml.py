"""Write KML 2.2: one folder a layer, each mark with its quote and its days."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely

from geo.export.layers import Layers
from geo.export.terminal import xml
from geo.export.values import plain

__all__ = ["render"]

_LABELS = ("name", "what", "verdict", "kind", "text")  # the first of these a row has is its label
_LABEL_LIMIT = 80


def render(layers: Layers) -> bytes:
    """Give all layers; rows without a geometry are kept, they show in the list of the viewer only."""
    folders = "".join(
        f"<Folder><name>{xml(name)}</name>{''.join(map(_placemark, plain(frame)))}</Folder>\n"
        for name, frame in layers.frames.items()
    )
    about = xml("; ".join((*layers.credits, f"borders: {layers.borders}")))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<name>Dateline</name><description>{about}</description>\n{folders}</Document></kml>\n"
    ).encode()


def _placemark(row: Mapping[str, Any]) -> str:
    """Write one mark."""
    label = next((str(row[key]) for key in _LABELS if row.get(key)), "")[:_LABEL_LIMIT]
    data = "".join(
        f'<Data name="{xml(key)}"><value>{xml(str(value))}</value></Data>'
        for key, value in row.items()
        if key != "geometry" and value is not None
    )
    return (
        f"<Placemark><name>{xml(label)}</name><description>{xml(str(row['quote']))}</description>"
        f"{''.join(_span(row))}<ExtendedData>{data}</ExtendedData>{_geometry(row['geometry'])}</Placemark>\n"
    )


def _span(row: Mapping[str, Any]) -> Iterator[str]:
    """Write the days of a row, for the time slider."""
    if row.get("first") and row.get("last"):
        yield f"<TimeSpan><begin>{xml(row['first'])}</begin><end>{xml(row['last'])}</end></TimeSpan>"


def _geometry(shape: shapely.Geometry | None) -> str:
    """Write a geometry; several parts become a MultiGeometry."""
    if shape is None or shape.is_empty:
        return ""
    parts = [_part(each) for each in shapely.get_parts(shape)]
    return parts[0] if len(parts) == 1 else f"<MultiGeometry>{''.join(parts)}</MultiGeometry>"


def _part(shape: shapely.Geometry) -> str:
    """Write a point or a line."""
    numbers = _numbers(shape.coords)
    if shape.geom_type == "Point":
        return f"<Point><coordinates>{numbers}</coordinates></Point>"
    return f"<LineString><tessellate>1</tessellate><coordinates>{numbers}</coordinates></LineString>"


def _numbers(coords: Iterable[tuple[float, ...]]) -> str:
    """Write coordinates, longitude first."""
    return " ".join(f"{each[0]:.6f},{each[1]:.6f}" for each in coords)
