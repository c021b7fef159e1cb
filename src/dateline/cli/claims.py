"""`dateline claims`: who said what, by place, time, act and voice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TextIO, get_args

import click

from dateline.cli.acts import act_option
from dateline.cli.ledger import according_to_option, as_of_option, day, known_at_option, ledger_option, opened
from dateline.cli.output import format_option, output_option, sentence_and_facts, write_rows
from dateline.desk import Asked, ClaimLine, search
from dateline.model.vocabulary import Modality
from dateline.store import ClaimQuery


def box(value: str) -> tuple[float, float, float, float]:
    """West, south, east and north in degrees; west > east: across the antimeridian."""
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no box; expected west,south,east,north in degrees") from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise click.BadParameter(f"{value!r} is no box on Earth; expected west,south,east,north in degrees")
    return west, south, east, north


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline claims`, as click hands them over."""

    where: str | None
    act: str | None
    place: str | None
    voices: tuple[str, ...]
    modality: Modality | None
    text: str | None
    bbox: tuple[float, float, float, float] | None
    since: date | None
    until: date | None
    as_of: date | None
    coded: bool | None
    known_at: datetime | None
    limit: int
    form: str | None
    output: TextIO

    @property
    def asked(self) -> Asked:
        """The query; its `limit` is that of all claims printed."""
        query = ClaimQuery(
            bbox=self.bbox,
            modality=self.modality,
            act=self.act,
            text=self.text,
            codeable=self.coded,
            known_at=self.known_at,
            limit=self.limit or None,
        )
        since, until = (self.as_of, self.as_of) if self.as_of else (self.since, self.until)
        return Asked(query=query, place=self.place, voices=self.voices, since=since, until=until)


@click.command()
@ledger_option
@act_option
@click.option("--place", metavar="NAME", help="The place, by name or id.")
@according_to_option
@click.option("--modality", type=click.Choice(get_args(Modality)), help="How it is said.")
@click.option("--text", metavar="WORDS", help="In reports that have all these words.")
@click.option("--bbox", type=box, metavar="W,S,E,N", help="Within this box, in degrees.")
@click.option("--since", type=day, metavar="DAY", help="Of this day or later.")
@click.option("--until", type=day, metavar="DAY", help="Of this day or earlier.")
@click.option("--coded/--not-coded", default=None, help="Only claims that count as an event, or only the others.")
@as_of_option
@known_at_option
@click.option("--limit", type=click.IntRange(min=0), default=100, show_default=True, help="At most so many; 0: all.")
@format_option
@output_option
def claims(**flags: Any) -> None:
    """Print the claims of a ledger, the voice first.

    Claims without a time lie in no stretch of days, those without a point in no box.
    """
    options = Options(**flags)
    with opened(options.where) as ledger:
        found = search(ledger, options.asked)
        written = write_rows(found, kind=ClaimLine, form=options.form, to=options.output, table=_table)
    if options.limit and written == options.limit:
        click.echo(f"dateline: the first {written} claims; there may be more (--limit)", err=True)


def _table(row: ClaimLine) -> Any:
    return sentence_and_facts(row.sentence, f"{row.id} · {row.facts}")
