"""Take frames apart into rows of plain values, and join them into one table."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

if TYPE_CHECKING:
    from geo.export.layers import Layers

__all__ = ["joined", "plain"]


def plain(frame: gpd.GeoDataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows of a frame; what is missing is `None`, numbers are Python's."""
    for row in frame.astype(object).to_dict("records"):
        yield {key: _value(each) for key, each in row.items()}


def _value(value: Any) -> Any:  # noqa: ANN401
    """Turn NaN and NA into `None`."""
    return None if value is None or value is pd.NA or (isinstance(value, float) and value != value) else value  # noqa: PLR0124


def joined(layers: "Layers") -> gpd.GeoDataFrame:
    """Join all layers into one table with a `layer` column; columns in the order in which layers bring them."""
    kinds: dict[str, Any] = {}
    for frame in layers.frames.values():
        kinds.update({column: kind for column, kind in frame.dtypes.items() if column != "geometry"})
    rows = [{"layer": name, **row} for name, frame in layers.frames.items() for row in plain(frame)]
    columns: Mapping[str, pd.Series[Any]] = {
        column: pd.Series([row.get(column) for row in rows], dtype=_nullable(kind))
        for column, kind in {"layer": "str", **kinds}.items()
    }
    return gpd.GeoDataFrame(
        columns, geometry=gpd.GeoSeries([row["geometry"] for row in rows], crs="EPSG:4326"), crs="EPSG:4326"
    )


def _nullable(kind: Any) -> Any:  # noqa: ANN401
    """Let whole numbers be missing."""
    return "Int64" if str(kind) in {"int64", "Int64"} else kind
