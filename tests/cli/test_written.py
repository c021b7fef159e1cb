"""No command writes its output over a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.store import open_ledger
from tests.cli.conftest import Call

COMMANDS = (
    ("events", "--output"),
    ("brief", "--output"),
    ("export", "--as", "acled", "--output"),
    ("publish", "--as", "acled", "--reason", "weekly", "--by", "ada", "--output"),
    ("freeze", "v1", "--by", "ada", "--bundle"),
    ("read", "a.txt", "--output"),
    ("ingest", "a.txt", "--by", "ada", "--errors"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("name", ["desk.ledger", "desk.ledger-wal", "link"])
def test_nothing_is_written_over_a_ledger(call: Call, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    ledger = tmp_path / "desk.ledger"
    open_ledger(ledger, write=True).close()
    before = ledger.read_bytes()
    (tmp_path / "link").symlink_to(ledger)
    (tmp_path / "a.txt").write_text("Nothing happened.", "utf-8")
    done = call(*command, name)
    assert done.exit_code == 2
    assert f"{name} is a ledger or part of one and is not written over: name another file" in done.stderr
    assert ledger.read_bytes() == before


def test_other_files_are_written_over(call: Call, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("old", "utf-8")
    assert call("ingest", "-", "--by", "ada", "--errors", "out.csv", input="Nothing happened.").exit_code == 0
    assert (tmp_path / "out.csv").read_text("utf-8") == ""
