"""The command `dateline`."""

from __future__ import annotations

import errno
import io
import sys
from typing import Any

import click

from dateline.cli.deferred import Deferred, DeferringGroup
from dateline.errors import ConfigurationError, LedgerError, LedgerLocked, LedgerSchema, UsageError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why what is printed cannot be written though its file could be opened."""
COMMANDS = (
    Deferred("actors", "Add lists of actors: UCDP's Actor Dataset, extracts of Wikidata."),
    Deferred("agreement", "Print how far coders agree, and on which claims they differ."),
    Deferred("audit", "Check the hash-chained log, and by which rules reports were read."),
    Deferred("brief", "Write a brief to print or send, for TLP:AMBER."),
    Deferred("changes", "Print what was created, revised, retracted, merged or split."),
    Deferred("check", "Print what to know before believing, such as contradictions."),
    Deferred("claims", "Print the claims of a ledger, the voice first."),
    Deferred("compare", "Compare the events with a table in ACLED's or UCDP GED's layout."),
    Deferred("config", "Show the configuration, and where each value comes from."),
    Deferred("derive", "Bring events, holds and findings up to date."),
    Deferred("doctor", "Look whether everything that is needed is installed."),
    Deferred("events", "Print the events that the claims of all reports tell of."),
    Deferred("explain", "Print rule, example and limits of a finding."),
    Deferred("export", "Write events and claims in a format of others, for TLP:AMBER."),
    Deferred("freeze", "Name a state of the ledger by its content hash, or bundle it."),
    Deferred("import", "Take in bundles of `freeze` and other ledgers."),
    Deferred("ingest", "Read reports into a ledger."),
    Deferred("judge", "Judge claims, events and sources, with who and why."),
    Deferred("places", "Look places up, or add a country's places from GeoNames."),
    Deferred("publish", "Write a file that may go to anybody: TLP:CLEAR."),
    Deferred("read", "Print the records of reports, without a ledger."),
    Deferred("redact", "Take a report or words of it out of a ledger for good."),
    Deferred("review", "Review claims one at a time, at the keyboard."),
    Deferred("roles", "Make the roles of a ledger on PostgreSQL."),
    Deferred("serve", "Show a ledger in the browser and over HTTP, on this machine."),
    Deferred("watch", "Take in what is new in folders, files of feeds and feeds."),
    Deferred("who-holds", "Print what every voice says of who holds a place."),
)
"""All commands, each with its line in the list of them; what `dateline COMMAND --help` says stands with the command."""
EXIT_USAGE = 2
EXIT_UNREADABLE = 4
EXIT_LEDGER = 5
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141
"""What a shell reports of a program that wrote to a pipe that nobody reads any more (`| head`): 128 and SIGPIPE."""


class Faces(DeferringGroup):
    """The commands, with mistakes of the caller as one line on stderr and an exit code.

    A QuoteError is a defect of ours and keeps its traceback, for whoever reports it.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a mistake of the caller exits 2 (a file that cannot be written too), an interrupt 130.

        A ledger that is locked or of another schema exits 5, one that cannot be read or written for other reasons 4.
        """
        try:
            return self._written(ctx)
        except (UsageError, ConfigurationError) as error:
            click.echo(f"dateline: {error}", err=True)
            ctx.exit(EXIT_USAGE)
        except LedgerError as error:
            click.echo(f"dateline: {error}", err=True)
            ctx.exit(EXIT_LEDGER if isinstance(error, LedgerLocked | LedgerSchema) else EXIT_UNREADABLE)
        except click.FileError as error:
            click.echo(f"dateline: {error.ui_filename} cannot be written: {error.message}", err=True)
            ctx.exit(EXIT_USAGE)
        except BrokenPipeError:
            sys.stdout = io.StringIO()  # as below
            ctx.exit(EXIT_PIPE)
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            click.echo(f"dateline: the output cannot be written: {error.strerror}", err=True)
            sys.stdout = io.StringIO()  # else Python tries once more to write it out when it ends, and complains itself
            ctx.exit(EXIT_USAGE)
        except KeyboardInterrupt:
            click.echo("dateline: interrupted; what was printed or added so far is complete", err=True)
            ctx.exit(EXIT_INTERRUPTED)

    def _written(self, ctx: click.Context) -> Any:
        """Run the command and write out what it printed, while it can still be said that this failed."""
        try:
            return super().invoke(ctx)
        finally:
            sys.stdout.flush()


@click.group(
    cls=Faces, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Read conflict dispatches: who did what to whom, where, when – according to whom."""
