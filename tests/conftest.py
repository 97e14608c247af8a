"""Share the few fixtures that most tests need."""

import pathlib

import hypothesis
import pytest
from paths import SHARED

from geo import world as worlds

# Timings on shared machines say nothing; the same examples on every run make a red test repeatable.
hypothesis.settings.register_profile("dateline", deadline=None, derandomize=True, max_examples=60)
hypothesis.settings.load_profile("dateline")


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """Return the folder of labelled sets, or skip."""
    if not SHARED.is_dir():
        pytest.skip("the labelled sets in ../shared are not here")
    return SHARED


@pytest.fixture(scope="session")
def world() -> "worlds.World":
    """Open the real world once."""
    return worlds.load()
