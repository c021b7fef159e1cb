"""`dateline changes`: what is new in a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TextIO

import click
from rich.text import Text

from dateline.cli.ledger import ledger_option, moment, opened
from dateline.cli.output import format_option, output_option, write_rows
from dateline.desk import Change
from dateline.desk import changes as find_changes
from dateline.export.visible import one_line


def point(value: str) -> int | datetime:
    """A line of the log, or a time."""
    return int(value) if value.isdecimal() and len(value) != len("20231114") else moment(value)


@click.command()
@ledger_option
@click.option("--since", type=point, default="0", metavar="LINE|TIME", help="After this line of the log, or this time.")
@format_option
@output_option
def changes(where: str | None, *, since: int | datetime, form: str | None, output: TextIO) -> None:
    """Print what was created, revised, retracted, judged, merged, split or frozen, in the order of the log.

    Every change bears its line of the log: ask with the last one to get what came after.
    """
    with opened(where) as ledger:
        write_rows(find_changes(ledger, since=since), kind=Change, form=form, to=output, table=_table)


def _table(row: Change) -> Iterator[Text]:
    reason = f" – {one_line(row.reason)}" if row.reason else ""
    what = row.what or one_line(row.subject)
    yield Text.assemble((f"{row.seq} ", "dim"), f"{row.at[:19]}Z {one_line(row.by)}: {row.change} {what}{reason}")
