"""Read article files into `Article` values, and mark what on a page is not news.

`read` and `stream` take the arguments of the command line: `.txt`, `.md` (front matter), `.html`, `.jsonl`
(one object a line), folders of these, and `-`. `FORMATS` says who reads which suffix.
"""

from geo.articles.boilerplate import find as find_boilerplate
from geo.articles.decode import decode
from geo.articles.formats import FORMATS
from geo.articles.sources import read, stream

__all__ = ["FORMATS", "decode", "find_boilerplate", "read", "stream"]
