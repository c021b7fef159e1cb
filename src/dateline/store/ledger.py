"""Opening a ledger."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from dateline.errors import LedgerMissing, LedgerReadOnly
from dateline.store.backend import Backend
from dateline.store.migrate import migrate
from dateline.store.postgres import PostgresBackend
from dateline.store.sqlite import SQLiteBackend

WRITER_PATIENCE_S = 30.0
"""How long a writer waits for another one."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger; threads may share it, forked processes must each open their own."""

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

    `timeout` is how many seconds a write waits for another writer. Raises LedgerMissing where there is none to read,
    LedgerSchema where a newer Dateline wrote it (or an older, and we may not write), LedgerDamaged where something else or half of one is there.
    """
    backend = backend_of(where, timeout=timeout)
    with ExitStack() as unless_opened:
        unless_opened.callback(backend.close)
        if not backend.exists():
            if not write:
                raise LedgerMissing(f"{backend.where}: there is no ledger yet; `dateline ingest` makes one")
            backend.create()
        migrate(backend, write=write)
        unless_opened.pop_all()
    return Ledger(backend, write)


def backend_of(where: str | Path, *, timeout: float) -> Backend:
    """The database that an address or path means."""
    address = str(where)
    if address.startswith(("postgresql://", "postgres://")):
        return PostgresBackend(address, timeout=timeout)
    return SQLiteBackend(Path(where), timeout=timeout)
