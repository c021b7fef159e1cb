"""The ledger in a PostgreSQL database: one writer at a time by an advisory lock, readers on a snapshot."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Text,
    bindparam,
    column,
    create_engine,
    inspect,
    make_url,
    select,
    table,
    text,
)
from sqlalchemy.exc import OperationalError

from dateline.errors import ConfigurationError, LedgerDamaged, LedgerError
from dateline.store.backend import SHAPES, Question
from dateline.store.chain import utc_text
from dateline.store.known import streamed
from dateline.store.schema import KEPT, SCHEMA, metadata, schemas
from dateline.store.trouble import translated

_LOCK = 0x646174656C696E65
"""The advisory lock of a ledger's writers: the bytes of "dateline"; advisory locks are per database."""


class PostgresBackend:
    """One database (or one schema of it, by `?options=-csearch_path=NAME`)."""

    def __init__(self, url: str, *, timeout: float) -> None:
        if find_spec("psycopg") is None:
            raise ConfigurationError("a ledger on PostgreSQL needs psycopg: install `dateline[postgres]`")
        address = make_url(url).set(drivername="postgresql+psycopg")
        self._where = address.render_as_string(hide_password=True).replace("+psycopg", "")
        self._timeout_ms = max(1, int(timeout * 1000))
        self._engine = create_engine(address, pool_pre_ping=True, isolation_level="REPEATABLE READ")
        self._statements: dict[Hashable, Select[Any]] = {}

    @property
    def where(self) -> str:
        """The address, without its password."""
        return self._where

    def exists(self) -> bool:
        """Whether the ledger's tables are there."""
        try:
            with self._engine.connect() as connection:
                found = {t.name for t in KEPT} & set(inspect(connection).get_table_names())
        except OperationalError as error:
            raise LedgerError(f"{self.where} cannot be reached: {error.orig}") from error
        if found and len(found) < len(KEPT):
            raise LedgerDamaged(f"{self.where} has only some of the ledger's tables: {', '.join(sorted(found))}")
        return bool(found)

    def create(self) -> None:
        """Make the tables, the triggers and the index of words in one transaction."""
        with self._alone("READ COMMITTED") as connection:
            if inspect(connection).has_table(schemas.name):
                return
            metadata.create_all(connection)
            for ddl in _ddl():
                connection.execute(text(ddl))
            connection.execute(schemas.insert(), {"version": SCHEMA, "at": utc_text(datetime.now(UTC))})

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot of one moment, read-only."""
        with translated(self.where), self._engine.connect() as connection, connection.begin():
            connection.execute(text("SET TRANSACTION READ ONLY"))
            yield connection

    @contextmanager
    def answers(self, question: Question, given: Mapping[str, Any]) -> Iterator[Iterator[Sequence[Any]]]:
        """Through SQLAlchemy, which keeps what it compiled with the statement."""
        if len(self._statements) >= SHAPES:
            self._statements = {}
        statement = self._statements.get(question.shape)
        if statement is None:
            statement = self._statements[question.shape] = question.make()
        with self.reading() as connection, streamed(connection, statement, given) as rows:
            yield iter(rows)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction under the advisory lock, which ends with it; `synchronous_commit` is the server's default, on."""
        with self._alone("READ COMMITTED") as connection:
            yield connection

    @contextmanager
    def _alone(self, isolation: str) -> Iterator[Connection]:
        """READ COMMITTED, so that what is read after the wait for the lock is what the writer before left."""
        with translated(self.where), self._engine.connect() as fresh:
            connection = fresh.execution_options(isolation_level=isolation)
            with connection.begin():
                connection.execute(text(f"SET LOCAL lock_timeout = {self._timeout_ms}"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection

    def index_words(self, connection: Connection, words: Mapping[int, str]) -> None:
        """Add to the table of word vectors; `simple` neither stems nor drops words, as in SQLite."""
        rows = [{"seq": seq, "words": _distinct(line)} for seq, line in words.items()]
        if rows:
            sql = "INSERT INTO report_words (seq, words) VALUES (:seq, array_to_tsvector(string_to_array(:words, ' ')))"
            connection.execute(text(sql), rows)

    def forget_words(self, connection: Connection, seq: int, words: str) -> None:
        """Take one report out of the table of word vectors."""
        connection.execute(text("DELETE FROM report_words WHERE seq = :seq"), {"seq": seq})

    def vacuum(self) -> None:
        """Take old versions of rows away, where this role owns the tables."""
        with translated(self.where), self._engine.connect() as fresh:
            connection = fresh.execution_options(isolation_level="AUTOCOMMIT")
            for table in (*KEPT, "report_words"):
                connection.execute(text(f"VACUUM {table if isinstance(table, str) else table.name}"))

    def drop_words(self, connection: Connection) -> None:
        """Empty the table of word vectors."""
        connection.execute(text("DELETE FROM report_words"))

    def with_words(self) -> Select[tuple[int]]:
        """From the table of word vectors."""
        found = table("report_words", column("seq"))
        words = text("report_words.words @@ CAST(:fts AS tsquery)").bindparams(bindparam("fts", type_=Text))
        return select(found.c.seq).where(words)

    def word_query(self, words: str) -> str:
        """All words, in any order."""
        return " & ".join(f"'{word}'" for word in words.split())

    def guards(self, connection: Connection) -> frozenset[str]:
        """The tables whose trigger is there and enabled."""
        sql = (
            "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
            " AND tgenabled IN ('O', 'A') AND relnamespace = CAST(current_schema() AS regnamespace)"
        )
        names = set(connection.scalars(text(sql)))
        return frozenset(t.name for t in KEPT if f"{t.name}_only_grows" in names)

    def sealed(self, connection: Connection) -> str:
        """PostgreSQL checks its pages where checksums are on; a client cannot ask it to."""
        return ""

    def close(self) -> None:
        """Close the connections that wait for the next question."""
        self._engine.dispose()


def _distinct(words: str) -> str:
    """Each word once; what is longer than a lexeme may be (2,046 bytes) is left out."""
    return " ".join(word for word in dict.fromkeys(words.split()) if len(word.encode()) <= 2046)


def _ddl() -> Iterator[str]:
    yield "CREATE TABLE report_words (seq bigint PRIMARY KEY, words tsvector NOT NULL)"
    yield "CREATE INDEX report_words_words ON report_words USING gin (words)"
    yield (
        "CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'the ledger only grows: % refuses to %', TG_TABLE_NAME, lower(TG_OP); END $$"
    )
    for kept in KEPT:
        yield (
            f"CREATE TRIGGER {kept.name}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {kept.name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows()"
        )
