"""Ledgers of every schema that was ever written open, forward only, wholly or not at all."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from dateline.errors import LedgerDamaged, LedgerSchema
from dateline.store import append, counts, holdings, open_ledger, verify
from dateline.store.migrate import migrate
from dateline.store.schema import SCHEMA
from tests.store.samples import force, known, sample

STORED = Path(__file__).with_name("stored")


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_stored_ledger_opens(tmp_path: Path, schema: int) -> None:
    path = tmp_path / "desk.ledger"
    path.write_bytes(lzma.decompress((STORED / f"schema-{schema}.ledger.xz").read_bytes()))
    with open_ledger(path, write=True) as ledger:
        held = holdings(ledger)
        assert [report.extractor for report in held.reports] == ["rules", "rules 2"]
        assert len(held.judgements) == 1
        assert verify(ledger).ok
        assert append(ledger, [sample(1), sample(7)], by="ana").new == 1
        assert verify(ledger).ok


def _add_notes(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE notes (words TEXT)"))


def _fail(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE more (words TEXT)"))
    raise InterruptedError("the power failed")


def test_missing_steps_are_taken_once(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(1)], by="ana")
        for _ in range(2):
            migrate(ledger.backend, write=True, migrations=(*[_add_notes] * SCHEMA,), schema=SCHEMA + 1)
        assert known(ledger_url, "SELECT count(*) FROM schemas") == [(2,)]
        assert known(ledger_url, "SELECT count(*) FROM notes") == [(0,)]
        assert counts(ledger)["reports"] == 1


def test_steps_are_all_taken_or_none(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        steps = (*[_add_notes] * SCHEMA, _fail)
        with pytest.raises(InterruptedError):
            migrate(ledger.backend, write=True, migrations=steps, schema=SCHEMA + 2)
        assert known(ledger_url, "SELECT max(version) FROM schemas") == [(SCHEMA,)]
        migrate(ledger.backend, write=True, migrations=(*[_add_notes] * SCHEMA,), schema=SCHEMA + 1)


def test_an_older_ledger_is_not_changed_by_a_reader(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger, pytest.raises(LedgerSchema, match="open it once for writing"):
        migrate(ledger.backend, write=False, migrations=(*[_add_notes] * SCHEMA,), schema=SCHEMA + 1)


def test_a_ledger_without_a_schema_is_damaged(ledger_url: str) -> None:
    open_ledger(ledger_url, write=True).close()
    force(ledger_url, "DELETE FROM schemas")
    with pytest.raises(LedgerDamaged, match="does not say which schema"):
        open_ledger(ledger_url)
