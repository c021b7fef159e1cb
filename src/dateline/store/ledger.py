"""Opening a ledger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, func, select

from dateline.errors import LedgerDamaged, LedgerError, LedgerReadOnly, LedgerSchema
from dateline.store.backend import Backend
from dateline.store.postgres import PostgresBackend
from dateline.store.schema import SCHEMA, schemas
from dateline.store.sqlite import SQLiteBackend

WRITER_PATIENCE_S = 30.0
"""How long a writer waits for another one."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger; it holds no connection between two calls, so it may be shared by threads."""

    backend: Backend
    write: bool = False

    @property
    def where(self) -> str:
        """The ledger as messages name it."""
        return self.backend.where

    def require_write(self) -> None:
        """Raise LedgerReadOnly unless the ledger was opened for writing."""
        if not self.write:
            raise LedgerReadOnly(f"{self.where} was opened for reading only")

    def close(self) -> None:
        """Let go of everything that is open."""
        self.backend.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_ledger(where: str | Path, *, write: bool = False, timeout: float = WRITER_PATIENCE_S) -> Ledger:
    """Open the ledger in a SQLite file or at a `postgresql://…` address; with `write`, make it where there is none.

    `timeout` is how many seconds a write waits for another writer. Raises LedgerError where there is none to read,
    LedgerSchema where another version wrote it, LedgerDamaged where something else or half of one is there.
    """
    backend = backend_of(where, timeout=timeout)
    if not backend.exists():
        if not write:
            raise LedgerError(f"{backend.where}: there is no ledger yet; `dateline ingest` makes one")
        backend.create()
    with backend.reading() as connection:
        _require_schema(connection, backend.where)
    return Ledger(backend, write)


def backend_of(where: str | Path, *, timeout: float) -> Backend:
    """The database that an address or path means."""
    address = str(where)
    if address.startswith(("postgresql://", "postgres://")):
        return PostgresBackend(address, timeout=timeout)
    return SQLiteBackend(Path(where), timeout=timeout)


def _require_schema(connection: Connection, where: str) -> None:
    if not connection.dialect.has_table(connection, schemas.name):
        raise LedgerDamaged(f"{where} is a database, but not a ledger: it has no table `{schemas.name}`")
    version = connection.scalar(select(func.max(schemas.c.version)))
    if version is None:
        raise LedgerDamaged(f"{where} does not say which schema it has")
    if version > SCHEMA:
        why = f"it has schema {version}, this Dateline knows schemas up to {SCHEMA}: use a newer Dateline"
        raise LedgerSchema(f"{where}: {why}")
