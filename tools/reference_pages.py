"""Write the reference pages from the code itself: `python -m tools.reference_pages`; a test compares them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

import dateline
from dateline.cli.deferred import Deferred
from dateline.cli.main import main
from dateline.cli.settings import KEYS
from dateline.reference.findings import FindingKind, load_findings
from tools.http_page import http

PAGES = Path(__file__).resolve().parents[1] / "docs" / "reference"
EMPTY = '""'
NOTE = "<!-- Written by `make docs` from the code: change it there. -->\n"


def commands() -> str:
    """The page of every command with its own help."""
    parts = [
        "# Commands\n",
        NOTE,
        "Data goes to stdout, messages and progress to stderr. `-` stands for standard input.\n",
    ]
    for name, command in _commands(main, "dateline"):
        context = click.Context(command, info_name=name, max_content_width=96, terminal_width=96)
        parts.append(f"## `{name}`\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _commands(group: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, group
    if isinstance(group, click.Group):
        for part, command in sorted(group.commands.items()):
            yield from _commands(command.load() if isinstance(command, Deferred) else command, f"{name} {part}")


def configuration() -> str:
    """The page of every configuration key."""
    rows = [f"| `{k.name}` | `{k.variable}` | `{k.default or EMPTY}` | {k.about} |" for k in KEYS]
    return "\n".join(
        [
            "# Configuration\n",
            NOTE,
            "What is nearer wins: a flag, then the environment, then `./dateline.toml`, then `config.toml` in the user's",
            "folder (`$XDG_CONFIG_HOME/dateline`), then the default. `dateline config show --origin` says which it was.",
            "All values are strings. A key that does not exist is an error, so that a typing mistake is not passed over.\n",
            "| key | environment | default | what it is |",
            "|---|---|---|---|",
            *rows,
            "\n```toml\n[parser]\nmodel = \"en_core_web_sm\"\n\n[read]\nfail_on = \"error\"\n```\n",
        ]
    )  # fmt: skip


def findings() -> str:
    """The page of every finding code: rule, example, limits."""
    parts = ["# Findings\n", NOTE, "`dateline explain CODE` prints the same. A check that cannot tell says nothing.\n"]
    for kind in sorted(load_findings(), key=lambda kind: kind.code):
        parts.append(_finding(kind))
    return "\n".join(parts)


def _finding(kind: FindingKind) -> str:
    return (
        f"## {kind.code} `{kind.type}`\n\n{' or '.join(kind.severities)} · {kind.family}\n\n**Rule.** {kind.rule}\n\n"
        f"**Example.** {kind.example}\n\n**Limits.** {kind.limits}\n"
    )


def python() -> str:
    """The page of the names that `import dateline` offers."""
    parts = ["# Python\n", NOTE, "```python\nimport dateline as dl\n```\n"]
    for name in dateline.__all__:
        value = getattr(dateline, name)
        parts.append(f"## `dl.{name}`\n\n{_signature(name, value)}{inspect.getdoc(value)}\n")
        if inspect.isclass(value) and not issubclass(value, Exception):
            methods = [(n, m) for n, m in vars(value).items() if inspect.isfunction(m) and not n.startswith("_")]
            parts.extend(f"### `{name}.{n}()`\n\n{inspect.getdoc(m)}\n" for n, m in methods)
    return "\n".join(parts)


def _signature(name: str, value: object) -> str:
    return f"```python\n{name}{inspect.signature(value)}\n```\n\n" if inspect.isfunction(value) else ""


def pages() -> dict[str, str]:
    """The pages by file name."""
    return {
        "commands.md": commands(),
        "configuration.md": configuration(),
        "findings.md": findings(),
        "http.md": http(NOTE),
        "python.md": python(),
    }  # fmt: skip


if __name__ == "__main__":
    for file, text in pages().items():
        (PAGES / file).write_text(text, encoding="utf-8")
