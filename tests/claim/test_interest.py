"""Whose side a claim serves."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said on Monday that it had destroyed two boats near Lamu.", "destroyed", "self_serving"),
        ("The Kenyan army said on Monday that it had killed nine militants near Lamu.", "killed", "self_serving"),
        ("The Kenyan army said on Monday that it had killed four civilians near Lamu.", "killed", "against_interest"),
        (
            "The Kenyan army said on Monday that its troops had wounded three farmers near Lamu.",
            "wounded",
            "against_interest",
        ),
        ("The Kenyan army said on Monday that it had driven militants out of Lamu.", "driven", "self_serving"),
        (
            "The Kenyan army said on Monday that militants had driven soldiers out of Lamu.",
            "driven",
            "against_interest",
        ),
        ("The Kenyan army said on Monday that it had lost four soldiers near Lamu.", "lost", "against_interest"),
        (
            "Fighting went on near Lamu. “We left the bridge on Monday,” a spokesman for the Kenyan army said.",
            "We left the bridge",
            "against_interest",
        ),
    ],
)
def test_what_a_party_tells_of_its_own_acts(engine: Engine, text: str, part: str, interest: str) -> None:
    assert only(engine, text, part).interest == interest


def test_who_blames_the_enemy_serves_his_own_side(engine: Engine) -> None:
    text = "Shells killed two people in Kunduz on Monday. The Taliban blamed the Afghan army; the Afghan army blamed the Taliban."
    claims = [only(engine, text, part) for part in ("The Taliban blamed", "the Afghan army blamed the")]
    assert [claim.interest for claim in claims] == ["self_serving", "self_serving"]


def test_nobody_knows_the_side_of_a_group_that_only_this_report_names(engine: Engine) -> None:
    text = "Resistance fighters seized an outpost near Falam on Sunday, a spokesman for the Chin Brotherhood said."
    assert only(engine, text, "seized").interest != "against_interest"
