"""`dateline check`: what to doubt within and between the reports of a ledger, as a linter prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TextIO, cast

import click
from rich.text import Text

from dateline.cli.explain import no_such_finding
from dateline.cli.ledger import EXIT_FINDINGS, known_at_option, ledger_option, opened_to_ask
from dateline.cli.output import format_option, output_option, write_rows
from dateline.cli.read import LEVELS, NEVER
from dateline.cli.table import SEVERITY_STYLES
from dateline.desk import FindingLine
from dateline.desk.checking import Scope, Wanted, all_findings
from dateline.model.vocabulary import Severity
from dateline.reference.findings import load_findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline check`, as click hands them over."""

    where: str | None
    scope: Scope
    codes: tuple[str, ...]
    level: str
    known_at: datetime | None
    fail_on: str
    form: str | None
    output: TextIO

    @property
    def wanted(self) -> Wanted:
        """Which findings; raises UsageError for a code that begins none."""
        known = [kind for kind in load_findings() if kind.severities]
        for code in self.codes:
            if not any(kind.code.startswith(code.upper()) or kind.type == code.lower() for kind in known):
                raise no_such_finding(code, [name for kind in known for name in (kind.code, kind.type)])
        types = {kind.type for kind in known}
        codes = frozenset(code.lower() if code.lower() in types else code.upper() for code in self.codes)
        return Wanted(scope=self.scope, codes=codes, severities=_from(self.level), known_at=self.known_at)

    @property
    def severe(self) -> frozenset[Severity]:
        """The severities that fail."""
        return _from(self.fail_on) if self.fail_on != NEVER else frozenset()


def _from(level: str) -> frozenset[Severity]:
    return frozenset(cast(Severity, name) for name in LEVELS[LEVELS.index(level) :])


@click.command()
@ledger_option
@click.option(
    "--scope",
    type=click.Choice(["all", "within", "across"]),
    default="all",
    show_default=True,
    help="Findings within one report, across reports, or both.",
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODE",
    help="Only this code, type or family (W, N101, denial); repeatable.",
)
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default=LEVELS[0],
    show_default=True,
    help="Only findings of this level or above.",
)
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
def check(ctx: click.Context, /, **flags: Any) -> None:
    """Print what to know before believing: contradictions, copies, shared origins, corrections, doubtful dates and figures.

    Findings across reports are derived from all of them, those within a report are those that `dateline read` prints.
    Exit codes: 0 done, 1 findings at or above --fail-on.
    """
    options = Options(**flags)
    wanted = options.wanted
    with opened_to_ask(options.where, known_at=options.known_at) as ledger:
        found = all_findings(ledger, wanted)
    write_rows(found, kind=FindingLine, form=options.form, to=options.output, table=_table)
    ctx.exit(EXIT_FINDINGS if any(line.severity in options.severe for line in found) else 0)


def _table(line: FindingLine) -> Iterator[Text]:
    style = SEVERITY_STYLES[line.severity]
    yield Text.assemble(line.where, " ", (line.code, style), " ", (line.type, style), " ", line.message)
    if line.words:
        yield Text(f"“{line.words}”", style="dim")
