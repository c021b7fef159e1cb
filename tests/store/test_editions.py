"""Which edition of the rules read a report last, and that reading the same again changes nothing else."""

from __future__ import annotations

from dataclasses import replace

from dateline.desk.changes import changes
from dateline.store import Entry, append, holdings, log, open_ledger, readers, record, verify
from tests.store.samples import hour, sample

OLD, NEW = "0.1.0+aaaaaaaaaaaa model 1", "0.2.0+bbbbbbbbbbbb model 1"


def by(made: Entry, reader: str | None) -> Entry:
    """The record as an edition of the rules gives it."""
    return replace(made, record={**made.record, "reader": reader})


def test_a_record_tells_who_read_it_and_the_ledger_too(ledger_url: str) -> None:
    made = by(sample(1), OLD)
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [made, sample(2)], by="ana", at=hour(1))
        assert readers(ledger) == {made.report.id: OLD, sample(2).report.id: ""}
        kept = record(ledger, made.report.id)
    assert kept is not None
    assert kept["reader"] == OLD


def test_what_reads_the_same_keeps_its_record_and_the_log_notes_the_reading(ledger_url: str) -> None:
    made = sample(1)
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [by(made, OLD)], by="ana", at=hour(1))
        before = holdings(ledger)
        done = append(ledger, [by(made, NEW)], by="ana", at=hour(2))
        again = append(ledger, [by(made, NEW)], by="ana", at=hour(3))
        assert (done.new, again.new) == (0, 0)
        assert [entry.action for entry in log(ledger)] == ["ingest", "reread"]
        assert readers(ledger) == {made.report.id: NEW}
        assert holdings(ledger) == before
        assert verify(ledger).ok
        assert [change.change for change in changes(ledger)] == ["created"]


def test_what_reads_otherwise_supersedes(ledger_url: str) -> None:
    made = sample(1)
    other = sample(1, extractor="rules+model")
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [by(made, OLD)], by="ana", at=hour(1))
        assert append(ledger, [by(other, NEW)], by="ana", at=hour(2)).new == 1
        assert readers(ledger) == {made.report.id: NEW}


def test_a_record_without_an_edition_notes_nothing(ledger_url: str) -> None:
    made = sample(1)
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [by(made, OLD)], by="ana", at=hour(1))
        append(ledger, [by(made, None)], by="ana", at=hour(2))
        assert [entry.action for entry in log(ledger)] == ["ingest"]
