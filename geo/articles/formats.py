"""Read the content of one file by its format into a `Draft`: the text and what the file says of itself."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import YAMLHandler

from geo.articles.decode import decode
from geo.errors import InputError
from geo.model import Skipped

__all__ = ["FORMATS", "Draft", "Reader", "parse_record", "sniff"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format's reader found; `fields` are title, outlet, author, published, url and id where given.

    `headed` says that the first line of news is the title when `fields` have none.
    """

    text: str
    fields: Mapping[str, str]
    published_from: str = "unknown"
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    headed: bool = False


Reader = Callable[[bytes, str], Draft]

_FIELDS = ("id", "title", "outlet", "author", "published", "url")
_FRONT_MATTER_LIMIT = 65_536  # characters
_SURROGATES = re.compile("[\ud800-\udfff]")


def _plain(data: bytes, name: str) -> Draft:
    """Read a text file."""
    text, warnings = decode(data, name)
    return Draft(text, {}, warnings=warnings, headed=True)


def _markdown(data: bytes, name: str) -> Draft:
    """Read a Markdown file; the front matter stays in the text, marked as not news, so that offsets hold."""
    text, warnings = decode(data, name)
    handler = YAMLHandler()
    fences = handler.FM_BOUNDARY.finditer(text[:_FRONT_MATTER_LIMIT])
    opening, closing = next(fences, None), next(fences, None)
    if opening is None or closing is None or text[: opening.start()].strip():
        return Draft(text, {}, warnings=warnings, headed=True)
    fields = _yaml(text[opening.end() : closing.start()], name)
    front = Skipped(0, closing.end(), "front matter")
    return Draft(text, fields, "front matter", (front,), warnings, headed=True)


def _yaml(block: str, name: str) -> dict[str, str]:
    """Read front matter with every scalar as written: a date stays a string until it is checked."""
    try:
        content = YAMLHandler().load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        line = f":{place.line + 1}" if place else ""
        raise InputError(
            f"{name}{line}: front matter is not YAML; lines such as 'published: 2023-10-14' are accepted"
        ) from error
    if not isinstance(content, dict):
        return {}
    return {
        key: content[key].strip()
        for key in _FIELDS
        if isinstance(content.get(key), str) and content[key].strip()
    }


def _webpage(data: bytes, name: str) -> Draft:
    """Read a web page."""
    from geo.articles import webpage  # noqa: PLC0415  (half a second of imports that plain text need not pay)

    page = webpage.read(data, name)
    return Draft(page.text, page.fields, "html", (), page.warnings)


def parse_record(line: str, name: str) -> Draft:
    """Read one line of a `.jsonl` file; `name` says file and line. The text is kept exactly as given."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = (
            f"{error.msg.removesuffix(' at')}, column {error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else str(error)
        )
        raise InputError(
            f"{name}: not JSON ({what}); one object a line with 'id' and 'text' is accepted"
        ) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        what = "'text' is no string" if isinstance(record, dict) and "text" in record else "no 'text'"
        raise InputError(f"{name}: {what}; one object a line with 'id' and 'text' is accepted")
    text = _SURROGATES.sub("\ufffd", record["text"])
    warnings = ("half a surrogate pair in the text; shown as U+FFFD",) if text != record["text"] else ()
    fields = {key: _SURROGATES.sub("\ufffd", str(record[key])) for key in _FIELDS if _scalar(record.get(key))}
    return Draft(text, fields, "front matter", (), warnings)


def _scalar(value: object) -> bool:
    """Whether a field is given: words or a whole number, not blank."""
    return (isinstance(value, str) and bool(value.strip())) or (
        isinstance(value, int) and not isinstance(value, bool)
    )


def sniff(data: bytes) -> str:
    """Guess the format of what comes from a pipe: a suffix of `FORMATS`, or ".jsonl"."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{"):
        return ".jsonl"
    if head.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")):
        return ".html"
    return ".md" if head.startswith(b"---") else ".txt"


FORMATS: Mapping[str, Reader] = {".txt": _plain, ".md": _markdown, ".html": _webpage, ".htm": _webpage}
