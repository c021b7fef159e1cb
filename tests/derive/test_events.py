from __future__ import annotations

from dataclasses import replace

from dateline.model.derived import Event, Projection
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.cases import ARMY, REBELS, RESIDENTS, TOWN, CaseOf, count, day


def battle() -> Case:
    told = CaseOf("The army fought rebels in Oakford on 5 March. Nine soldiers were killed. It rained.")
    place, time = told.means("Oakford", TOWN), told.means("on 5 March", day(5))
    roles = {"agent": told.means("The army", ARMY), "patient": told.means("rebels", REBELS)}
    told.claim("The army fought rebels in Oakford on 5 March", "clash", roles=roles, place=place, time=time)
    dead = {"patient": told.means("soldiers", ARMY), "quantity": told.means("Nine", count(9))}
    told.claim("Nine soldiers were killed", "kill", roles=dead, place=place, kind="casualty")
    return told.case()


def projection(event: Event, name: str) -> Projection:
    return next(one for one in event.projections if one.codebook == name)


def test_the_dead_of_a_fight_belong_to_its_event() -> None:
    (event,) = battle().events
    assert event.claims == ("c1", "c2")
    assert event.label == "Fighting in Oakford"
    assert event.status == "reported_as_fact"


def test_a_withdrawal_is_told_by_where_it_leads_if_that_is_its_place() -> None:
    told = CaseOf("The army withdrew towards Oakford.")
    army, town = told.means("The army", ARMY), told.means("Oakford", TOWN)
    told.claim("The army withdrew towards Oakford", "withdraw", roles={"agent": army, "destination": town}, place=town)
    assert [event.label for event in told.case().events] == ["Withdrawal to Oakford"]


def test_acled_types_a_fight_and_counts_the_lowest_figure() -> None:
    (event,) = battle().events
    values = projection(event, "acled").values
    assert (values["event_type"], values["sub_event_type"]) == ("Battles", "Armed clash")
    assert (values["time_precision"], values["geo_precision"], values["fatalities"]) == (1, 1, 9)


def test_ucdp_needs_a_death_a_place_a_day_and_an_actor() -> None:
    (event,) = battle().events
    ucdp = projection(event, "ucdp")
    assert ucdp.values["eligible"]
    assert (ucdp.values["type_of_violence"], ucdp.values["best"]) == (1, 9)


def test_a_capture_without_word_of_fighting_names_the_missing_fact() -> None:
    told = CaseOf("The army captured Oakford on 5 March.")
    roles, time = {"agent": told.means("The army", ARMY)}, told.means("on 5 March", day(5))
    told.claim("The army captured Oakford", "capture", roles=roles, place=told.means("Oakford", TOWN), time=time)
    (event,) = told.case().events
    acled = projection(event, "acled")
    assert acled.values["sub_event_type"] == "Government regains territory"
    assert acled.missing == ("whether there was fighting in Oakford on that day is not stated",)


def test_other_days_are_other_events() -> None:
    told = CaseOf("Rebels attacked Oakford on 5 March. Rebels attacked Oakford on 7 March.")
    roles, place = {"agent": told.means("Rebels", REBELS)}, told.means("Oakford", TOWN)
    told.claim(
        "Rebels attacked Oakford on 5 March", "attack", roles=roles, place=place, time=told.means("on 5 March", day(5))
    )
    told.claim(
        "Rebels attacked Oakford on 7 March", "attack", roles=roles, place=place, time=told.means("on 7 March", day(7))
    )
    assert [event.claims for event in told.case().events] == [("c1",), ("c2",)]


def test_every_codeable_claim_is_in_exactly_one_event() -> None:
    case = battle()
    named = [claim for event in case.events for claim in event.claims]
    assert sorted(named) == sorted(claim.id for claim in case.claims if claim.codeable)


def test_a_denied_withdrawal_is_disputed() -> None:
    told = CaseOf("Residents said rebels left Oakford. The front denied that they left.")
    roles, place = {"agent": told.means("rebels", REBELS)}, told.means("Oakford", TOWN)
    told.claim("rebels left Oakford", "withdraw", by=RESIDENTS, roles=roles, place=place)
    told.claim(
        "they left",
        "withdraw",
        by=REBELS,
        roles=roles,
        place=place,
        polarity="negative",
        modality="denied",
        codeable=False,
    )
    (event,) = told.case().events
    assert event.status == "disputed"
    assert event.claimed_by == (RESIDENTS.id,)


def conceded(act: str, patient: str) -> Case:
    """Residents tell of rebels' attack; the army tells, against its interest, of something in it."""
    told = CaseOf("Residents said rebels attacked Oakford. The army said its men were beaten there.")
    place = told.means("Oakford", TOWN)
    told.claim(
        "rebels attacked Oakford", "attack", by=RESIDENTS, roles={"agent": told.means("rebels", REBELS)}, place=place
    )
    roles = {patient: told.means("its men", ARMY)}
    told.claim(
        "its men were beaten there", act, by=ARMY, roles=roles, place=place, interest="against_interest",
        kind="casualty" if act == "wound" else "event",
    )  # fmt: skip
    return told.case()


def test_who_tells_of_its_wounded_has_not_admitted_the_attack() -> None:
    (event,) = conceded("wound", "patient").events
    assert (event.act, event.claims, event.status) == ("attack", ("c1", "c2"), "reported")


def test_who_grants_what_leads_the_event_admits_it() -> None:
    told = CaseOf("The army said it left Oakford.")
    roles, place = {"agent": told.means("it", ARMY)}, told.means("Oakford", TOWN)
    told.claim("it left Oakford", "withdraw", by=ARMY, roles=roles, place=place, interest="against_interest")
    (event,) = told.case().events
    assert event.status == "admitted"


def test_an_attack_towards_a_town_is_not_in_the_town() -> None:
    told = CaseOf("The army made an attack in the direction of Oakford.")
    roles = {"agent": told.means("The army", ARMY)}
    told.claim("The army made an attack", "attack", roles=roles, place=told.means("Oakford", TOWN))
    (event,) = told.case().events
    assert event.place is None


def test_a_fight_elsewhere_is_no_part_of_a_capture() -> None:
    told = CaseOf("The army captured Oakford. Since then it fought rebels on the road from Oakford.")
    place, army = told.means("Oakford", TOWN), told.means("The army", ARMY)
    told.claim("The army captured Oakford", "capture", roles={"agent": army}, place=place)
    roles = {"agent": army, "patient": told.means("rebels", REBELS), "origin": place}
    told.claim("it fought rebels", "clash", roles=roles, place=place)
    assert [event.act for event in told.case().events] == ["capture", "clash"]


def test_the_dead_do_not_make_a_shelling_part_of_a_capture() -> None:
    told = CaseOf("Rebels took Oakford. Nine people died there. Shells had fallen on Oakford before.")
    place = told.means("Oakford", TOWN)
    told.claim("Rebels took Oakford", "capture", roles={"agent": told.means("Rebels", REBELS)}, place=place)
    told.claim(
        "Nine people died there", "kill", roles={"quantity": told.means("Nine", count(9))}, kind="casualty", place=place
    )
    told.claim("Shells had fallen on Oakford", "shelling", place=place)
    assert [event.claims for event in told.case().events] == [("c1", "c2"), ("c3",)]


def test_what_one_sentence_tells_together_is_one_event() -> None:
    told = CaseOf("Rebels took Oakford, killed nine people and shelled it.")
    place, rebels = told.means("Oakford", TOWN), told.means("Rebels", REBELS)
    told.claim("Rebels took Oakford", "capture", roles={"agent": rebels}, place=place)
    dead = {"agent": rebels, "quantity": told.means("nine", count(9))}
    told.claim("killed nine people", "kill", roles=dead, kind="casualty", place=place)
    told.claim("shelled it", "shelling", roles={"agent": rebels}, place=place)
    assert [event.claims for event in told.case().events] == [("c1", "c2", "c3")]


def test_who_takes_up_a_count_counts_nobody_anew() -> None:
    told = CaseOf("Rebels took a hill. Shells fell on Oakford. Six of the hurt died. The army blamed the rebels.")
    told.claim("Rebels took a hill", "capture", roles={"agent": told.means("Rebels", REBELS)})
    told.claim("Shells fell on Oakford", "shelling", place=told.means("Oakford", TOWN))
    dead = told.means("Six", count(6))
    told.claim("Six of the hurt died", "kill", roles={"quantity": dead}, kind="casualty")
    roles = {"quantity": dead, "agent": told.means("the rebels", REBELS)}
    told.claim("The army blamed the rebels", "kill", roles=roles, kind="casualty", by=ARMY)
    assert [event.claims for event in told.case().events] == [("c1",), ("c2", "c3", "c4")]


def test_people_of_whom_was_just_told_are_no_event_of_their_own_and_no_lowest_figure() -> None:
    told = CaseOf("Nine people died in Oakford. Among the dead were two nurses.")
    place = told.means("Oakford", TOWN)
    told.claim("Nine people died", "kill", roles={"quantity": told.means("Nine", count(9))}, place=place)
    told.claim("Among the dead were two nurses", "kill", roles={"quantity": told.means("two", count(2))})
    (event,) = told.case().events
    assert projection(event, "acled").values["fatalities"] == 9


def test_dead_of_whom_nothing_else_is_told_are_those_of_what_was_just_told() -> None:
    told = CaseOf("Rebels attacked Oakford. Two villagers were killed. Elsewhere three people died.")
    roles = {"agent": told.means("Rebels", REBELS)}
    told.claim("Rebels attacked Oakford", "attack", roles=roles, place=told.means("Oakford", TOWN))
    told.claim("Two villagers were killed", "kill", roles={"quantity": told.means("Two", count(2))})
    told.claim("three people died", "kill", roles={"quantity": told.means("three", count(3))})
    assert [event.claims for event in told.case().events] == [("c1", "c2"), ("c3",)]


def test_a_number_told_twice_is_one_count_however_far_apart() -> None:
    told = CaseOf("Shells killed 17 in Oakford. It rained. The harvest failed. A fair opened. At dusk 17 had died.")
    roles = {"quantity": told.means("17", count(17))}
    told.claim("Shells killed 17 in Oakford", "kill", roles=roles, place=told.means("Oakford", TOWN))
    told.claim("At dusk 17 had died", "kill", roles={"quantity": told.means("At dusk 17", count(17))})
    (event,) = told.case().events
    assert projection(event, "ucdp").values["best"] == 17


def test_the_attack_is_the_one_told_of_before_unless_its_place_is_another() -> None:
    told = CaseOf("Rebels attacked Oakford. It rained. The attack lasted an hour. The attack on Elmford failed.")
    roles = {"agent": told.means("Rebels", REBELS)}
    told.claim("Rebels attacked Oakford", "attack", roles=roles, place=told.means("Oakford", TOWN))
    told.claim("The attack lasted an hour", "attack")
    elmford = replace(TOWN, id="report:elmford", name="Elmford")
    told.claim("The attack on Elmford failed", "attack", place=told.means("Elmford", elmford))
    assert [event.claims for event in told.case().events] == [("c1", "c2"), ("c3",)]


def test_the_first_sentence_tells_what_the_headline_says() -> None:
    told = CaseOf("Raid on Oakford. Rebels raided the town on 5 March. On 6 March rebels raided it again.")
    told.claim("Raid on Oakford", "attack", place=told.means("Oakford", TOWN))
    told.claim("Rebels raided the town on 5 March", "attack", time=told.means("on 5 March", day(5)))
    told.claim("On 6 March rebels raided it again", "attack", time=told.means("On 6 March", day(6)))
    assert [event.claims for event in told.case().events] == [("c1", "c2"), ("c3",)]


def test_who_left_what_another_took_is_half_of_that_event_and_not_of_its_own_coming() -> None:
    told = CaseOf(
        "The army retook Oakford on Tuesday. It had fallen to rebels on Sunday. Medics came. The rebels had gone."
    )
    place = told.means("Oakford", TOWN)
    army, first, second = told.means("The army", ARMY), told.means("rebels", REBELS), told.means("The rebels", REBELS)
    tuesday, sunday = told.means("Tuesday", day(5)), told.means("Sunday", day(3))
    told.claim("The army retook Oakford", "retake", roles={"agent": army}, place=place, time=tuesday)
    told.claim("It had fallen to rebels", "capture", roles={"agent": first}, place=place, time=sunday)
    told.claim("The rebels had gone", "withdraw", roles={"agent": second}, place=place)
    assert [event.claims for event in told.case().events] == [("c1", "c3"), ("c2",)]


def test_an_attack_of_last_week_is_not_the_news_that_has_no_day(engine: Engine) -> None:
    text = (
        "By a correspondent, 15 October 2024\n\nShelling killed four people in Oakford. The fire hit a market and a school. "
        "Doctors treated seven wounded. Shops stayed shut. Rebels carried out an attack in Oakford on 8 October."
    )
    case = run(Report.of(text), engine=engine).case
    claims = {claim.id: claim for claim in case.claims}
    together = [{claims[name].spans[0].quote for name in event.claims} for event in case.events]
    assert not any({"Shelling killed four people in Oakford"} < words for words in together if _dated(words))


def _dated(words: set[str]) -> bool:
    return any("8 October" in quote for quote in words)
