"""Kill a writing process at random moments, many times, and look whether the ledger kept its word.

The child appends batches and says so after each; the parent kills it with SIGKILL. An acknowledged batch that is not
there afterwards is lost; a batch of which only part is there is torn; a ledger whose log does not verify is broken.

    python -m benchmarks.ledger_crash --ledger FILE_OR_URL --kills 200
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.ledger_data import World, entries
from dateline.errors import LedgerMissing
from dateline.store import append, holdings, open_ledger, verify

BATCH = 3
LATEST_MS = 40
_READY = b"ready\n"
SMALL = World(claims=3, mentions=4, text_words=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crashes:
    """What many kills did."""

    kills: int
    acknowledged: int
    kept: int
    lost: int
    torn: int
    broken: int
    seed: int

    @property
    def ok(self) -> bool:
        """Whether the ledger kept its word."""
        return not (self.lost or self.torn or self.broken)


def crash(where: str, *, kills: int, seed: int) -> Crashes:
    """Kill a writer this many times on one ledger, each time beginning where the last one was killed."""
    dice = random.Random(seed)
    acknowledged: set[int] = set()
    lost = torn = broken = 0
    start = 0
    for _ in range(kills):
        acknowledged |= _killed_run(where, start, dice)
        batches = _batches(where)
        torn += sum(size != BATCH for size in batches.values())
        lost += len(acknowledged - batches.keys())
        broken += not _verifies(where)
        start = max(batches, default=-1) + 1
    kept = len(_batches(where))
    return Crashes(
        kills=kills, acknowledged=len(acknowledged), kept=kept, lost=lost, torn=torn, broken=broken, seed=seed
    )


def _killed_run(where: str, start: int, dice: random.Random) -> set[int]:
    """Let a child write, kill it a random while after a random acknowledgement, and say which batches it had given."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _write(where, start, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as acknowledgements:
        heard = [acknowledgements.readline() for _ in range(dice.randint(1, 3))]
        select.select([], [], [], dice.uniform(0, LATEST_MS) / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard += [line for line in acknowledgements if line.endswith(b"\n")]
        return {int(line) for line in heard if line != _READY}


def _write(where: str, start: int, acknowledge: int) -> None:
    """The child: append one batch after another, for ever."""
    os.write(acknowledge, _READY)
    batch = start
    with open_ledger(where, write=True) as ledger:
        while True:
            append(ledger, entries(batch * BATCH, BATCH, SMALL), by="crash")
            os.write(acknowledge, f"{batch}\n".encode())
            batch += 1


def _batches(where: str) -> dict[int, int]:
    """How many reports of each batch the ledger holds; a ledger that was never finished holds none."""
    sizes: dict[int, int] = {}
    with suppress(LedgerMissing), open_ledger(where) as ledger:
        for report in holdings(ledger).reports:
            batch = int(report.name.removesuffix(".txt")) // BATCH
            sizes[batch] = sizes.get(batch, 0) + 1
    return sizes


def _verifies(where: str) -> bool:
    try:
        with open_ledger(where) as ledger:
            return verify(ledger).ok
    except LedgerMissing:
        return True


def main() -> int:
    """Print the figures as JSON; exit code 1 when anything was lost, torn or broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", help="a file or address; default: a new file that is taken away again")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = given.ledger or str(Path(folder) / "crash.ledger")
        found = crash(where, kills=given.kills, seed=given.seed)
    print(json.dumps(asdict(found)))
    return 0 if found.ok else 1


if __name__ == "__main__":
    sys.exit(main())
