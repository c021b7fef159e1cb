"""Reading what the ledger knew at a time: which lines of the log count, and which records were current then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, CursorResult, Select, func, select

from dateline.errors import UsageError
from dateline.store.chain import utc_text
from dateline.store.schema import log, superseded

_FETCH = 500

NOW = 2**62
"""A line that no log will ever reach: all that is known by now."""


def seq_at(connection: Connection, known_at: datetime | None) -> int:
    """The last line of the log at that time (0 before the first); for None a line after all there are."""
    if known_at is None:
        return NOW
    require_zone(known_at)
    return connection.scalar(select(func.max(log.c.seq)).where(log.c.at <= utc_text(known_at))) or 0


def require_zone(known_at: datetime) -> None:
    """Raise UsageError for a time that could be any of twenty-four."""
    if known_at.tzinfo is None:
        raise UsageError(f"the recorded time {known_at} needs a time zone")


def current(record: ColumnElement[int], seq: int | BindParameter[int]) -> ColumnElement[bool]:
    """Whether a record was there and not yet superseded at a line of the log; `record` is a column that holds its seq."""
    later = select(superseded.c.old).where(superseded.c.old == record, superseded.c.seq <= seq).exists()
    return (record <= seq) & ~later


def streamed(
    connection: Connection, statement: Select[Any], given: Mapping[str, Any] | None = None
) -> CursorResult[Any]:
    """The rows of a statement, fetched some hundred at a time; close it, or use it in a `with`."""
    return connection.execute(statement, given, execution_options={"yield_per": _FETCH})
