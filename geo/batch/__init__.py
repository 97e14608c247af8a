"""Read a corpus into partitioned GeoParquet, on one machine or on a Dask cluster, and resume where a run stopped.

`run` cuts the articles into parts of `PART` articles. A part becomes one file a layer
(`places/part-00000.parquet`, ...) and, last, a record of itself; a part whose record fits its articles, the
settings and the version is not read again. Legs are not linked across articles: a corpus is no story.
"""

from geo.batch.engine import Done, run
from geo.batch.part import PART, Opener

__all__ = ["PART", "Done", "Opener", "run"]
