"""The ledger's commands, end to end: rival accounts stay apart, two clocks, nothing is overwritten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from dateline.cli import ingest
from dateline.cli import ledger as ledger_options
from dateline.errors import LedgerError, LedgerFull, LedgerLocked, LedgerSchema
from dateline.store import counts, log, open_ledger
from tests.cli.conftest import Call

WIRE = "Government troops captured Goma from M23 rebels on Monday, 5 February 2024, the army said."
RADIO = (
    "M23 rebels still hold Goma, their spokesman said on Wednesday, 7 February 2024. "
    "The army has not captured Goma, he said."
)
CORRECTION = (
    "CORRECTION – LAKE WIRE – Goma, 8 February 2024 – Lake Wire retracts its report of 6 February 2024 "
    "that government troops captured Goma on Monday, 5 February 2024."
)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two sides' accounts of one town, as a feed."""
    path = tmp_path / "reports.jsonl"
    rows = [
        {"text": WIRE, "source": "Lake Wire", "published": "2024-02-06", "url": "https://lake.example/1"},
        {"text": RADIO, "source": "Hill Radio", "published": "2024-02-07"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def correction(tmp_path: Path) -> Path:
    path = tmp_path / "correction.txt"
    path.write_text(CORRECTION, encoding="utf-8")
    return path


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_rival_accounts_stand_side_by_side_and_nobody_is_picked(call: Call, reports: Path) -> None:
    assert call("ingest", reports).stdout == "2 added, 0 known already, 0 rejected\n"
    found = rows(call("who-holds", "goma", "--as-of", "2024-02-08"))
    told = {(row["according_to"], row["says"], row["age_days"]) for row in found}
    army = "Armed Forces of the Democratic Republic of the Congo"
    assert {row["status"] for row in found} == {"disputed"}
    assert (f"According to {army} (via Lake Wire)", f"held by {army}", 3) in told
    assert "No word from" not in call("who-holds", "Goma", "--format", "table").stdout  # its spokesman was heard
    assert ("According to a spokesman (via Hill Radio)", "held by March 23 Movement", 1) in told


def test_a_party_that_nobody_heard_is_said_to_be_silent(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"text": WIRE, "source": "Lake Wire", "published": "2024-02-06"}), encoding="utf-8")
    call("ingest", path)
    table = call("who-holds", "Goma", "--format", "table").stdout
    assert "No word from March 23 Movement (via Lake Wire) on Goma" in table


def test_a_voice_asked_for_alone_is_heard_alone(call: Call, reports: Path) -> None:
    call("ingest", reports)
    found = rows(call("who-holds", "Goma", "--according-to", "FARDC"))
    assert len(found) == 1
    assert "Lake Wire" in found[0]["according_to"]


def test_the_table_of_holders_puts_the_voice_first_and_the_view_prints_its_rule(call: Call, reports: Path) -> None:
    call("ingest", reports)
    result = call("who-holds", "Goma", "--format", "table", "--view", "acled_conservative")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Goma – disputed: voices contradict each other")
    heading, _, voices = " ".join(line.strip() for line in lines).partition("]")
    assert "[geonames:" in heading
    assert voices.strip().startswith("According to ")
    assert "View acled_conservative: A hold counts when" in " ".join(result.stdout.split())


def test_a_second_run_changes_nothing_and_reads_nothing(
    call: Call, reports: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    call("ingest", reports)
    with open_ledger(tmp_path / "desk.ledger") as ledger:
        before = counts(ledger)
    monkeypatch.delattr(ingest, "load_engine")
    assert call("ingest", reports).stdout == "0 added, 2 known already, 0 rejected\n"
    with open_ledger(tmp_path / "desk.ledger") as ledger:
        assert counts(ledger) == before


def test_a_dry_run_makes_no_ledger(call: Call, reports: Path, tmp_path: Path) -> None:
    assert call("ingest", "--dry-run", reports).stdout == "2 would be added, 0 known already, 0 rejected\n"
    assert not list(tmp_path.glob("*.ledger*"))


def test_an_input_that_cannot_be_read_costs_only_itself(call: Call, reports: Path, tmp_path: Path) -> None:
    result = call("ingest", reports, "missing.txt", "--errors", tmp_path / "bad.jsonl")
    assert result.exit_code == 3
    assert json.loads((tmp_path / "bad.jsonl").read_text(encoding="utf-8"))["input"] == "missing.txt"
    assert len(rows(call("changes"))) == 2


def test_what_was_known_before_a_correction_stays_known(call: Call, reports: Path, correction: Path) -> None:
    call("ingest", reports)
    with open_ledger("desk.ledger") as ledger:
        before = max(entry.at for entry in log(ledger)).isoformat()
    call("ingest", correction, "--source", "Lake Wire", "--published", "2024-02-08")
    army = "held by Armed Forces of the Democratic Republic of the Congo"
    now = rows(call("who-holds", "Goma"))
    then = rows(call("who-holds", "Goma", "--known-at", before))
    assert army not in {row["says"] for row in now}
    assert army in {row["says"] for row in then}
    assert "retracted" in {row["change"] for row in rows(call("changes", "--since", "2"))}


def test_nothing_is_told_to_be_retracted_before_it_came_in(call: Call, reports: Path, correction: Path) -> None:
    call("ingest", correction, "--source", "Lake Wire", "--published", "2024-02-08")
    call("ingest", reports)
    told = [(row["change"], row["what"]) for row in rows(call("changes"))]
    assert [change for change, _ in told] == ["created", "created", "retracted", "created"]
    assert told[2][1].startswith("1 earlier claim, by ")
    assert told[2][1].endswith("correction.txt")


@pytest.mark.parametrize(
    "words",
    [
        ("judge", "accept", "c0"), ("judge", "merge", "e0", "e1"), ("judge", "undo", "j0"), ("redact", "r0"),
        ("judge", "edit", "c0", "--set", "act=attack"), ("judge", "grade", "Lake Wire", "B"),
    ],
)  # fmt: skip
def test_an_empty_reason_is_none(call: Call, reports: Path, words: tuple[str, ...]) -> None:
    call("ingest", reports)
    for reason in ("", "  "):
        done = call(*words, "--reason", reason)
        assert done.exit_code == 2
        assert "say why" in done.stderr


def test_claims_are_found_by_voice_place_box_words_and_days(call: Call, reports: Path) -> None:
    call("ingest", reports)
    every = rows(call("claims"))
    assert {row["quote"] for row in every} >= {"M23 rebels still hold Goma"}
    assert {row["act"] for row in rows(call("claims", "--act", "capture", "--modality", "denied"))} == {"capture"}
    assert all("Hill Radio" in row["according_to"] for row in rows(call("claims", "--according-to", "spokesman")))
    assert rows(call("claims", "--place", "Goma", "--since", "2024-02-05", "--until", "2024-02-05"))
    assert rows(call("claims", "--bbox", "29,-2,30,-1"))
    assert rows(call("claims", "--bbox", "0,10,1,11")) == []
    assert rows(call("claims", "--text", "spokesman rebels")) == [row for row in every if "Hill" in row["according_to"]]
    assert len(rows(call("claims", "--limit", "1"))) == 1


def test_every_format_of_claims_has_the_same_rows(call: Call, reports: Path) -> None:
    call("ingest", reports)
    lines = rows(call("claims"))
    assert json.loads(call("claims", "--format", "json").stdout) == lines
    table = call("claims", "--format", "csv").stdout.splitlines()
    assert len(table) == len(lines) + 1
    assert call("claims", "--format", "table").stdout.startswith("According to ")


def test_events_join_reports_and_say_who_denies(call: Call, reports: Path) -> None:
    call("ingest", reports)
    (event,) = rows(call("events", "--act", "capture"))
    assert event["status"] == "disputed"
    assert event["denied_by"] == ["a spokesman"]
    assert rows(call("events", "--act", "capture", "--status", "admitted")) == []


def test_check_prints_like_a_linter_and_names_voices(call: Call, reports: Path) -> None:
    call("ingest", reports)
    result = call("check", "--format", "table", "--fail-on", "error")
    assert result.exit_code == 1
    assert "C101 control_conflict" in result.stdout
    assert "act:fardc" not in result.stdout
    assert call("check").exit_code == 0


def test_a_rejected_claim_counts_in_no_event_until_that_is_undone(call: Call, reports: Path) -> None:
    call("ingest", reports)
    (claim,) = rows(call("claims", "--act", "capture", "--coded"))
    judged = call("judge", "reject", claim["id"], "--reason", "the communiqué says otherwise", "--by", "ada")
    assert judged.exit_code == 0, judged.output
    assert rows(call("events", "--act", "capture")) == []
    call("judge", "undo", judged.stdout.strip(), "--reason", "wrong communiqué", "--by", "ada")
    assert len(rows(call("events", "--act", "capture"))) == 1
    assert [row["change"] for row in rows(call("changes", "--since", "2"))] == ["judged", "undone"]


def test_events_are_judged_by_the_ids_that_exports_print(call: Call, reports: Path) -> None:
    call("ingest", reports)
    (event,) = rows(call("events", "--act", "capture"))
    shared = [json.loads(line) for line in call("export", "--as", "jsonl", "--include-nonlethal").stdout.splitlines()]
    (key,) = {row["id"] for row in shared if row["type"] == "event" and row["act"] == "capture"}
    assert key.startswith("dl:COD:")
    done = call("judge", "split", key, event["claims"][0], "--reason", "try", "--dry-run")
    assert done.exit_code == 2
    assert f"leaves some: {key} has" in done.stderr


def test_a_freeze_is_the_same_for_the_same_content_wherever_it_came_in(
    call: Call, reports: Path, tmp_path: Path
) -> None:
    call("ingest", reports)
    first = json.loads(call("freeze", "one").stdout)
    again = json.loads(call("freeze", "two").stdout)
    lines = reports.read_text(encoding="utf-8").splitlines()
    (tmp_path / "turned.jsonl").write_text("".join(f"{line}\n" for line in reversed(lines)), encoding="utf-8")
    call("ingest", "turned.jsonl", "--ledger", "other.ledger")
    other = json.loads(call("freeze", "three", "--ledger", "other.ledger", "--dry-run").stdout)
    assert first["hash"] == again["hash"] == other["hash"]
    assert other["seq"] is None
    call("judge", "unsure", rows(call("claims"))[0]["id"], "--reason", "?")
    assert json.loads(call("freeze", "four").stdout)["hash"] != first["hash"]


def test_the_audit_knows_its_earlier_head(call: Call, reports: Path) -> None:
    call("ingest", reports)
    head = call("audit", "verify").stdout.split()[-1]
    call("freeze", "later")
    assert call("audit", "verify", "--head", head).exit_code == 0
    assert call("audit", "verify", "--head", "0" * 64).exit_code == 1


@pytest.mark.parametrize("form", ["acled", "ged", "geojson", "jsonl", "stix", "atom", "annotations", "hxl"])
def test_exports_are_marked_and_bear_the_moment_given(call: Call, reports: Path, form: str, tmp_path: Path) -> None:
    call("ingest", reports)
    arguments = ("export", "--as", form, "--include-nonlethal", "--at", "2024-03-01T00:00Z", "--output")
    assert call(*arguments, "one").exit_code == 0
    assert call(*arguments, "two").exit_code == 0
    one = (tmp_path / "one").read_bytes()
    assert one == (tmp_path / "two").read_bytes()
    assert b"AMBER" in one.upper()
    assert call(*arguments, "-").stdout_bytes == one


def test_what_is_wrong_with_the_ledger_is_told_in_a_line(call: Call, tmp_path: Path) -> None:
    assert call("claims").exit_code == 4
    assert "there is no ledger yet" in call("claims").stderr
    (tmp_path / "broken.ledger").write_text("no ledger", encoding="utf-8")
    assert call("events", "--ledger", "broken.ledger").exit_code == 4


def test_a_name_that_no_report_knows_is_a_mistake_of_the_caller(call: Call, reports: Path) -> None:
    call("ingest", reports)
    result = call("who-holds", "Gom")
    assert result.exit_code == 2
    assert "did you mean Goma?" in result.stderr
    for arguments in (("--bbox", "1,2,3"), ("--since", "Monday"), ("--known-at", "noon")):
        assert call("claims", *arguments).exit_code == 2


def test_the_configuration_names_the_ledger(call: Call, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('ledger = "case.ledger"\n', encoding="utf-8")
    call("ingest", reports)
    assert (tmp_path / "case.ledger").exists()


def test_the_examples_go_in_and_the_recipe_says_nothing_of_a_place(call: Call) -> None:
    files = sorted(EXAMPLES.glob("*.txt"))
    assert call("ingest", *files).stdout == f"{len(files)} added, 0 known already, 0 rejected\n"
    found = rows(call("who-holds", "Kidal"))
    assert len({row["according_to"] for row in found}) > 1
    assert call("audit", "verify").exit_code == 0


def test_a_table_of_others_is_compared_event_by_event(call: Call, reports: Path, tmp_path: Path) -> None:
    call("ingest", reports)
    (tmp_path / "acled.csv").write_text(
        "event_id_cnty,event_date,actor1,actor2,location,latitude,longitude,fatalities\n"
        "DRC1,2024-02-06,Military Forces of the Democratic Republic of Congo,M23,Goma,-1.674,29.228,4\n"
        "DRC2,2024-02-06,M23,,Bukavu,-2.49,28.84,0\n"
        "DRC3,,M23,,Bukavu,-2.49,28.84,0\n",
        encoding="utf-8",
    )
    result = call("compare", "acled.csv")
    assert result.exit_code == 3
    found = {row["theirs"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert found["DRC1"]["found"] == "matched"
    assert {words.partition(":")[0] for words in found["DRC1"]["differing"]} == {"days", "deaths"}
    assert found["DRC2"]["found"] == "only_theirs"
    assert "1 matched" in result.stderr
    assert call("compare", reports).exit_code == 4


def test_known_reports_are_read_again_when_asked(call: Call, reports: Path) -> None:
    call("ingest", "-", "--source", "Lake Wire", input=WIRE)
    assert call("ingest", "--again", "-", "--source", "Lake Wire", input=WIRE).stdout.startswith("0 added, 1 known")
    assert len(rows(call("changes"))) == 1


def test_a_dry_judgement_writes_nothing(call: Call, reports: Path) -> None:
    call("ingest", reports)
    claim = rows(call("claims"))[0]["id"]
    assert call("judge", "accept", claim, "--reason", "seen", "--dry-run").exit_code == 0
    assert call("judge", "accept", "c0", "--reason", "seen", "--dry-run").exit_code == 2
    assert len(rows(call("changes"))) == 2


@pytest.mark.parametrize(("kind", "code"), [(LedgerLocked, 5), (LedgerSchema, 5), (LedgerFull, 4)])
def test_a_locked_ledger_has_an_exit_code_of_its_own(
    call: Call, monkeypatch: pytest.MonkeyPatch, kind: type[LedgerError], code: int
) -> None:
    def fail(where: str, *, write: bool) -> None:
        raise kind(f"{where}: no")

    monkeypatch.setattr(ledger_options, "open_ledger", fail)
    result = call("claims")
    assert (result.exit_code, result.stderr) == (code, "dateline: desk.ledger: no\n")
