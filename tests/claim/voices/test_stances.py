"""What is left of a voice under a negation, and where nobody speaks."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    "text",
    [
        "The army did not deny that its soldiers had shot two farmers.",
        "The mayor could not rule out that soldiers had shot two farmers.",
        "The police did not exclude that soldiers had shot two farmers.",
        "The minister refused to rule out that soldiers had shot two farmers.",
    ],
)
def test_what_is_not_denied_stays_possible(engine: Engine, text: str) -> None:
    found = only(engine, text, "had shot two farmers")
    assert (found.modality, found.polarity, found.codeable) == ("possible", "positive", False)
    assert len(found.voices) == 2
    assert found.factuality[found.believer] == "PS+"


@pytest.mark.parametrize(
    "text",
    ["The army does not dispute that it shelled the market.", "The army never disputed that it shelled the market."],
)
def test_what_is_not_disputed_is_granted(engine: Engine, text: str) -> None:
    found = only(engine, text, "it shelled the market")
    assert (found.modality, found.polarity) == ("confirmed", "positive")
    assert len(found.voices) == 2


@pytest.mark.parametrize(
    "text", ["Nobody disputes that the rebels hold the town.", "No one denies that the rebels hold the town."]
)
def test_what_nobody_denies_is_the_narrators(engine: Engine, text: str) -> None:
    (found,) = claims_of(engine, text)
    assert (found.modality, found.polarity, len(found.voices)) == ("asserted", "positive", 1)


def test_ruling_out_denies(engine: Engine) -> None:
    found = only(engine, "The general ruled out that soldiers had killed civilians.", "had killed")
    assert (found.modality, found.polarity) == ("denied", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The army denied that it had shelled the market.",
        "The army said that it had not shelled the market.",
        "The army said it never shelled the market.",
    ],
)
def test_a_negated_deed_is_denied_by_who_speaks(engine: Engine, text: str) -> None:
    found = only(engine, text, "shelled the market")
    assert (found.modality, found.polarity, found.codeable) == ("denied", "negative", False)


def test_a_count_of_none_is_told_and_denies_nothing(engine: Engine) -> None:
    found = only(engine, "The governor said no civilians had been killed in the strike.", "no civilians")
    assert (found.modality, found.polarity) == ("attributed", "negative")


def test_nobody_is_no_voice(engine: Engine) -> None:
    for claim in claims_of(engine, "No group has said that it killed the mayor."):
        assert len(claim.voices) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The mission said it could not confirm or deny that gunmen had shot two farmers.",
        "The ministry would neither confirm nor deny that gunmen had shot two farmers.",
        "Police could not confirm or deny the shooting of two farmers.",
    ],
)
def test_who_neither_confirms_nor_denies_denies_nothing(engine: Engine, text: str) -> None:
    assert all(claim.modality != "denied" or claim.act == "assess" for claim in claims_of(engine, text))


def test_who_confirms_one_thing_and_denies_another_denies_it(engine: Engine) -> None:
    text = "The army did not confirm the raid and denied that gunmen had shot two farmers."
    assert only(engine, text, "had shot two farmers").modality == "denied"


@pytest.mark.parametrize("text", ["None of the tolls could be verified.", "None of the reports has been confirmed."])
def test_what_nobody_could_verify_hides_no_voice(engine: Engine, text: str) -> None:
    (found,) = claims_of(engine, text)
    assert (found.modality, len(found.voices)) == ("asserted", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody thinks the army has captured the bridge.",
        "Few in Lere believe the army has captured the bridge.",
        "Not everyone believes the army has captured the bridge.",
        "Not every trader believes the army has captured the bridge.",
    ],
)
def test_what_nobody_or_not_everybody_believes_is_open(engine: Engine, text: str) -> None:
    found = only(engine, text, "has captured the bridge")
    assert (found.modality, found.codeable, len(found.voices)) == ("unknown", False, 1)


def test_a_few_and_everybody_speak(engine: Engine) -> None:
    few = only(engine, "A few residents said the army had captured the bridge.", "had captured the bridge")
    assert (few.modality, few.codeable, len(few.voices)) == ("attributed", True, 2)
    all_ = only(engine, "Everybody says the army has captured the bridge.", "has captured the bridge")
    assert (all_.modality, len(all_.voices)) == ("attributed", 2)
