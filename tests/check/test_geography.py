from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.check.geography import (
    dispatch_is_filed_from_afar,
    place_is_called_by_several_kinds,
    stated_distance_contradicts_map,
)
from dateline.mark import mark
from dateline.mark.places import mark_places
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim, Voice
from dateline.model.text import Report
from dateline.model.vocabulary import ClaimKind
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


def case(text: str, engine: Engine) -> Case:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference, markers=(mark_places,))
    return Case(parse=parsed, resolution=resolve(parsed, mentions, reference=engine.reference))


def distances(text: str, engine: Engine) -> list[Finding]:
    return list(stated_distance_contradicts_map(case(text, engine), engine.reference))


def test_a_wrong_direction_is_reported_with_its_arithmetic_and_repairs(engine: Engine) -> None:
    (finding,) = distances("Mali's army reached Bourem, 85 km east of Gao.", engine)
    assert (finding.code, finding.type) == ("G101", "bearing_mismatch")
    assert finding.spans[0].quote == "85 km east of Gao"
    assert finding.computation is not None
    assert finding.computation["stated_bearing"] == 90
    assert finding.computation["angular_error"] > 60
    assert finding.repairs[0].edit["direction"].startswith("north")


def test_swapped_ground_and_figure_is_a_repair(engine: Engine) -> None:
    (finding,) = distances("Sudan's army left Kosti, 280 km north of Khartoum.", engine)
    assert any("ground" in repair.edit for repair in finding.repairs)


def test_a_distance_below_the_straight_line_is_impossible(engine: Engine) -> None:
    (finding,) = distances("Iraq: the army left Mosul, 150 km north-west of Baghdad.", engine)
    assert (finding.code, finding.type) == ("G103", "impossible_distance")


@pytest.mark.parametrize(
    "text",
    [
        "Iraq: a bomb went off in Balad, 80 km north of Baghdad.",
        "Syria: jets struck Palmyra, 215 km northeast of Damascus.",
        "Ukraine: troops left Izium, about 110 km south-east of Kharkiv.",
        "Mali: gunmen attacked Umm Tarakna, 85 km east of Gao.",
        "The village of Springfield, 20 km west of Kabul, is calm.",
    ],
)
def test_what_the_map_allows_or_cannot_tell_is_not_reported(engine: Engine, text: str) -> None:
    assert distances(text, engine) == []


def test_one_place_called_town_and_city_is_noted(engine: Engine) -> None:
    found = case("Mali: troops entered the town of Gao. The city was calm.", engine)
    (finding,) = place_is_called_by_several_kinds(found, engine.reference)
    assert finding.severity == "info"
    assert "city, town" in finding.explanation


def told(place: str, kind: ClaimKind, engine: Engine) -> list[Finding]:
    """The findings on a report from Bamako whose only claim, of this kind, is about this place."""
    text = f"RTX – Bamako (Mali) – People have left {place} in Mali."
    found = case(text, engine)
    mention = next(m for m in found.resolution.mentions if m.span.quote == place)
    claim = Claim(
        id="c1",
        sentence="s1",
        spans=(found.report.span(text.index("People"), len(text) - 1),),
        predicate="leave",
        act="displace",
        kind=kind,
        voices=(Voice(holder="src:rtx", mode="narrator"),),
        modality="asserted",
        polarity="positive",
        temporal_status="current",
        factuality={},
        codeable=True,
        why=None,
        interest="neutral",
        place=mention.id,
    )
    return list(dispatch_is_filed_from_afar(replace(found, claims=(claim,)), engine.reference))


def test_what_only_an_eyewitness_sees_is_noted_when_it_is_told_from_afar(engine: Engine) -> None:
    (finding,) = told("Timbuktu", "displacement", engine)
    assert (finding.code, finding.severity) == ("G104", "info")
    assert finding.computation is not None
    assert 650 < finding.computation["km"] < 750


def test_events_and_places_nearby_are_no_hearsay(engine: Engine) -> None:
    assert told("Timbuktu", "event", engine) == []
    assert told("Koulikoro", "displacement", engine) == []


def test_a_report_without_agency_line_has_no_remote_dateline(engine: Engine) -> None:
    assert list(dispatch_is_filed_from_afar(case("Gao is calm.", engine), engine.reference)) == []
