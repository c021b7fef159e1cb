"""A place that is told by distance and direction is drawn as the sector in which it may lie, from a place that may be shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import Engine
from tests.web.conftest import TestClient
from tests.web.screens.conftest import entry
from tests.web.screens.pages import get

SOUTH = "Aircraft struck a fuel depot 35 km south of Goma on Monday, 5 February 2024, the army said."
SHELTERED = "Gunmen attacked a checkpoint 2 km south of the Sainte Odile hospital in Bukavu on Monday, 5 February 2024, medics said."
DISC = 40
"""Corners of a disc at least; a sector has fewer."""
WHEREVER = "Gunmen attacked a checkpoint in Goma on Monday, 5 February 2024, the army said."


@pytest.fixture
def drawn(served: Callable[..., TestClient], engine: Engine) -> Callable[[str], list[str]]:
    """The outlines of doubt on the map of a ledger with one report."""

    def doubts(text: str) -> list[str]:
        client = served(entry(text, engine=engine, day="2024-02-06", source="Lake Wire"))
        page = get(client, "/?bbox=28,-3.5,30.5,-1")
        return [node.attrs["d"] for node in page.all(".map path.doubt")]

    return doubts


def corners(ring: str) -> int:
    return len([pair for pair in ring.strip("MZ").split() if "," in pair])


def test_distance_and_direction_make_a_sector(drawn: Callable[[str], list[str]]) -> None:
    (ring,) = drawn(SOUTH)
    assert corners(ring) < DISC


@pytest.mark.parametrize("text", [SHELTERED, WHEREVER])
def test_without_a_place_that_may_be_shown_it_is_a_disc_or_nothing(
    drawn: Callable[[str], list[str]], text: str
) -> None:
    assert all(corners(ring) >= DISC for ring in drawn(text))
