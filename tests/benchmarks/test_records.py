"""The records that we coded by hand quote their texts, and everything that they point to is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RECORDS = sorted((Path(__file__).parents[2] / "benchmarks" / "records").glob("*.json"))
LAYERS = ("mentions", "times", "claims", "events", "entities", "places", "findings")


def spans(node: Any) -> Iterator[dict[str, Any]]:
    """Everything in a record that has a start, an end and a quotation."""
    if isinstance(node, dict):
        if {"start", "end", "quote"} <= node.keys():
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


def test_there_are_records() -> None:
    assert len(RECORDS) >= 21


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_quotes_its_text(path: Path) -> None:
    text, record = path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8"))
    found = list(spans(record))
    assert len(found) > len(record["claims"])
    assert [span for span in found if text[span["start"] : span["end"]] != span["quote"]] == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_what_a_record_points_to_is_in_it(path: Path) -> None:
    record = json.loads(path.read_text("utf-8"))
    ids = {item["id"] for layer in LAYERS for item in record[layer]}
    claims = {claim["id"] for claim in record["claims"]}
    for claim in record["claims"]:
        holders = {link["holder"] for link in claim["attribution"]}
        assert holders | {ref for ref in (claim["time"], claim["place"]) if ref} <= ids, claim["id"]
    for row in record["control"]:
        assert {row["believer"], row["place"], *row["actors"]} <= ids, row["id"]
        assert set(row["claims"]) <= claims, row["id"]
