"""What strikes are done with, and which word behind a state's adjective is its strike."""

from __future__ import annotations

import pytest

from dateline.reference.strike_words import are_arms, strike_behind


@pytest.mark.parametrize(
    ("behind", "index"),
    [
        ("air strikes on the port", 1),
        ("long range drone and missile attack", 5),
        ("attack helicopter raid", 2),
        ("glide bomb strike", 2),
        ("hospital attack", None),
        ("car bomb attack", None),
        ("bomb attack", None),
        ("attack", None),
        ("missile parts", None),
        ("missile", None),
        ("", None),
    ],
)
def test_the_strike_stands_behind_what_only_a_party_at_arms_has(behind: str, index: int | None) -> None:
    assert strike_behind(behind.split()) == index


def test_arms_are_told_without_any_other_word() -> None:
    assert are_arms(["car", "bomb"])
    assert are_arms(["drone", "and", "missile"])
    assert not are_arms(["army", "base"])
    assert not are_arms(["and"])
    assert not are_arms([])
