"""Words that are redacted are nowhere any more, and the log still proves all the rest."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.derive.across import Dossier, events_of
from dateline.desk import give_verdict
from dateline.errors import UsageError
from dateline.export import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.read import parse_published
from dateline.store import ClaimQuery, Entry, Ledger, append, find_claims, holdings, log, open_ledger, record, verify
from dateline.store.masking import SIGN, Mask, masked
from dateline.store.redaction import redact
from dateline.store.schema import KEPT
from tests.store.samples import force, known

TEXT = (
    "Gunmen killed Odette Barumwe near the village of Tasila on Monday, the mayor of Goma said. "
    "M23 rebels captured Sake on Tuesday, the army said. Relatives of Odette Barumwe fled."
)
NAME = "Odette Barumwe"


@pytest.fixture(scope="module")
def entry(engine: Engine) -> Entry:
    report = Report.of(TEXT, source="Lake Wire", published=parse_published("2024-02-07"), name="barumwe.txt")
    return Entry(report=report, record=record_json(run(report, engine=engine)))


@pytest.fixture
def ledger(ledger_url: str, entry: Entry) -> Iterator[Ledger]:
    with open_ledger(ledger_url, write=True) as opened:
        append(opened, [entry], by="test")
        yield opened


def everywhere(name: str, text: str = TEXT) -> list[tuple[int, int]]:
    return [(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]


def all_words(url: str) -> str:
    """Every row of every kept table, records unpacked, as one text."""
    found: list[str] = []
    for table in KEPT:
        for row in known(url, f'SELECT * FROM "{table.name}"'):  # noqa: S608 - our own names
            found += [zlib.decompress(bytes(v)).decode() if isinstance(v, bytes | memoryview) else str(v) for v in row]
    return "\n".join(found)


def test_redacted_words_are_in_no_row_and_no_file(ledger: Ledger, ledger_url: str, entry: Entry) -> None:
    claim = next(c for c in find_claims(ledger, ClaimQuery(act="kill")))
    give_verdict(ledger, claim.id, "unsure", by="ada", reason="was Odette Barumwe there?")
    made = redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="the family asked for it")
    assert made.chars == 2 * len(NAME)
    assert len(made.reasons) == 1
    words = all_words(ledger_url)
    assert "Barumwe" not in words.replace("barumwe.txt", "")
    assert "barumwe" not in words.replace("barumwe.txt", "")
    assert SIGN in holdings(ledger).texts[entry.report.id]
    if "://" not in ledger_url:
        assert not [path for path in Path(ledger_url).parent.iterdir() if b"Odette" in path.read_bytes()]


def test_the_chain_still_verifies_and_finds_what_is_changed_afterwards(
    ledger: Ledger, ledger_url: str, entry: Entry
) -> None:
    before = [(line.seq, line.hash) for line in log(ledger)]
    redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    redact(ledger, entry.report.id, everywhere("Tasila"), by="ada", reason="asked for, too")
    assert verify(ledger).ok, verify(ledger).why
    assert [(line.seq, line.hash) for line in log(ledger)][: len(before)] == before
    force(ledger_url, "UPDATE reports SET text = text || '!'")
    assert "not those" in verify(ledger).why


def test_a_redaction_that_hides_a_change_is_found(ledger: Ledger, ledger_url: str, entry: Entry) -> None:
    force(ledger_url, "UPDATE reports SET text = replace(text, 'Monday', 'Sunday')")
    redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    assert not verify(ledger).ok


def test_claims_keep_their_ids_and_their_places_in_the_text(ledger: Ledger, entry: Entry) -> None:
    old = {claim.id: claim for claim in holdings(ledger).claims}
    redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    new = holdings(ledger)
    assert {claim.id for claim in new.claims} == set(old)
    text = new.texts[entry.report.id]
    assert len(text) == len(TEXT)
    for claim in new.claims:
        assert claim.spans == old[claim.id].spans
        assert (claim.quote == old[claim.id].quote) == (NAME not in old[claim.id].quote)
        assert claim.quote == old[claim.id].quote.replace(NAME, SIGN)
    kept = record(ledger, entry.report.id)
    assert kept
    assert all(m["quote"] == text[m["start"] : m["end"]] for m in kept["mentions"])
    assert {e.act for e in events_of(Dossier(holdings=new))} == {e.act for e in events_of(Dossier(holdings=new))}
    assert [c.id for c in find_claims(ledger, ClaimQuery(text="barumwe"))] == []
    assert len(list(find_claims(ledger, ClaimQuery(text="rebels captured")))) == len(old)


def test_a_whole_report_goes_with_its_title_and_what_registers_know_stays(ledger: Ledger, entry: Entry) -> None:
    redact(ledger, entry.report.id, None, by="ada", reason="published in error")
    found = holdings(ledger)
    assert found.reports[0].name == SIGN
    assert set(found.texts[entry.report.id].removeprefix(SIGN)) == {"█"}
    assert {claim.quote for claim in found.claims} == {SIGN}
    assert found.entities["act:m23"].name == "March 23 Movement" or "M23" in found.entities["act:m23"].aliases
    assert verify(ledger).ok


def test_a_redacted_report_is_not_read_in_again(ledger: Ledger, entry: Entry, ledger_url: str) -> None:
    redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    again = Entry(report=entry.report, record={**entry.record, "extractor": "newer rules"})
    assert append(ledger, [again], by="test").new == 0
    assert NAME not in all_words(ledger_url)


def test_everything_else_is_still_guarded(ledger: Ledger, ledger_url: str, entry: Entry) -> None:
    redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    for table in KEPT:
        if not known(ledger_url, f'SELECT * FROM "{table.name}"'):  # noqa: S608 - our own names
            continue
        with pytest.raises(Exception, match="only grows"):
            force(ledger_url, f'DELETE FROM "{table.name}"', guarded=True)  # noqa: S608 - our own names


def test_a_redaction_that_breaks_off_changes_nothing(
    ledger: Ledger, ledger_url: str, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(type(ledger.backend), "index_words", fails)
    with pytest.raises(RuntimeError, match="the power went"):
        redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    assert NAME in holdings(ledger).texts[entry.report.id]
    assert verify(ledger).ok, verify(ledger).why
    assert next(find_claims(ledger, ClaimQuery(text="odette barumwe")), None)


@pytest.mark.parametrize(
    ("report", "regions", "reason", "message"),
    [
        ("r0", [(0, 5)], "asked for", "no report 'r0'"),
        ("", [(0, 5000)], "asked for", "redact within the"),
        ("", [(5, 5)], "asked for", "redact within the"),
        ("", [], "asked for", "redact within the"),
        ("", [(14, 28)], "", "needs a reason"),
        ("", [(14, 28)], "Odette Barumwe asked", "say it otherwise"),
    ],
)
def test_what_cannot_be_redacted(
    ledger: Ledger, entry: Entry, report: str, regions: list[tuple[int, int]], reason: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        redact(ledger, report or entry.report.id, regions, by="ada", reason=reason)
    assert len(list(log(ledger))) == 1


def test_a_ledger_open_for_reading_tells_what_would_go(ledger: Ledger, ledger_url: str, entry: Entry) -> None:
    with open_ledger(ledger_url) as reader:
        looked = redact(reader, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    assert (looked.seq, looked.chars) == (None, 2 * len(NAME))
    assert looked.rows > 2
    assert NAME in all_words(ledger_url)


def test_what_is_derived_is_dropped_with_the_words(ledger: Ledger, entry: Entry) -> None:
    redact(ledger, entry.report.id, everywhere(NAME), by="ada", reason="asked for")
    payload = json.loads(list(log(ledger))[-1].payload)
    assert payload["note"]["regions"] == [list(span) for span in everywhere(NAME)]
    assert NAME not in json.dumps(payload)


@given(
    text=st.text(min_size=1, max_size=40), ends=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), min_size=1)
)
def test_a_mask_keeps_every_offset_and_no_masked_character(text: str, ends: list[tuple[int, int]]) -> None:
    regions = [(a, min(b, len(text))) for a, b in ends if a < min(b, len(text))]
    mask = Mask.of(text, regions, [])
    assert len(mask.text) == len(text)
    assert mask.text == masked(text, mask.regions)
    inside = {n for start, end in mask.regions for n in range(start, end)}
    assert all(mask.text[n] == char for n, char in enumerate(text) if n not in inside)
    assert all(mask.text[n] in SIGN + "█" for n in inside)
