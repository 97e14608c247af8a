"""Find claims of the calendar: a weekday beside its date, and the day before or after an event."""

from collections.abc import Iterator

from geo.claims.calendar import COUNTED, PAIR, RELATION
from geo.claims.check_fact import check_temporal
from geo.claims.kind import Example, Kind
from geo.claims.scene import Scene
from geo.model import Claim, End

__all__ = ["KIND"]


def _find(scene: Scene) -> Iterator[Claim]:
    """Yield the claims of the calendar of a sentence."""
    for match in PAIR.finditer(scene.text):
        days = tuple(
            d
            for d in scene.dates
            if d.span.start < scene.sentence.start + match.end()
            and scene.sentence.start + match.start() < d.span.end
        )
        span = scene.span(*match.span())
        yield Claim(span, "temporal", End(span), None, days=days)
    for match in RELATION.finditer(scene.text) if COUNTED.search(scene.text) else ():
        event = scene.words.starting(scene.words.after(match.end()))
        days = tuple(
            d
            for d in scene.dates
            if scene.sentence.start + match.start() - 30 <= d.span.start
            and d.span.end <= scene.sentence.start + match.start()
            and d.first
        )
        if event is None or not days or not scene.words.named(event):
            continue
        day = days[-1]
        start, end = day.span.start - scene.sentence.start, scene.words.span(event)[1]
        cue = scene.span(*match.span())
        yield Claim(
            scene.span(start, end), "temporal", End(day.span), End(scene.cut(event)), days=(day,), cue=cue
        )


KIND = Kind(
    "temporal",
    ("day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "week"),
    _find,
    check_temporal,
    (Example("The court sat on Tuesday, May 4, 2021, and adjourned.", "Tuesday, May 4, 2021"),),
    measured=False,
)
