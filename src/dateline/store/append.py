"""Writing: reports with their records, and judgements. Nothing is ever changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from dateline.errors import UsageError
from dateline.model.ledger import Action, Judgement
from dateline.store.backend import Backend
from dateline.store.bulk import insert_rows
from dateline.store.chain import GENESIS, Row, canonical, digest, line_hash, utc_text
from dateline.store.ledger import Ledger
from dateline.store.rows import Entry, layer_rows, record_content, record_id, record_row, report_row
from dateline.store.schema import ROWS, judgements, log, records, reports, superseded
from dateline.store.words import report_words, storable

REDACTED = '"redacted":true'
"""What stands in `reports.given` of a report whose words were taken out; no other part of that JSON can be so."""

_CHUNK = 200
"""Reports whose rows are held in memory before they go to the database; the transaction is the whole batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What a batch brought: records that are new, records that were known, and the last line of the log."""

    new: int
    known: int
    seq: int


def append(
    ledger: Ledger, items: Iterable[Entry], *, by: str, at: datetime | None = None, reason: str = ""
) -> Appended:
    """Add reports with their records in one transaction: when this returns, all are on the disk, or none on an error.

    What is known already is skipped. Another record of a known report (a newer extractor's) supersedes the one before,
    which stays. `at` must bear a zone and not lie before the log's last line; default: now. Raises UsageError where a
    record is not of its report.
    """
    ledger.require_write()
    new = known = 0
    rest = iter(items)
    with ledger.backend.writing() as connection:
        writer = _Writer(connection, ledger.backend, _Signature(by=by, at=at, reason=reason))
        while chunk := list(islice(rest, _CHUNK)):
            added = writer.add(chunk)
            new, known = new + added, known + len(chunk) - added
        return Appended(new=new, known=known, seq=writer.seq)


def new_among(ledger: Ledger, items: Sequence[Entry]) -> int:
    """How many records `append` would add; it writes nothing."""
    ids = [record_id(_checked(entry)) for entry in items]
    with ledger.backend.reading() as connection:
        return len(set(ids) - _known(connection, items, ids))


def judge(ledger: Ledger, judgement: Judgement, *, at: datetime | None = None, logged_by: str | None = None) -> int:
    """Add a judgement and return its line of the log; one that is known already changes nothing.

    `at` is when the ledger learned of it (default: now), `judgement.at` when it was made; `logged_by` is who brought it
    in, where that is not who made it.
    """
    ledger.require_write()
    with ledger.backend.writing() as connection:
        known = connection.scalar(select(judgements.c.seq).where(judgements.c.id == judgement.id))
        if known is not None:
            return int(known)
        signature = _Signature(by=logged_by or judgement.by, at=at, reason=judgement.reason)
        return _Writer(connection, ledger.backend, signature).judge(judgement)


def note(ledger: Ledger, action: Action, subject: str, *, by: str, reason: str = "", payload: Any = None) -> int:
    """Add a line to the log that brings no rows (a freeze, a publication) and return its number."""
    ledger.require_write()
    with ledger.backend.writing() as connection:
        writer = _Writer(connection, ledger.backend, _Signature(by=by, at=None, reason=reason))
        writer.log(action, subject, {"note": payload, "rows": digest({})})
        writer.flush()
        return writer.seq


def line_of(
    connection: Connection, backend: Backend, line: tuple[Action, str, Mapping[str, Any]], *, by: str, reason: str
) -> int:
    """Add a line (action, subject, payload) to the log within a transaction that is under way; its number."""
    writer = _Writer(connection, backend, _Signature(by=by, at=None, reason=reason))
    writer.log(*line)
    writer.flush()
    return writer.seq


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signature:
    by: str
    at: datetime | None
    reason: str

    def __post_init__(self) -> None:
        for words in (self.by, self.reason):
            if storable(words)[1]:
                raise UsageError("a name or reason with NUL or lone surrogates cannot be kept")
        if self.at is not None and self.at.tzinfo is None:
            raise UsageError(f"the recorded time {self.at} needs a time zone")


class _Writer:
    """One transaction: continues the log's chain and collects rows until they are flushed."""

    def __init__(self, connection: Connection, backend: Backend, signature: _Signature) -> None:
        self._connection = connection
        self._backend = backend
        self._signature = signature
        last = connection.execute(select(log.c.seq, log.c.hash, log.c.at).order_by(log.c.seq.desc()).limit(1)).first()
        self.seq: int = last.seq if last else 0
        self._hash: str = last.hash if last else GENESIS
        self._at = self._now(last.at if last else "")
        self._rows: dict[str, list[Row]] = {}
        self._lines: list[dict[str, Any]] = []
        self._words: dict[int, str] = {}

    def _now(self, last: str) -> str:
        """The time of this transaction's lines; recorded time never runs backwards, even if the clock does."""
        if self._signature.at is None:
            return max(last, utc_text(datetime.now(UTC)))
        stated = utc_text(self._signature.at)
        if stated < last:
            raise UsageError(f"the recorded time {stated} lies before the log's last line, {last}")
        return stated

    def add(self, entries: Sequence[Entry]) -> int:
        """Add those entries whose records are new, and say how many."""
        contents = [_checked(entry) for entry in entries]
        ids = [record_id(content) for content in contents]
        known = _known(self._connection, entries, ids)
        held = self._held(entries)
        self._reread([(key, entry) for key, entry in zip(ids, entries, strict=True) if key in known])
        added = 0
        for key, entry, content in zip(ids, entries, contents, strict=True):
            if key not in known:
                known.add(key)
                held[entry.report.id] = self._add(entry, content, held.get(entry.report.id))
                added += 1
        self.flush()
        return added

    def _reread(self, again: Sequence[tuple[str, Entry]]) -> None:
        """Note what was read again to the same effect, by another edition of the rules than the last time."""
        told = [(key, entry, entry.record.get("reader")) for key, entry in again]
        subjects = {entry.report.id for _, entry, reader in told if reader}
        if not subjects:
            return
        lines = log.c.subject.in_(subjects) & log.c.action.in_(("ingest", "reread"))
        kept = self._connection.execute(select(log.c.subject, log.c.payload).where(lines).order_by(log.c.seq))
        last = {row.subject: json.loads(row.payload).get("reader") for row in kept}
        for key, entry, reader in told:
            if reader and last.get(entry.report.id, reader) != reader:
                last[entry.report.id] = reader
                self.log("reread", entry.report.id, {"record": key, "reader": reader, "rows": digest({})})

    def _held(self, entries: Sequence[Entry]) -> dict[str, tuple[int, int]]:
        """For the reports that we hold: their `seq`, and that of their current record."""
        ids = {entry.report.id for entry in entries}
        current = (
            select(reports.c.id, reports.c.seq, func.max(records.c.seq))
            .join(records, records.c.report == reports.c.seq)
            .where(reports.c.id.in_(ids))
            .group_by(reports.c.id, reports.c.seq)
        )
        return {report: (seq, record) for report, seq, record in self._connection.execute(current)}

    def _add(self, entry: Entry, content: str, held: tuple[int, int] | None) -> tuple[int, int]:
        seq = self.seq + 1
        report = held[0] if held else seq
        record = record_row(seq, report, entry.record, content)
        rows = {records.name: [record], **layer_rows(seq, report, entry.record, entry.report.id)}
        if held is None:
            rows[reports.name] = [report_row(seq, entry.report)]
            self._words[seq] = report_words(entry.report.title, storable(entry.report.text)[0])
        else:
            rows[superseded.name] = [(held[1], seq)]
        told = {name: entry.record.get(name) for name in ("extractor", "reader")}
        payload = {"record": record[1], **told, "rows": digest(rows)}
        self.log("ingest", entry.report.id, payload)
        for table, found in rows.items():
            self._rows.setdefault(table, []).extend(found)
        return report, seq

    def judge(self, judgement: Judgement) -> int:
        """Add one judgement."""
        body = {
            "verdict": judgement.verdict,
            "by": judgement.by,
            "at": utc_text(judgement.at),
            "reason": judgement.reason,
            "action": judgement.action,
            "value": dict(judgement.value),
            "undoes": judgement.undoes,
        }
        rows = {judgements.name: [(self.seq + 1, judgement.id, judgement.subject, canonical(body))]}
        self.log("judge", judgement.subject, {"judgement": judgement.id, "rows": digest(rows)})
        self._rows.update(rows)
        self.flush()
        return self.seq

    def log(self, action: Action, subject: str, payload: Mapping[str, Any]) -> None:
        """Add the next line of the log."""
        self.seq += 1
        line: dict[str, Any] = {
            "seq": self.seq,
            "at": self._at,
            "by": self._signature.by,
            "action": action,
            "subject": subject,
            "reason": self._signature.reason,
            "payload": canonical(payload),
            "before": self._hash,
        }
        self._hash = line["hash"] = line_hash(line)
        self._lines.append(line)

    def flush(self) -> None:
        """Send what was collected to the database; it is not yet committed."""
        if self._lines:
            self._connection.execute(log.insert(), self._lines)
        for table in ROWS:
            insert_rows(self._connection, table, self._rows.get(table.name, ()))
        self._backend.index_words(self._connection, self._words)
        self._lines, self._rows, self._words = [], {}, {}


def _known(connection: Connection, entries: Sequence[Entry], ids: Sequence[str]) -> set[str]:
    """Records that we hold, and those of redacted reports: a new reading would bring back what was taken out."""
    told = (reports.c.id.in_({entry.report.id for entry in entries}), reports.c.given.contains(REDACTED))
    gone = set(connection.scalars(select(reports.c.id).where(*told)))
    held = set(connection.scalars(select(records.c.id).where(records.c.id.in_(ids))))
    return held | {key for key, entry in zip(ids, entries, strict=True) if entry.report.id in gone}


def _checked(entry: Entry) -> str:
    doc = entry.record["doc"]
    if doc["id"] != entry.report.id or doc["chars"] != len(entry.report.text):
        raise UsageError(f"the record of {doc['id']} is not of report {entry.report.id} ({entry.report.name})")
    return record_content(entry.record)
