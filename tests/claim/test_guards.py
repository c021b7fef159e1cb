"""Words of conflict that tell of none: sport, recipes, crashes, departures; and gunfire that is no blaze."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    "text",
    [
        "Harbour City attacked from the whistle and destroyed the visitors 4-0. The winger shot wide before the break.",
        "Attack the potatoes with a masher, then beat the butter in.",
        "Two buses collided on the coast road on Monday, injuring nine people.",
        "A ferry capsized on the lake and thirty people died.",
        "The mayor died of cardiac arrest on Friday, his office said.",
        "A fuel tanker exploded on the ring road, killing fourteen people.",
        "Three sailors drowned when their boat sank in the estuary.",
        "Ardale beat Northport by six wickets in the final.",
        "The teachers' strike entered its third week.",
        "Any attack on the port would be a disaster, aid groups warned.",
        "No group claimed the blast.",
        "The surgeon was seen leaving his office.",
        "Police saw the families leaving the cinema on Friday.",
    ],
)
def test_what_only_sounds_like_conflict_is_no_event(engine: Engine, text: str) -> None:
    assert [claim for claim in claims_of(engine, text) if claim.codeable] == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The patrol came under fire and shot back, killing one gunman.", "killing"),
        ("The soldiers returned fire, wounding two men.", "wounding"),
        ("Rebels attacked the post with gas cylinder bombs on Monday.", "attacked"),
        ("Rebels won control of the port in a 3-4 hour battle.", "won control"),
    ],
)
def test_gunfire_is_no_accident_and_a_range_no_score(engine: Engine, text: str, part: str) -> None:
    found = only(engine, text, part)
    assert found.why not in ("accident, not conflict", "sport")
