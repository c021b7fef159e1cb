"""All claims of a report, and the words that look like an event and are none."""

from __future__ import annotations

from dateline.model.record import Attribution, Claim, NotEvent, Resolution
from dateline.model.text import Parse
from dateline.reference import Reference


def claim(
    parse: Parse, resolution: Resolution, attributions: tuple[Attribution, ...], *, reference: Reference
) -> tuple[tuple[Claim, ...], tuple[NotEvent, ...]]:
    """The claims in text order (ids `c1`, `c2`, …) and the non-events."""
    return (), ()
