"""How the ledger behaves under kills and with many claims, each figure beside bare SQL on the same data in the same run.

python -m benchmarks.ledger --claims 200000 --kills 200 --out results/ledger.json
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.ledger_crash import crash
from benchmarks.ledger_crash_derived import deriving as killed_deriving
from benchmarks.ledger_data import DAYS, FIRST_DAY, World, entries, place_id, point
from dateline.desk import Derived, refresh
from dateline.desk.derived import EventQuery, FindingQuery
from dateline.model.time import TimeRange
from dateline.store import ClaimQuery, Entry, Ledger, append, find_claims, find_control, open_ledger, verify

BATCH = 500
"""Reports in one transaction."""

ROUNDS = 60
"""Queries of each kind; the median is reported."""

ALL_ROUNDS = 3
"""Questions for the words on all places: each gives a good part of all rows."""

FOLLOWED = 5
"""Reports that come in one by one after the rebuild."""

BARE = (
    "CREATE TABLE claims (id INTEGER PRIMARY KEY, report INTEGER, place TEXT, act TEXT, lat REAL, lon REAL,"
    " earliest TEXT, latest TEXT, seq INTEGER, body TEXT)",
    "CREATE TABLE control (id INTEGER PRIMARY KEY, place TEXT, believer TEXT, earliest TEXT, seq INTEGER, body TEXT)",
    "CREATE TABLE mentions (report INTEGER, n INTEGER, start INTEGER, stop INTEGER, ref TEXT,"
    " PRIMARY KEY (report, n)) WITHOUT ROWID",
    "CREATE INDEX claims_point ON claims (lat, lon, earliest)",
    "CREATE INDEX claims_report ON claims (report)",
    "CREATE INDEX control_place ON control (place, earliest)",
    "CREATE VIRTUAL TABLE report_text USING fts5(words, content='')",
)
"""What somebody in a hurry would write: the same data, without log, hashes, versions and guards."""


Ask = Callable[[], list[Any]]


def made(count: int, world: World) -> Iterator[list[Entry]]:
    """Reports in batches."""
    for start in range(0, count, BATCH):
        yield list(entries(start, min(BATCH, count - start), world))


def ingest(ledger: Ledger, bare: sqlite3.Connection, reports: int, world: World) -> dict[str, Any]:
    """Fill both with the same reports in turn; making the reports is not timed."""
    ours = theirs = 0.0
    for batch in made(reports, world):
        began = time.perf_counter()
        append(ledger, batch, by="bench")
        ours += time.perf_counter() - began
        began = time.perf_counter()
        _bare_append(bare, batch)
        theirs += time.perf_counter() - began
    claims = reports * world.claims
    return {
        "reports": reports,
        "claims": claims,
        "spans": reports * world.mentions,
        "claims_per_s": round(claims / ours),
        "bare_claims_per_s": round(claims / theirs),
        "ratio": round(ours / theirs, 2),
    }


def _bare_append(bare: sqlite3.Connection, batch: list[Entry]) -> None:
    with bare:
        for entry in batch:
            report = int(entry.report.name.removesuffix(".txt"))
            record = entry.record
            places = {place["id"]: place for place in record["places"]}
            day = record["times"][0]
            claims = [
                (report, *_bare_claim(claim, places, day), report, json.dumps(claim)) for claim in record["claims"]
            ]
            bare.executemany("INSERT INTO claims VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", claims)
            held = [
                (places[c["place"]]["register"], c["believer"], c["valid_from"], report, json.dumps(c))
                for c in record["control"]
            ]
            bare.executemany("INSERT INTO control VALUES (NULL, ?, ?, ?, ?, ?)", held)
            spans = [(report, n, m["start"], m["end"], m["ref"]) for n, m in enumerate(record["mentions"])]
            bare.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)", spans)
            bare.execute("INSERT INTO report_text (rowid, words) VALUES (?, ?)", (report, entry.report.text))


def _bare_claim(claim: dict[str, Any], places: dict[str, Any], day: dict[str, Any]) -> tuple[Any, ...]:
    place = places[claim["place"]]
    return place["register"], claim["act"], place["lat"], place["lon"], day["earliest"], day["latest"]


def queries(ledger: Ledger, bare: sqlite3.Connection, world: World) -> dict[str, Any]:
    """Median milliseconds of each kind of question, asked of both in turn, with the rows that were found."""
    dice = random.Random(world.seed)
    days = [FIRST_DAY + timedelta(days=dice.randrange(DAYS)) for _ in range(ROUNDS)]
    places = [dice.randrange(world.places) for _ in range(ROUNDS)]
    words = [" ".join(f"w{dice.randrange(world.words):04d}" for _ in range(2)) for _ in range(ROUNDS)]
    control = list(zip(places, days, strict=True))
    boxes = [_box(place, day, world) for place, day in zip(places, days, strict=True)]
    kinds = {
        "control_of_a_place_as_of": [
            (partial(_control, ledger, place, day), partial(_bare_control, bare, place, day)) for place, day in control
        ],
        "control_of_all_as_of": [
            (partial(_control, ledger, None, day), partial(_bare_control, bare, None, day)) for day in days[:ALL_ROUNDS]
        ],
        "bounding_box_and_month": [(partial(_claims, ledger, box), partial(_bare_box, bare, box)) for box in boxes],
        "claims_of_reports_with_words": [
            (partial(_claims, ledger, ClaimQuery(text=line)), partial(_bare_words, bare, line)) for line in words
        ],
    }
    return {name: _beside(asked) for name, asked in kinds.items()}


def deriving(ledger: Ledger, world: World) -> dict[str, Any]:
    """Seconds of a rebuild and of following one report, and median milliseconds of reading what was derived."""
    began = time.perf_counter(), time.process_time()
    refresh(ledger, rebuild=True)
    rebuild, rebuild_cpu = time.perf_counter() - began[0], time.process_time() - began[1]
    follow: list[float] = []
    for number in range(FOLLOWED):
        append(ledger, entries(10**7 + number, 1, world), by="bench")
        began_one = time.perf_counter()
        refresh(ledger)
        follow.append(time.perf_counter() - began_one)
    derived = Derived(ledger)
    dice = random.Random(world.seed)
    boxes = [_box(dice.randrange(world.places), FIRST_DAY + timedelta(days=500), world) for _ in range(ROUNDS)]
    asked: dict[str, list[Callable[[], Any]]] = {
        "page_of_100_events": [partial(derived.events, EventQuery(limit=100))] * ROUNDS,
        "events_in_a_box_and_month": [partial(derived.events, EventQuery(bbox=b.bbox, days=b.days)) for b in boxes],
        "counts_by_day": [partial(derived.counts, EventQuery())] * 5,
        "page_of_100_findings": [partial(derived.findings, FindingQuery(limit=100))] * ROUNDS,
        "who_holds_a_place": [partial(derived.control_rows, [place_id(n)]) for n in range(ROUNDS)],
    }
    return {
        "events": derived.counts(EventQuery()).events,
        "rebuild_s": round(rebuild, 1),
        "rebuild_cpu_s": round(rebuild_cpu, 1),
        "follow_one_report_s": round(statistics.median(follow), 3),
        **{name: round(statistics.median(map(_ms, found)), 2) for name, found in asked.items()},
    }


def _control(ledger: Ledger, place: int | None, day: date) -> list[Any]:
    return list(find_control(ledger, place=None if place is None else place_id(place), as_of=day))


def _claims(ledger: Ledger, query: ClaimQuery) -> list[Any]:
    return list(find_claims(ledger, query))


def _box(place: int, day: date, world: World) -> ClaimQuery:
    lat, lon = point(place, world)
    month = TimeRange.days(day, day + timedelta(days=30))
    return ClaimQuery(bbox=(lon - 5, lat - 5, lon + 5, lat + 5), days=month)


def _bare_control(bare: sqlite3.Connection, place: int | None, day: date) -> list[Any]:
    if place is None:
        sql = "SELECT * FROM control WHERE earliest IS NULL OR earliest <= ? ORDER BY seq"
        return bare.execute(sql, (day.isoformat(),)).fetchall()
    sql = "SELECT * FROM control WHERE place = ? AND (earliest IS NULL OR earliest <= ?) ORDER BY seq"
    return bare.execute(sql, (place_id(place), day.isoformat())).fetchall()


def _bare_box(bare: sqlite3.Connection, query: ClaimQuery) -> list[Any]:
    west, south, east, north = query.bbox or (0, 0, 0, 0)
    first, last = (query.days.first_day, query.days.last_day) if query.days else (None, None)
    sql = (
        "SELECT * FROM claims WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
        " AND earliest <= ? AND latest >= ? ORDER BY seq, id"
    )
    return bare.execute(sql, (south, north, west, east, str(last), str(first))).fetchall()


def _bare_words(bare: sqlite3.Connection, words: str) -> list[Any]:
    sql = "SELECT * FROM claims WHERE report IN (SELECT rowid FROM report_text WHERE report_text MATCH ?) ORDER BY seq, id"
    return bare.execute(sql, (words,)).fetchall()


def _beside(asked: Sequence[tuple[Ask, Ask]]) -> dict[str, Any]:
    """Each question to both, once unmeasured, then in turn; raises ValueError when they find different numbers of rows.

    `bare_ms` fetches rows and leaves the JSON in them unread; `bare_read_ms` reads it, as whoever uses a row must.
    """
    times: dict[str, list[float]] = {"ledger_ms": [], "bare_ms": [], "bare_read_ms": []}
    rows = 0
    for ask, ask_bare in asked:
        found = len(ask_bare())
        if len(ask()) != found:
            raise ValueError("the ledger and bare SQL disagree")
        times["ledger_ms"].append(_ms(ask))
        times["bare_ms"].append(_ms(ask_bare))
        times["bare_read_ms"].append(_ms(partial(_read, ask_bare)))
        rows += found
    median = {name: statistics.median(found) for name, found in times.items()}
    return {
        **{name: round(value, 3) for name, value in median.items()},
        "ratio": round(median["ledger_ms"] / median["bare_ms"], 2),
        "ratio_read": round(median["ledger_ms"] / median["bare_read_ms"], 2),
        "rows": round(rows / len(asked), 1),
    }


def _read(ask: Ask) -> list[Any]:
    return [(*row[:-1], json.loads(row[-1])) for row in ask()]


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure(folder: Path, *, claims: int, world: World, derive: bool = True) -> dict[str, Any]:
    """All figures of one size."""
    with (
        open_ledger(folder / "bench.ledger", write=True) as ledger,
        closing(sqlite3.connect(folder / "bare.db")) as bare,
    ):
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        for ddl in BARE:
            bare.execute(ddl)
        found = {"ingest": ingest(ledger, bare, claims // world.claims, world)}
        bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sizes = [(folder / name).stat().st_size for name in ("bench.ledger", "bare.db")]
        found["size"] = {
            "ledger_mib": round(sizes[0] / 2**20, 1),
            "bare_mib": round(sizes[1] / 2**20, 1),
            "ledger_bytes_per_claim": round(sizes[0] / claims),
        }
        found["queries"] = queries(ledger, bare, world)
        if derive:
            found["derived"] = deriving(ledger, world)
        began = time.perf_counter()
        audit = verify(ledger)
        found["verify"] = {"ok": audit.ok, "s": round(time.perf_counter() - began, 1)}
    return found


def measured(
    *, claims: int, kills: int, seed: int = 5, folder: Path | None = None, derive: bool = True
) -> dict[str, Any]:
    """Everything: kills while writing and while deriving, then the figures of one size."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        crashes = crash(str(Path(scratch) / "crash.ledger"), kills=kills, seed=seed)
        killed = killed_deriving(str(Path(scratch) / "derived.ledger"), kills=kills // 4, seed=seed)
        found = measure(Path(scratch), claims=claims, world=World(seed=seed), derive=derive)
    ok = crashes.ok and killed.ok and found["verify"]["ok"]
    crashed = {"crash": asdict(crashes), "crash_deriving": asdict(killed)}
    return {"ok": ok, "sqlite": sqlite3.sqlite_version, **crashed, **found}


def main() -> int:
    """Print the figures as JSON; exit code 1 when a kill cost something or the log does not verify."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where the files are made, and taken away again")
    parser.add_argument("--no-derive", action="store_true", help="leave out what grows with all pairs of reports")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    whole = measured(
        claims=given.claims, kills=given.kills, seed=given.seed, folder=given.folder, derive=not given.no_derive
    )
    line = json.dumps(whole, indent=2)
    print(line)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(line + "\n", encoding="utf-8")
    return 0 if whole["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
