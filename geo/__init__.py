"""Read a developing news story: where it happened, when, and whether its geography adds up."""

__version__ = "0.1.0"
