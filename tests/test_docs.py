"""Docs are true: their commands run, their links lead somewhere, and what exists is in them."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline import api
from dateline.cli import ingest, places_find, read
from dateline.cli.main import main
from dateline.errors import DatelineError, InputError
from dateline.pipeline import Engine
from dateline.read import Limits
from dateline.read.json_lines import BadLine
from dateline.reference.findings import load_findings
from tools.reference_pages import PAGES, pages

ROOT = Path(__file__).resolve().parents[1]
DOCS = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md")), *sorted((ROOT / "examples").glob("*.md"))]


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def commands() -> Iterator[Any]:
    for path in DOCS:
        for block in blocks(path, "console"):
            for line in block.splitlines():
                yield pytest.param(line.removeprefix("$ "), id=f"{path.stem}: {line[:60]}")


@pytest.fixture
def desk(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, and the session's engine behind `dateline` and `dl`."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(read, "load_engine", lambda **_: engine)
    monkeypatch.setattr(ingest, "load_engine", lambda **_: engine)
    monkeypatch.setattr(places_find, "load_engine", lambda **_: engine)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(api, "load_engine", lambda: engine)
    return tmp_path


@pytest.mark.parametrize("line", list(commands()))
def test_every_command_of_the_docs_runs(line: str, desk: Path) -> None:
    piped, _, command = line.rpartition(" | ")
    name, *arguments = shlex.split(command)
    assert name == "dateline"
    result = CliRunner().invoke(main, arguments, input=shlex.split(piped)[-1] if piped else None)
    assert result.exit_code == 0, result.output
    assert desk.is_dir()


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "docs/how-to/use-from-python.md"], ids=str)
def test_every_python_block_of_the_docs_runs(path: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for block in blocks(path, "python"):
        exec(compile(block, str(path), "exec"), {})  # noqa: S102 - our own documentation
    assert "src:example-wire" in capsys.readouterr().out
    assert desk.is_dir()


def test_the_tutorial_reads_what_it_wrote(desk: Path) -> None:
    CliRunner().invoke(main, ["read", "--format", "json", "-o", "courier.json", "examples/kidal-courier.txt"])
    (block,) = blocks(ROOT / "docs/tutorial.md", "python")
    exec(compile(block, "tutorial", "exec"), {})  # noqa: S102 - our own documentation
    assert json.loads((desk / "courier.json").read_text(encoding="utf-8"))["claims"]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("name", sorted(pages()))
def test_reference_pages_are_those_of_the_code(name: str) -> None:
    assert (PAGES / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


ASKING_A_PERSON = {"review", "serve"}
"""Commands that wait for somebody at a terminal or in a browser."""


def run_of_readme(line: str) -> Result:
    """A command line of the README as a shell would run it, for a terminal where it prints a table."""
    name, *arguments = shlex.split(line, comments=True)
    assert name == "dateline"
    files = [sorted(map(str, Path().glob(word))) if "*" in word else [word] for word in arguments]
    return CliRunner().invoke(main, [word for found in files for word in found])


def test_the_commands_of_the_readme_run_as_they_stand(desk: Path) -> None:
    lines = [line for block in blocks(ROOT / "README.md", "sh") for line in block.splitlines()]
    ours = [line for line in lines if line.startswith("dateline ") and line.split()[1] not in ASKING_A_PERSON]
    assert {line.split()[1] for line in ours} >= {"read", "explain", "ingest", "who-holds", "check", "brief"}
    failed = {line: result.output for line in ours if (result := run_of_readme(line)).exit_code != 0}
    assert failed == {}
    assert {path.name for path in desk.iterdir()} >= {"case.ledger", "brief.html", "courier.html"}


def test_the_readme_shows_what_is_printed(desk: Path) -> None:
    run_of_readme("dateline ingest --quiet --ledger case.ledger examples/*.txt")
    for shown in blocks(ROOT / "README.md", "text"):
        command, *lines = shown.splitlines()
        table = "" if "--format" in command else " --format table"
        printed = " ".join(run_of_readme(command.removeprefix("$ ") + table).stdout.split())
        stretches = " ".join(" ".join(lines).split()).split("…")
        assert [stretch for stretch in stretches if stretch.strip() not in printed] == []
    assert desk.is_dir()


def test_every_layer_of_the_record_is_documented(desk: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(desk / "examples/lentil-soup.txt")])
    page = (PAGES / "record.md").read_text(encoding="utf-8")
    assert [key for key in json.loads(result.stdout) if f"| `{key}` |" not in page] == []


def test_every_error_is_documented() -> None:
    page = (PAGES / "inputs.md").read_text(encoding="utf-8")
    kinds = [*InputError.__subclasses__(), *DatelineError.__subclasses__()]
    assert BadLine in kinds
    assert [
        k.__name__ for k in kinds if f"`{k.__name__}`" not in page and k.__name__ not in ("InputError", "QuoteError")
    ] == []


def test_the_numbers_of_the_docs_are_those_of_the_code() -> None:
    page = (PAGES / "inputs.md").read_text(encoding="utf-8")
    limits = Limits()
    assert f"{limits.max_bytes:,} bytes" in page
    assert f"{limits.max_chars:,} characters" in page


def test_every_finding_of_the_examples_is_documented(desk: Path) -> None:
    known = {(kind.code, kind.type, severity) for kind in load_findings() for severity in kind.severities}
    result = CliRunner().invoke(main, ["read", *map(str, sorted((desk / "examples").glob("*.txt")))])
    found = [finding for line in result.stdout.splitlines() for finding in json.loads(line)["findings"]]
    assert found
    assert {(f["code"], f["type"], f["severity"]) for f in found} - known == set()


def test_a_recipe_gets_no_claim_that_counts_and_no_alarm(desk: Path) -> None:
    record = json.loads(CliRunner().invoke(main, ["read", str(desk / "examples/lentil-soup.txt")]).stdout)
    assert not [claim for claim in record["claims"] if claim["codeable"]]
    assert {f["type"] for f in record["findings"] if f["severity"] != "info"} <= {"undated_report"}
