"""Open files, folders and standard input, and hand out one `Article` after another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from geo.articles import boilerplate, published as dating
from geo.articles.formats import FORMATS, Draft, parse_record, sniff
from geo.errors import InputError
from geo.model import Article, Skipped

__all__ = ["read", "stream"]

_LINES = ".jsonl"
_ACCEPTED = ", ".join([*FORMATS, _LINES, "a folder of these", "or -"])
_LIMIT_MB = 20
_TITLE_LIMIT = 200  # characters


def read(
    paths: Sequence[str],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    limit_mb: int = _LIMIT_MB,
) -> tuple[Article, ...]:
    """Read all articles, in the order of `paths`; folders in the order of their file names.

    Parameters
    ----------
    paths
        Files, folders, or "-" for `stdin`.
    published
        Publication date for articles that name none themselves.
    stdin
        Where "-" is read from.
    limit_mb
        Size above which one article (a file, or a line of a `.jsonl`) is refused.
    """
    return tuple(stream(paths, published=published, stdin=stdin, limit_mb=limit_mb))


def stream(
    paths: Sequence[str],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    limit_mb: int = _LIMIT_MB,
) -> Iterator[Article]:
    """Yield the same articles as `read` one at a time, so that a corpus need not fit in memory."""
    limit = limit_mb * 1_000_000
    taken: dict[str, int] = {}
    for path in paths:
        for name, draft in _drafts(path, stdin, limit):
            yield _article(draft, path=name, option=published, taken=taken)


def _drafts(path: str, stdin: BinaryIO | None, limit: int) -> Iterator[tuple[str, Draft]]:
    """Yield what one argument holds, each draft with the name of its file."""
    if path == "-":
        yield from _from_pipe(stdin, limit)
        return
    for file in _files(path):
        try:
            with file.open("rb") as opened:
                yield from _from_file(opened, str(file), file.suffix.lower(), limit)
        except OSError as error:
            raise InputError(
                f"{file}: cannot be read ({error.strerror}); accepted are {_ACCEPTED}"
            ) from error


def _files(path: str) -> list[Path]:
    """List the files an argument stands for."""
    try:
        root = Path(path)
        if not root.is_dir():
            return [root]
        found = sorted(
            (
                each
                for each in root.rglob("*")
                if each.suffix.lower() in {*FORMATS, _LINES} and each.is_file()
            ),
            key=lambda each: each.as_posix(),
        )
    except (OSError, ValueError) as error:
        raise InputError(f"{path!r}: cannot be read; accepted are {_ACCEPTED}") from error
    visible = [
        each for each in found if not any(part.startswith(".") for part in each.relative_to(root).parts)
    ]
    if not visible:
        raise InputError(f"{path}: no articles in this folder; accepted are {_ACCEPTED}")
    return visible


def _from_pipe(stdin: BinaryIO | None, limit: int) -> Iterator[tuple[str, Draft]]:
    """Read standard input, whatever format it holds."""
    if stdin is None:
        raise InputError(f"-: there is no standard input; accepted are {_ACCEPTED}")
    data = stdin.read(limit + 1)
    suffix = sniff(data)
    if suffix == _LINES:
        rest = iter(stdin.readline, b"")
        lines = [*data.split(b"\n")]
        lines[-1] += next(rest, b"") if len(data) > limit else b""
        yield from _records([*lines, *rest], "-", limit)
        return
    yield "-", FORMATS[suffix](_within(data, "-", limit), "-")


def _from_file(opened: BinaryIO, name: str, suffix: str, limit: int) -> Iterator[tuple[str, Draft]]:
    """Read one file by its suffix; none means plain text."""
    if suffix == _LINES:
        yield from _records(iter(lambda: opened.readline(limit + 1), b""), name, limit)
        return
    reader = FORMATS.get(suffix or ".txt")
    if reader is None:
        raise InputError(f"{name}: no reader for {suffix!r}; accepted are {_ACCEPTED}")
    yield name, reader(_within(opened.read(limit + 1), name, limit), name)


def _records(lines: Iterable[bytes], name: str, limit: int) -> Iterator[tuple[str, Draft]]:
    """Read the lines of a `.jsonl`; blank ones are passed over."""
    count = 0
    for number, raw in enumerate(lines, 1):
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            words = _within(line, where, limit).decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"{where}: not UTF-8; a .jsonl file is UTF-8, one object a line") from error
        draft = parse_record(words, where)
        count += 1
        named = {"id": f"{_stem(name)}-{number}", **draft.fields}
        yield where, replace(draft, fields=named)
    if not count:
        raise InputError(
            f"{name}: no articles in this file; one object a line with 'id' and 'text' is accepted"
        )


def _within(data: bytes, name: str, limit: int) -> bytes:
    """Refuse an article that is too large."""
    if len(data) > limit:
        raise InputError(f"{name}: larger than {limit / 1e6:g} MB; articles up to that size are accepted")
    return data


def _article(draft: Draft, *, path: str, option: date | None, taken: dict[str, int]) -> Article:
    """Put one article together: its id, its date, and the parts that are no news."""
    fields, notes = draft.fields, list(draft.warnings)
    given = fields.get("published", "")
    day = dating.parse(given)
    if given and day is None:
        notes.append(f"published {given!r} is not a date; YYYY-MM-DD is accepted")
    candidates = [(draft.published_from, day), ("file name", dating.in_name(path)), ("option", option)]
    when, origin = dating.choose([*candidates, ("text", dating.in_text(draft.text))])
    skipped = boilerplate.find(draft.text, already=draft.skipped)
    first = _first_line(draft.text, skipped)
    if not first:
        notes.append("nothing in this text reads like news")
    name, doubt = _identify(fields.get("id"), path, taken)
    return Article(
        id=name,
        text=draft.text,
        title=fields.get("title") or (_as_title(first) if draft.headed else None),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=when,
        published_from=origin,
        url=fields.get("url"),
        source=path,
        skipped=skipped,
        warnings=(*notes, *doubt),
    )


def _identify(given: str | None, path: str, taken: dict[str, int]) -> tuple[str, tuple[str, ...]]:
    """Name an article: by the id it gives itself, else by its file; the second of one name gets a number."""
    wanted = given or _stem(path)
    taken[wanted] = count = taken.get(wanted, 0) + 1
    if count == 1:
        return wanted, ()
    if given:
        return given, (f"another article has the id {given!r}, too",)
    name, _ = _identify(None, f"{wanted}-{count}.txt", taken)
    return name, ()


def _stem(path: str) -> str:
    """Name a file without its folder and suffix."""
    return "stdin" if path == "-" else Path(path).stem or "article"


def _first_line(text: str, skipped: tuple[Skipped, ...]) -> str:
    """Take the first line that is news, or nothing."""
    at = 0
    for part in (*skipped, Skipped(len(text), len(text), "")):
        found = text[at : part.start].lstrip()
        if found:
            return found.partition("\n")[0].strip()
        at = part.end
    return ""


def _as_title(line: str) -> str | None:
    """Take a line for the title when it is short and no sentence."""
    words = line.removeprefix("# ").strip()
    return words if words and len(words) <= _TITLE_LIMIT and words[-1] not in ".:,;。" else None
