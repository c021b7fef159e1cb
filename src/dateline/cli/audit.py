"""`dateline audit`: whether the ledger is as its log says."""

from __future__ import annotations

from collections import Counter

import click

from dateline.cli.ledger import EXIT_FINDINGS, ledger_option, opened
from dateline.export.visible import one_line
from dateline.pipeline import load_engine
from dateline.store import holdings, log
from dateline.store import readers as readers_of
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


@audit.command()
@ledger_option
@click.option("--older", is_flag=True, help="List the reports that another edition of the rules read, one a line.")
def readers(where: str | None, *, older: bool) -> None:
    """Which edition of the rules read the reports: the installed one, or one whose reading may differ from today's.

    An edition is the version of Dateline with a hash of its rules and data, and the parser. `dateline ingest --again`
    reads reports anew; a report that reads the same keeps its record, and the log notes by which edition it was read.
    """
    with opened(where) as ledger:
        found = readers_of(ledger)
        names = {report.id: report.name for report in holdings(ledger).reports} if older else {}
    now = load_engine().reader
    if older:
        for report in sorted(name for name, reader in found.items() if reader != now):
            click.echo(f"{report}\t{one_line(names.get(report, ''))}")
        return
    for reader, number in Counter(found.values()).most_common():
        which = "installed" if reader == now else "another edition"
        click.echo(
            f"{number} report{'s' if number != 1 else ''} read by {reader or 'rules that are not named'} ({which})"
        )
