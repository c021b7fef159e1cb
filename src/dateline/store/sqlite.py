"""The ledger in one SQLite file, written under a lock of our own, read without waiting.

* Readers open the file with `mode=ro`: such a connection can neither write nor checkpoint, not even when it closes.
* Writers exist only inside `writing()`: lock, open, one transaction, checkpoint, close, unlock. So no two connections
  write or checkpoint at the same instant (see lock.py), and a close that checkpoints happens under the lock as well.
* `synchronous=FULL`: the transaction is on the disk when `writing()` ends.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Select, Text, bindparam, column, create_engine, event, select, table, text
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.pool import NullPool, QueuePool

from dateline.errors import LedgerDamaged, LedgerReadOnly
from dateline.store.backend import SHAPES, Question
from dateline.store.chain import utc_text
from dateline.store.lock import file_lock
from dateline.store.readers import Readers
from dateline.store.schema import KEPT, SCHEMA, metadata, schemas
from dateline.store.trouble import translated

READER_PATIENCE_MS = 60_000
"""Readers wait only while the first one after a crash replays the write-ahead log, or the last writer closes."""

_CACHE_KIB = 64 * 1024


class SQLiteBackend:
    """One file, its `-wal` and `-shm`, and the lock file beside it."""

    def __init__(self, path: Path, *, timeout: float) -> None:
        self.path = path
        self._timeout = timeout
        self._readers = self._engine("ro")
        self._askers = Readers(partial(self._connect, "ro", path))
        self._wal = str(_wal(path))
        self._sql: dict[Hashable, tuple[str, dict[str, Any]]] = {}

    @property
    def where(self) -> str:
        """The path."""
        return str(self.path)

    def exists(self) -> bool:
        """Whether the file is there; an empty one is damage, since ledgers appear whole or not at all.

        We never open the file ourselves: closing it again would drop the locks that SQLite holds on it in this process
        (https://sqlite.org/howtocorrupt.html, section 2.2).
        """
        if not self.path.exists():
            return False
        if self.path.is_dir():
            raise LedgerDamaged(f"{self.path} is a folder: name the ledger in it, as in {self.path / 'desk.ledger'}")
        if not os.access(self.path, os.R_OK, effective_ids=True):
            raise LedgerReadOnly(f"{self.path} may not even be read: change its permissions")
        if self.path.stat().st_size == 0:
            raise LedgerDamaged(f"{self.path} is empty: bring back a copy, or take it away")
        return True

    def create(self) -> None:
        """Make the ledger under another name and move it into place, so that a crash leaves no half ledger."""
        with self._locked():
            if self.path.exists():
                return
            self._refuse_leftover()
            draft = self._beside("new")
            for name in _files(draft):
                name.unlink(missing_ok=True)
            with translated(self.where):
                self._draft(draft)
            draft.rename(self.path)
            _sync_folder(self.path.parent)

    def _refuse_leftover(self) -> None:
        """A write-ahead log without its ledger would be replayed into the new one."""
        wal = _wal(self.path)
        if wal.exists():
            raise LedgerDamaged(
                f"{self.path} is gone but its {wal.name} is there: bring the ledger back or move that away"
            )

    def _draft(self, draft: Path) -> None:
        engine = self._engine("rwc", draft)
        with engine.connect() as connection, connection.begin():
            metadata.create_all(connection)
            for ddl in _ddl():
                connection.execute(text(ddl))
            connection.execute(schemas.insert(), {"version": SCHEMA, "at": utc_text(datetime.now(UTC))})
        engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot: what writers commit meanwhile is not seen, and nobody waits for anybody."""
        with self._still(), translated(self.where), self._readers.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def answers(self, question: Question, given: Mapping[str, Any]) -> Iterator[Iterable[Sequence[Any]]]:
        """By the driver alone: one statement reads one moment without a transaction around it."""
        sql, own = self._sql.get(question.shape) or self._worded(question)
        with self._still(), translated(self.where), self._askers.cursor() as cursor:
            yield cursor.execute(sql, {**own, **given})

    def _worded(self, question: Question) -> tuple[str, dict[str, Any]]:
        """A question in SQL, with the parameters that SQLAlchemy put in by itself (an OFFSET of 0)."""
        compiled = question.make().compile(dialect=sqlite_dialect(paramstyle="named"))
        own = {name: value for name, value in compiled.params.items() if value is not None}
        if len(self._sql) >= SHAPES:
            self._sql = {}
        self._sql[question.shape] = str(compiled), own
        return str(compiled), own

    @contextmanager
    def _still(self) -> Iterator[None]:
        """Keep writers out while we read a file as immutable, which SQLite then takes on trust."""
        if os.path.exists(self._wal):  # noqa: PTH110 - this is asked before every read, and a Path costs more than it
            yield
        elif _immutable(self.path) and (lock := self._beside("lock")).exists():
            with file_lock(lock, timeout=self._timeout, shared=True):
                try:
                    yield
                finally:
                    self.close()
        else:
            yield

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lock, open, write in one transaction, checkpoint, close, unlock."""
        with self._locked(), translated(self.where):
            if not os.access(self.path, os.W_OK, effective_ids=True):
                raise LedgerReadOnly(f"{self.path} may not be written: change its permissions or copy it")
            engine = self._engine("rw")
            try:
                with engine.connect() as connection:
                    with connection.begin():
                        yield connection
                    self._checkpoint(connection)
            finally:
                engine.dispose()

    @staticmethod
    def _checkpoint(connection: Connection) -> None:
        """Bring the write-ahead log into the file, without waiting for anybody.

        What readers of an older state still need stays in the log, and the next writer brings it over; so does what
        finds no room: the transaction is on the disk already, and nobody must be told otherwise.
        """
        with suppress(sqlite3.OperationalError):
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def _beside(self, ending: str) -> Path:
        return self.path.with_name(f"{self.path.name}.{ending}")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with file_lock(self._beside("lock"), timeout=self._timeout):
            yield

    def index_words(self, connection: Connection, words: Mapping[int, str]) -> None:
        """Add to the FTS5 table, which keeps no text of its own."""
        rows = [{"seq": seq, "words": line} for seq, line in words.items()]
        if rows:
            connection.execute(text("INSERT INTO report_words (rowid, words) VALUES (:seq, :words)"), rows)

    def forget_words(self, connection: Connection, seq: int, words: str) -> None:
        """Take one report out of the FTS5 table, and rewrite its segments, which keep what was deleted until then."""
        gone = text("INSERT INTO report_words (report_words, rowid, words) VALUES ('delete', :seq, :words)")
        connection.execute(gone, {"seq": seq, "words": words})
        connection.execute(text("INSERT INTO report_words (report_words) VALUES ('optimize')"))

    def truncate_log(self) -> None:
        """Bring the write-ahead log into the file and empty it, unless a reader still needs it."""
        with self._locked(), translated(self.where):
            engine = self._engine("rw")
            try:
                with engine.connect() as connection:
                    raw = connection.connection.cursor()
                    raw.execute("PRAGMA busy_timeout = 0")
                    with suppress(sqlite3.OperationalError):
                        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                engine.dispose()

    def drop_words(self, connection: Connection) -> None:
        """Empty the FTS5 table."""
        connection.execute(text("INSERT INTO report_words (report_words) VALUES ('delete-all')"))

    def with_words(self) -> Select[tuple[int]]:
        """From the FTS5 table."""
        found = table("report_words", column("rowid"))
        return select(found.c.rowid).where(text("report_words MATCH :fts").bindparams(bindparam("fts", type_=Text)))

    def word_query(self, words: str) -> str:
        """All words, in any order."""
        return " ".join(f'"{word}"' for word in words.split())

    def guards(self, connection: Connection) -> frozenset[str]:
        """The tables that have both triggers."""
        names = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        return frozenset(t.name for t in KEPT if {f"{t.name}_no_update", f"{t.name}_no_delete"} <= names)

    def sealed(self, connection: Connection) -> str:
        """SQLite's own quick check of its pages."""
        found = "; ".join(connection.scalars(text("PRAGMA quick_check(3)")))
        return "" if found == "ok" else found

    def close(self) -> None:
        """Close the readers that wait for the next question."""
        self._readers.dispose()
        self._askers.close()

    @staticmethod
    def _connect(mode: str, path: Path) -> sqlite3.Connection:
        still = "&immutable=1" if mode == "ro" and _immutable(path) else ""
        address = f"file:{quote(str(path.absolute()))}?mode={mode}{still}"
        raw = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        for pragma in _pragmas(mode):
            raw.execute(pragma)
        return raw

    def _engine(self, mode: str, path: Path | None = None) -> Engine:
        """An engine that leaves transactions to us; readers are kept for the next question, writers never."""
        writes = mode != "ro"
        connect = partial(self._connect, mode, path or self.path)
        engine = create_engine("sqlite://", creator=connect, poolclass=NullPool if writes else QueuePool)
        begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine


def _immutable(path: Path) -> bool:
    """Without a write-ahead log, and where we may make none, SQLite reads a file only when told that it cannot change."""
    return not _wal(path).exists() and not os.access(path.parent, os.W_OK, effective_ids=True)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _pragmas(mode: str) -> tuple[str, ...]:
    common = (f"PRAGMA busy_timeout = {READER_PATIENCE_MS}", f"PRAGMA cache_size = -{_CACHE_KIB}")
    if mode == "ro":
        return (*common, "PRAGMA query_only = ON")
    durable = ("PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0")
    return (*common, *durable, "PRAGMA journal_mode = WAL") if mode == "rwc" else (*common, *durable)


def _ddl() -> Iterator[str]:
    """The index of words and the triggers that keep rows from being changed."""
    yield "CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
    for kept in KEPT:
        for verb in ("update", "delete"):
            yield (
                f"CREATE TRIGGER {kept.name}_no_{verb} BEFORE {verb} ON {kept.name} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger only grows: {kept.name} refuses to {verb}'); END"
            )


def _files(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in ("", "-wal", "-shm", "-journal"))


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
