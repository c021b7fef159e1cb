"""Reading the log, and proving that nothing that it vouches for was changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, func, select

from dateline.errors import LedgerDamaged
from dateline.model.ledger import Action, LogEntry
from dateline.store.chain import GENESIS, Row, digest, line_hash, log_entry
from dateline.store.known import streamed
from dateline.store.ledger import Ledger
from dateline.store.schema import KEPT, ROWS
from dateline.store.schema import log as log_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Whether the ledger is as its log says; else at which line it first is not, and why.

    `head` is the last line's hash: kept elsewhere, it proves later that no lines were cut off the end.
    """

    ok: bool
    entries: int
    broken_at: int | None = None
    why: str = ""
    head: str = GENESIS


def log(ledger: Ledger, *, since: int = 0, action: Action | None = None) -> Iterator[LogEntry]:
    """The lines of the log after line `since`, or those of them that tell of one kind of act."""
    with ledger.backend.reading() as connection:
        lines = select(log_table).where(log_table.c.seq > since).order_by(log_table.c.seq)
        lines = lines.where(log_table.c.action == action) if action else lines
        with streamed(connection, lines) as rows:
            for row in rows.mappings():
                yield log_entry(dict(row))


def readers(ledger: Ledger) -> dict[str, str]:
    """By report, the edition of the rules that read it last; "" where the record does not say."""
    found: dict[str, str] = {}
    with ledger.backend.reading() as connection:
        lines = select(log_table.c.subject, log_table.c.payload).order_by(log_table.c.seq)
        with streamed(connection, lines.where(log_table.c.action.in_(("ingest", "reread")))) as rows:
            for row in rows:
                found[row.subject] = json.loads(row.payload).get("reader") or ""
    return found


def counts(ledger: Ledger) -> dict[str, int]:
    """How many rows each kept table has, superseded ones among them."""
    with ledger.backend.reading() as connection:
        return {t.name: connection.scalar(select(func.count()).select_from(t)) or 0 for t in KEPT}


def verify(ledger: Ledger) -> Audit:
    """Recompute every hash of the log and of the rows that it vouches for; reads the whole ledger once.

    Finds every row or line that was changed, added or taken away, except lines (with their rows) cut off the end: for
    these compare `head` with one that was kept elsewhere.
    """
    try:
        with ledger.backend.reading() as connection, ExitStack() as stack:
            streams = [stack.enter_context(streamed(connection, select(t).order_by(t.c.seq))) for t in ROWS]
            lines = stack.enter_context(streamed(connection, select(log_table).order_by(log_table.c.seq)))
            runs = [_Run(table, stream) for table, stream in zip(ROWS, streams, strict=True)]
            audit = _chained(lines.mappings(), runs, _redactions(connection))
            return replace(audit, ok=not (why := _outside(connection, ledger)), why=why) if audit.ok else audit
    except LedgerDamaged as error:
        return Audit(ok=False, entries=0, why=str(error))


@dataclass(frozen=True, slots=True)
class _Redactions:
    """What redactions changed: by line, the digests of its rows from the first to today's, and its hash without reason."""

    digests: Mapping[int, tuple[str, ...]]
    reasons: Mapping[int, str]

    def now(self, seq: int, vouched: str) -> str:
        """The digest that the rows of a line must have today; empty where a redaction did not begin with what was."""
        chain = self.digests.get(seq, (vouched, vouched))
        linked = all(one == other for one, other in zip(chain[1::2], chain[2::2], strict=False))
        return chain[-1] if chain[0] == vouched and linked else ""


def _redactions(connection: Connection) -> _Redactions:
    digests: dict[int, tuple[str, ...]] = {}
    reasons: dict[int, str] = {}
    lines = select(log_table.c.payload).where(log_table.c.action == "redact").order_by(log_table.c.seq)
    for payload in connection.scalars(lines):
        found = json.loads(payload)
        for seq, pair in found.get("redacted", {}).items():
            digests[int(seq)] = (*digests.get(int(seq), ()), *pair)
        reasons.update((int(seq), without) for seq, without in found["note"].get("reasons", {}).items())
    return _Redactions(digests, reasons)


def _chained(lines: Iterable[RowMapping], runs: Sequence[_Run], redactions: _Redactions) -> Audit:
    before, seq = GENESIS, 0
    for line in lines:
        why = _wrong(line, before, seq + 1, redactions) or _stray(runs, seq + 1)
        found = digest({run.table.name: run.take(seq + 1) for run in runs}) if not why else ""
        if not why and found != redactions.now(seq + 1, _vouched(line)):
            why = "the rows that this line brought are not those that it vouches for"
        if why:
            return Audit(ok=False, entries=seq, broken_at=seq + 1, why=why, head=before)
        before, seq = line["hash"], seq + 1
    why = _stray(runs, None)
    return Audit(ok=not why, entries=seq, why=why, head=before)


def _wrong(line: Any, before: str, seq: int, redactions: _Redactions) -> str:
    if line["seq"] != seq:
        return f"line {seq} of the log is missing"
    if line["before"] != before:
        return "it does not follow the line before"
    found = line_hash(dict(line))
    return "" if found in (line["hash"], redactions.reasons.get(seq)) else "its hash is not that of its fields"


def _vouched(line: Any) -> str:
    return str(json.loads(line["payload"]).get("rows", ""))


def _stray(runs: Sequence[_Run], seq: int | None) -> str:
    """Rows that no line brought: they would come before the next line's, or after the last one's."""
    for run in runs:
        if run.row is not None and (seq is None or run.at < seq):
            return f"table {run.table.name} has a row of line {run.at}, which the log does not have"
    return ""


def _outside(connection: Connection, ledger: Ledger) -> str:
    """What is wrong beside the rows."""
    unguarded = sorted({t.name for t in KEPT} - ledger.backend.guards(connection))
    if unguarded:
        return f"tables may be changed, their triggers are gone: {', '.join(unguarded)}"
    return ledger.backend.sealed(connection)


class _Run:
    """The rows of one table in the order of the log, taken line by line."""

    def __init__(self, table: Table, rows: Iterable[Any]) -> None:
        self.table = table
        self._position = list(table.columns.keys()).index("seq")
        self._rows = iter(rows)
        self.row: Row | None = next(self._rows, None)

    @property
    def at(self) -> int:
        """The line that brought the next row."""
        return int(self.row[self._position]) if self.row is not None else 0

    def take(self, seq: int) -> list[Row]:
        """The rows of one line."""
        taken: list[Row] = []
        while self.row is not None and self.at == seq:
            taken.append(tuple(self.row))
            self.row = next(self._rows, None)
        return taken
