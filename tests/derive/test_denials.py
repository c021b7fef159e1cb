"""Denials that say neither where nor when: which deed they are of, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.derive import derive_control, derive_events, merge_control, with_denials
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.model.world import Place
from dateline.pipeline import Engine, run
from tests.cases import ARMY, REBELS, RESIDENTS, TOWN, CaseOf, day

MILL = Place(id="report:millbrook", name="Millbrook", kind="town", country="NL", lat=11.0, lon=11.0)


def tied(told: CaseOf) -> Case:
    case = told.case(derived=False)
    case = replace(case, claims=with_denials(case))
    case = replace(case, events=derive_events(case))
    return replace(case, control=derive_control(case))


def deny(told: CaseOf, quote: str, act: str, *, by: Any = ARMY, **given: Any) -> None:
    told.claim(quote, act, by=by, modality="denied", polarity="negative", codeable=False, **given)


def shelled_twice() -> CaseOf:
    told = CaseOf(
        "Residents said the army shelled Oakford on 4 March. They said it shelled Millbrook, too. "
        "The army denied any shelling."
    )
    army = told.means("the army", ARMY)
    told.claim(
        "the army shelled Oakford on 4 March", "shelling", by=RESIDENTS, roles={"agent": army},
        place=told.means("Oakford", TOWN), time=told.means("on 4 March", day(4)),
    )  # fmt: skip
    told.claim("it shelled Millbrook", "shelling", by=RESIDENTS, place=told.means("Millbrook", MILL))
    deny(told, "any shelling", "shelling", roles={"agent": army})
    return told


def test_a_denial_without_place_or_day_is_of_the_nearest_deed_before_it() -> None:
    case = tied(shelled_twice())
    denial = case.claims[-1]
    assert denial.denies == "c2"
    assert denial.why == "denial of c2: the nearest shelling told before it that it fits"
    assert [event.status for event in case.events] == ["reported", "disputed"]


@pytest.mark.parametrize(
    ("act", "doer", "number"),
    [("abduct", ARMY, None), ("shelling", REBELS, None), ("shelling", ARMY, 9)],
)
def test_who_denies_another_act_doer_or_day_has_not_denied_this_one(act: str, doer: Any, number: int | None) -> None:
    told = CaseOf("Residents said the army shelled Oakford on 4 March. The rebels denied it of 9 March.")
    told.claim(
        "the army shelled Oakford on 4 March", "shelling", by=RESIDENTS,
        roles={"agent": told.means("the army", ARMY)},
        place=told.means("Oakford", TOWN), time=told.means("on 4 March", day(4)),
    )  # fmt: skip
    agent = told.means("The rebels", doer)
    when = {"time": told.means("of 9 March", day(number))} if number else {}
    deny(told, "it", act, by=REBELS, roles={"agent": agent}, **when)
    assert tied(told).claims[-1].denies is None


@pytest.mark.parametrize(("act", "denied"), [("kill", "c1"), ("wound", None)])
def test_who_denies_deaths_denies_no_wounds(act: str, denied: str | None) -> None:
    told = CaseOf("Residents said shells hit nine people in Oakford. The army said nobody was killed.")
    told.claim(
        "shells hit nine people in Oakford", act, kind="casualty", by=RESIDENTS, place=told.means("Oakford", TOWN)
    )
    deny(told, "nobody was killed", "kill", kind="casualty")
    assert tied(told).claims[-1].denies == denied


def test_a_release_denied_is_no_abduction_denied() -> None:
    told = CaseOf("Residents said rebels abducted a baker in Oakford. The front denied having freed him.")
    rebels = told.means("rebels", REBELS)
    told.claim(
        "rebels abducted a baker", "abduct", by=RESIDENTS, roles={"agent": rebels}, place=told.means("Oakford", TOWN)
    )
    deny(told, "having freed him", "release", by=REBELS, roles={"agent": rebels})
    assert tied(told).claims[-1].denies is None


def taken(denial: str, act: str, **given: Any) -> Case:
    told = CaseOf(f"The front said it took Oakford. The army denied {denial} the town.")
    place = told.means("Oakford", TOWN)
    told.claim("it took Oakford", "capture", by=REBELS, roles={"agent": told.means("The front", REBELS)}, place=place)
    deny(told, f"{denial} the town", act, roles=given.pop("roles", {}) | {"place": place}, place=place, **given)
    return tied(told)


def test_who_denies_that_a_place_was_taken_has_its_taker_not_hold_it() -> None:
    case = taken("anybody seizing", "capture")
    (denied,) = [row for row in case.control if row.believer == ARMY.id]
    assert (denied.fluent, denied.actors) == ("not_held", (REBELS.id,))
    assert [merge.status for merge in merge_control(case)] == ["disputed"]


def test_who_denies_having_lost_a_place_says_that_it_holds_it() -> None:
    told = CaseOf("The army denied losing Oakford.")
    place = told.means("Oakford", TOWN)
    roles = {"agent": told.means("The army", ARMY)}
    deny(told, "losing Oakford", "withdraw", predicate="lose_control", roles=roles, place=place)
    (row,) = tied(told).control
    assert (row.fluent, row.actors) == ("held", (ARMY.id,))


def test_a_denied_capture_that_nobody_tells_of_is_a_row_about_nobody() -> None:
    told = CaseOf("The army denied that Oakford had been captured.")
    place = told.means("Oakford", TOWN)
    deny(told, "Oakford had been captured", "capture", roles={"place": place}, place=place)
    (row,) = tied(told).control
    assert (row.fluent, row.actors, row.modality) == ("not_held", (), "denied")


def test_who_fired_on_nobody_has_denied_the_shelling_that_was_told() -> None:
    told = CaseOf("Residents said shells hit Oakford. The army said it had not fired on anybody.")
    told.claim("shells hit Oakford", "shelling", by=RESIDENTS, place=told.means("Oakford", TOWN))
    deny(told, "it had not fired on anybody", "attack")
    assert tied(told).claims[-1].denies == "c1"


def test_a_blame_and_its_denial_are_of_the_shelling_that_was_told() -> None:
    told = CaseOf(
        "Residents said shells hit Oakford. The council blamed the army for the attack. The army denied any attack."
    )
    told.claim("shells hit Oakford", "shelling", by=RESIDENTS, place=told.means("Oakford", TOWN))
    told.claim(
        "blamed the army for the attack",
        "attack",
        by=REBELS,
        modality="claimed",
        roles={"agent": told.means("army", ARMY)},
    )
    deny(told, "any attack", "attack")
    (event,) = derive_events(tied(told))
    assert (event.status, event.claims) == ("disputed", ("c1", "c2"))


def test_who_tells_of_leaving_does_not_dispute_it_by_denying_a_rout() -> None:
    told = CaseOf("Residents said the army left Oakford. We left, the army said; nobody drove us out.")
    place = told.means("Oakford", TOWN)
    told.claim("the army left Oakford", "withdraw", by=RESIDENTS, place=place)
    told.claim("We left", "withdraw", by=ARMY, place=place)
    deny(told, "nobody drove us out", "withdraw", place=place)
    assert "disputed" not in {event.status for event in derive_events(tied(told))}


def test_a_denial_is_of_nothing_that_is_told_only_after_it(engine: Engine) -> None:
    text = "“Our men never left,” the minister said. In the west clan militiamen seized Dinsor, only to pull out on Monday."
    case = run(Report.of(text, name="t"), engine=engine).case
    assert all(claim.denies is None for claim in with_denials(case))
