"""`dateline publish`: the one way to TLP:CLEAR."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli.ledger import by_option, ledger_option, opened, said, signed
from dateline.cli.written import WrittenPath
from dateline.desk.publishing import Publication, publication, tell_published
from dateline.errors import UsageError
from dateline.export.formats import EXPORTERS, exporter
from dateline.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline publish`, as click hands them over."""

    where: str | None
    by: str | None
    name: str
    output: Path
    include_nonlethal: bool
    reason: str
    dry_run: bool


def _named(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    if value == Path("-"):
        raise click.BadParameter("the log keeps the name of a file that was published: give one", ctx=ctx, param=param)
    return value


@click.command()
@ledger_option
@by_option
@click.option("--as", "name", required=True, type=click.Choice([one.name for one in EXPORTERS]), help="The format.")
@click.option(
    "--output", "-o", type=WrittenPath(dir_okay=False), required=True, callback=_named, metavar="FILE", help="The file."
)
@click.option("--include-nonlethal", is_flag=True, help="GED-like table: also events without deaths.")
@click.option("--reason", required=True, callback=said, metavar="WORDS", help="Why, for the log.")
@click.option("--dry-run", is_flag=True, help="Say what would be published, write nothing.")
def publish(**flags: Any) -> None:
    """Write a file that may go to anybody, marked TLP:CLEAR, and a line of the log that it left, with its hash.

    Only what the ledger has held for 24 hours is in it, without events younger than that, and through the same
    safety filter as every export. Nothing shortens the delay. Everything else that leaves is TLP:AMBER.
    """
    options = Options(**flags)
    with opened(options.where, write=not options.dry_run) as ledger:
        made = publication(
            ledger, exporter(options.name), at=datetime.now(UTC), include_nonlethal=options.include_nonlethal
        )
        if not options.dry_run:
            _write(ledger, made, options)
    shared = made.exported.shared
    verb = "would be published" if options.dry_run else f"published in {options.output}"
    click.echo(f"{len(shared.events)} events, {len(shared.claims)} claims of {made.reports} reports {verb}")
    for reason, count in made.held_back.items():
        click.echo(f"dateline: held back: {count} {reason}", err=True)


def _write(ledger: Ledger, made: Publication, options: Options) -> None:
    """First the bytes under another name, then the log, then the name: no file leaves untold, none is told half."""
    path, meta = options.output, made.exported.meta
    beside = path.with_name(f"{path.name}.meta.json")
    drafts = [(_draft(made.exported.content, path), path)]
    if meta is not None:
        drafts.append((_draft(meta, beside), beside))
    try:
        tell_published(ledger, made, path.name, by=signed(options.by), reason=options.reason)
        for draft, final in drafts:
            draft.replace(final)
    finally:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)


def _draft(content: bytes, path: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o644)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    return Path(name)
