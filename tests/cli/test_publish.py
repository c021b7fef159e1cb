"""`dateline publish`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.export import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.store import Entry, append, log, open_ledger
from tests.cli.conftest import Call

TEXT = "M23 rebels captured Sake on Tuesday, 6 February 2024, the army said."


@pytest.fixture
def ledger(engine: Engine, call: Call, tmp_path: Path) -> Path:
    report = Report.of(TEXT, source="Lake Wire")
    path = tmp_path / "desk.ledger"
    with open_ledger(path, write=True) as opened:
        made = Entry(report=report, record=record_json(run(report, engine=engine)))
        append(opened, [made], by="test", at=datetime.now(UTC) - timedelta(days=2))
    return path


def test_a_file_is_published_with_its_line_in_the_log(call: Call, ledger: Path, tmp_path: Path) -> None:
    looked = call("publish", "--as", "acled", "-o", "out.csv", "--reason", "weekly", "--by", "ada", "--dry-run")
    assert "1 events" in looked.stdout
    assert not (tmp_path / "out.csv").exists()
    done = call("publish", "--as", "acled", "-o", "out.csv", "--reason", "weekly", "--by", "ada")
    assert done.exit_code == 0, done.output
    assert "TLP:CLEAR" in (tmp_path / "out.csv").read_text("utf-8")
    assert "TLP:CLEAR" in (tmp_path / "out.csv.meta.json").read_text("utf-8")
    with open_ledger(ledger) as opened:
        assert [line.action for line in log(opened)] == ["ingest", "publish"]
    assert sorted(path.name for path in tmp_path.glob("*out.csv*")) == ["out.csv", "out.csv.meta.json"]


def test_what_came_in_just_now_is_not_published(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    call("ingest", "a.txt", "-q")
    done = call("publish", "--as", "jsonl", "-o", "out.jsonl", "--reason", "now", "--by", "ada")
    assert done.exit_code == 2
    assert "less than 24 hours ago" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_a_file_that_cannot_be_written_is_not_told_of(call: Call, ledger: Path) -> None:
    done = call("publish", "--as", "jsonl", "-o", "none/out.jsonl", "--reason", "weekly", "--by", "ada")
    assert done.exit_code == 2
    with open_ledger(ledger) as opened:
        assert [line.action for line in log(opened)] == ["ingest"]
