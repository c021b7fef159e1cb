"""Acts told by whole classes of verbs: who came in, who may not leave, what was mined, pushed off, burnt, answered."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of

EVENTS = [
    ("enter", "Gunmen had come into the maternity ward on Sunday night, a nurse said."),
    ("enter", "When the army left, the militia moved in the same evening."),
    ("abduct", "Soldiers dragged two teachers off a bus on Tuesday."),
    ("wound", "Eleven pupils suffered from suffocation after tear gas was fired into the school."),
    ("wound", "A cameraman was grazed by a bullet."),
    ("attack", "The retreating fighters had mined the waterworks, engineers said."),
    ("attack", "A sticky bomb was attached to the judge's car."),
    ("attack", "Police waded into the crowd of demonstrators with batons."),
    ("attack", "The patrol came under immediate rifle and machine-gun fire by insurgents."),
    ("clash", "The security force responded, killing two insurgents."),
    ("shelling", "The army answered with mortars."),
    ("shelling", "Rockets slammed into the terminal."),
    ("withdraw", "Government troops had pushed the militia off the dam by noon."),
    ("withdraw", "The rebels melted into the hills."),
    ("displace", "Residents are leaving in droves."),
    ("return", "Some of the displaced are trickling back to their homes."),
    ("release", "All the hostages are now safe and free, the minister said."),
    ("release", "The two engineers were let go after a ransom was paid."),
    ("surrender", "Fifty gunmen came out with their hands up."),
    ("break_siege", "A relief column broke through to the garrison on Monday."),
    ("protest", "Demonstrators set tyres alight outside the ministry."),
    ("deploy", "A further 600 troops were flown to the island."),
    ("loot", "Soldiers went on a looting spree."),
]
TOLD = [
    ("access", "Nobody had been allowed to leave the quarter since Friday."),
    ("access", "The rebels prevented families from crossing the bridge."),
    ("access", "About 300 families are confined to their houses."),
    ("besiege", "About 300 families are trapped by landmines."),
    ("burn", "Homes in the lower town were still ablaze."),
    ("deploy", "Two reconnaissance planes are overflying the southern suburbs."),
    ("hold", "The bridge is behind our lines, the major said."),
    ("order_to_leave", "The rebels gave residents of the port 48 hours to get out."),
    ("order_to_leave", "Loudspeakers told people to clear out by noon."),
]
OTHERS = [
    "The minister was dragged from one meeting to another.",
    "The choir came into the hall to applause.",
    "Gold was mined in the valley for a century.",
    "The firm mined cobalt near the border.",
    "The teacher responded to questions from parents.",
    "The government responded with a plan to cut taxes.",
    "The Eagles were pushed off the top of the table.",
    "The bank gave customers 48 hours to pay.",
    "Fans were allowed to leave the stadium at ten.",
    "Shoppers packed into the mall for the sale.",
    "The team was on fire in the second half.",
    "The bakery chain was taken over by a rival.",
    "He was hit by the loss of his job.",
    "The estate passed to his daughter.",
    "The bodies of the four airmen were brought back to the capital.",
]


@pytest.mark.parametrize(("act", "text"), EVENTS)
def test_a_verb_of_the_class_names_the_event(engine: Engine, act: str, text: str) -> None:
    assert act in {claim.act for claim in claims_of(engine, text) if claim.codeable}


@pytest.mark.parametrize(("act", "text"), TOLD)
def test_what_is_no_event_has_its_act_too(engine: Engine, act: str, text: str) -> None:
    assert act in {claim.act for claim in claims_of(engine, text) if claim.extractor == "rules"}


@pytest.mark.parametrize("text", OTHERS)
def test_the_same_verbs_in_civil_life_name_no_event(engine: Engine, text: str) -> None:
    assert not [claim for claim in claims_of(engine, text) if claim.codeable]


def test_no_more_than_a_place_is_that_place(engine: Engine) -> None:
    (claim,) = claims_of(engine, "The enemy held no more than a bus station.")
    assert claim.act == "hold"
    assert claim.extractor == "rules"
