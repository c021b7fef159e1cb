"""Words that name another act, or none, in the registers of armies, of strikers and of reports on both."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only, words_of


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("A joint security force arrested a bomb maker in Paktia on Friday.", "arrested", "arrest"),
        ("Three insurgents were killed by retaliatory fire.", "killed", "kill"),
        ("Rebels blew up five towers on Usulutan Volcano.", "blew up", "attack"),
        ("The rebels struck a police post in the town of Orsa.", "struck", "attack"),
        ("The rebels seized several firearms in the raid.", "seized", "losses"),
    ],
)
def test_they_are_coded_as_what_they_name(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == (act, True)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Shopkeepers observed a complete strike after the raid.", "strike"),
        ("The operation will continue until the retaking of the city.", "retaking"),
        ("Police arrested four gang members as suspects.", "arrested"),
        ("The fifth guard died of injuries in hospital after an accident.", "died"),
    ],
)
def test_they_are_no_events(engine: Engine, text: str, part: str) -> None:
    assert not only(engine, text, part).codeable


def test_a_prisoner_is_whom_a_helping_verb_tells_of(engine: Engine) -> None:
    text = "The officers captured in the raid were released on Friday."
    claim = only(engine, text, "captured")
    assert (claim.act, "agent" in claim.roles) == ("arrest", False)


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("Rebels took the town in March.", "took", ("capture", "asserted")),
        ("Any aircraft over the west will be shot down.", "shot down", ("losses", "threatened")),
        ("The battle against rumours is fierce.", "battle", ("clash", "asserted")),
        ("The road to the port has been cut since Saturday.", "cut", ("besiege", "asserted")),
    ],
)
def test_how_they_are_put(engine: Engine, text: str, part: str, told: tuple[str, str]) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.modality) == told


def test_a_road_that_has_been_cut_since_is_a_state_that_goes_on(engine: Engine) -> None:
    claim = only(engine, "The road to the port has been cut since Saturday.", "cut")
    assert (claim.kind, claim.temporal_status, claim.codeable) == ("state", "ongoing", False)


def test_a_distance_is_told_as_of_the_report(engine: Engine) -> None:
    claim = only(engine, "Bor, some 40 kilometres west of Juba, was quiet.", "40 kilometres")
    assert (claim.act, claim.temporal_status) == ("locate", "current")


def test_of_whom_counts_the_dead_again(engine: Engine) -> None:
    claim = only(engine, "The clinic counted 15 dead, of whom 13 were soldiers and four civilians.", "13 were")
    assert claim.act == "kill"


def test_whoever_is_seen_is_there_and_not_who_sees_them(engine: Engine) -> None:
    claim = only(engine, "A lorry driver saw soldiers on the road to Bor.", "saw")
    assert (claim.act, claim.kind, "driver" in words_of(claim)) == ("hold", "state", True)
    assert len(claim.roles.get("agent", ()) + claim.roles.get("patient", ())) == 1


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("The rebels were back in control of the town by evening.", "back", ("retake", True)),
        ("Our reporter reached the town in the afternoon.", "reached", ("other", False)),
        ("About 100 hostages were being held in a mosque.", "held", ("abduct", False)),
        ("Gunmen seized 100 hostages in a mosque.", "seized", ("abduct", True)),
    ],
)
def test_states_and_witnesses_are_no_deeds(engine: Engine, text: str, part: str, told: tuple[str, bool]) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == told
