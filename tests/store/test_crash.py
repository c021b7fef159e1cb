"""Killed writers, readers beside writers, two writers at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from dateline.store import append, holdings, open_ledger, verify
from tests.store.samples import sample

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from dateline.store import append, open_ledger
from tests.store.samples import sample
first, count = int(sys.argv[2]), int(sys.argv[3])
with open_ledger(sys.argv[1], write=True) as ledger:
    for batch in range(first, first + count):
        append(ledger, [sample(2 * batch), sample(2 * batch + 1)], by="writer")
        print(batch, flush=True)
"""


def _writer(url: str, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, url, str(first), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own script


def test_killed_writers_lose_nothing(ledger_url: str) -> None:
    command = [sys.executable, "-m", "benchmarks.ledger_crash", "--ledger", ledger_url, "--kills", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    found = json.loads(done.stdout)
    assert (found["kills"], found["lost"], found["torn"], found["broken"]) == (20, 0, 0, 0)
    assert found["acknowledged"] > 0
    with open_ledger(ledger_url, write=True) as ledger:
        assert append(ledger, [sample(1)], by="ana").new == 1


def test_killed_derivations_leave_the_rows_before_or_after(ledger_url: str) -> None:
    command = [sys.executable, "-m", "benchmarks.ledger_crash_derived", "--ledger", ledger_url, "--kills", "8"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    found = json.loads(done.stdout)
    assert (found["kills"], found["lost"], found["torn"], found["broken"]) == (8, 0, 0, 0)
    assert found["acknowledged"] > 0


def test_killed_migrations_are_taken_wholly_or_not_at_all() -> None:
    old = str(ROOT / "tests/store/stored/schema-1.ledger.xz")
    command = [sys.executable, "-m", "benchmarks.ledger_crash_derived", "--migrate", old, "--kills", "8"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    found = json.loads(done.stdout)
    assert (found["kills"], found["lost"], found["torn"], found["broken"]) == (8, 0, 0, 0)


def test_a_reader_never_waits_for_a_writer(ledger_url: str) -> None:
    open_ledger(ledger_url, write=True).close()
    seen: list[int] = []
    with _writer(ledger_url, 0, 25) as writer, open_ledger(ledger_url) as ledger:
        while writer.poll() is None:
            seen.append(len(holdings(ledger).reports))
        assert writer.returncode == 0
        assert len(holdings(ledger).reports) == 50
    assert seen == sorted(seen)
    assert all(count % 2 == 0 for count in seen)


def test_two_writers_take_turns(ledger_url: str) -> None:
    open_ledger(ledger_url, write=True).close()
    with _writer(ledger_url, 0, 15) as one, _writer(ledger_url, 100, 15) as two:
        assert (one.wait(), two.wait()) == (0, 0)
    with open_ledger(ledger_url) as ledger:
        assert len(holdings(ledger).reports) == 60
        assert verify(ledger).ok


def test_two_processes_may_make_the_same_ledger(ledger_url: str) -> None:
    with _writer(ledger_url, 0, 1) as one, _writer(ledger_url, 100, 1) as two:
        assert (one.wait(), two.wait()) == (0, 0)
    with open_ledger(ledger_url) as ledger:
        assert len(holdings(ledger).reports) == 4
        assert verify(ledger).ok
