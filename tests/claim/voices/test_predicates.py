"""Adjectives that hand over words, and the phrase around a cue."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Residents are afraid that the dam will burst.",
            ("Residents", "are afraid", "that the dam will burst"),
        ),
        ("The bishop was critical of the raid.", ("The bishop", "was critical of", "the raid")),
        ("The envoy is willing to meet the rebels.", ("The envoy", "is willing", "to meet the rebels")),
    ],
)
def test_adjectives_have_source_cue_and_content(engine: Engine, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [words(a) for a in read(text, engine).attributions]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The general went on to say that the port was calm.", "went on to say"),
        ("“The port is calm,” the general said in a statement.", "said in a statement"),
        ("The general said: “The port is calm.”", "said:"),
        ("The port was calm, the general said.", "said"),
    ],
)
def test_the_phrase_of_a_cue_takes_in_what_leads_on_to_it_and_the_occasion(
    engine: Engine, text: str, phrase: str
) -> None:
    assert phrase in [a.phrase[0].quote for a in read(text, engine).attributions]


def test_what_somebody_fears_is_a_claim_of_his_and_no_event(engine: Engine) -> None:
    claim = only(engine, "Residents are afraid that the rebels will shell the town.", "shell")
    assert (claim.act, len(claim.voices), claim.codeable) == ("shelling", 2, False)


@pytest.mark.parametrize(
    "text",
    [
        "The militia is ready to leave the port.",
        "The militia is about to leave the port.",
        "The brigade was poised to storm the town.",
    ],
)
def test_what_somebody_is_ready_to_do_is_not_done(engine: Engine, text: str) -> None:
    assert not [claim for claim in claims_of(engine, text) if claim.codeable]
