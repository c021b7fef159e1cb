"""Whether something is told to have happened or not, where a "no" or "not" stands by."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import claims_of


def polarities(engine: Engine, text: str) -> set[str]:
    """The polarities of all claims of acts of a text."""
    claims = run(Report.of(text), engine=engine).claims
    return {claim.polarity for claim in claims if claim.act not in ("characterise", "say", "assess", "locate")}


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than nine Ruritanian soldiers were killed near Bor.",
        "Not fewer than six troops died near Bor.",
        "No less than 20 people were abducted.",
        "No more than five soldiers were killed.",
        "Rebels and soldiers exchanged fire not far from the barracks.",
        "Not only soldiers but also civilians were killed.",
        "The rebels did not just attack the town.",
        "Not long after noon, gunmen attacked the market.",
        "Rebels attacked the village, not the town.",
    ],
)
def test_bounds_and_contrasts_deny_nothing(engine: Engine, text: str) -> None:
    assert polarities(engine, text) == {"positive"}


@pytest.mark.parametrize(
    "text",
    [
        "No more soldiers were killed.",
        "Not one soldier was killed.",
        "Not a single village was taken by the rebels.",
        "The town has, however, not been captured.",
        "Rebels did not attack the town.",
        "No soldiers were killed.",
    ],
)
def test_what_is_denied_is_negative(engine: Engine, text: str) -> None:
    assert polarities(engine, text) == {"negative"}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("A relief convoy was turned back at the ford.", "negative"),
        ("Journalists are barred from the camp.", "negative"),
        ("The curfew was extended in the camp.", "positive"),
    ],
)
def test_whoever_is_turned_back_has_had_no_access(engine: Engine, text: str, polarity: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.act, claim.polarity) == ("access", polarity)
