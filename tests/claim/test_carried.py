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
