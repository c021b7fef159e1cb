"""`dateline redact`, and that nothing that leaves the ledger afterwards bears the words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.export.formats import EXPORTERS
from tests.cli.conftest import Call

TEXT = "M23 rebels captured Sake on Tuesday, 6 February 2024, Bernard Katulondi of the farmers' union said.\n"


@pytest.fixture
def report(call: Call, tmp_path: Path) -> str:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    assert call("ingest", "one.txt", "--source", "Lake Wire", "--published", "2024-02-07", "-q").exit_code == 0
    return str(json.loads(call("claims").stdout.splitlines()[0])["report"])


def test_words_are_redacted_and_nothing_that_leaves_bears_them(call: Call, report: str, tmp_path: Path) -> None:
    looked = call("redact", report, "--words", "katulondi", "--reason", "asked for", "--by", "ada", "--dry-run")
    assert "9 characters" in looked.stdout
    assert "Katulondi" in call("claims").stdout
    done = call("redact", report, "--words", "Bernard Katulondi", "--reason", "asked for", "--by", "ada")
    assert done.exit_code == 0, done.output
    shown = [call("claims").stdout, call("events").stdout, call("brief", "--title", "T").stdout, call("changes").stdout]
    shown += [call("export", "--as", one.name, "--output", f"out.{one.name}").output for one in EXPORTERS]
    shown += [path.read_bytes().decode("latin-1") for path in tmp_path.glob("out.*")]
    assert not [text for text in shown if "Katulondi" in text or "katulondi" in text]
    assert call("audit", "verify").exit_code == 0
    assert json.loads(call("changes").stdout.splitlines()[-1])["change"] == "redact"


def test_a_claim_a_stretch_and_a_whole_report(call: Call, report: str) -> None:
    claim = json.loads(call("claims", "--act", "capture").stdout.splitlines()[0])["id"]
    assert call("redact", f"{report}:0-10", "--reason", "asked", "--by", "ada").exit_code == 0
    assert call("redact", claim, "--reason", "asked", "--by", "ada").exit_code == 0
    assert "[redacted]" in call("claims").stdout
    assert call("redact", report, "--reason", "asked", "--by", "ada").exit_code == 0
    assert call("audit", "verify").exit_code == 0
    assert "Sake" not in json.loads(call("claims").stdout.splitlines()[0])["quote"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("r0",), "no report 'r0'"), (("@", "--span", "x"), "START-END"), (("@", "--words", "Bukavu"), "does not say")],
)
def test_what_is_not_there_is_not_redacted(call: Call, report: str, arguments: tuple[str, ...], message: str) -> None:
    done = call("redact", *(report if part == "@" else part for part in arguments), "--reason", "asked", "--by", "ada")
    assert done.exit_code == 2
    assert message in done.stderr
