"""The label of a passage: cues, acts with their party, and the fallback."""

from __future__ import annotations

import pytest

from benchmarks.yardsticks.case2021 import Condition, load_cues, predict
from dateline.pipeline import Engine

PASSAGES = {
    "SUIC_BOMB": "A suicide bomber drove into the gate of the barracks, killing three guards.",
    "NATURAL_DISASTER": "A strong earthquake shook the coast at dawn and brought down dozens of houses.",
    "ARREST": "Police arrested eleven members of the banned party on Friday.",
    "ABDUCT_DISSAP": "Unknown men abducted a teacher on his way to work.",
    "GRENADE": "Somebody hurled a hand grenade into a tea shop, wounding four customers.",
    "SEX_VIOL": "Two soldiers were accused of sexual violence against women in the camp.",
}


@pytest.mark.parametrize("label", PASSAGES)
def test_each_passage_gets_its_label(engine: Engine, label: str) -> None:
    rows = list(predict([{"id": "1", "text": PASSAGES[label]}], engine))
    assert rows == [{"doc": "1", "label": label}]


def test_a_passage_without_any_cue_is_other(engine: Engine) -> None:
    assert next(predict([{"id": "1", "text": "The recipe calls for two eggs."}], engine))["label"] == "OTHER"


def test_an_empty_passage_is_other(engine: Engine) -> None:
    assert next(predict([{"id": "1", "text": ""}], engine))["label"] == "OTHER"


def test_conditions_look_for_words_or_acts_and_can_be_negated() -> None:
    assert Condition.of(r"\bmine").holds("a mine went off", frozenset())
    assert not Condition.of(r"!\bmine").holds("a mine went off", frozenset())
    assert Condition.of("act:capture/state").holds("", frozenset({"capture/state"}))
    assert Condition.of("!act:capture/state").holds("", frozenset({"capture"}))


def test_every_cue_of_the_table_reads() -> None:
    cues = load_cues()
    assert len({cue.label for cue in cues}) == 30
    assert all(cue.conditions for cue in cues)
