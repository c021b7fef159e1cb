"""Nothing is lost, nothing is written twice, and what was known then can be read again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import LedgerReadOnly, UsageError
from dateline.export.record import record_json
from dateline.model.ledger import Holdings, Judgement, LedgerClaim, LedgerControl, LedgerReport, Stamp
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.pipeline import Engine, run
from dateline.store import Entry, append, counts, holdings, judge, note, open_ledger, record, verify
from tests.store.samples import WORLD, hour, sample, with_text

NEVER = Stamp(seq=0, at=hour(0), by="nobody")


def timeless(held: Holdings) -> tuple[object, ...]:
    """Holdings without the order in which they came."""
    rows: list[LedgerReport | LedgerClaim | LedgerControl] = [*held.reports, *held.claims, *held.control]
    bare = sorted(repr(replace(row, recorded=NEVER)) for row in rows)
    return bare, dict(held.texts), dict(held.entities)


def test_a_report_comes_back_as_it_went_in(ledger_url: str) -> None:
    made = sample(1)
    with open_ledger(ledger_url, write=True) as ledger:
        done = append(ledger, [made], by="ana", at=hour(1), reason="first")
        held = holdings(ledger)
        assert (done.new, done.known, done.seq) == (1, 0, 1)
        assert held.texts == {made.report.id: made.report.text}
        (report,) = held.reports
        assert report.recorded == Stamp(seq=1, at=hour(1), by="ana")
        assert report.published_stated
        assert report.published is not None
        assert report.published.precision == "day"
        assert len(held.claims) == WORLD.claims
        assert len(held.control) == 2
        assert record(ledger, made.report.id) == _plain(made)


def _plain(made: Entry) -> object:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in made.record.items()}


def test_a_claim_says_what_its_record_says(ledger_url: str) -> None:
    made = sample(2)
    given_claim = made.record["claims"][0]
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [made], by="ana")
        claim = holdings(ledger).claims[0]
        assert claim.report == made.report.id
        assert claim.local == "c1"
        assert [made.report.text[start:end] for start, end in claim.spans] == [claim.quote]
        assert claim.believer == given_claim["attribution"][-1]["holder"]
        assert claim.roles["agent"] == (given_claim["roles"]["agent"],)
        assert claim.counts[0].low == claim.counts[0].high == made.record["quantities"][0]["exact"]
        assert claim.place == "geonames:" + given_claim["place"].removeprefix("pl:p")
        assert claim.days is not None
        assert claim.days.first_day == claim.days.last_day


def test_equal_claims_are_numbered_and_denials_point_at_them(ledger_url: str) -> None:
    made = sample(3)
    first = made.record["claims"][0]
    record_ = {
        **made.record,
        "claims": [first, {**first, "id": "c2"}, {**first, "id": "c3", "act": "x", "denies": "c2"}],
    }
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [Entry(report=made.report, record={**record_, "control": []})], by="ana")
        one, two, denial = holdings(ledger).claims
        assert two.id == f"{one.id}.1"
        assert denial.denies == two.id


def test_the_same_again_changes_nothing(ledger_url: str) -> None:
    batch = [sample(n) for n in range(3)]
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, batch, by="ana")
        before = counts(ledger), holdings(ledger)
        renamed = {**batch[0].record, "doc": {**batch[0].record["doc"], "file": "elsewhere.txt"}}
        done = append(ledger, [*batch, Entry(report=batch[0].report, record=renamed)], by="ben")
        assert (done.new, done.known) == (0, 4)
        assert (counts(ledger), holdings(ledger)) == before


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(6)), cuts=st.lists(st.integers(0, 6), max_size=3))
def test_order_and_batches_do_not_matter(order: list[int], cuts: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with open_ledger(Path(folder) / "one", write=True) as ledger:
            append(ledger, (sample(n) for n in range(6)), by="ana")
            expected = timeless(holdings(ledger))
        with open_ledger(Path(folder) / "two", write=True) as ledger:
            bounds = [0, *sorted(cuts), 6]
            for start, end in pairwise(bounds):
                append(ledger, [sample(n) for n in order[start:end]], by="ben")
            assert timeless(holdings(ledger)) == expected
            assert verify(ledger).ok


def test_a_newer_record_supersedes_and_the_older_stays(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(1), sample(2)], by="ana", at=hour(1))
        then = holdings(ledger)
        done = append(ledger, [sample(1, extractor="rules 2")], by="ana", at=hour(3))
        assert done.new == 1
        now = holdings(ledger)
        assert {r.extractor for r in now.reports if r.id == sample(1).report.id} == {"rules 2"}
        assert len(now.claims) == len(then.claims)
        assert holdings(ledger, known_at=hour(2)) == then
        assert holdings(ledger, known_at=hour(0)).reports == ()
        assert counts(ledger)["records"] == 3
        older = record(ledger, sample(1).report.id, known_at=hour(1))
        assert older is not None
        assert older["extractor"] == "rules"
        assert append(ledger, [sample(1)], by="ana").known == 1


def test_two_versions_in_one_batch(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(1), sample(1, extractor="rules 2"), sample(1)], by="ana")
        (report,) = holdings(ledger).reports
        assert report.extractor == "rules 2"
        assert counts(ledger)["reports"] == 1
        assert verify(ledger).ok


@pytest.mark.parametrize(
    "text", ["NUL \x00 here", "lone \ud800 surrogate", "मणिपुर 🌍 \U0001f1f2\U0001f1f1 e\u0301", "'; DROP"]
)
def test_any_text_survives(ledger_url: str, text: str) -> None:
    made = with_text(sample(1), text)
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [made], by="ana")
        assert holdings(ledger).texts == {made.report.id: text}
        assert verify(ledger).ok


def test_a_batch_is_whole_or_not_at_all(ledger_url: str) -> None:
    other = Entry(report=sample(3).report, record=sample(2).record)
    with open_ledger(ledger_url, write=True) as ledger:
        with pytest.raises(UsageError, match="is not of report"):
            append(ledger, [sample(1), other], by="ana")
        assert counts(ledger)["reports"] == counts(ledger)["log"] == 0


def test_recorded_time_never_runs_backwards(ledger_url: str) -> None:
    ahead = datetime(2200, 1, 1, tzinfo=UTC)
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(1)], by="ana", at=ahead)
        with pytest.raises(UsageError, match="lies before the log's last line"):
            append(ledger, [sample(2)], by="ana", at=hour(1))
        append(ledger, [sample(2)], by="ana")
        assert [r.recorded.at for r in holdings(ledger).reports] == [ahead, ahead]
        with pytest.raises(UsageError, match="needs a time zone"):
            holdings(ledger, known_at=datetime(2024, 1, 1))


def test_judgements_are_rows_and_undoing_is_another(ledger_url: str) -> None:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [sample(1)], by="ana", at=hour(1))
        subject = holdings(ledger).claims[0].id
        first = Judgement(id="j1", subject=subject, verdict="negative", by="ben", at=hour(2), reason="a misreading")
        undo = Judgement(
            id="j2", subject=subject, verdict="none", by="ben", at=hour(3), reason="mine", action="undo",
            value={"n": 1}, undoes="j1",
        )  # fmt: skip
        assert judge(ledger, first, at=hour(2)) == 2
        assert judge(ledger, first) == 2
        judge(ledger, undo, at=hour(3))
        assert holdings(ledger).judgements == (first, undo)
        assert holdings(ledger, known_at=hour(2)).judgements == (first,)
        note(ledger, "freeze", "paper-v1", by="ana", payload={"hash": "…"})
        assert verify(ledger).ok


def test_reading_only_refuses_to_write(ledger_url: str) -> None:
    open_ledger(ledger_url, write=True).close()
    with open_ledger(ledger_url) as ledger, pytest.raises(LedgerReadOnly, match="for reading only"):
        append(ledger, [sample(1)], by="ana")


def test_what_only_one_report_knows_carries_that_report(ledger_url: str, engine: Engine) -> None:
    text = (
        "SAHEL COURIER – Gunmen attacked a camp near Gao on Monday, March 4, 2024, a resident said. "
        "Malian soldiers recaptured Kidal, the army said in a statement on Tuesday."
    )
    report = Report.of(text, name="a.txt", source="Sahel Courier", published=TimeRange.day(hour(0).date()))
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, [Entry(report=report, record=record_json(run(report, engine=engine)))], by="ana")
        held = holdings(ledger)
        assert "act:fama" in held.entities
        assert held.reports[0].publisher == "src:sahel-courier"
        own = {key for key in held.entities if "@" in key}
        assert any(key.startswith("act:gunmen@") for key in own)
        assert all(key.endswith(f"@{report.id}") for key in own)
        used = {who for claim in held.claims for who in claim.chain}
        used |= {who for claim in held.claims for ids in claim.roles.values() for who in ids}
        assert used <= held.entities.keys()
        assert verify(ledger).ok
