"""Of which body men are a part, and who only comes of a party and is not it."""

from __future__ import annotations

import pytest

from dateline.model.sides import opposed, same_side
from dateline.pipeline import Engine

from .test_actor_units import actors


@pytest.mark.parametrize(
    ("text", "men", "body"),
    [
        ("Elements of the 71st Rifle Brigade dug in east of Ropne.", "Elements", "71st Rifle Brigade"),
        ("Remnants of the 8th Battalion hid in the woods.", "Remnants", "8th Battalion"),
        ("Soldiers from the 2nd Mountain Regiment mined the pass.", "Soldiers", "2nd Mountain Regiment"),
        ("Elements of Russia's 33rd Guards Division crossed the ditch.", "Elements", "33rd Guards Division"),
        ("Troops of the Sudanese army's 6th Division left Bara.", "Troops", "6th Division"),
    ],
)
def test_men_of_a_body_are_the_body(engine: Engine, text: str, men: str, body: str) -> None:
    assert actors(text, engine)[men].name == body


def test_elements_of_a_thing_are_nobody(engine: Engine) -> None:
    assert "Elements" not in actors("Elements of the plan were read out in Juba.", engine)
    assert "remnants" not in actors("Engineers cleared the remnants of a bridge in Juba.", engine)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A splinter faction of the Taliban burned two shops in Herat.", "splinter faction"),
        ("An offshoot of al-Qaeda took a village in Yemen.", "offshoot"),
        ("Former Taliban fighters opened a school in Herat.", "Taliban"),
        ("Ex-Taliban gunmen robbed a bank in Herat.", "Taliban"),
        ("Taliban defectors spoke to the governor of Herat.", "Taliban"),
    ],
)
def test_who_split_off_from_a_party_is_a_body_of_its_own(engine: Engine, text: str, words: str) -> None:
    body = actors(text, engine)[words]
    assert body.provisional
    parent = engine.reference.actors.by_id[body.memberships[0].of].actor
    assert not same_side(body, parent)
    assert not opposed(body, parent)


def test_splinter_is_called_so_again(engine: Engine) -> None:
    text = "A splinter group of the Taliban raided Zaranj. The splinter group later freed a judge. The Taliban denied any part."
    found = actors(text, engine)
    assert found["Taliban"].id == "act:taliban"
    assert found["splinter group"].name == "splinter group of the Taliban"


def test_register_knows_some_dissidents(engine: Engine) -> None:
    assert actors("Dissidents of the demobilised FARC shot a judge in Neiva.", engine)["Dissidents"].id == "act:emc"


def test_soldiers_who_rise_are_no_longer_the_unit(engine: Engine) -> None:
    assert actors("Renegade soldiers of the 5th Brigade held Goma.", engine)["Renegade soldiers"].name != "5th Brigade"


def test_town_that_broke_away_is_no_body(engine: Engine) -> None:
    text = "The breakaway region of Somaliland sent soldiers of the Somaliland army to Las Anod."
    assert not any(actor.memberships for actor in actors(text, engine).values())
