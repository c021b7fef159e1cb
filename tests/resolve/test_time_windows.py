"""Nights, weeks, halves and hours that are told by their ends."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_times import resolved

WEDNESDAY = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("text", "quote", "interval"),
    [
        ("Drones came on the night of June 9-10, killing two.", "on the night of June 9-10", "2024-06-09/2024-06-10"),
        ("Drones came on the night of 9 to 10 June.", "on the night of 9 to 10 June", "2024-06-09/2024-06-10"),
        ("Drones came overnight from Sunday to Monday.", "overnight from Sunday to Monday", "2024-06-09/2024-06-10"),
        ("Drones came overnight into Monday.", "overnight into Monday", "2024-06-09/2024-06-10"),
        ("Drones came in the night of Sunday to Monday.", "in the night of Sunday to Monday", "2024-06-09/2024-06-10"),
        ("The fighting went on from late Sunday into Monday.", "from late Sunday into Monday", "2024-06-09/2024-06-10"),
        ("Two died on June 3-4, a doctor said.", "on June 3-4", "2024-06-03/2024-06-04"),
        (
            "Shelling began shortly after 4 a.m. local time (0100 GMT) on Monday.",
            "shortly after 4 a.m. local time (0100 GMT) on Monday",
            "2024-06-10/2024-06-10",
        ),
        ("It began at 04:20 (01:20 GMT) on Monday.", "at 04:20 (01:20 GMT) on Monday", "2024-06-10/2024-06-10"),
        ("The hamlet fell on Thursday last week.", "on Thursday last week", "2024-06-06/2024-06-06"),
        ("The hamlet fell on Friday of last week.", "on Friday of last week", "2024-06-07/2024-06-07"),
        ("The hamlet fell on Monday this week.", "on Monday this week", "2024-06-10/2024-06-10"),
        ("A vote will be held on Tuesday next week.", "on Tuesday next week", "2024-06-18/2024-06-18"),
        ("They have fought since the start of the month.", "since the start of the month", "2024-06-01/2024-06-12"),
        ("Nine have died since the beginning of this week.", "since the beginning of this week", "2024-06-10/2024-06-12"),
        ("Forty have died since the start of the year.", "since the start of the year", "2024-01-01/2024-06-12"),
        ("Three hundred fled in the first half of May.", "in the first half of May", "2024-05-01/2024-05-15"),
        ("Three hundred fled in the second half of May.", "in the second half of May", "2024-05-16/2024-05-31"),
        ("The valley was taken in early 2021.", "in early 2021", "2021-01-01/2021-04-30"),
        ("The valley was taken in mid-2021.", "in mid-2021", "2021-05-01/2021-08-31"),
        ("The valley was taken at the end of 2021.", "at the end of 2021", "2021-09-01/2021-12-31"),
        ("Eleven raids were counted in the 24 hours to 6 a.m. on Monday.", "in the 24 hours to 6 a.m. on Monday", "2024-06-09/2024-06-10"),
        ("Two died in the 48 hours before Monday.", "in the 48 hours before Monday", "2024-06-08/2024-06-10"),
    ],
)  # fmt: skip
def test_windows_between_days(engine: Engine, text: str, quote: str, interval: str) -> None:
    values, _ = resolved(text, engine, WEDNESDAY)
    found = values[quote].range
    assert f"{found.first_day}/{found.last_day}" == interval


@pytest.mark.parametrize(
    ("text", "quote", "interval"),
    [
        ("The town fell in late 2019 and was lost again the next spring.", "the next spring", "2020-03-01/2020-05-31"),
        ("They came in May 2021. The following March they left.", "The following March", "2022-03-01/2022-03-31"),
        ("They came in May 2021. The previous winter was cold.", "The previous winter", "2020-12-01/2021-02-28"),
        ("The next spring will decide it.", "The next spring", "2025-03-01/2025-05-31"),
    ],
)  # fmt: skip
def test_the_next_season_follows_the_time_told(engine: Engine, text: str, quote: str, interval: str) -> None:
    values, _ = resolved(text, engine, WEDNESDAY)
    found = values[quote].range
    assert f"{found.first_day}/{found.last_day}" == interval
