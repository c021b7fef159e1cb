"""A village that no register knows is one village in two reports of one country, and two in two countries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from dateline.derive.across import Dossier, events_of
from dateline.model.ledger import LedgerEntity
from tests.derive.across.cases import claim, holdings, report

DAY = date(2031, 5, 6)


def village(of: str, *, name: str = "Karsu Tiba", **more: Any) -> LedgerEntity:
    """The village as one report describes it."""
    given: dict[str, Any] = {"kind": "village", "country": "ML", **more}
    return LedgerEntity(id=f"report:karsu-tiba@{of}", name=name, **given)


def told(one: LedgerEntity, other: LedgerEntity) -> Dossier:
    """Two outlets that tell of an attack of one day in their village."""
    reports = [report("r1", day=DAY), report("r2", publisher="src:south", day=DAY)]
    claims = [
        claim(f"c{n}", report=f"r{n}", day=DAY, place=place.id, country=place.country, roles={"agent": ("act:league",)})
        for n, place in enumerate((one, other), start=1)
    ]
    held = holdings(reports, claims)
    return Dossier(holdings=replace(held, entities=MappingProxyType({**held.entities, one.id: one, other.id: other})))


def test_two_reports_of_one_unmapped_village_tell_of_one_event() -> None:
    dossier = told(village("r1"), village("r2"))
    assert [event.reports for event in events_of(dossier)] == [("r1", "r2")]


@pytest.mark.parametrize(
    "other",
    [
        village("r2", country="NE"),
        village("r2", admin1="Gao Region"),
        village("r2", name="Karsu Leyta"),
        village("r2", kind="market"),
    ],
)
def test_other_names_countries_and_divisions_are_other_villages(other: LedgerEntity) -> None:
    dossier = told(village("r1"), other)
    assert dossier.site(village("r1").id) != dossier.site(other.id)


@pytest.mark.parametrize("noun", ["village", "VILLAGE", "the town", "Old Town"])
def test_a_common_noun_names_no_village(noun: str) -> None:
    dossier = told(village("r1", name=noun), village("r2", name=noun))
    assert dossier.site(village("r1").id) is None
