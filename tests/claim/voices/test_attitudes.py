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
    ("The mayor's fear is that the dam will burst.", ("The mayor's", "fear is", "that the dam will burst")),
    ("The bishop heaped praise on the nurses.", ("The bishop", "heaped praise on", "the nurses")),
    ("The plan drew criticism.", ("", "drew criticism", "The plan")),
    ("The raid was described as a mistake by the elders.", ("the elders", "was described as", "The raid … a mistake")),
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


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The mayor spoke sharply of the curfew.", "spoke sharply of"),
        ("The mayor voiced doubts of the plan.", "voiced doubts of"),
        ("The mayor said recently that the bridge is open.", "said recently"),
        ("The elders called on the army to leave.", "called on"),
        ("The raid was widely condemned as a crime.", "was widely condemned as"),
    ],
)
def test_the_phrase_of_a_cue_takes_in_how_it_is_said(engine: Engine, text: str, phrase: str) -> None:
    found = read(text, engine, attitudes=True).attributions
    assert phrase in [span.quote for a in found for span in a.phrase]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels were supposed to leave on Friday.",
        "The mayor addressed the crowd.",
        "A man directed traffic.",
        "Rebels put 12 soldiers out of action at Sirba.",
    ],
)
def test_duties_and_deeds_hand_nothing_on(engine: Engine, text: str) -> None:
    assert read(text, engine).attributions == ()
