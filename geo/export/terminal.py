"""Escape text from outside for each kind of plain output: terminal, Markdown, CSV, XML."""

import re
import unicodedata

__all__ = ["cell", "inline", "markdown", "printable", "xml"]

# Control characters and the marks that turn the direction of text, which could fake a line of output.
_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Round brackets make a link only after square ones, which are escaped.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$@!]|:(?=//)|(?<=www)\.")
_BLOCK = re.compile(r"^[#+=-]")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def printable(text: str) -> str:
    r"""Show control and direction characters by their codes.

    >>> printable("Seoul\x1b[2J")
    'Seoul\\x1b[2J'
    """
    return _UNSAFE.sub(
        lambda found: found[0].encode("unicode_escape", "backslashreplace").decode("ascii"), text
    )


def markdown(text: str) -> str:
    r"""Escape text so that Markdown shows it as it stands, on one line.

    >>> markdown("a | *b*")
    'a \\| \\*b\\*'
    """
    return _NUMBERED.sub(r"\1\\\2", _BLOCK.sub(r"\\\g<0>", inline(text)))


def inline(text: str) -> str:
    r"""Escape text for the middle of a line of Markdown, where a number or a dash begins no list.

    >>> inline("201.3 km [x](y)")
    '201.3 km \\[x\\](y)'
    """
    return _MARKUP.sub(lambda found: f"\\{found[0]}", printable(" ".join(text.split())))


def cell(value: object) -> object:
    """Guard a cell of a spreadsheet: text that would be taken for a formula gets a leading quote; numbers stay.

    >>> cell("=1+1"), cell(-1.5)
    ("'=1+1", -1.5)
    """
    if not isinstance(value, str):
        return value
    # A full-width sign becomes a formula once a program normalises it.
    plain = unicodedata.normalize("NFKC", value.lstrip(" \u00a0\ufeff"))
    guarded = "'" + value if value[:1] in _FORMULA or plain[:1] in _FORMULA else value
    return guarded.replace("\x00", "\ufffd")


def xml(text: str) -> str:
    """Replace what XML cannot hold and escape what it reads as markup."""
    clean = _NOT_XML.sub("\ufffd", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
