"""`dateline check`: contradictions between the reports of a ledger, as a linter prints them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TextIO

import click
from rich.text import Text

from dateline.cli.ledger import EXIT_FINDINGS, known_at_option, ledger_option, opened
from dateline.cli.output import format_option, output_option, write_rows
from dateline.cli.read import LEVELS, NEVER
from dateline.cli.table import SEVERITY_STYLES
from dateline.derive.across import Dossier
from dateline.desk import FindingLine, findings
from dateline.store import holdings


@click.command()
@ledger_option
@known_at_option
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, NEVER]),
    default=NEVER,
    show_default=True,
    help="Exit 1 for findings of this level or above.",
)
@format_option
@output_option
@click.pass_context
def check(
    ctx: click.Context,
    /,
    where: str | None,
    *,
    known_at: datetime | None,
    fail_on: str,
    form: str | None,
    output: TextIO,
) -> None:
    """Print what to know before believing: contradictions between reports, copies, shared origins, corrections.

    `dateline read` prints the findings within one report. Exit codes: 0 done, 1 findings at or above --fail-on.
    """
    with opened(where) as ledger:
        dossier = Dossier(holdings=holdings(ledger, known_at=known_at))
    found = list(findings(dossier))
    write_rows(found, kind=FindingLine, form=form, to=output, table=_table)
    severe = LEVELS[LEVELS.index(fail_on) :] if fail_on != NEVER else ()
    ctx.exit(EXIT_FINDINGS if any(line.severity in severe for line in found) else 0)


def _table(line: FindingLine) -> Iterator[Text]:
    style = SEVERITY_STYLES[line.severity]
    yield Text.assemble(line.where, " ", (line.code, style), " ", (line.type, style), " ", line.message)
