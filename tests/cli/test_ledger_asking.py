"""Asking a ledger for acts and findings; what is wrong with the question is one line and exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

WIRE = "Troops captured Goma from M23 rebels on Monday, 6 February 2024, the army said."
RADIO = "M23 rebels still hold Goma, their spokesman said. The army has not captured Goma, he said."


@pytest.fixture
def feed(call: Call, tmp_path: Path) -> Path:
    """A ledger of two accounts; one gives a day that is no Monday and an address that is none."""
    path = tmp_path / "feed.jsonl"
    rows = [
        {"text": WIRE, "source": "Lake Wire", "published": "2024-02-07", "url": "javascript:alert(1)"},
        {"text": RADIO, "source": "Hill Radio", "published": "2024-02-07", "url": "https://hill.example/1"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert call("ingest", path).exit_code == 0
    return path


@pytest.mark.parametrize("verb", ["claims", "events"])
def test_an_unknown_act_is_refused_with_those_like_it(call: Call, feed: Path, verb: str) -> None:
    result = call(verb, "--act", "captur")
    assert result.exit_code == 2
    assert "there is no act 'captur'; did you mean capture" in result.output
    assert call(verb, "--act", "Capture").exit_code == 0
    assert "there are abduct, " in call(verb, "--act", "zzz").output


@pytest.mark.parametrize("verb", [("brief",), ("export", "--as", "hxl"), ("claims",), ("who-holds",), ("check",)])
def test_a_file_that_cannot_be_written_is_told_in_one_shape(call: Call, feed: Path, verb: tuple[str, ...]) -> None:
    result = call(*verb, "-o", "no/such/folder/x")
    assert result.exit_code == 2
    assert result.stderr == "dateline: no/such/folder/x cannot be written: No such file or directory\n"


def test_check_shows_findings_within_and_across_and_filters_them(call: Call, feed: Path) -> None:
    def asked(*options: str) -> list[dict[str, object]]:
        result = call("check", *options)
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    found = asked()
    assert {row["scope"] for row in found} == {"within", "across"}
    assert [row["code"] for row in asked("--scope", "within", "--code", "w101")] == ["W101"]
    assert {row["scope"] for row in asked("--scope", "across")} == {"across"}
    assert {row["type"] for row in asked("--code", "control_conflict")} == {"control_conflict"}
    assert {row["severity"] for row in asked("--level", "error")} == {"error"}
    result = call("check", "--code", "X9")
    assert result.exit_code == 2
    assert "there is no finding 'X9'" in result.output


def test_the_finding_within_a_report_points_at_its_words(call: Call, feed: Path) -> None:
    result = call("check", "--scope", "within", "--code", "W101", "--format", "json")
    (found,) = json.loads(result.stdout)
    assert (found["file"], found["line"], found["column"]) == (f"{feed}:1", 1, WIRE.index("Monday") + 1)


@pytest.mark.parametrize("form", ["acled", "ged", "hxl", "geojson", "jsonl", "annotations", "stix", "atom"])
def test_an_address_that_is_none_is_in_no_export(call: Call, feed: Path, form: str) -> None:
    result = call("export", "--as", form, "--include-nonlethal")
    assert "Goma" in result.stdout
    assert "javascript" not in result.stdout
