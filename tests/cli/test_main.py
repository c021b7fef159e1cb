"""The list of commands, which loads none of them, and the commands behind it."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys

import click
import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from dateline import cli
from dateline.cli.main import COMMANDS, main

HEAVY = ("spacy", "numpy", "sqlalchemy", "httpx", "fastapi", "dateline.desk", "dateline.reference")
WIDEST = 80


def loaded_by(*arguments: str) -> set[str]:
    """Which heavy modules a call of `dateline` loads, in a Python of its own."""
    code = f"import sys; from dateline.cli.main import main\ntry: main()\nfinally: print(*({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=False, capture_output=True, text=True)  # noqa: S603 - our own words
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), (), ("explian",), ("--nothing",)])
def test_whoever_calls_no_command_loads_none(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == set()


def test_a_command_that_asks_no_ledger_loads_no_database() -> None:
    assert not loaded_by("explain", "W101") & {"spacy", "sqlalchemy"}


@pytest.mark.parametrize("deferred", COMMANDS, ids=lambda deferred: str(deferred.name))
def test_every_name_of_the_list_is_a_command_of_that_name(deferred: click.Command) -> None:
    _, command, rest = main.resolve_command(click.Context(main), [str(deferred.name), "x"])
    assert command is not None
    assert (command.name, rest) == (deferred.name, ["x"])
    assert command.help


def test_every_command_is_in_the_list() -> None:
    modules = [importlib.import_module(f"dateline.cli.{info.name}") for info in pkgutil.iter_modules(cli.__path__)]
    found = {getattr(module, module.__name__.rpartition(".")[2], None) for module in modules}
    assert {one.name for one in found if isinstance(one, click.Command)} - {"main"} == set(main.commands)


def test_the_list_has_one_line_for_each_command() -> None:
    lines = CliRunner().invoke(main, ["--help"], terminal_width=WIDEST).output.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == sorted(main.commands)
    assert max(map(len, lines)) <= WIDEST


def test_a_mistyped_command_gets_those_like_it() -> None:
    done = CliRunner().invoke(main, ["explian"])
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (
        2,
        "Error: No such command 'explian'. Did you mean 'explain'?",
    )


def test_a_shell_completes_commands_and_their_options() -> None:
    completing = BashComplete(main, {}, "dateline", "_DATELINE_COMPLETE")
    assert [item.value for item in completing.get_completions([], "who")] == ["who-holds"]
    assert "--as-of" in [item.value for item in completing.get_completions(["who-holds"], "--as")]


def test_a_pipe_that_nobody_reads_ends_it_quietly_and_is_told_from_findings() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    line = [sys.executable, "-m", "dateline", "explain"]
    done = subprocess.run(line, check=False, stdout=writing, stderr=subprocess.PIPE)  # noqa: S603 - our own words
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
