"""Tables in ACLED's and UCDP GED's layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.read import read_event_table

ACLED = (
    "event_id_cnty,event_date,actor1,actor2,location,latitude,longitude,fatalities\n"
    'MLI1,14 November 2023,"Military, of Mali",,Kidal,18.4,1.4,3\n'
    "MLI2,soon,A,B,Gao,,,\n"
    "MLI3,2023-11-15,A,B,Gao,,,\n"
)
GED = "id,date_start,date_end,side_a,side_b,where_coordinates,latitude,longitude,best\n7,2023-11-14 00:00:00.000,2023-11-16 00:00:00.000,A,B,Kidal town,18.4,1.4,5\n"


def test_acled_rows_without_a_day_are_told_of_by_line(tmp_path: Path) -> None:
    path = tmp_path / "acled.csv"
    path.write_text(ACLED, encoding="utf-8-sig")
    table = read_event_table(path)
    first, second = table.events
    assert (first.id, first.actors, first.deaths, first.days.iso()) == (
        "MLI1", ("Military, of Mali",), 3.0, "2023-11-14/2023-11-14",
    )  # fmt: skip
    assert (second.lat, second.deaths) == (None, None)
    assert table.rejected == (3,)


def test_ged_rows_keep_their_stretch_of_days(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_text(GED, encoding="utf-8")
    (event,) = read_event_table(path).events
    assert (event.days.iso(), event.place, event.deaths) == ("2023-11-14/2023-11-16", "Kidal town", 5.0)


@pytest.mark.parametrize("raw", [b"", b"a,b\n1,2\n", b"\xff\xfe", b"id;date_start\n"])
def test_another_layout_is_an_error_of_the_input(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    with pytest.raises(InputError):
        read_event_table(path)
    with pytest.raises(InputError):
        read_event_table(tmp_path / "gone.csv")


@given(st.binary(max_size=200))
def test_any_bytes_after_the_header_give_events_or_an_input_error(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "table.csv"
    path.write_bytes(ACLED.encode() + raw)
    try:
        table = read_event_table(path)
    except InputError:
        return
    assert table.events[0].id == "MLI1"
