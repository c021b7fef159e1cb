"""`dateline brief`: what is claimed, disputed and not known, to hand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TextIO

import click

from dateline.cli.ledger import as_of_option, known_at_option, ledger_option, moment, opened_to_ask
from dateline.cli.output import output_option
from dateline.desk import Derived, Order, make_brief
from dateline.export.brief_pages import brief_html, brief_markdown
from dateline.export.shared import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline brief`, as click hands them over."""

    where: str | None
    title: str
    as_of: date | None
    known_at: datetime | None
    at: datetime | None
    form: str
    output: TextIO


@click.command()
@ledger_option
@click.option("--title", default="Brief", show_default=True, metavar="WORDS", help="The heading.")
@as_of_option
@known_at_option
@click.option("--at", type=moment, metavar="TIME", help="The time of sharing that it bears. Default: now.")
@click.option(
    "--format", "form", type=click.Choice(["md", "html"]), default="md", show_default=True, help="The format."
)
@output_option
def brief(**flags: Any) -> None:
    """Write a brief through the safety filter, marked TLP:AMBER: Markdown, or one self-contained page to print.

    What is disputed, claimed and withdrawn, each with its voices and their words; who holds what and how old that word
    is; what is not known; sources, and whose words they pass on.
    """
    options = Options(**flags)
    with opened_to_ask(options.where, known_at=options.known_at) as ledger:
        whole = Derived(ledger, known_at=options.known_at).whole()
    order = Order(title=options.title, as_of=options.as_of)
    made = make_brief(whole, order, Terms(at=options.at or datetime.now(UTC)))
    options.output.write(brief_html(made) if options.form == "html" else brief_markdown(made))
