"""What reviewers look up: judgements, the words of one report, and where it names whom."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import func, select

from dateline.model.ledger import Judgement
from dateline.store.known import current, seq_at
from dateline.store.ledger import Ledger
from dateline.store.schema import claims, judgements, log, mentions, records, reports
from dateline.store.values import judgement_value
from dateline.store.words import restored


def judgements_of(ledger: Ledger, *, known_at: datetime | None = None) -> tuple[Judgement, ...]:
    """All judgements as known at a time, undone ones among them, in the order of the log."""
    with ledger.backend.reading() as connection:
        rows = select(judgements).where(judgements.c.seq <= seq_at(connection, known_at)).order_by(judgements.c.seq)
        return tuple(judgement_value(row) for row in connection.execute(rows).mappings())


def judgements_since(ledger: Ledger, line: int) -> tuple[tuple[Judgement, ...], int, bool]:
    """The judgements after a line of the log, the log's last line, and whether these are all of them, read anew.

    A redaction takes words out of rows that somebody may have read before: after one, all are read.
    """
    with ledger.backend.reading() as connection:
        last = connection.scalar(select(func.max(log.c.seq))) or 0
        redacted = select(func.count()).where(log.c.seq > line, log.c.action == "redact")
        after = 0 if last > line and connection.scalar(redacted) else line
        rows = select(judgements).where(judgements.c.seq > after).order_by(judgements.c.seq)
        return tuple(judgement_value(row) for row in connection.execute(rows).mappings()), last, not after


def judgement_of(ledger: Ledger, judgement: str) -> Judgement | None:
    """One judgement; None where the ledger holds none of that id."""
    with ledger.backend.reading() as connection:
        row = connection.execute(select(judgements).where(judgements.c.id == judgement)).mappings().first()
        return judgement_value(row) if row is not None else None


def text_of(ledger: Ledger, report: str) -> str | None:
    """The text of a report; None where the ledger holds none of that id."""
    with ledger.backend.reading() as connection:
        row = connection.execute(select(reports.c.text, reports.c.odd).where(reports.c.id == report)).first()
        return restored(row.text, json.loads(row.odd)) if row is not None else None


def mentions_of(ledger: Ledger, report: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Where the current record of a report names each actor and place, in code points."""
    with ledger.backend.reading() as connection:
        rows = (
            select(mentions.c.ref, mentions.c.start, mentions.c.end)
            .join(records, records.c.seq == mentions.c.seq)
            .join(reports, reports.c.seq == records.c.report)
            .where(
                reports.c.id == report, mentions.c.ref.is_not(None), current(records.c.seq, seq_at(connection, None))
            )
            .order_by(mentions.c.start)
        )
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for ref, start, end in connection.execute(rows):
            found[ref] = (*found.get(ref, ()), (start, end))
        return found


def count_claims(ledger: Ledger) -> int:
    """How many claims the current records have."""
    with ledger.backend.reading() as connection:
        found = select(func.count()).select_from(claims).where(current(claims.c.seq, seq_at(connection, None)))
        return connection.scalar(found) or 0
