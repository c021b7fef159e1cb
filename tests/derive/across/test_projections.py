"""Events over many reports are coded by the same rules as those of one."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.derive.across import Dossier
from dateline.derive.across.projections import projections_across
from dateline.model.across import AcrossEvent, CountSeries
from dateline.model.derived import Projection
from dateline.model.ledger import Holdings, LedgerClaim, LedgerEntity, Stamp
from dateline.model.time import TimeRange
from dateline.reference.codebooks import load_codebooks

DAY = TimeRange.day(date(2026, 5, 6))
ENTITIES = {
    entity.id: entity
    for entity in (
        LedgerEntity(id="act:army", name="Army", kind="state_force", country="ML", side="ML"),
        LedgerEntity(id="act:front", name="Front", kind="rebel", side="front"),
        LedgerEntity(id="civ:people@r1", name="people", kind="civilian"),
        LedgerEntity(id="geonames:1", name="Velmora", kind="city", country="ML", lat=1.0, lon=2.0),
    )
}


def claim(key: str, act: str, **values: Any) -> LedgerClaim:
    known: dict[str, Any] = {
        "report": "r1", "local": key, "spans": ((0, 4),), "quote": "they did", "predicate": act, "kind": "event",
        "chain": ("src:x",), "modes": ("narrator",), "modality": "asserted", "polarity": "positive",
        "temporal_status": "current", "factuality": {}, "interest": "neutral", "codeable": True, "why": None, "event": None,
        "roles": {}, "counts": (), "place": "geonames:1", "lat": None, "lon": None, "uncertainty_m": None, "country": "ML",
        "admin1": None, "days": DAY, "recorded": Stamp(seq=1, at=datetime(2026, 5, 7, tzinfo=UTC), by="test"),
    }  # fmt: skip
    return LedgerClaim(id=key, act=act, **{**known, **values})


def event(claims: tuple[LedgerClaim, ...], **values: Any) -> AcrossEvent:
    known: dict[str, Any] = {
        "label": "x", "act": claims[0].act, "family": "force", "claims": tuple(c.id for c in claims), "reports": ("r1",),
        "days": DAY, "place": "geonames:1", "lat": 1.0, "lon": 2.0, "country": "ML", "admin1": None, "actors": (),
        "claimed_by": (), "origins": (), "status": "reported",
    }  # fmt: skip
    return AcrossEvent(id="e1", **{**known, **values})


def projected(*claims: LedgerClaim, others: tuple[LedgerClaim, ...] = (), **values: Any) -> dict[str, Projection]:
    holdings = Holdings(reports=(), texts={}, claims=(*claims, *others), control=(), entities=ENTITIES)
    dossier = Dossier(holdings=holdings)
    ((_, found),) = projections_across(dossier, [event(claims, **values)], codebooks=load_codebooks())
    return {projection.codebook: projection for projection in found}


KILLING = claim("k1", "kill", roles={"agent": ("act:front",), "patient": ("civ:people@r1",), "place": ("geonames:1",)})
CAPTURE = claim("k2", "capture", roles={"agent": ("act:army",), "place": ("geonames:1",)})


def test_killing_of_civilians_by_a_group_is_one_sided() -> None:
    series = CountSeries(measure="killed", side=None, low=4.0, best=4.0, high=6.0, points=())
    found = projected(KILLING, counts=(series,))
    assert found["acled"].values["sub_event_type"] == "Attack"
    assert found["acled"].values["fatalities"] == 4
    assert found["ucdp"].values["type_of_violence"] == 3
    assert (found["ucdp"].values["low"], found["ucdp"].values["high"]) == (4.0, 6.0)
    assert found["plover"].values["event"] == "ASSAULT"


def test_precision_codes_are_those_of_a_town_and_a_day() -> None:
    found = projected(KILLING)
    assert (found["acled"].values["geo_precision"], found["acled"].values["time_precision"]) == (1, 1)
    assert (found["ucdp"].values["where_prec"], found["ucdp"].values["date_prec"]) == (1, 1)


def test_capture_by_the_army_regains_territory_unless_fighting_there_is_denied() -> None:
    assert projected(CAPTURE)["acled"].values["sub_event_type"] == "Government regains territory"
    denial = claim("k3", "clash", polarity="negative")
    found = projected(CAPTURE, others=(denial,))
    assert found["acled"].values["sub_event_type"] == "Non-violent transfer of territory"
    elsewhere = dataclasses.replace(denial, place="geonames:7")
    assert projected(CAPTURE, others=(elsewhere,))["acled"].values["event_type"] == "Battles"


def test_denials_and_withdrawn_claims_decide_nothing() -> None:
    denied = dataclasses.replace(KILLING, id="k4", act="air_strike", modality="denied", polarity="negative")
    assert projected(KILLING, denied)["acled"].values["sub_event_type"] == "Attack"
    strike = dataclasses.replace(KILLING, id="k5", act="air_strike")
    assert projected(KILLING, strike, closed=("k5",))["acled"].values["sub_event_type"] == "Attack"


def test_unknown_deaths_of_one_side_leave_the_sum_unknown() -> None:
    known = CountSeries(measure="killed", side="ML", low=4.0, best=4.0, high=4.0, points=())
    vague = CountSeries(measure="killed", side="front", low=None, best=None, high=None, points=())
    assert projected(KILLING, counts=(known, vague))["ucdp"].values["low"] is None


def test_what_the_army_takes_abroad_is_not_regained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENTITIES, "geonames:1", dataclasses.replace(ENTITIES["geonames:1"], country="NE"))
    assert projected(CAPTURE)["acled"].values["sub_event_type"] == "Non-state actor overtakes territory"
