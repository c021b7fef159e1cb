"""Names written out, one sentence a quote, one origin counted once, ids that tell nothing."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.formats import EXPORTERS
from dateline.export.gather import EventFacts, facts_across, gathered, origins
from dateline.export.safety import filtered
from dateline.export.sentences import LONGEST, sentence_length
from dateline.export.shared import Terms
from dateline.model.across import AcrossEvent, CountSeries
from dateline.model.derived import Projection
from dateline.model.ledger import LedgerClaim, LedgerEntity
from dateline.model.time import TimeRange
from dateline.reference.countries import load_countries
from tests.export.formats.golden_text import text_of
from tests.export.formats.holdings import CLAIMS, EVENTS, HOLDINGS, NOW, sample


def across(**values: object) -> AcrossEvent:
    known: dict[str, object] = {
        "id": "x1", "label": "Shelling of Velmora", "act": "shelling", "family": "fire", "claims": ("k01", "k02"),
        "reports": ("r01",), "days": TimeRange.day(date(2026, 3, 3)), "place": "geonames:1", "lat": None, "lon": None,
        "country": "ML", "admin1": None, "actors": ("act:rebels",), "claimed_by": (), "origins": ("act:army",),
        "status": "reported",
    }  # fmt: skip
    return AcrossEvent(**{**known, **values})  # type: ignore[arg-type]


def test_event_over_reports_carries_its_counts_and_origins() -> None:
    series = [
        CountSeries(measure="killed", side=side, low=low, best=low, high=high, points=())
        for side, low, high in (("ML", 3.0, 5.0), ("front", 2.0, 2.0))
    ]
    fact = facts_across(across(counts=tuple(series)))
    assert (fact.fatalities.low, fact.fatalities.best, fact.fatalities.high) == (5.0, 5.0, 7.0)
    assert fact.origins == 1


def test_sum_with_an_unknown_part_is_unknown() -> None:
    series = [
        CountSeries(measure="killed", side=side, low=low, best=None, high=None, points=())
        for side, low in (("ML", 3.0), ("front", None))
    ]
    fact = facts_across(across(counts=tuple(series)))
    assert fact.fatalities.low is None


def test_projections_keep_their_rule_and_what_they_miss() -> None:
    projection = Projection(codebook="acled", values={"event_type": "Battles"}, rule="a rule", missing=("the day",))
    (event,) = gathered(HOLDINGS, [facts_across(across(), [projection])], countries=load_countries()).events
    assert event.projections == {"acled": {"event_type": "Battles", "rule": "a rule", "missing": ["the day"]}}


def test_an_event_carries_who_denies_it_from_elsewhere_and_exports_say_so() -> None:
    fact = facts_across(across(claims=("k01",), status="disputed", denied_by=("k05",)))
    whole = filtered(gathered(HOLDINGS, [fact], countries=load_countries()), Terms(at=NOW))
    (event,) = whole.events
    assert [claim.id for claim in event.denials] == ["k05"]
    said = "Berit Haddon (via Quill Wire)"
    texts = {
        e.name: text_of(b"".join(e.write(whole))) for e in EXPORTERS if e.name in ("acled", "atom", "geojson", "stix")
    }
    assert f"; denied by {said}" in texts["acled"]
    assert f"Denied by {said}." in texts["atom"]
    assert f"Denied by {said}." in texts["geojson"]
    assert '"opinion": "strongly-disagree"' in texts["stix"]


def test_event_id_comes_from_its_earliest_claim_and_outlives_new_ones() -> None:
    first, both = (dataclasses.replace(EVENTS[0], claims=claims) for claims in (("k01",), ("k02", "k01")))
    ids = [gathered(HOLDINGS, [fact], countries=load_countries()).events[0].id for fact in (first, both)]
    assert ids[0] == ids[1]
    assert ids[0].startswith("dl:MLI:")


def test_event_of_claims_that_are_not_held_is_left_out() -> None:
    fact = EventFacts(
        id="e9", label="x", act="say", claims=("k99",), days=None, place=None, actors=(), status="reported"
    )
    assert gathered(HOLDINGS, [fact], countries=load_countries()).events == ()


def test_ten_outlets_with_one_origin_count_once() -> None:
    base = CLAIMS[0]
    claims = [
        dataclasses.replace(base, id=f"k{n}", chain=(f"src:outlet{n}", "act:army"), quote=f"{n}") for n in range(10)
    ]
    assert origins(claims, HOLDINGS.entities) == 1


def test_ten_outlets_with_the_same_words_count_once() -> None:
    claims: list[LedgerClaim] = [
        dataclasses.replace(CLAIMS[0], id=f"k{n}", chain=(f"src:outlet{n}",)) for n in range(10)
    ]
    assert origins(claims, HOLDINGS.entities) == 1


def test_army_and_its_head_of_state_are_one_origin() -> None:
    entities = {**HOLDINGS.entities, "per:head": dataclasses.replace(HOLDINGS.entities["act:army"], id="per:head")}
    claims = [
        dataclasses.replace(CLAIMS[0], quote=voice, chain=("src:brisk", voice)) for voice in ("act:army", "per:head")
    ]
    assert origins(claims, entities) == 1


def test_passages_quote_their_report() -> None:
    for claim in sample().claims:
        for passage in claim.passages:
            assert HOLDINGS.texts[claim.report.id][passage.start : passage.end] == passage.quote


def test_words_over_two_sentences_are_cut_at_the_first() -> None:
    text = HOLDINGS.texts["r01"]
    long = dataclasses.replace(CLAIMS[0], spans=((0, len(text)),), recorded=CLAIMS[0].recorded)
    holdings = dataclasses.replace(HOLDINGS, claims=(long,))
    (claim,) = gathered(holdings, [], countries=load_countries()).claims
    assert claim.quote == "Rebels shelled the town of Velmora on 3 March, the army said."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It fell. They left.", "It fell."),
        ("Gen. Orla Tarn and Lt. Vess of the U.S. Navy met. Nothing came of it.", "Gen. Orla Tarn and Lt. Vess of the U.S. Navy met."),
        ("“We hold it!” he said. Others doubt it.", "“We hold it!” he said."),
        ("No end", "No end"),
        ("Title\n\nBody text.", "Title"),
    ],
)  # fmt: skip
def test_first_sentence(text: str, first: str) -> None:
    assert text[: sentence_length(text)] == first


@given(st.text())
def test_length_is_within_the_text(text: str) -> None:
    assert 0 <= sentence_length(text) <= min(len(text), LONGEST)


def test_newest_claim_dates_the_event() -> None:
    assert sample().events[0].recorded == datetime(2026, 3, 5, 8, 3, tzinfo=UTC)


def test_an_event_at_a_place_off_the_map_lies_where_what_holds_it_lies() -> None:
    market = LedgerEntity(id="report:market@r01", name="market", kind="market", part_of="geonames:1", country="ML")
    held = dataclasses.replace(HOLDINGS, entities={**HOLDINGS.entities, market.id: market})
    fact = facts_across(across(place=market.id))
    (event,) = gathered(held, [fact], countries=load_countries()).events
    assert event.place is not None
    assert (event.place.name, event.place.within, event.place.uncertainty_m) == ("market", "Velmora", 5000.0)
    town = HOLDINGS.entities["geonames:1"]
    assert (event.place.lat, event.place.lon) == (town.lat, town.lon)


def test_the_town_of_a_clinic_is_not_told_by_what_holds_it() -> None:
    fact = facts_across(across(claims=("k04",), place="report:lumet-clinic@r02"))
    claims = tuple(dataclasses.replace(claim, lat=None, lon=None, uncertainty_m=None) for claim in HOLDINGS.claims)
    clinic = gathered(dataclasses.replace(HOLDINGS, claims=claims), [fact], countries=load_countries())
    assert clinic.events[0].place is not None
    assert clinic.events[0].place.within == "Osterune"
    shared = filtered(clinic, Terms(at=NOW))
    assert shared.events[0].place is not None
    assert (shared.events[0].place.within, shared.events[0].place.name) == (None, "Lower Reach")
    assert all(b"Osterune" not in b"".join(form.write(shared)) for form in EXPORTERS)
