"""Whoever changes a row behind the ledger's back is found out."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest

from dateline.model.ledger import Judgement
from dateline.store import append, judge, log, open_ledger, verify
from dateline.store.chain import GENESIS
from dateline.store.schema import KEPT
from tests.store.samples import force, hour, sample

TAMPERING = [
    "UPDATE reports SET text = text || '!' WHERE seq = 2",
    "UPDATE records SET publisher = 'src:other' WHERE seq = 2",
    'UPDATE mentions SET "end" = "end" + 1 WHERE seq = 2 AND n = 1',
    "UPDATE claims SET modality = 'confirmed' WHERE seq = 2 AND n = 0",
    "UPDATE claims SET lat = lat + 1e-9 WHERE seq = 2 AND n = 0",
    "UPDATE claim_roles SET role = 'victim' WHERE seq = 2 AND role = 'agent'",
    "UPDATE control SET believer = 'act:other' WHERE seq = 2",
    "UPDATE entities SET body = replace(body, 'rebel', 'state_force') WHERE seq = 2",
    "UPDATE judgements SET subject = 'other' WHERE id = 'j1'",
    "DELETE FROM claims WHERE seq = 2 AND n = 0",
    "DELETE FROM judgements",
    "DELETE FROM superseded",
    "DELETE FROM log WHERE seq = 2",
    "INSERT INTO superseded (old, seq) VALUES (2, 3)",
    "INSERT INTO superseded (old, seq) VALUES (2, 99)",
    "UPDATE log SET \"by\" = 'mallory' WHERE seq = 2",
    "UPDATE log SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 1",
    "UPDATE log SET payload = replace(payload, 'rows', 'rowz') WHERE seq = 3",
]


def _fill(url: str) -> None:
    with open_ledger(url, write=True) as ledger:
        append(ledger, [sample(1), sample(2), sample(3)], by="ana")
        append(ledger, [sample(1, extractor="rules 2")], by="ana")
        judge(ledger, Judgement(id="j1", subject="c1", verdict="positive", by="ben", at=hour(1), reason="read it"))


@pytest.mark.parametrize("statement", TAMPERING)
def test_tampering_is_found(ledger_url: str, statement: str) -> None:
    _fill(ledger_url)
    with open_ledger(ledger_url) as ledger:
        assert verify(ledger).ok
        force(ledger_url, statement)
        audit = verify(ledger)
    assert not audit.ok
    assert audit.why


def test_kept_rows_refuse_to_change(ledger_url: str) -> None:
    _fill(ledger_url)
    for table in KEPT:
        key = table.columns.keys()[0]
        for statement in (f"UPDATE {table.name} SET {key} = {key}", f"DELETE FROM {table.name}"):  # noqa: S608
            with pytest.raises((sqlite3.DatabaseError, psycopg.Error), match="only grows"):
                force(ledger_url, statement, guarded=True)


def test_missing_guards_are_found(ledger_url: str) -> None:
    _fill(ledger_url)
    drop = "DROP TRIGGER claims_only_grows ON claims" if "://" in ledger_url else "DROP TRIGGER claims_no_update"
    force(ledger_url, drop, guarded=True)
    with open_ledger(ledger_url) as ledger:
        assert verify(ledger).why == "tables may be changed, their triggers are gone: claims"


def test_the_log_is_a_chain_from_its_genesis(ledger_url: str) -> None:
    _fill(ledger_url)
    with open_ledger(ledger_url) as ledger:
        lines = list(log(ledger))
        assert [line.seq for line in lines] == [1, 2, 3, 4, 5]
        assert [line.before for line in lines] == [GENESIS, *(line.hash for line in lines[:-1])]
        assert [line.action for line in log(ledger, since=3)] == ["ingest", "judge"]
        assert verify(ledger).head == lines[-1].hash
        assert verify(ledger).entries == 5
