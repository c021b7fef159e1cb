"""Turns of the field: whose talks, whose number, whose report, and what lies behind or ahead."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only

PLACED = "KORVAL, 14 June 2024 (Wire) - "


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("The envoy recalled a pledge made in a 2017 accord.", "a pledge made in", "background"),
        ("The envoy recalled a pledge made in a 2024 accord.", "a pledge made in", "current"),
        ("The envoy recalled a pledge made in the accord.", "a pledge made in", "current"),
    ],
)
def test_what_was_done_in_an_accord_of_an_earlier_year_is_background(
    engine: Engine, text: str, part: str, status: str
) -> None:
    assert only(engine, PLACED + text, part).temporal_status == status


@pytest.mark.parametrize(
    ("text", "modality", "codeable"),
    [
        ("The mayor ruled out a meeting until the captives are released.", "planned", False),
        ("The soldiers left the fort before the rebels are disarmed.", "planned", False),
        ("The column waited until the captives were released.", "asserted", True),
    ],
)
def test_what_something_waits_for_in_the_present_has_not_happened(
    engine: Engine, text: str, modality: str, codeable: bool
) -> None:
    found = claims_of(engine, text)[-1]
    assert (found.modality, found.codeable) == (modality, codeable)


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("The front did not take part in the peace talks in Geneva.", "talk", "negative"),
        ("The front took part in the talks in Geneva.", "talk", "positive"),
        ("The front boycotted the talks in Geneva.", "talk", "negative"),
        ("The front did not boycott the talks in Geneva.", "talk", "positive"),
        ("The soldiers took part in the operation.", "deploy", "positive"),
    ],
)
def test_who_takes_part_in_talks_talks(engine: Engine, text: str, act: str, polarity: str) -> None:
    found = only(engine, text, text.removesuffix("."))
    assert (found.act, found.polarity) == (act, polarity)


def test_whom_a_killing_is_blamed_on_is_its_claimed_agent(engine: Engine) -> None:
    found = only(engine, "The mayor blamed the killings on the White Column rebels.", "blamed")
    assert (found.act, found.modality, len(found.voices)) == ("kill", "claimed", 2)
    assert len(found.roles["agent"]) == 1
    assert "patient" not in found.roles


@pytest.mark.parametrize(
    "text", ["No fewer than 17 corpses had been buried, an elder said.", "Villagers buried 17 bodies, an elder said."]
)
def test_the_dead_are_counted_where_they_are_buried(engine: Engine, text: str) -> None:
    found = only(engine, text, "buried")
    assert (found.act, found.polarity, len(found.roles["quantity"])) == ("kill", "positive", 1)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("21 civilians were killed in Korval (previous week: 9).", 1),
        ("21 civilians were killed this week, up from 9 a week earlier.", 1),
        ("21 civilians were killed this week, compared with 9 a week earlier.", 1),
        ("21 civilians were killed and 9 soldiers were killed.", 1),
    ],
)
def test_the_number_of_an_earlier_period_is_no_part_of_a_count(engine: Engine, text: str, numbers: int) -> None:
    assert len(claims_of(engine, text)[0].roles["quantity"]) == numbers


def test_helpers_who_cannot_reach_a_place_tell_of_access(engine: Engine) -> None:
    found = only(engine, "Humanitarian partners have not been able to reach Korval.", "reach")
    assert (found.act, found.polarity) == ("access", "negative")


def test_a_deed_that_unconfirmed_reports_tell_of_is_their_claim(engine: Engine) -> None:
    found = only(engine, "Unconfirmed reports of a raid on Korval on Monday are being verified.", "raid on Korval")
    assert (found.act, found.modality, len(found.voices)) == ("attack", "claimed", 2)
    assert "reports" not in " ".join(span.quote for span in found.spans)
