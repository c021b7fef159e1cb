from __future__ import annotations

import pytest

from dateline.check.missing import passive_no_agent
from dateline.check.parties import missing_party
from dateline.check.withheld import explicit_unknown, missing_information
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.pipeline import Engine, run
from tests.cases import ARMY, REBELS, TOWN, CaseOf
from tests.check.test_disputes import found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The army did not say how many were hurt.", "did not say how many were hurt"),
        ("The ministry gave no details, and the road is open.", "gave no details"),
        ("It was unclear who fired first.", "It was unclear who fired first"),
    ],
)
def test_the_text_says_that_it_does_not_tell(text: str, quote: str, engine: Engine) -> None:
    (finding,) = missing_information(CaseOf(text).case(), engine.reference)
    assert finding.spans[0].quote == quote


def test_a_claim_about_silence_is_quoted_once(engine: Engine) -> None:
    told = CaseOf("The army did not say how many were hurt.")
    told.claim("did not say how many were hurt", "wound", kind="meta", polarity="negative", codeable=False)
    (finding,) = missing_information(told.case(), engine.reference)
    assert finding.claims == ("c1",)


def test_who_holds_the_place_is_its_own_finding(engine: Engine) -> None:
    told = CaseOf("It was not clear who held Oakford.")
    told.claim(
        "not clear who held Oakford",
        "hold",
        kind="state",
        modality="unknown",
        codeable=False,
        place=told.means("Oakford", TOWN),
    )
    assert list(missing_information(told.case(), engine.reference)) == []
    (finding,) = explicit_unknown(told.case(), engine.reference)
    assert finding.code == "M105"


def test_the_party_that_nobody_hears(engine: Engine) -> None:
    told = CaseOf("The army said it took Oakford from the rebels.")
    roles = {"agent": told.means("it", ARMY), "from": told.means("the rebels", REBELS)}
    told.claim("it took Oakford from the rebels", "capture", by=ARMY, roles=roles, place=told.means("Oakford", TOWN))
    (finding,) = missing_party(told.case(), engine.reference)
    assert finding.severity == "warning"
    assert finding.computation is not None
    assert finding.computation["not_quoted"] == [REBELS.id]


def test_both_parties_heard(engine: Engine) -> None:
    told = CaseOf("The army said it fought. The front said it fought.")
    army, front = told.means("The army", ARMY), told.means("The front", REBELS)
    told.claim("The army said it fought", "clash", by=ARMY, roles={"agent": army, "patient": front})
    told.claim("The front said it fought", "clash", by=REBELS, roles={"agent": front, "patient": army})
    assert list(missing_party(told.case(), engine.reference)) == []


def test_gunmen_whom_nobody_names_are_no_missing_party_where_a_group_answers(engine: Engine) -> None:
    gunmen = Actor(id="act:gunmen", name="Gunmen", kind="unidentified_armed")
    told = CaseOf("Gunmen attacked Oakford, the army said. The front said it attacked the town.")
    men, front = told.means("Gunmen", gunmen), told.means("The front", REBELS)
    told.claim("Gunmen attacked Oakford", "attack", by=ARMY, roles={"agent": men})
    assert len(list(missing_party(told.case(), engine.reference))) == 1
    told.claim("it attacked the town", "attack", by=REBELS, roles={"agent": front})
    assert list(missing_party(told.case(), engine.reference)) == []


@pytest.mark.parametrize(
    ("text", "found"), [("Two houses were burned.", 1), ("Two houses were burned by a mob.", 0), ("A house burned.", 0)]
)
def test_passives_without_an_agent(text: str, found: int, engine: Engine) -> None:
    told = CaseOf(text)
    told.claim(text, "burn")
    assert len(list(passive_no_agent(told.case(), engine.reference))) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four boatmen were killed near Oakford.", []),
        ("A boat was shot at near Oakford.", ["A boat was shot at near Oakford"]),
        ("Shots were heard near Oakford.", []),
        ("Four men were killed and the mill was set on fire.", ["Four men were killed", "the mill was set on fire"]),
    ],
)
def test_the_dead_alone_need_no_agent(text: str, words: list[str], engine: Engine) -> None:
    """Beside a deed that nobody is named for they are listed with it."""
    assert found(text, "passive_no_agent", engine) == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("Rebels have burned a mill.", ["Rebels have burned a mill"]),
        ("Rebels burned a mill in Timbuktu.", ["Rebels burned a mill in Timbuktu"]),
        ("Rebels burned a mill in Timbuktu on Monday.", []),
        ("Rebels burned a mill.", []),
    ],
)
def test_an_event_apart_from_the_scene_without_a_day(more: str, words: list[str], engine: Engine) -> None:
    """Of another place, or earlier than the scene; what goes on in the scene is of its day."""
    scene = "BAMAKO, 6 March 2024 - Soldiers entered Gao on 5 March. The mayor fled. "
    assert found(scene + more, "undated_claim", engine) == words


def test_who_asks_not_to_be_named_is_not_silent(engine: Engine) -> None:
    told = CaseOf("A soldier who declined to be named spoke of looting.")
    told.claim("declined to be named", "say", kind="meta", polarity="negative", codeable=False)
    assert list(missing_party(told.case(), engine.reference)) == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The general staff says no change. Rebels shelled soldiers.", False),
        ("The general staff did not say why. Rebels shelled soldiers.", True),
        ("No officer said a word. Rebels shelled soldiers.", True),
    ],
)
def test_who_says_that_nothing_changed_is_heard(text: str, silent: bool, engine: Engine) -> None:
    told = CaseOf(text)
    first = text.partition(".")[0]
    subject = told.means("The general staff" if "staff" in text else "officer", ARMY)
    told.claim(first, "say", kind="meta", polarity="negative", codeable=False, roles={"agent": subject})
    roles = {"agent": told.means("Rebels", REBELS), "patient": told.means("soldiers", ARMY)}
    told.claim("Rebels shelled soldiers", "shelling", by=REBELS, roles=roles)
    assert bool(list(missing_party(told.case(), engine.reference))) == silent


def _not_heard(text: str, engine: Engine) -> list[str]:
    findings = run(Report.of(text, name="t"), engine=engine).findings
    return [finding.explanation for finding in findings if finding.type == "missing_party"]


def test_rebels_without_a_name_may_be_the_group_that_speaks(engine: Engine) -> None:
    """Where nobody of them speaks they are silent."""
    fight = "The army said that it had shelled rebels near Gao on Friday. "
    assert _not_heard(fight, engine)
    assert not _not_heard(fight + "A rebel commander said that no shell had hit his camp.", engine)


def test_a_claim_without_details_is_no_silence(engine: Engine) -> None:
    """What is kept back is told of as missing."""
    text = "The army said that it had taken Gao from the MNLA, without giving details. The MNLA said it had left."
    assert not _not_heard(text, engine)


def types(engine: Engine, text: str) -> dict[str, str]:
    return {one.type: one.explanation for one in run(Report.of(text), engine=engine).findings}


def test_the_tense_of_retelling_is_no_other_day(engine: Engine) -> None:
    text = (
        "JUBA, 21 January 2014 - Rebels attacked Ashford on Monday. The town was calm on Tuesday. Peter Lual, their spokesman,"
        " said his men had made a withdrawal from two streets."
    )
    assert "undated_claim" not in types(engine, text)


def test_rebel_fighters_are_heard_where_the_rebels_speak(engine: Engine) -> None:
    text = (
        "Rebel fighters have pulled out of Ashford, the army said on Tuesday. The rebels insisted they still held it."
    )
    assert "missing_party" not in types(engine, text)


def test_who_does_not_answer_is_named(engine: Engine) -> None:
    text = "Rebels burned a mill in Homs on Monday, residents said. The Syrian army did not respond to a request for comment."
    assert "Said not to answer: Syrian" in types(engine, text)["missing_party"]
