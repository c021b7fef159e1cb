"""The derived tables follow judgements and redactions step by step, as if they were made anew."""

from __future__ import annotations

from sqlalchemy import select

from dateline.desk import edit_claim, give_verdict, refresh, undo
from dateline.store import Ledger
from dateline.store.derived_schema import DERIVED
from dateline.store.redaction import redact
from tests.desk.test_judging import claim

Tables = dict[str, list[str]]


def tables(ledger: Ledger) -> Tables:
    with ledger.backend.reading() as connection:
        return {t.name: sorted(map(repr, connection.execute(select(t)))) for t in DERIVED if t.name != "derived"}


def followed(ledger: Ledger) -> Tables:
    """The tables after the change, which must be those of a rebuild."""
    refresh(ledger)
    stepwise = tables(ledger)
    refresh(ledger, rebuild=True)
    assert tables(ledger) == stepwise
    return stepwise


def holds(found: Tables, words: str) -> bool:
    return any(words in row for rows in found.values() for row in rows)


def test_derived_tables_follow_every_judgement_and_redaction(ledger: Ledger) -> None:
    before = followed(ledger)
    attack, taken = claim(ledger, "attack"), claim(ledger, "capture", of="Goma")
    edit = edit_claim(
        ledger, attack.id, {"act": "capture", "place": "Kitshanga"}, by="a", reason="r", words={"place": "Sake"}
    )
    assert any(attack.id in row and "overlay:kitshanga" in row for row in followed(ledger)["events"])
    no = give_verdict(ledger, taken.id, "negative", by="a", reason="r")
    assert not any(taken.id in row for row in followed(ledger)["events"])
    undo(ledger, edit.id, by="a", reason="r")
    undo(ledger, no.id, by="a", reason="r")
    assert followed(ledger)["events"] == before["events"]
    redact(ledger, taken.report, None, by="a", reason="asked for")
    assert not holds(tables(ledger), "captured Goma")
    assert not holds(followed(ledger), "captured Goma")
