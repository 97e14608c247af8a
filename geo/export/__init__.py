"""Write a story in the formats of other programs.

===========  =====================================================================
`EXPORTERS`  GIS formats by suffix: .geojson, .gpkg, .kml, .parquet, .csv; `exporter` looks one up
`write`      a story to a file of one of these, all layers in it; `write_route` for one route
`record`     what was read as plain records, the JSON of `dateline read`
`checks`     the checked claims as table, JSON, CSV, Markdown or ClaimReview
`files`      the one writer of output files: a reader never sees half of one
`terminal`   escapes for terminal, Markdown, CSV and XML
===========  =====================================================================
"""

from geo.export.layers import EXPORTERS, Exporter, Layers, exporter, render, write, write_route

__all__ = ["EXPORTERS", "Exporter", "Layers", "exporter", "render", "write", "write_route"]
