"""Ledgers for the screens: empty, with one report, with many, and with one that means harm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.export import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.read import parse_published
from dateline.store import Entry, append, open_ledger
from dateline.web import ServeOptions, create_app
from tests.web.conftest import BASE, TestClient

BEGUN = datetime(2026, 3, 1, 12, tzinfo=UTC)
MORE = (
    ("River Courier", "2024-02-10", "The army said that it had retaken the town of Sake on Thursday, 8 February 2024. "
     "The M23 denied that it had lost Sake. It is not known who controls Minova, aid workers said."),
    ("Plateau Times", "2024-02-10", "M23 rebels entered Sake on Thursday, 8 February 2024, two residents said. "
     "Nine civilians were killed when shells hit Sake on Wednesday, 7 February 2024, a civil society leader said."),
    ("Delta Observer", "2024-02-11", "At least four civilians were killed when shells hit Sake on Wednesday, 7 February 2024, "
     "the army said. The army still holds Sake, its spokesman said on Saturday, 10 February 2024."),
)  # fmt: skip
HOSTILE = (
    "The army said that \"<img src=x onerror=alert(1)>\" fighters captured Goma on Monday, 5 February 2024. "
    "Colonel </bdi><script>alert(2)</script> said that rebels shelled Sake. {{ 7 * 7 }} {% raw %} "
    "Rebels in \u202eaksE\u202c said '\" onmouseover=alert(3) x=' that they hold Goma."
)  # fmt: skip


def entry(text: str, *, engine: Engine, day: str, **about: str) -> Entry:
    """A report as it is read."""
    report = replace(Report.of(text, name=f"{len(text)}.txt", published=parse_published(day)), **about)  # type: ignore[arg-type]
    return Entry(report=report, record=record_json(run(report, engine=engine)))


def ledger_of(path: Path, entries: Iterable[Entry]) -> Path:
    """A ledger into which every report came a minute after the one before."""
    with open_ledger(path, write=True) as ledger:
        for number, one in enumerate(entries):
            append(ledger, [one], by="test", at=BEGUN + timedelta(minutes=number))
    return path


@pytest.fixture(scope="session")
def more(engine: Engine) -> tuple[Entry, ...]:
    """Three more reports, which tell of one town in three ways."""
    return tuple(entry(text, engine=engine, day=day, source=source) for source, day, text in MORE)


@pytest.fixture(scope="session")
def hostile_entry(engine: Engine) -> Entry:
    """A report whose words, name, publisher, title and address all try to be markup."""
    return entry(
        HOSTILE,
        engine=engine,
        day="2024-02-06",
        name="<b>x</b>\" onload='alert(4)'.txt",
        source="<svg onload=alert(5)> Wire",
        title="</title><script>alert(6)</script>",
        url="javascript:alert(7)//https://example.org/",
    )


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., TestClient]]:
    """Serves entries for reading; the screens change nothing, so that all tests may share an app."""
    with ExitStack() as closing:

        def client(*entries: Entry, **options: object) -> TestClient:
            ledger = ledger_of(tmp_path_factory.mktemp("served") / "desk.ledger", entries)
            app = create_app(ServeOptions(ledger=ledger, **options))  # type: ignore[arg-type]
            made = TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False)
            return closing.enter_context(made)

        yield client


@pytest.fixture(scope="session")
def none(served: Callable[..., TestClient]) -> TestClient:
    """Serves an empty ledger."""
    return served()


@pytest.fixture(scope="session")
def one(served: Callable[..., TestClient], entries: tuple[Entry, ...]) -> TestClient:
    """Serves a ledger with one report."""
    return served(entries[0])


@pytest.fixture(scope="session")
def many(served: Callable[..., TestClient], entries: tuple[Entry, ...], more: tuple[Entry, ...]) -> TestClient:
    """Serves a ledger with all reports that mean no harm."""
    return served(*entries, *more)


@pytest.fixture(scope="session")
def hostile(served: Callable[..., TestClient], more: tuple[Entry, ...], hostile_entry: Entry) -> TestClient:
    """Serves a ledger with a report that means harm among others."""
    return served(hostile_entry, *more)
