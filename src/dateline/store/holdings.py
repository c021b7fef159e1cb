"""Everything that the ledger holds, as known at one time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from dateline.model.ledger import Holdings, Judgement, LedgerEntity
from dateline.store.bulk import rows_in
from dateline.store.known import current, seq_at
from dateline.store.ledger import Ledger
from dateline.store.rows import record_of
from dateline.store.schema import entities, judgements, log, records, reports
from dateline.store.values import (
    CLAIM,
    CONTROL,
    Reader,
    entity_value,
    judgement_value,
    report_value,
    stamp,
)
from dateline.store.words import restored


def holdings(ledger: Ledger, *, known_at: datetime | None = None) -> Holdings:
    """What the ledger knew at a time (default: all it knows), in the order in which it came to know it.

    Superseded records are left out, judgements that were undone are not: undoing is theirs who apply judgements.
    """
    with ledger.backend.reading() as connection:
        return holdings_at(connection, seq_at(connection, known_at))


def holdings_at(connection: Connection, seq: int) -> Holdings:
    """What the ledger knew at a line of its log."""
    found = connection.execute(current_reports(seq)).mappings().all()
    reader = Reader()
    of = {row["seq"]: (row["report_id"], stamp(row)) for row in found}
    return Holdings(
        reports=tuple(report_value(row) for row in found),
        texts=_texts(connection, [row["report"] for row in found]),
        claims=tuple(reader.claim(row, *of[row[0]]) for row in _current(connection, CLAIM, seq)),
        control=tuple(reader.control(row, *of[row[0]]) for row in _current(connection, CONTROL, seq)),
        entities=_entities(connection, seq),
        judgements=_judgements(connection, seq),
    )


def record(ledger: Ledger, report: str, *, known_at: datetime | None = None) -> dict[str, Any] | None:
    """The whole record of a report as known at a time; None when the report was not known."""
    with ledger.backend.reading() as connection:
        where = (reports.c.id == report) & current(records.c.seq, seq_at(connection, known_at))
        found = select(records.c.head, records.c.body).join(reports, reports.c.seq == records.c.report).where(where)
        row = connection.execute(found).first()
        return record_of(row.head, row.body) if row is not None else None


def report_names(ledger: Ledger, names: Iterable[str], *, known_at: datetime | None = None) -> dict[str, str]:
    """The file names of these reports as known at a time, by report id."""
    with ledger.backend.reading() as connection:
        found = current_reports(seq_at(connection, known_at))
        rows = rows_in(connection, found, reports.c.id, names)
        return {row.report_id: report_value(row._mapping).name for row in rows}


def current_reports(seq: int) -> Select[Any]:
    """The records current at a line of the log, with their reports and log lines."""
    return (
        select(
            records.c.seq,
            records.c.report,
            records.c.publisher,
            records.c.head,
            reports.c.id.label("report_id"),
            log.c.at.label("logged_at"),
            log.c.by.label("logged_by"),
        )
        .join(reports, reports.c.seq == records.c.report)
        .join(log, log.c.seq == records.c.seq)
        .where(current(records.c.seq, seq))
        .order_by(records.c.seq)
    )


def _texts(connection: Connection, wanted: Iterable[int]) -> Mapping[str, str]:
    keys = frozenset(wanted)
    rows = connection.execute(select(reports.c.seq, reports.c.id, reports.c.text, reports.c.odd))
    return MappingProxyType({row.id: restored(row.text, json.loads(row.odd)) for row in rows if row.seq in keys})


def _current(connection: Connection, columns: Sequence[Column[Any]], seq: int) -> Iterable[Sequence[Any]]:
    """The rows of current records, in the order of the log; the first two columns are that order."""
    rows = select(*columns).where(current(columns[0], seq)).order_by(*columns[:2])
    return connection.execute(rows)


def _entities(connection: Connection, seq: int) -> Mapping[str, LedgerEntity]:
    """Most reports describe what they name as another did before; then nothing is new."""
    found: dict[str, LedgerEntity] = {}
    newest: dict[str, str] = {}
    for _, _, key, body in _current(connection, tuple(entities.c), seq):
        if newest.get(key) == body:
            continue
        newest[key] = body
        found[key] = entity_value(key, body, before=found.get(key))
    return MappingProxyType(found)


def _judgements(connection: Connection, seq: int) -> tuple[Judgement, ...]:
    rows = select(judgements).where(judgements.c.seq <= seq).order_by(judgements.c.seq)
    return tuple(judgement_value(row) for row in connection.execute(rows).mappings())
