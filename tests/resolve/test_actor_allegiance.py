"""Whose armed men are by the words beside them."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve
from tests.resolve.test_antecedents import meant


def first(text: str, words: str, engine: Engine) -> Actor:
    """The actor of the first mention with these words."""
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    actor = resolution.actor(next(m.id for m in mentions if m.span.quote.lower() == words))
    assert actor is not None
    return actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Forces loyal to Khalifa Haftar shelled Tripoli's airport.", "forces", "act:lna"),
        ("Khalifa Haftar's forces withdrew from Tarhuna.", "forces", "act:lna"),
        ("Pro-Haftar troops took Sirte.", "troops", "act:lna"),
        ("Forces commanded by Mohamed Hamdan Dagalo besieged El Obeid.", "forces", "act:rsf"),
        ("Units under General Abdel Fattah al-Burhan's command retook Wad Madani.", "units", "act:saf"),
        ("Soldiers loyal to Riek Machar attacked a barracks, the army said.", "soldiers", "act:spla-io"),
        ("Forces fighting for the Tigray People's Liberation Front retook Mekelle.", "forces", "act:tplf"),
        ("The troops of General Laurent Nkunda entered Rutshuru in Congo.", "troops", "act:cndp"),
        ("Sultani Makenga's men left Sake in Congo.", "men", "act:m23"),
        ("The head of Wagner, Yevgeny Prigozhin, said his men had left.", "his men", "act:wagner"),
        ("Boko Haram's fighters fled.", "fighters", "act:boko-haram"),
        ("President Salva Kiir said his forces had retaken Nasir.", "his forces", "act:sspdf"),
    ],
)
def test_the_leaders_party_acts(engine: Engine, text: str, words: str, actor: str) -> None:
    assert first(text, words, engine).id == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops backing the coup seized the radio station in Niamey.", "troops"),
        ("Troops allied with the Houthis shelled Taiz in Yemen.", "troops"),
        ("Forces opposed to the RSF attacked Nyala in Sudan.", "forces"),
        ("Fighters aligned with Iran fired rockets at a base in Erbil.", "fighters"),
        ("US-backed forces captured Raqqa in Syria.", "forces"),
        ("The troops of General Pascal Mudogo entered Rutshuru in Congo.", "troops"),
        ("Militias armed by Rwanda seized Rutshuru in Congo.", "militias"),
        ("Troops loyal to the deposed president shelled Juba in South Sudan.", "troops"),
    ],
)
def test_a_body_of_its_own_is_not_the_countrys_army(engine: Engine, text: str, words: str) -> None:
    actor = first(text, words, engine)
    assert actor.provisional
    assert actor.kind == "armed_groups_collective"


def test_the_men_of_a_leader_without_a_party_are_on_his_side(engine: Engine) -> None:
    text = "The warlord Ali Karo retook Birao. His men burned the market."
    assert first(text, "his men", engine).side == first(text, "ali karo", engine).id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters loyal to the self-proclaimed authorities held Rubizhne.", "Fighters loyal to the self-proclaimed authorities"),
        ("Gunmen allied to the locally elected council burned Sake.", "Gunmen allied to the locally elected council"),
    ],
)  # fmt: skip
def test_a_body_is_called_by_the_whole_of_whom_it_is_tied_to(engine: Engine, text: str, name: str) -> None:
    assert first(text, name.split()[0].lower(), engine).name == name


def test_what_helps_a_party_is_not_whom_it_is_tied_to(engine: Engine) -> None:
    assert first("Rebels backed by artillery attacked Bangui.", "rebels", engine).name == "Rebels"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Troops loyal to the government repelled the attack on Beledweyne in Somalia.", "troops", "act:sna"),
        ("Forces under fire in Bakhmut withdrew, Ukraine said.", "forces", "act:uaf"),
        ("The army, supported by Burundian troops, held Sake in Congo, near Goma.", "army", "act:fardc"),
        ("Troops of the 10th Brigade entered Kreminna in Ukraine.", "troops", "act:10th-brigade"),
        ("US-backed forces and the SDF fought in Raqqa. US-backed forces took the stadium.", "forces", "act:sdf"),
    ],
)
def test_near_misses_stay_as_they_were(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor
