from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from dateline.check.conflict import (
    ambiguous_scope,
    casualty_tension,
    control_conflict,
    gradual_transfer,
    intensity_tension,
    partial_hold,
    same_side_contradiction,
)
from dateline.model.derived import ControlState, Finding
from dateline.model.record import Case
from dateline.model.world import Place, TimeValue
from dateline.pipeline import Engine
from dateline.reference import Reference
from tests.cases import ARMY, MEMBER, REBELS, RESIDENTS, SUBURB, TOWN, CaseOf, day

Check = Callable[[Case, Reference], Iterable[Finding]]


def found(check: Check, told: CaseOf, engine: Engine) -> list[Finding]:
    return list(check(told.case(), engine.reference))


def rival_holds() -> CaseOf:
    told = CaseOf("The army said it never lost Oakford. The front said it captured the town.")
    place = told.means("Oakford", TOWN)
    told.claim(
        "it never lost Oakford",
        "hold",
        by=ARMY,
        roles={"agent": told.means("The army", ARMY)},
        place=place,
        kind="state",
    )
    told.claim(
        "it captured the town", "capture", by=REBELS, roles={"agent": told.means("The front", REBELS)}, place=place
    )
    return told


def test_rival_holds_of_one_place_are_an_error(engine: Engine) -> None:
    (finding,) = found(control_conflict, rival_holds(), engine)
    assert (finding.code, finding.severity) == ("C101", "error")
    assert finding.claims == ("c1", "c2")
    assert finding.computation == {"check": "control_conflict", "place": TOWN.id}


def test_a_presupposed_state_is_no_rival_account(engine: Engine) -> None:
    told = CaseOf("Residents spoke of the rebel-held Oakford. The army said it captured the town.")
    place = told.means("Oakford", TOWN)
    told.claim(
        "rebel-held Oakford",
        "hold",
        by=RESIDENTS,
        roles={"agent": told.means("rebel", REBELS)},
        place=place,
        kind="state",
    )
    told.claim("it captured the town", "capture", by=ARMY, roles={"agent": told.means("The army", ARMY)}, place=place)
    assert found(control_conflict, told, engine) == []


def test_captures_on_two_days_follow_each_other(engine: Engine) -> None:
    told = CaseOf("The front said it took Oakford on 2 March. The army said it took it on 6 March.")
    place = told.means("Oakford", TOWN)
    first = {"roles": {"agent": told.means("The front", REBELS)}, "time": told.means("on 2 March", day(2))}
    second = {"roles": {"agent": told.means("The army", ARMY)}, "time": told.means("on 6 March", day(6))}
    told.claim("it took Oakford on 2 March", "capture", by=REBELS, place=place, **first)
    told.claim("it took it on 6 March", "capture", by=ARMY, place=place, **second)
    assert found(control_conflict, told, engine) == []


def test_entering_and_leaving_contradict_nobody(engine: Engine) -> None:
    told = CaseOf("The army said it entered Oakford. Residents said rebels left.")
    place = told.means("Oakford", TOWN)
    told.claim("it entered Oakford", "enter", by=ARMY, roles={"agent": told.means("The army", ARMY)}, place=place)
    told.claim("rebels left", "withdraw", by=RESIDENTS, roles={"agent": told.means("rebels", REBELS)}, place=place)
    assert found(control_conflict, told, engine) == []


def test_a_part_against_the_whole_is_a_warning(engine: Engine) -> None:
    told = CaseOf("The army said it took Oakford. Residents said it does not hold East Oakford.")
    roles = {"agent": told.means("The army", ARMY)}
    told.claim("it took Oakford", "capture", by=ARMY, roles=roles, place=told.means("Oakford", TOWN))
    told.claim(
        "it does not hold East Oakford", "hold", by=RESIDENTS, roles=roles, place=told.means("East Oakford", SUBURB),
        kind="state", polarity="negative", codeable=False,
    )  # fmt: skip
    (finding,) = found(control_conflict, told, engine)
    assert finding.severity == "warning"
    assert finding.computation == {"check": "part_whole", "whole": TOWN.id, "part": SUBURB.id}


def test_one_side_with_two_accounts_is_a_warning(engine: Engine) -> None:
    told = CaseOf("The front said its men left Oakford. The brigade denied that they left.")
    place, roles = told.means("Oakford", TOWN), {"agent": told.means("its men", REBELS)}
    told.claim("its men left Oakford", "withdraw", by=REBELS, roles=roles, place=place)
    told.claim(
        "they left",
        "withdraw",
        by=MEMBER,
        roles=roles,
        place=place,
        polarity="negative",
        modality="denied",
        codeable=False,
    )
    (finding,) = found(same_side_contradiction, told, engine)
    assert finding.claims == ("c1", "c2")


def test_a_hand_over_after_days_of_leaving_is_an_interval(engine: Engine) -> None:
    told = CaseOf("The front handed Oakford to the army on 7 March. Its men had been leaving since 4 March.")
    place, front = told.means("Oakford", TOWN), told.means("The front", REBELS)
    since = told.means("since 4 March", TimeValue(range=day(4).range, kind="date", bound="since"))
    told.claim(
        "The front handed Oakford to the army on 7 March", "transfer", place=place, time=told.means("on 7 March", day(7)),
        roles={"agent": front, "recipient": told.means("the army", ARMY)},
    )  # fmt: skip
    told.claim("Its men had been leaving since 4 March", "withdraw", roles={"agent": front}, place=place, time=since)
    (finding,) = found(gradual_transfer, told, engine)
    assert [span.quote for span in finding.spans] == ["on 7 March", "since 4 March"]


def test_who_denies_the_loss_of_the_town_and_holds_a_suburb_claims_a_part(engine: Engine) -> None:
    told = CaseOf("The army denied that rebels took Oakford. It said it holds East Oakford.")
    told.claim(
        "rebels took Oakford", "capture", by=ARMY, roles={"agent": told.means("rebels", REBELS)}, codeable=False,
        place=told.means("Oakford", TOWN), polarity="negative", modality="denied",
    )  # fmt: skip
    told.claim(
        "it holds East Oakford", "hold", by=ARMY, roles={"agent": told.means("The army", ARMY)}, kind="state",
        place=told.means("East Oakford", SUBURB), codeable=False,
    )  # fmt: skip
    (finding,) = found(partial_hold, told, engine)
    assert [span.quote for span in finding.spans] == ["East Oakford"]


def test_a_connective_may_put_a_held_town_among_those_that_are_not(engine: Engine) -> None:
    others = replace(TOWN, id="report:villages", name="many villages")
    told = CaseOf("The army took Oakford. Besides Oakford, many villages are beyond its control.")
    army = told.means("The army", ARMY)
    told.claim("The army took Oakford", "capture", roles={"agent": army}, place=told.means("Oakford", TOWN))
    second = told.report.text.rindex("Oakford")
    told.mentions.append(replace(told.mentions[-1], id="m9", span=told.report.span(second, second + 7), sentence=1))
    told.readings.append(replace(told.readings[-1], mention="m9"))
    told.claim(
        "many villages are beyond its control", "hold", roles={"agent": army}, place=told.means("many villages", others),
        kind="state", polarity="negative", codeable=False,
    )  # fmt: skip
    (finding,) = found(ambiguous_scope, told, engine)
    assert finding.spans[0].quote == "Besides Oakford"


def test_no_figure_beside_heavy_losses_is_a_tension(engine: Engine) -> None:
    told = CaseOf("The army gave no word on casualties. It spoke of heavy losses of the rebels.")
    told.claim("gave no word on casualties", "kill", kind="meta", polarity="negative", codeable=False)
    told.claim("heavy losses of the rebels", "losses", by=ARMY, kind="casualty", codeable=False)
    (finding,) = found(casualty_tension, told, engine)
    assert finding.claims == ("c1", "c2")


@pytest.mark.parametrize(
    ("silence", "words"),
    [
        ("gave no word on casualties among its own men", "heavy losses of the rebels"),
        ("did not say if it had lost men", "heavy losses of the rebels"),
        ("gave no word on casualties", "most of the victims"),
    ],
)
def test_silence_on_own_losses_and_words_on_those_counted_are_no_tension(
    engine: Engine, silence: str, words: str
) -> None:
    told = CaseOf(f"The army {silence}. It spoke of {words}.")
    told.claim(silence, "kill", kind="meta", polarity="negative", codeable=False)
    told.claim(words, "kill", by=ARMY, kind="casualty", codeable=False)
    assert found(casualty_tension, told, engine) == []


def test_words_that_are_no_claim_may_say_that_no_figure_is_given(engine: Engine) -> None:
    told = CaseOf("Without any word on casualties, the general mourned those who fell.")
    told.claim("those who fell", "kill", by=ARMY, kind="casualty", codeable=False)
    (finding,) = found(casualty_tension, told, engine)
    assert finding.spans[0].quote == "Without any word on casualties"


def test_fierce_fighting_and_sporadic_clashes_are_a_tension(engine: Engine) -> None:
    told = CaseOf("There was fierce fighting for days. Residents heard sporadic clashes.")
    told.claim("There was fierce fighting for days", "clash")
    told.claim("sporadic clashes", "clash", by=RESIDENTS)
    (finding,) = found(intensity_tension, told, engine)
    assert [span.quote for span in finding.spans] == ["fierce fighting", "sporadic clashes"]


def test_only_rows_of_one_place_or_its_parts_are_compared(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    towns = [Place(id=f"report:town{n}", name=f"Town{n}", kind="town") for n in range(30)]
    told = CaseOf(
        " ".join(f"The army said it took {town.name}. The front said it took {town.name} too." for town in towns)
    )
    for town in towns:
        place = told.means(town.name, town)
        told.claim(f"it took {town.name}", "capture", by=ARMY, place=place)
        told.claim(f"it took {town.name} too", "capture", by=REBELS, place=place)
    compared: list[tuple[str, str]] = []

    def counting(case: Case, one: ControlState, other: ControlState) -> None:
        compared.append((one.place, other.place))

    monkeypatch.setattr("dateline.check.conflict.clash_of", counting)
    found(control_conflict, told, engine)
    assert len(compared) == len(towns)
    assert all(one == other for one, other in compared)
