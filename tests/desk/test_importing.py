"""What one ledger holds comes into another unchanged; what others made up does not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.desk import edit_claim, give_verdict, queue, state_of, undo
from dateline.desk.bundling import bundle
from dateline.desk.importing import File, Other, take_in
from dateline.errors import InputError
from dateline.store import Entry, Ledger, append, counts, holdings, log, open_ledger, verify
from dateline.store.judged import judgements_of
from dateline.store.redaction import redact


@pytest.fixture(scope="module")
def made_once(entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger with judgements."""
    folder = tmp_path_factory.mktemp("source")
    with open_ledger(folder / "source.ledger", write=True) as opened:
        append(opened, entries, by="test")
        ids = [item.claim.id for item in queue(opened, "ada")]
        give_verdict(opened, ids[0], "positive", by="ada", reason="read it")
        made = give_verdict(opened, ids[1], "negative", by="bo", reason="a rumour")
        undo(opened, made.id, by="bo", reason="it was not")
        edit_claim(opened, ids[2], {"act": "capture", "days": "2024-02-05"}, by="ada", reason="so it says")
    return folder


@pytest.fixture
def source(made_once: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of that ledger."""
    shutil.copytree(made_once, tmp_path / "copy")
    with open_ledger(tmp_path / "copy" / "source.ledger", write=True) as opened:
        yield opened


@pytest.fixture
def target(ledger_url: str) -> Iterator[Ledger]:
    with open_ledger(ledger_url, write=True) as opened:
        yield opened


@pytest.fixture
def sqlite_target(tmp_path: Path) -> Iterator[Ledger]:
    """One database is enough for what is refused before it gets there."""
    with open_ledger(tmp_path / "target.ledger", write=True) as opened:
        yield opened


def written(ledger: Ledger, path: Path) -> File:
    path.write_bytes(b"".join(bundle(ledger, "test")))
    return File(path=path)


@pytest.mark.parametrize("way", ["bundle", "ledger"])
def test_what_comes_in_is_the_same_state(source: Ledger, target: Ledger, tmp_path: Path, way: str) -> None:
    came = Other(ledger=source) if way == "ledger" else written(source, tmp_path / "b.jsonl")
    done = take_in(target, came, by="cy")
    assert (done.new, done.known, done.judgements, done.rejects) == (3, 0, 4, ())
    assert state_of(target).hash == state_of(source).hash
    assert holdings(target).claims[0].id == holdings(source).claims[0].id
    assert judgements_of(target) == judgements_of(source)
    assert {line.by for line in log(target)} == {"cy"}
    again = take_in(target, came, by="cy")
    assert (again.new, again.known, again.judgements) == (0, 3, 0)
    assert verify(target).ok


def test_a_ledger_open_for_reading_is_only_compared(source: Ledger, target: Ledger, ledger_url: str) -> None:
    with open_ledger(ledger_url) as reader:
        assert take_in(reader, Other(ledger=source), by="cy").new == 3
    assert counts(target)["reports"] == 0


def test_redacted_reports_do_not_travel_and_do_not_come_back(source: Ledger, target: Ledger, tmp_path: Path) -> None:
    old = written(source, tmp_path / "old.jsonl")
    take_in(target, old, by="cy")
    report = holdings(source).reports[0].id
    for ledger in (source, target):
        redact(ledger, report, None, by="ada", reason="asked for")
    assert report not in (tmp_path / "old.jsonl").read_text() or take_in(target, old, by="cy").new == 0
    assert set(holdings(target).texts[report].removeprefix("[redacted]")) == {"█"}
    new = b"".join(bundle(source, "new"))
    assert new.count(b'{"record":') == 2


def test_a_bundle_that_was_cut_or_changed_is_refused_whole(
    source: Ledger, sqlite_target: Ledger, tmp_path: Path
) -> None:
    whole = b"".join(bundle(source, "test"))
    for n, raw in enumerate(
        (whole[: len(whole) // 2], b"\n".join(whole.split(b"\n")[:-3]), whole.replace(b"rebels", b"rabble"))
    ):
        path = tmp_path / f"{n}.jsonl"
        path.write_bytes(raw)
        with pytest.raises(InputError):
            take_in(sqlite_target, File(path=path), by="cy")
    assert counts(sqlite_target)["log"] == 0


@dataclass
class Forged:
    """Lines with a head that fits them: whoever forges a bundle can compute a hash as well."""

    values: list[dict[str, Any]]
    where: str = "forged"

    def lines(self) -> Iterator[bytes]:
        from dateline.desk.bundling import SCHEMA, state_of_ids
        from dateline.store.rows import record_content, record_id

        records = tuple(record_id(record_content(v["record"])) for v in self.values if "record" in v)
        judgements = tuple(str(v["judgement"].get("id")) for v in self.values if "judgement" in v)
        head = {"schema": SCHEMA, "hash": state_of_ids(records, judgements).hash}
        yield from (json.dumps(value).encode() + b"\n" for value in (head, *self.values))


def claim(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = value["record"]["claims"][0]
    return found


def deep() -> Any:
    value: Any = []
    for _ in range(100):
        value = [value]
    return value


FORGERIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "another text": lambda v: v["report"].update(text=v["report"]["text"] + "!"),
    "no text": lambda v: v["report"].pop("text"),
    "a quote that is not there": lambda v: claim(v)["spans"][0].update(quote="nobody said this"),
    "a span outside": lambda v: claim(v)["spans"][0].update(start=10_000, end=10_005),
    "an unknown modality": lambda v: claim(v).update(modality="sure"),
    "roles of the wrong shape": lambda v: claim(v).update(roles=["act:m23"]),
    "no voices": lambda v: claim(v).update(attribution=[]),
    "an id of spaces": lambda v: v["record"]["entities"][0].update(id="a b"),
    "a place beyond the pole": lambda v: v["record"]["places"][0].update(lat=200.0),
    "no claims": lambda v: v["record"].pop("claims"),
    "claims that are none": lambda v: v["record"].update(claims=[None]),
    "a day that is none": lambda v: v["record"]["times"][0].update(earliest="yesterday"),
    "too deep": lambda v: v["record"].update(extra=deep()),
    "an odd publication": lambda v: v["report"].update(published=["x", "y", "z"]),
    "an odd fluent": lambda v: v["record"]["control"][0].update(fluent="owned"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_records_are_refused_and_the_others_come_in(source: Ledger, sqlite_target: Ledger, name: str) -> None:
    values = [json.loads(line) for line in bundle(source, "test")][1:]
    FORGERIES[name](values[0])
    try:
        done = take_in(sqlite_target, Forged(values), by="eve")
    except InputError as error:
        assert "no record" in str(error) or "is no JSON" in str(error)  # noqa: PT017 - refused whole is refused
        assert counts(sqlite_target)["log"] == 0
        return
    assert done.new == 2
    assert [reject.code for reject in done.rejects][:1] == ["bad_record"]
    assert verify(sqlite_target).ok


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "maybe"},
        {"action": "erase"},
        {"at": "yesterday"},
        {"at": "2024-01-01T00:00:00"},
        {"by": ""},
        {"value": []},
        {"subject": None},
        {"more": 1},
        {"value": {"fields": {"spans": [[0, 99_999]]}}},
        {"value": {"fields": {"modality": "sure"}}},
        {"value": {"fields": {"chain": ["act:m23"], "modes": []}}},
        {"value": {"fields": {"days": ["x", None, "day"]}}},
        {"value": {"fields": {"mood": "bad"}}},
        {"subject": "c0"},
    ],
)
def test_forged_judgements_are_refused(source: Ledger, sqlite_target: Ledger, change: dict[str, Any]) -> None:
    values = [json.loads(line) for line in bundle(source, "test")][1:]
    values[-1]["judgement"].update(change)
    done = take_in(sqlite_target, Forged(values), by="eve")
    assert (done.new, done.judgements, len(done.rejects)) == (3, 3, 1)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=80), at=st.integers(0, 20_000))
def test_arbitrary_bytes_raise_nothing_but_our_own(
    entries: tuple[Entry, ...], tmp_path: Path, noise: bytes, at: int
) -> None:
    with open_ledger(tmp_path / "s.ledger", write=True) as opened:
        append(opened, entries, by="test")
        whole = b"".join(bundle(opened, "test"))
        path = tmp_path / "b.jsonl"
        path.write_bytes(whole[:at] + noise + whole[at + len(noise) :])
        with open_ledger(tmp_path / "s.ledger") as reader:
            try:
                take_in(reader, File(path=path), by="eve")
            except InputError as error:
                assert str(path) in str(error)  # noqa: PT017 - unchanged bytes raise nothing
