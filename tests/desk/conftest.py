"""A small case of three reports, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.export import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.read import parse_published
from dateline.store import Entry, Ledger, append, open_ledger

CASE = (
    (
        "Lake Wire",
        "Government troops captured Goma from M23 rebels on Monday, 5 February 2024, the army said. "
        "Shelling killed 12 civilians in Sake on Tuesday, a hospital official said.",
    ),
    (
        "Hill Radio",
        "M23 rebels said their fighters still held Goma on Tuesday, 6 February 2024. "
        "Government troops attacked Sake on Tuesday, the rebels said.",
    ),
    ("North Post", "Fighters of the M23 captured Kitshanga on Sunday, 4 February 2024, residents said."),
)


@pytest.fixture(scope="session")
def entries(engine: Engine) -> tuple[Entry, ...]:
    """The reports, read."""
    published = parse_published("2024-02-07")
    reports = (Report.of(text, source=source, published=published) for source, text in CASE)
    return tuple(Entry(report=report, record=record_json(run(report, engine=engine))) for report in reports)


@pytest.fixture
def ledger(ledger_url: str, entries: tuple[Entry, ...]) -> Iterator[Ledger]:
    """The case in a ledger that may be written."""
    with open_ledger(ledger_url, write=True) as opened:
        append(opened, entries, by="test")
        yield opened
