"""Groups and peoples that bear no arms: a doctors' group, ethnic Tajiks, four Kenyans; and those who do."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
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


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("SOKOTO, Nigeria - Bandits attacked Isa. PMF men were sent.", "pmf", "act:pmf-ng"),
        ("BAGHDAD - PMF fighters entered Tal Afar.", "pmf", "act:pmf"),
        ("RDF troops retook Mocimboa da Praia in Mozambique.", "rdf", "act:rdf"),
        ("SANAA, Yemen - CENTCOM said it hit a radar.", "centcom", "act:us-centcom"),
        ("Nigeria's police trained with the Popular Mobilisation Forces (PMF).", "pmf", "act:pmf"),
    ],
)
def test_letters_alone_name_no_force_of_a_far_country(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The FMLN hit a barracks. The army press office reported a fight. It said they left.", "it", "act:army-press-office"),
        ("The Hezbollah media office said fighters hit a tank.", "fighters", "act:hezbollah"),
        ("The FARC bombed Toribio. Right-wing paramilitaries held the area.", "right-wing paramilitaries", "act:paramilitaries"),
        ("The RSF raided El Obeid. The paramilitaries fled.", "paramilitaries", "act:rsf"),
        ("Renegade troops of the MILF held Isulan. The renegade troops burned huts.", "renegade troops", "act:milf"),
        ("The ADF raided Mbau. It came to power there.", "it", "act:adf"),
        ('RSF fighters raided Bara. "We saw bodies."', "we", "anon:unnamed-source"),
        ('The RSF said: "We hold Bara. We will stay."', "we", "act:rsf"),
        ("Milan Petrov died. His nephew Petar said it was quick. He was shot in the yard.", "he", "per:milan-petrov"),
        ("Colonel Musa died. General Ali took over. He was shot on Monday.", "he", "per:ali"),
        ("A security source spoke. Abdul Karim Nasser visited the wounded. He praised them.", "he", "per:abdul-karim-nasser"),
    ],
)  # fmt: skip
def test_who_is_meant_is_no_other_party(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [("The FARC raided Toribio. It comes a month after talks.", "it"), ("An AP mine exploded near Mannar.", "ap")],
)
def test_what_is_nobody_is_not_marked(engine: Engine, text: str, words: str) -> None:
    mentions = mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference)
    assert words not in [m.span.quote.lower() for m in mentions if m.kind == "actor"]


_COMMITTEES = "A doctors' group said nine died. The Bara Resistance Committees said a drone hit."


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (f"RSF men shelled Bara. {_COMMITTEES} The group blamed the RSF.", "group", "act:resistance-committees"),
        ("A doctors' group said nine died. The RSF came at dawn. The group took Kosti.", "group", "act:rsf"),
        (
            "Gunmen killed six people in Gusau. The attackers left. A Boko Haram cell is near.",
            "attackers",
            "act:gunmen",
        ),
        ("Gunmen raided Gusau. Police blamed Boko Haram. The attackers left.", "attackers", "act:boko-haram"),
    ],
)
def test_the_nearest_that_fits_is_meant(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor
