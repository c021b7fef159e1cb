"""Events over reports: all claims that tell of one thing, from whomever; nobody's word overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from dateline.derive.across.clusters import Cluster, clusters_of
from dateline.derive.across.corrections import closures
from dateline.derive.across.counts import count_series
from dateline.derive.across.denials import denials
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.origins import origins
from dateline.derive.across.units import Unit, family_of, narrowest, narrowest_place, units_of
from dateline.derive.events import status_of
from dateline.derive.families import names_it
from dateline.derive.grouping import TAKING_PART
from dateline.model.across import AcrossEvent, Comparison
from dateline.model.act_nouns import heading
from dateline.model.exclusion import TAKING
from dateline.model.ledger import Holdings, LedgerClaim


def events_across(holdings: Holdings) -> tuple[AcrossEvent, ...]:
    """Every codeable claim that nobody rejected in exactly one event, by event id.

    Only what is surely the same is joined; what is unsure is listed on both events. The result depends on the
    holdings alone: neither on the order of the claims nor on what was derived before.
    """
    return events_of(Dossier(holdings=holdings))


def events_of(dossier: Dossier) -> tuple[AcrossEvent, ...]:
    """The events of a dossier; see `events_across`."""
    return events_among(dossier, units_of(dossier, dossier.decided))


def events_among(
    dossier: Dossier, units: Iterable[Unit], *, outside: Iterable[Comparison] = ()
) -> tuple[AcrossEvent, ...]:
    """The events of some units, by event id; `outside` are their unsure comparisons with units of other events."""
    known = tuple(units)
    denied = denials(dossier, known)
    closed = frozenset(closure.claim for closure in closures(dossier))
    clusters = clusters_of(dossier, known, decided=dossier.decided, outside=outside)
    found = (_event(dossier, cluster, denied=denied, closed=closed) for cluster in clusters)
    return tuple(sorted(found, key=lambda event: event.id))


def event_id(claims: Iterable[str]) -> str:
    """The content id of an event: its claims."""
    return "e" + hashlib.sha256("\n".join(sorted(claims)).encode()).hexdigest()[:16]


def _event(
    dossier: Dossier, cluster: Cluster, *, denied: Mapping[str, tuple[Comparison, ...]], closed: frozenset[str]
) -> AcrossEvent:
    claims = tuple(sorted((claim for unit in cluster.units for claim in unit.claims), key=lambda c: c.id))
    standing = tuple(claim for claim in claims if claim.id not in closed) or claims
    ties = tuple(sorted((tie for unit in cluster.units for tie in denied.get(unit.id, ())), key=_by_denial))
    denied_by = tuple(dict.fromkeys(tie.one for tie in ties))
    place = narrowest_place(dossier, standing)
    lead = _lead(standing)
    leading = tuple(claim for claim in standing if names_it(claim.act, lead=lead.act))
    days = [claim.days for claim in standing if claim.days is not None]
    return AcrossEvent(
        id=event_id(claim.id for claim in claims),
        label=_label(dossier, lead, place),
        act=lead.act,
        family=family_of(lead),
        claims=tuple(claim.id for claim in claims),
        reports=tuple(sorted({claim.report for claim in claims})),
        days=narrowest(days),
        place=place.place if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        actors=tuple(sorted({a for c in standing for role in TAKING_PART for a in c.roles.get(role, ())})),
        claimed_by=tuple(sorted({claim.believer for claim in claims})),
        origins=origins(dossier, standing),
        status=_status(leading, closed=closed, denied_by=denied_by),
        counts=count_series(dossier, claims, closed=closed),
        joined=cluster.joined,
        unsure=cluster.unsure,
        denied_by=denied_by,
        denials=ties,
        closed=tuple(claim.id for claim in claims if claim.id in closed),
        leading=tuple(claim.id for claim in leading),
    )


def _by_denial(tie: Comparison) -> tuple[str, str]:
    return tie.one, tie.other


def _lead(claims: tuple[LedgerClaim, ...]) -> LedgerClaim:
    """The claim that names the event: of the most frequent act, the smallest id.

    What befell people comes last, and who left a place comes after who took it.
    """
    acts = [claim.act for claim in claims]
    second = {"withdraw"} if set(TAKING) & set(acts) else set()
    return min(claims, key=lambda c: (c.act in ("kill", "wound"), c.act in second, -acts.count(c.act), c.act, c.id))


def _label(dossier: Dossier, lead: LedgerClaim, place: LedgerClaim | None) -> str:
    towards = place is not None and place.place in lead.roles.get("destination", ())
    noun = heading(lead.act, towards=towards)
    known = dossier.entity(place.place) if place else None
    around = dossier.entity(known.part_of) if known and known.part_of and known.id.startswith("report:") else None
    within = f" ({around.name})" if known and around and around.name not in known.name else ""
    return f"{noun} {known.name}{within}" if known else noun.rsplit(" ", 1)[0] + ", place not stated"


def _status(leading: tuple[LedgerClaim, ...], *, closed: frozenset[str], denied_by: tuple[str, ...]) -> str:
    """The same words and precedence as for one report's events, with `retracted` where nothing is left standing."""
    if all(claim.id in closed for claim in leading):
        return "retracted"
    return "disputed" if denied_by else status_of((len(c.chain), c.modality, c.interest) for c in leading)
