"""`dateline compare`: the ledger beside a table in ACLED's or UCDP GED's layout."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click
from rich.text import Text

from dateline.cli.ledger import EXIT_PARTIAL, EXIT_UNREADABLE, known_at_option, ledger_option, opened_to_ask
from dateline.cli.output import format_option, output_option, write_rows
from dateline.desk import Compared, Derived
from dateline.desk import compare as compare_events
from dateline.errors import InputError
from dateline.export.visible import one_line
from dateline.read import EventTable, read_event_table

SHOWN = 10


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@ledger_option
@known_at_option
@format_option
@output_option
@click.pass_context
def compare(
    ctx: click.Context,
    /,
    file: Path,
    *,
    where: str | None,
    known_at: datetime | None,
    form: str | None,
    output: TextIO,
) -> None:
    """Print which events the ledger and the CSV table FILE (- is stdin) share, which only one has, and what differs.

    The table is in ACLED's or UCDP GED's layout, told apart by its columns. Two events are one when the place is the
    same (by name, or within 10 km) and the days are at most one apart. Exit codes: 0 done, 3 some rows have no day or
    id, 4 the table cannot be read.
    """
    table = _table_of(ctx, file)
    with opened_to_ask(where, known_at=known_at) as ledger:
        whole = Derived(ledger, known_at=known_at).whole()
    found = list(compare_events(whole.dossier, table.events, events=whole.events))
    write_rows(found, kind=Compared, form=form, to=output, table=_table)
    counts = Counter(row.found for row in found)
    differing = sum(bool(row.differing) for row in found)
    words = f"{counts['matched']} matched ({differing} of them differ)"
    click.echo(f"dateline: {words}, {counts['only_ours']} only ours, {counts['only_theirs']} only theirs", err=True)
    if table.rejected:
        lines = ", ".join(map(str, table.rejected[:SHOWN])) + (" …" if len(table.rejected) > SHOWN else "")
        click.echo(f"dateline: {len(table.rejected)} rows without a day or an id, at lines {lines}", err=True)
        ctx.exit(EXIT_PARTIAL)


def _table_of(ctx: click.Context, file: Path) -> EventTable:
    try:
        return read_event_table(file, stdin=sys.stdin.buffer)
    except InputError as error:
        click.echo(f"dateline: {one_line(str(error))}", err=True)
        ctx.exit(EXIT_UNREADABLE)


def _table(row: Compared) -> Iterator[Text]:
    ids = " = ".join(one_line(key) for key in (row.ours, row.theirs) if key)
    yield Text.assemble((f"{row.found.replace('_', ' ')} ", "bold"), one_line(row.what), (f" [{ids}]", "dim"))
    yield from (Text(one_line(words)) for words in row.differing)
