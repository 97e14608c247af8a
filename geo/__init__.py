"""Read a developing news story: where it happened, when, and whether its geography adds up.

The public names below are loaded when they are first used, so that ``import geo`` stays quick.

=================  ============================================================================
`read_articles`    files, folders or standard input to articles
`load_world`       open gazetteers and borders
`read_story`       articles to a story: places, dates, movements, checked claims
`render_map`       a story to one self-contained HTML page
`places` ...       a story to GeoDataFrames, see `geo.frames`
`measure`          exact distances on the ellipsoid, to points, borders, coasts, own lines
`Settings`         what a user may choose
=================  ============================================================================
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "Boundary": ("geo.measure", "Boundary"),
    "LonLat": ("geo.model", "LonLat"),
    "Settings": ("geo.settings", "Settings"),
    "frames": ("geo.frames", None),
    "load_world": ("geo.world", "load"),
    "measure": ("geo.measure", None),
    "model": ("geo.model", None),
    "read_articles": ("geo.articles", "read"),
    "read_story": ("geo.story", "read"),
    "render_map": ("geo.page", "render"),
}

__all__ = [*sorted(_PUBLIC)]  # noqa: PLE0604  (names are resolved in __getattr__)


def __getattr__(name: str) -> Any:  # noqa: ANN401  (whatever the name stands for)
    """Load a public name when it is first used."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'geo' has no attribute {name!r}; it has {', '.join(sorted(_PUBLIC))}")
    module, attribute = _PUBLIC[name]
    loaded = import_module(module)
    return loaded if attribute is None else getattr(loaded, attribute)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted([*_PUBLIC, "__version__"])
