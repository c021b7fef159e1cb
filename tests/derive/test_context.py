from __future__ import annotations

from dataclasses import replace

from dateline.model.record import Case, Voice
from dateline.model.text import Report
from dateline.model.world import Place, Quantity
from dateline.pipeline import Engine, run
from tests.cases import ARMY, REBELS, RESIDENTS, TOWN, CaseOf, count

CAPITAL = Place(id="report:highport", name="Highport", kind="city", country="NL")


def states(case: Case) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(row.believer, row.place, row.fluent, row.actors) for row in case.control]


def test_a_fight_that_goes_on_is_between_those_who_fought_before() -> None:
    told = CaseOf("The army fought rebels in Oakford. Fighting went on in Oakford, residents said.")
    army, front = told.means("The army", ARMY), told.means("rebels", REBELS)
    place = told.means("Oakford", TOWN)
    told.claim("The army fought rebels", "clash", roles={"agent": army, "patient": front}, place=place)
    told.claim("Fighting went on", "clash", by=RESIDENTS, place=place)
    assert (RESIDENTS.id, TOWN.id, "contested", (ARMY.id, REBELS.id)) in states(told.case())


def test_the_withdrawal_that_somebody_confirms_is_the_one_told_before() -> None:
    told = CaseOf("Rebels left Oakford on Monday. The army called the withdrawal a gesture.")
    front, place = told.means("Rebels", REBELS), told.means("Oakford", TOWN)
    told.claim("Rebels left Oakford", "withdraw", by=RESIDENTS, roles={"agent": front}, place=place)
    agent = told.means("The army", ARMY)
    told.claim("the withdrawal", "withdraw", by=ARMY, roles={"agent": agent}, modality="confirmed")
    assert (ARMY.id, TOWN.id, "vacated", (REBELS.id,)) in states(told.case())


def test_a_place_of_talks_is_not_the_place_that_was_left() -> None:
    told = CaseOf("Rebels entered Oakford on Monday. They left the place again before talks that are due in Highport.")
    roles = {"agent": told.means("Rebels", REBELS)}
    told.claim("Rebels entered Oakford", "enter", roles=roles, place=told.means("Oakford", TOWN))
    capital = told.means("Highport", CAPITAL)
    told.claim(
        "They left the place again before talks that are due in Highport", "withdraw", roles=roles, place=capital
    )
    told.claim("talks that are due in Highport", "talk", place=capital, modality="planned", codeable=False)
    assert [place for _, place, fluent, _ in states(told.case()) if fluent == "vacated"] == [TOWN.id]


def test_who_says_that_a_town_was_taken_is_the_captor_whom_the_other_side_denies() -> None:
    told = CaseOf("The army said Oakford was now in its grip. The front denied it.")
    army, place = told.means("The army", ARMY), told.means("Oakford", TOWN)
    first = told.claim("Oakford was now in its grip", "capture", by=ARMY, place=place)
    told.claims[0] = replace(
        told.claims[0], voices=(told.claims[0].voices[0], Voice(holder=ARMY.id, mode="indirect", mention=army))
    )
    told.means("The front", REBELS)
    told.claim(
        "The front denied it", "capture", by=REBELS, polarity="negative", modality="denied", codeable=False,
        denies=first, place=place,
    )  # fmt: skip
    assert (REBELS.id, TOWN.id, "not_held", (ARMY.id,)) in states(told.case())


def test_what_is_called_a_reported_capture_is_the_narrators_own_hedged_word() -> None:
    told = CaseOf("The reported capture of Oakford by the army ends the march.")
    place, agent = told.means("Oakford", TOWN), told.means("the army", ARMY)
    told.claim("capture of Oakford", "capture", by=ARMY, roles={"agent": agent}, place=place, modality="claimed")
    told.claims[0] = replace(told.claims[0], voices=(told.claims[0].voices[0], Voice(holder=ARMY.id, mode="implicit")))
    assert states(told.case()) == [("src:wire", TOWN.id, "held", (ARMY.id,))]


def test_a_fight_some_way_from_a_town_does_not_contest_the_town() -> None:
    told = CaseOf("The army fought rebels closer to Oakford, about ten miles away.")
    roles = {"agent": told.means("The army", ARMY), "patient": told.means("rebels", REBELS)}
    place = told.means("Oakford", TOWN)
    told.claim("The army fought rebels closer to Oakford", "clash", roles=roles, place=place)
    miles = told.means("about ten miles", Quantity(measure="distance", unit="km", low=12.0, high=20.0))
    told.claim(
        "about ten miles away", "locate", kind="geography", roles={"quantity": miles}, place=place, codeable=False
    )
    (row,) = told.case().control
    assert (row.fluent, row.place) == ("contested", "report:16-km-from-oakford")
    assert told.case().places[row.place].distance_km == (12.0, 20.0)


def test_a_set_that_is_not_named_is_no_region() -> None:
    told = CaseOf("There are several other villages in Oakford that the army does not hold.")
    agent, place = told.means("the army", ARMY), told.means("Oakford", TOWN)
    told.claim(
        "that the army does not hold", "hold", roles={"agent": agent}, place=place, kind="state", polarity="negative",
        codeable=False,
    )  # fmt: skip
    (row,) = told.case().control
    assert row.fluent == "not_held"
    assert told.case().places[row.place].name == "several other villages in Oakford"


def test_soldiers_on_their_way_were_where_they_set_out() -> None:
    told = CaseOf("The army marched from Oakford towards the border.")
    roles = {"agent": told.means("The army", ARMY), "origin": told.means("Oakford", TOWN)}
    told.claim("The army marched from Oakford", "advance", roles=roles)
    assert states(told.case()) == [("src:wire", TOWN.id, "present", (ARMY.id,))]


def test_the_capture_without_a_captor_is_that_of_the_only_party_that_gains() -> None:
    told = CaseOf("The army seized Highport. The capture of Oakford followed.")
    army, first = told.means("The army", ARMY), told.means("Highport", CAPITAL)
    told.claim("The army seized Highport", "capture", roles={"agent": army}, place=first)
    told.claim("The capture of Oakford", "capture", place=told.means("Oakford", TOWN))
    assert ("src:wire", TOWN.id, "held", (ARMY.id,)) in states(told.case())


def test_a_figure_put_lower_is_the_share_of_the_place_told_before() -> None:
    told = CaseOf("The army holds 70 percent of Oakford. In May it had put the figure at 60 percent.")
    army, place = told.means("The army", ARMY), told.means("Oakford", TOWN)
    now, then = told.means("70 percent", count(70, "share")), told.means("60 percent", count(60, "share"))
    told.readings = [
        replace(r, value=replace(r.value, unit="percent")) if isinstance(r.value, Quantity) else r
        for r in told.readings
    ]
    roles = {"agent": army, "quantity": now}
    told.claim("The army holds 70 percent", "hold", by=ARMY, roles=roles, place=place, kind="state", codeable=False)
    told.claim("it had put the figure at 60 percent", "characterise", by=ARMY, roles={"quantity": then}, codeable=False)
    assert [row.fluent for row in told.case().control] == ["share_held", "share_held"]


def test_the_only_enemy_of_a_captor_is_not_heard() -> None:
    told = CaseOf("The army took Oakford in its fight with rebels, residents said.")
    army, front = told.means("The army", ARMY), told.means("rebels", REBELS)
    place = told.means("Oakford", TOWN)
    told.claim("The army took Oakford", "capture", by=RESIDENTS, roles={"agent": army}, place=place)
    told.claim("its fight with rebels", "clash", by=RESIDENTS, roles={"agent": army, "patient": front}, codeable=False)
    assert (REBELS.id, TOWN.id, "unknown", (REBELS.id,)) in states(told.case())


def test_killing_beside_a_fight_tells_who_fought() -> None:
    told = CaseOf("Clashes broke out in Oakford. The army killed two rebels.")
    place = told.means("Oakford", TOWN)
    told.claim("Clashes broke out in Oakford", "clash", place=place)
    roles = {"agent": told.means("The army", ARMY), "patient": told.means("rebels", REBELS)}
    told.claim("The army killed two rebels", "kill", roles=roles, kind="casualty")
    assert ("src:wire", TOWN.id, "contested", (ARMY.id, REBELS.id)) in states(told.case())


def test_who_is_fought_against_stands_later_in_the_sentence() -> None:
    told = CaseOf("The army from Oakford has been in a fight near the river, far from home, against rebels.")
    army, place = told.means("The army", ARMY), told.means("Oakford", TOWN)
    told.means("rebels", REBELS)
    roles = {"agent": army, "origin": place}
    told.claim("The army from Oakford has been in a fight near the river", "clash", roles=roles, place=place)
    assert states(told.case()) == [("src:wire", TOWN.id, "present", (ARMY.id,))]


def test_a_denial_of_a_withdrawal_that_was_only_commented_on_is_of_the_place_told_before() -> None:
    told = CaseOf("Rebels left Oakford, residents said. The army called the withdrawal a gesture. The front denied it.")
    front, place = told.means("Rebels", REBELS), told.means("Oakford", TOWN)
    told.claim("Rebels left Oakford", "withdraw", by=RESIDENTS, roles={"agent": front}, place=place)
    agent = told.means("The army", ARMY)
    comment = told.claim("the withdrawal", "withdraw", by=ARMY, roles={"agent": agent}, modality="confirmed")
    told.claim(
        "The front denied it", "withdraw", by=REBELS, polarity="negative", modality="denied", codeable=False,
        denies=comment,
    )  # fmt: skip
    rows = [row for row in states(told.case()) if row[0] == REBELS.id]
    assert [(place, actors) for _, place, _, actors in rows] == [(TOWN.id, (REBELS.id,))]


def test_a_name_that_nobody_read_is_not_the_place_told_before(engine: Engine) -> None:
    text = "Rebels took Bunagana in North Kivu on Thursday. Soldiers captured Velmora. They left on Friday."
    record = run(Report.of(text), engine=engine)
    assert [row.actors for row in record.case.control if row.place == "overlay:bunagana"] == [("act:rebels",)]
