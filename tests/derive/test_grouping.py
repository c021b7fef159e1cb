"""How often claims are compared, and that a bound is told; steps are counted, never clocks."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from dateline.derive import grouping
from dateline.derive.events import derive_events
from dateline.derive.same_event import REACH, evidence
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.cases import CaseOf, count, day

TOWNS = ("Aleppo", "Homs", "Raqqa", "Ramadi", "Tikrit", "Mosul")


def table(rows: int) -> str:
    """Rows of one attack each, of another day or town."""
    months = ("January", "February", "March", "April", "May", "June")
    return "\n\n".join(
        f"{1 + n % 28} {months[n // 28 % 6]} 2016: Gunmen attacked a checkpoint in {TOWNS[n % 6]}. Four people were killed."
        for n in range(rows)
    )


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often two accounts were compared."""
    counted: Counter[str] = Counter()
    plain = evidence

    def counting(*args: Any) -> float:
        counted["evidence"] += 1
        return plain(*args)

    monkeypatch.setattr("dateline.derive.grouping.evidence", counting)
    return counted


def test_a_table_of_twice_as_many_rows_takes_about_twice_as_many_steps(steps: Counter[str], engine: Engine) -> None:
    run(Report.of(table(40)), engine=engine)
    once = steps.pop("evidence")
    run(Report.of(table(80)), engine=engine)
    assert steps["evidence"] < 2.5 * once


def test_what_is_of_other_days_and_towns_is_not_compared(steps: Counter[str], engine: Engine) -> None:
    run(Report.of(table(80)), engine=engine)
    assert steps["evidence"] < 80 * 30


@pytest.mark.parametrize("words", ["Troops seized arms.", "Another bomb exploded."])
def test_what_tells_no_place_day_or_figure_is_held_to_its_neighbours_alone(
    words: str, steps: Counter[str], engine: Engine
) -> None:
    events = run(Report.of(" ".join([words] * 120)), engine=engine).case.events
    assert len(events) > 100
    assert steps["evidence"] <= 120 * 2 * (2 * REACH + 1)


@pytest.mark.parametrize("rows", [grouping.LATEST, grouping.LATEST + 60])
def test_a_bound_that_cuts_is_told(rows: int) -> None:
    told = CaseOf(". ".join(f"Raid {n} came" for n in range(rows)) + ".")
    for n in range(rows):
        told.claim(f"Raid {n} came", "attack", roles={"quantity": told.means(f"Raid {n} came", count(1000 + n))})
    events = derive_events(told.case(derived=False))
    assert any(event.unsearched for event in events) is (rows > grouping.LATEST)


def test_claims_of_one_day_and_place_find_each_other_across_any_number_of_others() -> None:
    others = [f"Raid {n} came on day {n}" for n in range(300)]
    told = CaseOf(". ".join(["Gunmen raided it on the eve", *others, "It was a raid on the eve"]) + ".")
    first = told.means("on the eve", day(1))
    told.claim("Gunmen raided it on the eve", "attack", time=first)
    for quote in others:
        told.claim(quote, "attack", time=told.means(quote.split("came ")[1], day(9)))
    told.claim("It was a raid on the eve", "attack", time=first)
    events = derive_events(told.case(derived=False))
    assert not any(event.unsearched for event in events if event.claims[0] in ("c1", "c302"))


def test_a_leaving_wounds_nobody(engine: Engine) -> None:
    text = (
        "GOMA, 14 March 2024 - Residents said soldiers had left Rubaya overnight. A clinic said it had treated 31 wounded"
        " since Tuesday."
    )
    told = [event.claims for event in run(Report.of(text), engine=engine).case.events]
    assert len(told) == 2


def test_a_market_and_the_market_of_its_town_are_one(engine: Engine) -> None:
    text = (
        "Junta airstrike on Hpakant market leaves 21 dead\n\nYANGON, January 20, 2025 - At least 21 people died when a jet dropped"
        " two bombs on a market in Hpakant Township, Kachin State, on Saturday, residents said.\n"
    )
    assert len(run(Report.of(text), engine=engine).case.events) == 1
