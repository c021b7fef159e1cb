"""Derives events."""

from __future__ import annotations

from dateline.model.record import Case, Event


def derive_events(case: Case) -> tuple[Event, ...]:
    """Derive events from the claims of a case."""
    return ()
