"""Underline lanes as classes: the sheet knows every class that a page may use."""

from __future__ import annotations

from pathlib import Path

import dateline.web
from dateline.export.underline import PATTERNS
from dateline.web.views.lane_classes import DEEPEST, depth_class, lane_classes, lane_sheet

SHEET = Path(dateline.web.__file__).parent / "static" / "lanes.css"


def test_the_committed_sheet_is_the_one_that_the_code_makes() -> None:
    assert SHEET.read_text() == lane_sheet(), "run: python -m dateline.web.views.lane_classes > …/static/lanes.css"


def test_the_sheet_has_every_class() -> None:
    sheet = lane_sheet()
    for lane in range(DEEPEST):
        for kind in PATTERNS:
            for name in lane_classes(["", *[""] * (lane - 1), kind] if lane else [kind]).split():
                assert f".{name} {{" in sheet
    assert all(f".{depth_class(depth)} {{" in sheet for depth in range(1, DEEPEST + 1))


def test_lanes_beyond_the_deepest_are_left_to_the_title() -> None:
    assert lane_classes([""] * DEEPEST + ["claim"]) == ""
    assert depth_class(DEEPEST + 5) == f"d{DEEPEST}"


def test_every_kind_of_a_tier_has_a_pattern_of_its_own() -> None:
    sheet = lane_sheet()
    strokes = [
        line.split("repeating-linear-gradient")[-1].partition(" ")[2] for line in sheet.splitlines() if "--k-" in line
    ]
    told_apart = {line.partition(")")[2] for line in strokes}
    assert len(told_apart) >= 7
