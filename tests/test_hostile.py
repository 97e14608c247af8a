"""Texts made to exhaust a reader are read in time that grows with their length, and never raise."""

import time

import pytest

from geo import story
from geo.model import Article
from geo.world import World

# (prefix, pump, repetitions, suffix): texts that catch patterns which backtrack or look far ahead at every step.
PROBES = {
    "thousands separators": ("Seoul is ", "1,", 4000, "x from"),
    "digits": ("", "9", 6000, " from Busan"),
    "spaced digits": ("", "1 ", 4000, "km-from"),
    "dotted digits": ("", "1.", 4000, "!"),
    "dashed digits": ("about ", "1-", 4000, "x"),
    "number words": ("", "two hundred and ", 800, "frogs"),
    "unit prefixes": ("5 ", "kilo", 3000, "s"),
    "nested distances": ("", "5 km from ", 2000, "x"),
    "between": ("between ", "Seoul and ", 2000, "x"),
    "from to": ("from ", "Seoul to ", 2000, "x"),
    "spaces": ("325", " ", 10000, "from"),
    "mixed white space": ("325", " \t\n\r", 2500, "from"),
    "capitalised words": ("", "Aa ", 6000, "!"),
    "hyphenated words": ("", "Aa-", 6000, "1"),
    "initials": ("", "A. ", 6000, "1"),
    "apostrophes": ("", "O'", 6000, ""),
    "parents": ("Seoul", ", Aa", 3000, " 1"),
    "brackets": ("", "(", 6000, " 325 km"),
    "quotes": ("", '"Seoul ', 3000, ""),
    "fractions": ("", "1/", 6000, "x"),
    "dates": ("on ", "March ", 3000, "x"),
    "weekdays": ("", "Tuesday, ", 3000, "x"),
    "ordinals": ("", "1st ", 4000, "x"),
    "question marks": ("", "?", 10000, "x"),
    "times": ("", "a.m. ", 3000, "x"),
    "addresses": ("http://", "a/", 6000, "\0"),
    "mail": ("", "a@a.", 4000, "!"),
    "tags": ("", "<a ", 4000, "x"),
    "zero width": ("Se", "\u200b", 6000, "oul"),
    "combining": ("Se", "\u0301", 6000, "oul"),
}


def seconds(world: World, words: str) -> float:
    """Return the processor time that one reading takes."""
    began = time.process_time()
    story.report(Article("hostile", words), world, routed=False)
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("probe", PROBES.values(), ids=PROBES.keys())
def test_twice_the_text_takes_about_twice_the_time(world: World, probe: tuple[str, str, int, str]) -> None:
    """Doubling a hostile text does not more than triple the time it takes, where there is time to measure."""
    prefix, pump, n, suffix = probe
    story.report(Article("warm", prefix + pump * 10 + suffix), world, routed=False)
    once = min(seconds(world, prefix + pump * n + suffix) for _ in range(2))
    twice = min(seconds(world, prefix + pump * 2 * n + suffix) for _ in range(2))
    assert twice < 3 * once + 0.25, f"{n} took {once:.2f} s, {2 * n} took {twice:.2f} s"
