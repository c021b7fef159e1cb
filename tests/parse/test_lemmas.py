"""Lemmas of verbs that lose an "e" before an ending."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Soldiers raped two women.", "raped", "rape"),
        ("They were raping women.", "raping", "rape"),
        ("Gunmen sniped at the post.", "sniped", "snipe"),
        ("They hoped for rain.", "hoped", "hope"),
        ("The army hopes to win.", "hopes", "hope"),
        ("The army goes home.", "goes", "go"),
        ("The group stages raids.", "stages", "stage"),
        ("Gunmen robbed a shop.", "robbed", "rob"),
        ("The army bombed a bridge.", "bombed", "bomb"),
        ("The troops were fixed in place.", "fixed", "fix"),
        ("Police raided a flat.", "raided", "raid"),
        ("They showed the dead.", "showed", "show"),
        ("Rebels were hitting the base.", "hitting", "hit"),
    ],
)
def test_a_letter_that_is_not_doubled_stood_before_an_e(engine: Engine, text: str, word: str, lemma: str) -> None:
    found = parse(Report.of(text), parser=engine.parser)
    assert [token.lemma for token in found.tokens if token.lower == word] == [lemma]
