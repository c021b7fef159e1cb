"""Whoever tells one thing tells on: verbs joined to what was told, colons, semicolons, and what nobody can tell yet."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def told(engine: Engine, text: str) -> list[tuple[str, str, str]]:
    """Act, innermost holder and modality of every claim of a text."""
    claims = run(Report.of(text), engine=engine).case.claims
    return [(claim.act, claim.voices[-1].holder, claim.modality) for claim in claims]


@pytest.mark.parametrize(
    ("text", "act", "holder"),
    [
        ("Colonel Musa Bello said that 23 soldiers had been killed and 17 wounded, and put the rebels' dead at 40.", "kill", "per:musa-bello"),
        ("The mayor said power had been cut and accused rebels of shelling the dam.", "shelling", "per:mayor"),
        ("A clerk said two posts had fallen but insisted that nine rebels had been killed.", "kill", "anon:clerk-1"),
        ("The army spokesman said 28 soldiers were killed; hospital sources put the toll at 41.", "kill", "anon:hospital-sources"),
        ("Doctors give a lower toll: six dead.", "kill", "anon:doctors"),
        ("The rebels say the opposite: they hold the market, and twelve soldiers were captured.", "arrest", "act:rebels"),
        ("Witnesses quoted by the newspaper An Nuri reported seeing tanks at the gate.", "hold", "anon:witnesses"),
        ("Militiamen, armed according to several of them by the army, burned the camp. The raid killed nine, medics said.", "kill", "anon:medics"),
    ],
)  # fmt: skip
def test_the_last_claim_of_an_act_is_that_of_whoever_told_the_first(
    engine: Engine, text: str, act: str, holder: str
) -> None:
    holders = [held for one, held, _ in told(engine, text) if one == act]
    assert holders[-1:] == [holder]


def test_who_was_killed_puts_no_toll_at_anything(engine: Engine) -> None:
    text = "The general said that nine soldiers had been killed, denied that the camp had fallen, and dismissed the rebels' report."
    assert not any("soldier" in holder for _, holder, _ in told(engine, text))


@pytest.mark.parametrize(
    "text",
    [
        "The army said two men had been arrested and accused of spying.",
        "The army said nine hostages had been freed and put on a bus.",
        "The soldiers brushed off the dust and shelled the town.",
    ],
)
def test_deeds_and_sufferings_are_no_words(engine: Engine, text: str) -> None:
    assert len({holder for _, holder, _ in told(engine, text)}) == 1


def test_what_it_is_too_early_to_say_nobody_has_said(engine: Engine) -> None:
    text = "An official said it was too early to say who had carried out the attack on the barracks."
    assert [modality for act, _, modality in told(engine, text) if act == "attack"] != ["attributed"]


def test_officers_are_those_of_the_state_that_their_words_name(engine: Engine) -> None:
    text = "Israeli jets bombed positions near Tyre. Syrian officers confirmed the raid."
    assert told(engine, text)[-1][1] == "act:saa"


@pytest.mark.parametrize(
    ("text", "act", "holder"),
    [
        ("Nine people were found dead at the mill. That is according to the Red Cross.", "kill", "act:icrc"),
        ("The army says its troops repelled the attack (Reuters).", "repel", "act:gb-forces"),
        ("A sergeant told me that rebels had attacked. He saw nine men shot in the yard.", "attack", "per:sergeant"),
        ("The general said troops had withdrawn and were regrouping, and accused rebels of shelling the dam.", "shelling", "per:general"),
        ("The spokesman confirmed that the army had struck the village but claimed that nine rebels were killed.", "kill", "per:spokesman"),
    ],
)  # fmt: skip
def test_what_stands_around_the_words_says_whose_they_are(engine: Engine, text: str, act: str, holder: str) -> None:
    assert [held for one, held, _ in told(engine, text) if one == act][-1:] == [holder]


def test_prisoners_are_treated_by_the_law_and_not_in_its_words(engine: Engine) -> None:
    text = "The prisoners are treated according to the law, and eleven men were shot in the yard."
    assert {holder for _, holder, _ in told(engine, text)} == {"src:unnamed"}


def test_a_bracket_behind_the_words_passes_them_on(engine: Engine) -> None:
    claim = run(Report.of("The army says its troops repelled the attack (Reuters)."), engine=engine).case.claims[0]
    assert next(voice.holder for voice in claim.voices[1:]) == "src:reuters"
