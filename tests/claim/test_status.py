"""Sums of a whole war and of many years are background; what goes on since long ago goes on."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only

DATELINE = "PORT VALE, May 3, 2017 (AP) - "


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("More than 90,000 people have died in the country's civil war.", "have died"),
        ("Some 4,000 people have been killed since the conflict erupted in 2011.", "been killed"),
        ("The insurgency has claimed thousands of lives.", "claimed"),
        ("Four people have been kidnapped so far in 2017.", "kidnapped"),
        ("He was the victim of an attack a while ago.", "victim"),
        ("The group has killed 800 villagers since 2009.", "has killed"),
        ("The guerrillas have fought the state since 1964.", "have fought"),
        ("The two neighbours fought a six-week war in 2010.", "fought"),
    ],
)
def test_a_sum_over_years_is_background(engine: Engine, text: str, part: str) -> None:
    found = only(engine, DATELINE + "Three soldiers died on Tuesday. " + text, part)
    assert (found.codeable, found.temporal_status) in {(False, "background"), (False, "historical")}


def test_a_toll_of_the_fight_that_is_news_counts(engine: Engine) -> None:
    text = DATELINE + "Forty people have been killed since fighting broke out on Monday."
    assert only(engine, text, "been killed").codeable


def test_failed_talks_negate_no_fighting(engine: Engine) -> None:
    assert only(engine, "Fighting resumed after the talks failed.", "resumed").polarity == "positive"


def test_a_state_since_long_ago_goes_on(engine: Engine) -> None:
    text = DATELINE + "The town has been under siege since November."
    assert only(engine, text, "under siege").temporal_status == "ongoing"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The town has been under siege since 2014.", "under siege"),
        ("The harbour has been held by the army since June 2014.", "held"),
    ],
)
def test_a_state_that_has_lasted_for_years_is_background(engine: Engine, text: str, part: str) -> None:
    assert only(engine, DATELINE + text, part).temporal_status == "background"


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("Troops have been trying to retake the harbour since November.", "retake", "ongoing"),
        ("The road to the harbour remains closed.", "closed", "ongoing"),
        ("Military operations continue in the hills.", "operations", "ongoing"),
        ("A curfew stays in force.", "curfew", "ongoing"),
        ("The harbour is the last stronghold of the rebels.", "stronghold", "current"),
        ("The harbour is still under rebel control.", "control", "current"),
        ("The harbour remains in the hands of the army.", "hands", "current"),
        ("In November rebels took the town of Torit.", "took", "historical"),
        ("In March rebels took the town of Torit.", "took", "background"),
    ],
)
def test_what_goes_on_and_what_is_long_past(engine: Engine, text: str, part: str, status: str) -> None:
    assert only(engine, DATELINE + "Three soldiers died on Tuesday. " + text, part).temporal_status == status


def test_what_a_report_begins_with_is_its_news(engine: Engine) -> None:
    text = "On 20 April rebels took the town of Torit. On 12 April rebels shelled Lira."
    assert only(engine, DATELINE + text, "took").temporal_status == "current"
    assert only(engine, DATELINE + text, "shelled").temporal_status == "background"


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("Rebels bombarded a rally for the June 30 poll.", True),
        ("The group has killed hundreds of people since it declared a state in June 2014.", False),
        ("By Tuesday, May 1, the fighting had moved closer to the port.", True),
    ],
)
def test_a_date_that_only_labels_or_slips_makes_nothing_old(engine: Engine, text: str, current: bool) -> None:
    claims = claims_of(engine, "PORT VALE, May 3, 2017 (AP) - " + text)
    assert any(claim.codeable for claim in claims) is current


def test_a_correction_takes_back_what_the_outlet_had_said(engine: Engine) -> None:
    head = "CORRECTION\nSAHEL COURIER – Bamako (Mali) – "
    own = "An earlier version of this story said that rebels captured Goma on Monday."
    other = "A report of the United Nations said that the army killed 12 civilians in Sake."
    taken, kept = (only(engine, head + words, part) for words, part in ((own, "Goma"), (other, "killed")))
    assert (taken.modality, taken.codeable) == ("retracted", False)
    assert kept.modality == "attributed"
    assert only(engine, own, "Goma").modality == "retracted"


def test_what_is_told_in_the_past_does_not_lie_ahead_of_an_undated_text(engine: Engine) -> None:
    text = "Rebels captured the town of Goma on 23 April 2022. The town was retaken by the army in the first week of October 2022."
    assert only(engine, text, "retaken").temporal_status == "current"


HEAD = DATELINE + "Rebels shelled the port on Tuesday. "


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "On Wednesday the town marked the anniversary of the battle in which rebels killed 300 soldiers.",
            "killed 300",
        ),
        ("A monument to the pilots who bombed the dam was unveiled on Wednesday.", "bombed"),
        ("The militia kidnapped engineers for years.", "kidnapped"),
        ("The army will mark the day on which it drove the invaders out of Goma.", "drove"),
        ("Nobody has seen a patrol since rebels attacked the town.", "attacked"),
        ("Under the dictatorship soldiers abducted students.", "abducted"),
        ("He fought in three wars and killed a bishop.", "killed"),
        ("In January soldiers burned the market.", "burned"),
        ("In 2009 rebels seized the mine.", "seized"),
        ("In January clashes displaced 400 people.", "displaced"),
        ("An earlier attack killed four nurses.", "killed four"),
        ("The rebels split after it signed a 2016 accord with the government.", "signed a 2016"),
    ],
)
def test_what_is_remembered_or_long_gone_is_no_news(engine: Engine, text: str, part: str) -> None:
    found = only(engine, HEAD + text, part)
    assert (found.codeable, found.temporal_status in ("background", "historical")) == (False, True)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rebels attacked a ceremony at the monument on Tuesday.", "attacked"),
        ("On the anniversary of the coup rebels stormed the palace.", "stormed"),
        ("On 2 May drones struck a depot.", "drones struck"),
        ("Former soldiers attacked a bank on Tuesday.", "attacked"),
        ("The army hanged two prisoners on Tuesday.", "hanged"),
    ],
)
def test_what_happens_beside_the_past_is_news(engine: Engine, text: str, part: str) -> None:
    assert only(engine, HEAD + text, part).codeable


LEAD = "DAMASCUS, May 3, 2019 (AP) - Rebels shelled a suburb on Thursday. "


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("An air raid kills three in Idlib, residents say.", "kills three"),
        ("Car bomb wounds nine policemen in Mosul.", "wounds nine"),
        ("A blast injures at least 14 people at a market in Quetta, police say.", "injures at least 14"),
        ("Twin explosions leave 12 dead in Kandahar, the hospital says.", "12 dead"),
    ],
)
def test_a_counted_toll_in_the_present_tense_is_news(engine: Engine, text: str, part: str) -> None:
    assert only(engine, LEAD + text, part).codeable


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Malaria kills 400,000 a year.", "kills"),
        ("Cars kill dozens every year.", "kill dozens"),
        ("Landmines kill 200 people annually.", "kill 200"),
        ("Clashes kill about 50 people per month in the province.", "kill about"),
        ("Snipers kill two people a day in the district, medics say.", "kill two"),
        ("Each bomb kills three or four people.", "kills three"),
        ("The rebels kill anyone who resists.", "kill anyone"),
        ("The militia usually kills two hostages when ransom is late.", "kills two"),
    ],
)
def test_a_rate_or_a_habit_is_no_toll(engine: Engine, text: str, part: str) -> None:
    assert only(engine, LEAD + text, part).temporal_status == "generic"
