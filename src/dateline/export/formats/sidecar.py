"""What stands beside a table: that its layout is borrowed and its data are not."""

from __future__ import annotations

import hashlib

from dateline.export.formats.exporters import Exporter
from dateline.export.formats.json_text import json_bytes
from dateline.export.shared import Shared


def sidecar(shared: Shared, exporter: Exporter, content: bytes) -> bytes | None:
    """The `.meta.json` of a file's content; None for formats that describe themselves."""
    if not exporter.note:
        return None
    written = exporter.admitted(shared)
    return (
        json_bytes(
            {
                "what": exporter.note,
                "format": exporter.name,
                "made_by": "Dateline",
                "vouches_for": "nothing: every row is what the named voices say",
                "at": shared.terms.at.isoformat(),
                "tlp": f"TLP:{shared.terms.tlp}",
                "strict": shared.terms.strict,
                "events": len(written.events),
                "left_out": dict(written.left_out),
                "sha256": hashlib.sha256(content).hexdigest(),
            },
            indent=1,
        )
        + b"\n"
    )
