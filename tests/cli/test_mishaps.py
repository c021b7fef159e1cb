"""What goes wrong at a desk: the message says what was found, where, and what to do; nobody is shown a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.cli import check as check_command
from tests.cli.conftest import Call

TEXT = "Rebels left Goma on Monday, the army said. Soldiers entered Boké on 6 May 2024."


@pytest.fixture
def ledger(call: Call) -> None:
    """Two reports in ./desk.ledger."""
    assert call("ingest", "-", "--by", "ada", "--published", "2024-05-07", input=TEXT).exit_code == 0


@pytest.mark.usefixtures("ledger")
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110 - at import
@pytest.mark.parametrize("command", [("claims",), ("events", "--format", "json"), ("brief",), ("changes",)])
def test_a_full_disk_is_told_of_whoever_writes(call: Call, command: tuple[str, ...]) -> None:
    done = call(*command, "--output", "/dev/full")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("dateline: the output cannot be written: No space left on device\n")


def test_other_trouble_of_the_system_keeps_its_traceback(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(check_command, "opened_to_ask", broken)
    assert isinstance(call("check").exception, OSError)


def test_a_folder_is_no_ledger(call: Call, tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    done = call("events", "--ledger", "case")
    assert done.exit_code == 4
    assert done.stderr == "dateline: case is a folder: name the ledger in it, as in case/desk.ledger\n"


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("typed", "hint"),
    [("Gomma", "; did you mean Goma?"), ("Go", "; did you mean Goma?"), ("Xyzzy", ""), ("'", "")],
)
def test_a_name_that_no_report_has_gets_those_like_it(call: Call, typed: str, hint: str) -> None:
    done = call("who-holds", typed)
    assert (done.exit_code, done.stderr) == (2, f"dateline: no report in the ledger names place {typed!r}{hint}\n")


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("typed", ["Boké", "boke", "BOKE"])
def test_a_name_may_be_typed_without_its_accents(call: Call, typed: str) -> None:
    assert "Soldiers" in call("claims", "--place", typed).stdout


@pytest.mark.usefixtures("ledger")
def test_a_code_that_is_none_gets_those_like_it(call: Call) -> None:
    assert call("check", "--code", "denyal").stderr.endswith("there is no finding 'denyal'; did you mean denial?\n")
    assert "did you mean weekday_date_mismatch?" in call("explain", "weekday").stderr
    assert "`dateline explain` lists all codes" in call("explain", "zzz").stderr


@pytest.mark.usefixtures("ledger")
def test_a_state_is_not_frozen_without_a_name(call: Call) -> None:
    done = call("freeze", " ", "--by", "ada")
    assert done.exit_code == 2
    assert "name what is frozen, as in paper-v1" in done.stderr
    assert "frozen" not in call("changes").stdout


@pytest.mark.usefixtures("ledger")
def test_a_table_in_another_encoding_is_said_how_to_convert(call: Call, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes("event_id_cnty,location\n1,Boké\n".encode("cp1252"))
    done = call("compare", "table.csv")
    assert done.exit_code == 4
    assert "table.csv is not UTF-8: byte 0xE9 at byte 28 (line 2); convert it with `iconv" in done.stderr
    assert "-f WINDOWS-1252 -t UTF-8 table.csv`" in done.stderr


def test_a_mistyped_name_leaves_no_ledger_behind(call: Call, tmp_path: Path) -> None:
    done = call("ingest", "dispatch.txt", "--by", "ada")
    assert (done.exit_code, done.stdout) == (4, "0 added, 0 known already, 1 rejected\n")
    assert list(tmp_path.glob("desk.ledger*")) == []


TABLE = "event_id_cnty,event_date,location,actor1\nMLI1,2024-05-06,Boké,A\n"


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("table", [TABLE, TABLE.replace(",", ";"), TABLE.replace(",", "\t"), "\ufeff" + TABLE])
def test_a_table_may_come_through_a_pipe_with_semicolons_or_tabs(call: Call, table: str) -> None:
    done = call("compare", "-", input=table.encode())
    assert done.exit_code == 0
    assert '"found":"matched"' in done.stdout


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"PK\x03\x04", "is no text but a ZIP archive or an office document; save it as plain text first"),
        (TABLE.encode("utf-16"), "is UTF-16LE, by the byte order mark at byte 0; convert it with"),
        (b"", "is empty (0 bytes): nothing to read"),
        (b"a,b\n1,2\n", "its columns: a, b"),
    ],
)
def test_what_is_no_table_is_told_by_what_it_is(call: Call, tmp_path: Path, raw: bytes, told: str) -> None:
    (tmp_path / "table.csv").write_bytes(raw)
    done = call("compare", "table.csv")
    assert done.exit_code == 4
    assert told in done.stderr


@pytest.mark.usefixtures("ledger")
def test_a_name_means_one_frozen_state(call: Call, tmp_path: Path) -> None:
    assert call("freeze", "paper-v1", "--by", "ada").exit_code == 0
    assert call("freeze", "paper-v1", "--by", "ada").exit_code == 0
    call("ingest", "-", "--by", "ada", "-q", input="Rebels shelled Boké on 8 May 2024.")
    done = call("freeze", "paper-v1", "--by", "ada", "--bundle", "paper.jsonl")
    assert done.exit_code == 2
    assert done.stderr.startswith("dateline: 'paper-v1' names another state already, frozen ")
    assert not (tmp_path / "paper.jsonl").exists()
    assert call("freeze", "paper\nv2", "--by", "ada").exit_code == 2


@pytest.mark.usefixtures("ledger")
def test_a_publication_has_a_name(call: Call, tmp_path: Path) -> None:
    done = call("publish", "--as", "acled", "--output", "-", "--reason", "weekly", "--by", "ada")
    assert (done.exit_code, (tmp_path / "-").exists()) == (2, False)
    assert "the log keeps the name of a file that was published" in done.stderr
