"""Whose government, men and officers are meant where another party's name stands beside them."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


def _meant(engine: Engine, text: str, words: str, at: int = -1) -> Actor | None:
    """The actor of the last mention (or that at `at`) with these words."""
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    found = [m for m in mentions if m.span.quote == words]
    assert found, [m.span.quote for m in mentions]
    return resolution.actor(found[at].id)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The U.N.-backed government in Tripoli closed its airport.", "government", "act:ly-government"),
        ("The finance ministry of the UN-recognised government in Yemen spoke.", "government", "act:ye-government"),
        ("Troops of the Government of National Accord held Tripoli.", "Troops", "act:gna"),
        ("Troops of the Rapid Support Forces left Bara.", "Troops", "act:rsf"),
        ("Bara was hit by forces of Sudanese strongman Hemedti.", "forces", "act:rsf"),
        ("Mosul was hit in U.S.-led coalition airstrikes.", "U.S.-led coalition", "act:cjtf-oir"),
        ("The Georgian side opened fire near Gori.", "Georgian side", "act:ge-forces"),
        ("South Ossetian troops shelled Nikozi in Georgia.", "South Ossetian troops", "act:ossetia-g"),
    ],
)
def test_a_name_beside_a_body_is_not_the_body(engine: Engine, text: str, words: str, actor: str) -> None:
    meant = _meant(engine, text, words)
    assert meant is not None
    assert meant.id == actor


def test_the_governments_forces_are_those_of_its_state(engine: Engine) -> None:
    text = "Saudi troops left Marib in Yemen. A spokesman for the Yemeni government's forces says they hold Marib."
    forces = _meant(engine, text, "they")
    assert forces is not None
    assert forces.side == "YE"


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Maj. Gen. Musa Bakri of the Somali army told reporters that Afgoye had fallen.", "Musa Bakri", "SO"),
        ("Rockets hit Haifa, Israeli police said. Spokeswoman Dana Levi said two were hurt.", "Dana Levi", "IL"),
        ("Mr. Musa Bakri of Afgoye told reporters that the army had come.", "Mr. Musa Bakri", None),
    ],
)
def test_an_officer_is_of_the_army_behind_his_name(engine: Engine, text: str, person: str, side: str | None) -> None:
    meant = _meant(engine, text, person)
    assert meant is not None
    assert meant.side == side


@pytest.mark.parametrize(
    ("text", "words", "same"),
    [
        ("Police sources said they had found a third vest.", "they", "Police sources"),
        ("A suicide bomber was shot by police before he could enter.", "he", "suicide bomber"),
        (
            "A bomber struck the gate. A guard said his men had left. “The bomber was young,” he said.",
            "bomber",
            "bomber",
        ),
    ],
)
def test_pronouns_and_singular_attackers_go_back_to_their_own(engine: Engine, text: str, words: str, same: str) -> None:
    first, again = _meant(engine, text, same, 0), _meant(engine, text, words)
    assert first is not None
    assert again is not None
    assert first.id == again.id


def test_my_brother_is_not_who_speaks(engine: Engine) -> None:
    text = "“My brother and I heard shots. Then we saw some men,” farmer Ahmed Salih told Reuters in Mosul."
    brother, speaker = _meant(engine, text, "My brother"), _meant(engine, text, "we")
    assert brother is not None
    assert speaker is not None
    assert brother.id != speaker.id == "per:ahmed-salih"


def test_what_somebody_is_told_to_be_is_no_party(engine: Engine) -> None:
    text = "Witnesses said both men were militants. Warplanes hit a post of Hamas in Gaza."
    meant = _meant(engine, text, "militants")
    assert meant is not None
    assert meant.id != "act:hamas"


def test_a_region_that_denies_is_no_person(engine: Engine) -> None:
    parsed = parse(Report.of("South Ossetia denied that it had shelled Nikozi."), parser=engine.parser)
    assert not [m for m in mark(parsed, reference=engine.reference) if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("In Colombia the National Liberation Army struck men of the National Army.", "National Army", "act:co-army"),
        ("Eight FC personnel were hurt in Kalat, Pakistan.", "FC personnel", "act:frontier-corps"),
        ("Soldiers of the Army's 59th Infantry Battalion met rebels in Samar, the Philippines.", "Army", "act:afp-ph"),
    ],
)
def test_an_army_is_that_of_the_country_whatever_the_rebels_are_called(
    engine: Engine, text: str, words: str, actor: str
) -> None:
    meant = _meant(engine, text, words)
    assert meant is not None
    assert meant.id == actor


def test_an_office_that_goes_on_speaking_is_the_one_of_before(engine: Engine) -> None:
    text = "The Sonora state prosecutors' office said gunmen had opened fire. The office said three had died."
    first, again = _meant(engine, text, "prosecutors' office"), _meant(engine, text, "office")
    assert first is not None
    assert again is not None
    assert first.id == again.id


def test_a_state_and_the_troops_of_the_next_sentence_are_no_body(engine: Engine) -> None:
    parsed = parse(Report.of("Shells fell in Lebanon. Troops in Sudan fled."), parser=engine.parser)
    assert "Lebanon. Troops" not in [m.span.quote for m in mark(parsed, reference=engine.reference)]


def test_a_coalition_is_not_the_one_group_that_is_named(engine: Engine) -> None:
    text = (
        "Coalition forces met Taliban in Takhar, Afghanistan. The Taliban fled. Later coalition aircraft struck a car."
    )
    coalition = _meant(engine, text, "coalition aircraft")
    assert coalition is not None
    assert "oalition" in coalition.name


def test_the_men_of_a_leader_are_nobody_elses(engine: Engine) -> None:
    text = "FARDC troops entered Rutshuru. Warlord Musa Bakri moved many of his best-trained men to Goma."
    men = _meant(engine, text, "men")
    assert men is not None
    assert men.side != "CD"


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("“We hold it,” said Rasan Ilan, the Tigers' military spokesman, in Jaffna, Sri Lanka.", "Rasan Ilan", "ltte"),
        ("“They fired,” UPDF spokesperson Rita Marma said in Rangamati, Bangladesh.", "Rita Marma", "updf-cht"),
        ("In Peru the Shining Path is strong, say the military forces fighting it.", "military forces", "PE"),
    ],
)
def test_whose_words_stand_before_a_body_that_every_state_has(engine: Engine, text: str, words: str, side: str) -> None:
    meant = _meant(engine, text, words)
    assert meant is not None
    assert meant.side == side


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Troops chased LTTE fighters who were driven from Jaffna, a town that they had held.", "act:ltte"),
        ("Troops killed 18 LTTE fighters in Sri Lanka as they tried to cross a road.", "act:ltte"),
        ("M23 rebels withdrew as they ran out of arms.", "act:m23"),
    ],
)
def test_they_are_those_of_whom_the_clause_tells(engine: Engine, text: str, party: str) -> None:
    meant = _meant(engine, text, "they")
    assert meant is not None
    assert meant.id == party


def test_a_surname_may_be_written_longer(engine: Engine) -> None:
    text = "Brigadier Oleg Tarkhuni spoke first. Tarkhunin said the road was open."
    first, again = _meant(engine, text, "Oleg Tarkhuni"), _meant(engine, text, "Tarkhunin")
    assert first is not None
    assert again is not None
    assert first.id == again.id


def test_an_agency_behind_the_town_of_a_dateline_is_no_place(engine: Engine) -> None:
    parsed = parse(
        Report.of("Aleppo, SANA – Army units struck al-Rashidin. The agency gave no toll."), parser=engine.parser
    )
    assert not {"SANA", "The agency"} & {
        m.span.quote for m in mark(parsed, reference=engine.reference) if m.kind == "place"
    }


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("An RSF spokesman denied it.", "RSF spokesman", "rsf"),
        ("Somalia's information ministry put the dead at nine.", "Somalia's information ministry", "SO"),
        ("Pretoria did not comment.", "Pretoria", "ZA"),
        ("Two of our comrades fell, the ELN said.", "our comrades", "eln"),
    ],
)
def test_whose_spokesmen_ministries_and_comrades_they_are(engine: Engine, text: str, words: str, side: str) -> None:
    meant = _meant(engine, text, words)
    assert meant is not None
    assert meant.side == side


def test_a_radio_called_after_a_town_is_neither_the_town_nor_a_government(engine: Engine) -> None:
    meant = _meant(engine, "A diplomat told Radio Mogadishu so.", "Radio Mogadishu")
    assert meant is not None
    assert meant.side is None


@pytest.mark.parametrize("name", ["Jaysh al-Nasirin", "Liwa al-Hudud", "Kata'ib Sahara"])
def test_an_arabic_name_of_a_brigade_is_a_party(engine: Engine, name: str) -> None:
    meant = _meant(engine, f"The White Helmets pulled four out. {name} announced it had seized Zitana.", "it")
    assert meant is not None
    assert (meant.name, meant.kind) == (name, "rebel")


def test_a_message_that_says_something_is_a_source(engine: Engine) -> None:
    text = "The mayor called false a text message saying that gunmen had entered the city."
    assert _meant(engine, text, "text message") is not None


@pytest.mark.parametrize(
    ("text", "words", "whose"),
    [
        ("An M23 spokesman said his fighters had taken Goma on Friday.", "his fighters", "March 23 Movement"),
        ("The Taliban spokesman said his men had taken Kunduz.", "his men", "Taliban"),
        ("Col. Ali of the Iraqi army said his men had left Tikrit.", "his men", "Iraqi armed forces"),
    ],
)
def test_the_men_of_a_spokesman_are_those_of_his_party(engine: Engine, text: str, words: str, whose: str) -> None:
    meant = _meant(engine, text, words)
    assert meant is not None
    assert meant.name == whose
