"""Turn the bytes of an article into text, and say how it was done where that needed a guess."""

import re

from charset_normalizer import from_bytes

from geo.errors import InputError

__all__ = ["decode"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What a file that is no text begins with, and what to call it.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
# Codecs a page may name for itself; others ("zlib", "idna", UTF-7) are not encodings of articles.
_ALLOWED = re.compile(
    r"""
    utf-?8 | utf-?16(?:-?[lb]e)? | us-ascii | ascii | latin-?1
    | iso-?8859-\d{1,2} | windows-?125\d | cp125\d | koi8-?[ru] | mac-?roman
    | euc-?(?:kr|jp) | cp949 | ks_c_5601-1987 | shift[_-]?jis | iso-2022-(?:jp|kr) | gb2312 | gbk | gb18030 | big5
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Labels by which the web names another encoding than the codec of that name.
_WEB_LABELS = {
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
}
# Of encodings that the detector finds as likely, those that most files outside UTF-8 are in.
_COMMON = ("cp1252", "cp1251")
_SAMPLE = 65_536  # bytes the detector looks at
_CONTROLS_ALLOWED = 0.002  # share of control characters above which bytes are no text
_ACCEPTED = "text in UTF-8 (or another encoding of text) is accepted"


def decode(data: bytes, name: str, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode an article by its byte order mark, its declared name, strict UTF-8, and only then by a guess.

    Returns the text and warnings. Bytes that are no text (pictures, archives, nothing at all) are refused.

    >>> decode("Dunay".encode(), "a.txt")
    ('Dunay', ())
    """
    _refuse(data, name)
    for codec, warning in _candidates(data, declared):
        try:
            text = data.decode(codec)
        except (UnicodeError, LookupError):
            continue
        _refuse_controls(text, name)
        return text.removeprefix("\ufeff"), ((warning,) if warning else ())
    return _detect(data, name)


def _refuse(data: bytes, name: str) -> None:
    """Refuse what is plainly no text."""
    if not data.strip():
        raise InputError(f"{name}: the file is empty; {_ACCEPTED}")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}, not an article; {_ACCEPTED}")


def _candidates(data: bytes, declared: str | None) -> list[tuple[str, str]]:
    """List codecs in order of trust, each with the warning its use deserves."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return [(codec, "")]
    found = []
    if declared and _ALLOWED.fullmatch(declared.strip()):
        label = declared.strip().lower()
        found.append((_WEB_LABELS.get(label, label), ""))
    return [*found, ("utf-8", "")]


def _detect(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Guess the encoding from a sample."""
    guesses = from_bytes(data[:_SAMPLE])
    best = guesses.best()
    if best is None:
        raise InputError(f"{name}: these bytes are not text in any known encoding; {_ACCEPTED}")
    alike = {codec for each in guesses if each.chaos <= best.chaos for codec in each.could_be_from_charset}
    codec = next((each for each in _COMMON if each in alike), best.encoding)
    text = data.decode(codec, errors="replace")
    _refuse_controls(text, name)
    return text.removeprefix("\ufeff"), (f"the text is not UTF-8; read as {codec}, which is a guess",)


def _refuse_controls(text: str, name: str) -> None:
    """Refuse text with NUL or many control characters: it is binary, or the encoding is wrong."""
    controls = len(re.findall(r"[\x01-\x08\x0e-\x1f]", text))
    if "\x00" in text or controls > _CONTROLS_ALLOWED * len(text) + 2:
        raise InputError(f"{name}: this is binary data, not an article; {_ACCEPTED}")
