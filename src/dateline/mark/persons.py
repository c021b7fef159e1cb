"""Marks persons."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse
from dateline.reference import Reference


def mark_persons(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of persons."""
    yield from ()
