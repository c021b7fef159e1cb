"""Ordinary news in words of war: a match, a film, hackers, markets, robbers on the run."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

WAR = (
    "GOMA, DR Congo, May 3, 2017 (AP) - Rebels shelled the army base in Goma on Tuesday, killing three soldiers, and"
    " seized two positions of the army.\n\n"
)


def coded(engine: Engine, text: str) -> list[str]:
    claims = [claim for claim in claims_of(engine, WAR + text) if claim.spans[0].start >= len(WAR)]
    return [words_of(claim) for claim in claims if claim.codeable]


@pytest.mark.parametrize(
    "text",
    [
        "Rovers fought back after the break and shot past the keeper twice. The coach praised his strikers.",
        "The club captured its third title. The goalkeeper was under siege all afternoon, but the defenders held.",
        "A film about the siege of Goma opens on Friday. Soldiers storm a convent and kill the abbot.",
        "Critics attacked the novel, in which rebels burn a village.",
        "Hackers attacked the servers of the ministry and seized two domains.",
        "The raiders fled on motorcycles.",
        "The suspect fled to Uganda.",
        "He fled to Brussels.",
        "The minister came under fire over spending.",
        "The unions have been fighting for pensions.",
        "The speaker shot down a motion.",
        "Her speech captured the mood.",
        "The company withdrew its proposal.",
        "Rivals stormed ahead with cheaper models.",
        "Helicopters dropped food to the villages.",
        "Nurses went on strike.",
        "Foreigners in the north risk being kidnapped or shot.",
        "Aid workers risk abduction on the road to Beni.",
        "Civilians are in danger of being shelled.",
        "Soldiers storm a convent in the novel's last chapter.",
    ],
)
def test_peaceful_words_of_war_are_not_coded(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers stormed the stadium.",
        "Thousands fled.",
        "The rebels fled the town.",
        "The patrol came under fire.",
        "Militiamen attacked the radio station.",
        "Planes dropped bombs on the villages.",
        "The army withdrew its tanks.",
        "Two battalions fought for control of the airport.",
    ],
)
def test_the_same_words_still_tell_of_war(engine: Engine, text: str) -> None:
    assert len(coded(engine, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It is a conflict that began almost unnoticed.",
        "This was a war that nobody wanted.",
        "The insurgency has spread.",
    ],
)
def test_a_war_as_a_whole_is_no_event(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Rebels hold half of Goma.", "hold_share"),
        ("Rebels control part of Goma.", "hold_share"),
        ("Rebels hold the northern part of Goma.", "hold"),
        ("Rebels took large parts of Goma.", "capture"),
        ("They took part in the attack.", "take_part"),
    ],
)
def test_a_share_of_a_town_is_not_the_town(engine: Engine, text: str, predicate: str) -> None:
    assert claims_of(engine, WAR + text)[-1].predicate == predicate


@pytest.mark.parametrize(
    "text",
    [
        "Police seized 12 kilos of cocaine.",
        "The bureau seized domains.",
        "The company withdrew the model.",
        "A veteran of the 1974 revolution, in which soldiers seized the radio station, has died of cancer.",
    ],
)
def test_seizures_and_recalls_of_peace_are_not_coded(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []


def test_a_storm_in_the_lead_explains_what_follows(engine: Engine) -> None:
    storm = (
        "MANILA, Nov 9, 2017 (AP) - Typhoon Salome slammed into the northern Philippines on Saturday, killing at least 12"
        " people and forcing 200,000 to flee their homes.\n\nThe wind toppled power lines. Residents who had fled returned."
    )
    assert [words_of(claim) for claim in claims_of(engine, storm) if claim.codeable] == []


@pytest.mark.parametrize(
    "text",
    [
        "Raiders killed half of the medical team and wounded scores of people at the start of the rainy season.",
        "Soldiers killed a captain, a coach driver and a player on the road to Goma.",
        "A suicide bomber killed nine people at a football match in Goma.",
        "Shells hit a cinema in Goma during a film.",
        "A drone killed three people watching a movie in Goma.",
        "A reporter for a documentary was shot dead in Goma.",
        "A novelist was shot dead in Goma.",
        "A film crew was attacked in Goma.",
        "Raiders attacked the network of checkpoints around Goma.",
        "Raiders abducted the editor of a news website in Goma.",
        "She fled Goma with her six children.",
    ],
)
def test_works_matches_and_networks_named_in_passing_hide_no_violence(engine: Engine, text: str) -> None:
    assert len(coded(engine, text)) >= 1


def test_a_flood_in_the_lead_explains_no_shooting(engine: Engine) -> None:
    flood = (
        "MAIDUGURI, Nigeria, Nov 9, 2017 (AP) - Floods have displaced 20,000 people in Borno.\n\nFive people were shot dead"
        " at a camp in Dikwa on Monday. Eleven others were wounded."
    )
    assert len([claim for claim in claims_of(engine, flood) if claim.codeable]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Policemen were firing into the air to celebrate a football victory.",
        "The novel tells how rebels burn a village.",
        "In the film, soldiers storm a convent.",
        "A cyberattack hit the hospital.",
        "The ministry said its computer systems were attacked.",
    ],
)
def test_what_a_work_tells_and_what_hackers_do_is_not_coded(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []
