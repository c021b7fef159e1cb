"""`dateline who-holds`: what every voice says of who holds a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any, TextIO

import click
from rich.text import Text

from dateline.cli.ledger import according_to_option, as_of_option, known_at_option, ledger_option, opened_to_ask
from dateline.cli.output import chosen, format_option, output_option, paragraphs, write_rows
from dateline.derive.across import VIEWS
from dateline.desk import HoldLine, Question, hold_lines
from dateline.export.vocabulary import status_hint, status_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The argument and options of `dateline who-holds`, as click hands them over."""

    place: str | None
    where: str | None
    as_of: date | None
    known_at: datetime | None
    voices: tuple[str, ...]
    view: str | None
    form: str | None
    output: TextIO

    @property
    def question(self) -> Question:
        """What is asked."""
        return Question(place=self.place, as_of=self.as_of, voices=self.voices, view=self.view)


@click.command("who-holds")
@click.argument("place", required=False, metavar="[PLACE]")
@ledger_option
@as_of_option
@known_at_option
@according_to_option
@click.option("--view", type=click.Choice(sorted(VIEWS)), help="Also say whom this rule takes for the holder.")
@format_option
@output_option
def who_holds(**flags: Any) -> None:
    """Print what every voice says of who holds PLACE (all places without it), how old its word is, and what ended it.

    Dateline picks nobody: with several voices the status of the place is agreed, one_sided, disputed, uncontradicted
    or unknown. --view prints a rule and whom it takes for the holder, beside the voices.
    """
    options = Options(**flags)
    with opened_to_ask(options.where, known_at=options.known_at) as ledger:
        today = (options.known_at or datetime.now(UTC)).date()
        lines = hold_lines(ledger, options.question, today=today, known_at=options.known_at)
        _write(lines, options)


def _write(lines: Iterable[HoldLine], options: Options) -> None:
    if chosen(options.form, options.output) != "table":
        write_rows(lines, kind=HoldLine, form=options.form, to=options.output, table=lambda _: ())
        return
    told = False
    for _, group in groupby(lines, key=lambda line: line.place_id):
        told = True
        paragraphs(_place(list(group)), to=options.output)
    if not told:
        paragraphs([Text("No voice in the ledger says who holds it.")], to=options.output)
    if options.view:
        paragraphs([Text(f"View {options.view}: {VIEWS[options.view].rule}")], to=options.output)


def _place(lines: list[HoldLine]) -> Iterator[Text]:
    first = lines[0]
    origins = f"{first.origins} independent origin{'s' if first.origins != 1 else ''}"
    status = f"{status_word(first.status)}: {status_hint(first.status)}"
    yield Text.assemble((f"{first.place} – {status}", "bold"), (f" · {origins} [{first.place_id}]", "dim"))
    for line in lines:
        yield Text.assemble(line.sentence, (f" – {line.facts}", "dim"))
    if first.view:
        yield Text(f"{first.view} takes {first.picked}")
