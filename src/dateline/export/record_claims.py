"""The layers of a record that say what is claimed: claims, events, control."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.export.names import Names
from dateline.export.record_layers import days_json, span_json
from dateline.model.derived import ControlState, Event
from dateline.model.record import Claim, Voice
from dateline.model.time import TimeRange


def claim_json(claim: Claim, names: Names, *, event: str | None, control: Sequence[str]) -> dict[str, Any]:
    """A claim with its chain of voices, publisher first."""
    return {
        "id": claim.id,
        "sentence": claim.sentence,
        "spans": [span_json(s) for s in claim.spans],
        "predicate": claim.predicate,
        "act": claim.act,
        "kind": claim.kind,
        "roles": _roles(claim, names),
        "attribution": [_voice(v) for v in claim.voices],
        "modality": claim.modality,
        "polarity": claim.polarity,
        "temporal_status": claim.temporal_status,
        "factuality": dict(claim.factuality),
        "hedges": [span_json(s) for s in claim.hedges],
        "time": names.refs.get(claim.time) if claim.time else None,
        "place": names.refs.get(claim.place) if claim.place else None,
        "event": event,
        "codeable": claim.codeable,
        "why": claim.why,
        "interest": claim.interest,
        "control": list(control),
        "denies": claim.denies,
        "extractor": claim.extractor,
    }


def _roles(claim: Claim, names: Names) -> dict[str, Any]:
    roles: dict[str, Any] = {}
    for role, mentions in claim.roles.items():
        refs = list(dict.fromkeys(ref for m in mentions if (ref := names.filler(role, m))))
        if refs:
            roles[role] = refs[0] if len(refs) == 1 else refs
    return roles | {f"{role}_basis": basis for role, basis in claim.bases.items()}


def _voice(voice: Voice) -> dict[str, Any]:
    return {
        "holder": voice.holder,
        "mode": voice.mode,
        "cue": span_json(voice.cue) if voice.cue else None,
        "source_span": span_json(voice.source) if voice.source else None,
    }


def event_json(event: Event, names: Names) -> dict[str, Any]:
    """An event with what three codebooks would make of it; null where a codebook does not code it."""
    projected = {p.codebook: {**p.values, "rule": p.rule, "missing": list(p.missing)} for p in event.projections}
    return {
        "id": event.id,
        "label": event.label,
        "act": event.act,
        "claims": list(event.claims),
        "time": days_json(event.time),
        "place": names.place(event.place),
        "actors": list(event.actors),
        "acled": projected.get("acled"),
        "ucdp": projected.get("ucdp"),
        "plover": projected.get("plover"),
        "status": event.status,
        "claimed_by": list(event.claimed_by),
    }


def control_json(state: ControlState, names: Names) -> dict[str, Any]:
    """What one voice says of who holds a place, and since when."""
    first, last = _bounds(state.valid)
    return {
        "id": state.id,
        "believer": state.believer,
        "place": names.place(state.place),
        "fluent": state.fluent,
        "actors": list(state.actors),
        "valid_from": first,
        "valid_to": last,
        "via": state.via,
        "effect": {"initiates": list(state.initiates), "terminates": list(state.terminates)},
        "modality": state.modality,
        "claims": list(state.claims),
        "note": state.note,
    }


def _bounds(valid: TimeRange | None) -> tuple[str | None, str | None]:
    """First and last day; with the hour where the text gives one."""
    if valid is None:
        return None, None
    days = days_json(valid)
    if valid.precision in ("hour", "minute") and valid.earliest:
        return valid.earliest.isoformat(timespec="minutes"), days["latest"]
    return days["earliest"], days["latest"]
