"""`dateline audit readers`: which reports to read again after an update."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.cli import audit, ingest
from dateline.pipeline import Engine
from tests.cli.conftest import Call

TEXT = "GAO, 6 May 2024 (Wire) - The army said rebels shelled the market in Gao on Monday."


@pytest.fixture
def ingested(call: Call, tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Call:
    """A ledger with one report that the installed rules have read."""
    monkeypatch.setattr(audit, "load_engine", lambda: engine)
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    assert call("ingest", "one.txt", "--quiet").exit_code == 0
    return call


def test_reports_of_the_installed_rules_need_no_second_reading(ingested: Call, engine: Engine) -> None:
    told = ingested("audit", "readers")
    assert told.stdout == f"1 report read by {engine.reader} (installed)\n"
    assert ingested("audit", "readers", "--older").stdout == ""


def test_after_an_update_old_readings_are_listed_until_they_are_read_again(
    ingested: Call, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = replace(engine, reader="9.9.9+abcdefabcdef model 1")
    monkeypatch.setattr(audit, "load_engine", lambda: newer)
    monkeypatch.setattr(ingest, "load_engine", lambda **_: newer)
    assert "another edition" in ingested("audit", "readers").stdout
    assert ingested("audit", "readers", "--older").stdout.endswith("\tone.txt\n")
    assert ingested("ingest", "--again", "one.txt", "--quiet").stdout.startswith("0 added")
    assert ingested("audit", "readers").stdout == f"1 report read by {newer.reader} (installed)\n"
    assert ingested("audit", "verify").stdout.startswith("ok: 2 lines")


def test_an_edition_names_rules_and_parser(engine: Engine) -> None:
    version, model, number = engine.reader.split(" ")
    assert "+" in version
    assert (model, number) == (engine.parser.info.model, engine.parser.info.version)
