"""GeoJSON, JSON lines, Web Annotation and STIX as their readers take them."""

from __future__ import annotations

import dataclasses
import importlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.export.formats import exporter
from dateline.export.formats.geojson import bounding_box
from dateline.export.shared import Shared
from tests.export.formats.holdings import TEXTS, sample_shared

REPORTS = {f"https://news.example/{key}": text for key, text in TEXTS.items()}


def loaded(name: str, shared: Shared | None = None) -> Any:
    return json.loads(b"".join(exporter(name).write(shared or sample_shared())))


def test_feature_collection_is_as_rfc_7946_wants_it() -> None:
    collection = loaded("geojson")
    assert collection["type"] == "FeatureCollection"
    assert collection["unlocated"] == 1
    for feature in collection["features"]:
        assert {"type", "id", "geometry", "properties"} == set(feature)
        geometry = feature["geometry"]
        if geometry is not None:
            lon, lat = geometry["coordinates"]
            assert geometry["type"] == "Point"
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90


def test_empty_collection_has_no_box() -> None:
    shared = dataclasses.replace(sample_shared(), events=())
    assert loaded("geojson", shared) == {
        "type": "FeatureCollection", "tlp": "TLP:AMBER", "generated": "2026-03-20T12:00:00+00:00", "unlocated": 0,
        "features": [],
    }  # fmt: skip


def test_box_crosses_the_antimeridian_where_that_is_smaller() -> None:
    assert bounding_box([(179.0, -17.0), (-179.0, -16.0)]) == [179.0, -17.0, -179.0, -16.0]
    assert bounding_box([(10.0, 1.0), (12.0, 3.0)]) == [10.0, 1.0, 12.0, 3.0]
    assert bounding_box([]) is None


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1))
def test_box_holds_every_point(points: list[tuple[float, float]]) -> None:
    box = bounding_box(points)
    assert box is not None
    west, south, east, north = box
    for lon, lat in points:
        assert south <= lat <= north
        assert (west <= lon <= east) if west <= east else (lon >= west or lon <= east)


def test_every_json_line_says_what_it_is() -> None:
    lines = b"".join(exporter("jsonl").write(sample_shared())).splitlines()
    kinds = [json.loads(line)["type"] for line in lines]
    assert kinds == ["header", *["event"] * 3, *["claim"] * 5, *["hold"] * 2]


def test_claims_and_events_refer_to_each_other() -> None:
    lines = [json.loads(line) for line in b"".join(exporter("jsonl").write(sample_shared())).splitlines()]
    events = {line["id"]: line["claims"] for line in lines if line["type"] == "event"}
    claims = {line["id"]: line["event"] for line in lines if line["type"] == "claim"}
    assert {claim: event for event, ids in events.items() for claim in ids} == claims


def test_annotations_select_their_words_in_the_report() -> None:
    page = loaded("annotations")
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    checked = 0
    for item in page["items"]:
        assert {"id", "type", "motivation", "body", "target"} <= set(item)
        for selector in [s for s in item["target"].get("selector", []) if s["type"] == "TextQuoteSelector"]:
            position = next(s for s in item["target"]["selector"] if s["type"] == "TextPositionSelector")
            text = REPORTS[item["target"]["source"]]
            assert text[position["start"] : position["end"]] == selector["exact"]
            checked += 1
    assert checked == 4


def test_bundle_passes_the_stix_validator() -> None:
    validator = importlib.import_module("stix2validator")
    content = b"".join(exporter("stix").write(sample_shared())).decode()
    result = validator.validate_string(content, validator.ValidationOptions(version="2.1"))
    assert result.is_valid, [str(error) for each in result.object_results for error in each.errors]


def test_references_of_the_bundle_resolve_and_bear_the_marking() -> None:
    bundle = loaded("stix")
    ids = {thing["id"] for thing in bundle["objects"]}
    assert len(ids) == len(bundle["objects"])
    for thing in bundle["objects"]:
        refs = [*thing.get("object_refs", ()), *thing.get("object_marking_refs", ())]
        refs += [value for key, value in thing.items() if key.endswith("_ref")]
        assert set(refs) <= ids
        marked = thing.get("object_marking_refs", []) or thing["type"] in ("marking-definition", "identity")
        assert marked


def test_denial_is_an_opinion_on_the_claims_of_others() -> None:
    objects = {thing["id"]: thing for thing in loaded("stix")["objects"]}
    (opinion,) = [thing for thing in objects.values() if thing["type"] == "opinion"]
    assert opinion["authors"] == ["Front of the Dunes"]
    assert [objects[ref]["authors"] for ref in opinion["object_refs"]] == [["Army of the North"], ["[person]"]]


def test_kinds_of_objects_are_those_promised() -> None:
    kinds = {thing["type"] for thing in loaded("stix")["objects"]}
    assert {"incident", "location", "note", "opinion"} <= kinds


def test_clear_bundle_is_marked_white() -> None:
    names = [thing.get("name") for thing in loaded("stix", sample_shared(tlp="CLEAR"))["objects"]]
    assert "TLP:WHITE" in names


def test_unknown_format_is_refused_with_the_names_of_the_others() -> None:
    with pytest.raises(UsageError, match="geojson"):
        exporter("shapefile")
