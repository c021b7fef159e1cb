"""The option that names an act."""

from __future__ import annotations

import difflib

import click

from dateline.cli.ledger import Decorator
from dateline.errors import UsageError
from dateline.reference.acts import load_acts

TOLD_BESIDE = ("cite_law",)
"""Acts of claims that no verb or noun of the lexicon names: a text that cites a law does."""


def known_act(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The act as the lexicon spells it; raises UsageError for an unknown one, with those that are like it."""
    if value is None:
        return None
    acts = (*load_acts().acts(), *TOLD_BESIDE)
    wanted = value.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted in acts:
        return wanted
    close = difflib.get_close_matches(wanted, acts, n=3) or [act for act in acts if wanted and wanted in act]
    hint = f"did you mean {' or '.join(close)}?" if close else f"there are {', '.join(acts)}"
    raise UsageError(f"there is no act {value!r}; {hint}")


act_option: Decorator = click.option(
    "--act",
    metavar="ACT",
    callback=known_act,
    help="One act: capture, air_strike, … (a wrong one lists those like it).",
)
