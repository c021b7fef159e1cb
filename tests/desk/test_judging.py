"""Judgements: what people decide is a row, what was coded stays, derivations see the decision."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.derive.across import Dossier, control_of, events_of
from dateline.derive.across.edits import judged
from dateline.derive.across.judgements import grades
from dateline.desk import (
    Wanted,
    edit_claim,
    give_verdict,
    grade_source,
    item_of,
    merge_events,
    progress,
    queue,
    split_event,
    undo,
)
from dateline.desk.editing import located
from dateline.desk.judging import claim_of
from dateline.errors import UsageError
from dateline.export.gather import OWN_IDS, event_digest
from dateline.model.across import AcrossEvent
from dateline.model.ledger import LedgerClaim
from dateline.store import Ledger, find_claims, holdings, open_ledger, verify
from dateline.store.judged import judgements_of
from dateline.store.search import ClaimQuery


def claim(ledger: Ledger, act: str, *, of: str = "") -> LedgerClaim:
    return next(c for c in find_claims(ledger, ClaimQuery(act=act)) if of in c.quote)


def dossier(ledger: Ledger) -> Dossier:
    return Dossier(holdings=holdings(ledger))


def event_with(ledger: Ledger, claim: LedgerClaim) -> AcrossEvent:
    return next(event for event in events_of(dossier(ledger)) if claim.id in event.claims)


def test_the_latest_opinion_of_any_coder_decides_and_undoing_it_brings_the_one_before_back(ledger: Ledger) -> None:
    taken = claim(ledger, "capture", of="Goma")
    give_verdict(ledger, taken.id, "positive", by="ada", reason="clear")
    no = give_verdict(ledger, taken.id, "negative", by="bo", reason="a drill")
    assert all(taken.id not in event.claims for event in events_of(dossier(ledger)))
    assert {row.place for row in control_of(dossier(ledger))} >= {"geonames:216281"}
    assert all(taken.id not in state.claims for row in control_of(dossier(ledger)) for state in row.states)
    back = undo(ledger, no.id, by="bo", reason="misread")
    assert event_with(ledger, taken)
    undo(ledger, back.id, by="bo", reason="read again")
    assert all(taken.id not in event.claims for event in events_of(dossier(ledger)))
    give_verdict(ledger, taken.id, "none", by="bo", reason="not mine to say")
    assert event_with(ledger, taken)
    assert verify(ledger).ok


def test_derivations_see_the_edit_and_the_ledger_keeps_what_was_coded(ledger: Ledger) -> None:
    attack = claim(ledger, "attack")
    made = edit_claim(
        ledger,
        attack.id,
        {"act": "capture", "place": "Kitshanga", "days": "2024-02-03/2024-02-04", "roles": {"patient": "act:m23"}},
        by="ada",
        reason="a slip of the tool",
        words={"place": "Sake", "roles": "the rebels"},
    )
    assert claim_of(ledger, attack.id) == attack
    seen = dossier(ledger).claims[attack.id]
    assert (seen.act, seen.place, seen.roles["patient"]) == ("capture", "overlay:kitshanga", ("act:m23",))
    assert seen.roles["agent"] == attack.roles["agent"]
    assert seen.days
    assert (seen.days.first_day, seen.days.last_day) == (date(2024, 2, 3), date(2024, 2, 4))
    assert "Kitshanga" in event_with(ledger, attack).label
    text = item_of(ledger, "ada", attack).text
    assert [text[start:end] for start, end in made.value["words"]["place"]] == ["Sake"]
    held = [s for row in control_of(dossier(ledger)) for s in row.states if attack.id in s.claims]
    assert [(s.place, s.fluent, s.actors) for s in held] == [("overlay:kitshanga", "held", ("act:fardc",))]
    undo(ledger, made.id, by="ada", reason="it was right")
    assert dossier(ledger).claims[attack.id] == attack


def test_judging_holdings_twice_changes_nothing(ledger: Ledger) -> None:
    attack = claim(ledger, "attack")
    edit_claim(ledger, attack.id, {"act": "capture", "place": "Goma"}, by="a", reason="r", words={"place": "Sake"})
    once = judged(holdings(ledger))
    assert judged(once) == once


def test_edits_of_several_fields_and_roles_add_up(ledger: Ledger) -> None:
    taken = claim(ledger, "capture", of="Goma")
    edit_claim(ledger, taken.id, {"roles": {"from_": []}}, by="ada", reason="not told")
    edit_claim(ledger, taken.id, {"quote": "captured Goma", "codeable": False}, by="bo", reason="too long")
    seen = dossier(ledger).claims[taken.id]
    assert "from_" not in seen.roles
    assert seen.quote == "captured Goma"
    assert not seen.codeable
    assert seen.why


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "at least one field"),
        ({"colour": "red"}, "no field 'colour'"),
        ({"act": "levitate"}, "act: 'levitate' is none of"),
        ({"modality": "sure"}, "modality: 'sure' is none of"),
        ({"modality": "planned"}, "has not happened"),
        ({"codeable": "yes"}, "neither true nor false"),
        ({"place": "Atlantis"}, "no report in the ledger names place 'Atlantis'"),
        ({"place": "Kitshanga"}, "the report does not name Kitshanga"),
        ({"roles": {"hero": ["act:m23"]}}, "'hero' is none of agent"),
        ({"roles": {"agent": [7]}}, "no name or id"),
        ({"roles": ["act:m23"]}, "no object"),
        ({"days": "2024-02-31"}, "no day of the calendar"),
        ({"days": "2024-02-07/2024-02-05"}, "ends before it begins"),
        ({"days": "../.."}, "nowhere at both ends"),
        ({"spans": [[0, 4000]]}, "within the"),
        ({"spans": [[3, 1]]}, "within the"),
        ({"spans": [[0, 9], [5, 12]]}, "overlap"),
        ({"quote": "captured Bukavu"}, "does not say"),
        ({"quote": ""}, "does not say"),
        ({"chain": ["act:fardc"]}, "first voice is the publisher"),
        ({"chain": ["src:lake-wire", "act:fardc=shouted"]}, "'shouted' is none of"),
        ({"counts": [{"measure": "killed", "unit": "persons", "words": "99"}]}, "does not say"),
        ({"counts": [{"measure": "killed"}]}, "needs measure, unit and words"),
        ({"counts": [{"measure": "a", "unit": "b", "words": "M23", "low": 3, "high": 1}]}, "below its lowest"),
    ],
)
def test_what_cannot_be_is_refused_with_the_field_and_the_reason(
    ledger: Ledger, fields: dict[str, Any], message: str
) -> None:
    taken = claim(ledger, "capture", of="Goma")
    with pytest.raises(UsageError, match=message):
        edit_claim(ledger, taken.id, fields, by="ada", reason="try")
    assert judgements_of(ledger) == ()


def test_an_edit_needs_a_reason_and_a_claim(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="needs a reason"):
        edit_claim(ledger, claim(ledger, "kill").id, {"act": "attack"}, by="ada", reason=" ")
    with pytest.raises(UsageError, match="no claim 'c0'"):
        edit_claim(ledger, "c0", {"act": "attack"}, by="ada", reason="try")


def test_events_are_merged_and_split_by_people(ledger: Ledger) -> None:
    one, other = claim(ledger, "kill"), claim(ledger, "attack")
    ids = [event_with(ledger, one).id, event_with(ledger, other).id]
    merge_events(ledger, ids, by="ada", reason="the attack killed them")
    merged = event_with(ledger, one)
    assert set(merged.claims) == {one.id, other.id}
    assert [edge.judged for edge in merged.joined] == [judgements_of(ledger)[0].id]
    split_event(ledger, merged.id, [other.id], by="bo", reason="another street")
    assert event_with(ledger, one).id != event_with(ledger, other).id


def exported(ledger: Ledger, of: LedgerClaim) -> str:
    """The id under which the event of a claim is exported; the country in it tells nothing."""
    held = {one.id: one for one in holdings(ledger).claims}
    return f"{OWN_IDS}XXX:{event_digest(held[name] for name in event_with(ledger, of).claims)}"


def test_events_may_be_named_by_the_ids_of_exports(ledger: Ledger) -> None:
    one, other = claim(ledger, "kill"), claim(ledger, "attack")
    made = merge_events(ledger, [exported(ledger, one), event_with(ledger, other).id], by="ada", reason="one raid")
    merged = event_with(ledger, one)
    assert set(merged.claims) == {one.id, other.id}
    assert all(name.startswith("e") for name in made.value["events"])
    split = split_event(ledger, exported(ledger, one), [other.id], by="bo", reason="another street")
    assert split.subject == merged.id
    again = event_with(ledger, one)
    with pytest.raises(UsageError, match="of one event already"):
        merge_events(ledger, [again.id, exported(ledger, one)], by="ada", reason="r")


def test_merges_and_splits_of_what_is_not_there_are_refused(ledger: Ledger) -> None:
    taken = claim(ledger, "capture", of="Goma")
    event = event_with(ledger, taken).id
    with pytest.raises(UsageError, match="2 to 50 different events"):
        merge_events(ledger, [event, event], by="ada", reason="r")
    with pytest.raises(UsageError, match="no event 'e0'"):
        merge_events(ledger, [event, "e0"], by="ada", reason="r")
    with pytest.raises(UsageError, match="has no claim 'c0'"):
        split_event(ledger, event, ["c0"], by="ada", reason="r")
    with pytest.raises(UsageError, match="leaves some"):
        split_event(ledger, event, [taken.id], by="ada", reason="r")


def test_sources_are_graded_by_letter_and_what_they_say_by_digit(ledger: Ledger) -> None:
    taken = claim(ledger, "capture", of="Goma")
    grade_source(ledger, "Lake Wire", "b", by="ada", reason="two years of reading it")
    grade_source(ledger, taken.id, "B2", by="ada", reason="two others agree")
    assert grades(judgements_of(ledger)) == {"src:lake-wire": "B", taken.id: "B2"}
    grade_source(ledger, "src:lake-wire", "", by="ada", reason="no longer sure")
    assert grades(judgements_of(ledger)) == {taken.id: "B2"}
    with pytest.raises(UsageError, match="a source has a letter only"):
        grade_source(ledger, "Lake Wire", "B2", by="ada", reason="r")
    with pytest.raises(UsageError, match="is no grade"):
        grade_source(ledger, "Lake Wire", "Z", by="ada", reason="r")


def test_the_queue_gives_what_a_coder_has_not_judged(ledger: Ledger) -> None:
    first, second = queue(ledger, "ada", limit=2)
    assert first.text[slice(*first.claim.spans[0])] in first.claim.quote
    give_verdict(ledger, first.claim.id, "unsure", by="ada", reason="")
    assert queue(ledger, "ada", limit=1)[0].claim == second.claim
    assert queue(ledger, "bo", limit=1)[0].claim == first.claim
    assert queue(ledger, "ada", limit=1, wanted=Wanted(again=True))[0].opinions[0].verdict == "unsure"
    assert progress(ledger, "ada").unsure == progress(ledger, "ada").judged == 1
    assert progress(ledger, "bo").coders == {"ada": 1}
    assert progress(ledger, "bo").left == progress(ledger, "bo").claims == 5


def test_a_blind_coder_sees_nothing_of_others_before_judging(ledger: Ledger) -> None:
    taken = claim(ledger, "capture", of="Goma")
    edit_claim(ledger, taken.id, {"act": "enter"}, by="ada", reason="only entered")
    blind, sees = Wanted(blind=True), Wanted()
    assert queue(ledger, "bo", limit=1, wanted=sees)[0].claim.act == "enter"
    item = queue(ledger, "bo", limit=1, wanted=blind)[0]
    assert (item.claim.act, item.opinions, item.edited) == ("capture", (), False)
    give_verdict(ledger, taken.id, "positive", by="bo", reason="")
    item = item_of(ledger, "bo", taken, blind=True)
    assert (item.claim.act, {one.by for one in item.opinions}, item.edited) == ("enter", {"ada", "bo"}, True)


def test_two_coders_at_once_lose_nothing(ledger: Ledger, ledger_url: str) -> None:
    ids = [item.claim.id for item in queue(ledger, "ada")]

    def code(who: str) -> None:
        with open_ledger(ledger_url, write=True) as own:
            for one in ids:
                give_verdict(own, one, "positive", by=who, reason=f"{who} says so")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(code, ["ada", "bo", "cy", "di"]))
    assert {(j.by, j.subject) for j in judgements_of(ledger)} == {
        (w, i) for w in ("ada", "bo", "cy", "di") for i in ids
    }
    assert verify(ledger).ok


def test_nothing_is_written_to_a_ledger_open_for_reading(ledger: Ledger, ledger_url: str) -> None:
    with open_ledger(ledger_url) as reader:
        give_verdict(reader, claim(ledger, "kill").id, "positive", by="ada", reason="")
        edit_claim(reader, claim(ledger, "kill").id, {"act": "attack"}, by="ada", reason="r")
    assert judgements_of(ledger) == ()


@given(text=st.text(min_size=1, max_size=60), ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_located_words_are_the_words(text: str, ends: tuple[int, int]) -> None:
    quote = text[min(ends) : max(ends)]
    if quote.strip():
        start, end = located(text, quote, near=min(ends), field="quote")
        assert text[start:end] == quote
