"""Frames have the documented columns, true coordinates, and a row for every thing that was read."""

import re
from itertools import pairwise

import geopandas as gpd
import pytest
from paths import ROOT
from shapely import MultiLineString, Point
from tellings import DEPOT, HAWAII, NAJIN, TEXT, story

from geo import frames
from geo.measure import distance_km
from geo.model import LonLat, Story


@pytest.mark.parametrize("layer", frames.LAYERS)
@pytest.mark.parametrize("told", [Story(()), story()], ids=["empty", "one-article"])
def test_columns_and_reference_system_are_fixed(layer: str, told: Story) -> None:
    """An empty story has the same columns and types as a full one."""
    frame = frames.LAYERS[layer](told)
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert list(frame.columns) == [*frames.COLUMNS[layer], "geometry"]
    assert {name: str(kind) for name, kind in frame.dtypes.items() if name != "geometry"} == dict(
        frames.COLUMNS[layer]
    )
    assert len(frame) == len(told.reports)


@pytest.mark.parametrize("layer", frames.LAYERS)
def test_every_row_points_at_its_words(layer: str) -> None:
    """The words are the article's, and the quote is the sentence around them."""
    (row,) = frames.LAYERS[layer](story()).to_dict("records")
    assert TEXT[row["start"] : row["end"]] == row["text"]
    assert row["text"] in row["quote"]
    assert row["quote"] in TEXT
    assert (row["article"], row["outlet"], row["published"]) == ("a1", "Dateline demo", "2023-10-14")


def test_places_that_were_not_placed_have_no_row() -> None:
    """A mention without a place is no point; the placed one is where its place is."""
    (row,) = frames.places(story()).to_dict("records")
    assert row["geometry"] == Point(NAJIN.at.lonlat)
    assert (row["precision"], row["licence"]) == ("place", "public domain")


def test_a_claims_line_is_that_of_its_first_reading() -> None:
    """The measured line starts at the subject and is geodesic."""
    (row,) = frames.claims(story()).to_dict("records")
    assert row["geometry"].coords[0] == DEPOT.at.lonlat
    assert (row["verdict"], row["measured_km"], row["km_low"]) == ("depends", 202.3, 290.0)
    assert row["readings"] == "nearest border: 202.30; Kerch: 290.00, fits"


def test_lines_are_cut_at_the_180th_meridian() -> None:
    """A line over the Pacific has two parts that meet the meridian, and keeps its length."""
    (line,) = frames.movements(story(destination=HAWAII)).geometry
    assert isinstance(line, MultiLineString)
    west, east = line.geoms
    assert west.coords[-1][0] == 180
    assert east.coords[0][0] == -180
    parts = [[LonLat(*each) for each in part.coords] for part in line.geoms]
    length = sum(distance_km(a, b) for part in parts for a, b in pairwise(part))
    assert length == pytest.approx(distance_km(NAJIN.at, HAWAII.at), rel=1e-6)


def test_the_documented_columns_are_the_real_ones() -> None:
    """docs/data.md names every column of every frame and no other."""
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    for layer, columns in frames.COLUMNS.items():
        (cell,) = re.findall(rf"^\| {layer} \| (.*) \|$", text, re.MULTILINE)
        named = re.findall(r"\w+", re.sub(r"\([^()]*\)", "", cell))
        shared = "article outlet published start end text quote source because".split()
        assert named == [name for name in columns if name not in shared]
