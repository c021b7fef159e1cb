"""Many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table

from dateline.store.chain import Row

CHUNK = 500
"""Values in one statement: below every database's limit on parameters."""


def rows_in(
    connection: Connection, found: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Any]:
    """The rows of a statement whose column has one of many values."""
    for chunk in _chunks(values):
        yield from connection.execute(found.where(column.in_(chunk)))


def delete_in(connection: Connection, table: Table, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    """Take the rows of a table away whose column has one of many values."""
    for chunk in _chunks(values):
        connection.execute(table.delete().where(column.in_(chunk)))


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(dict.fromkeys(values))
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows that are plain tuples in the order of the table's columns.

    In the driver's own SQL: a third of a bulk load went into making parameters by name.
    """
    if rows:
        connection.exec_driver_sql(_insertion(connection, table), list(rows))


def _insertion(connection: Connection, table: Table) -> str:
    columns = ", ".join(connection.dialect.identifier_preparer.format_column(column) for column in table.columns)
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(table.columns))
    return f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 - the names of our own schema
