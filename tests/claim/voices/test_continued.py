"""Words that go on with what somebody said, and words that look back on it."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only
from tests.claim.voices.reading import read, words


def test_the_future_of_the_past_goes_on_with_the_speaker(engine: Engine) -> None:
    text = "The minister said talks had failed. Troops would deploy to Gao on Monday."
    claim = only(engine, text, "deploy")
    assert claim.modality == "planned"
    assert claim.voices[-1].mode == "implicit"
    assert claim.believer == only(engine, text, "talks").believer


@pytest.mark.parametrize(
    "text",
    [
        "The minister said talks had failed. Troops deployed to Gao on Monday.",
        "The minister said talks had failed. If rebels came, troops would deploy to Gao.",
        "The minister said talks had failed.\n\nTroops would deploy to Gao on Monday.",
        "The minister says talks have failed. Troops would deploy to Gao on Monday.",
    ],
)
def test_the_narrator_speaks_again(engine: Engine, text: str) -> None:
    assert len(only(engine, text, "deploy").voices) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The group says it holds Hodeidah, a claim that nobody could verify.", "it holds Hodeidah"),
        ("Rebels left Kaga, the militia said, an account the army rejected.", "Rebels left Kaga"),
        ("The RSF said the army shelled Kutum, a repeated charge it denies.", "the army shelled Kutum"),
        ("The mission said the army shelled Sake, a town of 9,000.", "the army shelled Sake, a town of 9,000"),
    ],
)
def test_what_looks_back_on_a_claim_is_not_part_of_it(engine: Engine, text: str, content: str) -> None:
    assert content in [words(a)[2] for a in read(text, engine).attributions]


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("The UN said rebels had left Kaga, and soldiers had burned the market.", True),
        ("The army said it had retaken Kaga, and soldiers burned the market.", False),
    ],
)
def test_a_second_clause_in_the_tense_of_reported_speech_is_reported(
    engine: Engine, text: str, *, voiced: bool
) -> None:
    assert (len(only(engine, text, "burned").voices) > 1) is voiced


def test_a_narrator_s_clause_before_another_voice_is_not_that_voice_s(engine: Engine) -> None:
    text = "The ministry said nine soldiers died, but the rebels killed dozens, residents say."
    assert only(engine, text, "nine").believer == "act:ministry"
    assert only(engine, text, "dozens").chain[1:] == ("anon:residents",)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The M23 issued a statement on Friday which said that rebels had left Sake.", "act:m23"),
        ("The army met the M23 in Doha on Tuesday, which said it would leave Goma.", "act:m23"),
    ],
)
def test_a_day_never_speaks(engine: Engine, text: str, holder: str) -> None:
    assert read(text, engine).told("say").mention is not None
    assert only(engine, text, "left" if "left" in text else "leave").believer == holder


@pytest.mark.parametrize(
    "text",
    ["Two battalions were added to guard the dam.", "The men were posted to guard the dam."],
)
def test_a_purpose_hides_no_voice(engine: Engine, text: str) -> None:
    assert read(text, engine).attributions == ()


def test_who_denies_a_slander_that_tells_something_denies_it(engine: Engine) -> None:
    claim = only(engine, "The ministry denies the slander that its troops burned the market.", "burned")
    assert (claim.modality, claim.codeable) == ("denied", False)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Colonel Idris Bala met the press. According to him, gunmen killed nine men.", "per:idris-bala"),
        ("The M23 met the press. According to it, the army shelled the camp.", "act:m23"),
        ("Villagers fled to Kaya. According to them, soldiers burned the market.", "civ:villagers"),
        ("Villagers fled to Kaya. Soldiers, according to them, burned the market.", "civ:villagers"),
    ],
)
def test_according_to_a_pronoun_is_according_to_whom_it_means(engine: Engine, text: str, actor: str) -> None:
    reading = read(text, engine)
    (told,) = [a for a in reading.attributions if a.verb == "according to"]
    found = reading.resolution.actor(told.mention)
    assert found is not None
    assert found.id == actor


@pytest.mark.parametrize("text", ["The army denied the lies.", "The ministry denied such slander."])
def test_who_denies_lies_denies_nothing_of_his_own(engine: Engine, text: str) -> None:
    assert all(claim.modality != "denied" for claim in claims_of(engine, text))
