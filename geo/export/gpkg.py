"""Write GeoPackage: one table a layer, the same bytes for the same story."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyogrio

from geo.export.layers import Layers

__all__ = ["render"]


def render(layers: Layers) -> bytes:
    """Give all layers; credits and border view stand in the metadata of the file."""
    about = {"credits": "; ".join(layers.credits), "borders": layers.borders}
    with tempfile.TemporaryDirectory() as folder, _clock(f"{layers.dated}T00:00:00.000Z"):
        path = Path(folder) / "story.gpkg"
        for index, (name, frame) in enumerate(layers.frames.items()):
            pyogrio.write_dataframe(
                frame,
                path,
                layer=name,
                driver="GPKG",
                geometry_type="Unknown",
                append=index > 0,
                dataset_metadata=about if index == 0 else None,
            )
        return path.read_bytes()


@contextmanager
def _clock(moment: str) -> Iterator[None]:
    """Let GDAL write a given time instead of now (GDAL issue 3537)."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": moment})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
