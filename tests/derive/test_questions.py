"""How unknowns are asked, and which voices have no name."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def unknowns(engine: Engine, text: str) -> list[str]:
    return [unknown.what for unknown in run(Report.of(text), engine=engine).unknowns]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("It is not clear what started the clashes in Ashford.", "what started the clashes in Ashford"),
        ("Shells hit a mill in Ashford. No group has said it fired the shells.", "who fired the shells"),
        ("A mill in Ashford was looted, a charity said. It did not say who was responsible.", "who was responsible"),
    ],
)
def test_an_unknown_is_a_question_that_stands_alone(engine: Engine, text: str, question: str) -> None:
    assert question in unknowns(engine, text)


def test_who_may_not_brief_the_press_has_a_position(engine: Engine) -> None:
    text = "Troops took Ashford on Monday, said an officer, who was not allowed to brief the media."
    assert not [what for what in unknowns(engine, text) if what.startswith("position")]


@pytest.mark.parametrize(
    "text",
    [
        "The Ashford health office said five people were killed in Ashford on Monday.",
        "Peter Lual, who speaks for the opposition, said five people were killed in Ashford on Monday.",
        "The town council said five people were killed in Ashford on Monday.",
    ],
)
def test_bodies_and_people_with_a_name_are_not_asked_for(engine: Engine, text: str) -> None:
    assert not [what for what in unknowns(engine, text) if what.startswith("who the")]


def test_a_question_agrees_in_number(engine: Engine) -> None:
    text = "Aid workers said five people were killed in Ashford on Monday. A nurse spoke of six bodies."
    assert {"who the “aid workers” are", "who the “nurse” is"} <= set(unknowns(engine, text))


def test_things_have_no_victims(engine: Engine) -> None:
    text = "Several tanks were hit by shells at the refinery in Ashford on Monday, an engineer said."
    assert "whether the victims were civilians" not in unknowns(engine, text)
