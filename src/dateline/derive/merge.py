"""Derives merge."""

from __future__ import annotations

from dateline.model.record import Case, Merge


def merge_control(case: Case) -> tuple[Merge, ...]:
    """Derive merge from the claims of a case."""
    return ()
