"""`dateline freeze`: a name and a hash for what the ledger holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from dateline.cli.ledger import by_option, known_at_option, ledger_option, opened, signed
from dateline.cli.written import WrittenPath
from dateline.desk import freeze as freeze_state
from dateline.desk.bundling import bundle as bundle_of
from dateline.desk.states import state_to_name
from dateline.errors import UsageError

STDOUT = Path("-")


def _named(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("it is empty; name what is frozen, as in paper-v1", ctx=ctx, param=param)
    if not value.isprintable():
        raise click.BadParameter(f"{value!r} is no name to cite: it breaks the line", ctx=ctx, param=param)
    return value.strip()


@click.command()
@click.argument("name", callback=_named)
@ledger_option
@known_at_option
@by_option
@click.option("--reason", default="", metavar="WORDS", help="Why, for the log.")
@click.option(
    "--bundle",
    type=WrittenPath(dir_okay=False),
    metavar="FILE",
    help="Write all of it there (- is stdout), for `dateline import`: whole reports and names, unfiltered.",
)
@click.option("--dry-run", is_flag=True, help="Print the hash, write nothing.")
def freeze(
    name: str,
    *,
    where: str | None,
    known_at: datetime | None,
    by: str | None,
    reason: str,
    bundle: Path | None,
    dry_run: bool,
) -> None:
    """Print the content hash of what the ledger holds (or held), and write it to the log under NAME.

    A name means one state: it is refused where the log has another one of that name.
    The same records and judgements give the same hash in every ledger: file names, order and the times at
    which they came in do not count.
    """
    with opened(where, write=not dry_run) as ledger:
        if bundle is not None and not dry_run:
            state_to_name(ledger, name, known_at=known_at)
            _write(bundle, bundle_of(ledger, name, known_at=known_at))
        frozen = freeze_state(ledger, name, by=signed(by), known_at=known_at, reason=reason)
    click.echo(json.dumps(asdict(frozen), ensure_ascii=False), err=bundle == STDOUT)


def _write(path: Path, lines: Iterable[bytes]) -> None:
    """The whole file or none."""
    if path == STDOUT:
        sys.stdout.buffer.writelines(lines)
        return
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as stream:
            stream.writelines(lines)
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
