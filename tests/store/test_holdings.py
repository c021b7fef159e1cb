"""All that a ledger holds: what many rows have in common is kept once, and names of all descriptions are known."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from dateline.store import append, holdings, open_ledger
from dateline.store.schema import entities
from dateline.store.values import entity_value
from tests.store.samples import sample


def test_words_of_many_claims_are_kept_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger", write=True) as ledger:
        append(ledger, [sample(0), sample(1)], by="test")
        claims = holdings(ledger).claims
    for part in ("act", "modality", "kind", "chain"):
        kept = {id(getattr(claim, part)) for claim in claims}
        assert len(kept) == len({getattr(claim, part) for claim in claims}), part


def test_a_description_told_again_changes_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger", write=True) as ledger:
        append(ledger, [sample(0), sample(1), sample(2)], by="test")
        found = holdings(ledger).entities
        with ledger.backend.reading() as connection:
            rows = connection.execute(select(entities).order_by(*tuple(entities.c)[:2])).all()
    told = [key for _, _, key, _ in rows]
    assert len(told) > len(set(told))
    for key, entity in found.items():
        expected = None
        for _, _, name, body in rows:
            expected = entity_value(key, body, before=expected) if name == key else expected
        assert entity == expected
