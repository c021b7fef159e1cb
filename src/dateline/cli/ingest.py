"""`dateline ingest`: reports into a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, TextIO

import click

from dateline.cli.config import actors_folder, places_folder, settings_here
from dateline.cli.extractor import tell_proposed, transport_to
from dateline.cli.inputs import Inputs
from dateline.cli.ledger import EXIT_PARTIAL, EXIT_UNREADABLE, by_option, ledger_option, opened_to_fill, signed
from dateline.cli.progress import Progress
from dateline.cli.written import WrittenFile
from dateline.desk import Intake
from dateline.model.record import Record
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine, run
from dateline.propose import Transport
from dateline.read import Document, Given, parse_published
from dateline.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline ingest`, as click hands them over."""

    where: str | None
    published: str | None
    source: str | None
    errors: TextIO | None
    model: str | None
    extractor: str | None
    by: str | None
    reason: str
    again: bool
    dry_run: bool
    quiet: bool


AGAIN = "after an update of Dateline, of places or of actors, `dateline ingest --again` reads them anew"


@dataclass(kw_only=True)
class LazyReader:
    """Reads reports; parser and registers are loaded for the first one, so that a run of known reports needs neither."""

    model: str | None
    transport: Transport | None
    _engine: Engine | None = None

    def __call__(self, report: Report) -> Record:
        """The record of the report; raises ConfigurationError."""
        if self._engine is None:
            self._engine = replace(
                load_engine(model=self.model, places=places_folder(), actors=actors_folder()), transport=self.transport
            )
        return run(report, engine=self._engine)

    @property
    def extractor(self) -> str:
        """The name under which its records are kept."""
        return f"rules+{self.transport.endpoint.name}" if self.transport else "rules"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ledger_option
@click.option("--published", metavar="TIME", help="When the reports were published: 2023-11, 2023-11-14 or a time.")
@click.option("--source", metavar="NAME", help="Who published them.")
@click.option("--errors", type=WrittenFile(lazy=False), help="Write rejected inputs there, as JSON lines.")
@click.option("--model", metavar="PACKAGE", help="The spaCy package that parses.")
@click.option(
    "--extractor", metavar="openai:MODEL@URL", help="Ask this model, too; what it proposes must quote the text exactly."
)
@by_option
@click.option("--reason", default="", metavar="WORDS", help="Why, for the log.")
@click.option("--again", is_flag=True, help="Read known reports again, after an update of Dateline, places or actors.")
@click.option("--dry-run", is_flag=True, help="Read and say what would be new; write nothing.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no notices on stderr; errors stay.")
@click.pass_context
def ingest(ctx: click.Context, /, files: tuple[str, ...], **flags: Any) -> None:
    """Read reports into a ledger: plain text, web pages or JSON lines, in files or on standard input (-).

    What the ledger knows already is skipped, so the same command carries on after an interrupt and a second run
    changes nothing. Reports go in by batches, each wholly or not at all. Exit codes: 0 done, 2 usage or configuration,
    3 some inputs were rejected, 4 no input (or the ledger) could be read, 5 the ledger is locked or of another schema,
    130 interrupted.
    """
    options = Options(**flags)
    given = Given(source=options.source, published=parse_published(options.published) if options.published else None)
    inputs = Inputs(files=files, given=given, errors=options.errors, quiet=options.quiet)
    documents = iter(inputs)
    first = tuple(islice(documents, 1))  # a ledger is made for reports: a mistyped name leaves none behind
    if not first:
        click.echo(f"0 added, 0 known already, {inputs.rejected} rejected")
        ctx.exit(EXIT_UNREADABLE if inputs.rejected else 0)
    with (
        transport_to(options.extractor) as transport,
        opened_to_fill(options.where, dry_run=options.dry_run) as ledger,
    ):
        reader = LazyReader(model=options.model or settings_here()["parser.model"] or None, transport=transport)
        intake = _intake(ledger, reader, options)
        taken, unread = _take(chain(first, documents), inputs.total, intake=intake, quiet=options.quiet)
    new = taken - unread if options.dry_run else intake.done
    verb = "would be added" if options.dry_run else "added"
    click.echo(f"{new} {verb}, {taken - new} known already, {inputs.rejected} rejected")
    if unread and not options.quiet:
        click.echo(f"dateline: {unread} known reports keep their record as it was read; {AGAIN}", err=True)
    if inputs.rejected:
        ctx.exit(EXIT_PARTIAL if taken else EXIT_UNREADABLE)


def _intake(ledger: Ledger | None, reader: LazyReader, options: Options) -> Intake:
    return Intake(
        ledger=ledger,
        read=reader,
        extractor=reader.extractor,
        by=signed(options.by),
        reason=options.reason,
        again=options.again,
    )


def _take(documents: Iterable[Document], total: int | None, *, intake: Intake, quiet: bool) -> tuple[int, int]:
    """How many reports came in, and how many of these did not need to be read."""
    taken = unread = 0
    reports = intake.take(document.report for document in documents)
    with closing(Progress(total=total, quiet=quiet)) as progress, closing(reports) as results:
        for result in results:
            taken, unread = taken + 1, unread + result.known
            if result.record is not None and not quiet:
                tell_proposed(result.record)
            progress.advance()
    return taken, unread
