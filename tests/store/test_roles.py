"""On PostgreSQL the database itself keeps each role to its work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from dateline.desk import refresh
from dateline.errors import LedgerReadOnly, UsageError
from dateline.model.ledger import Judgement
from dateline.store import Ledger, append, counts, find_claims, judge, open_ledger, verify
from dateline.store.redaction import redact
from dateline.store.roles import share
from dateline.store.search import ClaimQuery
from tests.store.samples import hour, sample

Work = Callable[[Ledger], object]


def _reads(ledger: Ledger) -> None:
    assert list(find_claims(ledger, ClaimQuery()))
    assert verify(ledger).ok


def _ingests(ledger: Ledger) -> None:
    append(ledger, [sample(1)], by="ana")


def _judges(ledger: Ledger) -> None:
    judge(ledger, Judgement(id="j1", subject="c1", verdict="positive", by="ben", at=hour(1), reason="read it"))


def _derives(ledger: Ledger) -> None:
    refresh(ledger, rebuild=True)


def _redacts(ledger: Ledger) -> None:
    redact(ledger, sample(0).report.id, [(0, 5)], by="ana", reason="asked to")


MAY: dict[str, tuple[Work, ...]] = {
    "reader": (_reads,),
    "coder": (_reads, _ingests, _derives),
    "reviewer": (_reads, _judges, _derives),
}
WORKS = (_reads, _ingests, _judges, _derives, _redacts)


@pytest.fixture
def shared_ledger(postgres: str) -> Iterator[Callable[[str], str]]:
    """A ledger with one report, shared; gives the address that somebody in a role opens it by."""
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS desk_of_roles CASCADE")
        connection.execute("CREATE SCHEMA desk_of_roles")
        place = "/postgres?options=-csearch_path%3Ddesk_of_roles"
        with open_ledger(f"{postgres}{place}", write=True) as ledger:
            append(ledger, [sample(0)], by="owner")
            share(ledger, prefix="desk")
            assert not any(sql.startswith("CREATE") for sql in share(ledger, prefix="desk"))
        for role in MAY:
            connection.execute(f"CREATE ROLE some_{role} LOGIN".encode())
            connection.execute(f"GRANT desk_{role} TO some_{role}".encode())
        yield lambda role: postgres.replace("owner@", f"some_{role}@") + place
        connection.execute("DROP SCHEMA desk_of_roles CASCADE")
        for role in MAY:
            connection.execute(f"DROP ROLE some_{role}".encode())
        for role in ("coder", "reviewer", "reader"):
            connection.execute(f"DROP OWNED BY desk_{role}".encode())
            connection.execute(f"DROP ROLE desk_{role}".encode())


@contextmanager
def _refused() -> Iterator[None]:
    with pytest.raises(LedgerReadOnly, match="this role may not write it"):
        yield


@pytest.mark.parametrize("role", MAY)
def test_a_role_may_do_its_work_and_no_other(shared_ledger: Callable[[str], str], role: str) -> None:
    with open_ledger(shared_ledger(role), write=True) as ledger:
        for work in WORKS:
            if work in MAY[role]:
                work(ledger)
            else:
                before = counts(ledger)
                with _refused():
                    work(ledger)
                assert counts(ledger) == before


@pytest.mark.parametrize("role", MAY)
def test_no_role_but_the_owner_changes_what_is_kept(shared_ledger: Callable[[str], str], role: str) -> None:
    statements = ("UPDATE claims SET act = 'x'", "DELETE FROM log", "TRUNCATE reports", "DROP TABLE judgements")
    with psycopg.connect(shared_ledger(role), autocommit=True) as connection:
        for sql in statements:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(sql.encode())


def test_a_file_has_no_roles_and_a_prefix_is_a_word(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "desk.ledger", write=True) as ledger:
        with pytest.raises(UsageError, match="knows no roles"):
            share(ledger)
        with pytest.raises(UsageError, match="cannot begin the name"):
            share(ledger, prefix="x; DROP")
