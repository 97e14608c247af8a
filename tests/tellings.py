"""Build a small story by hand: what exports, frames and batches are tested on."""

from datetime import date

from geo.model import (
    Article,
    Claim,
    End,
    Event,
    Finding,
    Leg,
    LonLat,
    Mention,
    Movement,
    Place,
    Quantity,
    Reading,
    Report,
    Route,
    Span,
    Story,
    Verdict,
    When,
)

TEXT = (
    "The Angara left Najin for Dunay on Sept. 12. "
    "The depot near Tikhoretsk is about 290 kilometers (180 miles) from the Ukrainian border, Lee said."
)
NAJIN = Place(
    "najin-port",
    "Najin port",
    LonLat(130.3, 42.233),
    "port",
    "KP",
    "Rason",
    2.0,
    "World Port Index",
    "public domain",
)
DUNAY = Place(
    "dunay",
    "Dunay",
    LonLat(132.335, 42.879),
    "town",
    "RU",
    "Primorsky Krai",
    4.0,
    "GeoNames 2024800",
    "CC BY 4.0",
)
DEPOT = Place(
    "tikhoretsk",
    "Tikhoretsk",
    LonLat(40.1253, 45.8547),
    "town",
    "RU",
    "Krasnodar Krai",
    5.0,
    "Wikipedia: Tikhoretsk",
)
HAWAII = Place("hawaii", "Hawaii", LonLat(-156.5, 20.75), "island", "US", "Hawaii", 350.0)


def article(
    text: str = TEXT,
    name: str = "a1",
    title: str | None = "A ship leaves",
    outlet: str | None = "Dateline demo",
) -> Article:
    """Make an article; tests put hostile words into its text and title."""
    return Article(
        name, text, title, outlet, published=date(2023, 10, 14), published_from="option", source=f"{name}.txt"
    )


def report(told: Article | None = None, *, destination: Place = DUNAY) -> Report:
    """Make the report of an article that holds `TEXT`, perhaps among other words."""
    told = told or article()

    def words(wanted: str) -> Span:
        at = told.text.index(wanted)
        return told.span(at, at + len(wanted))

    when = When(words("Sept. 12"), date(2023, 9, 12), date(2023, 9, 12), "day", "the year of publication")
    move = Movement(
        span=words("The Angara left Najin for Dunay on Sept. 12."),
        cue=words("left"),
        what=None,
        vehicle=words("Angara"),
        origin=End(words("Najin"), NAJIN),
        destination=End(words("Dunay"), destination),
        mode="sea",
        when=when,
        because="left ... for",
    )
    claim = Claim(
        span=words("The depot near Tikhoretsk is about 290 kilometers (180 miles) from the Ukrainian border"),
        kind="distance",
        subject=End(words("Tikhoretsk"), DEPOT),
        object=End(words("the Ukrainian border"), line="border:Ukraine"),
        quantity=Quantity(words("290 kilometers"), 290, 290, "km", "about", 10),
        second=Quantity(words("180 miles"), 180, 180, "mi"),
        speaker=words("Lee"),
    )
    verdict = Verdict(
        word="depends",
        because="fits Kerch, not the nearest border",
        measured_km=202.3,
        tolerance_km=22.0,
        readings=(
            Reading("nearest border", 202.3, fits=False, line=(DEPOT.at, LonLat(38.23, 47.119))),
            Reading("Kerch", 290.0, fits=True, line=(DEPOT.at, LonLat(36.475, 45.357))),
        ),
        second_consistent=True,
    )
    route = Route(
        "sea",
        (NAJIN.at, LonLat(131.0, 42.2), destination.at),
        260.0,
        "sea lanes",
        "approximate",
        ("searoute",),
    )
    return Report(
        article=told,
        mentions=(
            Mention(words("Najin"), "literal", NAJIN, 0.9, "curated", (DUNAY,)),
            Mention(words("Angara"), "literal", None, 0.1, "a ship, not a place"),
        ),
        dates=(when,),
        movements=(move,),
        events=(Event(move.span, move.cue, "departure", End(words("Najin"), NAJIN), when),),
        findings=(Finding(claim, verdict),),
        routes=(route,),
        warnings=("an example of a warning",),
    )


def story(told: Article | None = None, *, destination: Place = DUNAY) -> Story:
    """Make a story of one report."""
    read = report(told, destination=destination)
    leg = Leg("leg-1", read.movements[0], ((0, 0),), read.routes[0], 1, 1, ("another article says Sept. 13",))
    return Story((read,), (leg,), (((0, 0),),), ("Natural Earth, public domain", "GeoNames, CC BY 4.0"))
