"""Names of companies, ships and units, which are no places however they stand."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def places(text: str, engine: Engine) -> set[str]:
    """The words that are marked as names of places."""
    parsed = parse(Report.of(text), parser=engine.parser)
    return {m.span.quote for m in mark(parsed, reference=engine.reference) if m.kind == "place" and m.form == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen attacked Tongo Gold, a mining company, in Burkina Faso.", "Tongo Gold"),
        ("Rebels seized Sunda Pearl, a small tanker, off Bossaso.", "Sunda Pearl"),
        ("Workers of Golden Ridge Ltd fled the mine after rebels attacked it.", "Golden Ridge"),
        ("Soldiers of the Vostok brigade took Velyka Novosilka.", "Vostok"),
    ],
)
def test_companies_ships_and_units_are_no_places(engine: Engine, text: str, name: str) -> None:
    assert name not in places(text, engine)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army captured Zarkoba, a mining village near Djibo.", "Zarkoba"),
        ("Rebels attacked Nambiri, the main town of the district.", "Nambiri"),
        ("Fighters left Golden Ridge in the night.", "Golden Ridge"),
    ],
)
def test_what_the_text_calls_a_village_is_one(engine: Engine, text: str, name: str) -> None:
    assert name in places(text, engine)
