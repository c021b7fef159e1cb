"""What a database complains of, said as our own errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from dateline.errors import LedgerDamaged, LedgerError, LedgerFull, LedgerLocked, LedgerReadOnly

_SQLITE: tuple[tuple[tuple[str, ...], type[LedgerError], str], ...] = (
    (("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE"),
     LedgerFull, "no room is left to write it (a full disk, or a limit on the size of files)"),
    (("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN"), LedgerReadOnly, "it or its folder may not be written"),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ", "SQLITE_FORMAT"),
     LedgerDamaged, "it is truncated, overwritten or no ledger: bring back a copy and run `dateline audit verify`"),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), LedgerLocked, "another program holds it: end that program"),
)  # fmt: skip

_POSTGRES: tuple[tuple[tuple[str, ...], type[LedgerError], str], ...] = (
    (("53100",), LedgerFull, "no room is left on the server's disk"),
    (("25006", "42501"), LedgerReadOnly, "this role may not write it"),
    (("XX001", "XX002", "42P01", "42703"), LedgerDamaged, "its tables are damaged or not all there"),
    (("55P03", "57014"), LedgerLocked, "another writer holds it: wait for it, or end it"),
)
"""SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html."""


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Raise LedgerError, or the narrower error that fits, for whatever the database raises; `where` names the ledger."""
    try:
        yield
    except DBAPIError as error:
        raise _ours(error.orig or error, where) from error
    except sqlite3.Error as error:
        raise _ours(error, where) from error


def _ours(error: BaseException, where: str) -> LedgerError:
    name = getattr(error, "sqlite_errorname", None)
    state = getattr(error, "sqlstate", None)
    for prefixes, kind, why in _SQLITE if name else _POSTGRES:
        if (name or state or "").startswith(prefixes):
            return kind(f"{where}: {why} ({error})")
    return LedgerError(f"{where}: {error}")
