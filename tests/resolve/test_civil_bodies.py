"""Groups and peoples that bear no arms: a doctors' group, ethnic Tajiks, four Kenyans; and those who do."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_antecedents import meant

_LAWYERS = "The Rapid Support Forces shelled Omdurman, a local lawyers' group said."


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (_LAWYERS, "local lawyers' group", "act:local-lawyers-group"),
        (f"{_LAWYERS} The group blamed the RSF for nine deaths.", "group", "act:local-lawyers-group"),
        (f"{_LAWYERS} The group denied it.", "group", "act:rsf"),
        ("Nusra fighters shelled Saraqib, a rights group said. The group named 9 dead.", "group", "anon:rights-group"),
        (
            "Nusra fighters shelled Saraqib. A local aid group said two nurses died.",
            "local aid group",
            "act:local-aid-group",
        ),
        ("Hezbollah fired at Metula. The group said it hit a radar.", "group", "act:hezbollah"),
    ],
)
def test_a_group_of_civilians_is_never_the_armed_one(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Gunmen killed four Kenyans near Mandera.", "kenyans", "civ:kenyans"),
        ("Soldiers burned houses, ethnic Tajiks said.", "tajiks", "civ:tajiks"),
        ("The town's majority Albanians stayed away.", "albanians", "civ:albanians"),
        ("The Israelis said they had seen smoke.", "israelis", "civ:israelis"),
        ("Palestinians clashed with settlers.", "palestinians", "civ:palestinians"),
        ("The Israelis fired tank shells at Beit Hanoun.", "israelis", "act:idf"),
        ("Russians shelled Kupiansk overnight.", "russians", "act:ruaf"),
        ("Kupiansk was taken back from the Russians.", "russians", "act:ruaf"),
        ("The Ukrainians will try to retake Bakhmut.", "ukrainians", "act:uaf"),
    ],
)
def test_a_people_is_an_army_only_where_it_fights(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


def test_a_surname_that_is_a_party_too_stays_a_surname(engine: Engine) -> None:
    text = "Lucio Fano, a farmer, was killed. Rebels buried Lucio Fano and his wife."
    assert meant(text, "lucio fano", engine) == "per:lucio-fano"
