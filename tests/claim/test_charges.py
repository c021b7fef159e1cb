"""Denials, charges and reports called wrong: who says it of which act."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


def test_a_spelled_out_charge_tells_the_act_with_the_accused_as_agent(engine: Engine) -> None:
    found = only(engine, "The ministry accused the rebels of shelling the harbour town.", "shelling")
    assert (found.act, found.modality, found.codeable) == ("shelling", "claimed", True)
    assert found.roles["agent"]
    assert len(found.voices) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Earlier reports that the mayor had been killed were incorrect, the police said.",
        "The police refuted reports that the mayor had been killed.",
        "The army denied the mayor had been killed.",
        "The army rejected the allegation that the mayor had been killed.",
    ],
)
def test_what_a_denied_report_says_is_denied(engine: Engine, text: str) -> None:
    found = only(engine, text, "mayor had been killed")
    assert (found.modality, found.polarity, found.codeable) == ("denied", "negative", False)
    assert len(claims_of(engine, text)) == 1


def test_a_charge_in_apposition_is_denied_by_whom_it_names(engine: Engine) -> None:
    text = "The ministry accuses the rebels of shelling the port, a charge the rebels deny."
    assert only(engine, text, "shelling").believer != only(engine, text, "deny").believer
    assert only(engine, text, "deny").modality == "denied"


def test_that_called_a_lie_is_denied(engine: Engine) -> None:
    text = "Rebels have taken the port, residents said, but the army called that disinformation."
    assert only(engine, text, "disinformation").modality == "denied"


def test_turning_down_talks_denies_nothing(engine: Engine) -> None:
    text = "Rebels shelled the port on Monday. The minister rejected any negotiations with them."
    assert [claim for claim in claims_of(engine, text) if claim.modality == "denied"] == []


def test_reports_described_as_false_deny_the_claim_before(engine: Engine) -> None:
    text = "Residents said gunmen had killed three traders. The army described the reports as false."
    found = only(engine, text, "as false")
    assert (found.act, found.modality, found.codeable) == ("kill", "denied", False)


@pytest.mark.parametrize("charge", ["Residents blamed the M23.", "The M23 denied responsibility."])
def test_a_charge_is_about_the_attack_and_not_about_its_dead(engine: Engine, charge: str) -> None:
    told = "Gunmen attacked a bus near Sake on Monday. Three people were killed and nine wounded. "
    assert claims_of(engine, told + charge)[-1].act == "attack"


def test_a_charge_may_be_about_deaths_where_nothing_else_is_told(engine: Engine) -> None:
    assert claims_of(engine, "Three people were killed in Goma. The police blamed a gang.")[-1].act == "kill"
