"""Checks of the missing family."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.model.record import Case, Finding
from dateline.reference import Reference

MISSING_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = ()
