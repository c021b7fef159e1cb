"""`dateline import`: bundles and other ledgers, into this one."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import click

from dateline.cli.ledger import EXIT_PARTIAL, EXIT_UNREADABLE, by_option, ledger_option, opened_to_fill, signed
from dateline.cli.written import WrittenFile
from dateline.desk.importing import File, Imported, Other, Piped, Source, is_ledger, require_whole, take_in, totals
from dateline.errors import InputError
from dateline.export.visible import one_line
from dateline.read import Reject
from dateline.store import Ledger, open_ledger

IN_MEMORY = 64_000_000
"""Bytes of a bundle from a pipe that are held in memory; more go to a file without a name."""


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
    """Take in bundles (`dateline freeze NAME --bundle FILE`; - is stdin) and other ledgers (a file, postgresql://…).

    Reports, records and judgements keep their ids, so that nothing comes in twice; this ledger learned of them now.
    Every quote is compared with its text and every word with the vocabularies; a bundle that is cut short or was changed
    is refused as a whole. Exit codes: 0 done, 3 something was refused, 4 nothing could be read.
    """
    done: list[Imported] = []
    unread = 0
    with ExitStack() as stack:
        target = Target(stack=stack, where=where, dry_run=dry_run)
        for name in sources:
            try:
                with _source(name) as source:
                    done.append(take_in(target.for_whole(source), source, by=signed(by), reason=reason))
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


@dataclass(kw_only=True)
class Target:
    """The ledger that takes in, opened (and made where there is none) for the first source that is whole."""

    stack: ExitStack
    where: str | None
    dry_run: bool
    _opened: bool = False
    _ledger: Ledger | None = None

    def for_whole(self, source: Source) -> Ledger | None:
        """The ledger, or none for a dry run where there is none; raises InputError."""
        if not self._opened:
            require_whole(source)
            self._ledger = self.stack.enter_context(opened_to_fill(self.where, dry_run=self.dry_run))
            self._opened = True
        return self._ledger


@contextmanager
def _source(name: str) -> Iterator[Source]:
    if name == "-":
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as held:
            shutil.copyfileobj(sys.stdin.buffer, held)
            yield Piped(held=cast(BinaryIO, held))
    elif "://" in name or is_ledger(Path(name)):
        with open_ledger(name) as other:
            yield Other(ledger=other)
    else:
        yield File(path=Path(name))


def _tell(reject: Reject, errors: TextIO | None) -> None:
    click.echo(f"dateline: {one_line(reject.message)}", err=True)
    if errors is not None:
        errors.write(json.dumps(asdict(reject), ensure_ascii=False) + "\n")
