"""The front end's packages: pinned, named without a registry; what is built from them stays small and local."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dateline.web.assets import STATIC, built
from dateline.web.map import read_outlines

FRONTEND = Path(__file__).parents[2] / "frontend"
DIST = STATIC / "dist"
EXACT = re.compile(r"\d+\.\d+\.\d+")
MOST_OUTLINES = 1_500_000
MOST_FIRST_SCRIPT = 40_000
"""Bytes: what every page loads; the map's own script comes only where there is a map."""


def test_packages_are_pinned_by_version_and_hash_without_a_registry() -> None:
    packages = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(EXACT.fullmatch(version) for version in packages["devDependencies"].values())
    assert [name for name, one in lock.items() if "resolved" in one] == []
    assert [name for name, one in lock.items() if name and "integrity" not in one] == []


@pytest.mark.skipif(not built(), reason="the front end is not built (make frontend)")
def test_what_is_built_is_small() -> None:
    assert (DIST / "outlines.json").stat().st_size < MOST_OUTLINES
    assert (DIST / "main.js").stat().st_size < MOST_FIRST_SCRIPT


@pytest.mark.skipif(not built(), reason="the front end is not built (make frontend)")
def test_the_outlines_hold_land_countries_and_divisions() -> None:
    outlines = read_outlines(DIST / "outlines.json")
    assert min(len(outlines.fine.land), len(outlines.fine.countries), len(outlines.fine.divisions)) > 100
    assert "Natural Earth" in outlines.credit
    assert len(outlines.names) > 200
