"""An event that "came after" another keeps the words that say so; the other is told apart."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The raid came a day after gunmen killed four miners near Bor.", "The raid came a day after"),
        ("Friday's attack came after a twin ambush in Homs on Tuesday.", "Friday's attack came after a twin ambush"),
        ("The violence came despite a truce between the army and the rebels.", "The violence came despite a truce"),
    ],
)  # fmt: skip
def test_what_puts_an_event_behind_another_stays_with_it(engine: Engine, sentence: str, words: str) -> None:
    found = [words_of(claim) for claim in claims_of(engine, sentence)]
    assert words in found
    assert len(found) == 2


def test_whoever_came_is_no_event(engine: Engine) -> None:
    found = [words_of(claim) for claim in claims_of(engine, "Reinforcements came after the attack on the barracks.")]
    assert found == ["Reinforcements came", "the attack on the barracks"]


def test_a_day_is_no_owner_of_a_deed(engine: Engine) -> None:
    found = [words_of(claim) for claim in claims_of(engine, "Monday's bombing destroyed the bridge.")]
    assert found == ["Monday's bombing destroyed the bridge"]
