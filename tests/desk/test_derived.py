"""Derived tables: the stored rows answer as those that are made in memory, and are dropped and made anew at will."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks.ledger_data import FIRST_DAY
from dateline.derive.across import Dossier, control_across, events_across, findings_across
from dateline.desk import Derived, refresh
from dateline.desk.derived import EventQuery, FindingQuery
from dateline.errors import UsageError
from dateline.model.across import AcrossEvent
from dateline.model.time import TimeRange
from dateline.store import Ledger, append, holdings, open_ledger, verify
from tests.store.samples import sample

YEAR = TimeRange.days(FIRST_DAY, FIRST_DAY + timedelta(days=365))
QUERIES = (
    EventQuery(),
    EventQuery(bbox=(-40.0, -30.0, 120.0, 60.0)),
    EventQuery(bbox=(100.0, -60.0, -20.0, 70.0)),
    EventQuery(days=YEAR),
    EventQuery(places=frozenset({"geonames:1", "geonames:7"})),
    EventQuery(act="capture"),
    EventQuery(status="disputed"),
    EventQuery(modality="claimed"),
    EventQuery(voices=frozenset({"act:a1", "act:a3", "src:wire-2"})),
    EventQuery(source="src:wire-1"),
    EventQuery(text="w0011"),
    EventQuery(text="W0011 w0017"),
    EventQuery(text="…"),
    EventQuery(days=YEAR, act="shell", modality="asserted", text="w0003"),
)


def asked(ledger: Ledger) -> list[object]:
    """The answers to all questions, from wherever they come."""
    told = Derived(ledger)
    return [
        *(told.events(query) for query in QUERIES),
        *(told.counts(query) for query in QUERIES),
        told.control_rows(),
        told.control_rows(as_of=date(2023, 1, 1)),
        told.findings(FindingQuery()),
        told.recycling(),
    ]


def test_stored_rows_answer_as_a_derivation_in_memory(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(number) for number in range(40)], by="ana")
    with open_ledger(ledger_url) as ledger:
        assert not Derived(ledger).stored
        in_memory = asked(ledger)
    with open_ledger(ledger_url, write=True) as ledger:
        assert refresh(ledger).how == "rebuilt"
        assert refresh(ledger).how == "current"
    with open_ledger(ledger_url) as ledger:
        told = Derived(ledger)
        assert told.stored
        assert asked(ledger) == in_memory
        held = holdings(ledger)
        by_id = {event.id: event for event in events_across(held)}
        assert {event.id: event for event in told.events(EventQuery()).events} == by_id
        assert told.control_rows() == control_across(held)
        assert {found.finding for found in told.findings(FindingQuery()).findings} == set(findings_across(held))
        assert told.recycling() == Dossier(holdings=held).recycling
        assert verify(ledger).ok


def test_pages_give_every_event_once_in_order(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(number) for number in range(20)], by="ana")
        told = Derived(ledger)
        whole = told.events(EventQuery()).events
        taken: list[AcrossEvent] = []
        after = None
        while True:
            page = told.events(EventQuery(limit=7, after=after))
            taken.extend(page.events)
            after = page.next
            if after is None:
                break
        assert tuple(taken) == whole
        assert told.counts(EventQuery(limit=7)).events == len(whole)
        assert told.event(whole[3].id) == whole[3]
        assert told.event("e0") is None


@pytest.mark.parametrize("after", ["", "x", "WyJhIl0", "WyIyMDIyLTAxLTAxIiwgMV0", "\x00", "é"])
def test_what_is_no_position_is_refused(ledger_url: str, after: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger, pytest.raises(UsageError, match="no position"):
        Derived(ledger).events(EventQuery(after=after))


def test_a_question_is_answered_while_another_process_writes(tmp_path: Path) -> None:
    where = tmp_path / "desk.ledger"
    with open_ledger(where, write=True, timeout=0.05) as ledger:
        append(ledger, [sample(1), sample(2)], by="ana")
        with ledger.backend.writing():
            told = Derived(ledger).events(EventQuery()).events
        assert {event.id for event in told} == {event.id for event in events_across(holdings(ledger))}
        assert not Derived(ledger).stored


def test_what_was_known_then_is_told_from_memory(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(1), sample(2)], by="ana")
        before = Derived(ledger).events(EventQuery())
        then = holdings(ledger).reports[-1].recorded.at
        append(ledger, [sample(3)], by="ana")
        assert Derived(ledger).events(EventQuery()) != before
        assert Derived(ledger, known_at=then).events(EventQuery()) == before
        assert not Derived(ledger, known_at=then).stored
