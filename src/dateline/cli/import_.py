"""`dateline import`: bundles and other ledgers, into this one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import click

from dateline.cli.ledger import EXIT_PARTIAL, EXIT_UNREADABLE, by_option, ledger_option, opened, signed
from dateline.cli.written import WrittenFile
from dateline.desk.importing import File, Imported, Other, Source, is_ledger, take_in, totals
from dateline.errors import InputError
from dateline.export.visible import one_line
from dateline.read import Reject
from dateline.store import Ledger, open_ledger


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="BUNDLE|LEDGER...")
@ledger_option
@by_option
@click.option("--reason", default="", metavar="WORDS", help="Why, for the log. Default: from where.")
@click.option("--errors", type=WrittenFile(lazy=False), help="Write what was refused there, as JSON lines.")
@click.option("--dry-run", is_flag=True, help="Read and check everything, write nothing.")
@click.pass_context
def import_(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    *,
    where: str | None,
    by: str | None,
    reason: str,
    errors: TextIO | None,
    dry_run: bool,
) -> None:
    """Take in bundles (`dateline freeze NAME --bundle FILE`) and other ledgers (a file, postgresql://…).

    Reports, records and judgements keep their ids, so that nothing comes in twice; this ledger learned of them now.
    Every quote is compared with its text and every word with the vocabularies; a bundle that is cut short or was changed
    is refused as a whole. Exit codes: 0 done, 3 something was refused, 4 nothing could be read.
    """
    done: list[Imported] = []
    unread = 0
    with opened(where, write=not dry_run) as ledger:
        for name in sources:
            try:
                done.append(_one(ledger, name, by=signed(by), reason=reason))
            except InputError as error:
                unread += 1
                _tell(Reject.of(error), errors)
    found = totals(done)
    for reject in found.rejects:
        _tell(reject, errors)
    verb = "would be added" if dry_run else "added"
    refused = len(found.rejects) + unread
    click.echo(
        f"{found.new} reports and {found.judgements} judgements {verb}, {found.known} known already, {refused} refused"
    )
    if refused:
        ctx.exit(EXIT_PARTIAL if done else EXIT_UNREADABLE)


def _one(ledger: Ledger, name: str, *, by: str, reason: str) -> Imported:
    with _source(name) as source:
        return take_in(ledger, source, by=by, reason=reason)


@contextmanager
def _source(name: str) -> Iterator[Source]:
    if "://" in name or is_ledger(Path(name)):
        with open_ledger(name) as other:
            yield Other(ledger=other)
    else:
        yield File(path=Path(name))


def _tell(reject: Reject, errors: TextIO | None) -> None:
    click.echo(f"dateline: {one_line(reject.message)}", err=True)
    if errors is not None:
        errors.write(json.dumps(asdict(reject), ensure_ascii=False) + "\n")
