"""Give the dictionary forms that an inflected Russian or Ukrainian name may come from.

The gazetteers list names in the nominative; news writes "во Владивостоке", "из Москвы", "до Києва". The forms given
here are guesses: only one that a gazetteer has counts, so the table can be generous.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

__all__ = ["base_forms"]

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SHORTEST = 3
_MOST = 60
_HEADED = 3

# Ending of a case -> endings of the nominative, without case and accents (keys write "и" for "й", "і" for "ї").
_ENDINGS = {
    "ого": ("ии", "ыи", "ое"), "ому": ("ии", "ыи", "ое"), "его": ("ии", "ее"), "ему": ("ии", "ее"),
    "ова": ("ів", "ов"), "ову": ("ів", "ов"), "ові": ("ів", "ов"), "овом": ("ів", "ов"), "ева": ("ів", "ев"), "єва": ("іів",),
    "ом": ("", "о", "ое", "ыи", "ии"), "ем": ("ь", "е", "и", "ее", "ии", "ыи"), "ой": ("а", "ая"), "ои": ("а", "ая"), "ою": ("а",), "еи": ("я",), "ею": ("я",),
    "ым": ("ыи", "ое"), "им": ("ии", "ое"), "ая": ("ая",), "ую": ("ая",), "ии": ("ия", "ии"), "ию": ("ия",), "ией": ("ия",), "иеи": ("ия",),
    "іі": ("ія",), "ію": ("ія",), "ією": ("ія",), "ью": ("ь",), "ах": ("ы", "и"), "ам": ("ы", "и"), "ами": ("ы", "и"),
    "а": ("", "о"), "у": ("", "а", "о"), "е": ("", "а", "о", "ь", "я"), "ы": ("а",), "и": ("а", "ь", "я"), "і": ("а", "", "ь", "я", "о"),
    "я": ("ь", "и"), "ю": ("ь", "я", "и"), "": ("ы", "и"),
}  # fmt: skip
_LONGEST_ENDING = max(map(len, _ENDINGS))


@lru_cache(maxsize=10_000)
def _of_word(word: str) -> tuple[str, ...]:
    """Give the nominatives that a word may come from, itself first."""
    forms = [word]
    for size in range(_LONGEST_ENDING, -1, -1):
        stem = word[: len(word) - size]
        if len(stem) >= _SHORTEST:
            forms += [stem + ending for ending in _ENDINGS.get(word[len(word) - size :], ())]
    # "Київ, Києва", "Миколаїв, Миколаєва": a vowel that changes with the case.
    forms += [form[:-2] + "ів" for form in forms if form.endswith("єв")]
    return tuple(dict.fromkeys(forms))


def base_forms(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the names, other than the words as they stand, that words in key form may come from.

    >>> "владивосток" in base_forms(("владивостока",))
    True
    """
    if all(_CYRILLIC.search(word) for word in words):
        # In "Ростов-на-Дону" only the head changes.
        rest = [(word,) for word in words[1:]] if len(words) == _HEADED else map(_of_word, words[1:])
        every = (" ".join(parts) for parts in product(_of_word(words[0]), *rest))
        yield from islice(every, 1, _MOST)
