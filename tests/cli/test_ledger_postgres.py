"""The commands on PostgreSQL say what they say on a file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_ledger_commands import RADIO, WIRE

ASKED = (
    ("claims", "--format", "csv"),
    ("claims", "--place", "Goma", "--text", "rebels"),
    ("claims", "--bbox", "28,-3,30,0", "--since", "2024-02-01"),
    ("claims", "--according-to", "FARDC", "--format", "table"),
    ("events",),
    ("who-holds", "Goma", "--as-of", "2024-02-08"),
    ("check", "--format", "csv"),
    ("export", "--as", "jsonl"),
    ("export", "--as", "geojson"),
    ("derive", "--dry-run"),
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)|\b1\d{9}\b")
"""When the ledger learned something, which no two ledgers agree on."""


def _said(call: Call, ledger: str | Path, *words: str) -> tuple[int, str]:
    result = call(*words, "--ledger", ledger)
    return result.exit_code, _MOMENT.sub("TIME", result.output.replace(str(ledger), "LEDGER"))


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    rows = [
        {"text": WIRE, "source": "Lake Wire", "published": "2024-02-06", "url": "https://lake.example/1"},
        {"text": RADIO, "source": "Hill Radio", "published": "2024-02-07"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _filled(call: Call, ledger: str | Path, feed: Path) -> str:
    """Reports and a judgement; gives the claim that was accepted."""
    assert call("ingest", feed, "--ledger", ledger).stdout == "2 added, 0 known already, 0 rejected\n"
    assert call("ingest", feed, "--ledger", ledger).stdout == "0 added, 2 known already, 0 rejected\n"
    claims = [json.loads(line) for line in call("claims", "--ledger", ledger).stdout.splitlines()]
    key: str = claims[0]["id"]
    judged = call("judge", "accept", key, "--reason", "as it stands there", "--by", "ada", "--ledger", ledger)
    assert judged.exit_code == 0, judged.output
    return key


@pytest.mark.parametrize("ledger_url", ["postgresql"], indirect=True)
def test_every_command_answers_as_on_a_file(call: Call, ledger_url: str, feed: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.ledger"
    assert _filled(call, ledger_url, feed) == _filled(call, file, feed)
    for words in ASKED:
        there, here = _said(call, ledger_url, *words), _said(call, file, *words)
        assert there == here, words
        assert there[0] in {0, 1}, there
        assert there[1], words


@pytest.mark.parametrize("ledger_url", ["postgresql"], indirect=True)
def test_a_frozen_state_has_the_hash_that_it_has_in_a_file(
    call: Call, ledger_url: str, feed: Path, tmp_path: Path
) -> None:
    file = tmp_path / "desk.ledger"
    hashes = set()
    for ledger in (ledger_url, file):
        call("ingest", feed, "--ledger", ledger)
        frozen = call("freeze", "v1", "--by", "ada", "--ledger", ledger)
        hashes.add(json.loads(frozen.stdout)["hash"])
        head = call("audit", "verify", "--ledger", ledger)
        assert (head.exit_code, head.stdout.split(",")[0]) == (0, "ok: 3 lines")
        assert call("derive", "--rebuild", "--ledger", ledger).stdout == "rebuilt, up to line 2 of the log\n"
    assert len(hashes) == 1


@pytest.mark.parametrize("ledger_url", ["postgresql"], indirect=True)
def test_roles_print_the_sql_that_makes_them(call: Call, ledger_url: str, feed: Path, tmp_path: Path) -> None:
    call("ingest", feed, "--ledger", ledger_url)
    printed = call("roles", "--dry-run", "--prefix", "printed", "--ledger", ledger_url)
    assert printed.exit_code == 0
    assert "CREATE ROLE printed_reviewer NOLOGIN;" in printed.stdout.splitlines()
    assert call("roles", "--ledger", tmp_path / "none.ledger").exit_code == 2
