"""Word figures and reasons as an editor would print them."""

from datetime import date

__all__ = ["day", "km", "sentence"]

_MONTHS = "January February March April May June July August September October November December".split()


def km(value: float) -> str:
    """Print a length: two figures below 10 km, one place below 1,000, whole kilometres above.

    >>> km(0.248), km(201.32), km(6920.4), km(290.0)
    ('0.25 km', '201.3 km', '6,920 km', '290 km')
    """
    places = 2 if value < 1 else 1 if value < 1000 else 0
    text = f"{value:,.{places}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + " km"


def day(value: date) -> str:
    """Print a day.

    >>> day(date(2023, 9, 12))
    '12 September 2023'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop.

    >>> sentence("the object is not said")
    'The object is not said.'
    """
    text = text.strip()
    if not text:
        return text
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
