"""What words about a place take up: both towns, who is driven out again, nobody, who never left, and who came back."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def states(text: str, engine: Engine) -> set[tuple[str, str, str]]:
    """Fluent, place and first actor of the rows of control."""
    case = run(Report.of(text, name="t"), engine=engine).case
    name = {key: actor.name for key, actor in case.actors.items()}
    return {(k.fluent, case.places[k.place].name, name.get(k.actors[0], "") if k.actors else "") for k in case.control}


def test_both_towns_are_the_two_told_before(engine: Engine) -> None:
    text = (
        "The rebels said on Sunday they had captured Dermel and Tolok. "
        "A military source said both towns were back in army hands by Monday."
    )
    assert {(f, place) for f, place, _ in states(text, engine)} >= {("held", "Dermel"), ("held", "Tolok")}
    assert not any(place == "both towns" for _, place, _ in states(text, engine))


def test_who_came_is_who_is_pushed_out(engine: Engine) -> None:
    text = "Fano militiamen overran a federal police post in the town of Debark, but soldiers pushed them out, residents said."
    found = states(text, engine)
    assert ("held", "federal police post", "Fano") in found
    assert any(fluent == "vacated" and actor == "Fano" for fluent, _, actor in found)


def test_in_nobodys_hands_is_between_those_who_are_said_to_hold_it(engine: Engine) -> None:
    text = "FARC rebels captured Corinto on Friday. Nobody controls Corinto, a monitor said."
    held = {(fluent, actor) for fluent, place, actor in states(text, engine) if place == "Corinto"}
    assert ("not_held", "Revolutionary Armed Forces of Colombia") in held
    assert not states("Nobody controls Corinto, a monitor in Colombia said.", engine)


def test_who_never_left_holds_what_another_is_said_to_have_taken(engine: Engine) -> None:
    text = "The Bolan Front captured Karsh on Friday, its spokesman said. The Dran Brigade said it never left Karsh."
    assert any(fluent == "held" and "Dran" in actor for fluent, _, actor in states(text, engine))


@pytest.mark.parametrize(
    ("text", "fluents"),
    [
        (
            "Rebels raided the base in Gao and the soldiers returned to the base at midnight, residents said.",
            {"present"},
        ),
        ("Families returned to Gao after the fighting, aid workers said.", set()),
        ("An army spokesman conceded a withdrawal from the airport of Gao.", {"vacated"}),
        ("The United Nations confirmed a withdrawal from the airport of Gao.", set()),
    ],
)
def test_who_returns_in_arms_is_there_and_who_concedes_a_withdrawal_made_it(
    text: str, fluents: set[str], engine: Engine
) -> None:
    assert {fluent for fluent, _, _ in states("Malian troops fought rebels in Mali. " + text, engine)} == fluents


def test_a_closed_road_is_besieged_and_not_the_town_to_which_it_leads(engine: Engine) -> None:
    text = "The road from Karsh to Tolok has been cut by rebels since Friday, a bus driver said."
    assert ("besieged", "road from Karsh to Tolok") in {(f, place) for f, place, _ in states(text, engine)}


def test_a_communique_of_a_party_is_a_rival_account(engine: Engine) -> None:
    text = (
        "COMMUNIQUE OF THE FARC\n\nOn Saturday FARC fighters took the town of Corinto. "
        "The Colombian army said that it never left Corinto."
    )
    findings = run(Report.of(text, name="t"), engine=engine).findings
    assert "control_conflict" in {finding.type for finding in findings}
