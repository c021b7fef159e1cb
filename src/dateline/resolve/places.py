"""Resolves place mentions against the gazetteer and the rest of the report."""

from __future__ import annotations

from dateline.model.record import Mention, Reading
from dateline.model.text import Parse
from dateline.reference import Reference


def resolve_places(parse: Parse, mentions: tuple[Mention, ...], reference: Reference) -> tuple[Reading, ...]:
    """Every place mention's candidates, ranked."""
    return ()
