"""Kill a deriving process, and a migrating one, at random moments: derived rows are the old or the new ones.

After each kill the stored rows must be those that a rebuild makes of the reports up to the line they are stamped with
(or there are none), no acknowledged batch may be gone, and the next command must carry on.

    python -m benchmarks.ledger_crash_derived --ledger FILE_OR_URL --kills 100
    python -m benchmarks.ledger_crash_derived --migrate OLD_LEDGER.xz --kills 100
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import select
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy import select as rows_of

from benchmarks.ledger_data import World, entries
from dateline.desk import refresh
from dateline.desk.deriving import build
from dateline.errors import LedgerMissing
from dateline.store import append, counts, open_ledger, verify
from dateline.store.derived import stamped
from dateline.store.derived_schema import DERIVED, derived, make_derived
from dateline.store.holdings import holdings_at

BATCH = 2
LATEST_MS = 120
SMALL = World(claims=4, mentions=4, text_words=20, places=12, actors=6)
_READY = b"ready\n"

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kills:
    """What many kills did; `torn` counts derived rows of no one state, `broken` ledgers that no longer verify or open."""

    kills: int
    acknowledged: int
    lost: int
    torn: int
    broken: int
    seed: int

    @property
    def ok(self) -> bool:
        """Whether nothing was lost or torn."""
        return not (self.lost or self.torn or self.broken)


def deriving(where: str, *, kills: int, seed: int) -> Kills:
    """Kill a process that appends and derives, each time beginning where the last one was killed."""
    dice = random.Random(seed)
    acknowledged = lost = torn = broken = 0
    start = 0
    for _ in range(kills):
        done = _killed(lambda write, begin=start: _derive(where, begin, write), dice)  # type: ignore[misc]
        acknowledged += done
        held, whole, sound = _looked_at(where)
        lost += held < start + done
        torn += not whole
        broken += not sound
        start = held
    with open_ledger(where, write=True) as ledger:
        broken += refresh(ledger).how == ""
        torn += not _whole(where)
    return Kills(kills=kills, acknowledged=acknowledged, lost=lost, torn=torn, broken=broken, seed=seed)


def migrating(old: Path, *, kills: int, seed: int, folder: Path) -> Kills:
    """Kill a process that brings an old ledger forward; the next one must find it wholly old or wholly new."""
    dice = random.Random(seed)
    packed = lzma.decompress(old.read_bytes())
    acknowledged = lost = torn = broken = 0
    for number in range(kills):
        path = folder / f"{number}.ledger"
        path.write_bytes(packed)
        acknowledged += _killed(lambda write, path=path: _migrate(path, write), dice)  # type: ignore[misc]
        with open_ledger(path, write=True) as ledger:
            lost += counts(ledger)["reports"] != 2
            broken += not verify(ledger).ok
            refresh(ledger)
        torn += not _whole(str(path))
    return Kills(kills=kills, acknowledged=acknowledged, lost=lost, torn=torn, broken=broken, seed=seed)


def _killed(work: Callable[[int], None], dice: random.Random) -> int:
    """Let a child work, kill it a random while after it began or after what it said, and count what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        work(writer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as said:
        heard = [said.readline() for _ in range(dice.randint(1, 2))]
        select.select([], [], [], dice.uniform(0, LATEST_MS) / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard += [line for line in said if line.endswith(b"\n")]
        return sum(line not in (_READY, b"") for line in heard)


def _derive(where: str, start: int, acknowledge: int) -> None:
    """The child: append a batch, derive, and so on for ever; every third time all is derived anew."""
    batch = start
    with open_ledger(where, write=True) as ledger:
        os.write(acknowledge, _READY)
        while True:
            append(ledger, entries(batch * BATCH, BATCH, SMALL), by="crash")
            os.write(acknowledge, f"{batch}\n".encode())
            batch += 1
            refresh(ledger, rebuild=batch % 3 == 0)


def _migrate(path: Path, acknowledge: int) -> None:
    os.write(acknowledge, _READY)
    open_ledger(path, write=True).close()
    os.write(acknowledge, b"migrated\n")


def _looked_at(where: str) -> tuple[int, bool, bool]:
    """How many batches are there, whether the derived rows are of one state, and whether the log verifies."""
    with suppress(LedgerMissing), open_ledger(where) as ledger:
        return counts(ledger)["reports"] // BATCH, _whole(where), verify(ledger).ok
    return 0, True, True


def _whole(where: str) -> bool:
    """Whether the derived rows are those of the line that they are stamped with."""
    with open_ledger(where) as ledger, ledger.backend.reading() as connection:
        mark, kept = stamped(connection), _rows(connection)
        held = holdings_at(connection, mark.seq if mark else 0)
    engine = create_engine("sqlite://")
    with engine.begin() as memory:
        make_derived(memory)
        build(memory, held)
        made = _rows(memory)
    engine.dispose()
    return kept == made


def _rows(connection: Connection) -> Rows:
    return {
        table.name: sorted((tuple(row) for row in connection.execute(rows_of(table))), key=repr)
        for table in DERIVED
        if table is not derived
    }


def main() -> int:
    """Print the figures as JSON; exit code 1 when anything was lost, torn or broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", help="a file or address; default: a new file that is taken away again")
    parser.add_argument("--migrate", type=Path, help="an old ledger, packed by xz: kill its migration")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.migrate:
            found = migrating(given.migrate, kills=given.kills, seed=given.seed, folder=Path(folder))
        else:
            where = given.ledger or str(Path(folder) / "crash.ledger")
            found = deriving(where, kills=given.kills, seed=given.seed)
    print(json.dumps(asdict(found)))
    return 0 if found.ok else 1


if __name__ == "__main__":
    sys.exit(main())
