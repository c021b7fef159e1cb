"""A record as JSON: the contract of `dateline read --format json` (`dateline-record/0.1`)."""

from __future__ import annotations

from typing import Any

from dateline.export.names import Names, names_of
from dateline.export.record_claims import claim_json, control_json, event_json
from dateline.export.record_findings import finding_json, merge_json, not_event_json, unknown_json
from dateline.export.record_layers import (
    entity_json,
    mention_json,
    place_json,
    quantity_json,
    quote_json,
    reference_json,
    sentence_json,
    span_json,
    time_json,
)
from dateline.export.record_report import report_json
from dateline.model.address import web_address
from dateline.model.record import Record
from dateline.model.relevance import Relevance

SCHEMA = "dateline-record/0.1"
OFFSET_UNIT = "unicode code points of the text as given, no normalisation; 0-based; end exclusive"


def record_json(record: Record) -> dict[str, Any]:
    """The record as a JSON object; every span quotes the text, every reference resolves within the object."""
    case, names = record.case, names_of(record)
    mentions = case.resolution.mentions
    return {
        "schema": SCHEMA,
        "doc": _doc(record),
        "sentences": [sentence_json(s) for s in case.parse.sentences],
        "report": report_json(case, names),
        "entities": [entity_json(key, actor, case, names) for key, actor in names.actors.items()],
        "places": [place_json(key, place, case, names) for key, place in names.places.items()],
        "references": [reference_json(m, case, names) for m in mentions if m.kind == "reference"],
        "mentions": [mention_json(m, case, names) for m in mentions],
        "times": [time_json(m, case, names) for m in mentions if m.kind == "time"],
        "quantities": [quantity_json(m, case, names) for m in mentions if m.kind == "quantity"],
        "quotes": [quote_json(q, case, names) for q in case.quotes],
        "claims": _claims(record, names),
        "events": [event_json(e, names) for e in case.events],
        "control": [control_json(k, names) for k in case.control],
        "findings": [finding_json(f) for f in record.findings],
        "unknowns": [unknown_json(u) for u in record.unknowns],
        "not_events": [not_event_json(x) for x in case.not_events],
        "expected_merge": [merge_json(m, names) for m in record.merges],
        "external_context": [],
        "extractor": record.extractor,
        "reader": record.reader or None,
        "gate": _gate(record.gate),
        "proposed": _proposed(record),
    }


def _proposed(record: Record) -> dict[str, Any] | None:
    """What became of a language model's proposals: how many were grounded, and which were rejected, why."""
    if record.proposed is None:
        return None
    return {
        "grounded": len(record.proposed.proposals),
        "rejected": [
            {"reason": row.reason, "detail": row.detail, "proposal": row.proposal} for row in record.proposed.rejections
        ],
        "trouble": record.proposed.trouble,
    }


def _doc(record: Record) -> dict[str, Any]:
    report = record.report
    return {
        "id": report.id,
        "file": report.name,
        "fictional": False,
        "language": report.language,
        "sha256": report.raw_sha256,
        "bytes": report.raw_bytes,
        "chars": len(report.text),
        "offset_unit": OFFSET_UNIT,
        "url": web_address(report.url),
        "title": report.title,
    }


def _gate(look: Relevance | None) -> dict[str, Any] | None:
    """What the first look found; None when nobody asked for one."""
    if look is None:
        return None
    return {
        "decision": look.decision,
        "read": look.relevant,
        "score": look.score,
        "threshold": look.threshold,
        "words": [{"span": span_json(w.span), "lemma": w.lemma, "weight": w.weight} for w in look.words],
    }


def _claims(record: Record, names: Names) -> list[dict[str, Any]]:
    events = {claim: event.id for event in record.case.events for claim in event.claims}
    control: dict[str, list[str]] = {}
    for state in record.case.control:
        for claim in state.claims:
            control.setdefault(claim, []).append(state.id)
    return [claim_json(c, names, event=events.get(c.id), control=control.get(c.id, [])) for c in record.claims]
