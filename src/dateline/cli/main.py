"""The command `dateline`."""

from __future__ import annotations

from typing import Any

import click

from dateline.cli.config import config
from dateline.cli.doctor import doctor
from dateline.cli.explain import explain
from dateline.cli.places import places
from dateline.cli.read import read
from dateline.errors import ConfigurationError, UsageError

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130


class Faces(click.Group):
    """The commands, with mistakes of the caller as one line on stderr and an exit code.

    A QuoteError is a defect of ours and keeps its traceback, for whoever reports it.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a mistake of the caller exits 2 (a file that cannot be written too), an interrupt 130."""
        try:
            return super().invoke(ctx)
        except (UsageError, ConfigurationError) as error:
            click.echo(f"dateline: {error}", err=True)
            ctx.exit(EXIT_USAGE)
        except click.FileError as error:
            raise click.UsageError(error.format_message(), ctx) from error
        except KeyboardInterrupt:
            click.echo("dateline: interrupted; what was printed so far is complete", err=True)
            ctx.exit(EXIT_INTERRUPTED)


@click.group(cls=Faces, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Read conflict dispatches: who did what to whom, where, when – according to whom."""


main.add_command(config)
main.add_command(doctor)
main.add_command(explain)
main.add_command(places)
main.add_command(read)
