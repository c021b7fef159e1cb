"""Resolves references."""

from __future__ import annotations

from dateline.model.record import Mention, Reading
from dateline.model.text import Parse


def resolve_references(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Reading, ...]:
    """Every such mention's reading."""
    return ()
