"""Documents that are the source, what is kept back, and denials that deny nothing of one's own."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The governor issued a statement, according to which four soldiers died in the ambush.",
            "a statement",
            "four soldiers died in the ambush",
        ),
        (
            "Officials published a report according to which rebels burned twelve houses in Tamba.",
            "a report",
            "rebels burned twelve houses in Tamba",
        ),
        (
            "The army released a communique on Friday, according to which the militia had shelled the hospital.",
            "a communique",
            "the militia had shelled the hospital",
        ),
        (
            "Villagers quoted a letter from the bishop, according to which gunmen killed two priests.",
            "a letter from the bishop",
            "gunmen killed two priests",
        ),
    ],
)
def test_according_to_which_names_the_document_before_it(engine: Engine, text: str, source: str, content: str) -> None:
    told = [words(a) for a in read(text, engine).attributions if a.verb == "according to"]
    assert told == [(source, "according to", content)]


def test_a_plan_according_to_which_something_will_be_done_is_no_voice(engine: Engine) -> None:
    text = "The ministry has drafted a plan, according to which the troops will leave the valley."
    assert not [a for a in read(text, engine).attributions if a.verb == "according to"]


@pytest.mark.parametrize(
    "text",
    [
        "The army said it repelled an attack but gave no casualty figures.",
        "The hospital did not give a toll.",
        "Police offered no details on Thursday.",
        "The militia claimed the raid but did not provide a death toll.",
        "The ministry released no figures for the dead.",
    ],
)
def test_who_gives_no_figures_keeps_them_back(engine: Engine, text: str) -> None:
    claims = [claim for claim in claims_of(engine, text) if claim.kind == "meta"]
    assert len(claims) == 1
    assert not claims[0].codeable


@pytest.mark.parametrize("text", ["The hospital gave a toll of nine.", "The army provided no shelter for the wounded."])
def test_who_gives_figures_or_no_shelter_keeps_nothing_back(engine: Engine, text: str) -> None:
    assert not [a for a in read(text, engine).attributions if a.stance == "withhold"]


@pytest.mark.parametrize(
    "text",
    [
        "“We categorically deny the lies,” the rebel spokesman said.",
        "The general denied these slanders.",
        "The mayor refuted the propaganda of the militia.",
    ],
)
def test_who_denies_lies_judges_what_others_said(engine: Engine, text: str) -> None:
    assert not [a for a in read(text, engine).attributions if a.stance == "deny"]


def test_who_denies_a_charge_denies_it(engine: Engine) -> None:
    assert read("The general denied the charge.", engine).told("deny").stance == "deny"
