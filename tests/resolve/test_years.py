"""Which year a month without one is of: what is told as past is never yet to come."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_times import resolved

TOLD = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("Troops have been fighting in the city since August.", "since August", "2025-08"),
        ("The Taliban have held the district since March.", "since March", "2026-03"),
        ("In June militiamen burned the market.", "In June", "2025-06"),
        ("By July, the army had lost the town.", "By July", "2025-07"),
        ("The siege began in November.", "in November", "2025-11"),
        ("The offensive will begin in July.", "in July", "2026-07"),
        ("The truce expires in June.", "in June", "2026-06"),
        ("The army attacked the town on 22 May.", "on 22 May", "2026-05-22"),
    ],
)
def test_the_year_of_a_month_told_in_may(engine: Engine, text: str, quote: str, value: str) -> None:
    assert resolved(text, engine, TOLD)[0][quote].timex_value == value


def test_a_report_as_of_a_day_is_of_that_day(engine: Engine) -> None:
    text = "Situation Report No. 12 as of 3 May 2026\n\nOn Friday, gunmen attacked the market."
    assert resolved(text, engine)[0]["On Friday"].timex_value == "2026-05-01"
