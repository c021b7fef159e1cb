"""Redaction: words leave the ledger for good, what vouches for them stays.

In one transaction the words go out of the report's text, its records, claims, names, judgements, reasons in the log and
the index of words; offsets, ids of reports and claims, and every hash of the log stay. The line of the redaction says
for each line whose rows changed what their digest was and is: `audit verify` follows that. Triggers are off only within
the transaction, under the writers' lock. Derived rows are dropped with it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, inspect, select, text

from dateline.errors import UsageError
from dateline.store.append import line_of
from dateline.store.backend import Backend
from dateline.store.bulk import insert_rows
from dateline.store.chain import Row, canonical, digest, line_hash
from dateline.store.derived_schema import DERIVED
from dateline.store.ledger import Ledger
from dateline.store.masking import SIGN, Mask, Span, known_here
from dateline.store.schema import ROWS, claims, entities, judgements, log, records, reports
from dateline.store.shred import shred
from dateline.store.words import report_words, restored, storable

_LEVEL = 4
"""zlib's, as records are packed."""
_CHANGED = tuple(table for table in ROWS if table.name != "superseded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """What a redaction took away: code points, rows that changed, lines of the log whose reason went; `seq` is its line."""

    report: str
    chars: int
    rows: int
    reasons: tuple[int, ...]
    seq: int | None


def redact(ledger: Ledger, report: str, regions: Iterable[Span] | None, *, by: str, reason: str) -> Redacted:
    """Take regions of a report's text (None: all of it, with title and address) out of the ledger.

    Raises UsageError for a report that is not there, regions outside its text, and a reason that repeats the words.
    A ledger that is open for reading is looked into only: the answer is what would go.
    """
    if not reason.strip():
        raise UsageError("a redaction needs a reason")
    if not ledger.write:
        with ledger.backend.reading() as connection:
            return _Redaction(connection, report, regions).looked_at(reason)
    with ledger.backend.writing() as connection:
        made = _Redaction(connection, report, regions)
        found = made.looked_at(reason)
        with _unguarded(connection, (*_CHANGED, log)):
            seq = made.done(ledger.backend, by=by, reason=reason)
    shred(ledger.backend)
    return Redacted(report=report, chars=found.chars, rows=found.rows, reasons=found.reasons, seq=seq)


class _Redaction:
    """One redaction within one transaction."""

    def __init__(self, connection: Connection, report: str, regions: Iterable[Span] | None) -> None:
        self._connection = connection
        self._report = report
        row = connection.execute(select(reports).where(reports.c.id == report)).first()
        if row is None:
            raise UsageError(f"the ledger holds no report {report!r}; `dateline claims` prints ids")
        self._row = row
        self._whole = regions is None
        old = restored(row.text, json.loads(row.odd))
        wanted = [(0, len(old))] if regions is None else list(regions)
        if not wanted or any(not 0 <= start < end <= len(old) for start, end in wanted):
            raise UsageError(f"redact within the {len(old)} characters of report {report}, not {wanted}")
        of_report = records.c.report == row.seq
        self._seqs = list(connection.scalars(select(records.c.seq).where(of_report).order_by(records.c.seq)))
        bodies = connection.scalars(select(records.c.body).where(of_report))
        self._mask = Mask.of(old, wanted, [json.loads(zlib.decompress(body)) for body in bodies])
        self._chars = sum(end - start for start, end in self._mask.regions)
        self._scoped = {f"{local}@{report}": f"{new}@{report}" for local, new in self._mask.ids.items()}

    def looked_at(self, reason: str) -> Redacted:
        """What would go; raises UsageError where the reason would keep the words."""
        if self._mask.string(reason) != reason:
            raise UsageError(
                "the reason repeats what is to be redacted, and the log keeps it for good: say it otherwise"
            )
        changed = sum(len(new) for _, changes in self._changes() for _, new in changes)
        reasons = tuple(seq for seq, _ in self._reasons())
        return Redacted(report=self._report, chars=self._chars, rows=changed, reasons=reasons, seq=None)

    def done(self, backend: Backend, *, by: str, reason: str) -> int:
        """Change the rows, and write the line that says so; its number."""
        lines: dict[str, list[str]] = {}
        given = json.loads(self._row.given)
        backend.forget_words(self._connection, self._row.seq, report_words(given["title"], self._row.text))
        for seq, changes in list(self._changes()):
            before = self._digest(seq)
            for table, rows in changes:
                self._connection.execute(table.delete().where(table.c.seq == seq))
                insert_rows(self._connection, table, rows)
            lines[str(seq)] = [before, self._digest(seq)]
        backend.index_words(self._connection, {self._row.seq: report_words(self._title(given), self._mask.text)})
        note = {
            "regions": [list(region) for region in self._mask.regions],
            "chars": self._chars,
            "reasons": dict(self._forgotten_reasons()),
        }
        self._drop_derived()
        payload = {"note": note, "redacted": lines, "rows": digest({})}
        return line_of(self._connection, backend, ("redact", self._report, payload), by=by, reason=reason)

    def _changes(self) -> Iterator[tuple[int, list[tuple[Table, list[Row]]]]]:
        """By line of the log, the tables whose rows of that line change, with all their rows as they will be."""
        for seq in [*self._seqs, *self._judged()]:
            changes = []
            for table in _CHANGED:
                old = self._rows(table, seq)
                new = list(dict.fromkeys(self._new(table, row) for row in old))
                if new != old:
                    changes.append((table, new))
            if changes:
                yield seq, changes

    def _rows(self, table: Table, seq: int) -> list[Row]:
        return [tuple(row) for row in self._connection.execute(select(table).where(table.c.seq == seq))]

    def _digest(self, seq: int) -> str:
        return digest({table.name: self._rows(table, seq) for table in ROWS})

    def _judged(self) -> list[int]:
        """The lines of judgements on this report and its claims."""
        ids = select(claims.c.id).where(claims.c.report == self._row.seq)
        mine = judgements.c.subject.in_(ids) | (judgements.c.subject == self._report)
        return list(self._connection.scalars(select(judgements.c.seq).where(mine)))

    def _new(self, table: Table, row: Row) -> Row:
        if table is reports:
            return self._new_report(row)
        named = dict(zip(table.columns.keys(), row, strict=True))
        if table is records:
            head = self._described(named["head"])
            return (*row[:4], canonical(head), self._packed(named["body"]))
        if table is claims:
            claim = self._json(named["body"])
            claim["quote"] = self._mask.quote(claim["spans"])
            return tuple(self._scope(v) if k != "body" else canonical(claim) for k, v in named.items())
        if table is entities and "@" not in named["id"]:
            return row
        return tuple(self._value(value) for value in row)

    def _new_report(self, row: Row) -> Row:
        """The text, with no odd code points where it is masked; that the report was redacted stands beside it."""
        seq, key, _, odd, given = row
        left, _ = storable(self._mask.text)
        gone = [n for start, end in self._mask.regions for n in range(start, end)]
        still = [pair for pair in json.loads(odd) if pair[0] not in set(gone)]
        return (seq, key, left, canonical(still), canonical({**self._described(given), "redacted": True}))

    def _packed(self, body: bytes) -> bytes:
        """The record without the words; what registers know of actors and places is nobody's words."""
        old = json.loads(zlib.decompress(body))
        found: dict[str, Any] = self._mask.json(old)
        if self._whole:
            found["doc"] = {**found["doc"], "title": self._title(found["doc"]), "url": None}
        for layer in ("entities", "places"):
            pairs = zip(old[layer], found[layer], strict=True)
            found[layer] = [new if known_here(thing) else thing for thing, new in pairs]
        packed = zlib.compress(canonical(found).encode("ascii"), _LEVEL)
        return body if found == old else packed

    def _title(self, given: dict[str, Any]) -> str | None:
        title = given["title"]
        if title is None:
            return None
        return SIGN if self._whole else self._mask.string(title)

    def _described(self, given: str) -> dict[str, Any]:
        """What stands beside the text: all of it goes with the whole text."""
        found = self._json(given)
        return {**found, "name": SIGN, "title": self._title(found), "url": None} if self._whole else found

    def _json(self, value: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._scope(value))
        return {key: self._mask.json(item) for key, item in found.items()}

    def _value(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return canonical(self._json(value)) if value.startswith("{") else self._mask.string(self._scope(value))

    def _scope(self, value: Any) -> Any:
        """Ids that only this report knows, as other tables bear them; such an id stands for nothing else."""
        if isinstance(value, str) and self._report in value:
            for old, new in self._scoped.items():
                value = value.replace(old, new)
        return value

    def _reasons(self) -> list[tuple[int, str]]:
        """Lines of the log on this report and its claims whose reason repeats the words."""
        ids = select(claims.c.id).where(claims.c.report == self._row.seq)
        about = (log.c.subject == self._report) | log.c.subject.in_(ids)
        rows = self._connection.execute(select(log.c.seq, log.c.reason).where(log.c.reason != "", about))
        return [(row.seq, row.reason) for row in rows if self._mask.string(row.reason) != row.reason]

    def _forgotten_reasons(self) -> Iterator[tuple[str, str]]:
        """Empty these reasons; gives what the line's hash is without them, for whoever verifies."""
        for seq, _ in self._reasons():
            self._connection.execute(log.update().where(log.c.seq == seq).values(reason=SIGN))
            line = self._connection.execute(select(log).where(log.c.seq == seq)).mappings().one()
            yield str(seq), line_hash(dict(line))

    def _drop_derived(self) -> None:
        """What was derived holds the words as well."""
        there = set(inspect(self._connection).get_table_names())
        for table in DERIVED:
            if table.name in there:
                self._connection.execute(table.delete())


@contextmanager
def _unguarded(connection: Connection, tables: Iterable[Table]) -> Iterator[None]:
    """Let rows of these tables change until the end of the block; an error ends the transaction and changes nothing."""
    names = [table.name for table in tables]
    if connection.dialect.name == "sqlite":
        sql = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
        found = [row for row in connection.execute(text(sql)) if row.tbl_name in names]
        for row in found:
            connection.execute(text(f"DROP TRIGGER {row.name}"))
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        yield
        for row in found:
            connection.exec_driver_sql(row.sql)
        return
    for name in names:
        connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER USER"))
    yield
    for name in names:
        connection.execute(text(f"ALTER TABLE {name} ENABLE TRIGGER USER"))
