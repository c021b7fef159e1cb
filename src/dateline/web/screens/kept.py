"""What is kept of an event beside what may be shown of it; events are shown under ids of their own."""

from __future__ import annotations

from dateline.desk.derived import Derived
from dateline.export.shared import ExportEvent
from dateline.model.across import AcrossEvent


def across_of(derived: Derived, event: ExportEvent) -> AcrossEvent | None:
    """The derivation of an event that is shown, found by its claims; None where none of them is derived any more."""
    for claim in event.claims:
        for found in derived.events_of_claim(claim.id):
            if claim.id in found.claims:
                return found
    return None
