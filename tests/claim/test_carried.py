"""One breath, one mood: conjuncts share what helping verbs and habits say of the first verb."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of


@pytest.mark.parametrize(
    "text",
    [
        "The rebels will attack the town and kill the chief.",
        "The rebels may attack the town and kill the chief.",
        "The rebels want to attack the town, burn the market and kill the chief.",
        "If soldiers come, they will burn the bridge, cut the road and flee.",
        "The general ordered his men to shell the town, burn the market and kill the mayor.",
        "Fighters would come at dawn and shoot the men.",
        "The army might shell the city, killing hundreds of people.",
        "The town could be attacked and looted.",
        "The plan was to storm the palace, seize the radio and arrest the president.",
        "The army did not enter the town or shell it.",
        "The militia was told to free the hostages.",
        "The rebels have been told to leave the town or be bombed.",
        "Whenever soldiers leave, the rebels come back and kill the chiefs.",
    ],
)
def test_conjuncts_share_the_mood_of_the_first(engine: Engine, text: str) -> None:
    assert [words_of(claim) for claim in claims_of(engine, text) if claim.codeable] == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The rebels tried to storm the base, killing two guards on Wednesday.", "killing"),
        ("They crossed the river to attack the town and killed two soldiers on Wednesday.", "killed"),
        ("The army wants to leave the town, but rebels shelled it on Wednesday.", "shelled"),
        ("Rebels often raid the farms but on Wednesday they shelled the town.", "shelled"),
    ],
)
def test_what_has_happened_is_coded_beside_what_has_not(engine: Engine, text: str, part: str) -> None:
    assert only(engine, text, part).codeable


def test_a_conjunct_is_as_old_as_the_first(engine: Engine) -> None:
    text = "PORT VALE, May 3, 2017 (AP) - Three soldiers died on Tuesday. The rebels usually strike at night and kidnap traders."
    assert only(engine, text, "kidnap traders").temporal_status == "generic"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rebels were able to storm the fort and seize the armoury on Monday.", "seize the armoury"),
        ("Paratroopers managed to cross the canal and capture two farms.", "capture two farms"),
        ("The army began to shell the valley and burn the orchards.", "burn the orchards"),
        ("Loyalists helped retake the airport and drive out the mutineers.", "drive out the mutineers"),
        ("Soldiers were ordered to withdraw and left the camp.", "left the camp"),
        ("Fighters wanted to surrender but shot two guards.", "shot two guards"),
    ],
)
def test_what_is_joined_to_a_complement_is_told_on_its_own(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, text, part)
    assert (claim.codeable, claim.modality) == (True, "asserted")
    assert claim.roles["agent"]


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("The militia tried to storm the base and kill the guards.", "kill the guards", "planned"),
        ("The brigade was ordered to leave the hill and blow up the bridge.", "blow up the bridge", "ordered"),
        ("Gunmen failed to take the radio station and kill the mayor.", "kill the mayor", "asserted"),
        ("The rebels were not able to reach the harbour or seize the depot.", "seize the depot", "asserted"),
    ],
)
def test_a_bare_conjunct_shares_the_verbs_above_the_first(engine: Engine, text: str, part: str, modality: str) -> None:
    claim = only(engine, text, part)
    assert (claim.codeable, claim.modality) == (False, modality)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The army forced thousands to flee their homes and cross the border.", "cross"),
        ("He accused the soldiers of trying to burn the camp and kill refugees.", "kill"),
        ("Soldiers were ordered to withdraw and regroup.", "regroup"),
    ],
)
def test_a_conjunct_without_a_subject_or_object_of_its_own_is_not_told_apart(
    engine: Engine, text: str, part: str
) -> None:
    assert [words_of(claim) for claim in claims_of(engine, text) if words_of(claim).startswith(part)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The army let civilians leave and entered the camp.",
        "The army wants the villagers to leave and has shelled the camp.",
        "The army was ordered to withdraw and burned the camp.",
    ],
)
def test_a_finite_verb_behind_an_infinitive_is_done_by_who_is_named_first(engine: Engine, text: str) -> None:
    claim = only(engine, text, "the camp")
    assert (claim.codeable, claim.modality) == (True, "asserted")
    assert claim.roles["agent"] == ("m1",)


def test_nobody_holds_what_nobody_could_hold(engine: Engine) -> None:
    text = "Fighters could not hold the bridge or defend the town."
    assert [claim.polarity for claim in claims_of(engine, text)] == ["negative", "negative"]
