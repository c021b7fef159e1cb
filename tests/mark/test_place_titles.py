"""Names of places that begin with a title, and settlements without an article."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Taliban fighters captured Imam Dasht district on Monday.", "Imam Dasht district"),
        ("Rebels overran district in Kunduz after a long fight.", "district"),
    ],
)
def test_a_place_is_read_to_its_end(engine: Engine, text: str, name: str) -> None:
    resolution = run(Report.of(text), engine=engine).case.resolution
    assert any(m.span.quote.endswith(name) for m in resolution.mentions if m.kind == "place")
