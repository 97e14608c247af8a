"""Write down how weekdays, dates and days counted from an event are printed."""

import re

from geo.claims.numbers import NUMBER

__all__ = ["COUNTED", "MONTH", "PAIR", "RELATION"]

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
PAIR = re.compile(
    rf"""\b(?P<weekday>{_WEEKDAY}) ,? [ ] (?:the[ ])? (?: (?P<month>{MONTH}) [ ] (?P<day>\d{{1,2}})(?:st|nd|rd|th)? | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:[ ]of)? [ ] (?P<month2>{MONTH}) )
        (?: ,? [ ] (?P<year>\d{{4}}) )? \b""",
    re.VERBOSE,
)
# Cheap to look for before the relation itself.
COUNTED = re.compile(r"(?:day|week)s?\s(?:before|after|ahead\sof|following|prior\sto)\s", re.IGNORECASE)
RELATION = re.compile(
    rf"\b(?:(?P<count>{NUMBER}|the|a)\s)?(?P<unit>day|days|week|weeks)\s(?P<order>before|after|ahead\ of|following|prior\ to)\s(?:the\s|a\s)?",
    re.VERBOSE | re.IGNORECASE,
)
