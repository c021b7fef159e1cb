from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def party(engine: Engine, text: str, words: str) -> str:
    """The id of the actor that the last mention with these words means."""
    case = run(Report.of(text), engine=engine).case
    mention = [m for m in case.resolution.mentions if m.kind == "actor" and m.span.quote == words][-1]
    actor = case.resolution.actor(mention.id)
    assert actor is not None
    return actor.id


@pytest.mark.parametrize(
    ("text", "words", "enemy"),
    [
        ("Anti-junta forces hold most of the hills in Chin State.", "Anti-junta forces", "act:tatmadaw"),
        ("The anti-Houthi coalition took the port.", "anti-Houthi coalition", "act:houthis"),
        ("Anti-Taliban fighters seized the valley.", "Anti-Taliban", "act:taliban"),
    ],
)
def test_those_who_fight_a_party_are_not_the_party(engine: Engine, text: str, words: str, enemy: str) -> None:
    assert party(engine, text, words) != enemy


def test_what_a_unit_is_for_says_nothing_of_its_side(engine: Engine) -> None:
    assert party(engine, "Anti-terror police arrested two men in Mombasa.", "Anti-terror police") == "act:ke-police"


def test_the_group_is_whom_the_text_called_a_group(engine: Engine) -> None:
    text = (
        "Shelling by the Rapid Support Forces killed nine on Tuesday. The Resistance Committees, a volunteer group, said "
        'more had been hurt. "It did not stop," the group said.'
    )
    assert party(engine, text, "group") == "act:resistance-committees"


def test_our_soldiers_are_those_of_who_wrote_it(engine: Engine) -> None:
    text = (
        'Gen Oleksandr Syrskyi said the units had moved. "Our soldiers did their duty," he wrote on Facebook. '
        "Russia's defence ministry said its forces had taken the town."
    )
    assert party(engine, text, "Our soldiers") == "act:uaf"


def test_who_holds_a_rebel_held_town_are_rebels(engine: Engine) -> None:
    record = run(Report.of("Warplanes bombed the rebel-held town of Dorum on Monday."), engine=engine)
    (row,) = record.case.control
    assert [record.case.actors[actor].name for actor in row.actors] == ["rebels"]
