"""What the columns of borrowed layouts say, by their codebooks."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.export.formats.acled_csv import acled_csv
from dateline.export.formats.ged_csv import ged_csv
from dateline.export.shared import ExportActor, ExportEvent, ExportPlace
from dateline.model.time import TimeRange
from dateline.reference.countries import load_countries
from tests.export.formats.holdings import sample_shared

SHARED = sample_shared(include_nonlethal=True)
EVENT = SHARED.events[0]
COUNTRIES = load_countries()
TOWN = ExportPlace(
    id="geonames:7", name="Velmora", kind="town", country=COUNTRIES["ML"], admin1="Upper Reach", lat=16.3, lon=0.1
)
MARKET = replace(TOWN, id="report:market@r1", name="market", kind="market", within="Velmora", uncertainty_m=5000.0)
REBELS = ExportActor(id="act:rebels", name="Front of the Dunes", kind="rebel")
PEOPLE = ExportActor(id="civ:people", name="people", kind="civilian")


def event(*, acled: dict[str, Any] | None = None, ucdp: dict[str, Any] | None = None, **values: Any) -> ExportEvent:
    return replace(EVENT, projections={"acled": acled or {}, "ucdp": ucdp or {}}, **values)


def row(write: Any, one: ExportEvent) -> dict[str, str]:
    content = b"".join(write(replace(SHARED, events=(one,)))).decode()
    (found,) = csv.DictReader(io.StringIO(content))
    return found


@pytest.mark.parametrize(
    ("first", "last", "precision", "day"),
    [
        ((2026, 3, 3), (2026, 3, 3), 1, "2026-03-03"),
        ((2026, 3, 2), (2026, 3, 8), 2, "2026-03-05"),
        ((2026, 4, 1), (2026, 4, 30), 3, "2026-04-15"),
        ((2025, 1, 1), (2025, 12, 31), None, ""),
    ],
)
def test_acled_takes_the_middle_of_a_week_or_month_and_no_day_of_what_is_coarser(
    first: tuple[int, int, int], last: tuple[int, int, int], precision: int | None, day: str
) -> None:
    days = TimeRange.days(date(*first), date(*last))
    found = row(acled_csv, event(days=days, acled={"time_precision": precision}))
    assert (found["event_date"], found["year"]) == (day, day[:4])


@pytest.mark.parametrize(
    ("event_type", "sub_type", "disorder"),
    [
        ("Battles", "Armed clash", "Political violence"),
        ("Protests", "Peaceful protest", "Demonstrations"),
        ("Protests", "Excessive force against protesters", "Political violence; Demonstrations"),
        ("Riots", "Mob violence", "Political violence"),
        ("Riots", "Violent demonstration", "Demonstrations"),
        ("Strategic developments", "Agreement", "Strategic developments"),
    ],
)
def test_disorder_follows_the_sub_event_type(event_type: str, sub_type: str, disorder: str) -> None:
    found = row(acled_csv, event(acled={"event_type": event_type, "sub_event_type": sub_type}))
    assert found["disorder_type"] == disorder


@pytest.mark.parametrize(
    ("actor1", "actor2", "act", "interaction"),
    [
        ((REBELS,), (PEOPLE,), "attack", "27"),
        ((REBELS,), (), "deploy", "20"),
        ((), (PEOPLE,), "kill", "70"),
        ((PEOPLE,), (), "protest", "60"),
        ((replace(REBELS, kind="organisation"),), (PEOPLE,), "attack", ""),
    ],
)
def test_interaction_is_both_codes_lower_first_and_a_lone_one_with_zero(
    actor1: tuple[ExportActor, ...], actor2: tuple[ExportActor, ...], act: str, interaction: str
) -> None:
    assert row(acled_csv, event(actor1=actor1, actor2=actor2, act=act))["interaction"] == interaction


def test_the_location_is_what_is_on_the_map_and_a_common_noun_alone_is_none() -> None:
    codes: dict[str, Any] = {"acled": {"geo_precision": 1}, "ucdp": {"where_prec": 1}}
    market, ged = row(acled_csv, event(place=MARKET, **codes)), row(ged_csv, event(place=MARKET, **codes))
    assert (market["location"], market["geo_precision"], market["latitude"]) == ("Velmora", "1", "16.3")
    assert (ged["where_coordinates"], ged["where_description"], ged["where_prec"]) == (
        "Velmora",
        "market (Velmora)",
        "1",
    )
    nowhere = replace(MARKET, within=None, lat=None, lon=None)
    lost, ged = row(acled_csv, event(place=nowhere, **codes)), row(ged_csv, event(place=nowhere, **codes))
    assert (lost["location"], lost["geo_precision"], lost["admin1"]) == ("", "", "Upper Reach")
    assert (ged["where_coordinates"], ged["where_prec"]) == ("", "")


@pytest.mark.parametrize(
    ("code", "region"), [("ML", "Africa"), ("EG", "Middle East"), ("HT", "Americas"), ("PG", "Asia"), ("UA", "Europe")]
)
def test_regions_are_the_five_of_ucdp(code: str, region: str) -> None:
    assert row(ged_csv, event(place=replace(TOWN, country=COUNTRIES[code])))["region"] == region


def test_the_other_side_of_one_sided_violence_are_civilians_and_deaths_add_up() -> None:
    found = row(ged_csv, event(actor1=(REBELS,), actor2=(PEOPLE,), ucdp={"type_of_violence": 3}))
    assert (found["side_a"], found["side_b"]) == ("Front of the Dunes", "Civilians")
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(float(found[part] or 0) for part in parts) == float(found["best"])
    assert float(found["low"]) <= float(found["best"]) <= float(found["high"])


def test_a_report_of_an_unknown_day_has_no_source_date() -> None:
    (first, *_) = EVENT.claims
    week = TimeRange.days(date(2026, 3, 1), date(2026, 3, 7))
    unsure = replace(first, report=replace(first.report, published=week))
    assert row(ged_csv, event(claims=(unsure,)))["source_date"] == ""
