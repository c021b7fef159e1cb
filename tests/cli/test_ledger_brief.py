"""`dateline brief`: whose word, how old, and nothing that may not leave."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_ledger_commands import EXAMPLES, RADIO, WIRE

AT = "2024-02-10T12:00Z"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Rival accounts, one of them with markup in it and an address that is none of the web."""
    path = tmp_path / "feed.jsonl"
    rows = [
        {"text": WIRE, "source": "<b>Lake</b> *Wire*", "published": "2024-02-06", "url": "javascript:alert(1)"},
        {"text": RADIO, "source": "Hill Radio", "published": "2024-02-07", "url": "https://hill.example/a?b=<c>"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_brief_says_who_claims_who_denies_and_how_old_the_word_is(call: Call, feed: Path) -> None:
    call("ingest", feed)
    text = call("brief", "--at", AT, "--as-of", "2024-02-10", "--title", "Goma").stdout
    disputed = text.partition("## Disputed")[2].partition("## Claimed")[0]
    assert "According to Armed Forces of the Democratic Republic of the Congo" in disputed
    assert "According to a spokesman (via Hill Radio) (denied): “The army has not captured Goma”" in disputed
    assert "word of 2024-02-05, 5 days old" in text
    assert text.startswith("**TLP:AMBER**")
    assert text.rstrip().splitlines()[-1].startswith("**TLP:AMBER**")


def test_nothing_of_a_report_becomes_markup(call: Call, feed: Path) -> None:
    call("ingest", feed)
    text = call("brief", "--at", AT).stdout
    page = call("brief", "--at", AT, "--format", "html").stdout
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "<b>Lake" not in page
    assert "javascript:" not in text + page
    assert "<https://hill.example/a?b=%3Cc%3E>" in text


def test_the_page_fetches_nothing_and_bears_its_marking_twice(call: Call, feed: Path) -> None:
    call("ingest", feed)
    page = call("brief", "--at", AT, "--format", "html").stdout
    assert "default-src 'none'" in page
    assert re.search(r"<(script|img|link|iframe)\b", page) is None
    assert page.count('<p class="tlp">TLP:AMBER</p>') == 2
    assert call("brief", "--at", AT, "--format", "html").stdout == page


def test_a_shelter_is_named_in_no_brief(call: Call) -> None:
    call("ingest", EXAMPLES / "masisi-sitrep.txt")
    both = call("brief", "--at", AT).stdout + call("brief", "--at", AT, "--format", "html").stdout
    assert "Lushagala" not in both
    assert "words withheld" in both


def test_an_empty_case_gives_an_empty_brief(call: Call) -> None:
    call("ingest", EXAMPLES / "lentil-soup.txt")
    text = call("brief", "--at", AT).stdout
    assert "## Disputed\n\n(none)\n" in text
