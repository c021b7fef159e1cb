"""`dateline actors`: lists of actors of others beside the register that ships with Dateline."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO, get_args

import click
from rich.table import Table
from rich.text import Text

from dateline.cli.config import actors_folder
from dateline.cli.ledger import EXIT_PARTIAL, EXIT_UNREADABLE
from dateline.cli.table import console
from dateline.cli.written import WrittenFile
from dateline.errors import InputError
from dateline.export.visible import one_line
from dateline.model.world import ActorKind
from dateline.reference.actor_folder import ImportedList, imported_lists, keep_list, list_name, remove_list
from dateline.reference.actor_list_files import read_rows
from dateline.reference.actor_lists import ActorReading, read_list
from dateline.reference.actors import load_actors

SHOWN_BAD_ROWS = 3
FORMATS = click.Choice(["table", "json"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """The options of `dateline actors import`, as click hands them over."""

    name: str | None
    kind: ActorKind
    errors: TextIO | None
    dry_run: bool


@click.group()
def actors() -> None:
    """Add lists of actors: the UCDP Actor Dataset, an extract of Wikidata."""


@actors.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--name", metavar="NAME", help="What the list is called here. Default: the file's name.")
@click.option(
    "--kind",
    type=click.Choice(get_args(ActorKind)),
    default="organisation",
    show_default=True,
    help="The kind of actors whose type the list does not tell.",
)
@click.option("--errors", type=WrittenFile(lazy=False), help="Write rejected rows there, as JSON lines.")
@click.option("--dry-run", is_flag=True, help="Read and check, change nothing.")
@click.pass_context
def take_in(ctx: click.Context, /, file: Path, **flags: Any) -> None:
    """Add the actors of FILE: CSV with the columns of UCDP's actor list, or CSV or JSON of Wikidata's query service.

    A list of the same name is replaced. The register that ships with Dateline wins: an actor that it knows by name stays
    as it is, and of the others only names that it has not are looked for. Exit codes: 0 done, 2 usage, 3 some rows were
    rejected, 4 nothing was taken.
    """
    options = Importing(**flags)
    try:
        reading = read_list(read_rows(file), register=load_actors(), kind=options.kind)
    except InputError as error:
        click.echo(f"dateline: {one_line(str(error))}", err=True)
        ctx.exit(EXIT_UNREADABLE)
    _rejected(reading, options.errors)
    if not reading.actors and not reading.known:
        click.echo(f"dateline: {one_line(str(file))} was not taken: no row of it is an actor", err=True)
        ctx.exit(EXIT_UNREADABLE)
    name = list_name(options.name or file.stem)
    counts = f"{len(reading.actors):,} actors, {reading.known:,} known already, {len(reading.bad):,} rejected"
    if options.dry_run:
        click.echo(f"{name} ({reading.form}) would be added: {counts}")
    else:
        keep_list(reading, name=name, source=file, folder=actors_folder())
        click.echo(f"{name} ({reading.form}) added: {counts}")
    if reading.bad:
        ctx.exit(EXIT_PARTIAL)


def _rejected(reading: ActorReading, errors: TextIO | None) -> None:
    for row in reading.bad[:SHOWN_BAD_ROWS]:
        click.echo(f"dateline: line {row.line}: {row.reason}: {one_line(row.found)}", err=True)
    if len(reading.bad) > SHOWN_BAD_ROWS:
        more = len(reading.bad) - SHOWN_BAD_ROWS
        click.echo(f"dateline: {more:,} more rows rejected; --errors FILE lists them", err=True)
    if errors is not None:
        for row in reading.bad:
            errors.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


@actors.command()
@click.argument("name", metavar="NAME")
@click.option("--dry-run", is_flag=True, help="Say what would go, change nothing.")
def remove(*, name: str, dry_run: bool) -> None:
    """Take a list out that was imported; what ships with Dateline stays."""
    folder = actors_folder()
    if dry_run:
        found = [one for one in imported_lists(folder) if one.name == name]
        click.echo(f"{name} would be removed: {found[0].actors:,} actors" if found else f"{name} was not imported")
        return
    click.echo(f"{name} removed: {remove_list(name, folder=folder).actors:,} actors")


@actors.command(name="list")
@click.option("--format", "form", type=FORMATS, default="table", help="Default: table.")
def show(*, form: str) -> None:
    """List the lists that were imported."""
    found = imported_lists(actors_folder())
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    elif found:
        _print(found)
    else:
        click.echo("no list was imported; `dateline actors import FILE` adds one")


def _print(found: tuple[ImportedList, ...]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for heading in ("list", "form", "actors", "known", "rejected", "added", "from"):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(*map(Text, _cells(one)))
    console(sys.stdout).print(table)


def _cells(one: ImportedList) -> Iterator[str]:
    yield one.name
    yield one.form
    yield from (f"{count:,}" for count in (one.actors, one.known, one.rejected))
    yield one.added
    yield one_line(one.file)
