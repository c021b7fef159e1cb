"""`dateline watch`: what is new in folders and feeds, into the ledger, again and again."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

import click
import platformdirs

from dateline.cli.config import settings_here
from dateline.cli.ingest import LazyReader
from dateline.cli.ledger import EXIT_PARTIAL, EXIT_UNREADABLE, by_option, ledger_option, opened_to_fill, signed
from dateline.cli.written import WrittenFile
from dateline.desk import Intake
from dateline.desk.fetching import Fetcher, web_client
from dateline.desk.watching import Memory, Watch, is_url
from dateline.errors import LedgerLocked, UsageError
from dateline.export.visible import one_line
from dateline.model.text import Report
from dateline.read import Document, Given, Reject
from dateline.store import Ledger

LEAST_S = 60
"""Seconds between two questions to one server, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline watch`, as click hands them over."""

    where: str | None
    every: int
    once: bool
    source: str | None
    errors: TextIO | None
    model: str | None
    by: str | None
    reason: str
    dry_run: bool
    quiet: bool


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER|FILE|URL...")
@ledger_option
@click.option(
    "--every", type=click.IntRange(min=1), default=900, show_default=True, metavar="SECONDS", help="Time between looks."
)
@click.option("--once", is_flag=True, help="Look once and end.")
@click.option("--source", metavar="NAME", help="Who published what comes in. Default: what feeds and pages say.")
@click.option("--errors", type=WrittenFile(lazy=False), help="Write rejected inputs there, as JSON lines.")
@click.option("--model", metavar="PACKAGE", help="The spaCy package that parses.")
@by_option
@click.option("--reason", default="", metavar="WORDS", help="Why, for the log.")
@click.option("--dry-run", is_flag=True, help="Look once and say what would be new; write nothing.")
@click.option("--quiet", "-q", is_flag=True, help="Tell of errors only.")
@click.pass_context
def watch(ctx: click.Context, /, sources: tuple[str, ...], **flags: Any) -> None:
    """Take in what is new in folders, files of feeds and feeds (RSS, Atom) until interrupted.

    An item is known by its content: nothing comes in twice, and a restart carries on. Addresses are fetched only where
    named here, at most once a minute, only when they changed (ETag, Last-Modified) and not before a Retry-After; the
    links in a feed are never followed. Other commands may use the ledger meanwhile. Exit codes with --once: 0 done,
    3 some inputs were rejected, 4 none could be read; 130 interrupted.
    """
    options = Options(**flags)
    if any(map(is_url, sources)) and options.every < LEAST_S and not options.once:
        raise UsageError(f"--every {options.every}: a server is asked every {LEAST_S} seconds at most")
    with opened_to_fill(options.where, dry_run=options.dry_run) as ledger, closing(web_client()) as client:
        looks = Looks(
            ledger=ledger,
            watch=Watch(
                sources=sources,
                given=Given(source=options.source),
                memory=Memory.load(None if options.dry_run else _memory(options.where)),
                fetcher=Fetcher(client=client),
            ),
            reader=LazyReader(model=options.model or settings_here()["parser.model"] or None, transport=None),
            options=options,
        )
        if code := looks.until_told(threading.Event()):
            ctx.exit(code)


def _memory(where: str | None) -> Path:
    """Beside a ledger in a file; for a database in the user's folder of such things."""
    ledger = where or settings_here()["ledger"]
    if "://" not in ledger:
        return Path(f"{ledger}.watch.json")
    folder = platformdirs.user_state_path("dateline")
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"watch-{hashlib.sha256(ledger.encode()).hexdigest()[:16]}.json"


@dataclass(kw_only=True)
class Looks:
    """One look after the other."""

    ledger: Ledger | None
    watch: Watch
    reader: LazyReader
    options: Options
    rejected: int = 0
    taken: int = field(default=0)

    def until_told(self, stop: threading.Event) -> int:
        """Look until the event is set or, with --once, one time; the exit code."""
        while True:
            self._look()
            if self.options.once or self.options.dry_run or stop.wait(self.options.every):
                break
        if not (self.rejected and self.options.once):
            return 0
        return EXIT_PARTIAL if self.taken or self.watch.unchanged else EXIT_UNREADABLE

    def _look(self) -> None:
        """Take in what is new; a ledger that is locked for long is waited for until the next look."""
        intake = Intake(
            ledger=self.ledger,
            read=self.reader,
            extractor=self.reader.extractor,
            by=signed(self.options.by),
            reason=self.options.reason,
        )
        new = known = 0
        try:
            with closing(intake.take(self._reports())) as results:
                for result in results:
                    new, known = new + (not result.known), known + result.known
        except LedgerLocked as error:
            if self.options.once:
                raise
            click.echo(f"dateline: {error}; looking again in {self.options.every} s", err=True)
            return
        self.taken += new + known
        if not self.options.dry_run:
            self.watch.keep()
        self._tell(new, known)

    def _tell(self, new: int, known: int) -> None:
        verb = "would be added" if self.options.dry_run else "added"
        waiting = f", {self.watch.unsettled} just being written" if self.watch.unsettled else ""
        if not self.options.quiet and (new or self.options.once or self.options.dry_run):
            click.echo(f"{new} {verb}, {known} known already, {self.rejected} rejected{waiting}")

    def _reports(self) -> Iterator[Report]:
        for item in self.watch.round():
            if isinstance(item, Document):
                yield item.report
            else:
                self._reject(item)

    def _reject(self, reject: Reject) -> None:
        self.rejected += 1
        click.echo(f"dateline: {one_line(reject.message)}", err=True)
        if self.options.errors is not None:
            self.options.errors.write(json.dumps(asdict(reject), ensure_ascii=False) + "\n")
            self.options.errors.flush()
