"""Each format writes the small ledger just as its golden file has it, every time."""

from __future__ import annotations

import pytest

from dateline.export.formats import EXPORTERS, Exporter
from tests.export.formats.golden_text import golden_file, text_of, written

by_name = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)


@by_name
def test_sample_is_written_as_in_the_golden_file(exporter: Exporter) -> None:
    assert text_of(written(exporter)).encode() == golden_file(exporter).read_bytes()


@by_name
def test_same_ledger_gives_the_same_bytes(exporter: Exporter) -> None:
    assert written(exporter) == written(exporter)


def test_names_are_unique() -> None:
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)
    assert len({exporter.suffix for exporter in EXPORTERS}) == len(EXPORTERS) - 1, "the two CSV layouts share .csv"
