"""The wide layer: what people hold, feel, want and judge, and how things seem."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.voices.reading import read, words

ATTITUDES = [
    ("The mayor detests the curfew.", ("The mayor", "detests", "the curfew")),
    ("The union railed against the new tax.", ("The union", "railed against", "the new tax")),
    ("The strike seems to have failed.", ("", "seems", "The strike … to have failed")),
    ("It is unclear whether the bridge will hold.", ("", "is unclear", "whether the bridge will hold")),
    ("In a poll published on Monday, most farmers favoured the deal.", ("a poll published on Monday", "In",
     "most farmers favoured the deal")),
    ("The panel rejected the budget.", ("The panel", "rejected", "the budget")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ATTITUDES)
def test_the_wide_layer_tells_who_stands_how_towards_what(
    engine: Engine, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in [words(a) for a in read(text, engine, attitudes=True).attributions]


@pytest.mark.parametrize("text", [text for text, _ in ATTITUDES])
def test_no_voice_of_a_claim_comes_of_an_attitude(engine: Engine, text: str) -> None:
    assert not any(a.stance == "attitude" for a in read(text, engine).attributions)
    assert not any(a.stance == "attitude" and a.speaks for a in read(text, engine, attitudes=True).attributions)
