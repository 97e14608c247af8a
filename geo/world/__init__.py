"""Gather what is known of the Earth: gazetteers and borders, opened once and only read."""

from dataclasses import dataclass

from geo.settings import Settings
from geo.world import borders as borders_, gazetteer as gazetteer_
from geo.world.borders import Borders
from geo.world.gazetteer import Gazetteer

__all__ = ["World", "load"]


@dataclass(frozen=True, slots=True)
class World:
    """Gazetteer and borders under one choice of settings; read-only."""

    gazetteer: Gazetteer
    borders: Borders
    settings: Settings


def load(settings: Settings | None = None) -> World:
    """Open the world; nothing heavy is read before it is asked for.

    Raises
    ------
    InputError
        When a gazetteer or layer of the settings cannot be used.
    """
    chosen = settings or Settings()
    return World(gazetteer_.open_gazetteer(chosen), borders_.load(chosen), chosen)
