from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.derive import derive_control
from dateline.model.derived import ControlState
from dateline.model.record import Case, Voice
from dateline.model.text import Report
from dateline.model.vocabulary import Modality
from dateline.model.world import Actor, Place
from dateline.pipeline import Engine, run
from tests.cases import ARMY, REBELS, RESIDENTS, SUBURB, TOWN, CaseOf, count, day


def one(case: Case) -> ControlState:
    (row,) = case.control
    return row


def simple(text: str, act: str, **given: Any) -> Case:
    told = CaseOf(text)
    agent, place = told.means("The army", ARMY), told.means("Oakford", TOWN)
    told.claim(text, act, roles={"agent": agent}, place=place, **given)
    return told.case()


def test_entering_is_presence_and_not_control() -> None:
    row = one(simple("The army entered Oakford.", "enter"))
    assert (row.fluent, row.actors, row.place) == ("present", (ARMY.id,), TOWN.id)
    assert row.initiates == ("present(act:army,report:oakford)",)


def test_capture_is_held_by_the_captor_in_the_narrators_words() -> None:
    row = one(simple("The army captured Oakford.", "capture"))
    assert (row.fluent, row.believer, row.via) == ("held", "src:wire", "capture")


@pytest.mark.parametrize("near", ["near", "around", "12 km from", "overlooking the town of", "west of"])
def test_who_takes_the_villages_around_a_town_does_not_hold_it(near: str) -> None:
    told = CaseOf(f"The army captured two villages {near} Oakford.")
    agent, place = told.means("The army", ARMY), told.means("Oakford", TOWN)
    told.claim(f"The army captured two villages {near} Oakford", "capture", roles={"agent": agent}, place=place)
    assert told.case().control == ()


def test_leaving_is_vacated_and_names_no_successor() -> None:
    case = simple("The army left Oakford.", "withdraw")
    assert [(row.fluent, row.actors) for row in case.control] == [("vacated", (ARMY.id,))]


@pytest.mark.parametrize("modality", ["planned", "ordered", "threatened", "expected", "possible", "hypothetical"])
def test_what_has_not_happened_begins_nothing(modality: Modality) -> None:
    case = simple("The army will take Oakford.", "capture", modality=modality, codeable=False)
    assert case.control == ()


def test_a_denied_capture_is_not_held() -> None:
    row = one(
        simple("The army did not take Oakford.", "capture", polarity="negative", modality="denied", codeable=False)
    )
    assert row.fluent == "not_held"


def test_never_left_holds_only_where_some_voice_has_them_holding() -> None:
    told = CaseOf("Residents said rebels hold Oakford. The front denied that they had left.")
    front, place = told.means("rebels", REBELS), told.means("Oakford", TOWN)
    roles = {"agent": front}
    told.claim("rebels hold Oakford", "hold", by=RESIDENTS, roles=roles, place=place, kind="state", codeable=False)
    told.claim(
        "they had left", "withdraw", by=REBELS, roles=roles, place=place, polarity="negative", modality="denied",
        codeable=False,
    )  # fmt: skip
    assert [(row.believer, row.fluent) for row in told.case().control] == [(RESIDENTS.id, "held"), (REBELS.id, "held")]


def test_an_unclear_holder_is_an_unknown_without_actors() -> None:
    told = CaseOf("It was not clear who held Oakford.")
    place = told.means("Oakford", TOWN)
    told.claim("who held Oakford", "hold", place=place, kind="state", modality="unknown", codeable=False)
    row = one(told.case())
    assert (row.fluent, row.actors, row.via) == ("unknown", (), "explicit_unknown")


def test_a_share_is_no_hold() -> None:
    told = CaseOf("The army controls 70 percent of Oakford.")
    agent, share, place = (
        told.means("The army", ARMY),
        told.means("70 percent", count(70, "share")),
        told.means("Oakford", TOWN),
    )
    told.claim(
        "The army controls 70 percent of Oakford",
        "hold",
        roles={"agent": agent, "quantity": share},
        place=place,
        kind="state",
    )
    assert one(told.case()).fluent == "share_held"


def test_the_loser_who_says_nothing_gets_an_unknown_row() -> None:
    told = CaseOf("The army took Oakford from the rebels on Monday, residents said.")
    roles = {"agent": told.means("The army", ARMY), "from": told.means("the rebels", REBELS)}
    told.claim(
        "The army took Oakford from the rebels", "capture", by=RESIDENTS, roles=roles, place=told.means("Oakford", TOWN)
    )
    rows = told.case().control
    assert [(row.believer, row.fluent, row.via) for row in rows] == [
        (RESIDENTS.id, "held", "capture"),
        (REBELS.id, "unknown", "no_statement"),
    ]


def test_a_denial_of_the_claim_is_the_claim_negated_in_the_deniers_mouth() -> None:
    told = CaseOf("The army said it took Oakford. The front denied the claim.")
    roles = {"agent": told.means("it", ARMY)}
    first = told.claim("it took Oakford", "capture", by=ARMY, roles=roles, place=told.means("Oakford", TOWN))
    told.claim(
        "The front denied the claim", "say", by=REBELS, kind="statement", polarity="negative", modality="denied",
        codeable=False, denies=first,
    )  # fmt: skip
    assert [(row.believer, row.fluent, row.actors) for row in told.case().control] == [
        (ARMY.id, "held", (ARMY.id,)),
        (REBELS.id, "not_held", (ARMY.id,)),
    ]


def test_who_left_at_six_left_the_place_of_the_talk() -> None:
    told = CaseOf("Rebels entered Oakford on Monday. They left on Tuesday.")
    roles = {"agent": told.means("Rebels", REBELS)}
    told.claim("Rebels entered Oakford on Monday", "enter", roles=roles, place=told.means("Oakford", TOWN))
    told.claim("They left on Tuesday", "withdraw", roles=roles)
    assert [(row.fluent, row.place) for row in told.case().control] == [("present", TOWN.id), ("vacated", TOWN.id)]


def test_two_captures_on_different_days_stay_two_rows() -> None:
    told = CaseOf("The army took Oakford on 1 March. The army took Oakford again on 9 March.")
    roles, place = {"agent": told.means("The army", ARMY)}, told.means("Oakford", TOWN)
    told.claim("took Oakford on 1 March", "capture", roles=roles, place=place, time=told.means("on 1 March", day(1)))
    told.claim(
        "took Oakford again on 9 March", "capture", roles=roles, place=place, time=told.means("on 9 March", day(9))
    )
    assert len(told.case().control) == 2


@given(st.permutations([0, 1, 2]))
def test_the_states_do_not_depend_on_the_order_of_the_claims(order: list[int]) -> None:
    told = CaseOf("The army took Oakford. Rebels entered East Oakford. Residents said rebels left.")
    army, front = told.means("The army", ARMY), told.means("Rebels", REBELS)
    town, suburb = told.means("Oakford", TOWN), told.means("East Oakford", SUBURB)
    told.claim("The army took Oakford", "capture", roles={"agent": army}, place=town)
    told.claim("Rebels entered East Oakford", "enter", roles={"agent": front}, place=suburb)
    told.claim("rebels left", "withdraw", by=RESIDENTS, roles={"agent": front}, place=suburb)
    straight = told.case()
    told.claims = [told.claims[i] for i in order]
    key = {(row.believer, row.place, row.fluent, row.actors) for row in straight.control}
    assert {(row.believer, row.place, row.fluent, row.actors) for row in derive_control(told.case())} == key


def test_a_day_that_its_weekday_contradicts_dates_no_state() -> None:
    told = CaseOf("On Sunday, March 1, the army and rebels clashed in Oakford. Rebels left Oakford on Friday, March 1.")
    army, rebels, place = told.means("the army", ARMY), told.means("rebels", REBELS), told.means("Oakford", TOWN)
    roles = {"agent": f"{army} {rebels}"}
    wrong, right = told.means("Sunday, March 1", day(1)), told.means("on Friday, March 1", day(1))
    told.claim("the army and rebels clashed", "clash", roles=roles, place=place, time=wrong)
    told.claim("Rebels left Oakford", "withdraw", roles={"agent": rebels}, place=place, time=right)
    contested, vacated = derive_control(told.case())
    assert contested.valid is None
    assert vacated.valid is not None


def test_what_was_lost_years_ago_without_a_day_says_nothing_of_today(engine: Engine) -> None:
    text = "The army said it had pushed the rebels out of Goma, more than a year after losing the city."
    case = run(Report.of(text), engine=engine).case
    assert {row.actors for row in case.control if row.fluent == "vacated"} == {("act:rebels",)}


GUNMEN = Actor(id="act:gunmen", name="gunmen", kind="unidentified_armed")


def raid(first: str, *, by: Actor, act: str) -> Case:
    """Somebody does something in the town and then leaves it."""
    told = CaseOf(f"{first} Oakford. They left Oakford at dawn.")
    place, who = told.means("Oakford", TOWN), told.means("They", by)
    told.claim(f"{first} Oakford", act, roles={"agent": who}, place=place, kind="state" if act == "hold" else "event")
    told.claim("They left Oakford", "withdraw", roles={"agent": who, "origin": place}, place=place)
    return told.case()


def test_who_raids_a_place_and_leaves_has_not_vacated_it() -> None:
    assert "vacated" not in {row.fluent for row in raid("Rebels raided", by=REBELS, act="attack").control}
    assert "vacated" not in {row.fluent for row in raid("Gunmen burnt shops in", by=GUNMEN, act="burn").control}


def test_who_was_told_to_hold_a_place_vacates_it_whatever_else_it_did() -> None:
    assert "vacated" in {row.fluent for row in raid("Rebels held", by=REBELS, act="hold").control}
    assert "vacated" in {row.fluent for row in raid("Gunmen held", by=GUNMEN, act="hold").control}


def test_gunmen_who_leave_a_place_that_nobody_had_them_hold_say_nothing_of_it() -> None:
    told = CaseOf("Gunmen left Oakford at dawn.")
    place = told.means("Oakford", TOWN)
    told.claim("Gunmen left Oakford", "withdraw", roles={"agent": told.means("Gunmen", GUNMEN)}, place=place)
    assert told.case().control == ()


def test_who_says_that_a_place_was_liberated_means_its_own_side() -> None:
    minister = Actor(id="per:minister", name="the minister", kind="official", side="NL")
    for speaker, holders in ((minister, (ARMY.id,)), (RESIDENTS, ())):
        told = CaseOf("State radio said the army took Oakford. It was told that Oakford was liberated.")
        place = told.means("Oakford", TOWN)
        roles = {"agent": told.means("the army", ARMY), "place": place}
        told.claim("the army took Oakford", "capture", by=REBELS, roles=roles, place=place)
        told.claim("Oakford was liberated", "retake", by=speaker, roles={"place": place}, place=place)
        assert [row.actors for row in told.case().control if row.believer == speaker.id] == [holders]


def test_rebels_who_leave_have_left_even_where_nobody_names_their_group() -> None:
    told = CaseOf("Rebels left Oakford at dawn.")
    rebels = Actor(id="act:rebels", name="rebels", kind="armed_groups_collective", provisional=True)
    place = told.means("Oakford", TOWN)
    told.claim("Rebels left Oakford", "withdraw", roles={"agent": told.means("Rebels", rebels)}, place=place)
    assert [(row.fluent, row.actors) for row in told.case().control] == [("vacated", (rebels.id,))]


MINISTER = Actor(id="per:minister", name="the minister", kind="official", side="NL")
REGION = Place(id="report:reeds", name="Reeds Region", kind="ADM1", country="NL")
VILLAGE = replace(TOWN, part_of=REGION.id)


def test_an_official_who_says_that_a_town_did_not_fall_speaks_of_his_sides_forces() -> None:
    told = CaseOf("The army shelled a ridge. The minister said that Oakford had not fallen.")
    told.means("The army", ARMY)
    place = told.means("Oakford", TOWN)
    told.claim(
        "Oakford had not fallen",
        "repel",
        by=MINISTER,
        predicate="fall",
        modality="denied",
        polarity="negative",
        place=place,
        roles={"place": place},
    )
    row = one(told.case())
    assert (row.fluent, row.actors, row.believer) == ("held", (ARMY.id,), MINISTER.id)


@pytest.mark.parametrize(("speaker", "holders"), [(ARMY, (ARMY.id,)), (MINISTER, (ARMY.id,)), (RESIDENTS, None)])
def test_what_is_in_its_hands_is_the_speakers(speaker: Actor, holders: tuple[str, ...] | None) -> None:
    told = CaseOf("The army shelled a ridge. It was said that Oakford was in its hands.")
    told.means("The army", ARMY)
    place = told.means("Oakford", TOWN)
    told.claim("Oakford was in its hands", "hold", by=speaker, kind="state", codeable=False, place=place, roles={})
    assert [row.actors for row in told.case().control] == ([] if holders is None else [holders])


def test_a_spokesman_who_says_our_troops_means_the_party_that_spoke_before() -> None:
    spokesman = Actor(id="per:hale", name="Hale", kind="person", provisional=True)
    told = CaseOf("The front rejected this. The spokesman Hale said our fighters hold Oakford.")
    place, who = told.means("Oakford", TOWN), told.means("our fighters", spokesman)
    told.claim("The front rejected this", "say", by=REBELS, kind="meta", codeable=False)
    named = told.claim(
        "our fighters hold Oakford", "hold", by=spokesman, kind="state", roles={"agent": who}, place=place
    )
    case = told.case(derived=False)
    spoken = {"source": told.span("The spokesman Hale"), "mode": "indirect", "holder": spokesman.id}
    claims = [replace(c, voices=(c.voices[0], Voice(**spoken))) if c.id == named else c for c in case.claims]  # type: ignore[arg-type]
    (row,) = derive_control(replace(case, claims=tuple(claims)))
    assert (row.fluent, row.actors, row.believer) == ("held", (REBELS.id,), spokesman.id)


@pytest.mark.parametrize("act", ["capture", "enter"])
def test_a_town_that_has_fallen_was_taken_by_those_who_came(act: str) -> None:
    told = CaseOf("Rebels came to Oakford. The minister confirmed that the town had fallen.")
    place, again = told.means("Oakford", TOWN), told.means("the town", TOWN)
    told.claim("Rebels came to Oakford", act, by=REBELS, roles={"agent": told.means("Rebels", REBELS)}, place=place)
    told.claim(
        "the town had fallen", "repel", by=MINISTER, predicate="fall", modality="confirmed", place=again, roles={}
    )
    rows = {row.believer: (row.fluent, row.actors) for row in told.case().control}
    assert rows[MINISTER.id] == ("held", (REBELS.id,))


def test_a_town_that_has_fallen_to_one_of_two_parties_is_not_said_to_be_either_ones() -> None:
    told = CaseOf("Rebels entered Oakford. The army entered Oakford. The minister confirmed that the town had fallen.")
    place, again = told.means("Oakford", TOWN), told.means("the town", TOWN)
    for words, who in (("Rebels", REBELS), ("The army", ARMY)):
        told.claim(f"{words} entered Oakford", "enter", roles={"agent": told.means(words, who)}, place=place)
    told.claim("the town had fallen", "repel", by=MINISTER, predicate="fall", place=again, roles={})
    assert MINISTER.id not in {row.believer for row in told.case().control}


def test_who_leaves_a_town_of_a_region_has_not_left_the_region() -> None:
    told = CaseOf("Rebels took Oakford in Reeds Region on Monday after soldiers withdrew.")
    place, region = told.means("Oakford", VILLAGE), told.means("Reeds Region", REGION)
    rebels, soldiers = told.means("Rebels", REBELS), told.means("soldiers", ARMY)
    told.claim("Rebels took Oakford", "capture", roles={"agent": rebels, "place": place}, place=place)
    told.claim("soldiers withdrew", "withdraw", roles={"agent": soldiers}, place=region)
    assert {(row.fluent, row.place) for row in told.case().control} == {("held", TOWN.id), ("vacated", TOWN.id)}


def test_whose_words_name_the_region_means_the_region() -> None:
    told = CaseOf("Rebels took Oakford while soldiers withdrew from Reeds Region.")
    place, region = told.means("Oakford", VILLAGE), told.means("Reeds Region", REGION)
    rebels, soldiers = told.means("Rebels", REBELS), told.means("soldiers", ARMY)
    told.claim("Rebels took Oakford", "capture", roles={"agent": rebels, "place": place}, place=place)
    told.claim("soldiers withdrew from Reeds Region", "withdraw", roles={"agent": soldiers}, place=region)
    assert {(row.fluent, row.place) for row in told.case().control} == {("held", TOWN.id), ("vacated", REGION.id)}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Azaz remains under rebel control, residents said.", True),
        ("Azaz is under government control, residents said.", True),
        ("Azaz remained under Syrian control, residents said.", True),
        ("Traders in Azaz have the price of bread under control, residents said.", False),
    ],
)
def test_whose_hands_a_place_is_in_is_told_by_the_word_before_them(engine: Engine, text: str, held: bool) -> None:
    control = run(Report.of(f"ALEPPO, Syria, 10 January 2016 (Wire) - {text}"), engine=engine).case.control
    assert [row.fluent for row in control if row.actors] == (["held"] if held else [])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rebels control two of the five crossings into Turkey.", [("share_held", "five crossings into Turkey")]),
        ("Rebels hold three of the city's eight districts.", [("share_held", "city's eight districts")]),
        ("Rebels control 70 percent of Azaz.", [("share_held", "Azaz")]),
        ("Rebels hold 12 of the soldiers in Azaz.", []),
        ("Troops advanced on Azaz, the last rebel stronghold in Aleppo province.", [("held", "Azaz")]),
        ("The rebels' last stronghold in Aleppo province was shelled.", []),
        ("Rebels seized a hilltop near the airport road.", [("held", "hilltop near the airport road")]),
        (
            "The desert south and east of Palmyra is rife with rebels.",
            [("present", "desert south and east of Palmyra")],
        ),
    ],
)
def test_what_is_held_in_part_or_only_described_is_no_town_or_land_around_it(
    engine: Engine, text: str, rows: list[tuple[str, str]]
) -> None:
    case = run(Report.of(f"ALEPPO, Syria, 10 January 2016 (Wire) - {text}"), engine=engine).case
    assert [(row.fluent, case.places[row.place].name) for row in case.control if row.actors] == rows


def test_who_calls_a_place_contested_does_not_contest_it() -> None:
    mapper = Actor(id="act:mapper", name="Mapper", kind="organisation")
    told = CaseOf("Rebels took Oakford. The Mapper moved Oakford into its grey zone.")
    place, rebels = told.means("Oakford", TOWN), told.means("Rebels", REBELS)
    told.claim("Rebels took Oakford", "capture", by=REBELS, roles={"agent": rebels}, place=place)
    who = told.means("The Mapper", mapper)
    told.claim("moved Oakford into its grey zone", "contest", kind="state", roles={"agent": who}, place=place)
    assert [row.actors for row in told.case().control if row.fluent == "contested"] == [(REBELS.id,)]


def test_a_station_of_another_sort_is_another_place_and_the_area_is_what_was_called_so(engine: Engine) -> None:
    text = (
        "ALEPPO, Syria, 10 January 2016 (Wire) - Rebels seized the radio station in Azaz. Fighting went on at the "
        "railway station. Rebels held the Sarba area south of Azaz, a doctor said. The army said it still held the area."
    )
    case = run(Report.of(text), engine=engine).case
    held = {(case.places[row.place].name, row.actors[0]) for row in case.control if row.fluent == "held"}
    assert {place for place, _ in held} == {"radio station", "Sarba area"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The militia drove out the gunmen. It returned to Azaz.", []),
        ("The rebels drove the army out of Azaz.", [("vacated", "Azaz", ["Syrian Arab Army"])]),
        ("The army said it had pulled out of parts of Azaz.", []),
        ("The army admitted that Azaz had fallen.", [("held", "Azaz", [])]),
        ("The army confirmed the fall of the town of Azaz to the rebels.", [("held", "Azaz", ["rebels"])]),
        ("Rebels have captured a district centre in Idlib province.", [("held", "district centre", ["Rebels"])]),
        ("There were few areas left before the whole of Azaz was under rebel control.", []),
        ("The rebels need one more village before they control the whole of Azaz.", []),
        ("The army held out for a week before it took Azaz.", [("held", "Azaz", ["Syrian Arab Army"])]),
        (
            "Rebels seized the town of Azaz in Aleppo province after the army abandoned it.",
            [("held", "Azaz", ["Rebels"]), ("vacated", "Azaz", ["Syrian Arab Army"])],
        ),
        (
            '"I am in Azaz. The army left this morning. Rebels took over," a resident said.',
            [("vacated", "Azaz", ["Syrian Arab Army"]), ("held", "Azaz", ["Rebels"])],
        ),
    ],
)
def test_who_drives_out_leaves_nothing_who_loses_takes_nothing_and_what_is_to_come_is_not_held(
    engine: Engine, text: str, rows: list[tuple[str, str, list[str]]]
) -> None:
    case = run(Report.of(f"ALEPPO, Syria, 10 January 2016 (Wire) - {text}"), engine=engine).case
    told = [
        (row.fluent, case.places[row.place].name, [case.actors[actor].name for actor in row.actors])
        for row in case.control
        if row.fluent not in ("unknown", "present")
    ]
    assert told == rows
