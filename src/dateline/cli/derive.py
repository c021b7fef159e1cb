"""`dateline derive`: bring the derived tables of a ledger up to date."""

from __future__ import annotations

import click

from dateline.cli.ledger import ledger_option, opened
from dateline.desk import refresh
from dateline.desk.derived import Derived


@click.command()
@ledger_option
@click.option("--rebuild", is_flag=True, help="Make them anew from all reports, even where they are up to date.")
@click.option("--dry-run", is_flag=True, help="Say whether they are up to date, write nothing.")
def derive(*, where: str | None, rebuild: bool, dry_run: bool) -> None:
    """Bring what is derived over all reports up to date: events, who holds what, findings, copies.

    Adding reports and judging do that by themselves; it is needed after an update of Dateline and after an interrupt.
    Nothing that the ledger keeps is changed: derived tables can be made anew from it at any time.
    """
    with opened(where, write=not dry_run) as ledger:
        if dry_run:
            stored = Derived(ledger).stored
            click.echo(
                "up to date" if stored and not rebuild else "would be derived anew" if rebuild else "out of date"
            )
            return
        done = refresh(ledger, rebuild=rebuild)
    click.echo(f"{done.how}, up to line {done.seq} of the log")
