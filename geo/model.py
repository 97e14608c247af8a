"""Name the things a story is made of: frozen values, no behaviour beyond properties.

Two rules do most of the work: what was read from an article carries its `Span`, and every judgement
carries its `because`. Offsets count characters of `Article.text`, which is never altered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from geo.errors import InputError

__all__ = [
    "Article",
    "Check",
    "Claim",
    "ClaimKind",
    "End",
    "Event",
    "Finding",
    "Leg",
    "LonLat",
    "Mention",
    "Mode",
    "Movement",
    "Place",
    "Precision",
    "Quantity",
    "Reading",
    "Report",
    "Role",
    "Route",
    "Skipped",
    "Span",
    "Status",
    "Story",
    "Verdict",
    "VerdictWord",
    "When",
]

Role = Literal["literal", "actor", "demonym"]
Mode = Literal["sea", "rail", "road", "air", "foot", "unknown"]
Status = Literal["done", "planned", "alleged", "denied", "habitual", "diverted"]
Precision = Literal["day", "interval", "week", "month", "season", "year", "unknown"]
VerdictWord = Literal["supported", "close", "depends", "contradicted", "not checkable"]
ClaimKind = Literal[
    "distance",
    "direction",
    "contain",
    "border",
    "between",
    "range",
    "extent",
    "path",
    "travel_time",
    "temporal",
    "superlative",
    "count",
]


@dataclass(frozen=True, slots=True, order=True)
class LonLat:
    """A position on WGS84 in degrees; longitude first, -180..180.

    >>> LonLat(40.1253, 45.8547).latlon
    (45.8547, 40.1253)
    """

    lon: float
    lat: float

    def __post_init__(self) -> None:
        """Refuse what is not on the globe (NaN included)."""
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise InputError(
                f"no such position: lon {self.lon}, lat {self.lat}; lon is -180..180, lat is -90..90"
            )

    @property
    def latlon(self) -> tuple[float, float]:
        """Latitude first, as folium and geopy want it."""
        return self.lat, self.lon

    @property
    def lonlat(self) -> tuple[float, float]:
        """Longitude first, as shapely, pyproj and GeoJSON want it."""
        return self.lon, self.lat


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of an article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span that is not as long as its words."""
        if self.end - self.start != len(self.text) or self.start < 0:
            raise InputError(f"span {self.start}..{self.end} does not fit its words {self.text!r}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of an article that is not read as news (navigation, other headlines, ...), and why."""

    start: int
    end: int
    because: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as decoded; `skipped` are the parts that are not news, in order, not overlapping."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    published_from: str = "unknown"
    url: str | None = None
    source: str | None = None
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Cut out some words."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a gazetteer.

    `country` is ISO 3166-1 alpha-2 or "" (seas, continents); `admin1` the name of the first-level
    division or ""; `radius_km` a circle about `at` that holds the place and the doubt about it.
    """

    id: str
    name: str
    at: LonLat
    kind: str
    country: str = ""
    admin1: str = ""
    radius_km: float = 3.0
    source: str = ""
    licence: str = ""
    population: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym in an article and the place it was taken for; a `None` place says why in `because`."""

    span: Span
    role: Role
    place: Place | None
    score: float
    because: str
    rivals: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A temporal expression and the days it covers, both ends included; `None` where it cannot be known."""

    span: Span
    first: date | None
    last: date | None
    precision: Precision
    because: str

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.first and self.last and self.first > self.last:
            raise InputError(f"interval {self.first}..{self.last} ends before it begins")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a movement or claim: its words and what they stand for.

    At most one of `place` and `line` is set. `line` names a geometry: "border:Ukraine", "land-border:X",
    "border:X/Y", "coast:Norway", "layer:front", "parallel:38".
    """

    span: Span | None
    place: Place | None = None
    line: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """Something moved: what, from, via, to, how and when. At least one end or a via is known."""

    span: Span
    cue: Span
    what: Span | None
    vehicle: Span | None
    origin: End | None
    destination: End | None
    via: tuple[End, ...] = ()
    mode: Mode = "unknown"
    status: Status = "done"
    when: When | None = None
    said_by: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something happened at a place: a strike, a launch, a meeting, a statement."""

    span: Span
    cue: Span
    kind: str
    place: End | None
    when: When | None
    said_by: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured figure as printed: `low <= high` in `unit` (a symbol of `geo.units`).

    `low`/`high` are `None` for vague figures ("several miles"). `step` is the printed resolution in the
    same unit, from which the tolerance is made.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    hedge: str | None = None
    step: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A geographic claim: subject, relation, object, figure.

    `direction` is a 16-wind code or "C"; `second` the same figure in another unit; `mode` what the words
    say of the way it is measured ("by road"); `part` marks parts of a sentence that belong together;
    `days` carry the calendar days of a temporal claim.
    """

    span: Span
    kind: ClaimKind
    subject: End | None
    object: End | None
    quantity: Quantity | None = None
    second: Quantity | None = None
    direction: str | None = None
    mode: Mode = "unknown"
    speaker: Span | None = None
    days: tuple[When, ...] = ()
    cue: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a claim, measured: its name, the number, whether the claim fits it, and the line to draw.

    `km` is the measured value in the claim's own dimension (km, km2 or hours).
    """

    name: str
    km: float
    fits: bool
    line: tuple[LonLat, ...] = ()
    method: str = "geodesic"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the measurement says of a claim; `measured_km` belongs to the first reading."""

    word: VerdictWord
    because: str
    measured_km: float | None = None
    tolerance_km: float | None = None
    readings: tuple[Reading, ...] = ()
    second_consistent: bool | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with its verdict."""

    claim: Claim
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Route:
    """A way that could have been travelled; never shorter than the geodesic, never claimed as the real track."""

    mode: Mode
    line: tuple[LonLat, ...]
    length_km: float
    method: str
    caveat: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A plausibility check of a leg or chain; `ok` is `None` where it could not be made."""

    name: str
    ok: bool | None
    because: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read in one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    dates: tuple[When, ...] = ()
    movements: tuple[Movement, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    routes: tuple[Route | None, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """One movement as all articles tell it.

    `told` are (index of the report, index of the movement in it), the fullest telling first; `conflicts` say
    where the tellings differ; `chain` numbers the journey a leg belongs to, `order` its place in it from 1.
    """

    id: str
    movement: Movement
    told: tuple[tuple[int, int], ...]
    route: Route | None = None
    chain: int | None = None
    order: int | None = None
    conflicts: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles read together: one report each, and the legs and events that several of them tell.

    `events` are tuples of (index of the report, index of the event in it) that tell the same event.
    """

    reports: tuple[Report, ...]
    legs: tuple[Leg, ...] = ()
    events: tuple[tuple[tuple[int, int], ...], ...] = ()
    credits: tuple[str, ...] = ()
    borders: str = "recognised"
    warnings: tuple[str, ...] = field(default=())

    def findings(self) -> Iterator[tuple[Report, Finding]]:
        """Every checked claim with the report it stands in, in reading order."""
        for report in self.reports:
            for finding in report.findings:
                yield report, finding
