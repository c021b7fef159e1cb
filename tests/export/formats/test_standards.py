"""What outside readers ask of our files, checked by the words of their standards.

libhxl comes as a source archive only, so that its rules are written out here: HXL 1.1's hashtags and the form of a tag.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import struct
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from typing import Any

import pytest

from dateline.export.formats import exporter
from tests.export.formats.holdings import sample_shared

HASHTAGS = frozenset({
    "access", "activity", "adm1", "adm2", "adm3", "adm4", "adm5", "affected", "beneficiary", "capacity", "cause", "channel",
    "contact", "country", "crisis", "currency", "date", "delivery", "description", "event", "frequency", "geo", "group",
    "impact", "indicator", "inneed", "item", "loc", "meta", "modality", "need", "operations", "org", "output",
    "population", "reached", "region", "respondee", "response", "sector", "service", "severity", "status", "subsector",
    "targeted", "theme", "value",
})  # fmt: skip
"""The hashtags of HXL 1.1's dictionary of public tags."""
TAG = re.compile(r"#([a-z][a-z0-9_]*)((?:\+[a-z][a-z0-9_]*)*)")
MOTIVATIONS = frozenset({
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
})  # fmt: skip
"""The motivations of the Web Annotation vocabulary, section 3.3.5 of its data model."""
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def content(name: str) -> bytes:
    return b"".join(exporter(name).write(sample_shared(include_nonlethal=True)))


def hxl_rows() -> tuple[list[str], list[dict[str, str]]]:
    _, tags, *rows = csv.reader(io.StringIO(content("hxl").decode(), newline=""))
    return tags, [dict(zip(tags, row, strict=True)) for row in rows]


def test_hxl_tags_are_of_the_dictionary_and_name_each_column_once() -> None:
    tags, _ = hxl_rows()
    found = [TAG.fullmatch(tag) for tag in tags]
    assert all(match and match[1] in HASHTAGS for match in found)
    spelled = {(match[1], frozenset(match[2].split("+"))) for match in found if match}
    assert len(spelled) == len(tags)
    assert all(len(match[2].split("+")) == len(set(match[2].split("+"))) for match in found if match)


def test_hxl_values_are_what_their_tags_say() -> None:
    _, rows = hxl_rows()
    for row in rows:
        assert not row["#geo+lat"] or -90 <= float(row["#geo+lat"]) <= 90
        assert not row["#geo+lon"] or -180 <= float(row["#geo+lon"]) <= 180
        assert all(not row[tag] or datetime.fromisoformat(row[tag]) for tag in ("#date+start", "#date+end"))
        assert re.fullmatch(r"[A-Z]{3}|", row["#country+code+v_iso3"])
        low, best, high = (row[f"#affected+killed+{name}"] for name in ("min", "best", "max"))
        assert not best or float(low) <= float(best) <= float(high)


def items_told() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(content("annotations"))["items"]
    return found


def targets(annotation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    found = annotation["target"]
    yield from found if isinstance(found, list) else [found]


def test_annotations_have_the_shape_of_the_data_model() -> None:
    page = json.loads(content("annotations"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    ids = [annotation["id"] for annotation in items_told()]
    assert len(set(ids)) == len(ids) > 0
    for annotation in items_told():
        assert IRI.fullmatch(annotation["id"])
        assert annotation["type"] == "Annotation"
        assert annotation["motivation"] in MOTIVATIONS
        assert datetime.fromisoformat(annotation["created"]).tzinfo is not None
        for body in annotation["body"]:
            assert (body["type"], body["purpose"] in MOTIVATIONS) == ("TextualBody", True)
            assert body["value"]


def test_targets_are_specific_resources_with_selectors_that_the_model_defines() -> None:
    for annotation in items_told():
        for target in targets(annotation):
            assert IRI.fullmatch(target["source"])
            for selector in target.get("selector", ()):
                if selector["type"] == "TextPositionSelector":
                    assert 0 <= selector["start"] < selector["end"]
                else:
                    assert (selector["type"], bool(selector["exact"])) == ("TextQuoteSelector", True)


def test_geoparquet_metadata_keeps_to_version_1_1() -> None:
    found = import_module("pyarrow.parquet").read_table(io.BytesIO(content("geoparquet")))
    geo = json.loads(found.schema.metadata[b"geo"])
    assert set(geo) == {"version", "primary_column", "columns"}
    assert geo["primary_column"] in geo["columns"]
    for name, column in geo["columns"].items():
        assert name in found.schema.names
        assert set(column) <= {"encoding", "geometry_types", "crs", "orientation", "edges", "bbox", "epoch", "covering"}
        assert column["encoding"] == "WKB"
        assert set(column["geometry_types"]) <= {"Point"}
        points = [_point(row[name]) for row in found.to_pylist() if row[name] is not None]
        west, south, east, north = column["bbox"]
        assert all(west <= lon <= east and south <= lat <= north for lon, lat in points)


def _point(wkb: bytes) -> tuple[float, float]:
    order, kind, lon, lat = struct.unpack("<BIdd", wkb)
    assert (order, kind) == (1, 1), "little-endian, two dimensions"
    assert math.isfinite(lon)
    return lon, lat


@pytest.mark.parametrize("name", ["acled", "ged", "hxl"])
def test_no_cell_of_a_table_can_be_run_as_a_formula(name: str) -> None:
    rows = list(csv.reader(io.StringIO(content(name).decode(), newline="")))
    cells = [cell for row in rows[2 if name == "hxl" else 1 :] for cell in row]
    runnable = re.compile(r"\s*[=@＝＠]|\s*[+＋－-](?![\d.]+$)")
    assert not [cell for cell in cells if runnable.match(cell)]


@pytest.mark.parametrize("name", ["geojson", "jsonl", "annotations", "stix", "atom", "acled", "ged", "hxl"])
def test_no_address_but_of_the_web_is_in_a_file(name: str) -> None:
    assert not re.search(rb"(?i)\b(?:javascript|vbscript|data|file):(?!\s)", content(name))
