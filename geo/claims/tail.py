"""Match what stands right before a figure, at no cost in sentences that do not hold the words at all."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["Tail"]


@lru_cache(maxsize=512)
def _occurs(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern matches anywhere in a sentence; asked for every figure of it."""
    return pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class Tail:
    """A pattern that ends with "$", looked for in the `width` characters before a figure."""

    source: str
    width: int = 60
    flags: int = int(re.IGNORECASE)
    _pattern: re.Pattern[str] = field(init=False)
    _loose: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the pattern with and without its end."""
        object.__setattr__(self, "_pattern", re.compile(self.source, self.flags))
        object.__setattr__(self, "_loose", re.compile(self.source.replace("$", ""), self.flags))

    def before(self, text: str, at: int) -> re.Match[str] | None:
        """Match the words that end at an offset of a sentence.

        >>> Tail(r"radius of $").before("a radius of 20 km", 12)[0]
        'radius of '
        """
        if not _occurs(self._loose, text):
            return None
        return self._pattern.search(text, max(0, at - self.width), at)
