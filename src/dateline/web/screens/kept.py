"""What is kept of an event beside what may be shown of it; events are shown under ids of their own."""

from __future__ import annotations

from dateline.export.shared import ExportEvent
from dateline.model.across import AcrossEvent
from dateline.web.view import View


def across_of(view: View, event: ExportEvent) -> AcrossEvent | None:
    """The derivation of an event that is shown, found by its claims."""
    return next((view.across[claim.id] for claim in event.claims if claim.id in view.across), None)
