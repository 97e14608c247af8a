"""Say what went wrong with an input, in one line.

The tree::

    DatelineError                the root; the command line prints it and exits with `exit_code`
    ├── InputError   (ValueError)    a file, an option or a value that cannot be used
    ├── DataError    (RuntimeError)  data that came with the program or its packages is missing or damaged
    └── MissingExtra (ImportError)   an optional package is not installed; the message names the extra

Not finding something in a text is not an error: it is a value with a reason.
"""

__all__ = ["DataError", "DatelineError", "InputError", "MissingExtra"]


class DatelineError(Exception):
    """Root of all errors this package raises on purpose."""

    exit_code = 1


class InputError(DatelineError, ValueError):
    """An input cannot be used; the message names it, the value, and what would be accepted."""


class DataError(DatelineError, RuntimeError):
    """Data that came with the program or one of its packages is missing or damaged."""


class MissingExtra(DatelineError, ImportError):  # noqa: N818  (named for what is missing)
    """An optional package is needed; the message names the extra to install."""
