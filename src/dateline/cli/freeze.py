"""`dateline freeze`: a name and a hash for what the ledger holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

import click

from dateline.cli.ledger import by_option, known_at_option, ledger_option, opened, signed
from dateline.desk import freeze as freeze_state


@click.command()
@click.argument("name")
@ledger_option
@known_at_option
@by_option
@click.option("--reason", default="", metavar="WORDS", help="Why, for the log.")
@click.option("--dry-run", is_flag=True, help="Print the hash, write nothing.")
def freeze(
    name: str, *, where: str | None, known_at: datetime | None, by: str | None, reason: str, dry_run: bool
) -> None:
    """Print the content hash of what the ledger holds (or held), and write it to the log under NAME.

    The same records and judgements give the same hash in every ledger: file names, order and the times at
    which they came in do not count.
    """
    with opened(where, write=not dry_run) as ledger:
        frozen = freeze_state(ledger, name, by=signed(by), known_at=known_at, reason=reason)
    click.echo(json.dumps(asdict(frozen), ensure_ascii=False))
