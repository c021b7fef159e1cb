"""Commands that are imported when they are called: `dateline --help` and a mistyped command answer at once."""

from __future__ import annotations

import keyword
from importlib import import_module

import click


class Deferred(click.Command):
    """The place of a command in the list of all; its module is imported when it is called."""

    def __init__(self, name: str, about: str) -> None:
        super().__init__(name, short_help=about)

    def load(self) -> click.Command:
        """The command itself, which bears the name of its module: `who-holds` is `who_holds`, `import` is `import_`."""
        name = str(self.name).replace("-", "_")
        name += "_" if keyword.iskeyword(name) else ""
        command: click.Command = getattr(import_module(f"dateline.cli.{name}"), name)
        return command


class DeferringGroup(click.Group):
    """A group whose commands may be deferred: it lists and completes them by name and line, and loads the one that is called."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the command loaded."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, Deferred) else command, rest
