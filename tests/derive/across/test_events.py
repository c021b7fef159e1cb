"""Events over reports: what is one thing, what is unsure, what people decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dateline.derive.across import events_across
from dateline.model.across import AcrossEvent
from dateline.model.ledger import Holdings, LedgerClaim, LedgerEntity
from dateline.model.time import TimeRange
from tests.derive.across.cases import STAMP, claim, holdings, judgement, killed, report

MAY_4, MAY_5, MAY_9 = date(2031, 5, 4), date(2031, 5, 5), date(2031, 5, 9)
NORTH = report("r1", publisher="src:north", day=MAY_5)
SOUTH = report("r2", publisher="src:south", day=MAY_5)


def two(**other: Any) -> Holdings:
    """An attack as two publishers tell it; `other` changes the second telling."""
    first = claim("c1", day=MAY_4, place="geonames:1", roles={"agent": ("act:front",)}, quote="a raid on the depot")
    second = replace(first, id="c2", report="r2", chain=("src:south",), quote="the depot raid of the night")
    return holdings([NORTH, SOUTH], [first, replace(second, **other)])


def of_claim(events: tuple[AcrossEvent, ...], name: str) -> AcrossEvent:
    return next(event for event in events if name in event.claims)


def test_one_place_day_act_and_party_is_one_event() -> None:
    (event,) = events_across(two())
    assert event.claims == ("c1", "c2")
    assert event.origins == ("src:north", "src:south")
    assert event.label == "Attack in Oum Tala"
    (joined,) = event.joined
    assert joined.score == round(sum(reason.weight for reason in joined.reasons), 3)
    assert {"act", "place", "day", "parties"} <= {reason.name for reason in joined.reasons}


def test_a_town_is_taken_once_though_nobody_tells_the_day() -> None:
    def versions(act: str, by: str = "act:gunmen@r2") -> int:
        told = two(act=act, days=None, roles={"agent": (by,)}, quote="seized it")
        first = replace(told.claims[0], act=act, days=None, roles={"agent": ("act:gunmen@r1",)}, quote="fell to them")
        other = LedgerEntity(id="act:gunmen@r2", name="gunmen", kind="unidentified_armed")
        known = {**told.entities, other.id: other}
        return len(events_across(replace(told, claims=(first, told.claims[1]), entities=known)))

    assert versions("capture") == 1
    assert versions("attack") == 2


def test_rival_parties_make_it_unsure_and_both_events_say_so() -> None:
    events = events_across(two(roles={"agent": ("act:league",)}, quote="an assault before dawn"))
    assert len(events) == 2
    assert all(event.unsure and event.unsure[0].answer == "unsure" for event in events)
    assert events[0].unsure == events[1].unsure


def test_another_day_or_a_far_place_is_another_event() -> None:
    changes: tuple[dict[str, Any], ...] = (
        {"days": TimeRange.day(MAY_9)},
        {"place": "geonames:3", "lat": 12.0, "lon": 22.0},
    )
    for change in changes:
        events = events_across(two(**change))
        assert len(events) == 2
        assert not any(event.unsure for event in events)


def test_a_merge_joins_a_split_parts_and_an_undo_restores() -> None:
    apart = two(roles={"agent": ("act:league",)}, quote="an assault before dawn")
    merge = judgement("j1", subject="c1", action="merge", value={"claims": ["c2"]})
    merged = replace(apart, judgements=(merge,))
    (event,) = events_across(merged)
    assert event.joined[0].judged == "j1"
    undone = replace(merged, judgements=(merge, judgement("j2", subject="j1", undoes="j1", action="undo", minute=1)))
    assert events_across(undone) == events_across(apart)
    split = judgement("j3", subject="c1", action="split", value={"claims": ["c1"], "from": ["c2"]})
    assert len(events_across(replace(two(), judgements=(split,)))) == 2


def test_a_split_divides_what_one_report_joined() -> None:
    told = [claim("c1", event="e1", day=MAY_4), claim("c2", event="e1", day=MAY_4)]
    assert len(events_across(holdings([NORTH], told))) == 1
    split = judgement("j1", subject="c2", action="split", value={"claims": ["c2"], "from": ["c1"]})
    assert len(events_across(holdings([NORTH], told, judgements=[split]))) == 2


def test_a_rejected_claim_is_in_no_event() -> None:
    rejected = replace(two(), judgements=(judgement("j1", subject="c2", verdict="negative"),))
    (event,) = events_across(rejected)
    assert event.claims == ("c1",)


def test_two_reports_are_not_joined_through_a_third_that_fits_both() -> None:
    vague = claim("c2", report="r2", place="geonames:1", day=MAY_4, quote="a raid on the depot and a raid on the mill")
    first = claim("c1", place="geonames:1", day=MAY_4, quote="a raid on the depot", roles={"agent": ("act:front",)})
    third = claim("c3", report="r3", place="geonames:1", day=MAY_4, quote="a raid on the mill", act="kidnap")
    reports = [NORTH, SOUTH, report("r3", publisher="src:east", day=MAY_5)]
    events = events_across(holdings(reports, [first, vague, third]))
    assert of_claim(events, "c1").claims == ("c1", "c2")
    assert of_claim(events, "c3").claims == ("c3",)


def test_copied_text_is_one_origin() -> None:
    words = "Fighters stormed the grain depot at the edge of the town before dawn and set two lorries alight, residents of the quarter said on Sunday evening"
    told = two()
    copied = replace(told, texts={"r1": words, "r2": f"{words}."})
    (event,) = events_across(copied)
    assert len(event.claims) == 2
    assert event.origins == ("src:north",)


def test_a_denial_of_the_same_act_there_and_then_disputes_the_event() -> None:
    told = two()
    denial = claim(
        "c3", report="r2", day=MAY_4, place="geonames:1", modality="denied", codeable=False, chain=("src:south", "act:front"),
        roles={"agent": ("act:front",)},
    )  # fmt: skip
    (event,) = events_across(replace(told, claims=(*told.claims, denial)))
    assert event.status == "disputed"
    assert event.denied_by == ("c3",)


def test_an_army_that_tells_of_its_wounded_has_not_admitted_the_attack_of_others() -> None:
    said: dict[str, Any] = {
        "chain": ("src:north", "act:monitor"),
        "modality": "attributed",
        "place": "geonames:1",
        "day": MAY_4,
    }
    raid = claim("c1", event="e1", roles={"agent": ("act:front",)}, **said)
    hurt = claim(
        "c2", event="e1", act="wound", kind="casualty", roles={"patient": ("act:army",)}, interest="against_interest",
        **{**said, "chain": ("src:north", "act:army")},
    )  # fmt: skip
    (event,) = events_across(holdings([NORTH], [raid, hurt]))
    assert (event.act, event.status) == ("attack", "reported")
    granted = replace(raid, chain=("src:north", "act:army"), interest="against_interest")
    (event,) = events_across(holdings([NORTH], [granted, hurt]))
    assert event.status == "admitted"


def test_a_toll_in_the_narrators_own_voice_makes_no_fact_of_the_strike_that_a_party_tells_of() -> None:
    strike = claim(
        "c1", event="e1", act="air_strike", chain=("src:north", "act:army"), modality="attributed",
        place="geonames:1", day=MAY_4,
    )  # fmt: skip
    toll = claim("c2", event="e1", act="kill", kind="casualty", place="geonames:1", day=MAY_4, counts=(killed(6),))
    (event,) = events_across(holdings([NORTH], [strike, toll]))
    assert (event.act, event.status, event.leading) == ("air_strike", "reported", ("c1",))


def test_who_says_that_a_town_was_left_has_not_told_of_its_capture() -> None:
    taken = claim("c1", event="e1", act="capture", place="geonames:1", day=MAY_4)
    left = claim(
        "c2", event="e1", act="withdraw", chain=("src:north", "act:army"), modality="confirmed", place="geonames:1",
        day=MAY_4,
    )  # fmt: skip
    (event,) = events_across(holdings([NORTH], [taken, left]))
    assert (event.claims, event.leading) == (("c1", "c2"), ("c1",))


def test_who_denies_that_a_town_was_taken_has_not_denied_that_it_was_left() -> None:
    left = claim("c1", act="withdraw", place="geonames:1", day=MAY_4, roles={"agent": ("act:army",)})
    denial = claim(
        "c2", report="r2", act="capture", day=MAY_4, place="geonames:1", modality="denied", polarity="negative",
        codeable=False, chain=("src:south", "act:front"), roles={"agent": ("act:army",)},
    )  # fmt: skip
    (event,) = events_across(holdings([NORTH, SOUTH], [left, denial]))
    assert event.status == "reported_as_fact"
    assert event.denied_by == ()
    (entered,) = events_across(holdings([NORTH, SOUTH], [replace(left, act="enter"), denial]))
    assert entered.denied_by == ("c2",)


def test_a_correction_closes_the_claim_and_keeps_it_in_the_event() -> None:
    first = claim(
        "c1", act="enter", place="geonames:1", roles={"agent": ("act:army",)}, quote="troops entered the town"
    )
    wrong = replace(first, id="c2", report="r3", modality="retracted", codeable=False, quote="that troops entered it")
    right = replace(first, id="c3", report="r3", place="geonames:2", lat=10.4, lon=20.3)
    correction = report("r3", day=MAY_9, kind="correction")
    events = events_across(holdings([NORTH, correction], [first, wrong, right]))
    assert of_claim(events, "c1").status == "retracted"
    assert of_claim(events, "c1").closed == ("c1",)
    assert of_claim(events, "c3").status == "reported_as_fact"


def test_another_publisher_corrects_nothing() -> None:
    first = claim("c1", act="enter", place="geonames:1", roles={"agent": ("act:army",)})
    wrong = replace(first, id="c2", report="r3", modality="retracted", codeable=False)
    correction = report("r3", publisher="src:south", day=MAY_9, kind="correction")
    (event,) = events_across(holdings([NORTH, correction], [first, wrong]))
    assert event.closed == ()


def test_counts_span_the_origins_and_a_later_word_supersedes() -> None:
    base = claim(
        "c1", act="kill", kind="casualty", day=MAY_4, place="geonames:1", quote="the raid on the depot killed 4"
    )
    army: dict[str, Any] = {"chain": ("src:north", "act:army"), "counts": (killed(4),)}
    first = replace(base, **army)
    later = replace(base, id="c2", report="r3", chain=("src:south", "act:ministry"), counts=(killed(6),))
    rebel = replace(base, id="c3", report="r2", chain=("src:south", "act:front"), counts=(killed(20),))
    reports = [NORTH, SOUTH, report("r3", publisher="src:south", day=MAY_9)]
    (event,) = events_across(holdings(reports, [first, later, rebel]))
    (series,) = event.counts
    assert (series.low, series.high) == (6, 20)
    assert {point.claim: point.state for point in series.points} == {"c1": "superseded", "c2": "live", "c3": "live"}
    assert series.best == 6


def test_a_part_of_a_figure_does_not_move_the_range() -> None:
    counts = (killed(9, "nine"), killed(3, "three children"))
    told = claim(
        "c1", act="kill", kind="casualty", day=MAY_4, counts=counts, quote="nine died, including three children"
    )
    (event,) = events_across(holdings([NORTH], [told]))
    (series,) = event.counts
    assert (series.low, series.best, series.high) == (9, 9, 9)


def test_vague_words_are_no_figure() -> None:
    vague = replace(killed(1), low=None, high=None, words="dozens")
    (event,) = events_across(holdings([NORTH], [claim("c1", act="kill", kind="casualty", counts=(vague,))]))
    (series,) = event.counts
    assert (series.low, series.best, series.high) == (None, None, None)
    assert series.points[0].words == "dozens"


def test_an_undated_correction_closes_whatever_came_in_first() -> None:
    first = claim("c1", act="enter", place="geonames:1", roles={"agent": ("act:army",)}, quote="troops entered it")
    wrong = replace(first, id="c2", report="r3", modality="retracted", codeable=False)
    correction = report("r3", kind="correction")
    for told, corrected in ((1, 2), (2, 1)):
        seqs = {"r1": replace(STAMP, seq=told), "r3": replace(STAMP, seq=corrected)}
        reports = [replace(entry, recorded=seqs[entry.id]) for entry in (NORTH, correction)]
        claims = [replace(entry, recorded=seqs[entry.report]) for entry in (first, wrong)]
        (event,) = events_across(holdings(reports, claims))
        assert event.closed == ("c1",)


def test_a_correction_closes_nothing_that_is_told_or_happens_after_it() -> None:
    first = claim("c1", act="enter", place="geonames:1", roles={"agent": ("act:army",)}, day=MAY_9)
    wrong = replace(first, id="c2", report="r3", modality="retracted", codeable=False, days=None)
    correction = report("r3", day=MAY_5, kind="correction")
    for entry in (report("r1", day=MAY_9), report("r1")):
        (event,) = events_across(holdings([entry, correction], [first, wrong]))
        assert event.closed == ()


def test_a_later_correction_corrects_an_earlier_one() -> None:
    first = claim("c1", act="enter", place="geonames:1", roles={"agent": ("act:army",)})
    wrong = replace(first, id="c2", report="r3", modality="retracted", codeable=False)
    earlier = report("r1", day=MAY_5, kind="correction")
    for day, closed in ((MAY_9, ("c1",)), (None, ())):
        correction = report("r3", day=day, kind="correction")
        (event,) = events_across(holdings([earlier, correction], [first, wrong]))
        assert event.closed == closed


def denial(name: str = "c3", **more: Any) -> LedgerClaim:
    """The front's word in a third report that it did not do it."""
    values: dict[str, Any] = {
        "report": "r3", "chain": ("src:east", "act:front"), "modality": "denied", "polarity": "negative",
        "codeable": False, "roles": {"agent": ("act:front",)}, "quote": "a raid on the depot",
    }  # fmt: skip
    return claim(name, **values | more)


def denied(told: Holdings, *claims: LedgerClaim, published: date | None = MAY_9) -> Holdings:
    third = report("r3", publisher="src:east", day=published)
    return replace(told, reports=(*told.reports, third), claims=(*told.claims, *claims))


def test_an_undated_denial_is_of_the_event_in_the_week_before_it_and_says_why() -> None:
    (event,) = events_across(denied(two(), denial(place="geonames:1")))
    assert (event.status, event.denied_by) == ("disputed", ("c3",))
    (tie, *_) = event.denials
    assert (tie.one, tie.answer) == ("c3", "same")
    assert {"act", "place", "day"} <= {reason.name for reason in tie.reasons}
    assert tie.score == round(sum(reason.weight for reason in tie.reasons), 3)
    (late,) = events_across(denied(two(), denial(place="geonames:1"), published=date(2031, 6, 20)))
    assert (late.status, late.denied_by) == ("reported_as_fact", ())


def test_a_denial_without_place_needs_the_doer_and_words_besides() -> None:
    (event,) = events_across(denied(two(), denial()))
    assert event.denied_by == ("c3",)
    (vague,) = events_across(denied(two(), denial(quote="any assault on anybody")))
    assert vague.denied_by == ()
    (other,) = events_across(denied(two(), denial(roles={"agent": ("act:army",)})))
    assert other.denied_by == ()


def test_a_denial_that_names_its_claim_says_so() -> None:
    (event,) = events_across(denied(two(), denial(denies="c1", why="denial of c1", kind="casualty")))
    (tie,) = event.denials
    assert [reason.name for reason in tie.reasons] == ["named"]
    assert tie.reasons[0].why == "denial of c1"


def test_who_denies_having_lost_a_town_denies_its_capture() -> None:
    taken = claim("c1", act="capture", place="geonames:1", day=MAY_4, roles={"agent": ("act:army",)})
    lost = denial(act="withdraw", predicate="lose_control", place="geonames:1")
    (event,) = events_across(denied(holdings([NORTH], [taken]), lost))
    assert event.denied_by == ("c3",)


def test_who_denies_having_lost_a_town_denies_no_capture_of_his_own() -> None:
    own = claim("c1", act="capture", day=MAY_4, place="geonames:1", roles={"agent": ("act:front",)})
    lost: dict[str, Any] = {
        "act": "withdraw",
        "predicate": "lose",
        "place": "geonames:1",
        "quote": "it had lost the town",
    }
    (event,) = events_across(denied(holdings([NORTH], [own]), denial(roles={"agent": ("act:front",)}, **lost)))
    assert event.denied_by == ()


def test_who_took_a_place_names_the_event_and_not_those_who_left_it() -> None:
    took = claim("c3", event="e1", act="capture", day=MAY_4, place="geonames:1", roles={"agent": ("act:front",)})
    left = [
        claim(name, event="e1", act="withdraw", day=MAY_4, place="geonames:1", roles={"agent": ("act:army",)})
        for name in ("c1", "c2")
    ]
    (event,) = events_across(holdings([NORTH], [took, *left]))
    assert (event.act, event.label) == ("capture", "Capture of Oum Tala")


def test_one_of_two_figures_may_count_others_than_the_victims_that_are_named() -> None:
    rebels = {"patient": ("act:rebels@r1",)}
    counts = (killed(3, "three soldiers"), killed(20, "20"))
    told = claim(
        "c1", act="kill", kind="casualty", day=MAY_4, counts=counts, roles=rebels, quote="three soldiers and 20"
    )
    (event,) = events_across(holdings([NORTH], [told]))
    assert {series.side: series.best for series in event.counts} == {None: 3, "act:rebels": 20}


def test_a_shelling_and_a_capture_are_two_events_though_both_tell_of_the_dead() -> None:
    where: dict[str, Any] = {"place": "geonames:1", "day": MAY_4}
    dead = {"act": "kill", "kind": "casualty", "counts": (killed(9),), **where}
    first = [
        claim("c1", act="shelling", event="e1", roles={"agent": ("act:front",)}, quote="shells on the town", **where),
        claim("c2", event="e1", quote="nine people died in the town", **dead),
    ]
    second = [
        claim("c3", report="r2", act="capture", event="e1", roles={"agent": ("act:front",)}, quote="took it", **where),
        claim("c4", report="r2", event="e1", quote="nine people died in the town", **dead),
    ]
    events = events_across(holdings([NORTH, SOUTH], [*first, *second]))
    assert {event.claims for event in events} == {("c1", "c2"), ("c3", "c4")}
    told_as_one = [replace(c, event="e1", report="r2") for c in (*first, *second)]
    (event,) = events_across(holdings([NORTH, SOUTH], told_as_one))
    assert event.act == "capture"


def test_a_towns_market_is_one_place_in_two_reports() -> None:
    first = claim("c1", day=MAY_4, place="report:market@r1", quote="a raid on stalls", roles={"agent": ("act:front",)})
    second = replace(
        first, id="c2", report="r2", place="report:market@r2", chain=("src:south",), quote="stalls raided in the night"
    )
    (event,) = events_across(holdings([NORTH, SOUTH], [first, second]))
    assert "places of one name in the same place" in {reason.why for reason in event.joined[0].reasons}
