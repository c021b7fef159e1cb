"""Taking words that were deleted out of the database's files, as far as a client can."""

from __future__ import annotations

from dateline.store.backend import Backend
from dateline.store.postgres import PostgresBackend
from dateline.store.sqlite import SQLiteBackend


def shred(backend: Backend) -> None:
    """Empty SQLite's write-ahead log, and have PostgreSQL take the old versions of rows away.

    Copies, backups and the server's own logs are not ours. A reader of an older state keeps SQLite's log as it is until
    the next redaction or write after that reader is gone.
    """
    if isinstance(backend, SQLiteBackend):
        backend.truncate_log()
    elif isinstance(backend, PostgresBackend):
        backend.vacuum()
