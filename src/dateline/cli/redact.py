"""`dateline redact`: take words out of the ledger for good."""

from __future__ import annotations

import click

from dateline.cli.ledger import by_option, ledger_option, opened, said, signed
from dateline.desk.redaction import Words, redact_words


@click.command()
@click.argument("subject", metavar="REPORT|CLAIM")
@ledger_option
@by_option
@click.option("--span", "spans", multiple=True, metavar="START-END", help="Characters of the report; repeatable.")
@click.option("--words", multiple=True, metavar="WORDS", help="Words wherever they stand in the report; repeatable.")
@click.option("--reason", required=True, callback=said, metavar="WORDS", help="Why; must not repeat the words.")
@click.option("--dry-run", is_flag=True, help="Say what would go, change nothing.")
def redact(
    subject: str,
    *,
    where: str | None,
    by: str | None,
    spans: tuple[str, ...],
    words: tuple[str, ...],
    reason: str,
    dry_run: bool,
) -> None:
    """Take a report, a stretch of it (REPORT:START-END) or the words of a claim out of the ledger for good.

    This is the one command that removes something. The words go from the text, records, claims, judgements, reasons in
    the log and the index of words; "[redacted]" stands in their place. Ids, offsets, hashes and a line with who and why
    stay, `audit verify` still proves the rest, and the report is not read in again. What was coded from the words stays:
    reject the claims that must not count. Files, backups, exports and frozen bundles made before still have the words.
    """
    with opened(where, write=not dry_run) as ledger:
        made = redact_words(ledger, subject, Words(spans=spans, words=words), by=signed(by), reason=reason)
    verb = "would go" if dry_run else "gone"
    click.echo(
        f"{made.chars} characters of {made.report} {verb}, {made.rows} rows, {len(made.reasons)} reasons in the log"
    )
