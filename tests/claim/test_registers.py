"""How sitreps, communiqués, logs, threads and interviews put what newspapers put otherwise."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("Over the past day, nine combat engagements took place.", "engagements", "clash"),
        ("Explosions were heard in the port on Monday.", "Explosions", "attack"),
        ("The army succeeded in purging the depot of the rebels.", "depot", "retake"),
        ("They had shot down a drone and taken two positions west of the dam.", "positions", "capture"),
        ("The militia shelled the suburb, martyring four citizens.", "martyring", "kill"),
        ("Some of the rockets were intercepted.", "intercepted", "losses"),
        ("Indirect fire impacted inside the base.", "fire", "shelling"),
        ("The brigade fired nine times at the trench.", "fired", "attack"),
    ],
)
def test_terse_and_flowery_reports_name_their_acts(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == (act, True)


def test_a_short_line_tells_what_befell_its_subject(engine: Engine) -> None:
    claim = only(engine, "Raid on the post near Ashford: three assailants killed, one soldier wounded.", "assailants")
    assert "patient" in claim.roles
    assert "agent" not in claim.roles


@pytest.mark.parametrize(
    "text",
    [
        'Two men died. Governor Oleg Marin on Telegram: "Nine drones were shot down."',
        '2/ Governor Oleg Marin: "Nine drones were shot down over the bay."',
    ],
)
def test_a_channel_or_a_number_before_a_colon_hides_no_speaker(engine: Engine, text: str) -> None:
    claim = only(engine, text, "drones")
    assert len(claim.voices) == 2
    assert not claim.spans[0].quote.startswith("2/")


def test_what_somebody_denies_or_admits_doing_is_told(engine: Engine) -> None:
    denied = only(engine, "The army denied having shelled the clinic.", "clinic")
    admitted = only(engine, "The minister admitted shelling the clinic.", "clinic")
    assert (denied.modality, denied.polarity, denied.codeable) == ("denied", "negative", False)
    assert (admitted.modality, admitted.act) == ("confirmed", "shelling")


def test_a_charge_of_something_else_repeats_no_earlier_act(engine: Engine) -> None:
    text = "Gunmen killed nine traders. The militia accuses villagers of feeding the insurgents."
    assert only(engine, text, "accuses").act == "say"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen, who raided the same town two years ago, fled.",
        "Under the accord the rebels were to surrender the port.",
    ],
)
def test_years_ago_and_what_was_to_come_are_no_news(engine: Engine, text: str) -> None:
    assert not [claim for claim in claims_of(engine, text) if claim.codeable and claim.act in ("attack", "surrender")]


def test_a_subject_cut_from_its_verb_keeps_the_verb(engine: Engine) -> None:
    claim = only(engine, "The attackers, who had burned the mill, fled.", "fled")
    assert [span.quote for span in claim.spans] == ["The attackers", "fled"]


def test_all_whom_a_fight_pits_against_each_other_fight(engine: Engine) -> None:
    text = "Fierce fighting has pitted soldiers from Kidal, 20 km south of Anefis, against rebels of the Lake Front."
    claim = only(engine, text, "pitted")
    assert len(claim.roles["agent"]) == 2
    assert "patient" not in claim.roles
    assert claim.spans[-1].quote.endswith("Lake Front")


def test_losses_inflicted_are_a_claim_of_their_own(engine: Engine) -> None:
    claim = only(engine, "He praised the army for the heavy losses inflicted on the rebels.", "losses inflicted")
    assert (claim.act, claim.predicate, claim.codeable) == ("kill", "inflict_losses", False)
