"""What people read on the terminal: plain words, the voice first, bounds as bounds, and what to do when a ledger waits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

COUNTED = (
    "Shelling killed fewer than five people and wounded up to 40 in Ayorou on Monday, 6 May 2024, the mayor said. "
    "At least 1,200 families fled Ayorou on Tuesday, 7 May 2024, the Red Cross said. "
    "Between four and six people were killed in Tillabéri on Tuesday, 7 May 2024, the governor said."
)
THEIRS = (
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,latitude,longitude,fatalities\n"
    "NIR1,2024-05-06,Explosions/Remote violence,Shelling,,,Niger,Ayorou,14.73,0.92,4\n"
)


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """One report that counts in bounds alone, as a feed."""
    path = tmp_path / "counted.jsonl"
    row = {"text": COUNTED, "source": "Example Wire", "published": "2024-05-08"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def printed(text: str) -> str:
    """What was printed, however it was wrapped."""
    return " ".join(text.split())


def test_no_bound_becomes_a_number_on_the_way_to_a_reader(call: Call, counted: Path) -> None:
    call("ingest", counted)
    events, brief = printed(call("events", "--format", "table").stdout), printed(call("brief").stdout)
    hxl, table = call("export", "--as", "hxl").stdout, call("export", "--as", "acled").stdout
    assert "killed: “fewer than five people” · wounded: “up to 40”" in events
    assert "people said to be killed: fewer than 5 · people said to be wounded: up to 40" in brief
    assert "households said to be displaced: 1,200 or more" in brief
    assert "people said to be killed: 4 to 6" in brief
    assert "people said to be killed: fewer than 5; people said to be wounded: up to 40" in hxl
    assert "people said to be killed: fewer than 5" in table


def test_a_check_shows_the_words_that_it_is_about(call: Call, tmp_path: Path) -> None:
    text = "Dozens of families fled Ayorou on Tuesday, 7 May 2024, the Red Cross said."
    row = {"text": text, "source": "Example Wire", "published": "2024-05-08"}
    (tmp_path / "vague.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    call("ingest", tmp_path / "vague.jsonl")
    within = json.loads(call("check", "--format", "json").stdout)
    assert any(row["words"] and row["words"] in text for row in within)


def test_a_comparison_begins_with_the_voice(call: Call, counted: Path, tmp_path: Path) -> None:
    call("ingest", counted)
    (tmp_path / "theirs.csv").write_text(THEIRS, encoding="utf-8")
    lines = printed(call("compare", "theirs.csv", "--format", "table").stdout)
    assert "According to" in lines.partition("[")[0]
    assert "only_ours" not in lines


def test_known_reports_keep_their_record_and_the_program_says_so(call: Call, counted: Path) -> None:
    assert "--again" not in call("ingest", counted).stderr
    assert "`dateline ingest --again` reads them anew" in call("ingest", counted).stderr
    assert call("ingest", "--quiet", counted).stderr == ""


def test_what_other_rules_derived_is_derived_anew_and_the_program_says_so(
    call: Call, counted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("ingest", counted)
    now = call("events", "--format", "json")
    assert now.stderr == ""
    monkeypatch.setattr("dateline.desk.derived.rules", lambda: "rules of tomorrow")
    later = call("events", "--format", "json")
    assert "`dateline derive` stores it" in later.stderr
    assert later.stdout == now.stdout
