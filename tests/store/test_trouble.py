"""Every trouble with a file is a clear error, and costs nothing that was acknowledged."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import (
    LedgerDamaged,
    LedgerError,
    LedgerLocked,
    LedgerMissing,
    LedgerReadOnly,
    LedgerSchema,
)
from dateline.store import append, holdings, open_ledger, verify
from dateline.store.lock import file_lock
from dateline.store.postgres import PostgresBackend
from tests.store.samples import force, sample

ROOT = Path(__file__).resolve().parents[2]
FULL = """
import resource, sys
from dateline.errors import LedgerFull
from dateline.store import append, open_ledger
from tests.store.samples import sample
room = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
kept = 0
try:
    with open_ledger(sys.argv[1], write=True) as ledger:
        for first in range(0, 5000, 20):
            append(ledger, [sample(number) for number in range(first, first + 20)], by="ana")
            kept = first + 20
except LedgerFull:
    print(kept)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of three reports."""
    found = tmp_path / "desk.ledger"
    with open_ledger(found, write=True) as ledger:
        append(ledger, (sample(n) for n in range(3)), by="ana")
    return found


def test_no_ledger_to_read(ledger_url: str) -> None:
    with pytest.raises(LedgerMissing, match="there is no ledger yet"):
        open_ledger(ledger_url)


@pytest.mark.parametrize("kept", [0, 7, 100, 4096, 20_000, 100_000])
def test_a_truncated_file_is_damaged(path: Path, kept: int) -> None:
    os.truncate(path, kept)
    with pytest.raises(LedgerDamaged, match=r"desk\.ledger"), open_ledger(path, write=True) as ledger:
        holdings(ledger)


def test_another_file_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("A note that nobody should overwrite.")
    with pytest.raises(LedgerDamaged, match="no ledger"):
        open_ledger(tmp_path / "notes.txt", write=True)
    assert (tmp_path / "notes.txt").read_text() == "A note that nobody should overwrite."


def test_another_database_is_no_ledger(tmp_path: Path) -> None:
    force(str(tmp_path / "other.db"), "CREATE TABLE things (name TEXT)")
    with pytest.raises(LedgerDamaged, match="a database, but not a ledger"):
        open_ledger(tmp_path / "other.db", write=True)


def test_overwritten_pages_are_found(path: Path) -> None:
    """In a copy without the write-ahead log, which would still have the pages as they were."""
    copy = path.with_name("copy.ledger")
    pages = bytearray(path.read_bytes())
    pages[4096 * 20 : 4096 * 24] = b"\xff" * 4096 * 4
    copy.write_bytes(pages)
    with open_ledger(copy) as ledger:
        assert not verify(ledger).ok


def test_a_lost_ledger_beside_its_write_ahead_log_is_not_made_anew(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.with_name(path.name + "-wal").write_bytes(b"pages")
    with pytest.raises(LedgerDamaged, match="is gone but"):
        open_ledger(path, write=True)


def test_a_half_made_ledger_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "desk.ledger.new").write_bytes(b"SQLite format 3\x00 and then the power failed")
    with open_ledger(tmp_path / "desk.ledger", write=True) as ledger:
        assert append(ledger, [sample(1)], by="ana").new == 1
    assert not (tmp_path / "desk.ledger.new").exists()


def test_a_newer_schema_is_left_alone(ledger_url: str) -> None:
    open_ledger(ledger_url, write=True).close()
    force(ledger_url, "INSERT INTO schemas (version, at) VALUES (99, '2040-01-01T00:00:00.000000Z')", guarded=True)
    for write in (False, True):
        with pytest.raises(LedgerSchema, match="it has schema 99"):
            open_ledger(ledger_url, write=write)


def test_a_full_disk_loses_nothing(path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(path), str(path.stat().st_size + 300_000)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    kept = int(done.stdout)
    with open_ledger(path, write=True) as ledger:
        assert len(holdings(ledger).reports) == max(3, kept)
        assert verify(ledger).ok
        append(ledger, [sample(6000)], by="ana")
        assert verify(ledger).ok


def test_no_room_for_a_new_ledger_leaves_none(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(tmp_path / "desk.ledger"), "20000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    assert done.stdout == "0\n"
    assert not (tmp_path / "desk.ledger").exists()
    open_ledger(tmp_path / "desk.ledger", write=True).close()


def test_a_writer_that_waits_too_long_says_so(path: Path) -> None:
    with file_lock(path.with_name(path.name + ".lock"), timeout=1), open_ledger(path, write=True, timeout=0) as ledger:
        with pytest.raises(LedgerLocked, match="held by another writer"):
            append(ledger, [sample(9)], by="ana")
        assert len(holdings(ledger).reports) == 3
    with open_ledger(path, write=True, timeout=0) as ledger:
        assert append(ledger, [sample(9)], by="ana").new == 1


def test_a_writer_on_the_server_that_waits_too_long_says_so(postgres: str) -> None:
    url = f"{postgres}/postgres?options=-csearch_path%3Dpg_temp"
    one, two = PostgresBackend(url, timeout=5), PostgresBackend(url, timeout=0.01)
    with closing(one), closing(two), one.writing(), pytest.raises(LedgerLocked, match="another writer holds it"):
        two.writing().__enter__()


def test_an_unreachable_server_is_a_clear_error() -> None:
    with pytest.raises(LedgerError, match="cannot be reached") as caught:
        open_ledger("postgresql://ana:secret@127.0.0.1:1/desk")
    assert "secret" not in str(caught.value)


@pytest.fixture
def foreign() -> Iterator[Path]:
    """A ledger of three reports that we may read, in a folder of its own; permissions bind root only as somebody else."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-store-"))
    folder.chmod(0o755)
    with open_ledger(folder / "desk.ledger", write=True) as ledger:
        append(ledger, (sample(n) for n in range(3)), by="ana")
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(pwd.getpwnam("nobody").pw_uid)
        yield folder / "desk.ledger"
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_read_only_ledger_can_be_read(foreign: Path) -> None:
    if os.geteuid() == foreign.stat().st_uid:
        foreign.chmod(0o444)
        foreign.parent.chmod(0o555)
    with open_ledger(foreign, write=True) as ledger:
        assert len(holdings(ledger).reports) == 3
        with pytest.raises(LedgerReadOnly, match=r"desk\.ledger"):
            append(ledger, [sample(9)], by="ana")
        assert len(holdings(ledger).reports) == 3


def test_a_folder_that_may_not_be_written_gets_no_ledger(foreign: Path) -> None:
    if os.geteuid() == foreign.stat().st_uid:
        foreign.parent.chmod(0o555)
    with pytest.raises(LedgerReadOnly, match="cannot be opened for writing"):
        open_ledger(foreign.with_name("new.ledger"), write=True)


def test_a_file_that_may_not_be_read_is_a_clear_error(foreign: Path) -> None:
    user, owner = os.geteuid(), foreign.stat().st_uid
    os.seteuid(owner)
    foreign.chmod(0o000)
    os.seteuid(user)
    with pytest.raises(LedgerReadOnly, match="may not even be read"):
        open_ledger(foreign)


def test_a_copied_file_is_a_ledger(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "a copy & more?.ledger"
    shutil.copy(path, copy)
    with open_ledger(copy, write=True) as ledger:
        append(ledger, [sample(9)], by="ana")
        assert verify(ledger).ok
