"""`dateline export`: the ledger in the formats of others."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli.ledger import known_at_option, ledger_option, moment, opened_to_ask
from dateline.cli.written import WrittenPath
from dateline.desk import Derived, Exported
from dateline.desk import export as make_export
from dateline.errors import UsageError
from dateline.export.formats import EXPORTERS, exporter
from dateline.export.shared import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline export`, as click hands them over."""

    where: str | None
    name: str
    output: Path
    strict: bool
    include_nonlethal: bool
    known_at: datetime | None
    at: datetime | None
    dry_run: bool

    @property
    def terms(self) -> Terms:
        """The terms of sharing: always TLP:AMBER."""
        return Terms(at=self.at or datetime.now(UTC), strict=self.strict, include_nonlethal=self.include_nonlethal)


@click.command()
@ledger_option
@click.option("--as", "name", required=True, type=click.Choice([one.name for one in EXPORTERS]), help="The format.")
@click.option("--output", "-o", type=WrittenPath(), default="-", metavar="FILE", help="Write there, not to stdout.")
@click.option("--strict", is_flag=True, help="Tables in the borrowed layout alone, without our own columns.")
@click.option("--include-nonlethal", is_flag=True, help="GED-like table: also events without deaths.")
@known_at_option
@click.option("--at", type=moment, metavar="TIME", help="The time of sharing that files bear. Default: now.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, write nothing.")
def export(**flags: Any) -> None:
    """Write events, claims and holds in a format of others, through the safety filter, marked TLP:AMBER.

    Private persons' names leave as [person], places of refuge, care and aid only as their first-level division.
    Tables of borrowed layout get a FILE.meta.json that says whose data they are not.
    """
    options = Options(**flags)
    with opened_to_ask(options.where, known_at=options.known_at) as ledger:
        whole = Derived(ledger, known_at=options.known_at).whole()
    made = make_export(whole.dossier, exporter(options.name), options.terms, events=whole.events)
    if options.dry_run:
        click.echo(f"{len(made.shared.events)} events, {len(made.content)} bytes would be written{_left_out(made)}")
        return
    _write(options.output, made)


def _write(path: Path, made: Exported) -> None:
    if path == Path("-"):
        sys.stdout.buffer.write(made.content)
        return
    try:
        path.write_bytes(made.content)
        if made.meta is not None:
            path.with_name(f"{path.name}.meta.json").write_bytes(made.meta)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"dateline: {len(made.shared.events)} events to {path}{_left_out(made)}", err=True)


def _left_out(made: Exported) -> str:
    return "".join(f"; left out: {count} {reason}" for reason, count in made.shared.left_out.items())
