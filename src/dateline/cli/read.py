"""`dateline read`: the records of some texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, TextIO

import click

from dateline.cli.config import actors_folder, places_folder, settings_here
from dateline.cli.extractor import tell_proposed, transport_to
from dateline.cli.inputs import Inputs
from dateline.cli.progress import Progress
from dateline.cli.writers import WRITERS, Writer
from dateline.cli.written import WrittenFile
from dateline.model.record import Record
from dateline.pipeline import Engine, load_engine, run
from dateline.propose import Transport
from dateline.read import Document, Given, parse_published

LEVELS = ("info", "warning", "error")
NEVER = "never"
EXIT_FINDINGS, EXIT_PARTIAL, EXIT_UNREADABLE = 1, 3, 4


@dataclass(kw_only=True)
class Tally:
    """What a run has come to so far, and the exit code that it gives."""

    fail_on: str
    read: int = 0
    failed: bool = False

    def count(self, record: Record) -> None:
        """One record more."""
        self.read += 1
        if self.fail_on != NEVER:
            severe = LEVELS[LEVELS.index(self.fail_on) :]
            self.failed |= any(finding.severity in severe for finding in record.findings)

    def exit_code(self, *, rejected: int) -> int:
        """Trouble with inputs goes before findings: what was not read may hold worse."""
        if rejected:
            return EXIT_PARTIAL if self.read else EXIT_UNREADABLE
        return EXIT_FINDINGS if self.failed else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline read`, as click hands them over."""

    published: str | None
    source: str | None
    form: str | None
    output: TextIO
    errors: TextIO | None
    fail_on: str | None
    model: str | None
    extractor: str | None
    gate: bool
    quiet: bool

    @property
    def given(self) -> Given:
        """What the caller says about all inputs; raises UsageError."""
        return Given(source=self.source, published=parse_published(self.published) if self.published else None)

    @property
    def writer(self) -> Writer:
        """The format asked for, else a table on a terminal and JSON lines anywhere else."""
        return WRITERS[self.form or ("table" if self.output.isatty() else "jsonl")](self.output)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", metavar="TIME", help="When the reports were published: 2023-11, 2023-11-14 or a time.")
@click.option("--source", metavar="NAME", help="Who published them.")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), help="Default: table on a terminal, else jsonl.")
@click.option("--output", "-o", type=WrittenFile(), default="-", help="Write there, not to stdout.")
@click.option("--errors", type=WrittenFile(lazy=False), help="Write rejected inputs there, as JSON lines.")
@click.option("--fail-on", type=click.Choice([*LEVELS, NEVER]), help="Exit 1 for findings of this level or above.")
@click.option("--model", metavar="PACKAGE", help="The spaCy package that parses.")
@click.option(
    "--extractor", metavar="openai:MODEL@URL", help="Ask this model, too; what it proposes must quote the text exactly."
)
@click.option("--gate/--no-gate", help="Look first, and read only texts that may hold a conflict report. Default: no.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no notices on stderr; errors stay.")
@click.pass_context
def read(ctx: click.Context, /, files: tuple[str, ...], **flags: Any) -> None:
    """Print the records of reports: plain text, web pages or JSON lines, in files or on standard input (-).

    Exit codes: 0 done, 1 findings at or above --fail-on, 2 usage or configuration, 3 some inputs were
    rejected, 4 no input could be read, 130 interrupted.
    """
    options = Options(**flags)
    settings = settings_here()
    tally = Tally(fail_on=options.fail_on or settings["read.fail_on"])
    model = options.model or settings["parser.model"] or None
    inputs = Inputs(files=files, given=options.given, errors=options.errors, quiet=options.quiet)
    progress = Progress(total=inputs.total, quiet=options.quiet)
    with transport_to(options.extractor) as transport, closing(options.writer) as writer:
        for record in _records(inputs, model, progress, transport=transport, gate=options.gate):
            tally.count(record)
            writer.add(record)
            if not options.quiet:
                tell_proposed(record)
    ctx.exit(tally.exit_code(rejected=inputs.rejected))


def _records(
    documents: Iterable[Document], model: str | None, progress: Progress, *, transport: Transport | None, gate: bool
) -> Iterator[Record]:
    """The records of the documents; parser and registers are loaded when the first one is there."""
    engine: Engine | None = None
    with closing(progress):
        for document in documents:
            engine = engine or replace(
                load_engine(model=model, places=places_folder(), actors=actors_folder()), transport=transport
            )
            yield run(document.report, engine=engine, gate=gate)
            progress.advance()
