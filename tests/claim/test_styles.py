"""Ways of telling that desks meet every day: gerunds, light verbs, idioms, asides, tributes."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("Fighting between the FARDC and M23 continued on Thursday around Sake.", "continued", "clash"),
        ("The enemy launched a missile and carried out over 300 shellings.", "carried out", "shelling"),
        ("Soldiers looted shops and set houses on fire.", "set houses", "burn"),
        ("A bomb fell on a house in the town, injuring two pensioners.", "fell", "attack"),
        ("Soldiers detained five villagers and released three of them a day later.", "released", "release"),
        ("Two soldiers paid the ultimate price in the ambush.", "paid", "kill"),
        ("The rebel commander conceded the loss of the city.", "loss", "withdraw"),
        ("They mourned the 12 soldiers who died in the ambush.", "died", "kill"),
        ("Rebels seized the town, forcing at least 300 people to flee their homes.", "flee", "displace"),
        ("The brigade said it had withdrawn units from Siversk to save its men.", "withdrawn", "withdraw"),
    ],
)
def test_it_is_an_event(engine: Engine, text: str, part: str, act: str) -> None:
    found = only(engine, text, part)
    assert (found.act, found.codeable) == (act, True)


def test_a_bullet_is_no_word_of_a_claim(engine: Engine) -> None:
    assert only(engine, "• M23 fighters took control of Minova on 21 January.", "took control").spans[0].quote[0] == "M"


def test_an_aside_hands_over_what_stands_on_both_sides_of_it(engine: Engine) -> None:
    text = "The foreign ministry condemned the strikes, which it said killed members of the security forces."
    assert len(only(engine, text, "killed").chain) == 2


def test_a_tribute_without_a_number_takes_deaths_as_known(engine: Engine) -> None:
    found = only(engine, "He paid tribute to the soldiers who fell on the field of honour.", "fell")
    assert (found.act, found.codeable, found.why) == ("kill", False, "presupposed, no number")


def test_casualties_called_high_are_casualties_without_a_number(engine: Engine) -> None:
    found = only(engine, "The army captured Goma. The number of casualties, residents said, is very high.", "high")
    assert (found.kind, found.codeable) == ("casualty", False)


def test_an_attack_placed_among_others_is_no_second_one(engine: Engine) -> None:
    text = "Shells struck the hospital in Goma on Sunday. It was the fifth attack on the hospital this year."
    assert not only(engine, text, "fifth").codeable


def test_what_came_years_before_is_background(engine: Engine) -> None:
    text = "The army said it had pushed the rebels out of Sake, more than a year after losing it."
    assert only(engine, text, "losing").temporal_status == "background"


def test_the_source_at_the_end_speaks_though_the_parser_hangs_it_on_what_is_said(engine: Engine) -> None:
    text = (
        "Fighting left some 30 dead and forced 1,000 people from their homes in the Sake region,"
        " the governor of North Kivu province reported this Friday."
    )
    assert len(only(engine, text, "homes").chain) == 2
