"""Every format and every column of ours stands in the reference page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.export.formats import EXPORTERS, Exporter
from dateline.export.formats.facets import DL_COLUMNS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_format_stands_in_the_docs(exporter: Exporter) -> None:
    assert f"| `{exporter.name}` | `{exporter.suffix}` |" in PAGE


@pytest.mark.parametrize("column", DL_COLUMNS)
def test_column_stands_in_the_docs(column: str) -> None:
    assert f"`{column}`" in PAGE
