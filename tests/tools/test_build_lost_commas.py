"""The recipe of the weights that tell where commas were lost."""

from __future__ import annotations

import gzip

from dateline.pipeline import Engine
from dateline.reference.lost_commas import BIAS
from tools.build_lost_commas import fit, held_out, lessons, stripped, written

PARAGRAPHS = (
    "Soldiers shelled the camp, wounding two women, the mayor said.",
    "On Monday, rebels took the bridge, killing a guard.",
    "The convoy left at noon and reached the town in the evening.",
) * 4


def test_commas_and_apostrophes_are_taken_out_and_kept_in_mind() -> None:
    assert stripped("On Monday, Mali's 1,200 men left.") == ("On Monday Malis 1200 men left.", frozenset({9}))


def test_the_same_sentences_give_the_same_weights(engine: Engine) -> None:
    taught = [one for gaps in lessons(PARAGRAPHS, engine.parser) for one in gaps]
    assert sum(one.comma for one in taught) == 16
    first, second = fit(taught), fit(taught)
    assert written(first) == written(second)
    assert {one.comma for one in taught if first.chance(one.features) > 0.5} == {True}
    lines = gzip.decompress(written(first)).decode().splitlines()
    assert any(line.startswith(f"{BIAS}\t-") for line in lines)


def test_what_is_held_out_is_counted(engine: Engine) -> None:
    found = held_out(list(lessons(PARAGRAPHS, engine.parser)), 2)
    assert found["right"] + found["missed"] == 16
