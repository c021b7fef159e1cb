"""Derives control."""

from __future__ import annotations

from dateline.model.record import Case, ControlState


def derive_control(case: Case) -> tuple[ControlState, ...]:
    """Derive control from the claims of a case."""
    return ()
