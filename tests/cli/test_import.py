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


def test_a_bundle_comes_through_a_pipe(call: Call, filled: str, tmp_path: Path) -> None:
    piped = (tmp_path / "week.jsonl").read_bytes()
    done = call("import", "-", "--ledger", "two.ledger", "--by", "bo", input=piped)
    assert (done.exit_code, done.stdout) == (0, "1 reports and 0 judgements added, 0 known already, 0 refused\n")
    assert json.loads(call("freeze", "x", "--ledger", "two.ledger", "--dry-run").stdout)["hash"] == filled
    cut = call("import", "-", "--ledger", "two.ledger", "--by", "bo", input=piped[:-200])
    assert (cut.exit_code, cut.stderr.startswith("dateline: -:2 is no JSON")) == (4, True)


@pytest.mark.usefixtures("filled")
def test_a_dry_run_says_what_would_be_new(call: Call, tmp_path: Path) -> None:
    fresh = call("import", "week.jsonl", "--ledger", "two.ledger", "--dry-run")
    assert (fresh.exit_code, fresh.stdout.split()[0]) == (0, "1")
    assert not (tmp_path / "two.ledger").exists()
    known = call("import", "week.jsonl", "--ledger", "one.ledger", "--dry-run")
    assert known.stdout == "0 reports and 0 judgements would be added, 1 known already, 0 refused\n"


@pytest.mark.parametrize("name", ["missing.jsonl", "a.txt", "."])
@pytest.mark.usefixtures("filled")
def test_what_cannot_be_imported_leaves_no_ledger_behind(call: Call, tmp_path: Path, name: str) -> None:
    done = call("import", name, "--ledger", "two.ledger", "--by", "bo")
    assert done.exit_code == 4
    assert name in done.stderr
    assert list(tmp_path.glob("two.ledger*")) == []


@pytest.mark.usefixtures("filled")
def test_a_text_is_told_from_a_bundle(call: Call) -> None:
    done = call("import", "a.txt", "--ledger", "two.ledger")
    assert done.stderr == (
        "dateline: a.txt is neither a ledger nor a bundle of `dateline freeze --bundle`: its first line is no JSON\n"
    )


@pytest.mark.usefixtures("filled")
def test_what_follows_from_all_reports_is_derived_when_they_came_in(call: Call) -> None:
    call("import", "week.jsonl", "--ledger", "two.ledger", "--by", "bo")
    assert call("derive", "--dry-run", "--ledger", "two.ledger").stdout == "up to date\n"


@pytest.mark.usefixtures("filled")
def test_a_bundle_goes_through_a_pipe(call: Call, tmp_path: Path) -> None:
    done = call("freeze", "week", "--bundle", "-", "--ledger", "one.ledger", "--by", "ada")
    assert done.stdout_bytes == (tmp_path / "week.jsonl").read_bytes()
    assert json.loads(done.stderr)["name"] == "week"
    assert not (tmp_path / "-").exists()
