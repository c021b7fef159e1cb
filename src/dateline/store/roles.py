"""Who may do what with a ledger on PostgreSQL: the database itself refuses the rest.

A reader reads. A coder adds reports, a reviewer judgements; each reads as well, and leaves derived rows current, which
can be made anew from what is kept at any time. Migrating and redacting is for whoever owns the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from dateline.errors import UsageError
from dateline.store.derived_schema import DERIVED
from dateline.store.ledger import Ledger
from dateline.store.schema import ROWS, judgements, log

ROLES = ("reader", "coder", "reviewer")
_PREFIX = re.compile(r"[a-z][a-z0-9_]{0,40}")
_ADDED = {
    "coder": (log.name, *(table.name for table in ROWS if table is not judgements), "report_words"),
    "reviewer": (log.name, judgements.name),
}
"""The tables that each may add rows to; nobody may change or take away what is kept."""


def share(ledger: Ledger, *, prefix: str = "dateline", dry_run: bool = False) -> tuple[str, ...]:
    """Make the roles `PREFIX_reader`, `PREFIX_coder` and `PREFIX_reviewer` for this ledger, and say by which SQL.

    They cannot log in: grant them to those who can. Doing it again changes nothing. Raises UsageError for a ledger in
    a file and for a prefix that is no plain word; LedgerReadOnly where this role may not make roles.
    """
    if _PREFIX.fullmatch(prefix) is None:
        raise UsageError(f"{prefix!r} cannot begin the name of a role: use a-z, 0-9 and _, a letter first")
    ledger.require_write()
    with ledger.backend.writing() as connection:
        if connection.dialect.name != "postgresql":
            raise UsageError(
                f"{ledger.where} is a file, and knows no roles: the rights of the file say who may do what"
            )
        told = tuple(_statements(connection, prefix))
        for sql in () if dry_run else told:
            connection.execute(text(sql))
    return told


def _statements(connection: Connection, prefix: str) -> Iterator[str]:
    """Roles belong to the whole server: those that another ledger made are used."""
    there = frozenset(connection.scalars(text("SELECT rolname FROM pg_roles")))
    names = {role: f"{prefix}_{role}" for role in ROLES}
    yield from (f"CREATE ROLE {name} NOLOGIN" for name in names.values() if name not in there)
    preparer = connection.dialect.identifier_preparer
    schema = preparer.quote(str(connection.scalar(text("SELECT current_schema()"))))
    reader = names["reader"]
    yield f"GRANT USAGE ON SCHEMA {schema} TO {reader}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {reader}"
    yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO {reader}"
    derived = ", ".join(f"{schema}.{table.name}" for table in DERIVED)
    for role, tables in _ADDED.items():
        yield f"GRANT {reader} TO {names[role]}"
        yield f"GRANT INSERT ON {', '.join(f'{schema}.{table}' for table in tables)} TO {names[role]}"
        yield f"GRANT INSERT, UPDATE, DELETE ON {derived} TO {names[role]}"
