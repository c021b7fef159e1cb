"""Whose word a call, a vow, a judgement or a count is that the claim itself tells of, and what stays the narrator's."""

from __future__ import annotations

import pytest

from dateline.model.record import Claim
from dateline.pipeline import Engine
from tests.claim.reading import claims_of


def told(engine: Engine, text: str, part: str) -> Claim:
    """The shortest claim with these words."""
    found = [c for c in claims_of(engine, text) if part in " … ".join(span.quote for span in c.spans)]
    return min(found, key=lambda one: sum(len(span.quote) for span in one.spans))


def source(claim: Claim) -> str | None:
    """The words for the innermost voice; None where the narrator tells."""
    inner = claim.voices[-1]
    return inner.source.quote if inner.source is not None else None


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Norway on Friday urged the army and the rebels to open a corridor.", "urged", "Norway"),
        ("The Swiss government has called for a halt to the bombardment.", "called for", "The Swiss government"),
        ("In March the African Union demanded that the junta leave the capital.", "demanded", "the African Union"),
        ("Bishops appealed to both camps to spare the hospitals.", "spare", "Bishops"),
        ("Protesters called for the release of three journalists.", "release", "Protesters"),
        ("The army asked residents to stay indoors.", "stay indoors", "The army"),
    ],
)
def test_a_call_is_the_word_of_whoever_calls(engine: Engine, text: str, part: str, speaker: str) -> None:
    claim = told(engine, text, part)
    assert (claim.modality, source(claim)) == ("called_for", speaker)


def test_each_of_two_callers_is_a_voice(engine: Engine) -> None:
    text = "France and Ghana demanded the release of the hostages."
    assert [source(claim) for claim in claims_of(engine, text)] == ["France", "Ghana"]


def test_nobody_is_the_voice_of_a_call_without_a_caller(engine: Engine) -> None:
    claim = told(engine, "Residents are asked to stay indoors.", "stay indoors")
    assert (claim.modality, source(claim)) == ("called_for", None)


@pytest.mark.parametrize(
    ("text", "speaker", "modality"),
    [
        ("General Kassim Orro has vowed to retake the mines before the rains.", "General Kassim Orro", "planned"),
        ("The ministry promised that food would arrive on Monday.", "The ministry", "planned"),
        ("The rebels have threatened to shell the airport.", "The rebels", "threatened"),
    ],
)
def test_a_promise_is_a_plan_and_a_threat_is_none(engine: Engine, text: str, speaker: str, modality: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.modality, source(claim)) == (modality, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Human Rights Watch condemned the bombing of the market.", "Human Rights Watch"),
        ("The raid was condemned by the bishops.", "the bishops"),
        ("Airwatch, a network of spotters, logged nine sorties on Friday.", "Airwatch, a network of spotters"),
        ("The diocese counts 12,000 displaced people since June.", "The diocese"),
        ("IOM recorded 3,400 departures from the camp in May.", "IOM"),
    ],
)
def test_a_judgement_and_a_count_are_of_whoever_makes_them(engine: Engine, text: str, speaker: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.modality, source(claim)) == ("attributed", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Fighters attacked the barracks at dawn.",
        "Rebels pushed the army out of the town on Monday.",
        "The front counts 3,000 fighters in the valley.",
        "The army recorded its first victory in the hills.",
        "Each side accuses the other of breaking the truce.",
        "The army and the rebels accused each other of shelling the market.",
        "The Kenyan government has ordered a curfew in Garissa.",
    ],
)
def test_a_deed_and_a_mutual_charge_are_the_narrators(engine: Engine, text: str) -> None:
    assert {source(claim) for claim in claims_of(engine, text)} == {None}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Residents blamed the Red Falcons, which did not claim the raid.", "did not claim"),
        ("State television said a bridge was blown up; its manager could not be reached.", "could not be reached"),
        ("Police said that the men had left; the governor did not answer calls.", "did not answer"),
        ("The raids killed 12, according to NIMO, a Nairobi-based group that tracks the war.", "tracks the war"),
        ("Rebels are believed to have killed dozens since the siege began in May.", "siege began"),
    ],
)
def test_what_is_told_beside_somebodys_words_is_the_narrators(engine: Engine, text: str, part: str) -> None:
    assert source(told(engine, text, part)) is None


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        (
            "The chief denies that his men were in Zebra and accuses the army of having burned it.",
            "burned",
            "The chief",
        ),
        (
            "The state radio denied a deal had been reached and said that talks were stalled.",
            "stalled",
            "The state radio",
        ),
        (
            "The minister denied that the palace was lost: “I am talking to reporters in its garden.”",
            "talking",
            "The minister",
        ),
        ("The truce broke as villagers reported the resumption of heavy shelling.", "shelling", "villagers"),
        ("State radio, citing a post on Facebook, said the bridge was blown up.", "blown up", "a post on Facebook"),
    ],
)
def test_the_one_who_can_have_said_it_is_the_voice(engine: Engine, text: str, part: str, speaker: str) -> None:
    """Number, sense and marks say who goes on speaking, whatever the parser hangs a second verb on."""
    assert source(told(engine, text, part)) == speaker


def test_what_there_are_reports_of_is_the_word_of_somebody_unnamed(engine: Engine) -> None:
    claim = told(engine, "There were still reports of gunfire in two districts.", "There were")
    assert (claim.modality, claim.voices[-1].mode) == ("attributed", "anonymous")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It is feared that 4,000 people could be trapped in the town.", "feared"),
        ("A cut in supplies was possible within two days, a captain said.", "possible"),
        ("Access to the camp was not possible on Monday.", "asserted"),
    ],
)
def test_what_is_feared_or_possible(engine: Engine, text: str, modality: str) -> None:
    (claim,) = claims_of(engine, text)
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("The Hill Post says a nurse confirmed the count, saying that 40 people were hurt.", "hurt", "a nurse"),
        ("The army said it had taken the ridge, adding that nine rebels were killed.", "killed", "The army"),
    ],
)
def test_who_says_more_behind_a_comma(engine: Engine, text: str, part: str, speaker: str) -> None:
    """An inner speaker goes on himself; a pronoun is the outer one."""
    assert source(told(engine, text, part)) == speaker


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("If the deserters come back, they will be shot, the army spokesman said.", "threatened"),
        ("Ghana threatened to respond if more shells landed on its soil.", "threatened"),
        ("If the troops enter the town, the bridge will be destroyed, the rebels said.", "threatened"),
        ("If the troops cross the river, the road will be cut, the rebels said.", "hypothetical"),
        ("If the rains fail, thousands will be displaced, a relief worker said.", "hypothetical"),
        ("If the shelling goes on, the rebels will stay away from the talks, they said.", "hypothetical"),
    ],
)
def test_what_a_party_will_do_under_a_condition_is_a_threat(engine: Engine, text: str, modality: str) -> None:
    (claim,) = claims_of(engine, text)
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Hill Wire reported on Sunday that six men had died. The story has been withdrawn.", "retracted"),
        ("Hill Wire reported that six men had died. The mayor disagrees, and the report is withdrawn.", "retracted"),
        ("Hill Wire reported on Sunday that six men had died. The army has withdrawn from the fort.", "asserted"),
    ],
)
def test_an_outlet_takes_its_own_report_back(engine: Engine, text: str, modality: str) -> None:
    claim = told(engine, f"GOK, 3 May 2021 (Hill Wire) – {text}", "had died")
    assert claim.modality == modality


def test_words_in_quotes_are_of_whoever_is_named_right_behind_them(engine: Engine) -> None:
    text = "Help reached Gok two days late, “when the wards were empty,” a midwife told Radio Gok."
    assert source(told(engine, text, "were empty")) == "a midwife"


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("Word went round on Telegram on Sunday that Dombe had fallen.", "fallen", "Telegram"),
        ("Rumours spread in the camp that the governor had fled.", "fled", None),
        ("Word reached the capital that the fort had been lost.", "lost", None),
        ("Allegations have surfaced that soldiers burned the village.", "burned", None),
    ],
)
def test_what_is_rumoured_is_claimed(engine: Engine, text: str, part: str, speaker: str | None) -> None:
    claim = told(engine, text, part)
    assert (claim.modality, source(claim), len(claim.voices)) == ("claimed", speaker, 2)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("A message went to all units that were near the river.", "near the river"),
        ("The charge that went off near the gate killed two men.", "killed"),
    ],
)
def test_what_only_goes_somewhere_is_no_rumour(engine: Engine, text: str, part: str) -> None:
    assert len(told(engine, text, part).voices) == 1


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Shelling in the north kills more than 20 Monitor Reuters Monday 9 Sep 2013", "Monitor"),
        ("Seven herders dead in raids on wells state media AFP Thursday 8 Oct 2015", "state media"),
        ("Gunmen in the north kill police AFP Thursday 8 Oct 2015", None),
        ("Rebels lose a town to the army AFP Thursday 8 Oct 2015", None),
    ],
)
def test_a_headline_run_together_with_its_stamp_keeps_its_source(
    engine: Engine, headline: str, speaker: str | None
) -> None:
    """Archives that lost their marks join title, source, agency and day."""
    first = claims_of(engine, f"{headline} Shells fell on the market on Friday.")[0]
    assert source(first) == speaker
