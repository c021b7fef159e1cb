"""A small world for the store's tests, and a way around the ledger's guards."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import psycopg

from benchmarks.ledger_data import World, entry
from dateline.model.text import Report
from dateline.store import Entry

WORLD = World(places=40, actors=12, sources=4, words=60, claims=4, mentions=5, text_words=12)


def hour(number: int) -> datetime:
    """An hour of a day."""
    return datetime(2024, 3, 1, number, tzinfo=UTC)


def sample(number: int, *, extractor: str = "rules") -> Entry:
    """A report with its record."""
    return entry(number, WORLD, extractor=extractor)


def with_text(made: Entry, text: str) -> Entry:
    """The same record for another text, without spans."""
    report = replace(made.report, text=text)
    report = Report(**{name: getattr(report, name) for name in report.__dataclass_fields__})
    doc = {**made.record["doc"], "id": report.id, "chars": len(text)}
    return Entry(report=report, record={**made.record, "doc": doc})


def force(url: str, statement: str, *, guarded: bool = False) -> None:
    """Run SQL past us; unless `guarded`, without the triggers that refuse changes."""
    if "://" in url:
        with psycopg.connect(url, autocommit=True) as server:
            if not guarded:
                server.execute("SET session_replication_role = replica")
            server.execute(statement.encode())
        return
    file = sqlite3.connect(url)
    try:
        triggers = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in [] if guarded else triggers:
            file.execute(f"DROP TRIGGER {name}")
        file.execute(statement)
        for _, sql in [] if guarded else triggers:
            file.execute(sql)
        file.commit()
    finally:
        file.close()


def known(url: str, statement: str) -> list[Any]:
    """Rows past us."""
    if "://" in url:
        with psycopg.connect(url) as server:
            return server.execute(statement.encode()).fetchall()
    file = sqlite3.connect(url)
    try:
        return file.execute(statement).fetchall()
    finally:
        file.close()
