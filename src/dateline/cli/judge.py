"""`dateline judge`: accept, reject or doubt a claim; take a judgement back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click

from dateline.cli.ledger import by_option, ledger_option, opened, signed
from dateline.desk import give_verdict, undo
from dateline.model.ledger import Verdict

VERDICTS: Mapping[str, Verdict] = MappingProxyType({"accept": "positive", "reject": "negative", "unsure": "unsure"})


@click.command()
@click.argument("verdict", type=click.Choice([*VERDICTS, "undo"]), metavar="accept|reject|unsure|undo")
@click.argument("subject", metavar="ID")
@ledger_option
@by_option
@click.option("--reason", required=True, metavar="WORDS", help="Why.")
@click.option("--dry-run", is_flag=True, help="Look whether that can be judged, write nothing.")
def judge(verdict: str, subject: str, *, where: str | None, by: str | None, reason: str, dry_run: bool) -> None:
    """Judge the claim ID, or undo the judgement ID, with who and why; nothing is overwritten.

    A rejected claim stays in the ledger and counts in no event. Prints the id of the judgement.
    """
    with opened(where, write=not dry_run) as ledger:
        if verdict == "undo":
            made = undo(ledger, subject, by=signed(by), reason=reason)
        else:
            made = give_verdict(ledger, subject, VERDICTS[verdict], by=signed(by), reason=reason)
    click.echo(f"claim or judgement {subject} can be judged" if dry_run else made.id)
