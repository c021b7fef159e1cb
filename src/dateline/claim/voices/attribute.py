"""All attributions and quotations of a report."""

from __future__ import annotations

from dateline.model.record import Attribution, Quote, Resolution
from dateline.model.text import Parse
from dateline.reference import Reference


def attribute(
    parse: Parse, resolution: Resolution, *, reference: Reference
) -> tuple[tuple[Attribution, ...], tuple[Quote, ...]]:
    """The attributions (nested ones point to the one they lie in) and the quotations, in text order."""
    return (), ()
