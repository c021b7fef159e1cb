"""`dateline places`: look up, explain, add, remove."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from dateline.cli import places
from tests.cli.conftest import Call
from tests.reference.test_geonames_import import Server, archive_bytes, line, lines

TEXT = "Mali's army left Anefis, 100 km south of Kidal, on Monday. The town was calm."


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ML.txt"
    path.write_text(lines(20), encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_find_lists_homonyms_with_their_source(call: Call) -> None:
    found = json.loads(call("places", "find", "--format", "json", "Tripoli").stdout)["places"]
    assert {place["country"] for place in found} >= {"LY", "LB"}
    assert all(place["source"] and place["lat"] is not None for place in found)


def test_find_narrows_to_a_country(call: Call) -> None:
    result = call("places", "find", "Tripoli", "--country", "lb")
    assert result.exit_code == 0
    assert "LB" in result.stdout
    assert "LY" not in result.stdout


def test_an_unknown_name_gets_suggestions(call: Call) -> None:
    result = call("places", "find", "Timbuktoo")
    assert result.exit_code == 1
    assert "Timbuktu" in result.stdout


@pytest.mark.parametrize("name", ["", "q", "Qwxzzqqjv", "\x1b[31m", "a" * 3000])
def test_any_name_may_be_asked_for(call: Call, name: str) -> None:
    result = call("places", "find", name)
    assert result.exit_code == 1
    assert "no place is called" in result.stdout
    assert "\x1b" not in result.stdout


def test_why_shows_every_candidate_with_its_reasons(call: Call, report: Path) -> None:
    rows = json.loads(call("places", "why", "anefis", "--in", report, "--format", "json").stdout)
    named = next(row for row in rows if row["form"] == "name")
    assert TEXT[named["start"] : named["end"]] == named["quote"] == "Anefis"
    assert [r["rank"] for r in named["readings"]] == list(range(1, len(named["readings"]) + 1))
    assert all(reason["why"] for r in named["readings"] for reason in r["reasons"])
    assert "the latest place that fits" in call("places", "why", "Anefis", "--in", report).stdout


def test_why_says_when_a_name_is_no_place_there(call: Call, report: Path) -> None:
    result = call("places", "why", "Monday", "--in", report)
    assert result.exit_code == 1
    assert "no place there (taken for: time)" in result.stdout
    assert "not written there" in call("places", "why", "Goma", "--in", report).stdout


def test_why_on_a_file_that_is_none(call: Call) -> None:
    result = call("places", "why", "Gao", "--in", "missing.txt")
    assert result.exit_code == 2
    assert "missing.txt" in result.stderr


def test_adding_finding_listing_removing(call: Call, dump: Path) -> None:
    assert "ML added: 20 places" in call("places", "add", "ml", "--from", dump).stdout
    assert call("places", "find", "Tin Sabat 7").exit_code == 0
    (row,) = json.loads(call("places", "list", "--format", "json").stdout)
    assert (row["country"], row["places"], row["file"]) == ("ML", 20, str(dump))
    assert "ML" in call("places", "list").stdout
    assert "20 places" in call("doctor").stdout
    assert "would be removed" in call("places", "remove", "ML", "--dry-run").stdout
    assert "ML removed" in call("places", "remove", "ML").stdout
    assert call("places", "find", "Tin Sabat 7").exit_code == 1
    assert "no country was added" in call("places", "list").stdout
    assert call("places", "remove", "ML").exit_code == 2


def test_a_dry_run_changes_nothing(call: Call, dump: Path) -> None:
    assert "would be added: 20 places" in call("places", "add", "ML", "--from", dump, "--dry-run").stdout
    assert json.loads(call("places", "list", "--format", "json").stdout) == []


def test_the_folder_is_configurable(call: Call, dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_PLACES", str(tmp_path / "mine"))
    call("places", "add", "ML", "--from", dump)
    assert (tmp_path / "mine" / "ML.json").is_file()


def test_bad_rows_are_told_and_listed(call: Call, dump: Path, tmp_path: Path) -> None:
    with dump.open("a", encoding="utf-8") as file:
        file.write(line(id="1", lat="99"))
    result = call("places", "add", "ML", "--from", dump, "--errors", tmp_path / "bad.jsonl")
    assert "1 rejected" in result.stdout
    assert "line 21: coordinates" in result.stderr
    (bad,) = (tmp_path / "bad.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(bad) == {"line": 21, "reason": "coordinates", "found": "99, 0.25"}


def test_a_cut_file_replaces_nothing_unless_forced(call: Call, dump: Path) -> None:
    call("places", "add", "ML", "--from", dump)
    dump.write_text(lines(5), encoding="utf-8")
    result = call("places", "add", "ML", "--from", dump)
    assert result.exit_code == 4
    assert "--force" in result.stderr
    assert json.loads(call("places", "list", "--format", "json").stdout)[0]["places"] == 20
    assert "5 places" in call("places", "add", "ML", "--from", dump, "--force").stdout


def test_no_country_and_no_file(call: Call) -> None:
    assert call("places", "add", "Mali").exit_code == 2
    assert call("places", "add", "ML", "--from", "missing.txt").exit_code == 4


def test_without_a_file_the_dump_is_fetched(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    server = Server(archive_bytes())
    monkeypatch.setattr(places, "client", lambda: httpx.Client(transport=httpx.MockTransport(server)))
    result = call("places", "add", "ML")
    assert "ML added: 50 places" in result.stdout
    (row,) = json.loads(call("places", "list", "--format", "json").stdout)
    assert row["file"] == "https://download.geonames.org/export/dump/ML.zip"
    assert list(tmp_path.rglob("*.zip")) == []


def test_a_damaged_import_is_told_and_named(call: Call, dump: Path, tmp_path: Path) -> None:
    call("places", "add", "ML", "--from", dump)
    (table,) = tmp_path.rglob("ML-*.bin")
    table.write_bytes(b"")
    result = call("places", "find", "Gao")
    assert result.exit_code == 2
    assert "places add ML" in result.stderr
    assert "missing  registers" in call("doctor").stdout
    assert call("places", "add", "ML", "--from", dump).exit_code == 0
