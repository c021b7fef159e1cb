"""Outlines: read from the file of the front end, cut to the sheet, never a line across it that nobody drew."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ConfigurationError
from dateline.web.map.bounds import Bounds
from dateline.web.map.clip import lines_in, rings_in
from dateline.web.map.ground import ground, shores
from dateline.web.map.outlines import NO_OUTLINES, Outlines, Sheet, read_outlines
from dateline.web.map.projection import projection_for

SQUARE = np.array([(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)])
FILE = {
    "format": "dateline-outlines/1",
    "scale": 100,
    "credit": "Ours.",
    "coarse": {"land": [[0, 0, 0, 1000, 1000, 0]], "countries": [], "divisions": []},
    "fine": {"land": [[0, 0, 0, 1000, 1000, 0]], "countries": [[0, 0, 500, 500]], "divisions": []},
    "names": [["Somewhere", 500, 500, 0, 40]],
}


def test_a_file_of_the_front_end_is_read(tmp_path: Path) -> None:
    path = tmp_path / "outlines.json"
    path.write_text(json.dumps(FILE), encoding="utf-8")
    outlines = read_outlines(path)
    assert outlines.fine.land[0].tolist() == [[0, 0], [0, 10], [10, 10]]
    assert outlines.names[0].lat == 5.0
    assert outlines.sheet(100) is outlines.coarse


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert read_outlines(tmp_path / "outlines.json") is NO_OUTLINES


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format": "dateline-outlines/0"}', b"\xff", b'{"format": 1}'])
def test_another_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "outlines.json"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match="make frontend"):
        read_outlines(path)


@given(st.floats(-20, 20), st.floats(-20, 20), st.floats(1, 40), st.floats(1, 40))
def test_a_cut_ring_lies_in_the_window_and_has_the_area_of_the_overlap(
    west: float, south: float, wide: float, high: float
) -> None:
    window = Bounds(west=west, south=south, east=west + wide, north=south + high)
    overlap = max(0.0, min(10, west + wide) - max(0, west)) * max(0.0, min(10, south + high) - max(0, south))
    found = list(rings_in([SQUARE], window))
    drawn = sum(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 for x, y in (ring.T for ring in found))
    assert drawn == pytest.approx(overlap, abs=1e-6)


def test_a_ring_is_found_a_turn_further() -> None:
    [ring] = rings_in([SQUARE], Bounds(west=355, south=-5, east=375, north=15))
    assert ring[:, 0].min() == 360


def test_a_line_is_cut_where_it_leaves() -> None:
    line = np.array([(float(lon), 0.0) for lon in range(-20, 21)])
    [found] = lines_in([line], Bounds(west=-2, south=-1, east=2, north=1))
    assert found[:, 0].tolist() == [-3, -2, -1, 0, 1, 2, 3]


def test_the_seam_at_180_degrees_is_no_shore() -> None:
    ring = np.array([(170.0, 0.0), (180.0, 0.0), (180.0, 10.0), (170.0, 10.0)])
    pieces = shores([ring])
    assert sum(len(piece) for piece in pieces) == 5
    assert not any((np.abs(piece[:, 0]) == 180).all() for piece in pieces)


@pytest.mark.parametrize("west", [-180.0, -60.0, 0.0, 90.0, 150.0])
def test_no_line_runs_round_the_world(west: float) -> None:
    coast = np.array([(float(lon), 20.0) for lon in range(-180, 181, 2)])
    outlines = Outlines(coarse=Sheet(land=(SQUARE,), countries=(coast,)), fine=Sheet(), credit="")
    bounds = Bounds(west=west, south=-40, east=west + 200, north=60)
    drawn = ground(outlines, projection_for(bounds, width=960, height=560))
    [country] = [part for part in drawn.split("<path ") if 'class="country"' in part]
    for run in country.partition('d="M')[2].partition('"')[0].split("M"):
        xs = [float(pair.partition(",")[0]) for pair in run.rstrip("Z").split()]
        assert max((abs(a - b) for a, b in pairwise(xs)), default=0) < 100
