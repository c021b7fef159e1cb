"""The gold records' own observations, ingested together, give the statuses that the records expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.across import merges


@pytest.mark.shared
def test_statuses_of_the_gold_records(shared: Path) -> None:
    figures = merges(shared / "gold", engine=None)
    assert figures["right"] == figures["merges"] > 0
