"""Publishing: the only way to TLP:CLEAR, a day after the ledger learned of what is published."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.derive.across import Dossier
from dateline.desk.sharing import Exported, export
from dateline.errors import UsageError
from dateline.export.formats import Exporter
from dateline.export.shared import Terms
from dateline.model.ledger import Holdings
from dateline.store import Ledger, holdings, note

DELAY = timedelta(hours=24)
"""How long a report lies in the ledger before anything of it is published; there is no way around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is ready to be published: the file, how many reports it tells of, and how many are too young."""

    exported: Exported
    format: str
    at: datetime
    reports: int
    held_back: Mapping[str, int]

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.exported.content).hexdigest()


def publication(ledger: Ledger, exporter: Exporter, *, at: datetime, include_nonlethal: bool = False) -> Publication:
    """The file of one format under TLP:CLEAR; nothing is written.

    Only reports that the ledger knew a day before `at` count, with all that was decided of them since; the safety
    filter then holds back events younger than a day. Raises UsageError where nothing is left to publish.
    """
    known = holdings(ledger)
    old = old_enough(known, at=at)
    exported = export(Dossier(holdings=old), exporter, Terms(at=at, tlp="CLEAR", include_nonlethal=include_nonlethal))
    young = len(known.reports) - len(old.reports)
    if not exported.shared.claims:
        why = f"; {young} came in less than 24 hours ago" if young else ""
        raise UsageError(f"there is nothing to publish: {len(known.reports)} reports are in the ledger{why}")
    held = Counter({"reports recorded less than 24 hours ago": young, **exported.shared.left_out})
    return Publication(exported=exported, format=exporter.name, at=at, reports=len(old.reports), held_back=dict(+held))


def old_enough(known: Holdings, *, at: datetime) -> Holdings:
    """The reports that were in the ledger a day before, with their claims; a new reading of an old report waits, too."""
    reports = tuple(report for report in known.reports if report.recorded.at <= at - DELAY)
    kept = {report.id for report in reports}
    return replace(
        known,
        reports=reports,
        texts={key: text for key, text in known.texts.items() if key in kept},
        claims=tuple(claim for claim in known.claims if claim.report in kept),
        control=tuple(row for row in known.control if row.report in kept),
    )


def tell_published(ledger: Ledger, made: Publication, name: str, *, by: str, reason: str) -> int:
    """Write to the log that a file of this name leaves, with its hash; the number of the line."""
    if not reason.strip():
        raise UsageError("a publication needs a reason")
    shared = made.exported.shared
    payload = {
        "format": made.format,
        "tlp": "CLEAR",
        "sha256": made.sha256,
        "reports": made.reports,
        "events": len(shared.events),
        "claims": len(shared.claims),
        "held_back": dict(made.held_back),
    }
    return note(ledger, "publish", name, by=by, reason=reason, payload=payload)
