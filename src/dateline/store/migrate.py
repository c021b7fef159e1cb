"""Bringing a ledger that an older Dateline wrote to today's schema: forward only, all steps or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from dateline.errors import LedgerDamaged, LedgerSchema
from dateline.store.backend import Backend
from dateline.store.chain import utc_text
from dateline.store.derived_schema import make_derived
from dateline.store.schema import SCHEMA, schemas

Migration = Callable[[Connection], None]

MIGRATIONS: tuple[Migration, ...] = (make_derived,)
"""The step at position n leads from schema n + 1 to the next. Steps add columns or tables; kept rows stay as they are."""


def migrate(
    backend: Backend, *, write: bool, migrations: Sequence[Migration] = MIGRATIONS, schema: int = SCHEMA
) -> None:
    """Take the steps that are missing, in one transaction.

    Raises LedgerSchema for a newer ledger, and for an older one that may not be written; LedgerDamaged for a database
    that is no ledger.
    """
    with backend.reading() as connection:
        version = _version(connection, backend.where)
    if version > schema:
        why = f"it has schema {version}, this Dateline knows schemas up to {schema}: use a newer Dateline"
        raise LedgerSchema(f"{backend.where}: {why}")
    if version == schema:
        return
    if not write:
        why = f"it has schema {version}, this Dateline reads {schema}: open it once for writing to bring it up"
        raise LedgerSchema(f"{backend.where}: {why}")
    with backend.writing() as connection:
        for step in range(_version(connection, backend.where), schema):
            migrations[step - 1](connection)
            connection.execute(schemas.insert(), {"version": step + 1, "at": utc_text(datetime.now(UTC))})


def _version(connection: Connection, where: str) -> int:
    if not connection.dialect.has_table(connection, schemas.name):
        raise LedgerDamaged(f"{where} is a database, but not a ledger: it has no table `{schemas.name}`")
    version = connection.scalar(select(func.max(schemas.c.version)))
    if version is None:
        raise LedgerDamaged(f"{where} does not say which schema it has")
    return int(version)
