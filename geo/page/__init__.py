"""Show a story on one HTML page that needs nothing but itself."""

from geo.page.picture import pdf, shoot
from geo.page.render import render

__all__ = ["pdf", "render", "shoot"]
