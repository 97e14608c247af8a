"""Bring names to the form in which they are compared: no case, no accents, no punctuation.

Two forms exist side by side. Ordinary names compare by `key`; abbreviations, whose capitals and stops are all
that tells them from words ("US", "Ont."), compare by `sign`.
"""

import re
import unicodedata

__all__ = ["key", "sign"]

# Accents only: combining marks of other scripts are letters there.
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_APART = re.compile(r"[\W_]+")
# Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
)
# Short forms that stand for a word in names.
_WORDS = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}


def key(name: str) -> str:
    """Reduce a name to what is compared.

    >>> key("Saint-Étienne"), key("Côte d’Ivoire"), key("평양")
    ('st etienne', 'cote d ivoire', '평양')
    """
    text = name.casefold()
    if not text.isascii():
        loose = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFC", loose).translate(_LETTERS)
    words = _APART.sub(" ", text).split()
    return " ".join(_WORDS.get(word, word) for word in words)


def sign(short: str) -> str:
    """Reduce an abbreviation: its letters as they are, stops kept, spaces dropped.

    >>> sign("N. S. W."), sign("US")
    ('=N.S.W.', '=US')
    """
    return "=" + "".join(short.split())
