"""Whatever comes in, and in whatever order: what is derived step by step is what a rebuild derives, row for row."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, select

from dateline.desk.deriving import build, follow, refresh
from dateline.store import Ledger, append, holdings, judge, open_ledger
from dateline.store.derived_schema import DERIVED, derived, make_derived
from tests.desk.worlds import entry, judgement

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ingest"), st.integers(0, 11), st.integers(0, 2)),
        st.tuples(st.just("ingest"), st.integers(0, 11), st.integers(0, 2)),
        st.tuples(st.just("judge"), st.integers(0, 200), st.just(0)),
    ),
    min_size=2,
    max_size=12,
)


def rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all derived tables but the stamp."""
    return {t.name: sorted(map(tuple, connection.execute(select(t))), key=repr) for t in DERIVED if t is not derived}


def kept(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that are stored."""
    with ledger.backend.reading() as connection:
        return rows(connection)


def rebuilt(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that a rebuild would store."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        make_derived(connection)
        build(connection, holdings(ledger))
        found = rows(connection)
    engine.dispose()
    return found


def taken(ledger: Ledger, step: tuple[str, int, int]) -> None:
    """Do one step."""
    kind, number, variant = step
    held = holdings(ledger)
    if kind == "ingest":
        append(ledger, [entry(number, variant)], by="ana")
    elif held.claims:
        made = judgement(number, (claim.id for claim in held.claims), (one.id for one in held.judgements))
        judge(ledger, made)


def followed(ledger: Ledger, steps: list[tuple[str, int, int]]) -> None:
    """Do all steps, each derived at once."""
    refresh(ledger)
    for step in steps:
        taken(ledger, step)
        assert refresh(ledger).how in ("updated", "current")


def test_steps_give_the_rows_of_a_rebuild_on_both_databases(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        steps = [("judge", 7 * n, 0) if n % 3 == 2 else ("ingest", n % 7, n % 4) for n in range(12)]
        followed(ledger, steps)
        assert kept(ledger) == rebuilt(ledger)


def test_where_most_is_new_all_is_derived_anew(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        refresh(ledger)
        append(ledger, [entry(number, 0) for number in range(30)], by="ana")
        assert refresh(ledger).how == "rebuilt"
        assert kept(ledger) == rebuilt(ledger)
        append(ledger, [entry(30, 0)], by="ana")
        follow(ledger)
        assert refresh(ledger).how == "current"
        assert kept(ledger) == rebuilt(ledger)


@given(STEPS)
@settings(deadline=None, max_examples=12)
def test_steps_give_the_rows_of_a_rebuild(steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "desk.ledger", write=True) as ledger:
        followed(ledger, steps)
        assert kept(ledger) == rebuilt(ledger)
