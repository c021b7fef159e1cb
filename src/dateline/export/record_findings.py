"""The layers of a record that say what to doubt: findings, unknowns, non-events, merges."""

from __future__ import annotations

from typing import Any

from dateline.export.names import Names
from dateline.export.record_layers import span_json
from dateline.model.derived import Finding, Merge, NotEvent, Repair, Unknown


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding with its arithmetic and its ranked repairs."""
    return {
        "id": finding.id,
        "code": finding.code,
        "type": finding.type,
        "severity": finding.severity,
        "spans": [span_json(s) for s in finding.spans],
        "claims": list(finding.claims),
        "explanation": finding.explanation,
        "automatable": True,
        "computation": dict(finding.computation) if finding.computation is not None else None,
        "repairs": [_repair(r) for r in finding.repairs],
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "rank": repair.rank,
        "edit": dict(repair.edit),
        "result": repair.result,
        "satisfies": list(repair.satisfies),
        "violates": list(repair.violates),
        **repair.extra,
    }


def unknown_json(unknown: Unknown) -> dict[str, Any]:
    """Something not known, with its kind."""
    spans = [span_json(s) for s in unknown.spans]
    return {"id": unknown.id, "what": unknown.what, "status": unknown.status, "spans": spans, "note": None}


def not_event_json(row: NotEvent) -> dict[str, Any]:
    """Words that look like an event and are none."""
    spans = [span_json(s) for s in row.spans]
    return {"id": row.id, "spans": spans, "reason": row.reason, "explanation": row.explanation}


def merge_json(merge: Merge, names: Names) -> dict[str, Any]:
    """All voices on one place side by side."""
    return {
        "place": names.place(merge.place),
        "at": merge.at,
        "by_believer": dict(merge.by_believer),
        "disputed": merge.status,
        "origins": merge.origins,
        "summary": merge.summary,
    }
