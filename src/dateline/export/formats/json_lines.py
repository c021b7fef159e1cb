"""One JSON object a line: a header, then events, claims and holds."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.formats.event_json import claim_json, event_json, hold_json
from dateline.export.formats.json_text import json_bytes
from dateline.export.shared import Shared

SCHEMA = "dateline-shared/0.1"


def json_lines(shared: Shared) -> Iterator[bytes]:
    """Every line says in `type` what it is."""
    tlp = shared.terms.tlp
    left_out = dict(shared.left_out)
    header = {"type": "header", "schema": SCHEMA, "tlp": tlp, "at": shared.terms.at.isoformat(), "left_out": left_out}
    yield json_bytes(header) + b"\n"
    for event in shared.events:
        yield json_bytes({"type": "event", **event_json(event, tlp=tlp)}) + b"\n"
    for claim in shared.claims:
        yield json_bytes({"type": "claim", **claim_json(claim, tlp=tlp)}) + b"\n"
    for hold in shared.holds:
        yield json_bytes({"type": "hold", **hold_json(hold, tlp=tlp)}) + b"\n"
