"""Looking actors and places up: by id, and by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, select

from dateline.model.ledger import LedgerEntity
from dateline.store.known import current, seq_at
from dateline.store.ledger import Ledger
from dateline.store.schema import entities
from dateline.store.values import entity_value

_CHUNK = 500
"""Ids in one statement: below every database's limit on parameters."""


def find_entities(
    ledger: Ledger, ids: Iterable[str] | None = None, *, known_at: datetime | None = None
) -> Mapping[str, LedgerEntity]:
    """The actors and places with these ids (all without ids), as the records known at a time describe them together."""
    if ids is None:
        return MappingProxyType(_found(ledger, None, known_at))
    rest, found = iter(dict.fromkeys(ids)), dict[str, LedgerEntity]()
    while chunk := list(islice(rest, _CHUNK)):
        found.update(_found(ledger, entities.c.id.in_(chunk), known_at))
    return MappingProxyType(found)


def entities_at(connection: Connection, names: Iterable[str], seq: int) -> dict[str, LedgerEntity]:
    """The actors and places with these ids, as the records current at a line of the log describe them together."""
    rest, found = iter(dict.fromkeys(names)), dict[str, LedgerEntity]()
    while chunk := list(islice(rest, _CHUNK)):
        found.update(_described(connection, entities.c.id.in_(chunk), seq))
    return found


def _found(ledger: Ledger, wanted: ColumnElement[bool] | None, known_at: datetime | None) -> dict[str, LedgerEntity]:
    with ledger.backend.reading() as connection:
        return _described(connection, wanted, seq_at(connection, known_at))


def _described(connection: Connection, wanted: ColumnElement[bool] | None, seq: int) -> dict[str, LedgerEntity]:
    found: dict[str, LedgerEntity] = {}
    rows = select(entities).where(current(entities.c.seq, seq))
    if wanted is not None:
        rows = rows.where(wanted)
    for row in connection.execute(rows.order_by(entities.c.seq, entities.c.n)).mappings():
        found[row["id"]] = entity_value(row["id"], row["body"], before=found.get(row["id"]))
    return found
