"""Write GeoJSON (RFC 7946): one collection, each feature with the name of its layer."""

import json
from typing import Any

import shapely

from geo.export.layers import Layers
from geo.export.values import plain

__all__ = ["render"]

_DIGITS = 6  # a tenth of a metre, as RFC 7946 advises


def render(layers: Layers) -> bytes:
    """Give all layers as one FeatureCollection; credits and border view are foreign members."""
    collection = {
        "type": "FeatureCollection",
        "credits": list(layers.credits),
        "borders": layers.borders,
        "features": [
            {
                "type": "Feature",
                "geometry": _geometry(row.pop("geometry")),
                "properties": {"layer": name, **row},
            }
            for name, frame in layers.frames.items()
            for row in plain(frame)
        ],
    }
    return (
        json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    ).encode()


def _geometry(shape: shapely.Geometry | None) -> Any:  # noqa: ANN401  (GeoJSON has no type of its own)
    """Give a geometry, rounded, or nothing."""
    return None if shape is None else _rounded(shapely.geometry.mapping(shape))


def _rounded(value: Any) -> Any:  # noqa: ANN401
    """Round all coordinates."""
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(each) for each in value]
    return round(value, _DIGITS) if isinstance(value, float) else value
