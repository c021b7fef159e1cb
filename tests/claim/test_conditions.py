"""A condition and what would follow from it are one claim; what somebody says on a condition stays his word."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of


@pytest.mark.parametrize(
    "sentence",
    [
        "If the dam gives way, three towns will be flooded",
        "The garrison will fire on the ferry if it sails tonight",
        "Unless the guerrillas release the teachers, the army will storm the camp",
        "Should the militia cross the canal, the brigade will retreat to Bor",
        "Were the bridge to fall, the defenders would lose their last supply route",
        "Had the convoy come by the coast road, the gunmen would have ambushed it",
        "It is not clear if anybody was killed",
        "Anyone who helps the guerrillas will be shot",
        "Any truck that approaches the checkpoint after dark will be fired on",
    ],
)
def test_a_condition_is_told_with_its_consequence(engine: Engine, sentence: str) -> None:
    claims = claims_of(engine, f"{sentence}.")
    assert [words_of(claim).rstrip(".") for claim in claims] == [sentence]
    assert not any(claim.codeable for claim in claims)


def test_doubts_about_a_witness_are_no_condition(engine: Engine) -> None:
    claims = claims_of(engine, "The ambush on Monday, if the shepherds are to be believed, killed four soldiers.")
    assert [words_of(claim) for claim in claims if claim.act == "kill"][-1].endswith("killed four soldiers")
    assert not any("shepherds" in words_of(claim) for claim in claims)


def test_what_hangs_on_a_verb_of_saying_is_no_condition_of_its_content(engine: Engine) -> None:
    claims = claims_of(engine, "Asked if rebels had shelled the port, the governor said three shells hit it.")
    assert any(words_of(claim) == "three shells hit it" for claim in claims)


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("Gunmen walk around the square as if they owned it.", "walk around", "asserted"),
        ("Gunmen walk around the square as if they owned it.", "owned it", "hypothetical"),
        ("Gunmen will burn the square if soldiers come.", "burn", "hypothetical"),
    ],
)
def test_what_something_is_like_is_no_condition(engine: Engine, text: str, part: str, modality: str) -> None:
    assert only(engine, text, part).modality == modality
