"""Questions are answered by connections that wait, each for one asker at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from dateline.errors import LedgerError
from dateline.store import ClaimQuery, append, find_claims, open_ledger
from dateline.store.backend import SHAPES, Question
from dateline.store.readers import Readers
from dateline.store.schema import claims
from tests.store.samples import sample


def test_a_connection_waits_for_the_next_and_two_askers_have_two() -> None:
    made: list[sqlite3.Connection] = []

    def connect() -> sqlite3.Connection:
        made.append(sqlite3.connect(":memory:", check_same_thread=False))
        return made[-1]

    readers = Readers(connect)
    for _ in range(3):
        with readers.cursor() as one:
            assert one.execute("SELECT 1").fetchall() == [(1,)]
    assert len(made) == 1
    with readers.cursor() as one, readers.cursor() as other:
        assert one.connection is not other.connection
    assert len(made) == 2
    readers.close()
    for connection in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_a_connection_that_failed_is_not_used_again() -> None:
    readers = Readers(lambda: sqlite3.connect(":memory:"))
    seen: list[sqlite3.Connection] = []

    def ask(sql: str, error: type[Exception] | None = None) -> None:
        with readers.cursor() as cursor:
            seen.append(cursor.connection)
            cursor.execute(sql)
            if error:
                raise error

    with pytest.raises(sqlite3.OperationalError):
        ask("SELECT nonsense")
    with pytest.raises(ZeroDivisionError):
        ask("SELECT 1", ZeroDivisionError)
    ask("SELECT 1")
    failed, kept, again = seen
    assert kept is not failed
    assert again is kept
    readers.close()


def test_more_shapes_than_are_remembered_are_answered(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(0)], by="ana")
        for shape in range(SHAPES + 2):
            with ledger.backend.answers(Question(("n", shape), lambda: select(claims.c.n)), {}) as rows:
                assert len(list(rows)) == len(sample(0).record["claims"])


def test_a_question_that_cannot_be_answered_is_our_error_and_the_next_is_answered(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "desk.ledger", write=True) as ledger:
        append(ledger, [sample(0)], by="ana")
        unsaid = Question("unsaid", lambda: ledger.backend.with_words())
        with pytest.raises(LedgerError, match="binding"), ledger.backend.answers(unsaid, {}):
            pass
        assert list(find_claims(ledger, ClaimQuery()))
