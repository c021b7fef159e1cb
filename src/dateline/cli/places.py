"""`dateline places`: what the gazetteer knows, why a name was resolved so, and countries that the user adds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

import click
from rich.table import Table
from rich.text import Text

from dateline.cli.config import places_folder
from dateline.cli.places_find import find, why
from dateline.cli.progress import Progress
from dateline.cli.table import console
from dateline.cli.written import WrittenFile
from dateline.errors import BinaryInput, InputError
from dateline.export.visible import one_line
from dateline.reference import load_reference
from dateline.reference.geonames_dump import DumpLimits
from dateline.reference.geonames_fetch import ADDRESS, Fetch, client, fetch
from dateline.reference.geonames_import import Imported, Reading, doubt, imported, known_country, read_dump
from dateline.reference.geonames_import import add as keep
from dateline.reference.geonames_import import remove as take_out

EXIT_UNREADABLE = 4
SHOWN_BAD_ROWS = 3
FORMATS = click.Choice(["table", "json"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """The options of `dateline places add`, as click hands them over."""

    file: Path | None
    errors: TextIO | None
    force: bool
    dry_run: bool
    quiet: bool


@click.group()
def places() -> None:
    """Look places up, explain a resolution, add countries from GeoNames."""


@places.command()
@click.argument("country", metavar="COUNTRY")
@click.option(
    "--from", "file", type=click.Path(path_type=Path), metavar="FILE", help="Take this .txt or .zip; fetch nothing."
)
@click.option("--errors", type=WrittenFile(lazy=False), help="Write rejected rows there, as JSON lines.")
@click.option("--force", is_flag=True, help="Take a file that looks cut or wrong.")
@click.option("--dry-run", is_flag=True, help="Read and check, change nothing.")
@click.option("--quiet", "-q", is_flag=True, help="No progress on stderr.")
@click.pass_context
def add(ctx: click.Context, /, country: str, **flags: Any) -> None:
    """Add the places of a country (ISO code, like ML) from its GeoNames dump.

    Without --from the dump is fetched from download.geonames.org (CC BY 4.0); an interrupted download goes on where
    it broke off. A country that was added before is replaced only by a file that looks whole.
    Exit codes: 0 done, 2 usage, 4 nothing was taken.
    """
    code, options = known_country(country), Adding(**flags)
    try:
        _add(code, places_folder(), options)
    except InputError as error:
        click.echo(f"dateline: {one_line(str(error))}", err=True)
        ctx.exit(EXIT_UNREADABLE)


def _add(country: str, folder: Path, options: Adding) -> None:
    """Read, judge, keep; what was fetched goes when it has been kept."""
    source = options.file or _fetched(country, folder, quiet=options.quiet)
    reading = _read(source, country, quiet=options.quiet)
    _rejected(reading, options.errors)
    reason = doubt(reading, folder)
    if reason is not None and not options.force:
        raise BinaryInput(f"{source} was not taken: {reason}; --force takes it all the same", where=str(source))
    counts = (
        f"{len(reading.rows):,} places, {reading.known:,} known already, "
        f"{reading.other:,} of other kinds, {reading.rejected:,} rejected"
    )
    if options.dry_run:
        click.echo(f"{country} would be added: {counts}")
        return
    one = keep(reading, source=source, name=str(options.file or ADDRESS.format(country=country)), folder=folder)
    click.echo(f"{country} added: {counts} ({folder / one.table})")
    if options.file is None:
        source.unlink(missing_ok=True)


def _fetched(country: str, folder: Path, *, quiet: bool) -> Path:
    with client() as http, closing(Progress(total=None, quiet=quiet, unit="blocks of 64 KiB")) as progress:
        to = Fetch(folder=folder / "downloads", limits=DumpLimits(), advance=lambda _done, _total: progress.advance())
        return fetch(country, http=http, to=to)


def _read(source: Path, country: str, *, quiet: bool) -> Reading:
    table = load_reference(places=source.parent / "none").gazetteer.table
    known = {table.row(number)[0] for number in range(len(table.offsets) - 1)}
    with closing(Progress(total=None, quiet=quiet, unit="rows")) as progress:
        return read_dump(source, country=country, known=known, advance=progress.advance)


def _rejected(reading: Reading, errors: TextIO | None) -> None:
    for row in reading.bad[:SHOWN_BAD_ROWS]:
        click.echo(f"dateline: line {row.line}: {row.reason}: {one_line(row.found)}", err=True)
    if reading.rejected > SHOWN_BAD_ROWS:
        click.echo(
            f"dateline: {reading.rejected - SHOWN_BAD_ROWS:,} more rows rejected; --errors FILE lists them", err=True
        )
    if errors is not None:
        for row in reading.bad:
            errors.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


@places.command()
@click.argument("country", metavar="COUNTRY")
@click.option("--dry-run", is_flag=True, help="Say what would go, change nothing.")
def remove(*, country: str, dry_run: bool) -> None:
    """Take a country out that was added; what ships with Dateline stays."""
    code, folder = known_country(country), places_folder()
    if dry_run:
        found = [one for one in imported(folder) if one.country == code]
        click.echo(f"{code} would be removed: {found[0].places:,} places" if found else f"{code} was not added")
        return
    click.echo(f"{code} removed: {take_out(code, folder=folder).places:,} places")


@places.command(name="list")
@click.option("--format", "form", type=FORMATS, default="table", help="Default: table.")
def show(*, form: str) -> None:
    """List the countries that were added."""
    found = imported(places_folder())
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    elif found:
        _print(found)
    else:
        click.echo("no country was added; `dateline places add ML` adds Mali")


def _print(found: tuple[Imported, ...]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for heading in ("country", "places", "known", "rejected", "added", "from"):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(*map(Text, _cells(one)))
    console(sys.stdout).print(table)


def _cells(one: Imported) -> Iterator[str]:
    yield one.country
    yield from (f"{count:,}" for count in (one.places, one.known, one.rejected))
    yield one.added
    yield one_line(one.file)


places.add_command(find)
places.add_command(why)
