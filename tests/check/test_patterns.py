"""Patterns of checks read a run of blanks once: begun anew at each of them these would not come to an end."""

from __future__ import annotations

import re

import pytest

from dateline.check.numbers import _OF_THE
from dateline.check.sums import _UNIT_WORD

BLANKS = " " * 300_000


@pytest.mark.parametrize("pattern", [_OF_THE, _UNIT_WORD])
def test_a_run_of_blanks_is_read_once(pattern: re.Pattern[str]) -> None:
    assert pattern.search(f"x{BLANKS}x") is None


def test_blanks_before_a_word_are_its_own() -> None:
    assert _UNIT_WORD.match("20 tonnes", 2)
    assert _UNIT_WORD.match("20-tonne load", 2)
    assert _OF_THE.match("four of the men", 4)
