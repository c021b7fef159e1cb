"""Contradictions between reports, copies, shared origins and rival accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.derive.across import Dossier, findings_across, recycled, rivals_of
from dateline.derive.across.findings import (
    AGENTS,
    CONTROL,
    COUNT,
    DAYS,
    DENIAL,
    ONE_ORIGIN,
    PART,
    RECYCLED,
    RETRACTION,
    UPDATE,
)
from dateline.model.ledger import LedgerClaim, LedgerReport
from dateline.reference.findings import load_findings
from tests.derive.across.cases import ENTITIES, claim, control, holdings, killed, report, since

MAY_4, MAY_5, MAY_6 = date(2031, 5, 4), date(2031, 5, 5), date(2031, 5, 6)
NORTH = report("r1", publisher="src:north", day=MAY_5)
SOUTH = report("r2", publisher="src:south", day=MAY_5)
LONG = (
    "Fighters on motorcycles came down the ridge road before sunrise and fired on the guard post beside the mill, "
    "a teacher who lives near the bridge said by telephone, adding that smoke still rose from two of the silos at noon."
)


def attack(**more: object) -> LedgerClaim:
    first = claim("c1", day=MAY_4, place="geonames:1", quote="the raid on the mill", roles={"agent": ("act:front",)})
    return replace(first, **more)  # type: ignore[arg-type]


def types(found: object) -> list[str]:
    return sorted(finding.type for finding in found)  # type: ignore[attr-defined]


def test_every_kind_is_a_documented_one() -> None:
    known = {(kind.code, kind.type, severity) for kind in load_findings() for severity in kind.severities}
    used = (CONTROL, PART, COUNT, UPDATE, DENIAL, RETRACTION, RECYCLED, ONE_ORIGIN, AGENTS, DAYS)
    assert {(kind.code, kind.type, kind.severity) for kind in used} <= known


def test_who_holds_what_is_shown_with_both_words() -> None:
    rows = [
        control("k1", valid=since(MAY_4)),
        control("k2", report="r2", believer="act:front", actors=("act:front",), valid=since(MAY_4)),
    ]
    (found,) = findings_across(holdings([NORTH, SOUTH], control=rows))
    assert (found.type, found.place, found.reports) == ("control_conflict", "geonames:1", ())
    assert "act:army: held(act:army)" in found.explanation
    assert "act:front: held(act:front)" in found.explanation


def test_how_many_is_a_conflict_only_between_origins_and_reports() -> None:
    base = attack(act="kill", kind="casualty", counts=(killed(3),))
    other = replace(base, id="c2", report="r2", chain=("src:south",), counts=(killed(11),))
    (found,) = findings_across(holdings([NORTH, SOUTH], [base, other]))
    assert (found.type, found.claims) == ("count_conflict", ("c1", "c2"))
    same_side = (replace(base, chain=("src:north", "act:army")), replace(other, chain=("src:south", "act:ministry")))
    assert "count_conflict" not in types(findings_across(holdings([NORTH, SOUTH], same_side)))


def test_a_later_figure_of_one_origin_is_an_update() -> None:
    base = attack(act="kill", kind="casualty", counts=(killed(3),))
    later = replace(base, id="c2", report="r3", counts=(killed(5),))
    (found,) = findings_across(holdings([NORTH, report("r3", day=MAY_6)], [base, later]))
    assert found.type == "value_update"


def test_who_did_it() -> None:
    quote = "the raid on the mill that set two silos alight"
    other = attack(
        id="c2",
        report="r2",
        chain=("src:south",),
        roles={"agent": ("act:league",), "patient": ("act:army",)},
        quote=quote,
    )
    first = attack(quote=quote, roles={"agent": ("act:front",), "patient": ("act:army",)})
    (found,) = findings_across(holdings([NORTH, SOUTH], [first, other]))
    assert found.type == "agent_conflict"
    assert found.explanation == "according to src:north, it was act:front; according to src:south, act:league"


def test_a_copy_is_found_whatever_the_order_and_points_to_the_first() -> None:
    later = report("r2", publisher="src:south", day=MAY_6)
    last = report("r3", publisher="src:east", day=date(2031, 5, 7))
    texts = {"r1": LONG, "r2": f"{LONG} More soon.", "r3": f"Reported: {LONG}"}
    for reports in ([NORTH, later, last], [last, later, NORTH]):
        found = recycled(holdings(reports, texts=texts))
        assert [(copy.report, copy.original) for copy in found] == [("r2", "r1"), ("r3", "r1")]


def test_a_correction_is_no_copy_of_what_it_corrects() -> None:
    correction = report("r2", day=MAY_6, kind="correction")
    assert recycled(holdings([NORTH, correction], texts={"r1": LONG, "r2": LONG})) == ()


def test_other_words_are_no_copy() -> None:
    other = "The market reopened on Thursday after the governor met traders, and lorries with onions and salt crossed the ford again."
    assert recycled(holdings([NORTH, SOUTH], texts={"r1": LONG, "r2": other})) == ()


def test_one_voice_behind_two_publishers_is_one_origin() -> None:
    told = attack(chain=("src:north", "act:army"))
    again = attack(id="c2", report="r2", chain=("src:south", "act:ministry"))
    assert types(findings_across(holdings([NORTH, SOUTH], [told, again]))) == ["source_dependence"]


def test_rivals_share_day_and_division_and_say_what_they_tell_apart() -> None:
    town = replace(ENTITIES["geonames:1"], admin1="Tala")
    other = attack(id="c2", report="r2", chain=("src:south",), roles={"agent": ("act:league",)})
    world = holdings(
        [NORTH, SOUTH], [attack(), other], texts={"r1": "A mortar shell fell.", "r2": "A car bomb went off."}
    )
    (rivalry,) = rivals_of(Dossier(holdings=replace(world, entities={**ENTITIES, "geonames:1": town})))
    assert (rivalry.one, rivalry.other, rivalry.day, rivalry.division) == ("r1", "r2", MAY_5, "Tala")
    assert rivalry.differs == ("actor", "cause")


def mapped(*claims: LedgerClaim, texts: dict[str, str] | None = None, south: LedgerReport = SOUTH) -> Dossier:
    """Two reports about the town of a division."""
    town = replace(ENTITIES["geonames:1"], admin1="Tala Region", lat=10.0, lon=20.0)
    region = replace(ENTITIES["geonames:9"], lat=10.5, lon=20.5)
    world = holdings([NORTH, south], claims, texts=texts)
    return Dossier(holdings=replace(world, entities={**ENTITIES, town.id: town, region.id: region}))


def told_apart(one: str, other: str) -> tuple[str, ...]:
    second = attack(id="c2", report="r2", chain=("src:south",))
    (found,) = rivals_of(mapped(attack(), second, texts={"r1": one, "r2": other}))
    return found.differs


def test_words_beside_the_verbs_tell_apart_who_did_what_to_whom_and_by_what_means() -> None:
    told = "Ten villagers were killed when the Army shelled a mill."
    assert told_apart(told, told) == ()
    assert told_apart(told, told.replace("villagers", "soldiers")) == ("casualties",)
    assert told_apart(told, told.replace("the Army", "the League")) == ("actor",)
    assert told_apart(told, told.replace("shelled", "bombed")) == ("cause",)


def test_who_is_silent_contradicts_nobody() -> None:
    told = "Ten villagers were killed when the Army shelled a mill."
    assert told_apart(told, "Ten people died.") == ()


def test_of_a_copy_it_is_told_what_it_adds() -> None:
    assert told_apart(LONG, f"{LONG} The League fired the rockets.") == ("actor", "cause")
    assert told_apart(f"{LONG} The League fired the rockets.", LONG) == ()


def test_of_several_names_before_a_verb_the_nearest_did_it_and_who_speaks_of_the_dead_is_none_of_them() -> None:
    told = "The Army said that the League shelled a mill and killed three villagers."
    assert told_apart(told, told.replace("the League", "the Front")) == ()
    assert told_apart(told, "The League said that the Army shelled a mill and killed three villagers.") == ("actor",)


def test_background_gives_no_day_and_a_town_contradicts_no_region_of_its_own() -> None:
    old = attack(
        id="c2", report="r2", chain=("src:south",), place="geonames:9", temporal_status="historical", days=None
    )
    undated = replace(SOUTH, published=None, published_stated=False)
    assert rivals_of(mapped(attack(), old, south=undated)) == ()
    (found,) = rivals_of(mapped(attack(), old))
    assert found.differs == ()


def test_a_highest_figure_excludes_a_number_above_it() -> None:
    told = attack(act="kill", kind="casualty", chain=("src:north", "act:front"), counts=(killed(69),))
    fewer = replace(killed(20, "fewer than 20"), low=0.0)
    other = replace(told, id="c2", report="r2", chain=("src:south", "act:army"), counts=(fewer,))
    found = findings_across(holdings([NORTH, SOUTH], [told, other]))
    (conflict,) = (one for one in found if one.type == "count_conflict")
    assert "“fewer than 20”" in conflict.explanation


def test_who_denies_an_event_and_tells_of_its_dead_does_not_deny_itself() -> None:
    told = attack(chain=("src:north", "act:army"))
    dead = attack(id="c2", report="r2", act="kill", chain=("src:south", "act:front"), counts=(killed(2),))
    denial = attack(id="c3", report="r2", modality="denied", codeable=False, chain=("src:south", "act:front"))
    found = findings_across(holdings([NORTH, SOUTH], [told, dead, denial]))
    assert [one.explanation for one in found if one.type == "denial"] == ["act:front denies what act:army says"]
