"""Who keeps silent or cannot tell names no act; only who holds a place, and uncounted losses, are what is left open."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor did not say whose men had shelled the mill.", ("say", "asserted", "negative")),
        ("The ministry did not say who had entered the camp.", ("say", "asserted", "negative")),
        ("The colonel refused to say how the town was entered.", ("say", "asserted", "negative")),
        ("Villagers could not say which of the two armies had fired.", ("assess", "unknown", "positive")),
        ("We could not tell who was inside.", ("hold", "unknown", "positive")),
        ("Traders do not know who controls the ford.", ("hold", "unknown", "positive")),
        ("The colonel refused to say how many soldiers had died.", ("kill", "asserted", "negative")),
        ("The army did not say whether any soldiers were wounded.", ("wound", "asserted", "negative")),
    ],
)
def test_silence_names_no_act(engine: Engine, text: str, told: tuple[str, str, str]) -> None:
    claims = claims_of(engine, text)
    assert [(claim.act, claim.modality, claim.polarity) for claim in claims] == [told]
    assert not any(claim.codeable for claim in claims)


@pytest.mark.parametrize("text", ["Neither claim could be verified.", "Neither side has replied to the charge."])
def test_neither_of_two_is_told_too(engine: Engine, text: str) -> None:
    assert [(words_of(claim), claim.polarity) for claim in claims_of(engine, text)] == [(text[:-1], "negative")]


def test_who_told_after_all_tells_of_the_act(engine: Engine) -> None:
    assert only(engine, "The mayor did say whose men had shelled the mill.", "shelled the mill").act == "shelling"


def test_the_day_from_which_the_dead_are_counted_belongs_to_their_number(engine: Engine) -> None:
    text = "Some 70 villagers have been killed since the battle for the dam began on 3 March, the army said on 9 March 2024."
    toll = only(engine, text, "Some 70 villagers")
    assert words_of(toll).endswith("began on 3 March")
    assert only(engine, text, "the battle for the dam began").temporal_status == "background"


def test_what_else_was_done_since_is_told_apart(engine: Engine) -> None:
    text = "Some 70 villagers have been killed since the army entered the valley."
    assert words_of(only(engine, text, "70 villagers")) == "Some 70 villagers have been killed"
