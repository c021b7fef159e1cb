"""`dateline events`: what several reports tell of, counted once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, TextIO

import click

from dateline.cli.acts import act_option
from dateline.cli.ledger import according_to_option, as_of_option, day, known_at_option, ledger_option, opened_to_ask
from dateline.cli.output import format_option, output_option, sentence_and_facts, write_rows
from dateline.desk import EventLine, Filter, event_lines

STATUSES = ("disputed", "reported_as_fact", "admitted", "claimed", "reported", "retracted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline events`, as click hands them over."""

    where: str | None
    act: str | None
    place: str | None
    status: str | None
    voices: tuple[str, ...]
    since: date | None
    until: date | None
    as_of: date | None
    known_at: datetime | None
    limit: int
    form: str | None
    output: TextIO

    @property
    def wanted(self) -> Filter:
        """Which events."""
        return Filter(
            place=self.place,
            act=self.act,
            status=self.status,
            voices=self.voices,
            since=self.as_of or self.since,
            until=self.as_of or self.until,
        )


@click.command()
@ledger_option
@act_option
@click.option("--place", metavar="NAME", help="The place, by name or id.")
@click.option("--status", type=click.Choice(STATUSES), help="How the voices together tell of it.")
@according_to_option
@click.option("--since", type=day, metavar="DAY", help="Of this day or later.")
@click.option("--until", type=day, metavar="DAY", help="Of this day or earlier.")
@as_of_option
@known_at_option
@click.option("--limit", type=click.IntRange(min=0), default=0, help="At most so many. Default: all.")
@format_option
@output_option
def events(**flags: Any) -> None:
    """Print the events that the claims of all reports tell of, those who tell first.

    Claims of several reports are one event where act, place, day and parties agree; what is unsure stays apart.
    """
    options = Options(**flags)
    with opened_to_ask(options.where, known_at=options.known_at) as ledger:
        found = islice(event_lines(ledger, options.wanted, known_at=options.known_at), options.limit or None)
        write_rows(found, kind=EventLine, form=options.form, to=options.output, table=_table)


def _table(row: EventLine) -> Any:
    return sentence_and_facts(row.sentence, f"{row.id} · {row.facts}")
