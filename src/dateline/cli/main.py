"""The command `dateline`."""

from __future__ import annotations

import click


@click.group()
def main() -> None:
    """Read conflict dispatches: who did what to whom, where, when – according to whom."""
