"""Events, claims and holds as JSON objects: what JSON lines, GeoJSON and the tables have in common."""

from __future__ import annotations

from typing import Any

from dateline.export.formats.facets import first_day, iso, last_day, point
from dateline.export.shared import ExportActor, ExportClaim, ExportEvent, ExportHold, ExportPlace, Figures
from dateline.model.time import TimeRange


def actor_json(actor: ExportActor) -> dict[str, Any]:
    """An actor by name."""
    return {"id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, "side": actor.side}


def place_json(place: ExportPlace | None) -> dict[str, Any] | None:
    """A place with its rounded point."""
    if place is None:
        return None
    where = point(place)
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country.alpha2 if place.country else None,
        "admin1": place.admin1,
        "lat": where[1] if where else None,
        "lon": where[0] if where else None,
        "uncertainty_m": place.uncertainty_m,
        "coarsened": place.coarsened,
        "within": place.within,
    }


def days_json(days: TimeRange | None) -> dict[str, Any] | None:
    """First and last day, both included, and how precisely they are known."""
    if days is None:
        return None
    return {"first": iso(first_day(days)), "last": iso(last_day(days)), "precision": days.precision}


def _figures_json(figures: Figures) -> dict[str, Any]:
    """Bounds and best figure, null where nobody gives one, with the figure in words ("up to 40")."""
    return {"low": figures.low, "best": figures.best, "high": figures.high, "words": figures.words_of() or None}


def event_json(event: ExportEvent, *, tlp: str) -> dict[str, Any]:
    """An event; its claims by id."""
    return {
        "id": event.id,
        "label": event.label,
        "act": event.act,
        "status": event.status,
        "disputed": event.disputed,
        "days": days_json(event.days),
        "place": place_json(event.place),
        "actor1": [actor_json(actor) for actor in event.actor1],
        "actor2": [actor_json(actor) for actor in event.actor2],
        "fatalities": _figures_json(event.fatalities),
        "counted": {one.measure: _figures_json(one.figures) for one in event.counted},
        "origins": event.origins,
        "projections": {book: dict(values) for book, values in event.projections.items()},
        "claims": [claim.id for claim in event.claims],
        "recorded": event.recorded.isoformat(),
        "tlp": tlp,
    }


def claim_json(claim: ExportClaim, *, tlp: str) -> dict[str, Any]:
    """A claim with its words, at most a sentence, and where they come from."""
    report = claim.report
    return {
        "id": claim.id,
        "event": claim.event,
        "act": claim.act,
        "kind": claim.kind,
        "predicate": claim.predicate,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "voices": [{**actor_json(actor), "mode": mode} for actor, mode in zip(claim.voices, claim.modes, strict=False)],
        "roles": {role: list(names) for role, names in claim.roles.items()},
        "counts": [
            {"measure": c.measure, "unit": c.unit, "words": c.words, "low": c.low, "high": c.high} for c in claim.counts
        ],
        "days": days_json(claim.days),
        "place": place_json(claim.place),
        "quote": claim.quote or None,
        "spans": [[passage.start, passage.end] for passage in claim.passages],
        "report": {
            "id": report.id,
            "publisher": report.publisher,
            "url": report.url,
            "title": report.title,
            "sha256": report.sha256,
            "language": report.language,
            "published": days_json(report.published),
        },
        "recorded": claim.recorded.isoformat(),
        "tlp": tlp,
    }


def hold_json(hold: ExportHold, *, tlp: str) -> dict[str, Any]:
    """What one voice says of who holds a place."""
    return {
        "id": hold.id,
        "believer": actor_json(hold.believer),
        "place": place_json(hold.place),
        "fluent": hold.fluent,
        "actors": [actor_json(actor) for actor in hold.actors],
        "valid": days_json(hold.valid),
        "via": hold.via,
        "modality": hold.modality,
        "claims": list(hold.claims),
        "tlp": tlp,
    }
