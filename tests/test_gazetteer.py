"""Tests of the wide gazetteer: names, the compiled index and what is looked up in it."""

import multiprocessing
import os
import pickle
import sqlite3
import struct
import threading

import pytest
from hypothesis import given, strategies as st

from geo.errors import DataError
from geo.model import LonLat, Place
from geo.settings import Settings
from geo.world import compile as compiler, gazetteer, sources
from geo.world.names import key, sign


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Saint-Étienne", "St. Etienne", id="saint and accents"),
        pytest.param("Côte d’Ivoire", "Cote d'Ivoire", id="apostrophes"),
        pytest.param("Mount Paektu", "Mt. Paektu", id="mount"),
        pytest.param("Malmö", "MALMO", id="capitals"),
        pytest.param("Łódź", "Lodz", id="stroke"),
        pytest.param("Ust’-Luga", "Ust Luga", id="soft sign, roughly"),
    ],
)
def test_spellings_of_one_name_compare_equal(one, other):
    """Accents, punctuation and case do not tell names apart."""
    assert key(one).replace(" ", "") == key(other).replace(" ", "")


def test_scripts_keep_their_letters():
    """Marks that are letters in their script survive; Hangul is not taken apart."""
    assert key("평양") == "평양"
    assert key("Йошкар-Ола") == key("йошкар ола")


@given(st.text(max_size=60))
def test_key_is_a_fixed_point(text):
    """A key is its own key."""
    assert key(key(text)) == key(text)


@given(st.text(max_size=30))
def test_sign_drops_only_space(text):
    """An abbreviation keeps its letters and stops."""
    assert sign(text) == "=" + "".join(text.split())


ROWS = (
    sources.Row(
        Place("t:1", "Alpha", LonLat(10, 50), "town", "DE", "Saxony", population=900),
        (sources.Named("Alpha", "name"), sources.Named("Alfa", "alias")),
    ),
    sources.Row(
        Place("t:2", "Alpha", LonLat(-90, 40), "town", "US", "Illinois", population=90_000),
        (sources.Named("Alpha", "name"),),
    ),
    sources.Row(
        Place("country:DE", "Germany", LonLat(10.5, 51.5), "country", "DE"),
        (
            sources.Named("Germany", "name"),
            sources.Named("F.R.G.", "sign"),
            sources.Named("German", "demonym"),
        ),
    ),
)


@pytest.fixture
def small(monkeypatch):
    """Make the index of three rows only."""
    monkeypatch.setattr(compiler, "SOURCES", (("rows", lambda: iter(ROWS)),))


def index_of(folder):
    """Give the one index in a folder."""
    (path,) = folder.glob("*.sqlite")
    return path


@pytest.mark.usefixtures("small")
class TestIndex:
    """The file that is built once and opened ever after."""

    def test_builds_then_opens_without_building(self, tmp_path, monkeypatch):
        """The second opening builds nothing."""
        gazetteer.open_gazetteer(folder=tmp_path)
        monkeypatch.setattr(compiler, "build", lambda _: pytest.fail("built again"))
        assert gazetteer.open_gazetteer(folder=tmp_path).place("t:1").name == "Alpha"

    def test_largest_town_leads(self, tmp_path):
        """Candidates come likeliest first, and a country narrows them."""
        opened = gazetteer.open_gazetteer(folder=tmp_path)
        assert [p.id for p in opened.candidates("alpha")] == ["t:2", "t:1"]
        assert [p.id for p in opened.candidates("Alpha", country="Germany")] == ["t:1"]
        assert [p.id for p in opened.candidates("Alpha", country="de")] == ["t:1"]
        assert opened.candidates("Alpha", country="Nowhere") == ()
        assert opened.candidates("F. R. G.")[0].id == "country:DE"
        assert opened.candidates("") == ()

    def test_two_builds_are_the_same_bytes(self, tmp_path):
        """The index holds no clock and no chance."""
        for name in ("a", "b"):
            compiler.build(tmp_path / name)
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

    @pytest.mark.parametrize("harm", ["cut", "flip", "empty", "gone", "no seal"])
    def test_damage_is_noticed_and_repaired(self, tmp_path, harm):
        """A file that is not the one built is built anew."""
        gazetteer.open_gazetteer(folder=tmp_path)
        path = index_of(tmp_path)
        whole = path.read_bytes()
        if harm == "gone":
            path.unlink()
        elif harm == "no seal":
            path.with_suffix(".sum").write_text("")
        else:
            middle = len(whole) // 2
            path.write_bytes(
                {
                    "cut": whole[:middle],
                    "flip": whole[:middle] + b"\xff" * 64 + whole[middle + 64 :],
                    "empty": b"",
                }[harm]
            )
        assert gazetteer.open_gazetteer(folder=tmp_path).place("t:2").population == 90_000
        assert index_of(tmp_path).read_bytes() == whole

    def test_old_indexes_go(self, tmp_path):
        """An index of an earlier state is removed when the new one stands."""
        for name in ("gazetteer-0-dead.sqlite", ".building-killed.sqlite", ".building-now.sqlite"):
            (tmp_path / name).write_bytes(b"old")
        os.utime(tmp_path / ".building-killed.sqlite", (0, 0))
        gazetteer.open_gazetteer(folder=tmp_path)
        assert not (tmp_path / "gazetteer-0-dead.sqlite").exists()
        assert not (tmp_path / ".building-killed.sqlite").exists()
        assert (tmp_path / ".building-now.sqlite").exists()

    def test_builders_at_once_are_all_right(self, tmp_path):
        """Several builders of one file leave one whole file and no scraps."""
        workers = [
            threading.Thread(target=gazetteer.open_gazetteer, kwargs={"folder": tmp_path}) for _ in range(4)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert gazetteer.open_gazetteer(folder=tmp_path).place("t:1")
        assert sorted(p.suffix for p in tmp_path.iterdir()) == [".sqlite", ".sum"]

    def test_failed_build_leaves_nothing(self, tmp_path, monkeypatch):
        """A builder that dies leaves no half file behind."""

        def broken():
            yield ROWS[0]
            raise OSError("disk full")

        monkeypatch.setattr(compiler, "SOURCES", (("rows", broken),))
        with pytest.raises(DataError, match="disk full"):
            gazetteer.open_gazetteer(folder=tmp_path)
        assert list(tmp_path.iterdir()) == []

    def test_falls_back_to_a_folder_of_ones_own(self, tmp_path, monkeypatch):
        """Where the cache cannot be written, the index goes to a private folder for temporary files."""
        (tmp_path / "file").write_text("no folder")
        monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "file")
        monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
        assert gazetteer.open_gazetteer().place("t:1")
        (folder,) = (p for p in tmp_path.iterdir() if p.is_dir())
        assert folder.stat().st_mode & 0o077 == 0

    def test_travels_to_another_process(self, tmp_path):
        """A pickled gazetteer opens its file anew."""
        there = pickle.loads(pickle.dumps(gazetteer.open_gazetteer(folder=tmp_path)))  # noqa: S301  (our own bytes)
        assert there.place("t:1").name == "Alpha"

    @pytest.mark.skipif(
        "fork" not in multiprocessing.get_all_start_methods(), reason="no fork on this system"
    )
    def test_survives_a_fork(self, tmp_path):
        """A child of a fork opens its own connection."""
        opened = gazetteer.open_gazetteer(folder=tmp_path)
        opened._pid = -1
        before = opened._base
        assert opened.refs("alpha")
        assert opened._base is not before

    def test_schema_is_packed(self, tmp_path):
        """References are 32-bit numbers: the row and how it is named."""
        gazetteer.open_gazetteer(folder=tmp_path)
        base = sqlite3.connect(index_of(tmp_path))
        (blob,) = base.execute("SELECT refs FROM name WHERE key = 'alpha'").fetchone()
        base.close()
        assert struct.unpack("<2I", blob) == (0 << 3 | 0, 1 << 3 | 0)


def test_curated_rows_lead(world):
    """A curated place stands before wide ones and is not doubled by them."""
    places = world.gazetteer.candidates("Najin")
    assert places[0].id == "najin"
    assert not any(p.kind == "town" and p.country == "KP" for p in places[1:])


def test_own_gazetteer_overrides(tmp_path):
    """A row of the user's own gazetteer comes before all others."""
    own = tmp_path / "own.csv"
    own.write_text(
        "id,name,aliases,kind,lat,lon,radius_km,country,admin1,source,note\nmine,Busan,Fusan,city,1,2,5,KR,,mine,\n",
        "utf-8",
    )
    opened = gazetteer.open_gazetteer(Settings(gazetteers=(str(own),)))
    assert opened.candidates("Fusan")[0].at == LonLat(2, 1)
    assert opened.candidates("Busan")[0].id == "mine"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        pytest.param("US", "country:US", id="abbreviation"),
        pytest.param("Calif.", "admin1:US.CA", id="press abbreviation"),
        pytest.param("N.S.W.", "admin1:AU.02", id="Australian state"),
        pytest.param("Ont.", "admin1:CA.08", id="Canadian province"),
        pytest.param("Ivory Coast", "country:CI", id="other common name"),
        pytest.param("Burma", "country:MM", id="former name"),
        pytest.param("한국", "country:KR", id="Hangul, short"),
        pytest.param("Rapides Parish", "admin2:US.LA.Rapides Parish", id="parish"),
        pytest.param("Washington state", "admin1:US.WA", id="state of that name"),
        pytest.param("Lake Erie", "feature:Lake Erie", id="lake"),
        pytest.param("Heathrow", "feature:Heathrow", id="airport by its short name"),
    ],
)
def test_common_names_lead_to_their_places(world, name, id_):
    """The first candidate of a common name is the place everyone means."""
    found = world.gazetteer.candidates(name)
    assert found, name
    assert id_ in {p.id for p in found[:2]}


def test_every_place_names_its_source(world):
    """Source and licence come with every wide place."""
    for name in ("Paris", "France", "Texas", "Kent", "Andersen Air Force Base", "Port of Busan", "Danube"):
        for place in world.gazetteer.candidates(name):
            if ":" in place.id:
                assert place.source, place
                assert place.licence, place
