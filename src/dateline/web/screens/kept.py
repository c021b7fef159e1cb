"""What is kept of an event beside what may be shown of it; events are shown under ids of their own."""

from __future__ import annotations

from dateline.export.shared import ExportClaim, ExportEvent
from dateline.model.across import AcrossEvent
from dateline.web.view import View
from dateline.web.views.event_rows import EventRow, event_row


def across_of(view: View, event: ExportEvent) -> AcrossEvent | None:
    """The derivation of an event that is shown, found by its claims."""
    return next((view.across[claim.id] for claim in event.claims if claim.id in view.across), None)


def denials_of(view: View, event: ExportEvent) -> tuple[ExportClaim, ...]:
    """The claims outside an event that speak against it, as they may be shown."""
    across = across_of(view, event) if event.disputed else None
    own = {claim.id for claim in event.claims}
    found = (view.claim(key) for key in (across.denied_by if across else ()) if key not in own)
    return tuple(claim for claim in found if claim is not None)


def row_of(view: View, event: ExportEvent) -> EventRow:
    """An event as a line of a list, with those who deny it."""
    return event_row(event, denials_of(view, event))
