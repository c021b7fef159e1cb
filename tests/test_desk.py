"""`dl.open`: a ledger in Python."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import dateline as dl
from dateline.desk import Intake
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.read import parse_published
from dateline.store import open_ledger

TEXT = "Government troops captured Goma from M23 rebels on Monday, 5 February 2024, the army said."


@pytest.fixture
def ledger(engine: Engine, tmp_path: Path) -> Path:
    path = tmp_path / "desk.ledger"
    report = Report.of(TEXT, source="Lake Wire", published=parse_published("2024-02-06"))
    with open_ledger(path, write=True) as opened:
        intake = Intake(ledger=opened, read=lambda r: run(r, engine=engine), extractor="rules", by="test")
        assert [taken.known for taken in intake.take([report, report])] == [False, True]
    return path


def test_a_desk_answers_with_rows(ledger: Path) -> None:
    with dl.open(ledger) as desk:
        assert {row.act for row in desk.claims(place="Goma")} >= {"capture"}
        assert [row.status for row in desk.events(act="capture")] == ["claimed"]
        assert desk.control("Goma", as_of=date(2024, 2, 7))[0].age_days == 2
        assert desk.findings() == ()
        assert len(desk.content_hash()) == 64


def test_rows_become_tables(ledger: Path) -> None:
    with dl.open(ledger) as desk:
        rows = desk.claims()
    assert rows.to_arrow().num_rows == len(rows.to_pandas()) == len(rows.to_dicts()) == len(rows)


def test_a_desk_of_an_earlier_time_knows_less(ledger: Path) -> None:
    with dl.open(ledger, known_at=datetime.now(UTC) - timedelta(days=1)) as desk:
        assert desk.claims() == ()


def test_there_is_nothing_to_open_where_no_ledger_is(tmp_path: Path) -> None:
    with pytest.raises(dl.DatelineError, match="no ledger"):
        dl.open(tmp_path / "none.ledger")


class Interrupt(Exception):
    """Stands for whatever stops a batch."""


def test_what_was_read_before_an_interrupt_is_kept(engine: Engine, tmp_path: Path) -> None:
    seen: list[str] = []

    def read(report: Report) -> dl.Record:
        if seen:
            raise Interrupt
        seen.append(report.id)
        return dl.Record.of(run(report, engine=engine))

    reports = [Report.of(TEXT, source="Lake Wire"), Report.of(TEXT, source="Hill Radio")]
    with open_ledger(tmp_path / "desk.ledger", write=True) as opened:
        intake = Intake(ledger=opened, read=read, extractor="rules", by="test")
        with pytest.raises(Interrupt):
            list(intake.take(reports))
        assert intake.done == 1
        assert next(intake.take(reports[:1])).known
