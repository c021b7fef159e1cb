"""Whose official a role is, and who is one person with whom."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve
from tests.resolve.test_actors import resolved


def _officials(engine: Engine, text: str, role: str) -> list[Actor]:
    return [actor for quote, actors in resolved(engine, text)[0].items() if quote.endswith(role) for actor in actors]


def test_spokesmen_of_two_parties_are_two_persons(engine: Engine) -> None:
    text = (
        "A spokesman for the Taliban said the post in Kunduz had fallen. A spokesman for the army denied it. "
        "The spokesman said three soldiers were wounded."
    )
    first, second, third = _officials(engine, text, "spokesman")
    assert first.id != second.id
    assert third.id == second.id


def test_an_army_spokesman_is_not_the_rebels_spokesman(engine: Engine) -> None:
    text = "An army spokesman in Khartoum said troops held El Obeid. A spokesman for the RSF denied this."
    army, rsf = _officials(engine, text, "spokesman")
    assert (army.side, rsf.side) == ("SD", "rsf")


def test_an_unnamed_official_is_called_by_the_office(engine: Engine) -> None:
    text = (
        "A spokesman for the Taliban, who gave no name, said so. The governor of Herat said no. An army officer left."
    )
    names = [actor.name for role in ("spokesman", "governor") for actor in _officials(engine, text, role)]
    assert names == ["spokesman for the Taliban", "governor of Herat"]


def test_governors_of_two_provinces_are_two_persons(engine: Engine) -> None:
    text = "The governor of Herat spoke of nine dead. The governor of Farah gave no figure. The governor of Herat left."
    herat, farah, again = _officials(engine, text, "governor")
    assert herat.id != farah.id
    assert again.id == herat.id


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("In Sudan, RSF commander Musa Bakri said his men held the bridge.", "Musa Bakri", "rsf"),
        ("Musa Bakri, a spokesman for the Taliban, said they had left.", "Musa Bakri", "taliban"),
        ("The Kenyan army denied it. Its spokesman, Peter Otieno, gave no figure.", "Peter Otieno", "KE"),
        ("The head of the Somali army, General Musa Bakri, said the town was quiet.", "Musa Bakri", "SO"),
        ("Peter Otieno, a trader in Garissa, said the army had left.", "Peter Otieno", None),
        ("Colonel Peter Otieno, a victim of the Taliban, spoke in Garissa.", "Peter Otieno", None),
    ],
)
def test_an_official_is_on_the_side_of_his_body(engine: Engine, text: str, person: str, side: str | None) -> None:
    (actor, *_) = resolved(engine, text)[0][person]
    assert actor.side == side


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("“We took the bridge,” a spokesman for the Taliban said.", "We", "act:taliban"),
        ("“Our fighters took the bridge,” Taliban spokesman Musa Bakri said.", "Our fighters", "act:taliban"),
        ("“We took the bridge,” a Kenyan army spokesman said.", "We", "act:ke-forces"),
    ],
)
def test_the_we_of_a_spokesman_is_the_party(engine: Engine, text: str, quote: str, actor: str) -> None:
    assert resolved(engine, text)[0][quote][0].id == actor


def test_a_spokesman_who_says_i_means_himself(engine: Engine) -> None:
    table, _ = resolved(engine, "“I saw the bridge burn,” a spokesman for the Taliban said.")
    assert [actor.id for actor in table["I"]] == ["per:spokesman-taliban"]


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("SSPDF spokesperson Maj. Gen. Peter Lam said Nasir was quiet.", "Peter Lam", "SS"),
        ("Nasir County Commissioner John Tut denied it in South Sudan.", "John Tut", "SS"),
        ("Somali police official Omar Farah said a bomb went off.", "Omar Farah", "SO"),
        ("The governor of Bryansk, Oleg Titov, blamed Ukraine for the fire.", "Oleg Titov", "RU"),
        ("Kassala Governor Ali Hamid fled on Friday.", "Ali Hamid", "SD"),
        ("Jean Bosco, the administrator of Rutshuru territory, confirmed the toll.", "Jean Bosco", "CD"),
        ("In Sudan, Musa al-Amin, a JEM field commander, said talks had failed.", "Musa al-Amin", "jem"),
        ("In Uganda, the commander of the 4th Battalion, Col Denis Okot, said his men would stay.", "Denis Okot", "UG"),
        ("Eritrean Information Minister Haile Tesfay did not reply.", "Haile Tesfay", "ER"),
        ("The spokesperson for the UN force in Mali, Lieutenant Colonel Moussa Diallo, denied it.", "Moussa Diallo", "un"),
        ("Sudan's shadow governor, Idris Kamal, fled.", "Idris Kamal", None),
        ("Peter Otieno, the director of a school in Garissa, said so.", "Peter Otieno", None),
        ("Peter Otieno, according to a commander, had fled Garissa.", "Peter Otieno", None),
    ],
)  # fmt: skip
def test_the_office_beside_a_name_tells_the_side(engine: Engine, text: str, person: str, side: str | None) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    sides = {actor.side for m in mentions if m.span.quote == person and (actor := resolution.actor(m.id))}
    assert sides <= {side}
    assert sides or side is None


@pytest.mark.parametrize("again", ["spokesman", "spokesperson"])
def test_a_spokeswoman_may_be_the_spokesperson_next(engine: Engine, again: str) -> None:
    text = f"Taliban spokeswoman Amina Safi said the post had fallen. The {again} added that two men were hurt."
    assert {actor.name for actor in _officials(engine, text, again)} == {"Amina Safi"}


def test_a_counterpart_is_of_the_nation_that_is_named_with_it(engine: Engine) -> None:
    text = "Ugandan army chief Gen. Peter Otieno met his Kenyan counterpart, Lt. Gen. Musa Bakri. Bakri said so."
    bakri, *_ = _officials(engine, text, "Bakri")
    assert (bakri.name, bakri.side) == ("Musa Bakri", "KE")


def test_the_leader_of_whom_somebody_is_the_son_is_another(engine: Engine) -> None:
    text = "Musa Bakri, son of the leader, was killed near Kunduz on Friday."
    assert [actor.name for actor in _officials(engine, text, "leader")] != ["Musa Bakri"]
