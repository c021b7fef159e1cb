"""The last line of the log: everything that the ledger knows hangs on its hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from dateline.store.chain import GENESIS
from dateline.store.known import seq_at
from dateline.store.ledger import Ledger
from dateline.store.schema import log

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A line of the log: its number, hash and time (UTC); line 0 stands for an empty log."""

    seq: int
    hash: str
    at: datetime


def head_of(ledger: Ledger, *, known_at: datetime | None = None) -> Head:
    """The last line of the log, or the last one of a time."""
    with ledger.backend.reading() as connection:
        seq = seq_at(connection, known_at)
        line = select(log.c.seq, log.c.hash, log.c.at).where(log.c.seq <= seq).order_by(log.c.seq.desc()).limit(1)
        row = connection.execute(line).first()
        return Head(seq=row.seq, hash=row.hash, at=datetime.fromisoformat(row.at)) if row else _EMPTY


def first_of(ledger: Ledger) -> Head:
    """The first line of the log, which never changes once there is one."""
    with ledger.backend.reading() as connection:
        row = connection.execute(select(log.c.seq, log.c.hash, log.c.at).order_by(log.c.seq).limit(1)).first()
        return Head(seq=row.seq, hash=row.hash, at=datetime.fromisoformat(row.at)) if row else _EMPTY


_EMPTY = Head(seq=0, hash=GENESIS, at=_EPOCH)
