"""Closed words, links and days before people."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.time import TimeRange
from dateline.web.views.clock import MOST, moments
from dateline.web.views.frame import SCREENS, ways
from dateline.web.views.words import css, many, precision, web_link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("/reports", ""),
        ("https://", ""),
        ("http://[bad", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, link: str) -> None:
    assert web_link(url) == link


@given(word=st.text())
def test_a_class_is_never_more_than_a_class(word: str) -> None:
    assert set(css(word)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_numbers_with_their_nouns() -> None:
    assert many(1, "event") == "1 event"
    assert many(0, "event") == "0 events"
    assert many(12345, "event") == "12\u202f345 events"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (None, ""),
        (TimeRange.day(date(2024, 2, 3)), "to the day"),
        (TimeRange.month(2024, 2), "to the month"),
        (TimeRange.days(date(2024, 2, 3), None), ""),
        (TimeRange.days(date(2024, 2, 3), date(2024, 2, 9), "vague"), "vague"),
    ],
)
def test_how_exact_days_are(days: TimeRange | None, told: str) -> None:
    assert precision(days) == told


def test_an_event_belongs_to_the_overview_and_its_matrix_to_the_disagreements() -> None:
    current = {
        path: [way.label for way in ways(path, "") if way.current] for path in ("/events/e1", "/events/e1/matrix")
    }
    assert current == {"/events/e1": ["Overview"], "/events/e1/matrix": ["Disagreements"]}
    assert all([way.current for way in ways(path, "")].count(True) == 1 for path, _ in SCREENS)


def test_moments_are_thinned_and_the_chosen_one_stays() -> None:
    recorded = [datetime(2026, 1, 1 + number // 24, number % 24) for number in range(200)]
    made = moments(recorded, chosen="2025-01-01")
    assert len(made) == MOST + 1
    assert [one.value for one in made if one.chosen] == ["2025-01-01"]
    assert made[MOST - 1].label.endswith("200 reports")
    assert moments([], chosen=None) == ()
