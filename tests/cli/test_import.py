"""`dateline import` and `dateline freeze --bundle`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.fixture
def filled(call: Call, tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("M23 rebels captured Sake on Tuesday, the army said.\n", "utf-8")
    call("ingest", "a.txt", "-q", "--ledger", "one.ledger")
    done = call("freeze", "week", "--bundle", "week.jsonl", "--ledger", "one.ledger", "--by", "ada")
    assert done.exit_code == 0, done.output
    return str(json.loads(done.stdout)["hash"])


@pytest.mark.parametrize("name", ["week.jsonl", "one.ledger"])
def test_a_bundle_or_ledger_comes_in_with_the_same_hash(call: Call, filled: str, name: str) -> None:
    looked = call("import", name, "--ledger", "one.ledger", "--dry-run")
    assert looked.exit_code == 0, looked.output
    done = call("import", name, "--ledger", "two.ledger", "--by", "bo")
    assert done.exit_code == 0, done.output
    assert "1 reports and 0 judgements added" in done.stdout
    assert "0 reports and 0 judgements added, 1 known" in call("import", name, "--ledger", "two.ledger").stdout
    assert json.loads(call("freeze", "x", "--ledger", "two.ledger", "--dry-run").stdout)["hash"] == filled


def test_what_is_no_bundle_is_told_of(call: Call, filled: str, tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"type": "header", "schema": "dateline-shared/0.1"}\n', "utf-8")
    done = call("import", "b.jsonl", "missing.jsonl", "--ledger", "two.ledger", "--errors", "bad.jsonl")
    assert done.exit_code == 4
    codes = [json.loads(line)["code"] for line in (tmp_path / "bad.jsonl").read_text("utf-8").splitlines()]
    assert codes == ["bad_record", "unreadable"]
    assert call("import", "b.jsonl", "week.jsonl", "--ledger", "two.ledger").exit_code == 3


def test_a_dry_freeze_writes_no_bundle(call: Call, filled: str, tmp_path: Path) -> None:
    assert call("freeze", "x", "--bundle", "x.jsonl", "--dry-run", "--ledger", "one.ledger").exit_code == 0
    assert not (tmp_path / "x.jsonl").exists()
    assert call("freeze", "x", "--bundle", "none/x.jsonl", "--ledger", "one.ledger", "--by", "a").exit_code == 2
