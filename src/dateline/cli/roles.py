"""`dateline roles`: who may do what with a ledger on PostgreSQL."""

from __future__ import annotations

import click

from dateline.cli.ledger import ledger_option, opened
from dateline.store.roles import share


@click.command()
@ledger_option
@click.option("--prefix", default="dateline", show_default=True, metavar="WORD", help="How the roles' names begin.")
@click.option("--dry-run", is_flag=True, help="Print the SQL, run none of it.")
def roles(*, where: str | None, prefix: str, dry_run: bool) -> None:
    """Make roles for a ledger on PostgreSQL: reader, coder (adds reports), reviewer (adds judgements).

    Prints the SQL. The roles cannot log in: grant them to people, as in GRANT dateline_coder TO ana. The owner, who
    migrates and redacts, is the role that made the ledger. Run it again after an update of Dateline.
    """
    with opened(where, write=True) as ledger:
        for sql in share(ledger, prefix=prefix, dry_run=dry_run):
            click.echo(f"{sql};")
