"""`dateline agreement`: how far coders agree, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

import click
from rich.text import Text

from dateline.cli.ledger import ledger_option, opened
from dateline.cli.output import format_option, output_option, write_rows
from dateline.desk.agreement import Agreement
from dateline.desk.agreement import agreement as measure


@click.command()
@ledger_option
@click.option("--coder", "coders", multiple=True, metavar="NAME", help="Only this coder; repeatable. Default: all.")
@format_option
@output_option
def agreement(*, where: str | None, coders: tuple[str, ...], form: str | None, output: TextIO) -> None:
    """Print Krippendorff's alpha of the verdict and of every field, with the claims on which coders differ.

    Only claims that two coders judged count. A field counts where both let the claim stand: each coder's version is
    what was coded with this coder's own edits. Alpha is empty where it is not defined, as when all say the same.
    """
    with opened(where) as ledger:
        found = measure(ledger, coders=coders)
    rows = (Line.of(one) for one in found)
    write_rows(rows, kind=Line, form=form, to=output, table=_table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A field as it is printed."""

    field: str
    n: int
    pairs: int
    agreeing: int
    alpha: float | None
    disagreements: tuple[str, ...]

    @classmethod
    def of(cls, found: Agreement) -> Line:
        """The line of one field."""
        differing = (
            f"{one.claim}: {', '.join(f'{w} {v}' for w, v in one.said.items())}" for one in found.disagreements
        )
        alpha = None if found.alpha is None else round(found.alpha, 3)
        return cls(
            field=found.field,
            n=found.n,
            pairs=found.pairs,
            agreeing=found.agreeing,
            alpha=alpha,
            disagreements=tuple(differing),
        )


def _table(row: Line) -> Iterator[Text]:
    alpha: Any = "not defined" if row.alpha is None else f"{row.alpha:.3f}"
    yield Text(f"{row.field}: alpha {alpha}", style="bold")
    yield Text(f"{row.n} claims, {row.agreeing} of {row.pairs} pairs agree", style="dim")
    yield from map(Text, row.disagreements)
