"""Events as a STIX 2.1 bundle: an incident with its location, a note a claim, an opinion where claims contradict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from dateline.export.formats.facets import according_to, citation, denies, headline, point, voice
from dateline.export.formats.json_text import filled, json_bytes
from dateline.export.formats.stix_ids import stix_id
from dateline.export.shared import ExportClaim, ExportEvent, Shared, Tlp

MARKINGS: dict[Tlp, dict[str, Any]] = {
    "AMBER": {
        "type": "marking-definition", "spec_version": "2.1", "id": "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
        "created": "2017-01-20T00:00:00.000Z", "definition_type": "tlp", "name": "TLP:AMBER", "definition": {"tlp": "amber"},
    },
    "CLEAR": {
        "type": "marking-definition", "spec_version": "2.1", "id": "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
        "created": "2017-01-20T00:00:00.000Z", "definition_type": "tlp", "name": "TLP:WHITE", "definition": {"tlp": "white"},
    },
}  # fmt: skip
"""STIX 2.1 section 7.2.1.4 fixes these objects; its TLP 1 calls "white" what TLP 2 calls "clear"."""

_AUTHOR_CREATED = datetime(2026, 1, 1, tzinfo=UTC)


def stix(shared: Shared) -> Iterator[bytes]:
    """One bundle; nothing is written twice, and every object bears the marking."""
    found: dict[str, dict[str, Any]] = {}
    for event in shared.events:
        for thing in _objects(event):
            found.setdefault(thing["id"], thing)
    marking = MARKINGS[shared.terms.tlp]
    author = _author()
    marked = [
        {**thing, "created_by_ref": author["id"], "object_marking_refs": [marking["id"]]} for thing in found.values()
    ]
    bundle_id = stix_id("bundle", "|".join(sorted(found)))
    yield json_bytes({"type": "bundle", "id": bundle_id, "objects": [marking, author, *marked]}, indent=1)


def _author() -> dict[str, Any]:
    return _thing(
        "identity", "dateline", _AUTHOR_CREATED, name="Dateline", identity_class="system",
        description="Reads conflict dispatches and keeps who says what; it vouches for nothing itself.",
    )  # fmt: skip


def _thing(kind: str, key: str, at: datetime, **values: Any) -> dict[str, Any]:
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": stix_id(kind, key),
        "created": moment,
        "modified": moment,
        **filled(**values),
    }


def _objects(event: ExportEvent) -> Iterator[dict[str, Any]]:
    incident = _thing(
        "incident", event.id, event.recorded, name=headline(event), description=according_to(event),
        labels=[event.act.replace("_", "-")], external_references=_references(event),
    )  # fmt: skip
    yield incident
    location = _location(event)
    if location:
        yield location
        yield _thing(
            "relationship", f"{event.id}|{location['id']}", event.recorded, relationship_type="located-at",
            source_ref=incident["id"], target_ref=location["id"],
        )  # fmt: skip
    yield from (_note(claim, incident["id"]) for claim in event.claims)
    yield from _opinions(event)


def _references(event: ExportEvent) -> list[dict[str, Any]] | None:
    """Publisher, link, hash of what was read there, and words of every claim, each once."""
    found = [
        filled(
            source_name=claim.report.publisher or "unnamed publisher",
            url=claim.report.url or None,
            hashes={"SHA-256": claim.report.sha256} if claim.report.url and claim.report.sha256 else None,
            description=citation(claim) or None,
        )
        for claim in event.claims
    ]
    return [row for index, row in enumerate(found) if row not in found[:index]] or None


def _location(event: ExportEvent) -> dict[str, Any] | None:
    """A location needs a country or a point; without either there is none."""
    place, where = event.place, point(event.place)
    if place is None or (where is None and place.country is None):
        return None
    return _thing(
        "location", f"{place.id}|{where}", event.recorded, name=place.name,
        country=place.country.alpha2 if place.country else None, administrative_area=place.admin1,
        latitude=where[1] if where else None, longitude=where[0] if where else None,
        precision=place.uncertainty_m if where else None,
    )  # fmt: skip


def _note(claim: ExportClaim, incident: str) -> dict[str, Any]:
    negated = "not " if claim.polarity == "negative" else ""
    said = f"According to {voice(claim)}: {negated}{claim.act.replace('_', ' ')} ({claim.modality}). {citation(claim)}"
    return _thing(
        "note", claim.id, claim.recorded, abstract=f"Claim: {claim.act.replace('_', ' ')}", content=said.strip(),
        authors=[claim.believer.name], object_refs=[incident],
    )  # fmt: skip


def _opinions(event: ExportEvent) -> Iterator[dict[str, Any]]:
    """Whoever denies disagrees with those who affirm; their own earlier word is not contradicted by it."""
    denials = [*(claim for claim in event.claims if denies(claim)), *event.denials]
    affirmed = [claim for claim in event.claims if not denies(claim)]
    for denial in denials:
        others = [c for c in affirmed if c.believer != denial.believer]
        if others:
            yield _thing(
                "opinion", denial.id, denial.recorded, opinion="strongly-disagree", authors=[denial.believer.name],
                explanation=f"According to {voice(denial)}: {denial.modality}. {citation(denial)}".strip(),
                object_refs=[stix_id("note", claim.id) for claim in others],
            )  # fmt: skip
