"""Derives unknowns."""

from __future__ import annotations

from dateline.model.record import Case, Unknown


def derive_unknowns(case: Case) -> tuple[Unknown, ...]:
    """Derive unknowns from the claims of a case."""
    return ()
