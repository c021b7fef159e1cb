"""Reports with their whole records, one after the other, as they came in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from dateline.model.text import Report
from dateline.store.append import REDACTED
from dateline.store.known import current, seq_at, streamed
from dateline.store.ledger import Ledger
from dateline.store.rows import Entry, record_of
from dateline.store.schema import records, reports
from dateline.store.values import time_range
from dateline.store.words import restored


def entries(ledger: Ledger, *, known_at: datetime | None = None) -> Iterator[Entry]:
    """The current records as known at a time, in the order of the log; redacted reports are left out.

    What is left of a redacted report is no longer what its id says.
    """
    with ledger.backend.reading() as connection:
        found = (
            select(reports.c.text, reports.c.odd, reports.c.given, records.c.head, records.c.body)
            .join(records, records.c.report == reports.c.seq)
            .where(current(records.c.seq, seq_at(connection, known_at)))
            .order_by(records.c.seq)
        )
        with streamed(connection, found) as rows:
            for row in rows:
                if REDACTED not in row.given:
                    text = restored(row.text, json.loads(row.odd))
                    yield Entry(report=report_of(text, json.loads(row.given)), record=record_of(row.head, row.body))


def report_of(text: str, given: dict[str, object]) -> Report:
    """The report of a text and what was given with it; raises TypeError or ValueError for other things."""
    published = given.pop("published")
    when = time_range(*published) if published else None  # type: ignore[misc]
    return Report(text=text, published=when, **given)  # type: ignore[arg-type]
