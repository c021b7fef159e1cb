"""Whose word is none, who saw a thing, and what somebody says will be."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only

LEAD = "Gulu, 3 May 2024 (Nile Wire) – "


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("A post on Telegram said that rebels had looted the clinic.", "looted", "claimed"),
        ("A text message said that gunmen had entered Gulu.", "entered", "claimed"),
        ("A nurse said that rebels had looted the clinic.", "looted", "attributed"),
        ("The postal workers' union said that rebels had looted the clinic.", "looted", "attributed"),
        ("An ambush, if the herders can be trusted, killed four soldiers near Gulu.", "killed", "claimed"),
        ("If the reports are correct, rebels shelled Gulu on Monday.", "shelled", "claimed"),
        ("The rebels will shell Gulu if the army returns.", "shell", "hypothetical"),
    ],
)
def test_words_for_which_nobody_stands(engine: Engine, text: str, part: str, modality: str) -> None:
    assert only(engine, LEAD + text, part).modality == modality


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("The rebels warned that they will attack Gulu on Friday.", "attack", "threatened"),
        ("The rebels threatened that they would burn the town.", "burn", "threatened"),
        (
            "Any lorry that enters Gulu, 30 kilometres from Lira, without our leave will be attacked.",
            "attacked",
            "threatened",
        ),
        ("The mayor fears that more families will flee to Lira.", "flee", "feared"),
        ("The army said it will attack Gulu.", "attack", "planned"),
        ("The rebels are preparing an attack on Gulu.", "preparing", "planned"),
        ("“Not a shot was fired,” the mayor said.", "Not a shot", "denied"),
    ],
)
def test_what_will_be_is_put_as_its_speaker_puts_it(engine: Engine, text: str, part: str, modality: str) -> None:
    claim = only(engine, LEAD + text, part)
    assert (claim.modality, claim.codeable) == (modality, False)


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("A lorry driver saw soldiers on the bridge.", "soldiers on the bridge", "A lorry driver"),
        ("A photographer heard shooting in Gulu.", "shooting", "A photographer"),
        ("Residents saw rebels burn the clinic.", "burn", "Residents"),
    ],
)
def test_a_witness_is_the_voice_of_what_he_saw(engine: Engine, text: str, part: str, source: str) -> None:
    claim = only(engine, LEAD + text, part)
    assert [voice.source.quote for voice in claim.voices if voice.source] == [source]
    assert claim.modality == "attributed"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The week saw rebels burn the clinic.", "burn"),
        ("Gulu saw fighting on Monday.", "fighting"),
        ("Rebels have not been seen in Gulu since Monday.", "seen"),
    ],
)
def test_weeks_and_towns_see_nothing_and_nobody_is_seen_by_a_voice(engine: Engine, text: str, part: str) -> None:
    assert len(only(engine, LEAD + text, part).voices) == 1


def test_a_line_that_opens_with_withdrawn_takes_back_what_the_outlet_wrote(engine: Engine) -> None:
    text = f"{LEAD}Rebels left Lira.\n\nWithdrawn at 14:10: we wrote earlier that the army had shelled Gulu.\n"
    assert only(engine, text, "shelled").modality == "retracted"
    text = f"{LEAD}Rebels left Lira.\n\nOn Monday we wrote that the army had shelled Gulu.\n"
    assert only(engine, text, "shelled").modality == "asserted"


def test_what_is_not_established_is_unknown(engine: Engine) -> None:
    assert only(engine, f"{LEAD}Who burned the clinic is not established.", "Who burned").modality == "unknown"


def test_what_is_told_beside_a_fear_is_the_narrators(engine: Engine) -> None:
    text = f"{LEAD}The mayor fears that more families will flee to Lira, where gunmen shelled a clinic in April."
    assert len(only(engine, text, "flee").voices) == 2
    assert len(only(engine, text, "shelled").voices) == 1
