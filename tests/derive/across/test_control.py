"""Who holds what over reports: live, stale, and the five statuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dateline.derive.across import VIEWS, Dossier, control_across, pick
from dateline.model.across import ControlRow
from dateline.model.ledger import LedgerControl, LedgerEntity
from tests.derive.across.cases import claim, control, holdings, report, since

MAY_4, MAY_5, MAY_9, MAY_20 = date(2031, 5, 4), date(2031, 5, 5), date(2031, 5, 9), date(2031, 5, 20)
REPORTS = [
    report("r1", publisher="src:north", day=MAY_5),
    report("r2", publisher="src:south", day=MAY_9),
    report("r3", publisher="src:east", day=MAY_20),
]


def row_of(*rows: LedgerControl, as_of: date | None = None) -> ControlRow:
    (row,) = control_across(holdings(REPORTS, control=rows), as_of=as_of)
    return row


def test_one_voice_alone_is_uncontradicted_and_its_word_ages() -> None:
    row = row_of(control("k1", valid=since(MAY_4)), as_of=MAY_20)
    assert (row.status, row.origins) == ("uncontradicted", ("XX",))
    assert row.states[0].age_days == 16


def test_a_later_transition_by_any_voice_makes_the_old_state_stale() -> None:
    old = control("k1", valid=since(MAY_4))
    new = control("k2", report="r2", believer="act:front", actors=("act:front",), valid=since(MAY_9))
    assert row_of(old, new, as_of=MAY_5).states[0].live
    row = row_of(old, new, as_of=MAY_20)
    assert [(state.control, state.live, state.ended_by) for state in row.states] == [
        ("k1", False, "k2"),
        ("k2", True, None),
    ]
    assert row.status == "uncontradicted"


def test_who_says_afterwards_that_it_never_fell_disputes() -> None:
    taken = control("k1", believer="act:front", actors=("act:front",), valid=since(MAY_4))
    never = control("k2", report="r2", via="state", modality="denied")
    assert row_of(taken, never).status == "disputed"
    assert row_of(taken, never).conflicts == (("k2", "k1"),)


def test_a_much_newer_word_implies_a_change_and_a_recent_one_contradicts() -> None:
    told = control("k1", believer="act:front", actors=("act:front",), via="state", valid=since(MAY_4))
    soon = control("k2", report="r2", believer="act:monitor", via="state")
    late = control("k3", report="r4", believer="act:monitor", via="state")
    reports = [*REPORTS, report("r4", publisher="src:east", day=date(2031, 7, 1))]
    (row,) = control_across(holdings(reports, control=[told, soon]))
    assert row.status == "disputed"
    (row,) = control_across(holdings(reports, control=[told, late]))
    assert (row.status, [s.ended_by for s in row.states]) == ("uncontradicted", ["k3", None])


def test_the_rebels_of_two_reports_may_be_one_party_but_are_not_the_army() -> None:
    rebels = control("k1", believer="src:north", actors=("act:rebels@r1",), via="state")
    front = control("k2", report="r2", believer="src:south", actors=("act:front",), via="state")
    army = control("k3", report="r2", believer="src:south", via="state")
    assert row_of(rebels, front).status == "uncontradicted"
    assert row_of(rebels, army).status == "disputed"


def test_who_is_called_by_one_common_noun_in_two_reports_is_one_answer() -> None:
    gunmen = {
        f"act:gunmen@r{n}": LedgerEntity(id=f"act:gunmen@r{n}", name="Gunmen", kind="unidentified_armed")
        for n in (2, 3)
    }
    mob = LedgerEntity(id="act:mob@r3", name="a mob", kind="unidentified_armed")

    def status(second: str) -> str:
        rows = [
            control("k1", believer="src:north", actors=("act:gunmen@r1",)),
            control("k2", report="r2", believer="src:south", actors=(second,)),
        ]
        held = holdings(REPORTS, control=rows)
        (row,) = control_across(replace(held, entities={**held.entities, **gunmen, mob.id: mob}))
        return row.status

    assert status("act:gunmen@r2") == "agreed"
    assert status("act:mob@r3") == "uncontradicted"


def test_words_about_a_part_of_the_town_are_no_rival_account_of_the_town() -> None:
    told = [claim("c1", act="hold", codeable=False, quote="the rebel-held part of the town")]
    rows = [control("k1", claims=("c1",), believer="src:north", actors=("act:front",), via="state")]
    rows.append(control("k2", report="r2", believer="src:south", via="state"))
    (row,) = control_across(holdings(REPORTS, told, control=rows))
    assert row.status == "uncontradicted"


def test_entering_ends_no_hold() -> None:
    held = control("k1", believer="act:front", actors=("act:front",), valid=since(MAY_4))
    entered = control("k2", report="r2", fluent="present", via="enter", valid=since(MAY_9))
    assert all(state.live for state in row_of(held, entered, as_of=MAY_20).states)


def test_leaving_ends_the_hold_and_names_no_successor() -> None:
    held = control("k1", valid=since(MAY_4))
    left = control("k2", report="r2", fluent="vacated", via="withdraw", valid=since(MAY_9))
    row = row_of(held, left, as_of=MAY_20)
    assert [state.words for state in row.live] == ["vacated(act:army)"]


def test_the_holder_and_the_side_that_left_agree() -> None:
    held = control("k1", valid=since(MAY_4))
    left = control(
        "k2", report="r2", believer="act:front", actors=("act:front",), fluent="vacated", via="withdraw", valid=since(MAY_4)
    )  # fmt: skip
    assert row_of(held, left, as_of=MAY_20).status == "agreed"


def test_two_voices_of_one_side_are_one_origin() -> None:
    row = row_of(
        control("k1", valid=since(MAY_4)), control("k2", report="r2", believer="act:ministry", valid=since(MAY_4))
    )
    assert (row.status, row.origins) == ("uncontradicted", ("XX",))


def test_an_unheard_party_makes_it_one_sided_until_it_speaks_anywhere() -> None:
    held = control("k1", valid=since(MAY_4))
    silence: dict[str, Any] = {
        "believer": "act:front",
        "actors": ("act:front",),
        "fluent": "unknown",
        "via": "no_statement",
    }
    silent = control("k2", modality="unknown", **silence)
    assert row_of(held, silent).status == "one_sided"
    spoke = control("k3", report="r2", believer="act:front", valid=since(MAY_4))
    assert row_of(held, silent, spoke).status == "agreed"


def test_nobody_says_is_unknown() -> None:
    row = row_of(control("k1", fluent="unknown", actors=(), via="explicit_unknown", modality="unknown"))
    assert (row.status, row.origins) == ("unknown", ())


def test_a_part_in_other_hands_disputes_the_whole_and_an_insecure_part_is_an_exception() -> None:
    whole = control("k1", valid=since(MAY_4))
    part: dict[str, Any] = {"place": "report:quarter@r1", "via": "state", "believer": "act:front"}
    assert row_of(whole, control("k2", actors=("act:front",), **part)).status == "disputed"
    assert row_of(whole, control("k2", fluent="not_held", **part)).status == "uncontradicted"


def test_who_holds_a_town_leaves_its_quarters_open_unless_the_words_do_not() -> None:
    for quote, status in (("the army holds the town", "uncontradicted"), ("is in full control of it", "disputed")):
        told = [claim("c1", act="hold", codeable=False, quote=quote)]
        rows = [
            control("k1", claims=("c1",), via="state"),
            control("k2", report="r2", place="report:quarter@r1", believer="act:front", actors=("act:front",), via="state"),
        ]  # fmt: skip
        (row,) = control_across(holdings(REPORTS, told, control=rows))
        assert row.status == status


def test_a_retracted_state_is_gone_and_so_is_one_whose_claims_a_correction_closed() -> None:
    assert control_across(holdings(REPORTS, control=[control("k1", modality="retracted")])) == ()
    told = claim("c1", act="capture", place="geonames:1", roles={"agent": ("act:army",)})
    wrong = claim(
        "c2", report="r4", act="capture", place="geonames:1", roles={"agent": ("act:army",)}, modality="retracted"
    )
    reports = [*REPORTS, report("r4", day=MAY_9, kind="correction")]
    assert control_across(holdings(reports, [told, wrong], control=[control("k1", claims=("c1",))])) == ()


def test_according_to_keeps_the_voices_asked_for() -> None:
    rows = [control("k1"), control("k2", believer="act:front", actors=("act:front",))]
    (row,) = control_across(holdings(REPORTS, control=rows), according_to=frozenset({"front"}))
    assert [state.believer for state in row.states] == ["act:front"]


def test_views_pick_by_their_rule_and_the_default_picks_nobody() -> None:
    rows = [control("k1", valid=since(MAY_4)), control("k2", report="r2", believer="act:monitor", valid=since(MAY_4))]
    dossier = Dossier(holdings=holdings(REPORTS, control=rows))
    (row,) = control_across(dossier.holdings)
    picks = {name: pick(dossier, row, view=view).holder for name, view in VIEWS.items()}
    assert picks == {
        "acled_conservative": ("act:army",),
        "against_interest_only": (),
        "majority_of_origins": ("act:army",),
        "own_grades": (),
    }
    assert all(view.rule for view in VIEWS.values())
    (alone,) = control_across(holdings(REPORTS, control=rows[:1]))
    assert pick(dossier, alone, view=VIEWS["acled_conservative"]).holder == ()


def test_who_holds_a_part_says_nothing_of_who_holds_the_whole() -> None:
    quarter = control("k1", place="report:quarter@r1", believer="src:north", actors=("act:front",), via="state")
    row = row_of(quarter)
    assert (row.place, row.status) == ("geonames:1", "unknown")
    assert row.summary == "1 independent origin: words on parts of it, none on the whole"
    assert all(not pick(Dossier(holdings=holdings(REPORTS)), row, view=view).holder for view in VIEWS.values())


def test_words_about_a_nameless_part_are_marked_and_decide_nothing() -> None:
    told = [claim("c1", act="hold", codeable=False, quote="rebels hold the southern half of the town")]
    row_with = control("k1", claims=("c1",), believer="src:north", actors=("act:front",), via="state")
    (row,) = control_across(holdings(REPORTS, told, control=[row_with]))
    assert (row.status, row.states[0].partial) == ("unknown", True)
    assert pick(Dossier(holdings=holdings(REPORTS)), row, view=VIEWS["majority_of_origins"]).holder == ()


def test_where_one_voice_says_not_held_nothing_is_agreed() -> None:
    first = control("k1", believer="act:monitor", actors=("act:front",), valid=since(MAY_4))
    second = control("k2", report="r2", believer="src:south", actors=("act:front",), valid=since(MAY_4))
    assert row_of(first, second).status == "agreed"
    for whom in (("act:front",), ("act:rebels@r1",)):
        against = control(
            "k3", report="r2", believer="act:army", fluent="not_held", actors=whom, via="state", modality="denied"
        )
        assert row_of(first, second, against).status == "disputed"


def test_who_denies_that_anybody_took_a_place_disputes_its_capture() -> None:
    taken = control("k1", believer="act:front", actors=("act:front",), valid=since(MAY_4))
    denied = control("k2", report="r2", fluent="not_held", actors=(), via="state", modality="denied")
    assert row_of(taken, denied).status == "disputed"
    own = control("k2", report="r2", believer="act:front", fluent="not_held", actors=(), via="state", modality="denied")
    assert row_of(taken, own).status == "uncontradicted"
