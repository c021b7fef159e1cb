"""Served ledgers: reports read once a session, on both databases, behind a client that speaks to the app in process."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.export import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.read import parse_published
from dateline.store import Entry, append, open_ledger
from dateline.web import ServeOptions, create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette's client says that it would rather use another HTTP library
    from starlette.testclient import TestClient

__all__ = ["TestClient"]

BASE = "http://127.0.0.1:8000"
INGESTED = datetime(2026, 3, 1, 12, tzinfo=UTC)
TOKEN = "a-token-that-only-tests-use"  # noqa: S105 - opens nothing
REPORTS = (
    ("Lake Wire", "2024-02-06", "Government troops captured Goma from M23 rebels on Monday, 5 February 2024, the army said. "
     "The rebels denied that they had lost the town. At least 12 soldiers were killed, a spokesman said."),
    ("Hill Radio", "2024-02-07", "M23 rebels still hold Goma, residents said on Tuesday, 6 February 2024. "
     "The army said that three fighters were killed in an air strike on Sake on Tuesday."),
    ("Coast Post", "2024-02-08", "Shells hit the Sainte Odile hospital in Bukavu on Wednesday, 7 February 2024, medics said. "
     "Resident Amina Kalume, 34, said that rebels shelled the hospital from the hills. The rebels denied it."),
    ("Border Gazette", "2024-02-09", "Rebels attacked <script>alert(1)</script> Kitchanga on 8 February 2024, the governor "
     "said. Police arrested two men in Kitchanga, the ministry said. \"They fled\" & vanished, he said."),
)  # fmt: skip
HIDDEN = ("Sainte Odile", "Odile", "Kalume", "Amina")
"""Words that must not leave the room: a hospital's name, a private person's."""


@pytest.fixture(scope="session")
def entries(engine: Engine) -> tuple[Entry, ...]:
    """The reports with their records."""
    found = []
    for number, (source, day, text) in enumerate(REPORTS):
        report = Report.of(text, name=f"{number}.txt", source=source, published=parse_published(day))
        found.append(Entry(report=report, record=record_json(run(report, engine=engine))))
    return tuple(found)


@pytest.fixture
def filled(ledger_url: str, entries: tuple[Entry, ...]) -> str:
    """A ledger with all reports, on each database in turn."""
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, entries, by="test", at=INGESTED)
    return ledger_url


@pytest.fixture
def serve() -> Iterator[Callable[..., TestClient]]:
    """Serves a ledger; every app is closed at the end."""
    with ExitStack() as closing:

        def served(ledger: str | Path, **options: object) -> TestClient:
            app = create_app(ServeOptions(ledger=ledger, **options))  # type: ignore[arg-type]
            client = TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False)
            return closing.enter_context(client)

        yield served


@pytest.fixture
def client(filled: str, serve: Callable[..., TestClient]) -> TestClient:
    """Reads the filled ledger."""
    return serve(filled)


@pytest.fixture
def empty(ledger_url: str, serve: Callable[..., TestClient]) -> TestClient:
    """Reads an empty ledger."""
    open_ledger(ledger_url, write=True).close()
    return serve(ledger_url)
