"""Who "we", "they", "it", "the enemy" and "his men" are where only later words, or the build of a sentence, tell."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine

from .test_actor_units import actors


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'Fano fighters met Ethiopian soldiers near Debre Tabor. "Our men took the bridge and the enemy ran," said Abebe Worku, '
            "who speaks for Fano.",
            "enemy",
            "Ethiopian National Defence Force",
        ),
        (
            "In Ethiopia, the army spoke of a victory. Abebe Worku, who speaks for Fano, denied it, saying his men held the bridge.",
            "his men",
            "Fano",
        ),
        (
            "In Mali, the army fought JNIM near Nara. A JNIM spokesman said the mercenaries had fled the camp.",
            "mercenaries",
            "mercenaries",
        ),
        (
            "Villagers were shot dead by Eritrean soldiers before they left the town.",
            "they",
            "Eritrean Defence Forces",
        ),
        (
            "In Mali, the army killed nine villagers near Nara on Monday. They also burned the market.",
            "They",
            "Malian Armed Forces",
        ),
        (
            'In Niger, "our troops hold the market and they are moving on the bridge," said the army spokesman, Colonel Ali Dan.',
            "they",
            "Nigerien armed forces",
        ),
        (
            "In Mali, the defence ministry said 40 fighters of JNIM had been killed; it gave no figure for its own losses.",
            "it",
            "Malian defence ministry",
        ),
    ],
)
def test_party_is_read_from_the_whole(engine: Engine, text: str, words: str, name: str) -> None:
    assert actors(text, engine)[words].name == name


def test_they_of_a_quotation_are_not_its_speakers(engine: Engine) -> None:
    text = (
        'In Mali, soldiers met JNIM fighters near Nara. "We lost two men," said Bah Sidi, a JNIM commander, on Monday. '
        '"They burned the village."\n\nThree residents said soldiers had come back.'
    )
    assert actors(text, engine)["They"].id == "act:fama"


def test_hospital_that_took_in_the_dead_is_no_party(engine: Engine) -> None:
    text = "In Mali, JNIM shelled Nara. A doctor at the hospital said it had taken in nine dead."
    assert "it" not in actors(text, engine)


def test_title_of_a_newspaper_in_the_name_of_a_front_is_the_front(engine: Engine) -> None:
    text = "In Pakistan, the Baluch Liberation Front said its fighters had burned a post of the Frontier Corps."
    assert actors(text, engine)["its fighters"].id == "act:blf"


def test_wing_of_an_army_spelled_out_is_not_the_army(engine: Engine) -> None:
    text = "In Sudan, the Sudan Liberation Army-Transitional Council left Rokero to the Sudan Liberation Army."
    found = actors(text, engine)
    assert found["Sudan Liberation Army-Transitional Council"].id == "act:slm-tc"


def test_group_that_is_accused_of_something_is_a_party(engine: Engine) -> None:
    text = "In Mali, JNIM fighters left Nara. The government accused the group of blocking aid, a charge it denies."
    found = actors(text, engine)
    assert (found["group"].id, found["it"].id) == ("act:jnim", "act:jnim")


def test_enemy_in_the_words_of_nobody_known_is_nobody_known(engine: Engine) -> None:
    text = "In Mali, JNIM shelled Nara on Monday. The enemy left the town at dusk."
    assert actors(text, engine)["enemy"].id == "lbl:enemy"


def test_label_of_who_speaks_is_the_reporters_word(engine: Engine) -> None:
    text = "In Mali, JNIM fighters overran a post near Nara. The jihadists said they had left it again."
    assert actors(text, engine)["jihadists"].id == "act:jnim"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "In Mali, JNIM raided Nara. The army's spokesman, Colonel Bah Sidi, said troops had killed six of its fighters.",
            "its fighters",
            "Jama'at Nusrat al-Islam wal-Muslimin",
        ),
        (
            "In Libya, fighters of the 555 Brigade shot at a patrol of the Zawiya Martyrs' Brigade.",
            "fighters",
            "555 Brigade",
        ),
        ("In Ituri, DR Congo, CODECO blamed Zaire, a rival militia of ethnic Hema.", "Zaire", "Zaire"),
        (
            "In Mali, the army left Nara. Survivors said that white soldiers beat them.",
            "white soldiers",
            "white soldiers",
        ),
    ],
)
def test_men_of_others_are_not_those_of_who_hits_them(engine: Engine, text: str, words: str, name: str) -> None:
    assert actors(text, engine)[words].name == name


def test_friends_of_a_party_that_nobody_knows_are_not_its_enemy(engine: Engine) -> None:
    text = "RADIO SAN TORO, 6 p.m.\n\nOur heroes and the army drove off the mercenaries near Taiz, Yemen. The enemy shelled Mokha."
    assert actors(text, engine)["enemy"].id == "lbl:enemy"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'In Mali, JNIM raided Nara. A trader saw soldiers surrendering to the fighters. "They took the guns and left," he said.',
            "They",
            "Jama'at Nusrat al-Islam wal-Muslimin",
        ),
        (
            "In Mali, soldiers of the army met JNIM fighters near Nara. The fighters' spokesman, Bah Sidi of JNIM, said the "
            "apostates had fled.",
            "apostates",
            "Malian Armed Forces",
        ),
        (
            "In Mali, JNIM fighters raided Nara.\n\nRwandan forces held eight men nearby.\n\nTwo herders were shot by soldiers in Segou.",
            "soldiers",
            "Malian Armed Forces",
        ),
    ],
)
def test_who_gave_up_took_nothing(engine: Engine, text: str, words: str, name: str) -> None:
    assert actors(text, engine)[words].name == name


def test_father_tells_of_his_son(engine: Engine) -> None:
    text = "In Mali, soldiers shot a boy near Nara. His father said he was on his way to school."
    found = actors(text, engine)
    assert found["he"].id == found["boy"].id
