"""What the ledger knew at a time: which lines of the log count, and which records were current then."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.store.chain import utc_text
from dateline.store.schema import log, superseded


def seq_at(connection: Connection, known_at: datetime | None) -> int:
    """The last line of the log at that time; of all times when None; 0 before the first."""
    lines = select(func.max(log.c.seq))
    if known_at is not None:
        lines = lines.where(log.c.at <= utc_text(known_at))
    return connection.scalar(lines) or 0


def current(record: ColumnElement[int], seq: int) -> ColumnElement[bool]:
    """Whether a record was there and not yet superseded at a line of the log; `record` is a column that holds its seq."""
    later = select(superseded.c.old).where(superseded.c.old == record, superseded.c.seq <= seq).exists()
    return (record <= seq) & ~later
