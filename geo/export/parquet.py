"""Write GeoParquet: one table, each row with the name of its layer."""

import io
import json

from geo.errors import MissingExtra
from geo.export.layers import Layers
from geo.export.values import joined

__all__ = ["render"]


def render(layers: Layers) -> bytes:
    """Give all layers as one table; credits and border view stand in the metadata of the schema."""
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415  (optional)
    except ImportError as error:
        raise MissingExtra(
            "writing .parquet needs the package pyarrow; install it, or write .gpkg"
        ) from error
    first = io.BytesIO()
    joined(layers).to_parquet(first)
    table = pq.read_table(io.BytesIO(first.getvalue()))
    about = {"credits": list(layers.credits), "borders": layers.borders}
    named = {**(table.schema.metadata or {}), b"dateline": json.dumps(about, ensure_ascii=False).encode()}
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(named), out, compression="zstd")
    return out.getvalue()
