"""The planter makes wrong what was right, and nothing else."""

from __future__ import annotations

from benchmarks.planted_places import PLANTS, alarms, made, planted, told
from dateline.pipeline import Engine

TRUE = "Mali: gunmen attacked a convoy near Bourem, 90 km (56 miles) north-west of Gao, residents said."


def test_a_true_sentence_is_planted_four_times_and_silent_itself(engine: Engine) -> None:
    one = told(TRUE, engine)
    assert one is not None
    assert alarms(TRUE, engine) == []
    changed = {plant: text for plant, text, enough in planted(one) if enough}
    assert tuple(changed) == PLANTS
    assert "45 km north-west of Gao" in changed["distance x0.5"]
    assert "180 km north-west of Gao" in changed["distance x2"]
    assert "90 km north-east of Gao" in changed["bearing +90"]
    assert "90 km south-east of Gao" in changed["bearing +180"]
    assert all(len(alarms(text, engine)) == 1 for text in changed.values())


def test_a_false_or_vague_sentence_is_not_used(engine: Engine) -> None:
    assert told("Mali: gunmen left Bourem, 90 km south of Gao.", engine) is None
    assert told("Mali: gunmen left Umm Tarakna, 90 km south of Gao.", engine) is None
    assert told("Mali: gunmen left Bourem, near Gao.", engine) is None


def test_the_sentences_made_are_the_same_every_time(engine: Engine) -> None:
    gazetteer = engine.reference.gazetteer
    assert list(made(gazetteer, 5)) == list(made(gazetteer, 5))
