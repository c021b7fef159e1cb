"""What must hold for all holdings: order, rebuild, nothing lost, symmetry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.derive.across import Dossier, control_across, events_across, findings_across
from dateline.derive.across.compare import compare
from dateline.derive.across.exclusion import excludes
from dateline.derive.across.judgements import decisions
from dateline.derive.across.rivals import rivals_of
from dateline.derive.across.states import states_of
from dateline.derive.across.units import units_of
from dateline.model.ledger import Holdings, Judgement, LedgerClaim, LedgerControl
from dateline.model.vocabulary import Fluent
from tests.derive.across.cases import STAMP, claim, control, holdings, judgement, killed, report, since

DAYS = (None, date(2031, 5, 4), date(2031, 5, 5), date(2031, 5, 9))
REPORTS = [
    report("r1", publisher="src:north", day=DAYS[1]),
    report("r2", publisher="src:south", day=DAYS[2]),
    report("r3", publisher="src:north", day=DAYS[3], kind="correction"),
    report("r4", publisher="src:east"),
    report("r5", publisher="src:south", kind="correction"),
    report("r6", publisher="src:south"),
]
NAMES = tuple(entry.id for entry in REPORTS)
PARTIES = ("act:army", "act:front", "act:league", "act:gunmen@r1")
LONG = "Fighters came down the ridge road before sunrise and fired on the guard post beside the mill until noon"
TEXTS = ("", LONG, f"{LONG}, a teacher said.")
FLUENTS: tuple[Fluent, ...] = ("held", "not_held", "present", "vacated", "contested", "unknown")


@st.composite
def claims(draw: st.DrawFn, number: int) -> LedgerClaim:
    """A claim of one of four reports, of few places, days and parties, so that many belong together."""
    agent = draw(st.sampled_from([None, *PARTIES]))
    voice = draw(st.sampled_from([None, "act:army", "act:front", "anon:residents@r1"]))
    publisher = draw(st.sampled_from(["src:north", "src:south"]))
    modality = draw(st.sampled_from(["asserted", "asserted", "attributed", "denied", "retracted"]))
    return claim(
        f"c{number}",
        report=draw(st.sampled_from(NAMES)),
        act=draw(st.sampled_from(["attack", "kill", "capture", "enter"])),
        day=draw(st.sampled_from(DAYS)),
        place=draw(st.sampled_from(["geonames:1", "geonames:2", "geonames:3"])),
        quote=draw(st.sampled_from(["a raid on the depot", "the depot was raided", "troops came at dawn"])),
        chain=(publisher, voice) if voice else (publisher,),
        modality=modality,
        codeable=modality in ("asserted", "attributed"),
        roles={"agent": (agent,)} if agent else {},
        counts=(killed(draw(st.integers(1, 4))),) if draw(st.booleans()) else (),
        event=draw(st.sampled_from([None, "e1", "e2"])),
    )


@st.composite
def observations(draw: st.DrawFn, number: int) -> LedgerControl:
    """A control observation by one of three voices."""
    day = draw(st.sampled_from(DAYS))
    return control(
        f"k{number}",
        report=draw(st.sampled_from(NAMES)),
        believer=draw(st.sampled_from(["act:army", "act:front", "src:south"])),
        fluent=draw(st.sampled_from(FLUENTS)),
        actors=(draw(st.sampled_from(PARTIES)),),
        valid=since(day) if day else None,
        via=draw(st.sampled_from(["capture", "state", "withdraw"])),
        modality=draw(st.sampled_from(["attributed", "denied"])),
    )


@st.composite
def judged(draw: st.DrawFn, number: int) -> Judgement:
    """A merge, a split or a rejection of claims."""
    one, other = draw(st.tuples(st.integers(0, 7), st.integers(0, 7)))
    action = draw(st.sampled_from(["merge", "split", "verdict"]))
    value = {"claims": [f"c{one}"], "from": [f"c{other}"]} if action == "split" else {"claims": [f"c{other}"]}
    verdict = "negative" if action == "verdict" else "positive"
    return judgement(f"j{number}", subject=f"c{one}", action=action, minute=number, value=value, verdict=verdict)


@st.composite
def worlds(draw: st.DrawFn) -> Holdings:
    """Holdings of up to eight claims, five observations and two judgements."""
    return holdings(
        REPORTS,
        [draw(claims(number)) for number in range(draw(st.integers(0, 8)))],
        control=[draw(observations(number)) for number in range(draw(st.integers(0, 5)))],
        texts={name: draw(st.sampled_from(TEXTS)) for name in NAMES},
        judgements=[draw(judged(number)) for number in range(draw(st.integers(0, 2)))],
    )


@given(worlds(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_rows_does_not_matter(world: Holdings, random: Random) -> None:
    shuffled = replace(
        world,
        reports=world.reports[::-1],
        claims=tuple(random.sample(world.claims, len(world.claims))),
        control=tuple(random.sample(world.control, len(world.control))),
        judgements=world.judgements[::-1],
    )
    assert events_across(shuffled) == events_across(world)
    assert control_across(shuffled) == control_across(world)
    assert findings_across(shuffled) == findings_across(world)
    assert rivals_of(Dossier(holdings=shuffled)) == rivals_of(Dossier(holdings=world))


@given(worlds(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=20)
def test_the_order_in_which_the_ledger_learned_does_not_matter(world: Holdings, random: Random) -> None:
    later = {name: replace(STAMP, seq=number) for number, name in enumerate(random.sample(NAMES, len(NAMES)), start=2)}
    learned = replace(
        world,
        reports=tuple(replace(entry, recorded=later[entry.id]) for entry in world.reports),
        claims=tuple(replace(entry, recorded=later[entry.report]) for entry in world.claims),
        control=tuple(replace(entry, recorded=later[entry.report]) for entry in world.control),
    )
    assert events_across(learned) == events_across(world)
    assert control_across(learned) == control_across(world)
    assert findings_across(learned) == findings_across(world)


@given(st.permutations((2, 3, 4)), st.tuples(*[st.sampled_from(DAYS)] * 3))
@settings(deadline=None, max_examples=40)
def test_corrections_and_copies_do_not_ask_which_came_in_first(
    order: list[int], days: tuple[date | None, date | None, date | None]
) -> None:
    first = claim("c1", act="enter", place="geonames:1", roles={"agent": ("act:army",)}, quote="troops came at dawn")
    copied = replace(first, id="c2", report="r2", chain=("src:south",))
    wrong = replace(first, id="c3", report="r3", modality="retracted", codeable=False)
    publishers = ("src:north", "src:south", "src:north")
    kinds = ("wire_dispatch", "wire_dispatch", "correction")
    told = [
        report(name, publisher=publisher, day=day, kind=kind)
        for name, publisher, day, kind in zip(NAMES, publishers, days, kinds, strict=False)
    ]
    world = holdings(told, [first, copied, wrong], texts={"r1": LONG, "r2": f"{LONG}, a teacher said.", "r3": ""})
    learned = replace(
        world,
        reports=tuple(replace(entry, recorded=replace(STAMP, seq=seq)) for entry, seq in zip(told, order, strict=True)),
    )
    assert events_across(learned) == events_across(world)
    assert findings_across(learned) == findings_across(world)


@given(worlds())
@settings(deadline=None, max_examples=20)
def test_every_codeable_claim_is_in_exactly_one_event(world: Holdings) -> None:
    rejected = decisions(world.judgements).rejected
    told = sorted(name for event in events_across(world) for name in event.claims)
    assert told == sorted(c.id for c in world.claims if c.codeable and c.id not in rejected)


@given(worlds())
@settings(deadline=None, max_examples=20)
def test_comparing_and_excluding_are_symmetric(world: Holdings) -> None:
    dossier = Dossier(holdings=world)
    decided = decisions(world.judgements)
    for one, other in combinations(units_of(dossier, decided), 2):
        assert compare(dossier, one, other, decided=decided) == compare(dossier, other, one, decided=decided)
    for first, second in combinations(states_of(dossier, closed=frozenset()), 2):
        assert excludes(dossier, first, second) == excludes(dossier, second, first)


@given(worlds())
@settings(deadline=None, max_examples=20)
def test_what_is_derived_report_by_report_is_what_a_rebuild_derives(world: Holdings) -> None:
    growing = replace(world, reports=(), claims=(), control=())
    for entry in world.reports:
        known = {*(r.id for r in growing.reports), entry.id}
        growing = replace(
            growing,
            reports=(*growing.reports, entry),
            claims=tuple(c for c in world.claims if c.report in known),
            control=tuple(k for k in world.control if k.report in known),
        )
        events_across(growing)
    assert events_across(growing) == events_across(world)
    assert control_across(growing) == control_across(world)


@given(worlds())
@settings(deadline=None, max_examples=20)
def test_unsure_pairs_lie_in_two_events_and_both_list_them(world: Holdings) -> None:
    events = events_across(world)
    for event in events:
        for pair in event.unsure:
            ends = [other for other in events if pair.one in other.claims or pair.other in other.claims]
            assert len(ends) == 2
            assert all(pair in other.unsure for other in ends)


@given(worlds())
@settings(deadline=None, max_examples=20)
def test_a_control_row_keeps_every_state_and_its_status_follows_from_the_live_ones(world: Holdings) -> None:
    for row in control_across(world):
        live = {state.control for state in row.live}
        assert all(a in live and b in live for a, b in row.conflicts)
        assert (row.status == "disputed") == bool(row.conflicts)
        assert all(state.live or state.ended_by or state.valid for state in row.states)
