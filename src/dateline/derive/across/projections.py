"""What the codebooks make of an event over many reports: the rules for one report, on the facts of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.derive.acled import acled
from dateline.derive.across.dossier import Dossier
from dateline.derive.facts import EXCHANGE, VIOLENT, Facts
from dateline.derive.grouping import TAKING_PART
from dateline.derive.plover import plover
from dateline.derive.ucdp import ucdp
from dateline.model.across import AcrossEvent
from dateline.model.derived import Projection
from dateline.model.ledger import LedgerClaim, LedgerEntity
from dateline.model.locating import located
from dateline.model.totals import total
from dateline.model.world import Actor, Place
from dateline.reference.codebooks import Codebooks

_ACTING = ("agent", "recipient")


def fights_denied(dossier: Dossier) -> Mapping[str | None, list[LedgerClaim]]:
    """The claims that there was no fighting, by place."""
    peaceful: dict[str | None, list[LedgerClaim]] = {}
    for claim in dossier.holdings.claims:
        if claim.act == "clash" and claim.polarity == "negative":
            peaceful.setdefault(claim.place, []).append(claim)
    return peaceful


def projections_across(
    dossier: Dossier,
    events: Iterable[AcrossEvent],
    *,
    codebooks: Codebooks,
    peaceful: Mapping[str | None, list[LedgerClaim]] | None = None,
) -> Iterator[tuple[AcrossEvent, tuple[Projection, ...]]]:
    """Every event with what ACLED, UCDP and PLOVER make of it.

    Claims that deny the event, or that a correction withdrew, decide nothing. `peaceful` saves looking for
    `fights_denied` anew.
    """
    peaceful = fights_denied(dossier) if peaceful is None else peaceful
    for event in events:
        facts = _facts(dossier, event, peaceful.get(event.place, []) if event.place else [])
        yield event, tuple(project(facts, codebooks) for project in (acled, ucdp, plover))


def _facts(dossier: Dossier, event: AcrossEvent, peaceful: list[LedgerClaim]) -> Facts:
    told = [dossier.claims[claim] for claim in event.claims if claim in dossier.claims and claim not in event.closed]
    claims = [claim for claim in told if claim.polarity == "positive" and claim.modality != "denied"]
    words = " ".join(claim.quote for claim in claims).casefold()
    acts = frozenset(claim.act for claim in claims) or frozenset({event.act})
    where = located(dossier.entity(event.place), dossier.entity, relative=_relative(event, claims))
    return Facts(
        acts=acts,
        agents=_actors(dossier, claims, _ACTING),
        patients=_actors(dossier, claims, tuple(role for role in TAKING_PART if role not in _ACTING)),
        place=_place(event, dossier.entity(event.place)),
        time=event.days,
        fought=_fought(event, acts, words, peaceful),
        killed=_killed(event),
        words=words,
        level=where.level if where else None,
        defaults=False,
    )


def _actors(dossier: Dossier, claims: Iterable[LedgerClaim], roles: tuple[str, ...]) -> tuple[Actor, ...]:
    keys = (key for claim in claims for role in roles for key in claim.roles.get(role, ()))
    return tuple(dossier.actor(key) for key in dict.fromkeys(keys) if not _is_place(dossier, key))


def _is_place(dossier: Dossier, key: str) -> bool:
    entity = dossier.entity(key)
    return entity is not None and (entity.lat is not None or key.startswith(("geonames:", "overlay:", "report:")))


def _place(event: AcrossEvent, entity: LedgerEntity | None) -> Place | None:
    """The event's place."""
    if entity is None:
        return None
    return Place(
        id=entity.id, name=entity.name, kind=entity.kind, country=entity.country, lat=event.lat, lon=event.lon
    )  # fmt: skip


def _relative(event: AcrossEvent, claims: Iterable[LedgerClaim]) -> bool:
    """Whether the place is told by its distance from another: then its claims carry the radius of what that leaves open."""
    if event.place is None or not event.place.startswith(("report:", "relative:")):
        return False
    return any(claim.uncertainty_m is not None for claim in claims if claim.place == event.place)


def _fought(event: AcrossEvent, acts: frozenset[str], words: str, peaceful: list[LedgerClaim]) -> bool | None:
    """Whether fighting is stated, or denied by a claim of the same reports about the same place and days."""
    exchange = bool(EXCHANGE.search(words))
    if not exchange and any(claim.report in event.reports and _may_be_then(claim, event) for claim in peaceful):
        return False
    return True if acts & VIOLENT or exchange else None


def _may_be_then(claim: LedgerClaim, event: AcrossEvent) -> bool:
    return claim.days is None or event.days is None or claim.days.overlaps(event.days)


def _killed(event: AcrossEvent) -> tuple[float, float | None] | None:
    """The lowest and highest total of all sides; None where nobody gives a figure that tells it."""
    found = total(event.counts, "killed")
    return None if found.low is None else (found.low, found.high)
