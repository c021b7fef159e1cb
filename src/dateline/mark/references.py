"""Marks references."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse
from dateline.reference import Reference


def mark_references(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of references."""
    yield from ()
