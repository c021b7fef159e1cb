"""Which of the voices that lie in one another a row of the attribution yardstick is of."""

from __future__ import annotations

from benchmarks.yardsticks.attribution import predict
from dateline.pipeline import Engine


def _cues(engine: Engine, text: str) -> list[str]:
    rows = predict([{"id": "1", "text": text}], engine)
    return [" … ".join(text[start:end] for start, end in row["cue"]) for row in rows]


def test_an_attitude_around_words_of_another_is_the_outer_voice(engine: Engine) -> None:
    assert _cues(engine, "The miners resent that the mayor said the pit would close.") == ["resent"]


def test_a_survey_in_which_people_speak_gives_way_to_them(engine: Engine) -> None:
    assert _cues(engine, "In a survey of the valley, most farmers said that the dam was useless.") == ["said"]
