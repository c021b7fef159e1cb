"""All checks, and how they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dateline.check.attribution import ATTRIBUTION_CHECKS
from dateline.check.calendar import CALENDAR_CHECKS
from dateline.check.conflict import CONFLICT_CHECKS
from dateline.check.geography import GEOGRAPHY_CHECKS
from dateline.check.missing import MISSING_CHECKS
from dateline.check.numbers import NUMBER_CHECKS
from dateline.check.repeats import REPEAT_CHECKS
from dateline.check.rivals import RIVAL_CHECKS
from dateline.check.safety import SAFETY_CHECKS
from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.reference import Reference

Check = Callable[[Case, Reference], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    *CALENDAR_CHECKS,
    *GEOGRAPHY_CHECKS,
    *NUMBER_CHECKS,
    *CONFLICT_CHECKS,
    *RIVAL_CHECKS,
    *REPEAT_CHECKS,
    *ATTRIBUTION_CHECKS,
    *MISSING_CHECKS,
    *SAFETY_CHECKS,
)


def check(case: Case, *, reference: Reference, checks: tuple[Check, ...] = CHECKS) -> tuple[Finding, ...]:
    """The findings of all checks in text order, ids `F01`, `F02`, …"""
    found = [finding for one in checks for finding in one(case, reference)]
    found.sort(key=lambda f: (f.spans[0].start if f.spans else len(case.report.text), f.code))
    return tuple(replace(finding, id=f"F{number:02}") for number, finding in enumerate(found, start=1))
