"""What is counted since a fight began is news; what is counted this year is not; when a deed below a deed was done."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only

DATELINE = "PORT VALE, May 3, 2017 (AP) - Three soldiers died on Tuesday. "


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("Since the start of the offensive on 12 March its men have taken nine posts.", "taken nine", "current"),
        ("The fighting has killed 140 people since it broke out on 20 March.", "killed 140", "current"),
        ("The number of gunmen killed in the hills this year has risen to 58.", "killed", "background"),
        ("Gangs have killed 300 people this year.", "killed 300", "background"),
        ("The school, damaged by a blast in February, stays shut.", "damaged", "background"),
        ("Returns to Torit, where 90 families had come back in March, have stopped.", "stopped", "current"),
        ("The unrest began on Monday, when convicts seized the armoury.", "seized", "current"),
    ],
)
def test_what_is_counted_or_done_since(engine: Engine, text: str, part: str, status: str) -> None:
    assert only(engine, DATELINE + text, part).temporal_status == status


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("On Monday bombs strike a clinic in Lira.", "strike", "current"),
        ("A vaccination campaign starts on Sunday, May 7.", "starts", "future"),
        ("Gunmen ambush lorries on this road.", "ambush", "generic"),
        ("Two gunmen are still hiding in the mill.", "hiding", "current"),
        ("The harbour, which was being held by militiamen, burned.", "being held", "current"),
        ("Ghana urged the two sides to let grain convoys through.", "convoys", "future"),
    ],
)
def test_a_present_with_a_day_is_no_habit(engine: Engine, text: str, part: str, status: str) -> None:
    assert only(engine, DATELINE + text, part).temporal_status == status


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("Shells fell on a rebel-held suburb.", "rebel-held", "ongoing"),
        ("Troops captured the rebel-held village of Lira.", "rebel-held", "background"),
        ("Bombs hit areas that they control.", "they control", "ongoing"),
        ("The mill, which is still under rebel control, burned.", "control", "current"),
        ("The army does not shell villages, it said.", "does not shell", "generic"),
        ("The army did not shell villages, it said.", "did not shell", "current"),
        ("Recently, gunmen shot three pupils in Yei.", "shot three", "background"),
        ("The last attack of this kind was in March. Two men shot a judge in Lira.", "shot a judge", "background"),
        ("A similar raid left four dead. Men on horses burned the church.", "burned", "background"),
        ("A similar raid was beaten off on Tuesday. The attackers burned a car.", "burned", "current"),
    ],
)
def test_what_holds_beside_the_news(engine: Engine, text: str, part: str, status: str) -> None:
    assert only(engine, DATELINE + text, part).temporal_status == status


def test_a_chronology_stands_in_the_present_and_is_no_habit(engine: Engine) -> None:
    text = (
        "The week in Torit\n\nMonday 1 May 2017: Gunmen kill a judge.\nTuesday 2 May 2017: Jets bomb a camp near Lira."
    )
    assert only(engine, text, "bomb").temporal_status == "current"


def test_a_look_back_leaves_the_story_in_its_year(engine: Engine) -> None:
    text = (
        "The Siege of Torit was fought in 1993.\n\nTroops surrounded the town on 4 May 1993 after rebels had cut the road"
        " the previous autumn. On 12 May the brigade stormed the citadel."
    )
    assert only(engine, text, "stormed").codeable
    assert not only(engine, text, "had cut").codeable
