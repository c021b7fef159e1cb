"""Reading what the ledger knew at a time: which lines of the log count, and which records were current then."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, CursorResult, Select, func, select

from dateline.store.chain import utc_text
from dateline.store.schema import log, superseded

_FETCH = 500


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


def streamed(connection: Connection, statement: Select[Any]) -> CursorResult[Any]:
    """The rows of a statement, fetched some hundred at a time; close it, or use it in a `with`."""
    return connection.execute(statement, execution_options={"yield_per": _FETCH})
