# ruff: noqa: FBT003  (readings and checks hold booleans by position)
"""Make stories by hand for the tests of the page: a shipment told twice, a hostile one, a wide one, a big one."""

import re
from dataclasses import replace
from datetime import date, timedelta

from geo import measure
from geo.model import (
    Article,
    Check,
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

NAJIN = Place("najin", "Najin", LonLat(130.3017, 42.2306), "port", "KP", "Rason", 2.0, "curated")
DUNAY = Place("dunay", "Dunay", LonLat(132.3167, 42.8833), "port", "RU", "Primorye", 3.0, "curated")
TIKHORETSK = Place(
    "tikhoretsk", "Tikhoretsk", LonLat(40.1253, 45.8547), "town", "RU", "Krasnodar", 5.0, "curated"
)
VOSTOCHNY = Place(
    "vostochny", "Vostochny Cosmodrome", LonLat(128.334, 51.884), "site", "RU", "Amur", 12.0, "curated"
)
ZAPORIZHZHIA = Place(
    "zaporizhzhia", "Zaporizhzhia region", LonLat(35.6, 47.2), "region", "UA", "", 90.0, "curated"
)
KERCH = Place("kerch", "Kerch (Керчь)", LonLat(36.4745, 45.3567), "town", "UA", "Crimea", 5.0, "curated")
BORDER_POINT = LonLat(38.21, 47.09)

FIRST = """Loading at the quay

A freighter took on some 300 containers at Najin between September 7 and 8, the ministry said. The cargo went by ship from Najin to Dunay on September 12.
By October 1 it had gone by rail from Dunay to a depot at Tikhoretsk, 290 kilometers from the Ukrainian border. The leaders met at Vostochny on September 13.
"""
SECOND = """화물이 도착했다: what was fired

On December 30 a missile with a range of 900 kilometers (560 miles) fell in the Zaporizhzhia region. Moscow denied it on January 2.
The ship left Najin for Dunay on September 11, said another office. A village called Нижняя Пустошь was named too.
"""


def words(article, text, after=0):
    """Cut some words out of an article."""
    start = article.text.index(text, after)
    return Span(start, start + len(text), text)


def when(article, text, first, last=None, precision="day"):
    """Make a date of some words."""
    return When(words(article, text), first, last or first, precision, "printed in the article")


def _first():
    article = Article(
        "a1",
        FIRST,
        "Arms shipment: from Najin to Tikhoretsk",
        "The Harbour Post",
        "A. Writer",
        date(2023, 10, 14),
        "front matter",
        "https://example.org/a1?x=1&y=2",
        "a1.md",
    )
    loaded = when(article, "between September 7 and 8", date(2023, 9, 7), date(2023, 9, 8), "interval")
    shipped, railed, met = (
        when(article, "September 12", date(2023, 9, 12)),
        when(article, "October 1", date(2023, 10, 1)),
        when(article, "September 13", date(2023, 9, 13)),
    )
    sea = Movement(
        words(article, "The cargo went by ship from Najin to Dunay on September 12."), words(article, "went"), words(article, "cargo"), words(article, "ship"),
        End(words(article, "Najin", FIRST.index("from Najin")), NAJIN), End(words(article, "Dunay"), DUNAY), mode="sea", when=shipped, because="“went by ship”",
    )  # fmt: skip
    rail = Movement(
        words(article, "it had gone by rail from Dunay to a depot at Tikhoretsk"), words(article, "gone"), None, None,
        End(words(article, "Dunay", FIRST.index("from Dunay")), DUNAY), End(words(article, "Tikhoretsk"), TIKHORETSK), mode="rail", status="alleged", when=railed, because="“gone by rail”",
    )  # fmt: skip
    taken = Event(
        words(article, "A freighter took on some 300 containers at Najin"),
        words(article, "took on"),
        "loading",
        End(words(article, "Najin"), NAJIN),
        loaded,
    )
    summit = Event(
        words(article, "The leaders met at Vostochny"),
        words(article, "met", FIRST.index("leaders")),
        "meeting",
        End(words(article, "Vostochny"), VOSTOCHNY),
        met,
    )
    claim = Claim(
        words(article, "290 kilometers from the Ukrainian border"), "distance", End(words(article, "Tikhoretsk"), TIKHORETSK), End(words(article, "the Ukrainian border"), None, "border:Ukraine"),
        Quantity(words(article, "290 kilometers"), 290.0, 290.0, "km", None, 10.0),
    )  # fmt: skip
    nearest = measure.distance_km(TIKHORETSK.at, BORDER_POINT)
    kerch = measure.distance_km(TIKHORETSK.at, KERCH.at)
    verdict = Verdict(
        "depends", "the nearest border is much nearer; the figure fits the city of Kerch", nearest, 15.0,
        (Reading("nearest point of the recognised border", nearest, False, (TIKHORETSK.at, BORDER_POINT)), Reading("to Kerch in Crimea", kerch, True, (TIKHORETSK.at, KERCH.at))),
    )  # fmt: skip
    mentions = (Mention(words(article, "Najin"), "literal", NAJIN, 0.9, "port of that name"),)
    return Report(
        article,
        mentions,
        (loaded, shipped, railed, met),
        (sea, rail),
        (taken, summit),
        (Finding(claim, verdict),),
    )


def _second():
    article = Article(
        "a2", SECOND, "What was fired", "Korea Daily", None, date(2024, 1, 4), "html", None, "folder/a2.html"
    )
    fired, denied, left = (
        when(article, "December 30", date(2023, 12, 30)),
        when(article, "January 2", date(2024, 1, 2)),
        when(article, "September 11", date(2023, 9, 11)),
    )
    claim = Claim(
        words(article, "a range of 900 kilometers (560 miles)"), "range", None, End(words(article, "the Zaporizhzhia region"), ZAPORIZHZHIA),
        Quantity(words(article, "900 kilometers"), 900.0, 900.0, "km"), Quantity(words(article, "560 miles"), 560.0, 560.0, "mi"),
    )  # fmt: skip
    launch = LonLat(39.2, 51.66)
    verdict = Verdict("supported", "within reach from the launch area", measure.distance_km(launch, ZAPORIZHZHIA.at), 108.0, (Reading("launch area to impact region", measure.distance_km(launch, ZAPORIZHZHIA.at), True, (launch, ZAPORIZHZHIA.at)),), True)  # fmt: skip
    again = Movement(
        words(article, "The ship left Najin for Dunay on September 11"), words(article, "left"), None, words(article, "ship"),
        End(words(article, "Najin"), NAJIN), End(words(article, "Dunay"), DUNAY), mode="sea", when=left,
    )  # fmt: skip
    hit = Event(
        words(
            article, "a missile with a range of 900 kilometers (560 miles) fell in the Zaporizhzhia region"
        ),
        words(article, "fell"),
        "strike",
        End(words(article, "the Zaporizhzhia region"), ZAPORIZHZHIA),
        fired,
    )
    mentions = (
        Mention(words(article, "Moscow"), "actor", None, 0.9, "a government"),
        Mention(words(article, "Нижняя Пустошь"), "literal", None, 0.2, "no gazetteer has it"),
        Mention(words(article, "Zaporizhzhia"), "literal", ZAPORIZHZHIA, 0.9, "region of that name"),
    )
    temporal = Claim(words(article, "on January 2"), "temporal", None, None)
    return Report(
        article,
        mentions,
        (fired, denied, left),
        (again,),
        (hit,),
        (Finding(claim, verdict), Finding(temporal, Verdict("not checkable", "nothing to compare with"))),
    )


def shipment():
    """Return the two articles read together."""
    first, second = _first(), _second()
    sea, rail = first.movements
    course = (NAJIN.at, LonLat(130.6, 42.0), LonLat(131.6, 42.3), LonLat(132.3, 42.7), DUNAY.at)
    legs = (
        Leg("l1", sea, ((0, 0), (1, 0)), Route("sea", course, measure.line_km(course), "sea lanes", "an estimate that keeps off the coast"), 0, 1, ("one source says September 12, the other September 11",), (Check("speed", True, "180 km in a day"),)),
        Leg("l2", rail, ((0, 1),), Route("rail", measure.densify((DUNAY.at, LonLat(104.3, 52.3), LonLat(60.6, 56.8), TIKHORETSK.at), 100), 9200.0, "rail corridor", "the Trans-Siberian, not confirmed"), 0, 2),
    )  # fmt: skip
    return Story((first, second), legs, (((0, 0),),), ("Natural Earth, public domain", "GeoNames, CC BY 4.0"))


HOSTILE = {
    "tag": "<img src=x onerror=window.owned=1>",
    "literal": "${window.owned=1}`${window.owned=1}`",
    "backslash": "\\\\`+(window.owned=1)+` C:\\2019\\u{110000}",
    "script": "</script><script>window.owned=1</script><!--<script>",
    "jinja": "{{7*7}} {% if %} {# {{ ''.__class__ }}",
    "quotes": "\"'><b onmouseover=window.owned=1>",
    "bidi": "\u202egnp.exe\u202c \u0645\u0631\u062d\u0628\u0627",
    "korean": "나진항 \u2028\u2029 Тихорецк",
    "long": "Ж" * 5000,
    "formula": '=HYPERLINK("http://x")',
}  # fmt: skip


def hostile(text):
    """Return the shipment with one hostile string in every place that holds outside text."""
    story = shipment()
    body = f"Before {text} after. {FIRST}"
    article = replace(
        story.reports[0].article,
        text=body,
        title=text,
        outlet=text,
        author=text,
        url=f"javascript:{text}",
        source=text,
    )
    place = replace(NAJIN, name=text, source=text, kind="port")
    span = words(article, text)
    movement = replace(
        story.legs[0].movement,
        span=span,
        what=span,
        vehicle=span,
        origin=End(span, place),
        because=text,
        when=When(span, date(2023, 9, 12), date(2023, 9, 12), "day", text),
    )
    claim = Claim(
        span,
        "distance",
        End(span, place),
        End(span, None, "border:Ukraine"),
        Quantity(span, 290.0, 290.0, "km"),
        speaker=span,
    )
    finding = Finding(
        claim,
        Verdict(
            "contradicted",
            text,
            201.0,
            10.0,
            (Reading(text, 201.0, False, (TIKHORETSK.at, BORDER_POINT), text),),
        ),
    )
    mentions = (Mention(span, "literal", None, 0.1, text), Mention(span, "literal", place, 0.1, text))
    report = Report(
        article,
        mentions,
        (),
        (movement,),
        (Event(span, span, text, End(span, place), None, span, text),),
        (finding,),
        warnings=(text,),
    )
    leg = replace(
        story.legs[0],
        movement=movement,
        told=((0, 0),),
        conflicts=(text,),
        checks=(Check(text, None, text),),
        route=Route("sea", (NAJIN.at, DUNAY.at), 180.0, text, text),
    )
    return Story((report,), (leg,), (), (text,), text, (text,))


def pacific():
    """Return a leg across the antimeridian and a range ring that straddles it."""
    text = "A plane flew from Vladivostok to Los Angeles. A radar at Anadyr reaches 600 km."
    article = Article("p", text, "Across the date line", "The Post", None, date(2024, 5, 1))
    east, west, radar = (
        Place(name.lower(), name, at, "town", radius_km=5.0)
        for name, at in (
            ("Vladivostok", LonLat(131.9, 43.1)),
            ("Los Angeles", LonLat(-118.2, 34.1)),
            ("Anadyr", LonLat(177.5, 64.7)),
        )
    )
    flight = Movement(
        words(article, text[:45]),
        words(article, "flew"),
        None,
        words(article, "plane"),
        End(words(article, "Vladivostok"), east),
        End(words(article, "Los Angeles"), west),
        mode="air",
    )
    claim = Claim(
        words(article, "reaches 600 km"),
        "range",
        End(words(article, "Anadyr"), radar),
        None,
        Quantity(words(article, "600 km"), 600.0, 600.0, "km"),
    )
    report = Report(
        article, (), (), (flight,), (), (Finding(claim, Verdict("not checkable", "nothing to compare with")),)
    )
    return Story((report,), (Leg("l", flight, ((0, 0),)),))


def placed():
    """Return a claim that names a part of a region, and no length."""
    text = "The port of Dunay, in eastern Primorye, was empty."
    article = Article("w", text, "Where it lies", "The Post", None, date(2024, 5, 1))
    claim = Claim(
        words(article, "Dunay, in eastern Primorye"),
        "contain",
        End(words(article, "Dunay"), DUNAY),
        End(words(article, "Primorye")),
        direction="E",
    )
    reading = Reading(
        "Dunay and the outline of Primorye", 0.0, True, (DUNAY.at, DUNAY.at), "point in polygon"
    )
    verdict = Verdict("supported", "Dunay lies in Primorye", 0.0, None, (reading,))
    return Story((Report(article, (), (), (), (), (Finding(claim, verdict),)),))


def big(articles=300, marks=5000):
    """Return a story of many articles, with one dated event for each mark."""
    each, reports = marks // articles, []
    for number in range(articles):
        lines = [
            f"Event {number}-{item} took place at Site {number}-{item}."
            for item in range(each + (number < marks % articles))
        ]
        article = Article(
            f"n{number}",
            "\n\n".join(lines),
            f"Report {number}",
            f"Outlet {number % 7}",
            None,
            date(2024, 1, 1) + timedelta(days=number % 60),
        )
        events, at = [], 0
        for item, line in enumerate(lines):
            spot = LonLat(
                20 + 40 * ((number * 37 + item * 101) % 997) / 997,
                40 + 18 * ((number * 53 + item * 17) % 991) / 991,
            )
            place = Place(
                f"s{number}-{item}",
                f"Site {number}-{item}",
                spot,
                "town",
                radius_km=3.0 if item % 5 else 20.0,
            )
            span = Span(at, at + len(line), line)
            name = re.search(r"Site [\d-]+\d", line)
            moment = date(2024, 1, 1) + timedelta(days=(number + item) % 40)
            events.append(
                Event(
                    span,
                    Span(at, at + 5, "Event"),
                    "event",
                    End(Span(at + name.start(), at + name.end(), name[0]), place),
                    When(span, moment, moment, "day", "given"),
                )
            )
            at += len(line) + 2
        reports.append(Report(article, (), (), (), tuple(events)))
    return Story(tuple(reports))
