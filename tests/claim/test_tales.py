"""What courts, drills and works of art tell is no news; what happens beside them is."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

WAR = (
    "LIMA PORT, May 3, 2023 (AP) - Rebels shelled the army base at Goma on Tuesday, killing three soldiers, the army"
    " said.\n\n"
)


def coded(engine: Engine, text: str) -> list[str]:
    claims = [claim for claim in claims_of(engine, WAR + text) if claim.spans[0].start >= len(WAR)]
    return [words_of(claim) for claim in claims if claim.codeable]


@pytest.mark.parametrize(
    "text",
    [
        "A court on Wednesday convicted two former rebels of murder. The judges said the men had stopped a bus,"
        " separated the passengers and killed eleven of them. They also burned the bus.",
        "The tribunal found that soldiers shelled the market for three days and killed at least 60 civilians.",
        "A colonel was jailed for life on Monday for the massacre of villagers at Kolo. According to the verdict, his"
        " men raped women and torched forty houses.",
        "The defendant told the jury that he never attacked the convoy. Witnesses testified that he shot the driver.",
        "He is accused of having led the militia that attacked the village of Bena, killing 14 people.",
        "An appeals court upheld the sentences of four officers who bombed a school, killing 20 pupils.",
        "The indictment says the general's troops besieged the town and shot those who tried to leave.",
        "One of the accused insisted that he had only burned a shop.",
        "The navy practised the recapture of a hijacked tanker. In the exercise pirates had seized the ship and killed"
        " a sailor. Commandos stormed it and freed the crew.",
        "Police simulated an attack on the airport. Mock gunmen took hostages, shot two of them and set fire to a bus.",
        "During the war games, red forces crossed the river and captured the bridge. Blue forces retook it.",
        "In a simulated raid, troops stormed a house and killed two terrorists.",
        "A bomb exploded in the station, killing thirty people. It was, the mayor stressed, only a drill.",
        "The novel begins in 1993. Soldiers storm a village and burn it. The hero escapes and kills the officer.",
        "In the film's last scene the rebels attack the bridge, and the teacher is shot.",
        "Her new play, about the siege of Goma, tells how a choir sang while the city was being shelled.",
        "The series follows a policeman who infiltrates a militia. He is captured, and his brother is killed.",
        "In the first scene soldiers burn down a school; in the last the heroine blows up a bridge.",
        "In the video game, players storm a bunker and shoot the guards.",
    ],
)
def test_what_is_only_told_in_a_tale_is_not_coded(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the court in Goma on Wednesday.",
        "Prosecutors said a drone strike hit the town on Wednesday.",
        "A judge was shot by rebels on his way to the trial on Wednesday.",
        "The judges adjourned the trial as rebels raided a village nearby.",
        "Rebels attacked the base during a military exercise on Wednesday.",
        "The army held a drill near the border. Rebels shelled the town on Wednesday.",
        "The exercise was called off after militants ambushed a convoy on Wednesday.",
        "A film about the war was shown in Goma on Tuesday. Gunmen attacked the cinema.",
        "Militants stormed a theatre in which a play was being staged.",
        "Police collected cartridges at the scene and said gunmen had attacked the bank.",
        "Video footage showed soldiers shooting at a crowd in Goma on Wednesday.",
    ],
)
def test_what_happens_beside_a_tale_is_coded(engine: Engine, text: str) -> None:
    assert len(coded(engine, text)) == 1


def test_a_crime_before_a_court_is_background(engine: Engine) -> None:
    text = WAR + "The judges found that the colonel had burned the village."
    claim = next(claim for claim in claims_of(engine, text) if "burned" in words_of(claim))
    assert (claim.temporal_status, claim.codeable) == ("background", False)
