"""Publication times are ranges as wide as what was written."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.read import parse_published


@pytest.mark.parametrize(
    ("words", "iso", "precision"),
    [
        ("2023-11", "2023-11-01/2023-11-30", "month"),
        ("2023-11-14", "2023-11-14/2023-11-14", "day"),
        (" 2023-11-14T23:59:30+02:00 ", "2023-11-14/2023-11-14", "minute"),
    ],
)  # fmt: skip
def test_a_time_is_as_wide_as_it_was_written(words: str, iso: str, precision: str) -> None:
    found = parse_published(words)
    assert (found.iso(), found.precision) == (iso, precision)


@pytest.mark.parametrize("words", ["", "yesterday", "2023-13", "2023-02-30", "14/11/2023", "٢٠٢٣-١١"])
def test_anything_else_is_refused_with_what_is_expected(words: str) -> None:
    with pytest.raises(UsageError, match="2023-11-14"):
        parse_published(words)
