"""TLP:CLEAR only by publishing, and only what has lain in the ledger for a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from dateline.desk import give_verdict
from dateline.desk.publishing import DELAY, publication, tell_published
from dateline.errors import UsageError
from dateline.export.formats import EXPORTERS, exporter
from dateline.store import Entry, Ledger, append, log, open_ledger, verify

FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def dated(ledger_url: str, entries: tuple[Entry, ...]) -> Iterator[Ledger]:
    """Two reports that came in on the first day, one on the second."""
    with open_ledger(ledger_url, write=True) as opened:
        append(opened, entries[:2], by="test", at=FIRST)
        append(opened, entries[2:], by="test", at=FIRST + timedelta(days=1))
        yield opened


def test_a_report_is_published_a_day_after_it_came_in_and_no_minute_before(dated: Ledger) -> None:
    with pytest.raises(UsageError, match="nothing to publish: 3 reports"):
        publication(dated, exporter("jsonl"), at=FIRST + DELAY - timedelta(minutes=1))
    first = publication(dated, exporter("jsonl"), at=FIRST + DELAY)
    assert (first.reports, first.held_back) == (2, {"reports recorded less than 24 hours ago": 1})
    assert b"Kitshanga" not in first.exported.content
    second = publication(dated, exporter("jsonl"), at=FIRST + timedelta(days=2))
    assert (second.reports, second.held_back) == (3, {})
    assert b"Kitshanga" in second.exported.content


@pytest.mark.parametrize("one", EXPORTERS, ids=lambda one: one.name)
def test_every_format_passes_the_filter_and_nothing_young_is_in_it(dated: Ledger, one: object) -> None:
    made = publication(dated, one, at=FIRST + DELAY, include_nonlethal=True)  # type: ignore[arg-type]
    assert made.exported.shared.terms.tlp == "CLEAR"
    assert b"Kitshanga" not in made.exported.content


def test_what_was_decided_since_counts_at_once(dated: Ledger) -> None:
    at = FIRST + timedelta(days=3)
    before = publication(dated, exporter("jsonl"), at=at).exported.shared
    taken = next(claim for claim in before.claims if claim.act == "capture")
    give_verdict(dated, taken.id, "negative", by="ada", reason="a drill")
    after = publication(dated, exporter("jsonl"), at=at).exported.shared
    assert taken.event not in {event.id for event in after.events}


def test_the_log_tells_what_left_with_its_hash(dated: Ledger) -> None:
    made = publication(dated, exporter("geojson"), at=FIRST + DELAY)
    seq = tell_published(dated, made, "week.geojson", by="ada", reason="weekly page")
    line = list(log(dated))[-1]
    assert (line.seq, line.action, line.subject, line.reason) == (seq, "publish", "week.geojson", "weekly page")
    assert json.loads(line.payload)["note"]["sha256"] == made.sha256
    assert verify(dated).ok
    with pytest.raises(UsageError, match="needs a reason"):
        tell_published(dated, made, "week.geojson", by="ada", reason=" ")
