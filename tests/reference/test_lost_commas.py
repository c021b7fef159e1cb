"""The weights that ship."""

from __future__ import annotations

from dateline.reference.lost_commas import BIAS, LostCommas, load_lost_commas


def test_a_chance_is_told_by_what_is_known() -> None:
    known = LostCommas(weights={BIAS: 0, "near": 200})
    assert known.chance(()) == 0.5
    assert known.chance(("near", "unknown")) > 0.8


def test_the_weights_ship() -> None:
    known = load_lost_commas()
    assert known is not None
    assert known.weights[BIAS] < 0
