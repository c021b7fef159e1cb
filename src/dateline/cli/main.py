"""The command `dateline`."""

from __future__ import annotations

import errno
import io
import sys
from typing import Any

import click

from dateline.cli.actors import actors
from dateline.cli.agreement import agreement
from dateline.cli.audit import audit
from dateline.cli.brief import brief
from dateline.cli.changes import changes
from dateline.cli.check import check
from dateline.cli.claims import claims
from dateline.cli.compare import compare
from dateline.cli.config import config
from dateline.cli.derive import derive
from dateline.cli.doctor import doctor
from dateline.cli.events import events
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.freeze import freeze
from dateline.cli.import_ import import_
from dateline.cli.ingest import ingest
from dateline.cli.judge import judge
from dateline.cli.places import places
from dateline.cli.publish import publish
from dateline.cli.read import read
from dateline.cli.redact import redact
from dateline.cli.review import review
from dateline.cli.roles import roles
from dateline.cli.serve import serve
from dateline.cli.watch import watch
from dateline.cli.who_holds import who_holds
from dateline.errors import ConfigurationError, LedgerError, LedgerLocked, LedgerSchema, UsageError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why what is printed cannot be written though its file could be opened."""
EXIT_USAGE = 2
EXIT_UNREADABLE = 4
EXIT_LEDGER = 5
EXIT_INTERRUPTED = 130


class Faces(click.Group):
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


@click.group(cls=Faces, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Read conflict dispatches: who did what to whom, where, when – according to whom."""


main.add_command(actors)
main.add_command(agreement)
main.add_command(audit)
main.add_command(brief)
main.add_command(changes)
main.add_command(check)
main.add_command(claims)
main.add_command(compare)
main.add_command(config)
main.add_command(derive)
main.add_command(doctor)
main.add_command(events)
main.add_command(explain)
main.add_command(export)
main.add_command(freeze)
main.add_command(import_)
main.add_command(ingest)
main.add_command(judge)
main.add_command(places)
main.add_command(publish)
main.add_command(read)
main.add_command(redact)
main.add_command(review)
main.add_command(roles)
main.add_command(serve)
main.add_command(watch)
main.add_command(who_holds)
