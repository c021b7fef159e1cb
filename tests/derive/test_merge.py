from __future__ import annotations

from dateline.derive import derive_unknowns, merge_control
from dateline.derive.merge import origins
from tests.cases import ARMY, MEMBER, REBELS, RESIDENTS, TOWN, CaseOf


def test_two_voices_that_exclude_each_other_are_disputed_and_nobody_is_picked() -> None:
    told = CaseOf("The army said it holds Oakford. The front said it holds the town.")
    place = told.means("Oakford", TOWN)
    told.claim(
        "it holds Oakford", "hold", by=ARMY, roles={"agent": told.means("The army", ARMY)}, place=place, kind="state"
    )
    told.claim(
        "it holds the town",
        "hold",
        by=REBELS,
        roles={"agent": told.means("The front", REBELS)},
        place=place,
        kind="state",
    )
    (merge,) = merge_control(told.case())
    assert (merge.status, merge.origins) == ("disputed", 2)
    assert merge.by_believer == {ARMY.id: "held(act:army)", REBELS.id: "held(act:front)"}


def test_voices_of_one_side_are_one_origin() -> None:
    told = CaseOf("The front and the brigade spoke. Residents did not.")
    told.means("The front", REBELS)
    told.means("the brigade", MEMBER)
    told.means("Residents", RESIDENTS)
    case = told.case()
    assert origins(case, [REBELS.id, MEMBER.id]) == 1
    assert origins(case, [REBELS.id, MEMBER.id, RESIDENTS.id]) == 2


def test_who_comes_after_a_withdrawal_is_an_unknown() -> None:
    told = CaseOf("Rebels left Oakford.")
    told.claim(
        "Rebels left Oakford",
        "withdraw",
        roles={"agent": told.means("Rebels", REBELS)},
        place=told.means("Oakford", TOWN),
    )
    unknowns = {(unknown.what, unknown.status) for unknown in derive_unknowns(told.case())}
    assert ("who holds Oakford after the withdrawal", "not_stated") in unknowns


def test_withheld_numbers_are_explicitly_absent_and_never_zero() -> None:
    told = CaseOf("The army gave no word on its dead.")
    told.claim("gave no word on its dead", "kill", kind="meta", polarity="negative", codeable=False)
    (unknown,) = derive_unknowns(told.case())
    assert (unknown.what, unknown.status) == ("number of the dead", "explicitly_absent")


def test_who_asks_not_to_be_named_is_not_silent() -> None:
    told = CaseOf("The officer asked not to be named. The governor did not comment.")
    told.claim("The officer asked not to be named", "say", kind="meta", polarity="negative", codeable=False)
    told.claim("The governor did not comment", "say", kind="meta", polarity="negative", codeable=False)
    told_of = [span.quote for unknown in derive_unknowns(told.case()) for span in unknown.spans]
    assert told_of == ["The governor did not comment"]
