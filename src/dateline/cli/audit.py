"""`dateline audit`: whether the ledger is as its log says."""

from __future__ import annotations

import click

from dateline.cli.ledger import EXIT_FINDINGS, ledger_option, opened
from dateline.export.visible import one_line
from dateline.store import log
from dateline.store import verify as verify_log


@click.group()
def audit() -> None:
    """Check the hash-chained log of a ledger."""


@audit.command()
@ledger_option
@click.option("--head", metavar="HASH", help="The last hash of an earlier check: finds lines cut off the end, too.")
@click.pass_context
def verify(ctx: click.Context, /, where: str | None, *, head: str | None) -> None:
    """Recompute every hash of the log and of the rows that it vouches for.

    Prints the hash of the last line: keep it elsewhere and hand it to the next check. Exit codes: 0 all is as the log
    says, 1 it is not.
    """
    with opened(where) as ledger:
        found = verify_log(ledger)
        cut = head is not None and found.ok and not any(entry.hash == head for entry in log(ledger))
    if found.ok and not cut:
        click.echo(f"ok: {found.entries} lines, head {found.head}")
        return
    at = f" at line {found.broken_at}" if found.broken_at else ""
    why = "no line has the hash of the earlier check: lines were cut off or replaced" if cut else one_line(found.why)
    click.echo(f"dateline: broken{at}: {why}", err=True)
    ctx.exit(EXIT_FINDINGS)
