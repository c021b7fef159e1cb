"""Whose word it is where a pronoun speaks, where somebody is quoted, where a witness saw it."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only
from tests.claim.voices.reading import read


def test_it_is_the_voice_that_spoke_before(engine: Engine) -> None:
    text = (
        "The Human Rights Council of Ardale said the militia had killed nine men. It said four soldiers were wounded."
    )
    first, second = only(engine, text, "killed nine"), only(engine, text, "were wounded")
    assert first.believer == second.believer


def test_he_is_not_the_man_spoken_of(engine: Engine) -> None:
    text = "Colonel Ben Marsh said the militia leader had fled. Two fighters were captured, he said."
    assert only(engine, text, "captured").believer == only(engine, text, "fled").believer


def test_who_is_quoted_speaks_through_who_quotes(engine: Engine) -> None:
    text = "The Observatory quoted two medics as saying that gunmen had killed nine men."
    found = only(engine, text, "killed nine")
    assert len(found.voices) == 3
    assert "medics" in found.believer


@pytest.mark.parametrize("measure", ["their type", "the plan", "location and size"])
def test_a_measure_is_no_voice(engine: Engine, measure: str) -> None:
    found = only(engine, f"Rebels shelled the camps according to {measure}.", "shelled")
    assert len(found.voices) == 1


def test_a_subject_is_no_second_source(engine: Engine) -> None:
    found = only(engine, "According to the police, rebels or bandits stole 900 head of cattle.", "stole")
    assert len(found.voices) == 2


def test_a_hope_without_anybody_hoping_is_no_voice(engine: Engine) -> None:
    found = only(engine, "They signed a deal in the hope of ending a war that has left 9,000 people dead.", "dead")
    assert len(found.voices) == 1


def test_bodies_yet_to_be_identified_hide_no_source(engine: Engine) -> None:
    found = only(engine, "The army said the raid killed 15 men with ten bodies yet to be identified.", "killed")
    assert found.voices[-1].mode == "indirect"


def test_witnesses_answer_for_what_they_saw(engine: Engine) -> None:
    text = "The minister spoke on Monday, contradicting residents who saw officers leave the station."
    found = only(engine, text, "leave the station")
    assert (found.believer, found.modality) == ("anon:residents", "attributed")


def test_those_who_are_labelled_in_a_dialogue_speak_and_those_who_ask_do_not(engine: Engine) -> None:
    text = (
        "PRESENTER: Lena Ward is in Oakford. What has happened?\n"
        "WARD: Rebels burned the mill.\n"
        "PRESENTER: And the army?\n"
        "WARD: Soldiers fled at dawn.\n"
    )
    burned, fled = only(engine, text, "burned"), only(engine, text, "fled")
    assert burned.chain == fled.chain
    assert [voice.mode for voice in burned.voices] == ["narrator", "direct_quote"]
    assert len(only(engine, text, "happened").chain) == 1


def test_headings_in_capitals_are_no_speakers(engine: Engine) -> None:
    text = "SUMMARY: Rebels burned the mill.\nNEEDS: Food is short.\nACCESS: The road is shut.\n"
    assert len(only(engine, text, "burned").chain) == 1


def test_a_speaker_behind_the_verb_is_no_object(engine: Engine) -> None:
    text = "“The bridge was blown up on Monday,” added another official in the town."
    assert only(engine, text, "bridge").chain[-1] == "anon:another-official"


def test_names_and_offices_are_labels_where_somebody_asks(engine: Engine) -> None:
    text = (
        "Briefing on the river front\n\n"
        "Question: Good morning. Has the dam been hit?\n"
        "Governor Sall: No. Raiders burned the ferry at Kaedi on Monday.\n"
        "Question (Radio Fleuve): And the road?\n"
        "Governor Sall: Soldiers fled at dawn.\n"
    )
    burned, fled = only(engine, text, "burned"), only(engine, text, "fled")
    assert burned.chain == fled.chain
    assert [voice.mode for voice in burned.voices] == ["narrator", "direct_quote"]
    assert len(only(engine, text, "been hit").chain) == 1


def test_labels_of_a_list_are_no_speakers(engine: Engine) -> None:
    text = "The North: raiders burned a ferry.\nThe North: a bridge fell.\nThe South: soldiers fled.\nNo question was asked.\n"
    assert len(only(engine, text, "burned").chain) == 1


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("A spokesman of the RSF's southern brigade", "rsf"),
        ("The spokesman for Al-Shabaab's military wing", "al-shabaab"),
        ("A commander of a local cell of JNIM", "jnim"),
        ("The spokesman for the army's 5th brigade", "act:army"),
    ],
)
def test_who_speaks_for_a_unit_speaks_for_whose_it_is(engine: Engine, source: str, side: str) -> None:
    reading = read(f"{source} said the town had been taken.", engine)
    speaker = reading.resolution.actor(reading.told("say").mention)
    assert speaker is not None
    assert speaker.side == side


@pytest.mark.parametrize(
    "text",
    [
        "A landmine believed to have been planted by rebels killed two policemen.",
        "One soldier was killed, one reported missing in action.",
        "Soldiers rang a bell to signal the end of the siege.",
    ],
)
def test_what_is_thought_of_says_nothing(text: str, engine: Engine) -> None:
    """Mines do not believe, the missing do not report, flags tell nobody's word."""
    assert not any(one.source for one in read(text, engine).attributions)


@pytest.mark.parametrize(
    "text",
    [
        "This led observers to believe the rebels had burned nine huts.",
        "The smoke prompted observers to say that the rebels had burned nine huts.",
    ],
)
def test_who_is_led_to_believe_believes(engine: Engine, text: str) -> None:
    assert "observers" in only(engine, text, "burned nine").believer


def test_who_uses_the_radio_to_announce_announces(engine: Engine) -> None:
    text = "The mayor used the radio to announce that the rebels had burned nine huts."
    assert "mayor" in only(engine, text, "burned nine").believer


def test_the_accused_accuse_nobody(engine: Engine) -> None:
    text = "Police said six elders were shot and two women, accused of feeding rebels, were killed in Minova."
    assert not any("elders" in claim.believer or "women" in claim.believer for claim in claims_of(engine, text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya’s army is fighting a militia that could take Wau and denies that soldiers killed nine farmers.",
        "The army fights a militia that may storm the camp and says that the road is closed.",
    ],
)
def test_a_finite_verb_goes_not_on_with_could(engine: Engine, text: str) -> None:
    (told,) = read(text, engine).attributions
    assert told.source[0].quote.endswith("army")


def test_a_charge_that_relates_to_a_raid_says_nothing(engine: Engine) -> None:
    found = read("The charge relates to a raid on 4 May that the militia says was a trap.", engine).attributions
    assert [a.source[0].quote for a in found] == ["the militia"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("“Rebels burned the school in Gao,” a teacher texted on Friday.", "burned the school"),
        ("“Rebels burned the school in Gao,” a teacher messaged a reporter.", "burned the school"),
        ("A nurse texted that shells had hit the clinic in Gao.", "had hit the clinic"),
    ],
)
def test_who_sends_a_message_speaks(engine: Engine, text: str, part: str) -> None:
    assert [claim.modality for claim in claims_of(engine, text) if part in claim.spans[0].quote] == ["attributed"]


@pytest.mark.parametrize("text", ["Officers in Gao text each other at night.", "The army texted residents of Gao."])
def test_a_message_without_words_is_nobodys_voice(engine: Engine, text: str) -> None:
    assert all(len(claim.voices) == 1 for claim in claims_of(engine, text))


def test_an_office_speaks_as_the_person_whose_name_a_comma_adds(engine: Engine) -> None:
    text = (
        "The district's press officer, Captain Lena Ward, who told of it on Monday, said that gunmen killed a miller."
    )
    assert only(engine, text, "killed a miller").believer == "per:lena-ward"


def test_the_dead_whom_a_headline_fears_are_no_voice(engine: Engine) -> None:
    text = "Rebels raid mill in Oakford, dozens feared dead\n\nOAKFORD, 3 May - Rebels came at night."
    raid = only(engine, text, "raid mill")
    assert raid.modality == "asserted"
    assert not [a for a in read(text, engine).attributions if any(s.quote == "dozens" for s in a.source)]


@pytest.mark.parametrize("failing", ["could not independently verify", "was unable to confirm"])
def test_who_could_not_check_reports_believes_nothing_of_them(engine: Engine, failing: str) -> None:
    text = f"The observer mission {failing} reports that rebels had seized Oakford."
    voices = only(engine, text, "seized Oakford").voices
    assert not [voice for voice in voices if voice.source and "mission" in voice.source.quote]


def test_the_words_for_a_source_end_before_the_genitive(engine: Engine) -> None:
    told = read("The militia's claims that soldiers burned the mill are lies.", engine).told("claim")
    assert [span.quote for span in told.source] == ["The militia"]
