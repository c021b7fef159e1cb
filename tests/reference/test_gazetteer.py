from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.geodesy import distance_km
from dateline.pipeline import Engine
from dateline.reference import gazetteer as module
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_build import data_lines
from dateline.reference.gazetteer_fold import fold, in_latin_script
from dateline.reference.gazetteer_table import PlaceTable, open_table, pack, unpack

ROWS = [
    ["x:1", "Riverton", "town", "XX", "", "1.0", "2.0", "9000", "", "Old Riverton", "test"],
    ["x:2", "Riverton", "village", "YY", "", "3.0", "4.0", "700", "", "", "test"],
]
SMALL = pack(ROWS, {"riverton": [0, 1], "old riverton": [0]})


@pytest.fixture(scope="module")
def gazetteer(engine: Engine) -> Gazetteer:
    return engine.reference.gazetteer


def names(table: PlaceTable, folded: str) -> list[str]:
    return [row[0] for row in table.rows_of(folded, 10)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sana’a", "SANA'A"),
        ("Port-au-Prince", "port au prince"),
        ("Ménaka", "Menaka"),
        ("Łódź", "lodz"),
        ("LA\nPAZ", "La Paz"),
        ("Cap‑Haïtien", "Cap-Haitien"),
        ("U.S.", "US"),
    ],
)
def test_spellings_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_is_total_and_settles(text: str) -> None:
    once = fold(text)
    assert fold(once) == fold(fold(once))
    assert once == once.strip()


def test_only_latin_names_are_latin() -> None:
    assert in_latin_script("Ménaka 2")
    assert not in_latin_script("Кидаль")
    assert not in_latin_script("123")


def test_a_table_keeps_rows_in_order_of_importance() -> None:
    table = unpack(SMALL)
    assert names(table, "riverton") == ["x:1", "x:2"]
    assert names(table, "old riverton") == ["x:1"]
    assert names(table, "nowhere") == []
    assert "riverton" in table
    assert "nowhere" not in table


@pytest.mark.parametrize("raw", [b"", b"something else that is long enough to hold a header", SMALL[:-1]])
def test_a_file_that_is_no_table_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="table of places"):
        unpack(raw)


@given(st.dictionaries(st.text(min_size=1), st.lists(st.integers(0, 1), min_size=1, max_size=2)))
def test_every_packed_name_is_found_again(entries: dict[str, list[int]]) -> None:
    table = unpack(pack(ROWS, entries))
    for name, numbers in entries.items():
        assert names(table, name) == [ROWS[n][0] for n in numbers]


def test_the_table_is_built_once_and_then_mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[bytes] = []

    def build() -> bytes:
        built.append(SMALL)
        return SMALL

    monkeypatch.setattr(module, "build_table", build)
    module.load_gazetteer(tmp_path)
    module.load_gazetteer(tmp_path)
    files = list(tmp_path.iterdir())
    assert len(built) == 1
    assert len(files) == 1
    assert names(open_table(files[0]), "riverton") == ["x:1", "x:2"]


def test_a_damaged_cache_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "build_table", lambda: SMALL)
    module.load_gazetteer(tmp_path)
    file = next(tmp_path.iterdir())
    file.write_bytes(b"cut short")
    assert module.load_gazetteer(tmp_path).knows("Riverton")
    assert file.read_bytes() == SMALL


def test_tables_of_older_versions_are_swept_after_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "build_table", lambda: SMALL)
    old, recent = tmp_path / "places-old.bin", tmp_path / "places-recent.bin"
    for file in (old, recent):
        file.write_bytes(b"another version")
    os.utime(old, (0, 0))
    module.load_gazetteer(tmp_path)
    assert not old.exists()
    assert recent.exists()


def test_where_nothing_can_be_written_the_table_stays_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "build_table", lambda: SMALL)
    occupied = tmp_path / "occupied"
    occupied.write_text("a file where the folder should be", encoding="utf-8")
    assert module.load_gazetteer(occupied).knows("riverton")


def test_towns_countries_and_divisions_are_known_in_any_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.knows("TIMBUKTU")
    assert {"ADM1", "city"} <= {p.kind for p in gazetteer.named("Herat")}
    first = gazetteer.first("mali")
    assert first is not None
    assert (first.kind, first.country) == ("country", "ML")
    assert not gazetteer.knows("Qwertzuiop")


def test_usual_english_names_stand_before_transliterations(gazetteer: Gazetteer) -> None:
    found = [p for p in gazetteer.named("Raqqa") if p.country == "SY"]
    assert found[0].name == "Raqqa"
    assert found[0].id.startswith("geonames:")


def test_capitals_and_demonyms(gazetteer: Gazetteer) -> None:
    capital = gazetteer.capital("NE")
    assert capital is not None
    assert capital.name == "Niamey"
    assert gazetteer.demonyms[fold("Nigerien")] == "NE"


def test_every_overlay_place_lies_where_its_country_is(gazetteer: Gazetteer) -> None:
    wide = ("region", "sea", "river", "desert", "mountain", "ADM1", "lake")
    for slug, name, kind, country, _, lat, lon, *_ in data_lines("places_overlay.tsv"):
        assert -90 <= float(lat) <= 90, name
        assert -180 <= float(lon) <= 180, name
        if country and kind not in wide and not slug.startswith("geonames:"):
            middle = gazetteer.countries[country]
            assert middle.lat is not None
            assert middle.lon is not None
            assert distance_km((middle.lat, middle.lon), (float(lat), float(lon))) < 4500, name


def test_overlay_ids_are_unique_and_lines_complete() -> None:
    lines = list(data_lines("places_overlay.tsv"))
    assert all(len(line) == 10 for line in lines)
    assert len({line[0] for line in lines}) == len(lines)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Nasir", "SS"), ("Kabkabiya", "SD"), ("Shabwa", "YE"), ("Tirah Valley", "PK"), ("Rathedaung", "MM"),
        ("Fizi", "CD"), ("North Wollo", "ET"), ("Savien", "HT"), ("Labbezanga", "ML"), ("Barsalogho", "BF"),
        ("Chinagodrar", "NE"), ("Birnin Yauri", "NG"), ("Bulo Burde", "SO"), ("Bangassou", "CF"), ("Mucojo", "MZ"),
        ("Aita al-Shaab", "LB"), ("Tishrin Dam", "SY"), ("Erbil province", "IQ"), ("Timbuktu region", "ML"),
    ],
)  # fmt: skip
def test_towns_and_divisions_of_wars_are_known(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place in gazetteer.named(name)}
