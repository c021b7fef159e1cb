"""Who is meant by the noun of a body ("the front", "the council", "the militia"): whose name or words carry it."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine

from .test_actor_units import actors


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        (
            "The Sahel Dawn Army, part of the Front for a Just Azawad, shot at a bus. The front spoke of an error.",
            "front",
            "Front for a Just Azawad",
        ),
        (
            "The Popular Alliance Army met the Blue Rivers Alliance in Ropne. The alliance said talks went well.",
            "alliance",
            "Blue Rivers Alliance",
        ),
        (
            "The Ropne Military Council fought the Sons of Karan militia. The council said two men had died.",
            "council",
            "Ropne Military Council",
        ),
        (
            "The 4th Battalion of the 61st Brigade lost a gun. The battalion moved back, and the brigade sent tanks.",
            "brigade",
            "61st Brigade",
        ),
        ("The Karan Bey militia held the bridge near Gao. Soldiers came, and the militia ran.", "militia", "Karan Bey"),
    ],
)
def test_noun_of_a_body_means_who_bears_it(engine: Engine, text: str, noun: str, name: str) -> None:
    assert actors(text, engine)[noun].name == name


def test_the_army_is_not_whatever_is_called_an_army(engine: Engine) -> None:
    text = "The Arakan Army took a post in Myanmar on Monday. The army sent two jets."
    assert actors(text, engine)["army"].id == "act:tatmadaw"


def test_front_to_which_men_go_is_no_party(engine: Engine) -> None:
    text = "The National Front for Karan sent men to the front in Mali, and the front moved west."
    assert actors(text, engine)["National Front for Karan"].kind == "rebel"
    assert "front" not in actors("Ukraine sent 200 men to the front on Monday.", engine)


def test_what_an_unknown_name_is_called_tells_its_kind(engine: Engine) -> None:
    assert actors("The Karan Bey militia burned a mill near Gao.", engine)["Karan Bey"].kind == "militia"
    assert actors("Fighters of the rebel group Ember Lions burned a mill.", engine)["Ember Lions"].kind == "rebel"
    assert actors("The Forces for Free Karan burned a mill.", engine)["Forces for Free Karan"].kind == "rebel"


def test_acronym_in_brackets_means_the_name_before_it(engine: Engine) -> None:
    text = "The Ukrainian Ministry of Defence (MoD) counted nine drones. The MoD said all fell."
    found = actors(text, engine)
    assert found["MoD"] == found["Ukrainian Ministry of Defence"]
