"""Briefs and files made from the stored tables are those that a derivation of all would make, byte for byte."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.derive.across import Dossier, control_of, events_of
from dateline.desk import Derived, Order, export, make_brief, refresh
from dateline.desk.derived import Whole
from dateline.export.brief_pages import brief_html, brief_markdown
from dateline.export.formats import EXPORTERS, exporter
from dateline.export.shared import Terms
from dateline.store import append, holdings, open_ledger
from tests.desk.worlds import entry

TERMS = Terms(at=datetime(2031, 6, 1, 12, tzinfo=UTC))
REPORTS = 12


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Whole, Whole]:
    """What follows from twelve reports: out of the stored tables, and derived anew."""
    where = str(tmp_path_factory.mktemp("whole") / "war.ledger")
    with open_ledger(where, write=True) as ledger:
        append(ledger, [entry(number, 0) for number in range(REPORTS)], by="ana")
        refresh(ledger)
    with open_ledger(where) as ledger:
        told = Derived(ledger)
        assert told.stored
        anew = Dossier(holdings=holdings(ledger))
        return told.whole(), Whole(dossier=anew, events=events_of(anew), control=control_of(anew))


def test_the_stored_whole_is_the_derived_whole(wholes: tuple[Whole, Whole]) -> None:
    stored, anew = wholes
    assert len(stored.events) > REPORTS
    assert stored.events == anew.events
    assert stored.control == anew.control


@pytest.mark.parametrize("as_of", [None, date(2031, 5, 3)])
def test_a_brief_is_the_same_from_either(wholes: tuple[Whole, Whole], as_of: date | None) -> None:
    stored, anew = (make_brief(whole, Order(title="War", as_of=as_of), TERMS) for whole in wholes)
    assert brief_markdown(stored) == brief_markdown(anew)
    assert brief_html(stored) == brief_html(anew)


@pytest.mark.parametrize("name", [one.name for one in EXPORTERS])
def test_a_file_is_the_same_from_either(wholes: tuple[Whole, Whole], name: str) -> None:
    stored, anew = wholes
    made = export(stored.dossier, exporter(name), TERMS, events=stored.events)
    assert made == export(anew.dossier, exporter(name), TERMS)
    assert made.shared.events or made.shared.left_out == {"without deaths": len(stored.events)}
