"""Whom a party calls the enemy, and whom "the rebels" means beside a militia."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine

from .test_actor_units import actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hezbollah said its gunners drove the enemy out of Khiam. Israel has not said a word.", "act:idf"),
        ("Fano fighters met Ethiopian soldiers at Debark. A Fano spokesman said the enemy had run.", "act:endf"),
        ("The enemy lost nine tanks near Pokrovsk.", "lbl:enemy"),
    ],
)
def test_enemy_is_the_other_party_of_who_says_so(engine: Engine, text: str, actor: str) -> None:
    assert actors(text, engine)["enemy"].id == actor


def test_enemy_among_several_is_nobody_known(engine: Engine) -> None:
    text = "The Sudanese army, the RSF and the SPLM-N fought in Kadugli. The Sudanese army said the enemy had run."
    assert actors(text, engine)["enemy"].id == "lbl:enemy"


def test_men_of_several_groups_are_told_apart_by_what_they_are_called(engine: Engine) -> None:
    text = "Mai-Mai fighters shot at M23 rebels near Masisi. The rebels took a hill. The militiamen ran."
    found = actors(text, engine)
    assert (found["rebels"].id, found["militiamen"].id) == ("act:m23", "act:mai-mai")


def test_adverb_is_part_of_a_government_that_others_recognise(engine: Engine) -> None:
    text = "The internationally recognised government of Yemen met in Aden."
    assert "internationally recognised government" in actors(text, engine)
