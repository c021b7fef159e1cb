"""The tables: their columns, cells that a spreadsheet would run, and what strict and lethal terms leave out."""

from __future__ import annotations

import csv
import dataclasses
import importlib
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.formats import EXPORTERS, exporter, sidecar
from dateline.export.formats.acled_csv import COLUMNS as ACLED
from dateline.export.formats.cells import cell, csv_bytes
from dateline.export.formats.facets import DL_COLUMNS
from dateline.export.formats.ged_csv import COLUMNS as GED
from dateline.export.shared import Figures, Shared
from tests.export.formats.holdings import sample_shared

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def rows_of(name: str, shared: Shared) -> list[list[str]]:
    content = b"".join(exporter(name).write(shared))
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


@pytest.mark.parametrize(("name", "columns", "count"), [("acled", ACLED, 31), ("ged", GED, 49)])
def test_columns_are_those_of_the_layout_with_ours_appended(name: str, columns: tuple[str, ...], count: int) -> None:
    assert len(columns) == count
    assert rows_of(name, sample_shared())[0] == [*columns, *DL_COLUMNS]
    assert rows_of(name, sample_shared(strict=True))[0] == list(columns)


@pytest.mark.parametrize("name", ["acled", "ged", "hxl"])
@pytest.mark.parametrize("strict", [True, False])
def test_every_row_is_as_wide_as_the_header(name: str, strict: bool) -> None:
    rows = rows_of(name, sample_shared(strict=strict, include_nonlethal=True))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_pandas_reads_the_tables_with_their_types() -> None:
    pandas = importlib.import_module("pandas")
    content = b"".join(exporter("acled").write(sample_shared()))
    frame = pandas.read_csv(io.BytesIO(content), parse_dates=["event_date"])
    assert frame["event_id_cnty"].is_unique
    assert frame["fatalities"].tolist() == [19, 7, 0]
    assert frame["latitude"].dtype == "float64"


def test_ids_never_look_like_those_of_acled() -> None:
    for row in rows_of("acled", sample_shared())[1:]:
        assert re.fullmatch(r"dl:[A-Z]{3}:[0-9a-f]{12}", row[0])
        assert not re.match(r"[A-Z]{3}\d", row[0])


def test_ged_keeps_events_without_deaths_only_where_asked() -> None:
    assert len(rows_of("ged", sample_shared())) == 3
    assert len(rows_of("ged", sample_shared(include_nonlethal=True))) == 4


def test_ids_that_are_not_ours_stay_empty() -> None:
    rows = rows_of("ged", sample_shared())
    for column in ("conflict_new_id", "dyad_new_id", "side_a_new_id", "priogrid_gid", "country_id", "gwnoa", "gwnob"):
        assert {row[rows[0].index(column)] for row in rows[1:]} == {""}


def test_unknown_deaths_stay_empty_in_our_columns_though_acled_wants_a_zero() -> None:
    rows = rows_of("acled", sample_shared())
    last = dict(zip(rows[0], rows[-1], strict=True))
    assert (last["fatalities"], last["dl_fatalities_low"], last["dl_fatalities_high"]) == ("0", "", "")


@pytest.mark.parametrize(
    ("name", "cell", "notes"), [("acled", "fatalities", "notes"), ("ged", "low", "source_article")]
)
def test_a_vague_word_is_no_number_and_stands_in_the_notes(name: str, cell: str, notes: str) -> None:
    shared = sample_shared()
    events = tuple(dataclasses.replace(event, fatalities=Figures(words=("hundreds",))) for event in shared.events)
    rows = rows_of(name, dataclasses.replace(shared, events=events))
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row[cell] == ""
    assert row[notes].endswith("people said to be killed: “hundreds”")


def test_a_lowest_figure_of_zero_is_a_figure() -> None:
    shared = sample_shared()
    events = tuple(dataclasses.replace(event, fatalities=Figures(low=0, high=4)) for event in shared.events)
    rows = rows_of("acled", dataclasses.replace(shared, events=events))
    assert dict(zip(rows[0], rows[1], strict=True))["fatalities"] == "0"


@given(st.sampled_from("=+-@\t\r\n＝＋－＠"), st.text(), st.sampled_from(["", " ", "  "]))
def test_words_that_begin_like_a_formula_get_an_apostrophe(sign: str, rest: str, space: str) -> None:
    assert cell(f"{space}{sign}{rest}").startswith("'")


@given(st.floats(-180, 180))
def test_negative_numbers_stay_numbers(number: float) -> None:
    assert float(cell(number)) == number


@given(st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_words_survive_the_round_trip(words: list[str]) -> None:
    text = b"".join(csv_bytes([words])).decode()
    (row,) = list(csv.reader(io.StringIO(text, newline=""))) or [[]]
    assert row == [cell(word) for word in words]


def test_sidecar_says_whose_data_these_are_not() -> None:
    shared = sample_shared()
    for form in EXPORTERS:
        content = sidecar(shared, form, b"x")
        assert (content is None) == (form.name not in ("acled", "ged", "hxl"))
    meta = json.loads(sidecar(shared, exporter("acled"), b"x") or b"")
    assert meta["what"] == "ACLED-like layout, not ACLED data"
    assert meta["tlp"] == "TLP:AMBER"


def test_the_sidecar_counts_the_rows_that_are_there() -> None:
    shared = sample_shared()
    meta = json.loads(sidecar(shared, exporter("ged"), b"x") or b"")
    assert meta["events"] == len(rows_of("ged", shared)) - 1
    assert meta["left_out"] == {"without deaths": len(shared.events) - meta["events"]}
    all_of_them = json.loads(sidecar(sample_shared(include_nonlethal=True), exporter("ged"), b"x") or b"")
    assert (all_of_them["events"], all_of_them["left_out"]) == (len(shared.events), {})


def test_under_affected_stand_numbers_alone() -> None:
    _, tags, *rows = rows_of("hxl", sample_shared())
    counted = [cell for row in rows for tag, cell in zip(tags, row, strict=True) if tag.startswith("#affected")]
    assert any(counted)
    assert all(cell == "" or cell.isdecimal() for cell in counted)


def test_second_header_row_is_made_of_hxl_tags() -> None:
    headings, tags, *rows = rows_of("hxl", sample_shared())
    assert len(headings) == len(set(tags))
    assert all(TAG.fullmatch(tag) for tag in tags)
    assert len(rows) == 3
