"""Whose "we", "our men", "its troops" and "they" are where somebody's official or officer speaks."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine

from .test_actor_nominals import party
from .test_actor_units import actors
from .test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Burundi's 9th Battalion lost a mortar near Uvira. The battalion's commander said his men would be back.",
            "his men",
            "9th Battalion",
        ),
        (
            'In Niger, Colonel Issa Dan, who commands the 6th Motorised Brigade, said the post held. "We shot nine," he said.',
            "We",
            "6th Motorised Brigade",
        ),
        (
            "A blogger wrote that units of the 8th Guards Division were in Ropne, but a Ukrainian brigade spokeswoman said its troops held on.",
            "its troops",
            "Armed Forces of Ukraine",
        ),
        (
            'The ministry of defence of Niger spoke of six dead. "We lost a trench," said the ministry\'s spokesman, Ali Dan.',
            "We",
            "Nigerien armed forces",
        ),
        (
            'Guards came to the fence. "Our boys are still inside," said the spokesman of the Karan Battalion, Sergeant Timur Zak.',
            "Our boys",
            "Karan Battalion",
        ),
    ],
)
def test_speaker_means_his_side(engine: Engine, text: str, words: str, name: str) -> None:
    assert actors(text, engine)[words].name == name


def test_officer_whom_nobody_claims_speaks_for_the_forces_of_the_country(engine: Engine) -> None:
    text = 'In Somalia, fighters hit a base. "We killed nine," said Colonel Farah Nur, a commander in Janale.'
    assert party(engine, text, "We") == "act:sna"


def test_officer_who_has_left_speaks_for_himself(engine: Engine) -> None:
    text = 'In Somalia, fighters hit a base. "We were naive then," said retired Colonel Farah Nur, an analyst.'
    assert party(engine, text, "We").startswith("per:")


@pytest.mark.parametrize(
    "text",
    [
        'The FLA attacked Kidal on Monday. "We captured the town," said Colonel Ag Issa.',
        'In Niger, fighters hit a base. "We captured it," said Colonel Issa Dan, who deserted in May.',
    ],
)
def test_officer_who_may_be_of_a_group_is_not_taken_for_the_states(engine: Engine, text: str) -> None:
    assert party(engine, text, "We").startswith("per:")


def test_who_goes_on_to_call_for_something_is_who_spoke(engine: Engine) -> None:
    text = "The Syrian National Coalition said that the regime had shelled Duma. It called for an inquiry."
    assert party(engine, text, "It") == party(engine, text, "Syrian National Coalition")


def test_what_a_commander_quoted_says_is_of_his_side(engine: Engine) -> None:
    text = (
        'The military said the hill fell. "Our cadres hold it," the site Eela quoted a Hezbollah commander as saying.'
    )
    assert party(engine, text, "Our cadres") == "act:hezbollah"


def test_somebody_identified_by_name_is_that_person(engine: Engine) -> None:
    text = "Gunmen shot a trader identified as Bilal Lone in Sopore. A man named Omar Dar was hurt."
    assert meant(text, "trader", engine) == "per:bilal-lone"


def test_we_outside_quotation_marks_is_who_writes(engine: Engine) -> None:
    text = "By Ada Ruiz, The Northern Ledger\n\nA driver said he had moved nine bodies; we could not confirm this."
    assert party(engine, text, "we").startswith("src:")


def test_we_outside_quotation_marks_that_somebody_says_is_his(engine: Engine) -> None:
    text = "Hezbollah said it hit a tank. A Hezbollah spokesman added that we had lost nobody."
    assert party(engine, text, "we") == "act:hezbollah"


@pytest.mark.parametrize(
    ("text", "pronoun", "not_meant"),
    [
        ("The headmaster rang on Sunday. His wife heard nothing more. He is being held in the hills.", "he", "wife"),
        ("The clerk saw her brother fall at the well. She ran into the maize.", "she", "brother"),
    ],
)
def test_pronoun_and_noun_agree_in_sex(engine: Engine, text: str, pronoun: str, not_meant: str) -> None:
    who = meant(text, pronoun, engine)
    assert who is None or not_meant not in who
