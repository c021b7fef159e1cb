"""`ledger.cite()`, `.freeze()`, `.compare()` and tables of other libraries, on both databases."""

from __future__ import annotations

import importlib
import json
from typing import Any

import polars
import pytest

import dateline as dl
from dateline.desk import Desk
from dateline.errors import InputError, UsageError
from dateline.store import Ledger, log

THEIRS = {
    "event_id_cnty": "DRC1",
    "event_date": "2024-02-05",
    "location": "Goma",
    "actor1": "Military Forces of the Democratic Republic of Congo",
    "actor2": "M23",
    "latitude": -1.67,
    "longitude": 29.22,
    "fatalities": 0,
}


def test_a_citation_names_the_state_by_its_hash(ledger: Ledger, ledger_url: str) -> None:
    with dl.open(ledger_url) as desk:
        found = desk.cite("The Kivu file")
        assert found.hash == desk.content_hash()
        assert found.hash in str(found)
        assert str(found).startswith("The Kivu file [ledger of 3 reports, as known at 20")
        assert found.bibtex.startswith("@misc{dateline-")
        assert "owner" not in str(desk.cite()), "the name of a database is no place for its address"


def test_a_freeze_is_kept_in_the_log(ledger: Ledger, ledger_url: str) -> None:
    with dl.open(ledger_url) as desk:
        found = desk.freeze("paper-v1", by="ada", reason="submitted")
        assert found == desk.content_hash()
    line = list(log(ledger))[-1]
    assert (line.action, line.subject, line.by) == ("freeze", "paper-v1", "ada")
    assert json.loads(line.payload)["note"]["hash"] == found
    with pytest.raises(UsageError, match="to freeze it"):
        Desk(ledger).freeze("paper-v2")


@pytest.mark.parametrize(
    "make", [importlib.import_module("pandas").DataFrame, polars.DataFrame, list], ids=["pandas", "polars", "list"]
)
def test_a_table_in_memory_is_compared(ledger_url: str, ledger: Ledger, make: Any) -> None:
    with dl.open(ledger_url) as desk:
        found = desk.compare(make([THEIRS, {**THEIRS, "event_id_cnty": "DRC2", "event_date": "2019-01-01"}]))
    assert {(row.found, row.theirs) for row in found if row.theirs} == {("matched", "DRC1"), ("only_theirs", "DRC2")}


def test_another_layout_says_which_columns_are_missing(ledger_url: str, ledger: Ledger) -> None:
    with dl.open(ledger_url) as desk:
        for frame in ([{"day": "2024-02-05"}], []):
            with pytest.raises(InputError, match="neither ACLED's columns"):
                desk.compare(frame)


def test_rows_become_a_table_of_polars(ledger_url: str, ledger: Ledger) -> None:
    with dl.open(ledger_url) as desk:
        rows = desk.claims()
        frame = rows.to_polars()
    assert frame["id"].to_list() == [row.id for row in rows]
