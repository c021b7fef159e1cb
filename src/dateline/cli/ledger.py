"""The options that all ledger commands share."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, date, datetime
from typing import Any

import click

from dateline.cli.config import settings_here
from dateline.desk import Derived
from dateline.errors import LedgerMissing, UsageError
from dateline.store import Ledger, open_ledger

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
EXIT_FINDINGS, EXIT_PARTIAL, EXIT_UNREADABLE = 1, 3, 4
STALE = (
    "what follows from all reports is not stored for this version of Dateline, or for the last reports: it is derived now; "
    "`dateline derive` stores it, and `dateline ingest --again FILE…` reads the reports anew by the rules of now"
)


def moment(value: str) -> datetime:
    """A time in ISO 8601; one without a zone is UTC, a day is its end: what was known when the day was over."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no time; expected one like 2023-11-14 or 2023-11-14T18:00Z") from error
    if "T" not in value and " " not in value.strip():
        found = found.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day(value: str) -> date:
    """A day in ISO 8601."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; expected one like 2023-11-14") from error


def said(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Words that say something; raises BadParameter for none: who looks at the log later wants to know."""
    if not value.strip():
        raise click.BadParameter("say why; an empty reason tells nobody anything", ctx=ctx, param=param)
    return value.strip()


ledger_option: Decorator = click.option(
    "--ledger", "where", metavar="PATH|URL", help="The ledger. Default: the key `ledger`, else ./desk.ledger."
)
known_at_option: Decorator = click.option(
    "--known-at", type=moment, metavar="TIME", help="What the ledger knew then (UTC; a day means its end)."
)
as_of_option: Decorator = click.option("--as-of", type=day, metavar="DAY", help="What is said to have held that day.")
according_to_option: Decorator = click.option(
    "--according-to", "voices", multiple=True, metavar="NAME", help="Only this voice, by name or id; repeatable."
)
by_option: Decorator = click.option("--by", metavar="NAME", help="Who does this, for the log. Default: your login.")


def opened(where: str | None, *, write: bool = False) -> Ledger:
    """The ledger that the option, the configuration or the folder names; raises LedgerError."""
    return open_ledger(where or settings_here()["ledger"], write=write)


def opened_to_fill(where: str | None, *, dry_run: bool) -> Ledger | nullcontext[None]:
    """The ledger to write, made where there is none; for a dry run to look into, and none where there is none."""
    try:
        return opened(where, write=not dry_run)
    except LedgerMissing:
        return nullcontext()


def opened_to_ask(where: str | None, *, known_at: datetime | None) -> Ledger:
    """The ledger, to ask what follows from all reports; says so where that has to be derived first, which takes a while."""
    ledger = opened(where)
    if known_at is None and not Derived(ledger).stored:
        click.echo(f"dateline: {STALE}", err=True)
    return ledger


def signed(by: str | None) -> str:
    """The name for the log; raises UsageError where the system knows no login."""
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("nobody is logged in: say who does this with --by NAME") from error
