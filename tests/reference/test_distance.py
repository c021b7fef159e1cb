from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.mark.places import mark_places
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.reference.distance import distance_phrases


def phrase(text: str, engine: Engine) -> dict[str, object]:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference, markers=(mark_places,))
    quote = {m.id: m.span.quote for m in mentions}
    found = distance_phrases(parsed, mentions)
    assert len(found) == 1
    one = found[0]
    return {
        "span": one.span.quote,
        "figure": quote.get(one.figure or ""),
        "ground": quote.get(one.ground or ""),
        "km": round(one.stated, 1),
        "direction": one.direction,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Troops entered Bourem, 95 km north-west of Gao, at dawn.",
            ("95 km north-west of Gao", "Bourem", "Gao", 95.0, "northwest"),
        ),
        (
            "A drone fell about 10 miles (16 km) south of Basra.",
            ("about 10 miles (16 km) south of Basra", None, "Basra", 16.1, "south"),
        ),
        (
            "Balad, which is located some eighty kilometres to the north of Baghdad, was shelled.",
            ("some eighty kilometres to the north of Baghdad", "Balad", "Baghdad", 80.0, "north"),
        ),
        ("The camp is 5 km from Herat.", ("5 km from Herat", "The camp", "Herat", 5.0, None)),
        ("Rebels were within 1,200 metres of Aleppo.", ("within 1,200 metres of Aleppo", None, "Aleppo", 1.2, None)),
    ],
)
def test_distance_phrases_name_figure_ground_distance_and_direction(
    engine: Engine, text: str, expected: tuple[object, ...]
) -> None:
    assert tuple(phrase(text, engine).values()) == expected


@pytest.mark.parametrize("text", ["He ran 10 km in Gao.", "The road to Gao is 20 km long.", "Aid fell 40 percent."])
def test_other_numbers_are_no_distance_phrases(engine: Engine, text: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference, markers=(mark_places,))
    assert distance_phrases(parsed, mentions) == ()
