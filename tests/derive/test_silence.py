"""Whose word a report has: the people and outlets of a party speak for it, people near it do not."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.derive.test_fights_and_leavings import rows

LOST = "The army said it captured Pooneryn from the LTTE."


@pytest.mark.parametrize(
    ("text", "unheard"),
    [
        (f"Officials of the LTTE said 40 soldiers died. {LOST}", False),
        (f"Two commanders from the LTTE said 40 soldiers died. {LOST}", False),
        (f"A nurse said 40 soldiers died. {LOST}", True),
        (f"Traders who had fled the LTTE said 40 soldiers died. {LOST}", True),
    ],
)
def test_a_party_is_heard_by_its_people(text: str, unheard: bool, engine: Engine) -> None:
    found = {names for _, fluent, names in rows(text, engine) if fluent == "unknown"}
    assert (("Liberation Tigers of Tamil Eelam",) in found) is unheard
