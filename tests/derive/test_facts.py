"""What codebooks ask of an event: the range of the dead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.derive.facts import facts_of
from dateline.model.world import Quantity
from tests.cases import TOWN, CaseOf

Range = tuple[float, float | None] | None


def killed(quantity: Quantity, *, polarity: str = "positive") -> Range:
    """The range of the dead of one claim that counts them so."""
    told = CaseOf("They were killed in Oakford.")
    roles = {"quantity": told.means("They", quantity)}
    told.claim(
        "They were killed", "kill", kind="casualty", roles=roles, place=told.means("Oakford", TOWN), polarity=polarity
    )
    case = told.case(derived=False)
    return facts_of(case, case.claims, place=None, time=None).killed


def dead(exact: float | None, low: float | None, high: float | None, *, vague: bool = False) -> Quantity:
    return Quantity(measure="killed", unit="people", exact=exact, low=low, high=high, vague=vague)


@pytest.mark.parametrize(
    ("quantity", "wanted"),
    [
        (dead(None, 12, None), (12.0, None)),
        (dead(None, None, 30), (1.0, 30.0)),
        (dead(None, 0, 10), (1.0, 10.0)),
        (dead(12, 10.8, 13.2), (11.0, 13.0)),
        (dead(4, None, None), (4.0, 4.0)),
        (dead(0, 0, 0), (0.0, 0.0)),
        (dead(None, 24, None, vague=True), None),
        (dead(None, None, None), None),
    ],
)
def test_bounds_stay_bounds_and_people_stay_whole(quantity: Quantity, wanted: Range) -> None:
    assert killed(quantity) == wanted


def test_a_negated_count_counts_from_zero() -> None:
    assert killed(dead(None, None, 3), polarity="negative") == (0.0, 3.0)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_range_is_never_upside_down(one: int, other: int) -> None:
    low, high = sorted((one, other))
    found = killed(dead(None, low, high))
    assert found is not None
    assert found[1] is not None
    assert found[0] <= max(found[1], 1)
