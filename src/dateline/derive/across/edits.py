"""Claims as people corrected them: what was coded stays in the ledger, derivations see what was made of it.

An edit is a judgement with action `edit` whose value has "fields", in JSON:

    act, kind, predicate, modality, polarity, temporal_status, interest, why: a text · codeable: true or false
    spans: [[start, end], …] · place: the id of a place, or null · uncertainty_m: metres, or null
    days: [first day, last day, precision] with null for an open end, or null · roles: {role: [ids]}, [] for nobody
    chain, modes: the voices, publisher first · counts: [{measure, unit, words, low, high}, …]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from dateline.derive.across.judgements import decisions, standing
from dateline.derive.transitions import PRESENCE, TRANSITIONS, UNREAL, Transition
from dateline.model.ledger import Count, Holdings, Judgement, LedgerClaim, LedgerControl, LedgerEntity
from dateline.model.time import TimeRange

PLAIN = ("act", "kind", "predicate", "modality", "polarity", "temporal_status", "interest", "codeable", "why")
"""Fields whose JSON is their value."""
MOVES_CONTROL = frozenset(
    {"act", "kind", "predicate", "modality", "polarity", "temporal_status", "codeable", "place", "days", "roles", "chain"}
)  # fmt: skip
"""Fields that decide what a claim says of who holds a place."""
_PRESENT = Transition(fluent="present", denied="not_present", holders=(("agent",), ("patient",)), observed=True)


def judged(holdings: Holdings) -> Holdings:
    """The holdings as derivations see them: claims as edited, and no word on control that rests on rejected claims.

    The words on control of a claim whose fields were edited are made anew from its act. Doing it twice changes nothing.
    """
    edits = edits_of(holdings.judgements)
    rejected = decisions(holdings.judgements).rejected
    if not edits and not rejected:
        return holdings
    claims = tuple(_edited_in(holdings, claim, edits.get(claim.id)) for claim in holdings.claims)
    moved = {claim.id: claim for claim in claims if MOVES_CONTROL & set(edits.get(claim.id, ()))}
    control = (*_kept(holdings.control, rejected | moved.keys()), *_new(moved.values(), rejected))
    return replace(holdings, claims=claims, control=control)


def edits_of(judgements: Iterable[Judgement]) -> Mapping[str, Mapping[str, Any]]:
    """By claim, the edited fields of all standing edits; of one field the later edit wins."""
    found: dict[str, dict[str, Any]] = {}
    for judgement in standing(judgements):
        if judgement.action == "edit":
            fields = found.setdefault(judgement.subject, {})
            fields.update({**judgement.value.get("fields", {}), "roles": _roles(fields, judgement)})
    return MappingProxyType({claim: MappingProxyType(_without_empty(fields)) for claim, fields in found.items()})


def _roles(fields: Mapping[str, Any], judgement: Judgement) -> dict[str, Any]:
    """Edits of several roles add up."""
    return {**fields.get("roles", {}), **judgement.value.get("fields", {}).get("roles", {})}


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "roles" or value}


def _edited_in(holdings: Holdings, claim: LedgerClaim, fields: Mapping[str, Any] | None) -> LedgerClaim:
    if not fields:
        return claim
    return with_fields(claim, fields, text=holdings.texts.get(claim.report, ""), entities=holdings.entities)


def with_fields(
    claim: LedgerClaim, fields: Mapping[str, Any], *, text: str, entities: Mapping[str, LedgerEntity]
) -> LedgerClaim:
    """The claim with these fields, under its own id; `text` is that of its report."""
    changed: dict[str, Any] = {name: fields[name] for name in PLAIN if name in fields}
    if "spans" in fields:
        changed["spans"] = tuple((int(start), int(end)) for start, end in fields["spans"])
        changed["quote"] = " … ".join(text[start:end] for start, end in changed["spans"])
    if "roles" in fields:
        filled = {**claim.roles, **{role: tuple(ids) for role, ids in fields["roles"].items()}}
        changed["roles"] = MappingProxyType({role: ids for role, ids in filled.items() if ids})
    if "days" in fields:
        changed["days"] = range_of(fields["days"])
    if "chain" in fields:
        changed["chain"] = tuple(fields["chain"])
        changed["modes"] = tuple(fields["modes"])
    if "counts" in fields:
        changed["counts"] = tuple(Count(**count) for count in fields["counts"])
    if "place" in fields:
        changed.update(_place(fields, entities))
    return replace(claim, **changed)


def range_of(value: list[Any] | None) -> TimeRange | None:
    """The range of [first day, last day, precision]."""
    if value is None:
        return None
    first, last, precision = value
    return TimeRange.days(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None, precision
    )


def _place(fields: Mapping[str, Any], entities: Mapping[str, LedgerEntity]) -> dict[str, Any]:
    key = fields["place"]
    known = entities.get(key) if key else None
    return {
        "place": key,
        "lat": known.lat if known else None,
        "lon": known.lon if known else None,
        "country": known.country if known else None,
        "admin1": known.admin1 if known else None,
        "uncertainty_m": fields.get("uncertainty_m"),
    }


def _kept(rows: Iterable[LedgerControl], gone: frozenset[str]) -> Iterator[LedgerControl]:
    """The rows that rest on no claim at all, or on one that was neither rejected nor edited."""
    return (row for row in rows if not row.claims or not gone.issuperset(row.claims))


def _new(claims: Iterable[LedgerClaim], rejected: frozenset[str]) -> Iterator[LedgerControl]:
    for claim in sorted(claims, key=lambda c: c.id):
        row = None if claim.id in rejected else _told_by(claim)
        if row is not None:
            yield row


def _told_by(claim: LedgerClaim) -> LedgerControl | None:
    """What a claim says of who holds its place, by the table of acts; None where it says nothing."""
    rule = _PRESENT if claim.act == "hold" and claim.predicate in PRESENCE else TRANSITIONS.get(claim.act)
    unreal = claim.modality in UNREAL or claim.temporal_status in ("future", "generic")
    if rule is None or unreal or claim.place is None or claim.kind in ("displacement", "casualty"):
        return None
    denied = claim.polarity == "negative" or claim.modality == "denied"
    fluent = "unknown" if claim.modality == "unknown" else rule.denied if denied else rule.fluent
    if fluent is None or (rule.happened and not denied and not claim.codeable and claim.modality != "retracted"):
        return None
    groups = (tuple(a for role in roles for a in claim.roles.get(role, ())) for roles in rule.holders)
    actors = next((group for group in groups if group), ())
    if not actors and not rule.unheld and fluent != "unknown":
        return None
    return LedgerControl(
        id="h" + _hash(claim.id, claim.place, fluent, actors, claim.believer, claim.days.iso() if claim.days else ""),
        report=claim.report,
        believer=claim.believer,
        place=claim.place,
        fluent=fluent,
        actors=() if fluent == "unknown" else actors,
        valid=claim.days,
        via="state" if rule.observed else claim.act,
        modality=claim.modality,
        claims=(claim.id,),
        recorded=claim.recorded,
    )


def _hash(*content: Any) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:20]
