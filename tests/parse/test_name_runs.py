"""Runs of proper nouns."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Police arrested Tano Bell in Bria.", ["Tano Bell"]),
        (
            "The spokesman, Ousmane Diallo Sy, told Radio Fleuve that he had left.",
            ["Ousmane Diallo Sy", "Radio Fleuve"],
        ),
        ("The Lake Province is calm.", []),
        ("Soldiers left Gao, and Bell stayed.", []),
    ],
)
def test_names_of_two_words_without_an_article_are_proposed(text: str, runs: list[str], engine: Engine) -> None:
    assert [span.quote for span in parse(Report.of(text), parser=engine.parser).proposals] == runs


def test_a_run_ends_with_its_sentence(engine: Engine) -> None:
    parsed = parse(Report.of("The men fled to Port Sudan. Tano Bell stayed."), parser=engine.parser)
    assert [span.quote for span in parsed.proposals] == ["Port Sudan", "Tano Bell"]
