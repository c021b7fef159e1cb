"""A served ledger of as many claims as asked for, and the same events in a bare table."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.ledger_data import World, entries
from dateline.desk.deriving import refresh
from dateline.store import append, open_ledger

BATCH = 500
PATIENCE_S = 600.0
BARE = (
    "CREATE TABLE events (id INTEGER PRIMARY KEY, lat REAL, lon REAL, day TEXT, body TEXT)",
    "CREATE INDEX events_point ON events (lat, lon)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A server on loopback: its address, and seconds until it listened, showed the overview, and answered everything."""

    address: str
    listening_s: float
    first_overview_s: float
    ready_s: float
    held_mb: int
    process: int

    def busy_s(self) -> float:
        """Seconds of processor time that the server has taken so far."""
        user, system = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def filled(path: Path, *, claims: int, world: World) -> float:
    """A ledger with that many claims and all that is derived from them; seconds that deriving took."""
    with open_ledger(path, write=True) as ledger:
        for start in range(0, claims // world.claims, BATCH):
            append(ledger, list(entries(start, min(BATCH, claims // world.claims - start), world)), by="bench")
        began = time.perf_counter()
        refresh(ledger)
        return time.perf_counter() - began


@contextmanager
def served(ledger: Path) -> Iterator[Served]:
    """`dateline serve` in a process of its own, ended at the end."""
    command = [sys.executable, "-m", "dateline", "serve", str(ledger), "--port", "0"]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as server:
        try:
            address = server.stdout.readline().strip() if server.stdout else ""
            listening = time.perf_counter() - began
            answered(address)
            overview = time.perf_counter() - began
            answered(f"{address}v1/control?limit=1")
            ready = time.perf_counter() - began
            yield Served(
                address=address,
                listening_s=listening,
                first_overview_s=overview,
                ready_s=ready,
                held_mb=_held_mb(server.pid),
                process=server.pid,
            )
        finally:
            server.terminate()


def _held_mb(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def answered(address: str) -> None:
    """Asks until the server has ready what it takes: until then it says 503."""
    until = time.perf_counter() + PATIENCE_S
    while (answer := httpx.get(address, timeout=PATIENCE_S)).status_code == httpx.codes.SERVICE_UNAVAILABLE:
        if time.perf_counter() > until:
            break
        time.sleep(0.2)
    answer.raise_for_status()


def bare_copy(address: str, path: Path) -> sqlite3.Connection:
    """The events that the server shows, as somebody in a hurry would keep them: a table with an index on the point."""
    bare = sqlite3.connect(path)
    for ddl in BARE:
        bare.execute(ddl)
    with httpx.stream("GET", f"{address}v1/events.jsonl", timeout=PATIENCE_S) as answer, bare:
        bare.executemany(
            "INSERT INTO events (lat, lon, day, body) VALUES (?, ?, ?, ?)",
            (_row(line) for line in answer.iter_lines() if line),
        )
    return bare


def _row(line: str) -> tuple[float | None, float | None, str | None, str]:
    event = json.loads(line)
    place, days = event["place"] or {}, event["days"] or {}
    return place.get("lat"), place.get("lon"), days.get("first"), line
