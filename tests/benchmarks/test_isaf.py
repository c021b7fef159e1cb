"""A press release read by the data set's rules: its date, province, who was killed and captured."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from benchmarks.yardsticks.isaf import groups, predict
from benchmarks.yardsticks.isaf_release import body_start, issued
from dateline.model.time import TimeRange
from dateline.pipeline import Engine

HEAD = "Two Men Held in Logar\nNEWS RELEASE\n2010-05-CA-999 For Immediate Release\nKABUL, Afghanistan (May 20) - "
RAID = (
    "A joint force captured a Taliban commander and two other insurgents in Logar province yesterday. "
    "The force searched a compound near a mill after a tip from residents. "
    "The suspected insurgents were detained. No shots were fired."
)


def read(engine: Engine, body: str) -> dict[str, Any]:
    return next(predict([{"id": "1", "text": HEAD + body}], engine))


def test_a_raid_gives_one_record(engine: Engine) -> None:
    assert read(engine, RAID) == {
        "doc": "1",
        "start_date": "2010-05-19",
        "event_type": ["detention"],
        "province": ["logar"],
        "target_group": ["taliban"],
        "min_killed": 0,
        "min_captured": 3,
        "min_leaders_killed": 0,
        "min_leaders_captured": 1,
        "killq": False,
        "captureq": True,
        "killcaptureraid": True,
        "airstrike": False,
        "noshotsfired": True,
    }


@pytest.mark.parametrize(
    ("body", "killed", "captured"),
    [
        ("The patrol killed several insurgents in Farah province.", 3, 0),
        ("The patrol killed more than 10 insurgents in Farah province.", 11, 0),
        ("Numerous insurgents were killed in Farah province.", 4, 0),
        ("The force went to Farah province to capture a commander, but found nobody.", 0, 0),
        ("The force detained the courier along with two of his associates.", 0, 3),
        ("The force detained one suspect. Two other suspects were also detained.", 0, 3),
        ("The force killed one gunman and detained four suspects.", 1, 4),
    ],
)
def test_counts_follow_the_data_sets_rules(engine: Engine, body: str, killed: int, captured: int) -> None:
    row = read(engine, body)
    assert (row["min_killed"], row["min_captured"]) == (killed, captured)


def test_an_air_strike_that_killed_nobody_known_is_an_air_strike(engine: Engine) -> None:
    row = read(engine, "Aircraft conducted an air strike against a commander in Farah province this morning.")
    assert (row["event_type"], row["airstrike"], row["killq"]) == (["airstrike"], True, True)


def test_a_head_without_a_year_gives_no_day() -> None:
    assert issued("KABUL, Afghanistan (May 20) - The force held two men.") is None


def test_the_day_of_issue_takes_its_year_from_the_number() -> None:
    assert issued(HEAD) == TimeRange.day(date(2010, 5, 20))


def test_a_release_numbered_in_december_and_dated_in_january_is_of_the_next_year() -> None:
    head = "2009-12-CA-999 For Immediate Release\nKABUL, Afghanistan (Jan. 2) - "
    assert issued(head) == TimeRange.day(date(2010, 1, 2))


def test_an_impossible_day_is_no_day() -> None:
    assert issued("2009-12-CA-999\nKABUL, Afghanistan (Feb. 30) - ") is None


def test_the_body_begins_after_the_dateline() -> None:
    assert (HEAD + RAID)[body_start(HEAD + RAID) :].lstrip(" -").startswith("A joint force")


def test_the_group_named_first_counts() -> None:
    assert groups("A Haqqani courier met Taliban commanders.") == ["haqqani"]
    assert groups("Two men were held in Lashkar Gah.") == [""]


def test_an_empty_release_yields_a_row(engine: Engine) -> None:
    assert next(predict([{"id": "1", "text": ""}], engine))["start_date"] is None
