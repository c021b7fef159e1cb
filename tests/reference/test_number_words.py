"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reference.number_words import digits, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8,200", 8200), ("twenty-one", 21), ("2.5 million", 2_500_000), ("two hundred and five", 205),
        ("three thousand four hundred", 3400), ("a dozen", 12), ("700,000", 700_000), ("sixteen", 16),
    ],
)  # fmt: skip
def test_numbers(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "soldiers", "several", "M23", "12 soldiers"])
def test_no_numbers(text: str) -> None:
    assert number(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_grouped_digits_keep_their_value(value: int) -> None:
    assert digits(f"{value:,}") == value
