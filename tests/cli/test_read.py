"""`dateline read`: formats, exit codes, and inputs that cost only themselves."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import read
from dateline.model.record import Record
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.cli.conftest import Call

REPORT = "The army said on Tuesday, 7 May 2024 that its soldiers had entered Goma on Monday, 8 May 2024. 🚒 Rebels denied it."
RECIPE = "Chop the onions. Let them sweat for ten minutes, then add the lentils."
FOOTBALL = "United beat Rovers 3-1 on Saturday. The striker fired home twice and the defence held firm."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_is_one_object_for_one_report_and_an_array_for_several(call: Call, report: Path) -> None:
    one = json.loads(call("read", "--format", "json", report).stdout)
    assert one["schema"] == "dateline-record/0.1"
    several = json.loads(call("read", "--format", "json", report, report).stdout)
    assert several == [one, one]


def test_away_from_a_terminal_every_report_is_a_line(call: Call, report: Path) -> None:
    result = call("read", report, "-", input=REPORT)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["claims"] == second["claims"]
    assert result.exit_code == 0


def test_every_span_of_the_output_quotes_the_file(call: Call, report: Path) -> None:
    spans: list[dict[str, Any]] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end", "quote"} <= set(value):
                spans.append(value)
            for part in value.values():
                collect(part)
        elif isinstance(value, list):
            for part in value:
                collect(part)

    collect(json.loads(call("read", "--format", "json", report).stdout))
    assert spans
    assert all(span["quote"] == REPORT[span["start"] : span["end"]] for span in spans)


def test_the_table_fits_and_puts_the_voice_first(call: Call, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = call("read", "--format", "table", "--source", "Desk", report).stdout
        assert max(map(len, shown.splitlines())) <= width
        assert "According to " in shown
        assert "\x1b" not in shown


def test_options_reach_the_record(call: Call, report: Path) -> None:
    result = call("read", "--format", "json", "--published", "2024-05-07", "--source", "Vesna Wire", report)
    record = json.loads(result.stdout)["report"]
    assert record["publication_date"]["stated"] == "2024-05-07"
    assert "Vesna Wire" in json.dumps(json.loads(result.stdout)["entities"])


def test_html_goes_to_a_file(call: Call, report: Path, tmp_path: Path) -> None:
    result = call("read", "--format", "html", "--output", tmp_path / "page.html", report)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_bad_inputs_cost_only_themselves(call: Call, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "latin.txt").write_bytes("Café".encode("latin-1"))
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    names = ["empty.txt", "photo.txt", "latin.txt", "large.txt", "gone.txt", "."]
    result = call("read", *names, report, "--errors", "bad.jsonl")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1
    rows = [json.loads(line) for line in (tmp_path / "bad.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["input"] for row in rows] == names
    assert [row["code"] for row in rows] == ["empty", "binary", "encoding", "too_large", "unreadable", "unreadable"]
    assert result.stderr.splitlines() == [f"dateline: {row['message']}" for row in rows]


def test_a_file_that_goes_while_others_are_read(
    call: Call, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = tmp_path / "later.txt"
    later.write_text(REPORT, encoding="utf-8")

    def run_and_delete(document: Report, *, engine: Engine, gate: bool) -> Record:
        later.unlink(missing_ok=True)
        return run(document, engine=engine, gate=gate)

    monkeypatch.setattr(read, "run", run_and_delete)
    result = call("read", report, later, report)
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 2
    assert "later.txt does not exist, or has just gone" in result.stderr


def test_a_name_that_is_no_utf8_can_be_printed(call: Call, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(REPORT, encoding="utf-8")
    result = call("read", path, str(path) + ".gone")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["doc"]["file"].endswith("caf\ufffd.txt")
    assert "caf\ufffd.txt.gone does not exist" in result.stderr


def test_nothing_readable_is_its_own_exit_code(call: Call) -> None:
    result = call("read", "gone.txt")
    assert (result.exit_code, result.stdout) == (4, "")


@pytest.mark.parametrize("text", [RECIPE, FOOTBALL])
def test_texts_without_conflict_code_nothing(call: Call, text: str) -> None:
    record = json.loads(call("read", "-", input=text).stdout)
    assert not [claim for claim in record["claims"] if claim["codeable"]]
    assert record["control"] == []


@pytest.mark.parametrize(
    "text", ["الجيش دخل غوما 🚑 وقال ذلك", "a" * 10_000, "word " * 2_000, "🇲🇱" * 50, "\u202eabc \x1b[2J\u2066"]
)  # fmt: skip
def test_odd_texts_are_read_and_kept(call: Call, text: str) -> None:
    record = json.loads(call("read", "-", input=text).stdout)
    assert record["doc"]["chars"] == len(text)
    shown = call("read", "--format", "table", "-", input=text)
    assert shown.exit_code == 0
    assert "\x1b" not in shown.stdout


def test_findings_decide_the_exit_code_only_when_asked(call: Call, report: Path) -> None:
    assert call("read", report).exit_code == 0
    assert call("read", "--fail-on", "info", report).exit_code == 1
    assert call("read", "--fail-on", "info", "--fail-on", "never", report).exit_code == 0


def test_the_configuration_gives_the_level_and_flags_go_first(call: Call, report: Path, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('[read]\nfail_on = "info"\n', encoding="utf-8")
    assert call("read", report).exit_code == 1
    assert call("read", "--fail-on", "never", report).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "FILE"),
        (("--published", "yesterday", "x.txt"), "2023-11-14"),
        (("--format", "pdf", "x.txt"), "pdf"),
        (("--fail-on", "loud", "x.txt"), "loud"),
        (("--output", "no/such/folder/x", "report.txt"), "no/such/folder/x"),
        (("--errors", "no/such/folder/x", "report.txt"), "no/such/folder/x"),
    ],
)  # fmt: skip
def test_mistakes_of_the_caller_exit_2_and_say_what_is_expected(
    call: Call, report: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = call("read", *arguments)
    assert report.is_file()
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_a_model_that_is_not_installed_exits_2(call: Call, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    result = call("read", "--model", "no_such_model", report)
    assert result.exit_code == 2
    assert "no_such_model" in result.stderr


def test_an_interrupt_exits_130_and_keeps_what_was_read(
    call: Call, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []

    def run_once(document: Report, *, engine: Engine, gate: bool) -> Record:
        calls.append(document)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return run(document, engine=engine, gate=gate)

    monkeypatch.setattr(read, "run", run_once)
    result = call("read", report, report, report)
    assert result.exit_code == 130
    assert json.loads(result.stdout)["schema"] == "dateline-record/0.1"
    assert "interrupted" in result.stderr


def test_a_byte_order_mark_is_told_of_unless_quiet(call: Call) -> None:
    marked = b"\xef\xbb\xbf" + REPORT.encode()
    assert "byte order mark" in call("read", "-", input=marked).stderr
    assert call("read", "--quiet", "-", input=marked).stderr == ""
