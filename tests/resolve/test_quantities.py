"""Values, ranges and measures of quantities; legal references."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import LegalReference, Quantity
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve.quantities import resolve_quantities
from dateline.resolve.quantity_ranges import ranged
from dateline.resolve.references import resolve_references


@pytest.mark.parametrize(
    ("words", "exact", "low", "high"),
    [
        ("12 soldiers", 12, 12, 12),
        ("at least 40 dead", None, 40, None),
        ("more than 60", None, 61, None),
        ("up to 300", None, None, 300),
        ("about twenty miles", None, 15, 25),
        ("some 200 kilometres", None, 180, 220),
        ("eight to 12", None, 8, 12),
        ("between four and six", None, 4, 6),
        ("between 1,200 and 1,500 families", None, 1200, 1500),
        ("between one hundred and two hundred", None, 100, 200),
        ("twenty-two to thirty", None, 22, 30),
        ("one hundred and five", 105, 105, 105),
        ("a maximum of 10", None, None, 10),
        ("dozens", None, 24, None),
        ("nobody", 0, 0, 0),
        ("no casualties", 0, 0, 0),
        ("very high", None, None, None),
        ("85 percent", 85, 85, 85),
    ],
)
def test_ranges(words: str, exact: float | None, low: float | None, high: float | None) -> None:
    bounds = ranged(words)
    assert (bounds.exact, bounds.low, bounds.high) == (exact, low, high)


def test_vague_words_are_never_zero() -> None:
    assert ranged("heavy losses").vague
    assert ranged("heavy losses").low is None


def test_measures_and_units(engine: Engine) -> None:
    text = "Nine people were killed, 40 fighters were captured and 3,000 families fled some 20 km."
    parsed = parse(Report.of(text), parser=engine.parser)
    readings = resolve_quantities(parsed, mark(parsed, reference=engine.reference))
    values = [r.value for r in readings if isinstance(r.value, Quantity)]
    assert [(v.measure, v.unit) for v in values] == [
        ("killed", "people"), ("arrested", "people"), ("displaced", "households"), ("distance", "km"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("A nurse put the dead at eleven.", "killed"),
        ("A nurse put the wounded at eleven.", "wounded"),
        ("A nurse washed the dead at eleven houses.", "houses"),
    ],
)
def test_a_number_put_to_the_dead_counts_them(engine: Engine, text: str, measure: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    readings = resolve_quantities(parsed, mark(parsed, reference=engine.reference))
    values = [r.value for r in readings if isinstance(r.value, Quantity)]
    assert [v.unit if measure == "houses" else v.measure for v in values] == [measure]


def test_a_resolution_has_number_year_and_symbol(engine: Engine) -> None:
    parsed = parse(Report.of("They cited UN Resolution 1701 (2006) again."), parser=engine.parser)
    (reading,) = resolve_references(parsed, mark(parsed, reference=engine.reference))
    assert isinstance(reading.value, LegalReference)
    assert (reading.value.number, reading.value.year, reading.value.symbol) == (1701, 2006, "S/RES/1701 (2006)")
